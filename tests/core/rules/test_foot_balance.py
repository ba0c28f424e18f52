"""Left and right: from how much and for how long one foot lags."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from game.core.content import Foot, Slot
from game.core.days import plus
from game.core.events import Grade, Outcome
from game.core.history.history import Attempt
from game.core.rules.foot_balance import Feet, of_attempts
from tests.diary import START, catalogue


def play(days_ago: int, left: int, right: int) -> Attempt:
    on = plus(START, -days_ago)
    moment = datetime(on.year, on.month, on.day, 8)
    return Attempt("a", "", "s", on, Slot.MORNING, "caterpillar", 1, 4, Outcome.FINISHED, left, right, False, moment)


def test_what_was_not_done_today_is_no_work_of_a_foot() -> None:
    refused = replace(play(3, 8, 2), grade=Grade.NOT_TODAY)
    assert of_attempts(catalogue(), [refused, play(2, 4, 4)], START) == Feet(4, 4)
    assert of_attempts(catalogue(), [replace(refused, is_hurt=True)], START) == Feet(8, 2), "pain makes it an attempt"


def is_lasting(*plays: Attempt) -> bool:
    return of_attempts(catalogue(), plays, START).is_lasting


@pytest.mark.parametrize(
    ("left", "right", "apart", "lags"),
    [
        (0, 0, 0, None), (8, 8, 0, None), (8, 6, 25, Foot.RIGHT), (6, 8, 25, Foot.LEFT), (0, 1, 100, Foot.LEFT),
        (100, 99, 1, Foot.RIGHT), (1000, 999, 0, Foot.RIGHT),
    ],
)  # fmt: skip
def test_the_difference_is_in_percent_of_the_better_foot(left: int, right: int, apart: int, lags: Foot | None) -> None:
    assert (Feet(left, right).apart, Feet(left, right).lagging) == (apart, lags)


@pytest.mark.parametrize(("less", "lasting"), [(77, False), (76, False), (75, True), (74, True)])
def test_a_quarter_less_in_both_weeks_lasts_and_a_hair_under_it_does_not(less: int, lasting: bool) -> None:
    assert is_lasting(play(3, 100, less), play(10, 100, less)) is lasting
    assert is_lasting(play(3, less, 100), play(10, less, 100)) is lasting


@pytest.mark.parametrize("first", [3, 10])
def test_each_of_the_two_weeks_must_reach_the_quarter_by_itself(first: int) -> None:
    other = 13 - first
    assert not is_lasting(play(first, 100, 76), play(other, 100, 50))
    assert is_lasting(play(first, 100, 75), play(other, 100, 50))
    assert not is_lasting(play(first, 100, 50)), "nothing was done in the other week"


@pytest.mark.parametrize(("earlier", "lasting"), [(6, False), (7, False), (8, True), (13, True)])
def test_the_first_of_the_two_weeks_ends_eight_days_ago(earlier: int, lasting: bool) -> None:
    assert is_lasting(play(1, 4, 3), play(earlier, 4, 3)) is lasting


@pytest.mark.parametrize(("later", "lasting"), [(0, True), (7, True), (8, False)])
def test_the_second_of_the_two_weeks_begins_seven_days_ago(later: int, lasting: bool) -> None:
    assert is_lasting(play(later, 4, 3), play(13, 4, 3)) is lasting


def test_another_side_in_the_other_week_is_no_lasting_difference() -> None:
    assert not is_lasting(play(3, 10, 2), play(10, 7, 10))
