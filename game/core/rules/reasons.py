"""Why a number is as it is: the reasons a parent reads beside a level, the budget, or a closed trail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from game.core.content import Catalogue, Foot
from game.core.days import days_between, plus
from game.core.events import ExerciseOrdered, PauseReason
from game.core.quest import Reason, reason
from game.core.rules.dose import Dose, one_set_more, one_up, seconds
from game.core.rules.dose_changes import AFTER_A_GAP, is_due, said_of
from game.core.rules.joining import good_days_needed, joins_next, kept_free
from game.core.rules.ordered_feet import first_ordered
from game.core.rules.pain import is_quiet
from game.core.rules.room import has_room, room_doses
from game.core.rules.state import (
    GROWN_UP,
    ChildState,
    OperationDate,
    RestingExercise,
    course_ends,
    game_limits_of,
    half_until,
    hold_ordered,
    holds,
    is_first_week,
    is_half,
    is_locked,
    is_new,
    is_off_course,
    limits_of,
    locked_until,
    missing_dates,
    needs_surgeon,
    offered,
    rises_as_ordered,
    week_of_play,
    will_hold,
)

INNER_EDGE = "sole_inner"
STOPS_BUDGET = ("reason_budget_ouch", "reason_budget_held", "reason_budget_order_held")


def amount_values(catalogue: Catalogue, name: str, dose: Dose) -> dict[str, int | str]:
    """An exercise's dose as the texts take it."""
    return {"exercise": name, "unit": str(catalogue.exercises[name].unit), "amount": dose.amount}


# ---------------------------------------------------------------- a level
def of_level(
    catalogue: Catalogue, state: ChildState, name: str, day: date, lagging: Foot | None = None
) -> tuple[Reason, ...]:
    """Why this exercise, why this much, and what else is to be known."""
    track = state.tracks[name]
    why = list(_why_here(catalogue, state, name, day))
    why += [r for r in of_dose(catalogue, state, name, day) if r not in why]
    if track.dose.sets > 1:
        why.append(reason("reason_rest_between", n=catalogue.rules.rest_seconds))
    why += of_foot(catalogue, state, name)
    if lagging is not None:
        why.append(reason("reason_feet_order", foot=str(lagging)))
    exercise = catalogue.exercises[name]
    if exercise.ordered_only and exercise.demonstration.sole == INNER_EDGE:
        why.append(reason("reason_inner_edge"))
    return tuple(why)


def of_foot(catalogue: Catalogue, state: ChildState, name: str) -> tuple[Reason, ...]:
    """That a therapist ordered one foot alone, or which of both begins; () where the game chooses."""
    order, foot = state.orders.get(name), state.tracks[name].dose.foot
    if order is None:
        return ()
    if foot is not None:
        return (reason("reason_order_foot", exercise=name, foot=str(foot), **said_of(order)),)
    first = first_ordered(order, catalogue.exercises[name])
    return (of_first_foot(order, first),) if first else ()


def of_first_foot(order: ExerciseOrdered, first: Foot) -> Reason:
    """Which foot begins, as a therapist ordered."""
    return reason("reason_order_first", exercise=order.exercise, foot=str(first), **said_of(order))


def _why_here(catalogue: Catalogue, state: ChildState, name: str, day: date) -> Iterable[Reason]:
    """New, or one of the first week's, or its turn has come; nothing where one session holds all there is."""
    if is_new(state, name, day):
        yield reason("reason_new", exercise=name)
    elif is_first_week(state, day):
        yield reason("reason_first_week")
    elif name in state.tried and state.tried[name][0] < day and not _holds_all(catalogue, state, day):
        yield reason("reason_turn", exercise=name, date=str(state.tried[name][0]))


def _holds_all(catalogue: Catalogue, state: ChildState, day: date) -> bool:
    names = offered(catalogue, state, day)
    return sum(seconds(catalogue.rules, catalogue.exercises[n], state.tracks[n].dose) for n in names) <= state.budget


def of_dose(catalogue: Catalogue, state: ChildState, name: str, day: date) -> tuple[Reason, ...]:
    """Why the dose is as it is: its last change while that is fresh, else what it waits for; a step back after days
    without play stands until the next change, for it is why the dose is lower for so long."""
    track, exercise = state.tracks[name], catalogue.exercises[name]
    values = amount_values(catalogue, name, track.dose)
    why: list[Reason] = []
    is_fresh = track.since is None or days_between(track.since, day) < catalogue.rules.growth_days
    if track.since is None:
        why.append(track.why or reason("reason_start", exercise=name))
    elif track.why is not None and (is_fresh or track.why.key in AFTER_A_GAP):
        why.append(track.why)
    if track.since is None and _waits_for_start(catalogue, state, name, day):
        why = [reason("reason_same_room", budget=state.budget, **values)]
    if not why or not is_fresh:
        why.append(_waits_for(catalogue, state, name, day, values))
    if rises_as_ordered(catalogue, state, name, day):
        order = state.orders[name]
        why.append(
            reason("reason_order_rises", exercise=name, unit=str(exercise.unit), to=order.start or 0, **said_of(order))
        )
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


def _waits_for_start(catalogue: Catalogue, state: ChildState, name: str, day: date) -> bool:
    """What was not played yet stands below the start that was ordered: there was no room for it."""
    order, dose = state.orders.get(name), state.tracks[name].dose
    limit = limits_of(catalogue, state, catalogue.exercises[name], day)
    return order is not None and order.start is not None and dose.amount < limit.ramp.start


def _is_lately_whole(catalogue: Catalogue, state: ChildState, day: date) -> bool:
    until = half_until(catalogue, state)
    return until is not None and 0 <= days_between(until, day) < catalogue.rules.growth_days


def _waits_for(catalogue: Catalogue, state: ChildState, name: str, day: date, values: dict[str, int | str]) -> Reason:
    """What the next step up waits for."""
    track = state.tracks[name]
    if state.graduated_on is not None:
        return reason("reason_keep_strong")
    is_another = name in state.orders_told and not holds(state)  # tomorrow: it does not stay by the hold that begins
    if will_hold(state) and not is_another and not _is_pain_longer(catalogue, state, day):
        return of_held_dose(state, values)
    if is_quiet(catalogue, state, day):
        return reason("reason_same_pain", **values, date=str(state.last_pain))
    if state.gap:
        return reason("reason_same_gap", **values)
    is_easy = track.easy_days >= catalogue.rules.easy_days_for_set
    if not _higher(catalogue, state, name, day):
        return of_cap(catalogue, state, name, day)
    if track.since is not None and not is_due(catalogue, track.since, day):
        n = catalogue.rules.growth_days - days_between(track.since, day)
        return reason("reason_same_days", n=n, **values)
    to_go = (
        0 if is_easy or rises_as_ordered(catalogue, state, name, day) else catalogue.rules.clean_for_step - track.clean
    )
    if to_go > 0:
        return reason("reason_same_clean", n=to_go, **values)
    return why_no_room(catalogue, state, name, day) or reason("reason_same_morning", **values)


def _higher(catalogue: Catalogue, state: ChildState, name: str, day: date) -> list[Dose]:
    """The doses a step up may come to; () at the upper limit."""
    track, limit = state.tracks[name], limits_of(catalogue, state, catalogue.exercises[name], day)
    is_easy = track.easy_days >= catalogue.rules.easy_days_for_set
    higher = [one_up(track.dose, limit), *([one_set_more(track.dose, limit)] if is_easy else [])]
    return [dose for dose in higher if dose != track.dose]


def why_no_room(catalogue: Catalogue, state: ChildState, name: str, day: date) -> Reason | None:
    """That no step up of what is in play would fit, or none beside the next new exercise; None where one does."""
    values, higher = amount_values(catalogue, name, state.tracks[name].dose), _higher(catalogue, state, name, day)
    doses = room_doses(catalogue, state, day)
    if not any(has_room(catalogue, {**doses, name: dose}, state.budget) for dose in higher):
        return reason("reason_same_room", budget=state.budget, **values)
    new = kept_free(catalogue, state, day)
    if new is not None:
        doses[new] = limits_of(catalogue, state, catalogue.exercises[new], day).first
        if not any(has_room(catalogue, {**doses, name: dose}, state.budget) for dose in higher):
            return reason("reason_same_reserved", **values)
    return None


def _is_pain_longer(catalogue: Catalogue, state: ChildState, day: date) -> bool:
    """Nothing grows after strong pain for longer than the hold lasts that was ordered."""
    until = hold_ordered(state)
    if state.last_pain is None or until is None or state.is_held or not is_quiet(catalogue, state, day):
        return False
    return plus(state.last_pain, catalogue.rules.ouch_quiet_days) >= until


def of_order_told(told: ExerciseOrdered) -> Reason:
    """That something else counts from tomorrow, as was ordered today."""
    return reason("reason_order_tomorrow", exercise=told.exercise, **said_of(told))


def of_held_dose(state: ChildState, values: dict[str, int | str]) -> Reason:
    """Who holds an exercise's dose, `values` as the texts take it: a parent, or a therapist until a day."""
    held = _ordered_hold(state)
    return reason("reason_order_held", **held, **values) if held else reason("reason_held", **values)


def of_held_budget(state: ChildState) -> Reason:
    """Who holds the length of a session."""
    held = _ordered_hold(state)
    if held:
        return reason("reason_budget_order_held", budget=state.budget, **held)
    return reason("reason_budget_held", budget=state.budget)


def _ordered_hold(state: ChildState) -> dict[str, int | str] | None:
    """Who ordered the hold, in force or from tomorrow, and until when; None where a parent holds."""
    until, order = hold_ordered(state), state.order_told or state.order
    if state.is_held or until is None or order is None:
        return None
    return {"who": order.said_by, "date": str(until)}


def of_cap(catalogue: Catalogue, state: ChildState, name: str, day: date) -> Reason:
    """Why a dose is at its most: the game's own cap, or a therapist's below it."""
    dose, exercise = state.tracks[name].dose, catalogue.exercises[name]
    values = amount_values(catalogue, name, dose)
    if name in state.orders and one_up(dose, game_limits_of(catalogue, state, exercise, day)) != dose:
        return reason("reason_order_cap", **values, **said_of(state.orders[name]))
    return reason("reason_cap", **values)


# ---------------------------------------------------------------- the budget
def of_budget(catalogue: Catalogue, state: ChildState, day: date) -> tuple[Reason, ...]:
    """Why a session may be as long as it is: the last change while that is fresh, else what the next waits for; that it
    became shorter after days without play is told until the next change, in front of what that waits for. Strong pain
    or a hold since a change is told before it: the change alone would say that all goes on growing."""
    since, why = state.budget_since, state.budget_why
    is_fresh = since is None or days_between(since, day) < catalogue.rules.growth_days
    waits_for = budget_waits_for(catalogue, state, day)
    if why is not None and why.key in AFTER_A_GAP:
        return (why,) if is_fresh else (why, waits_for)
    if state.graduated_on is None and why is not None and is_fresh and not state.gap:
        return (waits_for, why) if waits_for.key in STOPS_BUDGET else (why,)
    return (waits_for,)


def budget_waits_for(catalogue: Catalogue, state: ChildState, day: date) -> Reason:
    """What a longer session waits for."""
    budget, since = state.budget, state.budget_since
    if state.graduated_on is not None:
        return reason("reason_keep_strong")
    if budget >= catalogue.rules.ages[state.age].cap:
        return reason("reason_budget_cap", budget=budget)
    if will_hold(state) and not _is_pain_longer(catalogue, state, day):
        return of_held_budget(state)
    if is_quiet(catalogue, state, day):
        return reason("reason_budget_ouch", budget=budget, date=str(state.last_pain))
    if state.gap:
        return reason("reason_budget_gap", budget=budget)
    if since is None:
        return reason("reason_budget_first", budget=budget)
    if not is_due(catalogue, since, day):
        return reason("reason_budget_week", budget=budget, date=str(plus(since, catalogue.rules.growth_days)))
    good, needed = len(state.good_days), catalogue.rules.good_days_for_growth
    if good >= needed:  # earned today, once the hold or the pain is over: it must be so tomorrow still
        good = sum(days_between(d, plus(day, 1)) <= catalogue.rules.growth_days for d in state.good_days)
    if good < needed:
        return reason("reason_budget_days", budget=budget, n=good)
    return reason("reason_budget_earned", budget=budget)


# ---------------------------------------------------------------- the next new exercise
def of_next(catalogue: Catalogue, state: ChildState, day: date) -> Reason | None:
    """What the next new exercise waits for; None where none is to come, or nothing may grow at all."""
    name = joins_next(catalogue, state, day)
    stands = will_hold(state) or state.gap or is_quiet(catalogue, state, day) or state.graduated_on is not None
    if name is None or stands or state.programme == GROWN_UP:
        return None
    exercise = catalogue.exercises[name]
    to_go = max(0, good_days_needed(catalogue, state, name) - state.good_since_new)
    week = max(2, exercise.first_week)
    if state.first_active is None or week_of_play(state, plus(day, max(1, to_go))) < week:
        return reason("reason_next_week", exercise=name, week=week)
    if to_go > 0:
        return reason("reason_next_new", exercise=name, n=to_go)
    first = limits_of(catalogue, state, exercise, day).first
    if not has_room(catalogue, {**room_doses(catalogue, state, day), name: first}, state.budget):
        return reason("reason_next_room", exercise=name, budget=state.budget)
    return reason("reason_next_morning", exercise=name)


# ---------------------------------------------------------------- why nothing may be played
def of_rest(catalogue: Catalogue, state: ChildState, day: date) -> tuple[Reason, ...]:
    """Why the trail is closed; () when it is open."""
    if state.programme is None:
        return (reason("reason_no_programme"),)
    if is_locked(catalogue, state, day):
        return tuple(_of_lock(catalogue, state, day))
    if state.stopped_on is not None:
        return (reason("reason_painful_stop", date=str(state.stopped_on)),)
    if state.pause is not None:
        return (of_pause(state.pause, state.pause_from or day, state.pause_until or day),)
    if is_off_course(catalogue, state, day):
        return (reason("reason_grown_up_off", date=str(course_ends(catalogue, state, day))),)
    if not offered(catalogue, state, day):
        return of_resting(state, day) or (reason("reason_all_left_out"),)
    return ()


OF_PAUSE = ("reason_paused", "reason_paused_day")


def of_pause(why: PauseReason, first: date, last: date) -> Reason:
    """A pause a parent told of, from its first to its last day."""
    if first == last:
        return reason("reason_paused_day", date=str(first), why=str(why))
    return reason("reason_paused", date=str(first), until=str(last), why=str(why))


NO_DATE = {
    OperationDate.SURGERY: "reason_surgery_no_surgery", OperationDate.START: "reason_surgery_no_start",
}  # fmt: skip


def _of_lock(catalogue: Catalogue, state: ChildState, day: date) -> Iterable[Reason]:
    if state.signs:
        yield reason("reason_signs")
    if needs_surgeon(state):
        until = locked_until(catalogue, state)
        if until is None:
            missing = missing_dates(state)
            yield reason(NO_DATE[missing[0]] if len(missing) == 1 else "reason_surgery_dates")
        elif day < until:
            yield reason("reason_surgery_lock", date=str(until))
        if not state.has_surgeon_agreed:
            is_come = until is not None and day >= until
            yield reason("reason_surgery_word" if is_come else "reason_surgery_word_too")


def of_no_good_day(state: ChildState, day: date) -> tuple[Reason, ...]:
    """Told on one morning: fourteen active days without a good one."""
    return (reason("reason_no_good_day", n=state.bad_days),) if state.no_good_since == day else ()


def of_resting(state: ChildState, day: date) -> tuple[Reason, ...]:
    """A line for each exercise that rests after pain."""
    names = {*(n for n, rest in state.resting.items() if rest.is_on(day))}
    names |= {n for n, hurt_on in state.unanswered.items() if hurt_on == day}
    order = [*state.resting, *(n for n in state.unanswered if n not in state.resting)]
    return tuple(why_resting(state, name, day) for name in order if name in names)


def of_pain_rested(name: str, rest: RestingExercise) -> Reason:
    """The strong pain an exercise rests for."""
    return reason("reason_ouch_rest", exercise=name, pain=rest.score, date=str(rest.of))


def why_resting(state: ChildState, name: str, day: date) -> Reason:
    """Why an exercise rests on that day: strong pain, brought back or not, or pain nobody has told the number of."""
    rest = state.resting.get(name)
    if rest is None or not rest.is_on(day):
        return reason("reason_ouch_unanswered", exercise=name)
    if rest.returns is None:
        return of_pain_rested(name, rest)
    return reason("reason_ouch_returns", exercise=name, date=str(rest.returns))
