"""After surgery: two dates and the surgeon's word. The later date locks; the calendar alone never opens anything."""

from __future__ import annotations

from datetime import date, timedelta

from game.core.rules.parent_actions import has_operation
from game.core.rules.state import AFTER_SURGERY
from game.scenes import routes
from game.scenes.first_start.order import OnePage
from game.scenes.first_start.step import FOOT, LEFT, WizardPage
from game.scenes.first_start.stopping_orders import stopping_orders
from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.scenes.screen.date_picker import DayScreen
from game.ui.paper import Paper
from game.ui.text_field import paint_frame
from game.ui.theme import INK, INK_2, SEMI_BOLD, TEAL, WARN
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

SURGERY, START = Box(84, 195, 330, 56), Box(84, 345, 330, 56)
WORD = Box(76, 456, 660, 56)
NONE = Box(250, FOOT, 330, 56)
THEN = Box(250, FOOT - 6, 730, 68)
STEPS_X, STEPS_Y, STEPS_PITCH = 826, 190, 96


class SurgeryStep(DayScreen, WizardPage):
    """`draft.surgery`, `draft.surgeon_start` (None: not known yet) and `draft.has_surgeon_agreed`."""

    name = "first-surgery"
    page = "surgery"
    title = "first_surgery_title"
    sub = "first_surgery_line"

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        return (
            Widget("surgery", SURGERY, Hotspot(16), is_adult=True),
            Widget("start", START, Hotspot(16), is_adult=True),
            self.ticked("word", WORD),
            self.back_button(),
            self.on_button(),
        )

    def first_focus(self, names: list[str]) -> str | None:
        return "surgery" if self.draft.surgery is None else "start" if self.draft.surgeon_start is None else "big"

    def paint_cards(self, paper: Paper) -> None:
        words, draft = self.ctx.texts, self.draft
        paper.card(Box(LEFT, 136, 700, 132), words("first_surgery_day"))
        paper.card(Box(LEFT, 286, 700, 132), words("first_surgery_start"))
        self._date(paper, SURGERY, draft.surgery)
        self._date(paper, START, draft.surgeon_start)
        if draft.surgery:
            line = words("first_surgery_earliest", date=self._after(self.ctx.catalogue.rules.surgery_days))
            is_ahead = draft.surgery > self.ctx.today
            paper.paragraph(
                words("first_surgery_ahead") if is_ahead else line, 18, 438, 164 if is_ahead else 199, 300,
                WARN if is_ahead else INK_2, height=84 if is_ahead else 60, leading=1.2,
            )  # fmt: skip
        paper.paragraph(words("first_surgery_start_line"), 18, 438, 349, 300, INK_2, height=60)
        paper.card(Box(LEFT, 436, 700, 144), fill="#FBEBD8", lip="#E8CDA8")
        self.check_box(paper, 84, 467, draft.has_surgeon_agreed, "#8A4A12", 34)
        paper.text(words("first_surgery_word"), 23, 136, 484, WARN, align="l", width=600)
        asked = "first_surgery_word_due" if self._waits_for_word() else "first_surgery_word_line"
        paper.paragraph(words(asked), 18, 136, 524, 606, INK_2, height=52)
        paper.card(Box(790, 136, 430, 444), words("first_surgery_then"))
        for i, (when, line) in enumerate(self._steps()):
            self._step(paper, i, when, words(line))

    def _date(self, paper: Paper, box: Box, day: date | None) -> None:
        words = self.ctx.texts
        paint_frame(paper, box, 16)
        text = words.date(day, "year") if day else words("first_surgery_unknown")
        paper.text(text, 24, box.x + 20, box.centre[1], INK if day else INK_2, align="l", width=box.w - 72)
        paper.glyph("plan", box.right - 30, box.centre[1], 28, INK_2)

    def _after(self, days: int, day: date | None = None) -> date:
        """So many days after a day, the surgery if none is given."""
        first = day or self.draft.surgery
        assert first
        return first + timedelta(days=days)

    def _opens(self) -> date | None:
        """The later of the surgeon's date and the rules' own; None while one of the dates is missing."""
        if not (self.draft.surgery and self.draft.surgeon_start):
            return None
        return max(self._after(self.ctx.catalogue.rules.surgery_days), self.draft.surgeon_start)

    def _waits_for_word(self) -> bool:
        """The dates have come, and the surgeon's word alone keeps it locked."""
        opens = self._opens()
        return opens is not None and opens <= self.ctx.today and not self.draft.has_surgeon_agreed

    def _steps(self) -> list[tuple[str, str]]:
        """When, and the key of what happens then."""
        words, opens = self.ctx.texts, self._opens()
        last = words("first_surgery_any"), "first_surgery_any_line"
        if opens is None:
            return [(words("first_surgery_open"), "first_surgery_until_line"), last]
        rules, waits = self.ctx.catalogue.rules, self._waits_for_word()
        opens = max(opens, self.ctx.today) if waits else opens  # a day gone by opens nothing any more
        full = max(self._after(rules.surgery_full_days), self._after(rules.surgery_half_days, opens))
        if waits:
            locked, begins = words("first_surgery_until_word"), words("first_surgery_from_word")
        else:
            locked = words("first_surgery_until", date=opens - timedelta(days=1))
            begins = words("first_surgery_from", date=opens)
        return [
            (locked, "first_surgery_until_line"),
            (begins, "first_surgery_half_line"),
            (words("first_surgery_from", date=full), "first_surgery_full_line"),
            last,
        ]

    def _step(self, paper: Paper, i: int, when: str, line: str) -> None:
        y, is_last = STEPS_Y + i * STEPS_PITCH, i + 1 == len(self._steps())
        colour = "#8A7689" if i == 0 else TEAL.fill
        body = f'<circle cx="12" cy="12" r="9" fill="{colour}"/>'
        if not is_last:
            body += '<path d="M12 28V88" stroke="#D8C9AC" stroke-width="4" stroke-linecap="round"/>'
        paper.drawn(body, STEPS_X - 12, y, 24, 92)
        paper.text(when, 20, STEPS_X + 26, y + 12, align="l", width=340)
        paper.paragraph(line, 18, STEPS_X + 26, y + 28, 345, INK_2, SEMI_BOLD, height=58)

    # ---------------------------------------------------------------- acting
    def press(self, name: str) -> Next | None:
        words = self.ctx.texts
        if name == "surgery":
            return routes.PickDate(self, name, words("first_surgery_day"), self.draft.surgery)
        if name == "start":
            operated = self.draft.surgery  # a surgeon's start before it is a slip of the finger
            return routes.PickDate(
                self, name, words("first_surgery_start"), self.draft.surgeon_start, earliest=operated
            )
        return super().press(name)

    def choose(self, name: str) -> None:
        if name == "word":
            self.draft.has_surgeon_agreed = not self.draft.has_surgeon_agreed

    def take_day(self, what: str, day: date | None) -> None:
        if what == "surgery":
            self.draft.surgery = day
        else:
            self.draft.surgeon_start = day


class EditSurgery(SurgeryStep):
    """The dates and the word of a child that is there."""

    name = "edit-surgery"

    def __init__(self, ctx: Context, child: str, then: Next) -> None:
        super().__init__(ctx, OnePage(ctx, child, then, lambda draft: draft.surgery_change(ctx.child(child))))
        self._child, self._then = child, then

    def build(self) -> tuple[Widget, ...]:
        *page, on = super().build()
        if not has_operation(self.ctx.child(self._child)):
            return (*page, on)
        return (*page, button("none", NONE, self.ctx.texts("no_operation_do"), size=20), on)

    def press(self, name: str) -> Next | None:
        return routes.NoOperation(self, self._child, self._then) if name == "none" else super().press(name)


class TellOperation(SurgeryStep):
    """An operation of a child that was told of none: kept, its programme is the one after surgery, and nothing is
    played until the dates and the surgeon's word are here."""

    name = "tell-operation"
    title = "operation_title"

    def __init__(self, ctx: Context, child: str, then: Next) -> None:
        order = OnePage(ctx, child, then, lambda draft: draft.programme_change(ctx.child(child)))
        order.draft.programme = AFTER_SURGERY
        super().__init__(ctx, order)
        self._child = child

    def paint_cards(self, paper: Paper) -> None:
        super().paint_cards(paper)
        words, child = self.ctx.texts, self.ctx.child(self._child)
        said = words("operation_then", programme=words(f"programme_{AFTER_SURGERY}"))
        said = " ".join(filter(None, (said, stopping_orders(self.ctx, child, AFTER_SURGERY))))
        paper.paragraph(said, 17, THEN.x, THEN.y, THEN.w, WARN, SEMI_BOLD, height=THEN.h, leading=1.2)
