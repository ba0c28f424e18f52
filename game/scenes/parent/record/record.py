"""Put it right: any day of the past, what is written of it and what waits, and what was done away from the computer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from game.core.content import Side, Slot
from game.core.days import plus
from game.core.events import Effort, Fact, LevelConfirmed, Retracted
from game.core.history.history import Child
from game.core.reports.pauses import lies_in_pause, why_paused
from game.core.reports.progress import days_shown
from game.core.reports.written_down import ChartCell, Place
from game.core.rules.away import taken_back
from game.core.rules.outings import days_open, told_on
from game.core.rules.rewards import is_too_late, undo, woken
from game.core.rules.state import is_locked
from game.core.rules.timeline import may_be_said_anew
from game.frozen import dataclass
from game.scenes import routes
from game.scenes.parent.after_pain import state_now
from game.scenes.parent.record import record_entries, record_tiles
from game.scenes.parent.record.record_away import AwayTicks, names_of
from game.scenes.parent.record.record_days import RecordDays
from game.scenes.parent.record.record_entries import Entry, entries_of
from game.scenes.parent.record.ticks import KEYS
from game.scenes.parent.record.unwritten import TickingPage
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.date_picker import DayScreen
from game.scenes.screen.dose_words import exercise_name
from game.ui.controls import Command, Input, Key
from game.ui.paper import Paper
from game.ui.theme import INK_2, OK, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button


@dataclass(frozen=True, slots=True)
class LastDeed:
    """What was done last, to be undone: of the day `day` the plays and entries `written`, or the events that took
    something back."""

    day: date
    written: tuple[str, ...] = ()
    retractions: tuple[str, ...] = ()


class RecordPage(DayScreen, TickingPage):
    """`day` is looked at, today by default; with `back`, where *back* leads: to the page it was opened from."""

    name = "record"
    place = "record"

    def __init__(
        self, ctx: Context, child: str | None = None, day: date | None = None, back: Next | None = None,
        slot: Slot | None = None,
    ) -> None:  # fmt: skip
        super().__init__(ctx, child)
        self.day, self.back = min(day or ctx.today, ctx.today), back
        self.days = RecordDays(ctx, self.day)
        self.sheet = 0
        self.message = ""  # what was just done, or why something is not
        self.is_warning = False
        self.taken_back: frozenset[str] = frozenset()
        self.last: LastDeed | None = None
        self._before: frozenset[str] | None = None  # events that were there before a word was said anew
        self._cells: Mapping[Place, ChartCell] | None = None
        self.away = self._ticks()
        if self.away and slot:
            self.away.look_at(slot)

    def _ticks(self) -> AwayTicks | None:
        return AwayTicks(self.ctx, self.child_id, self.day) if self.child_id and self.child else None

    def title(self) -> str:
        return self.ctx.texts("record_head")

    def unlocked(self) -> Scene:
        self._cells = None
        if self.away:
            self.away.told = None
        return super().unlocked()

    # ---------------------------------------------------------------- what is shown
    def entries(self) -> tuple[Entry, ...]:
        """What is written down of the day."""
        return entries_of(self.child, self.day) if self.child else ()

    def shown(self) -> tuple[Entry, ...]:
        """Those of this sheet."""
        each = record_entries.ROWS
        self.sheet = min(self.sheet, self._sheets() - 1)
        return self.entries()[self.sheet * each : (self.sheet + 1) * each]

    def _sheets(self) -> int:
        return max(1, -(-len(self.entries()) // record_entries.ROWS))

    def cells(self) -> Mapping[Place, ChartCell]:
        """What of the day's exercises may be told."""
        if self._cells is None and self.away:
            self._cells = self.away.cells()
        return self._cells or {}

    @property
    def may_undo(self) -> bool:
        """Whether what was done last, written or taken back, can be undone: as long as the page is open, whatever day
        is looked at."""
        return self.last is not None

    def _no_words(self) -> dict[str, str]:
        return record_entries.no_word(self.ctx, self.child, self.shown()) if self.child else {}

    # ---------------------------------------------------------------- widgets
    def page(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        if not self.child or not self.away:
            return (button("to-children", Box(620, 420, 264, 56), words("area_children"), "primary", glyph="people"),)
        return (
            *self.days.widgets(self.child),
            *record_entries.widgets(self.ctx, self.shown(), self._no_words(), self.sheet, self._sheets()),
            *record_tiles.widgets(self.ctx, self.away, self.cells(), may_undo=self.may_undo),
            *self._walk_button(),
            *self._right_of_the_title(),
        )

    def _walk_button(self) -> tuple[Widget, ...]:
        """To the page of the family's walk, for a day it may be told of."""
        assert self.child
        programme = self.ctx.catalogue.programmes.get(self.child.programme or "")
        walk = programme.beside[0] if programme and programme.beside else None
        is_open = self.day in days_open(self.child, self.ctx.today)
        if walk is None or not is_open or told_on(self.child, walk, self.day):
            return ()
        name = exercise_name(self.ctx.texts, self.ctx.catalogue, walk)
        return (button("walk", Box(558, 30, 170, 52), name, glyph="plus", size=19),)

    def _right_of_the_title(self) -> tuple[Widget, ...]:
        """The way back to where the day was asked for; from the rail, the way to the wall chart and the cards."""
        words = self.ctx.texts
        if self.back is None:
            return (button("print", Box(736, 30, 148, 52), words("print_do"), glyph="print", size=19),)
        at = Box(self.chooser_box().x - 156, 30, 140, 52)
        return (button("back", at, words("screen_back"), glyph="back", size=20, command=Command.BACK),)

    def first_focus(self, names: list[str]) -> str | None:
        day = f"day-{self.day.isoformat()}"
        return day if day in names else super().first_focus(names)

    def missing(self, name: str) -> str:
        words = self.ctx.texts
        if name == "later":
            return words("record_refused_future")
        if name == "earlier":
            return words("record_first_day")
        if name == "whole":
            return words("record_no_quest_paused" if self._is_paused() else "record_no_quest")
        if name == "write":
            return words("record_nothing_ticked")
        if name == "hurt":
            return words("record_pick_first")
        if name.startswith("slot-"):
            return words("record_refused_slot")
        if name.startswith("tile-") and self.away:
            return record_tiles.why_closed(self.ctx, self.away, name.removeprefix("tile-"), self.cells())
        return super().missing(name)

    # ---------------------------------------------------------------- presses
    def handle(self, event: Input) -> Next | None:
        if isinstance(event, Key) and event.char in KEYS and self._tick_by_key(event.char):
            self.quiet = 0.0
            return None
        return super().handle(event)

    def _tick_by_key(self, char: str) -> bool:
        """One of the keys 1 to 4 on the tile with the focus; whether it was one."""
        what, _, exercise = (self.focused or "").partition("-") if self.widgets else ("", "", "")
        if not (char and self.away and self.hears and what == "tile") or self.away.asks_face:
            return False
        if not self.widget(self.focused or "").is_enabled:
            return False
        self.message = ""
        self.away.key(exercise, char)
        self._ticked()
        return True

    def ticked(self) -> int:
        return len(self.away.marks) if self.away else 0

    def may_write(self) -> bool:
        return self.away is not None and bool(self.away.preview().written)

    def write_ticks(self) -> None:
        if self.away:
            self._write(self.away)

    def drop_ticks(self) -> None:
        self.away = self._ticks()

    def leads_away(self, name: str) -> bool:
        """A word said anew and a pause come back to the page, and a first word ends at the child's reward."""
        what, _, value = name.partition("-")
        if what == "say" and self.child:
            return not may_be_said_anew(self.child, self.child.attempts[value])
        return what in ("to", "day", "calendar", "print", "walk", "paper") or super().leads_away(name)

    def choose(self, name: str) -> Next | None:
        what, _, value = name.partition("-")
        self.message, self.is_warning = "", False
        match what:
            case "to":
                return routes.Place(value, self.child_id)
            case "back":
                return self.back
            case "day":
                self._look_at(date.fromisoformat(value))
            case "earlier" | "later":
                self.days.turn(what)
            case "calendar":
                return routes.PickDate(self, "day", self.ctx.texts("record_choose"), self.day, without=None)
            case "print":
                return routes.PrintCards(self.child_id, self.place)
            case "walk" if self.child_id:
                return routes.OutingTold(self.child_id, self._again, self.day)
            case "paper" if self.child_id:
                return routes.PaperWeek(self.child_id, self.day)
            case "pause" if self.child_id:
                return routes.TellPause(self.child_id, self.day, routes.Back(self))
            case "sheet":
                self.sheet = (self.sheet + 1) % self._sheets()
            case "say" if self.child_id:
                return self._ask(value)
            case "pain" if self.child and self.child_id:
                return routes.Pain(self.child_id, self.child.attempts[value].session, routes.Back(self))
            case "take":
                self._take_back(value)
            case _ if self.away:
                self._tick(self.away, what, value)
        self.changed()
        return None

    def _ask(self, id_: str) -> Next:
        """The word on a play: the first one ends in the child's reward, one said anew on this page."""
        assert self.child and self.child_id
        asked = self._asked_with(id_)
        if not may_be_said_anew(self.child, self.child.attempts[id_]):
            return routes.ConfirmOf(self.child_id, self._again, asked)
        self._before = frozenset(event.id for event in self.child.events)
        return routes.ConfirmOf(self.child_id, routes.Back(self), asked, is_anew=True)

    def _asked_with(self, id_: str) -> tuple[str, ...]:
        """The play whose word is given, and the others of the day that wait as it does, so that one way is enough."""
        assert self.child
        child, refused = self.child, record_entries.no_word(self.ctx, self.child, self.entries())
        plays = [e.attempt for e in self.entries() if e.attempt and not e.attempt.is_told and e.id not in refused]
        kind = {
            a.id: (is_too_late(self.ctx.catalogue, child, a, self.ctx.today), may_be_said_anew(child, a)) for a in plays
        }
        return (id_, *(a.id for a in plays if a.id != id_ and kind[a.id] == kind[id_]))

    def returned(self) -> Scene:
        """After a word said anew the page tells what came of it."""
        before, self._before = self._before, None
        if before is not None and self.child:
            told = [event for event in self.child.events if event.id not in before]
            if any(isinstance(event.fact, LevelConfirmed) for event in told):
                words, n = self.ctx.texts, woken(self.child, told)
                stars = words("progress_stars_total", n=n)
                self.message = words("record_anew", stars=stars) if n else words("record_anew_plain")
                self.is_warning = False
        return super().returned()

    @property
    def _again(self) -> Next:
        return routes.Day(self.child_id, self.day, self.back)

    def take_day(self, what: str, day: date | None) -> None:
        """The day chosen in the calendar; one to come is refused in words."""
        if day is None:
            return
        if day > self.ctx.today:
            self.message, self.is_warning = self.ctx.texts("record_refused_future"), True
            return
        first = (self.child.added_on if self.child else None) or self.ctx.today
        if day < first:
            self.message, self.is_warning = self.ctx.texts("record_refused_before", date=first), True
            return
        self.message = ""
        self.days.show(day)
        self._look_at(day)

    def _look_at(self, day: date) -> None:
        self.day, self.sheet, self._cells = day, 0, None
        self.away = self._ticks()

    def _take_back(self, id_: str) -> None:
        """A word, or all of what was told from away."""
        entry = next(entry for entry in self.entries() if entry.id == id_)
        if entry.is_from_away:
            self._take_away_back([id_])
            return
        assert self.child
        self._retract(undo(self.child, id_), [id_], "record_word_back")

    def _take_away_back(self, names: Sequence[str]) -> None:
        """What was told from away, as if it had never been told."""
        assert self.child
        said = self._taken_back_key(names)
        self._retract(taken_back(self.child, names), names, said)

    def _taken_back_key(self, names: Sequence[str]) -> str:
        """What is said of it: a play counts told anew at any time, an entry for the record never did."""
        assert self.child
        return "record_taken_back" if any(name in self.child.attempts for name in names) else "record_later_back"

    def _retract(self, facts: Iterable[Fact], names: Sequence[str], said: str) -> None:
        told = self.ctx.record(*facts, child=self.child_id)
        self.last = LastDeed(self.day, retractions=tuple(event.id for event in told))
        self.taken_back |= set(names)
        self.message = self.ctx.texts(said)
        self._cells = None
        if self.away:
            self.away.told = None

    def _tick(self, away: AwayTicks, what: str, value: str) -> None:
        """A press in the card of what was done away."""
        match what:
            case "slot":
                away.choose_slots(record_tiles.CHOICES[value])
                self._turn_to(entry.slot in away.slots for entry in self.entries())
            case "whole":
                self.message = record_tiles.whole_line(self.ctx, away, away.cells()) if away.press_whole() else ""
            case "tile":
                away.press(value)
            case "tiles":
                away.sheet = (away.sheet + 1) % away.sheets
            case "effort":
                away.effort = Effort.RIGHT if away.effort.value == value else Effort(value)
                away.told = None
            case "hurt":
                away.asks_face = not away.asks_face
                self.focused = None if away.asks_face else self.focused
            case "face":
                away.hurt(int(value))
                self.focused = None if away.asks_foot else f"tile-{away.at}"
            case "side":
                away.place_pain(Side(value))
                self.focused = f"tile-{away.at}"
            case "close":
                away.asks_face = away.asks_foot = False
            case "write":
                self._write(away)
            case "undo" if self.child and self.last:
                self._undo(self.child, self.last)
            case "away":
                self._take_away_back(away.told_from_away())
        self._ticked()

    def _undo(self, child: Child, last: LastDeed) -> None:
        """What was taken back stands again, or what was written goes; the day it is of is looked at."""
        is_back = bool(last.retractions)
        said = "record_back_again" if is_back else self._taken_back_key(last.written)
        facts = map(Retracted, last.retractions) if is_back else taken_back(child, last.written)
        self.ctx.record(*facts, child=self.child_id)
        self.taken_back, self.last = frozenset(), None
        if self.day != last.day:
            self.days.show(last.day)
            self._look_at(last.day)
        elif self.away:
            self.away.told = None
        self.message = self.ctx.texts(said)

    def _ticked(self) -> None:
        self._cells = None
        self.changed()

    def _write(self, away: AwayTicks) -> None:
        written = names_of(away.write())
        assert away.told and self.child
        self.last = LastDeed(self.day, written)
        self.message = record_tiles.written_line(self.ctx, self.child, away.told)
        self._turn_to(entry.id in written for entry in self.entries())

    def _turn_to(self, rows: Iterable[bool]) -> None:
        """The sheet with the first of these entries."""
        self.sheet = next((n for n, is_one in enumerate(rows) if is_one), 0) // record_entries.ROWS

    # ---------------------------------------------------------------- painting
    def paint_page(self, paper: Paper) -> None:
        words = self.ctx.texts
        if not self.child or not self.away:
            paper.text(words("record_no_child"), 24, 752, 360, INK_2, SEMI_BOLD, width=900)
            return
        self.days.paint(paper, self.child, self.day)
        paper.card(record_entries.CARD)
        self._paint_head(paper)
        if entries := self.shown():
            record_entries.paint(paper, self.ctx, self.child, entries, self.taken_back, self._no_words())
        else:
            why = why_paused(self.ctx.catalogue, self.child, self.day, self.ctx.today)
            said = words.reason(why) if why else words(self._empty_key())
            paper.text(said, 20, 910, 240, INK_2, SEMI_BOLD, width=620)
        done, colour = self.message, WARN if self.is_warning else OK
        if not done and self.last:  # nothing was just done: which day undo is about
            done, colour = words("record_undo_of", date=words.date(self.last.day)), INK_2
        record_tiles.paint(paper, self.ctx, self.away, self.cells(), done, colour, may_undo=self.may_undo)

    def _paint_head(self, paper: Paper) -> None:
        words = self.ctx.texts
        right = record_entries.PAGER.x - 16 if self._sheets() > 1 else 1230
        title = paper.text(words.locale.beginning(words.date(self.day, "long")), 22, 590, 128, align="l", width=300)
        assert self.away
        until = plus(self.day, self.ctx.catalogue.rules.confirm_days)
        line = words("record_counts_until", weekday=words.locale.weekdays[until.weekday()]) if self.away.counts() else (
            words("record_past_anew" if self._waits_anew() else "record_past_counting")
        )  # fmt: skip
        if self._is_locked():
            line = ""  # no word counts, and each line says so
        paper.text(line, 17, right, 129, OK if self.away.counts() else INK_2, SEMI_BOLD, "r", right - title.right - 16)

    def _waits_anew(self) -> bool:
        """Whether a word on a play of the day was taken back, so that a new one counts, stars and all."""
        child, plays = self.child, (e.attempt for e in self.entries() if e.attempt and not e.attempt.is_told)
        return child is not None and any(may_be_said_anew(child, play) for play in plays)

    def _is_locked(self) -> bool:
        return self.child is not None and is_locked(self.ctx.catalogue, state_now(self.ctx, self.child), self.ctx.today)

    def _is_paused(self) -> bool:
        child = self.child
        return child is not None and lies_in_pause(self.ctx.catalogue, child, self.day, self.ctx.today)

    def _empty_key(self) -> str:
        """Why nothing is written of the day."""
        assert self.child
        (row,) = days_shown(self.ctx.catalogue, self.child, self.day, self.day, self.ctx.today)
        if row.is_paused:
            return "progress_day_paused"
        if row.is_before:
            return "progress_day_before"
        return "progress_day_not_meant" if row.not_meant == set(Slot) and not row.is_future else "progress_day_empty"
