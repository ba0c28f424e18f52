"""What is told later than 48 hours: for the record, save strong pain."""

from __future__ import annotations

import pytest

from game.core.content import Slot
from game.core.days import plus
from game.core.events import DoctorAsked, Effort, Grade, OuchTold, Retracted
from game.core.rules import rewards
from game.core.rules.journey import journey
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import WELL, day_plan
from tests.diary import START, both, catalogue, lived


def played(days: int = 15, last: int = 15) -> SimulatedChild:
    """Days well played, then one on which bear walk waits for a word."""
    robin = lived(both(range(days)), days).robin
    day = plus(START, last)
    robin.play(day, day, Slot.MORNING, ["bear_walk"], WELL, is_quest=True, say=False)
    return robin


def told(
    robin: SimulatedChild, day: int, grade: Grade | None, effort: Effort = Effort.RIGHT, ouch: int | None = None
) -> None:
    attempt = list(robin.child.attempts)[-1]
    robin.record(plus(START, day), 21, *rewards.for_the_record(robin.child, attempt, grade, effort, ouch))


def dose(robin: SimulatedChild, day: int) -> tuple[int, int]:
    d = journey(catalogue(), robin.child, plus(START, day)).morning(plus(START, day)).tracks["bear_walk"].dose
    return d.sets, d.amount


@pytest.mark.parametrize(("day", "after"), [(17, (1, 25)), (18, (1, 30))])
def test_a_hard_word_within_two_days_steps_back_and_later_changes_nothing(day: int, after: tuple[int, int]) -> None:
    robin = played()
    told(robin, day, Grade.PARTLY, Effort.HARD)
    assert dose(robin, 19) == after


def test_told_later_it_stands_in_the_records_and_earns_nothing() -> None:
    robin = played()
    stars = robin.child.stars
    told(robin, 20, Grade.WELL)
    assert (list(robin.child.attempts.values())[-1].grade, robin.child.stars) == (Grade.WELL, stars)
    state = journey(catalogue(), robin.child, plus(START, 20)).now(plus(START, 20))
    assert plus(START, 15) not in state.good_days


@pytest.mark.parametrize(("score", "rests"), [(3, False), (4, True), (9, True)])
def test_pain_told_later_rests_the_exercise_from_the_day_it_is_told(score: int, rests: bool) -> None:
    robin = played()
    told(robin, 20, None, ouch=score)
    way = journey(catalogue(), robin.child, plus(START, 21))
    assert ("bear_walk" in way.morning(plus(START, 20)).resting, "bear_walk" in way.now(plus(START, 20)).resting) == (
        False, rests,
    )  # fmt: skip
    assert dose(robin, 21) == (1, 30) or rests


@pytest.mark.parametrize(("other", "state"), [(21, "paused"), (22, "playing")])
def test_pain_told_later_counts_for_the_painful_stop_by_its_own_day(other: int, state: str) -> None:
    robin = played()
    day = plus(START, other)
    robin.play(day, day, Slot.MORNING, ["caterpillar"], WELL, is_quest=True, say=False)
    robin.record(day, 12, OuchTold(list(robin.child.attempts)[-1], "caterpillar", day, Slot.MORNING, 5))
    first = next(a for a in robin.child.attempts.values() if a.on == plus(START, 15) and a.exercise == "bear_walk")
    robin.record(plus(START, 23), 21, OuchTold(first.id, "bear_walk", first.on, first.slot, 4))
    assert day_plan(catalogue(), robin, plus(START, 24)).state == state


def test_pain_told_later_of_a_day_before_the_doctor_was_asked_begins_no_second_stop() -> None:
    robin = lived(both(range(15)) + "+16 morning bear_walk ouch 5\n+18 morning caterpillar ouch 5\n", 19).robin
    robin.record(plus(START, 20), 7, DoctorAsked("pain"))
    early = next(a for a in robin.child.attempts.values() if a.on == plus(START, 14) and a.exercise == "lego_bricks")
    robin.record(plus(START, 21), 21, OuchTold(early.id, "lego_bricks", early.on, early.slot, 6))
    state = journey(catalogue(), robin.child, plus(START, 22)).now(plus(START, 22))
    assert state.stopped_on is None and "lego_bricks" in state.resting


def test_what_was_taken_back_may_be_said_anew_at_any_time_and_counts() -> None:
    robin = lived(both(range(15)) + "+15 morning bear_walk finished well right\n", 16).robin
    attempt = list(robin.child.attempts.values())[-1]
    assert attempt.word is not None
    robin.record(plus(START, 16), 9, Retracted(attempt.word))
    told(robin, 25, Grade.PARTLY, Effort.HARD)
    assert (
        journey(catalogue(), robin.child, plus(START, 26)).morning(plus(START, 16)).tracks["bear_walk"].dose.amount
        == 25
    )
