"""A window pulled larger in the middle of any screen looks as if the game had begun in that size."""

from __future__ import annotations

import pygame
import pytest

from game.app.game import Game
from game.app.window import init_pygame_for_pictures
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes.scene import Scene
from game.ui.stage import Stage

SMALL, LARGE = (320, 180), (480, 300)
DIFFERENT = 12  # of 255, more than two ways of rounding
SHARE = 0.02  # of the pixels; what moves may stand a pixel beside, and a recovery code is another every time


def shown(game: Game, scene: Scene, size: tuple[int, int]) -> pygame.Surface:
    game.resized(game.context, size)
    scene.fit()
    stage = Stage(pygame.Surface(size))
    scene.draw(stage)
    stage.present()
    return stage.surface


@pytest.mark.parametrize("module", SCREENS)
def test_a_resized_screen_looks_like_a_new_one(module):
    init_pygame_for_pictures()
    pulled, fresh = demo_game(SMALL), demo_game(LARGE)
    gallery = SCREENS[module].scenes
    wrong = []
    for (name, one), (_, other) in zip(gallery(pulled.context), gallery(fresh.context), strict=True):
        shown(pulled, one, SMALL)
        a, b = shown(pulled, one, LARGE), shown(fresh, other, LARGE)
        same = pygame.mask.from_threshold(a, (0, 0, 0), (DIFFERENT, DIFFERENT, DIFFERENT, 255), b).count()
        if 1 - same / (LARGE[0] * LARGE[1]) > SHARE:
            wrong.append(f"{name}: {1 - same / (LARGE[0] * LARGE[1]):.1%} of it is different")
        pulled.resized(pulled.context, SMALL)
    assert not wrong
