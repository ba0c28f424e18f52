"""What a lens shows, as the stage draws it."""

from __future__ import annotations

import pygame

from game.ui.art.lens import LensView
from game.ui.stage import Stage
from game.ui.view import DESIGN

MIDDLE = DESIGN[0] / 2, DESIGN[1] / 2
PAPER = (255, 0, 255)  # round about; no drawing has this colour


def shown(view: LensView, seconds: float, size: tuple[int, int] = (640, 360)) -> pygame.Surface:
    """The lens's square in the middle of a window of that size, for which it was made."""
    stage, backdrop = Stage(pygame.Surface(size)), pygame.Surface(size)
    backdrop.fill(PAPER)
    stage.backdrop(backdrop)
    view.show(stage, seconds, *MIDDLE)
    stage.present()
    n = view.ground.get_width()
    return stage.surface.subsurface((size[0] // 2 - n // 2, size[1] // 2 - n // 2, n, n))
