"""Which exercises make a quest: what waited longest and fits the budget, shown from lying to walking."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from game.core.content import Catalogue, Exercise, Position
from game.core.rules.dose import seconds
from game.core.rules.state import ChildState, is_first_week, offered

SHOWN = tuple(Position)  # lying, floor, chair, standing, walking
NEVER = (date.min, 0)


def chosen(catalogue: Catalogue, state: ChildState, day: date) -> tuple[str, ...]:
    """The quest of the slot that begins in this state, in the order shown; () when nothing is in play.

    What was never tried comes first, then what waited longest; ties take turns by the date. Each that still fits.
    """
    most = catalogue.rules.quest_most_first_week if is_first_week(state, day) else len(catalogue.exercises)
    taken: list[str] = []
    left = state.budget
    for name in waiting_longest(catalogue, state, day):
        exercise = catalogue.exercises[name]
        needed = seconds(catalogue.rules, exercise, state.tracks[name].dose)
        if len(taken) < most and needed <= left and not _clashes(catalogue, exercise, taken):
            taken.append(name)
            left -= needed
    return in_order(catalogue, state, taken)


def waiting_longest(catalogue: Catalogue, state: ChildState, day: date) -> list[str]:
    """What may be played, longest untried first."""
    ties: dict[tuple[date, int], list[str]] = {}
    for name in offered(catalogue, state, day):
        ties.setdefault(state.tried.get(name, NEVER), []).append(name)
    row: list[str] = []
    for moment in sorted(ties):
        names = ties[moment]
        turn = day.toordinal() % len(names)
        row += names[turn:] + names[:turn]
    return row


def in_order(catalogue: Catalogue, state: ChildState, names: Iterable[str]) -> tuple[str, ...]:
    """Lying, floor, chair, standing, walking; the programme's order within."""
    programme = catalogue.programmes[state.programme] if state.programme else None
    order = {e: i for i, e in enumerate((*programme.exercises, *programme.on_order))} if programme else {}
    return tuple(sorted(names, key=lambda e: (SHOWN.index(catalogue.exercises[e].position), order.get(e, 99))))


def _clashes(catalogue: Catalogue, exercise: Exercise, taken: list[str]) -> bool:
    return any(t in exercise.never_with or exercise.id in catalogue.exercises[t].never_with for t in taken)
