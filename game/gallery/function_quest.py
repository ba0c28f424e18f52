"""The states of a function quest that have a picture."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.content import Foot
from game.core.days import plus
from game.core.events import FunctionMeasured
from game.core.rules.function_quests import Part, side
from game.core.session.pacing import COUNT
from game.gallery.states import at_hour
from game.scenes.function_quest.numbers import FunctionCheckScreen, FunctionKeptScreen, FunctionNumbersScreen
from game.scenes.function_quest.ouch import FunctionOuchScreen
from game.scenes.function_quest.run import FunctionRun
from game.scenes.function_quest.start import FunctionStart
from game.scenes.function_quest.task import FunctionTaskScreen
from game.scenes.scene import Scene
from game.scenes.screen.context import Context

FOUND = {(Part.ONE_LEG, Foot.LEFT): 14, (Part.ONE_LEG, Foot.RIGHT): 19, (Part.BRICKS, Foot.LEFT): 8,
         (Part.BRICKS, Foot.RIGHT): 7, (Part.HEEL_RAISES, None): 12}  # fmt: skip
EARLIER = ((56, {Part.ONE_LEG: 7, Part.BRICKS: 5, Part.HEEL_RAISES: 8}),
           (28, {Part.ONE_LEG: 11, Part.BRICKS: 8, Part.HEEL_RAISES: 10}))  # fmt: skip

STATES = (
    "function", "function-evening", "function-how", "function-one-leg", "function-bricks", "function-bricks-right",
    "function-heels", "function-whole", "function-ouch", "function-numbers", "function-check", "function-kept",
)  # fmt: skip


def tell_earlier(ctx: Context, child: str) -> None:
    """Two function quests before today's."""
    for days, values in EARLIER:
        on = plus(ctx.today, -days)
        for part, value in values.items():
            for i, foot in enumerate((Foot.LEFT, Foot.RIGHT) if part.is_per_foot else (None,)):
                ctx.record(FunctionMeasured(on, part.value, side(foot), value + 2 * i), child=child)


def states(ctx: Context) -> Iterator[tuple[str, Scene]]:
    child = next(iter(ctx.children))
    tell_earlier(ctx, child)
    at_hour(ctx, 19)
    yield "function-evening", FunctionStart(FunctionRun(ctx, child))
    at_hour(ctx, 9)
    yield "function", FunctionStart(FunctionRun(ctx, child))
    yield "function-how", FunctionTaskScreen(FunctionRun(ctx, child))
    for name, part, foot, seconds, presses in (
        ("one-leg", Part.ONE_LEG, Foot.RIGHT, 12.4, 0), ("bricks", Part.BRICKS, Foot.LEFT, 31.0, 5),
        ("bricks-right", Part.BRICKS, Foot.RIGHT, 44.0, 9), ("heels", Part.HEEL_RAISES, None, 14.9, 0),
        ("whole", Part.ONE_LEG, Foot.LEFT, 31.0, 0),
    ):  # fmt: skip
        yield f"function-{name}", at_work(ctx, child, part, foot, seconds, presses)
    yield "function-ouch", FunctionOuchScreen(FunctionTaskScreen(FunctionRun(ctx, child)))
    yield "function-numbers", FunctionNumbersScreen(found(ctx, child))
    yield "function-check", FunctionCheckScreen(found(ctx, child))
    run = found(ctx, child)
    kept = FunctionKeptScreen(run, (), [t for t in run.tasks if run.values[t] > (run.best(t) or 99)])
    kept.stars = 1
    yield "function-kept", kept


def at_work(
    ctx: Context, child: str, part: Part, foot: Foot | None, seconds: float, presses: int
) -> FunctionTaskScreen:
    """A task in its middle."""
    run = FunctionRun(ctx, child)
    run.at = next(i for i, task in enumerate(run.tasks) if (task.part, task.foot) == (part, foot))
    scene = FunctionTaskScreen(run)
    scene.press("big")
    for _ in range(int((COUNT + seconds) / 0.1)):
        scene.update(0.1)
    for _ in range(presses):
        scene.update(0.3)
        scene.press("more")
    return scene


def found(ctx: Context, child: str) -> FunctionRun:
    """A whole one, counted and not yet looked at."""
    run = FunctionRun(ctx, child)
    run.values = {task: FOUND[task.part, task.foot] for task in run.tasks}
    return run
