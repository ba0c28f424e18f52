"""The design lies in the middle of any window, and a press lands where the eye sees it."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.view import DESIGN, Box, View

windows = st.builds(View, st.integers(320, 7680), st.integers(200, 4320))
places = st.tuples(st.floats(0, 1280), st.floats(0, 720))


@given(windows, places)
def test_a_pixel_leads_back_to_its_place(view: View, place: tuple[float, float]):
    x, y = view.design(*view.pixel(*place))
    assert abs(x - place[0]) <= 0.51 / view.k
    assert abs(y - place[1]) <= 0.51 / view.k


@given(windows)
def test_the_whole_design_is_inside_every_window(view: View):
    left, top = view.pixel(0, 0)
    right, bottom = view.pixel(*DESIGN)
    assert left >= 0 and top >= 0 and right <= view.width + 1 and bottom <= view.height + 1


@given(windows)
def test_the_design_touches_two_edges_and_bleeds_past_the_others(view: View):
    seen = view.visible()
    assert seen.w >= DESIGN[0] - 0.01 and seen.h >= DESIGN[1] - 0.01
    assert abs(seen.w - DESIGN[0]) < 0.01 or abs(seen.h - DESIGN[1]) < 0.01


@pytest.mark.parametrize(
    ("size", "k"), [((1280, 720), 1), ((1920, 1080), 1.5), ((1024, 768), 0.8), ((2560, 1080), 1.5)]
)
def test_the_scale_is_the_smaller_of_both_ways(size: tuple[int, int], k: float):
    assert View(*size).k == k


def test_scenery_fills_what_a_wide_window_shows_beside_the_design():
    seen = View(2560, 1080).visible()
    assert seen.x == pytest.approx(-213.3, abs=0.1)
    assert seen.right == pytest.approx(1493.3, abs=0.1)


def test_a_cut_out_part_has_the_same_places():
    view = View(1280, 720)
    part = view.cut(pygame.Rect(100, 50, 200, 200))
    assert part.pixel(130, 60) == (30, 10)


def test_boxes_side_by_side_do_not_meet():
    left = Box(0, 0, 10, 10)
    assert not left.meets(Box(10, 0, 10, 10))
    assert left.meets(Box(9.9, 0, 10, 10))


def test_a_box_holds_its_left_and_top_edge_only():
    box = Box(10, 10, 20, 20)
    assert box.holds(10, 10) and not box.holds(30, 10) and not box.holds(10, 30)


def test_a_grown_box_has_the_same_middle():
    assert Box(10, 10, 20, 30).grown(5).centre == Box(10, 10, 20, 30).centre


mirrored = st.builds(View, st.integers(320, 7680), st.integers(200, 4320), is_mirrored=st.just(True))


@given(mirrored, places)
def test_a_mirrored_pixel_leads_back_to_its_place(view: View, place: tuple[float, float]):
    x, y = view.design(*view.pixel(*place))
    assert abs(x - place[0]) <= 0.51 / view.k
    assert abs(y - place[1]) <= 0.51 / view.k


@given(windows)
def test_what_is_left_in_the_design_lies_as_far_from_the_right_where_it_is_mirrored(view: View):
    box = Box(100, 200, 300, 40)
    plain, turned = view.rect(box), replace(view, is_mirrored=True).rect(box)
    assert turned.size == pytest.approx(plain.size, abs=1)
    assert turned.right == pytest.approx(view.width - plain.left, abs=1) and turned.top == plain.top
    assert replace(view, is_mirrored=True).visible().x == pytest.approx(view.visible().x, abs=0.01)


def test_a_picture_lies_within_the_box_it_was_drawn_for() -> None:
    view, box = View(1280, 720, is_mirrored=True), Box(100, 200, 300, 40)
    assert view.laid(300, box.x, box.y) == view.rect(box).topleft == (880, 200)
    assert view.laid(310, box.x, box.y, -5) == (875, 200)  # with five pixels of shadow on both sides
    assert View(1280, 720).laid(310, box.x, box.y, -5) == (95, 200)


def test_feet_keep_their_sides_within_an_upright_box_wherever_it_lies() -> None:
    box = Box(100, 200, 300, 40)
    for view in (
        View(1280, 720, is_mirrored=True),
        View(1024, 768, is_mirrored=True),
        View(1280, 720, zoom=1.5, corner=(80, 60), is_mirrored=True),
    ):
        upright = view.upright(box)
        assert upright.rect(box) == view.rect(box)
        assert upright.pixel(120, 210)[0] < upright.pixel(140, 210)[0]
        assert upright.design(*upright.pixel(120, 210)) == pytest.approx((120, 210), abs=1)


def test_a_magnified_page_that_begins_at_the_right_shows_the_part_its_corner_says() -> None:
    plain = View(1280, 720, zoom=2.0, corner=(238, 0))
    turned = replace(plain, is_mirrored=True)
    assert turned.visible() == plain.visible() == Box(238, 0, 640, 360)
    assert turned.pixel(238, 0) == (1280, 0) and turned.pixel(238 + 640, 360) == (0, 720)
