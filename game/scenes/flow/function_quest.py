"""Opens the screens of a function quest."""

from __future__ import annotations

from typing import assert_never

from game.scenes import routes
from game.scenes.scene import Scene
from game.scenes.screen.context import Context


def opened(ctx: Context, route: routes.FunctionRoute) -> Scene:
    """The screen of a route."""
    match route:
        case routes.FunctionQuest(child=child):
            from game.scenes.function_quest.run import FunctionRun
            from game.scenes.function_quest.start import FunctionStart

            ctx.let_go()
            return FunctionStart(FunctionRun(ctx, child))
        case routes.FunctionTask(run=run):
            from game.scenes.function_quest.task import FunctionTaskScreen

            return FunctionTaskScreen(run)
        case routes.FunctionOuch(task=task):
            from game.scenes.function_quest.ouch import FunctionOuchScreen

            return FunctionOuchScreen(task)
        case routes.FunctionNumbers(run=run):
            from game.scenes.function_quest.numbers import FunctionNumbersScreen

            return FunctionNumbersScreen(run)
        case routes.FunctionCheck(run=run):
            from game.scenes.function_quest.numbers import FunctionCheckScreen

            return FunctionCheckScreen(run)
        case routes.FunctionKept(run=run, events=events, best=best):
            from game.scenes.function_quest.numbers import FunctionKeptScreen

            return FunctionKeptScreen(run, events, best)
    assert_never(route)
