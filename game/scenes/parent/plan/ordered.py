"""What the therapist ordered: from the paper prescription into the diary, five exercises a sheet.

A control is one focus stop: left and right change it, digits are typed into an amount, Enter goes on to the next one. A
press means the part it meets. A value past a cap stays as it was typed, with the reason, and nothing is written until
it is put right.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from game.core.days import plus
from game.core.events import Retracted
from game.core.rules.ordering import OrderRefusal
from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage
from game.scenes.parent.plan.order_draft import MOST_DIGITS, OrderDraft
from game.scenes.parent.plan.ordered_rows import (
    PARTS,
    ROWS,
    TABLE,
    Control,
    both_key,
    controls,
    paint_heads,
    paint_row,
    side_of,
)
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.date_picker import DayScreen
from game.scenes.screen.dose_words import exercise_name
from game.scenes.screen.field_screen import FieldScreen
from game.scenes.screen.reading_sheet import Paragraph
from game.ui.controls import Command, Erase, FocusStep, Input, Key, Press
from game.ui.paper import Paper
from game.ui.text_field import TextField, paint_frame
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

HEAD = Box(252, 96, 1000, 92)
WHO, LETTERS = Box(274, 130, 288, 48), Box(568, 130, 50, 48)
DATES = {"said-on": Box(636, 130, 156, 48), "hold": Box(804, 130, 224, 48), "visit": Box(1040, 130, 192, 48)}
NONE_OF = {"said-on": "ordered_today", "hold": "ordered_not_held", "visit": "ordered_no_visit"}
BACK, UNDO = Box(1112, 30, 140, 52), Box(960, 30, 140, 52)
ANOTHER = Box(880, 30, 220, 52)
EARLIER, LATER, WRITE = Box(252, 634, 56, 56), Box(444, 634, 56, 56), Box(940, 630, 312, 62)
WHY = Box(800, 638, 128, 48)
LONGEST_WHO = 40  # characters


class OrderedPage(FieldScreen, DayScreen, GrownUpsPage):
    """The page of one child, perhaps at the row of `exercise`. Goes back to the plan."""

    name = "ordered"
    place = "plan"
    has_chooser = False
    field_name, field_box, letters_title = "who", WHO, "ordered_who"

    def __init__(self, ctx: Context, child: str | None, exercise: str = "") -> None:
        super().__init__(ctx, child)
        self.sheet, self._first = 0, exercise
        self.done: tuple[str, ...] = ()  # ids of what was written last, to be taken back
        self.just_written: frozenset[str] = frozenset()  # its exercises, which are marked and whose sheet is shown
        self._at: float | None = None  # the share of a control's width that was pressed; None: keys
        self._digits = "", ""  # the control typed into, and what was typed so far
        self._begin()
        if exercise in self.draft.rows:
            self.sheet = list(self.draft.rows).index(exercise) // ROWS

    def _begin(self) -> None:
        child = self.child
        assert child is not None
        self.draft = OrderDraft(self.ctx.catalogue, child, self.ctx.today)
        self.field = TextField(self.draft.head.said_by, LONGEST_WHO)

    def unlocked(self) -> Scene:
        """What was filled in stays, on another day as well; where nothing was, the page is as it stands now."""
        assert self.child
        if self.draft.is_new or self.field.name != self.draft.first_head.said_by:
            self.draft.go_on(self.child, self.ctx.today)
        else:
            self._begin()
        return super().unlocked()

    def title(self) -> str:
        return self.ctx.texts("ordered_title")

    def subtitle(self) -> str:
        words, head = self.ctx.texts, self.draft.sheet.head
        assert self.child
        if head is None:
            return self.child.nickname
        return words("ordered_replaces", name=self.child.nickname, date=head.said_on)

    # ---------------------------------------------------------------- widgets
    @property
    def sheets(self) -> int:
        return max(1, -(-len(self.draft.rows) // ROWS))

    def listed(self) -> tuple[str, ...]:
        """The exercises on this sheet."""
        return tuple(self.draft.rows)[self.sheet * ROWS : (self.sheet + 1) * ROWS]

    def page(self) -> tuple[Widget, ...]:
        words, exercises = self.ctx.texts, self.ctx.catalogue.exercises
        rows = [w for i, name in enumerate(self.listed()) for w in controls(self.draft, exercises[name], i)]
        turning = (
            button("earlier", EARLIER, "", glyph="up", is_enabled=self.sheet > 0),
            button("later", LATER, "", glyph="down", is_enabled=self.sheet < self.sheets - 1),
        )
        has_own = self.ctx.files.own.is_kept and not self.done
        another = (button("another", ANOTHER, words("ordered_another"), glyph="plus", size=19),)
        undo = (button("undo", UNDO, words("confirm_undo"), glyph="undo", size=20),)
        return (
            Widget("who", WHO, Hotspot(18), is_adult=True),
            button("letters", LETTERS, "", glyph="edit"),
            *(Widget(what, box, Hotspot(16), is_adult=True) for what, box in DATES.items()),
            *rows,
            *(turning if self.sheets > 1 else ()),
            *((button("why", WHY, words("progress_why"), size=18),) if self._refusal() else ()),
            button("write", WRITE, words("ordered_write"), "primary", is_enabled=self.may_be_written),
            *(undo if self.done else ()),
            *(another if has_own else ()),
            button("back", BACK, words("screen_back"), glyph="back", size=20, command=Command.BACK),
        )  # fmt: skip

    def first_focus(self, names: list[str]) -> str | None:
        if f"plays:{self._first}" in names:
            return f"plays:{self._first}"
        return "who" if not self.field.name else next((n for n in names if n.startswith("plays:")), "who")

    def _refusal(self) -> OrderRefusal | None:
        """What is told of at the foot: of the row in hand, else the first; what nobody has filled in yet is none."""
        here = Control.named(self.focused)
        if here and (found := self.draft.refused(here.exercise)):
            return found[0]
        rows = [refusal for name, refusal in self.draft.all_refused() if name or self.field.name]
        return rows[0] if rows else None

    # ---------------------------------------------------------------- keys and presses
    def handle(self, event: Input) -> Next | None:
        here = Control.named(self.focused)
        if here and isinstance(event, FocusStep) and event.dx and here.what != "plays":
            self._turn(here, event.dx)
            return None
        if here and here.what in PARTS and self.hears:
            if isinstance(event, Key) and len(event.char) == 1 and event.char in "0123456789":
                self._typed(here, event.char)
                return None
            if isinstance(event, Erase):
                self._typed(here, "")
                return None
        self._at = self._share(event) if isinstance(event, Press) else None
        following = super().handle(event)
        self._at = None
        return following

    def _share(self, event: Press) -> float | None:
        """Where in a row's control a press is, 0..1 of its width; None elsewhere."""
        x, y = self.ctx.pictures.view.design(event.x, event.y)
        hit = next((w for w in self.widgets if Control.named(w.name) and w.holds(x, y)), None)
        return None if hit is None else (x - hit.box.x) / hit.box.w

    def choose(self, name: str) -> Next | None:
        control = Control.named(name)
        if control:
            self._chosen(control)
        elif name in ("earlier", "later"):
            self.sheet += 1 if name == "later" else -1
        elif name == "letters":
            return self.letters()
        elif name in DATES:
            return self._ask(name)
        elif name == "why":
            return self._why()
        elif name == "write":
            self._write()
        elif name == "undo":
            self._take_back()
        elif name == "another":
            return routes.OwnForm(self.child_id, "", self)
        elif name == "back":
            return routes.Place("plan", self.child_id)
        self.changed()
        return None

    def _chosen(self, control: Control) -> None:
        """A press on a part of it; by keys a switch turns, and any other goes on to the next."""
        if control.what == "plays":
            self.draft.switch(control.exercise)
        elif self._at is None:
            self._on(control)
        elif control.what in PARTS:
            self.draft.step(control.exercise, PARTS[control.what], side_of(self._at))
        elif control.what == "foot":
            self.draft.step_feet(control.exercise, side_of(self._at))
        else:
            many = self.draft.known[control.exercise].game.most_sets
            self.draft.set_sets(control.exercise, int(self._at * many) + 1)

    def _on(self, control: Control) -> None:
        """The next control of the row, of the next row after the last; then what writes it down."""
        names = [w.name for w in self.widgets if w.is_enabled and Control.named(w.name)]
        at = names.index(f"{control.what}:{control.exercise}") + 1
        self._move(names[at] if at < len(names) else "later" if self.sheet < self.sheets - 1 else "write")

    def _turn(self, control: Control, by: int) -> None:
        """Left and right."""
        self.quiet, self.shows_focus, row = 0.0, True, self.draft.rows[control.exercise]
        if control.what in PARTS:
            self.draft.step(control.exercise, PARTS[control.what], by)
        elif control.what == "foot":
            self.draft.step_feet(control.exercise, by)
        else:
            self.draft.set_sets(control.exercise, row.most_sets + by)
        self._digits = "", ""
        self.changed()

    def _typed(self, control: Control, digit: str) -> None:
        """One digit more, or ("") one less; the first after another control begins a new number."""
        self.quiet, self.shows_focus = 0.0, True
        name, digits = f"{control.what}:{control.exercise}", self._digits[1]
        if self._digits[0] != name:
            digits = "" if digit else str(self.draft.amount(control.exercise, PARTS[control.what]))
        digits = (digits + digit)[:MOST_DIGITS] if digit else digits[:-1]
        self._digits = name, digits
        self.draft.set_amount(control.exercise, PARTS[control.what], int(digits or "0"))
        self.changed()

    # ---------------------------------------------------------------- the head
    def was_typed(self) -> None:
        self.draft.head = replace(self.draft.head, said_by=self.field.name)

    def enter(self) -> Next | None:
        self._move("said-on")
        self.changed()
        return None

    def _ask(self, what: str) -> Next:
        head = self.draft.head
        chosen = {"said-on": head.said_on, "hold": head.hold_until, "visit": head.next_visit}[what]
        title = self.ctx.texts(f"ordered_{what.replace('-', '_')}")
        today = self.ctx.today
        earliest = {"hold": plus(today, 2), "visit": today}.get(what)  # a hold counts from tomorrow's morning
        latest = today if what == "said-on" else None
        return routes.PickDate(self, what, title, chosen, NONE_OF[what], earliest, latest)

    def take_day(self, what: str, day: date | None) -> None:
        head = self.draft.head
        if what == "said-on":
            self.draft.head = replace(head, said_on=day or self.ctx.today)
        elif what == "hold":
            self.draft.head = replace(head, hold_until=day)
        else:
            self.draft.head = replace(head, next_visit=day)

    # ---------------------------------------------------------------- writing it down
    def missing(self, name: str) -> str:
        here, words = Control.named(name), self.ctx.texts
        if here and here.what == "foot":
            exercise = self.ctx.catalogue.exercises[here.exercise]
            named = exercise_name(words, self.ctx.catalogue, here.exercise)
            return words(f"ordered_no_first_{both_key(exercise)}", exercise=named)
        if name != "write":
            return super().missing(name)
        refused = self.draft.all_refused()
        if refused:
            return self.ctx.texts.reason(refused[0][1].reason)
        return self.ctx.texts("ordered_nothing_new")

    def lead_to_missing(self, name: str) -> None:
        """To the value that is refused, on whichever sheet."""
        refused = self.draft.all_refused() if name == "write" else ()
        if not refused:
            return
        exercise, refusal = refused[0]
        if not exercise:
            part = {"said_on": "said-on"}.get(refusal.part.value, refusal.part.value)
            self._show(part)
            return
        self.sheet = list(self.draft.rows).index(exercise) // ROWS
        self.changed()
        self._show(f"{refusal.part.value}:{exercise}")

    def _show(self, name: str) -> None:
        if name in [w.name for w in self.widgets]:
            self.focused, self.shows_focus = name, True
            self.changed()

    @property
    def may_be_written(self) -> bool:
        """Whether there is anything new and nothing of it is refused."""
        return self.draft.is_new and not self.draft.all_refused()

    def _write(self) -> None:
        if not self.may_be_written:  # it was when the button was drawn
            return
        told, self.just_written = (
            self.ctx.record(*self.draft.facts(), child=self.child_id),
            frozenset(self.draft.changed),
        )
        self.done = tuple(event.id for event in told)
        self._begin()  # what is ordered stands first from now on
        if self.just_written:
            self.sheet = min(list(self.draft.rows).index(name) for name in self.just_written) // ROWS
        self.focused = "back"

    def _take_back(self) -> None:
        self.ctx.record(*(Retracted(id_) for id_ in self.done), child=self.child_id)
        self.done, self.just_written = (), frozenset()
        self._begin()

    def _why(self) -> Next:
        """The reason of what is refused, with the source of the number it would go past."""
        words, refusal = self.ctx.texts, self._refusal()
        assert refusal
        pieces = [Paragraph(words.reason(refusal.reason))]
        if refusal.why:
            pieces.append(Paragraph(refusal.why.reason))
            pieces.append(Paragraph(words("exercise_source", source=refusal.why.source)))
        return routes.Reading(self, words("ordered_refused"), tuple(pieces))

    # ---------------------------------------------------------------- painting
    def paint_page(self, paper: Paper) -> None:
        self._paint_head(paper)
        paper.card(TABLE)
        paint_heads(paper, self.ctx)
        for i, name in enumerate(self.listed()):
            paint_row(paper, self.ctx, self.draft, name, i, is_written=name in self.just_written)
        self._paint_foot(paper)

    def _paint_head(self, paper: Paper) -> None:
        words, head = self.ctx.texts, self.draft.head
        paper.card(HEAD)
        paper.text(words("ordered_who"), 16, WHO.x, 114, INK_2, SEMI_BOLD, "l", WHO.w)
        self.field.paint(paper, WHO, self.is_typing, words("ordered_who_hint"), 18)
        days = {"said-on": head.said_on, "hold": head.hold_until, "visit": head.next_visit}
        refused = {refusal.part.value.replace("_", "-") for refusal in self.draft.refused_head()}
        for what, box in DATES.items():
            paper.text(words(f"ordered_{what.replace('-', '_')}"), 16, box.x, 114, INK_2, SEMI_BOLD, "l", box.w)
            paint_frame(paper, box, 16)
            day = days[what]
            line = self._day(day) if day else words(self._none_of(what))
            colour = WARN if what in refused else INK
            paper.text(line, 18, box.x + 14, box.centre[1], colour, EXTRA_BOLD, "l", box.w - 56)
            paper.glyph("plan", box.right - 24, box.centre[1], 24, INK_2)

    def _none_of(self, what: str) -> str:
        return "ordered_let_go" if what == "hold" and self.draft.sheet.is_let_go else NONE_OF[what]

    def _day(self, day: date) -> str:
        words = self.ctx.texts
        return words.date(day, "weekday")

    def _paint_foot(self, paper: Paper) -> None:
        words, refusal = self.ctx.texts, self._refusal()
        if self.sheets > 1:
            first, many = self.sheet * ROWS, len(self.draft.rows)
            line = words("ordered_rows", first=first + 1, last=first + len(self.listed()), all=many)
            paper.text(
                line, 17, (EARLIER.right + LATER.x) / 2, 662, INK_2, SEMI_BOLD, width=LATER.x - EARLIER.right - 8
            )
        left = LATER.right + 18 if self.sheets > 1 else EARLIER.x
        if refusal:
            line = words("ordered_refused_line")
            paper.paragraph(line, 17, left, 642, WHY.x - left - 14, WARN, EXTRA_BOLD, height=44)
            return
        tomorrow = self._day(plus(self.ctx.today, 1))
        paper.glyph("clock", left + 10, 643, 22, OK)
        key = "ordered_written" if self.done and not self.draft.is_new else "ordered_counts"
        paper.text(words(key, date=tomorrow), 17, left + 28, 643, OK, EXTRA_BOLD, "l", WRITE.x - left - 42)
        for line, y in (("ordered_wakes", 666), ("ordered_sets_grow", 687)):
            paper.text(words(line), 16, left + 28, y, INK_2, SEMI_BOLD, "l", WRITE.x - left - 42)
