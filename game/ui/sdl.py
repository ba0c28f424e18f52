"""The two things of SDL that pygame does not hand on, asked of the very library that pygame brought along.

Where that library cannot be asked (a build that hides it) both are absent, and the game does without.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from contextlib import suppress

import pygame

AUDIO = 0x10  # SDL_INIT_AUDIO of SDL.h
Asked = Callable[[ctypes.c_uint32], int]


def event_wait() -> Callable[[float], object] | None:
    """SDL_WaitEventTimeout: waits for so many seconds at most, and leaves the event where it is."""
    try:
        wait = ctypes.CDLL(pygame.base.__file__).SDL_WaitEventTimeout
    except (OSError, AttributeError):
        return None
    wait.argtypes, wait.restype = (ctypes.c_void_p, ctypes.c_int), ctypes.c_int
    return lambda seconds: wait(None, round(1000 * seconds))


class AudioNews:
    """SDL's audio without a device: what is plugged in and out is told on, though the mixer is closed. pygame takes a
    mixer for open while this is there, so it is let go of before the next is opened."""

    def __init__(self) -> None:
        self._init: Asked | None = None
        self._quit: Asked | None = None
        self._is_kept = False
        with suppress(OSError, AttributeError):  # hidden in this build
            library = ctypes.CDLL(pygame.base.__file__)
            self._init, self._quit = library.SDL_InitSubSystem, library.SDL_QuitSubSystem

    @property
    def can_be_kept(self) -> bool:
        """Whether SDL can be asked here."""
        return self._init is not None

    def keep(self) -> None:
        """From now on, whatever becomes of the mixer."""
        if self._init and not self._is_kept:
            self._is_kept = self._init(ctypes.c_uint32(AUDIO)) == 0

    def let_go(self) -> None:
        """Before a mixer is opened."""
        if self._quit and self._is_kept:
            self._is_kept = False
            self._quit(ctypes.c_uint32(AUDIO))
