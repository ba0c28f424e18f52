"""Pictures of one size, one after another, in memory that is taken again as soon as nobody holds the picture in it.

For what changes many times a second and is of little use afterwards: fresh memory is handed over by the system page by
page, and takes five times as long as what is drawn into it.
"""

from __future__ import annotations

import weakref

import pygame


class ReusedPixels:
    """Copies of `original` to draw on. Each is a picture of its own, and stays as it is while anybody holds it."""

    def __init__(self, original: pygame.Surface) -> None:
        self._original = original
        self._rooms: list[tuple[pygame.Surface, weakref.ref[pygame.Surface]]] = []

    def copy(self) -> pygame.Surface:
        """As the original's own `copy`."""
        found = next((i for i, (_, given) in enumerate(self._rooms) if given() is None), len(self._rooms))
        pixels = self._rooms.pop(found)[0] if found < len(self._rooms) else self._original.copy()
        out = pixels.subsurface(pixels.get_rect())
        out.fill((0, 0, 0, 0))
        out.blit(self._original, (0, 0), special_flags=pygame.BLEND_RGBA_ADD)
        self._rooms.append((pixels, weakref.ref(out)))
        return out
