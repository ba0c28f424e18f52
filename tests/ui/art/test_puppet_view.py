"""Clips at one size: shared poses, mirrored feet, calm pictures, and a budget of memory."""

from __future__ import annotations

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.data.files.art import ArtLibrary
from game.ui.art.art_cache import ArtRoom
from game.ui.art.frame_store import FrameStore
from game.ui.art.puppet_view import FADE_SECONDS, STILL_SECONDS, PuppetView
from game.ui.memory import Memory


@pytest.fixture(scope="module")
def library() -> ArtLibrary:
    init_pygame_for_pictures()
    return ArtLibrary()


def art(library: ArtLibrary, calm: bool = False) -> ArtRoom:
    return ArtRoom(library, 0.4, None, calm)


def test_baking_makes_every_frame_and_says_when_it_is_done(library):
    view = art(library).puppet("foot_side", "caterpillar", scale=0.4)
    assert sum(1 for _ in view.bake()) == view.count
    assert list(view.bake()) == []


def test_poses_that_look_the_same_share_one_picture(library):
    room = art(library)
    view = room.puppet("feet_top", "starfish", scale=0.3)
    list(view.bake())
    assert len(room.store._frames) < view.count


def test_the_other_foot_is_the_mirrored_picture(library):
    room = art(library)
    left = room.puppet("foot_side", "brick", scale=0.4, has_shadow=False).at(0.0)
    right = room.puppet("foot_side", "brick", scale=0.4, flip=True, has_shadow=False).at(0.0)
    mirrored = pygame.transform.flip(left[0], True, False)
    assert pygame.image.tobytes(mirrored, "RGBA") == pygame.image.tobytes(right[0], "RGBA")
    assert right[1][0] == -left[1][0] - left[0].get_width()


def test_a_slower_loop_is_the_same_clip_stretched(library):
    room = art(library)
    own, slow = room.puppet("foot_side", "brick"), room.puppet("foot_side", "brick", seconds=6.0)
    assert slow.phase(3.0) == pytest.approx(own.phase(1.8))


def test_a_leg_reaches_the_edge_of_a_high_window(library):
    room = art(library)
    short = room.puppet("foot_side", "brick", scale=0.4, has_shadow=False).at(0.0)
    tall = room.puppet("foot_side", "brick", scale=0.4, has_shadow=False, taller=60).at(0.0)
    assert tall[1][1] < short[1][1]
    assert abs(tall[1][1] + tall[0].get_height() - short[1][1] - short[0].get_height()) <= 1


def test_calm_pictures_hold_key_poses_and_fade_between_them(library):
    view = art(library, calm=True).puppet("bo_front", "squat", scale=0.3)
    assert len(view.layers(STILL_SECONDS * 0.9)) == 1
    assert len(view.layers(STILL_SECONDS + FADE_SECONDS / 2)) == 2
    assert len(view.layers(STILL_SECONDS + FADE_SECONDS * 1.5)) == 1


def test_the_store_lets_the_least_used_go(library):
    store = FrameStore(Memory(most=300_000))
    view = PuppetView(library, store, "bo_side", "bear_walk", 0.4)
    assert sum(1 for _ in view.bake()) == view.count
    assert store.bytes <= 300_000


def test_an_unknown_clip_is_named(library):
    with pytest.raises(KeyError, match="rig bo_side has no clip fly"):
        art(library).puppet("bo_side", "fly")
