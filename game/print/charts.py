"""The charts of a page, drawn so that a copy in black and white still tells everything: outline, solid, hatched.

Each draws into a box that begins at (0, 0) and says how high it became.
"""

from __future__ import annotations

from game.print.document import CurveCard, WeekBars
from game.print.sheet import BLACK, BOLD, Mark, Shape, box, disc, line
from game.print.typeset import Setting, Type

SOLID, HATCH, AXIS = "#4A4350", "#777777", "#BBBBBB"
SMALL, TINY = Setting(7.6), Setting(6.8)
PLOT, UNDER = 70.0, 13.0  # points: of the bars, of the words below them
FEW, LOW_PLOT = 2, 46.0  # so few bars need no more height: a family's first days fit one page
LEFT = 20.0  # points for the numbers of the axis
MOST_SHOWN = 9  # lines of the axis
DOTS_APART = 5.0  # points: what is closer together is a line alone, with a dot at each end
STEP = 3.2  # points between two lines of a hatch


def week_bars(type_: Type, block: WeekBars, width: float) -> tuple[list[Mark], float]:
    """Planned as an outline, done solid in it, paused hatched on top."""
    tops = [max(bar.planned, bar.done) + bar.paused for bar in block.bars]
    step = axis_step(max([1, *tops]))
    most = -(-max([1, *tops]) // step) * step
    plot = PLOT if len(block.bars) > FEW else LOW_PLOT
    scale = plot / most
    top = 4 + (TINY.height if any(bar.done >= most for bar in block.bars) else 0)  # room above for a full bar's number
    marks: list[Mark] = []
    for n in range(0, most + 1, step):
        y = top + plot - n * scale
        marks.append(line(LEFT, y, width, y, 0.5, AXIS))
        marks.append(type_.line(str(n), LEFT - 4, y - TINY.height / 2, TINY, align="r"))
    pitch = (width - LEFT) / max(1, len(block.bars))
    wide = min(26.0, pitch * 0.66)
    labelled = _every(type_, [bar.label for bar in block.bars], pitch)
    for n, bar in enumerate(block.bars):
        x, bottom = LEFT + pitch * (n + 0.5) - wide / 2, top + plot
        if bar.paused:
            below = max(bar.planned, bar.done) * scale
            marks += hatched(x, bottom - below - bar.paused * scale, wide, bar.paused * scale)
        if bar.planned:
            marks.append(box(x, bottom - bar.planned * scale, wide, bar.planned * scale, fill="#FFFFFF", stroke=BLACK))
        if bar.done:
            marks.append(box(x, bottom - bar.done * scale, wide, bar.done * scale, fill=SOLID, stroke=BLACK))
        if bar.planned or bar.done:
            free = (bar.planned - bar.done) * scale
            is_covered = free <= 0 and bar.paused > 0
            marks.append(_number(type_, str(bar.done), x + wide / 2, bottom - bar.done * scale, free, is_covered))
        if n % labelled == 0:
            marks.append(type_.line(bar.label, x + wide / 2, bottom + 2, TINY, align="c"))
    return marks, top + plot + UNDER


def _number(type_: Type, text: str, x: float, top: float, free: float, is_covered: bool) -> Mark:
    """How many were done: above the solid part where the outline leaves room for it, or ends with it; else in it."""
    if free >= TINY.size + 2 or (free <= 0 and not is_covered):
        return type_.line(text, x, top - TINY.height - 0.5, TINY, BOLD, "c")
    return type_.line(text, x, top + 0.5, Setting(TINY.size, "#FFFFFF"), BOLD, "c")


def axis_step(most: int) -> int:
    """How far two lines of the axis are apart, so that at most five are drawn.

    >>> [axis_step(n) for n in (1, 4, 14, 20, 56, 700)]
    [1, 1, 5, 5, 20, 200]
    """
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if most <= 4 * step:
                return step
        size *= 10


def _every(type_: Type, labels: list[str], pitch: float) -> int:
    """Every how many bars one is named, so that names stay apart."""
    widest = max((type_.width(label, TINY.size) for label in labels), default=0)
    return max(1, -(-int(widest + 4) // max(1, int(pitch))))


def hatched(x: float, y: float, w: float, h: float) -> list[Mark]:
    """A box of slanting lines, none of them over its edge."""
    marks: list[Mark] = [box(x, y, w, h, fill="#FFFFFF", stroke=HATCH, width=0.6)]
    at = STEP
    while at < w + h:
        x1, y1 = (x + at, y) if at <= w else (x + w, y + at - w)
        x2, y2 = (x, y + at) if at <= h else (x + at - h, y + h)
        marks.append(line(x1, y1, x2, y2, 0.9, HATCH))
        at += STEP
    return marks


def curve_card(type_: Type, card: CurveCard, width: float) -> tuple[list[Mark], float]:
    """One or two lines: the first solid with solid dots, the second dashed with open ones, each named at its end."""
    title = Setting(8.4)
    marks: list[Mark] = [type_.line(card.title, 0, 0, title, BOLD)]
    top, high, left, right = title.height + 4, 40.0, 16.0, width - 22
    most = max([1, *(value for row in card.lines for _, value in row.points)])
    span = max([1, *(at for row in card.lines for at, _ in row.points)])
    marks += [line(left, top, right, top, 0.5, AXIS), line(left, top + high, right, top + high, 0.5, AXIS)]
    marks.append(type_.line(str(most), left - 4, top - TINY.height / 2, TINY, align="r"))
    marks.append(type_.line("0", left - 4, top + high - TINY.height / 2, TINY, align="r"))
    ends = []
    for n, row in enumerate(card.lines):
        wide = right - left - 8
        places = [(left + 4 + wide * at / span, top + high - high * value / most) for at, value in row.points]
        path = "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in places)
        if len(places) > 1:
            marks.append(Shape(path, stroke=BLACK, width=1.2, dash=(3, 2) if n else (), is_round=True))
        dotted = places if wide / len(places) >= DOTS_APART else (places[0], places[-1])
        marks += [disc(x, y, 2.2, fill="#FFFFFF" if n else BLACK, stroke=BLACK) for x, y in dotted]
        ends.append((places[-1][1], f"{row.name} {row.points[-1][1]}".strip()))
    apart = TINY.height
    if len(ends) == 2 and abs(ends[0][0] - ends[1][0]) < apart:
        middle, up = (ends[0][0] + ends[1][0]) / 2, -1 if ends[0][0] <= ends[1][0] else 1
        ends = [(middle + up * apart / 2, ends[0][1]), (middle - up * apart / 2, ends[1][1])]
    marks += [type_.line(name, right + 3, y - TINY.height / 2, TINY, BOLD) for y, name in ends]
    marks.append(type_.line(card.first, left, top + high + 2, TINY))
    if card.last != card.first:
        marks.append(type_.line(card.last, right, top + high + 2, TINY, align="r"))
    return marks, top + high + UNDER


def share_bar(planned: int, done: int, most: int, width: float, height: float) -> list[Mark]:
    """Done in planned, as one bar; the exercise planned most often is as long as the cell."""
    whole = width * planned / max(1, most)
    marks: list[Mark] = []
    if planned:
        marks.append(box(0, 0, whole, height, fill="#FFFFFF", stroke=BLACK, width=0.7))
    if done:
        marks.append(box(0, 0, whole * min(1.0, done / max(1, planned)), height, fill=SOLID, stroke=BLACK, width=0.7))
    return marks
