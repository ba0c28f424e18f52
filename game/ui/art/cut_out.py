"""A whole friend cut out of paper, with a thin cream edge: as large as there is room, standing on its ground, in the
middle of its place.

Made once for a size and kept with the other pictures. Drawn twice as large, so that the edge is smooth.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.puppet.figure import on_paper
from game.puppet.spread_sheets import PageSheet
from game.ui.art.lit_part import lit
from game.ui.paper import Paper
from game.ui.pictures import Pictures
from game.ui.raster import rasterise, shadow
from game.ui.stage import Frame

Figure = PageSheet  # a whole friend, as `ArtRoom.figure` gives it
EDGE = (255, 249, 236)
EDGE_WIDE = 3.0  # design units
FINE = 2  # times
ROUGH = 200  # pixels across, at which is measured what a sheet holds


def cut_out(
    pictures: Pictures, sheet: Figure, high: float, wide: float, *, is_paper: bool = False, tint: str | None = None,
    edge: float = EDGE_WIDE,
) -> Frame:  # fmt: skip
    """The figure within `high` x `wide` design units, and where its corner lies from the middle of its place, in
    pixels. `is_paper`: in one paper tone, for who is still to come."""
    key = ("cut out", sheet.svg, high, wide, is_paper, tint, edge)
    return pictures.kept(key, lambda: _made(pictures, sheet, high, wide, _toned(is_paper, tint), edge))


def paint_cut_out(paper: Paper, frame: Frame, x: float, ground: float) -> None:
    """Stands it on the ground."""
    paper.put(frame[0], x, ground, frame[1])


def _toned(is_paper: bool, tint: str | None) -> Callable[[str], str]:
    return lambda svg: lit(on_paper(svg) if is_paper else svg, tint)


def _made(
    pictures: Pictures, sheet: Figure, high: float, wide: float, toned: Callable[[str], str], edge: float
) -> Frame:
    x, y, w, h = sheet.box
    rough = _drawn(sheet.svg, x, y, w, h, (ROUGH, round(ROUGH * h / w))).get_bounding_rect()
    unit = w / ROUGH
    left, top = x + (rough.x - 1) * unit, y + (rough.y - 1) * unit
    seen_w, seen_h = (rough.w + 2) * unit, (rough.h + 2) * unit
    k = min(high / seen_h, wide / seen_w) * pictures.view.k  # pixels a rig unit
    fine = k * FINE
    size = max(1, round(seen_w * fine)), max(1, round(seen_h * fine))
    friend = _drawn(toned(sheet.svg), left, top, seen_w, seen_h, size)
    r = round(edge * pictures.view.k * FINE)
    rim = pygame.Surface((2 * r + 1, 2 * r + 1), pygame.SRCALPHA)
    pygame.draw.circle(rim, (255, 255, 255, 255), (r, r), r)
    grown = pygame.mask.from_surface(friend, 90).convolve(pygame.mask.from_surface(rim))
    out = grown.to_surface(setcolor=(*EDGE, 255), unsetcolor=(*EDGE, 0))
    out.blit(friend, (r, r))
    picture = pygame.transform.smoothscale(out, (max(1, out.get_width() // FINE), max(1, out.get_height() // FINE)))
    middle = _middle(picture)
    soft, pad = shadow(picture, max(1, round(5 * pictures.view.k)), 70)
    whole = pygame.Surface(soft.get_size(), pygame.SRCALPHA)
    down = round(3 * pictures.view.k)
    whole.blit(soft, (0, 0))
    whole.blit(picture, (pad, pad - down))
    # The ground is the rig's own, y 0: a foot that is lifted stays above it.
    return whole.convert_alpha(), (-round(middle) - pad, round((top * fine - r) / FINE) - pad + down)


def _middle(picture: pygame.Surface) -> float:
    """Where its weight and its width have their middle: a thin tail counts for little, and who lies or sits with long
    legs is as far out of its place on one side as on the other."""
    mask = pygame.mask.from_surface(picture, 90)
    rects = mask.get_bounding_rects()
    return (mask.centroid()[0] + rects[0].unionall(rects[1:]).centerx) / 2


def _drawn(svg: str, x: float, y: float, w: float, h: float, size: tuple[int, int]) -> pygame.Surface:
    box = f'viewBox="{x:.3f} {y:.3f} {w:.3f} {h:.3f}" width="{size[0]}" height="{size[1]}"'
    return rasterise(f'<svg xmlns="http://www.w3.org/2000/svg" preserveAspectRatio="none" {box}>{svg}</svg>', size)
