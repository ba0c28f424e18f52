"""Where the stations stand on the five maps."""

from __future__ import annotations

import math

import pytest

from game.data.files.art import ArtLibrary
from game.puppet.landscape import TrailLandscape
from game.ui.effects import hop


@pytest.mark.parametrize("chapter", ["meadow", "brook", "wood", "ice", "beach"])
def test_stations_keep_apart_and_clear_of_the_corners(chapter: str):
    library = ArtLibrary()
    land = TrailLandscape(library.trail(chapter), False, library.shapes, library.drawing_size)
    points = [*land.nodes, land.gift]
    assert len(land.nodes) == 9
    assert (
        min(math.dist(a, b) for i, a in enumerate(points) for b in points[:i]) >= 144
    )  # the largest two discs: 68 + 52 + 24
    for corner, r in (((76, 646), 48), ((1198, 646), 56)):
        assert all(math.dist(p, corner) >= r + 68 + 8 for p in points)


def test_the_next_friend_hops_three_times_and_then_waits():
    heights = [hop(i / 20) for i in range(120)]
    assert max(heights) > 10 and min(heights) == 0
    assert not any(heights[70:])
