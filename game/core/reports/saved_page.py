"""The doctor's page that was saved: when, and which days have something new since. A file knows nothing of that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import takewhile

from game.core.days import days_between, plus
from game.core.events import (
    DoneTogether,
    Event,
    FunctionHurt,
    FunctionMeasured,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    PageShown,
    PainPlaced,
    Paused,
    Retracted,
    SessionEnded,
    SessionStarted,
    SettingChosen,
    StarsAwarded,
    StickerFound,
    ToldLater,
)
from game.core.history.history import Child, Family

# What a child earns and how a session ran: whatever else is told may stand on the page.
NEVER_ON_IT = (DoneTogether, PageShown, SessionEnded, SessionStarted, SettingChosen, StarsAwarded, StickerFound)


def page_saved(child: str, now: datetime) -> SettingChosen:
    """The page of this child was saved at that moment."""
    return SettingChosen(_saved(child), now.isoformat())


def saved_at(family: Family, child: str) -> datetime | None:
    """When it was saved last; None: never, or the diary says no moment of a clock with its zone."""
    try:
        moment = datetime.fromisoformat(family.settings.get(_saved(child), ""))
    except ValueError:  # an imported diary may say anything
        return None
    return moment if moment.tzinfo else None


def days_new_since(child: Child, moment: datetime, today: date) -> frozenset[date]:
    """The days up to `today` of which something was played, told or taken back after that moment."""
    days = (_days_of(child, event) for event in _new_since(child, moment))
    return frozenset(day for found in days for day in found if day <= today)


def is_new_since(child: Child, moment: datetime) -> bool:
    """Whether anything that the page may show was told or taken back after that moment, of a day or not: an order, a
    hold, a question, signs."""
    return any(not isinstance(event.fact, NEVER_ON_IT) for event in _new_since(child, moment))


def _new_since(child: Child, moment: datetime) -> Iterator[Event]:
    """What was told after that moment and stands, and what was told before and taken back after it."""
    yield from takewhile(lambda event: event.at > moment, reversed(child.events))
    gone = {event.id: event for _, event in child.withdrawn}
    for event in gone.values():
        if event.at > moment and isinstance(event.fact, Retracted) and event.fact.event in gone:
            yield gone[event.fact.event]


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
