"""Where design units land in the window.

Everything is laid out in design units, 1280 x 720, y down. The scale is the same both ways and the design is centred;
scenery bleeds past it, so a window of any shape from 4:3 to 21:9 is filled. The picture stays in the middle; what
belongs to the window's edge, as the margin of a page does, is anchored there and keeps the distance it has in 16:9.
"""

from __future__ import annotations

from dataclasses import field, replace
from enum import Enum

import pygame

from game.frozen import dataclass

DESIGN = (1280, 720)
Point = tuple[float, float]  # design units


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in design units: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @classmethod
    def around(cls, cx: float, cy: float, r: float) -> Box:
        """The square around a disc."""
        return cls(cx - r, cy - r, 2 * r, 2 * r)

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.w / 2, self.y + self.h / 2

    def holds(self, x: float, y: float) -> bool:
        """Left and top edges included, right and bottom not."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: Box) -> bool:
        """They share more than an edge."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def covers(self, other: Box) -> bool:
        """All of the other lies in it."""
        return self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom

    def grown(self, by: float) -> Box:
        return Box(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def moved(self, dx: float, dy: float) -> Box:
        return Box(self.x + dx, self.y + dy, self.w, self.h)


class Anchor(Enum):
    """What of the window a thing stays with: -1 its left or upper edge, 1 its right or lower one, 0 the picture."""

    PICTURE = (0, 0)
    TOP_LEFT, TOP, TOP_RIGHT = (-1, -1), (0, -1), (1, -1)
    LEFT, RIGHT = (-1, 0), (1, 0)
    BOTTOM_LEFT, BOTTOM, BOTTOM_RIGHT = (-1, 1), (0, 1), (1, 1)


@dataclass(frozen=True, slots=True)
class View:
    """One window size in pixels; `left` and `top` are the corner of a smaller surface cut out of it. `zoom` shows a
    part of the design larger: that whose top left corner is the design point `corner`.

    A page of a language read from right to left is laid out as any other, and `is_mirrored`: what is left in the design
    lands as far from the right. Only places are mirrored: a picture put down by `laid` stays as it is drawn. What must
    keep its sides, because a left foot stands left, is seen by the `upright` view: `aside` design units to the right.
    """

    width: int
    height: int
    left: int = 0
    top: int = 0
    zoom: float = 1.0
    corner: Point = (0.0, 0.0)
    is_mirrored: bool = False
    aside: float = 0.0
    k: float = field(init=False, compare=False)  # pixels a design unit
    origin: tuple[float, float] = field(init=False, compare=False)  # pixel of the design's top left corner

    def __post_init__(self) -> None:
        k = min(self.width / DESIGN[0], self.height / DESIGN[1]) * self.zoom
        origin = (self.width - DESIGN[0] * k) / 2, (self.height - DESIGN[1] * k) / 2
        if self.zoom != 1:  # whole pixels: the same thing is as many of them wherever it is looked at
            left = DESIGN[0] - self.corner[0] - self.width / k if self.is_mirrored else self.corner[0]
            origin = -round(left * k), -round(self.corner[1] * k)
        object.__setattr__(self, "k", k)
        object.__setattr__(self, "origin", origin)

    @property
    def size(self) -> tuple[int, int]:
        return self.width, self.height

    def pixel(self, x: float, y: float) -> tuple[int, int]:
        """The pixel of a design point."""
        ox, oy = self.origin
        return round(ox + self._turned(x) * self.k) - self.left, round(oy + y * self.k) - self.top

    def _turned(self, x: float) -> float:
        """From the design's left edge to where a place lands, or from there back."""
        return DESIGN[0] - x if self.is_mirrored else x + self.aside

    def design(self, px: float, py: float) -> tuple[float, float]:
        """The design point of a pixel, for presses."""
        ox, oy = self.origin
        x = (px - ox) / self.k
        return DESIGN[0] - x if self.is_mirrored else x - self.aside, (py - oy) / self.k

    def laid(self, width: int, x: float, y: float, dx: int = 0) -> tuple[int, int]:
        """The pixel of the top left corner of a picture so many pixels wide that lies with the corner where its lines
        begin at a design point, `dx` pixels further along them."""
        px, py = self.pixel(x, y)
        return (px - dx - width if self.is_mirrored else px + dx), py

    def upright(self, box: Box) -> View:
        """The view in which that box lies where it does, and what is left in it is left; this one where nothing is
        mirrored."""
        if not self.is_mirrored:
            return self
        zoomed = (DESIGN[0] - self.corner[0] - self.width / self.k, self.corner[1])
        return replace(self, is_mirrored=False, corner=zoomed, aside=DESIGN[0] - box.right - box.x)

    def rect(self, box: Box) -> pygame.Rect:
        """The pixels of a design rectangle."""
        left, top = self.pixel(box.x, box.y)
        right, bottom = self.pixel(box.right, box.bottom)
        left, right = min(left, right), max(left, right)
        return pygame.Rect(left, top, right - left, bottom - top)

    def cut(self, rect: pygame.Rect) -> View:
        """The view of a surface that is the part `rect` of the window."""
        return replace(self, left=rect.x, top=rect.y)

    def visible(self) -> Box:
        """The part of the design plane the window shows, bleed included."""
        left, top = self.design(self.width if self.is_mirrored else 0, 0)
        return Box(left, top, self.width / self.k, self.height / self.k)

    def shift(self, anchor: Anchor) -> Point:
        """How many design units a thing lies right and below of its place in 16:9, to be as near to its edges."""
        across, down = anchor.value
        return across * (self.width / self._plain_k - DESIGN[0]) / 2, down * (
            self.height / self._plain_k - DESIGN[1]
        ) / 2

    def anchored(self, box: Box, anchor: Anchor) -> Box:
        """Where a box of the 16:9 layout lies in this window."""
        return box.moved(*self.shift(anchor))

    @property
    def _plain_k(self) -> float:
        """Pixels a design unit where nothing is looked at larger."""
        return self.k / self.zoom
