"""A child's whole way, folded day by day from what was told.

The order is that of the game days and their slots, so a word told late falls where it belongs. The start of every day
is kept: a new fact refolds only from its own day on, never ten years. `journey` keeps the last fold of each child; it
is a memory only, equal events always give equal states.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from game.core import morning, telling
from game.core.content import Catalogue, Slot
from game.core.days import days_between, plus
from game.core.dose import seconds
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
from game.core.history import Attempt, Child, Session
from game.core.layout import chosen
from game.core.state import State, is_playable, phase

KEPT = 8  # children whose fold is remembered


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


class Journey:
    """One child's days as seen from the game day `today`; days are looked at through `morning`, `at` and `now`."""

    def __init__(self, catalogue: Catalogue, child: Child, today: date) -> None:
        self.catalogue, self.child, self.today = catalogue, child, today
        self._index()

    # ---------------------------------------------------------------- what was told, by day
    def _index(self) -> None:
        self._days: dict[date, list[Told]] = {}
        self._sessions: dict[date, list[str]] = {}
        self.pauses: list[Pause] = []
        self._latest: date | None = None  # the latest day anything was told on
        self._slots_told: dict[date, int] = {}
        earliest = self.today
        days: list[date] = []
        for event in reversed(self.child.events):
            # A parent's word counts at the latest when something later was told, even if the clock was ahead.
            earliest = min(earliest, event.day)
            days.append(earliest)
        self._clamped = any(event.day > self.today for event in self.child.events)
        for index, (event, day) in enumerate(zip(self.child.events, reversed(days), strict=True)):
            self._add(index, event, day)
        self.first = min([self.today, *self._days])
        self._starts = [State()]
        self._planned: dict[tuple[date, Slot], tuple[tuple[str, ...], int]] = {}

    def _add(self, index: int, event: Event, day: date) -> date | None:
        """Puts one event into its day; that day, or None when nothing follows from it."""
        self._latest = max(self._latest or event.day, event.day)
        match event.fact:
            case LevelPlayed(attempt=attempt, on=on, slot=slot):
                told = Told(phase(slot), index, attempt=attempt)
                if self.child.attempts[attempt].event == event.id:
                    self._days.setdefault(on, []).append(told)
                if on == day:
                    self._slots_told[day] = max(self._slots_told.get(day, 0), phase(slot))
                return on
            case LevelConfirmed(attempt=attempt) | OuchTold(attempt=attempt):
                return self.child.attempts[attempt].on if attempt in self.child.attempts else None
            case Paused(why, first, last):
                self.pauses.append(Pause(why, first, last))
                return first
            case Resumed():
                self.pauses = [_ended(pause, day) for pause in self.pauses]
                return day
            case SessionStarted(session=session, on=on):
                self._sessions.setdefault(on, []).append(session)
                return None
            case SessionEnded() | StarsAwarded() | StickerFound() | FunctionMeasured():
                return None
            case fact:
                self._days.setdefault(day, []).append(Told(self._slots_told.get(day, 0), index, fact))
                return day

    def follow(self, child: Child, today: date) -> None:
        """The same child after more (or less) was told, or on another day; refolds what that touches."""
        changed: date | None = None
        before, old, new = self.child, self.child.events, child.events
        is_same_child = child is before
        self.child = child
        needs_all = today != self.today and (self._clamped or (self._latest is not None and self._latest > today))
        grows = is_same_child or (len(new) >= len(old) and new[: len(old)] == old)
        added = () if is_same_child else new[len(old) :]
        if (
            needs_all
            or not grows
            or any(self._latest is not None and e.day < self._latest for e in added)
            or any(e.day > today for e in added)
        ):
            self.today = today
            starts, first = self._starts, self.first
            self._index()
            same = next((i for i, (a, b) in enumerate(zip(old, new)) if a is not b), min(len(old), len(new)))
            touched = [] if needs_all else [d for d in (self._touches(e, before) for e in (*old[same:], *new[same:]))]
            if not needs_all and touched and self.first == first:
                self._starts = starts[: max(1, days_between(first, min(touched)) + 1)]
            return
        for index, event in enumerate(added, start=len(old)):
            day = self._add(index, event, event.day)
            changed = min(changed or day, day) if day is not None else changed
        for day in self._closed_between(self.today, today):
            changed = min(changed or day, day)
        self.today = today
        if min([today, *self._days]) != self.first:
            self.first = min([today, *self._days])
            self._starts = [State()]
            self._planned.clear()
        elif changed is not None:
            del self._starts[max(1, days_between(self.first, changed) + 1) :]
            self._planned = {key: plan for key, plan in self._planned.items() if key[0] < changed}

    def _touches(self, event: Event, before: Child) -> date:
        """The first day an event may change; `before` knows the plays that were taken back."""
        match event.fact:
            case LevelPlayed(on=on) | OuchTold(on=on):
                return min(on, event.day)
            case LevelConfirmed(attempt=attempt):
                known = self.child.attempts.get(attempt) or before.attempts.get(attempt)
                return min(known.on, event.day) if known else event.day
            case Paused(first=first):
                return min(first, event.day)
            case _:
                return event.day

    def _closed_between(self, before: date, now: date) -> Iterator[date]:
        """Days whose untold plays closed themselves (or are open again) because the day asked about moved."""
        if before == now:
            return
        low, high = min(before, now), max(before, now)
        for day, row in self._days.items():
            if days_between(low, day) >= -4 and day <= high:
                if any(t.attempt and not self.child.attempts[t.attempt].is_told for t in row):
                    yield day

    # ---------------------------------------------------------------- days
    def start(self, day: date) -> State:
        """As the evening before left it, nothing of `day` in it; not to be changed. A day before the first: empty."""
        wanted = days_between(self.first, day)
        if wanted < 0:
            return State()
        while len(self._starts) <= wanted:
            done = plus(self.first, len(self._starts) - 1)
            state = self.now(done)
            telling.day_over(self.catalogue, state, done, self.attempts(done), self.today)
            self._starts.append(state)
        return self._starts[wanted]

    def morning(self, day: date) -> State:
        """As the day began: what the morning brought, nothing told on the day itself."""
        state = self.start(day).copy()
        state.is_pause_told = any(p.first <= day <= p.last for p in self.pauses)
        morning.begin(self.catalogue, state, day)
        return state

    def at(self, day: date, slot: Slot) -> State:
        """As the slot's quest was laid out: everything told before the slot's first play, or so far."""
        return self._told(day, phase(slot))

    def now(self, day: date) -> State:
        """With everything told of the day."""
        return self._told(day, 2)

    def through(self, day: date, slot: Slot) -> State:
        """With everything told of the day up to the end of the slot."""
        return self._told(day, phase(slot) + 1)

    def before(self, attempt: Attempt) -> State:
        """As it stood when the attempt was played."""
        return self._told(attempt.on, 2, until=attempt.id)

    def _told(self, day: date, until_phase: int, until: str = "") -> State:
        state = self.morning(day)
        for told in self._row(day):
            if told.attempt:
                if told.phase >= until_phase or told.attempt == until:
                    break
                telling.played(self.catalogue, state, self.child.attempts[told.attempt])
            elif told.fact is not None:
                telling.told(self.catalogue, state, day, told.fact)
        return state

    def planned(self, day: date, slot: Slot) -> tuple[tuple[str, ...], int]:
        """The exercises of the slot's quest and its seconds; nothing where nothing may be played."""
        plan = self._planned.get((day, slot))
        if plan is None:
            state = self.at(day, slot)
            names = chosen(self.catalogue, state, day) if is_playable(self.catalogue, state, day) else ()
            total = sum(seconds(self.catalogue.exercises[e], state.tracks[e].dose) for e in names)
            plan = self._planned[day, slot] = names, total
        return plan

    def _row(self, day: date) -> Sequence[Told]:
        row = self._days.get(day, ())
        return sorted(row, key=lambda t: (t.phase, t.index)) if row else row

    def attempts(self, day: date) -> tuple[Attempt, ...]:
        """The plays of a day, by slot, in the order of telling."""
        return tuple(self.child.attempts[t.attempt] for t in self._row(day) if t.attempt)

    def sessions(self, day: date, slot: Slot) -> list[Session]:
        """The sessions of a slot, or the parts of a split one, in the order of telling."""
        ids = dict.fromkeys(self._sessions.get(day, ()))
        return [s for s in (self.child.sessions[i] for i in ids) if s.slot is slot and s.on == day]

    def attempts_before(self, day: date, days: int) -> Sequence[Attempt]:
        """The plays of the day that lies so many days before, in no order."""
        return [self.child.attempts[t.attempt] for t in self._days.get(plus(day, -days), ()) if t.attempt]

    def pause(self, day: date) -> Pause | None:
        """The pause told for that day, the one that lasts longest."""
        on = [p for p in self.pauses if p.first <= day <= p.last]
        return max(on, key=lambda p: p.last) if on else None


def _ended(pause: Pause, day: date) -> Pause:
    """A running pause ends the day before."""
    return Pause(pause.reason, pause.first, plus(day, -1)) if pause.first <= day <= pause.last else pause


_kept: dict[str, Journey] = {}


def journey(catalogue: Catalogue, child: Child, today: date) -> Journey:
    """The child's way as seen from the game day `today`."""
    kept = _kept.pop(child.id, None)
    if kept is None or kept.catalogue is not catalogue:
        kept = Journey(catalogue, child, today)
    else:
        kept.follow(child, today)
    _kept[child.id] = kept
    while len(_kept) > KEPT:
        del _kept[next(iter(_kept))]
    return kept
