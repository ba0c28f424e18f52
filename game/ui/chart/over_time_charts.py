"""Counts over time in lanes one below the other, all on the same days: stacked columns, paired columns, stems.

Each kind of count has a texture of its own (full, slanted, level, crossed, empty), so that a column can be read without
colours and on a black-and-white print.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum

from game.core.days import days_between, plus
from game.frozen import dataclass
from game.ui.chart import legend as legends
from game.ui.chart.charts import AXIS, LINE, grid_step
from game.ui.chart.dose_charts import hurt_sign
from game.ui.paper import Paper
from game.ui.theme import INK, INK_2, SEMI_BOLD
from game.ui.view import Box

SWATCH = (18.0, 13.0)  # of the legend
LEAST = 3.0  # design units: one of hundreds is still seen
SLANT = 6.0  # between two lines of a texture
MOST_PAIN = 10


class Texture(StrEnum):
    """How a column is filled."""

    FULL = "full"
    SLANTED = "slanted"
    LEVEL = "level"
    CROSSED = "crossed"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of count: its word, its look, and how many there are in all."""

    word: str
    texture: Texture
    colour: str
    total: int


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days `first` to `last` from `left` to `right`, each of the same width."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day begins; days that are not on it at its ends."""
        days = days_between(self.first, self.last) + 1
        return self.left + (self.right - self.left) * max(0, min(days, days_between(self.first, day))) / days

    def column(self, first: date, last: date, share: float = 0.72, widest: float = 34) -> tuple[float, float]:
        """Left edge and width of what stands for these days."""
        begin, end = self.x(first), self.x(plus(last, 1))
        wide = min(widest, share * (end - begin))
        return (begin + end - wide) / 2, wide


# ------------------------------------------------------------------------------------------ textures
def filled(x: float, y: float, w: float, h: float, texture: Texture, colour: str) -> str:
    """SVG of a column's piece."""
    if texture is Texture.FULL:
        return f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" fill="{colour}"/>'
    edge = min(1.6, w / 4, h / 2)
    out = (
        f'<rect x="{x + edge / 2:.1f}" y="{y + edge / 2:.1f}" width="{w - edge:.1f}" height="{max(0.1, h - edge):.1f}" '
        f'fill="#FFFFFF" stroke="{colour}" stroke-width="{edge:.1f}"/>'
    )
    lines = ""
    if texture is Texture.LEVEL:
        at = y + SLANT / 2
        while at < y + h - 1:
            lines += f"M{x:.1f} {at:.1f}H{x + w:.1f}"
            at += SLANT / 2 + 1
    if texture in (Texture.SLANTED, Texture.CROSSED):
        lines += _slants(x, y, w, h, rises=True)
    if texture is Texture.CROSSED:
        lines += _slants(x, y, w, h, rises=False)
    return out + (f'<path d="{lines}" stroke="{colour}" stroke-width="1.8" fill="none"/>' if lines else "")


def _slants(x: float, y: float, w: float, h: float, *, rises: bool) -> str:
    """Lines at 45 degrees, cut at the piece's edges."""
    out, at = "", SLANT / 2
    while at < w + h:
        x1, y1 = max(0.0, at - h), min(h, at)
        x2, y2 = min(w, at), max(0.0, at - w)
        if not rises:
            x1, x2 = w - x1, w - x2
        out += f"M{x + x1:.1f} {y + y1:.1f}L{x + x2:.1f} {y + y2:.1f}"
        at += SLANT
    return out


def legend(paper: Paper, x: float, y: float, kinds: Sequence[Kind], width: float, pitch: float = 19) -> None:
    """A line for each kind with its number in all, the first at the middle `y`."""
    w, h = SWATCH
    body = "".join(
        filled(x, y + n * pitch - h / 2, w, h, kind.texture, kind.colour) for n, kind in enumerate(kinds)
    )  # fmt: skip
    paper.shape(body, Box(x - 1, y - h / 2 - 1, w + 2, (len(kinds) - 1) * pitch + h + 2), alpha=0)
    room = width - w - 16 - _widest(paper, [str(kind.total) for kind in kinds], legends.SIZE)
    fitting = (
        s
        for s in legends.sizes(paper, pitch / legends.HIGH)
        if _widest(paper, [kind.word for kind in kinds], s) <= room
    )
    size = next(fitting, legends.SIZE)
    for n, kind in enumerate(kinds):
        paper.text(str(kind.total), legends.SIZE, x + width, y + n * pitch, INK, SEMI_BOLD, "r")
        legends.word(paper, kind.word, size, x + w + 8, y + n * pitch, room)


def _widest(paper: Paper, words: Sequence[str], size: float) -> float:
    return max((paper.pictures.text_width(word, size, SEMI_BOLD) for word in words), default=0.0)


# ------------------------------------------------------------------------------------------ lanes
def stacked(
    paper: Paper, box: Box, axis: TimeAxis, kinds: Sequence[Kind], rows: Sequence[tuple[date, date, Sequence[int]]]
) -> None:
    """A column for each row (its days, and a count for each kind), the first kind at the bottom."""
    at_y, body = _counted(paper, box, axis, max([1, *(sum(counts) for _, _, counts in rows)]))
    for first, last, counts in rows:
        x, wide = axis.column(first, last)
        bottom, so_far = box.bottom, 0
        for kind, n in zip(kinds, counts, strict=True):
            if n:
                so_far += n
                top = min(at_y(so_far), bottom - LEAST)
                body += filled(x, top, wide, bottom - top, kind.texture, kind.colour)
                bottom = top
    paper.shape(body, box.grown(4), alpha=0)


def paired(
    paper: Paper, box: Box, axis: TimeAxis, kinds: tuple[Kind, Kind], rows: Sequence[tuple[date, date, tuple[int, int]]]
) -> None:
    """Two columns side by side for each row."""
    at_y, body = _counted(paper, box, axis, max([1, *(max(counts) for _, _, counts in rows)]))
    for first, last, counts in rows:
        x, wide = axis.column(first, last, 0.84, 40)
        for n, (kind, count) in enumerate(zip(kinds, counts, strict=True)):
            if count:
                top = min(at_y(count), box.bottom - LEAST)
                half = wide / 2
                body += filled(x + n * half, top, half - 0.6, box.bottom - top, kind.texture, kind.colour)
    paper.shape(body, box.grown(4), alpha=0)


def stems(paper: Paper, box: Box, axis: TimeAxis, points: Sequence[tuple[date, int | None]]) -> None:
    """What hurt, from 0 to 10: a stem with its sign; without a stem and at half height where nobody said how much."""
    at_y, body = _counted(paper, box, axis, MOST_PAIN)
    for day, score in points:
        x, wide = axis.column(day, day)
        cx, y = x + wide / 2, at_y(MOST_PAIN / 2 if score is None else score)
        if score is not None:
            body += f'<path d="M{cx:.1f} {box.bottom}V{y:.1f}" stroke="#8A4A12" stroke-width="2.5"/>'
        body += hurt_sign(cx, y)
    paper.shape(body, box.grown(8), alpha=0)


def shades(axis: TimeAxis, top: float, bottom: float, spans: Sequence[tuple[date, date]]) -> str:
    """SVG of a shade over the days of each span that are on the axis."""
    out = ""
    for first, last in spans:
        if first <= axis.last and last >= axis.first:
            x, end = axis.x(first), axis.x(plus(last, 1))
            out += (
                f'<rect x="{x:.1f}" y="{top}" width="{max(2, end - x):.1f}" height="{bottom - top}" fill="{AXIS}" '
                'fill-opacity="0.3"/>'
            )
    return out


def days_below(paper: Paper, axis: TimeAxis, y: float, words: Sequence[tuple[date, str]]) -> None:
    """The days of the axis, each word under where its day begins; none over another."""
    free = axis.left - 20
    for day, word in words:
        half = paper.pictures.text_width(word, 16, SEMI_BOLD) / 2
        left = max(axis.left - 6, min(axis.right - 2 * half, axis.x(day) - half))
        if left >= free:
            free = paper.text(word, 16, left, y, INK_2, SEMI_BOLD, "l").right + 12


def _counted(paper: Paper, box: Box, axis: TimeAxis, most: int) -> tuple[Callable[[float], float], str]:
    """The height of a count, and SVG of the lines with their numbers already written."""
    step = grid_step(most)
    top = max(most, step)

    def at_y(n: float) -> float:
        return box.bottom - n / top * box.h

    body = ""
    high = [n for n in range(step, top + 1, step)] if box.h >= 60 else [top // step * step]
    for n in high:
        body += f'<path d="M{axis.left} {at_y(n):.1f}H{axis.right}" stroke="{LINE}" stroke-width="2"/>'
        paper.text(str(n), 16, axis.left - 10, at_y(n), INK_2, SEMI_BOLD, "r", 40)
    body += f'<path d="M{axis.left} {box.bottom}H{axis.right}" stroke="{AXIS}" stroke-width="2"/>'
    return at_y, body
