"""The card before the game closes: stay has the focus. In the evening it says good night and Bo falls asleep, by day it
says bye and Bo waves.

Where a child may not close the game, closing asks for the grown-up's PIN.
"""

from __future__ import annotations

from game.core.rules.waiting import waiting
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.scene import Scene
from game.scenes.screen import mascot
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.ui.controls import Command, Input
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import NIGHT, NIGHT_SKY, TEAL
from game.ui.view import Box
from game.ui.widgets import Widget, button, round_button

CARD = Box(280, 120, 720, 480)
STRIP = Box(320, 632, 640, 56)
VEIL = 0.45
GOOD_BYE = 0.4  # seconds after the last word until the window is gone


class CloseScreen(Screen):
    """`back` is the screen it lies over, and comes back on *stay*."""

    name = "close"
    is_cover = is_card = is_good_night = True
    hears_help = False

    def __init__(self, ctx: Context, back: Scene) -> None:
        super().__init__(ctx)
        self._back = back
        self.going: float | None = None  # seconds until the game is closed
        self.waiting = {i: n for i, c in ctx.children.items() if (n := len(waiting(ctx.catalogue, c, ctx.today)))}

    # ---------------------------------------------------------------- looks
    def build(self) -> tuple[Widget, ...]:
        if self.going is not None:
            return ()
        stay = round_button("stay", 500, 448, 66, TEAL, "icons/play", 88, voice="label_go_on", command=Command.BACK)
        night = round_button("good-night", 780, 448, 66, NIGHT, "icons/bed", 88, voice="label_bye")
        return stay, night, *self._strip()

    def _strip(self) -> tuple[Widget, ...]:
        if not self.waiting:
            return ()
        label = self.ctx.texts("who_waiting", n=sum(self.waiting.values()))
        return (button("waiting", STRIP, label, "soft", glyph="people", size=20, command=Command.GROWN_UPS),)

    def first_focus(self, names: list[str]) -> str | None:
        return "stay" if "stay" in names else None

    def lines(self) -> tuple[str, ...]:
        return ("close_ask",) if self.going is None else ()

    def paint_still(self, paper: Paper) -> None:
        words, ctx = self.ctx.texts, self.ctx
        paper.backdrop(ctx.art.place("meadow", ctx.is_evening).still(paper.view.size))
        paper.veil(VEIL)
        paper.panel(CARD, radius=48, blur=20)
        if self.going is not None:
            _paint_light(paper, 860, ctx.is_evening)
            return
        _paint_light(paper, 640, ctx.is_evening)
        paper.text(words("close_title_evening" if ctx.is_evening else "close_title"), 44, 640, 330, width=640)
        paper.text(words("close_stay"), 34, 500, 568, width=260)
        paper.text(words("close_good_night" if ctx.is_evening else "close_bye"), 34, 780, 568, width=260)

    def moving(self, stage: Stage) -> None:
        if self.going is not None:
            mascot.show(self.ctx, stage, "sleepy" if self.ctx.is_evening else "greet", 640, 560, 0.72, self.age)

    # ---------------------------------------------------------------- acting
    def handle(self, event: Input) -> Next | None:
        return super().handle(event) if self.going is None else None

    def press(self, name: str) -> Next | None:
        match name:
            case "stay":
                return self._back
            case "waiting":
                return routes.Gate(routes.ConfirmNext(routes.Close(self._back)), self)
            case "good-night" if self.ctx.home:
                return routes.Home()
            case "good-night":
                return routes.Ending(routes.GoodNight(self), self)
        return None

    def update(self, dt: float) -> Next | None:
        following = super().update(dt)
        if self.going is not None:
            self.going -= dt
            if self.going <= 0:
                self.ctx.request_quit()
        return following

    def good_night(self) -> Scene:
        """The last word, and then the window closes; nothing is left to be kept."""
        last = "sleepy_goodbye" if self.ctx.is_evening else "end_goodbye"
        self.ctx.say(last)
        self.going = self.ctx.narrator.duration(last) + GOOD_BYE
        self.focused = None
        self.come_again()
        return self


def _paint_light(paper: Paper, x: float, is_evening: bool) -> None:
    """The sun, or the moon in a piece of night: on cream it would hardly be seen."""
    if is_evening:
        paper.disc(x, 218, 62, NIGHT_SKY, "ui/moon", 104, ring="#FFF9EC", lip_depth=4)
    else:
        paper.part("ui/sun", x, 226, 130, shadow=0)
