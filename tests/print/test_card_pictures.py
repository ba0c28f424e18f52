"""The pictures on an exercise card: what can be read stays true for either foot, and nothing lies over a mistake."""

from __future__ import annotations

import re

import pytest

from game.core.content import Foot
from game.data.files.art import ArtLibrary
from game.data.levels.playable import read_shipped
from game.print.card_pictures import Photographer, Still
from game.print.sheet import Shape, Window
from game.puppet.rig import pose_at

FRAME = (0.0, 0.0, 120.0, 100.0)
INK = "#E8694E"


def shapes(still: Still, foot: Foot | None, *, is_wrong: bool = False) -> list[Shape]:
    marks = Photographer(ArtLibrary()).picture(still, FRAME, "", foot=foot, is_wrong=is_wrong)
    (window,) = (mark for mark in marks if isinstance(mark, Window))
    return [mark for mark in window.marks if isinstance(mark, Shape)]


def ink(still: Still, foot: Foot) -> list[tuple[float, float]]:
    """The line that is drawn, as it lies on the paper, from its own left upper corner."""
    shape = next(s for s in shapes(still, foot) if (s.stroke or "").upper() == INK)
    a, b, c, d, e, f = shape.turned
    numbers = [float(n) for n in re.findall(r"-?\d+\.?\d*", shape.outline)]
    points = [(a * x + c * y + e, b * x + d * y + f) for x, y in zip(numbers[::2], numbers[1::2])]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide = max(x for x, _ in points) - left
    return [((x - left) / wide, (y - top) / wide) for x, y in points]


@pytest.mark.parametrize(
    ("rig", "clip"), [("foot_side", "magic_two"), ("foot_side", "magic_three"), ("foot_top", "draw_two")]
)
def test_a_number_on_a_card_can_be_read_with_either_foot(rig: str, clip: str):
    left, right = (ink(Still(rig, clip, 0.78), foot) for foot in (Foot.LEFT, Foot.RIGHT))
    assert all(abs(p[0] - q[0]) < 0.03 and abs(p[1] - q[1]) < 0.03 for p, q in zip(left, right, strict=True))


def test_what_crosses_a_mistake_out_on_paper_lies_behind_the_foot():
    marks = shapes(Still("foot_side", "wrong_towel", 0.3), None, is_wrong=True)
    bar = next(i for i, mark in enumerate(marks) if mark.opacity == 0.7)
    foot = [i for i, mark in enumerate(marks) if mark.turned != (1, 0, 0, 1, 0, 0)]
    assert foot and bar < min(foot)


@pytest.mark.parametrize(("exercise", "part"), [("toe_artist", "paper"), ("caterpillar", "ticks")])
def test_what_lies_on_the_floor_in_play_lies_there_on_the_card_in_every_picture(exercise: str, part: str):
    """The mistake had paper under it, and the right way beside it had none."""
    spec, library = read_shipped().exercises[exercise], ArtLibrary()
    printer = Photographer(library)
    pictures = [*printer.right(spec), printer.beside_mistake(spec), printer.mistake(spec)]
    for still in pictures:
        assert isinstance(still, Still)
        assert pose_at(library.rig(still.rig), still.clip, still.phase)[part]["show"] == 1
