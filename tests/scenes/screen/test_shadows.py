"""A sheet's shadow fades out: a piece that ends before it does would show a straight edge below every sign."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.data.files.art import ArtLibrary
from game.scenes.screen import hud
from game.scenes.screen.moving_screen import shadowed
from game.scenes.session.tray import DIGIT_RIGHT, paint_digit
from game.ui import theme
from game.ui.art import lens
from game.ui.paper import Paper, grown_paper
from game.ui.pictures import Pictures
from game.ui.view import Box, View
from game.ui.widgets import paint, round_button

SEEN = 3  # of 255: what is left of a shadow at the end of its blur
SIGN = Box(400, 200, 420, 92)
BUTTON = round_button("go", 640, 360, 86, theme.TEAL, "icons/play", 72, ring=theme.PANEL)
SHEETS: dict[str, tuple[Box, Callable[[Paper], None]]] = {
    "a sign": (SIGN, lambda paper: paper.panel(SIGN, radius=44)),
    "a number": (DIGIT_RIGHT, lambda paper: paint_digit(paper, DIGIT_RIGHT, 4)),
    "the sign of the pause": (hud.PAUSED, hud.paint_paused),
    "a round button": (BUTTON.box, lambda paper: paint(paper, BUTTON)),
    "a lens": (lens.rim_box(640, 360), partial(lens.paint_rim, cx=640, cy=360)),
}


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (2560, 1080)])
@pytest.mark.parametrize("sheet", SHEETS)
def test_the_shadow_of_a_sheet_ends_within_its_piece(sheet: str, size: tuple[int, int]) -> None:
    init_pygame_for_pictures()
    box, draw = SHEETS[sheet]
    pictures = Pictures(ArtLibrary(), View(*size))
    piece = pygame.Surface(pictures.view.rect(shadowed(box)).size, pygame.SRCALPHA)
    grown_paper(piece, pictures, draw, shadowed(box))
    w, h = piece.get_size()
    edge = [(x, y) for x in range(w) for y in (0, h - 1)] + [(x, y) for y in range(h) for x in (0, w - 1)]
    assert max(piece.get_at(at).a for at in edge) <= SEEN
