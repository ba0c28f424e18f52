"""Targets are large enough for whom they are for, apart from each other, and pressed where they are seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.ui import theme
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button, check_layout, round_button, switch


def child(name: str = "go", x: float = 200, r: float = 66) -> Widget:
    return round_button(name, x, 300, r, theme.CORAL, "icons/play")


def adult(name: str = "save", x: float = 100, w: float = 200, h: float = 60) -> Widget:
    return button(name, Box(x, 600, w, h), "Save")


def test_a_good_screen_breaks_no_rule():
    assert check_layout([child(), child("stop", 500), adult()]) == []


@pytest.mark.parametrize(
    ("widgets", "said"),
    [
        ([child(r=40)], "go is 80x80, needs 96"),
        ([adult(h=40)], "save is 200x40, needs 44"),
        ([child(x=30)], "go leaves the screen"),
        ([child(), child("stop", 230)], "stop overlaps go"),
        ([adult(), adult()], "save is there twice"),
    ],
)
def test_a_broken_rule_is_said_in_a_sentence(widgets: list[Widget], said: str):
    assert said in check_layout(widgets)


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
