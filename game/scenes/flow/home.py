"""Opens the screens of home: who is playing, the map, what is won, and good night."""

from __future__ import annotations

from typing import assert_never

from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.context import Context


def opened(ctx: Context, route: routes.HomeRoute) -> Next:
    """The screen of a route, or the route it stands for."""
    match route:
        case routes.Close(back=back):
            from game.scenes.home.close import CloseScreen

            return CloseScreen(ctx, back)
        case routes.Who():
            from game.scenes.home.who import WhoScreen

            ctx.stays_since = None  # a PIN that held ends here
            ctx.turns = None
            ctx.let_go()
            return WhoScreen(ctx)
        case routes.Enter(child=child):
            from game.scenes.home.graduation import is_due
            from game.scenes.home.map_state import look
            from game.scenes.home.story_page import is_new

            trail = routes.Trail(child)
            if is_due(ctx, child):
                return routes.Graduation(child, trail)
            return routes.Page(child, opens_itself=True) if is_new(look(ctx, child)) else trail
        case routes.Page(child=child, opens_itself=opens_itself):
            from game.scenes.home.story_page import StoryPage

            ctx.let_go()
            return StoryPage(ctx, child, opens_itself)
        case routes.Trail(child=child):
            from game.scenes.home.adventure_map import AdventureMap

            ctx.let_go()
            return AdventureMap(ctx, child)
        case routes.Choose(child=child):
            from game.scenes.home.choose import ChooseScreen

            return ChooseScreen(ctx, child)
        case routes.Outing(child=child):
            from game.scenes.home.outing import OutingScreen

            return OutingScreen(ctx, child)
        case routes.Stickers(child=child, back=back):
            from game.scenes.home.sticker_book import StickerBook

            return StickerBook(ctx, child, back)
        case routes.Reward(child=child, events=events, then=then, goes_on=goes_on, is_named=is_named):
            from game.scenes.home.reward import RewardScreen

            return RewardScreen(ctx, child, events, then, goes_on, is_named)
        case routes.Graduation(child=child, then=then):
            from game.scenes.home.graduation import GraduationScreen

            return GraduationScreen(ctx, child, then)
    assert_never(route)
