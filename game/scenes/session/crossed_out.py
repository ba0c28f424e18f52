"""A round window alone in the middle of a card: what is right with its tick, the mistake crossed out."""

from __future__ import annotations

from game.ui.paper import Paper
from game.ui.theme import RED, TEAL
from game.ui.view import Box

ALONE = (640, 330)
SIDE, MARK = Box(ALONE[0] - 240, ALONE[1] - 240, 480, 570), Box.around(ALONE[0] + 160, ALONE[1] + 140, 70)


def paint_mark(paper: Paper, at: tuple[float, float], is_right: bool) -> None:
    paint, icon = (TEAL, "icons/check") if is_right else (RED, "icons/cross")
    paper.disc(at[0] + 160, at[1] + 140, 44, paint, icon, 62, ring="#FFF9EC")


def cross_out(paper: Paper, at: tuple[float, float]) -> None:
    x, y = at
    body = (
        f'<path d="M{x - 134} {y - 134}L{x + 134} {y + 134}" stroke="#C8452F" stroke-width="12" stroke-linecap="round" '
        'stroke-opacity="0.8"/>'
    )
    paper.shape(body, Box(x - 150, y - 150, 300, 300), alpha=0)
    paint_mark(paper, at, False)
