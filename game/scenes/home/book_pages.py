"""The sticker book as an open book: cover, bookmarks for the five places, two pages, the place cut from their paper."""

from __future__ import annotations

from game.frozen import dataclass
from game.ui.art.stickers import HEX
from game.ui.paper import Paper
from game.ui.view import Box

MARKS = {
    "meadow": ("#7FB97E", "bg/flower"), "brook": ("#6DBCC6", "bg/lily"), "wood": ("#5E9B63", "bg/mushroom"),
    "ice": ("#9DBADB", "bg/pine_snow"), "beach": ("#F0C268", "bg/shell"),
}  # fmt: skip
LAND = {
    "meadow": ("tree", "flower", "windmill", "flower"), "brook": ("reeds", "stone", "willow", "reeds"),
    "wood": ("pine", "mushrooms", "oak", "fern"), "ice": ("pine_snow", "igloo", "snowman", "pine_snow"),
    "beach": ("dune_grass", "sailboat", "lighthouse", "dune_grass"),
}  # fmt: skip
STANDS = ((170, 592, 62), (520, 596, 44), (1120, 592, 66), (770, 596, 44))
COVER = (
    "M70 96C70 78 84 66 102 66H1178C1196 66 1210 78 1210 96V{a}C1210 {b} 1196 {c} 1178 {c}H102C84 {c} 70 {b} 70 {a}Z"
)


@dataclass(frozen=True, slots=True)
class PaperTones:
    """A page's paper: itself, its edge, and what is cut out of it."""

    page: str
    edge: str
    line: str


DAY = PaperTones("#FFF6E3", "#E6D3AE", "#EAD9BB")
EVENING = PaperTones("#E4DCEC", "#BDB3CF", "#CFC6DC")


def paint_book(paper: Paper, place: str, places: tuple[str, ...], tones: PaperTones) -> None:
    """The open book at one place's spread, without its stickers."""
    cover = f'<path d="{COVER.format(a=640, b=658, c=668)}" fill="#755588"/>'
    cover += f'<path d="{COVER.format(a=632, b=650, c=660)}" fill="#9A78AC"/>'
    paper.shape(cover, Box(60, 56, 1160, 620), blur=18, alpha=110)
    for i, name in enumerate(places):
        _paint_mark(paper, 250 + i * 92, name, name == place)
    for down, colour in ((10, tones.edge), (5, tones.line), (0, tones.page)):
        paper.shape(_pages(down, colour), Box(70, 40, 1140, 626), blur=5, alpha=0 if down else 30)
    fold = "".join(
        f'<rect x="{640 - w}" y="72" width="{2 * w}" height="570" fill="#43304A" fill-opacity="0.035"/>'
        for w in (34, 26, 18, 11, 5)
    )
    paper.shape(fold, Box(600, 60, 80, 600), alpha=0)
    paper.shape(_land(paper, place, tones.line), Box(80, 480, 1120, 160), alpha=0)


def _paint_mark(paper: Paper, x: float, place: str, is_open: bool) -> None:
    """A bookmark tucked under the page; the open place's stands taller."""
    colour, motif = MARKS.get(place, ("#94806A", "bg/stone"))
    top = 8 if is_open else 26
    body = (
        f'<path d="M{x - 36} {top + 16}C{x - 36} {top + 6} {x - 30} {top} {x - 20} {top}H{x + 20}'
        f'C{x + 30} {top} {x + 36} {top + 6} {x + 36} {top + 16}V110H{x - 36}Z" fill="{colour}"/>'
    )
    paper.shape(body, Box(x - 40, 0, 80, 112), blur=5, alpha=60)
    w, h = paper.pictures.drawings.drawing_size(motif)
    k = (44 if is_open else 28) / max(w, h)
    paper.part(motif, x, top + (26 if is_open else 18), w * k, h * k, shadow=0)


def _pages(d: float, colour: str) -> str:
    return (
        f'<path d="M640 {74 + d}C560 {54 + d} 240 {52 + d} 92 {66 + d}C86 {67 + d} 82 72 82 {78 + d}V{628 + d}'
        f"C82 {634 + d} 86 {638 + d} 92 {637 + d}C240 {624 + d} 560 {624 + d} 640 {644 + d}"
        f"C720 {624 + d} 1040 {624 + d} 1188 {637 + d}C1194 {638 + d} 1198 {634 + d} 1198 {628 + d}V{78 + d}"
        f'C1198 72 1194 {67 + d} 1188 {66 + d}C1040 {52 + d} 720 {54 + d} 640 {74 + d}Z" fill="{colour}"/>'
    )


def _land(paper: Paper, place: str, line: str) -> str:
    """The place along the foot of both pages, in the page's own tone."""
    left = "M96 588C200 560 420 572 600 596C614 598 618 604 618 612V620C460 608 240 608 112 620C102 621 96 616 96 608Z"
    right = (
        "M1184 588C1080 560 860 572 680 596C666 598 662 604 662 612V620C820 608 1040 608 1168 620"
        "C1178 621 1184 616 1184 608Z"
    )
    body = f'<path d="{left}{right}" fill="{line}"/>'
    drawings = paper.pictures.drawings
    for motif, (x, y, size) in zip(LAND.get(place, ()), STANDS):
        w, h = drawings.drawing_size(f"bg/{motif}")
        k = size / max(w, h)
        shapes = HEX.sub(line, drawings.shapes(f"bg/{motif}"))
        body += f'<g transform="translate({x - w * k / 2:.1f} {y - h * k:.1f}) scale({k:.3f})">{shapes}</g>'
    return body
