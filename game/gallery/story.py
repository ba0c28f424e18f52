"""Picture states of the story: its pages, and the map and the camp after one week, five and twelve."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.content import Foot
from game.core.events import Outcome, QuestKind, SettingChosen
from game.gallery.states import add_child, at_hour, lived
from game.scenes import routes
from game.scenes.home.adventure_map import AdventureMap
from game.scenes.home.sticker_book import StickerBook
from game.scenes.home.story_page import StoryPage
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.session.session import RunningSession, as_level
from game.scenes.session.session_end import SessionEnd

CHAPTERS = 12
STORY_STATES = (
    *(f"story-{n:02}" for n in range(1, CHAPTERS + 1)), "story-evening", "story-words", "story-new",
    "map-week-1", "camp-week-1", "map-week-5", "camp-week-5", "map-week-12", "camp-week-12", "stickers-things",
    "map-week-12-evening", "camp-week-12-evening",
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
        child = lived(at_hour(ctx, 8), 7 * week - 2)
        yield f"map-week-{week}", AdventureMap(ctx, child)
        yield f"camp-week-{week}", camp(ctx, child)
    yield "stickers-things", StickerBook(ctx, lived(ctx, 7 * 5), routes.Who())
    late = lived(at_hour(ctx, 19), 7 * CHAPTERS - 2)
    yield "map-week-12-evening", AdventureMap(ctx, late)
    yield "camp-week-12-evening", camp(ctx, late)


def camp(ctx: Context, child: str) -> SessionEnd:
    """After two exercises, one of which a grown-up has not seen yet."""
    session = RunningSession(
        ctx, child, QuestKind.QUEST, tuple(as_level(ctx, exercise) for exercise in ("bear_walk", "caterpillar"))
    )
    session.begin()
    for _ in session.levels:
        session.units = {Foot.LEFT: 3, Foot.RIGHT: 3}
        session.end_level(Outcome.FINISHED)
    return SessionEnd(session)


def _at(ctx: Context, child: str, page: int) -> StoryPage:
    scene = StoryPage(ctx, child)
    scene.at = min(page, len(scene.told) - 1)
    scene.update(0.01)
    ctx.narrator.stop()
    return scene
