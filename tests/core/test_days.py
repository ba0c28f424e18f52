"""Game days, slots and weeks: on the minute, the one before and the one after."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from game.core.content import Slot
from game.core.days import days_between, game_day, minutes_east, monday, plus, slot_at


@pytest.mark.parametrize(("hour", "minute", "day"), [(0, 0, 5), (3, 59, 5), (4, 0, 6), (4, 1, 6), (23, 59, 6)])
def test_a_day_turns_at_four(hour: int, minute: int, day: int) -> None:
    assert game_day(datetime(2026, 1, 6, hour, minute), 4) == date(2026, 1, day)


@pytest.mark.parametrize(
    ("hour", "minute", "slot"),
    [(3, 59, "evening"), (4, 0, "morning"), (13, 59, "morning"), (14, 0, "evening"), (23, 59, "evening"), (0, 0, "evening")],
)  # fmt: skip
def test_the_morning_begins_at_four_and_the_evening_at_two(hour: int, minute: int, slot: str) -> None:
    assert slot_at(datetime(2026, 1, 6, hour, minute), 4, 14) is Slot(slot)


@pytest.mark.parametrize("minutes", [-210, -1, 0, 1, 330, 845])
def test_a_clock_stands_so_many_minutes_before_utc(minutes: int) -> None:
    assert minutes_east(datetime(2026, 1, 6, tzinfo=timezone(timedelta(minutes=minutes)))) == minutes


def test_a_moment_without_a_zone_stands_at_utc() -> None:
    assert minutes_east(datetime(2026, 1, 6)) == 0


@pytest.mark.parametrize(("day", "first"), [(4, -2), (5, 5), (6, 5), (11, 5), (12, 12)])
def test_a_week_begins_on_its_monday(day: int, first: int) -> None:
    assert monday(date(2026, 1, day)) == plus(date(2026, 1, 1), first - 1)


def test_days_are_counted_from_one_date_to_the_other_and_backwards() -> None:
    assert [days_between(date(2026, 1, 5), date(2026, 1, n)) for n in (4, 5, 6)] == [-1, 0, 1]
    assert days_between(date(2026, 3, 28), date(2026, 3, 30)) == 2, "the night summer time begins"
