"""A period and what it has, in words: each chart's one sentence, true for a day as for ten years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from game.core.events import Effort, Grade
from game.core.reports.journey_weeks import JourneyWeek, JourneyWeekKind
from game.core.reports.over_time import ExerciseOverTime
from game.core.reports.period import PeriodReport
from game.core.reports.records import DoseStep
from game.scenes.screen.dose_words import short_date
from game.scenes.screen.outside import TextSource


def from_to(words: TextSource, first: date, last: date) -> str:
    """The days of a period; its year where it does not end in the one it began in."""
    if first == last:
        return words.date(first, "year")
    begin = words.date(first) if first.year == last.year else words.date(first, "year")
    return words("period_from_to", **{"from": begin, "to": words.date(last, "year")})


def short_from_to(words: TextSource, first: date, last: date) -> str:
    """The same in little room."""
    if first.year != last.year:
        return words("period_short", **{"from": str(first.year), "to": str(last.year)})
    begin = short_date(words, first)
    return begin if first == last else words("period_short", **{"from": begin, "to": short_date(words, last)})


def duration(words: TextSource, seconds: int) -> str:
    """Hours and minutes; what is not nothing is at least a minute."""
    minutes = max(1, round(seconds / 60)) if seconds else 0
    if minutes < 60:
        return words.amount("minutes", minutes)
    return words("period_hours", h=minutes // 60, m=minutes % 60)


def of_minutes(words: TextSource, it: PeriodReport) -> str:
    """What the minutes show."""
    if not it.planned_s and not it.done_s:
        return words("says_minutes_none")
    return words("says_minutes", done=duration(words, it.done_s), planned=duration(words, it.planned_s))


def of_days(words: TextSource, it: PeriodReport) -> str:
    """What the calendar shows: as many days as the doctor's page says of the same period."""
    paused = words.amount("days", it.paused_days)
    if not it.days:
        return words("says_days_all_paused", paused=paused) if it.paused_days else words("says_minutes_none")
    key = "says_days_paused" if it.paused_days else "says_days"
    return words(key, n=it.days, active=it.practice_days, paused=paused)


def of_journey(words: TextSource, weeks: Sequence[JourneyWeek]) -> str:
    """What the weeks of the journey show."""
    over = [week for week in weeks if week.kind is not JourneyWeekKind.RUNNING]
    bloom = sum(week.kind is JourneyWeekKind.BLOOM for week in over)
    aside = sum(week.kind is JourneyWeekKind.ASIDE for week in over)
    if not over:
        return words("says_journey_none")
    if aside == len(over):
        return words("says_journey_all_aside", n=aside)
    return words("says_journey_aside" if aside else "says_journey", n=len(over) - aside, bloom=bloom, aside=aside)


def of_dose(words: TextSource, steps: Sequence[DoseStep]) -> str:
    """What the road of a dose shows: `steps` are those of the period, the first is how it began."""
    totals = [step.sets * step.amount for step in steps]
    if not totals:
        return words("says_dose_none")
    up = sum(b > a for a, b in zip(totals, totals[1:], strict=False))
    down = sum(b < a for a, b in zip(totals, totals[1:], strict=False))
    if not up and not down:
        return words("says_dose_same", amount=totals[-1])
    return words("says_dose", **{"from": totals[0], "to": totals[-1], "up": up, "down": down})


def of_over_time(words: TextSource, it: ExerciseOverTime, steps: Sequence[DoseStep]) -> str:
    """What one exercise shows over time; `steps` as above."""
    whole = it.tally
    if not whole.told and not it.pains:
        return words("says_over_time_none")
    totals = [step.sets * step.amount for step in steps] or [0]
    key = "says_over_time" if totals[0] != totals[-1] else "says_over_time_same"
    went = {"well": whole.grades.get(Grade.WELL, 0), "hard": whole.efforts.get(Effort.HARD, 0), "hurt": len(it.pains)}
    return words(key, n=whole.told, **went, **{"from": totals[0], "to": totals[-1]})
