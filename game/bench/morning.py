"""A whole morning at the loop, driven by real key presses: who is playing, the trail, shoes off, a session of three
exercises of different kinds, the grown-up's word, the reward, and the parents' page.

The family is new, so that everything is seen for the first time. Time is given in steps; `each` is asked after every
one of them.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pygame

from game.app.game import Game
from game.app.loop import App
from game.app.window import init_pygame_for_pictures
from game.core.content import AgeBand
from game.core.events import ChildAdded, ProgrammeChosen, SignsTicked
from game.data.journal.journal import Journal
from game.scenes.routes import Start

PIN = "2580"
BEGIN = datetime.fromisoformat("2026-01-05T08:00:00+01:00")
STEP = 1 / 20  # seconds of the morning in one turn of the loop
LOOK = 2.0  # seconds somebody looks at a screen until the press
LONGEST = 900.0  # seconds; a session of three exercises takes about five minutes


class Morning:
    """The loop in a window of `size`. `screens` are those seen so far, in order."""

    def __init__(
        self, size: tuple[int, int], *, cache: Path | None = None, mute: bool = False, step: float = STEP,
        each: Callable[[Morning], None] = lambda morning: None,
    ) -> None:  # fmt: skip
        init_pygame_for_pictures()
        window = pygame.display.set_mode(size)
        pygame.event.clear()
        self.clock, self.step, self.each = BEGIN, step, each
        self.game = Game(
            Journal.in_memory(), size, now=lambda: self.clock, cache=cache, mute=mute, seed=1, gate_cost=16
        )
        ctx = self.game.context
        ctx.gate.set(PIN, "MOSS-RIVER-48-OTTER")
        anna = ChildAdded("Anna", "kva", AgeBand.FIVE_SIX, 1)
        ctx.record(anna, SignsTicked(()), ProgrammeChosen("children"), child="anna")
        self.app = App(window, ctx, Start(), self.game.resized)
        self.screens = [self.app.scene.name]

    @property
    def screen(self) -> str:
        return self.screens[-1]

    def turn(self) -> None:
        """One turn of the loop."""
        self.clock += timedelta(seconds=self.step)
        self.app.step(self.step)
        if self.app.scene.name != self.screen:
            self.screens.append(self.app.scene.name)
        self.each(self)

    def settle(self) -> None:
        """Lets what is made beside the loop become ready, as on a computer that is quick enough."""
        settle(self.app)

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds / self.step)):
            self.turn()

    def press(self, key: int, char: str = "") -> None:
        """A key, after a look at the screen."""
        self.wait(LOOK)
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, unicode=char, mod=0))
        self.turn()

    def until(self, screen: str) -> None:
        """Time passes until that screen is there. Raises TimeoutError."""
        waited = 0.0
        while self.screen != screen:
            if waited > LONGEST:
                raise TimeoutError(f"{screen} does not come after {self.screens}")
            self.turn()
            waited += self.step

    def type_pin(self) -> None:
        for digit in PIN:
            self.press(ord(digit), digit)

    def play(self) -> None:
        """From who is playing to the parents' progress page."""
        self.press(pygame.K_RETURN, "\r")
        self.until("map")
        self.press(pygame.K_SPACE, " ")
        self.until("shoes")
        while self.screen == "shoes":  # a press for each thing
            self.press(pygame.K_SPACE, " ")
        self.until("session_end")
        self.press(pygame.K_g, "g")
        self.until("gate")
        self.type_pin()
        self.until("confirm")
        while self.screen == "confirm":
            self.press(pygame.K_1, "1")
        self.until("reward")
        self.wait(6.0)
        self.press(pygame.K_SPACE, " ")
        self.until("who")
        self.press(pygame.K_g, "g")
        self.until("gate")
        self.type_pin()
        self.until("progress")
        self.wait(LOOK)

    def close(self) -> None:
        self.game.close()
        pygame.display.set_mode((8, 8))


def settle(app: App) -> None:
    """What is made beside the loop becomes ready before the loop goes on."""
    art = app.ctx.art
    while not art.baker.is_idle:
        art.store.encode_one(app.view.window)
        time.sleep(0.0005)
