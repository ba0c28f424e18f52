"""A pause, told before or when it is over: which days, why, and what it changes, in numbers, before it is written."""

from __future__ import annotations

from datetime import date

from game.core.days import plus
from game.core.events import PauseReason, Retracted
from game.core.history.plays import tried_days
from game.core.reports.pauses import PauseEffect, ToldPause, pause_effect, pauses_told
from game.core.rules.parent_actions import pause, resume
from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage
from game.scenes.parent.record import pause_cards
from game.scenes.parent.record.pause_cards import CalendarDay, PauseCalendar
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.button_row import in_a_row
from game.scenes.screen.context import Context
from game.ui.controls import Command
from game.ui.date_field import moved
from game.ui.paper import Paper
from game.ui.view import Box
from game.ui.widgets import Widget, button

OPERATION_W = 210
REASONS = (PauseReason.ILL, PauseReason.AWAY, PauseReason.OUCH, PauseReason.DOCTOR)


class PausePage(GrownUpsPage):
    """Begins with `day` alone chosen; `then` is where *back* leads."""

    name = "pause-told"
    place = "record"

    def __init__(self, ctx: Context, child: str, day: date, then: Next) -> None:
        super().__init__(ctx, child)
        self.then = then
        self.first = self.last = day
        self.asks_last = False  # the first day was pressed, the last comes next
        self.is_as_opened = True  # no day was pressed yet: a later one is the last of those that begin with this
        self.why = PauseReason.ILL
        self.month = day.replace(day=1)
        self.sheet = 0
        self.message = ""
        self.is_written = False  # what is chosen was just written down
        self.retraction: str | None = None  # the event of what was just taken back, to be undone
        self._effect: PauseEffect | None = None
        self._told: tuple[ToldPause, ...] | None = None

    def title(self) -> str:
        """Before or afterwards."""
        return self.ctx.texts("pause_head_ahead" if self.last > self.ctx.today else "pause_head")

    def unlocked(self) -> Scene:
        self._effect = self._told = None
        return super().unlocked()

    def about(self, child: str) -> Next:
        return routes.TellPause(child, self.first, routes.Place("record", child))

    # ---------------------------------------------------------------- what is shown
    def told(self) -> tuple[ToldPause, ...]:
        """The pauses that stand, the latest first."""
        if self._told is None:
            self._told = pauses_told(self.ctx.catalogue, self.child, self.ctx.today) if self.child else ()
        return self._told

    def shown(self) -> tuple[ToldPause, ...]:
        """Those of this sheet."""
        each = pause_cards.LISTED
        return self.told()[self.sheet * each : (self.sheet + 1) * each]

    @property
    def effect(self) -> PauseEffect:
        """What the chosen days change, were they written now."""
        if self._effect is None:
            assert self.child
            self._effect = pause_effect(
                self.ctx.catalogue, self.child, self.why, self.first, self.last, self.ctx.now(),
                self.ctx.settings.rest_seconds,
            )  # fmt: skip
        return self._effect

    @property
    def calendar(self) -> PauseCalendar:
        """The six weeks that have the month."""
        assert self.child
        tried, paused = tried_days(self.child), [row.pause for row in self.told()]
        begins = plus(self.month, -((self.month.weekday() - self.ctx.texts.locale.first_weekday) % 7))
        first = self.child.added_on or self.ctx.today
        days = tuple(
            CalendarDay(
                day, day in tried, any(p.is_on(day) for p in paused), self.first <= day <= self.last,
                is_of_month=day.month == self.month.month, is_known=day >= first,
            )
            for day in (plus(begins, n) for n in range(42))
        )  # fmt: skip
        return PauseCalendar(self.month, days, self.ctx.today)

    # ---------------------------------------------------------------- widgets
    def page(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        if not self.child:
            return (button("back", pause_cards.NOT_NOW, words("screen_back"), command=Command.BACK),)
        size, labels = pause_cards.KIND_SIZE, [words(f"pause_short_{why.value}") for why in REASONS]
        kinds = tuple(
            button(f"why-{why.value}", box, label, "on" if self.why is why else "plain", size=size)
            for why, box, label in zip(
                REASONS, in_a_row(self.ctx, pause_cards.KINDS, labels, size), labels, strict=True
            )
        )
        return (
            *self.calendar.widgets(),
            button("operation", self._operation_box(), words("changes_operation"), glyph="plan", size=19),
            *kinds,
            *pause_cards.list_widgets(
                self.ctx, self.shown(), self.sheet, len(self.told()), may_undo=self.retraction is not None
            ),
            *self._last_buttons(),
        )

    def _operation_box(self) -> Box:
        """Beside the name of the child: the way to what is no pause but stops everything as well."""
        return Box(self.chooser_box().x - OPERATION_W - 12, 30, OPERATION_W, 52)

    def _last_buttons(self) -> tuple[Widget, ...]:
        """To write it or not; when it is written, only the way back."""
        words = self.ctx.texts
        if self.is_written:
            return (
                button("back", pause_cards.WRITE, words("screen_back"), "primary", glyph="back", size=20,
                       command=Command.BACK),
            )  # fmt: skip
        return (
            button("back", pause_cards.NOT_NOW, words("pause_not_now"), size=20, command=Command.BACK),
            button("write", pause_cards.WRITE, words("pause_write"), "primary", glyph="pause", size=20),
        )

    def first_focus(self, names: list[str]) -> str | None:
        first = f"day-{self.first.isoformat()}"
        return first if first in names else "back"

    def missing(self, name: str) -> str:
        if name.startswith("day-") and self.child and self.child.added_on:
            return self.ctx.texts("record_refused_before", date=self.child.added_on)
        return super().missing(name)

    # ---------------------------------------------------------------- presses
    def choose(self, name: str) -> Next | None:
        what, _, value = name.partition("-")
        if what not in ("month", "sheet"):
            self.message, self.is_written = "", False
        undone = self.retraction
        if what not in ("month", "sheet", "day", "why"):
            self.retraction = None
        match what:
            case "back":
                return self.then
            case "operation" if self.child_id:
                return routes.EditChild("surgery", self.child_id, routes.Back(self))
            case "month":
                self.month = moved(self.month, 1 if value == "on" else -1)
            case "day":
                self._choose_day(date.fromisoformat(value))
            case "why":
                self.why = PauseReason(value)
            case "sheet":
                self.sheet = (self.sheet + 1) % -(-len(self.told()) // pause_cards.LISTED)
            case "take":
                (told,) = self.ctx.record(Retracted(value), child=self.child_id)
                self.retraction = told.id
                self.sheet, self.message = 0, self.ctx.texts("pause_taken_back")
            case "undo" if undone:
                self.ctx.record(Retracted(undone), child=self.child_id)
                self.sheet, self.message = 0, self.ctx.texts("record_back_again")
            case "end" if self.child:
                self.ctx.record(*resume(self.ctx.catalogue, self.child, self.ctx.today), child=self.child_id)
                self.message = self.ctx.texts("pause_ended")
            case "write" if self.child:
                self._write()
        self._effect = self._told = None
        self.changed()
        return None

    def _choose_day(self, day: date) -> None:
        """The first press is from, the second to; the other way round is put right. With the day it opened on framed, a
        later one is *to*: whoever is ill "until Friday" presses Friday."""
        if self.asks_last or (self.is_as_opened and day > self.first):
            self.first, self.last, self.asks_last = min(self.first, day), max(self.first, day), False
        else:
            self.first, self.last, self.asks_last = day, day, True
        self.is_as_opened = False
        self.month = day.replace(day=1) if day.month != self.month.month else self.month

    def _write(self) -> None:
        assert self.child
        facts = pause(self.ctx.catalogue, self.child, self.why, self.first, self.last, self.ctx.today)
        self.ctx.record(*facts, child=self.child_id)
        self.asks_last, self.sheet, self.is_written = False, 0, True
        self.message = self.ctx.texts("pause_written", n=(self.last - self.first).days + 1)

    # ---------------------------------------------------------------- painting
    def paint_page(self, paper: Paper) -> None:
        if not self.child:
            return
        asks = "last" if self.asks_last else "either" if self.is_as_opened else "anew"
        self.calendar.paint(paper, self.ctx, asks)
        pause_cards.paint_list(paper, self.ctx, self.shown(), "" if self.is_written else self.message,
                               may_undo=self.retraction is not None)  # fmt: skip
        pause_cards.paint_choice(paper, self.ctx, self.first, self.last)
        if self.is_written:
            pause_cards.paint_written(paper, self.ctx, self.message, self.effect.played)
        else:
            pause_cards.paint_effect(paper, self.ctx, self.effect, self.why, self.first)
