"""Places and maps as paper layers."""

from __future__ import annotations

import math
import random

import pytest

from game.data.files.art import ArtLibrary
from game.puppet.landscape import LEFT, PERIOD, Landscape, TrailLandscape, blended, contrast, multiplied
from game.puppet.place import Layer, PlaceArt, Props

PLACES = ("meadow", "brook", "wood", "ice", "beach", "room")
MAPS = PLACES[:5]
CREAM_FEET = "#F8E0B8"
LIBRARY = ArtLibrary()


def place(name: str, evening: bool = False) -> Landscape:
    return Landscape(LIBRARY.place(name), evening, LIBRARY.shapes, LIBRARY.drawing_size)


def trail(name: str, evening: bool = False) -> TrailLandscape:
    return TrailLandscape(LIBRARY.trail(name), evening, LIBRARY.shapes, LIBRARY.drawing_size)


def drawn(land: Landscape) -> str:
    return "".join(cut.svg for layer in land.layers for cut in land.cuts(layer, 0, 720))


@pytest.mark.parametrize("name", PLACES)
def test_a_place_is_the_same_every_time(name: str):
    assert drawn(place(name)) == drawn(place(name))


@pytest.mark.parametrize("name", PLACES)
def test_the_evening_has_other_colours(name: str):
    assert drawn(place(name)) != drawn(place(name, evening=True))


@pytest.mark.parametrize("evening", [False, True])
@pytest.mark.parametrize("name", MAPS)
def test_bos_light_feet_are_seen_on_every_path(name: str, evening: bool):
    land = trail(name, evening)
    assert contrast(land.colour(land.place.feet), CREAM_FEET) >= 1.5


@pytest.mark.parametrize("name", PLACES)
def test_light_feet_are_seen_on_the_ground_of_every_place(name: str):
    land = place(name)
    assert contrast(land.colour(land.place.feet), CREAM_FEET) >= 1.5


@pytest.mark.parametrize("name", MAPS)
def test_the_path_passes_every_station_and_the_gift(name: str):
    land = trail(name)
    for point in (*land.nodes, land.gift):
        assert min(math.dist(point, p) for p in land.line) < 1


@pytest.mark.parametrize("name", MAPS)
def test_a_map_names_a_friend_for_every_station(name: str):
    land = trail(name)
    assert len(land.trail.friends) == len(land.nodes) == 9


@pytest.mark.parametrize("name", PLACES)
def test_no_colour_name_is_left_in_a_drawing(name: str):
    assert "$" not in drawn(place(name))


def test_nothing_grows_where_the_puppet_stands():
    trees = Props(part=("bg/tree",), n=40, seed=3, size=(40, 60), band=(500, 510))
    place = PlaceArt(day={}, evening={}, layers=(Layer(props=(trees,)),), clear=(330, 900))
    land = Landscape(place, False, LIBRARY.shapes, LIBRARY.drawing_size)
    placed = land._scattered(trees, random.Random(3), [])
    assert placed
    assert all(not 330 < prop.x < 900 for prop in placed)


def test_a_crest_is_as_high_at_both_ends_of_the_tile():
    from game.puppet.curve import smooth
    from game.puppet.landscape import _height, _wrapped

    crest = smooth(_wrapped([[-180, 180], [540, 214], [1240, 164]]), 10)
    assert _height(crest, LEFT) == pytest.approx(_height(crest, LEFT + PERIOD), abs=0.5)


def test_colours_are_mixed_as_light():
    assert multiplied("#FF8000", "#808080") == "#804000"
    assert blended("#000000", "#FFFFFF", 0.5) == "#808080"
