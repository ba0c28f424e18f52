"""Picture states of the story: its pages, and the map with what was found after one week, five and twelve."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.events import SettingChosen
from game.gallery.states import add_child, at_hour, lived
from game.scenes import routes
from game.scenes.home.adventure_map import AdventureMap
from game.scenes.home.sticker_book import StickerBook
from game.scenes.home.story_page import StoryPage
from game.scenes.scene import Scene
from game.scenes.screen.context import Context

CHAPTERS = 12
STORY_STATES = (
    *(f"story-{n:02}" for n in range(1, CHAPTERS + 1)), "story-evening", "story-words", "story-new",
    "map-week-1", "map-week-5", "map-week-12", "stickers-things", "map-week-12-evening",
)  # fmt: skip


def story(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """Every page as it is turned to, one in the evening, one read along and one that opens by itself."""
    whole = lived(at_hour(ctx, 8), 7 * CHAPTERS)
    for n in range(CHAPTERS):
        yield f"story-{n + 1:02}", _at(ctx, whole, n)
    yield "story-evening", _at(at_hour(ctx, 19), whole, 4)
    at_hour(ctx, 8)
    ctx.record(SettingChosen("words", "on"))
    page = _at(ctx, whole, 5)
    ctx.say("story_06_4")
    yield "story-words", page
    ctx.record(SettingChosen("words", "off"))
    yield "story-new", StoryPage(ctx, add_child(ctx, "gallery-story", "Ida", "pippa"), opens_itself=True)
    for week in (1, 5, CHAPTERS):
        yield f"map-week-{week}", AdventureMap(ctx, lived(ctx, 7 * week - 2))
    yield "stickers-things", StickerBook(ctx, lived(ctx, 7 * 5), routes.Who())
    yield "map-week-12-evening", AdventureMap(at_hour(ctx, 19), lived(ctx, 7 * CHAPTERS - 2))


def _at(ctx: Context, child: str, page: int) -> StoryPage:
    scene = StoryPage(ctx, child)
    scene.at = min(page, len(scene.told) - 1)
    scene.update(0.01)
    ctx.narrator.stop()
    return scene
