"""What the ground carries along the whole way of a walk, a rope, from edge to edge of the window.

Design units.
"""

from __future__ import annotations

import math

from game.scenes.screen.context import Context
from game.ui.art.puppet_view import PuppetView
from game.ui.stage import Frame, Stage
from game.ui.view import Box


def put_underfoot(
    ctx: Context, stage: Stage, view: PuppetView, x: float, y: float, passed: float, seen: Box | None = None
) -> None:
    """Beneath a walk whose ground point stands at (x, y), after `passed` units of ground, from edge to edge of what is
    `seen`, the whole window where nobody says; nothing where nothing lies."""
    lies = view.rig.clips[view.clip].carries
    if lies is None:
        return
    drawing, every, left, top = lies
    scale, seen, (ox, oy) = view.scale, seen or ctx.pictures.view.visible(), view.rig.origin
    period = every * scale
    at = (left - ox) * scale
    start = x + (-at - period if view.flip else at) + (passed if view.flip else -passed)
    start -= math.ceil((start - seen.x) / period) * period
    strip, (dx, dy) = _strip(ctx, drawing, scale, period, math.ceil(seen.w / period) + 1, view.flip)
    px, py = stage.view.pixel(start, y + (top - oy) * scale)
    stage.put(strip, px + dx, py + dy)


def _strip(ctx: Context, drawing: str, scale: float, period: float, n: int, is_mirrored: bool) -> Frame:
    high = ctx.art.library.drawing_size(drawing.removesuffix(".svg"))[1] * scale
    one = ctx.art.library.shapes(drawing)
    turned = f"translate({period:.4f} 0) scale({-scale:g} {scale:g})" if is_mirrored else f"scale({scale:g})"
    body = "".join(
        f'<g transform="translate({i * period:.4f} 0)"><g transform="{turned}">{one}</g></g>' for i in range(n)
    )
    key = "underfoot", drawing, scale, n, is_mirrored
    return ctx.pictures.shadowed(ctx.pictures.svg(body, 0, 0, n * period, high), key, 7, 45, 2, 4)
