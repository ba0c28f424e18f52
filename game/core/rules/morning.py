"""What a morning brings: the week's count, gaps, what a parent brought back, and growth where it was earned.

Nothing grows without a grown-up's word: a day nobody told of counts for the run, never as a good day, and a clean time
counts only at the day's full dose. Order of growth: the budget, then in odd weeks of play the new exercise (`joining`)
and doses, in even weeks doses and the new one.

Seven days away are seven whole days: the step back comes on the eighth morning, the halving on the twenty-second.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from game.core.content import Catalogue
from game.core.days import days_between, plus
from game.core.quest import Reason, reason
from game.core.rules import dose_changes, joining, orders, pain, streak
from game.core.rules.dose import Dose, is_above, one_set_more, one_up, seconds
from game.core.rules.dose_changes import is_due
from game.core.rules.room import has_room, room_doses, room_for
from game.core.rules.state import (
    ChildState,
    holds,
    in_play,
    is_playable,
    is_resting,
    limits_of,
    rises_as_ordered,
    week_of_play,
)
from game.frozen import dataclass


def begin(catalogue: Catalogue, state: ChildState, day: date) -> None:
    """Changes the state to how it stands on the morning of `day`."""
    if day.weekday() == 0:
        state.run = streak.week_over(catalogue, state, day)
    state.good_days = tuple(d for d in state.good_days if days_between(d, day) <= catalogue.rules.growth_days)
    orders.begin(catalogue, state, day)
    _gap(catalogue, state, day)
    for name, rest in list(state.resting.items()):
        if not rest.is_on(day):
            del state.resting[name]
            if name in state.tracks:
                dose_changes.back_after_pain(catalogue, state, name, day)
    if day.weekday() == 0 and streak.may_graduate(catalogue, state) and is_playable(catalogue, state, day):
        state.graduated_on = day
    _nothing_good(catalogue, state, day)
    if not may_grow(catalogue, state, day):
        state.forward.clear()
        if state.graduated_on is not None and _may_change(catalogue, state, day):
            joining.still_to_meet(catalogue, state, day)
        return
    _grow_budget(catalogue, state, day)
    _forward(catalogue, state, day)
    if week_of_play(state, day) % 2:
        joining.earned(catalogue, state, day)
        _grow_doses(catalogue, state, day)
    else:
        _grow_doses(catalogue, state, day)
        joining.earned(catalogue, state, day)


def may_grow(catalogue: Catalogue, state: ChildState, day: date) -> bool:
    """Whether anything may grow: after the first week of play, not graduated, and nothing against it on that day."""
    return (
        state.first_active is not None
        and days_between(state.first_active, day) >= catalogue.rules.growth_days
        and state.graduated_on is None
        and _may_change(catalogue, state, day)
    )


def _may_change(catalogue: Catalogue, state: ChildState, day: date) -> bool:
    """Not held, paused or locked, not in a gap before its first play, no strong pain in the last seven days."""
    return (
        not holds(state)
        and not state.gap
        and not pain.is_quiet(catalogue, state, day)
        and is_playable(catalogue, state, day)
    )


def _gap(catalogue: Catalogue, state: ChildState, day: date) -> None:
    if state.last_play is None:
        return
    idle = days_between(state.last_play, day) - 1
    if state.gap == 0 and idle >= catalogue.rules.gap_days:
        dose_changes.after_a_week(catalogue, state, day)
        state.gap = 1
    if state.gap == 1 and idle >= catalogue.rules.gap_days_long:
        dose_changes.after_three_weeks(catalogue, state, day)
        state.gap = 2


def _nothing_good(catalogue: Catalogue, state: ChildState, day: date) -> None:
    """Fourteen active days without a good one, and no dose left to lower: the parent is told, once."""
    if state.no_good_since is None and state.bad_days >= catalogue.rules.no_good_days:
        doses = room_doses(catalogue, state, day)
        firsts = {name: limits_of(catalogue, state, catalogue.exercises[name], day).first for name in doses}
        if not any(is_above(dose, firsts[name]) for name, dose in doses.items()):
            state.no_good_since = day


# ---------------------------------------------------------------- budget
def is_week_earned(catalogue: Catalogue, state: ChildState, day: date) -> bool:
    """Seven days since the last change and enough good days among the last seven."""
    return is_due(catalogue, state.budget_since, day) and len(state.good_days) >= catalogue.rules.good_days_for_growth


def _grow_budget(catalogue: Catalogue, state: ChildState, day: date) -> None:
    is_asked = state.forward.pop(None, None) is not None and is_due(catalogue, state.budget_since, day)
    grown = dose_changes.budget_grown(catalogue, state)
    if grown <= state.budget:
        return
    if is_week_earned(catalogue, state, day):
        values = {"from": state.budget, "to": grown}
        why = reason("reason_budget_up", n=len(state.good_days), date=str(day), **values)
        dose_changes.set_budget(catalogue, state, grown, day, why)
    elif is_asked:
        dose_changes.set_budget(catalogue, state, grown, day, reason("reason_parent_forward", date=str(plus(day, -1))))


# ---------------------------------------------------------------- doses
def _forward(catalogue: Catalogue, state: ChildState, day: date) -> None:
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


def _grow_doses(catalogue: Catalogue, state: ChildState, day: date) -> None:
    """One step for each that is due, while there is room: what rises to an ordered start first, then too easy
    ones, then what waited longest.

    While an exercise waits to join, one in seven days gets a set more; what is kept back by this alone rises by a step,
    so that load does not take the place of variety.
    """
    reserve = joining.kept_free_seconds(catalogue, state, day)
    due = [
        name
        for name in in_play(catalogue, state)
        if is_due(catalogue, state.tracks[name].since, day) and not is_resting(state, name, day)
    ]
    easy = catalogue.rules.easy_days_for_set
    ordered = {name for name in due if rises_as_ordered(catalogue, state, name, day)}
    due.sort(
        key=lambda name: (name not in ordered, state.tracks[name].easy_days < easy, state.tracks[name].since or day)
    )
    times: dict[str, int] | None = None
    for name in due:
        track, exercise = state.tracks[name], catalogue.exercises[name]
        steps = _steps(catalogue, state, name, day)
        if steps and times is None:
            doses = room_doses(catalogue, state, day)
            times = {n: seconds(catalogue.rules, catalogue.exercises[n], dose) for n, dose in doses.items()}
        for step in steps:
            wished = [dose for dose in (step.dose, step.instead) if dose]
            fits = [{**(times or {}), name: seconds(catalogue.rules, exercise, dose)} for dose in wished]
            free = [room_for([*f.values(), *([reserve] if reserve else [])], state.budget) for f in fits]
            if not free[0]:
                continue
            if step.instead is None or is_set_free(catalogue, state, day):
                _grown(state, name, step.dose, day, step.why)
                times = fits[0]
            elif step.instead != track.dose and free[1]:
                why = dose_changes.step_reason("reason_step_easy", name, track.dose, step.instead, exercise.unit)
                _grown(state, name, step.instead, day, why)
                times = fits[1]
            break


@dataclass(frozen=True, slots=True)
class _Step:
    """A step a dose has earned; `instead` is the smaller one while a set more is kept back."""

    dose: Dose
    why: Reason
    instead: Dose | None = None


def _steps(catalogue: Catalogue, state: ChildState, name: str, day: date) -> list[_Step]:
    """The steps a dose has earned, best first: a set after two easy days, an amount after three clean ones."""
    track, exercise = state.tracks[name], catalogue.exercises[name]
    limit = limits_of(catalogue, state, exercise, day)
    up, steps = one_up(track.dose, limit), []
    if rises_as_ordered(catalogue, state, name, day):
        up = replace(up, amount=min(up.amount, limit.ramp.start))
        said = dose_changes.said_of(state.orders[name])
        why = dose_changes.step_reason("reason_order_step", name, track.dose, up, exercise.unit, **said)
        return [_Step(up, why)]
    if track.easy_days >= catalogue.rules.easy_days_for_set:
        more = one_set_more(track.dose, limit)
        steps.append(_Step(more, reason("reason_more_sets", n=more.sets, exercise=name), up))
    if track.clean >= catalogue.rules.clean_for_step:
        steps.append(_Step(up, dose_changes.step_reason("reason_step", name, track.dose, up, exercise.unit)))
    return [step for step in steps if step.dose != track.dose]


def is_set_free(catalogue: Catalogue, state: ChildState, day: date) -> bool:
    """Whether an exercise may get a set more on that day: one in seven days while another waits to join."""
    if state.last_set is None or not joining.waits_to_join(catalogue, state, day):
        return True
    return is_due(catalogue, state.last_set, day)


def _grown(state: ChildState, name: str, dose: Dose, day: date, why: Reason) -> None:
    track = state.tracks[name]
    state.tracks[name] = track.changed(dose, day, why)
    if dose.sets > track.dose.sets:
        state.last_set = day
