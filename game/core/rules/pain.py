"""Pain: what of it is strong, what rests, how long nothing grows, and when it pauses the whole programme.

An ouch of `ouch_rest` and more rests the exercise until a parent brings it back; `ouch_stop_days` such days within
`ouch_stop_within` pause everything until a doctor was asked. Both count at once, on the day the pain is told.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from game.core.content import Catalogue
from game.core.days import days_between
from game.core.events import OuchTold, ToldLater
from game.core.history.history import Attempt
from game.core.rules.state import ChildState, RestingExercise


def is_strong_pain(catalogue: Catalogue, attempt: Attempt) -> bool:
    """4 or more of 10."""
    return attempt.ouch is not None and attempt.ouch >= catalogue.rules.ouch_rest


def hurt(attempt: Attempt) -> bool:
    """Pain was told; a press nobody has answered yet counts as a little."""
    return attempt.is_hurt and attempt.ouch != 0


def is_quiet(catalogue: Catalogue, state: ChildState, day: date) -> bool:
    """Within seven days after strong pain."""
    return state.last_pain is not None and days_between(state.last_pain, day) <= catalogue.rules.ouch_quiet_days


def strong_pain(catalogue: Catalogue, state: ChildState, attempt: Attempt) -> None:
    """The exercise rests; the second painful day within a week stops the programme."""
    day, score = attempt.on, attempt.ouch or 0
    _rests(state, attempt.exercise, RestingExercise(day, score))
    painful_day(catalogue, state, day)


def _rests(state: ChildState, exercise: str, rest: RestingExercise) -> None:
    """It rests, and no longer rises to a start that was ordered before it hurt."""
    state.resting[exercise] = rest
    for orders in (state.orders, state.orders_told):
        if exercise in orders and orders[exercise].begins_anew:
            orders[exercise] = replace(orders[exercise], begins_anew=False)


def painful_day(catalogue: Catalogue, state: ChildState, day: date) -> None:
    """Strong pain of which the exercise is not asked, as in a function quest: the day counts."""
    state.last_pain = day
    _count_pain(catalogue, state, day, day)


def _count_pain(catalogue: Catalogue, state: ChildState, on: date, day: date) -> None:
    """One painful day more, told on `day`; days with pain near each other stop the programme at once."""
    if on in state.pain_days or (state.doctor_asked_on is not None and on < state.doctor_asked_on):
        return
    state.pain_days = (*state.pain_days, on)
    within = catalogue.rules.ouch_stop_within
    near = [d for d in state.pain_days if abs(days_between(d, on)) <= within]
    if len(near) >= catalogue.rules.ouch_stop_days and state.stopped_on is None:
        state.stopped_on = day


def told_later(catalogue: Catalogue, state: ChildState, day: date, fact: OuchTold | ToldLater) -> None:
    """Pain older than 48 hours: it rests the exercise from the day it is told, and counts by its own day."""
    _rests(state, fact.exercise, RestingExercise(day, fact.score or 0, hurt_on=fact.on if fact.on != day else None))
    _count_pain(catalogue, state, fact.on, day)
