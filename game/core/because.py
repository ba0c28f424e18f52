"""Why a number is as it is: the reasons a parent reads beside a level, the budget, or a closed trail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from game.core.content import Catalogue
from game.core.days import days_between, plus
from game.core.dose import Dose, one_set_more, one_up
from game.core.layout import has_room
from game.core.morning import is_due, is_quiet, is_week_earned, kept_free, room_doses
from game.core.quest import Foot, Reason, reason
from game.core.state import (
    GROWN_UP,
    State,
    course_ends,
    half_until,
    is_first_week,
    is_half,
    is_locked,
    is_new,
    is_off_course,
    limits_of,
    locked_until,
    needs_surgeon,
    number,
    offered,
)


def amount_values(catalogue: Catalogue, name: str, dose: Dose) -> dict[str, int | str]:
    """An exercise's dose as the texts take it."""
    return {"exercise": name, "unit": str(catalogue.exercises[name].unit), "amount": dose.amount}


# ---------------------------------------------------------------- a level
def of_level(
    catalogue: Catalogue, state: State, name: str, day: date, lagging: Foot | None = None
) -> tuple[Reason, ...]:
    """Why this exercise, why this much, and what else is to be known."""
    track = state.tracks[name]
    why = [reason("reason_new", exercise=name)] if is_new(state, name, day) else [_why_here(state, name, day)]
    why += [r for r in of_dose(catalogue, state, name, day) if r not in why]
    if track.dose.sets > 1:
        why.append(reason("reason_rest_between", n=number(catalogue, "rest_seconds")))
    if lagging is not None:
        why.append(reason("reason_feet_order", foot=str(lagging)))
    if catalogue.exercises[name].ordered_only:
        why.append(reason("reason_inner_edge"))
    return tuple(why)


def _why_here(state: State, name: str, day: date) -> Reason:
    if state.programme == GROWN_UP:
        return reason("reason_programme", exercise=name)
    return reason("reason_first_week") if is_first_week(state, day) else reason("reason_turn", exercise=name)


def of_dose(catalogue: Catalogue, state: State, name: str, day: date) -> tuple[Reason, ...]:
    """Why the dose is as it is: its last change while that is fresh, else what it waits for."""
    track, exercise = state.tracks[name], catalogue.exercises[name]
    values = amount_values(catalogue, name, track.dose)
    why: list[Reason] = []
    if track.since is None:
        why.append(track.why or reason("reason_start", exercise=name))
    elif track.why is not None and days_between(track.since, day) < number(catalogue, "growth_days"):
        why.append(track.why)
    else:
        why.append(_waits_for(catalogue, state, name, day, values))
    if is_half(catalogue, state, day):
        until = half_until(catalogue, state)
        why.append(reason("reason_surgery_half", date=str(until)) if until else reason("reason_surgery_half_first"))
    elif (
        needs_surgeon(state)
        and exercise.id in offered(catalogue, state, day)
        and _is_lately_whole(catalogue, state, day)
    ):
        why.append(reason("reason_surgery_full"))
    return tuple(why)


def _is_lately_whole(catalogue: Catalogue, state: State, day: date) -> bool:
    until = half_until(catalogue, state)
    return until is not None and 0 <= days_between(until, day) < number(catalogue, "growth_days")


def _waits_for(catalogue: Catalogue, state: State, name: str, day: date, values: dict[str, int | str]) -> Reason:
    """What the next step up waits for."""
    track, exercise = state.tracks[name], catalogue.exercises[name]
    limit = limits_of(catalogue, state, exercise, day)
    if state.graduated_on is not None:
        return reason("reason_keep_strong")
    if state.is_held:
        return reason("reason_held", **values)
    if is_quiet(catalogue, state, day):
        return reason("reason_same_pain", **values)
    is_easy = track.easy_days >= number(catalogue, "easy_days_for_set")
    more = one_set_more(track.dose, limit) if is_easy else one_up(track.dose, limit)
    if more == track.dose:
        return reason("reason_cap", **values)
    to_go = 0 if is_easy else number(catalogue, "clean_for_step") - track.clean
    if to_go > 0:
        return reason("reason_same_clean", n=to_go, **values)
    if not is_due(catalogue, track.since, day) and track.since is not None:
        n = number(catalogue, "growth_days") - days_between(track.since, day)
        return reason("reason_same_days", n=n, **values)
    doses = {**room_doses(catalogue, state, day), name: more}
    if not has_room(catalogue, doses, state.budget):
        return reason("reason_same_room", budget=state.budget, **values)
    if kept_free(catalogue, state, day) is not None:
        return reason("reason_same_reserved", **values)
    return reason("reason_same_morning", **values)


# ---------------------------------------------------------------- the budget
def of_budget(catalogue: Catalogue, state: State, day: date) -> Reason:
    """Why a session may be as long as it is: the last change while that is fresh, else what the next waits for."""
    since = state.budget_since
    is_fresh = since is None or days_between(since, day) < number(catalogue, "growth_days")
    if state.graduated_on is None and state.budget_why is not None and is_fresh:
        return state.budget_why
    return budget_waits_for(catalogue, state, day)


def budget_waits_for(catalogue: Catalogue, state: State, day: date) -> Reason:
    """What a longer session waits for."""
    budget, since = state.budget, state.budget_since
    if state.graduated_on is not None:
        return reason("reason_keep_strong")
    if budget >= catalogue.ages[state.age].cap:
        return reason("reason_budget_cap", budget=budget)
    if state.is_held:
        return reason("reason_budget_held", budget=budget)
    if is_quiet(catalogue, state, day):
        return reason("reason_budget_ouch", budget=budget)
    if not is_due(catalogue, since, day) and since is not None:
        return reason("reason_budget_week", budget=budget, date=str(plus(since, number(catalogue, "growth_days"))))
    if not is_week_earned(catalogue, state, day):
        return reason("reason_budget_days", budget=budget, n=len(state.good_days))
    if since is None:
        return reason("reason_budget_start", budget=budget)
    return reason("reason_budget_earned", budget=budget)


# ---------------------------------------------------------------- why nothing may be played
def of_rest(catalogue: Catalogue, state: State, day: date) -> tuple[Reason, ...]:
    """Why the trail is closed; () when it is open."""
    if state.programme is None:
        return (reason("reason_no_programme"),)
    if is_locked(catalogue, state, day):
        return tuple(_of_lock(catalogue, state, day))
    if state.stopped_on is not None:
        return (reason("reason_painful_stop", date=str(state.stopped_on)),)
    if state.pause is not None:
        since = state.paused_since or day
        return (reason("reason_paused", date=str(since), why=str(state.pause)),)
    if is_off_course(catalogue, state, day):
        return (reason("reason_grown_up_off", date=str(course_ends(catalogue, state, day))),)
    if not offered(catalogue, state, day):
        return of_resting(state, day) or (reason("reason_all_left_out"),)
    return ()


def _of_lock(catalogue: Catalogue, state: State, day: date) -> Iterable[Reason]:
    if state.signs:
        yield reason("reason_signs")
    if needs_surgeon(state):
        until = locked_until(catalogue, state)
        if until is None:
            yield reason("reason_surgery_dates")
        elif day < until:
            yield reason("reason_surgery_lock", date=str(until))
        if not state.has_surgeon_agreed and (until is None or day >= until):
            yield reason("reason_surgery_word")


def of_no_good_day(state: State, day: date) -> tuple[Reason, ...]:
    """Told on one morning: fourteen active days without a good one."""
    return (reason("reason_no_good_day", n=state.bad_days),) if state.no_good_since == day else ()


def of_resting(state: State, day: date) -> tuple[Reason, ...]:
    """A line for each exercise that rests after strong pain."""
    return tuple(
        reason("reason_ouch_rest", exercise=name, date=str(rest.since))
        for name, rest in state.resting.items()
        if rest.is_on(day)
    )
