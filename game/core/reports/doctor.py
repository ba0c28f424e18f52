"""The report for a doctor or therapist: what one family did in a period, counted as the progress page counts it.

It counts practice and measures no foot. Whatever shows it reads this value and counts nothing itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from game.core.content import Catalogue, Foot, Slot
from game.core.days import days_between, plus
from game.core.events import Effort, Grade, Outcome, PauseReason, ProgrammeChosen, SignsTicked
from game.core.history.history import Child
from game.core.history.missing_content import in_programmes
from game.core.history.plays import rare_facts
from game.core.reports.changes import changes
from game.core.reports.day_entries import plays_on
from game.core.reports.doctor_records import (
    DoctorsReport,
    ExerciseRow,
    FunctionCurve,
    LaterPlay,
    PartlyAway,
    PausedDays,
    Stopped,
    Surgery,
)
from game.core.reports.pain_told import earlier_hurts, foot_of, hurts, later_plays, paused_since, put_right
from game.core.reports.period import report_of, within
from game.core.reports.planned import slots_planned
from game.core.reports.progress import day_rows
from game.core.reports.records import DayRow, PlayRow, SlotShare
from game.core.reports.sessions import is_asked_on, is_paused_on, is_strong
from game.core.rules import reasons
from game.core.rules.dose import Dose
from game.core.rules.dose_changes import dose_again
from game.core.rules.foot_balance import Feet
from game.core.rules.function_quests import Part, series
from game.core.rules.journey import Journey, journey
from game.core.rules.ordering import OrderRow, order_rows, outlooks
from game.core.rules.state import (
    ChildState,
    comes_again,
    comes_on_order,
    hold_let_go,
    holds,
    in_play,
    is_resting,
    week_of_play,
)
from game.core.rules.waiting import waiting

__all__ = ["DoctorsReport", "doctors_report", "doctors_report_of", "last_visit"]


def doctors_report(
    catalogue: Catalogue, child: Child, first: date, last: date, today: date, rest: int | None = None
) -> DoctorsReport:
    """The child's report of `first`..`last`; days after `today`, and before anything was told, are left out.
    Minutes count `rest` seconds between two sets, where the family rests longer than the plan."""
    return doctors_report_of(journey(catalogue, child, today), first, last, rest)


def doctors_report_of(way: Journey, first: date, last: date, rest: int | None = None) -> DoctorsReport:
    """The same of a child's way, as seen on its today."""
    catalogue, child, today = way.catalogue, way.child, way.today
    first, last = within(way, first, last)
    figures = report_of(way, first, last, rest)
    state, days = way.now(last), [plus(first, n) for n in range(days_between(first, last) + 1)]
    begun = way.now(today).first_active
    rows = tuple(day_rows(way, first, last, rest))
    plays = tuple(play for day in days for play in plays_on(way, day))
    later = tuple(later_plays(way, first, last))
    told, orders, there = _told_by(child, last), state.orders | state.orders_told, in_programmes(catalogue)
    return DoctorsReport(
        child=child.id,
        nickname=child.nickname,
        age=state.age,
        programme=state.programme,
        programme_since=told.programme_since,
        first=first,
        last=last,
        today=today,
        week=week_of_play(state, last),
        planned=figures.planned,
        done=figures.done,
        strong_from=_strong_from(way.now(today), first, last),
        practice_days=figures.practice_days,
        days=figures.days,
        later_days=_later_days(rows, plays, later),
        paused=tuple(_pauses(way, days, begun)),
        budget_before_s=_budget_on(way, first),
        budget_s=state.budget,
        budget_cap_s=catalogue.rules.ages[state.age].cap,
        planned_s=figures.planned_s,
        done_s=figures.done_s,
        is_held=holds(state),
        is_held_by_parents=state.is_held,
        weeks=figures.weeks,
        day_rows=rows,
        plays=plays,
        later_plays=later,
        hurts=hurts(way, plays, later, first, last),
        earlier_hurts=earlier_hurts(way, first),
        put_right=tuple(put_right(way, days)),
        stops=tuple(_stops(way, plays)),
        partly_away=tuple(PartlyAway(p.day, p.exercise) for p in plays if p.is_tried and not (p.is_counted or p.hurts)),
        signs=told.signs,
        signs_on=told.signs_on,
        is_doctor_asked=bool(told.signs) and not state.signs,
        surgery=Surgery(state.surgery, state.surgeon_start, state.has_surgeon_agreed) if state.has_surgery else None,
        exercises=tuple(_exercises(way, plays, later, days, state)),
        changes=changes(way, first, last),
        curves=tuple(_curves(child, last)),
        question=child.question,
        closed=reasons.of_rest(catalogue, state, last),
        order=state.order_told or state.order,
        ordered=tuple(one for one in orders.values() if one.exercise in there),
        may_order=(rows_to_order := order_rows(catalogue, state, last)),
        is_let_go=hold_let_go(state, last),
        tomorrow=_tomorrow(catalogue, child, rows_to_order, last) if last == today else {},
    )


def _tomorrow(catalogue: Catalogue, child: Child, rows: Sequence[OrderRow], day: date) -> Mapping[str, Dose]:
    """The doses of tomorrow that are known to be others than those of `day`: by an order, or after a rest."""
    known = [row for row in rows if row.dose and (row.is_told_today or row.comes_again == plus(day, 1))]
    ahead = outlooks(catalogue, child, (), day) if known else {}
    doses = {row.exercise: ahead[row.exercise].dose for row in known if row.exercise in ahead}
    return {row.exercise: doses[row.exercise] for row in known if doses.get(row.exercise, row.dose) != row.dose}


def last_visit(catalogue: Catalogue, child: Child, day: date) -> date | None:
    """The last day on which a doctor was asked or a therapist ordered something, as far as the rules know of it; None
    when they know of none."""
    state = journey(catalogue, child, day).now(day)
    said = [order.said_on for order in (state.order, state.order_told) if order]
    return max((on for on in (state.doctor_asked_on, *said) if on and on <= day), default=None)


# ------------------------------------------------------------------------------------------ days
def _strong_from(state: ChildState, first: date, last: date) -> date | None:
    """The first day of the time that is after graduation; None when none of it is."""
    if state.graduated_on is None or not is_strong(state, last):
        return None
    return max(first, plus(state.graduated_on, 1))


def _pauses(way: Journey, days: list[date], begun: date | None) -> Iterator[PausedDays]:
    """Paused days in a row with the same reason as one; days before the first play are none."""
    run: PausedDays | None = None
    for day in days:
        if begun is None or day < begun or not is_paused_on(way, day):
            continue
        state = way.now(day)
        why = PauseReason.OUCH if state.stopped_on is not None else state.pause
        if run is not None and run.why is why and plus(run.last, 1) == day:
            run = replace(run, last=day, days=run.days + 1)
            continue
        if run is not None:
            yield run
        run = PausedDays(day, day, 1, why, paused_since(state, day) if day == days[0] else None)
    if run is not None:
        yield run


def _budget_on(way: Journey, day: date) -> int:
    """The session's length as the period began; before there was one, the first there was."""
    while (budget := way.morning(day).budget) == 0 and day < way.today:
        day = plus(day, 1)
    return budget or way.now(way.today).budget


# ------------------------------------------------------------------------------------------ plays
def _later_days(rows: Iterable[DayRow], plays: Iterable[PlayRow], later: Iterable[LaterPlay]) -> int:
    """The days of which was told too late that something was done, and that have no practice that counts. What only
    hurt was not done."""
    told = {play.day for play in plays if play.is_word_later and play.is_tried}
    told |= {row.day for row in later if row.grade is not Grade.NOT_TODAY}
    nothing = (SlotShare.NOTHING, SlotShare.NOTHING)
    return len(told - {row.day for row in rows if row.is_active or (row.morning, row.evening) != nothing})


def _stops(way: Journey, plays: Iterable[PlayRow]) -> Iterator[Stopped]:
    for play in plays:
        if play.outcome is Outcome.STOPPED and play.is_counted and not play.hurts and play.is_tried:
            feet = 1 if play.foot else way.catalogue.exercises[play.exercise].feet
            whole = play.sets * play.amount * feet
            done, foot = play.done_left + play.done_right, foot_of(way, play)
            yield Stopped(play.day, play.slot, play.exercise, done, whole, foot)


def _exercises(
    way: Journey, plays: Iterable[PlayRow], later: Iterable[LaterPlay], days: list[date], state: ChildState
) -> Iterator[ExerciseRow]:  # fmt: skip
    """What is in play at the end in its order, then what else was planned or played."""
    counts: dict[str, _Counts] = {}
    now = way.now(way.today)
    for day in days:
        # As sessions are counted: whole days, from the first play to graduation.
        if is_asked_on(now, day, way.today):
            for slot in slots_planned(way.child, day):
                for name in way.planned(day, slot).exercises:
                    counts.setdefault(name, _Counts()).planned.add((day, slot))
    for play in plays:
        counts.setdefault(play.exercise, _Counts()).add(play)
    for row in later:
        if row.grade is not Grade.NOT_TODAY:  # else nothing was done, and its pain stands with the pain
            counts.setdefault(row.exercise, _Counts()).later += 1
    open_ = waiting(way.catalogue, way.child, way.today)
    wait = Counter(a.exercise for a in open_ if days[0] <= a.on <= days[-1])
    for name in dict.fromkeys((*in_play(way.catalogue, state), *counts)):
        yield _exercise(way, name, counts.get(name) or _Counts(), days, state, wait[name])


class _Counts:
    """What is counted of one exercise."""

    def __init__(self) -> None:
        self.planned: set[tuple[date, Slot]] = set()
        self.done: set[tuple[date, Slot]] = set()
        self.grades: Counter[Grade] = Counter()
        self.efforts: Counter[Effort] = Counter()
        self.untold = self.later = 0

    def add(self, play: PlayRow) -> None:
        if play.is_tried:
            self.done.add((play.day, play.slot))
        if play.grade is None:
            self.untold += play.is_tried
            return
        self.grades[play.grade] += 1
        self.later += play.is_word_later
        if play.effort is not None and play.grade is not Grade.NOT_TODAY:
            self.efforts[play.effort] += 1


def _exercise(way: Journey, name: str, counted: _Counts, days: list[date], state: ChildState, wait: int) -> ExerciseRow:
    about, last = way.catalogue.exercises[name], days[-1]
    feet = way.feet(plus(last, 1)).get(name, Feet())
    track = state.tracks.get(name)
    return ExerciseRow(
        exercise=name,
        position=about.position,
        unit=about.unit,
        per_foot=about.per_foot,
        before=_first_dose(way, name, days),
        now=track.dose if track else None,
        is_in_play=name in in_play(way.catalogue, state),
        is_resting=is_resting(state, name, last),
        is_left_out=not state.switched.get(name, not comes_on_order(way.catalogue, state, name)),
        # What was played without being planned, elsewhere or today, is no more than all of it.
        planned=len(counted.planned | counted.done),
        done=len(counted.done),
        grades={grade: counted.grades[grade] for grade in Grade},
        efforts={effort: counted.efforts[effort] for effort in Effort},
        untold=counted.untold,
        waiting=min(counted.untold, wait),
        later=counted.later,
        left=feet.left,
        right=feet.right,
        is_apart=feet.is_lasting,
        again_on=comes_again(state, name, last),
        again=dose_again(way.catalogue, state, name, last),
    )


def _first_dose(way: Journey, name: str, days: list[date]) -> Dose | None:
    """The dose on the period's first morning, or on the first on which there was one."""
    mornings = (way.start(day).tracks.get(name) for day in days)
    track = next((track for track in mornings if track), way.now(days[-1]).tracks.get(name))
    return track.dose if track else None


# ------------------------------------------------------------------------------------------ what was told of the child
class _Told:
    """What the family told of the child up to a day."""

    def __init__(self) -> None:
        self.signs: tuple[str, ...] | None = None
        self.signs_on: date | None = None
        self.programme: str | None = None
        self.programme_since: date | None = None


def _told_by(child: Child, last: date) -> _Told:
    told = _Told()
    for event in rare_facts(child):
        if event.day > last:
            continue
        match event.fact:
            case SignsTicked(signs):
                told.signs, told.signs_on = signs, event.day
            case ProgrammeChosen(programme) if programme != told.programme:
                told.programme, told.programme_since = programme, event.day
            case _:
                pass
    return told


def _curves(child: Child, last: date) -> Iterator[FunctionCurve]:
    for part in Part:
        for foot in (Foot.LEFT, Foot.RIGHT) if part.is_per_foot else (None,):
            points = series(child, part, foot, last)
            if points:
                yield FunctionCurve(part, foot, points)
