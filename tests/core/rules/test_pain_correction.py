"""Which exercise hurt, and how much, put right: the facts that follow; the page is tried in `tests/scenes/parent`."""

from __future__ import annotations

import pytest

from game.core.content import Slot
from game.core.days import plus
from game.core.events import Fact, LevelPlayed, OuchTold, Outcome, QuestKind, Retracted, SessionStarted
from game.core.rules.pain_correction import corrected, exercises_of, highest_told, hurt_play, replaced_word, words_told
from game.core.simulate.simulated_child import SimulatedChild
from tests.diary import START, both, catalogue, lived

DAY = plus(START, 9)
QUEST = ("lego_bricks", "caterpillar", "bear_walk")


def session(*plays: tuple[str, Outcome]) -> SimulatedChild:
    """Nine good days, and a session of three of which these were played; a play is named like its exercise."""
    robin = lived(both(range(9)), 9).robin
    robin.record(DAY, 8, SessionStarted("s", DAY, Slot.MORNING, QuestKind.QUEST, QUEST))
    for name, outcome in plays:
        robin.record(DAY, 8, LevelPlayed(name, "s", DAY, Slot.MORNING, name, 1, 4, outcome, 4, 4))
    return robin


def pain(name: str, score: int | None) -> OuchTold:
    return OuchTold(name, name, DAY, Slot.MORNING, score)


def right(robin: SimulatedChild, **scores: int) -> tuple[Fact, ...]:
    return corrected(robin.catalogue, robin.child, "s", scores, ("made 1", "made 2"), plus(DAY, 1))


def test_every_word_ever_told_is_known_also_one_taken_back() -> None:
    robin = session(("lego_bricks", Outcome.FINISHED), ("caterpillar", Outcome.FINISHED))
    assert (words_told(robin.child, "lego_bricks"), highest_told(robin.child, "lego_bricks")) == ((), None)
    (first,) = robin.record(DAY, 9, pain("lego_bricks", 8))
    robin.record(DAY, 9, pain("lego_bricks", None), pain("caterpillar", 10))
    assert highest_told(robin.child, "lego_bricks") == 8
    robin.record(DAY, 9, Retracted(first.id), pain("lego_bricks", 2))
    assert sorted(map(str, words_told(robin.child, "lego_bricks"))) == ["2", "8", "None"]
    assert highest_told(robin.child, "lego_bricks") == 8


@pytest.mark.parametrize(
    ("said", "right_word", "before"),
    [
        ((4,), None, None), ((4, 4), None, None), ((), 4, None), ((None, 4), None, None),
        ((2, 4), None, 2), ((4, 2), None, None),  # a lower word after it changes nothing
        ((10,), 4, 10), ((2, 10), 4, 10), ((2, 10), 2, 10), ((10,), 0, 10), ((2,), 4, 2), ((4,), 4, None),
    ],
)  # fmt: skip
def test_the_word_that_another_took_the_place_of_is_the_last_one_that_counts_no_more(
    said: tuple[int | None, ...], right_word: int | None, before: int | None
) -> None:
    robin = session(("lego_bricks", Outcome.FINISHED))
    for score in said:
        robin.record(DAY, 9, pain("lego_bricks", score))
    if right_word is not None:
        robin.record(DAY, 10, *right(robin, lego_bricks=right_word))
    assert replaced_word(robin.child, "lego_bricks") == before


def test_a_pain_may_belong_to_what_the_quest_had_and_to_what_was_played_in_it() -> None:
    robin = session(("starfish_toes", Outcome.FINISHED), ("caterpillar", Outcome.FINISHED))
    assert exercises_of(robin.child, "s") == (*QUEST, "starfish_toes")
    assert exercises_of(robin.child, "no such session") == ()


def test_the_play_that_hurt_is_meant_and_else_the_last_of_that_session() -> None:
    robin = session()
    plays = [LevelPlayed(f"p{n}", "s", DAY, Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20) for n in range(3)]
    robin.record(DAY, 8, *plays)
    assert hurt_play(robin.child, "s", "bear_walk") == robin.child.attempts["p2"]
    robin.record(DAY, 8, OuchTold("p1", "bear_walk", DAY, Slot.MORNING, 3))
    assert hurt_play(robin.child, "s", "bear_walk") == robin.child.attempts["p1"]
    assert hurt_play(robin.child, "s", "caterpillar") is None, "played on other days, not in this session"


@pytest.mark.parametrize("score", [0, 2, 3, 4, 10])
def test_a_higher_word_is_told_a_lower_one_takes_the_higher_back_and_the_same_tells_nothing(score: int) -> None:
    robin = session(("lego_bricks", Outcome.FINISHED))
    (told,) = robin.record(DAY, 9, pain("lego_bricks", 3))
    facts = right(robin, lego_bricks=score)
    if score > 3:
        assert facts == (pain("lego_bricks", score),)
    elif score == 3:
        assert facts == ()
    else:
        assert facts == (Retracted(told.id), *((pain("lego_bricks", score),) if score else ()))
    robin.record(plus(DAY, 1), 9, *facts)
    assert (robin.child.attempts["lego_bricks"].ouch or 0) == score


def test_no_pain_where_none_was_told_tells_nothing() -> None:
    robin = session(("lego_bricks", Outcome.FINISHED))
    assert right(robin, lego_bricks=0, caterpillar=0) == () == right(robin)


@pytest.mark.parametrize("score", [0, 1, 6])
def test_a_press_nobody_answered_is_answered_by_any_word(score: int) -> None:
    robin = session(("lego_bricks", Outcome.FINISHED))
    robin.record(DAY, 9, pain("lego_bricks", None))
    assert right(robin, lego_bricks=score) == (pain("lego_bricks", score),)


def test_a_play_that_ended_by_it_hurts_keeps_an_answer_when_it_did_not_after_all() -> None:
    robin = session(("lego_bricks", Outcome.HURT))
    (told,) = robin.record(DAY, 9, pain("lego_bricks", 6))
    assert right(robin, lego_bricks=0) == (Retracted(told.id), pain("lego_bricks", 0))


@pytest.mark.parametrize(("score", "plays"), [(0, 0), (1, 1), (4, 1)])
def test_what_hurt_without_being_played_gets_a_play_of_nothing_done_at_its_days_dose(score: int, plays: int) -> None:
    robin = session()
    facts = right(robin, bear_walk=score)
    # Nine good days: the bear walk stands at 25 seconds since the eighth.
    made = LevelPlayed("made 1", "s", DAY, Slot.MORNING, "bear_walk", 1, 25, Outcome.HURT, 0)
    assert facts == (made, OuchTold("made 1", "bear_walk", DAY, Slot.MORNING, score))[: 2 * plays]


def test_what_had_not_come_yet_gets_its_start_and_each_play_a_name_of_its_own() -> None:
    robin = session()
    robin.record(DAY, 8, SessionStarted("t", DAY, Slot.MORNING, QuestKind.AWAY, ("sky_bike", "bear_walk")))
    facts = corrected(catalogue(), robin.child, "t", {"sky_bike": 2, "bear_walk": 2}, ("one", "two"), plus(DAY, 1))
    assert [(f.attempt, f.exercise, f.amount) for f in facts if isinstance(f, LevelPlayed)] == [
        ("one", "sky_bike", 6), ("two", "bear_walk", 25),
    ]  # fmt: skip


def test_rest_moves_to_what_hurt() -> None:
    robin = session(("lego_bricks", Outcome.FINISHED), ("caterpillar", Outcome.FINISHED))
    robin.record(DAY, 9, pain("lego_bricks", 10))
    robin.record(plus(DAY, 1), 9, *right(robin, lego_bricks=0, caterpillar=10))
    assert [robin.child.attempts[name].ouch for name in ("lego_bricks", "caterpillar")] == [None, 10]


@pytest.mark.parametrize("score", [1, 4])
def test_pain_of_a_play_nobody_told_any_of_is_told(score: int) -> None:
    assert right(session(("lego_bricks", Outcome.FINISHED)), lego_bricks=score) == (pain("lego_bricks", score),)


def test_that_it_did_not_hurt_is_said_once() -> None:
    robin = session(("lego_bricks", Outcome.HURT))
    robin.record(DAY, 9, pain("lego_bricks", 0))
    assert right(robin, lego_bricks=0) == ()
    assert right(robin, lego_bricks=1) == (pain("lego_bricks", 1),)
