"""How long the game takes to its window and to its first screen, beside the smallest pygame window there is.

Each is a process of its own, started in turn. CPU comes from the system where it tells it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from typing import NamedTuple

from game.bench.pairs import Figure, median, ratio, ratios, spread_of

ROUNDS = 5
SMALLEST = """
import pygame
pygame.display.init()
pygame.font.init()
window = pygame.display.set_mode((1280, 720))
window.fill((143, 199, 192))
window.blit(pygame.font.Font(None, 40).render("hello", True, (0, 0, 0)), (40, 40))
pygame.display.flip()
"""
# The game as a family starts it, left when its window lies there as plain paper.
PAPER = """
import sys
from game.app import window
opened = window.open_window
def left(choice):
    opened(choice)
    sys.exit(0)
window.open_window = left
from game.cli import main
sys.exit(main(["--data-dir", sys.argv[1], "play", "--mute", "--size", "1280x720"]))
"""
# The same, left after its first picture.
OURS = """
import sys
from game.app import loop
step = loop.App.step
def first(self, *seconds):
    step(self, *seconds)
    if self.view.is_shown:
        self.quit()
loop.App.step = first
from game.cli import main
sys.exit(main(["--data-dir", sys.argv[1], "play", "--mute", "--size", "1280x720"]))
"""


class ProcessFigures(NamedTuple):
    """One process: seconds by the clock and of the processor, and its most memory in MiB (0 where nobody tells)."""

    wall: float
    cpu: float
    memory: float


def measures(rounds: int = ROUNDS) -> Iterator[Figure]:
    """The start; the first one, which makes the diary, is not counted."""
    with tempfile.TemporaryDirectory() as folder:
        for code in (OURS, PAPER):
            _run(code, folder)
        paper, ours, smallest = [], [], []
        for _ in range(rounds):
            paper.append(_run(PAPER, folder))
            ours.append(_run(OURS, folder))
            smallest.append(_run(SMALLEST, folder))
    unit = "x smallest window"
    for name, runs, goal in (("start to the window", paper, 2.0), ("start to the first screen", ours, 2.5)):
        here = f"{1000 * median([r.wall for r in runs]):.0f} ms here"
        rows = [r.wall for r in runs], [r.wall for r in smallest]
        yield Figure(name, ratio(*rows), unit, goal, here, spread_of(ratios(*rows)))
    if ours[0].cpu:
        rows = [r.cpu for r in ours], [r.cpu for r in smallest]
        yield Figure("work until then", ratio(*rows), unit, 2.5, "", spread_of(ratios(*rows)))


def _run(code: str, folder: str) -> ProcessFigures:
    # Installed games come compiled; here the first start compiles, wherever the project lies and may be written to.
    surroundings = {
        **os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1",
        "PYTHONPYCACHEPREFIX": f"{folder}/compiled", "PYTHONDONTWRITEBYTECODE": "",
    }  # fmt: skip
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", code, folder], env=surroundings, stdout=subprocess.DEVNULL)
    if sys.platform == "win32":
        code_, used = process.wait(), None
    else:
        _, status, used = os.wait4(process.pid, 0)
        code_ = process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if code_:
        raise RuntimeError(f"a measured process ended with {code_}")
    if used is None:
        return ProcessFigures(wall, 0, 0)
    unit = 2**20 if sys.platform == "darwin" else 2**10  # macOS counts bytes, Linux kibibytes
    return ProcessFigures(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)
