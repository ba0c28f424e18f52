"""What every part of a puppet does at a phase of a clip, and which poses stand for it."""

from __future__ import annotations

import pytest

from game.data.files.rig_file import rig_of
from game.puppet.rig import key_phases, pose_at, telling_phases

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


def test_two_poses_tell_a_movement_the_first_and_the_one_furthest_from_it_in_the_loop():
    assert telling_phases(rig(walk={**STEP, "stills": [0.1, 0.3, 0.55, 0.9]}), "walk") == (0.1, 0.55)
    assert telling_phases(rig(walk={**STEP, "stills": [0.1, 0.9]}), "walk") == (0.1, 0.9)
    assert telling_phases(rig(walk={**STEP, "stills": [0.4]}), "walk") == (0.4,)


def test_of_clips_in_a_row_the_first_pose_of_each_tells():
    parts = {name: {**STEP, "stills": [0.2, 0.7]} for name in ("a", "b")}
    both = rig(**parts, parade={"seq": [["a", 1], ["b", 1]]})
    assert telling_phases(both, "parade") == (0.1, 0.6)
