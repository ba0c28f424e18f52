"""The wall chart's week, typed in with one press a tick: exercises down, seven days of suns and moons across.

Nothing is written before "write it down", and then all of it at once. Solid ticks count; outlined ones are older and
for the record. Keys 1, 2, 3 and 0 set the cell with the focus and go on to the next below, column by column, as one
reads them from the wall. While it is asked how much it hurt, a press or an arrow says where, and turns no tick.
"""

from __future__ import annotations

from datetime import date

from game.core.content import Side, Slot
from game.core.reports.written_down import Place
from game.core.rules.away import taken_back
from game.scenes import routes
from game.scenes.parent.record import paper_grid
from game.scenes.parent.record.paper_grid import Asked, cell_name, place_of
from game.scenes.parent.record.paper_ticks import GridColumn, PaperTicks
from game.scenes.parent.record.record_tiles import written_line
from game.scenes.parent.record.ticks import KEYS
from game.scenes.parent.record.unwritten import TickingPage
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.ui.controls import Command, FocusStep, Input, Key
from game.ui.paper import Paper
from game.ui.theme import OK
from game.ui.view import Box
from game.ui.widgets import Widget, button


class PaperWeekPage(TickingPage):
    """The week that has `day`."""

    name = "paper-week"
    place = "record"

    def __init__(self, ctx: Context, child: str, day: date) -> None:
        super().__init__(ctx, child)
        assert self.child_id
        self.ticks = PaperTicks(ctx, self.child_id, min(day, ctx.today))
        self.day = day
        self.sheet = 0
        self.at: Place | None = None  # the cell pressed or looked at last: what "it hurt" is about
        self.asks: Asked | None = None
        self.message, self.is_warning = "", False

    def title(self) -> str:
        return self.ctx.texts("record_chart")

    def unlocked(self) -> Scene:
        self.ticks.forget()
        return super().unlocked()

    def about(self, child: str) -> Next:
        return routes.PaperWeek(child, self.day)

    # ---------------------------------------------------------------- what is shown
    @property
    def sheets(self) -> int:
        return len(self.ticks.sheets)

    def rows(self) -> tuple[str, ...]:
        """The exercises on this sheet."""
        return self.ticks.sheets[min(self.sheet, self.sheets - 1)]

    def page(self) -> tuple[Widget, ...]:
        words, ticks = self.ctx.texts, self.ticks
        right = self.chooser_box().x if self.child else 1252
        week = (
            button("week-earlier", Box(right - 246, 30, 52, 52), "", glyph="back", is_enabled=ticks.has_earlier),
            button("week-later", Box(right - 68, 30, 52, 52), "", glyph="next", is_enabled=ticks.has_later),
        )
        n = len(ticks.preview().written) if ticks.marks else 0
        undo = button("undo", Box(846, 640, 146, 52), words("confirm_undo"), glyph="undo", size=19, keys="u")
        return (
            *paper_grid.widgets(self.ctx, ticks, self.rows(), self.sheet, self.sheets),
            *paper_grid.legend_widgets(self.ctx, ticks, self.asks, self.at),
            *((undo,) if ticks.written and not ticks.marks else ()),
            button("write", Box(1000, 640, 252, 52), words("record_write", n=n) if n else words("record_write_none"),
                   "primary", glyph="edit", size=21, is_enabled=n > 0),
            *week,
            *self._back_button(right),
        )  # fmt: skip

    def _back_button(self, right: float) -> tuple[Widget, ...]:
        at = Box(right - 390, 30, 130, 52)
        command = None if self.asks else Command.BACK
        return (button("back", at, self.ctx.texts("screen_back"), glyph="back", size=20, command=command),)

    def first_focus(self, names: list[str]) -> str | None:
        """The first cell that may be ticked."""
        cells = [name for name in names if name.startswith("cell-")]
        return cells[0] if cells else "back"

    def missing(self, name: str) -> str:
        words = self.ctx.texts
        match name.split("-")[0]:
            case "cell":
                cell = self.ticks.cells()[place_of(name)]
                return words.reason(cell.why) if cell.why else words("record_refused_twice")
            case "column":
                return words("record_refused_future")
            case "write":
                return words("record_nothing_ticked")
            case "hurt":
                return words("record_pick_first")
            case "week":
                return words("record_refused_future" if name.endswith("later") else "record_first_day")
        return super().missing(name)

    # ---------------------------------------------------------------- presses
    def handle(self, event: Input) -> Next | None:
        if self.asks is Asked.FOOT and isinstance(event, Key) and event.char in KEYS:
            self._put_away()  # no answer is one too: who reads on from the wall types the next tick
            self.changed()
        if self.widgets and (self.focused or "").startswith("cell-") and self.hears:
            here = place_of(self.focused or "")
            if isinstance(event, FocusStep) and (there := self._beside(here, event)):
                self.quiet = self.silence = 0.0
                self._move(cell_name(there))
                self._look_at(there)
                return None
            is_tick = isinstance(event, Key) and event.char in KEYS and not self.asks
            if is_tick and isinstance(event, Key) and self.ticks.is_open(here):
                self.quiet, self.message = 0.0, ""
                self.ticks.key(here, event.char)
                self.at = here
                self.changed()
                self._move(cell_name(self._next(here)))
                return None
        return super().handle(event)

    def _beside(self, here: Place, step: FocusStep) -> Place | None:
        """The cell an arrow leads to; None at the edge of the grid."""
        columns, rows = self.ticks.columns, self.rows()
        x = columns.index(GridColumn(here[0], here[1])) + step.dx
        y = rows.index(here[2]) + step.dy if here[2] in rows else -1
        if not (0 <= x < len(columns) and 0 <= y < len(rows)):
            return None
        return columns[x].day, columns[x].slot, rows[y]

    def _next(self, here: Place) -> Place:
        """The next cell that may be ticked, down the column and on to the next; the same where there is none."""
        order = [(c.day, c.slot, row) for c in self.ticks.columns for row in self.rows()]
        following = order[order.index(here) + 1 :] if here in order else order
        return next((place for place in following if self.ticks.is_open(place)), here)

    def ticked(self) -> int:
        return len(self.ticks.marks)

    def may_write(self) -> bool:
        return bool(self.ticks.preview().written)

    def write_ticks(self) -> None:
        self.asks = None
        told, _ = self.ticks.write()
        self.message = written_line(self.ctx, self.ticks.child, told)

    def drop_ticks(self) -> None:
        self.ticks.marks.clear()
        self.ticks.forget()

    def leads_away(self, name: str) -> bool:
        return name.startswith("week-") or super().leads_away(name)

    def choose(self, name: str) -> Next | None:
        what, _, value = name.partition("-")
        self.message, self.is_warning = "", False
        match what:
            case "back":
                return routes.Day(self.child_id, min(self.day, self.ctx.today))
            case "week":
                self.ticks.turn(1 if value == "later" else -1)
                self.at, self.asks, self.sheet = None, None, 0
            case "sheet":
                self.sheet = (self.sheet + 1) % self.sheets
            case "column":
                day, _, slot = value.rpartition("-")
                if not self.ticks.press_column(GridColumn(date.fromisoformat(day), Slot(slot))):
                    paused = self.ticks.lies_in_pause(date.fromisoformat(day))
                    key = "record_no_quest_paused" if paused else "record_no_quest"
                    self.message, self.is_warning = self.ctx.texts(key), True
            case "cell":
                self._press(place_of(name))
            case "hurt":
                self.asks, self.focused = Asked.FACE, cell_name(self.at) if self.at else None
            case "face" if not self.at:
                self.message, self.is_warning = self.ctx.texts("record_pick_box"), True
            case "face" if self.at:
                self.ticks.hurt(self.at, int(value))
                self._put_away()
                mark = self.ticks.marks.get(self.at)
                if mark and mark.score:
                    self.asks, self.focused = Asked.FOOT, "side-left"
            case "side" if self.at:
                self.ticks.place_pain(self.at, Side(value))
                self._put_away()
            case "close":
                self._put_away()
            case "write":
                self.write_ticks()
            case "undo" if self.child:
                self.ctx.record(*taken_back(self.child, self.ticks.written), child=self.child_id)
                self.ticks.written = ()
                self.ticks.forget()
                self.message = self.ctx.texts("record_taken_back")
        self.changed()
        return None

    def _press(self, place: Place) -> None:
        """Turns the cell's tick; while the faces are there it says where it hurt, and no tick changes."""
        self.at = place
        if self.asks is Asked.FACE:
            return
        self.asks = None
        self.ticks.press(place)

    def _look_at(self, place: Place) -> None:
        """An arrow came to it: "it hurt" is about it, where it may be told."""
        if self.asks is not Asked.FOOT and self.ticks.is_open(place):
            self.at = place
            self.changed()

    def _put_away(self) -> None:
        """Nothing more is asked of the cell looked at."""
        self.asks = None
        self.focused = cell_name(self.at) if self.at else None

    def command(self, command: Command) -> Next | None:
        """O on a cell asks how much it hurt there."""
        if command is Command.HURT and (self.focused or "").startswith("cell-"):
            self.at = place_of(self.focused or "")
            return self.choose("hurt")
        return super().command(command)

    # ---------------------------------------------------------------- painting
    def paint_page(self, paper: Paper) -> None:
        words, ticks = self.ctx.texts, self.ticks
        first, last = ticks.days[0], ticks.days[-1]
        right = self.chooser_box().x if self.child else 1252
        span = words("record_week", first=first.day, last=last.day, month=words.locale.months_short[last.month - 1])
        if first.month != last.month:
            span = words("record_week_over", first=first.day, before=words.locale.months_short[first.month - 1],
                         last=last.day, month=words.locale.months_short[last.month - 1])  # fmt: skip
        paper.text(span, 19, right - 131, 56, width=114)
        paper_grid.paint(paper, self.ctx, ticks, self.rows(), self.at if self.asks else None)
        paper_grid.paint_legend(paper, self.ctx, ticks, self.asks, self.at)
        paper_grid.paint_sum(paper, self.ctx, ticks, self.message, is_warning=self.is_warning, colour=OK)
