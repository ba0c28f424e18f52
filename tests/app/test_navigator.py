"""Which screen is here, what lies under it, and which one still waits for the disk."""

from __future__ import annotations

from threading import Event

import pytest

from game.app.navigator import Navigator
from game.core.events import SettingChosen
from game.scenes.routes import Close, Safety, Stumbled, Trail, Who
from game.scenes.scene import Scene
from game.ui.controls import Covered, Input
from tests.player import Player
from tests.scenes.rooms import Room


class Ground(Room):
    """Remembers what it was given."""

    def __init__(self, player: Player) -> None:
        super().__init__(player.ctx, "ground")
        self.given: list[Input] = []

    def handle(self, event: Input) -> None:
        self.given.append(event)


class Screens:
    """A navigator that begins on the ground, and what has come since, with whether it was a step back."""

    def __init__(self, player: Player) -> None:
        self.came: list[tuple[str, bool]] = []
        self.ground = Ground(player)
        self.at = Navigator(player.ctx, self.ground, self._arrived)

    def _arrived(self, scene: Scene, is_back: bool) -> None:
        self.came.append((scene.name, is_back))


@pytest.fixture
def player() -> Player:
    return Player.with_family()


@pytest.fixture
def screens(player: Player) -> Screens:
    return Screens(player)


def test_what_follows_comes_and_none_stays(screens: Screens, player: Player) -> None:
    screens.at.go(None)
    screens.at.go(screens.ground)
    assert screens.at.scene is screens.ground and screens.came == []
    screens.at.go(Trail(player.child), is_back=True)
    assert screens.at.scene.name == "map" and screens.came == [("map", True)]


def test_a_card_gives_back_what_it_lies_over(screens: Screens) -> None:
    here = screens.at.pause()
    assert here is screens.ground and screens.ground.given == [Covered()]
    screens.at.cover(Safety(here), here)
    screens.at.cover(Close(screens.at.scene), screens.at.scene)
    assert [scene.name for scene in screens.at.under] == ["close", "safety", "ground"]
    screens.at.go(here)
    assert screens.at.under == (here,), "and what lay between is left"


def test_outside_whatever_was_covered_is_left_for_good(screens: Screens) -> None:
    screens.at.cover(Safety(screens.ground), screens.ground)
    screens.at.go(Who())
    assert [scene.name for scene in screens.at.under] == ["who"]


def test_the_next_screen_waits_until_what_led_to_it_is_on_the_disk(screens: Screens, player: Player) -> None:
    disk_answers = Event()
    player.game.pen.then(disk_answers.wait)
    player.record(SettingChosen("words", "on"))
    screens.at.go(Trail(player.child))
    screens.at.settle()
    assert screens.at.is_waiting and screens.at.scene is screens.ground and screens.came == []
    assert screens.at.here.name == "map", "what is on its way counts as being there"
    disk_answers.set()
    player.game.pen.then(lambda: None).result()
    screens.at.settle()
    assert not screens.at.is_waiting and screens.came == [("map", False)]


def test_nothing_waits_or_lies_under_the_card_about_a_mistake(screens: Screens, player: Player) -> None:
    screens.at.cover(Safety(screens.ground), screens.ground)
    screens.at.start_afresh(Stumbled(Who()))
    assert [scene.name for scene in screens.at.under] == ["stumbled"] and not screens.at.is_waiting
    assert screens.came == [("safety", False)], "it is simply there"
