"""What is said of a week to come: it has not happened, so no sentence says that it did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from game.core.content import Slot, Weekday
from game.core.days import plus
from game.core.events import DaysPlanned, Fact, Held, OrderWritten, Paused, PauseReason
from game.core.numbers import for_sentences
from game.core.quest import Reason
from game.core.reports.plan import Plan, PlanWeek, last_day, plan, why_cell
from game.core.reports.plan_ahead import CHANGES, WAITS
from game.core.rules.journey import journey
from game.core.simulate.ahead import DaysAhead
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import FAMILIES
from game.data.texts.texts import Texts
from tests.core.rules.lives import of_diary
from tests.diary import START, both, case, catalogue, of_family

EASY = "finished well easy"
# What was, or is now: true of a day gone by alone. A fact is told with its date.
GONE = re.compile(r"\b(was|were|went|it has been|today|now|could|has been earned)\b")


@cache
def words() -> Texts:
    texts = Texts("en")
    texts.from_rules = for_sentences(catalogue().rules)
    return texts


def ahead_of(robin: SimulatedChild, today: date) -> Plan:
    way = journey(catalogue(), robin.child, today)
    ahead = DaysAhead(catalogue(), robin.child, today, last_day(way))
    while not ahead.is_over:
        ahead.go_on()
    return plan(way, ahead.way())


def steered(text: str, *facts: Fact) -> Plan:
    *_, (found, _) = of_diary(case(), 21, text, {20: facts})
    return ahead_of(found.robin, plus(START, 20))


def cells(shown: Plan) -> Iterator[tuple[PlanWeek, str | None, Reason]]:
    for week in shown.weeks:
        for name in (None, *shown.exercises) if week.is_ahead else ():
            yield from ((week, name, why) for why in why_cell(catalogue(), week, name))


def complaints(shown: Plan) -> list[str]:
    out = []
    for week, name, why in cells(shown):
        said = words().reason(why)
        if GONE.search(said.replace("as today", "").replace("what was won", "")):
            out.append(f"week {week.number} {name}: {said}")
    return out


STEERED = {
    "nothing": (both(range(21)), ()),
    "easy": (both(range(21), EASY), ()),
    "held": (both(range(21)), (Held(),)),
    "held by an order": (both(range(21)), (OrderWritten("Ms Weber", plus(START, 20), plus(START, 33)),)),
    "a pause to come": (both(range(21)), (Paused(PauseReason.AWAY, plus(START, 24), plus(START, 34)),)),
    "a long pause to come": (both(range(21)), (Paused(PauseReason.ILL, plus(START, 22), plus(START, 50)),)),
    "hard": (both(range(20)) + both([20], "finished partly hard"), ()),
    "pain": (both(range(20)) + "+20 morning bear_walk ouch 6\n", ()),
    "a little pain": (both(range(20)) + "+20 morning bear_walk ouch 2\n", ()),
    "Saturdays": (both(range(21)), (DaysPlanned((Weekday.SATURDAY,), (Slot.MORNING,)),)),
    "orders": (both(range(20)) + "+20 order caterpillar start 4 cap 5 sets 2\n+20 order sky_bike on\n", ()),
}


@pytest.mark.parametrize("life", STEERED)
def test_no_cell_of_a_week_to_come_says_that_something_was(life: str) -> None:
    text, facts = STEERED[life]
    shown = steered(text, *facts)
    assert any(week.is_ahead for week in shown.weeks) and complaints(shown) == []


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("days", [3, 18, 60])
def test_nor_does_one_of_a_family_in_any_week(family: str, days: int) -> None:
    assert complaints(ahead_of(of_family(family, days).robin, plus(START, days))) == []


def test_what_is_seen_of_weeks_to_come_changes_on_a_day_to_come_and_what_was_told_stays_as_it_was() -> None:
    seen = set()
    for text, facts in STEERED.values():
        shown = steered(text, *facts)
        for week, name, why in cells(shown):
            state, _ = week.state_of(name)
            since = state.tracks[name].since if name and name in state.tracks else state.budget_since
            if why.key in CHANGES.values():
                assert since is not None and since > plus(START, 20), (week.number, name, why)
            assert not (why.key in CHANGES and since is not None and since > plus(START, 20)) and why.key not in WAITS
            seen.add(why.key)
    assert {"plan_ahead_step", "plan_ahead_budget_up", "plan_ahead_clean", "plan_ahead_gap_week"} <= seen, seen


def test_only_what_is_more_than_today_is_said_to_be_earned() -> None:
    held = steered(both(range(21)), Held())
    assert not any(held.is_earned(i, name) for i in range(len(held.weeks)) for name in (None, *held.exercises))
    free = steered(both(range(21)))
    now = next(i for i, week in enumerate(free.weeks) if week.is_now)
    assert not any(free.is_earned(i, None) for i in range(now + 1))
    assert all(free.is_earned(i, None) for i in range(now + 1, len(free.weeks)))
    joins = next(name for name in free.exercises if name not in free.weeks[now].doses)
    last = len(free.weeks) - 1
    assert free.is_earned(last, joins)
    for i, week in enumerate(free.weeks):
        if joins not in week.doses:
            assert not free.is_earned(i, joins)
