"""The window and the one loop: read inputs, let the scene decide, draw what changed.

A still screen costs nothing: the stage flips only what moved, and the loop slows down when nothing does. Frames are
paced by sleeping to an absolute deadline, which is steadier than a clock that counts whole milliseconds.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.scenes.context import Context
from game.scenes.scene import Scene
from game.ui.controls import Command, Controls, Hover, Input, Key
from game.ui.effects import page_slide
from game.ui.stage import Stage
from game.ui.view import DESIGN

FRAME = 1 / 60
QUIET_AFTER, QUIET_FRAME = 1.0, 1 / 30  # nothing moved for a second: look for inputs 30 times a second
ASLEEP_AFTER, ASLEEP_FRAME = 10.0, 1 / 15
SLIDE = 0.4  # seconds of the page slide between two screens
SETTLE = 0.15  # seconds of quiet after the last resize before everything is drawn anew
SMALLEST = (640, 360)
DIM_AFTER = 300.0  # seconds without input until the picture is dimmed to half
log = logging.getLogger(__name__)


class NoDisplay(Exception):
    """There is no screen to show the game on."""


@dataclass(frozen=True, slots=True)
class WindowChoice:
    """How the window is opened."""

    full_screen: bool = False
    size: tuple[int, int] = DESIGN
    title: str = "The Barefoot Trail"


def open_window(choice: WindowChoice) -> pygame.Surface:
    """The window; NoDisplay when nobody could see it.

    Without a display SDL silently draws offscreen, and a game would run that nobody sees; only a driver named on
    purpose is obeyed.
    """
    # With libGL installed SDL presents even a plain surface through OpenGL, 16 times slower where no driver helps.
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")
    asked = os.environ.get("SDL_VIDEODRIVER")
    try:
        pygame.display.init()
        if pygame.display.get_driver() in ("offscreen", "dummy") and asked != pygame.display.get_driver():
            raise NoDisplay
        pygame.font.init()
        pygame.joystick.init()
        flags = pygame.RESIZABLE | (pygame.FULLSCREEN if choice.full_screen else 0)
        window = pygame.display.set_mode((0, 0) if choice.full_screen else choice.size, flags)
    except pygame.error as error:
        raise NoDisplay(str(error)) from error
    pygame.display.set_caption(choice.title)
    pygame.key.stop_text_input()
    return window


class App:
    """Runs scenes in a window until somebody closes it. `remake` gives a context for a new window size."""

    def __init__(
        self, window: pygame.Surface, context: Context, first: Callable[[Context], Scene],
        resized: Callable[[Context, tuple[int, int]], None],
    ) -> None:  # fmt: skip
        self.window, self.ctx, self._resized = window, context, resized
        self.stage = Stage(window)
        self.controls = Controls()
        self.running = True
        self._resize_in: float | None = None
        self._slide: tuple[pygame.Surface, pygame.Surface, float] | None = None
        self._still_for = 0.0
        self._last_input = 0.0
        self._closing = False
        context.request_quit = self.quit
        self.scene = first(context)

    def quit(self) -> None:
        """Ends the loop after this frame."""
        self.running = False

    def run(self) -> None:
        """Until the game is closed."""
        deadline = before = time.perf_counter()
        while self.running:
            now = time.perf_counter()
            self.step(min(now - before, 0.1))
            before = now
            deadline = max(deadline + self._frame(), now)
            time.sleep(max(0.0, deadline - time.perf_counter()))

    def _frame(self) -> float:
        if self._slide or self._still_for < QUIET_AFTER:
            return FRAME
        return QUIET_FRAME if self._still_for < ASLEEP_AFTER else ASLEEP_FRAME

    def step(self, dt: float) -> None:
        """One frame: inputs, time, picture."""
        events = pygame.event.get()
        for event in events:
            self._window_event(event)
        self._last_input += dt
        for given in self.controls.read(events, self.window.get_size()):
            if not isinstance(given, Hover):
                self._still_for = self._last_input = 0.0
            self._input(given)
        self.ctx.narrator.update(dt)
        self.ctx.music.is_ducked = self.ctx.narrator.is_speaking
        self.ctx.music.update(dt)
        self._settle(dt)
        self._goto(self.scene.update(dt))
        self._show(dt)

    # ---------------------------------------------------------------- inputs
    def _window_event(self, event: pygame.event.Event) -> None:
        if event.type == pygame.QUIT:
            self._close()
        elif event.type == pygame.VIDEORESIZE or event.type == pygame.WINDOWSIZECHANGED:
            self._resize_in = SETTLE
        elif event.type == pygame.WINDOWEXPOSED:
            self.stage.forget()

    def _close(self) -> None:
        """The window's x asks once with the card; a second x closes at once, a shutdown must not hang."""
        from game.scenes import flow

        if self._closing or self.scene.name in ("close", "trouble"):
            self.quit()
            return
        self._closing = True
        self._goto(flow.close(self.ctx, self.scene))

    def _input(self, given: Input) -> None:
        if isinstance(given, Key) and given.command is Command.FULL_SCREEN:
            pygame.display.toggle_fullscreen()
            self._resize_in = 0.0
            return
        following = self.scene.handle(given)
        if following is not None and self.scene.name == "close":
            self._closing = False
        self._goto(following)

    def _goto(self, following: Scene | None) -> None:
        if following is None or following is self.scene:
            return
        old = self.window.copy()
        self.scene = following
        if self.ctx.settings.calm or self.stage.view.size != old.get_size():
            return
        self.scene.draw(self.stage)
        self.stage.present(whole=True)
        self._slide = (old, self.window.copy(), 0.0)
        self.window.blit(old, (0, 0))

    # ---------------------------------------------------------------- pictures
    def _settle(self, dt: float) -> None:
        """After the last resize everything is rasterised anew; until then the old picture is shown stretched."""
        if self._resize_in is None:
            return
        self._resize_in -= dt
        surface = pygame.display.get_surface()
        if surface is None:
            return
        if self._resize_in <= 0:
            self._resize_in, self._slide, self.window = None, None, surface
            self._resized(self.ctx, surface.get_size())
            self.stage = Stage(surface)
        elif surface.get_size() != self.window.get_size():
            pygame.transform.scale(self.window, surface.get_size(), surface)
            pygame.display.flip()

    def _show(self, dt: float) -> None:
        if self._resize_in is not None:
            return
        if self._slide:
            old, new, gone = self._slide
            gone += dt
            self._slide = (old, new, gone) if gone < SLIDE else None
            if self._slide:
                self.window.blit(page_slide(old, new, gone / SLIDE), (0, 0))
                pygame.display.flip()
                return
            self.stage.forget()
        self.scene.draw(self.stage)
        rects = self.stage.present()
        if rects:
            self._still_for = 0.0
            pygame.display.update(rects)
        else:
            self._still_for += dt
