"""Waiting for an input without looking: SDL wakes the loop at once, and nobody else does.

pygame's own `event.wait` looks a thousand times a second. SDL waits where the window system tells it of events, and
looks itself while a pad is plugged in. Elsewhere the loop looks now and then, as before.
"""

from __future__ import annotations

import pygame

from game.ui import sdl

DRIVERS = ("x11", "wayland", "windows", "cocoa")  # SDL waits for their events; for others it would look itself


class EventWait:
    """Whether and how long the loop may wait. Made after the window was opened."""

    def __init__(self) -> None:
        self._wait = sdl.event_wait() if pygame.display.get_driver() in DRIVERS else None

    @property
    def is_quiet(self) -> bool:
        """Waiting costs nothing here and ends with the first event."""
        return self._wait is not None and not pygame.joystick.get_count()

    def wait(self, seconds: float) -> None:
        """Until something happens, `seconds` at most; what happened stays in the queue."""
        if self._wait:
            self._wait(seconds)
