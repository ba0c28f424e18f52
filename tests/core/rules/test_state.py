"""What follows from a state: each day and number on which something opens, ends or turns, and those beside it."""

from __future__ import annotations

from datetime import date

import pytest

from game.core.content import AgeBand
from game.core.days import plus
from game.core.rules.dose import Dose
from game.core.rules.state import (
    AFTER_SURGERY,
    GROWN_UP,
    ChildState,
    RestingExercise,
    Track,
    course_day,
    course_ends,
    half_until,
    is_first_week,
    is_half,
    is_locked,
    is_new,
    is_off_course,
    is_playable,
    is_resting,
    lock_shown,
    locked_until,
    programme_order,
    week_of_play,
)
from tests.diary import START, catalogue

SHIPPED = catalogue()


def operated(surgery: int = 0, surgeon: int = 0, *, agreed: bool = True, first: int | None = None) -> ChildState:
    """An operation on day `surgery`, the surgeon's own date, and the first play behind the lock, as days from START."""
    return ChildState(
        programme=AFTER_SURGERY,
        has_surgery=True,
        surgery=plus(START, surgery),
        surgeon_start=plus(START, surgeon),
        has_surgeon_agreed=agreed,
        first_after_lock=None if first is None else plus(START, first),
    )


# ---------------------------------------------------------------- weeks and days
@pytest.mark.parametrize(("day", "week"), [(-1, 1), (0, 1), (6, 1), (7, 2), (13, 2), (14, 3)])
def test_a_week_of_play_has_seven_days_from_the_first_active_one(day: int, week: int) -> None:
    state = ChildState(programme="children", first_active=START)
    assert week_of_play(state, plus(START, day)) == week
    assert is_first_week(state, plus(START, day)) is (week == 1)
    assert week_of_play(ChildState(), plus(START, day)) == 1, "before anything was played"
    assert not is_first_week(ChildState(programme=GROWN_UP, first_active=START), plus(START, day))


@pytest.mark.parametrize(("day", "rests"), [(1, True), (2, True), (3, False), (4, False)])
def test_what_rests_comes_again_on_the_day_it_returns_and_not_before(day: int, rests: bool) -> None:
    state = ChildState(resting={"bear_walk": RestingExercise(START, 5, plus(START, 3))})
    assert is_resting(state, "bear_walk", plus(START, day)) is rests
    assert is_resting(ChildState(resting={"bear_walk": RestingExercise(START, 5)}), "bear_walk", plus(START, day))


@pytest.mark.parametrize(("day", "rests"), [(-1, False), (0, True), (1, False)])
def test_what_hurts_and_nobody_said_how_much_rests_on_that_day_alone(day: int, rests: bool) -> None:
    assert is_resting(ChildState(unanswered={"bear_walk": START}), "bear_walk", plus(START, day)) is rests


@pytest.mark.parametrize(
    ("first", "joined", "new"), [(0, 9, True), (8, 9, True), (9, 9, False), (0, 8, False), (0, 10, False)]
)
def test_new_is_what_joins_on_that_day_after_the_first_one(first: int, joined: int, new: bool) -> None:
    track = Track(Dose(1, 20), None, plus(START, joined))
    state = ChildState(first_active=plus(START, first), tracks={"bear_walk": track})
    assert is_new(state, "bear_walk", plus(START, 9)) is new


def test_only_what_was_ordered_joins_of_what_needs_an_order_and_nothing_left_out() -> None:
    order = programme_order(SHIPPED, ChildState(programme="children", switched={"bear_walk": False}))
    assert "bear_walk" not in order and "duckling_walk" not in order and "caterpillar" in order
    assert (
        programme_order(SHIPPED, ChildState(programme="children", switched={"duckling_walk": True}))[0]
        == "duckling_walk"
    )
    assert (
        programme_order(SHIPPED, ChildState())
        == ()
        == programme_order(SHIPPED, ChildState(programme="of another version"))
    )


# ---------------------------------------------------------------- an operation
@pytest.mark.parametrize(("surgeon", "opens"), [(0, 14), (13, 14), (14, 14), (15, 15), (40, 40)])
def test_the_lock_lasts_two_weeks_or_to_the_surgeons_date_whichever_is_later(surgeon: int, opens: int) -> None:
    state = operated(surgeon=surgeon)
    assert locked_until(SHIPPED, state) == plus(START, opens)
    shut = [is_locked(SHIPPED, state, plus(START, n)) for n in (opens - 1, opens, opens + 1)]
    assert shut == [True, False, False]
    assert lock_shown(SHIPPED, state, plus(START, opens - 1)) == plus(START, opens)
    assert lock_shown(SHIPPED, state, plus(START, opens)) is None


def test_the_date_alone_opens_no_lock_and_a_sign_shuts_it_without_an_operation() -> None:
    late = plus(START, 400)
    assert is_locked(SHIPPED, operated(agreed=False), late) and not is_locked(SHIPPED, operated(), late)
    for missing in ("surgery", "surgeon_start"):
        state = operated()
        setattr(state, missing, None)
        assert locked_until(SHIPPED, state) is None and is_locked(SHIPPED, state, late)
    assert is_locked(SHIPPED, ChildState(signs=True), late) and not is_locked(SHIPPED, ChildState(), late)


@pytest.mark.parametrize(
    ("first", "idle", "whole"),
    [(14, 0, 42), (13, 0, 42), (15, 0, 43), (14, 1, 43), (10, 4, 42), (10, 5, 43)],
)
def test_doses_are_half_for_28_days_of_play_and_at_least_for_42_after_it(first: int, idle: int, whole: int) -> None:
    state = operated(first=first)
    state.half_idle = idle
    assert half_until(SHIPPED, state) == plus(START, whole)
    assert [is_half(SHIPPED, state, plus(START, n)) for n in (whole - 1, whole, whole + 1)] == [True, False, False]


def test_before_the_first_play_behind_the_lock_nobody_knows_when_doses_are_whole() -> None:
    assert half_until(SHIPPED, operated()) is None and is_half(SHIPPED, operated(), plus(START, 400))
    assert not is_half(SHIPPED, ChildState(), START)


# ---------------------------------------------------------------- the grown-up's course
@pytest.mark.parametrize(
    ("day", "nth", "is_off", "next_part"),
    [
        (-1, 1, False, 27), (0, 1, False, 28), (26, 27, False, 28), (27, 28, False, 28), (28, 29, True, 58),
        (57, 58, True, 58), (58, 1, False, 86), (85, 28, False, 86), (86, 29, True, 116),
    ],
)  # fmt: skip
def test_a_course_of_28_days_is_followed_by_30_off_and_by_the_next(
    day: int, nth: int, is_off: bool, next_part: int
) -> None:
    state = ChildState(programme=GROWN_UP, age=AgeBand.ELEVEN_UP, course_days=28, course_from=START)
    on = plus(START, day)
    assert (course_day(SHIPPED, state, on), is_off_course(SHIPPED, state, on)) == (nth, is_off)
    assert course_ends(SHIPPED, state, on) == plus(START, next_part)
    assert is_off_course(SHIPPED, ChildState(programme="children", course_days=28, course_from=START), on) is False


def test_a_course_that_has_not_begun_stands_on_its_first_day() -> None:
    state = ChildState(programme=GROWN_UP, course_days=14)
    assert course_day(SHIPPED, state, START) == 1 and course_ends(SHIPPED, state, START) == plus(START, 14)


# ---------------------------------------------------------------- may anything be played
def playing(**other: object) -> ChildState:
    tracks = {"bear_walk": Track(Dose(1, 20), START, START)}
    return ChildState(programme="children", tracks=tracks, **other)  # type: ignore[arg-type]


def test_anything_is_playable_unless_one_thing_stands_against_it() -> None:
    day = date(2026, 3, 2)
    assert is_playable(SHIPPED, playing(), day)
    against: tuple[dict[str, object], ...] = (
        {"signs": True}, {"stopped_on": day}, {"pause": "ill"}, {"resting": {"bear_walk": RestingExercise(START, 5)}},
        {"has_surgery": True}, {"switched": {"bear_walk": False}},
    )  # fmt: skip
    for one in against:
        assert not is_playable(SHIPPED, playing(**one), day), one
