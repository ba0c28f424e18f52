"""A child as it would be if more were told: for looking at what follows before it is recorded, and never recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from game.core.content import Catalogue
from game.core.days import game_day, minutes_east
from game.core.events import Event, Fact
from game.core.history.fold import fold
from game.core.history.history import Child, empty_family

DRAFT = "draft"  # the device of events that nobody ever keeps


def supposing(catalogue: Catalogue, child: Child, facts: Iterable[Fact], now: datetime, told: int = 0) -> Child:
    """The child with these facts told at the local moment `now`, after `told` others that were only supposed."""
    at, day = now.astimezone(UTC), game_day(now, catalogue.rules.morning_hour)
    events = [
        Event(f"{DRAFT} {n}", DRAFT, n + 1, child.id, at, day, minutes_east(now), fact)
        for n, fact in enumerate(facts, told)
    ]
    return fold(replace(empty_family(), children={child.id: child}), events).children[child.id]
