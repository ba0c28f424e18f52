"""Garbage is searched for where nobody waits for it, and always at some time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pygame
import pytest

from game.app import garbage
from game.app.loop import FRAME, App
from game.core.events import QuestKind
from game.scenes import routes
from game.scenes.session.play import PlayScreen
from game.scenes.session.session import RunningSession, as_level
from tests.player import Player


class Circle:
    """Refers to itself, so that only a search finds that nobody needs it."""

    def __init__(self) -> None:
        self.me = self


def circles(n: int) -> ref[Circle]:
    """So many that nobody needs; one of them as long as it is there."""
    one = ref(Circle())
    for _ in range(n):
        Circle()
    return one


@pytest.fixture
def playing() -> Iterator[App]:
    """A child plays, and what was there before is left alone as in a family's game."""
    pygame.display.set_mode((640, 360))
    pygame.event.clear()
    player = Player.with_family()
    level = as_level(player.ctx, "lift_ride", 1, 12)
    play = PlayScreen(RunningSession(player.ctx, next(iter(player.ctx.children)), QuestKind.QUEST, (level,)))
    app = App(pygame.display.get_surface(), player.ctx, play, player.game.resized)
    for _ in range(30):
        app.step(FRAME)
    app.ctx.art.prepares = False  # every picture is there in its frame, however busy the computer is
    before, was_on = gc.get_threshold(), gc.isenabled()
    garbage.leave_alone_what_is_here()
    yield app
    gc.unfreeze()
    gc.set_threshold(*before)
    if not was_on:
        gc.disable()
    app.view.close()
    player.game.close()
    pygame.display.set_mode((8, 8))


def test_a_still_frame_finds_what_nobody_needs_and_one_that_moves_does_not_search(playing):
    found = {True: 0, False: 0}
    for _ in range(240):
        circle = circles(garbage.YOUNG + 1)
        playing.step(FRAME)
        is_still = bool(playing.view.still_for)
        assert (circle() is None) == is_still
        found[is_still] += 1
        gc.collect()
    assert min(found.values()) > 5


def test_where_everything_moves_garbage_is_found_before_it_is_much(playing):
    circle = circles(garbage.MOST_YOUNG + 1)
    assert circle() is None


def test_the_next_screen_finds_what_was_searched_long_ago(playing):
    circle = circles(1)
    one = circle()
    gc.collect()
    gc.collect()
    del one
    playing.navigator.go(routes.Who())
    assert circle() is None
