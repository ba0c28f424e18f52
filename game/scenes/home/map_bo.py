"""Bo on the map: where he stands, and what he does there."""

from __future__ import annotations

import math
from collections.abc import Iterable

from game.ui.view import Box, Point

SCALE, WIDE, HIGH = 0.34, 104, 188
# The grown-ups' door, the story and the stickers, and the chime.
CORNERS = (
    (76.0, 646.0, 52.0), (76.0, 530.0, 50.0), (1198.0, 646.0, 60.0),
    *((x, 200.0, 46.0) for x in (830.0, 900.0, 970.0, 1040.0, 1100.0)),
)  # fmt: skip
GREET_SECONDS, IDLE_SECONDS = 3.2, 30.0  # then Bo stands still, and so does the computer
Disc = tuple[float, float, float]


def place(at: Point, taken: Iterable[Disc]) -> Point:
    """Where Bo's feet stand: beside the station at `at`, hiding as little as possible of the discs (x, y, r)."""
    discs = (*taken, *CORNERS)

    def cost(spot: Point) -> float:
        x, y = spot
        box = Box(x - WIDE / 2, y - HIGH, WIDE, HIGH)
        hidden = sum(max(0.0, r - _distance(box, cx, cy)) for cx, cy, r in discs)
        outside = max(0.0, 30 - box.x) + max(0.0, box.right - 1250) + max(0.0, 160 - box.y) + max(0.0, y - 706)
        return 10 * hidden + 9 * outside + 0.4 * math.dist(spot, (at[0] - 112, at[1] + 28))

    around = ((d, a / 12 * math.pi) for d in (112, 126, 140, 156) for a in range(24))
    return min(((at[0] + d * math.cos(a), at[1] + 40 + d * math.sin(a)) for d, a in around), key=cost)


def clip_at(age: float, is_calm: bool) -> tuple[str, float]:
    """What he does `age` seconds after the map was entered, and how far into the clip: greets, then breathes."""
    if is_calm:
        return "idle", 0.0
    return ("greet", age) if age < GREET_SECONDS else ("idle", age - GREET_SECONDS)


def _distance(box: Box, x: float, y: float) -> float:
    """From a point to a box, 0 inside."""
    return math.hypot(max(box.x - x, 0, x - box.right), max(box.y - y, 0, y - box.bottom))
