"""Pauses a parent told of, and what one more would change: in numbers, by the real rules, before it is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from game.core.content import Catalogue
from game.core.days import days_between, game_day, monday, plus
from game.core.events import Paused, PauseReason
from game.core.history.history import Child
from game.core.history.plays import rare_facts, tried_days
from game.core.quest import Reason
from game.core.reports.day_entries import DayEntry
from game.core.reports.ledger import entries
from game.core.reports.progress import days_shown, progress
from game.core.reports.records import ProgressReport, WeekRow
from game.core.rules.dose import Dose
from game.core.rules.journey import Journey, aside, journey
from game.core.rules.reasons import OF_PAUSE, of_pause
from game.core.rules.state import ChildState, programme_order
from game.core.rules.supposing import supposing
from game.core.rules.timeline import Pause
from game.frozen import dataclass


class WeekStanding(StrEnum):
    """How a week counts: in bloom, as one without bloom, or not at all."""

    BLOOM = "bloom"
    PLAIN = "plain"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class ToldPause:
    """A pause as it stands by now, perhaps ended earlier, and the id of the event to be taken back."""

    event: str
    pause: Pause


@dataclass(frozen=True, slots=True)
class WeekChange:
    """A week that the pause touches, by its Monday."""

    monday: date
    before: WeekStanding
    after: WeekStanding


class StillDay(StrEnum):
    """Why a pause of a day changes no figure of today."""

    BEFORE = "before"  # the first exercise came later, or has not come
    PLAYED = "played"
    PAUSED = "paused"
    UNPLANNED = "unplanned"
    TODAY = "today"  # not over, so nothing of it is missed
    AHEAD = "ahead"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DoseShift:
    """The dose of an exercise without the pause and with it; None where it has not come into the plan."""

    exercise: str
    before: Dose | None
    after: Dose | None


@dataclass(frozen=True, slots=True)
class PauseEffect:
    """What a pause changes, as seen on a game day. `days` are all of it, `played` those of them on which something was
    tried, which stay days of play. `idle` is how many days in a row there was, or will be, no play about it: after a
    week of them doses step back, paused or not. The reports have the weeks from the pause's first on; `still` is how
    many of its days are of which kind, in the order of the kinds. `doses` are those that become others, in the
    programme's order: on a paused morning nothing grows, so that what grew then grows later, and something else in its
    place."""

    days: int
    played: int
    idle: int
    before: ProgressReport
    after: ProgressReport
    weeks: tuple[WeekChange, ...]
    still: tuple[tuple[StillDay, int], ...]
    doses: tuple[DoseShift, ...]

    @property
    def changes_nothing(self) -> bool:
        """No figure of today; `still` says why."""
        return _lived(self.before) == _lived(self.after) and not self.doses


def pauses_told(catalogue: Catalogue, child: Child, day: date) -> tuple[ToldPause, ...]:
    """Every pause that stands, the latest first; one ended on its first day has no day, and does not stand."""
    events = [event.id for event in rare_facts(child) if isinstance(event.fact, Paused)]
    told = journey(catalogue, child, day).told.pauses
    rows = [ToldPause(event, pause) for event, pause in zip(events, told, strict=True) if pause.first <= pause.last]
    return tuple(sorted(rows, key=lambda row: (row.pause.first, row.pause.last), reverse=True))


def lies_in_pause(catalogue: Catalogue, child: Child, on: date, day: date) -> bool:
    """Whether nothing could be asked for on that day because of a pause, as known on `day`; also where something was
    done all the same, so that it is no paused day."""
    told = any(row.pause.first <= on <= row.pause.last for row in pauses_told(catalogue, child, day))
    return told or any(row.is_paused for row in days_shown(catalogue, child, on, on, day))


def why_paused(catalogue: Catalogue, child: Child, on: date, day: date) -> Reason | None:
    """The pause that lies over that day, as known on `day`, the one that lasts longest; None where there is none."""
    pause = journey(catalogue, child, day).pause(on)
    return of_pause(pause.reason, pause.first, pause.last) if pause else None


def pause_effect(
    catalogue: Catalogue, child: Child, why: PauseReason, first: date, last: date, now: datetime,
    rest: int | None = None,
) -> PauseEffect:  # fmt: skip
    """The days `first` to `last` paused, were that told at the local moment `now`. `rest`: as in `progress`."""
    day = game_day(now, catalogue.rules.morning_hour)
    before, own = progress(catalogue, child, day, rest, first), aside(catalogue, child, day)
    paused = supposing(own, child, [Paused(why, first, last)], now)
    after = progress(own, paused, day, rest, first)
    way = journey(catalogue, child, day)
    tried = tried_days(child)
    length = days_between(first, last) + 1
    played = sum(plus(first, n) in tried for n in range(length))
    return PauseEffect(
        length, played, _idle(tried, first, last, day), before, after, _weeks(before, after, first, last),
        _still(way, first, last), _shifts(own, way.now(day), journey(own, paused, day).now(day)),
    )  # fmt: skip


def _shifts(catalogue: Catalogue, before: ChildState, after: ChildState) -> tuple[DoseShift, ...]:
    def dose(state: ChildState, exercise: str) -> Dose | None:
        return state.tracks[exercise].dose if exercise in state.tracks else None

    shifts = (DoseShift(e, dose(before, e), dose(after, e)) for e in programme_order(catalogue, before))
    return tuple(shift for shift in shifts if shift.before != shift.after)


def _still(way: Journey, first: date, last: date) -> tuple[tuple[StillDay, int], ...]:
    begun, many = way.now(way.today).first_active or way.today, Counter[StillDay]()
    known = {entry.day: entry for entry in entries(way, first, min(last, way.today))} if first <= way.today else {}
    for day in (plus(first, n) for n in range(days_between(first, last) + 1)):
        many[_still_day(known.get(day), day, begun, way.today)] += 1
    return tuple((kind, many[kind]) for kind in StillDay if many[kind])


def _still_day(entry: DayEntry | None, day: date, begun: date, today: date) -> StillDay:
    if day > today:
        return StillDay.AHEAD
    if entry is not None and entry.is_tried:
        return StillDay.PLAYED
    if day < begun:
        return StillDay.BEFORE
    if entry is not None and entry.is_paused:
        return StillDay.PAUSED
    if day == today:
        return StillDay.TODAY
    is_meant = entry is not None and any(slot.is_meant for slot in entry.slots)
    return StillDay.OTHER if is_meant else StillDay.UNPLANNED


def _idle(tried: frozenset[date], first: date, last: date, day: date) -> int:
    """The most days in a row without play of which one is in the pause: after a play, and up to the next one; up to the
    end of the pause, or to yesterday, where there is none yet."""
    plays = [*sorted(tried), *([] if any(on > last for on in tried) else [max(plus(last, 1), day)])]
    rows = [(a, b) for a, b in zip(plays, plays[1:], strict=False) if a < last and first < b]
    return max((days_between(a, b) - 1 for a, b in rows), default=0)


def _weeks(before: ProgressReport, after: ProgressReport, first: date, last: date) -> tuple[WeekChange, ...]:
    was = {week.monday: week for week in before.weeks}
    rows = [week for week in after.weeks if monday(first) <= week.monday <= last and week.monday in was]
    return tuple(WeekChange(w.monday, week_standing(was[w.monday]), week_standing(w)) for w in rows)


def week_standing(week: WeekRow) -> WeekStanding:
    """A week with a paused day that is not in bloom is set aside."""
    if week.is_in_bloom:
        return WeekStanding.BLOOM
    return WeekStanding.ASIDE if any(d.is_paused and not d.is_future for d in week.days) else WeekStanding.PLAIN


def _lived(report: ProgressReport) -> ProgressReport:
    """Without the days to come, which count in nothing: those of the weeks, and until when a pause lasts."""
    weeks = (replace(week, days=tuple(d for d in week.days if not d.is_future)) for week in report.weeks)
    steps, why = (
        tuple(one for one in said if one.key not in OF_PAUSE) for said in (report.next_steps, report.why)
    )  # fmt: skip
    return replace(report, weeks=tuple(weeks), next_steps=steps, why=why, paused_until=None)
