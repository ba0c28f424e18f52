"""Outlines as SVG writes them."""

from __future__ import annotations

import math

import pytest

from game.print.paths import Segment, segments


def ends(outline: str) -> list[tuple[float, float]]:
    return [tuple(round(v, 6) for v in s.points[-1]) for s in segments(outline) if s.points]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("outline", "where"),
    [
        ("M1 2L3 4 5 6", [(1, 2), (3, 4), (5, 6)]),
        ("m1 2l3 4", [(1, 2), (4, 6)]),
        ("M1 2 3 4", [(1, 2), (3, 4)]),
        ("M1 1h2v3H0V0", [(1, 1), (3, 1), (3, 4), (0, 4), (0, 0)]),
        ("M0 0l10-5.5.5.5z", [(0, 0), (10, -5.5), (10.5, -5)]),
        ("M10 10l5 0zl0 5", [(10, 10), (15, 10), (10, 15)]),
        ("M0,0C1,1 2,1 3,0s2-1 3,0", [(0, 0), (3, 0), (6, 0)]),
        ("M0 0q1 2 2 0t2 0", [(0, 0), (2, 0), (4, 0)]),
        ("M-1e1 0L1.5e-1 0", [(-10, 0), (0.15, 0)]),
    ],
)
def test_every_letter_ends_where_svg_says(outline: str, where: list[tuple[float, float]]) -> None:
    assert ends(outline) == where


def test_a_smooth_curve_goes_on_as_the_one_before_it_came() -> None:
    curves = list(segments("M0 0C0 1 1 2 2 2S4 1 4 0"))
    assert curves[2] == Segment("curve", ((3, 2), (4, 1), (4, 0)))
    lone = list(segments("M0 0S4 1 4 0"))
    assert lone[1].points[0] == (0, 0), "after no curve it begins where it stands"


def test_a_quadratic_curve_is_the_cubic_one_of_the_same_line() -> None:
    (_, curve) = segments("M0 0Q3 3 6 0")
    assert [tuple(round(v, 9) for v in p) for p in curve.points] == [(2, 2), (4, 2), (6, 0)]


@pytest.mark.parametrize("flags", ["0 0", "0 1", "1 0", "1 1"])
def test_an_arc_keeps_its_distance_from_its_middle(flags: str) -> None:
    arc = list(segments(f"M10 0A10 10 0 {flags} 0 10"))[1:]
    large, sweep = flags == "1 0" or flags == "1 1", flags.endswith("1")
    middle = (0, 0) if large != sweep else (10, 10)
    assert len(arc) == (3 if large else 1)
    start = (10.0, 0.0)
    for curve in arc:
        assert curve.kind == "curve"
        for t in (0.25, 0.5, 0.75, 1):
            x, y = (
                (1 - t) ** 3 * start[k] + 3 * t * (1 - t) ** 2 * curve.points[0][k] + 3 * t**2 * (1 - t) * curve.points[1][k]
                + t**3 * curve.points[2][k]
                for k in (0, 1)
            )  # fmt: skip
            assert math.hypot(x - middle[0], y - middle[1]) == pytest.approx(10, abs=0.01)
        start = curve.points[-1]
    assert start == (0, 10)


def test_the_flags_of_an_arc_may_touch_what_follows() -> None:
    assert ends("M0 0a1 1 0 012 0") == ends("M0 0a1 1 0 0 1 2 0")


def test_an_arc_without_a_radius_is_a_line() -> None:
    assert [s.kind for s in segments("M0 0A0 5 0 0 1 3 3A1 1 0 0 1 3 3")] == ["move", "line"]


@pytest.mark.parametrize("outline", ["10 10", "M0 0z5 5", "M0", "M0 0L1", "M0 0X5 5", "M0 0a1 1 0 2 1 1 1"])
def test_what_is_no_outline_is_refused(outline: str) -> None:
    with pytest.raises(ValueError):
        list(segments(outline))
