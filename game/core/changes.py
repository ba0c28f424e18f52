"""Single steps of a budget or a dose, each with the reason a parent reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from game.core.content import Catalogue, Exercise
from game.core.days import plus
from game.core.dose import Dose, Limits, halved, is_above, one_down, seconds
from game.core.quest import Reason, reason
from game.core.state import State, Track, limits_of, number


def budget_grown(catalogue: Catalogue, state: State) -> int:
    """A tenth more, down to a whole step, at most the age's cap.

    The floor is taken in whole numbers: 1.10 x 300 is 330 and never 329.99.
    """
    percent, whole = 100 + number(catalogue, "budget_growth_percent"), number(catalogue, "budget_floor_to")
    return min(catalogue.ages[state.age].cap, state.budget * percent // (100 * whole) * whole)


def budget_shrunk(catalogue: Catalogue, state: State) -> int:
    """A tenth less as growing counts it, up to a whole step, never below the first budget."""
    percent, whole = 100 + number(catalogue, "budget_growth_percent"), number(catalogue, "budget_floor_to")
    return _not_below_start(catalogue, state, -(-state.budget * 100 // (percent * whole)) * whole)


def budget_halved(catalogue: Catalogue, state: State, before: int) -> int:
    """Half of what it was before a long gap, down to a whole step, never below the first budget."""
    whole = number(catalogue, "budget_floor_to")
    return min(state.budget, _not_below_start(catalogue, state, before // 2 // whole * whole))


def _not_below_start(catalogue: Catalogue, state: State, budget: int) -> int:
    return max(budget, min(state.budget, catalogue.ages[state.age].first_budget))


def set_budget(catalogue: Catalogue, state: State, budget: int, since: date, why: Reason) -> None:
    """Another budget from `since` on; a level longer than all of it is shortened until it fits."""
    if budget == state.budget:
        return
    state.budget, state.budget_since, state.budget_why = budget, since, why
    for name, track in state.tracks.items():
        exercise = catalogue.exercises[name]
        fitting = fitted(exercise, track.dose, limits_of(catalogue, state, exercise, since), budget)
        if fitting != track.dose:
            state.tracks[name] = track.changed(fitting, since, reason("reason_shortened", exercise=name, budget=budget))


def fitted(exercise: Exercise, dose: Dose, limit: Limits, budget: int) -> Dose:
    """The dose, stepped back until its level is no longer than the budget."""
    while seconds(exercise, dose) > budget and one_down(dose, limit) != dose:
        dose = one_down(dose, limit)
    return dose


def step_reason(key: str, exercise: str, old: Dose, new: Dose, unit: str, **values: int | str) -> Reason:
    """Why a dose went from one to another: told in sets where those changed, else in the exercise's unit."""
    if old.sets != new.sets:
        return reason(key, exercise=exercise, unit="sets", **{"from": old.sets, "to": new.sets}, **values)
    return reason(key, exercise=exercise, unit=unit, **{"from": old.amount, "to": new.amount}, **values)


def stepped_back(
    catalogue: Catalogue, state: State, name: str, played: Dose, day: date, key: str, **values: int | str
) -> bool:
    """One step under what was played, at once; it counts from the next morning. Whether anything changed.

    Two hard words about the same dose are one step: the second finds the dose already under what was played.
    """
    track, exercise = state.tracks[name], catalogue.exercises[name]
    lower = one_down(played, limits_of(catalogue, state, exercise, day))
    if not is_above(track.dose, lower):
        return False
    why = step_reason(key, name, track.dose, lower, exercise.unit, **values)
    state.tracks[name] = track.changed(lower, plus(day, 1), why)
    return True


def after_a_week(catalogue: Catalogue, state: State, day: date, idle: int) -> None:
    """A week without play: budget and every dose one step back, once."""
    why = reason("reason_gap_week", n=idle)
    state.budget_before_gap = state.budget
    for name, track in state.tracks.items():
        lower = one_down(track.dose, limits_of(catalogue, state, catalogue.exercises[name], day))
        changed = track.changed(lower, day, why) if lower != track.dose else track
        state.tracks[name] = replace(changed, before_gap=track.dose)
    set_budget(catalogue, state, budget_shrunk(catalogue, state), day, why)


def after_three_weeks(catalogue: Catalogue, state: State, day: date, idle: int) -> None:
    """Three weeks without play: half of what it was before the gap."""
    why = reason("reason_gap_long", n=idle)
    for name, track in state.tracks.items():
        limit = limits_of(catalogue, state, catalogue.exercises[name], day)
        half = halved(track.before_gap or track.dose, limit)
        if is_above(track.dose, half):
            state.tracks[name] = track.changed(half, day, why)
    set_budget(catalogue, state, budget_halved(catalogue, state, state.budget_before_gap or state.budget), day, why)


def day_back(state: State, day: date) -> None:
    """The first play after a gap, or ever: the seven days of every rule begin here, unless something changed since."""
    state.budget_since, state.budget_before_gap = max(state.budget_since or day, day), None
    for name, track in state.tracks.items():
        since = max(track.since or day, day)
        state.tracks[name] = replace(track, since=since, joined=track.joined or day, before_gap=None)


def started(catalogue: Catalogue, state: State, name: str, day: date, why: Reason, *, is_back: bool = False) -> None:
    """An exercise comes at its start, one set. Before the first play its first seven days have not begun."""
    first = limits_of(catalogue, state, catalogue.exercises[name], day).first
    since = None if state.first_active is None else day
    joined = state.tracks[name].joined if is_back and name in state.tracks else since
    state.tracks[name] = Track(first, since, joined, why)
