"""A start ordered of what is in play, in every programme: what the page says will be is what plan, quest and report say."""

from __future__ import annotations

import pytest

from game.core.content import Slot
from game.core.days import plus
from game.core.events import ExerciseOrdered, OrderWritten
from game.core.reports.doctor import doctors_report
from game.core.reports.plan import plan
from game.core.reports.progress import exercise_progress
from game.core.rules import ordering
from game.core.rules.dose import Dose
from game.core.rules.journey import journey
from game.core.rules.state import limits_of
from game.core.rules.today import quest_of
from game.core.simulate.simulation import begun, family_plays
from tests.core.rules.lives import SURGERY
from tests.diary import START, case, catalogue

WHO, TOLD, DAYS = "Ms Weber", 16, 40
PROGRAMMES = [
    ("children", "3-4"),
    ("children", "7-10"),
    ("prevention", "5-6"),
    ("after_surgery", "7-10"),
    ("grown_up", "11+"),
]


@pytest.mark.parametrize(("programme", "age"), PROGRAMMES, ids=str)
def test_what_is_said_of_an_ordered_start_comes_true_on_every_page(programme: str, age: str) -> None:
    who = case(programme, age, *(SURGERY if programme == "after_surgery" else ()))
    robin, day = begun(catalogue(), who), plus(START, TOLD)
    for n in range(TOLD + 1):
        family_plays(robin, "perfect", START, plus(START, n))
    rows = [row for row in ordering.sheet(catalogue(), robin.child, day).rows if row.dose is not None]
    assert len(rows) >= 3
    head, orders = OrderWritten(WHO, day), list[ExerciseOrdered]()
    for n, row in enumerate(rows):
        assert row.dose
        start = row.least if n % 2 else min(row.game.ramp.cap, row.dose.amount + 2 * row.game.ramp.step)
        orders.append(ExerciseOrdered(row.exercise, WHO, day, start=start, begins_anew=True))
    facts = ordering.written(catalogue(), robin.child, head, orders, day)
    said = ordering.outlooks(catalogue(), robin.child, facts, day)
    robin.record(day, 22, *facts)
    starts = {order.exercise: order.start or 0 for order in orders}
    before = {row.exercise: row.dose for row in rows}
    for n in range(TOLD + 1, DAYS):
        day = plus(START, n)
        way = journey(catalogue(), robin.child, day)
        state = way.morning(day)
        for name, start in starts.items():
            dose, limit = state.tracks[name].dose, limits_of(catalogue(), state, catalogue().exercises[name], day)
            old = before[name] or dose
            if n == TOLD + 1:
                assert said[name].dose == dose, name
                assert dose == Dose(1, start) if old.amount >= start else dose.amount <= start, name
            assert dose.amount <= max(limit.ramp.cap, start) and dose.amount - old.amount <= limit.ramp.step, (name, n)
            before[name] = dose
        for level in (row for slot in Slot for row in quest_of(way, day, slot).levels if row.exercise in starts):
            assert (level.sets, level.amount) == (state.tracks[level.exercise].dose.sets, level.amount)
        family_plays(robin, "perfect", START, day)
    child = robin.child
    week = next(week for week in plan(journey(catalogue(), child, day), None).weeks if week.is_now)
    report = doctors_report(catalogue(), child, plus(START, 0), day, day)
    for name in starts:
        figures = exercise_progress(catalogue(), child, name, day)
        shown = next(row for row in report.exercises if row.exercise == name)
        assert week.doses[name] == shown.now == Dose(figures.sets, figures.amount)
