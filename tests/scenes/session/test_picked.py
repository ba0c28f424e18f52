"""What toes pick up: in the tray, on the floor and in the box it is the same thing, and it stays there."""

from __future__ import annotations

import pygame
import pytest

from game.core.content import Unit
from game.core.events import SettingChosen
from game.data.levels.playable import read_shipped
from game.data.texts.texts import GROWN_UPS, SPOKEN, Texts
from game.scenes.session import picked, tray
from game.scenes.session.demonstration import clips, ways
from game.scenes.session.play import PlayScreen
from game.ui.view import Box
from tests.player import Player
from tests.puppet_points import LIBRARY
from tests.scenes.session.test_session import PANEL_RGB, at_play, start

EXERCISES = read_shipped().exercises
PIECES = [e.id for e in EXERCISES.values() if e.unit is Unit.PIECES]
SMALL = ("brick", "button", "acorn", "pencil", "toy")
CORAL = (0xE8, 0x69, 0x4E)


def play(player: Player) -> PlayScreen:
    assert isinstance(player.scene, PlayScreen)
    return player.scene


def inked(player: Player, box: Box, colour: tuple[int, int, int]) -> int:
    """Pixels of a colour within a box of the picture."""
    view = player.ctx.pictures.view
    x, y = view.pixel(box.x, box.y)
    rect = pygame.Rect(x, y, box.w * view.k, box.h * view.k).clip(player.draw().get_rect())
    part = player.draw().subsurface(rect).copy()
    return pygame.mask.from_threshold(part, colour, (24, 24, 24, 255)).count()


@pytest.mark.parametrize("exercise", PIECES)
def test_the_tray_shows_what_lies_before_the_foot(player: Player, exercise: str):
    at_play(player, exercise)
    scene = play(player)
    shown = tray.tray(scene.exercise, scene.stretch, 0, (), scene._things)
    lying = []
    for view in scene.show_.views:
        rig = LIBRARY.rig(view.rig.name)
        for name, _ in rig.clips[view.clip].seq or ((view.clip, 1),):
            moves = rig.clips[name].keys["lying"].tracks
            lying.append(str(moves.get("svg", rig.parts["lying"].svg)).removesuffix(".svg"))
    assert list(shown.things) == lying


def test_what_was_picked_up_lies_in_the_box_in_its_colour(player: Player):
    at_play(player, "lego_bricks", amount=4)
    scene = play(player)
    before = picked.heaps(player.ctx, scene.show_.clips, scene.show_.poses[0], 1)[0]
    rim = Box(before.x - before.w / 2, before.rim - 40, before.w, 50)
    seen = [inked(player, rim, CORAL)]
    for units in (1, 2, 3):
        while scene.pace.units < units or scene.pace.phase > 0.2:
            player.wait(0.05)
        seen.append(inked(player, rim, CORAL))
    assert seen[0] == 0 < seen[1] < seen[2] < seen[3]


@pytest.mark.parametrize("exercise", ["lego_bricks", "treasure_sort"])
def test_what_lies_in_the_box_is_as_large_as_it_was_on_the_floor(player: Player, exercise: str):
    """It fell in twice as large as it then lay there."""
    at_play(player, exercise, amount=4)
    scene = play(player)
    place = scene.show_.poses[0]
    for heap in picked.heaps(player.ctx, scene.show_.clips, place, 2):
        (way, *_) = [
            way for clip in scene.show_.clips for way in ways(player.ctx, clip)
            if (laid := player.ctx.art.laid(way.rig, way.clip, "lying")) and laid.drawing == heap.things[0]
        ]  # fmt: skip
        laid = player.ctx.art.laid(way.rig, way.clip, "lying")
        assert laid and 0.8 * laid.w * place.scale <= heap.thing_w <= laid.w * place.scale
        assert 2 * heap.thing_w <= heap.w + 1, "two lie side by side"


def test_nothing_of_a_heap_lies_beside_its_box_and_the_first_thing_lies_where_it_fell():
    """It fell into the middle, and then lay at the edge."""
    assert abs(picked.PLACES[0][0]) <= 0.1
    assert max(abs(dx) for dx, _ in picked.PLACES) + 0.5 <= 0.47 / picked.WIDEST, "turned a little, too"


def test_the_box_is_empty_again_for_the_other_foot_and_holds_another_colour(player: Player):
    at_play(player, "lego_bricks", amount=1)
    first = play(player)._things
    player.wait_for("other_foot")
    player.wait_for("play")
    scene = play(player)
    assert scene._things != first
    assert picked.heaps(player.ctx, scene.show_.clips, scene.show_.poses[0], scene.pace.units) == ()


@pytest.mark.parametrize("exercise", PIECES)
def test_each_thing_that_is_drawn_comes_in_its_turn(exercise: str):
    spec = EXERCISES[exercise]
    row = (spec.demonstration.right, *spec.demonstration.variants)
    assert [clips(spec, frozenset(), turn)[0] for turn in range(2 * len(row))] == [*row, *row]


def test_a_walk_with_a_variant_shows_it_every_other_time_and_its_own_lens(player: Player):
    spec = EXERCISES["river_stones"]
    assert [clips(spec, frozenset(), turn)[0].clip for turn in (0, 1, 2)] == ["stones_walk", "rope_walk", "stones_walk"]
    at_play(player, "river_stones", sets=2, amount=5)
    lenses = [play(player).show_.lens]
    player.wait_for("rest")
    player.wait_for("play")
    lenses.append(play(player).show_.lens)
    assert [close.puppet.clip for close in lenses if close] == ["stone_grip", "rope_grip"]


def test_the_inner_edge_is_in_no_parade_and_in_none_of_its_words():
    """It never comes in one session with the outer edge, and alone only where a therapist ordered it."""
    spec = EXERCISES["animal_parade"]
    rows = {clips(spec, frozenset(), turn) for turn in range(6)}
    assert {way for (clip,) in rows for way, _ in LIBRARY.rig(clip.rig).clips[clip.clip].seq} == {
        "parade_giraffe", "parade_penguin", "parade_bear",
    }  # fmt: skip
    bo = LIBRARY.rig("bo_side")
    assert bo.clips["animal_parade"].seq == bo.clips[spec.demonstration.right.clip].seq, "families' files name it"
    for catalogue, key in ((SPOKEN, "animal_parade_how"), (GROWN_UPS, "form_animal_parade_right")):
        for language, inner in (("en", "insid"), ("en", "inner"), ("ru", "внутр")):
            assert inner not in Texts(language, catalogue)(key)


def test_the_ball_is_rolled_and_then_goes_in_circles(player: Player):
    at_play(player, "hedgehog_roll", amount=4)
    show = play(player).show_
    assert [show.views[show._at(units)].clip for units in range(4)] == [
        "ball_roll", "ball_roll", "ball_circle", "ball_circle",
    ]  # fmt: skip


# -------------------------------------------------------------------- a baby lives in the house
@pytest.mark.parametrize("exercise", PIECES)
def test_where_a_baby_lives_there_are_large_things_and_more_than_one_kind(player: Player, exercise: str):
    player.record(SettingChosen("baby", "on"))
    at_play(player, exercise, amount=1)
    seen = set(play(player)._things)
    player.wait_for("other_foot")
    player.wait_for("play")
    seen |= set(play(player)._things)
    assert len(seen) >= 2
    assert not [thing for thing in seen if any(small in thing for small in SMALL)]


def test_where_a_baby_lives_treasures_are_still_sorted_into_two_pots(player: Player):
    player.record(SettingChosen("baby", "on"))
    at_play(player, "treasure_sort", amount=4)
    scene = play(player)
    heaps = picked.heaps(player.ctx, scene.show_.clips, scene.show_.poses[0], 4)
    assert sorted(len(heap.things) for heap in heaps) == [2, 2]
    assert all(len(set(heap.things)) == 1 for heap in heaps)


# -------------------------------------------------------------------- numbers
@pytest.mark.parametrize("exercise", ["magic_toe", "toe_artist"])
def test_no_number_stands_beside_one_that_is_drawn(player: Player, exercise: str):
    at_play(player, exercise, amount=3)
    scene = play(player)
    while scene.pace.units < 1:
        player.wait(0.25)
    player.wait(1)
    for box in (tray.DIGIT_LEFT, tray.DIGIT_RIGHT):
        inside = Box(box.x + 24, box.y + 24, box.w - 48, box.h - 48)
        assert inked(player, inside, PANEL_RGB) < 0.3 * inside.w * inside.h * player.ctx.pictures.view.k**2


def test_the_how_to_shows_the_circles_as_well(player: Player):
    start(player, "hedgehog_roll")
    intro = player.scene
    seen = []
    while player.scene is intro:
        player.wait(0.25)
        seen.append(intro._right.puppet.clip)  # type: ignore[attr-defined]
    assert {"ball_roll", "ball_circle"} <= set(seen)
