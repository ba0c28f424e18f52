"""The cards of the progress page, painted from the report; where they lie, so that the page's targets match."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from game.core.history.history import Child
from game.core.reports.journey_weeks import JourneyWeek, JourneyWeekKind
from game.core.reports.period import PeriodReport
from game.core.reports.progress import ExerciseProgress, PlayState, ProgressReport, WeekRow
from game.core.rules.state import GROWN_UP
from game.core.rules.streak import WINDOW
from game.core.session.path_stations import played_on, waits_on
from game.scenes.parent.progress.exercise_cards import not_played_line
from game.scenes.parent.progress.period_words import of_days, of_journey, of_minutes, short_from_to
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import dose, each_foot, exercise_name, short_date
from game.scenes.screen.outside import TextSource
from game.ui.chart import charts
from game.ui.chart.charts import Grid
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, WARN
from game.ui.typography.lettering import SMALLEST_SHARE
from game.ui.view import Box

DAYS = Box(252, 264, 560, 428)
GRID = Grid(338, 358, 55, 44, 5, 6)  # beside a bold two-digit week, below the ring of a tab
WEEKS = 5  # on one sheet: all that four weeks may touch
LEGEND = Box(274, 611, 460, 54)
LIST_ROWS = 7  # in each of two columns
STEP = Box(850, 634, 180, 46), Box(1046, 634, 184, 46)  # See why, Hold
PLANNED, MINUTES = Box(252, 100, 480, 148), Box(828, 264, 424, 212)
PERIOD = Box(560, 108, 158, 44)
SAVE_DAYS, SAVE_MINUTES = Box(746, 640, 50, 44), Box(1188, 272, 50, 44)
JOURNEY_WEEKS, JOURNEY_ROWS = 12, 6  # on one sheet, in a column


def bloom_line(words: TextSource, report: ProgressReport) -> str:
    """Weeks in bloom of those that count, and those set aside: the calendar beside it shows them without a flower.
    Before the first is over there is nothing to divide."""
    whole = max(report.counted_weeks, report.bloom_weeks)
    if not whole:
        return words("progress_no_week_yet")
    key = "progress_weeks_bloom_aside" if report.aside_weeks else "progress_weeks_bloom"
    return words(key, n=report.bloom_weeks, all=whole, aside=report.aside_weeks)


def list_box(i: int) -> Box:
    """Where the i-th exercise of a sheet lies, column by column."""
    return Box(268 + i // LIST_ROWS * 268, 332 + i % LIST_ROWS * 50, 260, 46)


def paint_figures(paper: Paper, ctx: Context, report: ProgressReport, child: Child, figures: PeriodReport) -> None:
    """Planned and done in the period, habit, run, and the days that the child's map counts in footprints."""
    words = ctx.texts
    paper.card(PLANNED)
    paper.text(words("progress_planned_done"), 20, 274, 130, INK_2, SEMI_BOLD, "l", PERIOD.x - 288)
    share = min(1.0, figures.done / figures.planned) if figures.planned else 0.0
    if figures.percent is None:
        paper.text(words("says_planned_none"), 24, 274, 174, align="l", width=436)
    else:
        percent = paper.text(words.locale.per_cent(figures.percent), 46, 274, 172, align="l", width=180)
        line = words("progress_sessions", done=figures.done, planned=figures.planned)
        paper.text(line, 20, percent.right + 14, 178, INK_2, SEMI_BOLD, "l", 720 - percent.right - 14)
    charts.planned_bar(paper, Box(274, 204, 436, 14), share)
    when = paper.text(short_from_to(words, figures.first, figures.last), 17, 274, 234, INK_2, SEMI_BOLD, "l", 170)
    paper.text(words("progress_families"), 17, 710, 234, INK, align="r", width=710 - when.right - 16)

    paper.card(Box(748, 100, 236, 148), words("progress_habit_today"))
    paper.donut(802, 190, 30, report.habit, 12)
    paper.text(words.locale.per_cent(round(100 * report.habit)), 30, 850, 158, align="l", width=122)
    line = words("progress_habit_line") + "; " + words("progress_habit_miss")
    paper.paragraph(line, 16, 850, 176, 124, INK_2, leading=1.15, height=64)

    paper.card(Box(1000, 100, 252, 148))
    title = paper.text(words("progress_run"), 20, 1022, 130, INK_2, SEMI_BOLD, "l", 100)
    if child.programme != GROWN_UP:  # who earns none, on purpose
        stars = words("progress_stars_total", n=report.stars)
        paper.text(stars, 17, 1234, 131, INK_2, SEMI_BOLD, "r", 1234 - title.right - 14)
    number = paper.text(words.number(report.streak), 42, 1022, 164, align="l", width=116)
    active = words("progress_active_days", n=report.streak)
    paper.text(active, 20, number.right + 10, 170, INK_2, SEMI_BOLD, "l", 1240 - number.right - 10)
    days, waits = len(played_on(child, ctx.today)), len(waits_on(ctx.catalogue, child, ctx.today))
    trail = words("progress_on_trail_waits" if waits else "progress_on_trail", n=days, waits=waits)
    is_long = SMALLEST_SHARE * paper.pictures.text_width(trail, 16, SEMI_BOLD) > 190
    if not is_long:  # else it takes the best run's line as well
        best = words("progress_best", n=report.best_streak, rest=report.rest_days, days=WINDOW)
        paper.text(best, 16, 1022, 195, INK_2, SEMI_BOLD, "l", 216)
    paper.part("icons/step_on", 1034, 203 if is_long else 212, 18, shadow=0)
    paper.text(trail, 16, 1052, 204 if is_long else 213, INK_2, SEMI_BOLD, "l", 190)
    paper.part("bg/flower_coral", 1034, 232, 15, 20, shadow=0)
    paper.text(bloom_line(words, report), 16, 1052, 231, INK_2, SEMI_BOLD, "l", 190)


def paint_empty(paper: Paper, words: TextSource, tip: str, *, is_small: bool, waits: bool) -> None:
    """Before the first active day; small below what waits. A play that waits for a word was a first session."""
    top, x, size = (366, 640, 19) if is_small else (100, 640, 22)
    paper.card(Box(252, top, 1000, 326 if is_small else 590))
    head = top + (46 if is_small else 100)
    paper.text(words("progress_empty_title"), 26 if is_small else 30, x, head, align="l", weight=EXTRA_BOLD, width=580)
    line = words("progress_empty_word" if waits else "progress_empty_line")
    y = paper.paragraph(line, size, x, head + (24 if is_small else 36), 560)
    paper.paragraph(tip, size, x, y + (10 if is_small else 28), 580, height=120 if is_small else 190)


def paint_days(
    paper: Paper, words: TextSource, weeks: Sequence[WeekRow], figures: PeriodReport, today: date
) -> None:  # fmt: skip
    """The calendar with its legend, and the days of the whole period in a sentence."""
    charts.calendar(
        paper, GRID, weeks, words.locale.weekdays_short.__getitem__, lambda day: short_date(words, day), today
    )
    signs = charts.signs_of(weeks, today)
    columns = charts.legend_columns(signs)
    charts.day_legend(paper, LEGEND, signs, lambda sign: words(f"progress_legend_{sign.value}"), columns)
    line = f"{of_days(words, figures)} {words('says_halves')}"
    paper.text(line, 16, 274, 677, INK_2, SEMI_BOLD, "l", SAVE_DAYS.x - 286)


def paint_journey(paper: Paper, words: TextSource, weeks: Sequence[JourneyWeek], titles: Mapping[int, str]) -> None:
    """Each week of the journey as a flower, or how else it counted; the chapters by `titles`."""
    for i, week in enumerate(weeks):
        paint_week(paper, words, journey_box(i), week, titles)
    line = f"{of_journey(words, weeks)} {words('says_numbers')}"
    paper.text(line, 16, 274, 677, INK_2, SEMI_BOLD, "l", SAVE_DAYS.x - 286)


def paint_week(
    paper: Paper, words: TextSource, box: Box, week: JourneyWeek, titles: Mapping[int, str], times: float = 1.0
) -> None:
    """One week; its text `times` as large as on the page."""
    left, middle = box.x + 46 * times, box.centre[1]
    wide = box.right - 8 - left
    paper.panel(box, "#FAF5EA", "#EEE5D3", 16, lip_depth=2, blur=3, alpha=15)
    _paint_kind(paper, week.kind, box.x + 24 * times, middle)
    kind = words(f"journey_{week.kind.value}")
    days = words("journey_days", n=week.active, all=week.meant)
    head = words("journey_week", date=short_date(words, week.monday), kind=kind, days=days)
    told = titles[week.chapters[-1]] if week.chapters else ""
    line = words("journey_found", thing=told) if week.chapters and week.found == week.chapters[-1] else told
    lift = 10 * times if line else 0
    paper.text(head, 16 * times, left, middle - lift, align="l", width=wide)
    paper.text(line, 16 * times, left, middle + lift, INK_2, SEMI_BOLD, "l", wide)


def journey_box(i: int) -> Box:
    """Where the i-th week of a sheet lies, column by column."""
    return Box(268 + i // JOURNEY_ROWS * 268, 336 + i % JOURNEY_ROWS * 52, 260, 47)


def _paint_kind(paper: Paper, kind: JourneyWeekKind, cx: float, cy: float) -> None:
    """A flower, a bud, a leaf, or the sign of a pause."""
    match kind:
        case JourneyWeekKind.BLOOM:
            paper.part("bg/flower_coral", cx, cy, 27, 36, shadow=0)
        case JourneyWeekKind.RUNNING:
            body = (
                f'<path d="M{cx} {cy + 15}V{cy}" stroke="#4E8A54" stroke-width="3" stroke-linecap="round"/>'
                f'<path d="M{cx} {cy + 2}C{cx - 9} {cy - 3} {cx - 6} {cy - 13} {cx} {cy - 15}C{cx + 6} {cy - 13} '
                f'{cx + 9} {cy - 3} {cx} {cy + 2}Z" fill="#F2A48C" stroke="#B7563C" stroke-width="2"/>'
            )
            paper.shape(body, Box(cx - 14, cy - 18, 28, 36), alpha=0)
        case JourneyWeekKind.COUNTED:
            body = (
                f'<path d="M{cx} {cy + 15}V{cy - 8}" stroke="#4E8A54" stroke-width="3" stroke-linecap="round"/>'
                f'<path d="M{cx} {cy + 6}C{cx - 4} {cy - 4} {cx - 12} {cy - 4} {cx - 13} {cy - 5}C{cx - 12} {cy + 3} '
                f"{cx - 6} {cy + 7} {cx} {cy + 6}ZM{cx} {cy}C{cx + 4} {cy - 10} {cx + 12} {cy - 10} {cx + 13} {cy - 11}"
                f'C{cx + 12} {cy - 3} {cx + 6} {cy + 1} {cx} {cy}Z" fill="#7DB27E" stroke="#4E8A54" stroke-width="2"/>'
            )
            paper.shape(body, Box(cx - 16, cy - 18, 32, 36), alpha=0)
        case JourneyWeekKind.ASIDE:
            paper.shape(charts.aside_sign(cx, cy, 9), Box(cx - 12, cy - 14, 24, 28), alpha=0)


def paint_list(paper: Paper, ctx: Context, listed: Sequence[ExerciseProgress]) -> None:
    """Each exercise with its dose, or why it is not played."""
    words = ctx.texts
    for i, it in enumerate(listed):
        box, exercise = list_box(i), ctx.catalogue.exercises[it.exercise]
        paper.panel(box, "#FAF5EA", "#EEE5D3", 16, lip_depth=2, blur=3, alpha=15)
        paper.part(f"cast/{exercise.demonstration.host}", box.x + 24, box.y + 23, 32, shadow=0)
        paper.text(exercise_name(words, ctx.catalogue, it.exercise), 18, box.x + 46, box.y + 14, align="l", width=204)
        if line := not_played_line(words, it):
            colour = WARN if it.is_gone or it.is_resting else INK_2
        else:
            line, colour = each_foot(words, exercise, dose(words, exercise, it.sets, it.amount), it.foot), OK
        paper.text(line, 16, box.x + 46, box.y + 33, colour, SEMI_BOLD, "l", 204)


def paint_minutes(paper: Paper, words: TextSource, figures: PeriodReport, today: date) -> None:
    """The period's minutes, by days, weeks, months or quarters."""
    paper.card(MINUTES)
    title = words(f"progress_minutes_{figures.kind.value}")
    paper.text(title, 20, 850, 290, INK_2, SEMI_BOLD, "l", SAVE_MINUTES.x - 862)
    paper.text(of_minutes(words, figures), 16, 850, 315, INK_2, SEMI_BOLD, "l", SAVE_MINUTES.x - 862)
    if figures.planned and figures.done:  # else the minutes look like fewer sessions than are told beside them
        paper.text(words("says_session_counts"), 16, 850, 336, INK_2, SEMI_BOLD, "l", 388)
    paint_bars(paper, words, Box(874, 354, 364, 90), figures, today)


def paint_bars(paper: Paper, words: TextSource, box: Box, figures: PeriodReport, today: date | None) -> None:
    """The bars alone, with the days they begin and end with; without `today` the last is named by its date."""
    bars = figures.bars
    if not bars:
        return
    is_one_year = figures.first.year == figures.last.year

    def named(day: date) -> str:
        return short_date(words, day) if is_one_year else words.date(day, "year")

    last = words("screen_today") if bars[-1].last == today else named(bars[-1].last)
    charts.minutes(paper, box, bars, named(bars[0].first), last)


def paint_next_step(
    paper: Paper, words: TextSource, report: ProgressReport, message: str = "", *, is_good: bool = True
) -> None:  # fmt: skip
    """One thing that will change, or that nothing does; or the `message` of what was just asked for."""
    paper.card(Box(828, 492, 424, 200), fill="#E3F1EC", lip="#BBDCD2")
    if message:
        paper.paragraph(message, 18, 850, 510, 384, OK if is_good else WARN, height=118)
        return
    held = report.is_held and report.state is PlayState.PLAYING
    title = words("progress_held") if held else words("progress_next")
    paper.text(title, 20, 850, 520, OK, EXTRA_BOLD, "l", 380)
    line = words.reason(report.next_step)
    paper.paragraph(line, 20, 850, 536, 384, height=94)
