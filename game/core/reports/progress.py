"""What the progress screen and the doctor's page show: counted from the records, nothing stored."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from game.core.content import Catalogue, Slot
from game.core.days import days_between, monday, plus
from game.core.events import StarsAwarded
from game.core.history.history import Child
from game.core.history.missing_content import played_elsewhere, without_file
from game.core.history.plays import facts_by, plays_since
from game.core.quest import Reason
from game.core.reports import why
from game.core.reports.activity import is_active_on
from game.core.reports.day_entries import SUNDAY, DayEntry, row_of
from game.core.reports.journey_weeks import JourneyWeekKind, kind_of_week
from game.core.reports.ledger import entries, hurts_of, road_of, tallies_of
from game.core.reports.over_time import pains_of
from game.core.reports.planned import slots_planned
from game.core.reports.records import (
    DayRow,
    DoseStep,
    ExerciseProgress,
    PlayState,
    ProgressReport,
    SlotShare,
    WeekRow,
)
from game.core.reports.sessions import is_asked_on, is_day_counted, is_lived, sessions_by_week, totals
from game.core.rules import streak
from game.core.rules.dose import one_up
from game.core.rules.foot_balance import Feet
from game.core.rules.function_quests import pains
from game.core.rules.journey import Journey, journey
from game.core.rules.ordering import outlooks, steps_from
from game.core.rules.parent_actions import can_step_back, why_not_forward
from game.core.rules.reasons import why_no_room
from game.core.rules.state import (
    ChildState,
    comes_again,
    comes_on_order,
    course_day,
    hold_ordered,
    in_play,
    is_locked,
    is_off_course,
    is_playable,
    is_resting,
    limits_as_told,
    limits_of,
    lock_shown,
    order_of,
    programme_order,
    rises_as_ordered,
    switch_of,
    week_of_play,
    will_hold,
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
    weeks = tuple(_weeks(way, _first_week(way, state, since), day, rest))
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
        rest_days=streak.WINDOW - streak.days_needed(catalogue, state),
        best_streak=max(count.best, count.streak + is_active),
        active_days=count.active_days + is_active,
        bloom_weeks=bloom_weeks_with(catalogue, state, day, is_active),
        counted_weeks=count.counted_weeks,
        aside_weeks=_whole_weeks(state, day) - count.counted_weeks,
        stars=stars_by(child, day),
        budget_s=state.budget,
        budget_cap_s=catalogue.rules.ages[state.age].cap,
        is_held=will_hold(state),
        paused_since=state.stopped_on or state.pause_from,
        paused_until=None if state.stopped_on else state.pause_until,
        locked_until=lock_shown(catalogue, state, day),
        weeks=weeks,
        next_steps=why.next_steps(catalogue, state, day),
        why=why.of_trail(catalogue, state, day),
        painful=_painful(way, day),
        last_active=_last_active(way, day),
        no_good_since=state.no_good_since,
        held_until=None if state.is_held else hold_ordered(state),
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
    past, since = facts_by(child, day)
    plays = plays_since(child, day)
    if past.told_until <= day and (not since or since[-1].day <= day) and all(a.on <= day for a in list(plays)[-40:]):
        return child.stars
    return sum(e.fact.stars for e in child.events if isinstance(e.fact, StarsAwarded) and e.day <= day)


def bloom_weeks_with(catalogue: Catalogue, state: ChildState, day: date, is_active: bool) -> int:
    """Weeks in bloom, today's play included."""
    seen = replace(state, run=replace(state.run, week_active=state.run.week_active + is_active))
    return streak.bloom_weeks(catalogue, seen, day)


def _whole_weeks(state: ChildState, day: date) -> int:
    """The weeks that are over, from that of the first play on."""
    return 0 if state.first_active is None else days_between(monday(state.first_active), monday(day)) // 7


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
    return tuple(day_rows(journey(catalogue, child, day), first, last))


def first_week(catalogue: Catalogue, child: Child, day: date) -> date:
    """The Monday of the first week there is to show: of the first play, or of the profile."""
    way = journey(catalogue, child, day)
    return _first_week(way, way.now(day), date.min)


def weeks_shown(
    catalogue: Catalogue, child: Child, first: date, last: date, day: date, rest: int | None = None
) -> tuple[WeekRow, ...]:  # fmt: skip
    """The weeks from that of the day `first` to that of `last`, as they stand on the game day `day`."""
    return tuple(_weeks(journey(catalogue, child, day), monday(first), last, rest))


def day_rows(way: Journey, first: date, last: date, rest: int | None = None) -> list[DayRow]:
    """Game days with their halves and their minutes; those to come, and before anything was told, as such."""
    return _rows(way, entries(way, first, last), first, last, rest)


def _rows(way: Journey, found: Sequence[DayEntry], first: date, last: date, rest: int | None) -> list[DayRow]:
    state, rules = way.now(way.today), way.catalogue.rules
    later: dict[date, set[Slot]] = {}
    for told in (row.told for row in way.child.later):
        later.setdefault(told.on, set()).add(told.slot)
    known = {
        entry.day: row_of(
            rules,
            entry,
            rest,
            is_asked=is_asked_on(state, entry.day, way.today),
            is_before=entry.day < way.today and not entry.is_tried and not is_lived(state, entry, way.today),
            is_counted=is_day_counted(state, entry, way.today),
            later=later.get(entry.day, ()),
        )  # fmt: skip
        for entry in found
    }
    days = (plus(first, n) for n in range(days_between(first, last) + 1))
    return [known.get(day) or _not_there(way, day) for day in days]


def _not_there(way: Journey, day: date) -> DayRow:
    """Of a day to come, with what the family does not plan on it and whether it is known to be paused or locked, or one
    before anything was told."""
    nothing, is_future = SlotShare.NOTHING, day > way.today
    is_paused = is_future and (way.told.pause(day) is not None or is_locked(way.catalogue, way.now(way.today), day))
    not_meant = frozenset(Slot) - slots_planned(way.child, day) if is_future else frozenset[Slot]()
    return DayRow(
        day, nothing, nothing, False, is_paused, is_future, 0, 0, not_meant, is_before=not is_future, is_counted=False
    )


def _first_week(way: Journey, state: ChildState, since: date) -> date:
    begun = max(since, state.first_active or max(way.child.added_on or way.first, way.first))
    return monday(min(begun, way.today))


def _weeks(way: Journey, first: date, last: date, rest: int | None) -> Iterator[WeekRow]:
    """From the Monday `first` to the week of `last`."""
    end, begun = plus(monday(min(last, way.today)), SUNDAY), way.now(way.today).first_active
    found = entries(way, first, end)
    rows, needed = _rows(way, found, first, end, rest), {entry.day: entry.needed for entry in found}
    for n in range(0, len(rows), 7):
        days, sunday = tuple(rows[n : n + 7]), plus(first, n + SUNDAY)
        needs = needed.get(sunday) or streak.week_needs(way.catalogue, way.now(min(way.today, sunday)), plus(first, n))
        active = sum(d.is_active for d in days)
        is_aside = (
            begun is not None
            and begun <= sunday
            and JourneyWeekKind.ASIDE
            is kind_of_week(
                active,
                needs,
                is_broken=begun > days[0].day or any(d.is_paused for d in days),
                is_over=sunday < way.today,
            )
        )
        yield WeekRow(plus(first, n), active >= needs, days, is_aside)


def _painful(way: Journey, day: date) -> tuple[tuple[date, str, int], ...]:
    """Strong pain of the last four weeks, oldest first: day, exercise (or part of a function quest) and face."""
    first = plus(day, -FOUR_WEEKS)
    # As it stands in the records: what was told later than 48 hours changes no rule, and is shown.
    plays = hurts_of(way, first, day)
    strong = way.catalogue.rules.ouch_rest
    rows = [(p.day, p.exercise, p.pain) for p in plays if p.pain is not None and p.pain >= strong]
    found = pains(way.child, day, FOUR_WEEKS)
    rows += [(f.on, f.what, f.score) for f in found if f.score is not None and f.score >= strong]
    later = (row.told for row in way.child.later if first <= row.told.on <= day)
    rows += [(f.on, f.exercise, f.score) for f in later if f.score is not None and f.score >= strong]
    return tuple(sorted(rows, key=lambda row: row[0]))


def _last_active(way: Journey, day: date) -> date | None:
    """The last day on which something was tried and told; the days are looked at from the latest on."""
    last = day
    while last >= way.first:
        first = max(way.first, plus(last, 1 - FOUR_WEEKS))
        if found := [entry.day for entry in entries(way, first, last) if entry.is_counted]:
            return found[-1]
        last = plus(first, -1)
    return None


# ---------------------------------------------------------------- one exercise
def exercise_progress(
    catalogue: Catalogue, child: Child, exercise: str, day: date, first: date = date.min, last: date = date.max
) -> ExerciseProgress:
    """One exercise in depth, as it stands on the game day `day`; grades, efforts and pain are those of `first` to
    `last`. KeyError when it is not in the child's programme and was never played."""
    if exercise not in exercises_shown(catalogue, child, day):
        raise KeyError(exercise)
    way = journey(catalogue, child, day)
    state = way.now(day)
    about, track = catalogue.exercises[exercise], state.tracks.get(exercise)
    on_order = comes_on_order(catalogue, state, exercise)
    limit = limits_of(catalogue, state, about, day)
    dose = track.dose if track else limits_as_told(catalogue, state, about, day).first
    is_playing = exercise in in_play(catalogue, state)
    rises = rises_as_ordered(catalogue, state, exercise, day)
    order, switch, is_told = order_of(state, exercise), switch_of(state, exercise), exercise in state.orders_told
    is_elsewhere = exercise in played_elsewhere(catalogue, child)
    again = None if is_elsewhere else comes_again(state, exercise, day)
    is_other = is_told or again == plus(day, 1)  # what tomorrow's dose may differ by
    tomorrow = outlooks(catalogue, child, (), day).get(exercise) if is_other and track else None
    first, last = max(first, way.first), min(last, day)
    (own,) = tallies_of(way, exercise, [(first, last)])
    both = way.feet(plus(day, 1)).get(exercise, Feet())
    refusal = why_not_forward(catalogue, state, exercise, day)
    return ExerciseProgress(
        exercise=exercise,
        is_in_play=is_playing,
        is_resting=is_resting(state, exercise, day) and not is_elsewhere,
        is_left_out=on_order if switch is None else not switch,
        sets=dose.sets,
        amount=dose.amount,
        at_cap=dose.amount >= limit.ramp.cap,
        clean_to_go=0 if rises else max(0, catalogue.rules.clean_for_step - (track.clean if track else 0)),
        steps=tuple(road_of(way, exercise)),
        left=both.left,
        right=both.right,
        apart=both.apart,
        is_apart=both.is_lasting,
        grades=own.grades,
        efforts=own.efforts,
        pains=pains_of(way, exercise, first, last),
        reasons=why.of_exercise(catalogue, state, exercise, day),
        can_step_back=can_step_back(catalogue, state, exercise, day),
        forward_from=_forward_from(catalogue, state, exercise, day, refusal),
        forward_why=refusal,
        foot=dose.foot if is_playing else limits_as_told(catalogue, state, about, day).foot,
        next_amount=min(one_up(dose, limit).amount, limit.ramp.start) if rises else one_up(dose, limit).amount,
        is_ordered_off=bool(order and order.plays is False and switch is False),
        is_on_order=on_order and switch is None,
        is_gone=exercise in without_file(catalogue, child),
        is_elsewhere=is_elsewhere,
        done_left=own.left,
        done_right=own.right,
        is_ordered_on=bool(order and order.plays and switch),
        is_from_tomorrow=is_told,
        tomorrow=tomorrow.dose if tomorrow else None,
        is_held=will_hold(state),
        held_until=None if state.is_held else hold_ordered(state),
        comes_again=again,
        is_grown=state.graduated_on is not None,
        next_from=steps_from(catalogue, state, exercise, day) if is_playing else None,
        has_room=not is_playing or why_no_room(catalogue, state, exercise, day) is None,
    )


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


def exercises_shown(catalogue: Catalogue, child: Child, day: date) -> tuple[str, ...]:
    """The exercises the parent's list has: in play first, then those to come, left out and on order; last what was
    played and is in another programme, or has no file any more."""
    if child.programme is None or child.programme not in catalogue.programmes:
        return ()
    state = journey(catalogue, child, day).now(day)
    programme = catalogue.programmes[child.programme]
    playing = in_play(catalogue, state)
    coming = [e for e in programme_order(catalogue, state) if e not in playing]
    rest = [e for e in (*programme.exercises, *programme.on_order) if e not in playing and e not in coming]
    return (*playing, *coming, *rest, *played_elsewhere(catalogue, child), *without_file(catalogue, child))
