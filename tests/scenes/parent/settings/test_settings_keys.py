"""Keys chosen by pressing them: what is refused is said, and "it hurts", stop and the PIN stay in reach."""

from __future__ import annotations

import pytest

from game.core.events import SettingChosen
from game.scenes import routes
from game.scenes.parent.settings.settings import SettingsPage
from game.ui.controls import Command, Key
from tests.keyboards import pressed
from tests.player import Player
from tests.scenes.rooms import complaints, written_on
from tests.told import pass_gate


@pytest.fixture
def player() -> Player:
    """At the keys of a family."""
    player = Player.with_family(size=(1280, 720))
    player.scene = SettingsPage(player.ctx, sheet="keys")
    return player


def choose(player: Player, what: str, key: str) -> None:
    """A line, then the key, by the keyboard alone."""
    player.focus(f"key-{what}")
    player.key(Command.ACTIVATE)
    player.wait(0.45)
    player.hardware(key)


def commands(player: Player, *keys: str) -> list[Command | None]:
    """What each key asks for now."""
    found = []
    for key in keys:
        player.wait(0.1)
        (given,) = player.read(pressed(key, player.layout))
        assert isinstance(given, Key)
        found.append(given.command)
    return found


@pytest.mark.parametrize("key, name", [("x", "x"), ("f5", "f5")])
def test_a_key_that_is_pressed_is_kept_and_means_it_from_now_on(player: Player, key: str, name: str) -> None:
    choose(player, "hurt", key)
    assert player.ctx.settings.key_hurt == name
    assert commands(player, key, "o") == [Command.HURT, None]
    again = Player(journal=player.game.journal)
    assert commands(again, key, "o") == [Command.HURT, None]


def test_under_another_script_a_letter_is_chosen_by_where_it_lies(player: Player) -> None:
    player.layout = "ru"
    choose(player, "pause", "l")
    assert player.ctx.settings.key_pause == "l"
    player.layout = "us"
    assert commands(player, "l", "p") == [Command.PAUSE, None]


@pytest.mark.parametrize(
    "key, said",
    [
        ("p", "settings_key_taken"), ("f11", "settings_key_fixed"), ("7", "settings_key_fixed"),
        ("kp7", "settings_key_fixed"), ("space", "settings_key_fixed"), ("enter", "settings_key_fixed"),
        ("left", "settings_key_fixed"), ("tab", "settings_key_fixed"), ("e", "settings_key_confirming"),
    ],
)  # fmt: skip
def test_a_key_that_means_something_else_is_refused_in_one_line(player: Player, key: str, said: str) -> None:
    choose(player, "hurt", key)
    assert player.ctx.settings.key_hurt == "o"
    kept = player.ctx.texts(said, key="", what="").rpartition(". ")[2]
    assert any(line.endswith(kept) for line in written_on(player.scene))
    assert not player.scene.keys.is_good


def test_esc_gives_the_choice_up_and_a_second_one_goes_back(player: Player) -> None:
    choose(player, "hurt", "escape")
    assert player.scene.name == "settings" and player.scene.keys.waits_for is None
    player.key(Command.BACK)
    assert player.scene.name == "progress"


def test_all_keys_come_back_as_they_were(player: Player) -> None:
    choose(player, "hurt", "x")
    choose(player, "pause", "o")
    assert commands(player, "x", "o") == [Command.HURT, Command.PAUSE]
    player.tap("keys-back")
    assert commands(player, "o", "p", "x") == [Command.HURT, Command.PAUSE, None]


def test_a_diary_whose_choices_do_not_go_together_leaves_pain_its_key(player: Player) -> None:
    for name, key in (("key_pause", "o"), ("key_again", "escape"), ("key_hurt", "7"), ("key_words", "")):
        player.record(SettingChosen(name, key))
    assert player.ctx.settings.keys["hurt"] == "o"
    assert commands(player, "o", "p", "r", "escape") == [Command.HURT, Command.PAUSE, Command.AGAIN, Command.BACK]


def test_digits_at_the_pin_are_digits_whatever_was_chosen(player: Player) -> None:
    player.record(SettingChosen("key_big", "5"))
    choose(player, "hurt", "x")
    player.scene = routes.Gate(routes.GrownUps(), routes.Who())
    pass_gate(player)
    assert player.scene.name == "progress"


def test_what_is_read_names_the_key_that_was_chosen(player: Player) -> None:
    choose(player, "grown_ups", "x")
    assert "key X" in player.ctx.texts("end_paused")
    assert player.ctx.texts("help_key_grown_ups").startswith("X:")


def test_nothing_is_cut_while_a_key_is_waited_for(player: Player) -> None:
    player.tap("key-big")
    assert player.ctx.texts("settings_key_press") in written_on(player.scene)
    assert complaints(player.scene) == []
