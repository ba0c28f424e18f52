"""How one screen gives way to the next: a page slid over it, or a short cross-fade.

Both work on finished pictures, so that neither screen has to draw itself meanwhile. Only a slide needs the old one
besides: a fade is mixed into what is in the window.
"""

from __future__ import annotations

from enum import Enum, auto

import pygame

from game.ui.effects import PAGE_SECONDS, PageSlide

FADE_SECONDS = 0.2


class Arrival(Enum):
    """How a screen wants to be brought on."""

    PAGE = auto()
    FADE = auto()
    AT_ONCE = auto()


class PageChange:
    """A change of the picture in `window` under way; `draw` until `is_over`. Where it fades nobody else draws there."""

    def __init__(
        self, window: pygame.Surface, new: pygame.Surface, k: float, arrival: Arrival, is_back: bool = False
    ) -> None:  # fmt: skip
        self._new, self._gone, self._mixed = new, 0.0, 0.0
        slides = arrival is Arrival.PAGE
        self._slide = PageSlide(window.copy(), new, k, to_left=not is_back) if slides else None
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
        if share == 1:
            surface.blit(self._new, (0, 0))
            return
        alpha = round(255 * (share - self._mixed) / (1 - self._mixed))  # of what is still to be seen of the old one
        self._mixed += (1 - self._mixed) * alpha / 255
        self._new.set_alpha(alpha)
        surface.blit(self._new, (0, 0))
        self._new.set_alpha(None)
