"""The door to the grown-ups' side: the child's half with Bo and the way back, the grown-up's half with the PIN.

The pad is shuffled at every opening and the fourth digit hands itself in. After three wrong tries the pad leaves for
a while; playing goes on as ever, and the recovery code is one press away.
"""

from __future__ import annotations

from math import ceil

from game.core.pin_tries import Try
from game.scenes import routes
from game.scenes.parent.gate.door import MIDDLE, paint_door
from game.scenes.routes import Next
from game.scenes.screen import mascot
from game.scenes.screen.context import Context
from game.scenes.screen.pad_screen import PadScreen
from game.ui.controls import Command, Input, Left
from game.ui.paper import Paper
from game.ui.pin_pad import IN_ORDER, PinPad
from game.ui.stage import Stage
from game.ui.theme import BLACK, CORAL, INK, INK_2, SEMI_BOLD, TEAL, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button, round_button

DOTS_Y = 190
IDLE = 60.0  # seconds without input after which the door closes by itself
LOOK = 0.2  # seconds the fourth dot is seen before the number is looked at
CLOCK, CLOCK_STEPS = (MIDDLE, 350, 92), 60  # the ring of the wait: centre and radius; how many pictures it has


class ParentGate(PadScreen):
    """`then` is what lies behind the door, `back` what lies before it; both are made only when they are come to."""

    name = "gate"
    is_gate = True

    def __init__(self, ctx: Context, then: Next, back: Next, recovered: Next | None = None) -> None:
        super().__init__(ctx)
        self._then, self._back, self._recovered = then, back, recovered
        self.pad = PinPad(806, 228, 80, 12, ctx.shuffle(IN_ORDER))
        self.message = ""
        self.looking: float | None = None  # seconds until the number is looked at
        self.left_to_wait, self.whole_wait = ctx.gate.wait(), ctx.gate.whole_wait()

    @property
    def is_waiting(self) -> bool:
        return self.left_to_wait > 0

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        back = round_button("back", 132, 142, 48, CORAL, "icons/back", 60, voice="label_back", command=Command.BACK)
        if self.is_waiting:
            return (
                back,
                button("recovery", Box(740, 500, 400, 56), words("pin_recovery"), glyph="key"),
                button("away", Box(740, 572, 400, 56), words("pin_back"), glyph="exit"),
            )
        forgotten = button("recovery", Box(822, 596, 236, 44), words("pin_forgotten"), glyph="key", size=19)
        return back, *self.pad.widgets(), forgotten

    def first_focus(self, names: list[str]) -> str | None:
        """The middle of the pad; the way back while waiting, and where a child with one button may have come."""
        return "back" if self.is_waiting or self.ctx.settings.one_button else f"pad-{self.pad.digits[4]}"

    def lines(self) -> tuple[str, ...]:
        return ("breathe_in", "breathe_out") if self.is_waiting else ("grown_up_gate",)

    def paint_still(self, paper: Paper) -> None:
        words, ctx = self.ctx.texts, self.ctx
        paint_door(ctx, paper)
        if self.is_waiting:
            paper.text(words("pin_wait_title"), 34, MIDDLE, 132, width=480)
            paper.paragraph(words("pin_wait"), 21, MIDDLE, 160, 470, INK_2, align="c", height=84)
            return
        paper.part("icons/bell", 512, 196, 120, turn=-14)
        paper.text(words("pin_title"), 30, MIDDLE, 118, width=480)
        if self.message:
            paper.paragraph(self.message, 19, MIDDLE, 136, 500, WARN, leading=1.15, align="c", height=46)
        else:
            asked = words("pin_of_made_up", pin=ctx.told_pin) if ctx.told_pin else words("pin_type")
            paper.text(asked, 20, MIDDLE, 154, INK_2, SEMI_BOLD, width=480)
        self.pad.paint(paper)

    def moving(self, stage: Stage) -> None:
        quiet = None if self.is_waiting else self.quiet  # he breathes with the child as long as the clock runs
        mascot.show(self.ctx, stage, "call" if quiet is not None else "belly", 340, 612, 0.86, self.age, quiet=quiet)
        if not self.is_waiting:
            self.pad.show_dots(stage, self.ctx.pictures, DOTS_Y)
            return
        x, y, r = CLOCK
        seconds = ceil(self.left_to_wait)
        step = ceil(CLOCK_STEPS * seconds / max(1, ceil(self.whole_wait)))
        self.sprite(
            stage, step, Box.around(x, y, r + 30), lambda paper: paper.ring(x, y, r, step / CLOCK_STEPS, 18, TEAL.fill)
        )
        pictures = self.ctx.pictures
        stage.put_centre(pictures.text(str(seconds), 72, INK, BLACK), x, y - 4)
        unit = self.ctx.texts("pin_wait_seconds", n=seconds).removeprefix(str(seconds)).strip()
        stage.put_centre(pictures.text(unit, 18, INK_2, SEMI_BOLD), x, y + 46)

    # ---------------------------------------------------------------- acting
    def handle(self, event: Input) -> Next | None:
        if isinstance(event, Left) and self.looking is None:
            self.pad.entered = ""  # three digits left behind would be one digit to guess
        return super().handle(event)

    def missing(self, name: str) -> str:
        return self.ctx.texts("pin_four")

    def rub_out(self) -> None:
        if not self.is_waiting and self.looking is None:
            self.pad.press("pad-erase")

    def tick(self) -> Next | None:
        """The fourth digit hands itself in; before it the tick says what is missing."""
        if not self.is_waiting and self.looking is None:
            self._say(self.ctx.texts("pin_four"))
        return None

    def press(self, name: str) -> Next | None:
        if name in ("back", "away"):
            return self._back
        if name == "recovery":
            return routes.Recovery(self._then, self._back, self._recovered)
        if self.looking is None:
            self._say("")
            if self.pad.press(name):
                self.looking = LOOK
        return None

    def _say(self, message: str) -> None:
        self.message = message
        self.changed()

    def update(self, dt: float) -> Next | None:
        self.pad.update(dt)
        if self.is_waiting:
            self._wait(dt)
        elif self.looking is not None:
            self.looking -= dt
            if self.looking <= 0:
                return self._look()
        elif self.quiet >= IDLE:
            return self._back
        return super().update(dt)

    def _wait(self, dt: float) -> None:
        self.left_to_wait -= dt
        if self.left_to_wait <= 0:
            self.left_to_wait, self.whole_wait = self.ctx.gate.wait(), self.ctx.gate.whole_wait()
            self.quiet, self.focused = 0.0, self.first_focus([])
            self._turned_by_itself()

    def _look(self) -> Next | None:
        """Four digits are in: the door opens, or the dots shake once without a sound and a word says why. While a slow
        disk has not written the try down, they wait."""
        gate, words = self.ctx.gate, self.ctx.texts
        noted = gate.note_try()
        if noted is Try.AT_WORK:
            if not self.message:
                self._say(words("disk_at_work"))
            return None
        self.looking = None
        missed = self.ctx.family.missed
        if gate.check_pin(self.pad.take()):
            return routes.Passed(self._then, missed)
        self.pad.shake()
        self.left_to_wait, self.whole_wait = gate.wait(), gate.whole_wait()
        self._say(words("pin_disk") if noted is Try.REFUSED else words("pin_wrong", n=gate.tries_left()))
        if self.is_waiting:
            self.message = ""
            self.focused = self.first_focus([])
            self.ctx.say(*self.lines())
            self._turned_by_itself()
        return None

    def _turned_by_itself(self) -> None:
        """The pad has left or has come back: Enter is no longer what it was."""
        self.is_typing = False
        self.came_by_itself()
        self.changed()
