"""Two who play at once: two sessions, each with its own facts, and which row of exercises they are in.

Whatever is told is told by each session alone, the moment it is true; nothing here is written down but that two
exercises were done together. Two and not more: two figures, two rows of prints and one choice of two heads are seen
from the mat, and one grown-up sees four feet. Three and more play in turn (`turns`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from game.core.content import Exercise
from game.core.events import Outcome, SessionEnding
from game.core.session.pacing import Stretch
from game.core.session.side_by_side import Placed, Row, pause, rows
from game.scenes import routes
from game.scenes.routes import Next, Route
from game.scenes.screen.context import Context
from game.scenes.session.session import RunningSession, Subject


class Work(Protocol):
    """The present round, while somebody is at it."""

    @property
    def is_going(self) -> bool: ...

    def resumed(self) -> Next: ...


class Company:
    """`work` is the round in progress, `how_tos` are those still to be shown before the row begins."""

    def __init__(self, first: RunningSession, second: RunningSession) -> None:
        self.sessions = first, second
        self.rows = rows(_placed(first), _placed(second))
        self.row = self.rows[0]
        self.work: Work | None = None
        self.how_tos: list[RunningSession] = []
        self.stars: list[str] = []  # in the jar: the later play of each exercise done together
        self._tried: dict[Row, str] = {}  # the earlier play of a row
        for session in self.sessions:
            session.company = session.partner = self

    # ---------------------------------------------------------------- where they stand
    @property
    def ctx(self) -> Context:
        return self.sessions[0].ctx

    @property
    def children(self) -> tuple[str, ...]:
        return tuple(session.child_id for session in self.sessions)

    @property
    def active(self) -> tuple[RunningSession, ...]:
        """Those with something left to do."""
        return tuple(session for session in self.sessions if session.level)

    @property
    def at_row(self) -> tuple[RunningSession, ...]:
        """Those who have their exercise of the present row before them, or are at it."""
        return tuple(s for s, at in zip(self.sessions, self.row.both) if s.level and s.at == at)

    @property
    def lead(self) -> RunningSession:
        """Whose exercise is named and shown first: who knows it least, so that nobody misses how it is done."""
        here = self.at_row or self.active or self.sessions
        return min(here, key=lambda session: session.heard)

    @property
    def is_at_work(self) -> bool:
        return self.work is not None and self.work.is_going

    @property
    def is_same(self) -> bool:
        """Whether both do the same exercise in this row."""
        return len({self.exercise(i).id for i in (0, 1)}) == 1

    @property
    def is_untouched(self) -> bool:
        return all(session.is_untouched for session in self.sessions)

    @property
    def together_left(self) -> int:
        """Rows that may still be done together."""
        return sum(
            all(s.level and at is not None and at >= s.at for s, at in zip(self.sessions, row.both))
            for row in self.rows
        )  # fmt: skip

    @property
    def share(self) -> float:
        """0..1 of what both had planned."""
        return sum(session.share() if session.level else 1.0 for session in self.sessions) / 2

    def exercise(self, side: int) -> Exercise:
        """What that one does in the present row; the last thing where it does nothing."""
        session, at = self.sessions[side], self.row.both[side]
        at = min(session.at, len(session.levels) - 1) if at is None else at
        return self.ctx.catalogue.exercises[session.levels[at].exercise]

    def other(self, session: RunningSession) -> RunningSession:
        return self.sessions[session is self.sessions[0]]

    def about(self, session: RunningSession) -> tuple[Subject, ...]:
        """What may hurt that one now: what it is at, or what it has just done and what comes."""
        if not session.level:
            return tuple(session.done[::-1])
        return (session.present,) if session.has_begun else (*session.done[-1:], session.present)

    # ---------------------------------------------------------------- what is told
    def begin(self) -> None:
        """Ready was pressed."""
        for session in self.sessions:
            session.begin()

    def end(self, ending: SessionEnding) -> None:
        """For both; who has ended stays as it is."""
        for session in self.sessions:
            session.end(ending)

    def beside(self, session: RunningSession, attempt: str) -> str | None:
        """See `Partner`: of a row's two plays the later one names the earlier."""
        side = self.sessions.index(session)
        row = next((row for row in self.rows if row.both[side] == session.at), None)
        if row is None or not row.is_together:
            return None
        if row not in self._tried:
            self._tried[row] = attempt
            return None
        self.stars.append(attempt)
        return self._tried[row]

    # ---------------------------------------------------------------- what follows
    def go_on(self) -> Route | Next:
        """Back to the round in progress, or on to the next row; the end when nothing is left for anybody."""
        if self.work and self.work.is_going:
            return self.work.resumed()
        self._settle()
        if not self.active:
            return routes.TogetherOver(self)
        is_first = self.is_untouched
        self._find_row()
        is_between = not is_first and not any(session.has_begun for session in self.at_row)
        return routes.WalkOn(self.lead) if is_between else routes.NextRow(self)

    def next_row(self) -> Route:
        """How the row is done, first the one and then the other; in the middle of it three, two, one."""
        self._settle()
        if not self.active:
            return routes.TogetherOver(self)
        self._find_row()
        here = self.at_row
        if any(session.has_begun for session in here):
            return routes.CountdownTogether(self) if len(here) > 1 else routes.Countdown(here[0])
        self.how_tos = [self.lead] if len(here) == 1 or self.is_same else list(here)
        return routes.HowTo(self.how_tos.pop(0))

    def after_how_to(self, session: RunningSession) -> Route:
        """The other one's, or three, two, one."""
        while self.how_tos:
            if (other := self.how_tos.pop(0)) in self.at_row:
                return routes.HowTo(other)
        here = self.at_row
        if len(here) > 1:
            return routes.CountdownTogether(self)
        return routes.Countdown(here[0]) if here else routes.GoOn(self)

    def finish_stretch(self, session: RunningSession) -> tuple[Stretch, Stretch] | None:
        """That one's stretch is done: it and the one that follows; None where its exercise is over, which is told."""
        before = session.stretch
        if session.end_stretch():
            session.end_level(Outcome.FINISHED)
            return None
        return before, session.stretch

    def after_round(self, changes: Sequence[tuple[Stretch, Stretch]]) -> Route:
        """The pause before the next round, the longer one of the two; the star in the jar when the row is over."""
        self.work = None
        if not self.at_row:
            return routes.PraiseTogether(self)
        rest = self.ctx.settings.rest_seconds
        seconds = pause(changes, rest)
        on = routes.CountdownTogether(self)
        if any(before.n != after.n for before, after in changes) and rest and seconds >= rest:
            return routes.Rest(self.lead, then=on, seconds=seconds)
        is_other_foot = any(before.foot != after.foot for before, after in changes)
        return routes.GapTogether(self) if is_other_foot else on

    def after_end(self, session: RunningSession) -> Route:
        """That one's session has ended: the other one may go on alone, once a person says so."""
        self._settle()
        other = self.other(session)
        return routes.OneIsOver(self, session) if other.level else routes.TogetherOver(self)

    def _settle(self) -> None:
        """Who has done everything has a whole session, while the other one goes on."""
        for session in self.sessions:
            if not session.level:
                session.end(SessionEnding.WHOLE)

    def _find_row(self) -> None:
        """The first row somebody has before him or her."""
        self.row = next(self._open_rows(), self.row)

    def _open_rows(self) -> Iterator[Row]:
        for row in self.rows:
            if any(s.level and s.at == at for s, at in zip(self.sessions, row.both)):
                yield row


def _placed(session: RunningSession) -> tuple[Placed, ...]:
    exercises = session.ctx.catalogue.exercises
    return tuple(Placed(level.exercise, exercises[level.exercise].position) for level in session.levels)
