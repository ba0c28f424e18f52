"""It hurts in a function quest: the six faces; from the second on this quest is over for today, and told."""

from __future__ import annotations

from game.scenes.function_task import FunctionTask
from game.scenes.ouch import Faces
from game.scenes.scene import Scene


class FunctionOuch(Faces):
    """`back` is the task it hurt in."""

    def __init__(self, back: FunctionTask) -> None:
        super().__init__(back.ctx, back.run.child.age)
        self.back = back

    def unsaid(self) -> Scene:
        return self.back

    def answered(self, score: int | None) -> Scene:
        self.back.run.tell_pain(score)
        if score == 0:
            self.back.begin_anew()
            self.ctx.say("ouch_none")
            return self.back
        return self.back.run.end()
