"""The end of a function quest: its numbers, a grown-up's look at them, and then the child's own best.

What was counted stays in memory until a grown-up vouches for it behind the gate: every number can be put right there,
and nothing is written down without it. Only then a line says how it went.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.core.content import Foot
from game.core.events import Event, StarsAwarded
from game.core.rules import function_quests
from game.core.rules.function_quests import Part, Task
from game.core.session.heard import AFTER_PRAISE, praise
from game.scenes import routes
from game.scenes.function_quest.function_screen import STRIP, FunctionScreen
from game.scenes.function_quest.pictures import PAINTS, paint_sign, paint_strip
from game.scenes.function_quest.quest_words import amount, foot_word, part_key, unit
from game.scenes.function_quest.run import FunctionRun
from game.scenes.routes import Next
from game.scenes.screen import hud, mascot
from game.scenes.screen.celebration import paint_feast, put_confetti
from game.scenes.screen.grown_ups import GrownUpScreen
from game.scenes.screen.moving_screen import shadowed
from game.scenes.screen.screen import Screen
from game.ui import theme
from game.ui.controls import Command
from game.ui.effects import confetti
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import EXTRA_BOLD, INK_2, OK, SEMI_BOLD
from game.ui.view import Anchor, Box
from game.ui.widgets import Hotspot, Widget, button

CARD = Box(430, 140, 700, 430)
BO, BO_SCALE = (230, 584), 0.8
ROW_H, ROW_TOP = 84, 132


def numbers_of(run: FunctionRun) -> dict[Part, dict[Foot | None, int]]:
    """The values by part and foot, in the order asked for."""
    found: dict[Part, dict[Foot | None, int]] = {}
    for task in run.tasks:
        if task in run.values:
            found.setdefault(task.part, {})[task.foot] = run.values[task]
    return found


class FunctionNumbersScreen(FunctionScreen):
    """What was counted, without a word about it; the big button fetches the grown-up's look."""

    name = "function_numbers"

    def overnight(self) -> Next | None:
        """Numbers wait for the grown-up however long it takes, with the day they were counted on."""
        return None if self.run.values else routes.Who()

    def lines(self) -> tuple[str, ...]:
        if self.run.hurt:
            return ("ouch_told", "function_counted") if self.run.values else ("ouch_told", "grown_up_call")
        return ("function_counted",)

    def build(self) -> tuple[Widget, ...]:
        stop = hud.back("label_map", name="stop")
        if not self.run.values:
            return (
                stop,
                hud.again(),
                hud.big("play", "label_map", None, theme.TEAL, 86),
            )
        strip = Widget("keep", STRIP, Hotspot(28), command=Command.GROWN_UPS, is_adult=True, anchor=Anchor.BOTTOM)
        return (
            stop,
            hud.again(),
            strip,
            hud.big("adult", "label_grown_up", None, theme.EARTH),
        )

    def press(self, name: str) -> Next | None:
        if name == "again":
            self.ctx.say(*self.lines())
            return None
        if name == "stop" or not self.run.values:
            self.ctx.narrator.stop()
            return routes.Trail(self.run.child_id)
        return routes.Gate(routes.FunctionCheck(self.run), routes.FunctionNumbers(self.run))

    def moving(self, stage: Stage) -> None:
        clip = "hug" if self.run.hurt else "idle"
        mascot.show(self.ctx, stage, clip, *BO, BO_SCALE, self.age)
        found = numbers_of(self.run)
        if found:
            key = "numbers", tuple(self.run.values.items())
            self.piece(stage, key, shadowed(CARD), partial(paint_numbers, CARD, found, ()))
            strip = partial(paint_strip, box=STRIP, text=self.ctx.texts("function_look"))
            self.piece(stage, "look", shadowed(STRIP), strip, anchor=Anchor.BOTTOM)
            return
        strip = partial(paint_strip, box=STRIP, text=self.ctx.texts("function_rests"))
        self.piece(stage, "rests", shadowed(STRIP), strip, anchor=Anchor.BOTTOM)


def paint_numbers(box: Box, found: dict[Part, dict[Foot | None, int]], best: Sequence[Task], paper: Paper) -> None:
    """A line for each part: its sign, and each foot's print with its number; a star on what is the own best."""
    paper.panel(box, radius=48, blur=20)
    stars = {(task.part, task.foot) for task in best}
    high = box.h / len(found)
    for i, (part, values) in enumerate(found.items()):
        y = box.y + (i + 0.5) * high
        r = min(56.0, high * 0.38)
        paper.disc(box.x + 88, y, r, PAINTS[part], lip_depth=6, blur=6, alpha=50)
        paint_sign(paper, part, box.x + 88, y, r)
        for foot, value in values.items():
            x = box.x + (196 if foot is not Foot.RIGHT else 440)
            for side in (Foot.LEFT, Foot.RIGHT):
                if foot in (side, None):
                    at = x + (48 if foot is None and side is Foot.RIGHT else 0)
                    paper.part("icons/step_on", at, y, min(64.0, high * 0.5), shadow=0, flip=side is Foot.RIGHT)
            left = x + (98 if foot is None else 52)
            number = paper.text(str(value), 72, left, y - 2, align="l", weight="Black", width=100)
            if (part, foot) in stars:
                paper.part("icons/star", number.right + 34, y - 2, 54, shadow=40)


class FunctionCheckScreen(GrownUpScreen):
    """Behind the gate: every number can be put right, then kept or thrown away."""

    name = "function_check"

    def __init__(self, run: FunctionRun) -> None:
        super().__init__(run.ctx)
        self.run = run
        self.rows = tuple(task for task in run.tasks if task in run.values)

    def build(self) -> tuple[Widget, ...]:
        words = self.ctx.texts
        steps: list[Widget] = []
        for i, task in enumerate(self.rows):
            y, value = ROW_TOP + i * (ROW_H + 10) + 16, self.run.values[task]
            steps.append(button(f"less-{i}", Box(870, y, 64, 52), "", glyph="minus", is_enabled=value > 0))
            steps.append(button(f"more-{i}", Box(1040, y, 64, 52), "", glyph="plus", is_enabled=value < task.most))
        return (
            *steps,
            button("throw", Box(40, 630, 300, 60), words("function_throw"), glyph="x", size=20),
            button("back", Box(1100, 30, 140, 52), words("screen_back"), glyph="back", size=20, command=Command.BACK),
            button("keep", Box(900, 630, 340, 60), words("function_keep"), "primary", glyph="tick", size=22),
        )  # fmt: skip

    def first_focus(self, names: list[str]) -> str | None:
        return "keep"

    def press(self, name: str) -> Next | None:
        what, _, n = name.partition("-")
        match what:
            case "less" | "more":
                task = self.rows[int(n)]
                value = self.run.values[task] + (1 if what == "more" else -1)
                self.run.values[task] = max(0, min(task.most, value))
                self.changed()
                return None
            case "keep":
                return self._keep()
            case "throw":
                return routes.Trail(self.run.child_id)
            case _:
                return routes.FunctionNumbers(self.run)

    def _keep(self) -> Next:
        run = self.run
        best = [t for t in self.rows if function_quests.is_own_best(run.child, t, run.values[t], run.on)]
        values = [(task, run.values[task]) for task in self.rows]
        facts = function_quests.measured(self.ctx.catalogue, run.child, run.on, values, run.id)
        events = self.ctx.record(*facts, child=run.child_id)
        return routes.FunctionKept(run, events, tuple(best))

    def paint_still(self, paper: Paper) -> None:
        words = self.ctx.texts
        paper.fill(theme.PAPER_ADULT)
        paper.grain()
        head = paper.text(words("function_check"), 34, 40, 56, align="l", width=430)
        line = words("function_check_line", name=self.run.child.nickname)
        paper.text(line, 19, head.right + 20, 60, INK_2, SEMI_BOLD, "l", 1080 - head.right - 20)
        for i, task in enumerate(self.rows):
            self._paint_row(paper, task, Box(40, ROW_TOP + i * (ROW_H + 10), 1200, ROW_H))

    def _paint_row(self, paper: Paper, task: Task, box: Box) -> None:
        words, middle = self.ctx.texts, box.y + ROW_H / 2
        paper.card(box)
        paper.disc(box.x + 58, middle, 30, PAINTS[task.part], lip_depth=3, alpha=0)
        paint_sign(paper, task.part, box.x + 58, middle, 30)
        paper.text(words(f"function_{part_key(task.part)}"), 22, box.x + 112, middle, align="l", width=330)
        foot = foot_word(words, task.foot)
        with paper.upright(Box(box.x + 461, middle - 17, 68, 34)):
            for side in (Foot.LEFT, Foot.RIGHT):
                if task.foot in (side, None):
                    x = box.x + (478 if task.foot is None and side is Foot.LEFT else 512)
                    paper.part("icons/step_on", x, middle, 34, shadow=0, flip=side is Foot.RIGHT)
        paper.text(foot, 20, box.x + 540, middle, INK_2, SEMI_BOLD, "l", 110)
        before = self.run.best(task)
        if before is not None:
            value = amount(words, task.part, before)
            paper.text(words("function_own_best", value=value), 18, box.x + 812, middle, OK, SEMI_BOLD, "r", 170)
        paper.text(str(self.run.values[task]), 34, 987, middle - 1, weight=EXTRA_BOLD, width=80)
        paper.text(unit(words, task.part), 18, 1116, middle, INK_2, SEMI_BOLD, "l", 112)


class FunctionKeptScreen(Screen):
    """Written down: the numbers once more, a star for having tried, and what is the own best."""

    name = "function_kept"

    def __init__(self, run: FunctionRun, events: tuple[Event, ...], best: Sequence[Task]) -> None:
        super().__init__(run.ctx)
        self.run, self.best = run, tuple(best)
        self._day = run.ctx.today
        self.stars = sum(e.fact.stars for e in events if isinstance(e.fact, StarsAwarded))
        seed = len(run.child.events)
        is_quiet = self.ctx.settings.calm
        self.pieces = () if is_quiet else confetti(seed, self.ctx.is_evening, (640, 420, 250))

    def update(self, dt: float) -> Next | None:
        return super().update(dt) if self.ctx.today == self._day else routes.Who()

    def lines(self) -> tuple[str, ...]:
        best = ("function_best",) if self.best else ()
        star = ("stars_one",) if self.stars else ()
        return (praise(self.run.child, self.run.on, AFTER_PRAISE + 1), *best, *star, "function_kept")

    def build(self) -> tuple[Widget, ...]:
        return (
            hud.again(hud.STOP),
            hud.big("play", "label_map", Command.BACK, theme.TEAL, 86),
        )

    def press(self, name: str) -> Next | None:
        if name == "again":
            self.ctx.say(*self.lines())
            return None
        return routes.Trail(self.run.child_id)

    def paint_still(self, paper: Paper) -> None:
        has_rays = not self.ctx.is_evening and not self.ctx.settings.calm
        paint_feast(paper, self.ctx.is_evening, has_rays=has_rays, middle=BO, glow=240)
        paint_numbers(CARD, numbers_of(self.run), self.best, paper)
        if self.stars:
            paper.panel(Box(430, 606, 200, 88), radius=44)
            paper.part("icons/star", 484, 650, 66, shadow=0)
            paper.text(f"+{self.stars}", 46, 566, 650, width=90)

    def moving(self, stage: Stage) -> None:
        put_confetti(stage, self.ctx.pictures, self.pieces, self.age, self.ctx.is_evening, CARD.grown(20))
        is_still = self.ctx.settings.calm or self.age > 4
        clip = "idle" if is_still else "greet" if self.ctx.is_evening else "cheer"
        view = self.ctx.art.puppet("bo_front", clip, scale=BO_SCALE)
        stage.put_frame(view.frame(0.0 if self.ctx.settings.calm or self.quiet > 20 else self.age), *BO)
