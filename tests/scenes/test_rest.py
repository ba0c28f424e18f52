"""A grown-ups' page that nobody touches comes to rest: it asks for no new picture, and a still screen costs nothing."""

from __future__ import annotations

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes import routes
from game.scenes.parent.gate.gate import ParentGate
from game.scenes.screen.screen import Screen
from game.ui.stage import Stage
from tests.player import Player

SIZE = (640, 360)
STEP, SETTLES, LOOKED = 0.25, 75.0, 20.0  # seconds: of an update, until all is still, for which it is looked at
# Where the clock of the wait runs, and what is played as a child will see it.
MOVE = ("pin-wait", "own-preview", "own-preview-mistake", "own-preview-walk")
AREAS = sorted(name for name in SCREENS if name.startswith(("parent/", "first_start/")))


def pictures_asked_for(scene: Screen, stage: Stage, seconds: float) -> int:
    """How often something on the screen changed in so many seconds without an input."""
    changed = 0
    for _ in range(round(seconds / STEP)):
        scene.update(STEP)
        scene.draw(stage)
        changed += bool(stage.present())
    return changed


@pytest.mark.parametrize("area", AREAS)
def test_no_grown_ups_page_moves_when_it_was_left_alone(area: str) -> None:
    init_pygame_for_pictures()
    game = demo_game(SIZE, weeks=6)
    restless = []
    for state, scene in SCREENS[area].scenes(game.context):
        assert isinstance(scene, Screen)
        for _ in range(round(SETTLES / STEP)):
            scene.update(STEP)
        stage = Stage(pygame.Surface(SIZE))
        scene.draw(stage)
        stage.present()
        if pictures_asked_for(scene, stage, LOOKED) and state not in MOVE:
            restless.append(state)
    game.close()
    assert restless == []


def test_the_bear_of_the_gate_moves_as_it_opens_and_after_a_press_and_then_rests() -> None:
    player = Player.with_family()
    player.scene = routes.Gate(routes.Who(), routes.Who())
    scene, stage = player.scene, Stage(pygame.Surface(SIZE))
    assert isinstance(scene, ParentGate)
    moved = [pictures_asked_for(scene, stage, seconds) for seconds in (6, 8, 6)]
    assert moved[0] > 10 and moved[2] == 0, moved
    player.arrow(0, 1)
    assert pictures_asked_for(scene, stage, 6) > 10
    pictures_asked_for(scene, stage, 8)
    assert pictures_asked_for(scene, stage, 6) == 0
