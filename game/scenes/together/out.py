"""Why one of two does nothing more while the other goes on: it hurt, or that one stopped; and the sign of it."""

from __future__ import annotations

from enum import StrEnum

from game.core.events import Outcome, SessionEnding
from game.scenes.session.session import RunningSession
from game.ui.paper import Paper
from game.ui.theme import LILAC, NIGHT


class Out(StrEnum):
    """A child that did everything is not out: it has a tick."""

    HURT = "hurt"
    STOPPED = "stopped"


def out_of_session(session: RunningSession) -> Out | None:
    """Why the session is over before its exercises were done; None while it goes on, or where all are done."""
    if session.level:
        return None
    return _why(session, session.done[-1].attempt if session.done else "")


def out_of_exercise(session: RunningSession, attempt: str) -> Out:
    """Why the exercise with that attempt is over before it was done."""
    return _why(session, attempt) or Out.STOPPED


def _why(session: RunningSession, attempt: str) -> Out | None:
    play = session.child.attempts.get(attempt)
    if session.ending is SessionEnding.HURT or (play is not None and play.outcome is Outcome.HURT):
        return Out.HURT
    if session.ending in (SessionEnding.STOPPED, SessionEnding.LATER):
        return Out.HURT if session.rests is not None else Out.STOPPED
    return None


def paint_out(paper: Paper, x: float, y: float, radius: float, out: Out, *, lip_depth: float = 0) -> None:
    """The plaster of pain, or the nap of who stopped."""
    colour, icon = (LILAC, "icons/ouch") if out is Out.HURT else (NIGHT, "icons/nap")
    paper.disc(x, y, radius, colour, icon, radius * 1.4, lip_depth=lip_depth, alpha=0)
