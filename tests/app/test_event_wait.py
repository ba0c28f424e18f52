"""The loop waits for the window system only where that tells of inputs by itself; SDL is asked in the library pygame has."""

from __future__ import annotations

import pygame
import pytest

from game.app.event_wait import EventWait
from game.app.window import init_pygame_for_pictures
from game.ui import sdl


def test_without_a_window_system_the_loop_looks_by_itself():
    init_pygame_for_pictures()
    assert not EventWait().is_quiet, "SDL would look a thousand times a second for the dummy driver"


def test_what_happened_ends_the_waiting_and_stays_in_the_queue():
    init_pygame_for_pictures()
    wait = sdl.event_wait()
    if wait is None:
        pytest.skip("this build of pygame hides its SDL")
    pygame.event.clear()
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_a, unicode="a", mod=0))
    wait(30.0)
    assert [event.type for event in pygame.event.get()] == [pygame.KEYDOWN]
