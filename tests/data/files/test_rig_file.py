"""A rig file becomes a puppet: what it extends, what its clips are made from, and nothing that nobody knows."""

from __future__ import annotations

import pytest

from game.data.files.rig_file import merged, rig_of, whole


def files(**values):
    return values.__getitem__


def test_a_friend_is_a_copy_with_changes():
    load = files(
        bo={"view": [0, 0, 5, 5], "parts": {"head": {"svg": "bo.svg", "z": 3}, "hat": {"svg": "hat.svg"}}},
        tik={"extends": "bo", "parts": {"head": {"svg": "tik.svg"}, "hat": None}},
    )
    values = whole("tik", load)
    assert values["parts"] == {"head": {"svg": "tik.svg", "z": 3}}
    assert values["view"] == [0, 0, 5, 5]


def test_a_copy_of_a_copy_has_both_changes():
    load = files(a={"parts": {"x": {"z": 1}}}, b={"extends": "a", "parts": {"y": {}}}, c={"extends": "b", "art": {}})
    assert set(whole("c", load)["parts"]) == {"x", "y"}


def test_merging_leaves_both_files_as_they_were():
    below, above = {"a": {"b": 1}}, {"a": {"c": 2}}
    assert merged(below, above) == {"a": {"b": 1, "c": 2}}
    assert (below, above) == ({"a": {"b": 1}}, {"a": {"c": 2}})


def test_a_clip_made_from_another_changes_only_what_it_says():
    load = files(
        bo={
            "clips": {
                "brick": {"duration": 2, "keys": {"held": {"svg": "a"}}},
                "toy": {"from": "brick", "keys": {"held": {"svg": "b"}}},
            }
        }
    )
    clips = whole("bo", load)["clips"]
    assert clips["toy"] == {"duration": 2, "keys": {"held": {"svg": "b"}}}
    assert clips["brick"]["keys"]["held"]["svg"] == "a"


@pytest.mark.parametrize(
    "values",
    [
        {"parts": {"head": {"svgg": "bo.svg"}}},
        {"limbs": {"leg": {"a": ["hips", [0, 0]], "b": ["foot", [0, 0]], "len": [1, 1], "w": [1], "fil": "fur"}}},
        {"chains": {"toe": {"at": ["foot", [0, 0]], "segs": [1], "w": [1], "fill": "skin", "nail": {"r": 1}}}},
        {"clips": {"walk": {"duration": 1, "lop": True}}},
    ],
)
def test_a_field_nobody_knows_is_refused(values):
    with pytest.raises(TypeError):
        rig_of("bear", {"size": [1, 1], **values})


def test_a_channel_nobody_knows_is_refused_by_its_name():
    for keys in ({"roll": 9}, {"like": "foot", "add": {"roll": 9}}, {"phase": 0.5}):
        with pytest.raises(ValueError, match="no channel of a puppet: (roll|phase)"):
            rig_of("bear", {"size": [1, 1], "clips": {"walk": {"duration": 1, "keys": {"foot": keys}}}})


def test_a_key_without_an_ease_starts_and_ends_gently():
    keys = {"foot": {"x": [[0, 40], [0.5, -40, "lin"]], "svg": "foot.svg"}}
    rig = rig_of("bear", {"size": [1, 1], "clips": {"walk": {"duration": 1, "keys": keys}}})
    assert rig.clips["walk"].keys["foot"].tracks == {"x": ((0, 40, "inout"), (0.5, -40, "lin")), "svg": "foot.svg"}
