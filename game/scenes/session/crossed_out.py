"""A round window alone in the middle of a card: what is right with its tick, the mistake crossed out."""

from __future__ import annotations

from game.ui.paper import Paper
from game.ui.theme import RED, TEAL
from game.ui.view import Box

ALONE = (640, 330)
ASIDE, DOWN = 180, 166  # of tick and cross: on the rim, over nothing that is shown
SIDE, MARK = Box(ALONE[0] - 250, ALONE[1] - 240, 500, 570), Box.around(ALONE[0] + ASIDE, ALONE[1] + DOWN, 100)


def paint_mark(paper: Paper, at: tuple[float, float], is_right: bool) -> None:
    paint, icon = (TEAL, "icons/check") if is_right else (RED, "icons/cross")
    paper.disc(at[0] + ASIDE, at[1] + DOWN, 44, paint, icon, 62, ring="#FFF9EC")


def cross_out(paper: Paper, at: tuple[float, float]) -> None:
    """The cross at a mistake's window; the bar lies in the window itself, behind what is wrong."""
    paint_mark(paper, at, False)
