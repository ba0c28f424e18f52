"""The tray under a foot that draws: each shape is a picture of its own, to be traced or done."""

from __future__ import annotations

import pygame
import pytest

from game.scenes.session.play import PlayScreen
from game.scenes.session.tray import LINE, TRAY
from tests.player import Player
from tests.scenes.session.test_session import at_play
from tests.scenes.together.two import at_work, family

WHITE = (255, 255, 255)
CORAL = (0xE8, 0x69, 0x4E)


def row(player: Player, colour: tuple[int, int, int]) -> list[pygame.Rect]:
    """What of the tray's middle is of a colour, in pieces from left to right."""
    view = player.ctx.pictures.view
    x, y = view.pixel(TRAY.x + 150, LINE - 33)
    part = player.draw().subsurface((x, y, round((TRAY.w - 160) * view.k), round(66 * view.k))).copy()
    mask = pygame.mask.from_threshold(part, colour, (10, 10, 10, 255))
    return sorted((r for r in mask.get_bounding_rects() if r.w * r.h > 9), key=lambda r: r.x)


@pytest.mark.parametrize("exercise", ["toe_artist", "magic_toe"])
def test_a_circle_and_a_two_lie_on_sheets_of_their_own_and_are_no_number(exercise: str):
    player = Player.with_family(size=(1280, 720))
    at_play(player, exercise, amount=2)
    sheets = [rect for rect in row(player, WHITE) if rect.h >= 40]
    k = player.ctx.pictures.view.k
    assert len(sheets) == 2
    assert sheets[1].x - sheets[0].right >= 30 * k, "half a sheet lies between them"


def test_what_is_still_to_be_drawn_is_dotted_and_what_is_done_is_a_line():
    player = Player.with_family(size=(1280, 720))
    at_play(player, "magic_toe", amount=2)
    assert not row(player, CORAL)
    scene = player.scene
    assert isinstance(scene, PlayScreen)
    while not scene.pace.units:
        player.wait(0.5)
    drawn = max(row(player, CORAL), key=lambda r: r.w * r.h)
    assert drawn.w >= 40 * player.ctx.pictures.view.k and drawn.h >= 40 * player.ctx.pictures.view.k


def test_a_minute_is_a_ring_that_is_full_once_it_is_over_and_no_shape_to_draw():
    player = Player.with_family(size=(1280, 720))
    at_play(player, "forest_walk", amount=3)
    scene = player.scene
    assert isinstance(scene, PlayScreen)
    assert not row(player, CORAL)
    while scene.pace.units < 1:
        player.wait(1)
    full = max(row(player, CORAL), key=lambda r: r.w * r.h)
    assert full.h >= 28 * player.ctx.pictures.view.k
    assert not [rect for rect in row(player, WHITE) if rect.h >= 60 * player.ctx.pictures.view.k], "no sheets"


def test_where_two_play_the_sheets_of_one_half_do_not_touch_either():
    player, *_ = family("prevention")
    player.resize((1280, 720))
    at_work(player, (("toe_artist", 1, 2),), (("magic_toe", 1, 2),))
    player.wait(1)
    picture = player.draw()
    k = player.ctx.pictures.view.k
    low = picture.subsurface((0, round(612 * k), picture.get_width(), round(96 * k))).copy()
    found = pygame.mask.from_threshold(low, WHITE, (10, 10, 10, 255)).get_bounding_rects()
    sheets = sorted((r for r in found if r.w >= 24 * k and r.h >= 24 * k), key=lambda r: r.x)
    assert len(sheets) == 4
    for before, after in (sheets[:2], sheets[2:]):
        assert after.x - before.right >= 8 * k
