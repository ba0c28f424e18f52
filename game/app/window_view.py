"""The window as the loop sees it: presents frames, changes pages, follows every resize.

A still frame flips nothing. The picture of before stays until the next screen's is there, however long that takes.
While the window is being pulled the old picture is shown stretched, and everything is rasterised anew once the size has
settled.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial

import pygame

from game.app.first_pictures import FirstPictures
from game.app.frame_worker import FrameWorker
from game.app.window import SMALLEST, fitting, turn_full_screen
from game.scenes.scene import Scene
from game.scenes.screen.captions import Captions
from game.scenes.screen.context import Context
from game.scenes.screen.notices import NoticeStrips, paint_too_small
from game.ui.blit_only import NotMade, blit_only
from game.ui.page_change import Arrival, PageChange
from game.ui.stage import Stage

SETTLE = 0.15  # seconds of quiet after the last resize before everything is drawn anew
Resized = Callable[[Context, tuple[int, int]], None]


class WindowView:
    """`resized` makes a context's pictures anew for a window size; `still_for` is seconds since anything moved, `first`
    are the pictures an earlier start began with."""

    def __init__(self, window: pygame.Surface, resized: Resized, first: FirstPictures) -> None:
        self.window, self._resized, self._first = window, resized, first
        self.stage = Stage(window)
        self.still_for = 0.0
        self.is_hidden = self.is_too_small = False
        self.is_full_screen = bool(window.get_flags() & pygame.FULLSCREEN)
        self._windowed = fitting(self.size) if self.is_full_screen else self.size  # what F11 goes back to
        self._frozen: pygame.Surface | None = None  # the picture of before a resize
        self._settle_in: float | None = None if _is_at_least(self.size, SMALLEST) else 0.0  # opened too small
        self._change: PageChange | None = None
        self._captions = Captions()
        self.is_live = False  # whether the loop goes on while a picture is drawn beside it; else it waits there
        self._worker = FrameWorker(window)
        self._coming: tuple[Arrival, bool] | None = None  # how the scene whose first picture is drawn will arrive
        self.is_shown = False  # a picture of a scene is in the window
        self.is_drawn = False  # and it was drawn, not kept from an earlier start
        self.is_in_sight = False  # one of the present scene is, or is on its way in
        self._is_begun = False  # the pieces of this moment's picture were made beside the loop
        self._is_fresh = False  # the worker's picture is that of this moment

    @property
    def size(self) -> tuple[int, int]:
        return self.window.get_size()

    @property
    def is_drawing(self) -> bool:
        """A picture is drawn beside the loop."""
        return self._worker.has_job

    @property
    def is_changing(self) -> bool:
        """A page is on its way in."""
        return self._change is not None

    @property
    def is_held(self) -> bool:
        """Whether the scene is being drawn beside the loop: nobody may touch it. Raises what drawing it raised."""
        if self._worker.is_busy:
            return True
        if self._worker.has_job:
            self._take()
        return False

    def wait(self, seconds: float) -> None:
        """Until what is drawn beside the loop is there, `seconds` at most."""
        self._worker.wait(seconds)

    def close(self) -> None:
        """Waits for what is drawn beside the loop."""
        self._worker.close()

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
        self._worker.take()
        self._coming = None
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
        self._worker.close()
        self.window, self.stage = surface, Stage(surface)
        self._worker = FrameWorker(surface)
        self._is_begun = self._is_fresh = False
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
        with contextlib.suppress(Exception):  # of the screen that is given up
            self._worker.take()
        self._coming, self._is_begun, self._is_fresh = None, False, False
        light = self.stage.light
        self.stage, self._change = Stage(self.stage.surface), None
        self.stage.lit(light)

    def change(self, scene: Scene, arrival: Arrival, light: float, is_back: bool) -> None:
        """`scene` comes into the window, over the picture that is there now."""
        self._worker.take()
        scene.ctx.art.next_screen()
        self._change, self._coming, self._is_begun, self._is_fresh = None, None, False, False
        self.is_in_sight = False
        is_shown = self._settle_in is None and not self.is_hidden and not self.is_too_small
        if not is_shown or arrival is Arrival.AT_ONCE:
            self.stage.lit(light)
            return
        self.stage.lit(light)
        self._coming = arrival, is_back
        self._draw_beside(scene, scene.draw)

    def _draw_beside(self, scene: Scene, say: Callable[[Stage], None], is_painted: bool = True) -> None:
        self._worker.begin(scene, say, self.stage.light, is_painted)
        if not self.is_live:
            self._take()

    def _take(self) -> None:
        """The picture that was drawn beside the loop is there."""
        coming, self._coming = self._coming, None
        self._worker.take()
        if coming:  # only now may the window be copied: the pictures of the screen before have gone
            self._change = PageChange(self.window, self._worker.page, self.stage.view.k, *coming)
        else:
            self._is_begun, self._is_fresh = True, self._is_begun  # painted the second time

    def show(self, dt: float, passed: float, scene: Scene, strips: NoticeStrips) -> None:
        """The frame of this moment, `dt` seconds of motion and `passed` of the day after the last: a page turns no
        slower where pictures are slow."""
        if self._settle_in is not None or self.is_hidden or self.is_too_small:
            self.still_for += dt
            return
        if self._change:
            self._change.draw(self.window, passed)
            pygame.display.flip()
            self.is_in_sight = True
            if self._change.is_over:
                self._change = None
                self._worker.forget()
                self.stage.forget()
            return
        scene.ctx.art.memory.next_frame(dt)
        if not self.is_shown and self._begins_as_before(scene, strips):
            return
        rects = self._frame(scene, strips)
        if rects is None:
            return
        self.is_shown = self.is_in_sight = True
        if not self.is_drawn:
            self.is_drawn = True
            if looks := self._looks(scene, strips):
                self._first.keep(looks, self.window)
        if rects:
            self.still_for = 0.0
            pygame.display.update(rects)
        else:
            self.still_for += dt

    def _frame(self, scene: Scene, strips: NoticeStrips) -> list[pygame.Rect] | None:
        """Draws the frame of this moment; what has changed, None while it is drawn beside the loop. What would have to
        be made is made there, and drawn here: a run-length encoded picture drawn onto another surface as well is
        encoded for each anew. Where its pieces are too many to be kept the whole picture is taken from there."""
        scene.ctx.art.store.encode_one(self.window)
        scene.fit()
        while True:
            try:
                with blit_only():
                    self._say(scene, strips, self.stage)
                self._is_begun = self._is_fresh = False
                return self.stage.present()
            except NotMade:
                self.stage.abandon()
            if self._is_fresh:
                break
            self._draw_beside(scene, partial(self._say, scene, strips), is_painted=self._is_begun)
            if self._worker.has_job:
                return None
        self._is_begun = self._is_fresh = False
        self.window.blit(self._worker.page, (0, 0))
        self._worker.forget()
        self.stage.forget()
        return [self.window.get_rect()]

    def _begins_as_before(self, scene: Scene, strips: NoticeStrips) -> bool:
        """Shows the picture an earlier start drew of the same, if there is one; from the next frame on it is drawn."""
        looks = self._looks(scene, strips)
        if looks is None or not self._first.show(looks, self.window):
            return False
        self.is_shown = self.is_in_sight = True
        pygame.display.flip()
        return True

    def _looks(self, scene: Scene, strips: NoticeStrips) -> str | None:
        """All that the frame of this moment is drawn from; None where that cannot be said."""
        if scene.looks is None or strips.up(scene) or strips.icons(scene) or self.stage.light < 1:
            return None
        words = scene.ctx.narrator.caption if scene.ctx.wants_words else None
        return repr((scene.looks, words))

    def _say(self, scene: Scene, strips: NoticeStrips, stage: Stage) -> None:
        scene.draw(stage)
        self._captions.draw(stage, scene)
        strips.draw(stage, scene)


def _is_at_least(size: tuple[int, int], least: tuple[int, int]) -> bool:
    return size[0] >= least[0] and size[1] >= least[1]
