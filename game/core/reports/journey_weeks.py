"""The weeks of a child's journey, as they count: in bloom or not, set aside, and which chapter was told in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from game.core.content import Catalogue
from game.core.days import days_between, monday, plus
from game.core.history.history import Child
from game.core.reports.day_entries import SUNDAY, DayEntry
from game.core.reports.ledger import entries
from game.core.rules import streak
from game.core.rules.journey import Journey, journey
from game.core.session.story import FOUND, places
from game.frozen import dataclass


class JourneyWeekKind(StrEnum):
    """How a week counts."""

    BLOOM = "bloom"
    COUNTED = "counted"  # as one without bloom
    ASIDE = "aside"  # not at all: broken by a pause, begun in its middle, or without any play
    RUNNING = "running"  # not over, and not in bloom yet


@dataclass(frozen=True, slots=True)
class JourneyWeek:
    """One week of the journey, the first is number 1. `active` days had something tried and told, of `meant` that the
    family planned and that could be played; `paused` could not. `chapters` were told in it, by number; `found` is the
    one whose thing was found."""

    number: int
    monday: date
    kind: JourneyWeekKind
    active: int
    meant: int
    paused: int
    chapters: tuple[int, ...]
    found: int | None


def weeks_of_play(catalogue: Catalogue, child: Child, day: date) -> int:
    """How many weeks there are, the running one included; 0 before the first play."""
    begun = journey(catalogue, child, day).now(day).first_active
    return days_between(monday(begun), day) // 7 + 1 if begun else 0


def journey_weeks(
    catalogue: Catalogue, child: Child, played: Iterable[date], chapters: int, numbers: range, day: date
) -> tuple[JourneyWeek, ...]:
    """The weeks with these numbers, as far as there are, as they stand on the game day `day`. `played` are the days on
    which the story went on, `chapters` how many it has."""
    way = journey(catalogue, child, day)
    begun = way.now(day).first_active
    if begun is None or not numbers:
        return ()
    first = plus(monday(begun), 7 * (numbers[0] - 1))
    days = entries(way, first, plus(first, 7 * len(numbers) - 1))
    told = _chapters(played, chapters, day)
    found = []
    for number in numbers:
        begins = plus(monday(begun), 7 * (number - 1))
        week = [entry for entry in days if 0 <= days_between(begins, entry.day) < 7]
        if week:
            found.append(_week(way, begun, number, begins, week, told.get(begins, ())))
    return tuple(found)


def _week(
    way: Journey, begun: date, number: int, begins: date, days: list[DayEntry], told: Iterable[tuple[int, bool]]
) -> JourneyWeek:
    lived = [entry for entry in days if entry.day >= begun]
    active, paused = sum(e.is_active for e in lived), sum(e.is_paused for e in lived)
    sunday = min(way.today, plus(begins, SUNDAY))
    needed = days[-1].needed or streak.week_needs(way.catalogue, way.now(sunday), begins)
    told, is_over = tuple(told), plus(begins, SUNDAY) < way.today
    return JourneyWeek(
        number,
        begins,
        kind_of_week(active, needed, is_broken=bool(paused) or begins < begun, is_over=is_over),
        active,
        sum(e.is_active or (not e.is_paused and any(slot.is_meant for slot in e.slots)) for e in lived),
        paused,
        tuple(dict.fromkeys(chapter for chapter, _ in told)),
        next((chapter for chapter, is_found in told if is_found), None),
    )


def kind_of_week(active: int, needed: int, *, is_broken: bool, is_over: bool) -> JourneyWeekKind:
    """How a week with so many active days counts, of which `needed` make it bloom; `is_broken` by a pause, or because
    it began in its middle."""
    if active >= needed:
        return JourneyWeekKind.BLOOM
    if not is_over:
        return JourneyWeekKind.RUNNING
    return JourneyWeekKind.COUNTED if active and not is_broken else JourneyWeekKind.ASIDE


def _chapters(played: Iterable[date], chapters: int, day: date) -> dict[date, list[tuple[int, bool]]]:
    """By Monday the chapters told, from 1, and whether that day found the thing."""
    found: dict[date, list[tuple[int, bool]]] = {}
    for on, at, nth in places(on for on in played if on <= day):
        if at < chapters:
            found.setdefault(monday(on), []).append((at + 1, nth == FOUND))
    return found
