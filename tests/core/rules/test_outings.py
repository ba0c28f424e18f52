"""The forest walk told afterwards: it makes its day and brings stars, and no slot, budget, dose or gap knows of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from game.core.content import Slot
from game.core.days import plus
from game.core.events import Grade, Retracted, SignsTicked
from game.core.reports.progress import progress
from game.core.rules.journey import journey
from game.core.rules.outings import last_told, minutes, told_on, walked
from game.core.rules.rewards import RefusedByRules
from game.core.rules.today import Doing, today
from game.core.simulate.simulated_child import SimulatedChild
from tests.diary import START, catalogue, every_day, lived

WALK = "forest_walk"


def tell(robin: SimulatedChild, n: int, length: int = 20, grade: Grade = Grade.WELL, slot: Slot = Slot.MORNING) -> None:
    day = plus(START, n)
    now = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    facts = walked(catalogue(), robin.child, WALK, length, grade, day, slot, now, (f"outing-{n}", f"walk-{n}"))
    robin.record(day, 13, *facts)


def state(robin: SimulatedChild, n: int):
    day = plus(START, n)
    return journey(catalogue(), robin.child, day).now(day)


def test_the_family_chooses_among_five_lengths():
    assert minutes(catalogue().exercises[WALK]) == (10, 15, 20, 25, 30)


def test_a_walk_makes_its_day_and_brings_its_stars():
    robin = lived(every_day(range(5)), 5).robin
    before, report = robin.child.stars, progress(catalogue(), robin.child, plus(START, 5))
    tell(robin, 5)
    after = progress(catalogue(), robin.child, plus(START, 5))
    assert robin.child.stars == before + 3
    assert (after.active_days, after.streak) == (report.active_days + 1, report.streak + 1)


def test_with_help_two_stars():
    robin = lived(every_day(range(5)), 5).robin
    before = robin.child.stars
    tell(robin, 5, grade=Grade.HELPED)
    assert robin.child.stars == before + 2


def test_the_slots_quest_stays_as_it_was():
    robin = lived(every_day(range(5)), 5).robin
    now = datetime(2026, 1, 10, 14, tzinfo=UTC)
    before = today(catalogue(), robin.child, now, Slot.MORNING)
    tell(robin, 5)
    after = today(catalogue(), robin.child, now, Slot.MORNING)
    assert after == before
    assert after.doing is Doing.READY and after.left


def test_a_slot_that_was_ended_stays_ended():
    robin = lived(every_day(range(4)) + "\n+4 morning * finished well right", 5).robin
    now = datetime(2026, 1, 9, 12, 30, tzinfo=UTC)
    tell(robin, 4)
    assert today(catalogue(), robin.child, now, Slot.MORNING).doing is Doing.DONE


def test_neither_budget_nor_doses_nor_what_comes_next_know_of_it():
    diary = every_day([0, 1, 3, 5])
    with_it, without = (lived(diary, 8).robin for _ in range(2))
    for n in (2, 4, 6):
        tell(with_it, n)
    for n in range(7, 16):
        a, b = state(with_it, n), state(without, n)
        assert (a.budget, a.tracks, a.good_since_new, a.last_play) == (
            b.budget,
            b.tracks,
            b.good_since_new,
            b.last_play,
        )


def test_a_walk_is_no_play_that_ends_a_gap():
    robin = lived(every_day(range(10)), 10).robin
    before = state(robin, 12).budget
    for n in (12, 15, 17):
        tell(robin, n)
    assert state(robin, 18).budget < before


def test_planned_and_done_sessions_and_minutes_leave_it_out():
    robin = lived(every_day(range(5)), 5).robin
    before = progress(catalogue(), robin.child, plus(START, 5))
    tell(robin, 5)
    after = progress(catalogue(), robin.child, plus(START, 5))
    assert (after.planned_sessions, after.done_sessions) == (before.planned_sessions, before.done_sessions)
    assert [d.done_s for w in after.weeks for d in w.days] == [d.done_s for w in before.weeks for d in w.days]


def test_a_days_walk_is_told_once():
    robin = lived(every_day(range(5)), 5).robin
    tell(robin, 5)
    stars = robin.child.stars
    tell(robin, 5, 30)
    assert (robin.child.stars, last_told(robin.child, WALK)) == (stars, 20)


def test_taken_back_it_is_as_never_told():
    robin = lived(every_day(range(5)), 5).robin
    stars = robin.child.stars
    tell(robin, 5)
    robin.record(plus(START, 5), 15, Retracted(robin.child.attempts["walk-5"].event))
    assert robin.child.stars == stars
    assert not told_on(robin.child, WALK, plus(START, 5))


def test_before_the_first_exercise_a_walk_begins_no_adventure():
    robin = lived("", 1).robin
    tell(robin, 1)
    assert state(robin, 3).first_active is None
    assert [progress(catalogue(), robin.child, plus(START, n)).active_days for n in (1, 2)] == [0, 0]


def test_refused_while_a_doctor_has_to_be_asked():
    robin = lived(every_day(range(5)), 5).robin
    robin.record(plus(START, 5), 8, SignsTicked(("pain",)))
    with pytest.raises(RefusedByRules):
        tell(robin, 5)


def test_a_length_that_is_not_offered_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="12 minutes"):
        tell(lived("", 1).robin, 1, 12)
