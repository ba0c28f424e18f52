"""A friend at work is seen whole: no word lies over him, the close-up keeps beside him, and no window's edge cuts him."""

from __future__ import annotations

import math
from pathlib import Path

import pygame
import pytest
import yaml

from game.core.content import Exercise
from game.core.events import QuestKind
from game.data.levels.playable import read_shipped
from game.scenes.screen import hud
from game.scenes.session import tray
from game.scenes.session.demonstration import FLOOR, LENS, ExerciseAnimation
from game.scenes.session.play import PlayScreen
from game.scenes.session.session import RunningSession, as_level
from game.ui.art.lens import RADIUS, RIM
from game.ui.view import Box
from tests.player import Player

SHOWN = [e for e in read_shipped().exercises.values() if not e.demonstration.close_up]
ROOM = Path(__file__).parents[3] / "assets/scenery/room.yaml"
CARRIED = ("otto_side",)  # stones lie along the whole way


def outline(show: ExerciseAnimation, phase: float) -> list[tuple[float, float]]:
    """Where the friend's pictures have something, in design units, coarsely."""
    view, found = show.ctx.pictures.view, []
    for puppet, place in zip(show.views, show.poses):
        picture, (dx, dy) = puppet.at(phase)
        x, y = view.pixel(place.x, place.y)
        for px, py in pygame.mask.from_surface(picture, 160).outline(3):
            found.append(view.design(x + dx + px, y + dy + py))
    return found


@pytest.mark.parametrize("exercise", SHOWN, ids=lambda e: e.id)
def test_a_friend_is_cut_by_no_edge_and_keeps_clear_of_the_words_and_of_the_close_up(exercise: Exercise):
    player = Player.with_family()
    session = RunningSession(player.ctx, player.child, QuestKind.QUEST, (as_level(player.ctx, exercise.id),))
    scene = PlayScreen(session)
    words = scene.words_box
    for i in range(16):
        points = outline(scene.show_, i / 16)
        assert min(y for _, y in points) >= 8, "cut at the top"
        assert not [p for p in points if words.holds(*p)], f"{i / 16:.2f}: words lie over the friend"
        if scene.show_.lens and exercise.demonstration.right.rig not in CARRIED:
            assert min(math.dist(p, LENS) for p in points) >= RADIUS + RIM, f"{i / 16:.2f}: at the close-up"


@pytest.mark.parametrize("exercise", read_shipped().exercises.values(), ids=lambda e: e.id)
def test_name_words_and_count_lie_over_no_foot_no_sleeve_and_nothing_that_is_carried(exercise: Exercise):
    """Of either foot, and of all that comes in turn: the words lay over the cuff of a foot that carried a treasure."""
    player = Player.with_family()
    level = as_level(player.ctx, exercise.id, 3, 6)
    session = RunningSession(player.ctx, player.child, QuestKind.QUEST, (level,))
    for at in range(len(session.stretches)):
        session.stretch_at = at
        scene = PlayScreen(session)
        ribbon = hud.caption_box(hud.NAME_ROOM, scene.name_x, scene.name_room).grown(-6)  # its corners are round
        on_right = exercise.demonstration.close_up and not scene.show_.is_mirrored
        digit = tray.DIGIT_RIGHT if on_right else tray.DIGIT_LEFT
        for i in range(8):
            points = outline(scene.show_, i / 8 + 0.04)
            for what in (ribbon, scene.words_box, digit):
                assert not [p for p in points if what.holds(*p)], (session.stretch, i / 8 + 0.04, what)


def test_the_count_covers_no_picture_on_the_wall_of_the_room():
    """The footprint in its frame was half behind the right foot's count."""
    hung = [at for layer in yaml.safe_load(ROOM.read_text())["layers"] for prop in layer["props"]
            if prop["part"] == "bg/picture" for at in prop["at"]]  # fmt: skip
    assert hung
    for x, y, wide in hung:
        assert not tray.DIGIT_LEFT.meets(Box.around(x, y, wide / 2))


@pytest.mark.parametrize("exercise", ["starfish_toes", "toe_artist"])
@pytest.mark.parametrize("size", [(640, 360), (640, 480)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_legs_seen_from_above_end_behind_the_tray(size: tuple[int, int], exercise: str):
    """In every moment: a foot that drew at the top of its paper had a leg that ended above the tray."""
    player = Player.with_family(size=size)
    session = RunningSession(player.ctx, player.child, QuestKind.QUEST, (as_level(player.ctx, exercise),))
    scene = PlayScreen(session)
    view = player.ctx.pictures.view
    top, low = view.anchored(tray.TRAY, scene.tray_anchor).y, view.anchored(tray.TARGET, scene.tray_anchor).bottom
    for place, puppet in zip(scene.show_.poses, scene.show_.views):
        for i in range(8):
            picture, (_, dy) = puppet.at(i / 8)
            solid = pygame.mask.from_surface(picture, 160).get_bounding_rects()
            bottom = max(rect.bottom for rect in solid) + dy
            assert top < place.y + bottom / puppet.k <= low


@pytest.mark.parametrize("exercise", read_shipped().exercises.values(), ids=lambda e: e.id)
def test_feet_seen_from_above_are_on_the_floor_and_all_others_in_their_own_place(exercise: Exercise):
    """Mat and paper hung on the wall of the room, before its window."""
    player = Player.with_family()
    session = RunningSession(player.ctx, player.child, QuestKind.QUEST, (as_level(player.ctx, exercise.id),))
    scene = PlayScreen(session)
    is_from_above = exercise.id in ("starfish_toes", "toe_artist")
    assert (scene.place == FLOOR) == is_from_above == (scene.show_.stands_on_mat or scene.show_.draws_on_paper)
