"""The things a session needs, laid out on a sheet: small ones in rows, one of them large, and the bare feet.

What is shown and when is the screen's own (`shoes_off`); here is where each stands and how it is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.frozen import dataclass
from game.scenes.screen.outside import TextSource
from game.scenes.session import equipment
from game.ui.paper import Paper
from game.ui.theme import INK_2, LILAC, TEAL, Paint
from game.ui.view import Box

SHOES, FETCH = Box(44, 22, 356, 158), Box(430, 30, 790, 500)
LARGE = Box(450, 116, 750, 290)  # where one thing is shown large
SWAP_PAINT = Paint("#F2E4FA", "#CDB6DC")
SWAP_R = 58
ROW, ROOM = 6, 9  # things in a row, and on one sheet
TILE, BETWEEN = 98, 24


@dataclass(frozen=True, slots=True)
class LaidThings:
    """Where the things of one sheet stand, small, and how the one is shown large: its middle and size, the middle and
    width of its name, and the middle of what else will do."""

    tiles: tuple[Box, ...]
    shown: tuple[float, float]
    size: float
    name: tuple[float, float, float]
    swap: tuple[float, float]


def laid(count: int) -> LaidThings:
    """Up to a row's things stand below the large one, more in two rows below a smaller; ValueError beyond `ROOM`."""
    if count > ROOM:
        raise ValueError(f"{count} things on a sheet for {ROOM}")
    if count <= ROW:
        return LaidThings(_row(count, 412), (790, 240), 190, (790, 378, 550), (1120, 240))
    first = -(-count // 2)
    rows = *_row(first, 288), *_row(count - first, 288 + TILE + BETWEEN)
    return LaidThings(rows, (590, 196), 132, (876, 196, 300), (1120, 196))


def _row(count: int, y: float) -> tuple[Box, ...]:
    wide = min(150.0, (FETCH.w - 60 - BETWEEN * (count - 1)) / max(1, count))
    left = FETCH.centre[0] - (count * wide + (count - 1) * BETWEEN) / 2
    return tuple(Box(left + i * (wide + BETWEEN), y, wide, TILE) for i in range(count))


def sheets(names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """All of them, on as few sheets as have room and about as many on each; one empty sheet where nothing is needed.

    >>> [len(sheet) for sheet in sheets("abcdefghij")]
    [5, 5]
    """
    count = max(1, -(-len(names) // ROOM))
    cuts = [len(names) * i // count for i in range(count + 1)]
    return tuple(tuple(names[a:b]) for a, b in zip(cuts, cuts[1:]))


# ---------------------------------------------------------------- drawing
def paint_tile(paper: Paper, texts: TextSource, shown: str, tile: Box, *, is_ticked: bool) -> None:
    """A thing, small; one without a drawing has its name."""
    x, y = tile.centre
    body = f'<rect x="{tile.x}" y="{tile.y}" width="{tile.w}" height="{tile.h}" rx="30" fill="#F7EEDD"/>'
    paper.shape(body, tile.grown(4), alpha=0)
    if equipment.is_drawn(shown):
        equipment.paint(paper, shown, x, y, 76)
    else:
        equipment.paint(paper, shown, x, tile.y + 28, 50)
        name, room = texts.thing(shown), tile.w - 12
        paper.paragraph(name, 19, x, tile.y + 50, room, INK_2, leading=1.1, align="c", height=46)
    if is_ticked:
        paper.disc(tile.right - 18, tile.y + 18, 20, TEAL, "icons/check", 28, lip_depth=4)


def paint_large(place: LaidThings, texts: TextSource, shown: str, other: str | None, paper: Paper) -> None:
    """One thing, its name, and the other that will do beside it."""
    (x, y), k = place.shown, place.size / 190
    floor = f'<ellipse cx="{x}" cy="{y + 86 * k}" rx="{150 * k}" ry="{22 * k}" fill="#F3E6CE"/>'
    paper.shape(floor, LARGE, alpha=0)
    if shown == equipment.SMALL:
        for dx, colour in ((-150, "blue"), (150, "yellow")):
            paper.part(f"props/brick_{colour}", x + dx * k, y + 34 * k, 128 * k)
    equipment.paint(paper, shown, x, y, place.size)
    middle, line, wide = place.name
    paper.text(texts.thing(shown), 38, middle, line, width=wide)
    if other:
        paper.disc(*place.swap, SWAP_R, SWAP_PAINT)
        equipment.paint(paper, other, *place.swap, 76)
        paper.disc(place.swap[0] + 42, place.swap[1] - 40, 21, LILAC, "icons/again", 28, lip_depth=3)


def paint_now(tile: Box, paper: Paper) -> None:
    """Around the thing that is shown large: in the sun's yellow, as everywhere where one is now."""
    body = (
        f'<rect x="{tile.x}" y="{tile.y}" width="{tile.w}" height="{tile.h}" rx="36" fill="none" stroke="#FFC22E" '
        'stroke-width="7"/>'
    )
    paper.shape(body, tile.grown(6), alpha=0)


def paint_shoes(paper: Paper, title: str) -> None:
    """The same small, above the friend: shoe and sock, then bare feet."""
    paper.panel(SHOES, "#FFF3D9", radius=40, blur=20)
    paper.text(title, 36, SHOES.centre[0], 58, width=SHOES.w - 40)
    x, y = SHOES.x, 128
    paper.part("icons/shoe", x + 66, y, 80)
    paper.part("icons/sock", x + 148, y, 60)
    arrow = (
        f'<path d="M{x + 196} {y}H{x + 228}M{x + 216} {y - 13}L{x + 231} {y}L{x + 216} {y + 13}" stroke="#E8694E" '
        'stroke-width="9" stroke-linecap="round" stroke-linejoin="round" fill="none"/>'
    )
    paper.shape(arrow, SHOES, alpha=0)
    paper.part("icons/step_on", x + 266, y, 56)
    paper.part("icons/step_on", x + 320, y, 56, flip=True)


def paint_bare(paper: Paper, box: Box, title: str) -> None:
    """Shoe and sock go, two bare feet stay: all there is to do where nothing is needed."""
    paper.panel(box, "#FFF3D9", radius=48, blur=20)
    cx = box.centre[0]
    paper.text(title, 44, cx, 82, width=box.w - 40)
    paper.part("icons/shoe", cx - 110, 214, 170)
    paper.part("icons/sock", cx + 110, 214, 150)
    arrow = (
        f'<path d="M{cx} 306V346M{cx - 18} 330L{cx} 350L{cx + 18} 330" stroke="#E8694E" stroke-width="12" '
        'stroke-linecap="round" stroke-linejoin="round" fill="none"/>'
    )
    paper.shape(arrow, Box(cx - 40, 290, 80, 80), alpha=0)
    paper.part("icons/step_on", cx - 75, 437, 150)
    paper.part("icons/step_on", cx + 75, 437, 150, flip=True)
