"""What is tried in a process of its own, for a display or sound server can end or hold up whoever opens it.

From Python it is `python -m game.ui.audio.device_tries NAME`; a bundle has no Python to start, so there the program
itself is started with `TRY` before the name, see `game/__main__.py`.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys

TRY = "--try-device"
RATE, BUFFER = 48_000, 1024  # 24 and 48 kHz clips keep every sample at 48 kHz; at 44.1 kHz some were lost


def is_bundle() -> bool:
    """Whether this is a program of its own, which carries Python inside and cannot be asked to run other code."""
    return bool(getattr(sys, "frozen", False))


def command(name: str) -> tuple[str, ...]:
    """What is started to try a device: one of `TRIES`."""
    return (sys.executable, TRY, name) if is_bundle() else (sys.executable, "-m", __spec__.name, name)


def run(name: str) -> None:
    """Tries it. The process ends with 0 where it went well; what it was asked for is printed."""
    os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    _leave_no_core()
    TRIES[name]()


def _sound() -> None:
    import pygame.mixer as mixer

    mixer.init(RATE, -16, 2, BUFFER)
    mixer.quit()


def _display() -> None:
    import pygame

    pygame.display.init()
    sys.stdout.write(pygame.display.get_driver())


TRIES = {"sound": _sound, "display": _display}


def _leave_no_core() -> None:
    """A try that is ended by a signal leaves no file behind."""
    if importlib.util.find_spec("resource"):  # not on Windows
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    run(sys.argv[1])
