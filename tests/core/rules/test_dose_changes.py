"""Single steps of a budget or a dose: to the second, and never past either end of the road."""

from __future__ import annotations

import pytest

from game.core.content import AgeBand
from game.core.days import plus
from game.core.rules import dose_changes
from game.core.rules.dose import Dose, limits
from game.core.rules.state import ChildState, Track
from tests.diary import START, by, catalogue

SHIPPED = catalogue()


def state(budget: int, lowest: int = 240, **tracks: Track) -> ChildState:
    return ChildState(age=AgeBand.FIVE_SIX, programme="children", budget=budget, lowest_first=lowest, tracks=tracks)


@pytest.mark.parametrize(
    ("budget", "grown"), [(240, 260), (300, 330), (540, 590), (545, 595), (550, 600), (595, 600), (600, 600)]
)
def test_a_tenth_more_down_to_whole_fives_and_no_more_than_the_ages_cap(budget: int, grown: int) -> None:
    assert dose_changes.budget_grown(SHIPPED, state(budget)) == grown


@pytest.mark.parametrize(
    ("budget", "lower"), [(330, 300), (285, 260), (265, 245), (260, 240), (245, 240), (240, 240), (180, 180)]
)
def test_a_tenth_less_up_to_whole_fives_and_no_less_than_the_first(budget: int, lower: int) -> None:
    assert dose_changes.budget_shrunk(SHIPPED, state(budget)) == lower


@pytest.mark.parametrize(
    ("before", "now", "half"),
    [(600, 540, 300), (490, 445, 245), (480, 435, 240), (479, 435, 240), (240, 240, 240), (600, 250, 250)],
)
def test_after_a_long_gap_half_of_what_it_was_and_no_less_than_the_first(before: int, now: int, half: int) -> None:
    assert dose_changes.budget_halved(SHIPPED, state(now), before) == half


@pytest.mark.parametrize(
    ("budget", "dose"), [(91, Dose(2, 20)), (90, Dose(2, 20)), (89, Dose(1, 20)), (40, Dose(1, 20)), (39, Dose(1, 20))]
)
def test_a_level_as_long_as_the_budget_fits_and_one_longer_steps_back(budget: int, dose: Dose) -> None:
    bear = SHIPPED.exercises["bear_walk"]  # two sets of 20 seconds take 90
    fitted = dose_changes.fitted(SHIPPED.rules, bear, Dose(2, 20), limits(SHIPPED.rules, bear), budget)
    assert fitted == dose


@pytest.mark.parametrize(("most", "cap"), [(59, 59), (60, 60), (61, 60), (120, 60)])
def test_a_cap_is_the_longest_work_where_that_is_less(most: int, cap: int) -> None:
    assert limits(by(work_seconds_most=most).rules, SHIPPED.exercises["bear_walk"]).ramp.cap == cap


@pytest.mark.parametrize(("most", "cap"), [(99, 9), (100, 10), (101, 10)])
def test_the_longest_work_counts_both_feet(most: int, cap: int) -> None:
    bricks = SHIPPED.exercises["lego_bricks"]  # ten bricks of five seconds, each foot
    assert limits(by(work_seconds_most=most).rules, bricks).ramp.cap == cap


@pytest.mark.parametrize(("since", "key"), [(-1, "reason_hard_stays"), (0, "reason_hard_stays"), (1, "reason_partly")])
def test_a_hard_word_at_the_start_keeps_the_reason_of_a_step_back_on_that_very_day(since: int, key: str) -> None:
    why = dose_changes.reason("reason_partly", exercise="bear_walk")
    told = state(240, bear_walk=Track(Dose(1, 20), plus(START, since), START, why, clean=2, easy_days=1))
    dose_changes.called_hard(SHIPPED, told, "bear_walk", Dose(1, 20), START, "reason_hard")
    track = told.tracks["bear_walk"]
    assert track.why and (track.why.key, track.since, track.clean, track.easy_days) == (key, plus(START, 1), 0, 0)


def test_another_budget_is_another_only_when_it_differs() -> None:
    told = state(240)
    why = dose_changes.reason("reason_budget_cap", budget=240)
    dose_changes.set_budget(SHIPPED, told, 240, START, why)
    assert (told.budget_since, told.budget_why) == (None, None)
    dose_changes.set_budget(SHIPPED, told, 245, START, why)
    assert (told.budget, told.budget_since, told.budget_why) == (245, START, why)


@pytest.mark.parametrize(("since", "begins"), [(None, 0), (-1, 0), (0, 0), (1, 1)])
def test_the_budgets_seven_days_begin_with_the_first_active_day_or_later(since: int | None, begins: int) -> None:
    told = state(240, bear_walk=Track(Dose(1, 20), START, None), caterpillar=Track(Dose(1, 3), START, plus(START, -3)))
    told.budget_since = None if since is None else plus(START, since)
    dose_changes.begun(told, START)
    assert told.budget_since == plus(START, begins)
    assert [track.joined for track in told.tracks.values()] == [START, plus(START, -3)]
