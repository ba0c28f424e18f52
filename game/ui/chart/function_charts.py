"""The curve of what feet can do: a dot for each time it was found out, left and right in one picture.

Dots are joined, for there are four weeks between them; each line is named at its end and the second has square ones, so
that colour is never alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from game.frozen import dataclass
from game.ui import theme
from game.ui.chart.charts import AXIS, LINE
from game.ui.paper import Paper
from game.ui.theme import INK_2, SEMI_BOLD
from game.ui.view import Box

COLOURS = (theme.TEAL.fill, theme.CORAL.fill)
NAMES_ROOM = 22  # right of the last dot
APART = 15  # names at a line's end are at least so far from each other


@dataclass(frozen=True, slots=True)
class Curve:
    """One line: its short name and its values by day, in the order of days."""

    name: str
    points: Sequence[tuple[date, int]]


def curves(paper: Paper, box: Box, lines: Sequence[Curve], first: str, last: str) -> None:
    """One or two lines from zero up; `first` and `last` name the ends of the time axis. Nothing without a value."""
    days = sorted({day for line in lines for day, _ in line.points})
    if not days:
        return
    top = max(1, *(value for line in lines for _, value in line.points))
    span = max(1, (days[-1] - days[0]).days)
    right = box.right - NAMES_ROOM

    def at(day: date, value: int) -> tuple[float, float]:
        x = box.x + 10 + (right - box.x - 20) * ((day - days[0]).days / span if len(days) > 1 else 0.5)
        return x, box.bottom - value / top * (box.h - 6)

    body = f'<path d="M{box.x} {box.y + 6}H{right}" stroke="{LINE}" stroke-width="2"/>'
    body += f'<path d="M{box.x} {box.bottom}H{right}" stroke="{AXIS}" stroke-width="2"/>'
    for colour, line in zip(COLOURS, lines):
        places = [at(day, value) for day, value in line.points]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        if len(places) > 1:
            body += f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="4" stroke-linejoin="round"/>'
        body += "".join(_dot(x, y, colour, is_square=colour is COLOURS[1]) for x, y in places)
    paper.shape(body, box.grown(10), alpha=0)
    paper.text(str(top), 16, box.x - 8, box.y + 6, INK_2, SEMI_BOLD, "r", 34)
    _names(paper, [(line.name, at(*line.points[-1])[1]) for line in lines if line.points and line.name], right)
    paper.text(first, 16, box.x, box.bottom + 14, INK_2, SEMI_BOLD, "l", 110)
    if last != first:
        paper.text(last, 16, right, box.bottom + 14, INK_2, SEMI_BOLD, "r", 110)


def _dot(x: float, y: float, colour: str, *, is_square: bool) -> str:
    if is_square:
        return f'<rect x="{x - 6:.1f}" y="{y - 6:.1f}" width="12" height="12" rx="1" fill="{colour}"/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" fill="{colour}"/>'


def _names(paper: Paper, names: Sequence[tuple[str, float]], x: float) -> None:
    """At the lines' ends, kept apart."""
    heights = [y for _, y in names]
    if len(heights) == 2 and abs(heights[0] - heights[1]) < APART:
        middle, up = sum(heights) / 2, -1 if heights[0] <= heights[1] else 1
        heights = [middle + up * APART / 2, middle - up * APART / 2]
    for (name, _), y in zip(names, heights):
        paper.text(name, 16, x + 6, y, INK_2, SEMI_BOLD, "l", 16)
