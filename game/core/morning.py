"""What a morning brings: the week's count, gaps, what a parent brought back, and growth where it was earned.

Order of growth: the budget, then in odd weeks of play the new exercise and doses, in even weeks doses and the new one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from game.core import changes, run
from game.core.content import Catalogue
from game.core.days import days_between, plus
from game.core.dose import Dose, one_set_more, one_up, seconds
from game.core.layout import has_room, room_for
from game.core.quest import reason
from game.core.state import (
    GROWN_UP,
    State,
    in_play,
    is_playable,
    is_resting,
    limits_of,
    number,
    programme_order,
    week_of_play,
)


def begin(catalogue: Catalogue, state: State, day: date) -> None:
    """Changes the state to how it stands on the morning of `day`."""
    if day.weekday() == 0:
        state.run = run.week_over(catalogue, state, day)
    state.good_days = tuple(d for d in state.good_days if days_between(d, day) <= number(catalogue, "growth_days"))
    _gap(catalogue, state, day)
    for name, rest in list(state.resting.items()):
        if not rest.is_on(day):
            del state.resting[name]
            if name in state.tracks:
                why = reason("reason_ouch_back", exercise=name)
                changes.started(catalogue, state, name, day, why, is_back=True)
    if day.weekday() == 0 and run.may_graduate(catalogue, state) and is_playable(catalogue, state, day):
        state.graduated_on = day
    if not may_grow(catalogue, state, day):
        state.forward.clear()
        return
    _grow_budget(catalogue, state, day)
    _forward(catalogue, state, day)
    if week_of_play(state, day) % 2:
        _new(catalogue, state, day)
        _grow_doses(catalogue, state, day, reserve=_start_seconds(catalogue, state, day))
    else:
        _grow_doses(catalogue, state, day, reserve=None)
        _new(catalogue, state, day)


def may_grow(catalogue: Catalogue, state: State, day: date) -> bool:
    """Whether anything may grow or come new: after the first week of play, not held, paused, locked or graduated, and
    no strong pain in the last seven days."""
    return (
        state.first_active is not None
        and days_between(state.first_active, day) >= number(catalogue, "growth_days")
        and not state.is_held
        and state.graduated_on is None
        and not is_quiet(catalogue, state, day)
        and is_playable(catalogue, state, day)
    )


def is_quiet(catalogue: Catalogue, state: State, day: date) -> bool:
    """Within seven days after strong pain."""
    return state.last_pain is not None and days_between(state.last_pain, day) <= number(catalogue, "ouch_quiet_days")


def is_due(catalogue: Catalogue, since: date | None, day: date) -> bool:
    """Whether seven days have passed since a change."""
    return since is not None and days_between(since, day) >= number(catalogue, "growth_days")


def _gap(catalogue: Catalogue, state: State, day: date) -> None:
    if state.last_play is None:
        return
    idle = days_between(state.last_play, day) - 1
    if state.gap == 0 and idle >= number(catalogue, "gap_days"):
        changes.after_a_week(catalogue, state, day, idle)
        state.gap = 1
    if state.gap == 1 and idle >= number(catalogue, "gap_days_long"):
        changes.after_three_weeks(catalogue, state, day, idle)
        state.gap = 2


# ---------------------------------------------------------------- budget
def is_week_earned(catalogue: Catalogue, state: State, day: date) -> bool:
    """Seven days since the last change and enough good days among the last seven."""
    return is_due(catalogue, state.budget_since, day) and len(state.good_days) >= number(
        catalogue, "good_days_for_growth"
    )


def _grow_budget(catalogue: Catalogue, state: State, day: date) -> None:
    is_asked = state.forward.pop(None, None) is not None and is_due(catalogue, state.budget_since, day)
    grown = changes.budget_grown(catalogue, state)
    if grown <= state.budget:
        return
    if is_week_earned(catalogue, state, day):
        values = {"from": state.budget, "to": grown}
        why = reason("reason_budget_up", n=len(state.good_days), **values)
        changes.set_budget(catalogue, state, grown, day, why)
    elif is_asked:
        changes.set_budget(catalogue, state, grown, day, reason("reason_parent_forward", date=str(plus(day, -1))))


# ---------------------------------------------------------------- doses
def room_doses(catalogue: Catalogue, state: State, day: date) -> dict[str, Dose]:
    """The doses that must find room: all in play; what rests comes back at its start."""
    doses = {}
    for name in in_play(catalogue, state):
        resting = is_resting(state, name, day)
        limit = limits_of(catalogue, state, catalogue.exercises[name], day)
        doses[name] = limit.first if resting else state.tracks[name].dose
    return doses


def _forward(catalogue: Catalogue, state: State, day: date) -> None:
    """Steps up a parent asked for yesterday, where only good days and clean confirmations are missing."""
    asked = [name for name in state.forward if name in state.tracks]
    state.forward.clear()
    for name in asked:
        track = state.tracks[name]
        limit = limits_of(catalogue, state, catalogue.exercises[name], day)
        higher = one_up(track.dose, limit)
        if higher == track.dose or not is_due(catalogue, track.since, day) or is_resting(state, name, day):
            continue
        if has_room(catalogue, {**room_doses(catalogue, state, day), name: higher}, state.budget):
            why = reason("reason_parent_forward", date=str(plus(day, -1)))
            state.tracks[name] = track.changed(higher, day, why)


def _grow_doses(catalogue: Catalogue, state: State, day: date, reserve: int | None) -> None:
    """One step for each that is due, while there is room: too easy ones first, then what waited longest.

    `reserve` is the time kept free for the next new exercise.
    """
    due = [
        name
        for name in in_play(catalogue, state)
        if is_due(catalogue, state.tracks[name].since, day) and not is_resting(state, name, day)
    ]
    easy = number(catalogue, "easy_days_for_set")
    due.sort(key=lambda name: (state.tracks[name].easy_days < easy, state.tracks[name].since or day))
    times: dict[str, int] | None = None
    for name in due:
        track, exercise = state.tracks[name], catalogue.exercises[name]
        for higher in _steps(catalogue, state, name, day):
            if times is None:
                doses = room_doses(catalogue, state, day)
                times = {n: seconds(catalogue.exercises[n], dose) for n, dose in doses.items()}
            with_it = {**times, name: seconds(exercise, higher)}
            if room_for([*with_it.values(), *([reserve] if reserve else [])], state.budget):
                if higher.sets > track.dose.sets:
                    why = reason("reason_more_sets", n=higher.sets, exercise=name)
                else:
                    why = changes.step_reason("reason_step", name, track.dose, higher, exercise.unit)
                state.tracks[name] = track.changed(higher, day, why)
                times = with_it
                break


def _steps(catalogue: Catalogue, state: State, name: str, day: date) -> list[Dose]:
    """The steps a dose has earned, best first: a set after two easy days, an amount after three clean ones."""
    track = state.tracks[name]
    limit = limits_of(catalogue, state, catalogue.exercises[name], day)
    steps = []
    if track.easy_days >= number(catalogue, "easy_days_for_set"):
        steps.append(one_set_more(track.dose, limit))
    if track.clean >= number(catalogue, "clean_for_step"):
        steps.append(one_up(track.dose, limit))
    return [dose for dose in steps if dose != track.dose]


# ---------------------------------------------------------------- new exercises
def coming(catalogue: Catalogue, state: State, day: date) -> str | None:
    """The exercise next in turn: an ordered one from its first week on, else the first that has not come."""
    week = week_of_play(state, day)
    for name in programme_order(catalogue, state):
        exercise = catalogue.exercises[name]
        is_too_early = exercise.ordered_only and exercise.first_week > week
        if name not in state.tracks and not is_too_early and not is_resting(state, name, day):
            return name
    return None


def _start_seconds(catalogue: Catalogue, state: State, day: date) -> int | None:
    name = coming(catalogue, state, day)
    if name is None:
        return None
    exercise = catalogue.exercises[name]
    return seconds(exercise, limits_of(catalogue, state, exercise, day).first)


def _new(catalogue: Catalogue, state: State, day: date) -> None:
    """One new exercise when three good days have passed since the last, from its first week, where there is room."""
    name = coming(catalogue, state, day)
    if name is None or state.good_since_new < number(catalogue, "good_days_for_new"):
        return
    exercise = catalogue.exercises[name]
    first = limits_of(catalogue, state, exercise, day).first
    if exercise.first_week > week_of_play(state, day):
        return
    if has_room(catalogue, {**room_doses(catalogue, state, day), name: first}, state.budget):
        changes.started(catalogue, state, name, day, reason("reason_start", exercise=name))
        state.good_since_new = 0


def fill_up(catalogue: Catalogue, state: State, day: date) -> None:
    """A programme begins: what was met is in play, filled up to three; the grown-up's set is whole at once."""
    order = programme_order(catalogue, state)
    most = len(order) if state.programme == GROWN_UP else number(catalogue, "first_week_exercises")
    for name in order:
        if len(in_play(catalogue, state)) >= most:
            break
        if name not in state.tracks and not catalogue.exercises[name].ordered_only:
            why = reason("reason_start", exercise=name)
            changes.started(catalogue, state, name, plus(day, 1), why)  # it counts from the next morning
            if state.first_active is not None:
                state.good_since_new = 0
    if state.programme == GROWN_UP:
        for name in order:
            limit = limits_of(catalogue, state, catalogue.exercises[name], day)
            track = state.tracks[name]
            amount = min(max(track.dose.amount, limit.ramp.start), limit.ramp.cap)
            if amount != track.dose.amount:
                state.tracks[name] = replace(
                    track, dose=Dose(track.dose.sets, amount), since=track.since and plus(day, 1), clean=0, easy_days=0
                )
