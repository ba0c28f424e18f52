"""One exercise only."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.puppet.landscape import Landscape
from game.scenes import routes
from game.scenes.home.choose import GATE, HIGH, LEANS, NAME_ROOM, PLACES, WIDE
from game.ui.art.cut_out import cut_out
from game.ui.controls import Command
from game.ui.theme import EXTRA_BOLD
from game.ui.view import Box
from game.ui.widgets import check_layout
from tests.player import Player

RING = 24.0  # design units a focus ring reaches beyond its gate


def test_three_friends_are_named_and_one_press_begins(player: Player):
    player.scene = routes.Choose(player.child)
    player.draw()
    assert not check_layout(player.scene.widgets)
    assert not player.scene.problems
    assert len(player.scene.levels) == 3
    assert player.scene.focused == player.scene.levels[0].exercise
    player.tap(player.scene.levels[1].exercise)
    assert player.scene.name == "shoes"


def test_the_question_is_followed_by_the_friends_exercises(player: Player):
    player.scene = routes.Choose(player.child)
    player.wait(12)
    assert player.ctx.narrator.said[-4:] == [
        "two_minutes_choose",
        *(f"{level.exercise}_name" for level in player.scene.levels),
    ]


def test_back_goes_to_the_map(player: Player):
    player.scene = routes.Choose(player.child)
    player.key(Command.BACK)
    assert player.scene.name == "map"


def test_every_friend_stands_whole_in_the_middle_of_its_gate(player: Player):
    """The caterpillar stood beside its gate, an antenna cut off, and the mermaid's back was in the next tree."""
    k = player.ctx.pictures.view.k
    for exercise in player.ctx.catalogue.exercises.values():
        sheet = player.ctx.art.figure(exercise, exercise.demonstration.host)
        picture, (left, top) = cut_out(player.ctx.pictures, sheet, HIGH, WIDE, edge=0)
        rects = pygame.mask.from_surface(picture, 200).get_bounding_rects()
        seen = rects[0].unionall(rects[1:]).move(left, top)
        assert abs(seen.centerx) <= 30 * k, exercise.id
        assert -GATE.w * 0.6 * k <= seen.left and seen.right <= GATE.w * 0.6 * k, exercise.id
        assert max(-left, left + picture.get_width()) <= LEANS * k, exercise.id  # with its shadow
        assert -(HIGH + 20) * k <= seen.top, exercise.id


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_exercise_is_named_beside_its_sole_in_whole_words(player: Player, language: str):
    player.ctx.speak(language)
    player.scene = routes.Choose(player.child)
    scene = player.scene
    first = scene.levels
    names = list(player.ctx.catalogue.exercises)
    for row in (names[i : i + 3] for i in range(0, len(names) - 2, 3)):
        scene.levels = tuple(replace(level, exercise=name) for level, name in zip(first, row))
        scene.changed()
        player.draw()
        assert scene.problems == []
        for name in row:
            words = player.ctx.texts.exercise(name).split()
            assert all(player.ctx.pictures.text_width(w, 24, EXTRA_BOLD) <= NAME_ROOM for w in words), name


def test_no_butterfly_of_the_meadow_is_cut_by_a_gate(player: Player):
    """Between a gate and its focus ring a scrap of a wing was seen."""
    library = player.ctx.art.library
    land = Landscape(library.place("meadow"), False, library.shapes, library.drawing_size)
    flying = [prop for layer in land.layers if layer.id == "air" for prop in land.placed(layer)]
    assert flying
    for x in (x for row in PLACES.values() for x in row):
        ringed = Box(x + GATE.x, GATE.y, GATE.w, GATE.h).grown(RING)
        assert not [prop for prop in flying if ringed.meets(Box.around(prop.x, prop.y, prop.size / 2))], x
