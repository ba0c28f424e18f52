"""Room: two quests hold everything in play, to the second."""

from __future__ import annotations

import pytest

from game.core.rules.dose import Dose
from game.core.rules.room import has_room, room_for
from tests.diary import catalogue

SHIPPED = catalogue()


@pytest.mark.parametrize(("budget", "fits"), [(149, False), (150, True), (151, True)])
def test_two_quests_hold_all_levels_while_these_and_the_longest_once_more_are_two_budgets(
    budget: int, fits: bool
) -> None:
    assert room_for([60, 80, 80], budget) is fits  # 220 and the longest are 300


def test_nothing_always_has_room_and_a_dose_takes_its_seconds() -> None:
    assert room_for([], 0) and has_room(SHIPPED, {}, 0)
    bear = {"bear_walk": Dose(2, 20)}  # 90 seconds
    assert (has_room(SHIPPED, bear, 89), has_room(SHIPPED, bear, 90)) == (False, True)
