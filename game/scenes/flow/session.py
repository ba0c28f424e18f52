"""Opens the screens of a session, from shoes off to its end."""

from __future__ import annotations

from typing import assert_never

from game.core.events import SessionEnding
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.context import Context


def opened(ctx: Context, route: routes.SessionRoute) -> Next:
    """The screen of a route, or the route it stands for."""
    match route:
        case routes.Shoes(child=child, kind=kind, levels=levels):
            from game.scenes.session.shoes_off import ShoesOff

            return ShoesOff(ctx, child, kind, levels)
        case routes.NextLevel(session=session):
            from game.scenes.session.intro import Intro

            return Intro(session) if session.level else routes.SessionOver(session)
        case routes.Countdown(session=session, back=paused, gets_in_place=gets_in_place):
            from game.scenes.session.countdown import CountdownScreen

            return CountdownScreen(session, paused, gets_in_place=gets_in_place)
        case routes.Play(session=session, show=show):
            from game.scenes.session.play import PlayScreen

            return PlayScreen(session, show)
        case routes.OtherFoot(session=session):
            from game.scenes.session.between import OtherFootScreen

            return OtherFootScreen(session)
        case routes.Rest(session=session):
            if not session.ctx.settings.rest_seconds:  # the family plays without
                return routes.Countdown(session)
            from game.scenes.session.rest import RestScreen

            return RestScreen(session, float(session.ctx.settings.rest_seconds))
        case routes.Praise(session=session, level_at=level_at):
            from game.scenes.session.between import PraiseScreen

            return PraiseScreen(session, level_at)
        case routes.WalkOn(session=session):
            from game.scenes.session.between import WalkOnScreen

            return WalkOnScreen(session)
        case routes.Stop(session=session, back=floor):
            from game.scenes.session.stop import StopScreen

            return StopScreen(session, floor)
        case routes.Later(session=session):
            session.end(SessionEnding.LATER)
            return routes.SessionOver(session)
        case routes.SessionOver(session=session):
            from game.scenes.session.session_end import SessionEnd

            return SessionEnd(session)
        case routes.ItHurts(session=session, about=about, back=back):
            from game.scenes.session.ouch import OuchScreen
            from game.scenes.session.ouch_which import OuchWhich

            return OuchScreen(session, about[0], back) if len(about) == 1 else OuchWhich(session, about, back)
        case routes.Ouch(session=session, subject=subject, back=back):
            from game.scenes.session.ouch import OuchScreen

            return OuchScreen(session, subject, back)
        case routes.OuchNext(session=session, subject=subject, back=back, score=score):
            from game.scenes.session.ouch import OuchNextScreen

            return OuchNextScreen(session, subject, back, score)
        case routes.OuchRest(session=session, subject=subject, said=said):
            from game.scenes.session.ouch import OuchRestScreen

            return OuchRestScreen(session, subject, said)
    assert_never(route)
