"""One exercise over time: how it went, how hard it was, what each foot did and what hurt, by days, weeks or months.

Added up it is what the report for a doctor says of the exercise in the same days (`tests/core/reports`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from game.core.days import days_between, plus
from game.core.events import Effort, Grade
from game.core.reports.ledger import plays_of
from game.core.reports.period import BarKind, bar_ends, bar_kind
from game.core.reports.records import PainOn, PlayRow
from game.core.rules.journey import Journey


@dataclass(frozen=True, slots=True)
class PlaysOfDays:
    """Some days in a row: how many plays got which word (`untold`: tried, and nobody said), and the units each foot did
    (both together count as left where the exercise does not part them)."""

    first: date
    last: date
    grades: Mapping[Grade, int]
    efforts: Mapping[Effort, int]
    untold: int
    left: int
    right: int

    @property
    def plays(self) -> int:
        """All plays of these days that were tried, or of which was said that they were not."""
        return sum(self.grades.values()) + self.untold


@dataclass(frozen=True, slots=True)
class ExerciseOverTime:
    """The game days `first` to `last`, both included, day by day or by longer stretches of one kind; `pains` in the
    order of their days."""

    first: date
    last: date
    kind: BarKind
    plays_of_days: tuple[PlaysOfDays, ...]
    pains: tuple[PainOn, ...]

    @property
    def plays(self) -> int:
        """All of them."""
        return sum(row.plays for row in self.plays_of_days)

    @property
    def untold(self) -> int:
        """Tried, and nobody said how it went."""
        return sum(row.untold for row in self.plays_of_days)

    @property
    def left(self) -> int:
        """Units of the left foot."""
        return sum(row.left for row in self.plays_of_days)

    @property
    def right(self) -> int:
        """Units of the right foot."""
        return sum(row.right for row in self.plays_of_days)

    @property
    def worst(self) -> int | None:
        """The strongest pain somebody said; None for none."""
        return max((pain.score for pain in self.pains if pain.score is not None), default=None)

    def graded(self, grade: Grade) -> int:
        """How often it went so."""
        return sum(row.grades.get(grade, 0) for row in self.plays_of_days)

    def felt(self, effort: Effort) -> int:
        """How often it was so hard."""
        return sum(row.efforts.get(effort, 0) for row in self.plays_of_days)


def over_time(way: Journey, exercise: str, first: date, last: date) -> ExerciseOverTime:
    """An exercise over these days; those before the first and after today are not there."""
    first, last = max(first, way.first), min(last, way.today)
    plays = plays_of(way, exercise, first, last)
    kind = bar_kind(days_between(first, last) + 1)
    stretches: list[PlaysOfDays] = []
    begin, at = first, 0
    while begin <= last:
        end, since = min(last, bar_ends(begin, kind)), at
        while at < len(plays) and plays[at].day <= end:
            at += 1
        stretches.append(_stretch(begin, end, plays[since:at]))
        begin = plus(end, 1)
    return ExerciseOverTime(first, last, kind, tuple(stretches), pains_of(way, exercise, plays, first, last))


def pains_of(
    way: Journey, exercise: str, plays: Sequence[PlayRow], first: date, last: date
) -> tuple[PainOn, ...]:  # fmt: skip
    """Every pain of an exercise told of these days, among its `plays` and for the record alone: the latest day last."""
    rows = [PainOn(play.day, play.pain) for play in plays if play.hurts]
    told = (row for row in way.child.later if row.day <= way.today and row.told.exercise == exercise)
    rows += [PainOn(row.told.on, row.told.score) for row in told if first <= row.told.on <= last and row.told.score]
    return tuple(sorted(rows, key=lambda row: row.day))


def _stretch(first: date, last: date, plays: Sequence[PlayRow]) -> PlaysOfDays:
    return PlaysOfDays(
        first,
        last,
        grades=grades_of(plays),
        efforts=efforts_of(plays),
        untold=sum(play.grade is None and play.is_tried for play in plays),
        left=sum(play.done_left for play in plays),
        right=sum(play.done_right for play in plays),
    )


def grades_of(plays: Sequence[PlayRow]) -> Counter[Grade]:
    """How often it went how."""
    return Counter(play.grade for play in plays if play.grade is not None)


def efforts_of(plays: Sequence[PlayRow]) -> Counter[Effort]:
    """How often it was how hard; nothing is said of what was not done."""
    return Counter(p.effort for p in plays if p.effort is not None and p.grade is not Grade.NOT_TODAY)
