"""A family's computer with the game's window: the real loop, fed with real events, on clocks of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pygame

from game.app.loop import App
from game.core.events import GatePassed, GateTried
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.scene import Scene
from tests.player import PIN, Player
from tests.told import played

SIZE = (640, 360)


class Computer:
    """A family's computer with the game's window. Its clocks are the test's: `seconds` is the one nobody can set."""

    def __init__(self) -> None:
        self.player = Player.with_family()
        self.player.add_child("Leo", "7-10", "after_surgery", "tik")
        played(self.player, "bear_walk")
        played(self.player, "lift_ride")
        self.ctx = self.player.ctx
        self.seconds = self.player.clock.timestamp()  # as the gate counted so far
        self.ctx.gate.seconds = lambda: self.seconds  # type: ignore[method-assign]
        pygame.display.set_mode(SIZE, pygame.RESIZABLE)
        pygame.event.clear()
        self.app = App(pygame.display.get_surface(), self.ctx, routes.Who(), self.player.game.resized)  # type: ignore[arg-type]
        self.look_away()

    # ---------------------------------------------------------------- what happens
    def frame(self, dt: float = 0.05) -> None:
        self.seconds += dt
        self.player.clock += timedelta(seconds=dt)
        self.app.step(dt)
        if self.player.disk.hangs.is_set():
            self.player.game.pen.then(lambda: None).result()  # a busy test machine is no slow disk
        if self.app.navigator.is_waiting and not self.ctx.is_writing:
            self.app.step(0.0)

    def look_away(self) -> None:
        """Nothing is drawn from here on, until the window is shown once more."""
        self.app.view.is_hidden = True

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds / 0.5)):
            self.frame(0.5)

    def press(self, *keys: int | str) -> None:
        """All of them before the next frame; "ctrl+3" is Ctrl and a digit."""
        for key in keys:
            has_ctrl = isinstance(key, str) and key.startswith("ctrl+")
            char = str(key)[-1] if isinstance(key, str) else ""
            code = ord(char) if char else key
            mod = pygame.KMOD_CTRL if has_ctrl else 0
            event(pygame.KEYDOWN, key=code, unicode="" if has_ctrl else char, mod=mod)
        self.frame()

    def type_pin(self) -> None:
        self.wait(1.5)
        for digit in PIN:
            self.press(digit)
        self.wait(1.5)

    # ---------------------------------------------------------------- what is there
    def show(self, page: Callable[[Computer], Next]) -> Scene:
        """A grown-ups' page, reached by the PIN."""
        self.app.navigator.go(routes.Gate(page(self), routes.Who()))
        self.type_pin()
        return self.app.scene

    @property
    def told(self) -> list[object]:
        """Every fact so far but for what the gate tells itself."""
        facts = [e.fact for e in self.player.game.journal.events()]
        return [fact for fact in facts if not isinstance(fact, GateTried | GatePassed)]


def event(kind: int, **values: object) -> None:
    pygame.event.post(pygame.event.Event(kind, **values))
