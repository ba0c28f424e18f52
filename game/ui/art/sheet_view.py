"""A printed sheet as a picture on the screen: its outlines rasterised, its words in the same type, then made small."""

from __future__ import annotations

import io

import pygame

from game.print.sheet import Picture, Pixels, Sheet, TextLine
from game.print.svg import outlines
from game.print.typeset import Type
from game.ui.pictures import Drawings
from game.ui.raster import rasterise
from game.ui.typography.fallback_fonts import rendered

FINER, WIDEST = 4.0, 1400  # so much larger it is drawn, and pixels at most: type of four pixels is no letters


def sheet_picture(sheet: Sheet, type_: Type, drawings: Drawings, width: int) -> pygame.Surface:
    """The sheet `width` pixels wide, on white paper, every line as long as the type that set it says. A JPEG on it is
    left out: nothing here shows one yet."""
    k = max(width, min(FINER * width, WIDEST)) / sheet.width
    size = round(sheet.width * k), round(sheet.height * k)
    box = f'viewBox="0 0 {sheet.width:.3f} {sheet.height:.3f}" width="{sheet.width:.3f}" height="{sheet.height:.3f}"'
    shapes = rasterise(f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{outlines(sheet.marks)}</svg>', size)
    paper = pygame.Surface(size)
    paper.fill("#FFFFFF")
    for mark in sheet.marks:
        if isinstance(mark, Picture) and isinstance(mark.image, Pixels):
            paper.blit(_pixels(mark, k), (round(mark.x * k), round(mark.y * k)))
    paper.blit(shapes, (0, 0))
    fonts: dict[tuple[str, int], pygame.font.Font] = {}
    for mark in sheet.marks:
        if isinstance(mark, TextLine) and mark.text:
            key = mark.weight, max(4, round(mark.size * k))
            if key not in fonts:
                fonts[key] = pygame.font.Font(io.BytesIO(drawings.font(key[0])), key[1])
            ink = pygame.Color(mark.colour)
            line = rendered(fonts[key], mark.text, key[1], (ink.r, ink.g, ink.b), sheet.is_rtl)
            wide = max(1, round(type_.width(mark.text, mark.size, mark.weight) * k))
            if abs(wide - line.get_width()) > 1:  # type comes in whole pixels, and words must not touch
                line = pygame.transform.smoothscale(line, (wide, line.get_height()))
            paper.blit(line, (round(mark.x * k), round(mark.y * k) - fonts[key].get_ascent()))
    return pygame.transform.smoothscale(paper, (width, round(sheet.height * width / sheet.width)))


def _pixels(mark: Picture, k: float) -> pygame.Surface:
    assert isinstance(mark.image, Pixels)
    image = mark.image
    surface = pygame.image.frombytes(image.rgb, (image.width, image.height), "RGB").convert_alpha()
    if image.alpha is not None:
        veil = pygame.image.frombytes(
            bytes(byte for share in image.alpha for byte in (255, 255, 255, share)), surface.get_size(), "RGBA"
        )
        surface.blit(veil, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
    return pygame.transform.smoothscale(surface, (max(1, round(mark.w * k)), max(1, round(mark.h * k))))
