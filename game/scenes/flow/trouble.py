"""Opens the cards that say that something is wrong."""

from __future__ import annotations

from typing import assert_never

from game.scenes import routes
from game.scenes.scene import Scene
from game.scenes.screen.context import Context


def opened(ctx: Context, route: routes.TroubleRoute) -> Scene:
    """The screen of a route."""
    match route:
        case routes.Unsaved(back=back):
            from game.scenes.trouble.unsaved import UnsavedScreen

            return UnsavedScreen(ctx, back, goes_on=back.session is not None)
        case routes.UnsavedAtEnd(bye=bye):
            from game.scenes.trouble.unsaved import UnsavedScreen

            return UnsavedScreen(ctx, bye, is_end=True)
        case routes.Replaced(told=told, back=back):
            from game.scenes.trouble.replaced import ReplacedScreen

            return ReplacedScreen(ctx, told, back)
        case routes.Stumbled(again=again):
            from game.scenes.trouble.stumbled import StumbledScreen

            return StumbledScreen(ctx, again)
    assert_never(route)
