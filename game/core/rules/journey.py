"""A child's whole way, folded day by day from what was told.

The order is that of the game days and their slots, so a word told late falls where it belongs. The start of every day
is kept: a new fact refolds only from its own day on, never ten years. `journey` keeps the last fold of each child; it
is a memory only, equal events always give equal states.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TypeVar, cast

from game.core.content import Catalogue, Slot
from game.core.days import days_between, plus
from game.core.events import Event, QuestKind
from game.core.history.history import Attempt, Child, Session
from game.core.rules import apply_facts, morning
from game.core.rules.checkpoint import Checkpoint
from game.core.rules.dose import Dose, seconds
from game.core.rules.foot_balance import Feet, of_attempts
from game.core.rules.quest_choice import chosen
from game.core.rules.state import ChildState, is_playable, limits_of, phase
from game.core.rules.timeline import BORN, DaysTold, NotAsSettled, OrderedFact, Pause, first_changed
from game.frozen import dataclass

V = TypeVar("V")
KEPT = 16  # folds that are remembered: of eight children, and as many for whoever asks with a catalogue of its own
WHOLE_DAY = 2  # a phase after morning and evening


@dataclass(frozen=True, slots=True)
class SlotPlan:
    """What a slot's quest asked for: its exercises, their seconds by the plan, and how many rests between sets are in
    them."""

    exercises: tuple[str, ...]
    seconds: int
    rests: int


class Journey:
    """One child's days as seen from the game day `today`. The states it gives are to be looked at, not changed.

    Where a `checkpoint` of this child's past is given, days before it are folded only when somebody asks for one.
    """

    def __init__(
        self, catalogue: Catalogue, child: Child, today: date, checkpoint: Checkpoint | None = None
    ) -> None:  # fmt: skip
        self.catalogue, self.child, self.today = catalogue, child, today
        self._checkpoint = checkpoint
        self._told = self._days_told(child, today)
        self._looks: dict[tuple[date, object], object] = {}
        self._forget(None)

    def _days_told(self, child: Child, today: date) -> DaysTold:
        wait = self.catalogue.rules.confirm_days
        if self._checkpoint and self._checkpoint.past is child.past:
            with suppress(NotAsSettled):
                return DaysTold(child, today, wait, self._checkpoint.before)
        self._checkpoint = None
        return DaysTold(child, today, wait)

    def _go_back(self) -> None:
        """A day before the checkpoint is asked for."""
        self._checkpoint = None
        self._told = self._days_told(self.child, self.today)
        self._forget(None)

    def _is_before(self, day: date) -> bool:
        """Whether the day is one that is not looked at again, and had days of its own."""
        return self._checkpoint is not None and self._first <= day < self._begins

    def _row(self, day: date) -> Sequence[OrderedFact]:
        if self._is_before(day):
            self._go_back()
        return self._told.row(day)

    @property
    def told(self) -> DaysTold:
        """What was told, by day; of days before a checkpoint nothing."""
        return self._told

    @property
    def checkpoint(self) -> Checkpoint | None:
        """What it is folded from; None when from the first day."""
        return self._checkpoint

    @property
    def begins(self) -> date:
        """The first day that is there without folding anew."""
        return self._begins

    # ---------------------------------------------------------------- following what is told
    def follow(self, child: Child, today: date) -> None:
        """The same child after more (or less) was told, or on another day; refolds what that touches."""
        if child is self.child and today == self.today:
            return
        before, self.child = self.child, child
        if today != self.today:
            self._looks = {}
        low, high = sorted((self.today, today))
        is_believed = low != high and self._told.last > low  # more or fewer of the days told are no longer to come
        # A play nobody told of closes itself when its time is over.
        since = plus(low, -self.catalogue.rules.confirm_days - 2)
        closed = list(self._told.untold(before, since, high)) if low != high else []
        added = self._added(before, today) if not is_believed else None
        if added is None:
            was, self.today = self._told, today
            self._told = self._days_told(child, today)
            is_whole = was.before is None and self._told.before is None
            is_kept = is_whole and self._told.first == was.first
            self._forget(min((first_changed(before, was, child, self._told), *closed)) if is_kept else None)
            return
        changed = [self._told.add(child, len(before.events) + i, e, e.day) for i, e in enumerate(added)]
        self.today = today
        if self._checkpoint and any(day is not None and day < self._begins for day in (*changed, *closed)):
            self._go_back()
        elif self._told.first < self._first:
            self._forget(None)
        else:
            self._forget(min((d for d in (*changed, *closed) if d is not None), default=date.max))

    def _added(self, before: Child, today: date) -> tuple[Event, ...] | None:
        """The events told since, where they change nothing about the days of those before; else None.

        A day that is neither to come nor before what its device has reached makes the row of its days longer, and
        everything before counts as it did.
        """
        old, new = before.events, self.child.events
        if self._told.is_unset or not new.begins_with(old):
            return None
        added = new[len(old) :]
        reached = dict(self._told.reached)
        for event in added:
            if event.day < BORN or not reached.get(event.device, date.min) <= event.day <= today:
                return None
            reached[event.device] = event.day
        return added

    def fork(self, catalogue: Catalogue) -> Journey:
        """The same way as far as it is folded, to be followed elsewhere: neither sees what the other is told."""
        twin = Journey.__new__(Journey)
        vars(twin).update(vars(self))
        twin.catalogue, twin._told = catalogue, self._told.fork()
        twin._starts, twin._planned = list(self._starts), dict(self._planned)
        twin._looks = dict(self._looks)
        twin._seen, twin._mornings, twin._feet = dict(self._seen), dict(self._mornings), dict(self._feet)
        return twin

    def _forget(self, changed: date | None) -> None:
        """Lets go of what followed from the day `changed` on (None: of everything)."""
        before = changed or date.min
        self._looks = {key: found for key, found in self._looks.items() if key[0] < before}
        self._seen: dict[tuple[date, int, str], ChildState] = {}
        self._mornings: dict[date, ChildState] = {}
        self._feet: dict[date, Mapping[str, Feet]] = {}
        if changed is None:
            self._first = self._told.first
            self._begins, state = self._first, ChildState()
            if self._checkpoint:
                self._begins, state = self._checkpoint.before.day, self._checkpoint.state
            self._starts = [state]
            self._planned: dict[tuple[date, Slot], SlotPlan] = {}
        elif changed < date.max:
            del self._starts[max(1, days_between(self._begins, changed) + 1) :]
            self._planned = {key: plan for key, plan in self._planned.items() if key[0] < changed}

    # ---------------------------------------------------------------- states
    @property
    def first(self) -> date:
        """The first day anything belongs to."""
        return self._first

    def start(self, day: date) -> ChildState:
        """As the evening before left it, nothing of `day` in it. A day before the first: empty."""
        if self._is_before(day):
            self._go_back()
        wanted = days_between(self._begins, day)
        if wanted < 0:
            return ChildState()
        while len(self._starts) <= wanted:
            done = plus(self._begins, len(self._starts) - 1)
            state = self._folded(done, WHOLE_DAY)
            apply_facts.day_over(self.catalogue, state, done, self.attempts(done), self.today)
            self._starts.append(state)
        return self._starts[wanted]

    def morning(self, day: date) -> ChildState:
        """As the day began: what the morning brought, nothing told on the day itself."""
        if day not in self._mornings:
            self._mornings = {day: self._begun(day)}
        return self._mornings[day]

    def _begun(self, day: date) -> ChildState:
        state = self.start(day).copy()
        known, pause = self._told.pause_known(day), self.pause(day)
        state.pause = known.reason if known else None
        morning.begin(self.catalogue, state, day)
        state.pause, state.pause_from, state.pause_until = (
            (pause.reason, pause.first, pause.last) if pause else (None, None, None)
        )
        return state

    def at(self, day: date, slot: Slot) -> ChildState:
        """As the slot's quest was laid out: everything told before the slot's first play, or so far."""
        return self._looked(day, phase(slot))

    def through(self, day: date, slot: Slot) -> ChildState:
        """With everything told of the day up to the end of the slot."""
        return self._looked(day, phase(slot) + 1)

    def now(self, day: date) -> ChildState:
        """With everything told of the day."""
        return self._looked(day, WHOLE_DAY)

    def before(self, attempt: Attempt) -> ChildState:
        """As it stood when the attempt was played."""
        return self._looked(self._told.on(attempt), WHOLE_DAY, attempt.id)

    def _looked(self, day: date, until: int, attempt: str = "") -> ChildState:
        key = (day, until, attempt)
        if key not in self._seen:
            self._seen[key] = self._folded(day, until, attempt)
        return self._seen[key]

    def _folded(self, day: date, until: int, attempt: str = "") -> ChildState:
        """The morning and what was told after it, before the first play of the phase `until` or the attempt named."""
        state = self.morning(day).copy()
        played: list[Attempt] = []
        for told in self._row(day):
            if told.fact is not None:
                apply_facts.told(self.catalogue, state, day, told.fact, played, self.today)
            elif told.phase >= until or told.attempt == attempt:
                break
            else:
                played.append(self._attempt(told.attempt))
                apply_facts.played(self.catalogue, state, played[-1])
        return state

    # ---------------------------------------------------------------- what was planned and done
    def planned(self, day: date, slot: Slot) -> SlotPlan:
        """What the slot's quest asked for; nothing where nothing may be played."""
        plan = self._planned.get((day, slot))
        if plan is None:
            state = self._folded(day, phase(slot))
            names = self.begun(day, slot)
            if not names and is_playable(self.catalogue, state, day):
                names = chosen(self.catalogue, state, day)
            doses = {name: self._dose_asked(state, day, slot, name) for name in names}
            total = sum(seconds(self.catalogue.rules, self.catalogue.exercises[e], dose) for e, dose in doses.items())
            plan = SlotPlan(names, total, sum(dose.sets - 1 for dose in doses.values()))
            self._planned[day, slot] = plan
        return plan

    def begun(self, day: date, slot: Slot) -> tuple[str, ...]:
        """The quest of a slot as it was shown, where it was begun and something of it played; () where none was. A
        word of an earlier day that is told or put right since changes what is offered from now on, not what was."""
        played = {a.session for a in self.attempts(day) if a.slot is slot and not a.away}
        row = [s for s in self.sessions(day, slot) if s.id in played]
        if all(s.quest is not QuestKind.QUEST for s in row):
            return ()
        shown = dict.fromkeys(name for s in row for name in s.exercises)  # what went before it was a part of it
        return tuple(name for name in shown if name in self.catalogue.exercises)

    def _dose_asked(self, state: ChildState, day: date, slot: Slot, name: str) -> Dose:
        """The dose with which a slot's quest asked for an exercise: as it was played of it, else as it is folded."""
        whole = {s.id for s in self.sessions(day, slot) if s.quest is QuestKind.QUEST}
        for a in self.attempts(day):
            if a.exercise == name and a.session in whole and not a.away:
                return Dose(a.sets, a.amount, a.foot)
        if name in state.tracks:
            return state.tracks[name].dose
        return limits_of(self.catalogue, state, self.catalogue.exercises[name], day).first

    def attempts(self, day: date) -> tuple[Attempt, ...]:
        """The plays of a day, by slot, in the order of telling."""
        return tuple(self._attempt(t.attempt) for t in self._row(day) if t.attempt)

    def recent(self, day: date, days: int) -> list[Attempt]:
        """The plays of the `days` days before `day`."""
        rows = (self._row(plus(day, -n)) for n in range(1, days + 1))
        return [self._attempt(t.attempt) for row in rows for t in row if t.attempt]

    def sessions(self, day: date, slot: Slot) -> list[Session]:
        """The sessions of a slot, or the parts of a split one, in the order of telling."""
        if self._is_before(day):
            self._go_back()
        ids = dict.fromkeys(self._told.sessions.get(day, ()))
        return [s for s in (self.child.sessions[i] for i in ids) if s.slot is slot and self._told.on(s) == day]

    def _attempt(self, id_: str) -> Attempt:
        """A play on the day it belongs to, with what was told of it in time."""
        attempt = self._told.in_time(self.child, self.child.attempts[id_])
        on = self._told.on(attempt)
        return attempt if on == attempt.on else replace(attempt, on=on)

    def feet(self, day: date) -> Mapping[str, Feet]:
        """Left and right of the exercises done with each foot in the 14 days before `day`."""
        if day not in self._feet:
            by_exercise: dict[str, list[Attempt]] = {}
            for attempt in self.recent(day, self.catalogue.rules.lagging_days):
                if self.catalogue.exercises[attempt.exercise].per_foot:
                    by_exercise.setdefault(attempt.exercise, []).append(attempt)
            self._feet[day] = {e: of_attempts(self.catalogue, row, day) for e, row in by_exercise.items()}
        return self._feet[day]

    def looked_up(self, day: date, look: Callable[[Journey, date], V]) -> V:
        """What `look` finds of a day; once, until something is told that may change it, or the day turns."""
        if (day, look) not in self._looks:
            self._looks[day, look] = look(self, day)
        return cast(V, self._looks[day, look])  # the same `look` found it

    def is_celebrated(self, day: date) -> bool:
        """Whether the end of the journey was reached by `day` and its ceremony held, on its own day or after it."""
        reached = self.now(day).graduated_on
        return reached is not None and any(reached <= held <= day for held in self._told.ceremonies)

    def pause(self, day: date) -> Pause | None:
        """The pause told for that day, the one that lasts longest."""
        return self._told.pause(day)


# By catalogue (the object) and child: whoever works beside the loop takes a catalogue of its own, and with it
# journeys that nobody else follows meanwhile.
_kept: dict[tuple[int, str], Journey] = {}
_asides: dict[str, int] = {}  # by child, the catalogue (the object) by which it was looked at aside last
_checkpoints: dict[str, tuple[Catalogue, Checkpoint]] = {}


def journey(catalogue: Catalogue, child: Child, today: date) -> Journey:
    """The child's way as seen from the game day `today`."""
    key = id(catalogue), child.id
    kept = _kept.pop(key, None)
    if kept is None or kept.catalogue is not catalogue:
        kept = Journey(catalogue, child, today, _checkpoint_of(catalogue, child))
    else:
        kept.follow(child, today)
    _kept[key] = kept
    for oldest in list(_kept)[:-KEPT]:
        _kept.pop(oldest, None)
    return kept


def apart(catalogue: Catalogue, child: Child, today: date) -> Journey:
    """The same way for whoever folds beside the loop, to be followed there alone."""
    return journey(catalogue, child, today).fork(catalogue)


def aside(catalogue: Catalogue, child: Child, today: date) -> Catalogue:
    """The same catalogue, by which a child that is only supposed can be looked at (`game.core.rules.supposing`): its
    days go on from those of the real one, which stay as they are. The last one of each child is remembered."""
    own, way = replace(catalogue), journey(catalogue, child, today)
    _kept.pop((_asides.get(child.id, 0), child.id), None)
    _kept[id(own), child.id] = way.fork(own)
    _asides[child.id] = id(own)
    return own


def _checkpoint_of(catalogue: Catalogue, child: Child) -> Checkpoint | None:
    known, checkpoint = _checkpoints.get(child.id, (None, None))
    is_of = known is not None and known.rules is catalogue.rules and known.exercises is catalogue.exercises
    return checkpoint if is_of else None


def go_on_from(catalogue: Catalogue, checkpoints: Mapping[str, Checkpoint]) -> None:
    """Where the days of these children may be folded on from, as long as that is their past."""
    for child, checkpoint in checkpoints.items():
        _checkpoints[child] = catalogue, checkpoint


def forget(children: Iterable[str]) -> None:
    """Lets go of what is remembered of them: a family that is closed takes its ten years along."""
    gone = set(children)
    for key in [key for key in list(_kept) if key[1] in gone]:
        _kept.pop(key, None)
    for child in gone:
        _checkpoints.pop(child, None)
        _asides.pop(child, None)
