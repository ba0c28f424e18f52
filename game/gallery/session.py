"""Picture states of the screens of `game.scenes.session`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.core.content import AgeBand, Foot, Slot
from game.core.events import Outcome, QuestKind, SessionEnding
from game.core.history.history import Child
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.session.between import OtherFootScreen, PraiseScreen, WalkOnScreen
from game.scenes.session.countdown import CountdownScreen
from game.scenes.session.intro import Intro
from game.scenes.session.ouch import OuchNextScreen, OuchRestScreen, OuchScreen
from game.scenes.session.ouch_which import OuchWhich
from game.scenes.session.play import PlayScreen
from game.scenes.session.rest import RestScreen
from game.scenes.session.session import RunningSession, Subject, as_level
from game.scenes.session.session_end import SessionEnd
from game.scenes.session.shoes_off import ShoesOff
from game.scenes.session.stop import StopScreen
from game.scenes.session.things_laid import sheets

BETWEEN_STATES = ("other-foot", "praise", "walk-on")


def between(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """Each of them, of a session of its own: a press on one picture ends nothing of the next."""

    def session() -> RunningSession:
        levels = as_level(ctx, "caterpillar"), as_level(ctx, "lego_bricks")
        return RunningSession(ctx, next(iter(ctx.children)), QuestKind.QUEST, levels)

    first, second, third = session(), session(), session()
    first.stretch_at = 1
    yield "other-foot", OtherFootScreen(first)
    second.end_level(Outcome.FINISHED)
    yield "praise", PraiseScreen(second, 0)
    third.end_level(Outcome.FINISHED)
    scene = WalkOnScreen(third)
    for _ in range(40):
        scene.update(0.1)
    yield "walk-on", scene


COUNTDOWN_STATES = ("count", "count-foot", "count-evening", "count-foot-evening")


def countdown(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """At the two, for a walk and for a foot, by day and in the evening."""

    ids = ("bear_walk", "caterpillar", "lego_bricks")
    child = next(iter(ctx.children))
    foot_first = ids[1], ids[0], ids[2]
    rows = (("count", ids), ("count-foot", foot_first), ("count-evening", ids), ("count-foot-evening", foot_first))
    for name, row in rows:
        ctx.slot_chosen = Slot.EVENING if name.endswith("evening") else None
        scene = CountdownScreen(RunningSession(ctx, child, QuestKind.QUEST, tuple(as_level(ctx, e) for e in row)))
        for _ in range(20):
            scene.update(0.1)
        yield name, scene
    ctx.slot_chosen = None


INTRO_STATES = ("howto-hello", "howto-hello-seat", "howto", "howto-foot", "howto-evening", "howto-foot-evening")


def intro(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """The greeting, and right beside wrong."""

    child = next(iter(ctx.children))
    family = ctx.family
    fresh = {**family.children, child: Child(child, skin=family.children[child].skin)}
    ctx.family = replace(family, children=fresh)
    for name, exercise, seconds in (
        ("howto-hello", "bear_walk", 0.0), ("howto-hello-seat", "toe_artist", 0.0),
        ("howto", "bear_walk", 11), ("howto-foot", "caterpillar", 11),
        ("howto-evening", "bear_walk", 11), ("howto-foot-evening", "caterpillar", 11),
    ):  # fmt: skip
        ctx.slot_chosen = Slot.EVENING if name.endswith("evening") else None
        scene = Intro(RunningSession(ctx, child, QuestKind.QUEST, (as_level(ctx, exercise),)))
        for _ in range(int(seconds * 10)):
            scene.update(0.1)
        yield name, scene
    ctx.family, ctx.slot_chosen = family, None


OUCH_STATES = (
    "ouch", "ouch-little-one", "ouch-next", "ouch-next-over", "ouch-rest", "ouch-rest-last",
    "ouch-evening", "ouch-next-evening", "ouch-rest-evening",
)  # fmt: skip


def ouch(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """The faces, for the youngest too, and what follows a small ouch; in the evening as well."""

    child = next(iter(ctx.children))

    def fresh() -> RunningSession:
        """Its own for each picture: what is pressed on one changes no other."""
        return RunningSession(ctx, child, QuestKind.QUEST, (as_level(ctx, "bear_walk"), as_level(ctx, "caterpillar")))

    def faces(session: RunningSession) -> OuchScreen:
        return OuchScreen(session, session.present, PlayScreen(session))

    def after_little(session: RunningSession, subject: Subject | None = None) -> OuchNextScreen:
        return OuchNextScreen(session, subject or session.present, PlayScreen(session), 2)

    def after_much(session: RunningSession) -> OuchRestScreen:
        return OuchRestScreen(session, session.present, ("ouch_big",))

    yield "ouch", faces(fresh())
    little = faces(fresh())
    little.is_for_grown_up = True
    yield "ouch-little-one", little
    yield "ouch-next", after_little(fresh())
    yield "ouch-next-over", after_little(fresh(), Subject("another", "bear_walk"))
    yield "ouch-rest", after_much(fresh())
    last = RunningSession(ctx, child, QuestKind.QUEST, (as_level(ctx, "bear_walk"),))
    last.ending = SessionEnding.WHOLE
    yield "ouch-rest-last", after_much(last)
    ctx.slot_chosen = Slot.EVENING
    yield "ouch-evening", faces(fresh())
    yield "ouch-next-evening", after_little(fresh())
    yield "ouch-rest-evening", after_much(fresh())
    ctx.slot_chosen = None


OUCH_WHICH_STATES = ("ouch-which", "ouch-which-eight", "ouch-which-many")


def ouch_which(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """On the way from one friend to the next, and after a long walk."""

    child = next(iter(ctx.children))
    ids = (
        "lego_bricks", "caterpillar", "bear_walk", "giraffe_walk", "river_stones", "starfish_toes", "hedgehog_roll",
        "animal_parade",
    )  # fmt: skip

    def asked(about: tuple[Subject, ...]) -> OuchWhich:
        session = RunningSession(ctx, child, QuestKind.QUEST, tuple(as_level(ctx, e) for e in ids))
        return OuchWhich(session, about, PlayScreen(session))

    about = tuple(Subject(e, e) for e in ids)
    yield "ouch-which", asked(about[:2])
    yield "ouch-which-eight", asked(about)
    every = tuple(Subject(e, e) for e in ctx.catalogue.programmes["children"].exercises)
    yield "ouch-which-many", asked(every)


PLAY_STATES = (
    "play-seconds", "play-reps", "play-pieces", "play-pieces-right", "play-shapes", "play-evening", "play-paused",
)  # fmt: skip


def play(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """A stretch of each unit in its middle."""

    child = next(i for i, c in ctx.children.items() if c.age is not AgeBand.ELEVEN_UP)
    for name, exercise, sets, amount, seconds in (
        ("seconds", "bear_walk", 2, 20, 13), ("reps", "lift_ride", 1, 8, 12.5), ("pieces", "lego_bricks", 1, 5, 14.5),
        ("pieces-right", "treasure_sort", 1, 4, 14.5), ("shapes", "toe_artist", 1, 4, 14),
        ("paused", "caterpillar", 1, 4, 9), ("evening", "penguin_walk", 1, 20, 9),
    ):  # fmt: skip
        ctx.slot_chosen = Slot.EVENING if name == "evening" else Slot.MORNING
        session = RunningSession(ctx, child, QuestKind.QUEST, (as_level(ctx, exercise, sets, amount),))
        if name == "pieces-right":
            session.stretch_at = 1
        scene = PlayScreen(session)
        for _ in range(int(seconds / 0.1)):
            scene.update(0.1)
        if name == "paused":
            scene.pause()
        yield f"play-{name}", scene
    ctx.slot_chosen = None


REST_STATES = ("rest", "rest-evening")


def rest(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """Breathed in, by day and in the evening."""

    child = next(iter(ctx.children))
    for name, slot in (("rest", Slot.MORNING), ("rest-evening", Slot.EVENING)):
        ctx.slot_chosen = slot
        session = RunningSession(ctx, child, QuestKind.QUEST, (as_level(ctx, "lego_bricks", 2),))
        session.stretch_at = 2
        scene = RestScreen(session, 45)
        for _ in range(150):
            scene.update(0.1)
        yield name, scene
    ctx.slot_chosen = None


SESSION_END_STATES = ("end", "end-evening", "end-later", "end-two-minutes", "end-hurt")


def session_end(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """The ways a session ends."""

    child = next(iter(ctx.children))
    rows: tuple[tuple[str, Slot, QuestKind, SessionEnding | None, int], ...] = (
        ("end", Slot.MORNING, QuestKind.QUEST, None, 3),
        ("end-evening", Slot.EVENING, QuestKind.QUEST, None, 3),
        ("end-later", Slot.MORNING, QuestKind.QUEST, SessionEnding.LATER, 1),
        ("end-two-minutes", Slot.MORNING, QuestKind.TWO_MINUTES, None, 2),
        ("end-hurt", Slot.MORNING, QuestKind.QUEST, SessionEnding.HURT, 2),
    )
    for name, slot, kind, ending, done in rows:
        ctx.slot_chosen = slot
        ids = ("bear_walk", "caterpillar", "lego_bricks")[: 3 if kind is QuestKind.QUEST else 2]
        session = RunningSession(ctx, child, kind, tuple(as_level(ctx, e) for e in ids))
        session.begin()
        for _ in range(done):
            session.units = {Foot.LEFT: 3, Foot.RIGHT: 3}
            session.end_level(Outcome.FINISHED)
        if ending:
            session.end(ending)
        yield name, SessionEnd(session)
    ctx.slot_chosen = None


SHOES_OFF_STATES = (
    "shoes",
    "shoes-nothing",
    "shoes-many",
    "shoes-all",
    "shoes-own",
    "shoes-own-next",
    "shoes-baby",
    "shoes-evening",
)


def shoes_off(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """With three things, none, many, more than one sheet has room for, and where a baby crawls."""
    child = next(iter(ctx.children))

    def scene(*exercises: str) -> ShoesOff:
        return ShoesOff(ctx, child, QuestKind.QUEST, tuple(as_level(ctx, e) for e in exercises))

    first = scene("lego_bricks", "caterpillar")
    first.ticked = {"small", "box"}
    yield "shoes", first
    yield "shoes-nothing", scene("bear_walk")
    yield "shoes-many", scene("lego_bricks", "hedgehog_roll", "ribbon_snack", "river_stones")
    every = scene(
        "lego_bricks", "treasure_sort", "hedgehog_roll", "ribbon_snack", "river_stones", "toe_artist", "sky_bike"
    )
    every.swapped = {"rope", "pen"}
    yield "shoes-all", every
    for name, sheet in (("shoes-own", 0), ("shoes-own-next", 1)):
        own = scene(*(level.exercise for level in every.levels))
        own.things |= {"mat": None, "skipping_rope": "belt"}
        own.sheets, own.sheet = sheets(tuple(own.things)), sheet
        yield name, own
    settings = {**ctx.family.settings, "baby": "on"}
    before, ctx.family = ctx.family, replace(ctx.family, settings=settings)
    yield "shoes-baby", scene("lego_bricks", "caterpillar")
    ctx.family = before
    ctx.slot_chosen = Slot.EVENING
    yield "shoes-evening", first
    ctx.slot_chosen = None


STOP_STATES = ("stop", "stop-evening")


def stop(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """After three stars, by day and in the evening."""

    child = next(iter(ctx.children))

    def asked() -> StopScreen:
        session = RunningSession(
            ctx, child, QuestKind.QUEST, (as_level(ctx, "bear_walk"), as_level(ctx, "caterpillar"))
        )
        session.stars = 3
        return StopScreen(session, PlayScreen(session))

    yield "stop", asked()
    ctx.slot_chosen = Slot.EVENING
    yield "stop-evening", asked()
    ctx.slot_chosen = None
