"""The card before the game closes: good night in the evening, bye by day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.core.content import Slot
from game.core.events import Held, SettingChosen
from game.data.journal.journal import Journal
from game.gallery.states import play
from game.scenes import routes
from game.ui.controls import Command
from tests.data.disks import Disk
from tests.player import PIN, Player
from tests.scenes.rooms import Room, complaints, written_on


@pytest.fixture
def player() -> Player:
    """A family at the card, with a room to go back to."""
    player = Player.with_family()
    player.scene = routes.Close(Room(player.ctx, "before"))
    return player


def test_staying_has_the_focus_and_goes_back(player: Player) -> None:
    player.key(Command.ACTIVATE)
    assert player.scene.name == "before"
    assert not player.quit_asked


def test_esc_stays(player: Player) -> None:
    player.key(Command.BACK)
    assert player.scene.name == "before"


@pytest.mark.parametrize(("hour", "last"), [(8, "end_goodbye"), (16, "end_goodbye"), (17, "sleepy_goodbye")])
def test_good_night_is_said_in_the_evening_and_bye_by_day_before_the_game_closes(
    player: Player, hour: int, last: str
) -> None:
    player.at(player.clock.date(), hour)
    player.scene = routes.Close(Room(player.ctx, "before"))
    written = " ".join(written_on(player.scene))
    assert ("night" in written) is (hour == 17)
    player.tap("good-night")
    assert not player.quit_asked
    player.wait(8)
    assert player.quit_asked
    assert player.ctx.narrator.said[-1] == last
    assert all("night" not in player.ctx.spoken(line) for line in player.ctx.narrator.said if hour < 17)


@pytest.fixture
def unsaved(tmp_path: Path) -> Iterator[tuple[Player, Disk]]:
    """A disk that became full after the family was written down, and one fact only in memory; at the card."""
    player = Player(journal=Journal.open(tmp_path / "journal.sqlite"))
    disk = player.disk
    child = player.add_child("Anna")
    disk.is_full = True
    player.record(Held(), child=child)
    player.scene = routes.Close(Room(player.ctx, "before"))
    yield player, disk
    disk.is_full = False
    player.game.close()


def test_what_is_only_in_memory_is_told_before_good_night(unsaved: tuple[Player, Disk]) -> None:
    player, disk = unsaved
    player.tap("good-night")
    assert player.scene.name == "trouble" and "1" in player.scene.case.tag
    player.wait(60)
    assert player.scene.name == "trouble" and not player.quit_asked, "nothing is thrown away by waiting"
    player.tap("again")
    assert player.scene.name == "trouble" and player.scene.case.foot == player.ctx.texts("diskfull_not_yet")
    disk.is_full = False
    player.wait(12)
    assert player.quit_asked and type(list(disk.events())[-1].fact) is Held


def test_a_grown_up_may_close_all_the_same_and_is_told_what_that_costs(unsaved: tuple[Player, Disk]) -> None:
    player, disk = unsaved
    player.tap("good-night")
    choice = player.scene.case.choices[-1]
    assert choice.line == player.ctx.texts("diskfull_close_line", n=1)
    player.tap(choice.name)
    player.wait(8)
    assert player.quit_asked and player.ctx.unsaved == 1


def test_room_made_meanwhile_needs_no_card(unsaved: tuple[Player, Disk]) -> None:
    player, disk = unsaved
    disk.is_full = False
    player.tap("good-night")
    player.wait(8)
    assert player.quit_asked and player.ctx.unsaved == 0


def test_where_a_child_may_not_close_the_pin_is_asked(player: Player) -> None:
    player.record(SettingChosen("kiosk", "on"))
    player.tap("good-night")
    player.wait(8)
    assert player.scene.name == "gate"
    assert not player.quit_asked
    player.keys(PIN)
    player.wait(8)
    assert player.quit_asked


def test_started_as_a_kiosk_it_asks_for_the_pin_as_well(player: Player) -> None:
    player.ctx.is_kiosk = True
    player.tap("good-night")
    assert player.scene.name == "gate"


def test_after_a_look_around_good_night_leads_home(player: Player) -> None:
    player.ctx.home = lambda: Room(player.ctx, "home")
    player.tap("good-night")
    assert player.scene.name == "home"
    assert not player.quit_asked


def test_one_pin_opens_what_waits_of_all_and_the_card_comes_after_everybodys_reward(player: Player) -> None:
    second = player.add_child("Ben", animal="otto")
    for child in (player.child, second):
        play(player.ctx, child, Slot.MORNING, 1, grade=None)
    player.scene = routes.Close(Room(player.ctx, "before"))
    player.tap("waiting")
    assert player.scene.name == "gate"
    player.keys(PIN)
    player.wait(1)
    assert (player.scene.name, player.scene.children) == ("confirm", (player.child, second))
    player.key(None, "1")
    player.key(None, "1")
    for child in (player.child, second):
        player.wait_for("reward")
        assert player.scene.id == child
        player.tap("big")
    assert player.scene.name == "close"
    assert all(widget.name != "waiting" for widget in player.scene.widgets)


@pytest.mark.parametrize("press", [None, "good-night"])
def test_nothing_is_too_small_too_near_or_cut_off(player: Player, press: str | None) -> None:
    if press:
        player.tap(press)
    assert complaints(player.scene) == []
