"""The file of a place or a map becomes what it says, and a field that nobody knows is refused."""

from __future__ import annotations

import pytest

from game.data.files.place_file import place_of, trail_of
from game.puppet.place import Drawn, Layer

BARE = {"day": {"sky": "#AABBCC"}, "evening": {}, "layers": []}
TRAIL = {
    **BARE,
    "path": {"style": "stones"},
    "lead": [[0, 1]],
    "nodes": [[2, 3]],
    "gift": [4, 5],
    "via": {"1": [[6, 7]]},
}


def layer(said) -> Layer:
    return place_of({**BARE, "layers": [said]}).layers[0]


def test_what_is_left_out_is_as_the_format_says():
    assert layer({}) == Layer()
    assert place_of(BARE).clear == (330, 900)
    assert layer({"shadow": None, "prop_shadow": None}).shadow is None


def test_shapes_are_written_alone_in_a_row_or_with_a_shadow():
    assert layer({"svg": "<a/>"}).svg == layer({"svg": ["<a/>"]}).svg == (Drawn(d="<a/>"),)
    assert layer({"svg": [{"d": "<a/>", "shadow": [5, 60, 3]}]}).svg == (Drawn(d="<a/>", shadow=(5, 60, 3)),)


def test_one_drawing_or_several_may_stand_on_a_layer():
    assert layer({"props": [{"part": "bg/tree", "at": [[1, 2]]}]}).props[0].part == ("bg/tree",)
    assert layer({"props": [{"part": ["a", "b"], "n": 2, "size": [1, 2]}]}).props[0].part == ("a", "b")


def test_a_trail_knows_by_the_nodes_number_by_way_of_which_points_it_goes():
    trail = trail_of(TRAIL)
    assert (trail.lead, trail.nodes, trail.gift, trail.via) == (((0, 1),), ((2, 3),), (4, 5), {1: ((6, 7),)})


@pytest.mark.parametrize(
    "said",
    [
        {"crust": []}, {"sky": {"cols": [], "y": [0, 1], "x": 1}}, {"stars": {"n": 1, "y": [0, 1], "colour": "star"}},
        {"props": [{"part": "bg/tree", "number": 3}]}, {"bands": [{"fil": "water"}]}, {"marks": [{"m": 1}]},
        {"svg": [{"d": "", "shade": []}]},
    ],
)  # fmt: skip
def test_a_field_nobody_knows_is_refused(said):
    with pytest.raises(TypeError):
        layer(said)


def test_a_field_nobody_knows_is_refused_in_a_place_and_a_trail():
    with pytest.raises(TypeError):
        place_of({**BARE, "mock_bo": [1, 2]})
    with pytest.raises(TypeError):
        trail_of({**TRAIL, "path": {"colour": "red"}})
