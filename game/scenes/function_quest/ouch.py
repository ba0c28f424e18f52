"""It hurts in a function quest: the six faces; from the second on this quest is over for today, and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.session.pacing import LATER_AFTER
from game.scenes.routes import Next
from game.scenes.screen.faces_screen import PainFaces

if TYPE_CHECKING:
    from game.scenes.function_quest.task import FunctionTaskScreen


class FunctionOuchScreen(PainFaces):
    """`back` is the task it hurt in."""

    def __init__(self, back: FunctionTaskScreen) -> None:
        super().__init__(back.ctx, back.run.child.age)
        self.back = back
        self._is_kept = False

    def unsaid(self) -> Next:
        return self.back.run.end() if self._is_kept else self.back

    def pass_time(self) -> None:
        """An hour later nobody has said how much it hurts: that it does is written down."""
        if self.quiet >= LATER_AFTER and not self._is_kept:
            self._is_kept = True
            self.back.run.tell_pain(self.back.task, None)

    def answered(self, score: int | None) -> Next:
        if self._is_kept and score in (0, None):
            return self.back.run.end()
        self.back.run.tell_pain(self.back.task, score)
        if score == 0:
            self.back.begin_anew()
            self.ctx.say("ouch_none")
            return self.back
        return self.back.run.end()
