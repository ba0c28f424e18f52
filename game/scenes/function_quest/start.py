"""What my feet can do: the quest every four weeks, begun by a child and a grown-up together.

The game cannot see. So a grown-up stands beside, starts and stops each part with one press, and looks at the numbers
before anything is written down. Nobody is compared with anybody, and nothing can be lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from uuid import uuid4

import pygame

from game.core.history.history import Child
from game.core.rules import function_quests
from game.core.rules.function_quests import Part, Task, due
from game.scenes import flow
from game.scenes.function_quest.pictures import paint_part, paint_strip
from game.scenes.screen import hud
from game.scenes.screen.context import Context
from game.scenes.screen.moving_screen import SHADOW_ROOM, LiveScreen
from game.scenes.screen.scene import Scene
from game.ui import theme
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.view import Box
from game.ui.widgets import Bare, Widget, disc

NAME, STRIP = Box(400, 28, 480, 96), Box(256, 602, 768, 94)
PART_Y, PART_RADIUS, PART_APART = 330, 100, 256
PARTS_X = 760  # their middle, right of Bo
BO, BO_SCALE, GREETS_FOR = (250, 584), 0.8, 3.2


class FunctionRun:
    """One function quest of a child: its tasks, and the values found so far. In memory until a grown-up keeps them."""

    def __init__(self, ctx: Context, child: str) -> None:
        self.ctx, self.child_id = ctx, child
        self.id, self.on = str(uuid4()), ctx.today
        self.tasks = due(ctx.catalogue, ctx.child(child), self.on).tasks
        self.at = 0
        self.values: dict[Task, int] = {}
        self.hurt = False

    @property
    def child(self) -> Child:
        return self.ctx.child(self.child_id)

    @property
    def task(self) -> Task:
        """The present one."""
        return self.tasks[self.at]

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(dict.fromkeys(task.part for task in self.tasks))

    def best(self, task: Task) -> int | None:
        """The child's own best before today."""
        row = function_quests.series(self.child, task.part, task.foot, self.on)
        return function_quests.best(point for point in row if point.on < self.on)

    def tell_pain(self, task: Task, score: int | None) -> None:
        """Written down at once, with the star for listening to the body; what hurt, `task`, has no value."""
        self.values.pop(task, None)
        self.hurt = self.hurt or score != 0
        facts = function_quests.hurt(self.ctx.catalogue, self.child, self.on, task.part, score, self.id)
        self.ctx.record(*facts, child=self.child_id)

    def next(self) -> Scene:
        """The next task, or the numbers."""
        from game.scenes.function_quest.task import FunctionTask

        self.at += 1
        return FunctionTask(self) if self.at < len(self.tasks) else self.end()

    def end(self) -> Scene:
        """The numbers, where there are any; else the map."""
        from game.scenes.function_quest.numbers import FunctionNumbers

        if self.values or self.hurt:
            return FunctionNumbers(self)
        self.ctx.narrator.stop()
        return flow.trail(self.ctx, self.child_id)


class FunctionScreen(LiveScreen):
    """A screen of a function quest: what moves lies under its buttons, and the place behind it stands still."""

    def __init__(self, run: FunctionRun) -> None:
        super().__init__(run.ctx)
        self.run = run

    def update(self, dt: float) -> Scene | None:
        following = super().update(dt)
        return following or (self.overnight() if self.ctx.today != self.run.on else None)

    def overnight(self) -> Scene | None:
        """Left standing until another day: what was asked for today is not asked for then. None where it stays."""
        return self.run.end()

    def backdrop(self, stage: Stage) -> pygame.Surface:
        return self.ctx.art.place("meadow", self.ctx.is_evening).still(stage.view.size)

    def name_ribbon(self, stage: Stage, text: str, box: Box = NAME) -> None:
        self.piece(stage, ("name", text), box.grown(SHADOW_ROOM), partial(_paint_name, box, text))


class FunctionStart(FunctionScreen):
    """What is found out today, in pictures, and what the grown-up is asked for."""

    name = "function"

    def lines(self) -> tuple[str, ...]:
        return ("function_hello", "function_ready")

    def build(self) -> tuple[Widget, ...]:
        parts = tuple(
            Widget(f"part-{part.value}", Box.around(x, PART_Y, PART_RADIUS), Bare(), f"function_{part_key(part)}_how")
            for part, x in self._places()
        )
        stop = disc("stop", *hud.STOP, 48, theme.CORAL, "icons/back", 60, voice="label_map", command=Command.BACK)
        big = disc("big", *hud.BIG, 66, theme.TEAL, "icons/play", 86, voice="label_play")
        return (stop, hud.again(), *parts, big)

    def _places(self) -> Iterator[tuple[Part, float]]:
        parts = self.run.parts
        for i, part in enumerate(parts):
            yield part, PARTS_X + (i - (len(parts) - 1) / 2) * PART_APART

    def press(self, name: str) -> Scene | None:
        match name:
            case "stop":
                self.ctx.narrator.stop()
                return flow.trail(self.ctx, self.run.child_id)
            case "again":
                self.ctx.say(*self.lines())
            case "big":
                from game.scenes.function_quest.task import FunctionTask

                return FunctionTask(self.run)
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
            self.piece(stage, ("part", part), box.grown(SHADOW_ROOM), partial(paint_part, part=part, box=box))
            label = Box(x - PART_APART / 2, PART_Y + PART_RADIUS + 20, PART_APART, 56)
            text = words(f"function_{part_key(part)}")
            self.piece(stage, ("label", part), label.grown(12), partial(_paint_label, label, text))
        needs = "function_beside_bricks" if Part.BRICKS in self.run.parts else "function_beside"
        self.piece(stage, needs, STRIP.grown(SHADOW_ROOM), partial(paint_strip, box=STRIP, text=words(needs)))


def part_key(part: Part) -> str:
    """How a part is named in texts and spoken lines.

    >>> [part_key(part) for part in Part]
    ['one_leg', 'bricks', 'heel_raises']
    """
    return part.name.lower()


def _paint_name(box: Box, text: str, paper: Paper) -> None:
    paper.panel(box, radius=48)
    paper.text(text, 38, box.x + box.w / 2, box.y + 46, width=box.w - 80)


def _paint_label(box: Box, text: str, paper: Paper) -> None:
    paper.panel(Box(box.x + 8, box.y, box.w - 16, 46), radius=23, lip_depth=4, blur=6, alpha=40)
    paper.text(text, 22, box.x + box.w / 2, box.y + 22, width=box.w - 44)
