"""The window as the loop sees it: presents frames, changes pages, follows every resize.

A still frame flips nothing. While the window is being pulled the old picture is shown stretched, and everything is
rasterised anew once the size has settled.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.app.window import SMALLEST, fitting, turn_full_screen
from game.scenes.scene import Scene
from game.scenes.screen.captions import Captions
from game.scenes.screen.context import Context
from game.scenes.screen.notices import NoticeStrips, paint_too_small
from game.ui.page_change import Arrival, PageChange
from game.ui.stage import Stage

SETTLE = 0.15  # seconds of quiet after the last resize before everything is drawn anew
Resized = Callable[[Context, tuple[int, int]], None]


class WindowView:
    """`resized` makes a context's pictures anew for a window size; `still_for` is seconds since anything moved."""

    def __init__(self, window: pygame.Surface, resized: Resized) -> None:
        self.window, self._resized = window, resized
        self.stage = Stage(window)
        self.still_for = 0.0
        self.is_hidden = self.is_too_small = False
        self.is_full_screen = bool(window.get_flags() & pygame.FULLSCREEN)
        self._windowed = fitting(self.size) if self.is_full_screen else self.size  # what F11 goes back to
        self._frozen: pygame.Surface | None = None  # the picture of before a resize
        self._settle_in: float | None = None if _is_at_least(self.size, SMALLEST) else 0.0  # opened too small
        self._change: PageChange | None = None
        self._captions = Captions()

    @property
    def size(self) -> tuple[int, int]:
        return self.window.get_size()

    @property
    def is_changing(self) -> bool:
        """A page is on its way in."""
        return self._change is not None

    def fit(self, context: Context) -> None:
        """The context's pictures in the window's size."""
        if context.pictures.view.size != self.stage.view.size:
            self._resized(context, self.stage.view.size)
        context.art.prepares = True

    # ---------------------------------------------------------------- the window's own events
    def handle(self, event: pygame.event.Event, scene: Scene) -> None:
        """What happened to the window while `scene` was in it."""
        match event.type:
            case pygame.WINDOWSIZECHANGED:
                self._freeze(scene)
            case pygame.WINDOWEXPOSED:
                self.stage.forget()
            case pygame.WINDOWMINIMIZED | pygame.WINDOWHIDDEN:
                self.is_hidden = True
            case pygame.WINDOWRESTORED | pygame.WINDOWSHOWN | pygame.WINDOWMAXIMIZED:
                self.is_hidden = False
                self.stage.forget()

    def turn_full_screen(self, on: bool, scene: Scene) -> None:
        """The whole screen, or a window again."""
        if on == self.is_full_screen:
            return
        self._freeze(scene)
        if on:
            self._windowed = self.size
        self.is_full_screen = on
        turn_full_screen(on, self._windowed)

    def _freeze(self, scene: Scene) -> None:
        """By now pygame has replaced the window's pixels, so the old picture is drawn once more in its old size."""
        self._settle_in, self._change = SETTLE, None
        if self._frozen is None and not self.is_too_small:
            old = Stage(pygame.Surface(self.stage.view.size))
            old.lit(self.stage.light)
            scene.draw(old)
            old.present()
            self._frozen = old.surface

    def settle(self, dt: float, context: Context) -> bool:
        """`dt` seconds of a resize; whether the window has just become too small to play in."""
        surface = pygame.display.get_surface()
        if self._settle_in is None or surface is None:
            return False
        self._settle_in -= dt
        if self._settle_in > 0:
            if self._frozen:
                pygame.transform.scale(self._frozen, surface.get_size(), surface)
                pygame.display.flip()
            return False
        self._settle_in, self._frozen, self.still_for = None, None, 0.0
        light = self.stage.light
        self.window, self.stage = surface, Stage(surface)
        self.stage.lit(light)
        was_too_small, self.is_too_small = self.is_too_small, not _is_at_least(self.size, SMALLEST)
        if self.is_too_small:
            paint_too_small(surface, context)
            pygame.display.flip()
        else:
            self.fit(context)
        return self.is_too_small and not was_too_small

    # ---------------------------------------------------------------- frames
    def start_afresh(self) -> None:
        """Whatever was half drawn is forgotten."""
        light = self.stage.light
        self.stage, self._change = Stage(self.stage.surface), None
        self.stage.lit(light)

    def change(self, scene: Scene, arrival: Arrival, light: float, is_back: bool) -> None:
        """`scene` comes into the window, over the picture that is there now."""
        self._change = None
        is_shown = self._settle_in is None and not self.is_hidden and not self.is_too_small
        if not is_shown or arrival is Arrival.AT_ONCE:
            self.stage.lit(light)
            return
        old = self.window.copy()
        self.stage.lit(light)
        scene.fit()
        scene.draw(self.stage)
        self.stage.present(whole=True)
        self._change = PageChange(old, self.window.copy(), self.stage.view.k, arrival, is_back)
        self.window.blit(old, (0, 0))

    def show(self, dt: float, scene: Scene, strips: NoticeStrips) -> None:
        """The frame of this moment."""
        if self._settle_in is not None or self.is_hidden or self.is_too_small:
            self.still_for += dt
            return
        if self._change:
            self._change.draw(self.window, dt)
            pygame.display.flip()
            if self._change.is_over:
                self._change = None
                self.stage.forget()
            return
        scene.ctx.art.store.encode_one(self.window)
        scene.fit()
        scene.draw(self.stage)
        self._captions.draw(self.stage, scene)
        strips.draw(self.stage, scene)
        rects = self.stage.present()
        if rects:
            self.still_for = 0.0
            pygame.display.update(rects)
        else:
            self.still_for += dt


def _is_at_least(size: tuple[int, int], least: tuple[int, int]) -> bool:
    return size[0] >= least[0] and size[1] >= least[1]
