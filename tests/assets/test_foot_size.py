"""Feet are the lesson: in no moment of a movement, right or crossed out, does one grow, shrink or become another."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest

from game.core.content import Clip, Exercise
from game.data.levels.playable import read_shipped
from game.puppet.rig import pose_at
from tests.puppet_points import FINE, LIBRARY, alone, matrix, moments, place

EXERCISES = list(read_shipped().exercises.values())
PHASES = moments(12)
# What anatomy makes shorter to the eye, and by how much at most: a sole that becomes a dome or closes over a stone, a
# foot that turns towards us or aside, one that leaves its own picture at the lower edge.
SHORTER = {
    "caterpillar": 1.14, "towel": 1.11, "stone_grip": 1.08, "rope_grip": 1.08, "crab_shuffle": 1.27,
    "magic_circle": 1.21, "magic_two": 1.21, "magic_three": 1.21, "draw_circle": 1.15, "draw_two": 1.15,
}  # fmt: skip


def seen(exercise: Exercise) -> set[Clip]:
    """Every clip in which the exercise is shown: right, in turn, crossed out, close up, and the figures inside them."""
    shown, found = exercise.demonstration, set()
    open_ = [shown.right, *shown.variants, *((shown.mistake,) if shown.mistake else ())]
    if shown.lens:
        close = shown.lens.rig, shown.lens.clip
        open_ += [Clip(*close), Clip(close[0], LIBRARY.in_window(*close))]
    while open_:
        clip = open_.pop()
        if clip not in found:
            open_ += inside(clip)
            found.add(clip)
    return {clip for clip in found if not LIBRARY.rig(clip.rig).clips[clip.clip].seq}


def inside(clip: Clip) -> Iterator[Clip]:
    """Ways of a parade, its own mistake, the other puppets in it."""
    rig = LIBRARY.rig(clip.rig)
    motion = rig.clips[clip.clip]
    yield from (Clip(rig.name, way) for way, _ in motion.seq)
    if motion.seq:
        return
    if motion.wrong:
        yield Clip(rig.name, motion.wrong)
    pose = pose_at(rig, clip.clip, 0.5)
    for name, actor in rig.actors.items():
        own = pose.get(name, {})
        if own.get("show", actor.show):
            yield Clip(actor.rig, own.get("clip", actor.clip))


def feet(rig: str) -> list[str]:
    return [name for name in LIBRARY.rig(rig).parts if name.startswith("foot")]


def drawn_feet(clip: Clip) -> list[str]:
    pose = pose_at(LIBRARY.rig(clip.rig), clip.clip, 0.5)
    return [foot for foot in feet(clip.rig) if pose.get(foot, {}).get("show", LIBRARY.rig(clip.rig).parts[foot].show)]


def length(clip: Clip, phase: float, foot: str) -> float:
    """The longest line across a foot without its toes, in rig units."""
    mask, _ = alone(clip.rig, clip.clip, phase, [foot])
    edge = mask.connected_component().outline(4)
    return max(math.dist(p, q) for p in edge for q in edge) / FINE


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_no_foot_is_scaled_in_any_moment_of_a_movement_or_its_mistake(exercise: Exercise):
    sizes: dict[tuple[str, str], set[tuple[float, float]]] = {}
    for clip in seen(exercise):
        for foot in feet(clip.rig):
            for phase in PHASES:
                a, b, c, d, *_ = matrix(clip.rig, clip.clip, phase, foot)
                size = round(math.hypot(a, b), 3), round(math.hypot(c, d), 3)
                sizes.setdefault((clip.rig, foot), set()).add(size)
    assert sizes
    assert {foot: found for foot, found in sizes.items() if len(found) > 1} == {}


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_a_foot_is_as_long_as_it_was_in_every_moment_of_a_movement_or_its_mistake(exercise: Exercise):
    for clip in seen(exercise):
        for foot in drawn_feet(clip):
            lengths = [length(clip, phase, foot) for phase in PHASES[::2]]
            assert max(lengths) / min(lengths) <= SHORTER.get(clip.clip, 1.055), f"{clip}: {foot}"


def walks(exercise: Exercise) -> Iterator[tuple[str, str, float]]:
    """Every way of walking of an exercise, with the rig units of ground that pass under it in a loop. Close-ups of a
    foot on stones or rope stand still while it does: `test_close_ups.py`."""
    led: dict[tuple[str, str], float] = {}
    for clip in seen(exercise):
        rig = LIBRARY.rig(clip.rig)
        pose = pose_at(rig, clip.clip, 0.5)
        for name, actor in rig.actors.items() if rig.scroll(clip.clip) else ():
            own = pose.get(name, {})
            if own.get("show", actor.show):
                led[actor.rig, own.get("clip", actor.clip)] = rig.scroll(clip.clip) / actor.scale / actor.times
    for clip in seen(exercise):
        scroll = led.get((clip.rig, clip.clip), LIBRARY.rig(clip.rig).scroll(clip.clip))
        if scroll and feet(clip.rig) and clip.rig != "foot_side":
            yield clip.rig, clip.clip, scroll


WALKING = [(e.id, *walk) for e in EXERCISES for walk in sorted(walks(e))]


@pytest.mark.parametrize(("exercise", "rig", "clip", "scroll"), WALKING, ids=lambda v: v if isinstance(v, str) else "")
def test_a_foot_that_stands_goes_with_the_ground_in_every_way_of_walking(
    exercise: str, rig: str, clip: str, scroll: float
):
    """Within a pixel, in turn and in a parade as in the first way, close up, and of who walks beside."""
    values, n = LIBRARY.rig(rig), 96
    for foot in (name for name in feet(rig) if values.parts[name].parent == "root"):
        rows = [pose_at(values, clip, i / n).get(foot, {}) for i in range(n)]
        lowest = max(row.get("y", 0.0) for row in rows)
        stood: list[float] = []
        stands = 0
        for i, row in [*enumerate(rows), *enumerate(rows, n)]:
            if row.get("y", 0.0) < lowest - 0.01:
                stood = []
                continue
            stood.append(place(rig, clip, i / n % 1, foot)[0] + scroll * i / n)
            assert max(stood) - min(stood) <= 2, f"{foot} slides by {max(stood) - min(stood):.1f} at {i / n % 1:.2f}"
            stands += 1
        assert stands >= n / 8, f"{foot} never stands"


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
def test_nothing_jumps_where_a_movement_begins_anew(exercise: Exercise):
    """What comes further with each loop is put on by the scene. Things may fall and be gone: hands, feet and heads not."""
    for clip in seen(exercise):
        rig = LIBRARY.rig(clip.rig)
        if rig.advance(clip.clip) or not rig.loops(clip.clip):
            continue
        for part in rig.parts:
            if part.startswith(("foot", "hand", "head", "knee", "flip")):
                ends = [place(clip.rig, clip.clip, phase, part) for phase in (0.0, 0.9999)]
                assert math.dist(*ends) <= 3, f"{clip}: {part} jumps by {math.dist(*ends):.0f}"
