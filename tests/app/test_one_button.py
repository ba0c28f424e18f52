"""One button plays: the ring walks by itself, any press chooses, and the PIN is in nobody's reach that way."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.core.events import LevelPlayed, Outcome, SettingChosen, StarsAwarded
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes import routes
from game.scenes.screen.screen import Screen
from game.ui.controls import Command
from tests.computer import Computer
from tests.player import Player
from tests.told import pass_gate


@pytest.fixture
def player() -> Player:
    """A family that plays with one button, at who is playing."""
    player = Player.with_family(size=(640, 360))
    player.record(SettingChosen("one_button", "on"), SettingChosen("scan_tenths", "10"))
    return player


def choose(player: Player, name: str) -> None:
    """Waits until the ring is on it and presses the one key there is."""
    waited = 0.0
    while player.scene.focused != name or not player.scene.hears:
        player.wait(0.05)
        waited += 0.05
        assert waited < 60, f"{player.scene.name} never comes to {name}"
    player.hardware("space")


def to_play(player: Player) -> None:
    """From who is playing to two minutes of today's quest, shoes off."""
    choose(player, player.child)
    player.wait_for("map")
    choose(player, "two_minutes")
    assert player.scene.name == "shoes"
    while player.scene.name == "shoes":
        choose(player, "big")


def test_the_ring_walks_over_everything_and_begins_anew(player: Player) -> None:
    player.scene = routes.Trail(player.child)
    every = [w.name for w in player.scene.widgets if w.is_enabled]
    seen: list[str | None] = []
    player.wait(0.1)
    for _ in range(len(every) + 1):
        seen.append(player.scene.focused)
        player.wait(1.0)
    assert sorted(map(str, seen[:-1])) == sorted(every) and seen[-1] == seen[0]


def test_a_whole_session_is_played_with_one_key_from_the_start_to_its_stars(player: Player) -> None:
    to_play(player)
    player.wait_for("session_end")
    told = [event.fact for event in player.game.journal.events()]
    played = [fact for fact in told if isinstance(fact, LevelPlayed)]
    assert played and all(fact.outcome is Outcome.FINISHED for fact in played)
    assert sum(fact.stars for fact in told if isinstance(fact, StarsAwarded)) > 0
    choose(player, "big")
    assert player.scene.name != "session_end"


def test_what_hurts_is_told_with_one_key_while_it_plays(player: Player) -> None:
    to_play(player)
    player.wait_for("play")
    choose(player, "hurt")
    assert player.scene.name.startswith("ouch")


def test_it_is_stopped_with_one_key_while_it_plays(player: Player) -> None:
    to_play(player)
    player.wait_for("play")
    choose(player, "stop")
    assert player.scene.name == "map"  # nothing was done yet, so nothing is asked


@pytest.mark.parametrize("way", ["letter", "pad", "tap", "finger"])
def test_any_key_button_or_tap_chooses_what_the_ring_is_on(player: Player, way: str) -> None:
    while player.scene.focused != player.child or not player.scene.hears:
        player.wait(0.05)
    match way:
        case "letter":
            player.hardware("x")
        case "pad":
            player.pad(3)
        case "tap":
            player.click(3, 3)
        case "finger":
            player.event(pygame.event.Event(pygame.FINGERDOWN, touch_id=1, finger_id=1, x=0.01, y=0.9))
    assert player.scene.name == "story"  # the page of the first chapter, on the way to the map


def test_the_keys_of_who_helps_still_mean_what_they_mean(player: Player) -> None:
    player.scene = routes.Trail(player.child)
    player.key(Command.BACK)
    assert player.scene.name == "who"
    player.key(Command.GROWN_UPS)
    assert player.scene.name == "gate"


def test_at_the_gate_no_ring_walks_and_the_one_key_goes_back(player: Player) -> None:
    player.scene = routes.Gate(routes.GrownUps(), routes.Who())
    left = player.ctx.gate.tries_left()
    player.wait(9)
    player.draw()
    assert player.scene.focused == "back"
    player.hardware("space")
    assert player.scene.name == "who"
    assert player.ctx.gate.tries_left() == left


def test_the_pin_is_typed_as_ever_and_behind_it_a_press_is_a_press(player: Player) -> None:
    player.scene = routes.Gate(routes.GrownUps(), routes.Who())
    pass_gate(player)
    assert player.scene.name == "progress"
    on = player.scene.focused
    player.wait(5)
    assert player.scene.focused == on
    player.tap("place-settings")
    assert player.scene.name == "settings"


def test_without_the_setting_the_ring_stays(player: Player) -> None:
    player.record(SettingChosen("one_button", "off"))
    on = player.scene.focused
    player.wait(9)
    assert player.scene.focused == on


def test_the_ring_comes_to_pain_and_stop_on_every_screen_of_a_session() -> None:
    game = demo_game((640, 360), weeks=6)
    for name, pictured in SCREENS.items():
        if name.startswith("session/"):
            for _, scene in pictured.scenes(game.context):
                assert isinstance(scene, Screen)
                there = {w.name for w in scene.widgets if w.command in (Command.HURT, Command.BACK) and w.is_enabled}
                seen = set()
                for _ in range(len(scene.widgets)):
                    scene.walk_on()
                    seen.add(scene.focused)
                assert there <= seen
    game.close()


@pytest.fixture
def computer() -> Iterator[Computer]:
    """With the game's own loop."""
    computer = Computer()
    computer.player.record(SettingChosen("one_button", "on"))
    yield computer
    computer.player.game.close()


def test_the_game_s_own_loop_walks_and_chooses(computer: Computer) -> None:
    seen = set()
    for _ in range(100):
        computer.frame(0.1)
        seen.add(computer.app.scene.focused)
    assert len(seen) > 2
    while computer.app.scene.focused != computer.player.child:
        computer.frame(0.1)
    computer.press(pygame.K_SPACE)
    assert computer.app.scene.name == "map"
