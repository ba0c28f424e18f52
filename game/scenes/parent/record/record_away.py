"""Done away from the computer, on the record page: the day's exercises as tiles, for the morning, the evening or both.

A press ticks a tile, and says how it went; nothing is written before "write it down". What is older than it counts is
told so before and after: for the record, no stars.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from uuid import uuid4

from game.core.content import Side, Slot
from game.core.days import slot_at
from game.core.events import Effort, Event, LevelPlayed, ToldLater
from game.core.history.history import Child
from game.core.reports.written_down import CellKind, ChartCell, Place, chart_cells, chart_exercises
from game.core.rules.away import Tick, ToldAway, told_away, whole_quest
from game.core.rules.journey import journey
from game.core.rules.rewards import is_paid
from game.scenes.parent.record.ticks import KEYS, Mark, hurting, keyed, turned
from game.scenes.screen.context import Context

TILES = 9  # on one sheet; with more, the last place turns to the next


class LeftOut(StrEnum):
    """Why the whole session ticks an exercise in none of its slots."""

    OTHER = "other"  # it has its turn in another session
    COMING = "coming"  # it has not joined yet
    CLOSED = "closed"  # it rests, or may not be told for another reason that its tile gives
    WRITTEN = "written"  # played here, or written down already


class AwayTicks:
    """What is ticked for one day, and what would be written."""

    def __init__(self, ctx: Context, child: str, day: date) -> None:
        self.ctx, self.child_id, self.day = ctx, child, day
        self.slots: tuple[Slot, ...] = (Slot.MORNING,)
        self.marks: dict[tuple[Slot, str], Mark] = {}
        self._is_whole = False  # what is ticked is the whole quest, and nothing was pressed since
        self.effort = Effort.RIGHT
        self.sheet = 0
        self.at: str | None = None  # the exercise pressed or looked at last: what "it hurt" is about
        self.asks_face = False
        self.asks_foot = False  # how much was just said: which foot may be said as well
        self.told: ToldAway | None = None
        self.slots = (self._likely_slot(),)

    # ---------------------------------------------------------------- the day
    @property
    def child(self) -> Child:
        return self.ctx.child(self.child_id)

    @property
    def begun(self) -> Slot:
        """The last slot of today that has begun, by the clock or the moon that was pressed."""
        return begun(self.ctx)

    def exercises(self) -> tuple[str, ...]:
        """The day's, in play first."""
        playing, coming = chart_exercises(self.ctx.catalogue, self.child, self.day, self.day, self.ctx.today)
        return (*playing, *coming)

    def cells(self) -> Mapping[Place, ChartCell]:
        """What of them is written down already, and what may be told."""
        names = self.exercises()
        return chart_cells(self.ctx.catalogue, self.child, [self.day], names, self.ctx.today, self.begun)

    def _likely_slot(self) -> Slot:
        """The first with nothing written; today none that has not begun."""
        told = {a.slot for a in self.child.attempts.values() if a.on == self.day}
        told |= {row.told.slot for row in self.child.later if row.told.on == self.day}
        open_ = [s for s in Slot if s not in told and self.has_begun(s)]
        return open_[0] if open_ else Slot.MORNING

    def has_begun(self, slot: Slot) -> bool:
        """Whether something may have been done in it by now."""
        return self.day < self.ctx.today or slot in (Slot.MORNING, self.begun)

    def look_at(self, slot: Slot) -> None:
        """Opens at that slot, where it has begun; nothing is ticked yet."""
        if self.has_begun(slot):
            self.slots = (slot,)

    @property
    def sheets(self) -> int:
        many = len(self.exercises())
        return 1 if many <= TILES else -(-many // (TILES - 1))

    def shown(self) -> tuple[str, ...]:
        """The exercises on this sheet."""
        names, each = self.exercises(), TILES if self.sheets == 1 else TILES - 1
        return names[self.sheet * each : (self.sheet + 1) * each]

    # ---------------------------------------------------------------- ticking
    def may_tick(self, exercise: str, cells: Mapping[Place, ChartCell]) -> tuple[Slot, ...]:
        """The chosen slots in which it may be told."""
        return tuple(s for s in self.slots if cells[self.day, s, exercise].kind is CellKind.OPEN)

    def mark(self, exercise: str) -> Mark | None:
        """Its mark in the first of the chosen slots that has one."""
        return next((self.marks[s, exercise] for s in self.slots if (s, exercise) in self.marks), None)

    def _set(self, exercise: str, mark: Mark | None) -> None:
        self._is_whole = False
        for slot in self.may_tick(exercise, self.cells()):
            if mark is None:
                self.marks.pop((slot, exercise), None)
            else:
                self.marks[slot, exercise] = mark
        self.told = None

    def press(self, exercise: str) -> None:
        """One press of a tile; while the faces are there it says what hurt, and no tick changes."""
        if self.asks_face:
            self.at = exercise
            return
        self.at, self.asks_foot = exercise, False
        self._set(exercise, turned(self.mark(exercise)))

    def key(self, exercise: str, key: str) -> None:
        """One of the keys 1 to 4 on a tile."""
        assert key in KEYS
        self.at, self.asks_foot = exercise, False
        self._set(exercise, keyed(self.mark(exercise), key))

    def hurt(self, score: int | None) -> None:
        """A face for the tile looked at; None or 0: it did not hurt."""
        if self.at is not None:
            self._set(self.at, hurting(self.mark(self.at), score))
        self.asks_face = False
        self.asks_foot = bool(score) and self.at is not None

    def place_pain(self, side: Side) -> None:
        """The foot that hurt, of the tile looked at."""
        mark = self.mark(self.at) if self.at else None
        if self.at and mark:
            self._set(self.at, replace(mark, sore=side))
        self.asks_foot = False

    def choose_slots(self, slots: tuple[Slot, ...]) -> None:
        """One part of the day, or both: what was ticked goes along where it may be told. A whole quest is ticked again,
        for the quest of an evening is another one when the morning was not played."""
        self.slots, ticked = slots, self.marks
        self.asks_foot = False
        self.marks, self.told = {}, None
        if self._is_whole:
            self.press_whole()
            return
        for (_, exercise), mark in ticked.items():
            self._set(exercise, mark)

    def slots_ticked(self) -> tuple[Slot, ...]:
        """The parts of the day of which something would be written."""
        return slots_of(self.preview().written)

    def whole(self) -> tuple[Tick, ...]:
        """What is left of the chosen slots' quests."""
        ctx = self.ctx
        return whole_quest(ctx.catalogue, self.child, self.day, self.slots, self.begun, ctx.now())

    def press_whole(self) -> bool:
        """Ticks the whole quest; pressed again it takes back just that. Whether it ticked."""
        ticks = self.whole()
        is_on = bool(ticks) and all((t.slot, t.exercise) in self.marks for t in ticks)
        for tick in ticks:
            if is_on:
                self.marks.pop((tick.slot, tick.exercise), None)
            else:
                self.marks.setdefault((tick.slot, tick.exercise), Mark())
        self._is_whole = not is_on and len(self.marks) == len(ticks) > 0
        self.told = None
        return not is_on

    def left_out(self) -> Mapping[LeftOut, int]:
        """How many of the day's exercises have no tick, by the reason, in the order of the reasons."""
        ticked, cells = {name for _, name in self.marks}, self.cells()
        way = journey(self.ctx.catalogue, self.child, self.ctx.today)
        joined = {name for slot in self.slots for name in way.at(self.day, slot).tracks}

        def why(name: str) -> LeftOut:
            kinds = {cells[self.day, slot, name].kind for slot in self.slots}
            if CellKind.OPEN in kinds:
                return LeftOut.OTHER if name in joined else LeftOut.COMING
            return LeftOut.CLOSED if kinds == {CellKind.CLOSED} else LeftOut.WRITTEN

        found = Counter(why(name) for name in self.exercises() if name not in ticked)
        return {kind: found[kind] for kind in LeftOut if found[kind]}

    def told_from_away(self) -> tuple[str, ...]:
        """The names of what is written down of the chosen parts of the day and was not played here."""
        plays = [a.id for a in self.child.attempts.values() if a.away and a.on == self.day and a.slot in self.slots]
        later = (row for row in self.child.later if row.told.on == self.day and row.told.slot in self.slots)
        return (*plays, *(row.event for row in later))

    # ---------------------------------------------------------------- writing
    def ticks(self) -> tuple[Tick, ...]:
        """All that is ticked."""
        order = self.exercises()
        rows = sorted(self.marks.items(), key=lambda row: (list(Slot).index(row[0][0]), order.index(row[0][1])))
        return tuple(
            Tick(self.day, slot, name, mark.grade, self.effort, mark.score, mark.sore) for (slot, name), mark in rows
        )  # fmt: skip

    def preview(self) -> ToldAway:
        """What would be written now."""
        if self.told is None:
            ctx = self.ctx
            self.told = told_away(ctx.catalogue, self.child, self.ticks(), self.begun, ctx.now(), draft_names())
        return self.told

    def write(self) -> tuple[Event, ...]:
        """Writes all of it at once; of what was refused the pain alone, and it stays to be seen."""
        ctx = self.ctx
        found = told_away(ctx.catalogue, self.child, self.ticks(), self.begun, ctx.now(), fresh_names())
        events = ctx.record(*found.facts, child=self.child_id)
        self.marks, self.told, self._is_whole, self.asks_foot = {}, found, False, False
        return events

    def counts(self) -> bool:
        """Whether what is told of the day now counts."""
        return (self.ctx.today - self.day).days <= self.ctx.catalogue.rules.confirm_days

    def is_paid(self) -> bool:
        """Whether the day's exercises bring stars."""
        return is_paid(journey(self.ctx.catalogue, self.child, self.ctx.today), self.day)


def begun(ctx: Context) -> Slot:
    """The last slot of today that has begun: by the clock, or because its moon was pressed."""
    rules = ctx.catalogue.rules
    by_clock = slot_at(ctx.now(), rules.morning_hour, rules.evening_hour)
    return Slot.EVENING if Slot.EVENING in (by_clock, ctx.slot) else Slot.MORNING


def slots_of(ticks: Iterable[Tick]) -> tuple[Slot, ...]:
    """The parts of the day they are of, morning first."""
    told = {tick.slot for tick in ticks}
    return tuple(slot for slot in Slot if slot in told)


def names_of(events: tuple[Event, ...]) -> tuple[str, ...]:
    """The names by which what was written is taken back."""
    plays = [e.fact.attempt for e in events if isinstance(e.fact, LevelPlayed)]
    return (*plays, *(e.id for e in events if isinstance(e.fact, ToldLater)))


def fresh_names() -> Iterator[str]:
    """Names nobody ever had, for what is recorded."""
    while True:
        yield str(uuid4())


def draft_names() -> Iterator[str]:
    """Names for what is only looked at."""
    n = 0
    while True:
        yield f"draft-{n}"
        n += 1
