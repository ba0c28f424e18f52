"""Picture states of the figures of other periods, the weeks of the journey, and an exercise over time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.core.content import Foot, Slot
from game.core.days import plus
from game.core.events import Effort, ExerciseOrdered, Grade, OrderWritten, ToldLater
from game.core.reports.chosen_days import Period, PeriodKind
from game.gallery.states import lived
from game.scenes import flow, routes
from game.scenes.parent.progress.exercise import OneExercise
from game.scenes.parent.progress.over_time import OverTimePage
from game.scenes.parent.progress.period import PeriodPage
from game.scenes.parent.progress.progress import ProgressPage
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.file_names import file_name

FIGURES_STATES = (
    "period", "period-turned", "progress-months", "progress-day", "progress-later", "progress-journey", "progress-year",
    "progress-saved", "journey-strong", "exercise-year", "exercise-foot",
    "over-time", "over-time-both-feet", "over-time-year", "over-time-none",
)  # fmt: skip


def figures(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """The card with the periods; three months, one day, a year; what was told later; the journey, and after it."""
    child = next(iter(ctx.children))
    card = flow.open(ctx, routes.ChoosePeriod(ProgressPage(ctx, child, "days")))
    assert isinstance(card, PeriodPage)
    yield "period", card
    turned = PeriodPage(card.page)
    turned.first, turned.last = ctx.today, plus(ctx.today, -9)
    turned.press("period-days")
    yield "period-turned", turned
    for name, period in (
        ("progress-months", Period(PeriodKind.MONTHS)),
        ("progress-day", Period(PeriodKind.DAYS, plus(ctx.today, -1), plus(ctx.today, -1))),
    ):
        ctx.period = period
        yield name, ProgressPage(ctx, child, "days")
    ctx.period = Period()
    for n, name in ((12, "bear_walk"), (5, "caterpillar")):
        told = ToldLater(plus(ctx.today, -n), Slot.EVENING, name, 1, 20, Grade.WELL, Effort.RIGHT, None)
        ctx.record(told, child=child)
    yield "progress-later", ProgressPage(ctx, child, "days")
    yield "progress-journey", ProgressPage(ctx, child, "journey")
    saved = ProgressPage(ctx, child, "days")
    saved.message = ctx.texts(
        "chart_saved", file="Documents/" + file_name(ctx, ctx.texts("chart_days"), "png", nickname="Anna")
    )
    yield "progress-saved", saved
    ctx.period = Period(PeriodKind.MONTHS)
    yield "over-time", OverTimePage(ctx, child, "lego_bricks")
    yield "over-time-both-feet", OverTimePage(ctx, child, "bear_walk")
    yield "over-time-none", OverTimePage(ctx, child, "duckling_walk")
    yield from _after_the_journey(ctx)
    ctx.period = Period()
    head, order = OrderWritten("Ms Lind", ctx.today), ExerciseOrdered("lego_bricks", "Ms Lind", ctx.today)
    ctx.record(head, replace(order, foot=Foot.RIGHT), child=child)
    now = ctx.now()
    ctx.now = lambda: now.replace(day=now.day + 1)  # an order counts from the next morning
    yield "exercise-foot", OneExercise(ctx, child, "lego_bricks")


def _after_the_journey(ctx: Context) -> Iterator[tuple[str, Scene]]:
    robin = lived(ctx, 112)
    ctx.period = Period(PeriodKind.YEAR)
    yield "progress-year", ProgressPage(ctx, robin, "days")
    yield "journey-strong", ProgressPage(ctx, robin, "journey")
    yield "exercise-year", OneExercise(ctx, robin, "lego_bricks")
    yield "over-time-year", OverTimePage(ctx, robin, "lego_bricks")
