"""The focus: in reading order, by arrows, and never stuck."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.window import init_pygame_for_pictures
from game.data.files.art import ArtLibrary
from game.ui.focus import ring, stepped, turned
from game.ui.pictures import Pictures
from game.ui.view import Box, View
from game.ui.widgets import Hotspot, Widget, switch

ARROWS = ((1, 0), (-1, 0), (0, 1), (0, -1))


def button(name: str, x: float, y: float, w: float = 96, is_enabled: bool = True) -> Widget:
    return Widget(name, Box(x, y, w, 96), Hotspot(), is_enabled=is_enabled)


ROW = tuple(button(n, x, 300) for n, x in (("a", 100), ("b", 300), ("c", 500)))


def test_tab_goes_in_reading_order_and_the_last_wraps():
    assert [turned(ROW, n, 1) for n in "abc"] == ["b", "c", "a"]
    assert [turned(ROW, n, -1) for n in "abc"] == ["c", "a", "b"]


def test_from_nothing_tab_goes_to_the_first_and_shift_tab_to_the_last():
    assert (turned(ROW, None, 1), turned(ROW, None, -1)) == ("a", "c")


def test_a_disabled_button_is_stepped_over():
    row = (ROW[0], button("b", 300, 300, is_enabled=False), ROW[2])
    assert turned(row, "a", 1) == "c"
    assert stepped(row, "a", 1, 0) == "c"


def test_an_arrow_goes_to_the_neighbour_that_way():
    grid = tuple(button(f"{x}{y}", 100 + 200 * x, 100 + 150 * y) for y in range(3) for x in range(3))
    assert [stepped(grid, "11", *a) for a in ARROWS] == ["21", "01", "12", "10"]


def test_what_stands_in_the_same_column_comes_before_what_is_nearer_aside():
    """Down from a wide button to the small box under its left end, and back, though another button is nearer by eye."""
    print_it, tick, on = button("print", 100, 100, 400), button("tick", 100, 300, 40), button("on", 420, 330, 300)
    page = (print_it, tick, on)
    assert stepped(page, "print", 0, 1) == "tick"
    assert stepped(page, "tick", 0, -1) == "print"
    assert stepped(page, "on", -1, 0) == "tick"


def test_an_arrow_towards_nothing_stays_where_it_is():
    assert stepped(ROW, "c", 1, 0) == "c"
    assert stepped(ROW, "b", 0, 1) == "b"


def test_a_screen_without_buttons_has_no_focus():
    assert turned((), None, 1) is None
    assert stepped((), "a", 1, 0) is None


@pytest.mark.parametrize("dx,dy", ARROWS)
def test_the_first_arrow_from_no_focus_finds_the_first(dx, dy):
    assert stepped(ROW, None, dx, dy) == "a"


@st.composite
def screens(draw):
    """Buttons anywhere, in any order, never two at one place."""
    places = draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5)), min_size=1, max_size=12, unique=True))
    return tuple(button(f"w{i}", x * 120, y * 110) for i, (x, y) in enumerate(places))


def reached(widgets: tuple[Widget, ...], start: str) -> set[str]:
    """Every widget some row of arrows leads to."""
    seen, open_ = {start}, [start]
    while open_:
        here = open_.pop()
        for arrow in ARROWS:
            there = stepped(widgets, here, *arrow)
            if there and there not in seen:
                seen.add(there)
                open_.append(there)
    return seen


@given(screens())
def test_every_button_of_any_screen_is_reached_by_arrows_alone(widgets):
    for widget in widgets:
        assert reached(widgets, widget.name) == {w.name for w in widgets}


@given(screens())
def test_every_button_of_any_screen_is_reached_by_tab_alone(widgets):
    seen, name = [], widgets[0].name
    for _ in widgets:
        seen.append(name)
        name = turned(widgets, name, 1)
    assert sorted(seen) == sorted(w.name for w in widgets)


def test_the_ring_of_a_switch_stays_within_its_row():
    """Rows of switches stand 6 units apart, with text up to their edges."""
    init_pygame_for_pictures()
    pictures = Pictures(ArtLibrary(), View(1280, 720))
    widget = switch("calm", Box(100, 100, 464, 46), False, "Off")
    (_, (picture, _)), x, y = ring(pictures, widget)
    seen = picture.get_bounding_rect()
    assert y + seen.top >= 95 and y + seen.bottom <= 153
