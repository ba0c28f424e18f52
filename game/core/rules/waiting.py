"""What waits for a grown-up's word: the one list that every screen and page counts.

A play whose word the rules would refuse now waits for nobody, and nobody is asked about it: it rests after pain, or all
of it is stopped. Once that is lifted it waits again, as long as it is not too late.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from game.core.content import Catalogue
from game.core.days import days_between, plus
from game.core.history.history import Attempt, Child
from game.core.history.plays import plays_since
from game.core.rules.journey import Journey, journey
from game.core.rules.rewards import why_not
from game.core.rules.state import phase


def waiting(catalogue: Catalogue, child: Child, day: date) -> tuple[Attempt, ...]:
    """The plays whose word can be given on the game day `day`, oldest first: that day's and those of the game days
    before that are not yet late."""
    if not any(True for _ in _untold(catalogue, child, day)):  # no days are folded for nothing
        return ()
    return waiting_on(journey(catalogue, child, day), day)


def waiting_on(way: Journey, day: date) -> tuple[Attempt, ...]:
    """The same of a way as seen from that day."""
    catalogue, child = way.catalogue, way.child
    if child.programme not in catalogue.programmes:
        return ()
    taken = (a for a in _untold(catalogue, child, day) if why_not(way, a, day) is None)
    return tuple(sorted(taken, key=lambda a: (a.on, phase(a.slot), a.at)))


def _untold(catalogue: Catalogue, child: Child, day: date) -> Iterator[Attempt]:
    """Those nobody told of yet that are not too late; of some of them no word is taken."""
    late = catalogue.rules.confirm_days
    near = plays_since(child, plus(day, -late))
    return (a for a in near if not a.is_told and 0 <= days_between(a.on, day) <= late)
