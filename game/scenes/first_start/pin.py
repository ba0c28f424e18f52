"""A PIN for the grown-ups, typed twice, and the recovery code that must be written down before going on.

Four equal or plain digits are answered once ("a child tries that first") and taken when chosen again.
"""

from __future__ import annotations

import logging

from game.scenes.first_start.draft import Draft
from game.scenes.first_start.order import Wizard
from game.scenes.first_start.step import LEFT, WizardPage
from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.scenes.screen.file_names import file_name
from game.scenes.screen.pad_screen import PadScreen
from game.scenes.screen.printout import sheet
from game.scenes.screen.quoted import quoted
from game.ui.paper import Paper
from game.ui.pin_pad import PinPad
from game.ui.stage import Stage
from game.ui.theme import INK, INK_2, OK, TEAL, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

DOTS_Y = 228
CODE = Box(590, 136, 630, 348)
CODE_SIZE = 35  # made smaller by a fifth, thrice the widest word still fits
PRIVACY = Box(590, 500, 630, 90)
WRITTEN = Box(608, 420, 594, 52)
log = logging.getLogger(__name__)


class PinStep(PadScreen, WizardPage):
    """`draft.pin` is empty until it was typed twice the same."""

    name = "first-pin"
    page = "pin"
    title = "first_pin_title"
    sub = "first_pin_line"

    def __init__(self, ctx: Context, order: Wizard) -> None:
        super().__init__(ctx, order)
        self.draft.recovery = self.draft.recovery or ctx.gate.new_recovery_code()
        self.pad = PinPad(166, 264, 84, 14, begins_at_right=self.begins_at_right)
        self.first = ""  # what was typed the first time
        self.warned = ""  # the weak number that was answered already
        self.message = ""
        self.saved = ""

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        return (
            *self.pad.widgets(),
            button("print", Box(620, 352, 190, 52), words("first_pin_print"), glyph="print"),
            button("save", Box(826, 352, 260, 52), words("first_pin_save"), glyph="save"),
            self.ticked("written", WRITTEN),
            self.back_button(Box(590, 608, 170, 56)),
            self.on_button(self.is_ready, box=Box(960, 608, 260, 56)),
        )

    def first_focus(self, names: list[str]) -> str | None:
        return "big" if "big" in names else "pad-1"

    def heading(self) -> str:
        """What the pad asks for now."""
        if self.draft.pin:
            return "first_pin_done"
        return "first_pin_again" if self.first else "first_pin_choose"

    def paint_cards(self, paper: Paper) -> None:
        words = self.ctx.texts
        paper.card(Box(LEFT, 136, 500, 528))
        if self.message:
            paper.paragraph(words(self.message), 19, LEFT + 250, 150, 440, WARN, align="c", height=52)
        else:
            paper.text(words(self.heading()), 22, LEFT + 250, 176, OK if self.draft.pin else INK, width=440)
        self.pad.is_done = bool(self.draft.pin)
        self.pad.paint(paper)
        paper.card(CODE, fill="#E3F1EC", lip="#BBDCD2")
        paper.text(words("first_pin_code"), 22, 620, 172, align="l", width=570)
        paper.text(self.draft.recovery.replace("-", " - "), CODE_SIZE, 905, 230, width=590)
        below = self.saved or words("first_pin_code_line")
        paper.paragraph(below, 16 if self.saved else 20, 620, 270, 570, INK_2, height=80)  # a path may be long
        self.check_box(paper, 626, 431, self.draft.is_written_down, TEAL.fill)
        paper.text(words("first_pin_written"), 22, 674, 446, align="l", width=510)
        paper.card(PRIVACY)
        paper.glyph("shield", 628, 545, 34, (31, 127, 121))
        told = quoted(self.ctx, "who_grown_up_sees")
        paper.paragraph(words("first_pin_privacy", told=told), 18, 664, 510, 536, height=72)

    def moving(self, stage: Stage) -> None:
        self.pad.show_dots(stage, self.ctx.pictures, DOTS_Y, 4 if self.draft.pin else None)

    # ---------------------------------------------------------------- acting
    def rub_out(self) -> None:
        self._digit("pad-erase")

    def tick(self) -> Next | None:
        """On, once everything is there; else what is missing."""
        if self.is_ready:
            return self.press("big")
        if self.pad.entered or self.draft.pin or not self.message:
            self.message = self._lacks()  # else the fourth digit was just answered, and that stays to be read
        self.changed()
        return None

    @property
    def is_ready(self) -> bool:
        return bool(self.draft.pin) and self.draft.is_written_down

    def missing(self, name: str) -> str:
        return self.ctx.texts("pin_four" if name == "pad-enter" else self._lacks())

    def _lacks(self) -> str:
        """The key of what has to be done before going on."""
        return "first_pin_tick" if self.draft.pin else self.heading() if not self.pad.entered else "pin_four"

    def update(self, dt: float) -> Next | None:
        self.pad.update(dt)
        return super().update(dt)

    def choose(self, name: str) -> None:
        if name == "written":
            self.draft.is_written_down = not self.draft.is_written_down
            self.message = ""
            if self.is_ready:
                self.focused = "big"  # the next Enter goes on: it must not take the tick back
        elif name in ("save", "print"):
            self._keep(is_printed=name == "print")
        elif name.startswith("pad-"):
            self._digit(name)

    def _digit(self, name: str) -> None:
        """A key of the pad. A number that was chosen is taken back first: no digit undoes it in passing."""
        self.message = ""
        if self.draft.pin and name == "pad-erase":
            self.draft.pin = self.first = ""
        elif self.draft.pin:
            self.message = "first_pin_there"
            self.changed()
            return
        if self.pad.press(name):
            self._entered(self.pad.take())
        self.changed()

    def _entered(self, pin: str) -> None:
        if not self.first:
            if self.ctx.gate.is_guessable(pin) and self.warned != pin:
                self.warned, self.message = pin, "first_pin_weak"
            else:
                self.first = pin
        elif pin == self.first:
            self.draft.pin, self.first = pin, ""
            self.ctx.sound.effect("tick")
        else:
            self.first, self.message = "", "first_pin_differs"
            self.pad.shake()

    def _keep(self, is_printed: bool) -> None:
        """The code shown for printing and gone again, or, only where that was asked for, as a small file."""
        words, code = self.ctx.texts, self.draft.recovery
        text, kind = words("first_pin_file_text", date=self.ctx.today, code=code), words("file_recovery")
        try:
            if is_printed:  # never kept without being asked for: a child would find it among the documents
                page = sheet(words("app_name"), text, big=code, language=self.ctx.language)
                self.ctx.files.show(file_name(self.ctx, kind, "html"), page)
                self.saved = words("first_pin_shown")
            else:
                file = self.ctx.files.save_file(file_name(self.ctx, kind, "txt"), text)
                self.saved = words("first_pin_saved", file=file)
        except OSError as error:
            log.warning("recovery code neither printed nor saved: %s", error)
            self.message = "first_pin_not_printed" if is_printed else "first_pin_not_saved"


class _NewPin:
    """The order of one page that sets a new PIN for a family that has one."""

    def __init__(self, ctx: Context, then: Next, back: Next) -> None:
        self.ctx, self._then, self._back = ctx, then, back
        self.draft = Draft()

    def on(self, page: str) -> Next:
        self.ctx.gate.set(self.draft.pin, self.draft.recovery)
        return self._then

    def back(self, page: str) -> Next:
        return self._back

    def place(self, page: str) -> tuple[int, int] | None:
        return None

    def about(self) -> None:
        return None

    def on_key(self, page: str) -> str:
        return "screen_keep"


class NewPinScreen(PinStep):
    """Another PIN and another recovery code, after the old one or the recovery code was right."""

    name = "new-pin"
    title = "pin_new"
    sets_pin = True

    def __init__(self, ctx: Context, then: Next, back: Next) -> None:
        super().__init__(ctx, _NewPin(ctx, then, back))
