"""It hurts, and two play: whose foot is it? Only that one's exercise stops; then come the faces."""

from __future__ import annotations

from collections.abc import Mapping

from game.core.events import SessionEnding
from game.core.session.pacing import LATER_AFTER
from game.scenes import routes
from game.scenes.routes import Behind, Next
from game.scenes.screen import hud
from game.scenes.screen.safety_screen import SafetyScreen
from game.scenes.session.session import RunningSession, Subject
from game.scenes.together.company import Company
from game.scenes.together.whose_card import TwoHeads
from game.ui.controls import Command
from game.ui.page_change import Arrival
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import CORAL, LILAC
from game.ui.widgets import Widget, round_button


class OuchWhose(SafetyScreen):
    """`about` is what may hurt each of them; who has done nothing and has nothing left is not asked about."""

    name = "ouch_whose"
    session: RunningSession
    arrival = Arrival.FADE

    def __init__(self, company: Company, about: Mapping[RunningSession, tuple[Subject, ...]], back: Behind) -> None:
        super().__init__(company.ctx)
        self.company, self.about, self.back = company, dict(about), back
        self.session = company.lead
        self.heads = TwoHeads(self.ctx, [s for s in company.sessions if self.about.get(s)])
        self._is_kept = False

    def lines(self) -> tuple[str, ...]:
        return ("ouch_heard", "together_whose")

    def build(self) -> tuple[Widget, ...]:
        back = round_button("back", *hud.STOP, 48, CORAL, "icons/back", 60, voice="label_back", command=Command.BACK)
        return (*self.heads.widgets(), back, hud.again())

    def first_focus(self, names: list[str]) -> str | None:
        """Nobody is suggested; the first arrow goes to the first head."""
        return None

    def press(self, name: str) -> Next | None:
        what, _, which = name.partition("-")
        match what:
            case "again":
                self.ctx.say(*self.lines())
            case "back":
                self.ctx.narrator.stop()
                return routes.TogetherOver(self.company) if self._is_kept else self.back.resumed()
            case "whose":
                session = self.heads.asked[int(which)]
                return routes.HurtsOne(session, self.about[session], self.back)
        return None

    def pass_time(self) -> None:
        """An hour later nobody has said whose: what both were at rests for today, and the rest is for later. One of two
        rests for nothing, which costs it a step; the other way one would go on that hurts."""
        if self.quiet >= LATER_AFTER and not self._is_kept:
            self._is_kept = True
            for session in self.heads.asked:
                session.put_to_rest(self.about[session][0], None)
            self.company.end(SessionEnding.LATER)

    # ---------------------------------------------------------------- drawing
    def paint_still(self, paper: Paper) -> None:
        self.heads.paint(paper, self.ctx.texts("together_whose_title"), "icons/ouch", LILAC)

    def draw(self, stage: Stage) -> None:
        super().draw(stage)
        self.heads.draw(stage)
