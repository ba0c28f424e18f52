"""A pose becomes one picture: parts where their parents are, limbs bent, toes curled, colours exchanged as text."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from game.data.files.rig_file import rig_of
from game.puppet.compose import frame, mixed, recoloured, shapes
from game.puppet.matrix import IDENTITY

DRAWINGS = {"box.svg": '<rect x="0" y="0" width="10" height="10" fill="#C4854F"/>', "wide.svg": "M0 0 L10 10"}


def picture(values, pose, swap=None):
    rig = rig_of("bear", {"size": [100, 200], **values})
    return shapes(rig, pose, DRAWINGS.__getitem__, lambda name: rig, IDENTITY, swap or {})


def places(text: str) -> list[tuple[float, ...]]:
    """The matrices of all groups, in the order of drawing."""
    return [tuple(float(n) for n in m.split()) for m in re.findall(r"matrix\(([^)]*)\)", text)]


def test_a_part_stands_at_its_place_less_its_pivot():
    text = picture({"parts": {"box": {"svg": "box.svg", "at": [50, 60], "pivot": [5, 10]}}}, {})
    assert places(text) == [(1, 0, 0, 1, 45, 50)]


def test_a_part_moves_with_what_it_hangs_on():
    parts = {"hips": {"at": [50, 60]}, "box": {"svg": "box.svg", "parent": "hips", "at": [0, -20]}}
    assert places(picture({"parts": parts}, {"hips": {"x": 7}})) == [(1, 0, 0, 1, 57, 40)]


def test_a_quarter_turn_is_clockwise_about_the_pivot():
    text = picture({"parts": {"box": {"svg": "box.svg", "at": [50, 60], "pivot": [5, 0]}}}, {"box": {"rot": 90}})
    assert places(text)[0] == pytest.approx((0, 1, -1, 0, 50, 55), abs=1e-3)


def test_squash_is_about_the_ground():
    values = {"origin": [50, 100], "parts": {"box": {"svg": "box.svg", "at": [50, 0]}}}
    assert places(picture(values, {"root": {"sy": 0.5}}))[0][5] == 50  # half as high above the ground at 100


def test_what_is_in_front_is_drawn_last():
    parts = {"near": {"svg": "box.svg", "z": 9, "at": [1, 0]}, "far": {"svg": "box.svg", "z": -2, "at": [2, 0]}}
    assert [m[4] for m in places(picture({"parts": parts}, {}))] == [2, 1]


def test_a_hidden_part_is_not_drawn():
    parts = {"box": {"svg": "box.svg"}}
    assert picture({"parts": parts}, {"box": {"show": 0}}) == ""
    assert picture({"parts": parts}, {"box": {"op": 0}}) == ""


def test_a_friends_colours_and_a_childs_skin_are_exchanged_in_one_pass():
    assert recoloured("#AA0000 #00bb00", {"#AA0000": "#00BB00", "#00BB00": "#111111"}) == "#00BB00 #111111"
    text = picture({"parts": {"box": {"svg": "box.svg"}}, "swap": {"#C4854F": "#E3D3EE"}}, {})
    assert "#E3D3EE" in text and "#C4854F" not in text


def test_a_drawing_half_way_has_the_first_ones_colours():
    assert mixed('<path fill="#AA0000" d="M0 0"/>', '<path fill="#00BB00" d="M10 4"/>', 0.5) == (
        '<path fill="#AA0000" d="M5.00 2.00"/>'
    )


def test_two_drawings_of_different_commands_are_refused():
    with pytest.raises(ValueError, match="cannot morph"):
        mixed("M0 0", "M0 0L1 1", 0.5)


def limb_ends(values, pose):
    text = picture({"limbs": {"leg": {"a": ["hips", [0, 0]], "b": ["foot", [0, 0]], **values}}, **PARTS}, pose)
    numbers = [float(n) for n in re.findall(r"-?\d+\.\d+", text)]
    return text, numbers


PARTS = {"parts": {"hips": {"at": [50, 0]}, "foot": {"at": [50, 100]}}}
LEG = {"len": [60, 60], "w": [20, 20], "fill": "#222222"}


def test_a_leg_bends_to_the_side_it_is_told():
    def middle(bend: int) -> float:
        _, numbers = limb_ends({**LEG, "bend": bend}, {})
        xs = numbers[::2]
        return max(xs) - 50 if bend < 0 else 50 - min(xs)

    left, _ = limb_ends({**LEG, "bend": 1}, {})
    right, _ = limb_ends({**LEG, "bend": -1}, {})
    assert left != right
    assert middle(1) > 15 and middle(-1) > 15


def test_a_foot_out_of_reach_stretches_the_leg_and_never_tears_it():
    text, numbers = limb_ends(LEG, {"foot": {"y": 400}})
    assert max(numbers) == pytest.approx(500, abs=1) and "nan" not in text


def test_a_curled_toe_ends_lower_than_a_straight_one():
    values = {
        **PARTS, "chains": {"toe": {"at": ["foot", [0, 0]], "segs": [20, 20, 20], "w": [10, 10], "fill": "#333333"}},
    }  # fmt: skip

    def lowest(curl: float) -> float:
        numbers = [float(n) for n in re.findall(r"[ML]-?[\d.]+ (-?[\d.]+)", picture(values, {"toe": {"curl": curl}}))]
        return max(numbers)

    assert lowest(120) > lowest(0) + 10


def test_a_line_grows_and_what_follows_it_rides_on_its_end():
    values = {
        "parts": {"pencil": {"svg": "box.svg", "at": [0, 0]}},
        "paths": {"two": {"pts": [[0, 0], [100, 0]], "w": 8, "fill": "#DD5B3D", "show": 1}},
    }
    pose = {"two": {"show": 1, "u": 0.5}, "pencil": {"follow": "two"}}
    text = picture(values, pose)
    assert places(text)[0][4] == pytest.approx(50, abs=0.5)
    assert "stroke-linecap" in text
    assert "stroke-linecap" not in picture(values, {"two": {"show": 1, "u": 0}})


def test_another_puppet_inside_is_placed_by_its_own_ground_point():
    cub = rig_of(
        "cub",
        {"size": [9, 9], "origin": [4, 8], "parts": {"box": {"svg": "box.svg"}}, "clips": {"go": {"duration": 1}}},
    )
    family = rig_of(
        "family", {"size": [99, 99], "actors": {"cub": {"rig": "cub", "clip": "go", "at": [50, 90], "scale": 2}}}
    )
    text = shapes(family, {}, DRAWINGS.__getitem__, lambda name: cub, IDENTITY, {})
    assert places(text)[0] == (2, 0, 0, 2, 42, 74)


def test_a_frame_is_a_document_of_the_rigs_view():
    rig = rig_of("bear", {"view": [-5, -6, 70, 80], "clips": {"idle": {"duration": 1}}})
    root = ET.fromstring(frame(rig, "idle", 0, DRAWINGS.__getitem__, lambda name: rig, {}))
    assert root.attrib["viewBox"] == "-5 -6 70 80"
