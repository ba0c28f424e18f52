"""Draws whole pictures of scenes beside the loop, on a surface of the window's size."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

import pygame

from game.scenes.scene import Scene
from game.ui.malloc_tuning import give_back_gaps
from game.ui.stage import Stage


class FrameWorker:
    """One picture at a time. While `is_busy` nobody else may touch the scene."""

    def __init__(self, window: pygame.Surface) -> None:
        self._window = window  # asked for its size alone
        self._page: pygame.Surface | None = None
        self._threads = ThreadPoolExecutor(1, "draw frame")
        self._job: Future[None] | None = None

    @property
    def page(self) -> pygame.Surface:
        """What was drawn last, until it is forgotten."""
        if self._page is None:
            self._page = pygame.Surface(self._window.get_size())
        return self._page

    def forget(self) -> None:
        """Nobody needs the last picture any more: one of the window's size is a large thing to keep for the next."""
        if self._job is None:
            self._page = None

    @property
    def has_job(self) -> bool:
        """A picture was begun and not taken yet."""
        return self._job is not None

    @property
    def is_busy(self) -> bool:
        """It is being drawn."""
        return self._job is not None and not self._job.done()

    def begin(self, scene: Scene, say: Callable[[Stage], None], light: float, is_painted: bool = True) -> None:
        """Draws what `say` says of the scene; where it is not painted, only its pieces are made. What is baked for
        later waits meanwhile."""
        self.take()
        self._job = self._threads.submit(self._draw, scene, say, light, is_painted)

    def wait(self, seconds: float) -> None:
        """Until the picture in hand is done, `seconds` at most."""
        if self._job:
            wait((self._job,), timeout=seconds)

    def take(self) -> None:
        """Waits for the picture, if one was begun. Raises what drawing it raised."""
        job, self._job = self._job, None
        if job:
            job.result()

    def close(self) -> None:
        """Waits for the picture in hand, whatever comes of it."""
        self._job = None
        self._threads.shutdown()

    def _draw(self, scene: Scene, say: Callable[[Stage], None], light: float, is_painted: bool) -> None:
        baker = scene.ctx.art.baker
        baker.is_held = True
        try:
            scene.fit()
            scene.ctx.art.memory.make_room()  # what the screen before needed goes first
            stage = Stage(self.page if is_painted else self._window)
            stage.lit(light)
            say(stage)
            if is_painted:
                stage.present(whole=True)
        finally:
            baker.is_held = False
            give_back_gaps()
