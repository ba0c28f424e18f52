"""Smooth lines through points and the tapered tubes limbs and toes are made of. Rig units, y down."""

from __future__ import annotations

import math
from collections.abc import Sequence

from game.puppet.matrix import Point


def smooth(points: Sequence[Point], pieces: int = 8) -> list[Point]:
    """A Catmull-Rom line through every point, `pieces` short lines between two of them."""
    padded = [points[0], *points, points[-1]]
    out: list[Point] = []
    for i in range(1, len(padded) - 2):
        p0, p1, p2, p3 = padded[i - 1 : i + 3]
        out += [_catmull(p0, p1, p2, p3, n / pieces) for n in range(pieces)]
    return [*out, points[-1]]


def _catmull(p0: Point, p1: Point, p2: Point, p3: Point, t: float) -> Point:
    def one(a: float, b: float, c: float, d: float) -> float:
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)

    return one(p0[0], p1[0], p2[0], p3[0]), one(p0[1], p1[1], p2[1], p3[1])


def along(points: Sequence[Point], share: float) -> list[Point]:
    """The first `share` (0..1, by length) of the smooth line through the points."""
    line = smooth(points, 10)
    lengths = [math.dist(a, b) for a, b in zip(line, line[1:])]
    left = max(0.0, min(1.0, share)) * sum(lengths)
    out = [line[0]]
    for a, b, length in zip(line, line[1:], lengths):
        if left <= length:
            u = left / length if length else 0
            out.append((a[0] + (b[0] - a[0]) * u, a[1] + (b[1] - a[1]) * u))
            break
        out.append(b)
        left -= length
    return out


def back_from_end(points: Sequence[Point], way: float) -> tuple[Point, Point]:
    """The point `way` before the end of a line, and the direction (of length 1) in which the line goes on from there;
    its beginning where the line is shorter."""
    left = way
    for b, a in zip(points[::-1], points[-2::-1]):
        length = math.dist(a, b) or 1e-9
        direction = (b[0] - a[0]) / length, (b[1] - a[1]) / length
        if left <= length or a is points[0]:
            u = min(1.0, left / length)
            return (b[0] + (a[0] - b[0]) * u, b[1] + (a[1] - b[1]) * u), direction
        left -= length
    raise ValueError("a line has two points at least")


def width_at(widths: Sequence[float], u: float) -> float:
    """The width at 0..1 along a tube whose widths are given evenly spaced."""
    place = u * (len(widths) - 1)
    i = min(int(place), len(widths) - 2)
    return widths[i] + (widths[i + 1] - widths[i]) * (place - i)


def tube(points: Sequence[Point], widths: Sequence[float], fill: str) -> str:
    """SVG of a closed outline around a centre line, one width a point, with round ends."""
    left, right = [], []
    for i, (x, y) in enumerate(points):
        (x0, y0), (x1, y1) = points[max(i - 1, 0)], points[min(i + 1, len(points) - 1)]
        dx, dy = x1 - x0, y1 - y0
        length = math.hypot(dx, dy) or 1
        h = widths[i] / 2
        left.append((x - dy / length * h, y + dx / length * h))
        right.append((x + dy / length * h, y - dx / length * h))
    first, last = widths[0] / 2, widths[-1] / 2
    back = "".join(f"L{x:.2f} {y:.2f}" for x, y in reversed(right[:-1]))
    return (
        f'<path d="M{left[0][0]:.2f} {left[0][1]:.2f}' + "".join(f"L{x:.2f} {y:.2f}" for x, y in left[1:])
        + f"A{last:.2f} {last:.2f} 0 0 0 {right[-1][0]:.2f} {right[-1][1]:.2f}{back}"
        + f'A{first:.2f} {first:.2f} 0 0 0 {left[0][0]:.2f} {left[0][1]:.2f}Z" fill="{fill}"/>'
    )  # fmt: skip
