"""The cards of the progress page, painted from the report; where they lie, so that the page's targets match."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from game.core.history.history import Child
from game.core.reports.progress import ExerciseProgress, PlayState, ProgressReport, WeekRow
from game.core.session.path_stations import played_on, waits_on
from game.scenes.parent.progress.exercise_cards import left_out_line
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import dose, each_foot, exercise_name, short_date
from game.scenes.screen.outside import TextSource
from game.ui import charts
from game.ui.charts import Grid
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, WARN
from game.ui.view import Box

DAYS = Box(252, 264, 560, 428)
GRID = Grid(338, 358, 55)  # beside a bold two-digit week, below the ring of a tab
WEEKS = 6  # on one sheet
LIST_ROWS = 7  # in each of two columns
STEP = Box(850, 634, 180, 46), Box(1046, 634, 184, 46)  # See why, Hold


def bloom_line(words: TextSource, report: ProgressReport) -> str:
    """Weeks in bloom of those that count; before the first is over there is nothing to divide."""
    whole = max(report.counted_weeks, report.bloom_weeks)
    return words("progress_weeks_bloom", n=report.bloom_weeks, all=whole) if whole else words("progress_no_week_yet")


def list_box(i: int) -> Box:
    """Where the i-th exercise of a sheet lies, column by column."""
    return Box(268 + i // LIST_ROWS * 268, 332 + i % LIST_ROWS * 50, 260, 46)


def paint_figures(paper: Paper, ctx: Context, report: ProgressReport, child: Child) -> None:
    """Planned and done, habit, run, and the days that the child's map counts in footprints."""
    words = ctx.texts
    paper.card(Box(252, 100, 480, 148), words("progress_planned_done"))
    share = min(1.0, report.done_sessions / report.planned_sessions) if report.planned_sessions else 0.0
    percent = paper.text(words("screen_percent", n=round(100 * share)), 46, 274, 172, align="l", width=180)
    line = words("progress_sessions", done=report.done_sessions, planned=report.planned_sessions)
    paper.text(line, 20, percent.right + 14, 178, INK_2, SEMI_BOLD, "l", 720 - percent.right - 14)
    charts.planned_bar(paper, Box(274, 204, 436, 14), share)
    paper.text(words("progress_families"), 17, 710, 234, INK, align="r", width=430)

    paper.card(Box(748, 100, 236, 148), words("progress_habit"))
    paper.donut(802, 190, 30, report.habit, 12)
    paper.text(words("screen_percent", n=round(100 * report.habit)), 30, 850, 158, align="l", width=122)
    line = words("progress_habit_line") + "; " + words("progress_habit_miss")
    paper.paragraph(line, 16, 850, 176, 124, INK_2, leading=1.15, height=64)

    paper.card(Box(1000, 100, 252, 148))
    title = paper.text(words("progress_run"), 20, 1022, 130, INK_2, SEMI_BOLD, "l", 100)
    stars = words("progress_stars_total", n=report.stars)
    paper.text(stars, 17, 1234, 131, INK_2, SEMI_BOLD, "r", 1234 - title.right - 14)
    number = paper.text(words.number(report.streak), 42, 1022, 164, align="l", width=116)
    active = words("progress_active_days", n=report.streak)
    paper.text(active, 20, number.right + 10, 170, INK_2, SEMI_BOLD, "l", 1240 - number.right - 10)
    best = words("progress_best", n=report.best_streak)
    paper.text(best, 16, 1022, 195, INK_2, SEMI_BOLD, "l", 216)
    paper.part("icons/step_on", 1034, 212, 18, shadow=0)
    days, waits = len(played_on(child, ctx.today)), len(waits_on(ctx.catalogue, child, ctx.today))
    trail = words("progress_on_trail_waits" if waits else "progress_on_trail", n=days, waits=waits)
    paper.text(trail, 16, 1052, 213, INK_2, SEMI_BOLD, "l", 190)
    paper.part("bg/flower_coral", 1034, 232, 15, 20, shadow=0)
    paper.text(bloom_line(words, report), 16, 1052, 231, INK_2, SEMI_BOLD, "l", 190)


def paint_empty(paper: Paper, words: TextSource, tip: str, *, is_small: bool, has_played: bool) -> None:
    """Before the first active day; small below what waits. A play that waits for a word was a first session."""
    top, x, size = (366, 640, 19) if is_small else (100, 640, 22)
    paper.card(Box(252, top, 1000, 326 if is_small else 590))
    head = top + (46 if is_small else 100)
    paper.text(words("progress_empty_title"), 26 if is_small else 30, x, head, align="l", weight=EXTRA_BOLD, width=580)
    line = words("progress_empty_word" if has_played else "progress_empty_line")
    y = paper.paragraph(line, size, x, head + (24 if is_small else 36), 560)
    paper.paragraph(tip, size, x, y + (10 if is_small else 28), 580, height=120 if is_small else 190)


def paint_days(paper: Paper, words: TextSource, weeks: Sequence[WeekRow], today: date) -> None:
    """The calendar with its legend."""
    paper.text(words("progress_halves"), 16, 274, 298, INK_2, SEMI_BOLD, "l", 130)
    charts.calendar(paper, GRID, weeks, lambda i: words(f"day_{i}"), lambda day: short_date(words, day), today)
    shades = [words(f"progress_legend_{n}") for n in ("none", "part", "most", "all")]
    charts.calendar_legend(paper, 274, 674, shades, words("progress_legend_paused"))


def paint_list(paper: Paper, ctx: Context, listed: Sequence[ExerciseProgress]) -> None:
    """Each exercise with its dose, or why it is not played."""
    words = ctx.texts
    paper.text(words("exercise_list"), 20, 274, 298, INK_2, SEMI_BOLD, "l", 130)
    for i, it in enumerate(listed):
        box, exercise = list_box(i), ctx.catalogue.exercises[it.exercise]
        paper.panel(box, "#FAF5EA", "#EEE5D3", 16, lip_depth=2, blur=3, alpha=15)
        paper.part(f"cast/{exercise.demonstration.host}", box.x + 24, box.y + 23, 32, shadow=0)
        paper.text(exercise_name(words, ctx.catalogue, it.exercise), 18, box.x + 46, box.y + 14, align="l", width=204)
        if it.is_gone:
            line, colour = words("exercise_gone"), WARN
        elif it.is_resting:
            line, colour = words("exercise_resting"), WARN
        elif it.is_left_out:
            line, colour = left_out_line(words, it), INK_2
        elif not it.is_in_play:
            line, colour = words("exercise_not_yet"), INK_2
        else:
            line, colour = each_foot(words, exercise, dose(words, exercise, it.sets, it.amount), it.foot), OK
        paper.text(line, 16, box.x + 46, box.y + 33, colour, SEMI_BOLD, "l", 204)


def paint_minutes(paper: Paper, words: TextSource, report: ProgressReport, today: date) -> None:
    """The last fourteen days."""
    paper.card(Box(828, 264, 424, 212), words("progress_minutes"))
    days = [day for week in report.weeks for day in week.days if day.day <= today][-14:]
    if not days:
        return
    first = short_date(words, days[0].day)
    last = words("screen_today") if days[-1].day == today else short_date(words, days[-1].day)
    charts.minutes(paper, Box(866, 322, 372, 122), days, first, last)


def paint_next_step(paper: Paper, words: TextSource, report: ProgressReport) -> None:
    """One thing that will change, or that nothing does."""
    paper.card(Box(828, 492, 424, 200), fill="#E3F1EC", lip="#BBDCD2")
    held = report.is_held and report.state is PlayState.PLAYING
    title = words("progress_held") if held else words("progress_next")
    paper.text(title, 20, 850, 520, OK, EXTRA_BOLD, "l", 380)
    line = words.reason(report.next_step) if report.next_step else words("progress_next_none")
    paper.paragraph(line, 20, 850, 536, 384, height=94)
