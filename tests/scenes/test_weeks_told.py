"""A page of the grown-ups' numbers a day's week in one way only: by play. Weeks of the calendar go by their dates."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from game.core.content import Slot
from game.core.reports.progress import progress
from game.gallery.states import play
from game.scenes.parent.children import Children
from game.scenes.parent.progress import ProgressPage
from game.ui.paper import Paper
from tests.player import Player

MONDAY = date(2026, 1, 5)
DAYS = 40
WEEK = re.compile(r"\bweek (\d+)")


def weeks(texts: list[str]) -> set[int]:
    """The numbers of weeks on the page. What joins in a later "week of play" tells of another day, in every line."""
    later = [text for text in texts if " of play" in text]
    own = [text for text in texts if not any(text in whole for whole in later)]
    return {int(number) for text in own for number in WEEK.findall(text)}


def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All that is painted as text from now on."""
    texts: list[str] = []
    line, block = Paper.text, Paper.paragraph
    monkeypatch.setattr(Paper, "text", lambda self, text, *a, **k: (texts.append(text), line(self, text, *a, **k))[1])
    monkeypatch.setattr(
        Paper, "paragraph", lambda self, text, *a, **k: (texts.append(text), block(self, text, *a, **k))[1]
    )
    return texts


@pytest.mark.parametrize("begins", range(7))
def test_no_page_shows_two_numbers_called_week_for_one_day(begins: int, monkeypatch: pytest.MonkeyPatch) -> None:
    first = MONDAY + timedelta(days=begins)
    player = Player.with_family()
    texts = written(monkeypatch)
    for n in range(DAYS):
        player.at(first + timedelta(days=n), 8)
        if n % 3 == 0:
            play(player.ctx, player.child, Slot.MORNING, 1)
        week = progress(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today).week
        for tab in ("days", "needs"):
            texts.clear()
            player.scene = ProgressPage(player.ctx, player.child, tab)
            player.draw()
            assert weeks(texts) <= {week}, (n, tab, texts)
        texts.clear()
        player.scene = Children(player.ctx, player.child)
        player.draw()
        assert weeks(texts) <= {week}


def test_a_row_of_the_calendar_is_called_by_its_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    player = Player.with_family()
    player.at(MONDAY + timedelta(days=3), 8)
    play(player.ctx, player.child, Slot.MORNING, 1)
    player.at(MONDAY + timedelta(days=10), 8)
    texts = written(monkeypatch)
    player.scene = ProgressPage(player.ctx, player.child, "days")
    player.draw()
    assert "5 Jan" in texts and "12 Jan" in texts
