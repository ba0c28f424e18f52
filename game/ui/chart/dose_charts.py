"""The charts of one exercise: its dose over time, the two feet, and how often it went how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from game.core.reports.progress import DoseStep
from game.frozen import dataclass
from game.ui import theme
from game.ui.chart import legend
from game.ui.chart.charts import AXIS, LINE
from game.ui.paper import Paper
from game.ui.theme import INK, INK_2, SEMI_BOLD
from game.ui.view import Box

BESIDE = 10  # between a bar and its number
BACK = "#8A4A12"  # a step back


@dataclass(frozen=True, slots=True)
class Span:
    """Days `first`..`last`, both included."""

    first: date
    last: date


def dose_steps(
    paper: Paper, box: Box, steps: Sequence[DoseStep], today: date, pauses: Sequence[Span], first: str, last: str, *,
    since: date | None = None, holds: Sequence[Span] = (), hurts: Sequence[date] = (),
) -> None:  # fmt: skip
    """The dose (sets times amount) from day to day as a stair, from the day `since` (None: the first step) to `today`:
    a dot where it went back, a shade over pauses, a bar below where it was held, a sign above where it hurt. Without
    a `first` word nothing stands below."""
    if not steps:
        return
    start = since or min(step.day for step in steps)
    days = max(1, (today - start).days)
    totals = [step.sets * step.amount for step in steps]
    low, high = min(totals), max(totals)
    pad = max(1, round((high - low) * 0.2))
    bottom_value, top_value = max(0, low - pad), high + pad

    def at_x(day: date) -> float:
        return box.x + 6 + (box.w - 12) * max(0, min(days, (day - start).days)) / days

    def at_y(total: float) -> float:
        return box.bottom - (total - bottom_value) / (top_value - bottom_value) * box.h

    body = ""
    for pause in pauses:
        if pause.last < start or pause.first > today:
            continue
        left, right = at_x(pause.first), at_x(min(today, pause.last))
        body += (
            f'<rect x="{left:.1f}" y="{box.y}" width="{max(4, right - left):.1f}" height="{box.h}" fill="{AXIS}" '
            'fill-opacity="0.3"/>'
        )
    for hold in holds:
        if hold.last >= start and hold.first <= today:
            left, right = at_x(hold.first), at_x(min(today, hold.last))
            body += hold_sign(left, box.bottom - 9, max(8, right - left))
    for total in dict.fromkeys((low, (low + high) // 2, high)):
        y = at_y(total)
        body += f'<path d="M{box.x} {y:.1f}H{box.right}" stroke="{LINE}" stroke-width="2"/>'
        paper.text(str(total), 16, box.x - 10, y, INK_2, SEMI_BOLD, "r", 40)
    path = f"M{at_x(steps[0].day):.1f} {at_y(totals[0]):.1f}"
    for step, total in zip(steps[1:], totals[1:]):
        path += f"H{at_x(step.day):.1f}V{at_y(total):.1f}"
    path += f"H{at_x(today):.1f}"
    body += (
        f'<path d="{path}" fill="none" stroke="{theme.TEAL.fill}" stroke-width="5" stroke-linejoin="round" '
        'stroke-linecap="round"/>'
    )
    for step, before, total in zip(steps[1:], totals, totals[1:]):
        if total < before:
            body += f'<circle cx="{at_x(step.day):.1f}" cy="{at_y(total):.1f}" r="8" fill="{BACK}"/>'
    body += "".join(hurt_sign(at_x(day), box.y + 8) for day in dict.fromkeys(hurts) if start <= day <= today)
    body += f'<path d="M{box.x} {box.bottom}H{box.right}" stroke="{AXIS}" stroke-width="2"/>'
    paper.shape(body, box.grown(10), alpha=0)
    if first:
        paper.text(first, 16, box.x, box.bottom + 18, INK_2, SEMI_BOLD, "l")
        paper.text(last, 16, box.right, box.bottom + 18, INK_2, SEMI_BOLD, "r")


def hold_sign(x: float, y: float, w: float) -> str:
    """Days on which nothing could grow: a bar with an edge."""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="7" rx="2" fill="#FFFFFF" stroke="#43304A" '
        'stroke-width="2"/>'
    )


def hurt_sign(cx: float, cy: float) -> str:
    """It hurt: a triangle on its tip."""
    return f'<path d="M{cx - 6:.1f} {cy - 6:.1f}H{cx + 6:.1f}L{cx:.1f} {cy + 5:.1f}Z" fill="{BACK}"/>'


def signs(paper: Paper, x: float, y: float, words: Mapping[str, str], step: float, width: float) -> None:
    """What the signs of the road mean: those of back, paused, held and hurt that `words` names, in `width`."""
    drawn = {
        "back": lambda at: f'<circle cx="{at + 8}" cy="{y}" r="7" fill="{BACK}"/>',
        "paused": lambda at: f'<rect x="{at}" y="{y - 8}" width="16" height="16" fill="{AXIS}" fill-opacity="0.3"/>',
        "held": lambda at: hold_sign(at, y - 3, 16),
        "hurt": lambda at: hurt_sign(at + 8, y),
    }
    if not words:
        return
    size, places = legend.columns(paper, x, step, 22, [[word] for word in words.values()], width=width)
    for (at, room), (name, word) in zip(places, words.items(), strict=True):
        paper.shape(drawn[name](at), Box(at - 2, y - 10, 22, 20), alpha=0)
        legend.word(paper, word, size, at + 22, y, room)


def two_feet(paper: Paper, x: float, y: float, left: int, right: int, words: tuple[str, str]) -> None:
    """What each foot did, as two bars of the same scale."""
    most = max(1, left, right) * 1.07
    lead = 46 + max(52.0, min(74.0, 0.9 * max(paper.pictures.text_width(word, 19, SEMI_BOLD) for word in words)))
    long = min(140.0, 280 - lead - BESIDE - _widest(paper, (left, right)))
    for i, (word, n) in enumerate(zip(words, (left, right))):
        at = y + i * 50
        paper.part("icons/step_on", x + 20, at, 40, 40, shadow=0, flip=i == 1)
        paper.text(word, 19, x + 44, at, align="l", weight=SEMI_BOLD, width=lead - 46)
        paper.bar(Box(x + lead, at - 8, long, 16), n / most)
        paper.text(str(n), 19, x + 280, at, align="r", weight=SEMI_BOLD)


def _widest(paper: Paper, numbers: Sequence[int]) -> float:
    """Room the widest of these numbers takes at the end of its line."""
    return max((paper.pictures.text_width(str(n), 19, SEMI_BOLD) for n in numbers), default=0.0)


@dataclass(frozen=True, slots=True)
class Count:
    """One line of a list of bars."""

    word: str
    n: int
    glyph: str
    colour: str


def counts(paper: Paper, x: float, y: float, lines: Sequence[Count], pitch: float = 36, longest: float = 98) -> None:
    """Words with bars of one scale and their numbers."""
    most = max([1, *(line.n for line in lines)])
    longest = min(longest, 280 - 146 - BESIDE - _widest(paper, [line.n for line in lines]))
    for i, line in enumerate(lines):
        at = y + i * pitch
        rgb = tuple(int(line.colour[k : k + 2], 16) for k in (1, 3, 5))
        paper.glyph(line.glyph, x + 12, at, 24, (rgb[0], rgb[1], rgb[2]))
        paper.text(line.word, 19, x + 34, at, INK, SEMI_BOLD, "l", 106)
        if line.n:
            w = max(14, longest * line.n / most)
            body = f'<rect x="{x + 146}" y="{at - 7}" width="{w:.1f}" height="14" rx="7" fill="{line.colour}"/>'
            paper.shape(body, Box(x + 144, at - 9, longest + 6, 18), alpha=0)
        paper.text(str(line.n), 19, x + 280, at, INK, SEMI_BOLD, "r")
