"""Large parts of a picture that have one colour, taken out of it and filled again wherever it is drawn.

Paper is mostly such parts. A leg close up takes a third less memory without them. They are laid from a small sheet of
their colour: SDL's own fill goes past the processor's cache, where the backdrop was laid a moment before, and takes ten
times as long (`game.ui.near_blit`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import pygame

from game.ui.near_blit import AT_ONCE
from game.ui.rects import area, beyond
from game.ui.shape import Colour, FlatPart, shape_of, tell_core, tell_flat

ROWS = LEAST = 32  # pixels of a part: so many rows, and at least so wide; a smaller one is not worth its call
PIXEL = 4  # bytes
LEAST_CORE = 16_000  # pixels; what is smaller is mixed in less time than its edges are counted out
SHEET, SHEETS = 256, 32  # pixels a sheet of one colour is wide, and how many are kept: a megabyte
Laid = tuple[pygame.Surface, tuple[int, int], tuple[int, int, int, int]]
_EQUAL = re.compile(b"\0{%d,}" % (LEAST * PIXEL))


def take_out(picture: pygame.Surface) -> None:
    """For a picture of 32 bits that nobody else has yet, and that is not encoded: its flat parts become clear. Whoever
    draws it must fill them: the stage does, `whole` makes it what it was."""
    w, h = picture.get_size()
    pitch, pixels = picture.get_pitch(), picture.get_buffer().raw
    flat: list[FlatPart] = []
    for top in range(0, h - ROWS + 1, ROWS):
        rows = (int.from_bytes(pixels[y * pitch : y * pitch + w * PIXEL], "little") for y in range(top, top + ROWS))
        first = next(rows)
        differs = first ^ (first >> 8 * PIXEL)  # from the pixel to the right, or from those below: where it is not 0
        for row in rows:
            differs |= first ^ row
        for run in _EQUAL.finditer(differs.to_bytes(w * PIXEL, "little")):
            left, right = -(-run.start() // PIXEL), run.end() // PIXEL
            colour = picture.get_at((left, top))
            if colour.a == 255 and right - left >= LEAST:
                flat.append((pygame.Rect(left, top, right - left, ROWS), (colour.r, colour.g, colour.b, colour.a)))
    for part, _ in flat:
        picture.fill((0, 0, 0, 0), part)
    tell_flat(picture, tuple(flat))


def fill(surface: pygame.Surface, flat: Sequence[FlatPart], x: int, y: int) -> None:
    """What was taken out of a picture whose corner lies at a pixel, within the clip."""
    surface.blits(laid(flat, x, y), False)


def laid(flat: Sequence[FlatPart], x: int, y: int) -> list[Laid]:
    """What was taken out of a picture whose corner lies at a pixel, to be blitted: a sheet, where its corner lies, and
    the part of it that is laid."""
    return [
        (_sheet(colour), (x + left, y + part.y), (_begins(x + left), 0, min(SHEET, part.right - left), part.h))
        for part, colour in flat
        for left in range(part.x, part.right, SHEET)
    ]


def fill_part(surface: pygame.Surface, colour: Colour, part: pygame.Rect) -> None:
    """A part of the surface in one colour, of any height."""
    rows = range(0, part.h, ROWS)
    flat = [(pygame.Rect(0, top, part.w, min(ROWS, part.h - top)), colour) for top in rows]
    surface.blits(laid(flat, *part.topleft), False)


def look_for_core(picture: pygame.Surface) -> None:
    """Tells the part about its middle that has one opaque colour, where that is large. For a still picture that only a
    stage draws."""
    w, h = picture.get_size()
    if w * h < LEAST_CORE:
        return
    colour = picture.get_at((w // 2, h // 2))
    alike = pygame.mask.from_threshold(picture, colour, (1, 1, 1, 255))
    alike = alike.overlap_mask(pygame.mask.from_surface(picture, 254), (0, 0))
    core = _grown(alike, w // 2, h // 2)
    if area(core) >= LEAST_CORE:
        tell_core(picture, (core, (colour.r, colour.g, colour.b, colour.a)))


def _grown(mask: pygame.Mask, x: int, y: int) -> pygame.Rect:
    """A rectangle about that pixel in which all is set: grown at all four sides in turn until none goes further."""
    core, whole = pygame.Rect(x, y, 1, 1), mask.get_rect()
    if not mask.get_at((x, y)):
        return pygame.Rect(x, y, 0, 0)
    for step in (8, 1):
        sides = [(-step, 0), (0, -step), (step, 0), (0, step)]
        while sides:
            for side in tuple(sides):
                grown = core.union(core.move(side))
                added = next(part for part in beyond(grown, core) if part)
                is_set = mask.overlap_area(pygame.Mask(added.size, fill=True), added.topleft) == area(added)
                if is_set and whole.contains(grown):
                    core = grown
                else:
                    sides.remove(side)
    return core


def _begins(x: int) -> int:
    """The column of a sheet that is laid at a pixel: never both at sixteen bytes."""
    return 0 if x % AT_ONCE else 1


@lru_cache(SHEETS)
def _sheet(colour: Colour) -> pygame.Surface:
    """Paper of one colour, from which any part of it is laid, begun at its first column or its second."""
    out = pygame.Surface((SHEET + 1, ROWS), depth=32)
    out.fill(colour)
    return out


def whole(picture: pygame.Surface) -> pygame.Surface:
    """A copy of it with what was taken out."""
    out = picture.copy()
    fill(out, shape_of(picture).flat, 0, 0)
    return out
