"""Targets are large enough for whom they are for, apart from each other, and pressed where they are seen."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.data.files.art import ArtLibrary
from game.ui import theme
from game.ui.appearance import Appearance
from game.ui.palette import HIGH_CONTRAST
from game.ui.paper import Paper
from game.ui.pictures import Pictures
from game.ui.typography.lettering import over_each_other
from game.ui.view import Box, View
from game.ui.widgets import Hotspot, Widget, button, check_layout, paint, round_button, switch


def child(name: str = "go", x: float = 200, r: float = 66) -> Widget:
    return round_button(name, x, 300, r, theme.CORAL, "icons/play")


def adult(name: str = "save", x: float = 100, w: float = 200, h: float = 60) -> Widget:
    return button(name, Box(x, 600, w, h), "Save")


def test_a_good_screen_breaks_no_rule():
    assert check_layout([child(), child("stop", 500), adult(), adult("keep", 304)]) == []


@pytest.mark.parametrize(
    ("widgets", "said"),
    [
        ([child(r=40)], "go is 80x80, needs 96"),
        ([adult(h=40)], "save is 200x40, needs 44"),
        ([child(x=30)], "go leaves the screen"),
        ([child(), child("stop", 230)], "stop overlaps go"),
        ([adult(), adult()], "save is there twice"),
        ([adult(), adult("keep", 303)], "keep touches save"),
    ],
)
def test_a_broken_rule_is_said_in_a_sentence(widgets: list[Widget], said: str):
    assert said in check_layout(widgets)


@pytest.mark.parametrize("size", [(640, 360), (1024, 768), (1280, 720), (1920, 1080)], ids=str)
@pytest.mark.parametrize("is_enabled", [True, False])
def test_in_high_contrast_a_button_s_border_stays_within_its_box(size: tuple[int, int], is_enabled: bool):
    init_pygame_for_pictures()
    pictures = Pictures(ArtLibrary(), View(*size), Appearance(1.0, HIGH_CONTRAST))
    surface = pygame.Surface(size)
    paper = Paper(surface, pictures)
    paper.fill("#FFFFFF")
    paint(paper, replace(adult(), is_enabled=is_enabled))
    edge = pictures.view.rect(adult().box).inflate(2, 2)  # of the pixel that an edge falls into
    black = [
        (x, y) for x in range(size[0]) for y in range(size[1])
        if sum(surface.get_at((x, y))[:3]) < 240 and not edge.collidepoint(x, y)
    ]  # fmt: skip
    assert black == []


def test_two_discs_whose_corners_meet_may_be_apart():
    near = round_button("near", 320, 400, 66, theme.TEAL, "icons/play")
    assert child().box.meets(near.box)
    assert check_layout([child(), near]) == []


def test_a_disc_is_pressed_inside_its_circle_and_a_finger_beside_it():
    widget = child()
    assert widget.holds(200, 300) and widget.holds(200 + 71, 300)
    assert not widget.holds(200 + 60, 300 + 60)


def test_a_slab_is_pressed_inside_its_edges():
    widget = adult()
    assert widget.holds(100, 600) and not widget.holds(300, 600)


def test_a_switch_and_a_slab_are_for_grown_ups_a_disc_is_not():
    assert switch("calm", Box(0, 0, 400, 60), True, "on").is_adult and adult().is_adult and not child().is_adult


@pytest.mark.parametrize(
    ("look", "radius"), [(child().look, None), (adult().look, 20), (Hotspot(12), 12), (Hotspot(None), None)]
)
def test_the_focus_ring_is_as_round_as_its_widget(look: object, radius: float | None):
    assert replace(adult(), look=look).radius == radius


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
def test_the_words_of_a_button_leave_room_for_the_key_in_its_corner(size: tuple[int, int]):
    init_pygame_for_pictures()
    paper = Paper(pygame.Surface(size), Pictures(ArtLibrary(), View(*size)))
    paint(paper, button("side-both", Box(100, 100, 106, 46), "bőthúŵ", size=19, keys="6", shows_key=True))
    assert {line.text for line in paper.inked} == {"bőthúŵ", "6"}
    assert over_each_other(paper.inked) == [] and paper.problems == []
