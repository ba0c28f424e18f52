"""The same keys do the same under every keyboard layout, in real screens, by the events SDL sends."""

from __future__ import annotations

import pygame
import pytest

from game.scenes.parent.area import PLACES
from game.ui.controls import Command, Controls, Key
from tests.keyboards import LAYOUTS, pressed
from tests.player import PIN, Player

ONE_SIZE = (640, 360)


@pytest.fixture
def player() -> Player:
    return Player.with_family()


def read(*events: pygame.event.Event) -> list[object]:
    return list(Controls().read(events, ONE_SIZE))


def playing(player: Player) -> None:
    player.to_the_map()
    player.tap("big")
    player.fetch()
    player.wait_for("play")


# ---------------------------------------------------------------- letters
@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_hurts_pause_and_grown_ups_are_keys_under_every_layout(player: Player, layout: str) -> None:
    player.layout = layout
    playing(player)
    player.key(Command.PAUSE)
    assert player.scene.is_paused  # type: ignore[attr-defined]
    player.key(Command.PAUSE)
    player.wait_for("play")
    player.key(Command.HURT)
    assert player.scene.name == "ouch"
    player.key(None, "2")
    assert player.scene.name == "ouch_next"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_door_and_every_place_behind_it_open_under_every_layout(player: Player, layout: str) -> None:
    player.layout = layout
    player.key(Command.GROWN_UPS)
    assert player.scene.name == "gate"
    player.keys(PIN)
    player.wait_for("progress", most=2)
    player.wait(1.5)
    player.key(None, "ctrl+3")
    assert player.scene.place == PLACES[2].name  # type: ignore[attr-defined]


@pytest.mark.parametrize("mod", [0, pygame.KMOD_LSHIFT, pygame.KMOD_CAPS, pygame.KMOD_NUM])
@pytest.mark.parametrize(("letter", "command"), [("o", Command.HURT), ("g", Command.GROWN_UPS), ("c", Command.WORDS)])
def test_a_letter_of_another_alphabet_means_the_letter_at_its_place(letter: str, command: Command, mod: int) -> None:
    for layout in ("ru", "bg", "gr", "ara", "il", "th"):
        assert read(pressed(letter, layout, mod)) == [Key(command, letter)]


def test_dvorak_goes_by_its_own_letters() -> None:
    assert read(pressed("o", "dvorak"), pressed("s", "dvorak")) == [Key(Command.AGAIN, "r"), Key(Command.HURT, "o")]


def test_a_latin_letter_with_a_mark_means_no_other_letter() -> None:
    """On a Turkish keyboard of the F kind "ğ" stands where others have "e", and "e" is a key of its own."""
    marked = pygame.event.Event(pygame.KEYDOWN, key=ord("ğ"), scancode=pygame.KSCAN_E, unicode="", mod=0)
    assert read(marked) == [Key(None, "ğ")]


# ---------------------------------------------------------------- digits
@pytest.mark.parametrize("mod", [0, pygame.KMOD_LSHIFT, pygame.KMOD_NUM])
@pytest.mark.parametrize("sign", ["1", "&", "ě", "١", "+", "!"])
def test_the_row_of_digits_is_digits_whatever_the_layout_has_there(sign: str, mod: int) -> None:
    """French, Czech, Arabic keyboards have other signs there without Shift, and not every SDL looks through them."""
    told = pygame.event.Event(
        pygame.KEYDOWN, key=ord(sign), scancode=pygame.KSCAN_1, unicode=sign if sign.isascii() else "", mod=mod
    )
    assert read(told) == [Key(None, "1")]


@pytest.mark.parametrize("mod", [0, pygame.KMOD_NUM])
def test_the_numeric_keypad_is_digits_with_and_without_num_lock(mod: int) -> None:
    assert [k.char for k in read(*(pressed(f"kp{n}", mod=mod) for n in range(10)))] == list("0123456789")  # type: ignore[attr-defined]
    assert read(pressed("kp enter", mod=mod)) == [Key(Command.ACTIVATE)]


@pytest.mark.parametrize("mod", [0, pygame.KMOD_NUM])
def test_a_pin_a_place_a_grade_and_a_face_are_given_on_the_numeric_keypad(player: Player, mod: int) -> None:
    def keypad(chars: str) -> None:
        for char in chars:
            player.wait(0.45)
            player.hardware(f"kp{char}", mod)

    playing(player)
    player.key(Command.HURT)
    keypad("2")
    assert player.scene.name == "ouch_next"
    player.wait(0.45)
    player.hardware("kp enter", mod)
    player.wait_for("session_end", most=1200)
    player.key(Command.GROWN_UPS)
    keypad(PIN)
    player.wait_for("confirm", most=3)
    before = len(player.ctx.family.children[player.child].events)
    keypad("1")
    assert len(player.ctx.family.children[player.child].events) > before


@pytest.mark.parametrize("mod", [0, pygame.KMOD_NUM])
def test_control_and_a_digit_of_the_keypad_open_a_place(player: Player, mod: int) -> None:
    player.key(Command.GROWN_UPS)
    player.keys(PIN)
    player.wait_for("progress", most=2)
    player.wait(1.5)
    player.hardware("kp3", mod | pygame.KMOD_LCTRL)
    assert player.scene.place == PLACES[2].name  # type: ignore[attr-defined]


# ---------------------------------------------------------------- typed text
@pytest.mark.parametrize(
    ("layout", "name"), [("ru", "Щука"), ("gr", "Νίκος"), ("ara", "خالد"), ("fr", "Zoé&"), ("us", "og2")]
)
def test_a_name_is_typed_as_the_layout_writes_it(layout: str, name: str) -> None:
    """In the line letters are letters: what a key means elsewhere neither acts nor is written."""
    player = Player()
    player.layout = layout
    player.tap("big")
    player.keys("73947394")
    player.tap("written")
    player.tap("big")
    assert player.scene.name == "first-child"
    player.wait(0.5)
    for char, key in zip(name, "oohog"):
        player.hardware(key)
        player.type(char)
    assert player.scene.field.value == name  # type: ignore[attr-defined]


# ---------------------------------------------------------------- one way in
def test_no_test_of_a_screen_hands_it_keys_nobody_pressed() -> None:
    """A screen that was only ever given ready-made keys once worked in every test and on no foreign keyboard."""
    from pathlib import Path

    tests = Path(__file__).resolve().parent.parent
    own = {"test_controls.py", "test_keyboards.py"}
    made = [
        f"{path.name}:{n}"
        for path in tests.rglob("*.py")
        if path.name not in own
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "Key(None" in line or "Key(Command" in line
    ]
    assert not made
