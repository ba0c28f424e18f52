"""The recovery code instead of a forgotten PIN, from the paper or the file of the first start; then a new PIN."""

from __future__ import annotations

from math import ceil

from game.scenes import routes
from game.scenes.parent.gate.door import MIDDLE, paint_door
from game.scenes.routes import Next
from game.scenes.screen import mascot
from game.scenes.screen.context import Context
from game.scenes.screen.field_screen import FieldScreen
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.text_field import TextField
from game.ui.theme import CORAL, INK_2, WARN
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button, round_button

FIELD = Box(700, 286, 480, 64)
LONGEST = 40  # characters of a code, with room for blanks somebody types
IDLE = 300.0  # seconds: a grown-up may have to fetch the paper


class RecoveryPage(FieldScreen):
    """`then` and `back` as at the gate. The keyboard types; a pad or a finger uses the letters on the screen."""

    name = "gate-recovery"
    is_gate = True
    is_child = False
    field_name, field_box, letters_title = "code", FIELD, "pin_recovery_title"
    is_latin = True

    def __init__(self, ctx: Context, then: Next, back: Next, recovered: Next | None = None) -> None:
        super().__init__(ctx)
        self.field = TextField(longest=LONGEST)
        self._then, self._back, self._recovered = then, back, recovered
        self.is_wrong = self.is_refused = False
        self._shown_wait = 0
        self.is_kept = False  # looked at as soon as another try may be made

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        return (
            round_button("back", 132, 142, 48, CORAL, "icons/back", 60, voice="label_back", command=Command.BACK),
            Widget("code", FIELD, Hotspot(18), is_adult=True),
            button("letters", Box(740, 432, 400, 52), words("first_child_keyboard"), glyph="edit", size=20),
            button(
                "big", Box(740, 500, 400, 56), words("screen_go_on"), "primary", glyph="next",
                is_enabled=bool(self.field.name),
            ),
            button("away", Box(740, 572, 400, 56), words("pin_back"), glyph="exit"),
        )  # fmt: skip

    def first_focus(self, names: list[str]) -> str | None:
        return "code"

    def paint_still(self, paper: Paper) -> None:
        words = self.ctx.texts
        paint_door(self.ctx, paper)
        paper.text(words("pin_recovery_title"), 34, MIDDLE, 132, width=480)
        paper.paragraph(words("pin_recovery_line"), 21, MIDDLE, 164, 470, INK_2, align="c", height=84)
        self.field.paint(paper, FIELD, self.focused == "code")
        if self.is_kept:
            line = words("pin_recovery_kept", n=ceil(self.ctx.gate.wait_for_code()))
            paper.paragraph(line, 19, MIDDLE, 364, 470, INK_2, align="c", height=52)
        elif self.is_refused:
            paper.paragraph(words("pin_disk_code"), 19, MIDDLE, 364, 470, WARN, align="c", height=52)
        elif self.is_wrong:
            paper.paragraph(words("pin_recovery_wrong"), 19, MIDDLE, 364, 470, WARN, align="c", height=52)

    def missing(self, name: str) -> str:
        return self.ctx.texts("why_code")

    def moving(self, stage: Stage) -> None:
        mascot.show(self.ctx, stage, "stand", 340, 612, 0.86, self.age, quiet=self.quiet)

    # ---------------------------------------------------------------- acting
    def was_typed(self) -> None:
        self.is_wrong = self.is_kept = self.is_refused = False

    def enter(self) -> Next | None:
        return self._look() if self.field.name else None

    def press(self, name: str) -> Next | None:
        match name:
            case "back" | "away":
                return self._back
            case "letters":
                return self.letters()
            case "big":
                return self._look()
        return None

    def update(self, dt: float) -> Next | None:
        if self.quiet >= IDLE:
            return self.left_for(self._back)
        if self.is_kept:
            if (left := ceil(self.ctx.gate.wait_for_code())) <= 0:
                return self.left_for(self._look())
            if left != self._shown_wait:
                self._shown_wait = left
                self.changed()
        return super().update(dt)

    def _look(self) -> Next | None:
        """The code is right: a new PIN. After many wrong codes it is kept for a moment before it is looked at."""
        self.is_kept = self.ctx.gate.wait_for_code() > 0
        if self.is_kept:
            self.changed()
            return None
        if self.ctx.unsaved and not self.ctx.retry():
            self.is_refused = True  # the new PIN that follows could not be kept
            self.changed()
            return None
        if self.ctx.gate.check_recovery(self.field.name):
            return self._recovered or routes.NewPin(self._then, self._back)
        self.is_wrong = True
        self.changed()
        return None
