"""Which days were active: something tried and told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from game.core.rules.apply_facts import counts, is_beside
from game.core.rules.journey import Journey


def is_active_on(way: Journey, day: date, unsaid: Collection[str] = ()) -> bool:
    """Whether the day, over or not, has something tried and told; before the first exercise a walk is none. The word
    on the attempts `unsaid` is left out."""
    attempts = (replace(a, grade=None) if a.id in unsaid else a for a in way.attempts(day))
    told = [a for a in attempts if counts(way.catalogue, a, way.today)]
    return any(not is_beside(way.catalogue, a) for a in told) or (bool(told) and way.now(day).first_active is not None)
