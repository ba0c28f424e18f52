"""How one screen gives way to the next: a page slid over it, or a short cross-fade.

Both work on two finished pictures, so that neither screen has to draw itself meanwhile; where one is not finished yet
there is plain paper.
"""

from __future__ import annotations

from enum import Enum, auto

import pygame

from game.ui.effects import PAGE_SECONDS, Page, PageSlide, put_page

FADE_SECONDS = 0.2


class Arrival(Enum):
    """How a screen wants to be brought on."""

    PAGE = auto()
    FADE = auto()
    AT_ONCE = auto()


class PageChange:
    """A change under way; `draw` until `is_over`."""

    def __init__(
        self, old: Page, new: Page, k: float, arrival: Arrival, is_back: bool = False
    ) -> None:  # fmt: skip
        self._old, self._new, self._gone = old, new, 0.0
        self._slide = PageSlide(old, new, k, to_left=not is_back) if arrival is Arrival.PAGE else None
        self._seconds = PAGE_SECONDS if self._slide else FADE_SECONDS

    @property
    def is_over(self) -> bool:
        return self._gone >= self._seconds

    def draw(self, surface: pygame.Surface, dt: float) -> None:
        """The picture `dt` seconds after the one before; when it is over, the new screen as it is."""
        self._gone += dt
        share = min(1.0, self._gone / self._seconds)
        if self._slide:
            self._slide.draw(surface, share)
            return
        put_page(surface, self._old, 0)
        if self._new is None:
            put_page(surface, None, 0)
            return
        alpha = round(255 * share)
        self._new.set_alpha(alpha if alpha < 255 else None)  # 255 would be mixed, by SDL's slowest way
        surface.blit(self._new, (0, 0))
        self._new.set_alpha(None)
