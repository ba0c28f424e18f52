"""A ledger as a checkpoint keeps it, and the one that goes with each child's past.

What stands on its pages is written and read by `game.core.reports.ledger`: a start, which only keeps it, needs nothing
of that.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from game.core.history.history import Child
from game.frozen import dataclass


class LedgerGone(Exception):
    """A page cannot be had, or says what no page says."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The days `first` to the one before `until`. `exercises` are numbered by their place; `pages` are had by name:
    the days, what hurt, the roads of the doses, and each exercise's plays."""

    first: date
    until: date
    exercises: tuple[str, ...]
    pages: Mapping[str, bytes]

    def page(self, name: str) -> bytes:
        """LedgerGone where it cannot be had."""
        try:
            return self.pages[name]
        except (KeyError, ValueError, OSError) as error:
            raise LedgerGone(name) from error


_known: dict[str, tuple[Child, Ledger]] = {}


def keep(ledgers: Mapping[str, tuple[Child, Ledger]]) -> None:
    """The ledgers of these children, each with the past it goes with."""
    _known.update(ledgers)


def kept_with(past: Child) -> Ledger | None:
    """The one that goes with this very past."""
    child, ledger = _known.get(past.id, (None, None))
    return ledger if child is past else None


def let_go(child: str) -> None:
    """Its ledger cannot be read. Somebody else may have found it so meanwhile."""
    _known.pop(child, None)
