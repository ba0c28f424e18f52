"""Frames made beside the loop: what is shown is there at once, and nothing goes on after the end."""

from __future__ import annotations

import threading
import time

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.data.files.art import ArtLibrary
from game.ui.art.art_cache import ArtRoom
from game.ui.art.baker import Baker
from game.ui.art.lens import Framing
from game.ui.art.puppet_view import CoarseView
from game.ui.view import Box

MOST = 20.0  # seconds of patience; it takes a fraction of one


def small_room() -> ArtRoom:
    """Of small pictures, made beside the loop."""
    init_pygame_for_pictures()
    room = ArtRoom(ArtLibrary(), 0.2, None)
    room.prepares = True
    return room


@pytest.fixture
def room() -> ArtRoom:
    return small_room()


def wait_for(room: ArtRoom) -> None:
    """Until all is made; what was made is encoded meanwhile, as the loop does with every frame."""
    until, window = time.monotonic() + MOST, pygame.Surface((8, 8))
    while not room.baker.is_idle and time.monotonic() < until:
        room.store.encode_one(window)
        time.sleep(0.005)
    assert room.baker.is_idle


def test_a_frame_that_is_not_made_yet_is_stood_in_for_by_the_nearest(room: ArtRoom):
    room.baker.close()  # however slow this computer is now: nothing else is made meanwhile
    view = room.puppet("bo_side", "bear_walk")
    first = view.at(0.0)
    assert view.at(0.2) is first
    room.prepares = False
    assert view.at(0.2) is not first


def test_what_is_shown_is_made_whole(room: ArtRoom):
    view = room.puppet("bo_side", "bear_walk")
    view.at(0.0)
    view.at(0.5)
    wait_for(room)
    assert list(view.bake()) == []


def test_what_was_foreseen_is_made(room: ArtRoom):
    views = [room.puppet("bo_front", "greet"), room.puppet("kva_front", "greet")]
    room.foresee(views)
    wait_for(room)
    assert all(list(view.bake(is_ahead=True)) == [] for view in views)


def test_of_what_comes_beside_something_shown_every_fourth_frame_is_made(room: ArtRoom):
    view = room.puppet("bo_side", "parade_penguin")
    room.foresee([CoarseView(view)])
    wait_for(room)
    assert list(view.bake(CoarseView.EVERY, is_ahead=True)) == []
    assert len(list(view.bake(is_ahead=True))) == view.count - view.count // CoarseView.EVERY


def test_after_closing_nothing_is_made(room: ArtRoom):
    view = room.puppet("bo_front", "greet")
    room.foresee([view])
    room.close()
    made = len(room.store._frames)
    time.sleep(0.02)
    assert len(room.store._frames) == made
    assert room.baker.is_idle


def test_the_part_seen_in_a_lens_is_pixel_for_pixel_the_whole_views(room: ArtRoom):
    room.prepares = False
    close = Framing(430, 300, 0.9)
    seen = Box.around(close.x, close.y, 120)
    whole, (x, y) = room.puppet("bo_front", "squat", has_shadow=False, scale=3).at(0.3)
    part, (dx, dy) = room.puppet("bo_front", "squat", has_shadow=False, scale=3, seen=seen).at(0.3)
    cut = whole.subsurface((dx - x, dy - y, *part.get_size()))
    middle = part.get_width() // 2, part.get_height() // 2
    assert part.get_width() < whole.get_width()
    assert max(abs(a - b) for a, b in zip(cut.get_at(middle), part.get_at(middle))) <= 2


def test_one_small_thing_after_another_is_made_by_one_thread(room: ArtRoom):
    """In play something small is asked for twice a second, and beginning a thread is the loop's own time."""
    threads: list[threading.Thread] = []
    for _ in range(3):
        room.baker.run_first(lambda: threads.append(threading.current_thread()))
        wait_for(room)
    assert len(threads) == 3 and len(set(threads)) == 1
    room.close()
    threads[0].join(MOST)
    assert not threads[0].is_alive()


def test_a_thread_without_work_ends_by_itself_and_another_one_works_later():
    baker, threads = Baker(lingers=0.01), []
    for n in range(3):
        baker.run_first(lambda: threads.append(threading.current_thread()))
        until = time.monotonic() + MOST
        while len(threads) == n and time.monotonic() < until:
            time.sleep(0.001)
        threads[n].join(MOST)
        assert not threads[n].is_alive() and baker.is_idle


def test_of_a_clip_that_is_over_nothing_more_is_made(room: ArtRoom):
    view = room.puppet("bo_side", "bear_walk")
    room.baker.is_held = True  # so that all but the frame in hand is still to be made
    view.at(0.0)
    view.at(0.5)
    room.is_over(view)
    room.baker.is_held = False
    wait_for(room)
    assert len(list(view.bake())) > view.count // 2


def test_the_baker_waits_where_three_mib_of_frames_are_not_encoded_yet():
    """Twice as much lay beside all that was shown, where a busy loop came to encode it late."""
    init_pygame_for_pictures()
    room = ArtRoom(ArtLibrary(), 1.0, None)
    room.prepares = True
    view = room.puppet("foot_side", "brick", scale=0.86, seconds=2.0)
    view.at(0.0)
    view.at(0.5)
    until = time.monotonic() + MOST
    while not room.store.is_behind and time.monotonic() < until:
        time.sleep(0.005)
    assert room.store.is_behind
    room.baker.close()
    wide, high = view._size
    assert room.store.unseen <= 3 * 2**20 + 4 * wide * high, "and the one in hand"
