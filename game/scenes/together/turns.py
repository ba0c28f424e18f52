"""Brothers and sisters one after another: whose turn it is, and which exercises were done in turn.

Known only while the game runs: who comes back later begins at who is playing, and nothing is missing, for every session
is one child's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.scenes.session.session import RunningSession


class Turns:
    """`left` are those whose turn is still to come. Each exercise of one is done together with one of the child before:
    so a row of sessions fills the shared picture as playing at once does."""

    def __init__(self, children: Sequence[str]) -> None:
        self.children = tuple(children)
        self.left = list(children)
        self.present: str | None = None
        self._before: list[str] = []  # plays of the child before that have no company yet
        self._now: list[str] = []

    def next(self, ready: Sequence[str]) -> str | None:
        """The next one of those who may play; None after the last."""
        while self.left:
            child = self.left.pop(0)
            if child in ready:
                if self.present is not None:
                    self._before, self._now = self._now or self._before, []
                self.present = child
                return child
        self.present = None
        return None

    def beside(self, session: RunningSession, attempt: str) -> str | None:
        """See `Partner`."""
        if session.child_id != self.present:
            return None
        self._now.append(attempt)
        return self._before.pop(0) if self._before else None
