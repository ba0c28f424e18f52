"""Letters on the screen: those of the family's language first, with the signs of a sentence and its capitals."""

from __future__ import annotations

import pytest

from game.scenes import routes
from game.scenes.parent.gate.recovery import RecoveryPage
from game.scenes.parent.printed.doctor import DoctorPage
from game.scenes.screen.field_screen import FieldScreen
from game.scenes.screen.on_screen_keyboard import PAGES, OnScreenKeyboard, page_of
from tests.player import Player
from tests.scenes.rooms import complaints


def letters(player: Player, page: routes.Next) -> OnScreenKeyboard:
    player.scene = page
    player.wait(0.5)
    written = player.scene
    assert isinstance(written, FieldScreen)
    player.scene = written.letters()
    player.wait(0.5)
    assert isinstance(player.scene, OnScreenKeyboard)
    return player.scene


def press(player: Player, names: str) -> None:
    for name in names.split():
        player.tap(name)


@pytest.mark.parametrize(("language", "first"), [("en", "a"), ("ru", "а"), ("uk", "а"), ("pl", "a")])
def test_they_begin_with_those_the_language_is_written_in(player: Player, language: str, first: str) -> None:
    assert PAGES[page_of(player.ctx.locale_of(language))][0] == first


def test_a_code_is_in_latin_letters_whatever_the_family_speaks(player: Player) -> None:
    player.ctx.speak("ru")
    code = RecoveryPage(player.ctx, routes.Who(), routes.Who())
    assert letters(player, code).widget("key-a") and complaints(player.scene) == []
    assert letters(player, DoctorPage(player.ctx, player.child)).widget("key-ж") and complaints(player.scene) == []


def test_a_question_has_its_sign_and_a_name_in_a_sentence_its_capital(player: Player) -> None:
    board = letters(player, DoctorPage(player.ctx, player.child))
    press(player, "key-i key-s space key-i key-t space case key-t key-o key-m key-?")
    assert board.field.value == "Is it Tom?"


def test_a_small_letter_can_begin_and_the_button_shows_which_is_next(player: Player) -> None:
    page = letters(player, DoctorPage(player.ctx, player.child))
    assert page.is_capital
    player.tap("case")
    assert not page.is_capital
    press(player, "key-a key-1")
    assert page.field.value == "a1" and not page.is_turned


@pytest.mark.parametrize("page", range(len(PAGES)))
def test_every_page_has_the_signs_of_a_sentence_and_no_key_over_a_button(player: Player, page: int) -> None:
    board = letters(player, DoctorPage(player.ctx, player.child))
    while board.page != page:
        player.tap("page")
    assert {"key-.", "key-?", "key-!", "key-,"} <= {w.name for w in board.widgets} and complaints(board) == []
