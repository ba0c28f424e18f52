"""Where Bo stands on the five maps."""

from __future__ import annotations

import math

import pytest

from game.data.files.art import ArtLibrary
from game.puppet.landscape import TrailLandscape
from game.scenes.home.map_bo import HIGH, WIDE, clip_at, place


@pytest.mark.parametrize("chapter", ["meadow", "brook", "wood", "ice", "beach"])
def test_bo_stands_beside_every_station_inside_the_picture(chapter: str):
    library = ArtLibrary()
    land = TrailLandscape(library.trail(chapter), False, library.shapes, library.drawing_size)
    discs = [(*node, 60.0) for node in land.nodes]
    for node in land.nodes:
        x, y = place(node, [*discs, (*land.gift, 66.0)])
        assert WIDE / 2 <= x <= 1280 - WIDE / 2
        assert HIGH <= y <= 712
        assert 60 < math.dist((x, y - HIGH / 2), node) < 260


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


def test_bo_greets_and_then_breathes_and_with_calm_pictures_stands():
    assert clip_at(1, False) == ("greet", 1)
    assert clip_at(5, False)[0] == "idle"
    assert clip_at(1, True) == ("idle", 0)
