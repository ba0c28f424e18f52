"""The road of one exercise's dose on a page: its steps, pauses, holds and what hurt in some days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from game.core.reports.dose_road import steps_within
from game.core.reports.ledger import paused_and_held
from game.core.reports.records import DoseStep, PainOn
from game.core.rules.journey import Journey
from game.frozen import dataclass
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import short_date
from game.scenes.screen.outside import TextSource
from game.ui.chart.dose_charts import Span, dose_steps
from game.ui.paper import Paper
from game.ui.view import Box


@dataclass(frozen=True, slots=True)
class Road:
    """The road of a dose in the days `first` to `last`: its steps, pauses, holds, and the days on which it hurt."""

    first: date
    last: date
    steps: tuple[DoseStep, ...]
    pauses: tuple[Span, ...] = ()
    holds: tuple[Span, ...] = ()
    hurts: tuple[date, ...] = ()


def spans(days: Iterable[date]) -> tuple[Span, ...]:
    """Days in a row as one."""
    spans: list[Span] = []
    for day in days:
        if spans and spans[-1].last + timedelta(days=1) == day:
            spans[-1] = Span(spans[-1].first, day)
        else:
            spans.append(Span(day, day))
    return tuple(spans)


def road_within(way: Journey, steps: Sequence[DoseStep], pains: Sequence[PainOn], first: date, last: date) -> Road:
    """The part of the road on the days `first` to `last`; `steps` are all there were. What was told of today counts
    from tomorrow, and ends the road of today: a step without its place on it would be missing from its count."""
    if last == way.today:
        steps = [replace(step, day=min(step.day, last)) for step in steps]
    paused, held = paused_and_held(way, first, last)
    return Road(
        first, last, steps_within(steps, first, last),
        spans(paused), spans(held),
        tuple(pain.day for pain in pains),
    )  # fmt: skip


def paint_road(paper: Paper, ctx: Context, box: Box, road: Road, *, is_kept: bool = False) -> None:
    """The stair with its signs, between the days it begins and ends with. On a picture that `is_kept` no day is called
    today."""
    words = ctx.texts
    first = road.steps[0].day

    def named(day: date) -> str:
        return short_date(words, day) if first.year == road.last.year else words.date(day, "year")

    end = words("screen_today") if road.last == ctx.today and not is_kept else named(road.last)
    dose_steps(
        paper,
        box,
        road.steps,
        road.last,
        road.pauses,
        named(first),
        end,
        since=first,
        holds=road.holds,
        hurts=road.hurts,
    )


def signs_of(words: TextSource, road: Road) -> dict[str, str]:
    """The signs that are on the road."""
    totals = [step.sets * step.amount for step in road.steps]
    there = {
        "back": any(b < a for a, b in zip(totals, totals[1:], strict=False)),
        "paused": bool(road.pauses), "held": bool(road.holds), "hurt": bool(road.hurts),
    }  # fmt: skip
    return {name: words(f"road_{name}") for name, is_there in there.items() if is_there}
