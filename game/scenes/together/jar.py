"""The jar between two who play: one paper star for each exercise done together, pale ones for those to come.

It is emptied into the shared picture at the end; it is in no star total.
"""

from __future__ import annotations

import math

from game.ui.paper import Paper
from game.ui.view import Box

JAR = Box(566, 430, 148, 172)
MOUTH = (640.0, 452.0)
ROOM = 9  # stars that are seen one by one
STAR = 42


def paint_jar(paper: Paper, stars: int, to_come: int, night: bool = False) -> None:
    """Glass, lid, and what is in it from the bottom up."""
    x, y, w, h = JAR.x, JAR.y, JAR.w, JAR.h
    glass, rim = ("#5A6396", "#E9E4F2") if night else ("#DCEBE8", "#FFF9EC")
    body = (
        f'<rect x="{x + 4}" y="{y + 24}" width="{w - 8}" height="{h - 28}" rx="30" fill="{glass}" fill-opacity="0.92" '
        f'stroke="{rim}" stroke-width="7"/>'
        f'<path d="M{x + 24} {y + 54}V{y + 104}" stroke="{rim}" stroke-width="8" stroke-linecap="round"/>'
        f'<rect x="{x + 16}" y="{y + 4}" width="{w - 32}" height="30" rx="14" fill="#C9503A"/>'
        f'<rect x="{x + 16}" y="{y}" width="{w - 32}" height="28" rx="14" fill="#E8694E"/>'
    )
    paper.shape(body, JAR.grown(4), 8, 70)
    seen, more = min(stars, ROOM), max(0, min(ROOM, stars + to_come) - min(stars, ROOM))
    for i in range(seen + more):
        sx, sy = star_place(i)
        if i < seen:
            paper.part("icons/star", sx, sy, STAR, turn=-8 + 16 * (i % 2), shadow=0)
        else:
            paper.shape(_outline(sx, sy, STAR * 0.36, rim if night else "#7FA59B"), Box.around(sx, sy, STAR), alpha=0)


def star_place(i: int) -> tuple[float, float]:
    """Where the i-th star lies: three in a row, from the bottom up."""
    line, column = divmod(i, 3)
    return JAR.x + 36 + column * 38 + (line % 2) * 2, JAR.bottom - 32 - line * 38


def _outline(x: float, y: float, r: float, colour: str) -> str:
    points = []
    for i in range(10):
        angle, far = math.pi * (i / 5 - 0.5), r * (1.0 if i % 2 == 0 else 0.52)
        points.append(f"{x + far * math.cos(angle):.1f} {y + far * math.sin(angle):.1f}")
    return f'<path d="M{"L".join(points)}Z" fill="none" stroke="{colour}" stroke-width="3" stroke-dasharray="4 4"/>'
