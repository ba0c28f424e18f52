"""Every movement shows what its own words ask for: what touches, what stays, what bends, as far as numbers can tell."""

from __future__ import annotations

import math

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.puppet.rig import Rig, pose_at
from game.ui.art_cache import ArtRoom
from game.ui.puppet_view import PuppetView
from tests.puppet_points import FINE, LIBRARY, alone, line_end, moments, place, turn

PHASES = moments(24)
SIGNS = ("icons/", "numbers/", "letters/")  # drawings that may be read


# ---------------------------------------------------------------- numbers are never mirrored
def turned_round(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    """The points mirrored about the middle of their box."""
    both = min(x for x, _ in points) + max(x for x, _ in points)
    return [(both - x, y) for x, y in points]


def may_be_read(rig: Rig, line: str) -> bool:
    """A line that is not its own mirror image."""
    points = rig.paths[line].pts
    return any(min(math.dist(p, q) for q in points) > 6 for p in turned_round(points))


def lines_of(rig: Rig, clip: str) -> list[str]:
    """The lines that are seen in a clip."""
    return [line for line in rig.paths if pose_at(rig, clip, 0.5).get(line, {}).get("show")]


@pytest.mark.parametrize("name", list(LIBRARY.rig_names()))
def test_what_can_be_read_has_a_clip_for_the_mirrored_picture(name: str):
    rig = LIBRARY.rig(name)
    mirrors = {motion.mirrored for motion in rig.clips.values()}
    for clip, motion in rig.clips.items():
        for line in lines_of(rig, clip):
            if clip in mirrors or not may_be_read(rig, line):
                continue
            assert motion.mirrored, f"{name}/{clip} writes {line}, which is wrong way round for the other foot"
            (other,) = lines_of(rig, motion.mirrored)
            written = rig.paths[other].pts
            aside = min(x for x, _ in written) - min(x for x, _ in rig.paths[line].pts)
            wanted = [(x + aside, y) for x, y in turned_round(rig.paths[line].pts)]
            assert all(math.dist(p, q) <= 1.5 for p, q in zip(written, wanted, strict=True)), other


@pytest.mark.parametrize("name", list(LIBRARY.rig_names()))
def test_no_sign_is_part_of_a_puppet(name: str):
    """An arrow, a clock or a digit that hangs on a puppet would be mirrored with it."""
    rig = LIBRARY.rig(name)
    shown = {spec.svg for spec in rig.parts.values()} | {
        value
        for clip in rig.clips
        for phase in moments(8)
        for own in pose_at(rig, clip, phase).values()
        if isinstance(value := own.get("svg"), str)
    }
    assert not [svg for svg in shown if svg.startswith(SIGNS)]


def ink(view: PuppetView, phase: float) -> pygame.mask.Mask:
    """What is written in a picture, cut to its box."""
    picture = view.at(phase)[0]
    mask = pygame.mask.from_threshold(picture, pygame.Color("#E8694E"), (40, 40, 40, 255))
    box = max(mask.get_bounding_rects(), key=lambda r: r.w * r.h)
    return pygame.mask.from_threshold(picture.subsurface(box), pygame.Color("#E8694E"), (40, 40, 40, 255))


@pytest.mark.parametrize("clip", ["magic_two", "magic_three"])
def test_either_foot_writes_a_number_that_can_be_read(clip: str):
    init_pygame_for_pictures()
    room = ArtRoom(LIBRARY, 0.6, None)
    left = ink(room.puppet("foot_side", clip, has_shadow=False), 0.78)
    right = ink(room.puppet("foot_side", clip, flip=True, has_shadow=False), 0.78)
    assert abs(left.get_size()[0] - right.get_size()[0]) <= 2 and abs(left.get_size()[1] - right.get_size()[1]) <= 2
    assert left.overlap_area(right, (0, 0)) >= 0.8 * left.count()


# ---------------------------------------------------------------- drawing with the toes
MAGIC = [
    ("magic_two", "two"), ("magic_three", "three"), ("magic_circle", "loop"), ("magic_two_m", "two_m"),
    ("magic_three_m", "three_m"),
]  # fmt: skip
DRAWN = [0.1 + 0.05 * i for i in range(13)]  # of the loop


@pytest.mark.parametrize(("clip", "line"), MAGIC)
def test_the_knee_is_still_and_the_ankle_draws(clip: str, line: str):
    assert len({place("foot_side", clip, phase, "knee") for phase in PHASES}) == 1
    turns = [turn("foot_side", clip, phase, "foot") for phase in PHASES]
    assert max(turns) - min(turns) >= 14
    toe = [pose_at(LIBRARY.rig("foot_side"), clip, phase)["toe1"]["rot"] for phase in PHASES]
    assert max(toe) - min(toe) >= 14


@pytest.mark.parametrize(("clip", "line"), MAGIC)
def test_the_line_grows_at_the_tip_of_the_big_toe(clip: str, line: str):
    for phase in DRAWN:
        toe, (x, y) = alone("foot_side", clip, phase, {"toe1"})
        end = line_end("foot_side", clip, phase, line)
        at = round((end[0] - x) * FINE), round((end[1] - y) * FINE)
        near = pygame.mask.Mask((21, 21), fill=True)
        assert toe.overlap(near, (at[0] - 10, at[1] - 10)), f"{phase:.2f}: the toe is not at {end}"


@pytest.mark.parametrize("clip", ["draw_circle", "draw_two", "draw_two_m"])
def test_the_pen_stands_between_big_and_second_toe(clip: str):
    for phase in DRAWN:
        pen = place("foot_top", clip, phase, "pen_top")
        toes = [alone("foot_top", clip, phase, {toe}) for toe in ("toe1", "toe2")]
        boxes = [mask.get_bounding_rects()[0] for mask, _ in toes]
        x = (pen[0] - toes[0][1][0]) * FINE
        assert boxes[0].centerx < x < boxes[1].centerx
