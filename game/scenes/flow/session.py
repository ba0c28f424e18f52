"""Opens the screens of a session, from shoes off to its end."""

from __future__ import annotations

from typing import assert_never

from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.context import Context


def opened(ctx: Context, route: routes.SessionRoute) -> Next:
    """The screen of a route, or the route it stands for."""
    match route:
        case routes.Shoes(child=child, kind=kind, levels=levels, beside=beside):
            from game.scenes.session.shoes_off import ShoesOff

            return ShoesOff(ctx, child, kind, levels, beside)
        case routes.NextLevel(session=session):
            if session.company:
                return routes.NextRow(session.company)
            return routes.HowTo(session) if session.level else routes.SessionOver(session)
        case routes.HowTo(session=session):
            from game.scenes.session.intro import Intro

            return Intro(session)
        case routes.Countdown(session=session, back=paused, gets_in_place=gets_in_place):
            from game.scenes.session.countdown import CountdownScreen

            return CountdownScreen(session, paused, gets_in_place=gets_in_place)
        case routes.Play(session=session, show=show):
            from game.scenes.session.play import PlayScreen

            return PlayScreen(session, show)
        case routes.OtherFoot(session=session):
            from game.scenes.session.between import OtherFootScreen

            return OtherFootScreen(session)
        case routes.Rest(session=session, then=then, seconds=seconds):
            if not session.ctx.settings.rest_seconds:  # the family plays without
                return routes.Countdown(session)
            from game.scenes.session.rest import RestScreen

            return RestScreen(session, seconds or float(session.ctx.settings.rest_seconds), then)
        case routes.Praise(session=session, level_at=level_at):
            from game.scenes.session.between import PraiseScreen

            return PraiseScreen(session, level_at)
        case routes.WalkOn(session=session):
            from game.scenes.session.between import WalkOnScreen

            return WalkOnScreen(session)
        case routes.Stop(session=session, back=floor):
            if session.company and len(session.company.active) > 1:
                from game.scenes.together.stop_whose import StopWhose

                return StopWhose(session.company, floor)
            return routes.StopCard(session, floor)
        case routes.StopCard(session=session, back=floor, ends=company):
            from game.scenes.session.stop import StopScreen

            return StopScreen(session, floor, company)
        case routes.Later(session=session):
            session.keep_for_later()
            return routes.SessionOver(session)
        case routes.SessionOver(session=session):
            if session.company:
                return session.company.after_end(session)
            from game.scenes.session.session_end import SessionEnd

            return SessionEnd(session)
        case routes.ItHurts(session=session, about=about, back=back, beside=others):
            if session.company is None:
                return routes.HurtsOne(session, about, back)
            from game.scenes.together.ouch_whose import OuchWhose

            company, partner = session.company, session.company.other(session)
            return OuchWhose(company, {session: about, partner: others or company.about(partner)}, back)
        case routes.HurtsOne(session=session, about=about, back=back):
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
