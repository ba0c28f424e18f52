"""Outlines as SVG writes them, as the straight lines and cubic curves a PDF knows.

Numbers may stand as closely together as SVG allows: `M0 0l10-5.5.5.5z`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from game.frozen import dataclass

NUMBER, FLAG, BLANKS = (
    re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"),
    re.compile("[01]"),
    re.compile(r"[\s,]*"),
)
LETTERS = "MLHVCSQTAZmlhvcsqtaz"
TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Segment:
    """`move`, `line`, `curve` or `close`, with one, one, three and no points; the last is where it ends."""

    kind: str
    points: tuple[Point, ...] = ()


@lru_cache(maxsize=4096)  # the same faces and feet stand on a page many times
def segments(outline: str) -> tuple[Segment, ...]:
    """The outline in absolute points. ValueError for what is no outline.

    >>> [s.kind for s in segments("M0 0h10v10z")]
    ['move', 'line', 'line', 'close']
    """
    return tuple(_segments(outline))


def _segments(outline: str) -> Iterator[Segment]:
    at: Point = (0.0, 0.0)
    begun: Point = (0.0, 0.0)
    handle: Point | None = None  # the last control point, which S and T mirror
    before = ""
    for letter, values in _commands(outline):
        ox, oy = at if letter.islower() else (0.0, 0.0)
        match letter.upper():
            case "Z":
                yield Segment("close")
                at, handle = begun, None
            case "A":
                end = (ox + values[5], oy + values[6])
                yield from _arc(at, values[0], values[1], values[2], values[3] != 0, values[4] != 0, end)
                at, handle = end, None
            case "H" | "V" as straight:
                at = (ox + values[0], at[1]) if straight == "H" else (at[0], oy + values[0])
                yield Segment("line", (at,))
                handle = None
            case kind:
                points = [(ox + x, oy + y) for x, y in zip(values[::2], values[1::2], strict=True)]
                mirrored = _mirrored(at, handle if before and before in ("CS" if kind in "CS" else "QT") else None)
                segment, handle = _drawn(kind, at, points, mirrored)
                yield segment
                at = points[-1]
                begun = at if kind == "M" else begun
        before = letter.upper()


def _drawn(kind: str, at: Point, points: list[Point], mirrored: Point) -> tuple[Segment, Point | None]:
    """A segment of M, L, C, S, Q or T, and the control point the next one may mirror."""
    if kind in "ML":
        return Segment("move" if kind == "M" else "line", (points[0],)), None
    if kind in "CS":
        first, second, end = points if kind == "C" else (mirrored, *points)
        return Segment("curve", (first, second, end)), second
    middle, end = points if kind == "Q" else (mirrored, points[0])
    return Segment("curve", (_between(at, middle), _between(end, middle), end)), middle


def _between(end: Point, middle: Point) -> Point:
    """A cubic curve's control point for a quadratic one's."""
    return end[0] + 2 / 3 * (middle[0] - end[0]), end[1] + 2 / 3 * (middle[1] - end[1])


def _mirrored(at: Point, handle: Point | None) -> Point:
    return (2 * at[0] - handle[0], 2 * at[1] - handle[1]) if handle else at


def _commands(outline: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each letter with its numbers; numbers that go on without a letter repeat it, after a move as lines."""
    place, letter = _after_blanks(outline, 0), ""
    while place < len(outline):
        if outline[place] in LETTERS:
            letter, place = outline[place], place + 1
        elif letter in ("", "Z", "z"):
            raise ValueError(f"{outline[:40]!r}: a number where a letter must stand")
        values = []
        for n in range(TAKES[letter.upper()]):
            place = _after_blanks(outline, place)
            # The two flags of an arc are one digit each, and may touch what follows: a1 1 0 01.5.5
            found = (FLAG if letter in "Aa" and n in (3, 4) else NUMBER).match(outline, place)
            if found is None:
                raise ValueError(f"{outline[:40]!r}: {letter} needs {TAKES[letter.upper()]} numbers")
            values.append(float(found[0]))
            place = found.end()
        yield letter, tuple(values)
        letter = {"M": "L", "m": "l"}.get(letter, letter)
        place = _after_blanks(outline, place)


def _after_blanks(outline: str, place: int) -> int:
    found = BLANKS.match(outline, place)
    return found.end() if found else place


# ------------------------------------------------------------------------------------------ arcs
def _arc(start: Point, rx: float, ry: float, turn: float, large: bool, sweep: bool, end: Point) -> Iterator[Segment]:
    """An elliptic arc as curves of at most a quarter each, after the notes on implementation of SVG 1.1, F.6."""
    if start == end:
        return
    rx, ry = abs(rx), abs(ry)
    if not (rx and ry):
        yield Segment("line", (end,))
        return
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, cos * dy - sin * dx
    grow = max(1.0, math.sqrt((x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    square = (rx * ry) ** 2 / ((rx * y) ** 2 + (ry * x) ** 2) - 1
    share = math.sqrt(max(0.0, square)) * (-1 if large == sweep else 1)
    cx, cy = share * rx * y / ry, -share * ry * x / rx
    middle = cos * cx - sin * cy + (start[0] + end[0]) / 2, sin * cx + cos * cy + (start[1] + end[1]) / 2
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    swept = (math.atan2((-y - cy) / ry, (-x - cx) / rx) - first) % math.tau
    if not sweep and swept:
        swept -= math.tau
    many = max(1, math.ceil(abs(swept) / (math.pi / 2) - 1e-9))
    for n in range(many):
        a, b = first + swept * n / many, first + swept * (n + 1) / many
        k = 4 / 3 * math.tan((b - a) / 4)
        circle = (
            (math.cos(a) - k * math.sin(a), math.sin(a) + k * math.cos(a)),
            (math.cos(b) + k * math.sin(b), math.sin(b) - k * math.cos(b)),
            (math.cos(b), math.sin(b)),
        )
        places = [
            (cos * rx * px - sin * ry * py + middle[0], sin * rx * px + cos * ry * py + middle[1]) for px, py in circle
        ]
        yield Segment("curve", (places[0], places[1], end if n == many - 1 else places[2]))
