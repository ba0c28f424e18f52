"""The paper a feast is held on: rays or a quiet night sky, hills, a garland, confetti."""

from __future__ import annotations

import math

from game.ui.art.lit_part import stand
from game.ui.effects import ConfettiPiece, confetti_picture
from game.ui.paper import Paper
from game.ui.pictures import Pictures
from game.ui.stage import Stage
from game.ui.view import Anchor, Box

FLAGS = ("#E8694E", "#FFC94D", "#5FB3A4", "#8F86C9")
LOWEST = 560  # nothing falls over buttons and hills
ABOVE = 480  # confetti begins this far above its own place and falls through the picture once
LOW = 744  # of the design, and a little more: below it a window is high
FASTER = 1.5  # times its own speed: it is all about the friend while the stars land


def paint_feast(
    paper: Paper, is_evening: bool, has_rays: bool, middle: tuple[float, float] = (640, 400), glow: float = 0
) -> None:
    """Sky and two hills over the whole window; rays only by day. `glow`: radius of a light disc about `middle`."""
    seen = paper.view.visible()
    box = Box(seen.x - 2, seen.y - 2, seen.w + 4, seen.h + 4)
    if is_evening:
        paper.shape(_night(box), box, alpha=0)
        far, near = "#6F8FA8", "#55788F"
    else:
        paper.shape(_day(box, has_rays, middle), box, alpha=0)
        far, near = "#8CC28B", "#5E9B63"
    if glow:
        x, y, light = *middle, "#8F93C8" if is_evening else "#FFF6E0"
        body = f'<circle cx="{x}" cy="{y}" r="{glow}" fill="{light}"/>'
        paper.shape(body, Box.around(x, y, glow + 4), blur=20, alpha=30)
    for colour, top, (a, b) in ((far, 590, (560, 606)), (near, 654, (640, 664))):
        body = (
            f'<path d="M{box.x} {b}C{box.x + box.w * 0.19} {a} {box.x + box.w * 0.36} {top} {box.x + box.w / 2} {top}'
            f'C{box.x + box.w * 0.67} {top} {box.x + box.w * 0.83} {a} {box.right} {b}V{box.bottom}H{box.x}Z" '
            f'fill="{colour}"/>'
        )
        paper.shape(body, box, blur=10, alpha=60, dy=-2)
    if seen.bottom > LOW:
        _paint_flowers(paper, seen, is_evening)
    paper.grain()


def _paint_flowers(paper: Paper, seen: Box, is_evening: bool) -> None:
    """Where a high window shows more of the near hill than its top, something blooms."""
    light, down = "#A3A6D6" if is_evening else None, seen.bottom - LOW
    for i, part in enumerate(("bg/flower", "bg/tuft", "bg/flower_coral", "bg/grass_clump") * 4):
        x = seen.x + seen.w * (i + 0.5) / 16
        stand(paper, part, light, x, LOW + down * (0.42 + 0.4 * (i * 5 % 8) / 8), 44 if "flower" in part else 62)


def _day(box: Box, has_rays: bool, middle: tuple[float, float]) -> str:
    body = f'<rect x="{box.x}" y="{box.y}" width="{box.w}" height="{box.h}" fill="#FFEBC4"/>'
    if has_rays:
        x, y = middle
        for angle in range(0, 360, 22):
            (ax, ay), (bx, by) = (_far(middle, box.w, degrees) for degrees in (angle, angle + 11))
            body += f'<path d="M{x} {y}L{ax:.0f} {ay:.0f}L{bx:.0f} {by:.0f}Z" fill="#FFDB96"/>'
    return body


def _far(middle: tuple[float, float], distance: float, degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    return middle[0] + distance * math.cos(angle), middle[1] + distance * math.sin(angle)


def _night(box: Box) -> str:
    dusk = ((0, "#4A5596"), (0.6, "#8E8BC4"), (1, "#F0BFAE"))
    stops = "".join(f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in dusk)
    stars = "".join(
        f'<circle cx="{i * 263 % 1280 + right}" cy="{i * 97 % 330 + 20 + down}" r="{(1.6, 2.4, 3.0)[i % 3]}" '
        'fill="#FFF3D0" fill-opacity="0.8"/>'
        for i in range(40)
        for right in (-1280, 0, 1280)
        for down in (-330, 0)
    )
    return (
        f'<defs><linearGradient id="dusk" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="600">{stops}'
        f'</linearGradient></defs><rect x="{box.x}" y="{box.y}" width="{box.w}" height="{box.h}" fill="url(#dusk)"/>'
        + stars
    )


def paint_garland(paper: Paper) -> None:
    """Flags on a string along the top of the window, from edge to edge."""
    seen = paper.view.visible()
    left, right, top = min(0.0, seen.x), max(1280.0, seen.right), paper.view.shift(Anchor.TOP)[1]
    n = round((right - left) / 48) - 1

    def hangs(x: float) -> float:
        u = (x - left) / (right - left)
        return top + 26 + 4 * u * (1 - u) * 58

    flags = "".join(
        f'<path d="M{x - 11:.0f} {hangs(x):.0f}l22 0l-11 30Z" fill="{FLAGS[i % 4]}"/>'
        for i, x in enumerate(left + (right - left) * (i + 0.5) / n for i in range(n))
    )
    bow = f"M{left} {top + 26}Q{(left + right) / 2} {top + 142} {right} {top + 26}"
    string = f'<path d="{bow}" fill="none" stroke="#A96C3C" stroke-width="4"/>'
    paper.shape(string + flags, Box(left, top, right - left, 130), blur=4, alpha=50, dy=3)


def put_confetti(
    stage: Stage, pictures: Pictures, pieces: tuple[ConfettiPiece, ...], seconds: float, is_evening: bool,
    but: Box | None = None,
) -> None:  # fmt: skip
    """The pieces above the hills and outside `but`; by day they fall once, in the evening they rise and come again."""
    for piece in pieces:
        x, y, turn = piece.at(seconds)
        if not is_evening:
            y = piece.y - ABOVE + piece.fall * seconds * FASTER
        if -40 < y < LOWEST and not (but and but.holds(x, y)):
            stage.put_centre(confetti_picture(pictures, piece, turn), x, y)
