"""Lines through points and the tubes made of them."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.puppet.curve import along, smooth, tube, width_at

points = st.lists(st.tuples(st.floats(-300, 300), st.floats(-300, 300)), min_size=2, max_size=6)


def length(line: list[tuple[float, float]]) -> float:
    return sum(math.dist(a, b) for a, b in zip(line, line[1:]))


@given(points)
def test_a_smooth_line_goes_through_every_point(row):
    line = smooth(row)
    for x, y in row:
        assert min(math.dist((x, y), p) for p in line) < 1e-6


@given(points, st.floats(0, 1))
def test_a_growing_line_has_the_asked_share_of_the_length(row, share):
    assert length(along(row, share)) == pytest.approx(share * length(smooth(row, 10)), rel=1e-6, abs=1e-6)


@given(points, st.floats(-3, 4))
def test_a_share_beyond_the_ends_is_the_end(row, share):
    whole = length(smooth(row, 10))
    assert -1e-6 <= length(along(row, share)) <= whole + 1e-6


def test_nothing_drawn_is_the_first_point():
    assert along([(1, 2), (30, 40)], 0)[0] == (1, 2)


@given(st.lists(st.floats(1, 80), min_size=2, max_size=5), st.floats(0, 1))
def test_a_width_lies_between_its_neighbours(widths, u):
    assert min(widths) - 1e-6 <= width_at(widths, u) <= max(widths) + 1e-6


def test_a_tube_is_as_wide_as_told_on_both_sides_and_closed():
    text = tube([(0, 0), (100, 0)], [20, 10], "#C4854F")
    assert "M0.00 10.00" in text  # below the start, half of 20
    assert "L100.00 5.00" in text  # below the end, half of 10
    assert re.search(r'Z" fill="#C4854F"/>$', text)


@given(points.filter(lambda p: len(set(p)) == len(p)))
def test_a_tube_of_any_line_is_numbers_only(row):
    text = tube(row, [30.0] * len(row), "#000000")
    assert "nan" not in text and "inf" not in text
