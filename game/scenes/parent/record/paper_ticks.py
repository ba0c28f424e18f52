"""The ticks of one week of the wall chart, before they are written: what a press sets, and what would become of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from game.core.content import Foot, Side, Slot
from game.core.days import monday, plus
from game.core.events import Effort, Event
from game.core.history.history import Child
from game.core.reports.pauses import lies_in_pause
from game.core.reports.planned import slots_planned
from game.core.reports.progress import days_shown
from game.core.reports.written_down import CellKind, ChartCell, Place, chart_cells, chart_exercises
from game.core.rules.away import Tick, ToldAway, told_away, whole_quest
from game.core.rules.journey import aside
from game.core.rules.state import phase
from game.core.rules.supposing import supposing
from game.frozen import dataclass
from game.scenes.parent.after_pain import state_now
from game.scenes.parent.record.record_away import begun, draft_names, fresh_names, names_of
from game.scenes.parent.record.ticks import Mark, hurting, keyed, turned
from game.scenes.screen.context import Context

ROWS = 7  # exercises on a sheet


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One slot of one day."""

    day: date
    slot: Slot


class PaperTicks:
    """The week that has `day`; `marks` are the ticks of it."""

    def __init__(self, ctx: Context, child: str, day: date) -> None:
        self.ctx, self.child_id = ctx, child
        self.monday = monday(day)
        self.marks: dict[Place, Mark] = {}
        self.written: tuple[str, ...] = ()  # names of what was just written, to be taken back
        self._told: ToldAway | None = None
        self._cells: Mapping[Place, ChartCell] | None = None
        self._sheets: tuple[tuple[str, ...], ...] | None = None
        self._paused: frozenset[date] | None = None

    @property
    def child(self) -> Child:
        return self.ctx.child(self.child_id)

    # ---------------------------------------------------------------- the week
    @property
    def days(self) -> tuple[date, ...]:
        return tuple(plus(self.monday, n) for n in range(7))

    @property
    def columns(self) -> tuple[GridColumn, ...]:
        return tuple(GridColumn(day, slot) for day in self.days for slot in Slot)

    @property
    def sheets(self) -> tuple[tuple[str, ...], ...]:
        """The exercises by sheet: those in play first, and only those; then what had not come yet."""
        if self._sheets is None:
            ctx = self.ctx
            groups = chart_exercises(ctx.catalogue, self.child, self.monday, self.days[-1], ctx.today)
            parts = [names[at : at + ROWS] for names in groups for at in range(0, len(names), ROWS)]
            self._sheets = tuple(parts) or ((),)
        return self._sheets

    @property
    def exercises(self) -> tuple[str, ...]:
        return tuple(exercise for sheet in self.sheets for exercise in sheet)

    @property
    def has_later(self) -> bool:
        return self.days[-1] < self.ctx.today

    @property
    def has_earlier(self) -> bool:
        return self.monday > (self.child.added_on or self.ctx.today)

    def turn(self, weeks: int) -> None:
        """To another week; what was ticked and not written stays with the one that is left only until then."""
        self.monday += timedelta(days=7 * weeks)
        self.marks, self.written = {}, ()
        self.forget()

    def forget(self) -> None:
        """The records changed."""
        self._cells = self._told = self._sheets = self._paused = None

    def cells(self) -> Mapping[Place, ChartCell]:
        """What of the week is written down already, and what may be told."""
        if self._cells is None:
            names, ctx = self.exercises, self.ctx
            self._cells = chart_cells(ctx.catalogue, self.child, self.days, names, ctx.today, begun(ctx))
        return self._cells

    def counts(self, day: date) -> bool:
        """Whether what is told of the day now counts."""
        return (self.ctx.today - day).days <= self.ctx.catalogue.rules.confirm_days

    def is_planned(self, column: GridColumn) -> bool:
        """Whether the family means to play then."""
        return column.slot in slots_planned(self.child, column.day)

    def one_foot(self, exercise: str) -> Foot | None:
        """The one that does it, where one alone was ordered."""
        track = state_now(self.ctx, self.child).tracks.get(exercise)
        return track.dose.foot if track else None

    def is_paused(self, day: date) -> bool:
        """Whether it counts as paused; what was done on it all the same may be ticked."""
        if self._paused is None:
            rows = days_shown(self.ctx.catalogue, self.child, self.days[0], self.days[-1], self.ctx.today)
            self._paused = frozenset(row.day for row in rows if row.is_paused)
        return day in self._paused

    def lies_in_pause(self, day: date) -> bool:
        """Whether it had no quest because of a pause; so has one on which something was played all the same."""
        return lies_in_pause(self.ctx.catalogue, self.child, day, self.ctx.today)

    def rests_since(self, exercise: str) -> date | None:
        """From which day on it rests after pain, on all of the week's days from it up to the last or to today."""
        found = None
        for day in reversed(self.days):
            whys = [self.cells()[day, slot, exercise].why for slot in Slot]
            if day > self.ctx.today:
                continue
            if not any(why and why.key == "confirm_refused_resting" for why in whys):
                break
            found = day
        rest = state_now(self.ctx, self.child).resting.get(exercise)  # of the running rest the day that all pages name
        return min(found, rest.since) if found and rest and self.days[-1] >= self.ctx.today else found

    # ---------------------------------------------------------------- ticking
    def is_open(self, place: Place) -> bool:
        return self.cells()[place].kind is CellKind.OPEN

    def _set(self, place: Place, mark: Mark | None) -> None:
        if not self.is_open(place):
            return
        if mark is None:
            self.marks.pop(place, None)
        else:
            self.marks[place] = mark
        self._changed()

    def _changed(self) -> None:
        self._told, self.written = None, ()

    def press(self, place: Place) -> None:
        """One press of a cell."""
        self._set(place, turned(self.marks.get(place)))

    def key(self, place: Place, key: str) -> None:
        """One of the keys 1 to 4 on a cell."""
        self._set(place, keyed(self.marks.get(place), key))

    def hurt(self, place: Place, score: int | None) -> None:
        """A face for a cell; None or 0: it did not hurt."""
        self._set(place, hurting(self.marks.get(place), score))

    def place_pain(self, place: Place, side: Side) -> None:
        """The foot that hurt in a cell."""
        if mark := self.marks.get(place):
            self._set(place, replace(mark, sore=side))

    def whole(self, column: GridColumn) -> tuple[Place, ...]:
        """What of a slot's quest may be ticked, as it was when the slots before it are as ticked."""
        ctx, on = self.ctx, column.day
        before = [t for t in self.ticks() if (t.on, phase(t.slot)) < (on, phase(column.slot)) and self.counts(t.on)]
        told = told_away(ctx.catalogue, self.child, before, begun(ctx), ctx.now(), draft_names())
        own = aside(ctx.catalogue, self.child, ctx.today)
        child = supposing(own, self.child, told.facts, ctx.now())
        slots = {column.slot} | {t.slot for t in self.ticks() if t.on == on and not self.counts(on)}
        ticks = whole_quest(own, child, on, [s for s in slots if phase(s) <= phase(column.slot)], begun(ctx),
                            ctx.now())  # fmt: skip
        return tuple(t.place for t in ticks if t.slot is column.slot and t.place in self.cells())

    def press_column(self, column: GridColumn) -> bool:
        """Ticks a slot's whole quest as done well; pressed again it takes back just that. False where there is none."""
        places = [place for place in self.whole(column) if self.is_open(place)]
        is_on = bool(places) and all(place in self.marks for place in places)
        for place in places:
            if is_on:
                self.marks.pop(place)
            else:
                self.marks.setdefault(place, Mark())
        self._changed()
        return bool(places)

    # ---------------------------------------------------------------- writing
    def ticks(self) -> tuple[Tick, ...]:
        return tuple(
            Tick(*place, mark.grade, Effort.RIGHT, mark.score, mark.sore) for place, mark in self.marks.items()
        )

    def preview(self) -> ToldAway:
        """What would be written now."""
        if self._told is None:
            ctx = self.ctx
            self._told = told_away(ctx.catalogue, self.child, self.ticks(), begun(ctx), ctx.now(), draft_names())
        return self._told

    def write(self) -> tuple[ToldAway, tuple[Event, ...]]:
        """Writes all of it at once: every row of it, or none."""
        ctx = self.ctx
        found = told_away(ctx.catalogue, self.child, self.ticks(), begun(ctx), ctx.now(), fresh_names())
        events = ctx.record(*found.facts, child=self.child_id)
        self.marks = {}
        self.forget()
        self.written = names_of(events)
        return found, events
