"""Which widget has the keyboard's attention, and how arrows and Tab move it.

Reading order is the order of the widgets; the last wraps to the first. Arrows go to the nearest widget that way and,
where there is none, along the reading order, so that every widget is reached by either.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui.pictures import Pictures
from game.ui.view import Box
from game.ui.widgets import Widget

CHILD_RING, ADULT_RING = 7, 4  # thickness of the cream gap and of the ink ring, design units


def turned(widgets: Sequence[Widget], name: str | None, by: int) -> str | None:
    """The name `by` places on in reading order; from nothing, the first or the last."""
    names = [w.name for w in widgets if w.is_enabled]
    if not names:
        return None
    if name not in names:
        return names[0] if by > 0 else names[-1]
    return names[(names.index(name) + by) % len(names)]


def stepped(widgets: Sequence[Widget], name: str | None, dx: int, dy: int) -> str | None:
    """The nearest widget in a direction; sideways distance weighs three times."""
    here = next((w for w in widgets if w.name == name and w.is_enabled), None)
    if here is None:
        return turned(widgets, name, 1)
    hx, hy = here.box.centre
    best: tuple[float, str] | None = None
    for widget in widgets:
        if widget.name == name or not widget.is_enabled:
            continue
        x, y = widget.box.centre
        ahead, aside = (x - hx) * dx + (y - hy) * dy, abs((x - hx) * dy) + abs((y - hy) * dx)
        if ahead > 1 and (best is None or ahead + 3 * aside < best[0]) and aside <= ahead * 2.5 + _reach(here, dx):
            best = (ahead + 3 * aside, widget.name)
    return best[1] if best else turned(widgets, name, 1 if dx + dy > 0 else -1)


def _reach(widget: Widget, dx: int) -> float:
    return (widget.box.h if dx else widget.box.w) / 2


def ring(pictures: Pictures, widget: Widget) -> tuple[pygame.Surface, float, float]:
    """The focus ring's picture and its corner in design units: a cream gap, then ink; never sun yellow."""
    k = ADULT_RING if widget.is_adult else CHILD_RING
    if widget.radius is None:  # about the disc and its lip
        box = Box.around(widget.box.centre[0], widget.box.centre[1] + 4, widget.box.w / 2 + 5)
    else:
        box = Box(widget.box.x, widget.box.y, widget.box.w, widget.box.h + 2)
    m = k * 4

    def outline(out: float, colour: str) -> str:
        rx = box.w / 2 + out if widget.radius is None else widget.radius + out
        return (
            f'<rect x="{m - out}" y="{m - out}" width="{box.w + 2 * out}" height="{box.h + 2 * out}" rx="{rx}" '
            f'fill="none" stroke="{colour}" stroke-width="{k}"/>'
        )

    body = outline(k * 1.5, "#FFF9EC") + outline(k * 2.5, "#43304A")
    return pictures.svg(body, 0, 0, box.w + 2 * m, box.h + 2 * m), box.x - m, box.y - m
