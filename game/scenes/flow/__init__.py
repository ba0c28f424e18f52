"""Which screen follows which: the one place that turns a route into a screen, and the only one that knows them all.

A screen is imported when it is entered, and so is what opens those of its area, so that the first picture does not wait
for the last screen. What a route stands for that is no screen (the way out of the grown-ups' pages, the end of the
game) is decided here; `home`, `session` and the others open their own.

    start -> welcome -> PIN -> child -> signs -> programme -> ready -> who
    who -> trail -> shoes -> (how-to, countdown, play, rest ...) -> end -> gate -> confirm -> reward -> who
    who -> together -> shoes -> (the same for two) -> end, or each one's turn
    anywhere -> gate -> grown_ups
"""

from __future__ import annotations

from functools import partial
from typing import assert_never

from game.scenes import routes
from game.scenes.routes import Next, Route
from game.scenes.scene import Scene
from game.scenes.screen.context import Context


def open(ctx: Context, following: Next) -> Scene:
    """The screen that follows: a route's, made now, which is entering it; a held screen is that screen."""
    while isinstance(following, Route):
        following = _one_step(ctx, following)
    return following


def _one_step(ctx: Context, route: Route) -> Next:
    """The screen of a route, or the route it stands for."""
    if isinstance(route, routes.TurnRoute):
        return _turned(ctx, route)
    if isinstance(route, routes.HomeRoute):
        from game.scenes.flow import home

        return home.opened(ctx, route)
    if isinstance(route, routes.SessionRoute):
        from game.scenes.flow import session

        return session.opened(ctx, route)
    if isinstance(route, routes.TogetherRoute):
        from game.scenes.flow import together

        return together.opened(ctx, route)
    if isinstance(route, routes.ParentRoute):
        from game.scenes.flow import parent

        return parent.opened(ctx, route)
    if isinstance(route, routes.FirstStartRoute):
        from game.scenes.flow import first_start

        return first_start.opened(ctx, route)
    if isinstance(route, routes.FunctionRoute):
        from game.scenes.flow import function_quest

        return function_quest.opened(ctx, route)
    if isinstance(route, routes.SheetRoute):
        from game.scenes.flow import sheets

        return sheets.opened(route)
    if isinstance(route, routes.TroubleRoute):
        from game.scenes.flow import trouble

        return trouble.opened(ctx, route)
    assert_never(route)


def _turned(ctx: Context, route: routes.TurnRoute) -> Next:
    """Where a turn of the way leads; none of these has a screen of its own."""
    match route:
        case routes.Start():
            return _first(ctx)
        case routes.Demo(order=order):
            return _look_around(ctx, routes.Welcome(order))
        case routes.Home():
            assert ctx.home
            return ctx.home()
        case routes.Damaged():
            assert ctx.damaged
            return ctx.damaged()
        case routes.Ending(bye=bye, back=back):
            after = routes.LastLook(bye)
            return routes.Gate(after, back) if ctx.asks_before_closing else after
        case routes.LastLook(bye=bye):
            return routes.UnsavedAtEnd(bye) if ctx.unsaved and not ctx.retry() else bye
        case routes.GoodNight(card=card):
            return card.good_night()
        case routes.Bye(here=here):
            ctx.request_quit()
            return here
        case routes.Again(page=page):
            return page.unlocked()
        case routes.Back(page=page):
            return page.returned()
        case routes.MadeWay(then=then):
            quiet = open(ctx, then)
            quiet.hush()
            return quiet
        case routes.ResumeCard(card=waiting):
            return waiting.resumed()
        case routes.Passed(then=then, missed=missed):
            return _behind_the_gate(ctx, then, missed)
        case routes.BackToPlay():
            held, ctx.held = ctx.held, None
            return held.resumed() if held else routes.Start()
        case routes.Mend(diary=diary, choice=choice):
            return diary.mend(choice)
    assert_never(route)


def _first(ctx: Context) -> Route:
    """The first questions for a new family, else who is playing; a new PIN first where damage took it."""
    if not ctx.told.plays:
        return routes.ChooseLanguage(routes.Welcome()) if ctx.asks_language else routes.Welcome()
    return routes.Who() if ctx.told.has_pin else routes.LostPin()


def _look_around(ctx: Context, home: Route) -> Scene:
    """The first screen of the made-up family; closing it leads `home`, into the context of now."""
    assert ctx.start_demo
    demo = ctx.start_demo()
    demo.home = partial(open, ctx, home)
    return open(demo, routes.Start())


def _behind_the_gate(ctx: Context, then: Next, missed: object) -> Scene:
    """The page the open door leads to, with a strip about wrong tries that were not told before `missed`. None over a
    page that tells of them itself: it would hide the card."""
    page = open(ctx, then)
    if page.ctx.family.missed != missed and not page.tells_tries:
        page.ctx.notices.append("tries")
    return page
