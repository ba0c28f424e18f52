"""Opens the sheets that lie over a page and give it back."""

from __future__ import annotations

from typing import assert_never

from game.scenes import routes
from game.scenes.scene import Scene


def opened(route: routes.SheetRoute) -> Scene:
    """The screen of a route, in the context of the page below."""
    match route:
        case routes.Reading(below=below, title=title, pieces=pieces):
            from game.scenes.screen.reading_sheet import ReadingScreen

            return ReadingScreen(below, title, pieces)
        case routes.Letters(below=field):
            from game.scenes.screen.on_screen_keyboard import OnScreenKeyboard

            return OnScreenKeyboard(field)
        case routes.PickDate(below=page, what=what, title=title, chosen=chosen, without=without) as picked:
            from game.scenes.screen.date_picker import PickDateScreen

            return PickDateScreen(page, what, title, chosen, without, picked.earliest, picked.latest)
    assert_never(route)
