"""Stop for today? Go on, keep the rest for later, or stop; every star stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.events import SessionEnding
from game.core.session.pacing import LATER_AFTER
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen import hud, mascot
from game.scenes.screen.meadow import paint_meadow
from game.scenes.screen.screen import Screen
from game.scenes.session.friend import paint_whose
from game.scenes.session.session import RunningSession
from game.scenes.session.session_screen import FloorScene
from game.ui.controls import Command
from game.ui.page_change import Arrival
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import CORAL, INK_2, NIGHT, TEAL
from game.ui.view import Box
from game.ui.widgets import Widget, round_button

if TYPE_CHECKING:
    from game.scenes.together.company import Company

CARD, KEPT = Box(150, 70, 980, 560), Box(566, 470, 408, 96)
CORNER = (214, 134, 46)  # whose card it is, where two play
MOST_STARS = 3
BUTTONS = ((570, "stop_go_on"), (770, "stop_rest_later"), (970, "stop_stop"))


class StopScreen(Screen):
    """A card over `back`, which goes on from where it was. It ends the session, or where two stop at once `ends`."""

    name = "stop"
    session: RunningSession
    arrival = Arrival.FADE

    def __init__(self, session: RunningSession, back: FloorScene, ends: Company | None = None) -> None:
        super().__init__(session.ctx)
        self.session, self.back, self._company = session, back, ends

    def lines(self) -> tuple[str, ...]:
        return ("stop_ask",)

    def build(self) -> tuple[Widget, ...]:
        return (
            round_button("go on", 570, 290, 72, TEAL, "icons/play", 96, voice="label_go_on", command=Command.BACK),
            round_button("later", 770, 290, 72, NIGHT, "icons/bookmark", 90, voice="stop_later"),
            round_button("stop", 970, 290, 72, CORAL, "icons/home", 96, voice="label_stop"),
            hud.again_right(),
            hud.hurt(),
        )

    def update(self, dt: float) -> Next | None:
        return super().update(dt) if self.quiet < LATER_AFTER else routes.Later(self.session)

    def press(self, name: str) -> Next | None:
        match name:
            case "again":
                self.ctx.say(*self.lines())
            case "go on":
                self.ctx.narrator.stop()
                return self.back.resumed()
            case "hurt":
                return routes.ItHurts(self.session, self.back.about, self)
            case "later" | "stop":
                ending = SessionEnding.LATER if name == "later" else SessionEnding.STOPPED
                (self._company or self.session).end(ending)
                return routes.SessionOver(self.session)
        return None

    def resumed(self) -> Next:
        """After a card over this one it asks again."""
        return routes.StopCard(self.session, self.back, self._company)

    def paint_still(self, paper: Paper) -> None:
        paint_meadow(self.ctx, paper)
        paper.panel(CARD, radius=48, blur=20)
        if self._company is None:
            paint_whose(paper, self.session, *CORNER)
        paper.text(self.ctx.texts("stop_title"), 44, 770, 138, width=560)
        for x, key in BUTTONS:
            paper.text(self.ctx.texts(key), 34, x, 410, width=190)
        self._paint_kept(paper)

    def _paint_kept(self, paper: Paper) -> None:
        """What was won stays."""
        if not self.session.stars or self._company:  # of two nobody sees the other's
            return
        paper.panel(KEPT, "#FFF3D9", radius=48)
        shown = min(MOST_STARS, self.session.stars)
        for i in range(shown):
            paper.part("icons/star", KEPT.x + 60 + i * 62, 516, 56, shadow=0)
        x = KEPT.x + 60 + shown * 62
        if self.session.stars > MOST_STARS:
            box = paper.text(f"+{self.session.stars - MOST_STARS}", 34, x - 14, 516, align="l")
            x = box.right + 34
        paper.disc(x + 14, 518, 24, TEAL, "icons/check", 34, lip_depth=3, alpha=0)
        paper.text(self.ctx.texts("stop_stars_kept"), 34, x + 46, 516, INK_2, align="l", width=KEPT.right - x - 60)

    def moving(self, stage: Stage) -> None:
        mascot.show(self.ctx, stage, "wave", 330, 596, 0.8, self.age)
