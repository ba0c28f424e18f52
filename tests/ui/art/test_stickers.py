"""Found stickers are bright, those not found yet give away only their shape."""

from __future__ import annotations

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.core.stickers import Sticker
from game.data.files.art import ArtLibrary
from game.ui.art.stickers import PAPER, PAPER_LINE, die_cut, silhouette, stuck
from game.ui.pictures import Pictures
from game.ui.view import View


@pytest.fixture(scope="module")
def pictures() -> Pictures:
    init_pygame_for_pictures()
    return Pictures(ArtLibrary(), View(640, 360))


def every() -> list[Sticker]:
    return [s for place in ArtLibrary().stickers().values() for s in place]


@pytest.mark.parametrize("sticker", every(), ids=lambda s: s.id)
def test_a_silhouette_has_only_the_papers_tones(pictures: Pictures, sticker: Sticker):
    picture = silhouette(pictures, sticker, 60)
    tones = [pygame.Color(PAPER), pygame.Color(PAPER_LINE)]
    for x in range(0, picture.get_width(), 2):
        for y in range(0, picture.get_height(), 2):
            colour = picture.get_at((x, y))
            if colour.a > 200:
                assert min(max(abs(colour[i] - t[i]) for i in range(3)) for t in tones) < 14


@pytest.mark.parametrize("sticker", every()[::7], ids=lambda s: s.id)
def test_a_found_sticker_has_a_white_ring(pictures: Pictures, sticker: Sticker):
    picture = die_cut(pictures, sticker, 60, 0)
    n = picture.get_width()
    assert picture.get_at((round(n * (0.5 - 0.44)), n // 2))[:3] == (255, 255, 255)


def test_a_stuck_sticker_lies_about_its_centre(pictures: Pictures):
    picture, (left, top) = stuck(pictures, every()[0], 60)
    assert left < 0 < left + picture.get_width()
    assert top < 0 < top + picture.get_height()
