"""The weeks of the plan, painted: minutes above, doses below, and where each cell lies."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from game.core.content import Catalogue, Foot
from game.core.days import plus
from game.core.reports.plan import WEEKS, Plan, PlanWeek
from game.core.rules.dose import Dose
from game.frozen import dataclass
from game.scenes.parent.plan.ordered_rows import shown_amount
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import exercise_name, short_date
from game.scenes.screen.outside import TextSource
from game.ui import theme
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, WARN
from game.ui.view import Box

MINUTES, TABLE = Box(252, 100, 1000, 152), Box(252, 264, 1000, 288)
ROWS, ROW_Y, ROW_H = 5, 304, 48
LINES = Box(274, 141, 188, 106)  # beside the bars
HEAD_Y, SINCE_Y = 277, 293  # a week's number, and the day it begins
NAME_W = 130  # of an exercise's name
COLUMN_X, COLUMN_STEP, COLUMN_W = 470, 97, 93
BARS_BOTTOM, BARS_H, CLOCK_Y = 240, 102, 119  # the cap is a line between the times and the bars
CORNER = 8  # of a bar, rounded
NOW_TINT = "#E3F1EC"
PAST, NOW = "#5FB3A4", theme.TEAL.fill


@dataclass(frozen=True, slots=True)
class Cell:
    """A place of the plan: the week's place on the page, and the exercise (None: the length of a session)."""

    week: int
    exercise: str | None

    @property
    def name(self) -> str:
        """Its widget's name."""
        return f"cell:{self.week}:{self.exercise or ''}"

    @classmethod
    def named(cls, name: str | None) -> Cell | None:
        what, _, rest = (name or "").partition(":")
        week, _, exercise = rest.partition(":")
        return cls(int(week), exercise or None) if what == "cell" else None


def column(i: int) -> float:
    """Where the i-th week begins."""
    return COLUMN_X + i * COLUMN_STEP


def bar_box(i: int) -> Box:
    """The cell of a week's session."""
    return Box(column(i), MINUTES.y + 6, COLUMN_W, MINUTES.h - 10)


def row_box(row: int) -> Box:
    """The name of an exercise."""
    return Box(262, ROW_Y + row * ROW_H, 202, ROW_H - 2)


def cell_box(i: int, row: int) -> Box:
    """The cell of an exercise in a week."""
    return Box(column(i), ROW_Y + row * ROW_H, COLUMN_W, ROW_H - 2)


def dose_line(words: TextSource, catalogue: Catalogue, exercise: str, dose: Dose) -> str:
    """A dose as short as a cell asks for: 25 s, 2x25 s, 7, 2x7."""
    amount = shown_amount(words, catalogue.exercises[exercise], dose.amount)
    return f"{dose.sets}x{amount}" if dose.sets > 1 else amount


def _one_foot(words: TextSource, amount: str, foot: Foot | None) -> str:
    """The amount with the foot that was ordered alone."""
    return f"{amount} {words(f'plan_{foot}')}" if foot else amount


# ---------------------------------------------------------------- minutes
def paint_minutes(paper: Paper, ctx: Context, plan: Plan, lines: Sequence[str]) -> None:
    """A bar a week up to the cap; `lines` stand beside them."""
    words = ctx.texts
    paper.card(MINUTES)
    paper.text(words("plan_minutes"), 20, 274, 128, INK_2, SEMI_BOLD, "l", 186)
    _paint_lines(paper, lines)
    k = BARS_H / plan.cap_s
    top = BARS_BOTTOM - BARS_H
    body = (
        f'<path d="M0 8H{WEEKS * COLUMN_STEP - 4}" stroke="#8A4A12" stroke-width="2" stroke-dasharray="8 6" '
        'fill="none"/>'
    )
    paper.drawn(body, COLUMN_X, top - 8, WEEKS * COLUMN_STEP - 4, 16)
    if 0 < len(plan.weeks) < WEEKS and plan.weeks[-1].is_now:
        left = column(len(plan.weeks))
        line = words("plan_looking")
        paper.text(line, 17, (left + COLUMN_X + WEEKS * COLUMN_STEP) / 2, BARS_BOTTOM - 40, INK_2, SEMI_BOLD, width=360)
    for i, week in enumerate(plan.weeks):
        _paint_bar(paper, words, i, week, week.budget_s * k, fell=plan.fell(i, None))


def _paint_lines(paper: Paper, lines: Sequence[str]) -> None:
    """What stands beside the bars, as large as all of it has room."""
    tries = (16 * paper.pictures.appearance.text - n / 2 for n in range(30))
    fitting = (s for s in tries if sum(paper.paragraph_height(t, s, LINES.w, leading=1.3) for t in lines) <= LINES.h)
    size, y = next(fitting, 12.8), LINES.y
    was_exact, paper.is_exact = paper.is_exact, True
    for n, line in enumerate(lines):
        y = paper.paragraph(line, size, LINES.x, y, LINES.w, WARN if n == 0 else INK_2)
    paper.is_exact = was_exact
    paper.note(LINES)


def _paint_bar(paper: Paper, words: TextSource, i: int, week: PlanWeek, high: float, *, fell: bool) -> None:
    x, y, w = column(i) + 8, BARS_BOTTOM - high, COLUMN_W - 16
    if week.is_ahead:
        style = f'fill="none" stroke="{PAST}" stroke-width="3" {_dashes(w - 4, high - 4)}'
        body = f'<rect x="2" y="2" width="{w - 4}" height="{high - 4}" rx="{CORNER}" {style}/>'
    else:
        body = f'<rect x="0" y="0" width="{w}" height="{high}" rx="9" fill="{NOW if week.is_now else PAST}"/>'
    paper.drawn(body, x, y, w, high)
    clock = words.minutes(week.budget_s)
    label = paper.text(clock, 18, x + w / 2, CLOCK_Y, INK_2 if week.is_ahead else INK, EXTRA_BOLD, width=w - 6)
    if fell:
        paper.glyph("down", label.right + 10, CLOCK_Y, 15, WARN, 3)
    is_held = week.is_held and not week.held_until  # to its end: else what grew in it would be called held
    sign = "plan_paused" if week.is_paused else "plan_held" if is_held else ""
    if sign:
        colour = (255, 255, 255) if week.is_now else INK
        paper.text(words(sign), 16, x + w / 2, BARS_BOTTOM - 14, colour, EXTRA_BOLD, width=w - 8)


def _dashes(w: float, h: float) -> str:
    """Dashes that go round a rectangle a whole number of times: one cut off at the corner is drawn across the bar."""
    around = 2 * (w + h) - 8 * CORNER + 2 * math.pi * CORNER
    dash = around / (2 * max(1, round(around / 9)))
    return f'stroke-dasharray="{dash:.3f} {dash:.3f}" stroke-linejoin="round"'


# ---------------------------------------------------------------- doses
def paint_doses(
    paper: Paper, ctx: Context, plan: Plan, listed: Sequence[str], ordered: Collection[str]
) -> None:  # fmt: skip
    """A row an exercise, a column a week; the running week has a ground of its own. A pen marks what a therapist
    `ordered`."""
    words = ctx.texts
    paper.card(TABLE)
    now = next((i for i, week in enumerate(plan.weeks) if week.is_now), None)
    if now is not None:
        body = f'<rect x="0" y="0" width="{COLUMN_W}" height="{TABLE.h - 8}" rx="14" fill="{NOW_TINT}"/>'
        paper.drawn(body, column(now), TABLE.y + 4, COLUMN_W, TABLE.h - 8)
    heads = [
        words("plan_week", n=week.number) if i == 0 or week.is_now else words.number(week.number)
        for i, week in enumerate(plan.weeks)
    ]
    size = paper.block_size(heads, 17, COLUMN_W - 6, 20) or 14
    for i, (week, head) in enumerate(zip(plan.weeks, heads, strict=True)):
        colour, weight = (OK, EXTRA_BOLD) if week.is_now else (INK_2, SEMI_BOLD)
        x = column(i) + COLUMN_W / 2
        paper.block(head, size, x, HEAD_Y, COLUMN_W - 6, colour, weight, "c")
        paper.text(short_date(words, week.first), 14, x, SINCE_Y, colour, SEMI_BOLD, width=COLUMN_W - 6)
    if any(name not in week.doses and name not in week.resting for week in plan.weeks for name in listed):
        _paint_dot(paper, 278, HEAD_Y + 8)
        paper.text(words("plan_dot"), 15, 290, HEAD_Y + 8, INK_2, SEMI_BOLD, "l", 170)
    names = [exercise_name(words, ctx.catalogue, name) for name in listed]
    named = paper.block_size(names, 18, NAME_W, ROW_H - 4) or 14.5
    for row, name in enumerate(listed):
        box, exercise = row_box(row), ctx.catalogue.exercises[name]
        paper.part(f"cast/{exercise.demonstration.host}", box.x + 26, box.y + 23, 34, shadow=0)
        paper.block(names[row], named, box.x + 50, box.y + 23, NAME_W)
        if name in ordered:
            paper.glyph("edit", box.right - 10, box.y + 23, 16, OK)
        for i, week in enumerate(plan.weeks):
            _paint_cell(paper, ctx, week, name, cell_box(i, row), fell=plan.fell(i, name))


def _paint_dot(paper: Paper, x: float, y: float) -> None:
    """Not in play in that week."""
    paper.drawn('<circle cx="4" cy="4" r="3" fill="#D8C9AC"/>', x - 4, y - 4, 8, 8)


def _paint_cell(paper: Paper, ctx: Context, week: PlanWeek, name: str, box: Box, *, fell: bool) -> None:
    (x, y), dose = box.centre, week.doses.get(name)
    if name in week.resting:
        paper.glyph("pause", x, y, 20, WARN, 3)
        return
    if dose is None:
        _paint_dot(paper, x, y)
        return
    line = dose_line(ctx.texts, ctx.catalogue, name, dose)
    colour = INK_2 if week.is_ahead else INK
    if name in week.tomorrow:  # ordered today: what the rest of the week is
        then, day = week.tomorrow[name], short_date(ctx.texts, plus(week.seen_on, 1))
        amount = _one_foot(ctx.texts, dose_line(ctx.texts, ctx.catalogue, name, then), then.foot) if then else (
            ctx.texts("ordered_off")
        )  # fmt: skip
        changed = ctx.texts("plan_cell_tomorrow", date=day, amount=amount)
        paper.text(changed, 13, x, y + 13, OK, EXTRA_BOLD, width=box.w + 2)
        y, line = y - 8, _one_foot(ctx.texts, line, dose.foot)
    elif dose.foot:
        paper.text(ctx.texts(f"plan_{dose.foot}_foot"), 14, x, y + 12, colour, SEMI_BOLD, width=box.w - 4)
        y -= 8
    said = paper.text(line, 17, x, y, colour, EXTRA_BOLD if week.is_now else SEMI_BOLD, width=box.w - 30)
    if fell:
        paper.glyph("down", said.right + 11, y, 16, WARN, 3)
