"""How long the game takes to its window and to its first screen, beside the smallest pygame window there is.

Each is a process of its own, started in turn. The clock stops when the picture is in the window: a process says that
moment and what it had cost the processor by then. What it does to end is waited for by nobody.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from game.bench.own_process import said_by
from game.bench.pairs import Figure, median, ratio, ratios, spread_of
from game.data.files.clock import local_now
from game.data.files.paths import CHECKPOINT

ROUNDS = 5
WEEKS = 12  # of a made-up family with one child
SAY = "import json; print(json.dumps([time.perf_counter(), time.process_time()]), flush=True)"
SMALLEST = f"""
import time
import pygame
pygame.display.init()
pygame.font.init()
window = pygame.display.set_mode((1280, 720))
window.fill((143, 199, 192))
window.blit(pygame.font.Font(None, 40).render("hello", True, (0, 0, 0)), (40, 40))
pygame.display.flip()
{SAY}
"""
PLAY = """
from game.cli import main
sys.exit(main(["--data-dir", sys.argv[1], "play", "--mute", "--size", "1280x720"]))
"""
# The game as a family starts it, left when its window lies there as plain paper.
PAPER = f"""
import sys, time
from game.app import window
opened = window.open_window
def left(choice):
    opened(choice)
    {SAY}
    sys.exit(0)
window.open_window = left
{PLAY}
"""


def left_when(moment: str, deed: str = SAY) -> str:
    """The same, left after the frame by which `moment` has come, in which `deed` is done at once. Both are code. The
    loop is taken hold of just before it begins, so that all is imported when and as a start imports it."""
    return f"""
import os, sys, time
from game.app import garbage
begun, begins = time.perf_counter(), garbage.leave_alone_what_is_here
def hold():
    begins()
    from game.app.loop import App
    step = App.step
    def one(self, *seconds):
        step(self, *seconds)
        if self.running and ({moment}):
            {deed}
            self.quit()
    App.step = one
garbage.leave_alone_what_is_here = hold
{PLAY}
"""


SHOWN, HEARS = "self.view.is_shown", "self.view.is_drawn"
LONGEST = 60  # seconds until it is given up
SETTLED = f"os.path.exists(os.path.join(sys.argv[1], {CHECKPOINT!r})) or time.perf_counter() > begun + {LONGEST}"


class ProcessFigures(NamedTuple):
    """One process until its picture: seconds by the clock and of the processor."""

    wall: float
    cpu: float


def measures(rounds: int = ROUNDS) -> Iterator[Figure]:
    """The window, who is playing of a family of some weeks as its last session left it, until it is seen and until it
    hears, and the first start of all."""
    with tempfile.TemporaryDirectory() as folder:
        family, nobody = _lived(folder), f"{folder}/nobody"
        codes = {
            "smallest": (SMALLEST, nobody), "paper": (PAPER, family),
            "who": (left_when(SHOWN), family), "heard": (left_when(HEARS), family), "first": (left_when(SHOWN), nobody),
        }  # fmt: skip
        for code, data in codes.values():  # what comes compiled and kept is made by the first, which is not counted
            _run(code, data, folder)
        runs: dict[str, list[ProcessFigures]] = {name: [] for name in codes}
        for _ in range(rounds):
            for name, (code, data) in codes.items():
                runs[name].append(_run(code, data, folder))
    walls, works = ({name: [run[n] for run in told] for name, told in runs.items()} for n in (0, 1))
    yield _figure("start to the window", walls["paper"], walls["smallest"], 2.0)
    for name, said in (
        ("who", f"start to who is playing, {WEEKS} weeks"), ("heard", "start until it hears a press"),
        ("first", "start to the very first page"),
    ):  # fmt: skip
        yield _figure(said, walls[name], walls["smallest"], 2.5)
        yield _figure(f"{said}: work", works[name], works["smallest"], 2.5)


def _figure(name: str, ours: Sequence[float], smallest: Sequence[float], goal: float) -> Figure:
    note = f"{1000 * median(ours):.0f} ms here of {1000 * median(smallest):.0f}"
    return Figure(name, ratio(ours, smallest), "x smallest window", goal, note, spread_of(ratios(ours, smallest)))


def _lived(folder: str) -> str:
    """A family's data as its last session left it: with what was learnt of its diary beside the loop."""
    data, days = f"{folder}/family", 7 * WEEKS
    begin = (local_now() - timedelta(days)).date().isoformat()
    case = ["--programme", "children", "--age", "5-6", "--family", "typical", "--start", begin, "--days", str(days)]
    command = [sys.executable, "-m", "game", "simulate", *case, "--into", data]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    _run(left_when(SETTLED), data, folder)
    if not Path(data, CHECKPOINT).exists():
        raise RuntimeError("the first session left no checkpoint")
    return data


def _run(code: str, data: str, folder: str) -> ProcessFigures:
    # Installed games come compiled; here the first start compiles, wherever the project lies and may be written to.
    surroundings = {
        **os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "XDG_CACHE_HOME": f"{folder}/cache",
        "PYTHONPYCACHEPREFIX": f"{folder}/compiled", "PYTHONDONTWRITEBYTECODE": "",
    }  # fmt: skip
    start = time.perf_counter()  # the same clock in every process
    return said_by(lambda shown, cpu: ProcessFigures(shown - start, cpu), code, data, env=surroundings)
