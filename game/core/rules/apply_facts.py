"""What each told fact does to a child's state: plays and the words on them, and what a parent steers.

Down at once, up from the next morning: a step back, pain or a rest counts in the same day's evening already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from game.core.content import AgeBand, Catalogue
from game.core.days import days_between, plus
from game.core.events import (
    AgeChosen,
    ChildAdded,
    DoctorAsked,
    Effort,
    ExerciseAllowed,
    ExerciseOrdered,
    ExerciseSwitched,
    Fact,
    FunctionHurt,
    Grade,
    Graduated,
    Held,
    OrderWritten,
    OuchTold,
    Outcome,
    ProgrammeChosen,
    Released,
    SignsTicked,
    SteppedBack,
    SteppedForward,
    SurgeonAgreed,
    SurgeryPlanned,
    ToldLater,
)
from game.core.history.history import Attempt
from game.core.history.plays import was_tried
from game.core.quest import reason
from game.core.rules import dose_changes, pain, streak
from game.core.rules.dose import Dose, is_above
from game.core.rules.joining import fill_up
from game.core.rules.state import (
    AFTER_SURGERY,
    GROWN_UP,
    ChildState,
    Track,
    is_half,
    is_locked,
    is_playable,
    limits_of,
    needs_surgeon,
    phase,
)


# ---------------------------------------------------------------- plays
def counts(catalogue: Catalogue, attempt: Attempt, today: date) -> bool:
    """Makes its day active: tried and told, or hurting, or never told of until it closed itself."""
    is_closed = days_between(attempt.on, today) > catalogue.rules.confirm_days
    return was_tried(attempt) and (attempt.is_told or attempt.is_hurt or is_closed)


def is_beside(catalogue: Catalogue, attempt: Attempt) -> bool:
    """A family walk: it makes its day active, and neither fills a slot nor counts for budget, doses and gaps."""
    return catalogue.exercises[attempt.exercise].beside


def is_hard(attempt: Attempt) -> bool:
    """Too hard, or done partly."""
    return attempt.grade is Grade.PARTLY or (attempt.effort is Effort.HARD and attempt.grade is not Grade.NOT_TODAY)


def played(catalogue: Catalogue, state: ChildState, attempt: Attempt) -> None:
    """One play of one level, with the words on it."""
    if not was_tried(attempt):
        return
    day, name = attempt.on, attempt.exercise
    if is_beside(catalogue, attempt):
        if pain.is_strong_pain(catalogue, attempt):
            pain.strong_pain(catalogue, state, attempt)
        return
    if name in state.tracks:  # done away before it has come is no first play, and it comes as never tried
        state.tried[name] = (day, phase(attempt.slot))
    if state.gap:
        dose_changes.day_back(state, day)
        state.gap = 0
    state.last_play = day
    if name in state.tracks and state.tracks[name].since is None:
        state.tracks[name] = replace(state.tracks[name], since=day)
    if state.programme == GROWN_UP and state.course_from is None:
        state.course_from = day
    if pain.is_strong_pain(catalogue, attempt):
        pain.strong_pain(catalogue, state, attempt)
    if attempt.is_hurt and attempt.ouch is None:
        state.unanswered[name] = day
    if name in state.tracks:
        dose = Dose(attempt.sets, attempt.amount, attempt.foot)
        if pain.hurt(attempt) and not pain.is_strong_pain(catalogue, attempt):
            pain_told = attempt.ouch or 0
            dose_changes.called_hard(
                catalogue, state, name, dose, day, "reason_ouch_low", pain=pain_told, date=str(day)
            )
        if is_hard(attempt):
            key = "reason_partly" if attempt.grade is Grade.PARTLY else "reason_hard"
            dose_changes.called_hard(catalogue, state, name, dose, day, key)


def active_and_good(
    catalogue: Catalogue, state: ChildState, attempts: Sequence[Attempt], today: date
) -> tuple[bool, bool]:
    """Whether a day with these plays is an active and a good one, over or not."""
    counted = [a for a in attempts if counts(catalogue, a, today)]
    exercised = [a for a in counted if not is_beside(catalogue, a)]
    # The adventure begins with an exercise; a walk before it is a walk.
    is_active = bool(exercised) or (bool(counted) and state.first_active is not None)
    # A day nobody told of counts, but earns no more load.
    is_good = any(a.is_told for a in exercised) and not any(is_hard(a) or pain.hurt(a) for a in counted)
    return is_active, is_good


def with_today(catalogue: Catalogue, state: ChildState, attempts: Sequence[Attempt], today: date) -> ChildState:
    """The state with the plays of the running day in its week: what is asked before the day is over counts them."""
    is_active, is_good = active_and_good(catalogue, state, attempts, today)
    return replace(state, run=streak.with_today(state.run, is_active=is_active, is_good=is_good))


def day_over(catalogue: Catalogue, state: ChildState, day: date, attempts: Sequence[Attempt], today: date) -> None:
    """The whole day: was it active, good, paused; the hardest word on each exercise counts."""
    counted = [a for a in attempts if counts(catalogue, a, today)]
    exercised = [a for a in counted if not is_beside(catalogue, a)]
    if exercised and state.first_active is None:
        state.first_active = day
        dose_changes.begun(state, day)
    is_active, is_good = active_and_good(catalogue, state, attempts, today)
    is_paused = not any(was_tried(a) for a in attempts) and not is_playable(catalogue, state, day)
    if exercised and state.first_after_lock is None and needs_surgeon(state) and not is_locked(catalogue, state, day):
        state.first_after_lock = day
    elif _is_long_idle(catalogue, state, day):
        state.half_idle += 1
    for name in {a.exercise: None for a in counted if a.is_told}:
        if name in state.tracks:
            words = [a for a in counted if a.exercise == name and (a.is_told or a.is_hurt)]
            state.tracks[name] = _after_words(state.tracks[name], words)
    if is_good:
        state.good_days = (*state.good_days, day)
        state.good_since_new += 1
        state.bad_days, state.no_good_since = 0, None
    elif is_active:
        state.bad_days += 1
    state.run = streak.day_over(catalogue, state, day, is_active=is_active, is_good=is_good, is_paused=is_paused)
    state.paused_since = (state.paused_since or day) if is_paused else None


def _is_long_idle(catalogue: Catalogue, state: ChildState, day: date) -> bool:
    """From the eighth day without play on, while doses are halved."""
    return (
        state.first_after_lock is not None
        and state.last_play is not None
        and is_half(catalogue, state, day)
        and days_between(state.last_play, day) > catalogue.rules.gap_days
    )


def _after_words(track: Track, words: Sequence[Attempt]) -> Track:
    """What the day's words on an exercise say: clean confirmations, and easy days in a row."""
    if any(is_hard(a) or pain.hurt(a) for a in words):
        return replace(track, clean=0, easy_days=0)
    finished = [a for a in words if a.outcome is Outcome.FINISHED and a.grade in (Grade.WELL, Grade.HELPED)]
    whole = [a for a in finished if not is_above(track.dose, Dose(a.sets, a.amount))]
    if not whole:
        return track
    is_easy = all(a.effort is Effort.EASY for a in finished)  # what was stopped counts neither way
    return replace(track, clean=track.clean + len(whole), easy_days=track.easy_days + 1 if is_easy else 0)


# ---------------------------------------------------------------- the parent
def told(
    catalogue: Catalogue,
    state: ChildState,
    day: date,
    fact: Fact,
    played: Sequence[Attempt] = (),
    today: date | None = None,
) -> None:
    """A fact that is no play; `played` are the day's plays before it, as seen from the game day `today`."""
    match fact:
        case ChildAdded(age=age):
            state.age = age
            _first_age(catalogue, state)
        case AgeChosen(age):
            _another_age(catalogue, state, day, age)
        case SignsTicked(signs):
            state.signs = bool(signs)
        case DoctorAsked("signs"):
            state.signs = False
        case DoctorAsked() if state.stopped_on is not None:
            state.stopped_on, state.pain_days, state.doctor_asked_on = None, (), day
        case ProgrammeChosen(programme, course_days) if programme in catalogue.programmes:
            _another_programme(catalogue, state, day, programme, course_days)
        case SurgeryPlanned(surgery, surgeon_start):
            _operation(catalogue, state, day, surgery, surgeon_start)
        case SurgeonAgreed(agreed):
            state.has_surgeon_agreed = agreed
        case ExerciseSwitched(exercise, on):
            _switched(catalogue, state, day, exercise, on)
        case ExerciseOrdered(exercise=exercise, plays=plays) as order:
            state.orders_told[exercise], state.switches_told[exercise] = order, plays
        case OrderWritten() as order:
            state.order_told, state.hold_told = order, order.hold_until
        case Held():
            state.is_held = True
        case Released():
            state.is_held, state.held_until, state.hold_told = False, None, None
        case SteppedBack(None):
            lower = dose_changes.budget_shrunk(catalogue, state)
            dose_changes.set_budget(catalogue, state, lower, plus(day, 1), reason("reason_parent_back", date=str(day)))
        case SteppedBack(exercise) if exercise in state.tracks:
            dose = state.tracks[exercise].dose
            dose_changes.stepped_back(catalogue, state, exercise, dose, day, "reason_parent_back", date=str(day))
        case SteppedForward(exercise):
            state.forward[exercise] = day
        case ExerciseAllowed(exercise):
            for name, rest in state.resting.items():
                if exercise in (None, name) and rest.returns is None:
                    state.resting[name] = replace(rest, returns=plus(day, 1))
        case FunctionHurt(score=score) if score is not None and score >= catalogue.rules.ouch_rest:
            pain.painful_day(catalogue, state, day)
        case OuchTold(score=score) | ToldLater(score=score) as late if (
            score is not None and score >= catalogue.rules.ouch_rest
        ):
            pain.told_later(catalogue, state, day, late)
        case Graduated(early):
            seen = with_today(catalogue, state, played, today or day)
            is_due = not early or streak.may_graduate_early(catalogue, seen, day)
            if state.graduated_on is None and is_due and state.programme != GROWN_UP:
                state.graduated_on = day
        case _:
            pass


def _another_age(catalogue: Catalogue, state: ChildState, day: date, age: AgeBand) -> None:
    """The budget stays and grows towards the new cap; above a lower cap it falls to it. Before the first play it is as
    if chosen at the start."""
    state.age = age
    if state.last_play is None:
        _first_age(catalogue, state)
        return
    rule = catalogue.rules.ages[age]
    state.lowest_first = min(state.lowest_first, rule.first_budget)
    if state.budget > rule.cap:
        dose_changes.set_budget(catalogue, state, rule.cap, plus(day, 1), reason("reason_budget_cap", budget=rule.cap))
    elif state.budget_why is not None and state.budget_why.key in ("reason_budget_start", "reason_budget_cap"):
        state.budget_why = None  # that was said of the other age


def _first_age(catalogue: Catalogue, state: ChildState) -> None:
    state.budget = state.lowest_first = catalogue.rules.ages[state.age].first_budget
    state.budget_since, state.budget_why = None, reason("reason_budget_start", budget=state.budget)


def _another_programme(catalogue: Catalogue, state: ChildState, day: date, programme: str, course_days: int) -> None:
    """What was met, played at least once, stays; what only had come must come again. The course's calendar goes on."""
    low, high = catalogue.rules.course_days_least, catalogue.rules.course_days_most
    if programme != state.programme:
        state.tracks = {name: track for name, track in state.tracks.items() if track.since is not None}
    state.programme, state.course_days = programme, min(high, max(low, course_days))
    if programme == AFTER_SURGERY and not state.has_surgery:
        _operation(catalogue, state, day, None, None)
    fill_up(catalogue, state, day)


def _operation(
    catalogue: Catalogue, state: ChildState, day: date, surgery: date | None, surgeon_start: date | None
) -> None:
    """A new operation begins a new lock, asks for a new word and starts every dose at half its start."""
    if surgery != state.surgery or not state.has_surgery:
        if state.surgery is not None:
            state.has_surgeon_agreed = False
        state.first_after_lock, state.half_idle = None, 0
    state.has_surgery, state.surgery, state.surgeon_start = True, surgery, surgeon_start
    if state.first_after_lock is not None:
        return
    for name, track in state.tracks.items():
        first = limits_of(catalogue, state, catalogue.exercises[name], day).first
        if is_above(track.dose, first):
            why = reason("reason_surgery_start", exercise=name)
            track = track.changed(first, track.since and plus(day, 1), why)
        state.tracks[name] = replace(track, from_half=True)


def _switched(catalogue: Catalogue, state: ChildState, day: date, exercise: str, on: bool) -> None:
    """Left out, or in again: after a week without it at its start. What a therapist ordered before it of on and off is
    no longer the last word."""
    state.switched[exercise] = on
    state.switches_told.pop(exercise, None)
    tried = state.tried.get(exercise)
    if on and exercise in state.tracks and tried and days_between(tried[0], day) > catalogue.rules.gap_days:
        why = reason("reason_in_again", exercise=exercise)
        dose_changes.back_again(catalogue, state, exercise, plus(day, 1), why)
    if state.first_active is None and state.programme is not None:
        fill_up(catalogue, state, day)
