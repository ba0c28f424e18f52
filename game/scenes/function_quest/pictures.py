"""The signs of a function quest: its three parts as round pictures, the clock, the tray with the working foot."""

from __future__ import annotations

from game.core.content import Foot
from game.core.rules.function_quests import Part
from game.scenes.screen.adult_strip import paint_strip_paper
from game.scenes.session.tray import paint_prints
from game.ui import theme
from game.ui.paper import Paper, gauge
from game.ui.view import Box

PAINTS = {
    Part.ONE_LEG: theme.ANIMALS["fay"],
    Part.BRICKS: theme.ANIMALS["koko"],
    Part.HEEL_RAISES: theme.ANIMALS["tik"],
}
CORAL, TRACK = "#E8694E", "#EAD9BB"


def paint_part(paper: Paper, part: Part, box: Box) -> None:
    """A part as a disc."""
    (cx, cy), r = box.centre, box.w / 2
    paper.disc(cx, cy, r, PAINTS[part], ring=theme.PANEL)
    paint_sign(paper, part, cx, cy, r)


def paint_sign(paper: Paper, part: Part, cx: float, cy: float, r: float) -> None:
    """What a part is, in a picture about (cx, cy): one print, bricks, a heel that rises."""
    with paper.upright(Box.around(cx, cy, r)):
        _paint_sign(paper, part, cx, cy, r)


def _paint_sign(paper: Paper, part: Part, cx: float, cy: float, r: float) -> None:
    match part:
        case Part.ONE_LEG:
            paper.part("icons/step_on", cx - r * 0.2, cy + r * 0.04, r * 1.24, shadow=0)
            paper.part("icons/step_off", cx + r * 0.44, cy - r * 0.3, r * 0.66, shadow=0, flip=True)
        case Part.BRICKS:
            paper.part("props/brick_red", cx - r * 0.34, cy + r * 0.26, r * 0.98, shadow=30)
            paper.part("props/brick_yellow", cx + r * 0.36, cy + r * 0.34, r * 0.98, shadow=30)
            paper.part("props/brick_blue", cx + r * 0.02, cy - r * 0.3, r * 0.98, shadow=30)
        case Part.HEEL_RAISES:
            paper.part("icons/sole_tiptoe", cx - r * 0.14, cy, r * 1.34, shadow=0)
            x, y, h = cx + r * 0.6, cy - r * 0.02, r * 0.3
            body = (
                f'<path d="M{x} {y + h}V{y - h}M{x - h * 0.55} {y - h * 0.4}L{x} {y - h}L{x + h * 0.55} {y - h * 0.4}" '
                f'stroke="{CORAL}" stroke-width="{r * 0.11:.1f}" stroke-linecap="round" stroke-linejoin="round" '
                'fill="none"/>'
            )
            paper.shape(body, Box.around(x, y, h * 1.8), alpha=0)


def paint_strip(paper: Paper, box: Box, text: str) -> None:
    """A word to the grown-up beside, in one or two lines."""
    paint_strip_paper(paper, box, box.x + 46, 26, 34)
    room = box.w - 112
    high = min(box.h - 12, paper.paragraph_height(text, 20, room, leading=1.25))
    paper.paragraph(text, 20, box.x + 88, box.y + (box.h - high) / 2, room, leading=1.25, height=box.h - 12)


def paint_clock(paper: Paper, cx: float, cy: float, r: float, share: float) -> None:
    """A round clock filled `share` 0..1 clockwise, room for a number inside."""
    body = (
        f'<circle cx="{cx}" cy="{cy + 8}" r="{r}" fill="#EAD9BB"/><circle cx="{cx}" cy="{cy}" r="{r}" fill="#FFF9EC"/>'
    )
    width = r * 0.14
    paper.shape(body + gauge(cx, cy, r - width * 1.3, share, width, CORAL), Box.around(cx, cy, r + 12), 14, 90)


def paint_tray(paper: Paper, box: Box, foot: Foot | None, share: float, best: float | None) -> None:
    """Which foot works, how much is done, and a star where the child's own best lies; both as shares of the whole."""
    paper.panel(box, radius=39, lip_depth=6)
    middle = box.y + box.h / 2 - 1
    if foot is None:
        for side in (-1, 1):
            paper.part("icons/step_on", box.x + 72 + side * 30, middle, 54, shadow=0, flip=side > 0)
    else:
        paint_prints(paper, box.x + 72, middle, foot, 66)
    left, right = box.x + 164, box.right - 52
    body = f'<path d="M{left} {middle}H{right}" stroke="{TRACK}" stroke-width="24" stroke-linecap="round"/>'
    if share > 0:
        end = left + (right - left) * min(1.0, share)
        style = f'stroke="{CORAL}" stroke-width="24" stroke-linecap="round"'
        body += f'<path d="M{left} {middle}H{max(left + 1, end):.1f}" {style}/>'
    paper.shape(body, box, alpha=0)
    if best is not None:
        paper.part("icons/star", left + (right - left) * min(1.0, best), middle - 4, 52, shadow=40)
