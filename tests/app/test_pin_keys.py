"""Typed digits own the keyboard, and a page that comes by itself hears nothing for a second: real keys, real loop."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.core.events import LevelConfirmed, QuestKind
from game.scenes import flow, routes
from game.scenes.first_start.order import FirstStart
from game.scenes.first_start.pin import NewPinScreen, PinStep
from game.scenes.scene import Scene
from game.scenes.session.session import RunningSession, as_level
from game.ui.controls import Command
from game.ui.view import Box
from game.ui.widgets import button
from tests.computer import Computer, event
from tests.player import PIN
from tests.scenes.rooms import Room

GOOD = "7394"


@pytest.fixture
def computer() -> Iterator[Computer]:
    computer = Computer()
    yield computer
    computer.player.game.close()
    pygame.display.set_mode((8, 8))


def pin_page(computer: Computer) -> PinStep:
    page = PinStep(computer.ctx, FirstStart(computer.ctx))
    computer.app.navigator.go(page)
    computer.wait(1)
    return page


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_KP_ENTER, " "])
def test_enter_after_four_digits_types_nothing_into_the_repeat(computer: Computer, key: int | str) -> None:
    page = pin_page(computer)
    for char in GOOD:
        computer.press(char)
    computer.press(key)
    assert (page.first, page.pad.entered) == (GOOD, "")
    for char in GOOD:
        computer.press(char)
    assert page.draft.pin == GOOD


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_KP_ENTER, " "])
@pytest.mark.parametrize("later", [0.0, 0.5, 5.0])
def test_enter_after_the_repeat_keeps_the_pin_and_says_what_is_missing(
    computer: Computer, key: int | str, later: float
) -> None:
    page = pin_page(computer)
    for char in GOOD * 2:
        computer.press(char)
    computer.wait(later)
    computer.press(key)
    assert computer.app.scene is page
    assert (page.draft.pin, page.draft.is_written_down, page.message) == (GOOD, False, "first_pin_tick")


def test_enter_goes_on_once_all_is_there(computer: Computer) -> None:
    page = computer.show(lambda c: NewPinScreen(c.ctx, routes.Who(), routes.Who()))
    page.draft.is_written_down = True  # type: ignore[attr-defined]
    for char in GOOD * 2:
        computer.press(char)
    assert computer.app.scene is page
    computer.press(pygame.K_RETURN)
    assert computer.app.scene.name == "who" and computer.ctx.gate.check_pin(GOOD)


def test_the_focus_moved_by_arrows_is_what_enter_presses_again(computer: Computer) -> None:
    page = pin_page(computer)
    computer.press("7")
    computer.press(pygame.K_RIGHT)
    computer.press(pygame.K_RETURN)
    assert page.pad.entered == "7" + str(page.focused)[-1]


def test_enter_at_the_gate_before_the_fourth_digit_says_so_and_types_nothing(computer: Computer) -> None:
    gate = flow.open(computer.ctx, routes.Gate(routes.GrownUps(), routes.Who()))
    computer.app.navigator.go(gate)
    computer.wait(1)
    for key in (PIN[0], PIN[1], pygame.K_RETURN, " "):
        computer.press(key)
    assert gate.pad.entered == PIN[:2]  # type: ignore[attr-defined]
    assert gate.message == computer.ctx.texts("pin_four")  # type: ignore[attr-defined]


@pytest.mark.parametrize("later", [0.2, 0.5, 0.8, 1.0])
@pytest.mark.parametrize("key", [pygame.K_RETURN, " ", "1"])
def test_a_key_within_a_second_of_the_pin_grades_nothing(computer: Computer, later: float, key: int | str) -> None:
    child = computer.player.child
    computer.app.navigator.go(routes.Gate(routes.Confirm(child, routes.Who()), routes.Who()))
    computer.wait(1)
    for char in PIN:
        computer.press(char)
    for _ in range(round(later / 0.05)):
        computer.frame()
    computer.press(key)
    computer.wait(0.5)
    assert computer.app.scene.name == "confirm"
    assert not [fact for fact in computer.told if isinstance(fact, LevelConfirmed)]
    computer.wait(1)
    computer.press("1")
    assert [fact for fact in computer.told if isinstance(fact, LevelConfirmed)]


def test_the_wait_after_a_third_wrong_pin_does_not_hear_the_enter_meant_for_the_pad(computer: Computer) -> None:
    computer.app.navigator.go(routes.Gate(routes.GrownUps(), routes.Who()))
    computer.wait(1)
    for wrong in ("1357", "1358", "1359"):
        for char in wrong:
            computer.press(char)
        for _ in range(6):
            computer.frame()
    assert computer.app.scene.is_waiting  # type: ignore[attr-defined]
    computer.press(pygame.K_RETURN, " ")
    assert computer.app.scene.name == "gate"


def test_a_child_that_says_it_hurts_is_heard_on_a_page_that_came_by_itself(computer: Computer) -> None:
    session = RunningSession(computer.ctx, computer.player.child, QuestKind.ONE, (as_level(computer.ctx, "bear_walk"),))
    session.begin()
    computer.app.navigator.go(routes.NextLevel(session))
    for _ in range(600):
        if computer.app.scene.name == "play":
            break
        computer.wait(0.5)
        if computer.app.scene.name == "intro":
            computer.press(" ")
    assert computer.app.scene.name == "play"
    for _ in range(9):
        computer.frame()
    computer.press("o")
    computer.wait(0.5)
    assert computer.app.scene.name == "ouch"


def test_a_card_that_says_something_went_wrong_does_not_hear_what_was_meant_for_the_page_before(
    computer: Computer,
) -> None:
    computer.app.stumble(ValueError("a mistake of ours"))
    for _ in range(16):
        computer.frame()
    computer.press(" ", pygame.K_ESCAPE)
    assert computer.app.scene.name == "stumbled"
    computer.wait(1)
    computer.press(" ")
    assert computer.app.scene.name == "who"


class Loud(Room):
    """One button, which says that it was pressed; goes on by itself when it is told to."""

    following: Scene | None = None

    def __init__(self, computer: Computer, heard: list[str]) -> None:
        big = button("big", Box(500, 300, 200, 60), "x", command=Command.BACK)
        super().__init__(computer.ctx, "loud", big)
        self._heard = heard

    def press(self, name: str) -> Scene | None:
        self._heard.append(name)
        return None

    def update(self, dt: float) -> Scene | None:
        return super().update(dt) or self.following


def test_nothing_is_heard_for_a_second_on_any_page_that_came_by_itself(computer: Computer) -> None:
    """The loop says so to every one of them, whichever it is."""
    heard: list[str] = []
    page = Loud(computer, heard)
    computer.app.navigator.go(page)
    computer.wait(1)
    page.following = following = Loud(computer, heard)
    computer.frame()
    assert computer.app.scene is following
    for _ in range(9):
        computer.frame(0.1)
        computer.press(" ", pygame.K_ESCAPE)
        event(pygame.MOUSEBUTTONDOWN, button=1, pos=computer.ctx.pictures.view.pixel(600, 330), touch=False)
        if following.age < 0.9:
            assert heard == []
    computer.wait(0.5)
    heard.clear()
    computer.press(" ")
    assert heard == ["big"]
