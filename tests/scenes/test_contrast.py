"""High contrast: every word of every screen stands out from what is really behind it, by 7 to 1 and more."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.core.events import SettingChosen
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.ui.appearance import Appearance
from game.ui.palette import HIGH_CONTRAST, PLAIN, Colour
from game.ui.stage import Stage
from game.ui.typography.lettering import Inked
from tests.player import Player
from tests.sight import contrast

SIZE = (1280, 720)
LEAST = 7.0  # WCAG 2.2, 1.4.6, for text of any size
AREAS = sorted({name.partition("/")[0] for name in SCREENS})


def behind(picture: pygame.Surface, at: pygame.Rect, colour: Colour) -> Colour:
    """The colour most of a line's ground has: of its box, without its own letters."""
    pixels = memoryview(pygame.image.tobytes(picture.subsurface(at), "RGBX")).cast("I")  # counted whole, not by parts
    seen = [(n, pixel.to_bytes(4, sys.byteorder)[:3]) for pixel, n in Counter(pixels).most_common(40)]
    others = [(n, tuple(rgb)) for n, rgb in seen if contrast(tuple(rgb), colour) > 1.6]
    return max(others, default=(0, colour))[1]


def lines(area: str) -> Iterator[tuple[str, Inked, float]]:
    """Every line of the still pictures of an area, and by how much it stands out."""
    for name, pictured in SCREENS.items():
        if not name.startswith(area):
            continue
        game = demo_game(SIZE, weeks=6)
        game.context.record(SettingChosen("contrast", "on"))
        for state, scene in pictured.scenes(game.context):
            stage = Stage(pygame.Surface(SIZE))
            scene.draw(stage)
            stage.present()
            for line in scene.inked:
                at = scene.ctx.pictures.view.rect(line.box).clip(stage.surface.get_rect())
                if at.w and at.h:
                    yield state, line, contrast(line.colour, behind(stage.surface, at, line.colour))
        game.close()


@pytest.mark.parametrize("area", AREAS)
def test_every_line_stands_out_by_7_to_1(area: str) -> None:
    init_pygame_for_pictures()
    found = [(state, line.text, round(by, 1)) for state, line, by in lines(area) if by < LEAST]
    assert found == []


def test_the_setting_changes_every_picture_at_once_and_back() -> None:
    player = Player.with_family(size=SIZE)
    plain = pygame.image.tobytes(player.draw(), "RGB")
    player.record(SettingChosen("contrast", "on"))
    assert player.ctx.pictures.appearance == Appearance(palette=HIGH_CONTRAST)
    assert pygame.image.tobytes(player.draw(), "RGB") != plain
    player.record(SettingChosen("contrast", "off"))
    assert player.ctx.pictures.palette == PLAIN
    assert pygame.image.tobytes(player.draw(), "RGB") == plain


def test_without_it_every_colour_is_the_theme_s_own() -> None:
    body = '<rect fill="#FFF9EC" stroke="#ead9bb"/>'
    assert PLAIN.shapes(body) == body and PLAIN.ink((122, 98, 120)) == (122, 98, 120) and PLAIN.border is None
    assert HIGH_CONTRAST.shapes(body) == '<rect fill="#FFFFFF" stroke="#ead9bb"/>'
