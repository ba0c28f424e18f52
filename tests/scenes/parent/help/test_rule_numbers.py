"""Every number of the rules stands on a parent's page with its reason and its source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core.content import AgeBand
from game.core.numbers import Group, Rules, bounds_of
from game.scenes import routes
from game.scenes.parent.help import rule_numbers
from game.scenes.parent.help.help import Help
from game.scenes.parent.progress.progress import ProgressPage
from game.scenes.screen.reading_sheet import ReadingScreen
from tests.player import Player


def said(player: Player) -> list[str]:
    return [piece.text for piece in rule_numbers.pieces(player.ctx)]


@pytest.mark.parametrize("name", [*AgeBand, *bounds_of(Rules)])
def test_a_number_is_there_once_with_its_reason_and_its_source(player: Player, name: str) -> None:
    why = player.ctx.catalogue.why[name]
    label = player.ctx.texts(f"rule_{name}") if name in bounds_of(Rules) else f"A session, {_age(name)}"
    (row,) = [text for text in said(player) if text.startswith(f"{label}: ")]
    assert why.reason in row and row.endswith(f"Source: {why.source}.")


def _age(band: str) -> str:
    return "11 and older" if band == "11+" else f"age {band}"


def test_there_is_nothing_else_and_no_two_are_called_the_same(player: Player) -> None:
    rows = said(player)
    assert len(rows) == len(bounds_of(Rules)) + len(AgeBand)
    assert len({row.split(": ")[0] for row in rows}) == len(rows)


def test_each_group_has_one_heading(player: Player) -> None:
    headings = [piece.heading for piece in rule_numbers.pieces(player.ctx) if piece.heading]
    assert headings == [player.ctx.texts(f"rules_{group}") for group in Group]


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("growth_days", 9, "9 days"), ("growth_days", 1, "1 day"), ("evening_hour", 16, "16:00"),
        ("morning_hour", 5, "05:00"), ("budget_growth_percent", 5, "5\u00a0%"), ("ouch_rest", 5, "5"),
        ("rest_seconds", 40, "40 seconds"), ("hours_between_sessions", 1, "1 hour"), ("undo_minutes", 5, "5 minutes"),
        ("two_minutes_seconds", 120, "2 minutes"), ("work_seconds_most", 90, "90 seconds"),
        ("work_seconds_most", 130, "130 seconds"), ("gap_days_long", 21, "3 weeks"), ("surgery_days", 15, "15 days"),
        ("gap_days", 7, "7 days"), ("no_good_days", 14, "14 days"), ("surgery_half_days", 28, "28 days"),
        ("graduation_weeks", 14, "14 weeks"), ("function_heel_raises_age", 6, "6 years"),
    ],
)  # fmt: skip
def test_the_number_is_the_one_that_is_played_by(player: Player, name: str, value: int, shown: str) -> None:
    shipped = player.ctx.catalogue
    player.ctx.catalogue = replace(shipped, rules=replace(shipped.rules, **{name: value}))
    (row,) = [text for text in said(player) if text.startswith(f"{player.ctx.texts(f'rule_{name}')}: ")]
    assert f": {shown}. " in row


def test_the_minutes_of_an_age_are_said_as_minutes(player: Player) -> None:
    rows = [text for text in said(player) if text.startswith("A session, ")]
    assert [row.split(". ")[0].split(": ")[1] for row in rows] == [
        "3 minutes at first, 6 minutes at most", "4 minutes at first, 10 minutes at most",
        "5 minutes at first, 15 minutes at most", "6 minutes at first, 15 minutes at most",
    ]  # fmt: skip


def test_who_asks_why_is_told_where_the_numbers_are(player: Player) -> None:
    """The sheet of "See why" says the reasons of today; what each number is for stands in one place."""
    player.scene = ProgressPage(player.ctx, player.child)
    sheet = player.scene.choose("why")
    assert isinstance(sheet, routes.Reading)
    assert sheet.pieces[-1].text == player.ctx.texts("progress_why_numbers") and "Numbers" in sheet.pieces[-1].text


def test_they_are_read_page_by_page_from_the_help(player: Player) -> None:
    player.scene = Help(player.ctx, player.child)
    player.tap("numbers")
    sheet = player.scene
    assert isinstance(sheet, ReadingScreen)
    for _ in range(len(sheet.sheets) - 1):
        player.draw()
        assert sheet.problems == []
        player.tap("on")
    player.draw()
    assert sheet.problems == [] and not sheet.widget("on").is_enabled
    assert sum(len(page) for page in sheet.sheets) == len(sheet.pieces) == len(said(player))
