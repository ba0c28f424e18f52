"""When a family's own calendar reminds it: one time a planned slot, on the weekdays it plans. The game itself never
reminds anybody."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from game.core.content import Slot
from game.core.events import DaysPlanned
from game.core.reports.planned import WEEKDAYS
from game.core.settings import Settings, minutes
from game.frozen import dataclass

MINUTES = 10  # how long an entry stands in the calendar: a session's usual length, shoes and all


@dataclass(frozen=True, slots=True)
class Reminder:
    """One repeating entry: local time `at`, on `weekdays` (0 is Monday), first on `first`, the next such day."""

    slot: Slot
    at: time
    weekdays: tuple[int, ...]
    first: date


def reminders(settings: Settings, plan: DaysPlanned, now: datetime) -> tuple[Reminder, ...]:
    """For each planned slot that has a time, on the planned weekdays, from the local moment `now` on."""
    days = tuple(n for n, weekday in enumerate(WEEKDAYS) if weekday in plan.weekdays)
    chosen = ((Slot.MORNING, settings.remind_morning), (Slot.EVENING, settings.remind_evening))
    found = ((slot, _time(text)) for slot, text in chosen if slot in plan.slots)
    return tuple(Reminder(slot, at, days, _first(now, at, days)) for slot, at in found if at is not None and days)


def _time(text: str) -> time | None:
    found = minutes(text)
    return None if found is None else time(*divmod(found, 60))


def _first(now: datetime, at: time, weekdays: tuple[int, ...]) -> date:
    """Today where the time is still to come: a calendar shows an entry of the past as missed."""
    day = now.date() if now.time() <= at else now.date() + timedelta(days=1)
    while day.weekday() not in weekdays:
        day += timedelta(days=1)
    return day
