"""What is new on the map today, painted into its still picture: weather, a visitor, what blooms, a nest, a friend.

All of it stands still: looking costs nothing, and nothing is won by it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from game.core.content import FRIENDS
from game.puppet.day_on_map import DayArt, DayOnMap, Small, day_on_map
from game.puppet.landscape import Landscape
from game.ui.art.lit_part import stand
from game.ui.paper import Paper
from game.ui.view import Box

NEST_WIDE, HEAD_WIDE, BUSH_WIDE = 66.0, 62.0, 92.0
BOW = ("#E8694E", "#F2A65A", "#F7D56B", "#8CC28B", "#6DA9C9", "#9A78AC")  # a rainbow's, from outside
LEAVES = ("book/oak_leaf_a", "book/oak_leaf_b", "book/oak_leaf_c")
WHOLE = Box(-220, 120, 1720, 620)
NEAR = ("hill", "near", "peak", "sea", "sand")  # the layers whose trees and houses stand before clouds and rainbow
SUNBEAM, MOONBEAM = ("#FFF3C4", 0.44), ("#C9D3F2", 0.3)
MIST = (1.0, 0.88, 0.76, 0.64, 0.52, 0.4, 0.28)  # of a bank: each sheet is a little smaller, so that it has no edge
BEAMS = (-160, 0, 150)
STAR_Y = 181.0  # where one falls: over the trees, below the discs at the top


class WhoseDay(NamedTuple):
    """The child's id, its day, the day's place in the chapter from 1, and the friends who stand on the path."""

    child: str
    day: date
    nth: int
    busy: frozenset[str]


def paint_day(paper: Paper, art: DayArt, whose: WhoseDay, bush: str, land: Landscape) -> None:
    """Behind the stations, on that landscape; `bush` is what hides a friend here."""
    tint = land.tint
    today = day_on_map(art, whose.child, whose.day, whose.nth, FRIENDS, whose.busy)
    _paint_weather(paper, today, land)
    for small in sorted(today.blooms, key=lambda small: small.at[1]):
        _paint_small(paper, small, tint)
    if today.weather == "puddles":
        for x, y in today.puddles:
            stand(paper, "map/puddle", tint, x, y, 96, cast=None)
    if today.friend:
        x, y = today.peek
        stand(paper, f"cast/{today.friend}", tint, x + 6, y - 18, HEAD_WIDE)
        stand(paper, bush, tint, x, y, BUSH_WIDE)
    stand(paper, f"map/nest_{today.nest}", tint, *art.nest, NEST_WIDE)
    _paint_small(paper, today.visitor, tint)
    _paint_small(paper, today.flyer, tint)


def paint_landmarks(paper: Paper, landmarks: Iterable[Small], land: Landscape) -> None:
    """What the chapter's own story has left here, all week."""
    for small in landmarks:
        stand(paper, small.part, land.tint, *small.at, small.size)


def _paint_small(paper: Paper, small: Small, tint: str | None) -> None:
    stand(paper, small.part, tint, *small.at, small.size)


def _paint_weather(paper: Paper, today: DayOnMap, land: Landscape) -> None:
    (x, y), tint = today.sky, land.tint
    chance = random.Random(f"{x} {y} {today.visitor.at}")
    match today.weather:
        case "balloon":
            stand(paper, "map/balloon", tint, x, y + 40, 66)
        case "kite" if tint:  # nobody flies one in the dark; what shines has its own light
            stand(paper, "map/sky_lantern", None, x, y + 86, 70, cast=None)
        case "kite":
            stand(paper, "map/kite", tint, x, y + 50, 70)
        case "clouds":
            for dx, dy, wide in ((-90, -8, 120), (60, 20, 150), (230, -4, 100)):
                stand(paper, "bg/cloud", tint, x + dx, y + dy, wide)
            _paint_standing(paper, land, Box(x - 160, y - 70, 450, 110))
        case "rainbow" if tint:
            paper.shape(_falling_star(x, STAR_Y), Box(x - 90, STAR_Y - 44, 190, 70), alpha=0)
        case "rainbow":
            paper.shape(_bow(x, 258), Box(x - 128, 136, 256, 126), alpha=0)
            _paint_standing(paper, land, Box(x - 128, 136, 256, 126))
        case "birds":
            flock = "".join(
                f"M{x + dx} {y + dy - 30}q9 -10 18 0q9 -10 18 0" for dx, dy in ((0, 0), (46, 16), (-44, 18), (92, 34))
            )
            look = f'fill="none" stroke="{"#D9DCF0" if tint else "#5D6B7C"}" stroke-width="4" stroke-linecap="round"'
            paper.shape(f'<path d="{flock}" {look}/>', Box(x - 60, y - 60, 220, 90), alpha=0)
        case "wind":
            for i in range(9):
                leaf = LEAVES[i % 3]
                at = 180 + 105 * i, 170 + chance.uniform(0, 120)
                stand(paper, leaf, tint, *at, 26, turn=chance.uniform(-60, 60), cast=(3, 40, 6))
        case "mist":
            banks = "".join(
                f'<ellipse cx="{x + dx}" cy="{y + dy}" rx="{rx * k:.0f}" ry="{34 * k:.0f}" fill="#FFFFFF" '
                'fill-opacity="0.11"/>'
                for dx, dy, rx in ((-120, 50, 210), (130, 78, 240), (20, 104, 190))
                for k in MIST
            )
            paper.shape(banks, Box(x - 340, y + 10, 720, 130), alpha=0)
        case "beams":
            paint_beams(paper, x, is_evening=tint is not None)
        case "snow":
            flakes = "".join(
                f'<circle cx="{chance.uniform(-200, 1480):.0f}" cy="{chance.uniform(130, 560):.0f}" '
                f'r="{chance.choice((3, 4, 5.5))}" fill="#FFFFFF"/>'
                for _ in range(70)
            )
            paper.shape(flakes, WHOLE, 2, 40, 2)


def _paint_standing(paper: Paper, land: Landscape, box: Box) -> None:
    """Trees and houses within the box, once more, before what passed behind them."""
    paper.shape(land.standing(NEAR, box.x, box.right), box, alpha=0)


def paint_beams(paper: Paper, x: float, *, is_evening: bool) -> None:
    """Shafts of light that fall through the leaves and are lost before they reach the ground."""
    colour, share = MOONBEAM if is_evening else SUNBEAM
    stops = (
        f'<stop offset="0" stop-color="{colour}" stop-opacity="{share}"/>'
        f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/>'
    )
    shafts = "".join(f'<path d="M{x + dx} 44h60L{x + dx + 196} 470h-122Z" fill="url(#beam)"/>' for dx in BEAMS)
    gradient = f'<linearGradient id="beam" gradientUnits="userSpaceOnUse" x1="0" y1="60" x2="0" y2="470">{stops}'
    svg = f"<defs>{gradient}</linearGradient></defs>{shafts}"
    paper.shape(svg, Box(x - 190, 40, 560, 440), alpha=0)


def _bow(x: float, foot: float) -> str:
    """A rainbow's arcs over the point on the ground, below the discs at the top."""
    out = ""
    for i, colour in enumerate(BOW):
        r = 112 - i * 8
        out += (
            f'<path d="M{x - r} {foot}A{r} {r} 0 0 1 {x + r} {foot}" fill="none" stroke="{colour}" '
            f'stroke-width="8" stroke-opacity="0.42"/>'
        )
    return out


def _falling_star(x: float, y: float) -> str:
    """What the evening has instead of sunlight: a star and the line it drew."""
    star = f"M{x - 66} {y - 7}l5 10 11 2 -8 8 2 11 -10 -5 -10 5 2 -11 -8 -8 11 -2z"
    return (
        f'<path d="M{x - 54} {y}Q{x + 10} {y - 10} {x + 84} {y - 34}" fill="none" stroke="#FFF3D0" stroke-width="5" '
        f'stroke-linecap="round" stroke-opacity="0.6"/><path d="{star}" fill="#FFF3D0"/>'
    )
