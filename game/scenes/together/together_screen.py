"""What the screens of two share: stop and "it hurts" belong to both, and above stands what each of them does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pygame

from game.core.content import Unit
from game.core.session.pacing import Stretch, beat
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.moving_screen import shadowed
from game.scenes.session.session import RunningSession, Subject
from game.scenes.session.session_screen import FloorScene, badge
from game.scenes.together.company import Company
from game.scenes.together.half import FIRST, SECOND, Half
from game.scenes.together.jar import JAR, paint_jar
from game.scenes.together.out import Out, out_of_session, paint_out
from game.ui.art.puppet_view import PuppetView
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import EXTRA_BOLD
from game.ui.view import Anchor, Box

SIDES = (FIRST, SECOND)
HEADS = (Box(262, 28, 400, 76), Box(678, 28, 400, 76))


class TogetherScreen(FloorScene):
    """A subclass is told the company; `session` is whoever leads the row."""

    def __init__(self, company: Company) -> None:
        super().__init__(company.lead)
        self.company = company
        self.exercise = company.exercise(company.sessions.index(self.session))  # of this row, also once it is over
        self.halves = tuple(self._half(side) for side in SIDES)

    def _half(self, side: int) -> Half:
        session = self.company.sessions[side]
        stretch = session.stretch if session in self.company.at_row else None
        return Half(session, side, self.company.exercise(side), stretch, self._beat(side))

    def _beat(self, side: int) -> float:
        """One voice counts for both, so who counts faster goes with the slower one."""
        company = self.company
        own = company.exercise(side)
        counted = [
            beat(exercise, session.heard)
            for exercise, session in ((company.exercise(s), company.sessions[s]) for s in SIDES)
            if exercise.unit is not Unit.SECONDS and session in company.at_row
        ]  # fmt: skip
        is_timed = own.unit is Unit.SECONDS
        return beat(own, company.sessions[side].heard) if is_timed or not counted else max(counted)

    def stretch_of(self, session: RunningSession) -> Stretch | None:
        """The stretch that one has before him or her in this row."""
        return session.stretch if session in self.company.at_row else None

    def out(self, side: int) -> Out | None:
        """Why that one does nothing here any more; None: it is at it, or has done everything."""
        return out_of_session(self.company.sessions[side])

    # ---------------------------------------------------------------- whose
    def subjects(self, session: RunningSession) -> tuple[Subject, ...]:
        """What may hurt that one on this screen."""
        return self.company.about(session)

    def press(self, name: str) -> Next | None:
        if name == "hurt":
            self.hold()
            other = self.company.other(self.session)
            return routes.ItHurts(self.session, self.subjects(self.session), self, self.subjects(other))
        return super().press(name)

    def session_share(self) -> float:
        return self.company.share

    # ---------------------------------------------------------------- pictures
    def resized(self) -> None:
        super().resized()
        for half in self.halves:
            half.resized()

    def upcoming(self) -> Iterator[PuppetView]:
        for half in self.halves:
            yield from half.upcoming()

    def backdrop(self, stage: Stage) -> pygame.Surface:
        """Where who walks does so, else where the first one's exercise is: the same through the whole row."""
        half = next((half for half in self.halves if half.is_walk), self.halves[FIRST])
        place = half.exercise.demonstration.place
        return self.ctx.art.place(place, self.ctx.is_evening).still(stage.view.size)

    @property
    def words_box(self) -> Box:
        return Box(310, 18, 660, 92)

    def name_ribbon(self, stage: Stage, faded: int) -> None:
        """The one exercise of both, or each one's over its own half; over the half of who is out, that it rests."""
        if self.company.is_same and not any(map(self.out, SIDES)):
            name, picture, night = self.ctx.texts.exercise(self.exercise.id), badge(self.exercise), self.ctx.is_evening
            width = hud.caption_box(self.ctx.pictures.text_width(name, 38, EXTRA_BOLD), 0).w
            box = Box(640 - width / 2, 28, width, 96)
            self.piece(
                stage, ("name", name, night), shadowed(box),
                lambda p: hud.paint_caption(p, box, name, picture, night), faded, anchor=Anchor.TOP,
            )  # fmt: skip
            return
        for side in SIDES:
            key = "name of one", side, self.halves[side].exercise.id, self.ctx.is_evening, self.out(side)
            self.piece(stage, key, shadowed(HEADS[side]), partial(self._paint_name, side), faded, anchor=Anchor.TOP)

    def _paint_name(self, side: int, paper: Paper) -> None:
        """Whose it is, and what: the exercise over the half it is done in."""
        box, exercise = HEADS[side], self.halves[side].exercise
        paper.panel(box, radius=38, lip_depth=6)
        if out := self.out(side):
            paint_out(paper, box.x + 40, box.y + 38, 27, out)
            name = self.ctx.texts("together_one_rests", name=self.company.sessions[side].child.nickname)
            paper.text(name, 28, box.x + 84, box.y + 37, align="l", width=box.w - 104)
            return
        hud.paint_badge(paper, box.x + 40, box.y + 38, badge(exercise), self.ctx.is_evening, 0.72)
        paper.text(self.ctx.texts.exercise(exercise.id), 28, box.x + 84, box.y + 37, align="l", width=box.w - 104)

    def put_jar(self, stage: Stage, stars: int | None = None) -> None:
        """The jar in the middle; `stars` where one is still on its way."""
        inside = len(self.company.stars) if stars is None else stars
        to_come, night = self.company.together_left, self.ctx.is_evening
        key = "jar", inside, to_come, night
        self.piece(stage, key, shadowed(JAR), lambda p: paint_jar(p, inside, to_come, night))
