"""Single steps of a budget or a dose, each with the reason a parent reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from game.core.content import Catalogue, Exercise
from game.core.days import days_between, plus
from game.core.events import ExerciseOrdered, OrderWritten
from game.core.numbers import Rules
from game.core.quest import Reason, reason
from game.core.rules.dose import Dose, Limits, halved, is_above, one_down, seconds
from game.core.rules.state import ChildState, Track, comes_again, game_limits_of, is_half, limits_of

# The steps back after days without play: each stands as the reason until the next change.
AFTER_A_GAP = ("reason_gap_week", "reason_gap_long", "reason_budget_gap_week", "reason_budget_gap_long")


def is_due(catalogue: Catalogue, since: date | None, day: date) -> bool:
    """Whether seven days have passed since a change."""
    return since is not None and days_between(since, day) >= catalogue.rules.growth_days


def budget_grown(catalogue: Catalogue, state: ChildState) -> int:
    """A tenth more, down to a whole step, at most the age's cap.

    The floor is taken in whole numbers: 1.10 x 300 is 330 and never 329.99.
    """
    percent, whole = 100 + catalogue.rules.budget_growth_percent, catalogue.rules.budget_floor_to
    return min(catalogue.rules.ages[state.age].cap, state.budget * percent // (100 * whole) * whole)


def budget_shrunk(catalogue: Catalogue, state: ChildState) -> int:
    """A tenth less as growing counts it, up to a whole step, never below the lowest first budget the child has had."""
    percent, whole = 100 + catalogue.rules.budget_growth_percent, catalogue.rules.budget_floor_to
    return _not_below_start(state, -(-state.budget * 100 // (percent * whole)) * whole)


def budget_halved(catalogue: Catalogue, state: ChildState, before: int) -> int:
    """Half of what it was before a long gap, down to a whole step, never below the lowest first budget."""
    whole = catalogue.rules.budget_floor_to
    return min(state.budget, _not_below_start(state, before // 2 // whole * whole))


def _not_below_start(state: ChildState, budget: int) -> int:
    return max(budget, min(state.budget, state.lowest_first))


def set_budget(catalogue: Catalogue, state: ChildState, budget: int, since: date, why: Reason) -> None:
    """Another budget from `since` on; a level longer than all of it is shortened until it fits."""
    if budget == state.budget:
        return
    state.budget, state.budget_since, state.budget_why = budget, since, why
    shorten(catalogue, state, since)


def shorten(catalogue: Catalogue, state: ChildState, since: date) -> None:
    """Every level longer than the whole budget steps back until it fits, from `since` on."""
    for name, track in state.tracks.items():
        exercise = catalogue.exercises[name]
        limit = limits_of(catalogue, state, exercise, since)
        fitting = fitted(catalogue.rules, exercise, track.dose, limit, state.budget)
        if fitting != track.dose:
            why = reason("reason_shortened", exercise=name, budget=state.budget)
            state.tracks[name] = track.changed(fitting, track.since and since, why)


def fitted(rules: Rules, exercise: Exercise, dose: Dose, limit: Limits, budget: int) -> Dose:
    """The dose, stepped back until its level is no longer than the budget."""
    while seconds(rules, exercise, dose) > budget and one_down(dose, limit) != dose:
        dose = one_down(dose, limit)
    return dose


STAYS = {
    "reason_hard": "reason_hard_stays",
    "reason_partly": "reason_hard_stays",
    "reason_ouch_low": "reason_ouch_stays",
}


def step_reason(key: str, exercise: str, old: Dose, new: Dose, unit: str, **values: int | str) -> Reason:
    """Why a dose went from one to another: told in sets where those changed, else in the exercise's unit."""
    if old.sets != new.sets:
        return reason(key, exercise=exercise, unit="sets", **{"from": old.sets, "to": new.sets}, **values)
    return reason(key, exercise=exercise, unit=unit, **{"from": old.amount, "to": new.amount}, **values)


def said_of(order: ExerciseOrdered | OrderWritten) -> dict[str, int | str]:
    """Who ordered it and when, as the texts take it."""
    return {"who": order.said_by, "date": str(order.said_on)}


def stepped_back(
    catalogue: Catalogue, state: ChildState, name: str, played: Dose, day: date, key: str, **values: int | str
) -> bool:
    """One step under what was played, at once; it counts from the next morning. Whether anything changed.

    Two hard words about the same dose are one step: the second finds the dose already under what was played.
    """
    track, exercise = state.tracks[name], catalogue.exercises[name]
    limit = limits_of(catalogue, state, exercise, day)
    lower = one_down(played, limit)
    least = min(limit.ramp.start, track.dose.amount)  # less than the start was played, on a short day
    lower = replace(lower, amount=max(lower.amount, least), foot=track.dose.foot)
    if not is_above(track.dose, lower):
        return False
    why = step_reason(key, name, track.dose, lower, exercise.unit, **values)
    state.tracks[name] = track.changed(lower, plus(day, 1), why)
    return True


def called_hard(
    catalogue: Catalogue, state: ChildState, name: str, played: Dose, day: date, key: str, **values: int | str
) -> None:
    """Hard, partly or hurting: a step back, and where there is none below the seven days and every count begin anew
    all the same, from the next morning."""
    if stepped_back(catalogue, state, name, played, day, key, **values):
        return
    track, exercise = state.tracks[name], catalogue.exercises[name]
    why = track.why
    if track.since is None or track.since <= day:  # not stepped back on this very day
        why = reason(STAYS[key], exercise=name, unit=str(exercise.unit), amount=track.dose.amount, **values)
    state.tracks[name] = replace(track.anew(plus(day, 1)), why=why)


def after_a_week(catalogue: Catalogue, state: ChildState, day: date) -> None:
    """A week without play: budget and every dose one step back, once."""
    state.budget_before_gap = state.budget
    for name, track in state.tracks.items():
        exercise = catalogue.exercises[name]
        lower = one_down(track.dose, limits_of(catalogue, state, exercise, day))
        why = step_reason("reason_gap_week", name, track.dose, lower, exercise.unit)
        changed = track.changed(lower, day, why) if lower != track.dose else track
        state.tracks[name] = replace(changed, before_gap=track.dose)
    lower_budget = budget_shrunk(catalogue, state)
    why = reason("reason_budget_gap_week", **{"from": state.budget, "to": lower_budget})
    set_budget(catalogue, state, lower_budget, day, why)


def after_three_weeks(catalogue: Catalogue, state: ChildState, day: date) -> None:
    """Three weeks without play: half of what it was before the gap."""
    for name, track in state.tracks.items():
        exercise, before = catalogue.exercises[name], track.before_gap or track.dose
        half = halved(before, limits_of(catalogue, state, exercise, day))
        if is_above(track.dose, half):
            why = step_reason("reason_gap_long", name, before, half, exercise.unit)
            state.tracks[name] = track.changed(half, day, why)
    was = state.budget_before_gap or state.budget
    half_budget = budget_halved(catalogue, state, was)
    why = reason("reason_budget_gap_long", **{"from": was, "to": half_budget})
    set_budget(catalogue, state, half_budget, day, why)


def begun(state: ChildState, day: date) -> None:
    """The first active day: the budget's seven days begin, and what is in play has joined."""
    state.budget_since = max(state.budget_since or day, day)
    for name, track in state.tracks.items():
        state.tracks[name] = replace(track, joined=track.joined or day)


def day_back(state: ChildState, day: date) -> None:
    """The first play after a gap: the seven days of every rule begin here, and every count anew."""
    if state.budget == state.budget_before_gap:
        state.budget_why = _older(state.budget_why)
    state.budget_since, state.budget_before_gap = max(state.budget_since or day, day), None
    state.last_new = max(state.last_new or day, day)
    state.good_days, state.good_since_new = (), 0
    for name, track in state.tracks.items():
        if track.since is not None:
            track = replace(track.anew(day), why=track.why if track.dose != track.before_gap else _older(track.why))
        state.tracks[name] = replace(track, before_gap=None)


def _older(why: Reason | None) -> Reason | None:
    """What an older change was for is no longer why it stays after a gap that changed nothing, unless it was a gap."""
    return why if why is not None and why.key in AFTER_A_GAP else None


def started(catalogue: Catalogue, state: ChildState, name: str, day: date, why: Reason) -> None:
    """An exercise comes at its start, one set. Its first seven days begin with its first play."""
    first = limits_of(catalogue, state, catalogue.exercises[name], day).first
    joined = None if state.first_active is None else day
    state.tracks[name] = Track(first, None, joined, why, from_half=is_half(catalogue, state, day))


def back_again(catalogue: Catalogue, state: ChildState, name: str, day: date, why: Reason) -> None:
    """An exercise that was out comes again: at its start, or where it stood if that was less; every count anew."""
    state.tracks[name] = state.tracks[name].changed(come_back(catalogue, state, name, day), day, why)


def back_after_pain(catalogue: Catalogue, state: ChildState, name: str, day: date) -> None:
    """The same of one that a parent lets come again after pain."""
    why = reason("reason_ouch_back", exercise=name)
    state.tracks[name] = state.tracks[name].changed(come_back_after_pain(catalogue, state, name, day), day, why)


def dose_again(catalogue: Catalogue, state: ChildState, name: str, day: date) -> Dose | None:
    """With how much it comes again after pain, by what counts from tomorrow as well; None where no parent lets it."""
    again = comes_again(state, name, day)
    if again is None or name not in state.tracks:
        return None
    then = replace(state, orders=state.orders | state.orders_told)
    dose = come_back_after_pain(catalogue, then, name, again)
    return limits_of(catalogue, then, catalogue.exercises[name], again).within(dose)


def come_back(catalogue: Catalogue, state: ChildState, name: str, day: date) -> Dose:
    """The dose an exercise comes back with: its start, or where it stood if that was less."""
    dose = state.tracks[name].dose
    first = limits_of(catalogue, state, catalogue.exercises[name], day).first
    return first if is_above(dose, first) else dose


def come_back_after_pain(catalogue: Catalogue, state: ChildState, name: str, day: date) -> Dose:
    """The same after pain: at most the game's own start, for an order lifts no rest after pain. A larger start that was
    ordered since is risen to by steps."""
    dose = come_back(catalogue, state, name, day)
    own = game_limits_of(catalogue, state, catalogue.exercises[name], day).first
    return replace(own, foot=dose.foot) if is_above(dose, own) else dose
