"""A rig file becomes a puppet: what it extends, what its clips are made from, what every part does at a phase."""

from __future__ import annotations

import pytest

from game.puppet.rig import key_phases, merged, pose_at, rig_of, whole

STEP = {
    "duration": 1.2,
    "scroll": 90,
    "keys": {
        "foot_n": {"x": [[0, 40, "lin"], [0.5, -40, "lin"]]},
        "foot_f": {"like": "foot_n", "phase": 0.5, "add": {"x": 3}},
    },
}


def rig(**clips):
    return rig_of("bear", {"name": "bear", "size": [100, 200], "clips": clips})


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


def test_a_foot_like_the_other_moves_half_a_step_later_and_beside_it():
    pose = pose_at(rig(walk=STEP), "walk", 0.25)
    later = pose_at(rig(walk=STEP), "walk", 0.75)
    assert pose["foot_f"]["x"] == pytest.approx(later["foot_n"]["x"] + 3)


def test_a_phase_beyond_the_end_begins_anew():
    walk = rig(walk=STEP)
    assert pose_at(walk, "walk", 0.2)["foot_n"] == pose_at(rig(walk=STEP), "walk", 0.2)["foot_n"]


def test_a_montage_plays_its_clips_one_after_another():
    parade = rig(
        walk=STEP,
        stand={"duration": 0.6, "keys": {"foot_n": {"x": 99}}},
        parade={"seq": [["walk", 2], ["stand", 1]]},
    )
    assert parade.duration("parade") == pytest.approx(3.0)
    assert parade.scroll("parade") == 180
    assert pose_at(parade, "parade", 0.9)["foot_n"]["x"] == 99
    assert pose_at(parade, "parade", 0.0)["foot_n"]["x"] == pytest.approx(40)


def test_a_base_pose_is_under_the_keys():
    values = {"size": [9, 9], "poses": {"sit": {"hips": {"y": 40, "rot": 5}}}}
    seat = rig_of("seat", {**values, "clips": {"nod": {"duration": 1, "base": "sit", "keys": {"hips": {"rot": 9}}}}})
    assert pose_at(seat, "nod", 0.5)["hips"] == {"y": 40, "rot": 9}


def test_key_poses_are_the_clips_own_where_it_names_them():
    assert key_phases(rig(walk={**STEP, "stills": [0.6, 0.1]}), "walk") == (0.6, 0.1)


def test_key_poses_are_else_the_middles_of_what_is_held():
    held = {"duration": 2, "keys": {"toe": {"curl": [[0.1, 0], [0.3, 0], [0.5, 40], [0.9, 40]]}}}
    assert key_phases(rig(curl=held), "curl") == (0.2, 0.7)


def test_a_rig_without_a_view_shows_its_size():
    assert rig().view == (0, 0, 100, 200)
