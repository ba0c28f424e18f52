"""Which days a grown-up looks at, as chosen last: what a screen remembers before any figure of them is counted."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from game.frozen import dataclass


class PeriodKind(StrEnum):
    """From when to when."""

    WEEKS = "weeks"  # the last four
    MONTHS = "months"  # the last three
    JOURNEY = "journey"  # from the first exercise to the end of the journey, or to today
    YEAR = "year"
    ALL = "all"
    DAYS = "days"  # two days somebody chose


@dataclass(frozen=True, slots=True)
class Period:
    """Which days are looked at; `first` and `last` are said for `DAYS` alone."""

    kind: PeriodKind = PeriodKind.WEEKS
    first: date = date.min
    last: date = date.max
