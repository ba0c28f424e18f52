"""What a therapist ordered comes into force with the next morning.

An order tightens (`game.core.rules.dose.tightened`): its start and cap lie within the game's own, half doses after an
operation and the grown-up's few bind beside it, and nothing here lifts a lock, a rest after pain or the painful stop.
On and off are switches like the parent's (`ExerciseSwitched`): the last word counts.

A start ordered of what is in play is where it goes to. Down to it at once, one set; up to it as every dose rises, one
step in seven days at most and where there is room, only that no clean times are needed. Strong pain ends the way up.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from game.core.content import Catalogue
from game.core.days import days_between, plus
from game.core.quest import reason
from game.core.rules import dose_changes
from game.core.rules.dose import Dose, Limits, is_above
from game.core.rules.dose_changes import said_of
from game.core.rules.joining import fill_up
from game.core.rules.room import has_room, room_doses
from game.core.rules.state import ChildState, limits_of


def begin(catalogue: Catalogue, state: ChildState, day: date) -> None:
    """What was ordered by the evening before counts from the morning of `day`; a hold that is over lets go."""
    if state.order_told is not None:
        state.order, state.held_until = state.order_told, state.hold_told
        state.order_told = state.hold_told = None
    if state.held_until is not None and day >= state.held_until:
        state.held_until = None
    told, switches = state.orders_told, state.switches_told
    state.orders_told, state.switches_told = {}, {}
    state.orders |= told
    for name in told:
        if name in state.tracks:
            _into_force(catalogue, state, name, day)
    for name, plays in switches.items():
        _switch(catalogue, state, name, plays, day)
    if told:
        dose_changes.shorten(catalogue, state, day)  # both feet take longer than the one did


def _into_force(catalogue: Catalogue, state: ChildState, name: str, day: date) -> None:
    """A dose above the new most falls to it; what was not played yet stands at the start that was ordered, where there
    is room, and at a lower one in any case."""
    track, exercise = state.tracks[name], catalogue.exercises[name]
    limit = limits_of(catalogue, state, exercise, day)
    dose = limit.within(track.dose)
    if track.since is None and (
        not is_above(limit.first, dose)
        or state.orders[name].start is not None
        and has_room(catalogue, {**room_doses(catalogue, state, day), name: limit.first}, state.budget)
    ):
        dose = limit.first
    before_gap = limit.within(track.before_gap) if track.before_gap else None
    key = "reason_order_dose"
    if track.since is not None and state.orders[name].begins_anew:
        begun = _begun_anew(dose, limit, state.orders[name].start)
        if (begun.sets, begun.amount) != (dose.sets, dose.amount):
            dose, key = begun, "reason_order_begun"
    if (dose.sets, dose.amount) == (track.dose.sets, track.dose.amount):
        if dose != track.dose:  # with another foot: another dose, from which the seven days begin
            track = replace(replace(track.anew(day), why=None) if track.since else track, dose=dose)
    else:
        said = said_of(state.orders[name])
        why = dose_changes.step_reason(key, name, track.dose, dose, exercise.unit, **said)
        if key == "reason_order_begun":
            why = reason(key, exercise=name, unit=str(exercise.unit), amount=dose.amount, **said)
        track = track.changed(dose, track.since and day, why)
    state.tracks[name] = replace(track, before_gap=before_gap)


def _begun_anew(dose: Dose, limit: Limits, start: int | None) -> Dose:
    """One set of the start at once where that is no more; else one set, for which a step may be had at once."""
    target = min(start or limit.ramp.start, limit.ramp.cap)
    if dose.amount >= target:
        return replace(dose, sets=1, amount=target)
    if dose.sets > 1:
        return replace(dose, sets=1, amount=min(max(limit.ramp.start, dose.amount), dose.amount + limit.ramp.step))
    return dose


def _switch(catalogue: Catalogue, state: ChildState, name: str, plays: bool | None, day: date) -> None:
    """On or off, or (None) as the programme has it; in again after a week without it begins at its start."""
    was_out = state.switched.get(name) is False
    if plays is None:
        state.switched.pop(name, None)
    else:
        state.switched[name] = plays
    tried = state.tried.get(name)
    is_back = was_out and plays is not False and name in state.tracks
    if is_back and tried and days_between(tried[0], day) > catalogue.rules.gap_days:
        dose_changes.back_again(catalogue, state, name, day, reason("reason_in_again", exercise=name))
    if state.first_active is None and state.programme is not None:
        fill_up(catalogue, state, plus(day, -1))
