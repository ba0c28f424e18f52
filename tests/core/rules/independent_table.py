"""The numbers of the rules written down a second time, for `tests.core.rules.independent_engine`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

WALK, STAND, CHAIR, FLOOR, LYING = 4, 3, 2, 1, 0
SLOTS = ("morning", "evening")
BANDS = {"3-4": (180, 360), "5-6": (240, 600), "7-10": (300, 900), "11+": (360, 900)}  # first budget, cap


class Row(NamedTuple):
    """One exercise of the table."""

    position: int
    feet: int
    start: int
    step: int
    cap: int
    seconds: int
    first_week: int


TABLE = {
    "bear_walk": Row(WALK, 1, 20, 5, 60, 1, 1),
    "lego_bricks": Row(CHAIR, 2, 3, 1, 10, 5, 1),
    "caterpillar": Row(CHAIR, 2, 3, 1, 10, 5, 1),
    "lift_ride": Row(STAND, 1, 5, 1, 12, 4, 2),
    "river_stones": Row(WALK, 1, 20, 5, 60, 1, 2),
    "starfish_toes": Row(CHAIR, 1, 5, 1, 15, 4, 1),
    "hedgehog_roll": Row(CHAIR, 2, 5, 1, 15, 3, 1),
    "giraffe_walk": Row(WALK, 1, 15, 5, 45, 1, 3),
    "toe_artist": Row(CHAIR, 2, 2, 1, 6, 10, 2),
    "seal_ball": Row(CHAIR, 1, 3, 1, 10, 6, 1),
    "penguin_walk": Row(WALK, 1, 15, 5, 45, 1, 3),
    "mermaid_tail": Row(FLOOR, 1, 5, 1, 15, 4, 1),
    "ribbon_snack": Row(CHAIR, 2, 2, 1, 6, 8, 1),
    "crab_shuffle": Row(CHAIR, 1, 3, 1, 10, 6, 1),
    "treasure_sort": Row(CHAIR, 2, 3, 1, 10, 6, 2),
    "sky_bike": Row(LYING, 1, 6, 2, 20, 2, 1),
    "magic_toe": Row(CHAIR, 2, 2, 1, 6, 8, 1),
    "animal_parade": Row(WALK, 1, 40, 8, 80, 1, 6),
}
PREVENTION = "starfish_toes mermaid_tail sky_bike crab_shuffle ribbon_snack toe_artist treasure_sort animal_parade"
PROGRAMMES = {"children": list(TABLE), "prevention": PREVENTION.split()}

Dose = tuple[int, int]  # sets, amount
Slot = tuple[int, list[tuple[str, int, int, int]]]  # budget; exercise, sets, amount, seconds


@dataclass(frozen=True)
class Numbers:
    """What a control may change."""

    days: int = 7
    clean: int = 3
    good_for_new: int = 3
    good_for_budget: int = 4
    percent: int = 10
    idle: int = 7
    strong: int = 4
    change: int = 20
