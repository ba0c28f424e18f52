"""The table of doses: starts, steps, caps and seconds."""

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
# id: start, step, cap, seconds a unit, first week, each foot
TABLE = {
    "bear_walk": (20, 5, 60, 1, 1, False), "lego_bricks": (3, 1, 10, 5, 1, True), "caterpillar": (3, 1, 10, 5, 1, True),
    "lift_ride": (5, 1, 12, 4, 2, False), "river_stones": (20, 5, 60, 1, 2, False),
    "starfish_toes": (5, 1, 15, 4, 1, False), "hedgehog_roll": (5, 1, 15, 3, 1, True),
    "giraffe_walk": (15, 5, 45, 1, 3, False), "toe_artist": (2, 1, 6, 10, 2, True), "seal_ball": (3, 1, 10, 6, 1, False),
    "penguin_walk": (15, 5, 45, 1, 3, False), "mermaid_tail": (5, 1, 15, 4, 1, False),
    "ribbon_snack": (2, 1, 6, 8, 1, True), "crab_shuffle": (3, 1, 10, 6, 1, False),
    "treasure_sort": (3, 1, 10, 6, 2, True), "sky_bike": (6, 2, 20, 2, 1, False), "magic_toe": (2, 1, 6, 8, 1, True),
    "duckling_walk": (10, 5, 30, 1, 5, False), "animal_parade": (40, 8, 80, 1, 6, False),
    "forest_walk": (10, 5, 30, 60, 1, False),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_the_table_is_in_the_level_files(name: str) -> None:
    e = catalogue().exercises[name]
    assert (e.ramp.start, e.ramp.step, e.ramp.cap, e.seconds_per_unit, e.first_week, e.per_foot) == TABLE[name]


@pytest.mark.parametrize("name", [n for n in TABLE if n != "forest_walk"])
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


def test_the_orders_of_joining() -> None:
    p = catalogue().programmes
    numbers = {name: n for n, name in enumerate(TABLE, start=1)}
    assert [numbers[e] for e in p["children"].exercises] == [*range(1, 18), 19]
    assert [numbers[e] for e in p["children"].on_order] == [18]
    assert [numbers[e] for e in p["children"].beside] == [20]
    for name in ("prevention", "grown_up"):
        assert [numbers[e] for e in p[name].exercises] == [6, 12, 16, 14, 13, 9, 15, 19]
    assert [numbers[e] for e in p["after_surgery"].exercises] == [7, 17, 3, 10, 15]
