"""What changed in a period, and why: every dose, the session's length, what joined, rested and came back, in order.

Read from how the child stood each morning and evening, so that nothing is told twice and nothing taken back is told at
all. The reasons of doses and of the session's length are the rules' own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum

from game.core.days import days_between, plus
from game.core.history.plays import plays_by, was_tried
from game.core.quest import Reason, reason
from game.core.rules.dose import Dose, is_above
from game.core.rules.dose_changes import said_of
from game.core.rules.journey import Journey
from game.core.rules.ordered_feet import OrderedFeet
from game.core.rules.reasons import of_first_foot, of_pain_rested
from game.core.rules.state import ChildState, Track
from game.frozen import dataclass


class ChangeKind(StrEnum):
    """What kind of change it was."""

    JOINED = "joined"  # an exercise came into play
    MORE = "more"  # a bigger dose, or a longer session
    LESS = "less"
    RESTS = "rests"  # after strong pain
    ALLOWED = "allowed"  # a parent lets it come again
    STOPPED = "stopped"  # the whole programme, after pain
    ASKED = "asked"  # a doctor was asked: the programme goes on
    LEFT_OUT = "left_out"
    PUT_IN = "put_in"
    FOOT = "foot"  # one foot alone, both again, or which begins, as it was ordered
    HELD = "held"
    RELEASED = "released"
    PROGRAMME = "programme"
    AGE = "age"
    OPENED = "opened"  # the surgeon agreed
    GRADUATED = "graduated"
    NO_GOOD = "no_good"  # two weeks of active days, none of them good: to be shown to the physiotherapist


GROWTH = (ChangeKind.JOINED, ChangeKind.MORE)  # as planned; everything else somebody may ask about


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the game day it counts from and why, and the day `said` on which it was told or decided, which may be
    the one before. `exercise` is None for what is about the whole programme. Doses are given where a dose changed,
    `budget` (seconds) where the session's length did."""

    day: date
    kind: ChangeKind
    why: Reason
    exercise: str | None = None
    before: Dose | None = None
    after: Dose | None = None
    budget: tuple[int, int] | None = None
    said: date | None = None  # None: on the day it counts from

    @property
    def said_on(self) -> date:
        return self.said or self.day


# Said the day before, these come into force in the morning: everything else of a morning the rules decide there.
TOLD_BEFORE = (
    "reason_order_dose", "reason_order_begun", "reason_order_off", "reason_order_foot", "change_both_feet",
    "reason_order_first", "change_first_free",
    "change_order_held", "change_ordered_on", "reason_parent_forward",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Growth:
    """How one exercise (None: the session) grew in a period: from and to, in how many steps, and on which days. The
    first dose of what joined is `before`. Budgets are seconds in `Dose.amount`, one set."""

    exercise: str | None
    first: date
    last: date
    before: Dose
    after: Dose
    steps: int
    has_joined: bool


def changes(way: Journey, first: date, last: date) -> tuple[Change, ...]:
    """Everything that changed from `first` to the evening of `last` (at the latest today), oldest first. What was said
    in an evening and counts from the next morning is told of that morning."""
    day = max(plus(first, -1), way.first)
    found: list[Change] = []
    while day <= min(last, way.today):
        evening = way.start(plus(day, 1)) if day < way.today else way.now(day)
        if day == way.today or _stands(way.start(day)) != _stands(evening):
            morning = way.morning(day)
            found += (_of_morning(change) for change in _between(way.start(day), morning, day))
            found += (replace(change, said=day) for change in _between(morning, evening, day))
        day = plus(day, 1)
    found = list(_since_they_were_shown(way, list(_since_they_came(way, found, last)), first, last))
    return tuple(sorted((c for c in found if c.day >= first), key=lambda change: change.day))


def _of_morning(change: Change) -> Change:
    is_told_before = change.why.key in TOLD_BEFORE
    return replace(change, said=plus(change.day, -1) if is_told_before else change.day)


def _since_they_came(way: Journey, found: list[Change], last: date) -> Iterator[Change]:
    """What was there from the start came with the first play, or with what was told for the record of a day before."""
    begun = way.now(way.today).first_active
    told: dict[str | None, date] = {}
    for row in (row.told for row in way.child.later if row.day <= way.today):
        told[row.exercise] = min(row.on, told.get(row.exercise, row.on))
    for change in found:
        if begun is None or begun > last or change.kind is not ChangeKind.JOINED:
            yield change
        else:
            yield replace(change, day=max(change.day, min(begun, told.get(change.exercise, begun))))


def _since_they_were_shown(way: Journey, found: list[Change], first: date, last: date) -> Iterator[Change]:
    """What was tried here came by then at the latest, also where a word put right since lets it come later, or not."""
    shown = _first_plays(way, first, last)
    for change in found:
        played = shown.pop(change.exercise, None) if change.kind is ChangeKind.JOINED else None
        if played is None or change.day <= played[0]:
            yield change
        else:
            yield _joined_by_play(played[0], change.exercise, played[1] or change.after)
    state = way.now(min(last, way.today))
    for name, (on, dose) in shown.items():
        if dose is not None and name not in state.tracks:
            yield _joined_by_play(on, name, dose)


def _joined_by_play(on: date, exercise: str | None, dose: Dose | None) -> Change:
    return Change(on, ChangeKind.JOINED, reason("reason_start", exercise=exercise or ""), exercise, None, dose, said=on)


def _first_plays(way: Journey, first: date, last: date) -> dict[str | None, tuple[date, Dose | None]]:
    """The first day up to `last` on which each exercise was tried here, and its dose; of one that was played long
    before `first` only that it was."""
    past, rest = plays_by(way.child, first)
    shown: dict[str | None, tuple[date, Dose | None]] = {
        name: (date.min, None) for name, sums in past.exercises.items() if sums.plays
    }
    for played in rest:
        if played.away or not was_tried(played) or played.exercise not in way.catalogue.exercises:
            continue
        day = way.told.on(played)
        if day <= last and (played.exercise not in shown or day < shown[played.exercise][0]):
            shown[played.exercise] = day, Dose(played.sets, played.amount, played.foot)
    return shown


def growths(rows: tuple[Change, ...]) -> tuple[Growth, ...]:
    """What only grew as planned, an exercise a line, in the order in which they began; the session first."""
    by_exercise: dict[str | None, list[Change]] = {}
    for row in rows:
        if row.kind in GROWTH:
            by_exercise.setdefault(row.exercise, []).append(row)
    return tuple(
        _growth(exercise, by_exercise[exercise])
        for exercise in sorted(by_exercise, key=lambda e: (e is not None, by_exercise[e][0].day))
    )


def _growth(exercise: str | None, rows: list[Change]) -> Growth:
    joined = rows[0].kind is ChangeKind.JOINED
    doses = [(_dose(row, 0), _dose(row, 1)) for row in rows]
    steps = sum(row.kind is ChangeKind.MORE for row in rows)
    return Growth(exercise, rows[0].day, rows[-1].day, doses[0][0], doses[-1][1], steps, joined)


def _dose(row: Change, end: int) -> Dose:
    """The dose before (0) or after (1) a change."""
    if row.budget:
        return Dose(1, row.budget[end])
    dose = (row.before or row.after, row.after)[end]
    assert dose is not None
    return dose


# ------------------------------------------------------------------------------------------ from one moment to the next
def _stands(state: ChildState) -> tuple[object, ...]:
    """What differs from evening to evening after any change, also one that was taken back by then; ten years have
    few such days."""
    doses = {name: (track.dose, track.since) for name, track in state.tracks.items()}
    return (
        doses, state.budget, state.budget_since, state.resting, state.stopped_on, state.switched, state.is_held,
        state.held_until, state.orders,
        state.programme, state.age, state.has_surgeon_agreed, state.graduated_on, state.no_good_since,
    )  # fmt: skip


def _between(old: ChildState, new: ChildState, day: date) -> Iterator[Change]:
    yield from _programme(old, new, day)
    for name, track in new.tracks.items():
        yield from _track(name, old.tracks.get(name), track, day)
        yield from _foot(name, old, new, day)
        yield from _first_foot(name, old, new, day)
    if old.budget and new.budget != old.budget:
        kind = ChangeKind.MORE if new.budget > old.budget else ChangeKind.LESS
        why = new.budget_why or reason("reason_budget_start", budget=new.budget)
        since = max(day, new.budget_since or day)
        yield Change(since, kind, why, budget=(old.budget, new.budget))
    yield from _rests(old, new, day)
    yield from _steered(old, new, day)


def _track(name: str, old: Track | None, new: Track, day: date) -> Iterator[Change]:
    since = max(day, new.since) if new.since and days_between(day, new.since) <= 1 else day
    why = new.why or reason("reason_start", exercise=name)
    if old is None:
        yield Change(since, ChangeKind.JOINED, why, name, None, new.dose)
    elif (new.dose.sets, new.dose.amount) != (old.dose.sets, old.dose.amount):
        kind = ChangeKind.MORE if is_above(new.dose, old.dose) else ChangeKind.LESS
        yield Change(since, kind, why, name, old.dose, new.dose)


def _foot(name: str, old: ChildState, new: ChildState, day: date) -> Iterator[Change]:
    """One foot alone, or both again."""
    before, order = old.tracks.get(name), new.orders.get(name)
    foot = new.tracks[name].dose.foot
    if before is None or order is None or before.dose.foot is foot:
        return
    if foot is None:
        yield Change(day, ChangeKind.FOOT, reason("change_both_feet", exercise=name, **said_of(order)), name)
    else:
        why = reason("reason_order_foot", exercise=name, foot=str(foot), **said_of(order))
        yield Change(day, ChangeKind.FOOT, why, name)


def _first_foot(name: str, old: ChildState, new: ChildState, day: date) -> Iterator[Change]:
    """Which of both feet begins, or that the game chooses again."""
    before, order = (OrderedFeet.of(state.orders.get(name)) for state in (old, new))
    told = new.orders.get(name)
    if name not in old.tracks or told is None or before.first is order.first or order.alone:
        return
    if order.first:
        yield Change(day, ChangeKind.FOOT, of_first_foot(told, order.first), name)
    elif not before.alone:
        yield Change(day, ChangeKind.FOOT, reason("change_first_free", exercise=name, **said_of(told)), name)


def _rests(old: ChildState, new: ChildState, day: date) -> Iterator[Change]:
    for name, rest in new.resting.items():
        before = old.resting.get(name)
        if before is None or before.since != rest.since:
            yield Change(day, ChangeKind.RESTS, of_pain_rested(name, rest), name)
        if rest.returns is not None and (before is None or before.returns is None):
            why = reason("reason_ouch_returns", exercise=name, date=str(rest.returns))
            yield Change(day, ChangeKind.ALLOWED, why, name)


def _programme(old: ChildState, new: ChildState, day: date) -> Iterator[Change]:
    if old.programme and new.programme and new.programme != old.programme:
        why = reason("change_programme", programme=new.programme)
        yield Change(day, ChangeKind.PROGRAMME, why)
    if old.programme and new.age is not old.age:
        yield Change(day, ChangeKind.AGE, reason("change_age", age=str(new.age)))
    if new.has_surgeon_agreed and not old.has_surgeon_agreed:
        yield Change(day, ChangeKind.OPENED, reason("change_opened"))
    if new.graduated_on and not old.graduated_on:
        yield Change(day, ChangeKind.GRADUATED, reason("change_graduated"))


def _steered(old: ChildState, new: ChildState, day: date) -> Iterator[Change]:
    if new.stopped_on and not old.stopped_on:
        yield Change(day, ChangeKind.STOPPED, reason("change_stopped"))
    if old.stopped_on and not new.stopped_on:
        yield Change(day, ChangeKind.ASKED, reason("change_asked"))
    if new.no_good_since and new.no_good_since != old.no_good_since:
        yield Change(day, ChangeKind.NO_GOOD, reason("reason_no_good_day", n=new.bad_days))
    if new.is_held != old.is_held:
        kind, key = (ChangeKind.HELD, "change_held") if new.is_held else (ChangeKind.RELEASED, "change_released")
        yield Change(day, kind, reason(key))
    if new.held_until and new.held_until != old.held_until and new.order:
        why = reason("change_order_held", who=new.order.said_by, date=str(new.held_until))
        yield Change(day, ChangeKind.HELD, why)
    if old.held_until and not new.held_until:
        yield Change(day, ChangeKind.RELEASED, reason("change_order_released"))
    for name, is_on in new.switched.items():
        if is_on != old.switched.get(name):
            kind = ChangeKind.PUT_IN if is_on else ChangeKind.LEFT_OUT
            yield Change(day, kind, _why_switched(name, old, new, is_on=is_on), name)


def _why_switched(name: str, old: ChildState, new: ChildState, *, is_on: bool) -> Reason:
    """By an order that has just come into force, or by the parents."""
    order = new.orders.get(name)
    if order is not None and order.plays is is_on and order is not old.orders.get(name):
        return reason("change_ordered_on" if is_on else "reason_order_off", exercise=name, **said_of(order))
    return reason("change_put_in" if is_on else "change_left_out", exercise=name)
