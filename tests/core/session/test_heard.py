"""Which line comes next: by the days and plays before it, never by chance, and never the same two days running."""

from __future__ import annotations

from datetime import date

import pytest

from game.core.content import Slot
from game.core.days import plus
from game.core.events import (
    Effort,
    Grade,
    LevelConfirmed,
    LevelPlayed,
    Outcome,
    QuestKind,
    Retracted,
    SessionStarted,
)
from game.core.history.history import Child
from game.core.session import heard
from game.core.simulate.simulated_child import SimulatedChild
from tests.diary import START, catalogue

HOSTS = {"bear_walk": "bo", "lego_bricks": "lulu", "caterpillar": "kva"}  # by their names: bo, kva, lulu


def day(n: int) -> date:
    return plus(START, n)


def played(
    n: int, exercise: str = "bear_walk", *, away: bool = False, outcome: Outcome = Outcome.FINISHED
) -> LevelPlayed:
    name = f"{n} {exercise} {away} {outcome}"
    return LevelPlayed(name, f"session {n}", day(n), Slot.MORNING, exercise, 1, 20, outcome, 20, 0, away)


def child(*plays: LevelPlayed, id: str = "anna") -> Child:
    robin = SimulatedChild(catalogue(), id)
    for play in plays:
        robin.record(play.on, 8, play)
    return robin.child


def daily(days: int, *others: LevelPlayed) -> Child:
    return child(*(played(n) for n in range(days)), *others)


# ---------------------------------------------------------------- what is counted
def test_what_was_done_elsewhere_is_not_heard_here() -> None:
    at_home, away = child(played(0), played(1), played(1, "caterpillar")), child(played(0, away=True))
    assert [heard.plays(at_home, e) for e in ("bear_walk", "caterpillar", "lego_bricks")] == [2, 1, 0]
    assert heard.plays(away, "bear_walk") == 0 == heard.days_before(away, day(5))
    assert heard.is_first_today(away, "bear_walk", day(0)) and heard.tells_story(away, "bear_walk", day(0))


def test_an_exercise_is_the_first_of_a_day_until_it_was_played_on_it() -> None:
    after = child(played(1))
    assert [heard.is_first_today(after, "bear_walk", day(n)) for n in (0, 1, 2)] == [True, False, True]
    assert heard.is_first_today(after, "caterpillar", day(1))


def test_days_before_a_day_are_counted_once_each_and_without_it() -> None:
    three = child(played(0), played(0, "caterpillar"), played(2), played(4))
    assert [heard.days_before(three, day(n)) for n in (0, 1, 2, 3, 4, 5)] == [0, 1, 1, 2, 2, 3]


@pytest.mark.parametrize(("kind", "knows"), [(QuestKind.QUEST, True), (QuestKind.ONE, True), (QuestKind.AWAY, False)])
def test_who_began_a_session_here_knows_bo_also_when_it_was_taken_back(kind: QuestKind, knows: bool) -> None:
    robin = SimulatedChild(catalogue(), "anna")
    assert not heard.knows_bo(robin.child)
    (event,) = robin.record(START, 8, SessionStarted("s", START, Slot.MORNING, kind, ("bear_walk",)))
    assert heard.knows_bo(robin.child) is knows and heard.sessions_before(robin.child) == knows
    robin.record(START, 9, Retracted(event.id))
    assert heard.sessions_before(robin.child) == 0 and heard.knows_bo(robin.child)


# ---------------------------------------------------------------- stories and hellos
def test_a_story_is_told_on_the_first_and_third_day_and_then_on_every_fourth() -> None:
    told = [n for n in range(14) if heard.tells_story(daily(n), "bear_walk", day(n))]
    assert told == [0, 2, 4, 8, 12]
    assert not heard.tells_story(daily(3), "bear_walk", day(2)), "only with its first play of the day"


def test_a_friend_says_hello_on_one_of_three_days_and_each_on_another() -> None:
    hellos = {
        host: [n for n in range(9) if heard.greets(daily(n), host, HOSTS, day(n))] for host in sorted(HOSTS.values())
    }
    assert hellos == {"bo": [0, 3, 6], "kva": [2, 5, 8], "lulu": [1, 4, 7]}


def test_a_friend_who_was_there_today_says_no_hello_again() -> None:
    three = daily(3)
    assert heard.greets(three, "bo", HOSTS, day(3))
    assert not heard.greets(daily(3, played(3)), "bo", HOSTS, day(3))
    for other in (played(3, "caterpillar"), played(3, away=True), played(3, "of another version")):
        assert heard.greets(daily(3, other), "bo", HOSTS, day(3)), other


# ---------------------------------------------------------------- praise
def test_praise_has_twenty_lines_less_the_story_about_bo_and_care_has_seven() -> None:
    assert len(heard.TRYING) == 19 and "praise_try_6" not in heard.TRYING
    assert (heard.TRYING[0], heard.TRYING[-1]) == ("praise_try_1", "praise_try_20")
    assert list(heard.CARE) == [f"praise_care_{n}" for n in (1, 2, 3, 4, 5, 6, 7)]


def test_days_of_play_take_the_two_halves_of_the_lines_in_turn() -> None:
    for n in range(4):
        lines = {heard.praise(daily(n), day(n), extra) for extra in range(19)}
        assert lines == set(heard.TRYING[n % 2 :: 2]), "the whole half before a line comes again"


def test_each_praise_of_a_day_is_the_next_line_and_only_what_was_finished_here_moves_it_on() -> None:
    half = heard.TRYING[0::2]
    before = half.index(heard.praise(child(), day(0)))
    for play, moves in (
        (played(0), 1),
        (played(0, away=True), 0),
        (played(0, outcome=Outcome.STOPPED), 0),
        (played(0, outcome=Outcome.HURT), 0),
    ):
        assert half.index(heard.praise(child(play), day(0))) == (before + moves) % len(half)
    assert half.index(heard.praise(child(), day(0), 1)) == (before + 1) % len(half)


def test_the_next_day_of_the_same_half_begins_three_lines_further_on() -> None:
    for n in (0, 1):
        half = heard.TRYING[n::2]
        one, other = (half.index(heard.praise(daily(k), day(k))) for k in (n, n + 2))
        assert (other - one) % len(half) == 3


def test_brothers_and_sisters_hear_other_lines() -> None:
    assert heard.praise(child(id="a"), START) != heard.praise(child(id="b"), START)


def test_the_praise_of_a_part_is_none_of_its_days_exercises() -> None:
    half = heard.TRYING[0::2]
    first = half.index(heard.praise(child(), START))
    morning, evening = (half.index(heard.praise_part(child(), START, slot)) for slot in (Slot.MORNING, Slot.EVENING))
    assert (morning, evening) == (first, (first - 1) % len(half))
    assert heard.praise_part(daily(1), day(1), Slot.MORNING) in heard.TRYING[1::2]


def test_two_lines_of_care_are_for_each_day_and_others_for_the_next() -> None:
    days = [{heard.praise_care(day(n), nth) for nth in (0, 1)} for n in range(8)]
    assert all(len(lines) == 2 for lines in days)
    assert all(not one & other for one, other in zip(days, days[1:], strict=False))
    assert set.union(*days) == set(heard.CARE)


# ---------------------------------------------------------------- the grown-up's words
def worded(*days: int, grade: Grade = Grade.WELL, told_after: int = 0) -> Child:
    """A play with a word on each of these days."""
    robin = SimulatedChild(catalogue(), "anna")
    for n in days:
        robin.record(day(n), 8, played(n))
        robin.record(day(n + told_after), 19, LevelConfirmed(played(n).attempt, grade, Effort.RIGHT))
    return robin.child


def test_the_line_of_a_grade_is_said_with_its_first_word_and_on_every_other_day_with_one() -> None:
    for n, said in enumerate((True, False, True, False)):
        before = worded(*range(n))
        assert heard.tells_grade(before, Grade.WELL, day(n), ()) is said
        assert heard.tells_grade(before, Grade.HELPED, day(n), ()), "another grade has its own days"
        assert heard.tells_grade(worded(*range(n + 1)), Grade.WELL, day(n), {played(n).attempt}) is said
        assert not heard.tells_grade(worded(*range(n + 1)), Grade.WELL, day(n), ()), "a word was said today already"
    assert heard.tells_grade(worded(3), Grade.WELL, day(2), ()), "what a clock ahead has told is still to come"


def test_words_of_a_day_are_those_said_on_it_but_for_the_own() -> None:
    assert [heard.words_before(worded(0, 1), day(n), ()) for n in (0, 1, 2)] == [1, 1, 0]
    assert heard.words_before(worded(0), day(0), {played(0).attempt}) == 0
    late = worded(0, told_after=1)
    assert [heard.words_before(late, day(n), ()) for n in (0, 1)] == [0, 1]
