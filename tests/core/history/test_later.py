"""What was told for the record alone, as it is folded: once, in the order of telling, gone when it is taken back."""

from __future__ import annotations

from game.core.content import Slot
from game.core.days import plus
from game.core.events import Effort, Grade, Retracted, ToldLater
from game.core.history.fold import fold, whole_telling
from game.core.history.history import empty_family
from game.core.simulate.simulated_child import SimulatedChild
from tests.diary import START, catalogue


def later(day: int, slot: Slot = Slot.MORNING, exercise: str = "bear_walk", grade: Grade = Grade.WELL) -> ToldLater:
    return ToldLater(plus(START, day), slot, exercise, 1, 20, grade, Effort.RIGHT, None)


def told(*facts: ToldLater) -> SimulatedChild:
    robin = SimulatedChild(catalogue(), "anna")
    for n, fact in enumerate(facts):
        robin.record(plus(START, 20 + n), 8, fact)
    return robin


def test_each_stands_with_the_day_it_was_told_on_and_the_name_it_is_taken_back_by() -> None:
    robin = told(later(3), later(1))
    rows = robin.child.later
    assert [(row.told.on, row.day) for row in rows] == [
        (plus(START, 3), plus(START, 20)), (plus(START, 1), plus(START, 21)),
    ]  # fmt: skip
    assert [row.event for row in rows] == [event.id for event in robin.events]


def test_of_two_words_on_the_same_exercise_of_a_slot_the_first_stands() -> None:
    one, other = later(3), later(3, grade=Grade.PARTLY)
    robin = told(one, later(3, Slot.EVENING), later(3, exercise="lego_bricks"), other, later(4))
    assert [row.told for row in robin.child.later] == [
        one, later(3, Slot.EVENING), later(3, exercise="lego_bricks"), later(4),
    ]  # fmt: skip
    robin.record(plus(START, 30), 8, Retracted(robin.events[0].id))
    assert other in [row.told for row in robin.child.later] and one not in [row.told for row in robin.child.later]


def test_it_is_no_play_brings_no_star_and_is_folded_in_halves_as_at_once() -> None:
    robin = told(later(3), later(1), later(2))
    assert not robin.child.attempts and not robin.child.stars
    once = fold(empty_family(), robin.events)
    for n in range(4):
        assert fold(fold(empty_family(), robin.events[:n]), robin.events[n:]) == once
    assert whole_telling(robin.child) == robin.events


def test_taken_back_and_told_anew_it_stands_with_its_new_name() -> None:
    robin = told(later(3), later(1))
    first = robin.child.later[0].event
    robin.record(plus(START, 30), 8, Retracted(first))
    assert [row.told for row in robin.child.later] == [later(1)]
    robin.record(plus(START, 30), 9, later(3, grade=Grade.HELPED))
    assert [row.told.grade for row in robin.child.later] == [Grade.WELL, Grade.HELPED]
    assert robin.child.later[1].event != first
