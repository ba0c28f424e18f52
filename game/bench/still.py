"""What a still page costs, at the real loop in a real window with the sound open as it begins: processor, wake-ups,
pictures drawn, and how soon a key is seen.

In a process of its own. It needs a window system that tells of inputs by itself: the one that is here, else Xvfb; the
dummy driver has none, and SDL would look a thousand times a second.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pygame

from game.app.game import Game
from game.app.loop import App
from game.app.window import WindowChoice, open_window
from game.bench.own_process import said_by, say
from game.bench.pairs import REPEATS, Figure, median
from game.data.journal.journal import Journal
from game.gallery.screens import SCREENS

SIZE = 1280, 720
SCREEN = "first-pin"
SETTLES = 25.0  # seconds until nothing is made ahead any more and the silent mixer was given back
WATCHED = 4.0  # seconds of one of the repeats: together the twenty of the goal
LONGEST = 60.0  # seconds until a screen is there
APART = 0.73  # seconds from key to key: they fall at any moment of the loop's waiting
MOST_CPU, MOST_WAKE_UPS, MOST_SEEN = 0.25, 10.0, 50.0  # per cent, a second, milliseconds
CODE = "from game.bench.still import print_watched; print_watched()"


class Watched(NamedTuple):
    """Of each repeat: per cent of one processor, wake-ups a second, pictures drawn; and milliseconds until each key's
    picture was there."""

    cpu: list[float]
    wake_ups: list[float]
    drawn: list[int]
    seen: list[float]


def measures() -> Iterator[Figure]:
    """One row that says so where no window system can be had, or the system does not count wake-ups."""
    with _display() as display:
        seen = None if display is None else _in_a_process(display)
    if seen is None:
        yield Figure("still page: not measured", 0, "", None, "no window system whose wake-ups are counted")
        return
    note = f"in {WATCHED * REPEATS:.0f} s"
    yield Figure("still page: processor", median(seen.cpu), "%", MOST_CPU, note, max(seen.cpu) - min(seen.cpu))
    wake_ups = seen.wake_ups
    yield Figure(
        "still page: wake-ups", median(wake_ups), "a second", MOST_WAKE_UPS, note, max(wake_ups) - min(wake_ups)
    )
    yield Figure("still page: pictures drawn", sum(seen.drawn), "pictures", 0, note)
    yield Figure("still page: from a key to its picture", max(seen.seen), "ms", MOST_SEEN, "the slowest of five")


@contextmanager
def _display() -> Iterator[dict[str, str] | None]:
    """What the environment has to say to come to a window; None where there is none."""
    if sys.platform == "win32":
        yield None
        return
    if sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield {}
        return
    if not shutil.which("Xvfb"):
        yield None
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        number = os.read(read, 16).decode().strip()  # it comes when the server takes windows
        yield {"DISPLAY": f":{number}", "SDL_VIDEODRIVER": "x11"} if number else None
    finally:
        os.close(read)
        server.terminate()
        server.wait()


def _in_a_process(display: dict[str, str]) -> Watched:
    env = {k: v for k, v in os.environ.items() if k != "SDL_VIDEODRIVER"}
    return said_by(Watched, CODE, env={**env, **display})


def print_watched() -> None:
    """For the process: one line of JSON."""
    say(watched())


def watched(settles: float = SETTLES, watches: float = WATCHED, apart: float = APART) -> Watched:
    """The page on which a PIN is chosen, in a window, left alone for `settles` seconds, watched `REPEATS` times for
    `watches`, then with a key every `apart` seconds."""
    window = open_window(WindowChoice(size=SIZE))
    game = Game(Journal.in_memory(), SIZE, mute=False, seed=1)  # of nobody yet: no gate is before it
    scene = next(scene for name, scene in SCREENS["first_start/welcome"].scenes(game.context) if name == SCREEN)
    app = App(window, game.context, scene, game.resized)
    watch = _Watch(app, settles, watches, apart)
    watch.start()
    try:
        app.run()
    finally:
        watch.join()
        game.close()
    return watch.found


class _Watch(threading.Thread):
    """Looks at the loop from beside it, and ends it."""

    def __init__(self, app: App, settles: float, watches: float, apart: float) -> None:
        super().__init__(name="watch a still page")
        self.found = Watched([], [], [], [])
        self._app, self._times = app, (settles, watches, apart)
        self._drawn, self._is_drawn = 0, threading.Event()
        self._update, self._flip = pygame.display.update, pygame.display.flip
        pygame.display.update, pygame.display.flip = self._updated, self._flipped

    def _updated(self, *what: object) -> None:
        self._update(*what)
        self._drawn += 1
        self._is_drawn.set()

    def _flipped(self) -> None:
        self._flip()
        self._drawn += 1
        self._is_drawn.set()

    def run(self) -> None:
        settles, watches, apart = self._times
        try:
            self._until(SCREEN)
            time.sleep(settles)
            for _ in range(REPEATS):
                self._look(watches)
            for key in (pygame.K_TAB,) * REPEATS:
                time.sleep(apart)
                self._press(key)
        finally:
            pygame.display.update, pygame.display.flip = self._update, self._flip
            self._app.quit()

    def _until(self, screen: str) -> None:
        """That screen is there and still. Raises TimeoutError."""
        begun = time.perf_counter()
        while self._app.scene.name != screen or self._app.view.is_drawing or self._app.view.is_changing:
            if time.perf_counter() - begun > LONGEST:
                raise TimeoutError(f"{self._app.scene.name} instead of {screen}")
            time.sleep(0.1)

    def _look(self, seconds: float) -> None:
        cpu, wake_ups, drawn = time.process_time(), _wake_ups(), self._drawn
        time.sleep(seconds)
        self.found.cpu.append(100 * (time.process_time() - cpu) / seconds)
        self.found.wake_ups.append((_wake_ups() - wake_ups) / seconds)
        self.found.drawn.append(self._drawn - drawn)

    def _press(self, key: int) -> None:
        self._is_drawn.clear()
        begun = time.perf_counter()
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, unicode="", mod=0))
        self._is_drawn.wait(5.0)
        self.found.seen.append(1000 * (time.perf_counter() - begun))


def _wake_ups() -> int:
    """How often any thread of this process gave the processor back to wait, and so had to be woken."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_nvcsw
