"""Which screen follows which: the one place that knows them all.

Imports are made when a screen is entered, so that the first picture does not wait for the last screen.

    start -> welcome -> PIN -> child -> signs -> programme -> ready -> who
    who -> trail -> shoes -> (how-to, countdown, play, rest ...) -> end -> gate -> confirm -> reward -> who
    anywhere -> gate -> grown_ups
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from game.core.events import Event, QuestKind, SessionEnding
from game.core.quest import Level
from game.core.reports.needs import most_urgent
from game.scenes.screen.context import Context, Mishap
from game.scenes.screen.scene import Scene

if TYPE_CHECKING:
    from game.scenes.session.session import Session

Then = Callable[[], Scene]
STAY = timedelta(minutes=20)  # how long one PIN holds for confirming, where the parent chose so


def start(ctx: Context) -> Scene:
    """The first screen: the wizard for a new family, else who is playing; a new PIN first where damage took it."""
    if not ctx.family.children:
        return welcome(ctx)
    return who(ctx) if ctx.family.gate else new_pin(ctx, lambda: who(ctx))


def new_pin(ctx: Context, then: Then) -> Scene:
    """A PIN for a family that has lost its own; there is no way past it."""
    from game.scenes.first_start.pin import NewPin

    return NewPin(ctx, then, lambda: new_pin(ctx, then))


def welcome(ctx: Context) -> Scene:
    """The first start, read by a grown-up."""
    from game.scenes.first_start.welcome import Welcome

    return Welcome(ctx)


def add_child(ctx: Context, then: Then) -> Scene:
    """The wizard's part about one child: nickname, signs, programme."""
    from game.scenes.first_start.child import ChildStep
    from game.scenes.first_start.order import MoreChild

    return ChildStep(ctx, MoreChild(ctx, then))


def who(ctx: Context) -> Scene:
    """Who is playing."""
    from game.scenes.home.who import Who

    ctx.stays_since = None
    _let_go(ctx)
    return Who(ctx)


def back_to_play(ctx: Context) -> Scene:
    """Out of the grown-ups' area: to the card that waits for a person where one does, else to who is playing."""
    held, ctx.held = ctx.held, None
    return held.resumed() if held else who(ctx)


def _let_go(ctx: Context) -> None:
    """Something else is begun: the card that waited is not come back to."""
    held, ctx.held = ctx.held, None
    if held:
        held.left_behind()


def close(ctx: Context, back: Scene) -> Scene:
    """Good night? The card before the game closes."""
    from game.scenes.home.close import Close

    return Close(ctx, back)


def trail(ctx: Context, child: str) -> Scene:
    """The adventure map."""
    from game.scenes.home.adventure_map import AdventureMap

    _let_go(ctx)
    return AdventureMap(ctx, child)


def enter(ctx: Context, child: str) -> Scene:
    """From WHO to the map; once, when all weeks are walked, by way of the ceremony."""
    from game.scenes.home.graduation import is_due

    return graduation(ctx, child, lambda: trail(ctx, child)) if is_due(ctx, child) else trail(ctx, child)


def outing(ctx: Context, child: str) -> Scene:
    """The walk outdoors with the whole family."""
    from game.scenes.home.outing import Outing

    return Outing(ctx, child)


def outing_told(ctx: Context, child: str, back: Then) -> Scene:
    """A grown-up tells of the walk. Only ever made behind the gate."""
    from game.scenes.parent.outing_told import OutingTold

    return OutingTold(ctx, child, back)


def function_quest(ctx: Context, child: str) -> Scene:
    """What my feet can do, every four weeks; a grown-up counts."""
    from game.scenes.function_quest.start import FunctionRun, FunctionStart

    _let_go(ctx)
    return FunctionStart(FunctionRun(ctx, child))


def choose(ctx: Context, child: str) -> Scene:
    """One exercise: which of three friends."""
    from game.scenes.home.choose import Choose

    return Choose(ctx, child)


def stickers(ctx: Context, child: str, back: Then) -> Scene:
    """The sticker book."""
    from game.scenes.home.sticker_book import StickerBook

    return StickerBook(ctx, child, back)


def shoes(ctx: Context, child: str, kind: QuestKind, levels: tuple[Level, ...]) -> Scene:
    """Shoes off, things fetched; from here the session runs by itself."""
    from game.scenes.session.shoes_off import ShoesOff

    return ShoesOff(ctx, child, kind, levels)


def next_level(session: Session) -> Scene:
    """The next exercise of the running session, or its end."""
    from game.scenes.session.intro import Intro
    from game.scenes.session.session_end import SessionEnd

    return Intro(session) if session.level else SessionEnd(session)


def later(session: Session) -> Scene:
    """Stopped, or nobody came back for an hour: the rest of it waits in its slot."""
    session.end(SessionEnding.LATER)
    return session_end(session)


def session_end(session: Session) -> Scene:
    """All done, whichever way it ended."""
    from game.scenes.session.session_end import SessionEnd

    return SessionEnd(session)


def gate(ctx: Context, then: Then, back: Then, recovered: Then | None = None) -> Scene:
    """The grown-ups' PIN; `then` when it is right, `back` to play. The recovery code leads to a new PIN and `then`, or
    to `recovered`."""
    from game.scenes.parent.gate import ParentGate

    return ParentGate(ctx, then, back, recovered)


def ending(ctx: Context, end: Then, back: Then) -> Scene:
    """Every way a press closes the game goes through here: `end` at once, or behind the gate where a child may not."""
    return gate(ctx, end, back) if ctx.asks_before_closing else end()


def confirm(ctx: Context, child: str, then: Then, goes_on: bool = False) -> Scene:
    """The parent's word on what waits, then the reward, then `then`, by itself where a session `goes_on`. Only ever
    made behind the gate."""
    from game.scenes.parent.confirm import Confirm

    return Confirm(ctx, child, then, goes_on=goes_on)


def confirm_of(ctx: Context, child: str, back: Then, only: Sequence[str] | None = None) -> Scene:
    """The parent's word from one of the grown-ups' pages, on all that waits or `only` these: the reward is the child's,
    and so is what follows it. `back` where no star woke. Only ever made behind the gate."""
    from game.scenes.parent.confirm import Confirm

    return Confirm(ctx, child, back, only, after=lambda: who(ctx))


def to_confirm(ctx: Context, child: str, then: Then, back: Then, goes_on: bool = False) -> Scene:
    """Confirm behind the gate; `back` when the PIN is not known. A parent who stays beside the child (Settings) types
    it once: it holds for confirming only, at most 20 minutes, and ends at WHO."""

    def passed() -> Scene:
        if ctx.settings.stay:
            ctx.stays_since = ctx.now()
        return confirm(ctx, child, then, goes_on)

    return confirm(ctx, child, then, goes_on) if _is_held(ctx) else gate(ctx, passed, back)


def _is_held(ctx: Context) -> bool:
    """Whether the PIN typed for confirming still holds. Two clocks are asked, and either ends it: the computer's own
    can be set back by a child, the other stands still while a virtual machine does."""
    if not ctx.settings.stay or ctx.stays_since is None:
        return False
    return timedelta(0) <= ctx.now() - ctx.stays_since < STAY and ctx.gate.passed_ago() < STAY.total_seconds()


def reward(ctx: Context, child: str, events: tuple[Event, ...], then: Then, goes_on: bool = False) -> Scene:
    """Stars fly for what the events award."""
    from game.scenes.home.reward import Reward

    return Reward(ctx, child, events, then, goes_on)


def graduation(ctx: Context, child: str, then: Then) -> Scene:
    """The ceremony at the end of the road."""
    from game.scenes.home.graduation import Graduation

    return Graduation(ctx, child, then)


def grown_ups(ctx: Context, child: str | None = None) -> Scene:
    """The grown-ups' area, opened at progress: of that child, else of the one for whom something waits most. Only ever
    made behind the gate."""
    from game.scenes.parent.progress import Progress

    first = child or most_urgent(ctx.catalogue, ctx.family, ctx.today) or next(iter(ctx.children), None)
    return Progress(ctx, first)


def safety(ctx: Context, back: Then) -> Scene:
    """Signs, ouch rules and the sound check, read only, without a PIN."""
    from game.scenes.parent.help import Safety

    return Safety(ctx, back)


def disk_full(ctx: Context, back: Then) -> Scene:
    """What was played is only in memory: shown once, then `back`."""
    from game.scenes.trouble.unsaved import Unsaved

    return Unsaved(ctx, back)


def replaced(ctx: Context, told: Mishap, back: Then) -> Scene:
    """The diary's file was replaced or removed, and nothing is lost: told once, then `back`."""
    from game.scenes.trouble import trouble

    name = told.kept.name if told.kept else ""
    case = trouble.replaced(ctx.texts, told.how, told.missing, told.new, name)
    return trouble.TroubleCard(ctx, case, lambda _: back())


def unsaved_at_end(ctx: Context, bye: Then) -> Scene:
    """What is only in memory is lost with the game: said before `bye` closes it."""
    from game.scenes.trouble.unsaved import Unsaved

    return Unsaved(ctx, bye, is_end=True)


def stumbled(ctx: Context, again: Then) -> Scene:
    """A mistake of ours; `again` makes the screen to go on with."""
    from game.scenes.trouble.stumbled import Stumbled

    return Stumbled(ctx, again)
