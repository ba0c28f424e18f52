"""Something is wrong with the diary: the left half calls a grown-up, the right half says what, and what is best.

Calm, one recommended way, nothing deleted. `decide` is told the name of the button pressed and gives what follows, or
None to stay.
"""

from __future__ import annotations

from collections.abc import Callable

from game.scenes.routes import Next
from game.scenes.screen import mascot
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.scenes.trouble.cases import TroubleButton, TroubleWords
from game.ui.controls import Command
from game.ui.page_change import Arrival
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import BLUE, EXTRA_BOLD, INK, INK_2, OK
from game.ui.view import Box
from game.ui.widgets import Widget, button, round_button

CHILD_HALF, GROWN_UP_HALF = Box(60, 70, 400, 580), Box(490, 70, 730, 580)
LEFT, WIDTH = 524, 662
BUTTON_H, BUTTON_STEP, FIRST_BUTTON = 72, 93, 322
FOOT = Box(524, 594, 662, 50)
TAG_H = 40
POLL_EVERY = 1.0  # seconds between two looks whether the trouble is over
CALL = ("grown_up_call", "grown_up_bell")

Decide = Callable[[str], "Next | None"]
Poll = Callable[[], "Next | None"]


class TroubleCard(Screen):
    """`poll` looks every second whether the trouble has gone by itself, and gives the screen that follows."""

    name = "trouble"
    is_cover = is_card = True
    hears_help = False
    arrival = Arrival.FADE

    def __init__(self, ctx: Context, case: TroubleWords, decide: Decide, poll: Poll | None = None) -> None:
        super().__init__(ctx)
        self.case, self._decide, self._poll = case, decide, poll
        self._poll_in = POLL_EVERY

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        say = round_button("say", 142, 158, 48, BLUE, "icons/speaker", 60, voice="grown_up_call", command=Command.AGAIN)
        return (*(self._button(i, choice) for i, choice in enumerate(self.case.choices)), say)

    def _button(self, i: int, choice: TroubleButton) -> Widget:
        box = Box(LEFT, FIRST_BUTTON + i * BUTTON_STEP, WIDTH, BUTTON_H)
        kind = "plain" if i else "primary"
        return button(choice.name, box, choice.label, kind, size=23, sub=choice.line, command=choice.command)

    def lines(self) -> tuple[str, ...]:
        return CALL

    def paint_still(self, paper: Paper) -> None:
        ctx = self.ctx
        paper.backdrop(ctx.art.place("meadow", ctx.is_evening).still(paper.view.size))
        paper.veil()
        paper.panel(CHILD_HALF, "#FFF3D9", radius=48, blur=20)
        paper.shape('<circle cx="260" cy="430" r="150" fill="#FFE2A8"/>', Box(100, 270, 320, 320), alpha=0)
        paper.part("icons/bell", 366, 162, 96, turn=-14)
        paper.panel(GROWN_UP_HALF, "#FFFDF7", radius=48, blur=20)
        self._say_what(paper)

    def _say_what(self, paper: Paper) -> None:
        case = self.case
        align, edge = paper.beginning(LEFT, WIDTH)
        on = 1 if align == "l" else -1  # the way its lines run
        paper.glyph(case.glyph, edge + 24 * on, 130, 44, OK)
        paper.text(case.title, 30, edge + 64 * on, 128, align=align, width=WIDTH - 64)
        room = FIRST_BUTTON - 170 - TAG_H - 22
        y = min(paper.paragraph(case.line, 21, LEFT, 170, WIDTH, INK, height=room), FIRST_BUTTON - TAG_H - 18) + 8
        w = paper.pictures.text_width(case.tag, 19, EXTRA_BOLD) + 60
        body = f'<rect x="0" y="0" width="{w:.0f}" height="{TAG_H}" rx="{TAG_H / 2}" fill="#E3F1EC"/>'
        paper.drawn(body, min(edge, edge + w * on), y, round(w), TAG_H)
        paper.glyph("tick", edge + 22 * on, y + TAG_H / 2, 22, OK, 3)
        paper.text(case.tag, 19, edge + 42 * on, y + TAG_H / 2 - 1, OK, align=align, width=WIDTH - 60)
        middle = FOOT.y + (FOOT.h - min(FOOT.h, paper.paragraph_height(case.foot, 17, FOOT.w))) / 2
        paper.paragraph(case.foot, 17, FOOT.centre[0], middle, FOOT.w, INK_2, align="c", height=FOOT.h)

    def moving(self, stage: Stage) -> None:
        mascot.show(self.ctx, stage, "call", 260, 606, 0.74, self.age)

    # ---------------------------------------------------------------- acting
    def press(self, name: str) -> Next | None:
        if name == "say":
            self.ctx.say(*CALL)
            return None
        return self._decide(name)

    def update(self, dt: float) -> Next | None:
        following = super().update(dt)
        if self._poll:
            self._poll_in -= dt
            if self._poll_in <= 0:
                self._poll_in = POLL_EVERY
                following = self._poll() or following
        return following
