"""A chart as a picture of its own, to be saved: its title, whose and of when, what its signs mean, and its sentence.

The picture names the child as the page does; it is written only where a parent asks for it. It calls no day "today": it
is looked at on another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO

import pygame

from game.core.content import Exercise
from game.core.history.history import Child
from game.core.reports.journey_weeks import JourneyWeek
from game.core.reports.over_time import ExerciseOverTime
from game.core.reports.period import PeriodReport, period_report
from game.core.reports.records import WeekRow
from game.scenes.parent.progress import period_words, progress_cards
from game.scenes.parent.progress.over_time_lanes import paint_lanes
from game.scenes.parent.progress.road import Road, paint_road, signs_of
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import exercise_name, short_date
from game.scenes.screen.file_names import file_name
from game.scenes.screen.printout import made_up
from game.ui.chart import charts
from game.ui.chart.charts import Grid
from game.ui.chart.dose_charts import signs
from game.ui.paper import Paper
from game.ui.pictures import Pictures
from game.ui.theme import EXTRA_BOLD, INK, INK_2, SEMI_BOLD
from game.ui.view import Box, View

SIZE = (1600, 900)  # pixels
LEFT, RIGHT, CHART_Y, SENTENCE_Y, FOOT_Y = 60, 1220, 150, 642, 690
LEGEND, LEGEND_COLUMNS = Box(LEFT, 574, 1000, 50), 5
Draw = Callable[[Paper], None]
MakesFiles = Callable[[], Mapping[str, bytes]]  # by name; called beside the loop, where a picture takes its time


def of_minutes(ctx: Context, child: Child, figures: PeriodReport) -> MakesFiles:
    """The minutes of a period."""
    words = ctx.texts

    def draw(paper: Paper) -> None:
        box = Box(LEFT + 60, CHART_Y + 40, RIGHT - LEFT - 60, 380)
        progress_cards.paint_bars(paper, words, box, figures, None)
        _key(paper, LEFT + 60, 610, words("chart_key_planned"), 'fill="#FFFFFF" stroke="#B9A98C" stroke-width="2"')
        _key(paper, LEFT + 260, 610, words("chart_key_done"), 'fill="#1F8179"')
        if any(bar.is_paused for bar in figures.bars):
            _pause_key(paper, LEFT + 460, 610, words("progress_legend_paused"))

    title = words(f"progress_minutes_{figures.kind.value}")
    line = period_words.of_minutes(words, figures)
    return _file(ctx, child, title, (figures.first, figures.last), line, draw)


def of_days(ctx: Context, child: Child, weeks: Sequence[WeekRow]) -> MakesFiles:
    """The weeks of a calendar."""
    words, grid = ctx.texts, Grid(LEFT + 110, CHART_Y + 40, 110, 48, 8, 8)

    def draw(paper: Paper) -> None:
        charts.calendar(
            paper,
            grid,
            weeks,
            lambda i: words.locale.weekdays_short[i],
            lambda day: short_date(words, day),
            ctx.today,
        )
        signs = charts.signs_of(weeks, ctx.today)
        charts.day_legend(paper, LEGEND, signs, lambda sign: words(f"progress_legend_{sign.value}"), LEGEND_COLUMNS)

    shown = weeks[0].days[0].day, min(ctx.today, weeks[-1].days[-1].day)
    figures = period_report(ctx.catalogue, child, *shown, ctx.today)
    line = f"{period_words.of_days(words, figures)} {words('says_halves')}"
    return _file(ctx, child, words("chart_days"), shown, line, draw)


def of_journey(
    ctx: Context, child: Child, weeks: Sequence[JourneyWeek], titles: Mapping[int, str]
) -> MakesFiles:  # fmt: skip
    """The weeks of the journey."""
    words = ctx.texts

    def draw(paper: Paper) -> None:
        for i, week in enumerate(weeks):
            box = Box(LEFT + i // 6 * 590, CHART_Y + 24 + i % 6 * 76, 570, 66)
            progress_cards.paint_week(paper, words, box, week, titles, 1.3)

    first = weeks[0].monday if weeks else ctx.today
    line = f"{period_words.of_journey(words, weeks)} {words('says_numbers')}"
    return _file(ctx, child, words("journey_title"), (first, ctx.today), line, draw)


def of_dose(ctx: Context, child: Child, exercise: str, road: Road) -> MakesFiles:
    """The road of one exercise's dose."""

    def draw(paper: Paper) -> None:
        paint_road(paper, ctx, Box(LEFT + 60, CHART_Y + 30, RIGHT - LEFT - 80, 370), road, is_kept=True)
        signs(paper, LEFT + 60, 606, signs_of(ctx.texts, road), 200, 800)

    line = period_words.of_dose(ctx.texts, road.steps)
    return _file(ctx, child, ctx.texts("chart_dose", exercise=exercise), (road.first, road.last), line, draw)


def of_exercise(ctx: Context, child: Child, exercise: Exercise, it: ExerciseOverTime, road: Road) -> MakesFiles:
    """Everything of one exercise over time."""

    def draw(paper: Paper) -> None:
        paint_lanes(paper, ctx, exercise, it, road, Box(LEFT, CHART_Y - 16, RIGHT - LEFT, 484), is_kept=True)

    line = period_words.of_over_time(ctx.texts, it, road.steps)
    name = exercise_name(ctx.texts, ctx.catalogue, exercise.id)
    return _file(ctx, child, ctx.texts("chart_over_time", exercise=name), (it.first, it.last), line, draw)


def _file(
    ctx: Context, child: Child, title: str, days: tuple[date, date], line: str, draw: Draw
) -> MakesFiles:  # fmt: skip
    name = file_name(ctx, title, "png", nickname=child.nickname)
    about = f"{child.nickname}, {period_words.from_to(ctx.texts, *days)}"
    drawings, look = ctx.pictures.drawings, replace(ctx.pictures.appearance, text=1.0)
    foot = ctx.texts("chart_foot", date=ctx.texts.date(ctx.today, "year"))
    if note := made_up(ctx):
        about = f"{about} \u00b7 {note}"

    def make() -> Mapping[str, bytes]:
        pictures = Pictures(drawings, View(*SIZE, is_mirrored=look.is_rtl), look)
        return {name: picture(pictures, title, about, line, foot, draw)}

    return make


def picture(pictures: Pictures, title: str, about: str, line: str, foot: str, draw: Draw) -> bytes:
    """The PNG; drawn in the family's colours, its text at the usual size."""
    surface = pygame.Surface(SIZE)
    paper = Paper(surface, pictures)
    paper.fill("#FFFFFF")
    paper.text(title, 34, LEFT, 62, INK, EXTRA_BOLD, "l", RIGHT - LEFT)
    paper.text(about, 22, LEFT, 106, INK_2, SEMI_BOLD, "l", RIGHT - LEFT)
    draw(paper)
    paper.text(line, 22, LEFT, SENTENCE_Y, INK, SEMI_BOLD, "l", RIGHT - LEFT)
    paper.text(foot, 16, LEFT, FOOT_Y, INK_2, SEMI_BOLD, "l", RIGHT - LEFT)
    out = BytesIO()
    pygame.image.save(surface, out, "chart.png")
    return out.getvalue()


def _key(paper: Paper, x: float, y: float, word: str, style: str) -> None:
    paper.shape(
        f'<rect x="{x}" y="{y - 9}" width="18" height="18" rx="4" {style}/>', Box(x - 2, y - 11, 24, 22), alpha=0
    )
    paper.text(word, 18, x + 28, y, INK_2, SEMI_BOLD, "l", 160)


def _pause_key(paper: Paper, x: float, y: float, word: str) -> None:
    body = charts.pause_sign(x + 9, y + 11, 3)
    paper.shape(body, Box(x - 2, y - 11, 24, 22), alpha=0)
    paper.text(word, 18, x + 28, y, INK_2, SEMI_BOLD, "l", 160)
