"""What a parent may change by hand: hold, one step back or forward, allow, pause, leave out, take an operation back.
Facts, or `RefusedByRules`."""

from __future__ import annotations

from datetime import date

from game.core.content import Catalogue
from game.core.days import plus
from game.core.events import (
    DoctorAsked,
    ExerciseAllowed,
    ExerciseSwitched,
    Fact,
    Graduated,
    Held,
    Paused,
    PauseReason,
    ProgrammeChosen,
    Released,
    Resumed,
    Retracted,
    SteppedBack,
    SteppedForward,
    SurgeonAgreed,
    SurgeryPlanned,
)
from game.core.history.history import Child
from game.core.quest import Reason, reason
from game.core.rules import reasons, streak
from game.core.rules.apply_facts import with_today
from game.core.rules.dose import one_down, one_up
from game.core.rules.dose_changes import budget_grown, budget_shrunk, is_due
from game.core.rules.journey import journey
from game.core.rules.pain import is_quiet
from game.core.rules.rewards import RefusedByRules
from game.core.rules.room import has_room, room_doses
from game.core.rules.state import (
    AFTER_SURGERY,
    ChildState,
    is_resting,
    limits_of,
    week_of_play,
    will_hold,
)


def hold(catalogue: Catalogue, child: Child, day: date) -> tuple[Fact, ...]:
    """Nothing grows until `release`; () when it is held already."""
    return () if will_hold(_now(catalogue, child, day)) else (Held(),)


def release(catalogue: Catalogue, child: Child, day: date) -> tuple[Fact, ...]:
    """Ends the hold, a therapist's as well, also one of today; () when there is none."""
    return (Released(),) if will_hold(_now(catalogue, child, day)) else ()


def step_back(catalogue: Catalogue, child: Child, exercise: str | None, day: date) -> tuple[Fact, ...]:
    """One step down of an exercise's dose, or of the budget (None); Refused at the start of the road."""
    if not can_step_back(catalogue, _now(catalogue, child, day), exercise, day):
        raise RefusedByRules(reason("steer_at_start"))
    return (SteppedBack(exercise),)


def can_step_back(catalogue: Catalogue, state: ChildState, exercise: str | None, day: date) -> bool:
    """Whether there is a step below."""
    if exercise is None:
        return budget_shrunk(catalogue, state) < state.budget
    if exercise not in state.tracks:
        return False
    dose = state.tracks[exercise].dose
    return one_down(dose, limits_of(catalogue, state, catalogue.exercises[exercise], day)) != dose


def step_forward(catalogue: Catalogue, child: Child, exercise: str | None, day: date) -> tuple[Fact, ...]:
    """One step up, from the next morning; Refused within 7 days of the last change, held, without room, past a cap."""
    refusal = why_not_forward(catalogue, _now(catalogue, child, day), exercise, day)
    if refusal is not None:
        raise RefusedByRules(refusal)
    return (SteppedForward(exercise),)


def why_not_forward(catalogue: Catalogue, state: ChildState, exercise: str | None, day: date) -> Reason | None:
    """What stands against a step up but good days and clean confirmations; None when nothing does."""
    closed = reasons.of_rest(catalogue, state, day)
    if closed:
        return closed[0]
    if state.graduated_on is not None:
        return reason("reason_keep_strong")
    if state.first_active is None or week_of_play(state, day) == 1:
        return reason("steer_first_week")
    if state.gap:
        return reason("steer_gap")
    if exercise is None:
        return _why_not_longer(catalogue, state, day)
    if exercise not in state.tracks or is_resting(state, exercise, day):
        return reason("steer_not_in_play", exercise=exercise)
    return _why_not_more(catalogue, state, exercise, day)


def _why_not_longer(catalogue: Catalogue, state: ChildState, day: date) -> Reason | None:
    if budget_grown(catalogue, state) <= state.budget:
        return reason("reason_budget_cap", budget=state.budget)
    if will_hold(state):
        return reasons.of_held_budget(state)
    if is_quiet(catalogue, state, day):
        return reason("reason_budget_ouch", budget=state.budget, date=str(state.last_pain))
    if state.budget_since is not None and not is_due(catalogue, state.budget_since, day):
        until = plus(state.budget_since, catalogue.rules.growth_days)
        return reason("reason_budget_week", budget=state.budget, date=str(until))
    return None


def _why_not_more(catalogue: Catalogue, state: ChildState, exercise: str, day: date) -> Reason | None:
    track = state.tracks[exercise]
    values = reasons.amount_values(catalogue, exercise, track.dose)
    more = one_up(track.dose, limits_of(catalogue, state, catalogue.exercises[exercise], day))
    if more == track.dose:
        return reasons.of_cap(catalogue, state, exercise, day)
    if will_hold(state):
        told = state.orders_told.get(exercise)  # which may well not leave it where it is
        return reasons.of_order_told(told) if told else reasons.of_held_dose(state, values)
    if is_quiet(catalogue, state, day):
        return reason("reason_same_pain", **values, date=str(state.last_pain))
    if not is_due(catalogue, track.since, day):
        n = catalogue.rules.growth_days - ((day - track.since).days if track.since else 0)
        return reason("reason_same_days", n=n, **values)
    if not has_room(catalogue, {**room_doses(catalogue, state, day), exercise: more}, state.budget):
        return reason("reason_same_room", budget=state.budget, **values)
    return None


def allow(catalogue: Catalogue, child: Child, exercise: str | None, day: date) -> tuple[Fact, ...]:
    """Brings a resting exercise back (None: all), from the next game day on; Refused when nothing rests."""
    state = _now(catalogue, child, day)
    resting = [name for name, rest in state.resting.items() if rest.returns is None]
    if not resting if exercise is None else exercise not in resting:
        raise RefusedByRules(reason("steer_nothing_rests"))
    return (ExerciseAllowed(exercise),)


def doctor_asked(catalogue: Catalogue, child: Child, day: date) -> tuple[Fact, ...]:
    """Ends the painful stop; Refused when there is none."""
    if _now(catalogue, child, day).stopped_on is None:
        raise RefusedByRules(reason("steer_not_stopped"))
    return (DoctorAsked("pain"),)


def pause(catalogue: Catalogue, child: Child, why: PauseReason, first: date, last: date, day: date) -> tuple[Fact, ...]:
    """Days `first`..`last` count neither way; a pause may be told afterwards. Refused when it ends before it begins."""
    if last < first:
        raise RefusedByRules(reason("steer_pause_backwards"))
    return (Paused(why, first, last),)


def resume(catalogue: Catalogue, child: Child, day: date) -> tuple[Fact, ...]:
    """The running pause ends, today is played again; () when there is none."""
    return (Resumed(),) if journey(catalogue, child, day).pause(day) else ()


def graduate(catalogue: Catalogue, child: Child, day: date) -> tuple[Fact, ...]:
    """The ceremony was held: on its own Monday, or brought forward from the eighth week in bloom; Refused before."""
    if is_graduated(catalogue, child, day):
        return (Graduated(early=False),)
    refusal = why_not_graduate(catalogue, child, day)
    if refusal is not None:
        raise RefusedByRules(refusal)
    return (Graduated(early=True),)


def is_graduated(catalogue: Catalogue, child: Child, day: date) -> bool:
    """Whether the journey is at its end by that day."""
    return _now(catalogue, child, day).graduated_on is not None


def why_not_graduate(catalogue: Catalogue, child: Child, day: date) -> Reason | None:
    """What the ceremony brought forward waits for; None when it may be held."""
    state = _now(catalogue, child, day)
    seen = with_today(catalogue, state, journey(catalogue, child, day).attempts(day), day)
    if streak.may_graduate_early(catalogue, seen, day):
        return None
    return reason("steer_not_graduated", n=streak.good_bloom_weeks(catalogue, seen, day))


def leave_out(catalogue: Catalogue, child: Child, exercise: str, day: date) -> tuple[Fact, ...]:
    """The parent leaves an exercise out of the quests until it is put in again."""
    return (ExerciseSwitched(exercise, False),)


def put_in(catalogue: Catalogue, child: Child, exercise: str, day: date) -> tuple[Fact, ...]:
    """Brings in what was left out, or what only a therapist orders."""
    return (ExerciseSwitched(exercise, True),)


def no_operation(child: Child) -> tuple[Retracted, ...]:
    """There never was an operation: its programme, its dates and the surgeon's word are taken back, as often as they
    were told; () when nothing was told of one. What was told of the child besides stands, and the programme before is
    its own again; where there was none, another must be chosen."""
    return tuple(Retracted(event.id) for event in child.events if _is_of_operation(event.fact))


def has_operation(child: Child) -> bool:
    """Whether one was told of, in whatever programme the child is now."""
    return bool(no_operation(child))


def programme_without(child: Child) -> str | None:
    """The programme that is left when there was no operation; None when there is none."""
    chosen = [e.fact for e in child.events if isinstance(e.fact, ProgrammeChosen)]
    return next((fact.programme for fact in reversed(chosen) if fact.programme != AFTER_SURGERY), None)


def _is_of_operation(fact: Fact) -> bool:
    return isinstance(fact, SurgeryPlanned | SurgeonAgreed) or (
        isinstance(fact, ProgrammeChosen) and fact.programme == AFTER_SURGERY
    )


def _now(catalogue: Catalogue, child: Child, day: date) -> ChildState:
    return journey(catalogue, child, day).now(day)
