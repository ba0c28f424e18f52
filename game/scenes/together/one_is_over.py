"""One of two has ended: that one rests, and the other goes on alone once somebody says so, or ends as well.

After pain nothing goes on by itself here, as nowhere else.
"""

from __future__ import annotations

from game.core.events import SessionEnding
from game.core.session.pacing import LATER_AFTER
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.meadow import paint_meadow
from game.scenes.screen.safety_screen import SafetyScreen
from game.scenes.session.session import RunningSession
from game.scenes.together.company import Company
from game.ui import theme
from game.ui.art.portrait import Portraits
from game.ui.controls import Command
from game.ui.page_change import Arrival
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import EARTH, NIGHT, TEAL
from game.ui.view import Box
from game.ui.widgets import Widget, round_button

CARD = Box(150, 84, 980, 560)
SLEEPER, GOER, RADIUS = (430, 340), (850, 340), 120


class OneIsOverScreen(SafetyScreen):
    """`over` is whose session ended; pain may have ended it, a wish, or the end of the exercises."""

    name = "one_is_over"
    session: RunningSession
    arrival = Arrival.FADE

    def __init__(self, company: Company, over: RunningSession) -> None:
        super().__init__(company.ctx)
        self.company, self.over = company, over
        self.session = company.other(over)
        self._portraits = Portraits()
        self.ctx.music.stop()

    @property
    def is_hurt(self) -> bool:
        return self.over.ending is SessionEnding.HURT or self.over.rests is not None

    def lines(self) -> tuple[str, ...]:
        if self.over.ending is SessionEnding.HURT and self.over.asks_doctor:
            first = "ouch_programme_rests"
        elif self.is_hurt:
            first = "ouch_told"
        else:
            first = "stop_later" if self.over.ending is SessionEnding.LATER else "stop_kept"
        return (first, f"friend_{self.session.child.animal}", "label_go_on")

    def build(self) -> tuple[Widget, ...]:
        x, y = GOER
        on = round_button("go on", x, y + 210, 66, TEAL, "icons/play", 88, voice="label_go_on")
        end = round_button(
            "end", 640, y + 210, 56, NIGHT, "icons/home", 72, voice="label_end_today", command=Command.BACK
        )
        adult = hud.big("adult", "label_grown_up", Command.GROWN_UPS, EARTH, 70, name="grown_ups", r=56)
        return (hud.again_right(), hud.hurt(), end, on, adult)

    def first_focus(self, names: list[str]) -> str | None:
        """What goes on, after pain too: who is hurt rests already, and the house ends the other one's session."""
        return "go on"

    def press(self, name: str) -> Next | None:
        match name:
            case "again":
                self.ctx.say(*self.lines())
            case "hurt":
                about = self.company.about(self.session)
                return routes.ItHurts(self.session, about, self)
            case "grown_ups":
                behind = routes.GrownUps(self.over.child_id, held=self)
                return routes.Gate(behind, routes.ResumeCard(self))
            case "go on":
                return routes.GoOn(self.company)
            case "end":
                self.session.end(SessionEnding.STOPPED)
                return routes.TogetherOver(self.company)
        return None

    @property
    def _are_there(self) -> bool:
        """Whether both still play: behind the gate one may have been put away or erased."""
        return all(child in self.ctx.children for child in self.company.children)

    def resumed(self) -> Next:
        """It waits on, unless what was told meanwhile makes the other one rest as well."""
        if not self._are_there:
            return routes.Who()
        if self.session.level and self.session.is_stopped_by_pain:
            self.session.stop_for_pain()
        return routes.OneIsOver(self.company, self.over) if self.session.level else routes.TogetherOver(self.company)

    def left_behind(self) -> None:
        if self.session.level and self._are_there:
            self.session.end(SessionEnding.LATER)

    def pass_time(self) -> None:
        """After an hour the other one's rest waits for later as well."""
        if self.quiet >= LATER_AFTER and self.session.level:
            self.session.end(SessionEnding.LATER)
            self.changed()

    # ---------------------------------------------------------------- drawing
    def paint_still(self, paper: Paper) -> None:
        paint_meadow(self.ctx, paper)
        paper.panel(CARD, radius=48, blur=20)
        texts = self.ctx.texts
        for (x, y), session in ((SLEEPER, self.over), (GOER, self.session)):
            paper.disc(x, y, RADIUS, theme.ANIMALS[session.child.animal], ring=theme.PANEL, lip_depth=12)
        title = texts("together_one_rests", name=self.over.child.nickname)
        paper.text(title, 34, SLEEPER[0], 166, width=400)
        paper.text(texts("together_one_goes_on", name=self.session.child.nickname), 34, GOER[0], 166, width=400)
        x, y = SLEEPER
        paper.disc(x + RADIUS * 0.84, y - RADIUS * 0.71, 34, NIGHT, "icons/nap", 44, ring=theme.PANEL, lip_depth=4)

    def draw(self, stage: Stage) -> None:
        super().draw(stage)
        for at, session, clip in ((SLEEPER, self.over, "sleepy"), (GOER, self.session, "idle")):
            stage.put_frame(self._portraits.of(self.ctx.art, session.child.animal, clip, RADIUS).frame(0.0), *at)
