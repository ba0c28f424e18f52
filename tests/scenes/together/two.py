"""Two of a family at the computer: a child and whoever plays beside it, by real presses."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from pathlib import Path

from game.core.events import (
    DoneTogether,
    Fact,
    LevelPlayed,
    OuchTold,
    QuestKind,
    SessionEnded,
    SessionStarted,
    StarsAwarded,
)
from game.scenes import routes
from game.scenes.session.session import RunningSession, as_level
from game.scenes.together.company import Company
from game.ui.controls import Command
from tests.player import Player

PLAYED = (SessionStarted, LevelPlayed, OuchTold, StarsAwarded, SessionEnded)
NAMES = ("session", "attempt", "about", "beside")  # fields that hold an id made at run time


def family(
    beside: str = "grown_up",
    *,
    data: Path | None = None,
    start: datetime | None = None,
    size: tuple[int, int] = (640, 360),
) -> tuple[Player, str, str]:
    """Anna, seven to ten, and her mother, or a brother with that programme; the ids."""
    player = Player.with_family(age="7-10", data=data, start=start, size=size)
    if beside == "grown_up":
        other = player.add_child("Mum", "11+", "grown_up", "fay")
    else:
        other = player.add_child("Ben", "5-6", beside, "otto")
    player.scene = routes.Start()
    return player, player.child, other


def company(
    player: Player, first: tuple[tuple[str, int, int], ...], second: tuple[tuple[str, int, int], ...]
) -> Company:
    """Both at those exercises (name, sets, amount), in the first row's how-to."""
    children = list(player.ctx.children)
    sessions = [
        RunningSession(player.ctx, child, QuestKind.QUEST, tuple(as_level(player.ctx, *dose) for dose in row))
        for child, row in zip(children, (first, second))
    ]
    both = Company(sessions[0], sessions[1])
    both.begin()
    player.scene = routes.NextRow(both)
    return both


def at_work(
    player: Player, first: tuple[tuple[str, int, int], ...], second: tuple[tuple[str, int, int], ...]
) -> Company:
    """The same, and at the work of the first row."""
    both = company(player, first, second)
    skip_to(player, "play_together")
    return both


def skip_to(player: Player, screen: str) -> None:
    """How-tos are skipped by the big button; until that screen is there."""
    for _ in range(4000):
        if player.scene.name == screen:
            return
        if player.scene.name == "intro":
            player.tap("big")
        player.wait(0.25)
    raise AssertionError(f"still {player.scene.name}")


def told_of(player: Player, child: str, *kinds: type[Fact]) -> list[Fact]:
    """What stands of that child, of those kinds."""
    return [e.fact for e in player.ctx.family.children[child].events if isinstance(e.fact, kinds)]


def plays(player: Player, child: str) -> list[LevelPlayed]:
    return [f for f in told_of(player, child, LevelPlayed) if isinstance(f, LevelPlayed)]


def nameless(facts: list[Fact]) -> list[tuple[str, tuple[object, ...]]]:
    """Facts without the ids that are another every time."""
    return [
        (type(f).__name__, tuple(getattr(f, field.name) for field in fields(f) if field.name not in NAMES))
        for f in facts
    ]


def earned(player: Player, child: str) -> list[tuple[str, tuple[object, ...]]]:
    """All that was played and won by that child, in order, without ids."""
    return nameless(told_of(player, child, *PLAYED))


def together(player: Player) -> list[DoneTogether]:
    return [
        f
        for child in player.ctx.family.children
        for f in told_of(player, child, DoneTogether)
        if isinstance(f, DoneTogether)
    ]


def enter(player: Player, child: str) -> None:
    """That one's map."""
    player.scene = routes.Enter(child)
    past_story(player)


def past_story(player: Player) -> None:
    """On to the map, past the page of a chapter's first day."""
    if player.scene.name == "story":
        player.key(Command.ACTIVATE)
    assert player.scene.name == "map"
