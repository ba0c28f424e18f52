"""A screen whose buttons lie over what moves: the picture under them is another one every frame."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.scenes.screen.screen import Screen
from game.ui.paper import Paper
from game.ui.stage import Backdrop, Stage
from game.ui.view import Box
from game.ui.widgets import RoundButton, Widget
from game.ui.widgets import paint as paint_widget

SHADOW_ROOM = 34  # design units the shadow of a sheet, or of a button and its ring, needs around it
FALL = 12  # and more of them below: the light comes from above, and there is a lip


def shadowed(box: Box) -> Box:
    """The box of a button or a sheet with the room of its shadow, for a piece of it."""
    room = box.grown(SHADOW_ROOM)
    return Box(room.x, room.y, room.w, room.h + FALL)


class LiveScreen(Screen):
    """A subclass gives `backdrop` and `moving`, and perhaps `furniture`."""

    def backdrop(self, stage: Stage) -> Backdrop:
        """The opaque picture behind everything, or who paints it."""
        raise NotImplementedError

    def furniture(self, stage: Stage) -> None:
        """What lies over what moves."""
        self.put_buttons(stage)

    def draw(self, stage: Stage) -> None:
        stage.backdrop(self.backdrop(stage))
        self.moving(stage)
        self.furniture(stage)
        self.put_ring(stage)

    def put_buttons(self, stage: Stage, opacity: Callable[[Widget], int] = lambda _: 255) -> None:
        """The round buttons, each as visible as `opacity` says."""
        for widget in self.widgets:
            if isinstance(widget.look, RoundButton):
                box = shadowed(widget.box)
                self.piece(stage, ("disc", widget), box, partial(_paint_button, widget), opacity(widget))


def _paint_button(widget: Widget, paper: Paper) -> None:
    paint_widget(paper, widget)
