"""What follows a stretch and a level of a running session; each screen of it asks here, and none knows another."""

from __future__ import annotations

from game.core.events import Outcome
from game.scenes import routes
from game.scenes.routes import Route
from game.scenes.session.session import RunningSession


def after_stretch(session: RunningSession) -> Route:
    """What follows a stretch that is done: the other foot, a rest before the next set, or the end of the level."""
    done = session.stretch
    if session.end_stretch():
        session.end_level(Outcome.FINISHED)
        return routes.Praise(session, session.at - 1)
    return routes.OtherFoot(session) if session.stretch.n == done.n else routes.Rest(session)


def after_level(session: RunningSession) -> Route:
    """The next friend, or the end; with "after each one" the grown-up's word first."""
    if session.ctx.settings.confirm_when != "each":
        return onward(session)
    on = routes.NextLevel(session)
    return routes.ToConfirm(session.child_id, then=on, back=on, goes_on=True)


def onward(session: RunningSession) -> Route:
    """Walks on to the next friend, or to the end."""
    return routes.WalkOn(session) if session.level else routes.NextLevel(session)
