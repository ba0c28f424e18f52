"""What follows a stretch and a level of a running session; each screen of it asks here, and none knows another."""

from __future__ import annotations

from game.core.events import Outcome
from game.core.rules.waiting import waiting
from game.scenes import routes
from game.scenes.routes import Route
from game.scenes.session.session import RunningSession


def after_how_to(session: RunningSession) -> Route:
    """Three, two, one; where two play, perhaps the other one's how-to first."""
    return routes.AfterHowTo(session.company, session) if session.company else routes.Countdown(session)


def after_stretch(session: RunningSession) -> Route:
    """What follows a stretch that is done: the other foot, a rest before the next set, or the end of the level."""
    done = session.stretch
    if session.end_stretch():
        session.end_level(Outcome.FINISHED)
        return routes.Praise(session, session.at - 1)
    return routes.OtherFoot(session) if session.stretch.n == done.n else routes.Rest(session)


def after_level(session: RunningSession) -> Route:
    """The next friend, or the end; with "after each one" the grown-up's word first, while nobody is at work."""
    company = session.company
    if session.ctx.settings.confirm_when != "each" or (company and company.is_at_work):
        return onward(session)
    on = routes.GoOn(company) if company else routes.NextLevel(session)
    ctx, children = session.ctx, company.children if company else (session.child_id,)
    if not any(waiting(ctx.catalogue, ctx.child(child), ctx.today) for child in children):
        return onward(session)  # of what hurt too much no word is taken now
    child, *others = children
    return routes.ToConfirm(child, then=on, back=on, goes_on=True, others=tuple(others))


def onward(session: RunningSession) -> Route:
    """Walks on to the next friend, or to the end; the other one of two may still be at work."""
    if session.company:
        return routes.GoOn(session.company)
    return routes.WalkOn(session) if session.level else routes.NextLevel(session)
