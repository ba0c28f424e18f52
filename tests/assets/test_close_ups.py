"""A close-up shows what the friend beside it does, from the side from which it can be told."""

from __future__ import annotations

import math
import re

import pytest

from game.core.content import Clip, Exercise, Position
from game.data.levels.playable import read_shipped
from game.puppet.landscape import Landscape, contrast, tones
from game.puppet.rig import key_phases, pose_at
from game.scenes.session.demonstration import host
from game.ui.art.lens import RADIUS
from tests.player import Player
from tests.puppet_points import FINE, LIBRARY, alone, extent, limb_ends, moments, place, turn

EXERCISES = read_shipped().exercises
PHASES = moments(48)


def lens_ways(exercise: str) -> dict[str, Clip]:
    """The close-up of each way of walking, by the friend's own clip."""
    shown = EXERCISES[exercise].demonstration
    assert shown.lens
    rows = [LIBRARY.rig(rig).clips[clip].seq for rig, clip in (
        (shown.right.rig, shown.right.clip), (shown.lens.rig, shown.lens.clip),
    )]  # fmt: skip
    return {figure: Clip(shown.lens.rig, close) for (figure, _), (close, _) in zip(*rows, strict=True)}


def test_the_parade_is_seen_close_from_the_side_from_which_the_friend_is_seen_all_the_time():
    """From the front with the outer edges alone, the child seemed to have turned round with the third animal."""
    shown = EXERCISES["animal_parade"].demonstration
    assert shown.lens and shown.mistake
    for way, clip in (*lens_ways("animal_parade").items(), ("wrong_parade", shown.mistake)):
        rig = LIBRARY.rig(clip.rig)
        (spec,) = rig.actors.values()
        assert spec.rig == shown.right.rig and spec.at == LIBRARY.rig(spec.rig).origin and spec.scale == 1
        playing = {pose_at(rig, clip.clip, phase).get("side", {}).get("clip", spec.clip) for phase in PHASES}
        assert playing == {way}
    assert shown.beside_mistake is shown.lens, "and the how-to shows the feet, which are the lesson, large"


CLOSE = [
    (figure, lens)
    for e in EXERCISES.values() if e.demonstration.lens
    for figure, lens in (
        ((f"{e.demonstration.right.rig}/{way}", clip) for way, clip in lens_ways(e.id).items())
        if LIBRARY.rig(e.demonstration.right.rig).clips[e.demonstration.right.clip].seq
        else zip(
            (f"{c.rig}/{c.clip}" for c in (e.demonstration.right, *e.demonstration.variants)),
            (
                Clip(e.demonstration.lens.rig, name)
                for name, _ in LIBRARY.rig(e.demonstration.lens.rig).clips[e.demonstration.lens.clip].seq
                or ((e.demonstration.lens.clip, 1),)
            ),
        )
    )
]  # fmt: skip


@pytest.mark.parametrize(("figure", "close"), CLOSE, ids=lambda c: c if isinstance(c, str) else f"{c.rig}/{c.clip}")
def test_calm_pictures_show_the_same_moments_in_the_close_up_as_beside_it(figure: str, close: Clip):
    """Both go on at the same time from one key pose to the next."""
    rig, walk = figure.split("/")
    shown, seen = key_phases(LIBRARY.rig(rig), walk), key_phases(LIBRARY.rig(close.rig), close.clip)
    assert seen == pytest.approx(shown, abs=0.06)


@pytest.mark.parametrize(("close", "figure"), [("stone_grip", "stones_walk"), ("rope_grip", "rope_walk")])
def test_the_foot_over_stones_and_rope_steps_when_the_friends_far_foot_does(close: str, figure: str):
    lens, otto = LIBRARY.rig("foot_side"), LIBRARY.rig("otto_side")
    assert lens.duration(close) == otto.duration(figure)
    stands = max(pose_at(lens, close, phase)["foot"]["y"] for phase in PHASES)
    far = max(pose_at(otto, figure, phase)["foot_f"]["y"] for phase in PHASES)
    for phase in PHASES:
        if min(abs(phase - edge) for edge in (0.0, 0.47, 1.0)) < 0.04:
            continue  # a foot that is just coming off or down
        is_down = pose_at(lens, close, phase)["foot"]["y"] >= stands - 1
        assert is_down is (pose_at(otto, figure, phase)["foot_f"]["y"] >= far - 1), f"{phase:.2f}"


def test_the_penguins_close_up_steps_when_its_near_foot_does():
    """Out of step with the foot that is seen whole, it was taken for another exercise."""
    lens, pippa = LIBRARY.rig("foot_side"), LIBRARY.rig("pippa_side")
    assert lens.duration("heel_stand") == pippa.duration("penguin_walk")
    for phase in PHASES:
        if min(abs(phase - edge) for edge in (0.0, 0.5, 0.98)) < 0.03:
            continue  # a foot that is just coming off or down
        close, near = (
            pose_at(rig, clip, phase)[foot]["y"] >= -1
            for rig, clip, foot in ((lens, "heel_stand", "foot"), (pippa, "penguin_walk", "foot_n"))
        )
        assert close is near, f"{phase:.2f}"
        lit = (
            pose_at(lens, "heel_stand", phase)["glow_heel"]["op"],
            pose_at(pippa, "penguin_walk", phase)["glow_n"]["op"],
        )
        assert lit == (close, close), f"{phase:.2f}: it is lit while it stands"


def test_the_giraffes_heel_is_high_above_the_floor_in_its_close_up_and_steps_with_the_near_foot():
    """From the front nobody saw that heels are up."""
    lens, tik = LIBRARY.rig("foot_side"), LIBRARY.rig("tik_side")
    assert lens.duration("toe_stand") == tik.duration("giraffe_walk")
    floor = lens.origin[1]
    down = max(extent("foot_side", "toe_stand", phase, {"toe1"})[3] for phase in PHASES)
    assert abs(down - floor) <= 12, "the big toe's near edge"
    for phase in PHASES:
        heel = place("foot_side", "toe_stand", phase, "foot", (200, 398))
        assert floor - heel[1] >= 100, f"{phase:.2f}"
        if min(abs(phase - edge) for edge in (0.0, 0.5, 0.98)) < 0.03:
            continue  # a foot that is just coming off or down
        stands = pose_at(tik, "giraffe_walk", phase)["foot_n"]["y"] >= -1
        toes = extent("foot_side", "toe_stand", phase, {"toe1"})[3]
        assert (toes >= down - 4) is stands, f"{phase:.2f}: the toes end {down - toes:.0f} above where they stood"
        assert pose_at(lens, "toe_stand", phase)["glow_toes"]["op"] == stands, "it is lit while it stands"


def test_the_giraffes_lens_looks_from_the_side_in_play_and_as_its_mistake_does_beside_it():
    rig, shown = LIBRARY.rig("feet_front"), EXERCISES["giraffe_walk"].demonstration
    assert shown.lens and shown.mistake and shown.mistake.rig == shown.lens.rig == "feet_front"
    beside = rig.in_window(shown.lens.clip)
    for clip, side in ((shown.lens.clip, 1), (beside, 0), (shown.mistake.clip, 0)):
        for phase in moments(8):
            pose = pose_at(rig, clip, phase)
            feet = [pose.get(f"foot_{one}", {}).get("show", 1) for one in "lr"]
            assert pose.get("side", {}).get("show", rig.actors["side"].show) == side and feet == [1 - side] * 2, clip


@pytest.mark.parametrize(("close", "under"), [("stone_grip", ("stone", "stone_next")), ("rope_grip", ("rope",))])
def test_what_a_foot_stands_on_keeps_still_and_passes_while_the_foot_is_lifted(close: str, under: tuple[str, ...]):
    standing = [phase for phase in PHASES if phase >= 0.5]
    for part in under:
        assert len({round(place("foot_side", close, phase, part)[0], 2) for phase in standing}) == 1
    way = abs(place("foot_side", close, 0.999, under[0])[0] - place("foot_side", close, 0.0, under[0])[0])
    assert way >= 300


def test_a_foot_on_tiptoe_is_seen_from_the_front_with_five_toes_an_ankle_and_a_heel_behind_it():
    """From behind, without toes, nobody took it for a foot."""
    drawing = LIBRARY.shapes("foot/front_tiptoe.svg")
    assert drawing.count("#FCE3D2") == 5, "a nail on every toe"
    left, top, right, bottom = extent("feet_front", "tiptoe", 0.25, {"foot_l"})
    foot, (x, y) = alone("feet_front", "tiptoe", 0.25, {"foot_l"})

    def width(share: float) -> int:
        row = round((top + share * (bottom - top) - y) * 0.5)
        return sum(foot.get_at((column, row)) for column in range(foot.get_size()[0]))

    assert width(0.85) >= 1.4 * width(0.3), "wide at the toes, narrow at the ankle"
    assert bottom - top >= 1.6 * (right - left), "steep"
    knee, ankle = limb_ends("feet_front", "tiptoe", 0.25, "leg_l")
    assert knee[1] < ankle[1]


PULLS = [round(half + 0.14 * i, 2) for half in (0.0, 0.48) for i in range(3)]  # when each move of the crab begins
HOLDS, FOLLOWS = 0.08, 0.14  # from its beginning: the toes hold, the heel has come after


WHOLE = [
    ("crab_shuffle", "kva_seat", "crab_shuffle", ("foot_l", "foot_r")),
    ("forest_walk", "bo_side", "walk", ("foot_n", "foot_f")),
]


@pytest.mark.parametrize(("exercise", "rig", "clip", "feet"), WHOLE)
def test_both_feet_are_whole_in_their_window_however_far_apart(
    exercise: str, rig: str, clip: str, feet: tuple[str, ...]
):
    """The outer toes of one were cut off, and half of the other."""
    lens = read_shipped().exercises[exercise].demonstration.lens
    assert lens
    for phase in PHASES:
        for foot in feet:
            mask, (x, y) = alone(rig, clip, phase, {foot})
            away = [math.dist((x + c / FINE, y + r / FINE), (lens.x, lens.y)) for c, r in mask.outline()]
            assert max(away) * lens.zoom <= RADIUS, f"{foot} at {phase:.2f}"


@pytest.mark.parametrize("begins", PULLS)
def test_the_crabs_toes_hold_their_place_on_the_floor_while_they_pull_the_foot_to_them(begins: float):
    held = [begins + HOLDS + (FOLLOWS - HOLDS) * i / 12 for i in range(13)]
    sun = [place("kva_seat", "crab_shuffle", phase, "glow_l")[0] for phase in held]
    assert max(sun) - min(sun) <= 3, "the sun stays where they hold"
    feet = [place("kva_seat", "crab_shuffle", phase, "foot_l") for phase in held]
    assert abs(feet[-1][0] - feet[0][0]) >= 16, "the foot comes after"
    assert {y for _, y in feet} == {place("kva_seat", "crab_shuffle", 0, "foot_l")[1]}, "and never leaves the floor"
    assert pose_at(LIBRARY.rig("kva_seat"), "crab_shuffle", held[0])["foot_l"]["morph"] in (2, 6), "curled toes"


@pytest.mark.parametrize("side", ["l", "r"])
@pytest.mark.parametrize("begins", PULLS)
def test_the_crabs_own_toes_stay_where_they_hold_and_only_the_heel_comes_to_them(begins: float, side: str):
    """The sun lay still, but the toes slid off it: feet that slide were what everybody saw."""

    def ends(phase: float) -> tuple[float, float]:
        """Where the toes' row ends towards the little toe, and where the ankle does."""
        mask, (x, y) = alone("kva_seat", "crab_shuffle", phase, {f"foot_{side}"})
        w, h = mask.get_size()
        outer = min if side == "l" else max
        rows = round((500 - y) * FINE), round((446 - y) * FINE)
        toes, ankle = (outer(c for c in range(w) if mask.get_at((c, min(row, h - 1)))) for row in rows)
        return x + toes / FINE, x + ankle / FINE

    held = [ends(begins + HOLDS + (FOLLOWS - HOLDS - 0.005) * i / 6) for i in range(7)]
    toes, ankles = zip(*held)
    assert max(toes) - min(toes) <= 4
    assert abs(ankles[-1] - ankles[0]) >= 12


def test_the_crabs_foot_moves_only_while_its_toes_hold():
    for begins in PULLS:
        still = [begins + HOLDS * i / 8 for i in range(9)]
        assert len({place("kva_seat", "crab_shuffle", phase, "foot_l") for phase in still}) == 1
        assert {turn("kva_seat", "crab_shuffle", phase, "foot_l") for phase in still} == {0.0}


def test_an_arrow_on_the_floor_points_where_the_crabs_feet_creep():
    """Seen from above with a row of strokes beside it, half of those who knew nothing told a walk from heel to toes."""
    rig = LIBRARY.rig("crab_close")
    for begins in PULLS:
        for side, out in (("l", -1), ("r", 1)):
            before, after = (place("kva_seat", "crab_shuffle", begins + d, f"foot_{side}")[0] for d in (0.0, 0.205))
            own = pose_at(rig, "crab_shuffle", begins + 0.07)[f"way_{side}"]
            points_out = own["sx"] > 0
            assert own["op"] == 1 and points_out is (out * (after - before) > 0)
    for phase in key_phases(rig, "crab_shuffle"):
        assert pose_at(rig, "crab_shuffle", phase)["way_l"]["op"] >= 0.9, "also in the moments that are printed"
    left, right = (extent("crab_close", "crab_shuffle", 0.1, {f"way_{side}"}) for side in "lr")
    feet = extent("kva_seat", "crab_shuffle", 0.0, {"foot_l", "foot_r"})
    assert left[1] >= feet[3] - 4 and left[0] >= feet[0] - 30 and right[2] <= feet[2] + 30 and left[2] < right[0]


def test_the_crabs_arrows_light_up_while_the_toes_pull_and_at_no_other_time():
    """Alike all the time, they told where to and not when."""
    rig = LIBRARY.rig("crab_close")
    for phase in moments(240):
        pose = pose_at(rig, "crab_shuffle", phase)
        if pose["lit_l"]["op"] > 0:
            assert pose["lit_l"]["op"] == pose["lit_r"]["op"] and pose["lit_l"]["sx"] == pose["way_l"]["sx"], phase
            assert any(begins + HOLDS - 0.005 <= phase <= begins + FOLLOWS + 0.01 for begins in PULLS), phase
        if any(begins + HOLDS + 0.015 <= phase <= begins + FOLLOWS - 0.01 for begins in PULLS):
            assert pose["lit_l"]["op"] == 1, phase
    for side in "lr":
        assert place("crab_close", "crab_shuffle", 0.1, f"lit_{side}") == place(
            "crab_close", "crab_shuffle", 0.1, f"way_{side}"
        )


def test_after_each_pull_one_more_stroke_on_the_floor_is_seen_beside_each_of_the_crabs_heels():
    """That a foot has come further was told by nothing that stood still."""
    marks, corner = alone("crab_close", "crab_shuffle", 0.0, {"ticks"})
    strokes = sorted(corner[0] + (box.left + box.right) / 2 / FINE for box in marks.get_bounding_rects())
    assert len(strokes) == 6 and "kva" in LIBRARY.rig("crab_close").actors
    assert LIBRARY.rig("crab_close").parts["ticks"].z < LIBRARY.rig("crab_close").actors["kva"].z, "below the feet"
    rest = 0.0, *(begins + 0.139 for begins in PULLS[:3])
    heels = [extent("kva_seat", "crab_shuffle", phase, {"foot_l"})[2] for phase in rest]
    assert [sum(heel <= x - 2 for x in strokes[:3]) for heel in heels] == [0, 1, 2, 3]
    assert not pose_at(LIBRARY.rig("crab_close"), "wrong_crab", 0.2)["ticks"]["show"], (
        "under feet in the air they told nothing"
    )


@pytest.mark.parametrize("rig", ["kva_seat", "crab_close"])
def test_the_crabs_printed_close_up_shows_toes_that_pull(rig: str):
    """On paper, where nothing moves, all feet lay flat beside one another."""
    last = key_phases(LIBRARY.rig(rig), "crab_shuffle")[-1]
    pose = pose_at(LIBRARY.rig("kva_seat"), "crab_shuffle", last)
    assert 2 <= pose["foot_l"]["morph"] <= 2.5 and pose["glow_l"]["op"] == 1, "curled, on the sun"
    assert pose["foot_r"]["x"] - pose["foot_l"]["x"] >= 10, "and apart"


def test_both_of_the_crabs_feet_move_at_once_and_apart():
    """One after the other, a foot at rest beside one that pulled, nobody saw that the toes pull both apart."""
    for phase in PHASES:
        pose = pose_at(LIBRARY.rig("kva_seat"), "crab_shuffle", phase)
        assert pose["foot_l"]["x"] == -pose["foot_r"]["x"] and pose["foot_l"]["morph"] == pose["foot_r"]["morph"]


@pytest.mark.parametrize("begins", PULLS)
def test_the_crabs_toes_are_curled_all_the_while_the_foot_moves_and_long_enough_before_it_to_be_seen(begins: float):
    """A curl of a sixth of a second was seen by nobody."""
    seconds = LIBRARY.rig("kva_seat").duration("crab_shuffle")
    curled = [begins + 0.0025 * i for i in range(56)]
    curled = [p for p in curled if pose_at(LIBRARY.rig("kva_seat"), "crab_shuffle", p)["foot_l"]["morph"] % 4 >= 2]
    assert (curled[-1] - curled[0]) * seconds >= 0.4
    assert curled[0] <= begins + HOLDS - 0.02, "before it moves"


@pytest.mark.parametrize("begins", PULLS)
def test_the_crabs_toes_reach_to_the_end_and_stay_there_for_a_blink_before_they_curl(begins: float):
    """Only passed through, the reach was in no picture of a moment: toes seemed to curl where they lay."""
    rig, reach = LIBRARY.rig("kva_seat"), (1 if begins < 0.4 else 5)
    at = [
        p
        for p in (begins + 0.001 * i for i in range(80))
        if pose_at(rig, "crab_shuffle", p)["foot_l"]["morph"] == reach
    ]
    assert (at[-1] - at[0]) * rig.duration("crab_shuffle") >= 0.07, "seconds"
    rest, out = (extent("kva_seat", "crab_shuffle", phase, {"foot_l"}) for phase in (begins, at[0]))
    assert abs(out[0] - rest[0]) + abs(out[2] - rest[2]) >= 12, "aside"


CURLED = [
    ("kva/foot_reach.svg", "kva/foot_grip.svg"), ("kva/foot_reach_in.svg", "kva/foot_grip_in.svg"),
    ("kva/foot_rest.svg", "kva/foot_pulled.svg"),
]  # fmt: skip


def parted(drawing: str, like: str) -> list[tuple[float, ...]]:
    """The numbers of each shape of a drawing that is written like this."""
    return [tuple(float(n) for n in found.groups()) for found in re.finditer(like, LIBRARY.shapes(drawing))]


TOE = r'M[-\d.]+ ([\d.]+)L[-\d.]+ [\d.]+C[-\d.]+ [\d.]+ [-\d.]+ ([\d.]+)[^"]*Z" fill="#F8E0B8"'  # its root and its tip


@pytest.mark.parametrize(("long", "curled"), CURLED)
def test_a_curled_toe_is_clearly_shorter_than_a_long_one_and_drawn_back(long: str, curled: str):
    """Bent toes that reached as far down as straight ones were taken for longer ones."""
    before, after = parted(long, TOE), parted(curled, TOE)
    assert len(before) == len(after) == 5
    for (root, tip), (knuckle, end) in zip(before, after):
        assert end - knuckle <= 0.85 * (tip - root), "foreshortened"
        assert tip - end >= 6, "the tip comes back to the ball"


@pytest.mark.parametrize(("long", "curled"), CURLED)
def test_a_curled_toe_shows_its_knuckle_above_the_tip_and_its_nail_at_the_floor(long: str, curled: str):
    nail = r'cy="([\d.]+)" rx="[\d.]+" ry="([\d.]+)" fill="#FFF3DC"'
    flat, hooked = parted(long, nail), parted(curled, nail)
    tips = [[tip for _, tip in parted(drawing, TOE)] for drawing in (long, curled)]
    assert len(flat) == len(hooked) == 5
    for (y, high), (low, thin), above, floor in zip(flat, hooked, *tips):
        assert above - y >= 8 and floor - low <= 2.5 and thin <= 0.4 * high, "it looks down"
    knuckle = r'C[\d. -]+" fill="none"[^>]*stroke-width="3.6"[^>]*stroke-opacity="([\d.]+)"'
    assert parted(curled, knuckle) == [(1.0,)] * 5 and parted(long, knuckle) == [(0.0,)] * 5


@pytest.mark.parametrize(("long", "curled"), CURLED)
def test_half_of_a_curled_toe_looks_down_and_is_dark_and_there_is_no_hole_at_the_heel(long: str, curled: str):
    """Flat and curled looked alike from a little further away: "a child will just slide the feet"."""
    down = r'M[-\d.]+ ([\d.]+)L[^"]*L[-\d.]+ [\d.]+C[^"]*Z" fill="#E9C795" fill-opacity="([\d.]+)"'
    shown, before = parted(curled, down), parted(long, down)
    nails = parted(curled, r'cy="([\d.]+)" rx="[\d.]+" ry="[\d.]+" fill="#FFF3DC"')
    assert len(shown) == len(nails) == 5 and all(dark >= 0.6 for _, dark in shown)
    assert all(tip - knuckle >= 12 for (knuckle, _), (tip,) in zip(shown, nails)), "from the knuckle to the nail"
    assert all(dark == 0 for _, dark in before)
    for drawing in (long, curled):
        assert 'Z" fill="#4A3A2C"' not in LIBRARY.shapes(drawing), "an arch drawn as a dark hole was a riddle"


def test_marks_about_the_crabs_toes_say_when_they_hold_and_are_louder_than_the_way():
    rig = LIBRARY.rig("kva_seat")
    for phase in PHASES:
        pose = pose_at(rig, "crab_shuffle", phase)
        for side in "lr":
            assert pose[f"grips_{side}"]["op"] == pose[f"glow_{side}"]["op"], phase
    left, _, right, _ = extent("crab_close", "crab_shuffle", 0.1, {"way_l"})
    toes = extent("kva_seat", "crab_shuffle", 0.1, {"foot_l"})
    assert right - left <= 0.65 * (toes[2] - toes[0]), "shouting arrows drowned the work of the toes"
    assert not pose_at(rig, "wrong_crab", 0.1)["grips_l"]["show"]


@pytest.mark.parametrize("exercise", ["crab_shuffle", "seal_ball"])
def test_what_toes_and_soles_do_is_shown_close_beside_the_mistake(exercise: str):
    """Beside the whole friend on a chair a foot is a fingernail high."""
    shown = EXERCISES[exercise].demonstration
    assert shown.mistake and shown.lens and shown.beside_mistake is shown.lens


def test_the_sun_lies_under_the_crabs_toes_while_they_hold_and_at_no_other_time():
    """Under the figure's feet it lay all the time: nobody knew what it was."""
    for phase in PHASES:
        own = pose_at(LIBRARY.rig("kva_seat"), "crab_shuffle", phase)["glow_l"]["op"]
        if any(begins + HOLDS <= phase <= begins + 0.125 for begins in PULLS):
            assert own == 1, phase
        if not any(begins + 0.05 < phase < begins + FOLLOWS for begins in PULLS):
            assert own == 0, phase


def test_in_the_crabs_mistake_the_feet_are_lifted_with_room_under_them_and_the_toes_hold_nothing():
    """From above a foot in the air was taken for one that slides."""
    clip = "kva_seat", "wrong_crab"
    floor = extent(*clip, 0.0, {"foot_l"})[3]
    for side in "lr":
        assert floor - extent(*clip, 0.25, {f"foot_{side}"})[3] >= 40
        mark = extent("crab_close", "wrong_crab", 0.25, {f"rises_{side}"})
        assert extent(*clip, 0.25, {f"foot_{side}"})[3] - 8 <= mark[1] and mark[3] <= floor + 8, "in the room under it"
    poses = [pose_at(LIBRARY.rig("kva_seat"), "wrong_crab", phase) for phase in PHASES]
    for own, after in zip(poses, poses[1:]):
        if abs(after["foot_l"]["x"] - own["foot_l"]["x"]) > 4:
            assert min(own["foot_l"]["y"], after["foot_l"]["y"]) < -4, "it goes through the air"
        assert not own["foot_l"]["morph"] and not own["glow_l"]["show"]


@pytest.mark.parametrize(("rig", "clip"), [("otto_seat", "ball_lift"), ("kva_seat", "crab_shuffle")])
def test_shins_of_who_sits_are_longer_than_a_knee_is_wide(rig: str, clip: str):
    for phase in moments(12):
        for side in ("l", "r"):
            knee = extent(rig, clip, phase, {f"knee_{side}"})
            ankle = limb_ends(rig, clip, phase, f"leg_{side}")[1]
            assert ankle[1] - knee[3] >= 20, f"{phase:.2f}"
            assert math.dist(((knee[0] + knee[2]) / 2, (knee[1] + knee[3]) / 2), ankle) >= 80


@pytest.mark.parametrize("side", ["l", "r"])
def test_no_arm_lies_before_a_knee_of_the_seal(side: str):
    for phase in moments(12):
        pose, rig = pose_at(LIBRARY.rig("otto_seat"), "ball_lift", phase), LIBRARY.rig("otto_seat")
        assert (
            pose[f"hand_{side}"]["z"] < rig.limbs[f"short_{side}"].z
            and pose[f"arm_{side}"]["z"] < rig.limbs[f"short_{side}"].z
        )


def test_the_mermaids_legs_are_as_long_as_her_feet_beyond_the_shorts():
    shorts = extent("bo_side", "ankle_flex", 0.4, {"short_n"})
    heel = extent("bo_side", "ankle_flex", 0.4, {"foot_n"})
    foot = extent("bo_side", "ankle_flex", 0.0, {"foot_n"})
    assert heel[2] - shorts[2] >= 0.85 * (foot[2] - foot[0])


@pytest.mark.parametrize(
    ("rig", "clip"),
    [
        ("tik_side", "giraffe_walk"), ("pippa_side", "penguin_walk"), ("bo_side", "duckling_walk"),
        ("bo_side", "parade_giraffe"), ("bo_side", "parade_penguin"), ("bo_side", "parade_bear"),
    ],
)  # fmt: skip
def test_the_far_arm_is_seen_beside_the_head_and_is_no_ear(rig: str, clip: str):
    """Of it at least half as much as the head is high, and it ends no lower than the near one."""
    values = LIBRARY.rig(rig)
    far = {"flip_f"} if "flip_f" in values.parts else {"hand_f", "arm_f"}
    near = {"flip_n"} if "flip_n" in values.parts else {"hand_n"}
    for phase in moments(8):
        arm, _ = alone(rig, clip, phase, far)
        for part in ("head", "torso", "body", "hat", "eyes"):
            if part in values.parts and pose_at(values, clip, phase).get(part, {}).get("show", 1):
                arm.erase(alone(rig, clip, phase, {part})[0], (0, 0))
        shown = max((box.h for box in arm.get_bounding_rects()), default=0) * 2
        head = extent(rig, clip, phase, {"head"})
        assert shown >= 0.5 * (head[3] - head[1]), f"{phase:.2f}: {shown:.0f} units of it"
        assert abs(extent(rig, clip, phase, far)[1] - extent(rig, clip, phase, near)[1]) <= 30


@pytest.mark.parametrize("clip", ["rope_grip", "stone_grip"])
def test_heel_and_ball_rest_on_what_the_toes_close_over(clip: str):
    under = "rope" if clip == "rope_grip" else "stone_next"
    for phase in (0.52, 0.64, 0.77, 0.88):
        thing, (x, y) = alone("foot_side", clip, phase, {under})
        for point in ((196, 400), (430, 406)):
            px, py = place("foot_side", clip, phase, "foot", point)
            column = round((px - x) * 0.5)
            rows = [row for row in range(thing.get_size()[1]) if thing.get_at((column, row))]
            assert rows and py >= y + rows[0] / 0.5 - 3, f"{phase:.2f}: {point} hovers"


@pytest.mark.parametrize("evening", [False, True], ids=["day", "evening"])
def test_stones_and_rope_lie_on_land_and_ice_has_no_waves(evening: bool):
    """On the open brook a rope floated, and who walked on the blue ice walked on water."""
    brook, ice = (
        Landscape(LIBRARY.place(name), evening, LIBRARY.shapes, LIBRARY.drawing_size) for name in ("brook", "ice")
    )
    water = brook.colour("water")
    assert contrast(brook.colour(brook.place.feet), water) >= 1.15
    moss = tones(brook.colour(brook.place.feet))
    assert evening or moss[1] == max(moss), "green, and no blue"
    assert contrast(ice.colour(ice.place.feet), water) >= 1.2
    ground = next(layer for layer in ice.layers if layer.id == "ground")
    assert all(abs(marks.curve) <= 5 for marks in ground.marks), "scratches, and no waves"


CHAIR = [e for e in EXERCISES.values() if e.position is Position.CHAIR]


@pytest.mark.parametrize("exercise", CHAIR, ids=lambda e: e.id)
def test_who_shows_a_foot_close_says_hello_and_points_from_the_chair(exercise: Exercise):
    """From a foot alone nobody knew whether to sit or to stand."""
    player = Player.with_family()
    rig = LIBRARY.rig(host(player.ctx, exercise))
    assert rig.name == f"{exercise.demonstration.host}_seat" and rig.parts["chair"].svg
    for clip in ("greet", "point"):
        seat = extent(rig.name, clip, 0.0, {"chair"})
        knee = extent(rig.name, clip, 0.0, {"knee_l"})
        foot = extent(rig.name, clip, 0.0, {"foot_l"})
        assert seat[1] < knee[1] < foot[1] and abs(foot[3] - seat[3]) <= 24, "knees before the seat, feet on the floor"
        raised, rests = (place(rig.name, clip, 0.0, f"hand_{side}") for side in ("r", "l"))
        assert raised[1] <= rests[1] - 40


@pytest.mark.parametrize("exercise", [e for e in EXERCISES.values() if e not in CHAIR], ids=lambda e: e.id)
def test_who_shows_a_walk_stands(exercise: Exercise):
    assert host(Player.with_family().ctx, exercise) == f"{exercise.demonstration.host}_front"


BANDS = [("otto_side", "stones_walk", "f"), ("otto_side", "rope_walk", "f"), ("pippa_side", "penguin_walk", "n")]


@pytest.mark.parametrize(("name", "clip", "side"), BANDS)
def test_the_foot_that_the_close_up_shows_wears_its_band(name: str, clip: str, side: str):
    """The other foot was compared with it, and seemed to be out of step."""
    friend, lens = LIBRARY.rig(name), LIBRARY.rig("foot_side")
    band = friend.parts[f"band_{side}"]
    assert band.worn and band.worn[0] == f"leg_{side}", "the leg which steps when the close-up does"
    assert "#2F8C88" in LIBRARY.shapes(lens.parts["cuff"].svg) and "#2F8C89" in LIBRARY.shapes(band.svg)
    assert "#2F8C89" not in friend.swap, "the same teal on both"
    for phase in moments(12):
        shin, (x, y) = alone(name, clip, phase, {f"leg_{side}"})
        bx, by = place(name, clip, phase, f"band_{side}")
        assert shin.get_at((round((bx - x) * 0.5), round((by - y) * 0.5))), f"{phase:.2f}: it lies beside the shin"
