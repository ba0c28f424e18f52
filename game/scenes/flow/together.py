"""Opens the screens of two who play at once, and of those who play in turn."""

from __future__ import annotations

from typing import assert_never

from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.context import Context


def opened(ctx: Context, route: routes.TogetherRoute) -> Next:
    """The screen of a route, or the route it stands for."""
    match route:
        case routes.Together():
            from game.scenes.together.choose_together import ChooseTogether

            ctx.let_go()
            return ChooseTogether(ctx)
        case routes.GoOn(company=company):
            return company.go_on()
        case routes.NextRow(company=company):
            return company.next_row()
        case routes.AfterHowTo(company=company, session=session):
            return company.after_how_to(session)
        case routes.CountdownTogether(company=company, back=paused):
            from game.scenes.together.countdown_together import TogetherCountdown

            return TogetherCountdown(company, paused)
        case routes.PlayTogether(company=company):
            from game.scenes.together.play_together import TogetherPlayScreen

            return TogetherPlayScreen(company)
        case routes.GapTogether(company=company):
            from game.scenes.together.between_together import OtherFeetScreen

            return OtherFeetScreen(company)
        case routes.PraiseTogether(company=company):
            from game.scenes.together.between_together import StarForTheJar

            return StarForTheJar(company)
        case routes.OneIsOver(company=company, session=session):
            from game.scenes.together.one_is_over import OneIsOverScreen

            return OneIsOverScreen(company, session)
        case routes.TogetherOver(company=company):
            from game.scenes.together.together_end import TogetherEnd

            return TogetherEnd(company)
        case routes.InTurn(children=children):
            from game.scenes.together.turns import Turns

            ctx.turns = Turns(children)
            return routes.HandOver()
        case routes.HandOver():
            from game.scenes.together.hand_over import HandOverScreen

            return HandOverScreen(ctx)
    assert_never(route)
