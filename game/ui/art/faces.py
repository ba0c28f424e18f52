"""Six faces from no pain to the most: the child's own, and the same small in a grown-up's row.

Drawn for this game: brow, eyes and mouth tighten; one colour, no tears, no grin at zero.
"""

from __future__ import annotations

from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK_2
from game.ui.view import Box

SCORES = (0, 2, 4, 6, 8, 10)
FILL, LIP, INK, BROW = "#FFE2A8", "#E9C68F", "#43304A", "#8A5A2C"


def face_key(score: int) -> str:
    """The digit that chooses a face on a grown-ups' page, which shows the score itself: 10 is chosen by 1.

    >>> "".join(map(face_key, SCORES))
    '024681'
    """
    return str(score)[0]


def face(cx: float, cy: float, r: float, k: int) -> str:
    """SVG of face `k` 0..5 about (cx, cy) with radius `r`."""
    line = r * 0.085
    body = f'<circle cx="{cx}" cy="{cy + r * 0.09:.1f}" r="{r}" fill="{LIP}"/>'
    body += f'<circle cx="{cx}" cy="{cy}" r="{r}" fill="{FILL}"/>'
    for side in (-1, 1):
        body += _eye(cx + side * r * 0.36, cy - r * 0.12, r, k, side, line)
        y, e = cy - r * 0.42, k / 5
        body += (
            f'<path d="M{cx + side * r * 0.54:.1f} {y + e * r * 0.06:.1f}L{cx + side * r * 0.2:.1f} '
            f'{y - e * r * 0.14:.1f}" stroke="{BROW}" stroke-width="{line:.1f}" stroke-linecap="round"/>'
        )
    return body + _mouth(cx, cy + r * 0.4, r, k, line)


def _eye(x: float, y: float, r: float, k: int, side: int, line: float) -> str:
    stroke = f'stroke="{INK}" stroke-width="{line:.1f}" stroke-linecap="round" stroke-linejoin="round" fill="none"'
    if k < 3:
        return (
            f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{r * 0.085:.1f}" ry="{r * (0.12 - 0.02 * k):.1f}" fill="{INK}"/>'
        )
    if k == 3:
        return f'<path d="M{x - r * 0.15:.1f} {y:.1f}H{x + r * 0.15:.1f}" {stroke}/>'
    q = r * (0.14 + 0.02 * (k - 4))
    out, inwards = x + side * q, x - side * q
    return f'<path d="M{out:.1f} {y - q:.1f}L{inwards:.1f} {y:.1f}L{out:.1f} {y + q:.1f}" {stroke}/>'


def _mouth(x: float, y: float, r: float, k: int, line: float) -> str:
    w = r * 0.34
    stroke = f'stroke="{INK}" stroke-width="{line * 1.1:.1f}" stroke-linecap="round" stroke-linejoin="round"'
    if k < 5:
        bend = y + r * (0.05 - 0.13 * k)
        return f'<path d="M{x - w:.1f} {y:.1f}Q{x:.1f} {bend:.1f} {x + w:.1f} {y:.1f}" {stroke} fill="none"/>'
    low = y + r * 0.16
    return (
        f'<path d="M{x - w:.1f} {low:.1f}Q{x:.1f} {y - r * 0.42:.1f} {x + w:.1f} {low:.1f}'
        f'Q{x:.1f} {y + r * 0.04:.1f} {x - w:.1f} {low:.1f}Z" fill="{INK}" {stroke}/>'
    )


def paint_face(paper: Paper, cx: float, cy: float, r: float, score: int) -> None:
    """The face of a score 0..10; odd scores wear the face below them."""
    m = r * 1.2
    paper.shape(face(cx, cy, r, min(5, score // 2)), Box(cx - m, cy - m, 2 * m, 2 * m), 4, 40, 2)


def paint_numbered_face(paper: Paper, box: Box, score: int) -> None:
    """A face with its number beside it, clear of it, in the middle of a button's box."""
    gap, room = 3, 23  # the number's, of which "10" is the widest
    r = min(box.h * 0.36, (box.w - gap - room - 2) / 2)
    left, middle = box.x + (box.w - 2 * r - gap - room) / 2, box.y + box.h / 2
    paint_face(paper, left + r, middle, r, score)
    paper.text(str(score), 16, left + 2 * r + gap + room / 2, middle, INK_2, EXTRA_BOLD, width=room)
