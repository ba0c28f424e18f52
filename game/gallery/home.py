"""Picture states of the screens of `game.scenes.home`."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.content import Slot
from game.core.days import plus
from game.core.events import Graduated, Paused, PauseReason, SessionEnding, StickerFound
from game.core.rules.function_quests import due
from game.gallery.states import add_child, at_hour, lived, play
from game.scenes import routes
from game.scenes.home.adventure_map import AdventureMap, between_sessions
from game.scenes.home.choose import ChooseScreen
from game.scenes.home.close import CloseScreen
from game.scenes.home.graduation import GraduationScreen
from game.scenes.home.outing import OutingScreen
from game.scenes.home.reward import RewardScreen
from game.scenes.home.sticker_book import StickerBook
from game.scenes.home.who import WhoScreen
from game.scenes.scene import Scene
from game.scenes.screen.context import Context

CHOOSE_STATES = ("choose", "choose-evening", "choose-two")


def choose(ctx: Context) -> Iterator[tuple[str, Scene]]:

    child = next(iter(ctx.children))
    yield "choose", ChooseScreen(at_hour(ctx, 9), child)
    yield "choose-evening", ChooseScreen(at_hour(ctx, 19), child)
    two = ChooseScreen(at_hour(ctx, 9), child)
    two.levels = two.levels[:2]
    yield "choose-two", two


CLOSE_STATES = ("close", "close-waiting", "close-good-night", "close-evening", "close-good-night-evening")


def close(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """The card, the card with exercises that wait for a word, and Bo asleep."""
    plain = _alone(ctx)
    yield "close", plain
    yield "close-waiting", CloseScreen(ctx, plain)
    yield "close-good-night", _asleep(ctx, plain)
    late, night = _alone(ctx), _asleep(ctx, plain)
    ctx.slot_chosen = Slot.EVENING  # WHO, under the card, goes by the clock again
    yield "close-evening", late
    yield "close-good-night-evening", night
    ctx.slot_chosen = None


def _alone(ctx: Context) -> CloseScreen:
    """Nothing waits for a word."""
    card = CloseScreen(ctx, WhoScreen(ctx))
    card.waiting = {}
    return card


def _asleep(ctx: Context, back: Scene) -> CloseScreen:
    night = CloseScreen(ctx, back)
    night.good_night()
    night.going = 60.0
    return night


GRADUATION_STATES = ("graduation", "graduation-evening")


def graduation(ctx: Context) -> Iterator[tuple[str, Scene]]:

    child = next(iter(ctx.children))
    for name, slot in (("graduation", Slot.MORNING), ("graduation-evening", Slot.EVENING)):
        ctx.slot_chosen = slot
        yield name, GraduationScreen(ctx, child, routes.Who())


ADVENTURE_MAP_STATES = (
    "map", "map-evening", "map-first", "map-part", "map-rest", "map-too-soon", "map-locked", "map-paused", "map-strong",
    "map-feet", "map-many", "map-many-part",
)  # fmt: skip


def adventure_map(ctx: Context) -> Iterator[tuple[str, Scene]]:
    told_at = ctx.now()
    anna = next(iter(ctx.children))
    yield "map", AdventureMap(at_hour(ctx, 8), anna)
    yield "map-evening", AdventureMap(at_hour(ctx, 19), anna)
    fresh_feet = next(i for i, c in ctx.children.items() if due(ctx.catalogue, c, ctx.today).is_open)
    yield "map-feet", AdventureMap(at_hour(ctx, 8), fresh_feet)
    fresh = add_child(at_hour(ctx, 8), "gallery-first", "Ida", "pippa")
    yield "map-first", AdventureMap(ctx, fresh)
    play(ctx, fresh, Slot.MORNING, 1, SessionEnding.LATER, None)
    yield "map-part", AdventureMap(ctx, fresh)
    play(ctx, anna, Slot.MORNING)
    yield "map-rest", AdventureMap(ctx, anna)
    ctx.now, ctx.slot_chosen = lambda: told_at + between_sessions(ctx) / 3, Slot.EVENING
    yield "map-too-soon", AdventureMap(ctx, anna)
    add_child(at_hour(ctx, 8), "gallery-locked", "Leo", "tik", ("pain",))
    yield "map-locked", AdventureMap(ctx, "gallery-locked")
    add_child(ctx, "gallery-paused", "Mia", "otto")
    ctx.record(Paused(PauseReason.ILL, ctx.today, plus(ctx.today, 4)), child="gallery-paused")
    yield "map-paused", AdventureMap(ctx, "gallery-paused")
    many = lived(at_hour(ctx, 8), 84)
    yield "map-many", AdventureMap(ctx, many)
    play(ctx, many, Slot.MORNING, 6, SessionEnding.LATER)
    yield "map-many-part", AdventureMap(ctx, many)
    strong = lived(at_hour(ctx, 8), 98)
    play(ctx, strong, Slot.MORNING, 2, SessionEnding.LATER)
    ctx.record(Graduated(early=False), child=strong)
    yield "map-strong", AdventureMap(ctx, strong)


OUTING_STATES = ("outing", "outing-evening")


def outing(ctx: Context) -> Iterator[tuple[str, Scene]]:

    child = next(c.id for c in ctx.children.values() if ctx.catalogue.programmes[c.programme or "children"].beside)
    yield "outing", OutingScreen(at_hour(ctx, 9), child)
    yield "outing-evening", OutingScreen(at_hour(ctx, 19), child)


REWARD_STATES = ("reward", "reward-many", "reward-asleep", "reward-bye", "reward-evening")


def reward(ctx: Context) -> Iterator[tuple[str, Scene]]:
    then = routes.Who()
    at_hour(ctx, 9)
    ida = add_child(ctx, "gallery-ida", "Ida", "pippa")
    yield "reward", _late(RewardScreen(ctx, ida, play(ctx, ida, Slot.MORNING, 1), then))
    leo = add_child(ctx, "gallery-leo", "Leo", "tik")
    yield "reward-many", _late(RewardScreen(ctx, leo, play(ctx, leo, Slot.MORNING), then))
    mia = add_child(ctx, "gallery-mia", "Mia", "fay")
    events = play(ctx, mia, Slot.MORNING, 1)
    play(ctx, mia, Slot.EVENING, 2, grade=None)
    yield "reward-asleep", _late(RewardScreen(ctx, mia, events, then))
    scene = _late(RewardScreen(ctx, mia, events, then))
    scene.is_asleep = True
    yield "reward-bye", scene
    at_hour(ctx, 19)
    yield "reward-evening", _late(RewardScreen(ctx, leo, play(ctx, leo, Slot.EVENING, 2), then))


def _late(scene: RewardScreen) -> RewardScreen:
    """The moment in which everything has landed."""
    scene.update(scene.peel_at + 1)
    return scene


STICKER_BOOK_STATES = ("stickers-empty", "stickers", "stickers-evening", "stickers-full")


def sticker_book(ctx: Context) -> Iterator[tuple[str, Scene]]:
    fresh = add_child(ctx, "gallery-book", "Ida", "otto")
    back = routes.Who()
    yield "stickers-empty", StickerBook(at_hour(ctx, 9), fresh, back)
    every = [s.id for place in ctx.art.library.stickers().values() for s in place]
    ctx.record(*(StickerFound(every[i]) for i in (3, 14, 25, 27, 32, 34, 24, 31)), child=fresh)
    yield "stickers", StickerBook(at_hour(ctx, 9), fresh, back)
    yield "stickers-evening", StickerBook(at_hour(ctx, 19), fresh, back)
    ctx.record(*(StickerFound(s) for s in every), child=fresh)
    yield "stickers-full", StickerBook(at_hour(ctx, 9), fresh, back)


WHO_STATES = ("who", "who-evening", "who-waiting", "who-pages")


def who(ctx: Context) -> Iterator[tuple[str, Scene]]:

    yield "who", WhoScreen(at_hour(ctx, 9))
    yield "who-evening", WhoScreen(at_hour(ctx, 19))
    play(at_hour(ctx, 9), next(iter(ctx.children)), Slot.MORNING, grade=None)
    yield "who-waiting", WhoScreen(ctx)
    for i, (nickname, animal) in enumerate((("Maximiliane", "otto"), ("Ida", "pippa"))):
        add_child(ctx, f"gallery-{i}", nickname, animal)
    yield "who-pages", WhoScreen(ctx)
