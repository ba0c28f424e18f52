"""What is seen of a picture, told once by whoever makes it, so that the stage draws no more anew than that.

A friend is a third of the box about it: where the box is clear nothing changes with the next one. And under what is
solid nobody has to draw anything. In pixels from the picture's corner.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

import pygame

from game.ui.rects import is_one

OUTLINES = 256  # of pictures that followed each other, a few rectangles each: three clips of a session
BAND = 64  # rows; lower bands lie closer, and each costs about as much as the pixels it saves


Colour = tuple[int, int, int, int]
FlatPart = tuple[pygame.Rect, Colour]  # of one opaque colour


class Bands(tuple[pygame.Rect, ...]):
    """Bands of one picture, and no others: a clip shows the same pictures after one another again and again."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


class PictureShape(NamedTuple):
    """`bands` from top to bottom, outside of which it is clear, None where nobody looked; `solid` hides what is under
    it; `flat` is what was taken out of it and has to be filled where it is drawn, `core` is a large part of it that is
    filled as well, for that is quicker (`game.ui.flat_parts`)."""

    bands: Bands | None = None
    solid: pygame.Rect | None = None
    flat: tuple[FlatPart, ...] = ()
    core: FlatPart | None = None


Placed = tuple[Bands, pygame.Rect]  # a picture's, and its box in the window
UNKNOWN = PictureShape()
_shapes: WeakKeyDictionary[pygame.Surface, PictureShape] = WeakKeyDictionary()


def shape_of(picture: pygame.Surface) -> PictureShape:
    """What was told of it."""
    return _shapes.get(picture, UNKNOWN)


def tell_bands(picture: pygame.Surface) -> None:
    """Looks where it is not clear. For a picture nobody else has yet, and that is not encoded yet."""
    w, h = picture.get_size()
    flat = shape_of(picture).flat
    bands = []
    for y in range(0, h, BAND):
        row = pygame.Rect(0, y, w, min(BAND, h - y))
        seen = picture.subsurface(row).get_bounding_rect().move(0, y)
        filled = [part for part, _ in flat if part.colliderect(row)]
        if seen or filled:
            bands.append((seen.unionall(filled) if seen else filled[0].unionall(filled)).clip(row))
    _shapes[picture] = shape_of(picture)._replace(bands=Bands(bands))


def tell_shape(picture: pygame.Surface, shape: PictureShape) -> None:
    """All that was told of the same picture elsewhere."""
    _shapes[picture] = shape


def tell_flat(picture: pygame.Surface, flat: tuple[FlatPart, ...]) -> None:
    """These parts were taken out of it."""
    _shapes[picture] = shape_of(picture)._replace(flat=flat)


def tell_solid(picture: pygame.Surface, solid: pygame.Rect) -> None:
    """Every pixel of it there is opaque."""
    _shapes[picture] = shape_of(picture)._replace(solid=solid)


def tell_core(picture: pygame.Surface, core: FlatPart) -> None:
    """Every pixel of it there has that one colour."""
    _shapes[picture] = shape_of(picture)._replace(core=core, solid=core[0])


def outline(placed: Iterable[Placed]) -> list[pygame.Rect]:
    """Bands of the window in which pictures with bands are not clear; those of pictures that meet are taken
    together."""
    out: list[pygame.Rect] = []
    left = list(placed)
    while left:
        group = [left.pop()]
        about = group[0][1].copy()
        while (hit := about.collidelist([box for _, box in left])) >= 0:
            group.append(left.pop(hit))
            about.union_ip(group[-1][1])
        out += _bands(tuple((bands, *box.topleft) for bands, box in group))
    return out


@lru_cache(OUTLINES)
def _bands(placed: tuple[tuple[Bands, int, int], ...]) -> tuple[pygame.Rect, ...]:
    """The same of pictures that meet, from top to bottom, each with the pixel of its corner; neighbours are one where
    little is covered in vain."""
    rows: dict[int, pygame.Rect] = {}
    for bands, x, y in placed:
        for band in bands:
            seen = band.move(x, y)
            for row in range(seen.top // BAND, (seen.bottom - 1) // BAND + 1):
                part = seen.clip((seen.x, row * BAND, seen.w, BAND))
                rows[row] = rows[row].union(part) if row in rows else part
    out: list[pygame.Rect] = []
    for row in sorted(rows):
        if out and is_one(out[-1], rows[row]):
            out[-1] = out[-1].union(rows[row])
        else:
            out.append(rows[row])
    return tuple(out)
