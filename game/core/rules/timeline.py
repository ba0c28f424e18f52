"""What was told, sorted by the game day and slot it belongs to.

A play belongs to its own day and slot, however late it was told, and so do the words on it. What a parent steers
belongs to the day it was said on, after the plays of that day told before.

Which day that is, is each device's own clock to say, where it can be believed
(`game.core.history.device_order.steady`):

- A clock that was ahead: what a parent steered counts from the day of what was told next, at the latest today. A play
  waits for its day, as it was shown.
- A clock nobody had set yet, as of 1970: what was told by it belongs to the days up to what was told next. No years
  are counted in which there was no game.
- A clock that was back for a while, and for fewer days than it was right: everything told by it, plays too, belongs to
  the day told before it, or so many days later as its own days are apart. Nothing in between is passed over: what hurt
  then hurts after all that was said before, and no week is counted that nobody lived.

So facts of one device never change places, and no hold, rest or step slips before what it was an answer to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from game.core.content import Slot
from game.core.days import plus
from game.core.events import (
    DoneTogether,
    Event,
    Fact,
    FunctionMeasured,
    Graduated,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    Outcome,
    PageShown,
    Paused,
    PauseReason,
    QuestionNoted,
    Resumed,
    SessionEnded,
    SessionStarted,
    StarsAwarded,
    StickerFound,
    ToldLater,
)
from game.core.history.device_order import is_settled, steady
from game.core.history.history import Attempt, Child, Session
from game.core.rules.state import phase
from game.frozen import dataclass

V = TypeVar("V")
BORN = date(2025, 1, 1)  # nobody played before
# Nothing to come follows from these.
NO_RULE = (StarsAwarded, SessionEnded, StickerFound, PageShown, FunctionMeasured, QuestionNoted, DoneTogether)


@dataclass(frozen=True, slots=True)
class Pause:
    """Days `first`..`last`, both included, as a parent told them and perhaps ended earlier.

    A change in the course of a day counts from the next morning: the morning of the first day knows it only when it was
    `told` before, and the morning of the day it was ended on still stood under it.
    """

    reason: PauseReason
    first: date
    last: date
    told: date
    ended: date | None = None

    def is_on(self, day: date) -> bool:
        """In the course of the day."""
        return self.first <= day <= self.last

    def is_known(self, day: date) -> bool:
        """As that day began."""
        is_begun = self.first < day or self.told < self.first == day
        return is_begun and day <= (self.ended or self.last)


@dataclass(frozen=True, slots=True)
class DaysBefore:
    """What is known of the days before `day` when the facts told by then are not looked at again.

    `first` is the first day anything belongs to, `last` the last day anything was told on, `reached` the same of each
    device; `pauses` and `ceremonies` are as told by then. `settled` are the ids of what was told later and belongs to a
    day before `day` all the same: a word on the evening before.
    """

    day: date
    first: date
    last: date
    reached: Mapping[str, date]
    pauses: tuple[Pause, ...]
    ceremonies: tuple[date, ...]
    settled: frozenset[str]


class NotAsSettled(Exception):
    """What was told since changes the days before: they have to be looked at again."""


@dataclass(frozen=True, slots=True)
class OrderedFact:
    """One fact in the order of a day: by slot, then as told. A play is named by its attempt."""

    phase: int
    index: int
    fact: Fact | None = None
    attempt: str = ""


class DaysTold:
    """A child's facts by day, as seen from the game day `today`; more are added as they are told.

    A parent's word counts at the latest today: nobody speaks from the future, though a clock may have been ahead.
    `before` says what is known of the days before `child.past`; then only what was told since is looked at, and
    `NotAsSettled` raised where that cannot be.
    """

    def __init__(self, child: Child, today: date, wait: int, before: DaysBefore | None = None) -> None:
        self.before = before
        self._past = child.past if before else None
        self._since = child.told_before if before else 0  # the first event that is looked at
        self.is_plain = True  # every fact counts from the day it was told on
        self.wait = wait  # days in which a play is told of; later it is for the record
        self.later: dict[str, set[str]] = {}  # by play, the words on it told later
        self.days: dict[date, list[OrderedFact]] = {}
        self.sessions: dict[date, list[str]] = {}
        self.pauses: list[Pause] = []
        self.ceremonies: list[date] = []  # held under a clock that is believed
        self.first = self.last = today
        self.reached: dict[str, date] = {}  # by device the day from which a fact more changes nothing before it
        self.is_unset = False  # a device has told by a clock nobody had set, and nothing since
        # Of each event the first day it changes, and the one it counts from.
        self._changed: list[tuple[date, date]] = []
        self._slots: dict[date, int] = {}
        self._is_shared = False  # the rows of `days` and `sessions` may be another's as well: they are copied to grow
        self._plays: set[str] = set()
        self._moved: dict[str, date] = {}  # plays and sessions told by a clock that was back
        if before:
            self._go_on(child, before, today)
            return
        counted = days_counted(child.events, today)
        self.is_plain = all(event.day == day for event, day in zip(child.events, counted, strict=True))
        for index, (event, day) in enumerate(zip(child.events, counted, strict=True)):
            self.add(child, index, event, day)
            if event.day < day == today:  # it may yet count from a later day, when that has come
                self.last = max(self.last, plus(today, 1))
        first = _first(child.events, today)
        for device in {e.device for e, day in zip(child.events, counted, strict=True) if e.day != day}:
            told = [e.day for e in child.events if e.device == device]
            if max(told) < BORN:  # the next day told moves what was told before
                self.is_unset = True
            elif not is_settled(_since_there_is_a_game(told, today, first), today):
                self.reached[device] = date.max

    def fork(self) -> DaysTold:
        """The same days, to which more may be added: these stay as they are."""
        twin = DaysTold.__new__(DaysTold)
        vars(twin).update(vars(self))
        twin.later = {attempt: set(words) for attempt, words in self.later.items()}
        twin.days, twin.sessions = dict(self.days), dict(self.sessions)
        self._is_shared = twin._is_shared = True
        twin.pauses, twin.ceremonies = list(self.pauses), list(self.ceremonies)
        twin.reached, twin._changed, twin._slots = dict(self.reached), list(self._changed), dict(self._slots)
        twin._plays, twin._moved = set(self._plays), dict(self._moved)
        return twin

    def _go_on(self, child: Child, before: DaysBefore, today: date) -> None:
        self.first, self.last, self.reached = before.first, max(today, before.last), dict(before.reached)
        self.pauses, self.ceremonies = list(before.pauses), list(before.ceremonies)
        told = set()
        for index, event in enumerate(child.events[self._since :], self._since):
            if not max(before.day, self.reached.get(event.device, before.day)) <= event.day <= today:
                raise NotAsSettled
            changed = self.add(child, index, event, event.day)
            if changed is not None and changed < before.day:
                told.add(event.id)
        if told != before.settled:
            raise NotAsSettled

    def add(self, child: Child, index: int, event: Event, day: date) -> date | None:
        """Puts one event, which counts from `day`, into its day; that day, or None when no day is changed by it."""
        self.reached[event.device] = day
        self.last = max(self.last, event.day)
        changed = self._add(child, index, event, day)
        self._changed.append((day if changed is None else min(changed, day), day))
        return changed

    def _add(self, child: Child, index: int, event: Event, day: date) -> date | None:
        if isinstance(event.fact, NO_RULE):
            return None
        back = max(day - event.day, timedelta(0))  # how far back the clock was
        match event.fact:
            case LevelPlayed(attempt=attempt, on=on, slot=slot):
                on, part = _later(on, back), phase(slot)
                if back:  # after all that was told before, whatever that clock said of the hour
                    part = max(part, self._slots.get(on, 0))
                if on == day:
                    self._slots[day] = max(self._slots.get(day, 0), part)
                if attempt not in self._plays and not (self._past and attempt in self._past.attempts):
                    self._plays.add(attempt)
                    if back:
                        self._moved[attempt] = on
                    self._put(on, OrderedFact(part, index, attempt=attempt))
                return on
            case LevelConfirmed(attempt=attempt) | OuchTold(attempt=attempt):
                if attempt not in child.attempts:
                    return None
                on = self.on(child.attempts[attempt])
                if (day - on).days <= self.wait or may_be_said_anew(child, child.attempts[attempt]):
                    return on
                self.later.setdefault(attempt, set()).add(event.id)
                if isinstance(event.fact, OuchTold):  # pain counts from the day it is told
                    self._put(day, OrderedFact(self._slots.get(day, 0), index, replace(event.fact, on=on)))
                return on
            case ToldLater(on=on, score=score):
                if not score:  # for the record alone
                    return None
                on = min(_later(on, back), day)
                self._put(day, OrderedFact(self._slots.get(day, 0), index, replace(event.fact, on=on)))
                return day
            case Paused(why, first, last):
                self.pauses.append(Pause(why, _later(first, back), _later(last, back), day))
                return self.pauses[-1].first
            case Resumed():
                self.pauses = [_ended(pause, day) for pause in self.pauses]
                return day
            case SessionStarted(session=session, on=on):
                if back and child.sessions[session].on == on:
                    self._moved.setdefault(session, _later(on, back))
                self._row_to_grow(self.sessions, _later(on, back)).append(session)
                return None
            case Graduated(early):
                # Under a clock that was wrong no ceremony was held; a parent's wish to bring it forward stays said.
                if event.day == day:
                    self.ceremonies.append(day)
                if early or event.day == day:
                    self._put(day, OrderedFact(self._slots.get(day, 0), index, event.fact))
                return day
            case fact:
                self._put(day, OrderedFact(self._slots.get(day, 0), index, fact))
                return day

    def touched(self, child: Child, since: int, day: date) -> Iterator[str]:
        """The ids of the child's events from the place `since` on that say something of a day before `day`."""
        for place in range(since, len(child.events)):
            if self._changed[place - self._since][0] < day:
                yield child.events[place].id

    def on(self, record: Attempt | Session) -> date:
        """The day a play or a session belongs to."""
        return self._moved.get(record.id, record.on)

    def in_time(self, child: Child, attempt: Attempt) -> Attempt:
        """A play with the words told in time alone; what was told later stands in the records and changes no rule."""
        later = self.later.get(attempt.id)
        if later is None:
            return attempt
        told = child.events[self._since :] if self._since else child.events
        words = [e.fact for e in told if e.id not in later and getattr(e.fact, "attempt", "") == attempt.id]
        scores = [f.score for f in words if isinstance(f, OuchTold)]
        said = next((f for f in words if isinstance(f, LevelConfirmed)), None)
        return replace(
            attempt,
            grade=said.grade if said else None,
            effort=said.effort if said else None,
            ouch=max((score for score in scores if score is not None), default=None),
            is_hurt=bool(scores) or attempt.outcome is Outcome.HURT,
        )

    def _put(self, day: date, told: OrderedFact) -> None:
        row = self._row_to_grow(self.days, day)
        row.append(told)
        if len(row) > 1 and row[-2].phase > told.phase:  # told late
            row.sort(key=lambda t: (t.phase, t.index))
        self.first, self.last = min(self.first, day), max(self.last, day)

    def _row_to_grow(self, rows: dict[date, list[V]], day: date) -> list[V]:
        """A day's row, to be made longer."""
        if self._is_shared and day in rows:
            rows[day] = list(rows[day])
        return rows.setdefault(day, [])

    def row(self, day: date) -> Sequence[OrderedFact]:
        """The facts of a day in their order."""
        return self.days.get(day, ())

    def pause(self, day: date) -> Pause | None:
        """The pause told for that day, the one that lasts longest."""
        return max((p for p in self.pauses if p.is_on(day)), key=lambda p: p.last, default=None)

    def pause_known(self, day: date) -> Pause | None:
        """The pause that was known as that day began."""
        return max((p for p in self.pauses if p.is_known(day)), key=lambda p: p.last, default=None)

    def untold(self, child: Child, first: date, last: date) -> Iterator[date]:
        """The days from `first` to `last` with a play nobody has told of."""
        for day, row in self.days.items():
            if first <= day <= last and any(t.attempt and not child.attempts[t.attempt].is_told for t in row):
                yield day


def may_be_said_anew(child: Child, played: Attempt) -> bool:
    """Whether the word on a play, or the same play itself, was taken back: it may be said anew at any time."""
    return played.id in child.unsaid or was_taken_back(child, played.on, played.slot, played.exercise)


def was_taken_back(child: Child, on: date, slot: Slot, exercise: str) -> bool:
    """Whether a play of that exercise in that slot was told and taken back."""
    facts = (event.fact for _, event in child.withdrawn)
    return any(isinstance(f, LevelPlayed) and (f.on, f.slot, f.exercise) == (on, slot, exercise) for f in facts)


def days_counted(events: Sequence[Event], today: date) -> list[date]:
    """The day each event counts from, as seen from the game day `today`: its own, where its device's clock can be
    believed. Of one device they never fall."""
    days = [event.day for event in events]
    places: dict[str, list[int]] = {}
    first = _first(events, today)
    for place, event in enumerate(events):
        places.setdefault(event.device, []).append(place)
    for row in places.values():
        for place, day in zip(
            row, steady(_since_there_is_a_game([days[n] for n in row], today, first), today), strict=True
        ):
            days[place] = day
    return days


def _since_there_is_a_game(told: Sequence[date], today: date, first: date) -> Sequence[date]:
    """Days before there was a game, told before any other, are a clock's that nobody had set yet: that stretch ends the
    day before what was told next (by another device on the day `first`, where this one told nothing more) and keeps
    its own distances. A clock that is never set is all a family has."""
    odd = next((n for n, day in enumerate(told) if day >= BORN), len(told))
    if today < BORN or not odd:
        return told
    end = plus(min(today, told[odd]) if odd < len(told) else first, -1)
    return [*(min(end, max(BORN, end - (told[odd - 1] - day))) for day in told[:odd]), *told[odd:]]


def _first(events: Sequence[Event], today: date) -> date:
    """The first day any clock tells that can be one of play; today when none does."""
    return min((event.day for event in events if BORN <= event.day <= today), default=today)


def _later(day: date, back: timedelta) -> date:
    """By how far the clock was back; the calendar has a last day, and a strange diary may name it."""
    return day + min(back, date.max - day)


def _ended(pause: Pause, day: date) -> Pause:
    """A running pause ends the day before."""
    return replace(pause, last=plus(day, -1), ended=day) if pause.is_on(day) else pause


def first_changed(before: Child, was: DaysTold, after: Child, now: DaysTold) -> date:
    """The first day that may differ after more, or less, was told of a child; `date.max` when none does."""
    old, new = before.events, after.events
    same = next((i for i, (a, b) in enumerate(zip(old, new)) if a is not b), min(len(old), len(new)))
    # A word that counts from another day may be in time or not; what it changes is the same day either way.
    moved = (min(a, b) for a, b in zip(was._changed[:same], now._changed[:same], strict=True) if a != b)
    return min((first for first, _ in (*moved, *was._changed[same:], *now._changed[same:])), default=date.max)
