"""Stop, and two play: who stops? One of them, and the other goes on, or both; then the card that asks how."""

from __future__ import annotations

from game.core.session.pacing import LATER_AFTER
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.screen import Screen
from game.scenes.session.session import RunningSession
from game.scenes.session.session_screen import FloorScene
from game.scenes.together.company import Company
from game.scenes.together.whose_card import MIDDLE, TwoHeads
from game.ui.controls import Command
from game.ui.page_change import Arrival
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import CORAL, NIGHT, TEAL
from game.ui.widgets import Widget, round_button


class StopWhose(Screen):
    """A card over `back`, which goes on from where it was."""

    name = "stop_whose"
    session: RunningSession
    arrival = Arrival.FADE

    def __init__(self, company: Company, back: FloorScene) -> None:
        super().__init__(company.ctx)
        self.company, self.back = company, back
        self.session = company.lead
        self.heads = TwoHeads(self.ctx, company.active)

    def lines(self) -> tuple[str, ...]:
        return ("together_stop_who",)

    def build(self) -> tuple[Widget, ...]:
        on = hud.big("play", "label_go_on", Command.BACK, TEAL, 84, name="go on")
        both = round_button("both", 640, MIDDLE, 62, NIGHT, "icons/together", 92, voice="label_both")
        first, *second = self.heads.widgets()
        return (first, both, *second, hud.again_right(), hud.hurt(), on)

    def first_focus(self, names: list[str]) -> str | None:
        return "go on"

    def update(self, dt: float) -> Next | None:
        return super().update(dt) if self.quiet < LATER_AFTER else routes.Later(self.session)

    def press(self, name: str) -> Next | None:
        what, _, which = name.partition("-")
        match what:
            case "again":
                self.ctx.say(*self.lines())
            case "go on":
                self.ctx.narrator.stop()
                return self.back.resumed()
            case "hurt":
                return self.back.press("hurt")
            case "both":
                return routes.StopCard(self.session, self.back, self.company)
            case "whose":
                return routes.StopCard(self.heads.asked[int(which)], self.back)
        return None

    def paint_still(self, paper: Paper) -> None:
        self.heads.paint(paper, self.ctx.texts("together_stop_title"), "icons/home", CORAL)
        paper.text(self.ctx.texts("together_both"), 30, 640, MIDDLE + 110, width=150)

    def draw(self, stage: Stage) -> None:
        super().draw(stage)
        self.heads.draw(stage)
