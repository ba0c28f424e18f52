"""The figures of frames: play, where somebody is and the map in floors, still screens in frames that need not be.

Each size is measured in a process of its own, with its floor.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from game.app.loop import FRAME
from game.bench.own_process import said_by
from game.bench.pairs import Figure, median, ratios, share
from game.bench.screens_at_loop import FIXED, SCROLLING, STILL, Cost

SIZES = ((1280, 720), (1920, 1080))
CODE = "import sys; from game.bench.screens_at_loop import print_costs; print_costs(int(sys.argv[1]), int(sys.argv[2]))"

# The most a screen's median and its slowest hundredth may be, in floors; where a place passes by all of it is drawn.
STANDING, PASSING = (2.0, 3.5), (5.0, 7.0)
MOST_OF_FRAME = {**dict.fromkeys(FIXED, 10.0), **dict.fromkeys(SCROLLING, 25.0)}  # per cent of a sixtieth of a second


def measures() -> Iterator[Figure]:
    """The figures of both sizes."""
    for w, h in SIZES:
        for cost in said_by(_costs, CODE, str(w), str(h), env=os.environ):
            yield from figures(cost, f"{h}p")


def _costs(rows: list[tuple[str, list[list[float]], list[list[float]], int]]) -> list[Cost]:
    return [Cost(*row) for row in rows]


def figures(cost: Cost, size: str) -> Iterator[Figure]:
    """What one screen's cost says: of its repeats the middle one."""
    name = f"{size} {cost.name}"
    if not cost.frames:
        yield Figure(f"{name}: frames drawn in {STILL:.0f} s of nothing", cost.drawn, "frames", 0)
        return
    middle, slowest = PASSING if cost.name in SCROLLING else STANDING
    floors = [median(floor) for floor in cost.floors]
    middles = [share(frames, 0.5) for frames in cost.frames]
    slowests = [share(frames, 0.99) for frames in cost.frames]
    yield _of(ratios(middles, floors), f"{name}: a frame", "x floor", middle)
    yield _of(ratios(slowests, floors), f"{name}: the slowest of a hundred", "x floor", slowest)
    of_frame = [100 * took / FRAME for took in middles]
    yield _of(of_frame, f"{name}: share of a sixtieth of a second", "%", MOST_OF_FRAME.get(cost.name))


def _of(values: list[float], name: str, unit: str, goal: float | None) -> Figure:
    return Figure(name, median(values), unit, goal, spread=max(values) - min(values))
