"""Doses: their steps, their limits and their seconds."""

import pytest

from game.core.rules.dose import (
    Dose,
    halved,
    limits,
    one_down,
    one_set_more,
    one_up,
    seconds,
    work_seconds,
)
from tests.diary import catalogue

RULES = catalogue().rules


@pytest.mark.parametrize("name", [n for n, exercise in catalogue().exercises.items() if not exercise.beside])
def test_no_set_at_its_cap_runs_longer_than_two_minutes(name: str) -> None:
    e = catalogue().exercises[name]
    for limit in (limits(RULES, e), limits(RULES, e, half=True), limits(RULES, e, grown_up=True)):
        assert work_seconds(e, Dose(1, limit.ramp.cap)) <= 120


def test_a_level_is_the_change_the_work_and_the_rests_between_its_sets() -> None:
    assert seconds(RULES, catalogue().exercises["bear_walk"], Dose(2, 20)) == 20 + 40 + 30
    assert seconds(RULES, catalogue().exercises["lego_bricks"], Dose(1, 3)) == 20 + 3 * 5 * 2


def test_steps_never_leave_the_road() -> None:
    for e in catalogue().exercises.values():
        for limit in (limits(RULES, e), limits(RULES, e, half=True)):
            dose = limit.first
            assert one_down(dose, limit) == dose
            for _ in range(60):
                dose = one_up(dose, limit)
            assert dose.amount <= limit.ramp.cap and one_up(dose, limit) == dose
            assert one_set_more(Dose(limit.most_sets, dose.amount), limit).sets == limit.most_sets


def test_half_of_a_start_is_rounded_up_and_of_a_cap_down() -> None:
    assert [
        limits(RULES, catalogue().exercises[e], half=True).ramp.start
        for e in ("hedgehog_roll", "magic_toe", "seal_ball")
    ] == [3, 1, 2]
    assert [
        limits(RULES, catalogue().exercises[e], half=True).ramp.cap for e in ("hedgehog_roll", "magic_toe", "seal_ball")
    ] == [7, 3, 5]


def test_a_long_gap_halves_the_sets_rounded_down_or_the_amount_down_to_a_whole_step() -> None:
    limit = limits(RULES, catalogue().exercises["bear_walk"])
    assert halved(Dose(3, 40), limit) == Dose(1, 40)
    assert halved(Dose(2, 40), limit) == Dose(1, 40)
    assert halved(Dose(1, 55), limit) == Dose(1, 25)
    assert halved(Dose(1, 35), limit) == Dose(1, 20)
