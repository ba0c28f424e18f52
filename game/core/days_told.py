"""What was told, sorted by the game day and slot it belongs to.

A play belongs to its own day and slot, however late it was told, and so do the words on it. What a parent steers
belongs to the day it was said on, after the plays of that day told before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from game.core.days import plus
from game.core.events import (
    Event,
    Fact,
    FunctionMeasured,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    Paused,
    PauseReason,
    Resumed,
    SessionEnded,
    SessionStarted,
    StarsAwarded,
    StickerFound,
)
from game.core.history import Child
from game.core.state import phase

NO_RULE = (StarsAwarded, SessionEnded, StickerFound, FunctionMeasured)  # nothing to come follows from these


@dataclass(frozen=True, slots=True)
class Pause:
    """Days `first`..`last`, both included, as a parent told them and perhaps ended earlier."""

    reason: PauseReason
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Told:
    """One fact in the order of a day: by slot, then as told. A play is named by its attempt."""

    phase: int
    index: int
    fact: Fact | None = None
    attempt: str = ""


class DaysTold:
    """A child's facts by day, as seen from the game day `today`; more are added as they are told.

    A parent's word counts at the latest when something later was told, and at the latest today: nobody speaks from the
    future, though a clock may have been ahead. A play of the future waits for its day.
    """

    def __init__(self, child: Child, today: date) -> None:
        self.days: dict[date, list[Told]] = {}
        self.sessions: dict[date, list[str]] = {}
        self.pauses: list[Pause] = []
        self.first = self.last = today
        self.latest = date.min  # the latest day anything was told on
        self._slots: dict[date, int] = {}
        self._plays: set[str] = set()
        for index, (event, day) in enumerate(zip(child.events, _days_at_the_latest(child, today), strict=True)):
            self.add(child, index, event, day)

    def add(self, child: Child, index: int, event: Event, day: date) -> date | None:
        """Puts one event into its day; that day, or None when no day is changed by it."""
        if event.day > self.latest:
            self.latest, self.last = event.day, max(self.last, event.day)
        if isinstance(event.fact, NO_RULE):
            return None
        match event.fact:
            case LevelPlayed(attempt=attempt, on=on, slot=slot):
                if on == day:
                    self._slots[day] = max(self._slots.get(day, 0), phase(slot))
                if attempt not in self._plays:
                    self._plays.add(attempt)
                    self._put(on, Told(phase(slot), index, attempt=attempt))
                return on
            case LevelConfirmed(attempt=attempt) | OuchTold(attempt=attempt):
                return child.attempts[attempt].on if attempt in child.attempts else None
            case Paused(why, first, last):
                self.pauses.append(Pause(why, first, last))
                return first
            case Resumed():
                self.pauses = [_ended(pause, day) for pause in self.pauses]
                return day
            case SessionStarted(session=session, on=on):
                self.sessions.setdefault(on, []).append(session)
                return None
            case fact:
                self._put(day, Told(self._slots.get(day, 0), index, fact))
                return day

    def _put(self, day: date, told: Told) -> None:
        row = self.days.setdefault(day, [])
        row.append(told)
        if len(row) > 1 and row[-2].phase > told.phase:  # told late
            row.sort(key=lambda t: (t.phase, t.index))
        self.first, self.last = min(self.first, day), max(self.last, day)

    def row(self, day: date) -> Sequence[Told]:
        """The facts of a day in their order."""
        return self.days.get(day, ())

    def pause(self, day: date) -> Pause | None:
        """The pause told for that day, the one that lasts longest."""
        on = [p for p in self.pauses if p.first <= day <= p.last]
        return max(on, key=lambda p: p.last) if on else None

    def untold(self, child: Child, first: date, last: date) -> Iterator[date]:
        """The days from `first` to `last` with a play nobody has told of."""
        for day, row in self.days.items():
            if first <= day <= last and any(t.attempt and not child.attempts[t.attempt].is_told for t in row):
                yield day


def _days_at_the_latest(child: Child, today: date) -> list[date]:
    """The day each event counts from: its own, unless something was told later on an earlier day."""
    days = [event.day for event in child.events]
    latest = today
    for n in range(len(days) - 1, -1, -1):
        if days[n] > latest:
            days[n] = latest
        else:
            latest = days[n]
    return days


def _ended(pause: Pause, day: date) -> Pause:
    """A running pause ends the day before."""
    return Pause(pause.reason, pause.first, plus(day, -1)) if pause.first <= day <= pause.last else pause


def touches(event: Event, before: Child, after: Child) -> date:
    """The first day that an event, told or taken back, may change; both records know its play."""
    match event.fact:
        case LevelPlayed(on=on) | OuchTold(on=on):
            return min(on, event.day)
        case LevelConfirmed(attempt=attempt):
            known = after.attempts.get(attempt) or before.attempts.get(attempt)
            return min(known.on, event.day) if known else event.day
        case Paused(first=first):
            return min(first, event.day)
        case _:
            return event.day
