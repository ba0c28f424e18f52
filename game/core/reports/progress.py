"""What the progress screen and the doctor's page show: counted from the records, nothing stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from game.core.content import Catalogue, Slot
from game.core.days import days_between, monday, plus
from game.core.events import Grade, Outcome, StarsAwarded
from game.core.history.history import Attempt, Child
from game.core.history.missing_content import without_file
from game.core.history.plays import was_tried
from game.core.quest import Reason
from game.core.reports import why
from game.core.reports.activity import is_active_on
from game.core.reports.planned import slots_planned
from game.core.reports.records import DayRow, DoseStep, ExerciseProgress, PlayState, ProgressReport, SlotShare, WeekRow
from game.core.reports.sessions import is_paused_on, is_strong, sessions_by_week, totals
from game.core.rules import streak
from game.core.rules.apply_facts import counts, is_beside
from game.core.rules.dose import Dose, longer_rest, one_up, seconds
from game.core.rules.foot_balance import Feet
from game.core.rules.function_quests import pains
from game.core.rules.journey import Journey, journey
from game.core.rules.pain import is_strong_pain
from game.core.rules.parent_actions import can_step_back, why_not_forward
from game.core.rules.state import (
    ChildState,
    comes_on_order,
    course_day,
    holds,
    in_play,
    is_locked,
    is_off_course,
    is_ordered_off,
    is_playable,
    is_resting,
    limits_of,
    lock_shown,
    programme_order,
    week_of_play,
)

__all__ = [
    "DayRow", "DoseStep", "ExerciseProgress", "PlayState", "ProgressReport", "SlotShare", "WeekRow",
    "exercise_progress", "blooms_by", "days_shown", "exercises_shown", "progress", "stars_by", "state_of",
]  # fmt: skip
FOUR_WEEKS = 28  # days


def progress(
    catalogue: Catalogue, child: Child, day: date, rest: int | None = None, since: date = date.min
) -> ProgressReport:  # fmt: skip
    """Everything the progress screen shows; weeks from the first of play (or of the profile), or from that of the day
    `since`, to this one. Minutes count `rest` seconds between two sets, where the family rests longer than the plan."""
    way = journey(catalogue, child, day)
    state, count = way.now(day), way.morning(day).run
    is_active = is_active_on(way, day)
    weeks = tuple(_weeks(way, state, rest, since))
    planned, done = totals(sessions_by_week(way, plus(day, -FOUR_WEEKS), day))
    return ProgressReport(
        state=state_of(catalogue, state, day),
        week=week_of_play(state, day),
        course_day=course_day(catalogue, state, day),
        course_days=state.course_days,
        planned_sessions=planned,
        done_sessions=done,
        habit=count.habit,
        streak=count.streak + is_active,
        best_streak=max(count.best, count.streak + is_active),
        active_days=count.active_days + is_active,
        bloom_weeks=bloom_weeks_with(catalogue, state, day, is_active),
        counted_weeks=count.counted_weeks,
        stars=stars_by(child, day),
        budget_s=state.budget,
        budget_cap_s=catalogue.rules.ages[state.age].cap,
        is_held=holds(state),
        paused_since=state.stopped_on or state.pause_from,
        locked_until=lock_shown(catalogue, state, day),
        weeks=weeks,
        next_steps=why.next_steps(catalogue, state, day),
        why=why.of_trail(catalogue, state, day),
        painful=_painful(way, day),
        last_active=_last_active(way, day),
        no_good_since=state.no_good_since,
    )


def state_of(catalogue: Catalogue, state: ChildState, day: date) -> PlayState:
    """The child's state on that day, in one word."""
    if state.programme is None or is_locked(catalogue, state, day):
        return PlayState.LOCKED
    if state.stopped_on is not None or state.pause:
        return PlayState.PAUSED
    if is_off_course(catalogue, state, day):
        return PlayState.OFF_COURSE
    if not is_playable(catalogue, state, day):
        return PlayState.PAUSED
    return PlayState.GRADUATED if state.graduated_on is not None else PlayState.PLAYING


def stars_by(child: Child, day: date) -> int:
    """Stars awarded up to that day, it included: what a clock ahead brought counts when its day comes."""
    if (
        not child.events
        or child.events[-1].day <= day
        and all(a.on <= day for a in list(child.attempts.values())[-40:])
    ):
        return child.stars
    return sum(e.fact.stars for e in child.events if isinstance(e.fact, StarsAwarded) and e.day <= day)


def bloom_weeks_with(catalogue: Catalogue, state: ChildState, day: date, is_active: bool) -> int:
    """Weeks in bloom, today's play included."""
    seen = replace(state, run=replace(state.run, week_active=state.run.week_active + is_active))
    return streak.bloom_weeks(catalogue, seen, day)


def blooms_by(catalogue: Catalogue, child: Child, said: Collection[str], day: date) -> bool:
    """Whether the running week is in bloom, and was not before the words on the attempts `said`."""
    way = journey(catalogue, child, day)
    needed = streak.week_needs(catalogue, way.now(day), monday(day))
    week = [plus(monday(day), n) for n in range(day.weekday() + 1)]
    before, after = (sum(is_active_on(way, d, unsaid) for d in week) for unsaid in (said, ()))
    return before < needed <= after


# ---------------------------------------------------------------- days and weeks
def days_shown(catalogue: Catalogue, child: Child, first: date, last: date, day: date) -> tuple[DayRow, ...]:
    """The days from `first` to `last`, as they stand on the game day `day`."""
    way = journey(catalogue, child, day)
    return tuple(day_row(way, plus(first, n)) for n in range(days_between(first, last) + 1))


def _weeks(way: Journey, state: ChildState, rest: int | None, since: date) -> Iterator[WeekRow]:
    begun = max(since, state.first_active or max(way.child.added_on or way.first, way.first))
    first = monday(min(begun, way.today))
    for n in range(days_between(first, way.today) // 7 + 1):
        begins = plus(first, 7 * n)
        days = tuple(day_row(way, plus(begins, i), rest) for i in range(7))
        yield WeekRow(begins, _is_in_bloom(way, begins, days), days)


def _is_in_bloom(way: Journey, begins: date, days: tuple[DayRow, ...]) -> bool:
    last = way.now(min(way.today, plus(begins, 6)))
    return sum(d.is_active for d in days) >= streak.week_needs(way.catalogue, last, begins)


def day_row(way: Journey, day: date, rest: int | None = None) -> DayRow:
    """One game day with its halves and its minutes."""
    if day > way.today or day < way.first:
        return DayRow(day, SlotShare.NOTHING, SlotShare.NOTHING, False, False, True, 0, 0)
    tried = [a for a in way.attempts(day) if was_tried(a)]
    attempts = [a for a in tried if not is_beside(way.catalogue, a)]
    halves = [_half(way, day, slot, attempts) for slot in Slot]
    # After graduation nobody plans which days are played: what was played is what was planned.
    meant = frozenset[Slot]() if is_strong(way.now(way.today), day) else slots_planned(way.child, day)
    plans = [way.planned(day, slot) for slot in Slot if slot in meant or any(a.slot is slot for a in attempts)]
    planned = sum(plan.seconds + plan.rests * longer_rest(way.catalogue.rules, rest) for plan in plans)
    done = sum(done_seconds(way.catalogue, a, rest) for a in attempts)
    not_meant = frozenset(Slot) - slots_planned(way.child, day)
    is_active, is_paused = is_active_on(way, day), is_paused_on(way, day)
    return DayRow(day, halves[0], halves[1], is_active, is_paused, False, planned, done, not_meant)


def _half(way: Journey, day: date, slot: Slot, attempts: list[Attempt]) -> SlotShare:
    tried = {a.exercise for a in attempts if a.slot is slot}
    names = set(way.planned(day, slot).exercises)
    if not tried:
        return SlotShare.NOTHING
    if names <= tried:
        return SlotShare.ALL
    return SlotShare.MOST if 2 * len(names & tried) >= len(names) else SlotShare.PART


def done_seconds(catalogue: Catalogue, attempt: Attempt, rest: int | None = None) -> int:
    """The time an attempt took by the plan: all of it when finished, with rests of `rest` seconds (None: the plan's),
    else the share of its work that was done."""
    exercise, dose = catalogue.exercises[attempt.exercise], Dose(attempt.sets, attempt.amount, attempt.foot)
    if attempt.outcome is Outcome.FINISHED:
        return seconds(catalogue.rules, exercise, dose) + (dose.sets - 1) * longer_rest(catalogue.rules, rest)
    done = (attempt.done_left + attempt.done_right) * exercise.seconds_per_unit
    return min(seconds(catalogue.rules, exercise, dose), catalogue.rules.change_seconds + done)


def _painful(way: Journey, day: date) -> tuple[tuple[date, str, int], ...]:
    """Strong pain of the last four weeks, oldest first: day, exercise (or part of a function quest) and face."""
    days = [plus(day, -n) for n in range(FOUR_WEEKS, -1, -1)]
    # As it stands in the records: what was told later than 48 hours changes no rule, and is shown.
    told = [replace(way.child.attempts[a.id], on=a.on) for d in days for a in way.attempts(d)]
    rows = [(a.on, a.exercise, a.ouch) for a in told if a.ouch is not None and is_strong_pain(way.catalogue, a)]
    strong = way.catalogue.rules.ouch_rest
    found = pains(way.child, day, FOUR_WEEKS)
    rows += [(f.on, f.what, f.score) for f in found if f.score is not None and f.score >= strong]
    later = (row.told for row in way.child.later if days[0] <= row.told.on <= day)
    rows += [(f.on, f.exercise, f.score) for f in later if f.score is not None and f.score >= strong]
    return tuple(sorted(rows, key=lambda row: row[0]))


def _last_active(way: Journey, day: date) -> date | None:
    days = {a.on for a in way.child.attempts.values() if a.on <= day and counts(way.catalogue, a, way.today)}
    return max(days) if days else None


# ---------------------------------------------------------------- one exercise
def exercise_progress(catalogue: Catalogue, child: Child, exercise: str, day: date) -> ExerciseProgress:
    """One exercise in depth. KeyError when it is not in the child's programme."""
    if exercise not in exercises_shown(catalogue, child, day):
        raise KeyError(exercise)
    way = journey(catalogue, child, day)
    state = way.now(day)
    about, track = catalogue.exercises[exercise], state.tracks.get(exercise)
    on_order = comes_on_order(catalogue, state, exercise)
    limit = limits_of(catalogue, state, about, day)
    dose = track.dose if track else limit.first
    own = [a for a in child.attempts.values() if a.exercise == exercise and a.on <= day]
    both = way.feet(plus(day, 1)).get(exercise, Feet())
    refusal = why_not_forward(catalogue, state, exercise, day)
    return ExerciseProgress(
        exercise=exercise,
        is_in_play=exercise in in_play(catalogue, state),
        is_resting=is_resting(state, exercise, day),
        is_left_out=not state.switched.get(exercise, not on_order),
        sets=dose.sets,
        amount=dose.amount,
        at_cap=dose.amount >= limit.ramp.cap,
        clean_to_go=max(0, catalogue.rules.clean_for_step - (track.clean if track else 0)),
        steps=tuple(_steps(way, exercise)),
        left=both.left,
        right=both.right,
        apart=both.apart,
        is_apart=both.is_lasting,
        grades=Counter(a.grade for a in own if a.grade is not None),
        efforts=Counter(a.effort for a in own if a.effort is not None and a.grade is not Grade.NOT_TODAY),
        ouches=_ouches(child, own, exercise, day),
        reasons=why.of_exercise(catalogue, state, exercise, day),
        can_step_back=can_step_back(catalogue, state, exercise, day),
        forward_from=_forward_from(catalogue, state, exercise, day, refusal),
        forward_why=refusal,
        foot=dose.foot,
        next_amount=one_up(dose, limit).amount,
        is_ordered_off=is_ordered_off(state, exercise),
        is_on_order=on_order,
        is_gone=exercise in without_file(catalogue, child),
    )


def _ouches(child: Child, own: list[Attempt], exercise: str, day: date) -> tuple[tuple[date, int], ...]:
    """Every pain of an exercise that was told up to the day, also for the record alone: the latest day last."""
    later = [row.told for row in child.later if row.told.exercise == exercise and row.told.on <= day]
    rows = [*((a.on, a.ouch) for a in own if a.ouch), *((told.on, told.score) for told in later if told.score)]
    return tuple(sorted(rows, key=lambda row: row[0]))


def _forward_from(
    catalogue: Catalogue, state: ChildState, exercise: str, day: date, refusal: Reason | None
) -> date | None:
    """Today when nothing stands against it, the end of the seven days when only they do, else None."""
    if refusal is None:
        return day
    track = state.tracks.get(exercise)
    if refusal.key == "reason_same_days" and track is not None and track.since is not None:
        return plus(track.since, catalogue.rules.growth_days)
    return None


def _steps(way: Journey, exercise: str) -> Iterator[DoseStep]:
    """The road of a dose: every change with its day, from the first play on."""
    before: Dose | None = None
    day = way.first
    while day <= way.today:
        evening = way.start(plus(day, 1)) if day < way.today else way.now(day)
        if day < way.today and _stands(way.start(day), exercise) == _stands(evening, exercise):
            day = plus(day, 1)
            continue
        for state in (way.morning(day), evening):
            track = state.tracks.get(exercise)
            if track is None or track.dose == before or (track.since is None and day < way.today):
                continue
            yield DoseStep(track.since or day, track.dose.sets, track.dose.amount, track.why)
            before = track.dose
        day = plus(day, 1)


def _stands(state: ChildState, exercise: str) -> tuple[Dose, date | None] | None:
    """A dose and since when: what differs after any change, also one that was taken back by the evening."""
    track = state.tracks.get(exercise)
    return (track.dose, track.since) if track else None


def exercises_shown(catalogue: Catalogue, child: Child, day: date) -> tuple[str, ...]:
    """The exercises the parent's list has: in play first, then those to come, left out and on order; last what was
    played and has no file any more."""
    if child.programme is None or child.programme not in catalogue.programmes:
        return ()
    state = journey(catalogue, child, day).now(day)
    programme = catalogue.programmes[child.programme]
    playing = in_play(catalogue, state)
    coming = [e for e in programme_order(catalogue, state) if e not in playing]
    rest = [e for e in (*programme.exercises, *programme.on_order) if e not in playing and e not in coming]
    return (*playing, *coming, *rest, *without_file(catalogue, child))
