"""Which exercises make a quest: what fits to the second, what clashes, whose turn it is."""

from __future__ import annotations

import pytest

from game.core.days import plus
from game.core.rules.dose import Dose, seconds
from game.core.rules.quest_choice import chosen, in_order, waiting_longest
from game.core.rules.state import ChildState, Track
from tests.diary import START, catalogue

SHIPPED = catalogue()
LATER = plus(START, 30)  # long after the first week


def state(*names: str, budget: int = 240, **other: object) -> ChildState:
    """These in play, each at its start."""
    tracks = {n: Track(Dose(1, SHIPPED.exercises[n].ramp.start), START, START) for n in names}
    return ChildState(programme="children", budget=budget, tracks=tracks, first_active=START, **other)  # type: ignore[arg-type]


def takes(*names: str) -> int:
    return sum(seconds(SHIPPED.rules, SHIPPED.exercises[n], Dose(1, SHIPPED.exercises[n].ramp.start)) for n in names)


@pytest.mark.parametrize(("more", "fits"), [(-1, False), (0, True), (1, True)])
def test_a_quest_holds_what_fits_its_budget_to_the_second(more: int, fits: bool) -> None:
    names = ("bear_walk", "caterpillar", "starfish_toes")
    quest = chosen(SHIPPED, state(*names, budget=takes(*names) + more), LATER)
    assert (set(quest) == set(names)) is fits and len(quest) == (3 if fits else 2)


@pytest.mark.parametrize(("day", "levels"), [(0, 3), (6, 3), (7, 4)])
def test_in_the_first_week_a_quest_has_three_levels_at_most(day: int, levels: int) -> None:
    names = ("bear_walk", "caterpillar", "starfish_toes", "crab_shuffle")
    assert len(chosen(SHIPPED, state(*names, budget=600), plus(START, day))) == levels


def test_bear_walk_and_duckling_walk_are_never_in_one_quest() -> None:
    both = state("bear_walk", "duckling_walk", budget=600, switched={"duckling_walk": True})
    assert {len(chosen(SHIPPED, both, plus(LATER, n))) for n in range(4)} == {1}


def test_what_was_never_tried_comes_first_then_what_waited_longest_and_ties_take_turns() -> None:
    names = ("bear_walk", "lego_bricks", "caterpillar", "lift_ride")
    tried = {"bear_walk": (START, 1), "lego_bricks": (START, 0), "caterpillar": (plus(START, -1), 1)}
    assert waiting_longest(SHIPPED, state(*names, tried=tried), LATER) == [
        "lift_ride", "caterpillar", "lego_bricks", "bear_walk",
    ]  # fmt: skip
    turns = [tuple(waiting_longest(SHIPPED, state(*names[:3]), plus(LATER, n))) for n in range(6)]
    assert turns[:3] == turns[3:] and len(set(turns)) == 3
    assert {row[0] for row in turns} == set(names[:3])


def test_a_quest_is_shown_from_lying_to_walking_and_in_the_programmes_order_within() -> None:
    names = ("bear_walk", "lift_ride", "caterpillar", "lego_bricks", "mermaid_tail", "sky_bike", "river_stones")
    assert in_order(SHIPPED, state(*names), names) == (
        "sky_bike", "mermaid_tail", "lego_bricks", "caterpillar", "lift_ride", "bear_walk", "river_stones",
    )  # fmt: skip
