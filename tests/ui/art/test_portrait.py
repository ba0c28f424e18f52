"""Friends in round windows."""

from __future__ import annotations

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.core.content import FRIENDS
from game.data.files.art import ArtLibrary
from game.ui.art.art_cache import ArtRoom
from game.ui.art.portrait import Portraits


@pytest.fixture(scope="module")
def art() -> ArtRoom:
    init_pygame_for_pictures()
    return ArtRoom(ArtLibrary(), 0.5, None)


@pytest.mark.parametrize("animal", FRIENDS)
def test_below_the_middle_nothing_leaves_the_window(art: ArtRoom, animal: str):
    picture, (left, top) = Portraits().of(art, animal, "idle", 100).frame(0)
    mask = pygame.mask.from_surface(picture, 60)
    r = 50
    for x in range(0, picture.get_width(), 3):
        for y in range(0, picture.get_height(), 3):
            if mask.get_at((x, y)) and top + y > 0:
                assert (left + x) ** 2 + (top + y) ** 2 <= (r + 2) ** 2


@pytest.mark.parametrize("animal", FRIENDS)
def test_the_head_is_seen_in_the_window(art: ArtRoom, animal: str):
    picture, (left, top) = Portraits().of(art, animal, "idle", 100).frame(0)
    assert -75 < top < -35  # ears, antennae and crests may look over the rim, no more
    assert picture.get_bounding_rect().w > 40
    assert left < 0 < left + picture.get_width()


def test_a_frame_is_cut_once(art: ArtRoom):
    portrait = Portraits().of(art, "bo", "idle", 100)
    assert portrait.frame(0)[0] is portrait.frame(0)[0]


def test_another_window_size_makes_new_portraits(art: ArtRoom):
    portraits = Portraits()
    small = portraits.of(art, "bo", "idle", 100)
    assert portraits.of(art, "bo", "idle", 100) is small
    assert portraits.of(ArtRoom(ArtLibrary(), 1.0, None), "bo", "idle", 100) is not small
