"""Frames of screens to come are packed, and come out of it as they went in."""

from __future__ import annotations

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.bench.inside import counting
from game.data.files.art import ArtLibrary
from game.ui.art.art_cache import ArtRoom
from game.ui.art.frame_store import PackedFrame
from game.ui.memory import FOR_THE_WAY_BACK
from game.ui.shape import shape_of


@pytest.fixture
def room() -> ArtRoom:
    init_pygame_for_pictures()
    return ArtRoom(ArtLibrary(), 0.5, None)


def pixels(picture: pygame.Surface) -> bytes:
    return pygame.image.tobytes(picture, "RGBA")


@pytest.mark.parametrize("has_shadow", [True, False])
def test_a_packed_frame_comes_out_pixel_for_pixel(room: ArtRoom, has_shadow: bool):
    view = room.puppet("foot_side", "brick", has_shadow=has_shadow, seconds=2.0)
    picture, offset = view._draw(view._text(0.2))
    packed = PackedFrame.of((picture, offset), has_shadow)
    again, corner = packed.unpacked()
    assert (corner, again.get_size(), pixels(again)) == (offset, picture.get_size(), pixels(picture))
    assert shape_of(again) == shape_of(picture)
    assert bool(shape_of(again).flat) is has_shadow, "what stands on the screen itself"


def test_a_packed_frame_is_drawn_as_the_one_it_was_made_of(room: ArtRoom):
    view = room.puppet("foot_side", "brick", seconds=2.0)
    drawn = []
    for is_packed in (False, True):
        frame = view._draw(view._text(0.2))
        picture, _ = PackedFrame.of(frame, True).unpacked() if is_packed else frame
        page = pygame.Surface((400, 400))
        page.fill((143, 199, 192))
        page.blit(picture, (3, 5))
        drawn.append(pixels(page))
    assert drawn[0] == drawn[1]


def test_a_clip_made_ahead_takes_a_fifth_of_what_it_takes_when_it_is_shown(room: ArtRoom):
    view = room.puppet("foot_side", "brick", seconds=2.0)  # a slow one stays packed
    assert sum(1 for _ in view.bake(is_ahead=True)) > 0
    ahead = room.store.bytes
    assert sum(1 for _ in view.bake()) > 0
    assert ahead * 5 < room.store.bytes


def test_what_was_made_ahead_is_not_drawn_again(room: ArtRoom):
    view = room.puppet("bo_front", "greet", scale=0.5)
    list(view.bake(is_ahead=True))
    with counting() as count:
        list(view.bake())
    assert {kind for _, kind in count.inside} == {"unpack"}


def test_frames_of_a_clip_that_is_over_go_as_if_their_screen_were_gone(room: ArtRoom):
    over, shown = room.puppet("bo_front", "greet", scale=0.3), room.puppet("bo_front", "idle", scale=0.3)
    list(over.bake())
    list(shown.bake())
    before = room.store.bytes
    room.memory.most = (
        round(before / FOR_THE_WAY_BACK) - 1
    )  # more than stays of screens that are gone, and room for all
    room.memory.make_room()
    assert room.store.bytes == before
    room.is_over(over)
    room.memory.make_room()
    assert room.store.bytes < before
    assert list(shown.bake()) == [], "what is shown stays"


def test_a_clip_that_was_over_is_shown_again_where_it_comes_after_all(room: ArtRoom):
    view = room.puppet("bo_front", "greet", scale=0.3)
    before, corner = view.at(0.3)
    seen = pixels(before)
    room.memory.most = 0
    room.is_over(view)
    room.memory.make_room()
    assert not room.store.bytes
    again, there = view.at(0.3)
    assert (pixels(again), there) == (seen, corner)


def test_what_was_made_ahead_is_still_there_when_its_screen_comes(room: ArtRoom):
    """It was the first to go of all that was left behind, and drawn once more."""
    gone, soon = room.puppet("bo_front", "greet", scale=0.3), room.puppet("bo_front", "idle", scale=0.3)
    list(gone.bake())
    list(soon.bake(is_ahead=True))
    room.memory.most = round(room.store.bytes / FOR_THE_WAY_BACK) - 1
    room.next_screen()
    room.memory.make_room()
    assert list(soon.bake(is_ahead=True)) == []
    assert list(gone.bake()) != []


def test_what_was_made_ahead_of_a_screen_that_never_came_goes_after_the_next_one(room: ArtRoom):
    ahead = room.puppet("bo_front", "greet", scale=0.3)
    list(ahead.bake(is_ahead=True))
    room.next_screen()
    room.next_screen()
    room.memory.most = 0
    room.memory.next_frame()
    room.memory.next_frame()
    room.memory.make_room()
    assert not room.store.bytes
