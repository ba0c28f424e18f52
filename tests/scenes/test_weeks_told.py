"""A page of the grown-ups' numbers a day's week in one way only: by play. Weeks of the calendar go by their dates."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from game.core.content import Slot
from game.core.reports.progress import progress
from game.gallery.states import play
from game.scenes.parent.children.children import Children
from game.scenes.parent.progress.progress import ProgressPage
from tests.player import Player
from tests.scenes.rooms import all_written_on

MONDAY = date(2026, 1, 5)
DAYS = 40
WEEK = re.compile(r"\bweek (\d+)")


def weeks(texts: list[str]) -> set[int]:
    """The numbers of weeks on the page. What joins in a later "week of play" tells of another day, in every line."""
    later = [text for text in texts if " of play" in text]
    own = [text for text in texts if not any(text in whole for whole in later)]
    return {int(number) for text in own for number in WEEK.findall(text)}


@pytest.mark.parametrize("begins", range(7))
def test_no_page_shows_two_numbers_called_week_for_one_day(begins: int) -> None:
    first = MONDAY + timedelta(days=begins)
    player = Player.with_family()
    for n in range(DAYS):
        player.at(first + timedelta(days=n), 8)
        if n % 3 == 0:
            play(player.ctx, player.child, Slot.MORNING, 1)
        week = progress(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today).week
        for tab in ("days", "needs"):
            texts = all_written_on(ProgressPage(player.ctx, player.child, tab))
            assert weeks(texts) <= {week}, (n, tab, texts)
        texts = all_written_on(Children(player.ctx, player.child))
        assert weeks(texts) <= {week}


def test_a_row_of_the_calendar_is_called_by_its_monday() -> None:
    player = Player.with_family()
    player.at(MONDAY + timedelta(days=3), 8)
    play(player.ctx, player.child, Slot.MORNING, 1)
    player.at(MONDAY + timedelta(days=10), 8)
    texts = all_written_on(ProgressPage(player.ctx, player.child, "days"))
    assert "5 Jan" in texts and "12 Jan" in texts
