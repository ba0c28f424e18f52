"""What the chapters' friends find: it lies at the end of the path, half hidden, until the day it is picked up; then it
hangs on the wind chime for good.

For four things the chime is a branch; the fifth is the bent stick that carries them all. An open loop of thread is a
thing that is still to come, and says no more.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from game.core.session.story import ToldChapter
from game.frozen import dataclass
from game.puppet.landscape import TrailLandscape, multiplied
from game.puppet.spread_sheets import prints
from game.ui.art.lit_part import lit, stand
from game.ui.paper import Paper
from game.ui.view import Box, Point

STICK, WHOLE = "bent_stick", "wind_chime"  # the things that are the chime, and hang on nothing
THREAD, THREAD_BY_NIGHT = "#CDB283", "#B9AFC6"
DUSK = "#A3A6D6"
LOOP = 8.0
STICK_WIDE = 640.0
# On the stick, in its own units: where a thread hangs, its top, its end, and how wide the thing is.
SLOTS = {
    "red_thread": (64, 104, 150, 66), "bell": (122, 116, 184, 62), "holey_stone": (180, 112, 154, 60),
    "blue_bead": (238, 98, 166, 52), "pine_cone": (296, 80, 134, 64), "acorn_cap": (354, 74, 178, 58),
    "feather": (412, 72, 146, 72), "glass_drop": (470, 82, 174, 56), "woolly_sock": (528, 98, 150, 58),
    "white_shell": (584, 104, 164, 60),
}  # fmt: skip
HUNG = ((150.0, 112.0), (500.0, 72.0))  # where two strings hold the stick
FIRST = ("red_thread", "bell", "holey_stone", "blue_bead")  # before there is a stick
LENGTHS = (26.0, 44.0, 24.0, 42.0, 30.0)
# What hides a thing at the end of the path: before it left and right, and behind it.
HIDES = {
    "meadow": ("bg/bush", "bg/tuft", "bg/grass_clump"), "brook": ("bg/bush", "bg/tuft", "bg/reeds"),
    "wood": ("bg/fern", "bg/mushrooms", "bg/fern"), "ice": ("bg/snowdrift", "bg/snowdrift", "bg/bush_snow"),
    "beach": ("bg/dune_grass", "bg/shell", "bg/dune_grass"),
}  # fmt: skip
SIZE = 92.0
# By place: the print and the colour of the line.
WAYS = {
    "meadow": ("book/lumi_print_clay", "#9A7A4A"), "brook": ("book/lumi_print_clay", "#9A7A4A"),
    "wood": ("book/lumi_print_clay", "#9A7A4A"), "ice": ("book/lumi_print_snow", "#8FB3D8"),
    "beach": ("book/lumi_print_wet", "#6E4B33"),
}  # fmt: skip
LINE_WIDE, LINE_SIZE = 470.0, 66.0
PRINT_WIDE, PRINTS_APART = 31.0, 62.0


@dataclass(frozen=True, slots=True)
class ChimeLook:
    """Where a chime hangs: the left end of its stick, how wide it is, and y of the branch it hangs from."""

    x: float
    y: float
    wide: float
    branch: float
    is_evening: bool = False

    @property
    def k(self) -> float:
        return self.wide / STICK_WIDE

    @property
    def tint(self) -> str | None:
        """The evening's light on wood."""
        return DUSK if self.is_evening else None

    @property
    def thread(self) -> str:
        return THREAD_BY_NIGHT if self.is_evening else THREAD


def found(told: Sequence[ToldChapter]) -> tuple[str, ...]:
    """The things a child has, in the order of the chapters."""
    return tuple(page.chapter.thing for page in told if page.has_thing)


def paint_chime(paper: Paper, things: Sequence[str], look: ChimeLook) -> None:
    """As far as it has grown. The branch is there already."""
    if STICK in things:
        _paint_on_stick(paper, things, look)
    else:
        _paint_on_branch(paper, things, look)


def _paint_on_branch(paper: Paper, things: Sequence[str], look: ChimeLook) -> None:
    size, apart = 88 * look.k, look.wide / 5.4
    hung = [thing for thing in FIRST if thing in things]
    for i, length in enumerate(LENGTHS[: len(hung) + 1]):
        x, y = look.x + (i + 0.8) * apart, look.branch
        end = y + length * look.k * 1.7
        _thread(paper, (x, y - 4), (x, end), look)
        _winding(paper, x, y - 14, 20, look)
        if i < len(hung):
            paper.part(f"things/{hung[i]}", x, end + size / 2 - 5, size, shadow=60, blur=4, dy=3)
        else:
            _loop(paper, x, end, look)


def _paint_on_stick(paper: Paper, things: Sequence[str], look: ChimeLook) -> None:
    k = look.k
    for dx, dy in HUNG:
        _thread(paper, (look.x + dx * k, look.branch), (look.x + dx * k, look.y + dy * k), look)
    for thing, (dx, top, end, _) in SLOTS.items():
        x, y = look.x + dx * k, look.y + (end if thing in things else top + 34) * k
        _thread(paper, (x, look.y + top * k), (x, y), look)
        if thing not in things:
            _loop(paper, x, y, look)
    high = paper.pictures.drawings.drawing_size("chime/stick")[1]
    stand(paper, "chime/stick", look.tint, look.x + look.wide / 2, look.y + high * k, look.wide, cast=(4, 55, 3))
    for dx, dy in HUNG:
        _winding(paper, look.x + dx * k, look.branch - 14, 20, look)
        _winding(paper, look.x + dx * k, look.y + (dy - 6) * k, 28 * k, look)
    for thing, (dx, _, end, wide) in SLOTS.items():
        if thing in things:
            size = wide * 1.16 * k
            middle = look.y + end * k + size * 0.44
            paper.part(f"things/{thing}", look.x + dx * k, middle, size, shadow=60, blur=4, dy=3)


def _thread(paper: Paper, start: Point, end: Point, look: ChimeLook) -> None:
    (x, y), bottom = start, end[1]
    body = f'<path d="M{x:.1f} {y:.1f}V{bottom:.1f}" stroke="{look.thread}" stroke-width="2.6" stroke-linecap="round"/>'
    paper.shape(body, Box(x - 3, y - 3, 6, max(1, bottom - y) + 6), alpha=0)


def _loop(paper: Paper, x: float, y: float, look: ChimeLook) -> None:
    r = max(5.0, LOOP * look.k)
    body = f'<circle cx="{x:.1f}" cy="{y + r:.1f}" r="{r:.1f}" fill="none" stroke="{look.thread}" stroke-width="2.6"/>'
    paper.shape(body, Box(x - r - 3, y - 3, 2 * r + 6, 2 * r + 6), alpha=0)


def _winding(paper: Paper, x: float, y: float, high: float, look: ChimeLook) -> None:
    """Thread wound about wood."""
    body = "".join(
        f'<path d="M{x + dx:.1f} {y:.1f}l1 {high:.1f}" stroke="{look.thread}" stroke-width="3" stroke-linecap="round"/>'
        for dx in (-4.5, 0, 4.5)
    )
    paper.shape(body, Box(x - 9, y - 4, 20, high + 8), blur=3, alpha=50, dy=2)


def paint_line(paper: Paper, row: Sequence[tuple[str, bool]], left: float, y: float, is_evening: bool) -> None:
    """A line across a page on which one place's things hang, each with whether the child has it."""
    look = ChimeLook(left, y, STICK_WIDE, y, is_evening)
    right, low = left + LINE_WIDE, y + 14
    middle = (left + right) / 2
    body = (
        f'<path d="M{left} {y}Q{middle} {low + 10} {right} {y}" stroke="{look.thread}" stroke-width="3" fill="none"/>'
    )
    paper.shape(body, Box(left - 4, y - 4, LINE_WIDE + 8, 34), blur=3, alpha=40, dy=2)
    for i, (thing, has) in enumerate(row):
        x = left + LINE_WIDE * (i + 0.5) / len(row)
        u = (x - left) / LINE_WIDE
        top = y + 2 * u * (1 - u) * (low + 10 - y)
        _thread(paper, (x, top), (x, top + 12), look)
        if has:
            paper.part(f"things/{thing}", x, top + 8 + LINE_SIZE * 0.46, LINE_SIZE, shadow=60, blur=4, dy=3)
        else:
            _loop(paper, x, top + 12, look)


def paint_branch(paper: Paper, look: ChimeLook) -> None:
    """The branch the chime hangs from: it comes from beyond the window's right edge."""
    right = paper.view.visible().right + 20
    y, left = look.branch, look.x - 46
    wood, under, light = ("#6E5A86", "#584672", "#84709A") if look.is_evening else ("#8A5A3A", "#6F4530", "#A97850")
    leaf, rib = ("#5F8A92", "#7FA3AA") if look.is_evening else ("#6FAE6D", "#A9D2A0")
    top = f"M{right} {y - 30}C{right - 160} {y - 22} {left + 200} {y - 16} {left} {y - 18}"
    end = f"C{left - 10} {y - 16} {left - 10} {y - 8} {left} {y - 6}"
    body = f"{top}{end}C{left + 200} {y - 2} {right - 160} {y + 4} {right} {y + 4}Z"
    svg = (
        f'<path d="{body}" transform="translate(0 4)" fill="{under}"/><path d="{body}" fill="{wood}"/>'
        f'<path d="M{left + 60} {y - 10}h70M{left + 220} {y - 9}h90M{left + 380} {y - 10}h60" stroke="{light}" '
        'stroke-width="3" stroke-linecap="round"/>'
    )
    for x, turn in ((left + 26, 200), (left + 118, 24), (left + 300, 330), (left + 436, 20)):
        svg += (
            f'<g transform="translate({x} {y - 12}) rotate({turn})"><path d="M0 0C6 -14 22 -16 34 0C22 14 6 12 0 0Z" '
            f'fill="{leaf}"/><path d="M4 0H26" stroke="{rib}" stroke-width="2"/></g>'
        )
    paper.shape(svg, Box(left - 40, y - 50, right - left + 40, 90), blur=6, alpha=60, dy=5)


def paint_way(paper: Paper, land: TrailLandscape, place: str, reached: int) -> None:
    """Lumi's prints and the thin line, from where the path comes in to the station that was reached."""
    end = min(range(len(land.line)), key=lambda i: math.dist(land.line[i], land.nodes[reached]))
    way = land.line[: end + 1]
    name, line = WAYS.get(place, WAYS["meadow"])
    colour = multiplied(line, land.tint) if land.tint else line
    points = "L".join(f"{x:.1f} {y:.1f}" for x, y in way)
    body = f'<path d="M{points}" stroke="{colour}" stroke-width="3" fill="none" stroke-linecap="round"/>'
    w, h = paper.pictures.drawings.drawing_size(name)
    k = PRINT_WIDE / w
    shapes = lit(paper.pictures.drawings.shapes(name), land.tint)
    for (x, y), _ in prints(way, PRINTS_APART, lambda _: 0.72):
        place_at = f"translate({x - PRINT_WIDE / 2:.1f} {y - h * k / 2:.1f}) scale({k:.3f})"
        body += f'<g transform="{place_at}">{shapes}</g>'
    xs, ys = [p[0] for p in way], [p[1] for p in way]
    left, top = max(min(xs), -640.0), min(ys)
    paper.shape(body, Box(left, top, max(xs) - left, max(ys) - top).grown(40), alpha=0)


def paint_end(paper: Paper, land: TrailLandscape, thing: str, place: str, is_near: bool, is_picked: bool) -> None:
    """The end of the chapter's path. `is_near`: it can be found today, and shines."""
    x, y = land.gift
    front, beside, behind = HIDES.get(place, HIDES["meadow"])
    if is_near and not is_picked:
        glow = "".join(
            f'<circle cx="{x}" cy="{y - 22}" r="{r}" fill="#FFF0B8" fill-opacity="{a}"/>'
            for r, a in ((96, 0.26), (78, 0.3), (58, 0.4))
        )
        paper.shape(glow, Box.around(x, y - 22, 100), alpha=0)
    shade = f'<ellipse cx="{x}" cy="{y + 24}" rx="58" ry="14" fill="#2E2A3A" fill-opacity="0.25"/>'
    paper.shape(shade, Box(x - 70, y + 6, 140, 36), alpha=0)
    stand(paper, behind, land.tint, x - 36, y + 16, 46)
    stand(paper, behind, land.tint, x + 38, y + 14, 42)
    if not is_picked:
        paper.part(f"things/{thing}", x + 2, y - 20, SIZE, turn=-10, shadow=80, blur=6, dy=4)
    stand(paper, front, land.tint, x - 12, y + 36, 96)
    stand(paper, beside, land.tint, x + 40, y + 38, 46)
    if is_near and not is_picked:
        for dx, dy, size in ((-52, -66, 24), (58, -64, 20), (10, -88, 16)):
            paper.part("fx/sparkle_sun", x + dx, y + dy, size, shadow=0)
