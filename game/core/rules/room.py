"""Room: how much may be in play, so that two quests hold all of it.

A bigger dose and a new exercise come only where there is room. What rests keeps its room, so that it can always come
back at its start; what a parent left out does not.
"""

from __future__ import annotations

from datetime import date

from game.core.content import Catalogue
from game.core.rules import dose_changes
from game.core.rules.dose import Dose, seconds
from game.core.rules.state import ChildState, in_play, is_resting


def has_room(catalogue: Catalogue, doses: dict[str, Dose], budget: int) -> bool:
    """Whether two quests hold all these: together at most two budgets less the longest of them.

    Then any four sessions offer every exercise twice.
    """
    return room_for([seconds(catalogue.rules, catalogue.exercises[e], dose) for e, dose in doses.items()], budget)


def room_for(levels: list[int], budget: int) -> bool:
    """The same for levels by their seconds."""
    return not levels or sum(levels) + max(levels) <= 2 * budget


def room_doses(catalogue: Catalogue, state: ChildState, day: date) -> dict[str, Dose]:
    """The doses that must find room: all in play; what rests comes back at its start or below."""
    return {
        name: dose_changes.come_back_after_pain(catalogue, state, name, day)
        if is_resting(state, name, day)
        else state.tracks[name].dose
        for name in in_play(catalogue, state)
    }
