"""Picture states of the screens of `game.scenes.screen`."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenes.scene import Scene
from game.scenes.screen import hud, mascot
from game.scenes.screen.context import Context
from game.scenes.screen.notices import SHOWN_FOR, NoticeStrips
from game.scenes.screen.screen import Screen
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.widgets import Widget

NOTICES_STATES = ("notices",)


class _Sheet(Screen):
    """A place with a speaker and strips over it, for the gallery."""

    name = "notices"

    def __init__(self, ctx: Context, *names: str, seconds: float = 0.0) -> None:
        super().__init__(ctx)
        self.strips = NoticeStrips()
        for name in names:
            self.strips.show(name)
        if seconds:
            self.strips.left.clear()

    def build(self) -> tuple[Widget, ...]:
        return (hud.again(),)

    def paint_still(self, paper: Paper) -> None:
        paper.backdrop(self.ctx.art.place("meadow", self.ctx.is_evening).still(paper.view.size))

    def moving(self, stage: Stage) -> None:
        mascot.show(self.ctx, stage, "wave", 940, 590, 0.84, self.age)
        self.strips.draw(stage, self)


def notices(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """Three strips at once, the icons they leave, and the word about captions."""
    yield "notices", _Sheet(ctx, "pad", "sound", "disk")
    yield "notices-icons", _Sheet(ctx, "pad", "sound", "disk", seconds=SHOWN_FOR)
    yield "notices-words", _Sheet(ctx, "words_on")
