"""Which slots of a day the family means to play: what progress and the report call planned.

The plan ahead and the reminders go by them; what is offered, streak, bloom and growth do not: a family that plans five
days is only not shown as missing two. Nothing said, every slot is planned.
"""

from __future__ import annotations

from datetime import date

from game.core.content import Slot, Weekday
from game.core.events import DaysPlanned
from game.core.history.history import Child

WEEKDAYS = tuple(Weekday)  # Monday first, as in `date.weekday()`
EVERY_SLOT = DaysPlanned(WEEKDAYS, tuple(Slot))


def plan_on(child: Child, day: date) -> DaysPlanned:
    """What the family meant to play on that day, as it was said by then."""
    return next((told.plan for told in reversed(child.plans) if told.day <= day), EVERY_SLOT)


def slots_planned(child: Child, day: date) -> frozenset[Slot]:
    """The slots of a day that are meant to be played."""
    plan = plan_on(child, day)
    return frozenset(plan.slots) if WEEKDAYS[day.weekday()] in plan.weekdays else frozenset()
