"""When the family's own calendar reminds it."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from game.core.content import Slot
from game.core.events import DaysPlanned
from game.core.reminders import reminders
from game.core.reports.planned import EVERY_SLOT, WEEKDAYS
from game.core.settings import Settings

MONDAY = datetime(2026, 11, 30, 9, 0)


def test_a_planned_slot_has_one_reminder_at_its_time() -> None:
    found = reminders(Settings(remind_morning="06:45"), EVERY_SLOT, MONDAY)
    assert [(r.slot, r.at) for r in found] == [(Slot.MORNING, time(6, 45)), (Slot.EVENING, time(17, 30))]


@pytest.mark.parametrize(
    ("settings", "plan"),
    [
        (Settings(remind_morning="off", remind_evening="off"), EVERY_SLOT),
        (Settings(remind_morning="off"), DaysPlanned(WEEKDAYS, (Slot.MORNING,))),
        (Settings(), DaysPlanned(WEEKDAYS, ())),
        (Settings(), DaysPlanned((), tuple(Slot))),
    ],
)
def test_nothing_planned_and_nothing_wanted_reminds_nobody(settings: Settings, plan: DaysPlanned) -> None:
    assert reminders(settings, plan, MONDAY) == ()


@pytest.mark.parametrize(
    ("hour", "minute", "weekdays", "first"),
    [
        (7, 29, (0, 2), date(2026, 11, 30)),
        (7, 30, (0, 2), date(2026, 11, 30)),
        (7, 31, (0, 2), date(2026, 12, 2)),
        (7, 31, (0,), date(2026, 12, 7)),
        (3, 0, (6,), date(2026, 12, 6)),
    ],
)
def test_the_first_is_the_next_planned_day_whose_time_is_still_to_come(
    hour: int, minute: int, weekdays: tuple[int, ...], first: date
) -> None:
    now = datetime(2026, 11, 30, hour, minute)
    plan = DaysPlanned(tuple(WEEKDAYS[n] for n in weekdays), (Slot.MORNING,))
    (found,) = reminders(Settings(), plan, now)
    assert (found.first, found.weekdays) == (first, weekdays)


def test_a_time_nobody_can_read_is_the_usual_one_and_off_is_never() -> None:
    chosen = Settings.of({"remind_morning": "25:00", "remind_evening": "off"})
    assert (chosen.remind_morning, chosen.remind_evening) == ("07:30", "off")
    assert Settings.of({"evening_hour": "off"}).evening_hour == "17:00", "an evening there always is"
