"""The strip at the foot of a child's screen that is for the grown-up: paper, the grown-up's sign, and one line."""

from __future__ import annotations

from game.ui.paper import Paper
from game.ui.theme import NIGHT, PANEL_LIP, SEMI_BOLD
from game.ui.view import Box

AROUND, AFTER, END = 10, 12, 24  # design units before the sign, behind it, and behind the line


def paint_strip(paper: Paper, box: Box, text: str, r: float = 22) -> None:
    """One line with a sign of radius `r`."""
    cx = box.x + AROUND + r
    paint_strip_paper(paper, box, cx, r, r + 6)
    left = cx + r + AFTER
    paper.text(text, 20, left, box.y + box.h / 2, weight=SEMI_BOLD, align="l", width=box.right - left - END)


def paint_strip_paper(paper: Paper, box: Box, cx: float, r: float, icon: float) -> None:
    """The strip without words: its sign's middle, radius and size of the picture on it."""
    paper.panel(box, "#FFFDF7", PANEL_LIP, radius=min(28, box.h / 2), lip_depth=3, blur=6, alpha=40)
    paper.disc(cx, box.y + box.h / 2, r, NIGHT, "icons/adult", icon, lip_depth=0, alpha=0)
