"""Game days, slots and weeks: calendar arithmetic only, never seconds divided by 86,400.

A game day is the local date, turning at the rules' `morning_hour`: what is played after midnight still belongs to the
evening before.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from game.core.content import Slot


def game_day(local: datetime, morning_hour: int) -> date:
    """The game day of a local moment; days turn at `morning_hour`.

    >>> game_day(datetime(2026, 1, 6, 3, 59), 4)
    datetime.date(2026, 1, 5)
    """
    return local.date() - timedelta(days=1) if local.hour < morning_hour else local.date()


def slot_at(local: datetime, morning_hour: int, evening_hour: int) -> Slot:
    """Morning from `morning_hour`, evening from `evening_hour` until the day turns."""
    return Slot.MORNING if morning_hour <= local.hour < evening_hour else Slot.EVENING


def minutes_east(local: datetime) -> int:
    """How far the local clock stands before UTC, in whole minutes; 0 for a moment without a zone.

    >>> minutes_east(datetime.fromisoformat("2026-01-06T08:00+05:30"))
    330
    """
    offset = local.utcoffset()
    return int(offset.total_seconds() // 60) if offset else 0


def days_between(first: date, last: date) -> int:
    """Whole days from `first` to `last`; negative backwards."""
    return (last - first).days


def monday(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def plus(day: date, days: int) -> date:
    return day + timedelta(days=days)
