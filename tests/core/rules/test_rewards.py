"""Stars, the parent's word, undo and stickers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from game.core.content import Slot
from game.core.days import plus
from game.core.events import (
    Effort,
    Grade,
    Held,
    LevelConfirmed,
    OuchTold,
    Outcome,
    ProgrammeChosen,
    Released,
    Retracted,
    SessionEnded,
    SessionEnding,
    StarsAwarded,
    SurgeryPlanned,
)
from game.core.rules import rewards
from game.core.rules.journey import journey
from game.core.simulate.simulated_child import HowItWent, SimulatedChild
from game.core.simulate.simulation import WELL, begun
from tests.diary import START, both, case, catalogue, lived, of_family

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 1, 5, 9, tzinfo=ZONE)
BOOK = [f"sticker_{n}" for n in range(60)]


@pytest.fixture
def robin() -> SimulatedChild:
    """One quest played this morning, nothing told yet."""
    child = begun(catalogue(), case())
    child.play(
        START, START, Slot.MORNING, child.whole_quest(START, START, Slot.MORNING), WELL, is_quest=True, say=False
    )
    return child


def first(robin: SimulatedChild) -> str:
    return next(iter(robin.child.attempts))


def word(robin: SimulatedChild, grade: Grade = Grade.WELL, ouch: int | None = None, now: datetime = NOW):
    return rewards.confirm(catalogue(), robin.child, first(robin), grade, Effort.RIGHT, ouch, now)


def test_trying_is_one_star_and_a_whole_quest_one_more(robin: SimulatedChild) -> None:
    assert robin.child.stars == 3 + 1
    assert rewards.for_level(catalogue(), robin.child, first(robin), START) == ()


@pytest.mark.parametrize(
    ("grade", "more"), [(Grade.WELL, 2), (Grade.HELPED, 1), (Grade.PARTLY, 0), (Grade.NOT_TODAY, 0)]
)
def test_the_word_wakes_the_stars_that_are_still_asleep(robin: SimulatedChild, grade: Grade, more: int) -> None:
    assert sum(f.stars for f in word(robin, grade) if isinstance(f, StarsAwarded)) == more


def test_a_word_said_twice_is_said_once(robin: SimulatedChild) -> None:
    robin.record(START, 9, *word(robin))
    assert word(robin, Grade.PARTLY) == ()
    assert robin.child.stars == 6


def test_an_ouch_always_counts(robin: SimulatedChild) -> None:
    robin.record(START, 9, *word(robin))
    (hurt,) = word(robin, Grade.WELL, ouch=5)
    assert isinstance(hurt, OuchTold) and hurt.score == 5


def test_pain_told_with_the_word_takes_no_star(robin: SimulatedChild) -> None:
    facts = word(robin, Grade.WELL, ouch=2)
    assert [type(f).__name__ for f in facts] == ["LevelConfirmed", "OuchTold", "StarsAwarded"]


def test_a_word_may_come_two_game_days_later_and_no_later(robin: SimulatedChild) -> None:
    assert word(robin, now=NOW + timedelta(days=2))
    assert word(robin, now=datetime(2026, 1, 8, 3, 59, tzinfo=ZONE))
    with pytest.raises(rewards.RefusedByRules) as refused:
        word(robin, now=datetime(2026, 1, 8, 4, 0, tzinfo=ZONE))
    assert refused.value.reason.key == "confirm_refused_late"


def test_undo_takes_the_word_and_its_stars_back_and_it_may_be_said_anew_at_any_time(robin: SimulatedChild) -> None:
    robin.record(START, 9, *word(robin, Grade.WELL))
    assert robin.child.stars == 6
    taken = rewards.undo(robin.child, first(robin))
    assert [type(f) for f in taken] == [Retracted]
    robin.record(START, 9, *taken)
    assert (robin.child.stars, robin.child.attempts[first(robin)].is_told) == (4, False)
    assert word(robin, Grade.HELPED, now=NOW + timedelta(days=30))
    robin.record(plus(START, 30), 9, *word(robin, Grade.HELPED, now=NOW + timedelta(days=30)))
    assert robin.child.stars == 5


@pytest.mark.parametrize(("score", "rests"), [(1, False), (3, False), (4, True), (10, True)])
def test_undo_of_a_grade_leaves_the_pain_told_with_it(robin: SimulatedChild, score: int, rests: bool) -> None:
    robin.record(START, 9, *word(robin, Grade.WELL, ouch=score))
    robin.record(START, 9, *rewards.undo(robin.child, first(robin)))
    attempt = robin.child.attempts[first(robin)]
    assert (attempt.is_told, attempt.ouch) == (False, score)
    state = journey(robin.catalogue, robin.child, START).now(START)
    assert (attempt.exercise in state.resting) is rests
    assert word(robin, Grade.PARTLY), "it may be said anew"


def test_undo_is_at_hand_for_ten_minutes(robin: SimulatedChild) -> None:
    robin.record(START, 9, *word(robin))
    said = robin.child.attempts[first(robin)].said_at
    assert said is not None
    assert rewards.can_undo(robin.catalogue, robin.child, first(robin), said + timedelta(minutes=10))
    assert not rewards.can_undo(robin.catalogue, robin.child, first(robin), said + timedelta(minutes=10, seconds=1))
    assert rewards.undo(robin.child, "unknown") == ()


def test_an_unknown_play_is_refused(robin: SimulatedChild) -> None:
    with pytest.raises(rewards.RefusedByRules):
        rewards.confirm(catalogue(), robin.child, "nothing", Grade.WELL, Effort.RIGHT, None, NOW)


def test_what_hurt_can_still_be_told_of_and_what_was_played_while_it_rested_cannot() -> None:
    child = begun(catalogue(), case())
    child.play(START, START, Slot.MORNING, ["bear_walk"], HowItWent(Outcome.HURT, score=6), is_quest=True)
    assert isinstance(word(child, Grade.PARTLY)[0], LevelConfirmed)
    child.play(START, START, Slot.EVENING, ["bear_walk"], WELL, is_quest=True, say=False)
    with pytest.raises(rewards.RefusedByRules) as refused:
        rewards.confirm(catalogue(), child.child, list(child.child.attempts)[-1], Grade.WELL, Effort.RIGHT, None, NOW)
    assert refused.value.reason.key == "confirm_refused_resting"


def test_a_quest_in_parts_earns_its_star_with_the_last_of_them_once() -> None:
    child = begun(catalogue(), case())
    for name in ("bear_walk", "lego_bricks", "caterpillar"):
        child.play(START, START, Slot.MORNING, [name], WELL, is_quest=True, say=False)
        assert child.child.stars == {"bear_walk": 1, "lego_bricks": 2, "caterpillar": 4}[name]
    session = next(iter(child.child.sessions))
    ended = rewards.for_session(catalogue(), child.child, session, SessionEnding.WHOLE, START)
    assert ended == (SessionEnded(session, SessionEnding.WHOLE),)


def test_a_quest_earns_its_star_as_of_the_day_it_is_played_whatever_a_clock_far_ahead_has_told() -> None:
    child = begun(catalogue(), case())
    for name in ("bear_walk", "lego_bricks"):
        child.play(START, START, Slot.MORNING, [name], WELL, is_quest=True, say=False)
    child.play(START, START, Slot.MORNING, ["caterpillar"], WELL, is_quest=True, say=False)
    given = [e for e in child.child.events if getattr(e.fact, "why", "") == "quest"]
    child.record(START, 9, Retracted(given[0].id))
    child.record(plus(START, 4000), 9, Held())  # another computer, ten years ahead
    session = list(child.child.sessions)[-1]
    ended = rewards.for_session(catalogue(), child.child, session, SessionEnding.WHOLE, START)
    assert ended[1:] == (StarsAwarded(session, 1, "quest"),)


def test_a_grown_up_earns_no_stars_and_no_stickers() -> None:
    life = of_family("perfect", 5, case("grown_up", "11+"))
    assert (life.robin.child.stars, rewards.sticker(life.robin.catalogue, life.robin.child, BOOK, plus(START, 5))) == (
        0,
        (),
    )


def test_the_book_is_full_after_sixty_sessions_without_a_double_and_the_same_for_the_same_child() -> None:
    def book() -> tuple[list[int], tuple[str, ...]]:
        child, counts = begun(catalogue(), case()), []
        for n in range(30):
            day = plus(START, n)
            for slot in Slot:
                child.play(day, day, slot, child.whole_quest(day, day, slot)[:1], WELL, is_quest=True)
                found = rewards.sticker(child.catalogue, child.child, BOOK, day)
                counts.append(len(found))
                child.record(day, 19, *found)
                child.record(
                    day, 19, *(f for f in rewards.sticker(child.catalogue, child.child, BOOK, day) if counts.append(99))
                )
        return counts, child.child.stickers

    counts, stickers = book()
    assert sorted(stickers) == sorted(BOOK)
    assert {0, 1, 2} == set(counts) and counts[0] == 1
    assert book() == (counts, stickers)


def test_stars_do_not_fall_when_a_late_word_says_not_today() -> None:
    assert lived("+0 morning bear_walk stopped well right\n+0 morning bear_walk not-today", 2).on(1).stars == 1


def test_while_an_operations_lock_is_shut_nothing_can_be_confirmed(robin: SimulatedChild) -> None:
    robin.record(START, 10, SurgeryPlanned(plus(START, -3), plus(START, 20)))
    with pytest.raises(rewards.RefusedByRules) as refused:
        word(robin)
    assert refused.value.reason.key == "confirm_refused_locked"


@pytest.mark.parametrize(("score", "stars"), [(0, 1), (2, 1), (5, 1)])
def test_pain_told_after_not_today_makes_it_an_attempt_with_its_star_and_the_day_active(score: int, stars: int) -> None:
    life = lived(f"+0 morning bear_walk not-today\n+0 morning bear_walk ouch {score}", 2)
    assert (life.on(1).stars, life.on(1).active_days) == (stars, 1)
    assert lived("+0 morning bear_walk not-today", 2).on(1).active_days == 0


def test_pain_told_after_not_today_pays_once_and_takes_nothing_from_a_whole_dose() -> None:
    twice = lived("+0 morning bear_walk not-today\n+0 morning bear_walk ouch 2\n+0 morning bear_walk ouch 3", 2)
    assert twice.on(1).stars == 1
    assert lived("+0 morning bear_walk finished well right\n+0 morning bear_walk ouch 2", 2).on(1).stars == 3


def test_pain_told_after_not_today_can_make_the_quest_whole() -> None:
    text = "+0 morning bear_walk not-today\n+0 morning * finished well right\n"
    assert lived(text, 2).on(1).stars == 6
    assert lived(text + "+0 morning bear_walk ouch 2", 2).on(1).stars == 6 + 1 + 1


def test_not_today_is_worth_its_star_only_where_it_hurt(robin: SimulatedChild) -> None:
    played = robin.child.attempts[first(robin)]
    assert rewards.earned(catalogue(), played, Grade.NOT_TODAY)[0] == 0
    assert rewards.earned(catalogue(), replace(played, is_hurt=True), Grade.NOT_TODAY)[0] == 1


def test_a_grown_ups_programme_chosen_under_a_clock_that_was_ahead_brings_no_stars_either() -> None:
    robin = lived(both(range(4)), 4, case("prevention", "11+")).robin
    before, today = robin.child.stars, plus(START, 4)
    robin.record(plus(START, 400), 9, ProgrammeChosen("grown_up"))
    robin.record(today, 8, Held(), Released())  # the clock is right again
    names = robin.whole_quest(today, today, Slot.MORNING)
    robin.play(today, today, Slot.MORNING, names, WELL, is_quest=True)
    assert names and robin.child.programme == "grown_up" and robin.child.stars == before


def test_a_childs_day_told_after_the_grown_ups_programme_was_chosen_keeps_its_stars() -> None:
    text = "+0 morning * finished well right\n+2 programme grown_up\n+1 morning * finished well right\n"
    assert lived(text, 4, case(age="11+"), late=True).on(3).stars == 20


def test_three_sessions_bring_three_stickers_however_they_are_spread() -> None:
    assert {sum(spread) for spread in rewards.SPREADS} == {3} == {len(spread) for spread in rewards.SPREADS}
    assert max(map(max, rewards.SPREADS)) == rewards.MOST_STICKERS == 2
    assert rewards.SPREADS[0][0] == 1, "the very first session brings one"


@pytest.mark.parametrize(("score", "is_told"), [(0, False), (2, False), (3, False), (4, True)])
def test_with_the_word_only_a_higher_score_is_told_again(robin: SimulatedChild, score: int, is_told: bool) -> None:
    play = robin.child.attempts[first(robin)]
    robin.record(START, 8, OuchTold(play.id, play.exercise, play.on, play.slot, 3))
    facts = word(robin, ouch=score)
    assert [f.score for f in facts if isinstance(f, OuchTold)] == ([score] if is_told else [])
    later = rewards.for_the_record(robin.child, play.id, Grade.WELL, Effort.RIGHT, score)
    assert [f.score for f in later if isinstance(f, OuchTold)] == ([score] if is_told else [])


@pytest.mark.parametrize(
    ("pressed", "score", "told"),
    [(False, None, []), (False, 0, []), (False, 1, [1]), (True, None, []), (True, 0, [0]), (True, 1, [1])],
)
def test_that_it_did_not_hurt_is_told_only_where_it_hurts_was_pressed(
    robin: SimulatedChild, pressed: bool, score: int | None, told: list[int]
) -> None:
    play = robin.child.attempts[first(robin)]
    if pressed:
        robin.record(START, 8, OuchTold(play.id, play.exercise, play.on, play.slot, None))
    assert [f.score for f in word(robin, ouch=score) if isinstance(f, OuchTold)] == told
