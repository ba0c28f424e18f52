"""The progress page while something waits: what waits on top, the figures below it, smaller; sizes in design units."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from game.core.reports.progress import ProgressReport, WeekRow
from game.scenes.parent.progress.progress_cards import bloom_line
from game.scenes.screen.dose_words import short_date
from game.scenes.screen.outside import TextSource
from game.scenes.screen.screen import RING_ROOM
from game.ui.chart import charts
from game.ui.chart.charts import Grid
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

DAYS, PLANNED, HABIT = Box(252, 366, 440, 326), Box(708, 366, 268, 154), Box(992, 366, 260, 154)
NEXT, EMPTY = Box(708, 536, 544, 156), Box(252, 366, 1000, 326)
SHOWN = 4  # weeks of the calendar
GRID = Grid(338, 458, 42, 40, 3, 4)  # a day and what is between two of them: as much as a finger needs
LEGEND_TOP = GRID.cell(SHOWN - 1, 0).bottom + 2 + RING_ROOM  # below the ring of a day in the last week
STEP = Box(NEXT.x + 20, NEXT.bottom - 58, 152, 46), Box(NEXT.x + 184, NEXT.bottom - 58, 184, 46)
WEEKS = 6  # of the figures


def day_box(row: int, weekday: int) -> Box:
    """Where a day of the calendar is pressed."""
    cell = GRID.cell(row, weekday)
    return Box(cell.x - 1, cell.y - 2, cell.w + 2, cell.h + 4)


def legend_box(rows: int) -> Box:
    """Where the legend of so many rows stands, between the calendar and the card's edge."""
    height = min(19.0 * rows, DAYS.bottom - 2 - LEGEND_TOP)
    return Box(270, DAYS.bottom - (5 if rows < 3 else 2) - height, 412, height)


def step_widgets(words: TextSource, report: ProgressReport, why: Box, hold: Box) -> tuple[Widget, ...]:
    """See why, and hold or let go, at these places; letting go of what a therapist ordered held does not stand out."""
    look = "plain" if report.held_until else "on"
    return (
        button("why", why, words("progress_why"), size=20),
        button("release", hold, words("progress_release"), look, glyph="up", size=20)
        if report.is_held
        else button("hold", hold, words("progress_hold"), glyph="pause", size=20),
    )


def paint(
    paper: Paper,
    words: TextSource,
    report: ProgressReport,
    weeks: Sequence[WeekRow],
    today: date,
    days: int,
    title: str,
    message: str = "",
) -> None:
    """The calendar of the last weeks, planned and done, habit, the `days` on the trail as the child's map counts them,
    told of or not, one next step under its `title`; or the `message` about what was just pressed."""
    paper.card(DAYS)
    paper.paragraph(words("progress_halves"), 16, 274, 380, 100, INK_2, height=44)
    charts.calendar(
        paper, GRID, weeks, words.locale.weekdays_short.__getitem__, lambda day: short_date(words, day), today
    )
    signs = charts.signs_of(weeks, today)
    columns = charts.legend_columns(signs)
    under = legend_box(-(-len(signs) // columns))
    charts.day_legend(paper, under, signs, lambda sign: words(f"progress_legend_{sign.value}"), columns)

    paper.card(PLANNED, words("progress_planned_short"))
    share = min(1.0, report.done_sessions / report.planned_sessions) if report.planned_sessions else 0.0
    percent = paper.text(words.locale.per_cent(round(100 * share)), 36, 730, 428, align="l", width=110)
    line = words("progress_sessions_short", done=report.done_sessions, planned=report.planned_sessions)
    paper.text(line, 20, percent.right + 12, 432, INK_2, SEMI_BOLD, "l", PLANNED.right - 20 - percent.right - 12)
    charts.planned_bar(paper, Box(730, 456, 224, 12), share)
    paper.text(words("progress_families_short"), 16, 730, 494, INK, SEMI_BOLD, "l", 226)

    paper.card(HABIT)
    paper.donut(1026, 411, 20, report.habit, 10)
    habit = paper.text(words.locale.per_cent(round(100 * report.habit)), 24, 1064, 411, align="l", width=90)
    paper.text(words("progress_habit_short"), 18, habit.right + 10, 412, INK_2, SEMI_BOLD, "l", 1232 - habit.right)
    paper.part("icons/step_on", 1024, 461, 26, shadow=0)
    paper.text(words("progress_on_trail", n=days), 18, 1048, 461, INK_2, SEMI_BOLD, "l", 194)
    paper.part("bg/flower_coral", 1024, 492, 24, 32, shadow=0)
    paper.text(bloom_line(words, report), 18, 1048, 493, INK_2, SEMI_BOLD, "l", 194)

    paper.card(NEXT)
    if message:
        paper.paragraph(message, 19, NEXT.x + 20, NEXT.y + 26, NEXT.w - 40, WARN, height=64)
        return
    paper.text(title, 20, NEXT.x + 20, NEXT.y + 26, OK, EXTRA_BOLD, "l", 500)
    line = words.reason(report.next_step)
    paper.paragraph(line, 19, NEXT.x + 20, NEXT.y + 42, NEXT.w - 40, height=52)
