"""A function quest that is under way: its tasks, and what was found so far."""

from __future__ import annotations

from uuid import uuid4

from game.core.history.history import Child
from game.core.rules import function_quests
from game.core.rules.function_quests import Part, Task, due
from game.scenes import routes
from game.scenes.routes import Route
from game.scenes.screen.context import Context


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

    def next(self) -> Route:
        """The next task, or the numbers."""
        self.at += 1
        return routes.FunctionTask(self) if self.at < len(self.tasks) else self.end()

    def end(self) -> Route:
        """The numbers, where there are any; else the map."""
        if self.values or self.hurt:
            return routes.FunctionNumbers(self)
        self.ctx.narrator.stop()
        return routes.Trail(self.child_id)
