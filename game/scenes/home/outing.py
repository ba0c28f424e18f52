"""The forest walk: a quest for the whole family, outdoors, whenever they like; told afterwards by a grown-up."""

from __future__ import annotations

from functools import cached_property

from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.adult_strip import paint_strip
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.scenes.session.demonstration import framing, ground_colour
from game.ui import theme
from game.ui.art import lens
from game.ui.art.lens import Framing, LensView
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import Anchor, Box
from game.ui.widgets import Hotspot, Widget

STRIP = Box(372, 640, 536, 56)
SCALE, GROUND = 0.54, 592
CLOSE = (1008, 126, 92)  # the close-up of the child's feet: x, y, radius, above where the two walk
START, END, MIDDLE = -260.0, 1480.0, 470.0  # the walk's way through the picture; where calm pictures stand
ROUNDS = 2  # then they have walked on


class OutingScreen(Screen):
    """Bo and the parent bear walk through the picture, hand in hand; a lens shows how the child's feet roll."""

    name = "outing"

    def __init__(self, ctx: Context, child: str) -> None:
        super().__init__(ctx)
        self.id = child
        programme = ctx.catalogue.programmes[ctx.child(child).programme or ""]
        self.exercise = ctx.catalogue.exercises[programme.beside[0]]

    def build(self) -> tuple[Widget, ...]:
        return (
            hud.again_right(),
            Widget("tell", STRIP, Hotspot(28), command=Command.GROWN_UPS, is_adult=True, anchor=Anchor.BOTTOM),
            hud.big("check", "label_map", Command.BACK, theme.TEAL, 88),
        )

    def lines(self) -> tuple[str, ...]:
        return tuple(f"{self.exercise.id}_{part}" for part in ("name", "story", "how", "go"))

    def press(self, name: str) -> Next | None:
        match name:
            case "again":
                self.ctx.say(*self.lines())
                return None
            case "tell":
                here = routes.Outing(self.id)
                return routes.Gate(routes.OutingTold(self.id, here), here)
            case _:
                return routes.Trail(self.id)

    def paint_still(self, paper: Paper) -> None:
        ctx = self.ctx
        place = self.exercise.demonstration.place
        paper.backdrop(ctx.art.place(place, ctx.is_evening).still(paper.view.size))
        title = paper.view.anchored(Box(420, 28, 440, 96), Anchor.TOP)
        paper.panel(title, radius=48)
        paper.text(ctx.texts.exercise(self.exercise.id), 38, 640, title.y + 46, width=390)
        paint_strip(paper, paper.view.anchored(STRIP, Anchor.BOTTOM), ctx.texts("outing_tell"))
        if self._close:
            lens.paint_rim(paper, *CLOSE)

    @cached_property
    def _close(self) -> LensView | None:
        """What the feet do, from the heel to the toes."""
        close, frame, art = self.exercise.demonstration.lens, framing(self.exercise), self.ctx.art
        if not close or not frame:
            return None
        small = Framing(frame.x, frame.y, frame.zoom * CLOSE[2] / lens.RADIUS)
        return LensView(
            art, self.ctx.pictures, close.rig, close.clip, small, radius=CLOSE[2], skin=self.ctx.child(self.id).skin,
            ground=ground_colour(self.ctx, self.exercise.demonstration.place),
            sky=lens.NIGHT_SKY if self.ctx.is_evening else lens.SKY,
        )  # fmt: skip

    def resized(self) -> None:
        super().resized()
        self.__dict__.pop("_close", None)

    def moving(self, stage: Stage) -> None:
        clip = self.exercise.demonstration.right
        view = self.ctx.art.puppet(clip.rig, clip.clip, scale=SCALE)
        if self.ctx.settings.calm:
            stage.put_frame(view.frame(0.0), MIDDLE, GROUND)
            self._show_close(stage, 0.0)
            return
        step, way = view.walked(self.age)
        way += MIDDLE - START
        walks = way <= ROUNDS * (END - START)
        if walks:
            stage.put_frame(step, START + way % (END - START), GROUND)
        self._show_close(stage, self.age if walks else 0.0)

    def _show_close(self, stage: Stage, seconds: float) -> None:
        if self._close:
            self._close.show(stage, seconds, *CLOSE[:2])
