"""What every screen behind the gate is, and every sheet that lies over one."""

from __future__ import annotations

from game.scenes.scene import Scene
from game.scenes.screen.magnifier import MagnifiedScreen
from game.scenes.screen.screen import Screen
from game.ui.page_change import Arrival
from game.ui.paper import Paper, grown_paper
from game.ui.widgets import paint


class GrownUpScreen(MagnifiedScreen):
    """A screen behind the gate, in letters as large as the family wants them. The gate's lock asks for the PIN again,
    and then it goes on as it was."""

    is_child = False
    arrival = Arrival.FADE

    @property
    def is_guarded(self) -> bool:
        return self.ctx.family.gate is not None

    def unlocked(self) -> Scene:
        """The screen again, everything typed kept; what was told meanwhile is shown."""
        self.come_again()
        return self


class Overlay(Screen):
    """A sheet over another screen, which it gives back. Behind the gate it is where that one is."""

    is_child = False
    is_cover = True

    def __init__(self, below: Screen) -> None:
        super().__init__(below.ctx)
        self.below = below

    @property
    def is_guarded(self) -> bool:
        return self.below.is_guarded

    @property
    def begins_at_right(self) -> bool:
        return self.below.begins_at_right

    def unlocked(self) -> Scene:
        if isinstance(self.below, GrownUpScreen):
            self.below.unlocked()
        self.come_again()
        return self


def paint_below(paper: Paper, below: Screen) -> None:
    """The screen a card lies on, dimmed; its text is as large as it was, and what is cut off there is that screen's own
    business."""

    def draw(page: Paper) -> None:
        below.paint_still(page)
        for widget in below.widgets:
            paint(page, widget)

    grown_paper(paper.surface, paper.pictures, draw)
    paper.veil()
