"""The sentences on a parent's pages: what comes next and why, of the trail and of one exercise."""

from __future__ import annotations

from datetime import date

from game.core.content import Catalogue
from game.core.quest import Reason, reason
from game.core.rules import reasons, streak
from game.core.rules.dose_changes import said_of
from game.core.rules.joining import SECOND
from game.core.rules.state import (
    ChildState,
    comes_on_order,
    in_play,
    is_resting,
    order_of,
    switch_of,
    week_of_play,
)

OF_THE_QUEST = frozenset({"reason_first_week", "reason_turn"})


def next_steps(catalogue: Catalogue, state: ChildState, day: date) -> tuple[Reason, ...]:
    """What comes next, the first thing first; () where nothing may be played. When twelve weeks brought no ceremony,
    why; what joins next is told beside it."""
    if reasons.of_rest(catalogue, state, day):
        return ()
    so_far = streak.ceremony_waits_for(catalogue, state)
    new = reasons.of_next(catalogue, state, day)
    steps = [new] if new else []
    if so_far is not None:
        steps.insert(0, reason("reason_next_ceremony", n=so_far, weeks=catalogue.rules.graduation_bloom_weeks))
    return tuple(steps) or (reasons.budget_waits_for(catalogue, state, day),)


def of_trail(catalogue: Catalogue, state: ChildState, day: date) -> tuple[Reason, ...]:
    """Why a session is as long as it is and what rests; where nothing may be played, why."""
    closed = reasons.of_rest(catalogue, state, day)
    return closed or (*reasons.of_budget(catalogue, state, day), *reasons.of_resting(state, day))


def of_exercise(catalogue: Catalogue, state: ChildState, exercise: str, day: date) -> tuple[Reason, ...]:
    """Why an exercise rests, or what it waits for, or why it is as it is. What the programme has not does not rest in
    it: no day is named on which it would come again."""
    is_here = exercise in in_play(catalogue, state) or _is_in_programme(catalogue, state, exercise)
    if is_here and is_resting(state, exercise, day):
        return (reasons.why_resting(state, exercise, day),)
    order, switch = order_of(state, exercise), switch_of(state, exercise)
    if exercise in in_play(catalogue, state):
        told = state.orders_told.get(exercise)
        later = (reasons.of_order_told(told),) if told else ()
        # Asked for is the dose: what brings an exercise into a quest comes after it.
        row = sorted(reasons.of_level(catalogue, state, exercise, day), key=lambda why: why.key in OF_THE_QUEST)
        return (*later, *row)
    if not is_here:
        return (reason("reason_elsewhere", exercise=exercise),)
    if order and order.plays is False and switch is False:
        return (reason("reason_order_off", exercise=exercise, **said_of(order)),)
    coming = reasons.of_next(catalogue, state, day)
    is_next = coming is not None and coming.values["exercise"] == exercise
    return (_why_to_come(catalogue, state, exercise, day), *((coming,) if coming and is_next else ()))


def _is_in_programme(catalogue: Catalogue, state: ChildState, exercise: str) -> bool:
    programme = catalogue.programmes.get(state.programme or "")
    return programme is not None and exercise in (*programme.exercises, *programme.on_order)


def _why_to_come(catalogue: Catalogue, state: ChildState, exercise: str, day: date) -> Reason:
    """By what an exercise that is not in play may come into it."""
    order, switch = order_of(state, exercise), switch_of(state, exercise)
    if order and order.plays and switch:
        week = max(SECOND, catalogue.exercises[exercise].first_week)
        if week > week_of_play(state, day):
            return reason("reason_order_on_week", exercise=exercise, week=week, **said_of(order))
        return reason("reason_order_on", exercise=exercise, **said_of(order))
    if switch is False:
        return reason("reason_left_out", exercise=exercise)
    if not comes_on_order(catalogue, state, exercise):
        return reason("reason_programme", exercise=exercise)
    return reason("reason_brought_in" if switch else "reason_on_order", exercise=exercise)
