"""The shared picture is a count of what was told, in the family's one diary, and nobody's number."""

from __future__ import annotations

from game.core.content import Slot
from game.core.events import DoneTogether, LevelPlayed, Outcome, Retracted
from game.core.history.fold import fold
from game.core.history.history import Family, empty_family
from game.core.session.shared_picture import PLACES, THINGS, done_together, shared_picture
from game.core.simulate.simulated_child import SimulatedChild
from tests.diary import START, catalogue


def play(attempt: str) -> LevelPlayed:
    return LevelPlayed(attempt, "s", START, Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20)


def family(*children: SimulatedChild) -> Family:
    whole = empty_family()
    for child in children:
        whole = fold(whole, child.events)
    return whole


def child(name: str, *attempts: str, beside: str = "x") -> SimulatedChild:
    robin = SimulatedChild(catalogue(), name)
    for attempt in attempts:
        robin.record(START, 8, play(attempt), DoneTogether(attempt, beside))
    return robin


def test_it_counts_whoever_told_of_them() -> None:
    assert done_together(family(child("anna", "a", "b"), child("ben", "c"))) == 3
    assert done_together(empty_family()) == 0


def test_a_play_told_twice_is_one_thing() -> None:
    robin = child("anna", "a")
    robin.record(START, 9, DoneTogether("a", "y"))
    assert robin.child.together == 1


def test_of_a_play_nobody_told_nothing_is_in_it() -> None:
    robin = SimulatedChild(catalogue(), "anna")
    robin.record(START, 8, DoneTogether("a", "b"))
    assert robin.child.together == 0


def test_a_play_taken_back_leaves_it() -> None:
    robin = child("anna", "a", "b")
    played = next(e for e in robin.events if isinstance(e.fact, LevelPlayed) and e.fact.attempt == "a")
    robin.record(START, 9, Retracted(played.id))
    assert robin.child.together == 1


def test_folded_in_two_halves_it_is_the_same() -> None:
    events = child("anna", "a", "b", "c").events
    whole = fold(empty_family(), events)
    for cut in range(len(events) + 1):
        assert fold(fold(empty_family(), events[:cut]), events[cut:]) == whole


def test_a_full_picture_stays_until_the_next_thing_begins_another() -> None:
    assert (shared_picture(0).things, shared_picture(1).things) == (0, 1)
    assert shared_picture(THINGS) == shared_picture(THINGS).__class__(PLACES[0], 0, THINGS)
    assert (shared_picture(THINGS + 1).place, shared_picture(THINGS + 1).things) == (PLACES[1], 1)
    assert shared_picture(len(PLACES) * THINGS + 1).place == PLACES[0]


def test_no_rule_and_no_star_hangs_on_it() -> None:
    one, other = child("anna", "a", "b"), SimulatedChild(catalogue(), "anna")
    for attempt in ("a", "b"):
        other.record(START, 8, play(attempt))
    assert one.child.stars == other.child.stars == 0
    assert [a.exercise for a in one.child.attempts.values()] == [a.exercise for a in other.child.attempts.values()]
