"""Affine matrices (a, b, c, d, e, f) as in SVG's matrix(); degrees clockwise, y down."""

from __future__ import annotations

import math

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def times(m: Matrix, n: Matrix) -> Matrix:
    """First n, then m."""
    a, b, c, d, e, f = m
    p, q, r, s, t, u = n
    return a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f


def product(*matrices: Matrix) -> Matrix:
    """The matrices from the outermost to the innermost.

    >>> product(moved(1, 2), scaled(2, 2))
    (2, 0, 0, 2, 1, 2)
    """
    out = IDENTITY
    for matrix in matrices:
        out = times(out, matrix)
    return out


def moved(x: float, y: float) -> Matrix:
    return 1, 0, 0, 1, x, y


def turned(degrees: float) -> Matrix:
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return c, s, -s, c, 0, 0


def scaled(x: float, y: float) -> Matrix:
    return x, 0, 0, y, 0, 0


def applied(m: Matrix, p: Point) -> Point:
    """The point p seen through m."""
    return m[0] * p[0] + m[2] * p[1] + m[4], m[1] * p[0] + m[3] * p[1] + m[5]
