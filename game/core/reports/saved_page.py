"""The doctor's page that was saved: when, and which days have something new since. A file knows nothing of that."""

from __future__ import annotations

from datetime import date, datetime

from game.core.days import days_between, plus
from game.core.events import (
    Event,
    FunctionHurt,
    FunctionMeasured,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    PainPlaced,
    Paused,
    Retracted,
    SettingChosen,
    ToldLater,
)
from game.core.history.history import Child, Family


def page_saved(child: str, now: datetime) -> SettingChosen:
    """The page of this child was saved at that moment."""
    return SettingChosen(_saved(child), now.isoformat())


def saved_at(family: Family, child: str) -> datetime | None:
    """When it was saved last; None: never."""
    said = family.settings.get(_saved(child))
    return datetime.fromisoformat(said) if said else None


def days_new_since(child: Child, moment: datetime, today: date) -> frozenset[date]:
    """The days up to `today` of which something was played, told or taken back after that moment."""
    days = set[date]()
    for event in reversed(child.events):
        if event.at <= moment:
            break
        days |= _days_of(child, event)
    gone = {event.id: event for _, event in child.withdrawn}
    for event in gone.values():
        if event.at > moment and isinstance(event.fact, Retracted) and event.fact.event in gone:
            days |= _days_of(child, gone[event.fact.event])
    return frozenset(day for day in days if day <= today)


def _days_of(child: Child, event: Event) -> set[date]:
    match event.fact:
        case (
            LevelPlayed(on=on) | OuchTold(on=on) | ToldLater(on=on) | FunctionMeasured(on=on) | FunctionHurt(on=on)
        ):  # fmt: skip
            return {on}
        case LevelConfirmed(attempt=attempt) | PainPlaced(attempt=attempt):
            return {child.attempts[attempt].on} if attempt in child.attempts else set()
        case Paused(first=first, last=last):
            return {plus(first, n) for n in range(days_between(first, last) + 1)}
        case _:
            return set()


def _saved(child: str) -> str:
    return f"doctor_saved_{child}"
