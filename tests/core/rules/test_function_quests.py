"""Function quests: when one may begin, what fits whom, own best only, and what pain in one means."""

from __future__ import annotations

from datetime import date

import pytest

from game.core.content import Foot, Slot
from game.core.days import plus
from game.core.events import (
    ExerciseSwitched,
    FunctionMeasured,
    LevelPlayed,
    OuchTold,
    Outcome,
    Paused,
    PauseReason,
    Retracted,
    StarsAwarded,
)
from game.core.rules.function_quests import (
    Due,
    Part,
    Task,
    due,
    hurt,
    is_own_best,
    last_told,
    measured,
    pains,
    series,
    take_back,
)
from game.core.rules.journey import journey
from game.core.simulate.simulated_child import SimulatedChild
from tests.diary import START, case, catalogue, every_day, lived

LEG = Task(Part.ONE_LEG, Foot.LEFT, 30, 30)


def played(days: int = 8, **who: object) -> SimulatedChild:
    """A child that played its morning on each of the first so many days."""
    return lived(every_day(range(days)), days, case(**who)).robin  # type: ignore[arg-type]


def on(robin: SimulatedChild, n: int) -> Due:
    return due(catalogue(), robin.child, plus(START, n))


def keep(robin: SimulatedChild, n: int, *values: tuple[Task, int]) -> None:
    day = plus(START, n)
    robin.record(day, 9, *measured(robin.catalogue, robin.child, day, values, f"quest-{n}"))


# ---------------------------------------------------------------- when
def test_the_first_one_comes_after_the_first_week_of_play():
    robin = played()
    assert (on(robin, 6).is_open, on(robin, 7).is_open) == (False, True)
    assert on(robin, 6).opens == plus(START, 7)


def test_before_anything_was_played_there_is_none():
    assert on(played(0), 30).why.key == "function_first_week"


def test_the_next_one_comes_four_weeks_after_the_last():
    robin = played(12)
    keep(robin, 9, (LEG, 6))
    assert (on(robin, 36).is_open, on(robin, 37).is_open) == (False, True)


def test_taken_back_it_may_begin_again():
    robin = played(12)
    keep(robin, 9, (LEG, 6))
    robin.record(plus(START, 10), 9, *take_back(robin.child, plus(START, 10)))
    assert on(robin, 10).is_open
    assert series(robin.child, Part.ONE_LEG, Foot.LEFT, plus(START, 10)) == ()


def test_numbers_of_a_clock_far_ahead_are_not_the_latest_until_their_day_comes():
    robin = played(12)
    keep(robin, 4000, (LEG, 30))  # one start with the clock ten years on
    keep(robin, 9, (LEG, 6))
    assert [e.fact.on for e in last_told(robin.child, plus(START, 10))] == [plus(START, 9)]
    robin.record(plus(START, 10), 9, *take_back(robin.child, plus(START, 10)))
    assert on(robin, 10).is_open and last_told(robin.child, plus(START, 10)) == ()
    assert [p.value for p in series(robin.child, Part.ONE_LEG, Foot.LEFT, plus(START, 4000))] == [30]


def test_not_while_paused():
    robin = played()
    robin.record(plus(START, 8), 7, Paused(PauseReason.ILL, plus(START, 8), plus(START, 9)))
    assert [on(robin, n).is_open for n in (8, 9, 10)] == [False, False, True]


def test_not_while_an_exercise_rests_after_pain_nor_in_the_week_after():
    robin = lived(every_day(range(8)) + "\n+8 morning bear_walk ouch 5\n+9 allow bear_walk", 12).robin
    assert [on(robin, n).is_open for n in (7, 8, 10, 15, 16)] == [True, False, False, False, True]
    assert on(robin, 10).why.key == "function_pain"


def test_not_after_an_operation_until_full_doses_and_then_only_sitting():
    who = case("after_surgery", "7-10", surgery="2025-12-08", surgeon="2025-12-30", cleared=True)
    robin = lived(every_day(range(40)), 40, who).robin
    assert not any(on(robin, n).is_open for n in range(28))
    first = next(n for n in range(40) if on(robin, n).is_open)
    assert first >= 28
    assert {task.part for task in on(robin, first).tasks} == {Part.BRICKS}


def test_locked_there_is_none():
    assert not on(lived("", 30, case("after_surgery", "7-10")).robin, 29).is_open


# ---------------------------------------------------------------- what
def test_the_youngest_stand_on_one_leg_and_pick_up_bricks():
    assert {t.part for t in on(played(age="3-4"), 8).tasks} == {Part.ONE_LEG, Part.BRICKS}


def test_each_foot_by_itself_but_heels_together():
    row = [(task.part, task.foot) for task in on(played(), 8).tasks]
    assert row == [
        (Part.ONE_LEG, Foot.LEFT), (Part.ONE_LEG, Foot.RIGHT), (Part.BRICKS, Foot.LEFT), (Part.BRICKS, Foot.RIGHT),
        (Part.HEEL_RAISES, None),
    ]  # fmt: skip


def test_no_piece_of_it_runs_longer_than_the_longest_work_both_feet_together():
    tasks = on(played(), 8).tasks
    longest = catalogue().rules.work_seconds_most
    assert all(sum(t.seconds for t in tasks if t.part is part) <= longest for part in Part)


def test_what_a_parent_left_out_is_not_asked_for():
    robin = played()
    robin.record(plus(START, 8), 7, ExerciseSwitched("giraffe_walk", False))
    assert Part.HEEL_RAISES not in {t.part for t in on(robin, 8).tasks}


def test_a_grown_up_may():
    assert on(played(9, programme="grown_up", age="11+"), 8).is_open


# ---------------------------------------------------------------- values
def test_own_best_is_only_against_oneself_and_the_first_time_beats_nothing():
    robin = played(10)
    assert not is_own_best(robin.child, LEG, 9, plus(START, 8))
    keep(robin, 8, (LEG, 9))
    later = plus(START, 36)
    assert (is_own_best(robin.child, LEG, 9, later), is_own_best(robin.child, LEG, 10, later)) == (False, True)


def test_the_curve_has_the_best_of_each_day_in_their_order():
    robin = played(10)
    keep(robin, 9, (LEG, 7), (LEG, 11))
    keep(robin, 8, (LEG, 5))
    points = series(robin.child, Part.ONE_LEG, Foot.LEFT, plus(START, 60))
    assert [(p.on, p.value) for p in points] == [(plus(START, 8), 5), (plus(START, 9), 11)]


def test_one_star_whatever_the_numbers():
    robin = played(10)
    before = robin.child.stars
    keep(robin, 8, (LEG, 0))
    assert robin.child.stars == before + 1


def test_a_grown_up_collects_no_stars():
    robin = played(9, programme="grown_up", age="11+")
    assert not [
        f for f in measured(robin.catalogue, robin.child, START, [(LEG, 3)], "q") if isinstance(f, StarsAwarded)
    ]


@pytest.mark.parametrize("value", [-1, 31])
def test_a_number_that_cannot_be_is_a_mistake_of_ours(value: int):
    with pytest.raises(ValueError, match="0 to 30"):
        measured(catalogue(), played(1).child, START, [(LEG, value)], "q")


def test_it_changes_neither_budget_nor_doses_nor_days():
    with_it, without = played(10), played(10)
    keep(with_it, 8, (LEG, 9))
    day = plus(START, 14)
    a, b = (journey(catalogue(), robin.child, day).now(day) for robin in (with_it, without))
    assert (a.budget, a.tracks, a.run) == (b.budget, b.tracks, b.run)


def test_what_is_told_is_a_fact_of_its_day_with_the_name_of_part_and_foot():
    facts = measured(
        catalogue(), played(1).child, date(2026, 2, 1), [(LEG, 4), (Task(Part.HEEL_RAISES, None, 30, 15), 6)], "q"
    )
    assert facts[:2] == (
        FunctionMeasured(date(2026, 2, 1), "one_leg_seconds", "left", 4),
        FunctionMeasured(date(2026, 2, 1), "heel_raises", "both", 6),
    )


# ---------------------------------------------------------------- pain
def test_a_little_pain_in_it_closes_it_for_a_week_and_rests_no_exercise():
    robin = played(10)
    day = plus(START, 8)
    robin.record(day, 9, *hurt(robin.catalogue, robin.child, day, Part.ONE_LEG, 2, "q"))
    assert [on(robin, n).is_open for n in (8, 15, 16)] == [False, False, True]
    assert not journey(catalogue(), robin.child, day).now(day).resting


def test_strong_pain_in_it_is_a_painful_day_and_the_second_within_a_week_pauses_the_programme():
    robin = played(10)
    for n in (9, 10):
        day = plus(START, n)
        robin.record(day, 9, *hurt(robin.catalogue, robin.child, day, Part.BRICKS, 6, f"q{n}"))
    state = journey(catalogue(), robin.child, plus(START, 10)).now(plus(START, 10))
    assert state.stopped_on == plus(START, 10)
    assert len(pains(robin.child, plus(START, 10), 7)) == 2


def test_no_pain_after_all_is_no_pain():
    robin = played(10)
    day = plus(START, 8)
    robin.record(day, 9, *hurt(robin.catalogue, robin.child, day, Part.BRICKS, 0, "q"))
    assert on(robin, 8).is_open


def test_pain_taken_back_is_as_never_told():
    robin = played(10)
    day = plus(START, 8)
    (event, *_) = robin.record(day, 9, *hurt(robin.catalogue, robin.child, day, Part.BRICKS, 7, "q"))
    robin.record(day, 10, Retracted(event.id))
    assert on(robin, 8).is_open


def test_while_nobody_has_said_how_much_it_hurt_none_is_begun():
    robin = played(8)
    assert on(robin, 8).is_open
    day = plus(START, 8)
    attempt = "hurts"
    robin.record(
        day, 8,
        LevelPlayed(attempt, "session", day, Slot.MORNING, "bear_walk", 1, 20, Outcome.HURT, 5),
        OuchTold(attempt, "bear_walk", day, Slot.MORNING, None),
    )  # fmt: skip
    assert not on(robin, 8).is_open


def test_an_ill_child_is_told_ill_and_not_away():
    robin = played(8)
    day = plus(START, 8)
    robin.record(day, 8, Paused(PauseReason.ILL, day, plus(day, 2)))
    why = on(robin, 8).why
    assert why is not None and why.values["why"] == "ill"


# ---------------------------------------------------------------- on the day and the number
@pytest.mark.parametrize("value", [0, 1, 29, 30])
def test_both_ends_of_a_task_can_be_told(value: int):
    facts = measured(catalogue(), played(1).child, START, [(LEG, value)], "q")
    assert facts == (FunctionMeasured(START, "one_leg_seconds", "left", value), StarsAwarded("q", 1, "tried"))
    assert measured(catalogue(), played(1).child, START, [], "q") == ()


@pytest.mark.parametrize(("told", "opens"), [(2, 30), (7, 35), (12, 40)])
def test_the_next_one_comes_28_days_after_the_latest_and_never_in_the_first_week(told: int, opens: int):
    robin = played(12)
    keep(robin, 1, (LEG, 3))
    keep(robin, told, (LEG, 6))
    assert [on(robin, n).is_open for n in (opens - 1, opens, opens + 1)] == [False, True, True]
    assert on(robin, 12).opens == plus(START, opens)


def test_on_the_day_it_was_told_it_is_closed_at_once():
    robin = played(12)
    keep(robin, 12, (LEG, 3))
    assert not on(robin, 12).is_open and on(robin, 12).opens == plus(START, 40)


@pytest.mark.parametrize(("age", "asked"), [("3-4", False), ("5-6", True), ("7-10", True)])
def test_heel_raises_are_asked_from_five_years_on(age: str, asked: bool):
    assert (Part.HEEL_RAISES in {t.part for t in on(played(age=age), 8).tasks}) is asked


def test_each_task_ends_by_itself_and_at_its_most():
    row = {t.part: (t.seconds, t.most) for t in on(played(), 8).tasks}
    assert row == {Part.ONE_LEG: (30, 30), Part.BRICKS: (60, 60), Part.HEEL_RAISES: (30, 15)}


@pytest.mark.parametrize(("value", "is_best"), [(8, False), (9, False), (10, True)])
def test_the_own_best_is_beaten_by_one_more_and_not_by_the_same(value: int, is_best: bool):
    robin = played(10)
    keep(robin, 8, (LEG, 9), (Task(Part.ONE_LEG, Foot.RIGHT, 30, 30), 20))
    assert is_own_best(robin.child, LEG, value, plus(START, 36)) is is_best
    assert not is_own_best(robin.child, LEG, value, plus(START, 8)), "of the same day"


@pytest.mark.parametrize(("day", "known"), [(7, 0), (8, 1), (9, 1)])
def test_a_value_is_known_from_its_day_on(day: int, known: int):
    robin = played(10)
    keep(robin, 8, (LEG, 5))
    assert len(series(robin.child, Part.ONE_LEG, Foot.LEFT, plus(START, day))) == known
    assert len(last_told(robin.child, plus(START, day))) == known == len(take_back(robin.child, plus(START, day)))


@pytest.mark.parametrize(("day", "counts"), [(7, False), (8, True), (15, True), (16, False)])
def test_pain_in_it_counts_from_its_day_for_as_many_as_are_asked(day: int, counts: bool):
    robin = played(10)
    on_ = plus(START, 8)
    robin.record(on_, 9, *hurt(robin.catalogue, robin.child, on_, Part.ONE_LEG, None, "q"))
    assert bool(pains(robin.child, plus(START, day), 7)) is counts


@pytest.mark.parametrize(("score", "stars"), [(None, 1), (0, 0), (1, 1), (10, 1)])
def test_pain_told_in_it_has_its_star_and_none_where_nothing_hurt(score: int | None, stars: int):
    robin = played(10)
    facts = hurt(robin.catalogue, robin.child, START, Part.ONE_LEG, score, "q")
    assert len(facts) == 1 + stars
    grown_up = played(9, programme="grown_up", age="11+")
    assert len(hurt(catalogue(), grown_up.child, START, Part.ONE_LEG, score, "q")) == 1


def test_before_the_first_play_none_is_open():
    assert not on(played(0), 30).is_open and on(played(0), 30).opens is None
