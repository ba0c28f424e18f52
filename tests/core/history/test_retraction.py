"""What stands after something was taken back: what hangs on it goes along, and nothing besides."""

from __future__ import annotations

from game.core.content import Slot
from game.core.events import (
    Effort,
    Event,
    Fact,
    Grade,
    Held,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    Outcome,
    QuestKind,
    Retracted,
    SessionEnded,
    SessionEnding,
    SessionStarted,
    StarsAwarded,
)
from game.core.history.retraction import standing
from game.core.simulate.simulated_child import SimulatedChild
from tests.diary import START, catalogue

BEGUN = SessionStarted("s", START, Slot.MORNING, QuestKind.QUEST, ("bear_walk", "caterpillar"))
ENDED = SessionEnded("s", SessionEnding.WHOLE)


def play(name: str) -> LevelPlayed:
    return LevelPlayed(name, "s", START, Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20)


def word(name: str) -> LevelConfirmed:
    return LevelConfirmed(name, Grade.WELL, Effort.RIGHT)


def pain(name: str) -> OuchTold:
    return OuchTold(name, "bear_walk", START, Slot.MORNING, 2)


def tried(name: str) -> StarsAwarded:
    return StarsAwarded(name, 1, "tried")


def woken(name: str, why: str = "careful") -> StarsAwarded:
    return StarsAwarded(name, 2, why)


def told(*facts: Fact | int) -> list[Event]:
    """These facts in turn; a number takes back what was told at that place."""
    robin = SimulatedChild(catalogue(), "anna")
    for fact in facts:
        robin.record(START, 8, Retracted(robin.events[fact].id) if isinstance(fact, int) else fact)
    return robin.events


def stands(*facts: Fact | int) -> tuple[list[Fact], set[str], set[str]]:
    left, gone, unsaid = standing(told(*facts))
    return [event.fact for event in left], set(gone), set(unsaid)


def test_with_nothing_taken_back_everything_stands() -> None:
    row = (BEGUN, play("a"), tried("a"), word("a"), woken("a"), pain("a"), ENDED, Held())
    assert stands(*row) == (list(row), set(), set())


def test_with_a_play_go_its_word_its_pain_and_its_stars_and_no_others() -> None:
    left, gone, unsaid = stands(
        BEGUN, play("a"), tried("a"), word("a"), woken("a"), pain("a"), play("b"), tried("b"), 1
    )
    assert (left, gone, unsaid) == ([BEGUN, play("b"), tried("b")], {"a"}, set())


def test_the_star_of_the_whole_quest_goes_with_a_play_before_it_and_stays_with_one_taken_back_before_it() -> None:
    quest = woken("s", "quest")
    assert stands(BEGUN, play("a"), play("b"), quest, 1)[0] == [BEGUN, play("b")]
    assert stands(BEGUN, play("a"), 1, play("b"), quest)[0] == [BEGUN, play("b"), quest]
    assert stands(BEGUN, play("b"), quest, play("a"), 3)[0] == [BEGUN, play("b"), quest]
    assert stands(BEGUN, play("a"), tried("s"), 1)[0] == [BEGUN, tried("s")], "no word woke that one"


def test_the_stars_a_word_woke_go_with_it_and_the_one_for_trying_stays() -> None:
    left, gone, unsaid = stands(BEGUN, play("a"), tried("a"), word("a"), woken("a"), 3)
    assert (left, gone, unsaid) == ([BEGUN, play("a"), tried("a")], set(), {"a"})
    again = stands(BEGUN, play("a"), tried("a"), word("a"), woken("a"), 3, word("a"), woken("a"))
    assert again[0] == [BEGUN, play("a"), tried("a"), word("a"), woken("a")]
    other = stands(BEGUN, play("a"), play("b"), word("a"), woken("b"), 3)
    assert other[0] == [BEGUN, play("a"), play("b"), woken("b")], "stars of another play"
    early = stands(BEGUN, play("a"), woken("a"), word("a"), 3)
    assert early[0] == [BEGUN, play("a"), woken("a")], "awarded before the word"


def test_with_a_session_go_its_plays_and_its_end() -> None:
    left, gone, _ = stands(BEGUN, play("a"), word("a"), ENDED, woken("s", "quest"), Held(), 0)
    assert (left, gone) == ([Held()], {"s", "a"})


def test_a_retraction_taken_back_is_none_however_often() -> None:
    assert stands(play("a"), 0)[0] == []
    assert stands(play("a"), 0, 1)[0] == [play("a")]
    assert stands(play("a"), 0, 1, 2)[0] == []


def test_pain_alone_may_be_taken_back() -> None:
    assert stands(BEGUN, play("a"), pain("a"), pain("a"), 2)[0] == [BEGUN, play("a"), pain("a")]
