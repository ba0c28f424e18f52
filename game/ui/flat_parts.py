"""Large parts of a picture that have one colour, taken out of it and filled again wherever it is drawn.

Paper is mostly such parts. A leg close up takes a third less memory without them, and filling is quicker than copying.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pygame

from game.ui.shape import FlatPart, shape_of, tell_flat

ROWS = LEAST = 32  # pixels of a part: so many rows, and at least so wide; a smaller one is not worth its call
PIXEL = 4  # bytes
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
                flat.append((pygame.Rect(left, top, right - left, ROWS), colour))
    for part, _ in flat:
        picture.fill((0, 0, 0, 0), part)
    tell_flat(picture, tuple(flat))


def fill(surface: pygame.Surface, flat: Iterable[FlatPart], x: int, y: int) -> None:
    """What was taken out of a picture whose corner lies at a pixel, within the clip."""
    clip = surface.get_clip()
    for part, colour in flat:
        if clip.colliderect(at := part.move(x, y)):
            surface.fill(colour, at)


def whole(picture: pygame.Surface) -> pygame.Surface:
    """A copy of it with what was taken out."""
    out = picture.copy()
    fill(out, shape_of(picture).flat, 0, 0)
    return out
