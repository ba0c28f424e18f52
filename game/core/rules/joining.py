"""Which exercise joins what is in play, and when: the next in turn, from its first week on, where there is room.

What a therapist ordered comes before the programme's own and needs no good days. While the programme is built up it
takes three good days since the last; after graduation seven days, whatever they were like. When a programme begins,
what was met is in play at once, and so many more that there are three.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from game.core.content import Catalogue
from game.core.days import days_between, plus
from game.core.quest import reason
from game.core.rules import dose_changes
from game.core.rules.dose import seconds
from game.core.rules.dose_changes import said_of
from game.core.rules.room import has_room, room_doses
from game.core.rules.state import (
    GROWN_UP,
    ChildState,
    comes_on_order,
    in_play,
    is_ordered_on,
    is_resting,
    limits_of,
    programme_order,
    week_of_play,
)

SECOND = 2  # the week of play in which something new may come first


def coming(catalogue: Catalogue, state: ChildState, day: date, week: int | None = None) -> str | None:
    """The exercise next in turn: one that was ordered, from its first week on, else the first that has not come. `week`
    of play is that of the day, unless another is asked for."""
    week, order = week or week_of_play(state, day), programme_order(catalogue, state)
    ordered = tuple(name for name in order if is_ordered_on(state, name))
    for place, name in enumerate((*ordered, *order)):
        is_on_order = place < len(ordered) or comes_on_order(catalogue, state, name)
        is_too_early = is_on_order and catalogue.exercises[name].first_week > week
        if name not in state.tracks and not is_too_early and not is_resting(state, name, day):
            return name
    return None


def joins_next(catalogue: Catalogue, state: ChildState, day: date) -> str | None:
    """The exercise that comes first after the game day `day`, if all days until then are good and there is room:
    another than is next in turn today where the week of what was ordered begins before. None: all have come."""
    state = _as_ordered(state)
    order = programme_order(catalogue, state)
    last = max([SECOND, *(catalogue.exercises[name].first_week for name in order)])
    if state.first_active is None:
        turns = ((coming(catalogue, state, day, week), week) for week in range(SECOND, last + 1))
        found = (name for name, week in turns if name and catalogue.exercises[name].first_week <= week)
        return next(found, coming(catalogue, state, day))
    begins = max(1, SECOND * 7 - 7 - days_between(state.first_active, day))  # in the first week nothing new comes
    ends = max(begins, last * 7 - 7 - days_between(state.first_active, day)) + catalogue.rules.good_days_for_new
    for n in range(begins, ends + 1):
        name = coming_now(catalogue, state, plus(day, n))
        if name and state.good_since_new + n >= good_days_needed(catalogue, state, name):
            return name
    return coming(catalogue, state, day)


def _as_ordered(state: ChildState) -> ChildState:
    """With what was ordered today, as it counts from tomorrow."""
    if not state.orders_told:
        return state
    twin = state.copy()
    twin.orders |= twin.orders_told
    for name, plays in twin.switches_told.items():
        if plays is None:
            twin.switched.pop(name, None)
        else:
            twin.switched[name] = plays
    return twin


def waits_to_join(catalogue: Catalogue, state: ChildState, day: date) -> bool:
    """Whether an exercise of the programme has not come yet and may: what rests after pain cannot join."""
    order = programme_order(catalogue, state)
    return any(name not in state.tracks and not is_resting(state, name, day) for name in order)


def coming_now(catalogue: Catalogue, state: ChildState, day: date) -> str | None:
    """The exercise next in turn, where its first week has come."""
    name = coming(catalogue, state, day)
    if name is None or catalogue.exercises[name].first_week > week_of_play(state, day):
        return None
    return name


def kept_free(catalogue: Catalogue, state: ChildState, day: date) -> str | None:
    """The new exercise whose time is kept free: in odd weeks of play, if it may come in this one."""
    week = week_of_play(state, day)
    if state.first_active is None or week % 2 == 0:
        return None
    mornings = days_between(day, plus(state.first_active, 7 * week - 1))
    name = coming_now(catalogue, state, day)
    return name if name and state.good_since_new + mornings >= good_days_needed(catalogue, state, name) else None


def kept_free_seconds(catalogue: Catalogue, state: ChildState, day: date) -> int | None:
    """How many the new exercise takes whose time is kept free; None where none is."""
    name = kept_free(catalogue, state, day)
    if name is None:
        return None
    exercise = catalogue.exercises[name]
    return seconds(catalogue.rules, exercise, limits_of(catalogue, state, exercise, day).first)


def good_days_needed(catalogue: Catalogue, state: ChildState, name: str) -> int:
    """Good days since the last new exercise until this one may join; none where a therapist ordered it."""
    return 0 if is_ordered_on(state, name) else catalogue.rules.good_days_for_new


def earned(catalogue: Catalogue, state: ChildState, day: date) -> None:
    """One new exercise when three good days have passed since the last, or where a therapist ordered it."""
    name = coming_now(catalogue, state, day)
    if name is not None and state.good_since_new >= good_days_needed(catalogue, state, name):
        _join(catalogue, state, day)


def still_to_meet(catalogue: Catalogue, state: ChildState, day: date) -> None:
    """After graduation what was never met may still join, one in seven days, whatever the days were like."""
    if state.last_new is None or dose_changes.is_due(catalogue, state.last_new, day):
        _join(catalogue, state, day)


def _join(catalogue: Catalogue, state: ChildState, day: date) -> None:
    """The next in turn comes at its start, from its first week, where there is room."""
    name = coming_now(catalogue, state, day)
    if name is None:
        return
    first = limits_of(catalogue, state, catalogue.exercises[name], day).first
    if has_room(catalogue, {**room_doses(catalogue, state, day), name: first}, state.budget):
        why = reason("reason_start", exercise=name)
        if is_ordered_on(state, name):
            why = reason("reason_order_start", exercise=name, **said_of(state.orders[name]))
        dose_changes.started(catalogue, state, name, day, why)
        state.good_since_new, state.last_new = 0, day


def fill_up(catalogue: Catalogue, state: ChildState, day: date) -> None:
    """A programme begins: what was met is in play, filled up to three; the grown-up's set is whole at once."""
    order = programme_order(catalogue, state)
    most = len(order) if state.programme == GROWN_UP else catalogue.rules.first_week_exercises
    for name in order:
        if len(in_play(catalogue, state)) >= most:
            break
        if name not in state.tracks and not comes_on_order(catalogue, state, name):
            why = reason("reason_start", exercise=name)
            dose_changes.started(catalogue, state, name, plus(day, 1), why)  # it counts from the next morning
            if state.first_active is not None:
                state.good_since_new, state.last_new = 0, plus(day, 1)
    if state.programme == GROWN_UP:
        _into_course(catalogue, state, day)


def _into_course(catalogue: Catalogue, state: ChildState, day: date) -> None:
    """Shared doses move into the grown-up's five to seven; what was begun at half goes on from where it stands."""
    for name in in_play(catalogue, state):
        exercise, track = catalogue.exercises[name], state.tracks[name]
        ramp = limits_of(catalogue, state, exercise, day).ramp
        low = track.dose.amount if track.from_half else ramp.start
        dose = replace(track.dose, amount=min(max(track.dose.amount, low), ramp.cap))
        if dose != track.dose:
            why = dose_changes.step_reason("reason_into_course", name, track.dose, dose, exercise.unit)
            state.tracks[name] = track.changed(dose, track.since and plus(day, 1), why)
    dose_changes.shorten(catalogue, state, plus(day, 1))
