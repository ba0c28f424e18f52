"""Bo on a grown-up's screen or a card: the one puppet that moves there."""

from __future__ import annotations

from game.scenes.screen.context import Context
from game.ui.stage import Stage


def show(
    ctx: Context, stage: Stage, clip: str, x: float, y: float, scale: float, seconds: float, rig: str = "bo_front"
) -> None:
    """The clip `seconds` in, its ground point at (x, y); calm pictures hold still."""
    view = ctx.art.puppet(rig, clip, scale=scale)
    stage.put_frame(view.frame(0.0 if ctx.art.calm else seconds), x, y)
