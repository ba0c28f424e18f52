"""The sentences on a parent's pages: what comes next and why, of the trail and of one exercise."""

from __future__ import annotations

from datetime import date

from game.core.content import Catalogue
from game.core.quest import Reason, reason
from game.core.rules import reasons, streak
from game.core.rules.dose_changes import said_of
from game.core.rules.state import ChildState, in_play, is_ordered_off, is_resting


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
    """Why an exercise rests, or what it waits for, or why it is as it is."""
    if is_resting(state, exercise, day):
        return (reasons.why_resting(state, exercise, day),)
    if exercise in in_play(catalogue, state):
        return reasons.of_level(catalogue, state, exercise, day)
    order = state.orders.get(exercise)
    if order and is_ordered_off(state, exercise):
        return (reason("reason_order_off", exercise=exercise, **said_of(order)),)
    coming = reasons.of_next(catalogue, state, day)
    is_next = coming is not None and coming.values["exercise"] == exercise
    return (reason("reason_programme", exercise=exercise), *((coming,) if coming and is_next else ()))
