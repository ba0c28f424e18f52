"""From SVG text to surfaces, and the two things paper needs: a soft shadow and a grain."""

from __future__ import annotations

import io
import sys

import pygame

from game.ui.blit_only import makes

SHADOW: tuple[int, int, int] = (60, 40, 50)


def rasterise(svg: str, size: tuple[int, int]) -> pygame.Surface:
    """The document in a box of pixels; it keeps its shape, so the surface may be smaller than asked.

    Always sized: a document's own size is never believed, it may be a bomb. Needs a display.
    """
    makes("raster")
    sys.audit("barefoot.raster", size)  # for whoever counts: see `game.bench.inside`
    # SVGs come with red and blue the other way round, for which every blit takes SDL's slow way, 25 times slower.
    return pygame.image.load_sized_svg(io.BytesIO(svg.encode()), size).convert_alpha()


def shadow(
    picture: pygame.Surface, blur: float, alpha: int, colour: tuple[int, int, int] = SHADOW, is_shared: bool = True
) -> tuple[pygame.Surface, int]:
    """The soft paper shadow of a picture, and by how many pixels it is larger on each side. One that `is_shared` may be
    drawn by another thread meanwhile.

    Blurred at a quarter of the size, which is thirty times faster and looks the same.
    """
    makes("blur")
    sys.audit("barefoot.blur", picture.get_size())
    w, h = picture.get_size()
    q = 4 if min(w, h) > 160 else 2 if min(w, h) > 60 else 1
    # A picture that is scaled is locked while Python is let go of, and another thread may be drawing it just then.
    small = pygame.transform.smoothscale(picture.copy() if is_shared else picture, (max(1, w // q), max(1, h // q)))
    mask = pygame.mask.from_surface(small, 40).to_surface(setcolor=(*colour, alpha), unsetcolor=(*colour, 0))
    radius = max(1, round(blur / q))
    pad = radius * 2
    wide = pygame.Surface((small.get_width() + 2 * pad, small.get_height() + 2 * pad), pygame.SRCALPHA)
    wide.fill((*colour, 0))
    wide.blit(mask, (pad, pad))
    soft = pygame.transform.gaussian_blur(wide, radius, repeat_edge_pixels=False)
    kx, ky = w / small.get_width(), h / small.get_height()
    size = round(soft.get_width() * kx), round(soft.get_height() * ky)
    return pygame.transform.smoothscale(soft, size), round(pad * kx)


def grain_over(surface: pygame.Surface, tile: pygame.Surface) -> None:
    """Multiplies the paper's grain over an opaque picture."""
    w, h = tile.get_size()
    for x in range(0, surface.get_width(), w):
        for y in range(0, surface.get_height(), h):
            surface.blit(tile, (x, y), special_flags=pygame.BLEND_RGB_MULT)


def tile_from(png: bytes) -> pygame.Surface:
    """The grain tile from its file."""
    return pygame.image.load(io.BytesIO(png), "grain.png").convert()
