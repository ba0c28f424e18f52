"""How a child stands at one moment of the journey: budget, doses, what rests, the run of days.

A `ChildState` is what the fold carries from day to day. It is copied before a day is folded into it and then left
alone, so an earlier day can always be looked at again. Nothing here decides; see `game.core.rules.morning` and
`game.core.rules.apply_facts`.
"""

from __future__ import annotations

import dataclasses
from dataclasses import field, replace
from datetime import date
from enum import StrEnum

from game.core.content import AgeBand, Catalogue, Exercise, Slot
from game.core.days import days_between, plus
from game.core.events import ExerciseOrdered, OrderWritten, PauseReason
from game.core.quest import Reason
from game.core.rules.dose import Dose, Limits, limits, tightened
from game.frozen import dataclass

GROWN_UP = "grown_up"
AFTER_SURGERY = "after_surgery"


@dataclass(frozen=True, slots=True)
class Track:
    """The road of an exercise that has come.

    `since` is the day its first play was on, then the day from which its last change or its last hard word counts
    (None: before the first play). `clean` counts clean confirmations since, `easy_days` the last finished days in a row
    that were all too easy. `before_gap` is the dose a gap began with. `from_half`: begun at half after an operation.
    """

    dose: Dose
    since: date | None
    joined: date | None
    why: Reason | None = None
    clean: int = 0
    easy_days: int = 0
    before_gap: Dose | None = None
    from_half: bool = False

    def changed(self, dose: Dose, since: date | None, why: Reason | None) -> Track:
        """With another dose; every count begins anew."""
        return replace(self, dose=dose, since=since, why=why, clean=0, easy_days=0)

    def anew(self, since: date) -> Track:
        """The same dose; the seven days begin with `since`, and every count anew."""
        return replace(self, since=max(self.since or since, since), clean=0, easy_days=0)


@dataclass(frozen=True, slots=True)
class RestingExercise:
    """An exercise that hurt: since when, how much, and from which day a parent lets it come again (None: not yet). The
    pain was of the day `hurt_on`, where it was told later than it counts (None: of the day `since`)."""

    since: date
    score: int
    returns: date | None = None
    hurt_on: date | None = None

    @property
    def of(self) -> date:
        """The day of the pain."""
        return self.hurt_on or self.since

    @property
    def is_awaited(self) -> bool:
        """Whether no parent has brought it back yet."""
        return self.returns is None

    def is_on(self, day: date) -> bool:
        return self.returns is None or day < self.returns


@dataclass(frozen=True, slots=True)
class Streak:
    """The days counted: the run of active days, weeks in bloom, habit strength.

    `tail` holds the last unpaused days of the latest stretch, at most six: with the next they are the seven that
    must hold enough active ones. `week_active`, `week_good` and `is_week_partial` belong to the running week, Monday to
    Sunday. `good_bloom_weeks` are the weeks in bloom with a good day in them, `bloom_weeks` all of them.
    """

    streak: int = 0
    best: int = 0
    active_days: int = 0
    habit: float = 0.0
    tail: tuple[bool, ...] = ()
    week_active: int = 0
    week_good: int = 0
    is_week_partial: bool = False  # a paused day in it, or the adventure began in its middle
    counted_weeks: int = 0
    bloom_weeks: int = 0
    good_bloom_weeks: int = 0


@dataclasses.dataclass(slots=True)
class ChildState:
    """One child at one moment. Doses of exercises of other programmes are kept in `tracks`."""

    age: AgeBand = AgeBand.FIVE_SIX
    programme: str | None = None
    course_days: int = 0  # of the grown-up's course, from the programme's choice on
    course_from: date | None = None  # first session of the grown-up's course
    budget: int = 0
    lowest_first: int = 0  # the lowest first budget of the age bands the child has had
    budget_since: date | None = None
    budget_why: Reason | None = None
    budget_before_gap: int | None = None
    tracks: dict[str, Track] = field(default_factory=dict)
    resting: dict[str, RestingExercise] = field(default_factory=dict)
    unanswered: dict[str, date] = field(default_factory=dict)  # hurt on that day, nobody has said how much
    switched: dict[str, bool] = field(default_factory=dict)
    tried: dict[str, tuple[date, int]] = field(default_factory=dict)  # last tried: day and 0 morning, 1 evening
    forward: dict[str | None, date] = field(default_factory=dict)  # steps up a parent asked for, from next morning
    first_active: date | None = None
    last_play: date | None = None
    gap: int = 0  # steps back taken since the last play: 0, 1 (a week), 2 (three weeks)
    good_days: tuple[date, ...] = ()  # of the last 7 days
    good_since_new: int = 0
    last_new: date | None = None  # when an exercise joined last
    last_set: date | None = None  # when an exercise got a set more last
    bad_days: int = 0  # active days since the last good one
    no_good_since: date | None = None  # the morning on which a parent was told of the fourteenth
    is_held: bool = False  # by a parent
    held_until: date | None = None  # by a therapist's order: the morning that lets go
    orders: dict[str, ExerciseOrdered] = field(default_factory=dict)  # in force
    order: OrderWritten | None = None  # the head of the page in force
    orders_told: dict[str, ExerciseOrdered] = field(default_factory=dict)  # these count from the next morning
    order_told: OrderWritten | None = None
    hold_told: date | None = None  # its hold, unless a parent has let go of it since
    switches_told: dict[str, bool | None] = field(default_factory=dict)  # on and off of them, as the last word was
    pain_days: tuple[date, ...] = ()  # days with strong pain since a doctor was asked
    last_pain: date | None = None
    doctor_asked_on: date | None = None
    stopped_on: date | None = None
    signs: bool = False  # signs ticked and no doctor asked
    has_surgery: bool = False
    surgery: date | None = None
    surgeon_start: date | None = None
    has_surgeon_agreed: bool = False
    first_after_lock: date | None = None
    half_idle: int = 0  # idle days after it which do not count, from the eighth in a row on
    graduated_on: date | None = None
    pause: PauseReason | None = None  # what a parent told for the day
    pause_from: date | None = None  # the first day of that pause
    pause_until: date | None = None  # and its last one
    paused_since: date | None = None
    run: Streak = field(default_factory=Streak)

    def copy(self) -> ChildState:
        """A state of its own: maps are copied, what is in them is frozen."""
        twin = ChildState.__new__(
            ChildState
        )  # ten years are ten thousand copies, and `replace` would take three times as long
        for name in ChildState.__slots__:
            setattr(twin, name, getattr(self, name))
        twin.tracks, twin.resting, twin.switched = dict(self.tracks), dict(self.resting), dict(self.switched)
        twin.tried, twin.forward, twin.unanswered = dict(self.tried), dict(self.forward), dict(self.unanswered)
        twin.orders, twin.orders_told = dict(self.orders), dict(self.orders_told)
        twin.switches_told = dict(self.switches_told)
        return twin


# ---------------------------------------------------------------- what follows from a state
def week_of_play(state: ChildState, day: date) -> int:
    """1 for the first seven days from the first active day on; 1 before it."""
    return 1 if state.first_active is None else max(0, days_between(state.first_active, day)) // 7 + 1


def is_first_week(state: ChildState, day: date) -> bool:
    """The first week of play, or before it; the grown-up's whole set knows none."""
    return state.programme != GROWN_UP and week_of_play(state, day) == 1


def locked_until(catalogue: Catalogue, state: ChildState) -> date | None:
    """The later of surgery + 14 days and the surgeon's date; None while one is missing."""
    if state.surgery is None or state.surgeon_start is None:
        return None
    return max(plus(state.surgery, catalogue.rules.surgery_days), state.surgeon_start)


class OperationDate(StrEnum):
    """The two dates of an operation's lock."""

    SURGERY = "surgery"
    START = "start"  # the surgeon's own


def missing_dates(state: ChildState) -> tuple[OperationDate, ...]:
    """Which of the two nobody has told, of whatever child; () when both are known."""
    told = {OperationDate.SURGERY: state.surgery, OperationDate.START: state.surgeon_start}
    return tuple(date for date, day in told.items() if day is None)


def needs_surgeon(state: ChildState) -> bool:
    """An operation belongs to the child, not to a programme: once told of, or its programme chosen, it stays told."""
    return state.has_surgery


def is_locked(catalogue: Catalogue, state: ChildState, day: date) -> bool:
    """Signs without a doctor's word, or an operation's lock: the date alone never opens it."""
    if state.signs:
        return True
    if not needs_surgeon(state):
        return False
    until = locked_until(catalogue, state)
    return until is None or not state.has_surgeon_agreed or day < until


def half_until(catalogue: Catalogue, state: ChildState) -> date | None:
    """The day from which doses are whole again; None while it is not known (before the first play after the lock).

    A long idle time moves it on: from the eighth idle day on none is counted.
    """
    if state.surgery is None or state.first_after_lock is None:
        return None
    played = plus(state.first_after_lock, catalogue.rules.surgery_half_days + state.half_idle)
    return max(played, plus(state.surgery, catalogue.rules.surgery_full_days))


def is_half(catalogue: Catalogue, state: ChildState, day: date) -> bool:
    """Whether doses are halved after an operation."""
    if not needs_surgeon(state):
        return False
    until = half_until(catalogue, state)
    return until is None or day < until


def limits_of(catalogue: Catalogue, state: ChildState, exercise: Exercise, day: date) -> Limits:
    """Where the exercise's dose may move on that day: as the game has it, and as a therapist ordered within that."""
    return _limits(catalogue, state, exercise, day, state.orders.get(exercise.id))


def limits_as_told(catalogue: Catalogue, state: ChildState, exercise: Exercise, day: date) -> Limits:
    """The same with what was ordered that day, which counts from the next morning."""
    return _limits(catalogue, state, exercise, day, order_of(state, exercise.id))


def _limits(
    catalogue: Catalogue, state: ChildState, exercise: Exercise, day: date, order: ExerciseOrdered | None
) -> Limits:
    own = game_limits_of(catalogue, state, exercise, day)
    return tightened(own, exercise, order, half=is_half(catalogue, state, day)) if order else own


def game_limits_of(catalogue: Catalogue, state: ChildState, exercise: Exercise, day: date) -> Limits:
    """The same without a therapist's order."""
    return limits(catalogue.rules, exercise, half=is_half(catalogue, state, day), grown_up=state.programme == GROWN_UP)


def holds(state: ChildState) -> bool:
    """Nothing grows and nothing new came this morning: a parent holds the load, or a therapist ordered it."""
    return state.is_held or state.held_until is not None


def hold_ordered(state: ChildState) -> date | None:
    """Until when nothing grows by a therapist's order, in force or from tomorrow; None where none holds."""
    return state.hold_told if state.order_told else state.held_until


def hold_let_go(state: ChildState, day: date) -> bool:
    """Whether the parents have let go, on the game day `day`, of the hold that the page of orders asked for."""
    order = state.order_told or state.order
    until = order.hold_until if order else None
    return until is not None and day < until and hold_ordered(state) is None


def will_hold(state: ChildState) -> bool:
    """No morning comes on which something grows: of what holds today nothing ends tomorrow, or it begins then."""
    return state.is_held or hold_ordered(state) is not None


def order_of(state: ChildState, exercise: str) -> ExerciseOrdered | None:
    """What is ordered of an exercise, in force or from tomorrow."""
    return state.orders_told.get(exercise) or state.orders.get(exercise)


def switch_of(state: ChildState, exercise: str) -> bool | None:
    """On or off by the last word, from tomorrow at the latest; None where it is as the programme has it."""
    if exercise in state.switches_told:
        return state.switches_told[exercise]
    return state.switched.get(exercise)


def is_ordered_on(state: ChildState, exercise: str) -> bool:
    """A therapist ordered it on, and nobody left it out since."""
    order = state.orders.get(exercise)
    return order is not None and order.plays is True and state.switched.get(exercise) is True


def rises_as_ordered(catalogue: Catalogue, state: ChildState, exercise: str, day: date) -> bool:
    """A therapist ordered a start for it while it was in play, and its dose is still below: it needs no clean times."""
    order, track = state.orders.get(exercise), state.tracks.get(exercise)
    if order is None or track is None or not order.begins_anew or state.graduated_on is not None:
        return False
    return track.dose.amount < limits_of(catalogue, state, catalogue.exercises[exercise], day).ramp.start


def is_off_course(catalogue: Catalogue, state: ChildState, day: date) -> bool:
    """The grown-up's month off, by the calendar from the first session."""
    return state.programme == GROWN_UP and course_day(catalogue, state, day) > state.course_days


def course_day(catalogue: Catalogue, state: ChildState, day: date) -> int:
    """Which day of the grown-up's course, the month off counted on; 1 on its first day and before it."""
    begun = state.course_from or day
    return max(0, days_between(begun, day)) % _cycle(catalogue, state) + 1


def course_ends(catalogue: Catalogue, state: ChildState, day: date) -> date:
    """The first day of the next part of the grown-up's course: off after on, on after off."""
    into = course_day(catalogue, state, day) - 1
    first = plus(day, -into)
    return plus(first, state.course_days if into < state.course_days else _cycle(catalogue, state))


def _cycle(catalogue: Catalogue, state: ChildState) -> int:
    return state.course_days + catalogue.rules.course_days_off


def programme_order(catalogue: Catalogue, state: ChildState) -> tuple[str, ...]:
    """The exercises of the programme that may be played, ordered ones first, without what a parent left out."""
    if state.programme is None or state.programme not in catalogue.programmes:
        return ()
    programme = catalogue.programmes[state.programme]
    ordered = tuple(e for e in programme.on_order if state.switched.get(e, False))
    return ordered + tuple(e for e in programme.exercises if state.switched.get(e, True))


def comes_on_order(catalogue: Catalogue, state: ChildState, exercise: str) -> bool:
    """Whether it joins only where a therapist orders it: by its own file, or in this programme."""
    programme = catalogue.programmes.get(state.programme or "")
    return catalogue.exercises[exercise].ordered_only or (programme is not None and exercise in programme.on_order)


def in_play(catalogue: Catalogue, state: ChildState) -> tuple[str, ...]:
    """The exercises that have come so far, in the programme's order; resting ones among them."""
    return tuple(e for e in programme_order(catalogue, state) if e in state.tracks)


def is_resting(state: ChildState, exercise: str, day: date) -> bool:
    """Rests after strong pain until a parent allows it; or for the day, while nobody has said how much it hurts."""
    rest = state.resting.get(exercise)
    return (rest is not None and rest.is_on(day)) or state.unanswered.get(exercise) == day


def comes_again(state: ChildState, exercise: str, day: date) -> date | None:
    """The day from which a parent lets it come again after pain; None where nobody does, or nothing rests."""
    rest = state.resting.get(exercise)
    return rest.returns if rest is not None and rest.is_on(day) else None


def offered(catalogue: Catalogue, state: ChildState, day: date) -> tuple[str, ...]:
    """What a quest may be made of on that day: in play and not resting."""
    return tuple(e for e in in_play(catalogue, state) if not is_resting(state, e, day))


def is_playable(catalogue: Catalogue, state: ChildState, day: date) -> bool:
    """Whether anything may be played: not locked, stopped, paused or off course, and something is offered."""
    return not (
        is_locked(catalogue, state, day)
        or state.stopped_on is not None
        or state.pause is not None
        or is_off_course(catalogue, state, day)
        or not offered(catalogue, state, day)
    )


def lock_shown(catalogue: Catalogue, state: ChildState, day: date) -> date | None:
    """The operation's date as it is told: None when it does not lock on that day, or is not known."""
    return locked_until(catalogue, state) if needs_surgeon(state) and is_locked(catalogue, state, day) else None


def is_new(state: ChildState, exercise: str, day: date) -> bool:
    """Whether it joins on that day; in the first days of play nothing is called new."""
    return state.tracks[exercise].joined == day and state.first_active is not None and state.first_active < day


def phase(slot: Slot) -> int:
    """0 for the morning, 1 for the evening."""
    return 0 if slot is Slot.MORNING else 1
