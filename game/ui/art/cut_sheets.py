"""Sheets of cut paper onto a picture that is being made: pages of the story, and the camp."""

from __future__ import annotations

import pygame

from game.puppet.spread_sheets import PageSheet
from game.ui.raster import rasterise, shadow
from game.ui.view import Box, View

PREMULTIPLIED = pygame.BLEND_PREMULTIPLIED


def drawn(body: str, box: Box, size: tuple[int, int]) -> pygame.Surface:
    """Shapes in a box of design units as a picture of so many pixels."""
    head = f'viewBox="{box.x:.3f} {box.y:.3f} {box.w:.3f} {box.h:.3f}" width="{size[0]}" height="{size[1]}"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" preserveAspectRatio="none" {head}>{body}</svg>'
    return rasterise(svg, size)


def lay(
    out: pygame.Surface, view: View, body: str, box: Box, soft: tuple[float, int, float] | None = None
) -> None:  # fmt: skip
    """Shapes onto a picture, perhaps with a paper shadow (blur, alpha, dy)."""
    put(out, view, PageSheet(body, (box.x, box.y, box.w, box.h), soft))


def put(out: pygame.Surface, view: View, sheet: PageSheet) -> None:
    """One sheet onto a picture that shows `view`."""
    box = Box(*sheet.box)
    rect = view.rect(box)
    if rect.w < 1 or rect.h < 1:
        return
    picture = drawn(sheet.svg, box, rect.size)
    k = view.k
    if sheet.shadow:
        blur, alpha, down = sheet.shadow
        dark, pad = shadow(picture, max(1, round(blur * k)), alpha)
        out.blit(dark, (rect.x - pad, rect.y - pad + down * k))
    if sheet.only_shadow:
        return
    if not sheet.blur:
        out.blit(picture, rect)
        return
    soft = pygame.transform.gaussian_blur(picture.premul_alpha(), max(1, round(sheet.blur * k)))
    out.blit(soft, rect, special_flags=pygame.BLEND_RGB_ADD if sheet.adds else PREMULTIPLIED)
