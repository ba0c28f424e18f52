"""Which widget has the keyboard's attention, and how arrows and Tab move it.

Tab goes along the reading order, the order of the widgets; the last wraps to the first. An arrow goes to the nearest
widget that way and stays where there is none, but for the few that make every widget reachable by arrows alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from game.ui.pictures import Made, Pictures, Piece
from game.ui.view import Box
from game.ui.widgets import Hotspot, Switch, Widget

CHILD_RING, ADULT_RING = 7, 4  # thickness of the cream gap and of the ink ring, design units
ROW_RING, ROW_OUT = 3, 2  # of the ring about a grown-ups' row or small place, and how far it stands off: words are near
SMALL_PLACE = 48  # high; a place is what a page paints itself, and stands among its words
CHILD_GAP, ADULT_GAP = 1, 0.5  # from what has the focus to the cream, in thicknesses


def turned(widgets: Sequence[Widget], name: str | None, by: int) -> str | None:
    """The name `by` places on in reading order; from nothing, the first or the last."""
    names = [w.name for w in widgets if w.is_stop]
    if not names:
        return None
    if name not in names:
        return names[0] if by > 0 else names[-1]
    return names[(names.index(name) + by) % len(names)]


def stepped(widgets: Sequence[Widget], name: str | None, dx: int, dy: int) -> str | None:
    """The nearest widget in a direction; where there is none it stays, but for what `_ways` found."""
    here = next((w for w in widgets if w.name == name and w.is_stop), None)
    if here is None:
        return turned(widgets, name, 1)
    return _ways(tuple(w for w in widgets if w.is_stop)).get((here.name, dx, dy), here.name)


Ways = dict[tuple[str, int, int], str]  # (from, dx, dy) -> to
ARROWS = ((1, 0), (-1, 0), (0, 1), (0, -1))


@lru_cache(maxsize=8)
def _ways(widgets: tuple[Widget, ...]) -> Ways:
    """Where each arrow leads from each widget.

    The neighbour that way, else nowhere. Where that leaves a group nothing leads out of, an arrow of that group
    without a neighbour leads to the nearest widget outside it; its outermost ones always have such arrows.
    """
    near = {(w.name, *arrow): _nearest(widgets, w, *arrow) for w in widgets for arrow in ARROWS}
    ways: Ways = {way: to for way, to in near.items() if to is not None}
    free = [way for way, to in near.items() if to is None]
    while (group := _closed(widgets, ways)) is not None:
        way, to = min(
            ((way, w) for way in free if way[0] in group and way not in ways for w in widgets if w.name not in group),
            key=lambda pair: _bend(widgets, *pair),
        )
        ways[way] = to.name
    return ways


def _bend(widgets: Sequence[Widget], way: tuple[str, int, int], to: Widget) -> tuple[bool, float]:
    """How odd it is that an arrow leads there: against its direction, then how far."""
    name, dx, dy = way
    (hx, hy), (x, y) = next(w for w in widgets if w.name == name).box.centre, to.box.centre
    return (x - hx) * dx + (y - hy) * dy <= 0, abs(x - hx) + abs(y - hy)


def _closed(widgets: tuple[Widget, ...], ways: Ways) -> set[str] | None:
    """The smallest group of widgets that no arrow leaves; None when every widget can be reached from every other."""
    groups = [_reached(w.name, ways) for w in widgets]
    smallest = min(groups, key=len, default=set())
    return smallest if len(smallest) < len(widgets) else None


def _reached(start: str, ways: Ways) -> set[str]:
    seen, open_ = {start}, [start]
    while open_:
        here = open_.pop()
        for arrow in ARROWS:
            there = ways.get((here, *arrow))
            if there and there not in seen:
                seen.add(there)
                open_.append(there)
    return seen


def _nearest(widgets: Sequence[Widget], here: Widget, dx: int, dy: int) -> str | None:
    """The nearest widget in a direction, as an eye follows the arrow: what stands in the same row or column comes
    before everything else, the least gap first; else what begins behind this one's edge that way, where sideways
    distance weighs three times: the middle of a wide row lies far aside, and is not ahead of what stands over it."""
    hx, hy = here.box.centre
    best: tuple[tuple[float, float, float], str] | None = None
    for widget in widgets:
        x, y = widget.box.centre
        ahead, aside = (x - hx) * dx + (y - hy) * dy, abs((x - hx) * dy) + abs((y - hy) * dx)
        if widget.name == here.name or ahead <= 1:
            continue
        if _shared(here.box, widget.box, dx) > 1:
            rank = (0.0, max(0.0, ahead - (_half(here, dy) + _half(widget, dy))), aside)
        elif _gap(here.box, widget.box, dx, dy) >= -1 and aside <= ahead * 2.5 + _half(here, dx):
            rank = (1.0, ahead + 3 * aside, aside)
        else:
            continue
        if best is None or rank < best[0]:
            best = rank, widget.name
    return best[1] if best else None


def _shared(a: Box, b: Box, dx: int) -> float:
    """How much of the row (moving sideways) or of the column two boxes share; negative when none."""
    if dx:
        return min(a.y + a.h, b.y + b.h) - max(a.y, b.y)
    return min(a.x + a.w, b.x + b.w) - max(a.x, b.x)


def _gap(here: Box, there: Box, dx: int, dy: int) -> float:
    """From the one's edge to the other's, along an arrow; negative where they overlap that way."""
    if dx:
        return there.x - here.right if dx > 0 else here.x - there.right
    return there.y - here.bottom if dy > 0 else here.y - there.bottom


def _half(widget: Widget, is_high: int) -> float:
    """Half of its height, else of its width."""
    return (widget.box.h if is_high else widget.box.w) / 2


def arch(x: float, y: float, w: float, h: float) -> str:
    """The outline of a gate: round at the top, its foot a little bent."""
    right, low, middle = x + w, y + h, x + w / 2
    return (
        f"M{x} {low}V{y + w * 0.43}C{x} {y + w * 0.15} {middle - w * 0.275} {y} {middle} {y}"
        f"C{middle + w * 0.275} {y} {right} {y + w * 0.15} {right} {y + w * 0.43}V{low}"
        f"C{middle + w * 0.3} {low + 16} {middle - w * 0.3} {low + 16} {x} {low}Z"
    )


def ring(pictures: Pictures, widget: Widget) -> tuple[tuple[Piece, Made], float, float]:
    """The focus ring's picture, with what it can be asked for again by, and its corner in design units: a cream gap,
    then ink; never sun yellow."""
    k = ADULT_RING if widget.is_adult else CHILD_RING
    if widget.radius is None:  # about the disc and its lip
        box = Box.around(widget.box.centre[0], widget.box.centre[1] + 4, widget.box.w / 2 + 5)
    else:
        box = Box(widget.box.x, widget.box.y, widget.box.w, widget.box.h + 2)
    m = k * 4

    def outline(out: float, colour: str) -> str:
        if isinstance(widget.look, Hotspot) and widget.look.is_arch:
            shape = arch(m - out, m - out, box.w + 2 * out, box.h + 2 * out)
            return f'<path d="{shape}" fill="none" stroke="{colour}" stroke-width="{k}"/>'
        rx = box.w / 2 + out if widget.radius is None else widget.radius + out
        return (
            f'<rect x="{m - out}" y="{m - out}" width="{box.w + 2 * out}" height="{box.h + 2 * out}" rx="{rx}" '
            f'fill="none" stroke="{colour}" stroke-width="{k}"/>'
        )

    is_place = widget.is_adult and isinstance(widget.look, Hotspot) and widget.box.h <= SMALL_PLACE
    if isinstance(widget.look, Switch) or is_place:
        k = ROW_RING
        m = k * 4
        body = outline(ROW_OUT, "#43304A")
    else:
        gap = ADULT_GAP if widget.is_adult else CHILD_GAP
        body = outline(k * (gap + 0.5), "#FFF9EC") + outline(k * (gap + 1.5), "#43304A")
        if pictures.palette.border:  # to be seen on a dark picture as well
            body += outline(k * (gap + 2.4), "#FFFFFF")
    return pictures.svg_piece(body, 0, 0, box.w + 2 * m, box.h + 2 * m + 12), box.x - m, box.y - m
