"""A greyed button that is pressed says what is missing; every one of the program does."""

from __future__ import annotations

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes import routes
from game.scenes.parent.gate.gate import ParentGate
from game.ui.controls import Command, Controls, FocusTurn, Press
from game.ui.stage import Stage
from tests.keyboards import place_of, pressed
from tests.player import Player
from tests.scenes.rooms import place_key


@pytest.mark.parametrize("module", SCREENS)
def test_every_greyed_button_says_what_is_missing_when_it_is_pressed(module: str) -> None:
    init_pygame_for_pictures()
    game = demo_game((640, 360), weeks=6)
    silent = []
    for state, scene in SCREENS[module].scenes(game.context):
        scene.age = 1.0
        for widget in [w for w in scene.widgets if not w.is_enabled]:
            scene.handle(Press(*game.context.pictures.view.pixel(*widget.box.centre)))
            text = scene.note.text
            if not text or text.startswith("["):
                silent.append(f"{state}: {widget.name}")
            scene.note.end()
    game.close()
    assert silent == []


@pytest.mark.parametrize("module", SCREENS)
def test_by_keys_alone_every_greyed_button_says_what_is_missing(module: str) -> None:
    init_pygame_for_pictures()
    game = demo_game((640, 360), weeks=6)
    silent = []
    (enter,) = Controls().read((pressed(place_of("enter", "us"), "us", 0),), (640, 360))
    for state, scene in SCREENS[module].scenes(game.context):
        scene.age = 1.0
        for name in [w.name for w in scene.widgets if not w.is_enabled]:
            for _ in scene.widgets:
                if scene.focused != name:
                    scene.handle(FocusTurn(1))
            if scene.focused != name or scene.handle(enter) or not scene.note.text:
                silent.append(f"{state}: {name}")
            scene.note.end()
            scene.note.text = ""
    game.close()
    assert silent == []


def test_a_button_that_reached_its_end_keeps_the_focus_and_says_so() -> None:
    player = Player.with_family()
    player.scene = routes.GrownUps()
    player.key(char=place_key("settings"))
    for _ in range(12):
        player.focus("voice-more")
        player.key(Command.ACTIVATE)
    assert not player.scene.widget("voice-more").is_enabled
    assert player.scene.focused == "voice-more"
    assert player.scene.note.text == player.ctx.texts("why_most")


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (1024, 768), (2560, 1080)])
def test_the_words_stand_on_the_picture_and_leave_by_themselves(size: tuple[int, int]) -> None:
    player = Player(size=size)
    player.tap("big")
    player.scene.shows_focus = False  # as after every press of a mouse or finger
    bare = pygame.image.tobytes(player.draw(), "RGB")
    player.tap("big")
    assert player.scene.name == "first-pin"
    assert pygame.image.tobytes(player.draw(), "RGB") != bare
    player.wait(6.1)
    assert pygame.image.tobytes(player.draw(), "RGB") == bare


def test_the_words_leave_with_the_next_press(player: Player) -> None:
    gate = ParentGate(player.ctx, routes.Who(), routes.Who())
    player.scene = gate
    player.tap("pad-enter")
    assert gate.note.text == player.ctx.texts("pin_four")
    drawn = pygame.image.tobytes(player.draw(), "RGB")
    player.tap("pad-1")
    player.tap("pad-erase")
    stage = Stage(pygame.Surface((640, 360)))
    gate.draw(stage)
    assert gate.note._left == 0 and drawn
