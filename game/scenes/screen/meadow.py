"""The meadow, veiled, behind a child's card."""

from __future__ import annotations

from game.scenes.screen.context import Context
from game.ui.paper import Paper


def paint_meadow(ctx: Context, paper: Paper) -> None:
    """By day or in the evening, as the hour is."""
    paper.backdrop(ctx.art.place("meadow", ctx.is_evening).still(paper.surface.get_size()))
    paper.veil(0.22)
