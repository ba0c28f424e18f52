"""Stickers: round die-cuts of a motif on a flat tint, and the paper silhouettes of those not found yet.

A motif's file is drawn in a box of 200 x 200; the tint, the white ring, the tilt and the shadow are added here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable

import pygame

from game.core.stickers import Sticker
from game.ui.pictures import Pictures
from game.ui.raster import rasterise

HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")
SEE_THROUGH = re.compile(r' (?:fill|stroke)-opacity="[^"]*"')
RIM = 16  # design units around the motif's radius: the white ring and a little air
PAPER, PAPER_LINE = "#E9DABD", "#DCCAA6"


def die_cut(pictures: Pictures, sticker: Sticker, r: float, turn: float | None = None) -> pygame.Surface:
    """A found sticker, its ring of radius about `r` design units; `turn` instead of its own tilt."""
    return pictures.kept(*_die_cut(pictures, sticker, r, turn))[0]


def peeled(pictures: Pictures, sticker: Sticker, r: float, turn: float) -> pygame.Surface | None:
    """The same while it is pressed on, another one every frame; None while the first is made."""
    return pictures.soon("peeled", *_die_cut(pictures, sticker, r, turn))


def _die_cut(
    pictures: Pictures, sticker: Sticker, r: float, turn: float | None
) -> tuple[Hashable, Callable[[], tuple[pygame.Surface, tuple[int, int]]]]:
    """Under which key a sticker is kept, and how it is made."""
    n = max(1, pictures.px(2 * (r + RIM)))
    angle = sticker.tilt if turn is None else turn

    def make() -> tuple[pygame.Surface, tuple[int, int]]:
        motif = pictures.drawings.shapes(f"stickers/{sticker.id}")
        picture = rasterise(
            _document(
                n,
                '<circle cx="100" cy="100" r="100" fill="#FFFFFF"/>'
                f'<circle cx="100" cy="100" r="87" fill="{sticker.tint}"/>{_shrunk(motif, 0.95)}',
            ),
            (n, n),
        )
        return (pygame.transform.rotozoom(picture, angle, 1) if angle else picture).convert_alpha(), (0, 0)

    return ("die_cut", sticker.id, n, angle), make


def stuck(pictures: Pictures, sticker: Sticker, r: float) -> tuple[pygame.Surface, tuple[int, int]]:
    """A found sticker with its soft shadow, and where its corner lies from the sticker's centre in pixels."""
    picture = die_cut(pictures, sticker, r)
    made, (left, top) = pictures.shadowed(picture, ("die_cut", sticker.id, picture.get_size()), 7, 80, 2, 5)
    return made, (left - picture.get_width() // 2, top - picture.get_height() // 2)


def silhouette(
    pictures: Pictures, sticker: Sticker, r: float, ring: str = PAPER, fill: str = PAPER_LINE
) -> pygame.Surface:
    """A sticker not found yet: nothing is given away but its shape, in one paper tone inside a dashed ring."""
    n = max(1, pictures.px(2 * (r + RIM)))

    def make() -> tuple[pygame.Surface, tuple[int, int]]:
        motif = SEE_THROUGH.sub("", HEX.sub(fill, pictures.drawings.shapes(f"stickers/{sticker.id}")))
        body = (
            f'<circle cx="100" cy="100" r="92" fill="{ring}" fill-opacity="0.45"/>'
            f'<circle cx="100" cy="100" r="94" fill="none" stroke="{fill}" stroke-width="5" '
            f'stroke-dasharray="10 12" stroke-linecap="round"/>{_shrunk(motif, 0.86)}'
        )
        return rasterise(_document(n, body), (n, n)), (0, 0)

    return pictures.kept(("silhouette", sticker.id, n, ring, fill), make)[0]


def _document(n: int, body: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 208 208" width="{n}" height="{n}">{body}</svg>'


def _shrunk(motif: str, share: float) -> str:
    return f'<g transform="translate(100 100) scale({share}) translate(-100 -100)">{motif}</g>'
