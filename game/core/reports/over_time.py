"""One exercise over time: how it went, how hard it was, what each foot did and what hurt, by days, weeks or months.

Added up it is what the report for a doctor says of the exercise in the same days (`tests/core/reports`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from game.core.content import Foot
from game.core.days import days_between, plus
from game.core.reports.dose_road import DoseMark
from game.core.reports.ledger import doses_of, hurts_of, tallies_of
from game.core.reports.period import BarKind, bar_ends, bar_kind
from game.core.reports.play_tally import PlayTally
from game.core.reports.records import PainOn
from game.core.rules.journey import Journey
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class PlaysOfDays:
    """How the plays of some days in a row went."""

    first: date
    last: date
    tally: PlayTally


@dataclass(frozen=True, slots=True)
class ExerciseOverTime:
    """The game days `first` to `last`, both included, day by day or by longer stretches of one kind; `pains` in the
    order of their days. `feet` are those the dose was of on the first day and on the last one, None for both."""

    first: date
    last: date
    kind: BarKind
    plays_of_days: tuple[PlaysOfDays, ...]
    pains: tuple[PainOn, ...]
    feet: tuple[Foot | None, Foot | None] = (None, None)

    @property
    def tally(self) -> PlayTally:
        """All of them."""
        return sum((row.tally for row in self.plays_of_days), PlayTally())

    @property
    def worst(self) -> int | None:
        """The strongest pain somebody said; None for none."""
        return max((pain.score for pain in self.pains if pain.score is not None), default=None)


def over_time(way: Journey, exercise: str, first: date, last: date) -> ExerciseOverTime:
    """An exercise over these days; those before the first and after today are not there."""
    first, last = max(first, way.first), min(last, way.today)
    kind = bar_kind(days_between(first, last) + 1)
    spans: list[tuple[date, date]] = []
    begin = first
    while begin <= last:
        spans.append((begin, min(last, bar_ends(begin, kind))))
        begin = plus(spans[-1][1], 1)
    rows = [PlaysOfDays(*span, tally) for span, tally in zip(spans, tallies_of(way, exercise, spans), strict=True)]
    doses = doses_of(way, exercise)
    feet = _foot_on(doses, first), _foot_on(doses, last)
    return ExerciseOverTime(first, last, kind, tuple(rows), pains_of(way, exercise, first, last), feet)


def _foot_on(doses: Sequence[DoseMark], day: date) -> Foot | None:
    """The one foot the dose was of on a day, or at its start where that came later."""
    mark = next((mark for mark in reversed(doses) if mark.step.day <= day), doses[0] if doses else None)
    return mark.dose.foot if mark else None


def pains_of(way: Journey, exercise: str, first: date, last: date) -> tuple[PainOn, ...]:
    """Every pain of an exercise told of these days, also for the record alone: the latest day last."""
    rows = [PainOn(p.day, p.pain) for p in hurts_of(way, first, last) if p.exercise == exercise and p.hurts]
    told = (row for row in way.child.later if row.day <= way.today and row.told.exercise == exercise)
    rows += [PainOn(row.told.on, row.told.score) for row in told if first <= row.told.on <= last and row.told.score]
    return tuple(sorted(rows, key=lambda row: row.day))
