"""Every movement shows what its own words ask for: what touches, what stays, what bends, as far as numbers can tell."""

from __future__ import annotations

import math
import re

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.core.content import Clip, Exercise, Unit
from game.data.levels.playable import read_shipped
from game.puppet.curve import along
from game.puppet.rig import Rig, key_phases, pose_at
from game.scenes.session import tray
from game.scenes.session.demonstration import DRAWING, clips
from game.ui.art.art_cache import ArtRoom
from game.ui.art.lens import HOW_TO_RADIUS, RADIUS
from game.ui.art.puppet_view import PuppetView
from tests.puppet_points import FINE, LIBRARY, alone, extent, limb_ends, line_end, moments, place, toe_tip, turn

PHASES = moments(24)
PICKED = [e for e in read_shipped().exercises.values() if e.unit is Unit.PIECES]
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
    left = ink(room.puppet("foot_side", clip, has_shadow=False), 0.86)
    right = ink(room.puppet("foot_side", clip, flip=True, has_shadow=False), 0.86)
    assert abs(left.get_size()[0] - right.get_size()[0]) <= 2 and abs(left.get_size()[1] - right.get_size()[1]) <= 2
    assert left.overlap_area(right, (0, 0)) >= 0.8 * left.count()


# ---------------------------------------------------------------- drawing with the toes
MAGIC = [
    ("magic_two", "two"), ("magic_three", "three"), ("magic_circle", "loop"), ("magic_two_m", "two_m"),
    ("magic_three_m", "three_m"),
]  # fmt: skip
HEEL = 200, 325  # the middle of the foot's heel
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


@pytest.mark.parametrize(("clip", "line"), MAGIC)
def test_the_big_toe_stays_at_the_end_of_what_it_drew_until_that_has_faded(clip: str, line: str):
    """It sank to the mat, and a finished circle stood in the air beside the foot."""
    rig = LIBRARY.rig("foot_side")
    shown = [phase for phase in (0.72, 0.78, 0.84, 0.9) if pose_at(rig, clip, phase)[line]["op"] > 0.1]
    assert len(shown) == 4
    for phase in shown:
        toe, end = toe_tip("foot_side", clip, phase, "toe1"), line_end("foot_side", clip, phase, line)
        assert math.dist(toe, end) <= 26, f"{phase:.2f}: {math.dist(toe, end):.0f} away"
        assert pose_at(rig, clip, phase)["wand"]["op"] == 1, "and shines there"


@pytest.mark.parametrize(("clip", "line"), MAGIC)
def test_the_heel_rests_while_the_toe_draws_and_the_line_lies_before_the_foot(clip: str, line: str):
    floor = LIBRARY.rig("foot_side").origin[1]
    for phase in PHASES:
        *_, bottom = extent("foot_side", clip, phase, {"foot"})
        assert abs(bottom - floor) <= 6, f"{phase:.2f}: the heel leaves the floor"
        middle = place("foot_side", clip, phase, "foot", HEEL)
        assert math.dist(middle, place("foot_side", clip, 0.0, "foot", HEEL)) <= 2, f"{phase:.2f}: the heel slides"
    rig = LIBRARY.rig("foot_side")
    pose = pose_at(rig, clip, 0.5)
    before = max([spec.z for spec in rig.chains.values()] + [rig.parts["foot"].z, rig.limbs["leg"].z])
    assert pose[line].get("z", rig.paths[line].z) > before


def test_the_whole_leg_swings_with_the_heel_in_the_air_in_the_magic_toes_mistake():
    floor = LIBRARY.rig("foot_side").origin[1]
    heels = [extent("foot_side", "wrong_magic", phase, {"foot"})[3] for phase in PHASES]
    knees = [place("foot_side", "wrong_magic", phase, "knee") for phase in PHASES]
    assert min(heels) <= floor - 120 and max(heels) <= floor
    assert max(x for x, _ in knees) - min(x for x, _ in knees) >= 120
    assert len({round(turn("foot_side", "wrong_magic", phase, "foot")) for phase in PHASES}) == 1


def test_in_the_magic_toes_mistake_what_is_drawn_lies_before_the_toes_and_not_on_them():
    """A red line over pale toes was taken for a wound."""
    for phase in (0.2, 0.4, 0.56, 0.8):
        toes = extent("foot_side", "wrong_magic", phase, {"toe1", "toe2", "toe3"})
        line = extent("foot_side", "wrong_magic", phase, {"scrawl"})
        over = max(0.0, toes[2] - line[0])
        assert over <= 40, f"{phase}: {over:.0f} of it over the toes"
        tip, end = (
            toe_tip("foot_side", "wrong_magic", phase, "toe1"),
            line_end("foot_side", "wrong_magic", phase, "scrawl"),
        )
        assert math.dist(tip, end) <= 40, f"{phase}: the toe is not at its end"
    shown = key_phases(LIBRARY.rig("foot_side"), "wrong_magic")[0]
    line = extent("foot_side", "wrong_magic", shown, {"scrawl"})
    assert line[2] - extent("foot_side", "wrong_magic", shown, {"toe1"})[2] >= 80, "most of it is there to be seen"
    floor = LIBRARY.rig("foot_side").origin[1]
    assert extent("foot_side", "wrong_magic", shown, {"foot"})[3] <= floor - 120, "and the heel is in the air"


@pytest.mark.parametrize("clip", ["draw_circle", "draw_two", "draw_two_m"])
def test_the_pen_stands_between_big_and_second_toe(clip: str):
    for phase in DRAWN:
        pen = place("foot_top", clip, phase, "pen_top")
        toes = [alone("foot_top", clip, phase, {toe}) for toe in ("toe1", "toe2")]
        boxes = [mask.get_bounding_rects()[0] for mask, _ in toes]
        x = (pen[0] - toes[0][1][0]) * FINE
        assert boxes[0].centerx < x < boxes[1].centerx


@pytest.mark.parametrize(("clip", "line"), [("draw_circle", "circle"), ("draw_two", "two"), ("draw_two_m", "two_m")])
def test_a_pen_draws_one_large_figure_and_the_smiling_cuff_stays_above_the_tray(clip: str, line: str):
    *_, scale = DRAWING
    points = LIBRARY.rig("foot_top").paths[line].pts
    assert (max(y for _, y in points) - min(y for _, y in points)) * scale >= 150, "units of the screen"
    tips = []
    for phase in (*DRAWN, 0.99):
        (px, py), (x, y) = place("foot_top", clip, phase, "pen_top"), line_end("foot_top", clip, phase, line)
        tips += [(px - x, py - y)] if phase < 0.86 else []
        cuff = place("foot_top", clip, phase, "cuff", (150, 176))
        assert DRAWING[1] + (cuff[1] - LIBRARY.rig("foot_top").origin[1]) * scale <= tray.TARGET.y
    assert max(math.dist(tip, tips[0]) for tip in tips) <= 1, "the line does not grow at the pen"


@pytest.mark.parametrize(("clip", "line"), [("draw_circle_shown", "circle"), ("wrong_draw", "scrawl")])
def test_in_a_how_to_and_in_the_mistake_the_pen_draws_its_line_on_paper(clip: str, line: str):
    """Of a fist round a pen in the air nobody knew what it should be doing."""
    paper = extent("foot_top", clip, 0.0, {"paper"})
    for phase in (0.2, 0.4, 0.6, 0.74):
        part, at = ("pencil", (30, 6)) if clip == "wrong_draw" else ("pen_top", (30, 6))
        (px, py), (x, y) = place("foot_top", clip, phase, part, at), line_end("foot_top", clip, phase, line)
        assert math.dist((px, py), (x, y)) <= 14, f"{phase:.2f}: the line is not at the pen's tip"
        assert paper[0] + 20 <= x <= paper[2] - 20 and paper[1] + 8 <= y <= paper[3] - 20, f"{phase:.2f}"
    foot = extent("foot_top", clip, 0.4, {"foot", "toe1"})
    assert foot[1] < paper[3] < foot[3], "the heel stays beside it"


@pytest.mark.parametrize(("clip", "line"), [("draw_circle", "circle"), ("draw_two", "two"), ("draw_two_m", "two_m")])
def test_the_foot_lies_on_what_is_still_to_be_drawn_and_not_on_what_it_drew(clip: str, line: str):
    """Begun at its lower end, a circle was under the foot until it was done: nobody saw what was drawn."""
    rig, foot = LIBRARY.rig("foot_top"), {"foot", "cuff", *LIBRARY.rig("foot_top").chains}
    whole = rig.paths[line].pts
    for phase in moments(40):
        grown, seen = (pose_at(rig, clip, phase)[line][channel] for channel in ("u", "op"))
        if seen < 1:
            continue  # it goes
        mask, (x, y) = alone("foot_top", clip, phase, foot)
        hidden = 0
        for share in range(101):
            px, py = along(whole, grown * share / 100)[-1]
            at = round((px - x) * FINE), round((py - y) * FINE)
            hidden += mask.get_rect().collidepoint(at) and mask.get_at(at)
        assert hidden * grown <= 20, f"{phase:.3f}: {hidden * grown:.0f} hundredths of the figure are drawn and hidden"
        if grown == 1 and phase >= 0.86:
            assert hidden <= 4, f"{phase:.3f}: done, it is seen whole"


def test_a_circle_is_begun_at_its_side_and_goes_over_the_top_first():
    """As an o is written; a number is not turned round for it."""
    points = LIBRARY.rig("foot_top").paths["circle"].pts
    middle = (min(y for _, y in points) + max(y for _, y in points)) / 2
    assert points[0] == points[-1] and points[0][1] == middle
    assert all(y < middle for _, y in points[1:8]) and all(y > middle for _, y in points[9:16])


TRACED = [
    ("draw_circle", "circle"),
    ("draw_circle_shown", "circle"),
    ("draw_two_shown", "two"),
    ("draw_two_m", "two_m"),
]


@pytest.mark.parametrize(("clip", "line"), TRACED)
def test_a_figure_lies_on_the_paper_in_dots_for_the_pen_to_trace(clip: str, line: str):
    """On an empty sheet nobody saw what was being drawn until it was done."""
    rig = LIBRARY.rig("foot_top")
    for phase in PHASES:
        pose = pose_at(rig, clip, phase)
        assert pose["trace"]["show"] == 1 and rig.parts["paper"].z < rig.parts["trace"].z < rig.paths[line].z
    drawing = LIBRARY.shapes(pose_at(rig, clip, 0.0)["trace"].get("svg", rig.parts["trace"].svg))
    centres = [(float(x), float(y)) for x, y in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', drawing)]
    assert len(centres) >= 20
    whole = [along(rig.paths[line].pts, share / 200)[-1] for share in range(201)]
    for centre in centres:
        dot = place("foot_top", clip, 0.0, "trace", centre)
        assert min(math.dist(dot, point) for point in whole) <= 6, f"{dot} lies beside the line"
    missed = [
        point
        for point in whole
        if min(math.dist(point, place("foot_top", clip, 0.0, "trace", c)) for c in centres) > 22
    ]
    assert not missed, "dots all along it"
    drawn = [phase for phase in PHASES if 0 < pose_at(rig, clip, phase)[line]["u"] < 1]
    assert len(drawn) >= 0.75 * len(PHASES), "most of the time it is being drawn"


def test_in_the_artists_mistake_every_toe_bends_over_the_pen_and_hides_its_nail():
    """Short toes above a pen that lay across said: do not scribble."""
    rig = LIBRARY.rig("foot_top")
    pose = pose_at(rig, "wrong_draw", 0.9)
    assert pose["fist"]["show"] == 1 and rig.parts["fist"].z > max(spec.z for spec in rig.chains.values())
    over, corner = alone("foot_top", "wrong_draw", 0.9, {"fist"})
    for toe in rig.chains:
        x, y = toe_tip("foot_top", "wrong_draw", 0.9, toe)
        assert over.get_at((round((x - corner[0]) * FINE), round((y - corner[1]) * FINE))), toe
    assert rig.paths["scrawl"].w <= 0.7 * rig.paths["circle"].w, "its scribble is the result, and quieter"


def test_in_the_artists_mistake_the_dots_of_the_circle_are_left_and_strokes_beside_the_toes_tell_that_they_clench():
    """A line to and fro on an empty sheet might have been what was meant to be drawn."""
    rig = LIBRARY.rig("foot_top")
    for phase in (0.3, 0.6, 0.84):
        pose = pose_at(rig, "wrong_draw", phase)
        assert pose["trace"]["show"] == 1 and "svg" not in pose["trace"], "the circle's"
        assert pose["squeeze"]["op"] == 1
    assert rig.parts["squeeze"].z < rig.parts["foot"].z, "over no toe"
    strokes, corner = alone("foot_top", "wrong_draw", 0.6, {"squeeze"})
    others, at = alone("foot_top", "wrong_draw", 0.6, {"scrawl", "pencil"})
    assert corner == at and not strokes.overlap(others, (0, 0)), "and not over what the pen does"


def test_in_the_artists_mistake_all_toes_lie_over_a_pen_on_its_side_and_the_line_only_goes_to_and_fro():
    right, wrong = (pose_at(LIBRARY.rig("foot_top"), clip, 0.4) for clip in ("draw_circle_shown", "wrong_draw"))
    assert abs(turn("foot_top", "wrong_draw", 0.4, "pencil")) >= 60
    assert all(wrong[toe]["len"] < 0.8 and "len" not in right[toe] for toe in LIBRARY.rig("foot_top").chains)
    points = LIBRARY.rig("foot_top").paths["scrawl"].pts
    turns = [b[1] - a[1] for a, b in zip(points, points[1:])]
    assert all(one * after < 0 for one, after in zip(turns, turns[1:]))


INKED = [
    (name, clip, line)
    for name in LIBRARY.rig_names()
    for clip, motion in LIBRARY.rig(name).clips.items()
    for line in (*lines_of(LIBRARY.rig(name), clip), *({"cloth"} & set(motion.keys)))
]  # fmt: skip


@pytest.mark.parametrize(("name", "clip", "part"), INKED)
def test_what_fades_does_not_come_back_before_the_next_one_begins(name: str, clip: str, part: str):
    """A line that is drawn, and a cloth that is gathered: seen until it goes, and gone until it begins anew."""
    poses = [pose_at(LIBRARY.rig(name), clip, phase)[part] for phase in moments(240)]
    seen = [own.get("op", 1.0) for own in poses if own.get("u", 1.0) > 0]
    assert seen == sorted(seen, reverse=True)
    if part == "cloth":
        assert set(seen) == {1.0}, "a cloth is no ghost"


# ---------------------------------------------------------------- picking up with the toes
@pytest.mark.parametrize("clip", ["brick", "brick_blue", "brick_yellow", "toy", "treasure_star", "treasure_acorn"])
def test_what_is_picked_up_lies_under_the_toes_and_not_at_their_tip(clip: str):
    for phase in (0.36, 0.5, 0.66):
        left, _, right, _ = extent("foot_side", clip, phase, {"held"})
        assert (left + right) / 2 < extent("foot_side", clip, phase, {"toe1"})[2], f"{phase:.2f}"


@pytest.mark.parametrize("clip", ["brick", "brick_blue", "brick_yellow", "toy", "treasure_star", "treasure_acorn"])
def test_the_big_toe_closes_over_what_is_carried_and_does_not_end_above_it(clip: str):
    """Things below straight toes looked glued to them."""
    for phase in (0.42, 0.5, 0.66):
        left, top, right, _ = extent("foot_side", clip, phase, {"held"})
        x, y = toe_tip("foot_side", clip, phase, "toe1")
        assert left < x < right and y > top + 6, f"{phase:.2f}"
        assert pose_at(LIBRARY.rig("foot_side"), clip, phase)["held"]["z"] < LIBRARY.rig("foot_side").chains["toe1"].z


@pytest.mark.parametrize("swapped", [frozenset(), frozenset({"small"})], ids=["small", "large"])
@pytest.mark.parametrize("exercise", PICKED, ids=lambda e: e.id)
def test_what_is_picked_up_is_picked_up_in_the_mistake_beside_it_too(exercise: Exercise, swapped: frozenset[str]):
    """Beside a blue brick, a duck or a sock the hand of the mistake took a red brick."""

    def lies(name: str) -> str:
        rig = LIBRARY.rig("foot_side")
        name = rig.clips[name].seq[0][0] if rig.clips[name].seq else name
        return pose_at(rig, name, 0.0).get("lying", {}).get("svg") or rig.parts["lying"].svg

    beside = {}
    for turn_ in range(6):
        (right,) = clips(exercise, swapped, turn_)
        wrong = LIBRARY.rig("foot_side").clips[right.clip].wrong or exercise.demonstration.mistake.clip
        beside[right.clip] = lies(right.clip), lies(wrong)
    assert len({thing for thing, _ in beside.values()}) >= len(beside)
    assert {clip: both for clip, both in beside.items() if len(set(both)) > 1} == {}


def test_the_mistake_with_the_hand_stays_where_the_hand_has_the_brick_in_the_air():
    """It stayed where hand, brick and toes were one heap on the floor."""
    told = key_phases(LIBRARY.rig("foot_side"), "wrong_hands")[0]
    hand, brick, foot = (extent("foot_side", "wrong_hands", told, {part}) for part in ("hand", "lying", "foot"))
    assert hand[3] >= brick[1] + 10 and hand[0] <= (brick[0] + brick[2]) / 2 <= hand[2], "fingers about it"
    assert brick[3] <= foot[3] - 100 and brick[0] >= foot[2] + 40, "far from the toes"


def test_the_treasure_that_slips_is_large_and_rolls_back_under_the_foot_beside_the_bar_that_crosses_it_out():
    left, _, right, _ = extent("foot_side", "wrong_treasure", 0.8, {"lying"})
    once = extent("foot_side", "treasure_star", 0.1, {"lying"})
    assert right - left >= 1.2 * (once[2] - once[0])
    assert (left + right) / 2 < extent("foot_side", "wrong_treasure", 0.8, {"toe1"})[0], "the bar lies before the toes"


@pytest.mark.parametrize(
    ("clip", "bowl", "most"),
    [
        ("treasure_star", "bowl1_b", 0.6), ("treasure_acorn", "bowl2_b", 0.6), ("wrong_treasure", "bowl1_b", 0.8),
        ("sort_sock", "bowl1_b", 0.9), ("sort_hanky", "bowl2_b", 0.9), ("wrong_sort", "bowl1_b", 0.99),
    ],
)  # fmt: skip
def test_every_treasure_is_narrower_than_the_opening_of_its_bowl(clip: str, bowl: str, most: float):
    """The button of the mistake was wider than the bowl it should have gone into. Socks and handkerchiefs are soft."""
    for part, phase in (("lying", 0.1), ("held", 0.5)):
        left, _, right, _ = extent("foot_side", clip, phase, {part})
        inside = extent("foot_side", clip, phase, {bowl})
        assert right - left <= most * (inside[2] - inside[0]), part


@pytest.mark.parametrize(
    ("clip", "bowl"),
    [
        ("treasure_star", "bowl1_b"), ("treasure_acorn", "bowl2_b"), ("sort_sock", "bowl1_b"), ("sort_hanky", "bowl2_b"),
        *((clip, "box_b") for clip in ("brick", "brick_blue", "brick_yellow", "hanky", "sock", "toy", "pencil_pick")),
    ],
)  # fmt: skip
def test_what_is_let_go_falls_between_the_rims_of_its_bowl_or_box(clip: str, bowl: str):
    thing, inside = (extent("foot_side", clip, 0.845, {part}) for part in ("held", bowl))
    assert inside[0] + 6 <= thing[0] and thing[2] <= inside[2] - 6
    assert extent("foot_side", clip, 0.1, {"lying"})[2] <= inside[0] + 1, "before that it lies beside it"


@pytest.mark.parametrize(
    ("clip", "right", "other"),
    [
        ("treasure_star", "bowl1_b", "bowl2_b"), ("treasure_acorn", "bowl2_b", "bowl1_b"),
        ("sort_sock", "bowl1_b", "bowl2_b"), ("sort_hanky", "bowl2_b", "bowl1_b"),
    ],
)  # fmt: skip
def test_what_is_carried_waits_at_its_own_bowl_and_never_comes_as_near_to_the_other(clip: str, right: str, other: str):
    """High above the near bowl it hung beside the far one: it seemed to go into the wrong one."""

    def away(phase: float, bowl: str) -> float:
        (x, y, w, h), (left, top, end, low) = (extent("foot_side", clip, phase, {part}) for part in ("held", bowl))
        return math.dist(((x + w) / 2, (y + h) / 2), ((left + end) / 2, (top + low) / 2))

    carried = [phase for phase in PHASES if 0.52 <= phase <= 0.82]
    for phase in carried:
        if phase >= 0.66:
            assert away(phase, right) <= 0.6 * away(phase, other), f"{phase:.2f}"
    nearest = {bowl: min(away(phase, bowl) for phase in carried) for bowl in (right, other)}
    assert nearest[other] >= nearest[right] + 60


@pytest.mark.parametrize("clip", ["wrong_treasure", "wrong_sort"])
def test_a_mistake_with_what_is_dropped_stays_where_it_lies_on_the_floor(clip: str):
    """It stayed where the toes still held it, as beside the right way."""
    rig = LIBRARY.rig("foot_side")
    told = pose_at(rig, clip, key_phases(rig, clip)[0])
    assert told["lying"]["show"] and not told["held"]["show"] and told["marks"]["op"] == 1


def test_marks_tell_that_the_treasure_has_hit_the_floor():
    rig = LIBRARY.rig("foot_side")
    for phase in PHASES:
        pose = pose_at(rig, "wrong_treasure", phase)
        lies = bool(pose["lying"]["show"]) and 0.6 <= phase < 0.95
        assert bool(pose["marks"]["op"]) is lies
        if lies:
            marks, thing = (extent("foot_side", "wrong_treasure", phase, {part}) for part in ("marks", "lying"))
            assert thing[3] - 40 <= marks[1] and abs(marks[0] + marks[2] - thing[0] - thing[2]) <= 60, "right below it"


# ---------------------------------------------------------------- rolling and crawling
SOLE = {"foot", "toe1", "toe2", "toe3", "toe4", "toe5"}


@pytest.mark.parametrize("clip", ["ball_roll", "ball_circle"])
def test_the_sole_presses_on_the_ball_all_the_time(clip: str):
    for phase in moments(12):
        ball, _ = alone("foot_side", clip, phase, {"ball"})
        sole, _ = alone("foot_side", clip, phase, SOLE)
        pressed = ball.overlap_mask(sole, (0, 0)).get_bounding_rects()
        deep = max((rect.h for rect in pressed), default=0) / FINE
        assert 4 <= deep <= 26, f"{phase:.2f}: the sole is {deep:.0f} units in the ball"


def test_in_the_hedgehogs_mistake_the_whole_foot_stands_on_a_round_ball_until_it_is_flat():
    """Of a ball that was flat all along, with a gap over it, somebody thought that it was sunk in the floor."""

    def ball(phase: float) -> tuple[float, float]:
        left, top, right, bottom = extent("foot_side", "wrong_roll", phase, {"ball"})
        return right - left, bottom - top

    for phase in (0.0, 0.15, 0.3, 0.5, 0.8):
        under, _ = alone("foot_side", "wrong_roll", phase, {"ball"})
        sole, _ = alone("foot_side", "wrong_roll", phase, SOLE)
        pressed = under.overlap_mask(sole, (0, 0)).get_bounding_rects()
        assert max((rect.w for rect in pressed), default=0) / FINE >= (0.35 if phase < 0.3 else 0.7) * ball(phase)[0]
    assert ball(0.0)[0] == pytest.approx(ball(0.0)[1], abs=4), "it is round"
    assert ball(0.5)[0] >= 3 * ball(0.5)[1]
    down = place("foot_side", "wrong_roll", 0.5, "foot")[1] - place("foot_side", "wrong_roll", 0.0, "foot")[1]
    assert down >= 50, "the weight comes down"
    toes = extent("foot_side", "wrong_roll", 0.5, {"toe1"})[3]
    assert toes >= extent("foot_side", "wrong_roll", 0.5, {"ball"})[3] - 30, (
        "it is flat enough for the toes to reach the floor"
    )


def test_a_circle_shows_its_way_and_direction_before_it_is_rolled_and_the_line_grows_below_the_ball():
    rig = LIBRARY.rig("foot_side")
    for phase in DRAWN:
        ring = pose_at(rig, "ball_circle", phase)["ring"]
        assert ring["show"] == 1 and ring["svg"] == "props/ring_turns.svg"
        left, _, right, bottom = extent("foot_side", "ball_circle", phase, {"ball"})
        x, y = line_end("foot_side", "ball_circle", phase, "round")
        assert abs(x - (left + right) / 2) <= 26 and abs(y - bottom) <= 26, f"{phase:.2f}"
    way = extent("foot_side", "ball_circle", 0.0, {"ring"})
    line = rig.paths["round"].pts
    middle = [(min(p[i] for p in line) + max(p[i] for p in line)) / 2 for i in (0, 1)]
    assert math.dist(middle, ((way[0] + way[2]) / 2, (way[1] + way[3]) / 2)) <= 8, "the line lies on the dotted way"


def test_a_ball_rolls_half_as_far_as_the_foot_over_it_and_the_same_way():
    feet, balls = ([place("foot_side", "ball_roll", phase, part)[0] for phase in PHASES] for part in ("foot", "ball"))
    for foot, ball in zip(feet, balls):
        assert foot - feet[0] == pytest.approx(2 * (ball - balls[0]), abs=2)
    turned = [turn("foot_side", "ball_roll", phase, "ball") for phase in (0.0, 0.5)]
    radius = (
        extent("foot_side", "ball_roll", 0.0, {"ball"})[2] - extent("foot_side", "ball_roll", 0.0, {"ball"})[0]
    ) / 2
    assert math.radians(turned[0] - turned[1]) * radius == pytest.approx(max(balls) - min(balls), rel=0.2)


def test_the_caterpillars_toes_hold_while_the_heel_comes_and_its_heel_holds_while_the_toes_go_on():
    tip = [extent("foot_side", "caterpillar", phase, {"toe1"})[2] for phase in (0.05, 0.15, 0.25, 0.35, 0.42, 0.5)]
    assert max(tip) - min(tip) <= 16, "the toes slip"
    heel = [place("foot_side", "caterpillar", phase, "foot")[0] for phase in PHASES]
    assert heel == sorted(heel), "the foot goes back"
    assert len({round(place("foot_side", "caterpillar", phase, "foot")[0], 1) for phase in (0.45, 0.6, 0.75, 0.9)}) == 1
    foot = extent("foot_side", "caterpillar", 0.0, SOLE)
    assert LIBRARY.rig("foot_side").advance("caterpillar") >= 0.19 * (foot[2] - foot[0]), "a fifth of it each time"


@pytest.mark.parametrize("clip", ["caterpillar_shown", "wrong_caterpillar"])
def test_the_caterpillars_how_to_and_mistake_have_the_marks_and_the_leaf_that_are_there_in_play(clip: str):
    """Without them nobody knew that a foot that hops is the same exercise."""
    first, leaf = extent("foot_side", clip, 0.0, {"ticks"}), extent("foot_side", clip, 0.0, {"leaf"})
    toes = [extent("foot_side", clip, phase, SOLE)[2] for phase in (0.0, 0.5 if clip.startswith("wrong") else 0.78)]
    advance = LIBRARY.rig("foot_side").advance("caterpillar")
    assert first[2] - first[0] >= advance and abs(first[0] - toes[0]) <= 14, "a mark where the toes begin"
    assert abs(first[2] - toes[1]) <= 14, "and one where they come to"
    assert toes[1] < leaf[0] <= toes[1] + 60


def test_in_the_caterpillars_mistake_arrows_in_the_room_under_the_foot_tell_that_it_hops():
    rig = LIBRARY.rig("foot_side")
    told = key_phases(rig, "wrong_caterpillar")[0]
    foot = extent("foot_side", "wrong_caterpillar", told, {"foot"})
    for mark in ("rises", "rises_arch"):
        assert pose_at(rig, "wrong_caterpillar", told)[mark]["op"] == 1
        arrow = extent("foot_side", "wrong_caterpillar", told, {mark})
        assert foot[3] - 4 <= arrow[1] and foot[0] - 20 <= arrow[0] and arrow[2] <= foot[2], "under it"
        assert pose_at(rig, "wrong_caterpillar", 0.5)[mark]["op"] == 0, "it is down"


# ---------------------------------------------------------------- what is worn
WORN = [
    (name, clip, part, spec.worn[0])
    for name in LIBRARY.rig_names()
    for part, spec in LIBRARY.rig(name).parts.items()
    if spec.worn and "cuff" in part
    for clip, motion in LIBRARY.rig(name).clips.items()
    if not motion.seq
]


@pytest.mark.parametrize(("rig", "clip", "band", "leg"), WORN)
def test_a_band_lies_round_the_shin_and_turns_with_it(rig: str, clip: str, band: str, leg: str):
    for phase in moments(6):
        (kx, ky), (ax, ay) = limb_ends(rig, clip, phase, leg)
        x, y = place(rig, clip, phase, band)
        bx = pose_at(LIBRARY.rig(rig), clip, phase).get(leg, {}).get("bx", 0.0)
        if not bx:  # where the ankle tips over, its end is not the one the rig names
            off = ((x - kx) * (ay - ky) - (y - ky) * (ax - kx)) / math.dist((kx, ky), (ax, ay))
            assert abs(off) <= 1, f"{phase:.2f}: {off:.0f} beside the shin"
            shin = math.degrees(math.atan2(ay - ky, ax - kx)) - 90
            assert abs(turn(rig, clip, phase, band) - shin) <= 1
        assert ky < y < ay, "above the ankle"


# ---------------------------------------------------------------- figure and close-up
@pytest.mark.parametrize(
    ("figure", "near", "far", "close_up", "right", "left"),
    [
        ("bo_side/bear_walk", "foot_n", "foot_f", "bo_front/bear_walk", "foot_l", "foot_r"),
        ("bo_side/duckling_walk", "foot_n", "foot_f", "bo_front/duckling_walk", "foot_l", "foot_r"),
        ("tik_side/giraffe_walk", "foot_n", "foot_f", "feet_front/tiptoe", "foot_l", "foot_r"),
    ],
)
def test_the_close_up_stands_on_the_foot_the_friend_stands_on(
    figure: str, near: str, far: str, close_up: str, right: str, left: str
):
    """A friend walks to the right: its right foot is the near one, on the picture's left from the front."""
    (rig, walk), (other, seen) = figure.split("/"), close_up.split("/")
    for phase in (0.25, 0.75):
        own, close = pose_at(LIBRARY.rig(rig), walk, phase), pose_at(LIBRARY.rig(other), seen, phase)
        assert (own[near]["y"] > own[far]["y"]) is (close[right]["y"] > close[left]["y"])


@pytest.mark.parametrize("side", ["l", "r"])
def test_the_ducklings_knees_stay_over_its_feet_and_it_tips_only_a_little(side: str):
    for phase in PHASES:
        hip, ankle = limb_ends("bo_front", "duckling_walk", phase, f"leg_{side}")
        stands = pose_at(LIBRARY.rig("bo_front"), "duckling_walk", phase)[f"foot_{side}"]["y"] == 0
        assert abs(hip[0] - ankle[0]) <= (10 if stands else 16), f"{phase:.2f}: the leg slants"
        assert abs(pose_at(LIBRARY.rig("bo_front"), "duckling_walk", phase)[f"leg_{side}"]["bend"]) <= 0.15


@pytest.mark.parametrize(
    ("clip", "before_us", "behind"), [("bear_walk", "n", "f"), ("parade_bear", "n", "f"), ("duckling_walk", "f", "n")]
)
def test_the_edge_a_foot_stands_on_is_seen_in_the_whole_figure_too(clip: str, before_us: str, behind: str):
    """On the outer edges the near foot stands on the edge before us, the far one on the edge behind its lifted sole; on
    the inner edges it is the other way round."""
    rig = LIBRARY.rig("bo_side")
    pose = pose_at(rig, clip, 0.25)
    for side in "nf":
        light, foot = pose[f"glow_{side}"].get("z", rig.parts[f"glow_{side}"].z), rig.parts[f"foot_{side}"].z
        assert light < foot, "the light on the floor lies under the foot, not over it"
        assert pose[f"warm_{side}"].get("z", rig.parts[f"warm_{side}"].z) > foot
    assert pose[f"warm_{before_us}"]["show"] and not pose[f"warm_{behind}"]["show"]
    for side, phase in (("n", 0.25), ("f", 0.75)):
        edge, foot = (extent("bo_side", clip, phase, {f"{part}_{side}"}) for part in ("glow", "foot"))
        assert edge[2] - edge[0] < 0.85 * (foot[2] - foot[0]), "an edge is no whole sole"


def test_no_far_hand_lies_before_the_belly_of_the_bear_walk():
    for phase in PHASES:
        belly = extent("bo_side", "bear_walk", phase, {"torso"})
        assert extent("bo_side", "bear_walk", phase, {"hand_f"})[2] <= belly[2]


# ---------------------------------------------------------------- the edges of the feet
EDGES = [("bear_walk", "bo/foot_front_roll.svg", 25, 32), ("duckling_walk", "bo/foot_front_inner.svg", 18, 26)]
NAIL = re.compile(r'<ellipse cx="([-\d.]+)" cy="([-\d.]+)"[^>]*fill="#FFF3DC"')
FLOOR = 510


def toe_line(drawing: str) -> float:
    """Degrees by which the row of toes goes down from the little to the big one; below 0 it goes up."""
    (x, y), *_, (x2, y2) = ((float(a), float(b)) for a, b in NAIL.findall(LIBRARY.shapes(drawing)))
    return math.degrees(math.atan2(y2 - y, x2 - x))


def undersides(clip: str, phase: float, foot: str) -> tuple[float, float]:
    """How high above the floor the lowest point of the outer and of the inner quarter of a foot is, from the front."""
    mask, (x, y) = alone("bo_front", clip, phase, {foot})
    left, _, right, _ = extent("bo_front", clip, phase, {foot})
    row = [
        FLOOR - y - max(r for r in range(mask.get_size()[1]) if mask.get_at((c, r))) / FINE
        for c in range(round((left - x) * FINE) + 1, round((right - x) * FINE) - 1)
    ]
    quarter = len(row) // 4
    ends = min(row[:quarter]), min(row[-quarter:])
    return ends if foot.endswith("l") else ends[::-1]


@pytest.mark.parametrize(("clip", "drawing", "least", "most"), EDGES)
def test_a_foot_on_its_edge_is_tipped_so_far_that_a_small_child_sees_it(
    clip: str, drawing: str, least: float, most: float
):
    """The duckling tips only a little, as its words ask; of what was drawn a person who knew nothing saw neither."""
    tipped = abs(toe_line(drawing) - toe_line("bo/foot_front_flat.svg"))
    assert least <= tipped <= most
    shown = {pose_at(LIBRARY.rig("bo_front"), clip, p)["foot_l"].get("svg", "bo/foot_front_roll.svg") for p in PHASES}
    assert shown == {drawing}


@pytest.mark.parametrize(("clip", "raised"), [("bear_walk", 1), ("duckling_walk", 0)])
def test_under_the_raised_edge_of_a_foot_there_is_room_to_look_through(clip: str, raised: int):
    for foot, phase in (("foot_l", 0.25), ("foot_r", 0.75)):
        ends = undersides(clip, phase, foot)
        assert abs(ends[1 - raised]) <= 8, "the other edge stands on the floor"
        assert ends[raised] >= 18, f"{ends[raised]:.0f} units above it"


@pytest.mark.parametrize(("clip", "share"), [("bear_walk", 0.0), ("duckling_walk", 1.0)])
def test_the_light_on_the_floor_lies_under_the_edge_that_stands_and_not_beside_the_foot(clip: str, share: float):
    """A bar beside the little toe was taken for a lost slipper."""
    for foot, phase, side in (("foot_l", 0.25, "l"), ("foot_r", 0.75, "r")):
        left, _, right, bottom = extent("bo_front", clip, phase, {foot})
        low = place("bo_front", clip, phase, f"glow_{side}", (42, 22))
        outer, inner = (left, right) if side == "l" else (right, left)
        at = (low[0] - outer) / (inner - outer)
        assert abs(at - share) <= 0.3 and 0 <= at <= 1, f"{at:.2f} of the foot's width"
        assert abs(low[1] - bottom) <= 8
        rig = LIBRARY.rig("bo_front")
        assert rig.parts[f"glow_{side}"].z < rig.parts[foot].z < rig.parts[f"warm_{side}"].z, "under it, and on it"


LIGHTS = [
    (name, clip, part)
    for name in ("bo_front", "bo_side", "tik_side", "pippa_side", "feet_front", "foot_side")
    for part in LIBRARY.rig(name).parts if part.startswith("warm_")
    for clip, motion in LIBRARY.rig(name).clips.items() if not motion.seq
]  # fmt: skip


@pytest.mark.parametrize(("name", "clip", "part"), LIGHTS)
def test_what_touches_is_lit_exactly_while_the_floor_under_it_is(name: str, clip: str, part: str):
    rig, floor = LIBRARY.rig(name), part.replace("warm", "glow")
    for phase in moments(12):
        pose = pose_at(rig, clip, phase)
        own, light = pose.get(part, {}), pose.get(floor, {})
        if not own.get("show", rig.parts[part].show):
            continue
        assert light.get("show", rig.parts[floor].show) and own.get("op", 1) == light.get("op", 1), f"{phase:.2f}"
        x, y = place(name, clip, phase, part)
        assert math.dist((x, y), place(name, clip, phase, floor)) <= 1, f"{phase:.2f}"


@pytest.mark.parametrize("clip", ["wrong_bear", "wrong_duckling"])
def test_a_foot_that_has_come_down_flat_is_lit_under_its_whole_sole(clip: str):
    for phase, side in ((0.3, "l"), (0.8, "r")):
        foot, light = (extent("bo_front", clip, phase, {f"{part}_{side}"}) for part in ("foot", "glow"))
        assert min(foot[2], light[2]) - max(foot[0], light[0]) >= 0.8 * (foot[2] - foot[0])


def test_in_the_bears_mistake_the_ankles_stand_over_the_inner_sides_of_its_feet():
    for side, sign in (("l", 1), ("r", -1)):
        for phase in (0.0, 0.5):
            left, _, right, _ = extent("bo_front", "wrong_bear", phase, {f"foot_{side}"})
            spec, pose = LIBRARY.rig("bo_front").limbs[f"leg_{side}"], pose_at(LIBRARY.rig("bo_front"), "wrong_bear", 0)
            x, y = spec.b[1]
            shifted = x + pose[f"leg_{side}"]["bx"], y + pose[f"leg_{side}"]["by"]
            ankle = place("bo_front", "wrong_bear", phase, f"foot_{side}", shifted)
            assert sign * (ankle[0] - (left + right) / 2) >= 15


def test_in_the_bears_mistake_a_foot_comes_down_on_its_edge_and_flops_and_the_body_does_not_sway():
    """Two faults at once, flat soles and a swaying body, were one too many, and nobody knew what the arrow turned."""
    rig = LIBRARY.rig("bo_front")
    assert pose_at(rig, "wrong_bear", 0.32)["foot_r"]["morph"] == 0, "it comes down as the right way does"
    assert [pose_at(rig, "wrong_bear", phase)["foot_r"]["morph"] for phase in (0.5, 0.7, 0.98)] == [1, 1, 1]
    for part in ("hips", "torso", "head"):
        assert len({place("bo_front", "wrong_bear", phase, part)[0] for phase in PHASES}) == 1
    for side, sign, phase in (("r", 1, 0.5), ("l", -1, 0.1)):
        arrow, foot = (extent("bo_front", "wrong_bear", phase, {f"{part}_{side}"}) for part in ("thump", "foot"))
        inner = foot[0] if side == "r" else foot[2]
        assert abs((arrow[0] + arrow[2]) / 2 - inner) <= 24 and arrow[3] <= foot[3], "at the edge that falls"
        assert sign * ((foot[0] + foot[2]) / 2 - (arrow[0] + arrow[2]) / 2) > 0


SOLE_SEEN = {"foot_inner_near": "#EFB99A", "foot_roll_far": "#DDA381"}


@pytest.mark.parametrize("drawing", SOLE_SEEN)
def test_from_the_side_the_sole_is_seen_under_the_edge_that_is_raised_towards_us(drawing: str):
    assert SOLE_SEEN[drawing] in LIBRARY.shapes(f"bo/{drawing}.svg")
    shown = {spec.svg for spec in LIBRARY.rig("bo_side").parts.values()}
    shown |= {str(own.get("svg")) for own in pose_at(LIBRARY.rig("bo_side"), "duckling_walk", 0.0).values()}
    assert f"bo/{drawing}.svg" in shown


def nails(drawing: str) -> list[tuple[float, float]]:
    """Where the nails of a foot from the side lie, from the left one to the right: from the little toe to the big one."""
    shapes, found = LIBRARY.shapes(f"bo/{drawing}.svg"), []
    dx = dy = 0.0
    for moved, x, y in re.findall(
        r'<g transform="translate\(([^)]*)\)"|<ellipse cx="([\d.]+)" cy="([\d.]+)"[^>]*fill="#F(?:FF3DC|4E0BC)"', shapes
    ):
        if moved:
            dx, dy = (float(n) for n in moved.split())
        else:
            found.append((float(x) + dx, float(y) + dy))
            dx = dy = 0.0
    return sorted(found)


@pytest.mark.parametrize("drawing", ["foot_inner_near", "foot_inner_far"])
def test_from_the_side_the_ducklings_toes_rise_from_the_big_one_on_the_floor_to_the_little_one(drawing: str):
    """All toes as high as one another above a pink band were a foot in a sandal, flat on the floor."""
    row = nails(drawing)
    assert len(row) == 5
    ys = [y for _, y in row]
    assert ys == sorted(ys) and ys[-1] - ys[0] >= 18
    flat = [y for _, y in nails("foot_flat")]
    assert flat[-1] < flat[0], "a flat one's little toe is nearer to us and lower"


def test_from_the_side_the_sole_of_the_bears_far_foot_shows_its_heel_its_ball_and_five_toes():
    shapes = LIBRARY.shapes("bo/foot_roll_far.svg")
    toes = re.findall(r'<ellipse cx="([\d.]+)" cy="([\d.]+)" rx="[\d.]+" ry="[\d.]+" fill="#DDA381"', shapes)
    ys = [float(y) for _, y in sorted(toes, key=lambda toe: float(toe[0]))]
    assert len(ys) == 5 and ys == sorted(ys, reverse=True) and ys[0] - ys[-1] >= 10, "down to the little one"
    assert shapes.count('fill="#CE8F6E"') == 2, "heel and ball"


def test_in_the_giraffes_mistake_one_heel_alone_leaves_its_straight_line_and_the_ball_stands_as_it_should():
    """Both heels aside, hardly moving, were told from nothing: now a straight foot stands beside the one that wobbles."""

    def foot(side: str, clip: str, phase: float) -> tuple[pygame.mask.Mask, tuple[float, float]]:
        return alone("feet_front", clip, phase, {f"foot_{side}"})

    straight = foot("l", "tiptoe", 0.25)
    for side, of, least, most in (
        ("l", straight, 0, 4),
        ("l", foot("l", "wrong_tiptoe", 0.3), 30, 60),
        ("r", foot("r", "wrong_tiptoe", 0.3), 0, 4),
    ):
        line, (mask, (x, y)) = place("feet_front", "wrong_tiptoe", 0.0, f"plumb_{side}")[0], of
        row = round((300 - y) * FINE)  # through the heel
        seen = [c / FINE + x for c in range(mask.get_size()[0]) if mask.get_at((c, row))]
        assert least <= abs((seen[0] + seen[-1]) / 2 - line) <= most
    below = []
    for mask, (x, y) in (straight, foot("l", "wrong_tiptoe", 0.3)):
        low = round((385 - y) * FINE)
        below.append(
            {
                (c / FINE + x, r)
                for c in range(mask.get_size()[0])
                for r in range(low, mask.get_size()[1])
                if mask.get_at((c, r))
            }
        )
    assert below[0] == below[1]
    heels = [place("feet_front", "wrong_tiptoe", phase, "ankle_l")[0] for phase in (0.0, 0.3)]
    toes = place("feet_front", "wrong_tiptoe", 0.3, "foot_l")[0]
    assert toes - heels[1] >= 12 and toes - heels[0] >= 6, "the whole leg tips with it, from the first moment"
    for phase in PHASES:
        pose = pose_at(LIBRARY.rig("feet_front"), "wrong_tiptoe", phase)
        assert not pose["plumb_l"]["show"] and not pose["plumb_r"]["show"], "the line of what is right"
        assert pose["marks_l"]["op"] == 1
        assert pose["glow_l"]["x"] <= -14 and not pose["glow_r"].get("x"), (
            "the load goes to the little toes of that one"
        )
    was, now = (extent("feet_front", "wrong_tiptoe", 0.3, {part}) for part in ("stood_l", "foot_l"))
    assert LIBRARY.rig("feet_front").parts["stood_l"].z < LIBRARY.rig("feet_front").limbs["leg_l"].z, "behind the leg"
    straight_leg = limb_ends("feet_front", "tiptoe", 0.0, "leg_l")[1][0]
    assert was[0] >= straight_leg + 10 and was[1] < now[1], "where its shin and heel stood, and are no more"
    heel = extent("feet_front", "wrong_tiptoe", 0.3, {"foot_l"})
    arrow = extent("feet_front", "wrong_tiptoe", 0.3, {"marks_l"})
    assert arrow[0] < heel[0] and heel[1] + 60 <= arrow[1] and arrow[3] <= heel[3] - 60, (
        "an arrow from the heel outwards"
    )


@pytest.mark.parametrize(("side", "out", "phase"), [("r", 1, 0.44), ("l", -1, 0.02)])
def test_in_the_ducklings_mistake_an_arrow_tells_that_the_side_of_the_little_toes_comes_down(side, out, phase):
    """Marks of a blow made it a foot that stamps: two faults to choose from."""
    rig = LIBRARY.rig("bo_front")
    assert pose_at(rig, "wrong_duckling", phase)[f"thump_{side}"]["op"] == 1
    assert pose_at(rig, "wrong_duckling", phase)[f"thump_{side}"]["svg"] != "fx/thud.svg"
    arrow, foot = (extent("bo_front", "wrong_duckling", phase, {f"{part}_{side}"}) for part in ("thump", "foot"))
    outer = foot[2] if side == "r" else foot[0]
    assert abs((arrow[0] + arrow[2]) / 2 - outer) <= 30 and arrow[3] <= foot[3] - 20, "above the toes that it means"
    assert out * ((arrow[0] + arrow[2]) / 2 - (foot[0] + foot[2]) / 2) > 0
    assert key_phases(rig, "wrong_duckling")[0] == 0.44, "as it is seen on a card"


def test_in_the_parades_mistake_it_runs_and_marks_behind_it_tell_so():
    flies = [
        phase for phase in PHASES
        if all(pose_at(LIBRARY.rig("bo_side"), "wrong_parade", phase)[f"foot_{side}"]["y"] < -8 for side in "nf")
    ]  # fmt: skip
    assert flies, "who runs has both feet in the air"
    for phase in PHASES:
        assert (
            extent("bo_side", "wrong_parade", phase, {"streaks"})[2]
            < extent("bo_side", "wrong_parade", phase, {"torso"})[0]
        )


@pytest.mark.parametrize("clip", ["wrong_stones", "wrong_rope"])
def test_the_otter_who_runs_leaves_streaks_behind_it(clip: str):
    for phase in PHASES:
        streaks, body = extent("otto_side", clip, phase, {"streaks"}), extent("otto_side", clip, phase, {"torso"})
        assert streaks[2] < body[0] and streaks[3] - streaks[1] >= 100


@pytest.mark.parametrize("clip", ["stones_walk", "rope_walk"])
def test_the_otter_balances_with_straight_arms_out_to_both_sides(clip: str):
    """Level with the shoulders, one before and one behind, they were taken for arms that swing in a walk."""
    heights = []
    for phase in PHASES:
        (near, near_hand), (far, far_hand) = (limb_ends("otto_side", clip, phase, f"arm_{side}") for side in "nf")
        rises = near[1] - near_hand[1], far[1] - far_hand[1]
        assert near_hand[0] <= near[0] - 60 and far_hand[0] >= far[0] + 60, f"{phase:.2f}: one on each side"
        assert min(rises) >= 8 and sum(rises) >= 40, f"{phase:.2f}: they are raised"
        for side, hand, shoulder in (("n", near_hand, near), ("f", far_hand, far)):
            bones = sum(LIBRARY.rig("otto_side").limbs[f"arm_{side}"].len) * 0.8
            assert math.dist(hand, shoulder) >= 0.85 * bones, f"{phase:.2f}: straight"
        head = extent("otto_side", clip, phase, {"head"})
        assert extent("otto_side", clip, phase, {"hand_f"})[2] >= head[2] + 12, f"{phase:.2f}: seen beyond the snout"
        heights.append(rises)
    assert heights.index(max(heights)) == heights.index(min(heights, key=lambda both: both[1])), "one up, one down"


def test_in_the_penguins_mistake_it_leans_far_back_and_an_arrow_tells_which_way():
    lean = [turn("pippa_side", "wrong", phase, "body") for phase in PHASES]
    upright = [turn("pippa_side", "penguin_walk", phase, "body") for phase in PHASES]
    assert all(wrong <= right - 18 for wrong, right in zip(lean, upright))
    for phase in PHASES:
        arrow, body = extent("pippa_side", "wrong", 0.2, {"tips"}), extent("pippa_side", "wrong", phase, {"body"})
        assert arrow[2] < body[2] - 80, "behind its back"


MARKS = [
    ("bear_walk", "thump_l", "thump_r"),
    ("crab_shuffle", "rises_l", "rises_r"),
    ("duckling_walk", "thump_l", "thump_r"),
    ("giraffe_walk", "marks_l", "marks_l"),
    ("animal_parade", "streaks", "streaks"),
]


@pytest.mark.parametrize(("exercise", "left", "right"), MARKS)
def test_marks_of_a_mistake_lie_within_its_red_ring(exercise: str, left: str, right: str):
    shown = read_shipped().exercises[exercise].demonstration
    assert shown.lens and shown.mistake
    ring = (0.93 * HOW_TO_RADIUS - 7) / shown.lens.zoom
    rig, clip = ("bo_side", "wrong_parade") if exercise == "animal_parade" else (shown.mistake.rig, shown.mistake.clip)
    for phase in PHASES:
        pose = pose_at(LIBRARY.rig(rig), clip, phase)
        for mark in (left, right):
            if pose[mark].get("op", 1.0) < 0.1:
                continue
            mask, (x, y) = alone(rig, clip, phase, {mark})
            for column, row in mask.outline() if mask.count() else ():
                assert math.dist((x + column / FINE, y + row / FINE), (shown.lens.x, shown.lens.y)) <= ring


# ---------------------------------------------------------------- arms straight up
ARMS_UP = [
    ("tik_side", "giraffe_walk", "n"), ("pippa_side", "penguin_walk", "n"), ("bo_side", "duckling_walk", "n"),
    ("bo_side", "parade_giraffe", "n"), ("bo_side", "parade_penguin", "n"), ("bo_side", "parade_bear", "n"),
    ("bo_side", "parade_duck", "n"),
]  # fmt: skip


@pytest.mark.parametrize(("rig", "clip", "side"), ARMS_UP)
def test_hands_are_straight_above_the_head(rig: str, clip: str, side: str):
    hand = "flip_n" if "flip_n" in LIBRARY.rig(rig).parts else "hand_n"
    for phase in moments(8):
        head_top = extent(rig, clip, phase, {"head"})[1]
        left, top, right, _ = extent(rig, clip, phase, {hand})
        assert top <= head_top - 20, f"{phase:.2f}: the hand ends {top - head_top:.0f} below the head's top"
        shoulder = shoulder_of(rig, clip, phase)
        lean = math.degrees(math.atan2(abs((left + right) / 2 - shoulder[0]), shoulder[1] - top))
        assert lean <= 14, f"{phase:.2f}: the arm leans {lean:.0f} degrees"


def shoulder_of(rig: str, clip: str, phase: float) -> tuple[float, float]:
    if "arm_n" in LIBRARY.rig(rig).limbs:
        return limb_ends(rig, clip, phase, "arm_n")[0]
    return place(rig, clip, phase, "flip_n")


@pytest.mark.parametrize(("rig", "clip", "side"), [row for row in ARMS_UP if row[0] != "pippa_side"])
def test_an_arm_before_the_head_has_a_rim(rig: str, clip: str, side: str):
    assert pose_at(LIBRARY.rig(rig), clip, 0.0)["rim_n"]["show"] == 1
    rim, arm = LIBRARY.rig(rig).limbs["rim_n"], LIBRARY.rig(rig).limbs["arm_n"]
    assert all(wide >= 1.1 * narrow for wide, narrow in zip(rim.w, arm.w))
    assert rim.fill != arm.fill


# ---------------------------------------------------------------- lying, sitting, squatting
def test_head_and_back_rest_on_the_mat_while_only_the_legs_ride():
    floor = extent("bo_side", "bicycle", 0.0, {"mat"})
    for phase in PHASES:
        for part in ("head", "torso", "hand_n"):
            left, _, right, bottom = extent("bo_side", "bicycle", phase, {part})
            assert floor[1] <= bottom <= floor[3], f"{part} is off the mat at {phase:.2f}"
            assert left < right
        assert place("bo_side", "bicycle", phase, "head") == place("bo_side", "bicycle", 0.0, "head")
        hip, ankle = limb_ends("bo_side", "bicycle", phase, "leg_n")
        assert ankle[1] < floor[1] - 20, "the foot rides in the air"
        assert math.dist(hip, ankle) < sum(LIBRARY.rig("bo_side").limbs["leg_n"].len), "the knee never locks"
    lifted = extent("bo_side", "wrong_bicycle", 0.0, {"head"})
    assert lifted[3] < floor[1] - 20, "the mistake has its head off the mat"


def test_the_mermaid_leans_on_straight_arms_with_straight_knees_and_goes_both_ways_to_the_end():
    rig, clip = "bo_side", "ankle_flex"
    turns = [turn(rig, clip, phase, "foot_n") for phase in PHASES]
    assert max(turns) >= -15, "toes far away"
    assert -112 <= min(turns) <= -105, "toes to the nose, about 18 degrees past upright: as far as a child's ankle goes"
    ground = LIBRARY.rig(rig).origin[1]
    for phase in PHASES:
        shoulder, _ = limb_ends(rig, clip, phase, "arm_n")
        left, _, right, bottom = extent(rig, clip, phase, {"hand_n"})
        assert abs(bottom - ground) <= 30 and (left + right) / 2 < shoulder[0], "the hand is on the floor behind"
        assert abs(pose_at(LIBRARY.rig(rig), clip, phase)["arm_n"]["bend"]) <= 0.15
        assert pose_at(LIBRARY.rig(rig), clip, phase)["leg_n"]["bend"] == 0
        assert abs(extent(rig, clip, phase, {"foot_n"})[3] - ground) <= 4, "the heel lies on the floor"
    ankles = [limb_ends(rig, clip, phase, "leg_n")[1] for phase in PHASES]
    assert max(math.dist(ankle, ankles[0]) for ankle in ankles) <= 18, "the foot rolls on its heel, the leg stays"


def test_in_the_mermaids_mistake_the_knees_come_up_before_the_shorts_and_below_the_chin():
    """They stood under the chin all the time: a leg grew out of the neck, and nothing moved."""
    tops = {}
    for phase in moments(8):
        knee, hips = (
            extent("bo_side", "wrong_flex", phase, {"leg_n"}),
            extent("bo_side", "wrong_flex", phase, {"short_n"}),
        )
        assert knee[2] > hips[2] + 20, "the shin stands before the thigh"
        assert knee[1] >= extent("bo_side", "wrong_flex", phase, {"mouth"})[3] + 8, f"{phase:.2f}: in the face"
        tops[phase] = knee[1]
    straight = extent("bo_side", "ankle_flex", 0.0, {"leg_n"})[1]
    assert abs(tops[0.0] - straight) <= 20 and tops[0.5] <= straight - 60


def test_in_the_mermaids_mistake_the_feet_do_as_in_the_right_way_and_an_arrow_tells_of_the_knees_alone():
    """Feet that pointed in both pictures, beside a pale knee, were taken for the fault."""
    ground = LIBRARY.rig("bo_side").origin[1]
    assert key_phases(LIBRARY.rig("bo_side"), "wrong_flex")[0] == 0.5, "what a card and a how-to end with"
    flexed, long = (turn("bo_side", "wrong_flex", phase, "foot_n") for phase in (0.5, 0.0))
    assert flexed <= -65 and long >= -15, "toes to the nose, toes far away"
    for phase in (0.0, 0.5):
        assert abs(extent("bo_side", "wrong_flex", phase, {"foot_n"})[3] - ground) <= 8, "the heel is on the floor"
    arrow, thigh = (extent("bo_side", "wrong_flex", 0.5, {part}) for part in ("knee_up", "short_n"))
    heel = extent("bo_side", "wrong_flex", 0.5, {"foot_n"})[0]
    assert thigh[2] - 16 <= arrow[0] and arrow[2] <= heel + 16, "in the room under the knee"


@pytest.mark.parametrize("foot", ["n", "f"])
def test_the_sun_goes_from_heel_to_toes_under_a_foot_that_walks_in_the_wood(foot: str):
    """Nobody knew what a plain walk was to train."""
    begins = 0.0 if foot == "n" else 0.5
    under = []
    for share in (0.02, 0.2, 0.34, 0.44):
        phase = (begins + share) % 1
        assert pose_at(LIBRARY.rig("bo_side"), "walk", phase)[f"glow_{foot}"]["op"] == 1
        sun, sole = (extent("bo_side", "walk", phase, {f"{part}_{foot}"}) for part in ("glow", "foot"))
        under.append(((sun[0] + sun[2]) / 2 - sole[0]) / (sole[2] - sole[0]))
    assert under == sorted(under) and under[0] <= 0.3 and under[-1] >= 0.5
    assert pose_at(LIBRARY.rig("bo_side"), "walk", (begins + 0.7) % 1)[f"glow_{foot}"]["op"] == 0


def test_the_grown_up_holds_the_cubs_paw_in_the_wood_and_two_hands_are_seen():
    """Two browns that met were taken for one lump, and for one long arm."""
    scene = LIBRARY.rig("forest_walk")

    def hand(actor: str, clip: str, part: str, phase: float) -> tuple[float, float]:
        own = scene.actors[actor]
        (x, y), (x0, y0) = place(own.rig, clip, phase, part), LIBRARY.rig(own.rig).origin
        return own.at[0] + own.scale * (x - x0), own.at[1] + own.scale * (y - y0)

    for phase in PHASES:
        apart = math.dist(hand("parent", "stroll", "hand_n", phase), hand("bo", "walk_hand", "hand_f", phase))
        assert 24 <= apart <= 60, f"{phase:.2f}: {apart:.0f}"
    assert scene.actors["parent"].z > scene.actors["bo"].z, "the larger hand lies round the smaller one"
    assert pose_at(LIBRARY.rig("parent_side"), "stroll", 0.0)["hand_n"]["svg"] == "bo/hand_holds.svg"
    assert pose_at(LIBRARY.rig("bo_side"), "walk_hand", 0.0)["rim_f"]["show"]


def test_heels_stay_down_in_the_squat_and_thighs_come_level():
    rig, clip = "bo_side", "squat"
    lows = []
    for phase in PHASES:
        for foot in ("foot_n", "foot_f"):
            pose = pose_at(LIBRARY.rig(rig), clip, phase)[foot]
            assert pose.get("y", 0) == 0 and pose.get("rot", 0) == 0
        lows.append(limb_ends(rig, clip, phase, "leg_n")[0][1])
    ankle = limb_ends(rig, clip, 0.47, "leg_n")[1]
    assert max(lows) - min(lows) >= 50, "down and up are seen"
    shin = LIBRARY.rig(rig).limbs["leg_n"].len[1]
    assert 0 < ankle[1] - max(lows) <= shin, "the seat comes down to the knees"


@pytest.mark.parametrize("side", ["n", "f"])
def test_knees_come_over_the_toes_in_the_squat_and_not_beyond_them(side: str):
    heel, _, toes, _ = extent("bo_side", "squat", 0.47, {f"foot_{side}"})
    knee = extent("bo_side", "squat", 0.47, {f"leg_{side}", f"knee_{side}"})[2]
    assert heel + 0.85 * (toes - heel) <= knee <= toes + 12
    standing = extent("bo_side", "squat", 0.0, {f"leg_{side}", f"knee_{side}"})[2]
    assert knee - standing >= 20, "they go forward"


SECOND_TOE = 0.65  # of a foot's width seen from the front, from its outer side


@pytest.mark.parametrize("side", ["l", "r"])
def test_knees_stay_over_the_second_toes_of_parallel_feet_in_the_squat_from_the_front(side: str):
    for phase in PHASES:
        left, _, right, _ = extent("bo_front", "squat", phase, {f"foot_{side}"})
        outer, inner = (left, right) if side == "l" else (right, left)
        knee = extent("bo_front", "squat", phase, {f"knee_{side}"})
        assert abs((knee[0] + knee[2]) / 2 - (outer + SECOND_TOE * (inner - outer))) <= 18
        assert turn("bo_front", "squat", phase, f"foot_{side}") in (0.0, 180.0, -180.0)


def test_the_giraffes_heels_never_come_down_and_stand_straight_over_their_feet_in_the_close_up():
    standing = pose_at(LIBRARY.rig("feet_front"), "tiptoe", 0.25)
    assert not standing["foot_l"].get("morph") and not standing["foot_r"].get("morph")
    rolled = [pose_at(LIBRARY.rig("feet_front"), "wrong_tiptoe", phase)["foot_l"]["morph"] for phase in PHASES]
    assert max(rolled) == pytest.approx(1, abs=0.05), "the mistake rolls one out"
    assert 0.4 <= min(rolled) <= 0.6, "it is seen to move, and at no moment looks like the straight one beside it"


def test_the_seals_ball_goes_from_one_ring_to_the_other_and_is_put_down_in_the_middle_of_it():
    """Carried by a third of its width it was taken for a ball that goes round in the air."""
    for phase, ring in ((0.05, "ring"), (0.5, "ring_to")):
        ball, on = place("otto_seat", "ball_lift", phase, "ball"), place("otto_seat", "ball_lift", phase, ring)
        assert abs(ball[0] - on[0]) <= 2
    carried = [place("otto_seat", "ball_lift", phase, "ball")[0] for phase in PHASES]
    ball = extent("otto_seat", "ball_lift", 0.0, {"ball"})
    assert max(carried) - min(carried) >= 0.8 * (ball[2] - ball[0])


def test_in_the_seals_mistake_the_ankles_hold_the_ball_above_both_feet_and_it_slips_through_between_them():
    """One foot was behind the ball, which lay beside it: nobody saw that the feet do not hold it."""
    feet = {side: extent("otto_seat", "wrong_ball", 0.2, {f"foot_{side}"}) for side in "lr"}
    ball, arrow = (extent("otto_seat", "wrong_ball", 0.2, {part}) for part in ("ball", "slips"))
    assert ball[3] <= (feet["l"][1] + feet["l"][3]) / 2
    assert feet["l"][2] < arrow[0] and arrow[2] < feet["r"][0] and arrow[1] >= ball[3], (
        "it points down between the feet"
    )
    rig = LIBRARY.rig("otto_seat")
    assert pose_at(rig, "wrong_ball", 0.2)["slips"]["op"] == 1
    lost = extent("otto_seat", "wrong_ball", 0.54, {"ball"})
    assert lost[3] - ball[3] >= 35 and lost[0] + lost[2] == ball[0] + ball[2], "straight down"
    for phase in (0.54, 0.84):
        lost = extent("otto_seat", "wrong_ball", phase, {"ball"})
        for side in "lr":
            assert pose_at(rig, "wrong_ball", 0.2)[f"foot_{side}"]["z"] > pose_at(rig, "wrong_ball", 0.2)["ball"]["z"]
            foot = extent("otto_seat", "wrong_ball", phase, {f"foot_{side}"})
            hidden = min(foot[2], lost[2]) - max(foot[0], lost[0])
            assert hidden <= 0.25 * (foot[2] - foot[0]), "both feet are seen"


def test_the_ball_that_the_seals_ankles_squeeze_is_seen_whole_at_the_ankles_with_one_arrow_alone():
    """Half behind the thighs it was between the knees, and three arrows at once pointed three ways."""
    rig = LIBRARY.rig("otto_seat")
    pose = pose_at(rig, "wrong_ball", 0.2)
    over = [name for name in ("knee_l", "knee_r") if rig.parts[name].z > pose["ball"]["z"]]
    assert not over and all(
        rig.limbs[f"{limb}_{side}"].z < pose["ball"]["z"] for limb in ("short", "leg") for side in "lr"
    )
    ball = extent("otto_seat", "wrong_ball", 0.2, {"ball"})
    for side, edge in (("l", ball[0]), ("r", ball[2])):
        ankle = limb_ends("otto_seat", "wrong_ball", 0.2, f"leg_{side}")[1]
        assert abs(edge - ankle[0]) <= 25, "it is at the ankles"
    shown = [name for name, spec in rig.parts.items() if spec.svg == "fx/rises.svg" and pose[name].get("show")]
    assert shown == ["slips"] and pose["slips"]["op"] == 1
    told = [phase for phase in PHASES if place("otto_seat", "wrong_ball", phase, "ball")[1] <= 410]
    assert len(told) >= 0.4 * len(PHASES), "that it is squeezed is seen longer than that it rolls away"
    assert pose_at(rig, "wrong_ball", 0.0)["slips"]["op"] == 1, "and from its first moment"


def test_the_seals_lost_ball_rolls_away_from_feet_that_hold_nothing():
    """Lying between the feet it looked like one that is about to be lifted."""
    ball = extent("otto_seat", "wrong_ball", 0.84, {"ball"})
    feet = extent("otto_seat", "wrong_ball", 0.84, {"foot_l", "foot_r"})
    assert ball[0] >= feet[2] - 25


def test_the_seals_rings_are_unbroken_lines_and_as_wide_as_leaves_no_doubt_where_the_ball_goes():
    """Dots as thin as grass were seen by nobody, and rings beside one another were slippers."""
    drawing = LIBRARY.shapes(LIBRARY.rig("otto_seat").parts["ring"].svg)
    assert "dasharray" not in drawing
    assert float(re.findall(r'stroke="#FFF6E6" stroke-width="([\d.]+)"', drawing)[0]) >= 7
    first, second = (extent("otto_seat", "ball_lift", 0.3, {ring}) for ring in ("ring", "ring_to"))
    ball = extent("otto_seat", "ball_lift", 0.3, {"ball"})
    assert all(ring[2] - ring[0] >= ball[2] - ball[0] for ring in (first, second)), "room for the ball"
    assert second[0] - first[2] >= 20, "two places"


def test_the_seals_rings_lie_before_its_feet_and_the_chair():
    for ring in ("ring", "ring_to"):
        on = extent("otto_seat", "ball_lift", 0.3, {ring})
        for phase in (0.0, 0.52):
            feet = extent("otto_seat", "ball_lift", phase, {"foot_l", "foot_r"})
            assert on[3] >= feet[3] + 15, "nearer to us than the feet"
        assert (on[1] + on[3]) / 2 > extent("otto_seat", "ball_lift", 0.3, {"chair"})[3]
        assert LIBRARY.rig("otto_seat").parts[ring].z > LIBRARY.rig("otto_seat").parts["chair"].z


def test_the_seals_ball_lies_in_its_ring_and_the_feet_that_put_it_down_stay_beside_it():
    for phase, ring in ((0.0, "ring"), (0.52, "ring_to")):
        ball, on = extent("otto_seat", "ball_lift", phase, {"ball"}), extent("otto_seat", "ball_lift", phase, {ring})
        assert on[0] < ball[0] and ball[2] < on[2] and on[1] < ball[3] - 16 and on[3] > ball[3] + 16, (
            "the ring goes round it"
        )
        gap = extent("otto_seat", "ball_lift", phase, {"foot_r"})[0] - ball[2]
        assert gap <= 12, f"{phase}: the foot stands {gap:.0f} away"
    for phase in (0.24, 0.72):
        ball = extent("otto_seat", "ball_lift", phase, {"ball"})
        assert ball[3] <= extent("otto_seat", "ball_lift", phase, {"ring"})[1] - 20, "lifted clear of both"


@pytest.mark.parametrize("radius", [RADIUS, HOW_TO_RADIUS])
def test_the_seals_feet_stay_within_their_window_wherever_they_carry_the_ball(radius: float):
    lens = read_shipped().exercises["seal_ball"].demonstration.lens
    assert lens
    for phase in PHASES:
        left, _, right, bottom = extent("otto_seat", "ball_lift", phase, {"foot_l", "foot_r"})
        for x in (left, right):
            assert math.dist((x, bottom), (lens.x, lens.y)) * lens.zoom <= radius, f"{phase:.2f}"


def test_the_seals_shins_and_ball_are_seen_at_the_top_of_the_lift():
    for phase in moments(12):
        ball = extent("otto_seat", "ball_lift", phase, {"ball"})
        assert ball[3] - ball[1] >= 100
        for side in ("l", "r"):
            knee, foot = (place("otto_seat", "ball_lift", phase, f"{part}_{side}") for part in ("knee", "foot"))
            assert foot[1] - knee[1] >= 60, f"{phase:.2f}: the shin is hidden"


@pytest.mark.parametrize("side", ["l", "r"])
def test_a_thigh_of_who_sits_is_bare_and_narrows_to_the_knee_and_the_trousers_end_well_before_it(side: str):
    """In trousers of one width that ended in a ring round the knee it was a rolled towel, carried across the lap."""
    rig = LIBRARY.rig("otto_seat")
    thigh, short = rig.limbs[f"thigh_{side}"], rig.limbs[f"short_{side}"]
    assert thigh.w[0] > thigh.w[1] > thigh.w[2] and thigh.fill == "light" and thigh.z < short.z
    assert short.t[1] <= 0.4 and short.a == thigh.a and short.b == thigh.b
    assert "#2F8C88" not in LIBRARY.shapes(rig.parts[f"knee_{side}"].svg), "no cloth on the knee"
    for phase in moments(12):
        knee = extent("otto_seat", "ball_lift", phase, {f"knee_{side}"})
        assert abs((knee[2] - knee[0]) - thigh.w[2]) <= 8, f"{phase:.2f}: the knee is the thigh's own end"


def test_the_ball_between_the_seals_ankles_is_squeezed_and_round_again_when_it_falls():
    ball = extent("otto_seat", "ball_lift", 0.0, {"ball"})
    squeezed, lost = (extent("otto_seat", "wrong_ball", phase, {"ball"}) for phase in (0.2, 0.54))
    assert squeezed[2] - squeezed[0] <= 0.92 * (ball[2] - ball[0]) and squeezed[3] - squeezed[1] > ball[3] - ball[1]
    assert lost[2] - lost[0] == pytest.approx(ball[2] - ball[0], abs=2)
    for side, out in (("l", -1), ("r", 1)):
        assert out * pose_at(LIBRARY.rig("otto_seat"), "wrong_ball", 0.2)[f"foot_{side}"]["rot"] >= 6, (
            "feet hang, soles away from it"
        )


# ---------------------------------------------------------------- mistakes
MISTAKES = [e.demonstration.mistake for e in read_shipped().exercises.values() if e.demonstration.mistake]


@pytest.mark.parametrize("exercise", read_shipped().exercises.values(), ids=lambda e: e.id)
def test_a_mistake_is_seen_from_a_side_from_which_the_right_way_is_shown(exercise: Exercise):
    """Only a foot that leaves the floor, beside feet that are seen from above, is seen from its side: from above it was
    taken for one that slides or tips."""
    shown = exercise.demonstration
    if shown.mistake and shown.right.rig == "feet_top":
        assert not shown.lens and leaves_the_floor(shown.mistake)
        return
    assert not shown.mistake or shown.mistake.rig in {shown.right.rig, shown.lens.rig if shown.lens else ""}


def leaves_the_floor(clip: Clip) -> bool:
    """Whether there is room to look through under the whole foot."""
    feet = [extent(clip.rig, clip.clip, phase, {"foot"})[3] for phase in PHASES]
    return max(feet) - min(feet) >= 100


@pytest.mark.parametrize("clip", MISTAKES, ids=lambda c: f"{c.rig}-{c.clip}")
def test_nobody_smiles_in_a_mistake(clip: Clip):
    rig = LIBRARY.rig(clip.rig)
    shown = {name: own.get("svg", "") for name, own in pose_at(rig, clip.clip, 0.3).items()}
    for name, actor in rig.actors.items():
        of = pose_at(
            LIBRARY.rig(actor.rig), str(pose_at(rig, clip.clip, 0.3).get(name, {}).get("clip", actor.clip)), 0.3
        )
        shown |= {f"{name} {part}": own.get("svg", "") for part, own in of.items()}
    assert any("puzzled" in svg for svg in shown.values()), shown


def test_in_the_ducklings_mistake_the_feet_are_flat_and_lifted_no_higher_than_in_the_right_walk():
    rig = LIBRARY.rig("bo_front")
    for phase in PHASES:
        wrong = pose_at(rig, "wrong_duckling", phase)
        assert all(wrong[f"foot_{side}"]["svg"] == "foot_flat" for side in "lr")
        assert all(wrong[f"foot_{side}"]["y"] >= -20 for side in "lr"), f"{phase:.2f}: a high leg is another exercise"
    flat, edge = (extent("bo_front", clip, 0.5, {"glow_l"}) for clip in ("wrong_duckling", "duckling_walk"))
    assert flat[2] - flat[0] >= 1.6 * (edge[2] - edge[0]), "the whole sole touches"


def test_each_way_of_the_parade_wears_the_cap_of_the_animal_that_is_called():
    """On the outer edges the head was bare: that seemed to mean walk as ever."""
    rig = LIBRARY.rig("bo_side")
    caps = {}
    for way, _ in rig.clips["animal_parade_3"].seq:
        pose = pose_at(rig, way, 0.25)["hat"]
        assert pose["show"] == 1
        caps[way] = pose["svg"]
    assert caps == {f"parade_{animal}": f"props/hat_{animal}.svg" for animal in ("giraffe", "penguin", "bear")}
    fur = rig.colours["fur"]
    assert fur not in LIBRARY.shapes("props/hat_bear.svg"), "no second head of the same fur"


def test_in_the_parades_mistake_only_the_running_differs_from_the_right_way():
    """No hat and hanging arms were taken for the fault."""
    rig = LIBRARY.rig("bo_side")
    for phase in PHASES:
        wrong, right = (pose_at(rig, clip, phase) for clip in ("wrong_parade", "parade_giraffe"))
        assert wrong["hat"] == right["hat"]
        for arm in ("arm_n", "arm_f"):
            (_, shoulder), (_, hand) = limb_ends("bo_side", "wrong_parade", phase, arm)
            assert hand < shoulder - 80, f"{phase:.2f}: the arm is not up"
        assert abs(turn("bo_side", "wrong_parade", phase, "torso")) <= 10, f"{phase:.2f}: it stoops"
    for foot in ("foot_n", "foot_f"):
        lifted = [place("bo_side", "wrong_parade", phase, foot)[1] for phase in PHASES]
        walked = [place("bo_side", "parade_giraffe", phase, foot)[1] for phase in PHASES]
        assert max(lifted) - min(lifted) >= 2 * (max(walked) - min(walked)), "it runs"
    assert rig.duration("wrong_parade") <= 0.6 * rig.duration("parade_giraffe")
    assert pose_at(rig, "wrong_parade", 0.1)["streaks"]["show"] and "streaks" not in pose_at(rig, "parade_giraffe", 0.1)


def test_the_starfishs_toes_open_wide_and_in_the_mistake_the_whole_foot_jumps_with_shut_toes():
    rig = LIBRARY.rig("foot_top")

    def spread(clip: str, phase: float) -> float:
        pose = pose_at(rig, clip, phase)
        return pose["toe5"]["rot"] - pose["toe1"]["rot"]

    assert 70 <= spread("toe_fan", 0.46) <= 80, "wide, and no hand"
    assert spread("toe_fan", 0.0) == spread("toe_fan", 0.95) <= -20, "shut is one toe at the other, and no foot at rest"
    side = LIBRARY.rig("foot_side")
    moved = [pose_at(side, "wrong_starfish", phase) for phase in PHASES]
    assert not any(own.get(toe) for own in moved for toe in side.chains), "the toes do nothing"
    floor = extent("foot_side", "wrong_starfish", 0.0, {"foot"})[3]
    for phase in (0.3, 0.4, 0.5):
        assert floor - extent("foot_side", "wrong_starfish", phase, {"foot"})[3] >= 100, "room under heel and toes"
    for mark in ("rises", "rises_arch"):
        arrow = extent("foot_side", "wrong_starfish", 0.4, {mark})
        foot = extent("foot_side", "wrong_starfish", 0.4, {"foot"})
        assert foot[3] <= arrow[1] + 4 and foot[0] <= arrow[0] and arrow[2] <= foot[2] + 90, "in that room"


def test_in_the_ribbons_mistake_the_heel_slides_back_over_the_floor_with_the_cloth_and_an_arrow_tells_where_to():
    """It stood as the right foot stands, a hair above the floor."""
    rig, before, after = LIBRARY.rig("foot_side"), 0.0, key_phases(LIBRARY.rig("foot_side"), "wrong_towel")[0]
    for part in ("foot", "cloth"):
        begins, ends = (extent("foot_side", "wrong_towel", phase, {part})[0] for phase in (before, after))
        assert begins - ends >= 90, f"the {part} goes along"
    floor = extent("foot_side", "towel", 0.0, {"foot"})[3]
    assert all(abs(extent("foot_side", "wrong_towel", phase, {"foot"})[3] - floor) <= 4 for phase in PHASES)
    assert pose_at(rig, "wrong_towel", after)["back"]["op"] == 1
    assert extent("foot_side", "wrong_towel", after, {"back"})[1] >= floor - 2, "below the foot, over nothing of it"
    assert abs(turn("foot_side", "wrong_towel", after, "back")) == pytest.approx(90, abs=1)
    left, _, right, _ = extent("foot_side", "wrong_towel", after, {"back"})
    slid = pose_at(rig, "wrong_towel", before)["foot"]["x"] - pose_at(rig, "wrong_towel", after)["foot"]["x"]
    assert right - left >= 1.2 * slid, "longer than the way it tells of: of a short one nobody took notice"


def test_an_outline_stays_where_the_foot_stood_that_slides_away_with_the_ribbon():
    """Without it a foot that has slid stands like any other: for nearly half of those who looked nothing was wrong."""
    rig = LIBRARY.rig("foot_side")
    pose = pose_at(rig, "wrong_towel", key_phases(rig, "wrong_towel")[0])
    assert pose["was_here"]["op"] == 1 and pose["was_here"].get("x", 0) == 0, "it does not go along"
    assert rig.parts["was_here"].z < rig.parts["foot"].z, "behind the foot"
    began = extent("foot_side", "wrong_towel", 0.0, {"foot", "toe1", "toe2", "toe3", "toe4"})
    ended = extent("foot_side", "wrong_towel", 0.6, {"foot", "toe1", "toe2", "toe3", "toe4"})
    line = extent("foot_side", "wrong_towel", 0.6, {"was_here"})
    assert abs(line[2] - began[2]) <= 24 and abs(line[3] - began[3]) <= 16, "round the toes, on the floor"
    assert line[2] - ended[2] >= 60, "seen before the toes that have gone"


# ---------------------------------------------------------------- to choose from
def test_no_two_exercises_of_one_friend_are_told_by_the_same_clip_where_whole_friends_stand():
    """On the map and to choose from. Two bears from the front, one with bent knees, were taken for one."""
    shown = {}
    for exercise in read_shipped().exercises.values():
        if own := LIBRARY.figure(exercise.id):
            shown[exercise.id] = own.friend, own.clip, own.clip == "idle" and exercise.id
    assert len(set(shown.values())) == len(shown)
    assert shown["lift_ride"][0] != shown["bear_walk"][0], "one of them from the side"
