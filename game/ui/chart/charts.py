"""The progress page's charts, drawn once into the still picture: calendar, planned and done, minutes a day.

Every chart is said in words beside it; colour is never alone: pauses have their sign, days to come a dashed edge, and a
half of which a part was played a dot, for its shade is hardly darker than nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from game.core.content import Slot
from game.core.reports.period import Bar
from game.core.reports.progress import DayRow, SlotShare, WeekRow
from game.frozen import dataclass
from game.ui import theme
from game.ui.chart import legend
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, SEMI_BOLD
from game.ui.view import Box

SHADES = {
    SlotShare.NOTHING: "#F1E9DA",
    SlotShare.PART: "#BFE0D6",
    SlotShare.MOST: "#5FB3A4",
    SlotShare.ALL: theme.TEAL.fill,
}
LINE, AXIS, EDGE = "#EFE6D4", "#C9BBA2", "#B9A98C"
BAND = (0.56, 0.63)  # share of the exercises that families in a trial did (Johnson 2020)


# ---------------------------------------------------------------- calendar
@dataclass(frozen=True, slots=True)
class Grid:
    """Where the calendar's cells lie: seven days across, weeks down."""

    x: float
    y: float
    w: float = 56
    h: float = 44
    gap_x: float = 5
    gap_y: float = 7

    def cell(self, week: int, weekday: int) -> Box:
        """The cell of a weekday (Monday 0) in the week counted from the top."""
        return Box(self.x + weekday * (self.w + self.gap_x), self.y + week * (self.h + self.gap_y), self.w, self.h)


def calendar(
    paper: Paper, grid: Grid, weeks: Sequence[WeekRow], day_word: Callable[[int], str],
    week_word: Callable[[date], str], today: date,
) -> None:  # fmt: skip
    """Each day a cell, its upper half the morning; a flower where the week is in bloom, the lines of a pause where it
    counts neither way. `week_word` names a week by its Monday; where a week has not all its days, the others are left
    out."""
    for i in range(7):
        paper.text(day_word(i), 16, grid.cell(0, i).centre[0], grid.y - 14, INK_2, SEMI_BOLD)
    body = ""
    for row, week in enumerate(weeks):
        has_today = any(day.day == today for day in week.days)
        y = grid.cell(row, 0).centre[1]
        weight, colour = (EXTRA_BOLD, INK) if has_today else (SEMI_BOLD, INK_2)
        paper.text(week_word(week.monday), 16, grid.x - 12, y, colour, weight, "r", 66)
        for day in week.days:
            body += _day(grid.cell(row, day.day.weekday()), day, day.day == today)
    whole = Box(grid.x - 6, grid.y - 6, 7 * (grid.w + grid.gap_x) + 12, len(weeks) * (grid.h + grid.gap_y) + 12)
    paper.shape(body, whole, alpha=0)
    beside = grid.x + 7 * (grid.w + grid.gap_x) + 18
    for row, week in enumerate(weeks):
        for day in week.days:
            if is_walk(day):
                cx, cy = grid.cell(row, day.day.weekday()).centre
                paper.part("bg/pine", cx, cy, 20, shadow=0)
        if week.is_in_bloom:
            paper.part("bg/flower_coral", beside, grid.cell(row, 0).centre[1], 28, 37, shadow=0)
        elif week.is_aside:
            cy = grid.cell(row, 0).centre[1]
            paper.shape(aside_sign(beside, cy, 9), Box(beside - 8, cy - 13, 16, 26), alpha=0)


# Round at the joints: where a dash ends in a corner, a sharp one may be as long as the page.
DASHED = 'stroke-dasharray="5 4" stroke-linejoin="round"'


def _day(box: Box, day: DayRow, is_today: bool) -> str:
    """A day's cell: two halves, a pause, a dashed edge while it is still to come, or a short line before the start.
    A half that the family did not mean to play is left white."""
    x, y, w, h, right, bottom = box.x, box.y, box.w, box.h, box.right, box.bottom
    cx, middle, inset = x + w / 2, y + h / 2 - 1, min(14, 0.3 * h)
    if day.is_paused and not day.is_active:
        return (
            f'<rect x="{x + 1}" y="{y + 1}" width="{w - 2}" height="{h - 2}" rx="11" fill="#FFFFFF" stroke="{AXIS}" '
            f'stroke-width="2"/><path d="M{cx - 5} {y + inset}V{bottom - inset}M{cx + 5} {y + inset}V{bottom - inset}" '
            'stroke="#8F8170" stroke-width="4" stroke-linecap="round"/>'
        ) + "".join(later_sign(right - 12, y + h * (0.25 if slot is Slot.MORNING else 0.75)) for slot in day.later)
    if day.is_future and not day.not_meant:
        return (
            f'<rect x="{x + 1}" y="{y + 1}" width="{w - 2}" height="{h - 2}" rx="11" fill="none" stroke="{EDGE}" '
            f'stroke-width="2" {DASHED}/>'
        )
    if day.is_before and not day.later:
        return before_sign(cx, y + h / 2)
    upper = f"M{x} {middle}V{y + 11}A11 11 0 0 1 {x + 11} {y}H{right - 11}A11 11 0 0 1 {right} {y + 11}V{middle}Z"
    lower = (
        f"M{x} {middle + 2}H{right}V{bottom - 11}A11 11 0 0 1 {right - 11} {bottom}H{x + 11}"
        f"A11 11 0 0 1 {x} {bottom - 11}Z"
    )
    out = ""
    at = {Slot.MORNING: (y + middle) / 2, Slot.EVENING: (middle + 2 + bottom) / 2}
    for share, slot, half in ((day.morning, Slot.MORNING, upper), (day.evening, Slot.EVENING, lower)):
        match half_sign(day, slot, share, is_today=is_today):
            case DaySign.NOT_MEANT:
                out += f'<path d="{half}" fill="#FFFFFF" stroke="{AXIS}" stroke-width="2"/>'
            case DaySign.BEFORE:
                out += before_sign(cx, at[slot])
            case DaySign.OPEN:
                out += f'<path d="{half}" fill="#FFFFFF" stroke="#D8C9AC" stroke-width="2" {DASHED}/>'
            case _:
                out += f'<path d="{half}" fill="{SHADES[share]}"/>' + part_dot(share, cx, at[slot])
        if slot in day.later:
            out += later_sign(right - 12, at[slot])
    if is_today:
        out += (
            f'<rect x="{x - 4}" y="{y - 4}" width="{w + 8}" height="{h + 8}" rx="14" fill="none" stroke="#43304A" '
            'stroke-width="3"/>'
        )
    return out


def before_sign(cx: float, cy: float) -> str:
    """The sign of a day before the start: a short line, and no cell."""
    return f'<path d="M{cx - 5:.1f} {cy:.1f}H{cx + 5:.1f}" stroke="{EDGE}" stroke-width="3" stroke-linecap="round"/>'


def part_dot(share: SlotShare, cx: float, cy: float) -> str:
    """The sign of a part, in its half."""
    return f'<circle cx="{cx}" cy="{cy:.1f}" r="3.5" fill="{theme.TEAL.fill}"/>' if share is SlotShare.PART else ""


def aside_sign(cx: float, cy: float, high: float) -> str:
    """The sign of a week that counts neither way, `high` above and below its middle: the lines of a pause, and no
    cell."""
    apart = high / 2
    return (
        f'<path d="M{cx - apart} {cy - high}V{cy + high}M{cx + apart} {cy - high}V{cy + high}" stroke="#8F8170" '
        f'stroke-width="{high / 2.25:.1f}" stroke-linecap="round"/>'
    )


def later_sign(cx: float, cy: float) -> str:
    """The sign of what was told when it counts no more: a small square on its corner."""
    return (
        f'<path d="M{cx} {cy - 5.5}L{cx + 5.5} {cy}L{cx} {cy + 5.5}L{cx - 5.5} {cy}Z" fill="#FFFFFF" stroke="#43304A" '
        'stroke-width="2" stroke-linejoin="round"/>'
    )


# ---------------------------------------------------------------- what its signs mean
class DaySign(StrEnum):
    """A sign of the calendar; `open` is a day or half of today to come, `before` a day before the first of play."""

    NONE = "none"
    PART = "part"
    MOST = "most"
    ALL = "all"
    PAUSED = "paused"
    NOT_MEANT = "not_meant"
    OPEN = "open"
    BEFORE = "before"
    LATER = "later"
    WALK = "walk"
    BLOOM = "bloom"
    ASIDE = "aside"


SHARES = {
    SlotShare.NOTHING: DaySign.NONE, SlotShare.PART: DaySign.PART, SlotShare.MOST: DaySign.MOST,
    SlotShare.ALL: DaySign.ALL,
}  # fmt: skip


# Beside a week, and when.
WEEK_SIGNS: Mapping[DaySign, Callable[[WeekRow], bool]] = {
    DaySign.BLOOM: lambda week: week.is_in_bloom, DaySign.ASIDE: lambda week: week.is_aside,
}  # fmt: skip


def half_sign(day: DayRow, slot: Slot, share: SlotShare, *, is_today: bool) -> DaySign:
    """How half a day is filled: nothing is what was planned and not played, of a day that is counted."""
    if share is not SlotShare.NOTHING:
        return SHARES[share]
    if day.is_before:
        return DaySign.BEFORE
    if slot in day.not_meant | day.not_offered:
        return DaySign.NOT_MEANT  # not missed
    if day.is_future:
        return DaySign.OPEN
    return DaySign.OPEN if is_today else DaySign.NONE


def signs_of(weeks: Sequence[WeekRow], today: date) -> tuple[DaySign, ...]:
    """The signs of a calendar's weeks: the four shades, and whichever else are seen on it."""
    of_weeks = {sign for sign, seen in WEEK_SIGNS.items() if any(map(seen, weeks))}
    days = signs_of_days([day for week in weeks for day in week.days], today)
    return tuple(sign for sign in DaySign if sign in of_weeks.union(SHARES.values(), days))


def signs_of_days(days: Sequence[DayRow], today: date) -> tuple[DaySign, ...]:
    """The signs that are seen on these days, in their order."""
    seen = {sign for day in days for sign in _signs_of_day(day, is_today=day.day == today)}
    return tuple(sign for sign in DaySign if sign in seen)


def _signs_of_day(day: DayRow, *, is_today: bool) -> set[DaySign]:
    if day.is_paused and not day.is_active:
        return {DaySign.PAUSED, DaySign.LATER} if day.later else {DaySign.PAUSED}
    if day.is_future and not day.not_meant:
        return {DaySign.OPEN}
    if day.is_before and not day.later:
        return {DaySign.BEFORE}
    halves = ((Slot.MORNING, day.morning), (Slot.EVENING, day.evening))
    found = {half_sign(day, slot, share, is_today=is_today) for slot, share in halves}
    found |= {DaySign.LATER} if day.later else set()
    return found | ({DaySign.WALK} if is_walk(day) else set())


def legend_columns(signs: Sequence[DaySign]) -> int:
    """Side by side on the progress page: three where one of them needs more words than the others."""
    return 3 if DaySign.BEFORE in signs and len(signs) <= 9 else 4


def is_walk(day: DayRow) -> bool:
    """Whether a walk outdoors alone was done: it fills no half."""
    return day.is_active and day.morning is day.evening is SlotShare.NOTHING


def day_legend(
    paper: Paper, box: Box, signs: Sequence[DaySign], word: Callable[[DaySign], str], columns: int
) -> None:  # fmt: skip
    """What each of the signs means, row by row; the rows share the box's height."""
    words = [word(sign) for sign in signs]
    pitch, body = box.h / -(-len(signs) // columns), ""
    size, across = legend.columns(
        paper, box.x, box.w / columns, 28, [words[i::columns] for i in range(columns)], pitch / legend.HIGH
    )
    for i, sign in enumerate(signs):
        (x, room), middle = across[i % columns], box.y + (i // columns + 0.5) * pitch
        body += sign_body(x, middle, sign)
        if sign is DaySign.WALK:
            paper.part("bg/pine", x + 11, middle, 15, shadow=0)
        elif sign is DaySign.BLOOM:
            paper.part("bg/flower_coral", x + 11, middle, 15, 20, shadow=0)
        legend.word(paper, words[i], size, x + 28, middle, room)
    paper.shape(body, box.grown(4), alpha=0)


def sign_body(x: float, middle: float, sign: DaySign) -> str:
    """A sign of the legend, 22 wide; "" for one that is a drawing."""
    for share, shade in SHADES.items():
        if SHARES[share] is sign:
            rect = f'<rect x="{x}" y="{middle - 8}" width="22" height="16" rx="5" fill="{shade}"/>'
            return rect + part_dot(share, x + 11, middle)
    if sign in (DaySign.WALK, DaySign.BLOOM):
        return ""
    if sign is DaySign.ASIDE:
        return aside_sign(x + 11, middle, 6)
    if sign is DaySign.BEFORE:
        return before_sign(x + 11, middle)
    edge = f'stroke="{EDGE}" {DASHED}' if sign is DaySign.OPEN else f'stroke="{AXIS}"'
    rect = f'<rect x="{x + 1}" y="{middle - 7}" width="20" height="14" rx="4" fill="#FFFFFF" {edge} stroke-width="2"/>'
    if sign is DaySign.PAUSED:
        rect += (
            f'<path d="M{x + 8.5} {middle - 3}V{middle + 3}M{x + 13.5} {middle - 3}V{middle + 3}" '
            'stroke="#8F8170" stroke-width="2.5" stroke-linecap="round"/>'
        )
    return rect + (later_sign(x + 11, middle) if sign is DaySign.LATER else "")


# ---------------------------------------------------------------- bars
def planned_bar(paper: Paper, box: Box, share: float) -> None:
    """The share of the planned sessions that was done, with the band that families reach drawn on the same bar."""
    paper.bar(box, share)
    low, high = (box.x + box.w * at for at in BAND)
    top, bottom = box.y - 5, box.bottom + 5
    body = (
        f'<path d="M{low:.0f} {top}V{bottom}H{high:.0f}V{top}" stroke="#43304A" stroke-width="3" '
        'stroke-linecap="round" stroke-linejoin="round" fill="none"/>'
    )
    paper.shape(body, Box(box.x, box.y - 8, box.w, box.h + 16), alpha=0)


def minutes(paper: Paper, box: Box, bars: Sequence[Bar], first: str, last: str) -> None:
    """Two bars each, one in the other: planned as an outline, done filled; the sign of a pause where nothing could be
    played. Axes in minutes; `box` holds the bars."""
    most = max([1, *(max(bar.planned_s, bar.done_s) / 60 for bar in bars)])
    step = grid_step(most)
    k = box.h / max(most, step * 2)  # design units a minute
    body = ""
    lines = [n for n in range(step, int(box.h / k) + 1, step)]
    for n in lines:
        body += f'<path d="M{box.x} {box.bottom - n * k:.1f}H{box.right}" stroke="{LINE}" stroke-width="2"/>'
    gap = (box.w - 10) / max(14, len(bars))
    wide = min(18, gap - min(6, gap / 3))
    for i, bar in enumerate(bars):
        x = box.x + 10 + i * gap
        body += _bar(x, box.bottom, wide, bar.planned_s / 60 * k, f'fill="#FFFFFF" stroke="{EDGE}" stroke-width="2"')
        body += _bar(x, box.bottom, wide, bar.done_s / 60 * k, f'fill="{theme.TEAL.fill}"')
        if bar.is_paused:
            body += pause_sign(x + wide / 2, box.bottom, min(3.0, wide / 4))
    body += f'<path d="M{box.x} {box.bottom + 1}H{box.right}" stroke="{AXIS}" stroke-width="2"/>'
    paper.shape(body, box.grown(4), alpha=0)
    for n in lines:
        paper.text(str(n), 16, box.x - 8, box.bottom - n * k, INK_2, SEMI_BOLD, "r", 34)
    # Each word stands under its own bar; in the first days there is no room for two.
    end = box.x + 10 + (len(bars) - 1) * gap + wide / 2
    half = paper.pictures.text_width(last, 16, SEMI_BOLD) / 2
    left = max(box.x, min(box.right, end + half) - 2 * half)
    if paper.text(last, 16, left, box.bottom + 17, INK_2, SEMI_BOLD, "l").x > box.x + 80:
        paper.text(first, 16, box.x + 10, box.bottom + 17, INK_2, SEMI_BOLD, "l")


def pause_sign(x: float, bottom: float, wide: float) -> str:
    """Where a bar would stand on `bottom`, about `x`; its lines are `wide` and as far from the middle."""
    return (
        f'<path d="M{x - wide:.1f} {bottom - 16}V{bottom - 6}M{x + wide:.1f} {bottom - 16}V{bottom - 6}" '
        f'stroke="#8F8170" stroke-width="{wide:.1f}" stroke-linecap="round"/>'
    )


def _bar(x: float, bottom: float, w: float, h: float, style: str) -> str:
    if h <= 0:
        return ""
    return f'<rect x="{x:.1f}" y="{bottom - h:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{min(5, h / 2):.1f}" {style}/>'


def grid_step(most: float) -> int:
    """Minutes between two lines of the axis, so that at most three are drawn.

    >>> [grid_step(m) for m in (1, 4, 12, 25, 70, 400, 2600)]
    [1, 2, 5, 10, 20, 200, 1000]
    """
    steps = (n * 10**power for power in range(9) for n in (1, 2, 5))
    small = (1, 2, 5, 10, 15, 20, 30, 60)
    return next((n for n in small if most / n < 4), 0) or next(n for n in steps if n > 60 and most / n < 4)
