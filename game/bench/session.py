"""A whole morning of a new family, driven through the loop by key presses, in a process of its own for each size: what
is made inside the loop, what a change of screen costs it, and the most memory it takes.

Where it hurts: everything is seen for the first time, and nothing is kept on disk.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from typing import NamedTuple

from game.bench.inside import counting
from game.bench.morning import Morning
from game.bench.own_process import said_by, say
from game.bench.pairs import REPEATS, Figure, median
from game.ui.malloc_tuning import give_back_pictures

# The window, the most milliseconds of the loop's own work in one turn at a change of screen, and the most MiB.
SIZES = (((1280, 720), 16.0, 120.0), ((1920, 1080), 25.0, 200.0))
CODE = "import sys; from game.bench.session import print_driven; print_driven(int(sys.argv[1]), int(sys.argv[2]))"
AFTER = 3  # turns after a change that count to it


class Driven(NamedTuple):
    """One morning: things made inside the loop, milliseconds of the slowest turn at a change and its screen, MiB."""

    made: int
    change: float
    screen: str
    memory: float


def measures(repeats: int = REPEATS) -> Iterator[Figure]:
    """The figures of both sizes, each the middle of the repeats."""
    for (w, h), most_change, most_memory in SIZES:
        runs = [_in_a_process(w, h) for _ in range(repeats)]
        yield Figure(f"{h}p: made inside the loop in a morning", max(run.made for run in runs), "things", 0)
        slowest = max(runs, key=lambda run: run.change)
        yield _of([run.change for run in runs], f"{h}p: slowest turn at a change", "ms", most_change, slowest.screen)
        yield _of([run.memory for run in runs], f"{h}p: most memory in a morning", "MiB", most_memory, "")


def _of(values: list[float], name: str, unit: str, goal: float, note: str) -> Figure:
    return Figure(name, median(values), unit, goal, note, spread=max(values) - min(values))


def _in_a_process(w: int, h: int) -> Driven:
    return said_by(Driven, CODE, str(w), str(h), env=os.environ)


def print_driven(w: int, h: int) -> None:
    """For the process: one line of JSON."""
    say(drive((w, h)))


def drive(size: tuple[int, int], step: float = 1 / 10) -> Driven:
    """Plays the morning. Time is that of the loop's thread, so that a busy computer adds nothing."""
    give_back_pictures()
    watch = _Watch()
    with counting() as count:
        morning = Morning(size, step=step, each=watch.turned)
        count.inside.clear()
        morning.play()
        made = sum(count.inside.values())
    memory = most_memory()
    morning.close()
    return Driven(made, 1000 * watch.slowest, watch.screen, memory)


class _Watch:
    """Looks at every turn of a morning; the slowest one at a change of screen."""

    def __init__(self) -> None:
        self.slowest, self.screen = 0.0, ""
        self._before = time.thread_time()
        self._seen, self._since = 0, AFTER

    def turned(self, morning: Morning) -> None:
        took = time.thread_time() - self._before
        self._since = 0 if len(morning.screens) != self._seen else self._since + 1
        if (self._since < AFTER or morning.app.view.is_changing) and self._seen and took > self.slowest:
            self.slowest, self.screen = took, morning.screen
        self._seen = len(morning.screens)
        morning.settle()
        self._before = time.thread_time()


def most_memory() -> float:
    """The most this process ever took, in MiB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    unit = 2**20 if sys.platform == "darwin" else 2**10  # macOS counts bytes, Linux kibibytes
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
