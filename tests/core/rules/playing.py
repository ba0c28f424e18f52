"""A child's state in the middle of a programme, made by hand: for tests of one morning and one number."""

from __future__ import annotations

from game.core.content import AgeBand
from game.core.days import plus
from game.core.rules.dose import Dose
from game.core.rules.state import ChildState, Track
from tests.diary import START, catalogue

SHIPPED = catalogue()


def playing(*names: str, budget: int = 300, **other: object) -> ChildState:
    """These in play since START at their starts; the second Monday is day 7."""
    values: dict[str, object] = {
        "first_active": START, "budget_since": START, "last_new": START, "last_play": plus(START, 6), "lowest_first": 240,
    } | other  # fmt: skip
    tracks = {n: Track(Dose(1, SHIPPED.exercises[n].ramp.start), START, START) for n in names or ("bear_walk",)}
    return ChildState(AgeBand.FIVE_SIX, "children", budget=budget, tracks=tracks, **values)  # type: ignore[arg-type]
