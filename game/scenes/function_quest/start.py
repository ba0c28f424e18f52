"""What my feet can do: the quest every four weeks, begun by a child and a grown-up together.

The game cannot see. So a grown-up stands beside, starts and stops each part with one press, and looks at the numbers
before anything is written down. Nobody is compared with anybody, and nothing can be lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from game.core.rules.function_quests import Part
from game.scenes import routes
from game.scenes.function_quest.function_screen import STRIP, FunctionScreen
from game.scenes.function_quest.pictures import paint_part, paint_strip
from game.scenes.function_quest.quest_words import part_key
from game.scenes.routes import Next
from game.scenes.screen import hud
from game.scenes.screen.moving_screen import shadowed
from game.ui import theme
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import Anchor, Box
from game.ui.widgets import Hotspot, Widget

PART_Y, PART_RADIUS, PART_APART = 330, 100, 256
PARTS_X = 760  # their middle, right of Bo
BO, BO_SCALE, GREETS_FOR = (250, 584), 0.8, 3.2


class FunctionStart(FunctionScreen):
    """What is found out today, in pictures, and what the grown-up is asked for."""

    name = "function"

    def lines(self) -> tuple[str, ...]:
        return ("function_hello", "function_ready")

    def build(self) -> tuple[Widget, ...]:
        parts = tuple(
            Widget(
                f"part-{part.value}", Box.around(x, PART_Y, PART_RADIUS), Hotspot(), f"function_{part_key(part)}_how"
            )
            for part, x in self._places()
        )
        stop = hud.back("label_map", name="stop")
        big = hud.big("play", "label_play", None, theme.TEAL, 86)
        return (stop, hud.again(), *parts, big)

    def _places(self) -> Iterator[tuple[Part, float]]:
        parts = self.run.parts
        for i, part in enumerate(parts):
            yield part, PARTS_X + (i - (len(parts) - 1) / 2) * PART_APART

    def press(self, name: str) -> Next | None:
        match name:
            case "stop":
                self.ctx.narrator.stop()
                return routes.Trail(self.run.child_id)
            case "again":
                self.ctx.say(*self.lines())
            case "big":
                return routes.FunctionTask(self.run)
            case _:
                self.ctx.say(self.widget(name).voice or "function_hello")
        return None

    def moving(self, stage: Stage) -> None:
        words = self.ctx.texts
        clip = "greet" if self.age < GREETS_FOR else "idle"
        stage.put_frame(self.ctx.art.puppet("bo_front", clip, scale=BO_SCALE).frame(self.age), *BO)
        self.name_ribbon(stage, words("function_title"))
        for part, x in self._places():
            box = Box.around(x, PART_Y, PART_RADIUS)
            self.piece(stage, ("part", part), shadowed(box), partial(paint_part, part=part, box=box))
            label = Box(x - PART_APART / 2, PART_Y + PART_RADIUS + 20, PART_APART, 56)
            text = words(f"function_{part_key(part)}")
            self.piece(stage, ("label", part), label.grown(12), partial(_paint_label, label, text))
        needs = "function_beside_bricks" if Part.BRICKS in self.run.parts else "function_beside"
        self.piece(
            stage,
            needs,
            shadowed(STRIP),
            partial(paint_strip, box=STRIP, text=words(needs)),
            anchor=Anchor.BOTTOM,
        )


def _paint_label(box: Box, text: str, paper: Paper) -> None:
    paper.panel(Box(box.x + 8, box.y, box.w - 16, 46), radius=23, lip_depth=4, blur=6, alpha=40)
    paper.text(text, 22, box.x + box.w / 2, box.y + 22, width=box.w - 44)
