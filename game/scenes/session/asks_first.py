"""Before the faces one question: of which exercise, or of which child, the pain is. Nothing is suggested, nobody is
hurried, and after an hour the answer that harms least is kept."""

from __future__ import annotations

from abc import abstractmethod

from game.core.session.pacing import LATER_AFTER
from game.scenes.routes import Behind, Next
from game.scenes.screen import hud
from game.scenes.screen.context import Context
from game.scenes.screen.safety_screen import SafetyScreen
from game.ui.page_change import Arrival
from game.ui.widgets import Widget


class AsksFirst(SafetyScreen):
    """`back` goes on where "it hurts" was pressed by mistake. A subclass gives `lines`, the `answers` (widgets whose
    names end in -0, -1 ...), what follows one, and what is kept when nobody answers."""

    arrival = Arrival.FADE

    def __init__(self, ctx: Context, back: Behind) -> None:
        super().__init__(ctx)
        self.back = back
        self._is_kept = False

    @abstractmethod
    def answers(self) -> tuple[Widget, ...]: ...

    @abstractmethod
    def answered(self, which: int) -> Next:
        """What follows the answer of that number."""

    @abstractmethod
    def keep(self) -> None:
        """Nobody answered within the hour."""

    @abstractmethod
    def over(self) -> Next:
        """Where *back* leads once it was kept."""

    def build(self) -> tuple[Widget, ...]:
        back = hud.back()
        return (*self.answers(), back, hud.again())

    def first_focus(self, names: list[str]) -> str | None:
        """None is suggested; the first arrow goes to the first one."""
        return None

    def press(self, name: str) -> Next | None:
        if name == "again":
            self.ctx.say(*self.lines())
            return None
        if name == "back":
            self.ctx.narrator.stop()
            return self.over() if self._is_kept else self.back.resumed()
        return self.answered(int(name.rpartition("-")[2]))

    def pass_time(self) -> None:
        if self.quiet >= LATER_AFTER and not self._is_kept:
            self._is_kept = True
            self.keep()
