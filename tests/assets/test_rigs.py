"""Every puppet moves as its file promises: drawings there, loops closed, nothing cut off, feet on the ground."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from collections.abc import Iterator

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.core.content import Clip, Exercise, Position
from game.data.files.art import ArtLibrary
from game.data.levels.playable import read_shipped
from game.puppet.rig import Pose, Rig, key_phases, pose_at
from game.ui.raster import rasterise

LIBRARY = ArtLibrary()
RIGS = list(LIBRARY.rig_names())
EXERCISES = list(read_shipped().exercises.values())
PHASES = 24
# A leg comes into these pictures from beyond their edge, as do the stones and the rope Otto walks on.
FROM_BEYOND = ("foot_", "feet_", "otto_side")
# A friend's rig brings all clips of the one it extends; this one nobody plays.
NEVER_PLAYED = {("parent_side", "bicycle")}


def named(exercise: Exercise) -> Iterator[Clip]:
    """Every clip a level file names."""
    shown = exercise.demonstration
    yield from (shown.right, *shown.variants)
    if shown.mistake:
        yield shown.mistake
    if shown.lens:
        yield Clip(shown.lens.rig, shown.lens.clip)


def numbers(pose: Pose) -> dict[tuple[str, str], float]:
    """The channels that move smoothly; a line that grows (`u`) begins anew with every loop."""
    return {
        (part, channel): float(value)
        for part, channels in pose.items()
        for channel, value in channels.items()
        if channel in ("x", "y", "rot", "curl", "bend", "morph") and not isinstance(value, str)
    }


def change(a: Pose, b: Pose) -> dict[tuple[str, str], float]:
    before, after = numbers(a), numbers(b)
    return {key: abs(after[key] - before[key]) for key in before.keys() & after.keys()}


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_every_clip_of_a_level_file_exists(exercise: Exercise):
    for clip in named(exercise):
        assert clip.clip in LIBRARY.rig(clip.rig).clips, clip
        assert 0.2 <= LIBRARY.rig(clip.rig).duration(clip.clip) <= 30


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_an_exercise_goes_on_for_as_long_as_it_is_done(exercise: Exercise):
    right = exercise.demonstration.right
    assert LIBRARY.rig(right.rig).loops(right.clip)


@pytest.mark.parametrize("rig", RIGS)
def test_every_pose_of_every_clip_is_a_whole_picture(rig: str):
    for clip in LIBRARY.rig(rig).clips:
        for i in range(8):
            text = LIBRARY.frame(rig, clip, i / 8, {})
            ET.fromstring(text)  # well-formed, or it raises
            assert len(text) > 500, (clip, i)
            assert "nan" not in text and "inf" not in text, (clip, i)


@pytest.mark.parametrize("name", RIGS)
def test_a_loop_closes_without_a_jump(name: str):
    """From its end to its beginning nothing moves further than it does elsewhere in the clip."""
    rig, jumps = LIBRARY.rig(name), []
    for clip, motion in rig.clips.items():
        if motion.seq or rig.advance(clip) or not rig.loops(clip):
            continue
        poses = [pose_at(rig, clip, i / PHASES) for i in range(PHASES)]
        most: dict[tuple[str, str], float] = {}
        for a, b in itertools.pairwise(poses):
            for key, step in change(a, b).items():
                most[key] = max(most.get(key, 0), step)
        for key, step in change(pose_at(rig, clip, 0.9999), poses[0]).items():
            # Stones and rope pass under a walk in place: a whole period later they look the same.
            if step > most[key] + 0.5 and abs(step - rig.scroll(clip)) > 0.5:
                jumps.append(f"{clip}: {key[0]}.{key[1]} by {step:.1f}, elsewhere {most[key]:.1f}")
    assert not jumps, "\n".join(jumps)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_calm_pictures_show_more_than_one_pose_of_an_exercise(exercise: Exercise):
    right = exercise.demonstration.right
    assert len(key_phases(LIBRARY.rig(right.rig), right.clip)) >= 2


@pytest.mark.parametrize("name", RIGS)
def test_calm_pictures_have_key_poses_in_order(name: str):
    rig = LIBRARY.rig(name)
    for clip in rig.clips:
        phases = key_phases(rig, clip)
        assert phases == tuple(sorted(phases)) or rig.clips[clip].stills, clip
        assert phases and all(0 <= phase < 1 for phase in phases), clip


def feet(rig: Rig) -> list[str]:
    """The parts that stand on the ground, hung on the root."""
    return [name for name, spec in rig.parts.items() if name.startswith("foot") and spec.parent == "root"]


WALKS = [e for e in EXERCISES if e.position in (Position.WALKING, Position.STANDING)]


def steps_of(clip: Clip) -> Iterator[Clip]:
    """The clip itself, or those a montage is made of."""
    seq = LIBRARY.rig(clip.rig).clips[clip.clip].seq
    yield from (Clip(clip.rig, name) for name, _ in seq) if seq else (clip,)


@pytest.mark.parametrize("exercise", WALKS, ids=lambda e: e.id)
def test_one_foot_is_always_on_the_ground(exercise: Exercise):
    """On the heel or on tiptoe a foot hangs higher all the time: the lowest it gets is the ground."""
    for clip in steps_of(exercise.demonstration.right):
        rig = LIBRARY.rig(clip.rig)
        poses = [pose_at(rig, clip.clip, i / (4 * PHASES)) for i in range(4 * PHASES)]
        lowest = [max(pose.get(foot, {}).get("y", 0.0) for foot in feet(rig)) for pose in poses]
        assert max(lowest) <= 1, f"{clip}: through the ground by {max(lowest):.1f}"
        assert max(lowest) - min(lowest) <= 5, f"{clip}: in the air by {max(lowest) - min(lowest):.1f}"


@pytest.mark.parametrize("name", [r for r in RIGS if not r.startswith(FROM_BEYOND)])
def test_nothing_is_cut_off_at_the_edge_of_the_view(name: str):
    """Drawn small: no opaque pixel touches the top or the sides."""
    init_pygame_for_pictures()
    rig, cut = LIBRARY.rig(name), []
    w = 130
    size = w, round(w * rig.view[3] / rig.view[2])
    for clip in rig.clips:
        if (name, clip) in NEVER_PLAYED:
            continue
        for i in range(4):
            picture = rasterise(LIBRARY.frame(name, clip, i / 4 + 0.05, {}), size)
            solid = pygame.mask.from_surface(picture, 200)
            right, bottom = picture.get_width() - 1, picture.get_height()
            if any(solid.get_at((x, 0)) for x in range(right + 1)):
                cut.append(f"{clip} at the top, phase {i / 4 + 0.05}")
            if any(solid.get_at((x, y)) for x in (0, right) for y in range(bottom)):
                cut.append(f"{clip} at a side, phase {i / 4 + 0.05}")
            assert solid.count() > 400, f"{clip} is empty"
    assert not cut, "\n".join(cut)
