"""The numbers of the rules written down a second time, for `tests.core.rules.independent_engine`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tests import routine
from tests.routine import BESIDE, DOSES, ON_ORDER

POSITIONS = ("lying", "floor", "chair", "standing", "walking")
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


def row(
    position: str, unit: str, foot: str, start: str, step: str, cap: str, seconds: str, week: str, things: str
) -> Row:
    """One line of the routine's table."""
    feet = 2 if foot == "f" else 1
    return Row(POSITIONS.index(position), feet, int(start), int(step), int(cap), int(seconds), int(week))


TABLE = {name: row(*words) for name, words in DOSES.items() if name not in ON_ORDER + BESIDE}
PROGRAMMES = {name: routine.PROGRAMMES[name] for name in ("children", "prevention")}

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
