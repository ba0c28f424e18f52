"""It hurts, and two play: whose foot is it? Only that one's exercise stops; then come the faces."""

from __future__ import annotations

from collections.abc import Mapping

from game.core.events import SessionEnding
from game.scenes import routes
from game.scenes.routes import Behind, Next
from game.scenes.session.asks_first import AsksFirst
from game.scenes.session.session import RunningSession, Subject
from game.scenes.together.company import Company
from game.scenes.together.whose_card import TwoHeads
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import LILAC
from game.ui.widgets import Widget


class OuchWhose(AsksFirst):
    """`about` is what may hurt each of them; who has done nothing and has nothing left is not asked about."""

    name = "ouch_whose"
    session: RunningSession

    def __init__(self, company: Company, about: Mapping[RunningSession, tuple[Subject, ...]], back: Behind) -> None:
        super().__init__(company.ctx, back)
        self.company, self.about = company, dict(about)
        self.session = company.lead
        self.heads = TwoHeads(self.ctx, [s for s in company.sessions if self.about.get(s)])

    def lines(self) -> tuple[str, ...]:
        return ("ouch_heard", "together_whose")

    def answers(self) -> tuple[Widget, ...]:
        return self.heads.widgets()

    def answered(self, which: int) -> Next:
        session = self.heads.asked[which]
        return routes.HurtsOne(session, self.about[session], self.back)

    def keep(self) -> None:
        """What both were at rests for today, and the rest is for later. One of two rests for nothing, which costs it a
        step; the other way one would go on that hurts."""
        for session in self.heads.asked:
            session.put_to_rest(self.about[session][0], None)
        self.company.end(SessionEnding.LATER)

    def over(self) -> Next:
        return routes.TogetherOver(self.company)

    # ---------------------------------------------------------------- drawing
    def paint_still(self, paper: Paper) -> None:
        self.heads.paint(paper, self.ctx.texts("together_whose_title"), "icons/ouch", LILAC)

    def draw(self, stage: Stage) -> None:
        super().draw(stage)
        self.heads.draw(stage)
