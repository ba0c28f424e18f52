"""A picture that says the same again costs no key counted out anew, and shows what is there now all the same."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from types import FrameType

import pygame
import pytest

from game.bench.screens_at_loop import FIXED, SCROLLING, AtLoop
from game.scenes.screen.screen import Screen
from game.ui.paper import Paper
from game.ui.pictures import Pictures
from game.ui.stage import Stage
from game.ui.view import Box
from tests.player import Player

SIZE = (640, 360)
HALF = Box(0, 0, 640, 720)


@dataclass(frozen=True)
class Key:
    """Counts how often it is counted out."""

    name: str
    counted: list[str]

    def __hash__(self) -> int:
        self.counted.append(self.name)
        return hash(self.name)


class Pieces(Screen):
    """Puts the pieces of `colours`, one over another."""

    colours: tuple[Key, ...] = ()

    def paint_still(self, paper: Paper) -> None:
        paper.fill("#FFFFFF")

    def moving(self, stage: Stage) -> None:
        for colour in self.colours:
            self.piece(stage, colour, HALF, lambda paper, name=colour.name: paper.fill(name))


@pytest.fixture
def screen() -> Pieces:
    return Pieces(Player.with_family().ctx)


def shown(screen: Pieces) -> pygame.Color:
    stage = Stage(pygame.Surface(SIZE))
    screen.draw(stage)
    stage.present()
    return stage.surface.get_at((40, 200))


def test_a_piece_that_is_put_again_is_not_counted_out_again(screen: Pieces):
    counted: list[str] = []
    screen.colours = Key("#FF0000", counted), Key("#00FF00", counted)
    first = shown(screen)
    assert counted
    counted.clear()
    assert shown(screen) == first == pygame.Color("#00FF00")
    assert counted == []


def test_another_piece_in_its_place_in_the_order_is_shown(screen: Pieces):
    counted: list[str] = []
    red, green = Key("#FF0000", counted), Key("#00FF00", counted)
    for order in ((red, green), (green, red), (red,), (green, red, green)):
        screen.colours = order
        assert shown(screen) == pygame.Color(order[-1].name)


def test_a_piece_that_was_let_go_of_is_made_anew_and_no_screen_keeps_it(screen: Pieces):
    screen.colours = (Key("#FF0000", []),)
    shown(screen)
    pictures = screen.ctx.pictures
    while pictures.oldest() is not None:
        pictures.let_go()
    assert pictures.bytes == 0
    assert shown(screen) == pygame.Color("#FF0000")
    assert pictures.bytes > 0


def test_what_is_put_again_counts_as_used(screen: Pieces):
    screen.colours = (Key("#FF0000", []),)
    shown(screen)
    pictures = screen.ctx.pictures
    pictures.kept("another", lambda: (pygame.Surface((8, 8)), (0, 0)))
    shown(screen)
    pictures.let_go()
    assert [key for key in pictures._kept if key == "another"] == []
    assert any(key[0] == "sprite" for key in pictures._kept)


@pytest.mark.parametrize("name", [*FIXED, *SCROLLING])
def test_a_play_looks_up_by_their_keys_only_pieces_that_are_others(name: str):
    """Of a dozen pieces in each picture."""
    at_loop = AtLoop(SIZE)
    at_loop.show(at_loop.screen(name), warm=60)
    looked: list[object] = []

    def heard(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is Pictures._found.__code__:
            looked.append(frame.f_locals["key"])

    sys.setprofile(heard)
    try:
        for _ in range(180):
            at_loop.frame()
    finally:
        sys.setprofile(None)
        at_loop.close()
    assert len([key for key in looked if key[0] != "part"]) < 180
