"""Picture states of the screens of `game.scenes.together`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from game.core.content import AgeBand, Slot
from game.core.events import ChildAdded, Outcome, ProgrammeChosen, QuestKind, SessionEnding, SignsTicked
from game.gallery.states import add_child, at_hour, play
from game.scenes import routes
from game.scenes.home.reward import RewardScreen
from game.scenes.parent.confirm.confirm import ConfirmPage
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.session.ouch import OuchRestScreen, OuchScreen
from game.scenes.session.session import RunningSession, as_level
from game.scenes.session.stop import StopScreen
from game.scenes.together.between_together import OtherFeetScreen, StarForTheJar
from game.scenes.together.choose_together import ChooseTogether
from game.scenes.together.company import Company
from game.scenes.together.countdown_together import TogetherCountdown
from game.scenes.together.hand_over import HandOverScreen
from game.scenes.together.one_is_over import OneIsOverScreen
from game.scenes.together.ouch_whose import OuchWhose
from game.scenes.together.play_together import TogetherPlayScreen
from game.scenes.together.stop_whose import StopWhose
from game.scenes.together.together_end import TogetherEnd
from game.scenes.together.turns import Turns

Dose = tuple[str, int, int]  # exercise, sets, amount
TAIL_SIX, TAIL_EIGHT = (("mermaid_tail", 1, 6),), (("mermaid_tail", 1, 8),)


def pair(ctx: Context) -> tuple[str, str]:
    """A grown-up and a child who plays; the grown-up joins the family where there is none."""
    known = {child.programme: id_ for id_, child in ctx.children.items()}
    if "grown_up" not in known:
        ctx.record(
            ChildAdded("Mum", "fay", AgeBand.ELEVEN_UP, 2), SignsTicked(()), ProgrammeChosen("grown_up"), child="mum"
        )
        known["grown_up"] = "mum"
    child = next(id_ for id_, child in ctx.children.items() if child.programme != "grown_up")
    return known["grown_up"], child


def company(ctx: Context, first: tuple[Dose, ...], second: tuple[Dose, ...]) -> Company:
    """The grown-up and the child at those exercises."""
    sessions = [
        RunningSession(ctx, child, QuestKind.QUEST, tuple(as_level(ctx, *dose) for dose in row))
        for child, row in zip(pair(ctx), (first, second))
    ]
    return Company(sessions[0], sessions[1])


PLAY_TOGETHER_STATES = (
    "together-play", "together-play-two", "together-play-feet", "together-play-pieces", "together-play-walk",
    "together-play-done", "together-play-many", "together-play-evening", "together-play-paused",
    "together-play-walk-evening",
)  # fmt: skip


def play_together(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """The same exercise, different ones, different feet, and who is done."""
    walk, bricks = (("bear_walk", 1, 30),), (("lego_bricks", 1, 4),)
    rows: tuple[tuple[str, tuple[Dose, ...], tuple[Dose, ...], float], ...] = (
        ("together-play", TAIL_SIX, TAIL_EIGHT, 30.5),
        ("together-play-two", (("sky_bike", 1, 6),), walk, 13.0),
        ("together-play-feet", (("ribbon_snack", 1, 6),), (("caterpillar", 1, 5),), 25.0),
        ("together-play-pieces", (("toe_artist", 1, 5),), bricks, 29.0),
        ("together-play-walk", (("animal_parade", 1, 40),), walk, 27.0),
        ("together-play-done", (("mermaid_tail", 1, 5),), TAIL_EIGHT, 35.0),
        ("together-play-many", (("mermaid_tail", 1, 7),), (("starfish_toes", 1, 15),), 44.0),
        ("together-play-evening", TAIL_SIX, TAIL_EIGHT, 30.5),
        ("together-play-paused", TAIL_SIX, TAIL_EIGHT, 30.5),
        ("together-play-walk-evening", walk, (("penguin_walk", 1, 30),), 9.0),
    )
    for name, first, second, seconds in rows:
        ctx.slot_chosen = Slot.EVENING if name.endswith("evening") else Slot.MORNING
        scene = TogetherPlayScreen(company(ctx, first, second))
        scene.company.stars = ["a", "b", "c"]
        for _ in range(int(seconds * 10)):
            scene.update(0.1)
        if name.endswith("paused"):
            scene.pause()
        yield name, scene
    ctx.slot_chosen = None


BETWEEN_TOGETHER_STATES = (
    "together-count",
    "together-count-two",
    "together-feet",
    "together-star",
    "together-star-evening",
)


def between_together(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """Three, two, one; another foot of one; a star for the jar."""
    for name, second in (("together-count", TAIL_EIGHT), ("together-count-two", (("lego_bricks", 1, 4),))):
        count = TogetherCountdown(company(ctx, TAIL_SIX, second))
        while not count.digit:
            count.update(0.1)
        yield name, count
    feet = company(ctx, (("mermaid_tail", 2, 6),), (("caterpillar", 1, 5),))
    feet.sessions[1].stretch_at = 1
    yield "together-feet", OtherFeetScreen(feet)
    for name, slot in (("together-star", Slot.MORNING), ("together-star-evening", Slot.EVENING)):
        ctx.slot_chosen = slot
        yield name, _star(ctx)
    ctx.slot_chosen = None


def _star(ctx: Context) -> StarForTheJar:
    done = company(ctx, TAIL_SIX, TAIL_EIGHT)
    for session in done.sessions:
        session.units = {None: 6}
        session.end_level(Outcome.FINISHED)
    scene = StarForTheJar(done)
    for _ in range(5):
        scene.update(0.1)
    return scene


WHOSE_STATES = (
    "together-whose",
    "together-whose-evening",
    "together-stop",
    "together-one-over",
    "together-one-hurts",
    "together-stop-one",
    "together-faces",
    "together-ouch-rest",
)


def whose(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """Which of the two it is, and the card when one has ended."""
    for name, slot in (("together-whose", Slot.MORNING), ("together-whose-evening", Slot.EVENING)):
        ctx.slot_chosen = slot
        both = company(ctx, TAIL_SIX, TAIL_EIGHT)
        yield name, OuchWhose(both, {s: (s.present,) for s in both.sessions}, TogetherPlayScreen(both))
    ctx.slot_chosen = None
    both = company(ctx, TAIL_SIX, TAIL_EIGHT)
    yield "together-stop", StopWhose(both, TogetherPlayScreen(both))
    one = company(ctx, TAIL_SIX, TAIL_EIGHT)
    work, subject = TogetherPlayScreen(one), one.sessions[1].present
    yield "together-stop-one", StopScreen(one.sessions[1], work)
    yield "together-faces", OuchScreen(one.sessions[1], subject, work)
    yield "together-ouch-rest", OuchRestScreen(one.sessions[1], subject, ("ouch_big",))
    for name, ending in (("together-one-over", SessionEnding.STOPPED), ("together-one-hurts", SessionEnding.HURT)):
        both = company(ctx, TAIL_SIX, TAIL_EIGHT)
        both.sessions[1].end(ending)
        yield name, OneIsOverScreen(both, both.sessions[1])


TOGETHER_END_STATES = (
    "together-turn", "together-turn-evening", "together-turns-over", "together-end", "together-end-evening",
    "together-end-full",
)  # fmt: skip


def together_end(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """The jar poured out, by day and in the evening, into a picture that is full by it; and whose turn it is."""
    before = _together(ctx)
    pair(at_hour(ctx, 9))
    have(ctx, 20)
    for name, slot in (("together-turn", Slot.MORNING), ("together-turn-evening", Slot.EVENING)):
        ctx.slot_chosen = slot
        ctx.turns = Turns(pair(ctx)[::-1])
        yield name, HandOverScreen(ctx)
    ctx.slot_chosen = None
    ctx.turns = Turns(tuple(ctx.children)[:3])
    ctx.turns.left = []
    yield "together-turns-over", HandOverScreen(ctx)
    rows = (
        ("together-end", Slot.MORNING, 9),
        ("together-end-evening", Slot.EVENING, 38),
        ("together-end-full", Slot.MORNING, 62),
    )
    for name, slot, count in rows:
        ctx.slot_chosen = slot
        both = company(ctx, (*TAIL_SIX, ("starfish_toes", 1, 6)), (*TAIL_EIGHT, ("lego_bricks", 1, 4)))
        both.begin()
        for _ in range(2):
            for session in both.sessions:
                session.units = {None: 4}
                session.end_level(Outcome.FINISHED)
        have(ctx, count)
        scene = TogetherEnd(both)
        for _ in range(60 if name.endswith("full") else 32):
            scene.update(0.1)
        yield name, scene
    _say_together(ctx, before)
    ctx.turns = None


def have(ctx: Context, count: int) -> None:
    """As if the first child had told of so many exercises done together, and nobody else of any."""
    first, *others = ctx.family.children
    _say_together(ctx, {first: count, **dict.fromkeys(others, 0)})


def _together(ctx: Context) -> dict[str, int]:
    """What each of the family has truly told."""
    return {id_: child.together for id_, child in ctx.family.children.items()}


def _say_together(ctx: Context, counts: Mapping[str, int]) -> None:
    """Those counts, for whoever is in the family by now: who joined for a picture stays, screens know them."""
    row = {id_: replace(child, together=counts.get(id_, 0)) for id_, child in ctx.family.children.items()}
    ctx.family = replace(ctx.family, children=MappingProxyType(row))


CONFIRM_ALL_STATES = ("confirm-all", "confirm-all-faces", "confirm-all-late")


def confirm_all(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """What waits of two children on one page: in the middle, with the faces, and where the second child's begin."""
    at_hour(ctx, 9)
    ids = [
        add_child(ctx, f"gallery-{name}", name, animal) for name, animal in (("Ida", "pippa"), ("Maximilian", "tik"))
    ]
    for child in ids:
        play(ctx, child, Slot.MORNING, grade=None)
    scene = ConfirmPage(ctx, ids[0], routes.Who(), others=ids[1:])
    scene.press("grade-well")
    yield "confirm-all", scene
    faces = ConfirmPage(ctx, ids[0], routes.Who(), others=ids[1:])
    faces.press("hurt")
    yield "confirm-all-faces", faces
    late = ConfirmPage(ctx, ids[0], routes.Who(), others=ids[1:])
    while late.words.current and late.words.child_of(late.words.current.id).id == ids[0]:
        late.press("grade-well")
    late.press("grade-helped")
    yield "confirm-all-late", late


REWARD_EACH_STATES = ("reward-each",)


def reward_each(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """The stars of one of two, with the picture of whose they are."""
    ida = add_child(at_hour(ctx, 9), "gallery-ida", "Ida", "pippa")
    scene = RewardScreen(ctx, ida, play(ctx, ida, Slot.MORNING, 1), routes.Who(), is_named=True)
    scene.update(scene.peel_at + 1)
    yield "reward-each", scene


CHOOSE_TOGETHER_STATES = (
    "together", "together-two", "together-four", "together-evening", "together-not-now", "together-not-now-moon",
)  # fmt: skip


def choose_together(ctx: Context) -> Iterator[tuple[str, Scene]]:
    """Nobody chosen yet, two and three of four, the evening, and why one who rests, or has played, cannot be chosen."""
    before = _together(ctx)
    pair(at_hour(ctx, 9))
    have(ctx, 14)
    yield "together", ChooseTogether(ctx)
    two = ChooseTogether(ctx)
    for child in [c for c in ctx.children if two._is_ready(c)][:2]:
        if child not in two.chosen:
            two.press(child)
    yield "together-two", two
    add_child(ctx, "tik", "Tim", "tik")
    add_child(ctx, "otto", "Lea", "otto", signs=("limp",))
    four = ChooseTogether(ctx)
    four.page = 0
    for child in [c for c in ctx.children if four._is_ready(c)][:3]:
        four.press(child)
    yield "together-four", four
    late = ChooseTogether(at_hour(ctx, 19))
    late.page = 0
    yield "together-evening", late
    resting = ChooseTogether(at_hour(ctx, 9))
    resting.page = 0
    resting.press(next(child for child in ctx.children if not resting._is_ready(child)))
    yield "together-not-now", resting
    played = next(child for child in ctx.children if resting._is_ready(child))
    play(ctx, played, Slot.MORNING)
    after = ChooseTogether(ctx)
    after.page = 0
    after.press(played)
    yield "together-not-now-moon", after
    _say_together(ctx, before)
