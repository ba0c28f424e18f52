"""The door to the grown-ups' side, as it is painted for the PIN and for the recovery code."""

from __future__ import annotations

from game.scenes.screen.context import Context
from game.ui.paper import Paper
from game.ui.view import Box

LEFT, RIGHT = Box(60, 70, 560, 580), Box(660, 70, 560, 580)
MIDDLE = 940  # x of the grown-up's half


def paint_door(ctx: Context, paper: Paper) -> None:
    """The veiled meadow, the child's half with Bo's circle, and the grown-up's half."""
    paper.backdrop(ctx.art.place("meadow", ctx.is_evening).still(paper.view.size))
    paper.veil()
    paper.panel(LEFT, "#FFF3D9", radius=48, blur=20)
    paper.shape('<circle cx="340" cy="420" r="176" fill="#FFE2A8"/>', Box(150, 230, 380, 380), alpha=0)
    paper.panel(RIGHT, "#FFFDF7", radius=48, blur=20)
