"""What a family has done, told in a line: a play that waits, a day of practice, the way through the gate."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypeVar

from game.core.content import Slot
from game.core.events import (
    Effort,
    Grade,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    Outcome,
    QuestKind,
    SessionStarted,
    SettingChosen,
    StarsAwarded,
)
from game.scenes import routes
from tests.player import PIN, Player

Told = TypeVar("Told")


def facts(player: Player, kind: type[Told]) -> list[Told]:
    """Every fact of that kind that was told of a child and stands; what was taken back is not among them."""
    events = [event for child in player.ctx.family.children.values() for event in child.events]
    return [event.fact for event in events if isinstance(event.fact, kind)]


def told_with_the_child(player: Player, setting: str) -> bool:
    """Whether settings whose name begins so are the child's own rows, which are erased with it."""
    events = player.game.journal.events()
    own = [e for e in events if isinstance(e.fact, SettingChosen) and e.fact.name.startswith(setting)]
    return bool(own) and all(event.child == player.child for event in own)


def played(
    player: Player, exercise: str, *, amount: int = 20, outcome: Outcome = Outcome.FINISHED, left: int | None = None,
    right: int = 0, on: date | None = None, ouch: int | None = None, hurts: bool = False, child: str | None = None,
) -> str:  # fmt: skip
    """One play of a level that waits for the parent's word; its attempt's id."""
    child, on = child or player.child, on or player.ctx.today
    n = len(player.ctx.child(child).attempts) + 1
    attempt, slot = f"attempt-{child}-{n}", Slot.MORNING
    session = f"session-{child}-{on}"
    if session not in player.ctx.child(child).sessions:
        player.record(SessionStarted(session, on, slot, QuestKind.QUEST, (exercise,)), child=child)
    done = amount if left is None else left
    player.record(LevelPlayed(attempt, session, on, slot, exercise, 1, amount, outcome, done, right), child=child)
    player.record(StarsAwarded(attempt, 1, "tried"), child=child)
    if ouch is not None or hurts:
        player.record(OuchTold(attempt, exercise, on, slot, ouch), child=child)
    return attempt


def practised(player: Player, exercises: tuple[str, ...], effort: Effort = Effort.RIGHT) -> None:
    """A day on which these were played and confirmed, in the morning of the player's clock."""
    for exercise in exercises:
        per_foot = player.ctx.catalogue.exercises[exercise].per_foot
        amount = player.ctx.catalogue.exercises[exercise].ramp.start
        attempt = played(player, exercise, amount=amount, right=amount if per_foot else 0)
        player.record(LevelConfirmed(attempt, Grade.WELL, effort), child=player.child)


def days_of_practice(player: Player, days: int, exercises: tuple[str, ...]) -> None:
    """That many days, one after another; the player's clock then stands on the morning after."""
    for _ in range(days):
        practised(player, exercises)
        player.clock += timedelta(days=1)


def to_confirm(player: Player) -> None:
    """To the gate before confirming, PIN not yet typed."""
    child = player.child
    player.scene = routes.ToConfirm(child, routes.Who(), routes.Who())


def pass_gate(player: Player) -> None:
    """Types the PIN; the door opens."""
    player.keys(PIN)
    player.wait(0.5)


def grown_ups(player: Player) -> None:
    """Into the grown-ups' area, by the PIN."""
    child = player.child
    player.scene = routes.Gate(routes.GrownUps(child), routes.Who())
    pass_gate(player)
