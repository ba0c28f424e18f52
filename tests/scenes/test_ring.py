"""The ring about what has the focus lies over no word a child's grown-up reads out."""

from __future__ import annotations

from typing import Any

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.ui import focus
from game.ui.paper import Paper
from game.ui.theme import INK
from game.ui.view import Box

SIZE = (1280, 720)
# Eighteen friends on one card: a child's targets leave no room between the rows; the voice says the name.
TOO_MANY = {"ouch-which-many"}
TOUCH = 40  # pixels of the ring's edge that may touch the box of a line, which has air about its letters


class Ear(Paper):
    """Paper that remembers where each line stands that is not covered by something painted later."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(pygame.Surface(SIZE), ctx.pictures)
        self.boxes: list[tuple[str, Box]] = []

    def text(self, text: str, *how: Any, **more: Any) -> Box:
        box = super().text(text, *how, **more)
        self.boxes.append((text, box))
        return box

    def panel(self, box: Box, *how: Any, **more: Any) -> None:
        self.boxes = [(text, b) for text, b in self.boxes if not box.holds(*b.centre)]
        super().panel(box, *how, **more)


def band(box: Box) -> pygame.Rect:
    """The middle half of a line, where its letters are."""
    return pygame.Rect(round(box.x), round(box.centre[1] - box.h / 4), max(1, round(box.w)), max(1, round(box.h / 2)))


@pytest.mark.parametrize("group", SCREENS)
def test_the_ring_hides_no_line_of_a_child_s_screen(group: str) -> None:
    init_pygame_for_pictures()
    hidden = []
    for state, scene in SCREENS[group].scenes(demo_game(SIZE).context):
        if not scene.is_child or state in TOO_MANY or type(scene).paint_still is Screen.paint_still:
            continue  # what is painted anew each frame has no lines of its own
        scene.update(0.5)
        ear = Ear(scene.ctx)
        scene.paint_still(ear)
        for widget in (w for w in scene.widgets if w.is_enabled):
            picture, x, y = focus.ring(scene.ctx.pictures, widget)
            ring = pygame.mask.from_threshold(picture, pygame.Color(INK), (40, 40, 40, 255))
            for text, box in ear.boxes:
                line = band(box).move(-round(x), -round(y))
                if ring.overlap_area(pygame.Mask(line.size, True), line.topleft) > TOUCH:
                    hidden.append((state, widget.name, text))
    assert not hidden
