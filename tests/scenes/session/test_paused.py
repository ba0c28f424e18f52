"""A pause is seen from the mat: on every screen of a session two bars stand, larger than a hand, and go with it."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes.screen import hud
from game.scenes.session.session_screen import FloorScene
from game.ui.stage import Stage
from game.ui.widgets import check_layout

SMALLEST = 72  # design units: what a child three metres away tells apart
CREAM = (255, 246, 230)


def floor_scenes(module: str) -> Iterator[FloorScene]:
    """Every state of a session's screen, as it is before a pause."""
    init_pygame_for_pictures()
    game = demo_game((1280, 720))
    try:
        for _, scene in SCREENS[module].scenes(game.context):
            scene.update(0.1)
            yield scene
    finally:
        game.close()


def drawn(scene: FloorScene) -> pygame.Surface:
    stage = Stage(pygame.Surface((1280, 720)))
    scene.draw(stage)
    stage.present()
    return stage.surface


def bars(picture: pygame.Surface) -> int:
    """The height of the bars, in design units; 0 where there are none."""
    x, y = round(hud.PAUSED.centre[0] - 0.14 * 190), round(hud.PAUSED.y)
    column = [picture.get_at((x, y + i))[:3] for i in range(round(hud.PAUSED.h))]
    return sum(all(abs(a - b) < 6 for a, b in zip(colour, CREAM)) for colour in column)


@pytest.mark.parametrize(
    "module", ["session/play", "session/rest", "session/countdown", "session/intro", "session/between"]
)
def test_every_screen_of_a_session_shows_a_pause_large_and_under_no_button(module: str) -> None:
    for scene in floor_scenes(module):
        scene.pause()
        assert bars(drawn(scene)) >= SMALLEST, scene.name
        assert not check_layout(scene.widgets)
        assert not any(w.box.meets(hud.PAUSED) for w in scene.widgets), scene.name


def test_the_sign_goes_with_the_pause() -> None:
    scene = next(floor_scenes("session/rest"))
    scene.pause()
    assert bars(drawn(scene)) >= SMALLEST
    resumed = scene.press("big")
    assert isinstance(resumed, FloorScene)
    assert bars(drawn(resumed)) < SMALLEST
