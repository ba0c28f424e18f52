"""What the screens of a function quest share."""

from __future__ import annotations

from functools import partial

import pygame

from game.scenes import routes
from game.scenes.function_quest.run import FunctionRun
from game.scenes.routes import Next
from game.scenes.screen.moving_screen import LiveScreen, shadowed
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import Anchor, Box

NAME, STRIP = Box(400, 28, 480, 96), Box(256, 602, 768, 94)


class FunctionScreen(LiveScreen):
    """A screen of a function quest: what moves lies under its buttons, and the place behind it stands still."""

    def __init__(self, run: FunctionRun) -> None:
        super().__init__(run.ctx)
        self.run = run

    def update(self, dt: float) -> Next | None:
        following = super().update(dt)
        if following or self.ctx.today == self.run.on:
            return following
        over = self.overnight()
        return routes.MadeWay(over) if over else None

    def overnight(self) -> Next | None:
        """Left standing until another day: what was asked for today is not asked for then. None where it stays."""
        return self.run.end()

    def backdrop(self, stage: Stage) -> pygame.Surface:
        return self.ctx.art.place("meadow", self.ctx.is_evening).still(stage.view.size)

    def name_ribbon(self, stage: Stage, text: str, box: Box = NAME) -> None:
        self.piece(stage, ("name", text), shadowed(box), partial(_paint_name, box, text), anchor=Anchor.TOP)


def _paint_name(box: Box, text: str, paper: Paper) -> None:
    paper.panel(box, radius=48)
    paper.text(text, 38, box.x + box.w / 2, box.y + 46, width=box.w - 80)
