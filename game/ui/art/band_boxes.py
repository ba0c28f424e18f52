"""Where in its tile a band of a place is seen: the rows it fills from side to side, and boxes about what stands out
above them, a tree or a cloud. With the next step of a walk only there something looks different.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pygame

from game.ui.rects import area, is_one

BOX_COSTS = 25_000  # pixels that take as long to paint as another box takes


class BandBoxes(NamedTuple):
    """`rows` are the top and bottom of what is filled, equal where nothing is; `boxes` are pixels of the tile, `top` is
    that of all."""

    rows: tuple[int, int]
    boxes: tuple[pygame.Rect, ...]
    top: int

    @classmethod
    def about(cls, pieces: Iterable[pygame.Rect], body: tuple[int, int], wide: int) -> BandBoxes:
        """The cheapest of a tile of that width: `body` is the top and bottom of its rows without a hole, equal where
        there are none."""
        high = sorted(pieces, key=lambda piece: piece.x)
        end = max([body[1], *(piece.bottom for piece in high)], default=0)
        top = body[0] if body[1] > body[0] else end
        levels = {top, *(piece.top for piece in high if piece.top < top)}
        return min((cls._at(level, end, high) for level in sorted(levels)), key=lambda found: found._cost(wide))

    @classmethod
    def _at(cls, level: int, end: int, pieces: Sequence[pygame.Rect]) -> BandBoxes:
        """Filled from a level down."""
        boxes: list[pygame.Rect] = []
        for piece in pieces:
            box = pygame.Rect(piece.x, piece.y, piece.w, min(piece.bottom, level) - piece.y)
            if box.h <= 0:
                continue
            if boxes and is_one(boxes[-1], box):
                boxes[-1] = boxes[-1].union(box)
            else:
                boxes.append(box)
        return cls((level, end), tuple(boxes), min((box.y for box in boxes), default=level))

    def _cost(self, wide: int) -> int:
        parts = len(self.boxes) + (self.rows[1] > self.rows[0])
        return sum(map(area, self.boxes)) + (self.rows[1] - self.rows[0]) * wide + BOX_COSTS * parts

    def is_within(self, clip: pygame.Rect) -> bool:
        """Whether some of it may be seen in those rows of the window."""
        return self.top < clip.bottom and self.rows[1] > clip.top

    def moved(self, was: int, is_now: int, period: int, width: int) -> Iterator[pygame.Rect]:
        """What looks different in a window of that width once the first tile is at another pixel."""
        top, bottom = self.rows
        if bottom > top:
            yield pygame.Rect(0, top, width, bottom - top)
        for first in (was, is_now):
            for x in range(first, width, period):
                yield from (box.move(x, 0) for box in self.boxes if x + box.x < width and x + box.right > 0)
