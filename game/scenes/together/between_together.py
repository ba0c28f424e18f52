"""The short screens of two between their rounds: another foot, and the star for the jar."""

from __future__ import annotations

from functools import partial

from game.core.session.pacing import OTHER_FOOT
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.session import tray
from game.scenes.session.praise import SpokenPraise
from game.scenes.session.session import RunningSession, Subject
from game.scenes.session.what_follows import after_level
from game.scenes.together.company import Company
from game.scenes.together.jar import MOUTH, STAR, star_place
from game.scenes.together.together_screen import SIDES, TogetherScreen
from game.ui import theme
from game.ui.effects import star_flight
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import DESIGN, Box

FEET = (Box(110, 172, 390, 330), Box(780, 172, 390, 330))


class OtherFeetScreen(TogetherScreen):
    """Whose foot changes sees which one works now; the other one waits for it."""

    name = "other_feet"

    def begin(self) -> None:
        self.ctx.sound.effect("whoosh")
        self.ctx.say("foot_other")

    def again(self) -> tuple[str, ...]:
        return ("foot_other",)

    def run(self, dt: float) -> Next | None:
        return routes.CountdownTogether(self.company) if self.t >= OTHER_FOOT else None

    def moving(self, stage: Stage) -> None:
        for side in SIDES:
            half = self.halves[side]
            if half.foot is None:
                half.draw_friend(stage, "idle", self.t)
                continue
            box = FEET[side]
            self.piece(stage, ("feet", side, half.foot), box.grown(40), partial(self._paint_feet, side))
        self.put_jar(stage)

    def _paint_feet(self, side: int, paper: Paper) -> None:
        box, half = FEET[side], self.halves[side]
        animal = half.session.child.animal
        paper.panel(Box(box.x + 10, box.y + 40, box.w - 20, box.h - 60), radius=56)
        paper.disc(
            box.x + 66, box.y + 46, 42, theme.ANIMALS[animal], f"cast/{animal}", 66, ring=theme.PANEL, lip_depth=4
        )
        if half.foot:
            tray.paint_prints(paper, box.centre[0], box.y + box.h / 2 + 14, half.foot, 132)


class StarForTheJar(TogetherScreen):
    """The row is over: where both tried, a paper star flies into the jar; and one true sentence about trying."""

    name = "star_for_the_jar"

    def __init__(self, company: Company) -> None:
        super().__init__(company)
        told = company.stars[-1:]
        last = [session.done[-1].attempt for session in company.sessions if session.done]
        self.has_star = bool(told) and told[0] in last
        self._praise = SpokenPraise(self.session, has_star=self.has_star)

    def subjects(self, session: RunningSession) -> tuple[Subject, ...]:
        return tuple(session.done[-1:]) or super().subjects(session)

    def begin(self) -> None:
        self._praise.begin()

    def again(self) -> tuple[str, ...]:
        return (self._praise.line,)

    def run(self, dt: float) -> Next | None:
        return after_level(self.session) if self._praise.is_over(self.t) else None

    def moving(self, stage: Stage) -> None:
        clip = "idle" if self.ctx.is_evening else "cheer"
        for half in self.halves:
            half.draw_friend(stage, clip, self.t)
        stars = len(self.company.stars)
        self.put_jar(stage, stars if self._praise.has_landed else stars - 1)
        if self._praise.has_landed:
            return
        u = self._praise.flown(self.t)
        star = star_flight((DESIGN[0] / 2, 150), MOUTH, u)
        size = 110 + (STAR - 110) * u
        picture = self.ctx.pictures.part(
            "icons/star", round(size * star.wide), round(size * star.high), turn=round(star.turn / 20) * 20
        )
        x, y = (star.x, star.y) if u < 1 else star_place(max(0, stars - 1))
        stage.put_centre(picture, x, y)
