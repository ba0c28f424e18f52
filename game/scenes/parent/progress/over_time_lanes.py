"""One exercise over time: its dose, how it went, how hard it was, each foot and what hurt, one below the other.

Every lane stands on the same days; left of it its name, what its signs mean, and the numbers of the whole period.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from game.core.content import Exercise, Foot
from game.core.days import days_between, plus
from game.core.events import Effort, Grade
from game.core.reports.over_time import ExerciseOverTime
from game.core.reports.period import BarKind
from game.core.reports.play_tally import PlayTally
from game.frozen import dataclass
from game.scenes.parent.progress.road import Road, signs_of
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import short_date
from game.scenes.screen.outside import TextSource
from game.ui import theme
from game.ui.chart.dose_charts import Span, dose_steps, signs
from game.ui.chart.over_time_charts import Kind, Texture, TimeAxis, days_below, legend, paired, shades, stacked, stems
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, SEMI_BOLD
from game.ui.view import Box

NAMES = 190.0  # width of what stands left of the lanes
NUMBERS = 52.0  # and of the axes' numbers between them
GAP, UNDER, FIRST_ROW, NO_PAIN = 22.0, 18.0, 29.0, 20.0
GRADE_LOOKS = {
    Grade.WELL: (Texture.FULL, theme.TEAL.fill), Grade.HELPED: (Texture.SLANTED, theme.BLUE.fill),
    Grade.PARTLY: (Texture.LEVEL, "#7A6278"), Grade.NOT_TODAY: (Texture.EMPTY, "#43304A"),
}  # fmt: skip
UNTOLD_LOOK = Texture.CROSSED, "#857A6C"
EFFORT_LOOKS = {
    Effort.RIGHT: (Texture.FULL, theme.TEAL.fill), Effort.EASY: (Texture.EMPTY, theme.BLUE.fill),
    Effort.HARD: (Texture.CROSSED, "#8A4A12"),
}  # fmt: skip
FOOT_LOOKS = {Foot.LEFT: (Texture.FULL, theme.TEAL.fill), Foot.RIGHT: (Texture.SLANTED, "#8A4A12")}


@dataclass(frozen=True, slots=True)
class Lane:
    """One of the lanes: how high it is beside the others (design units on the page), and what draws it in its box."""

    high: float
    draw: Callable[[Box], None]


def paint_lanes(
    paper: Paper, ctx: Context, exercise: Exercise, it: ExerciseOverTime, road: Road, box: Box, *, is_kept: bool = False
) -> None:  # fmt: skip
    """All of them, as high together as `box` is; the days stand below the last. On a picture that `is_kept` no day is
    called today."""
    axis = TimeAxis(it.first, it.last, box.x + NAMES + NUMBERS, box.right)
    lanes = list(_lanes(paper, ctx, exercise, it, road, axis, box.x))
    room = box.h - UNDER - GAP * (len(lanes) - 1)
    k = room / sum(lane.high for lane in lanes)
    paused = shades(axis, box.y, box.bottom - UNDER, [(span.first, span.last) for span in road.pauses])
    if paused:
        paper.shape(paused, Box(axis.left, box.y, axis.right - axis.left, box.h - UNDER), alpha=0)
    y = box.y
    for lane in lanes:
        high = round(lane.high * k)  # whole: a picture of another shape than its box would be narrower
        lane.draw(Box(axis.left, y, axis.right - axis.left, high))
        y += high + GAP
    days_below(paper, axis, box.bottom - UNDER + 18, _days_named(ctx, it, is_kept=is_kept))


def _dose_title(exercise: Exercise, feet: tuple[Foot | None, Foot | None]) -> str:
    """Each foot's, or that of the one which was ordered alone in all of the time or in a part of it."""
    before, now = feet
    if before is None and now is None:
        return "exercise_dose_foot" if exercise.per_foot else "exercise_dose"
    return f"exercise_dose_{now.value}" if now is not None and now is before else "exercise_dose_a_foot"


def _lanes(
    paper: Paper, ctx: Context, exercise: Exercise, it: ExerciseOverTime, road: Road, axis: TimeAxis, x: float
) -> list[Lane]:  # fmt: skip
    words, whole = ctx.texts, it.tally

    def named(box: Box, title: str, kinds: list[Kind] | tuple[Kind, ...] = ()) -> None:
        paper.text(title, 17, x, box.y + 8, INK, EXTRA_BOLD, "l", NAMES)
        if kinds:
            legend(paper, x, box.y + FIRST_ROW, kinds, NAMES)

    def dose(box: Box) -> None:
        named(box, words(_dose_title(exercise, it.feet)))
        for n, (name, word) in enumerate(signs_of(words, replace(road, hurts=())).items()):
            signs(paper, x, box.y + FIRST_ROW + n * 20, {name: word}, NAMES, NAMES)
        if not road.steps:
            _nothing(paper, box, words("says_dose_none"))
            return
        # The stair begins and ends where the days of the other lanes do.
        wide, after = Box(box.x - 6, box.y, box.w + 12, box.h), plus(it.last, 1)
        held = [Span(span.first, plus(span.last, 1)) for span in road.holds]
        dose_steps(paper, wide, road.steps, after, (), "", "", since=it.first, holds=held)

    def went(box: Box) -> None:
        kinds = _grades(words, whole)
        named(box, words("exercise_grades", n=whole.told) if whole.told else words("exercise_grades_none"), kinds)
        rows = [
            (
                row.first,
                row.last,
                [*(row.tally.grades.get(grade, 0) for grade in GRADE_LOOKS), row.tally.untold][: len(kinds)],
            )
            for row in it.plays_of_days
        ]
        stacked(paper, box, axis, kinds, rows)

    def hard(box: Box) -> None:
        kinds = [
            Kind(words(f"effort_short_{e.value}"), *look, whole.efforts.get(e, 0)) for e, look in EFFORT_LOOKS.items()
        ]
        named(box, words("exercise_efforts"), kinds)
        stacked(
            paper, box, axis, kinds,
            [(row.first, row.last, [row.tally.efforts.get(e, 0) for e in EFFORT_LOOKS]) for row in it.plays_of_days],
        )  # fmt: skip

    def feet(box: Box) -> None:
        left, right = (
            Kind(words(f"word_{foot.value}"), *FOOT_LOOKS[foot], n)
            for foot, n in ((Foot.LEFT, whole.left), (Foot.RIGHT, whole.right))
        )
        named(box, words("over_time_feet"), [left, right])
        rows = [(row.first, row.last, (row.tally.left, row.tally.right)) for row in it.plays_of_days]
        paired(paper, box, axis, (left, right), rows)

    def pain(box: Box) -> None:
        named(box, words("over_time_pain"))
        if not it.pains:
            _nothing(paper, box, words("over_time_no_pain"))
            return
        said = words("over_time_pains" if it.worst else "over_time_pains_unsaid", n=len(it.pains), most=it.worst)
        paper.text(said, 16, x, box.y + FIRST_ROW, INK_2, SEMI_BOLD, "l", NAMES)
        stems(paper, box, axis, [(pain.day, pain.score) for pain in it.pains])

    return [
        Lane(96, dose), Lane(106, went), Lane(84, hard), *([Lane(62, feet)] if exercise.per_foot else ()),
        Lane(52 if it.pains else NO_PAIN, pain),
    ]  # fmt: skip


def _grades(words: TextSource, whole: PlayTally) -> list[Kind]:
    """In the order of the columns, from the bottom; what nobody said a word on only where there is some."""
    kinds = [Kind(words(f"grade_short_{g.value}"), *look, whole.grades.get(g, 0)) for g, look in GRADE_LOOKS.items()]
    return [*kinds, Kind(words("over_time_untold"), *UNTOLD_LOOK, whole.untold)] if whole.untold else kinds


def _nothing(paper: Paper, box: Box, line: str) -> None:
    paper.text(line, 16, box.x, box.y + min(9, box.h / 2), INK_2, SEMI_BOLD, "l", box.w)


def _days_named(ctx: Context, it: ExerciseOverTime, *, is_kept: bool) -> list[tuple[date, str]]:
    """A few days of the axis in words: the first and the last (as the day it begins), and some between."""
    words, rows = ctx.texts, it.plays_of_days
    is_long = it.first.year != it.last.year
    many = 4 if is_long or it.kind in (BarKind.MONTH, BarKind.QUARTER) else 6
    step = max(1, -(-len(rows) // many))
    days = [it.first, *(row.first for row in rows[step:-1:step])]
    # So near the end that the last word needs its room.
    days = [day for day in days if days_between(day, it.last) * many * 2 > days_between(it.first, it.last)]
    said = [(day, words.date(day, "year") if is_long else short_date(words, day)) for day in days or [it.first]]
    if it.last > it.first:
        is_today = it.last == ctx.today and not is_kept
        end = words.date(it.last, "year") if is_long else short_date(words, it.last)
        said.append((plus(it.last, 1), words("screen_today") if is_today else end))
    return said
