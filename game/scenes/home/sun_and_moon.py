"""Sun and moon: the two times of a day, as signs on a child's picture and as buttons on the map."""

from __future__ import annotations

from game.core.content import Slot
from game.ui import theme
from game.ui.paper import Paper


def paint_slot(paper: Paper, slot: Slot, cx: float, cy: float, r: float, ring: str, is_done: bool = False) -> None:
    """The sun's or the moon's disc; a tick where its session is done."""
    lip = 8 if r > 40 else 4
    if slot is Slot.MORNING:
        paper.disc(cx, cy, r, theme.DAY_SKY, "ui/sun", r * 1.9, ring=ring, lip_depth=lip)
    else:
        paper.disc(cx, cy, r, theme.NIGHT_SKY, "ui/moon", r * 1.7, ring=ring, lip_depth=lip)
    if is_done:
        k = r * 0.37 if r > 40 else r * 0.5
        paper.disc(cx + r * 0.76, cy + r * 0.76, k, theme.TEAL, "icons/check", k * 1.4, lip_depth=3)
