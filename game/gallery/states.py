"""Small histories for the pictures of the children's screens: told through the same pen as everything else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from game.core.content import AgeBand, Slot
from game.core.days import plus
from game.core.events import (
    ChildAdded,
    Effort,
    Event,
    Grade,
    LevelPlayed,
    Outcome,
    ProgrammeChosen,
    QuestKind,
    SessionEnding,
    SessionStarted,
    SignsTicked,
)
from game.core.history.fold import fold
from game.core.rules.dose import Dose, by_foot
from game.core.rules.rewards import confirm, for_level, for_session
from game.core.rules.today import today
from game.core.simulate.simulation import SimulatedFamily, begun, family_plays
from game.scenes.screen.context import Context

# Robin's id and life by its days and the last of them: twelve weeks take a second, and many pictures are of one child.
_lives: dict[tuple[int, date], tuple[str, tuple[Event, ...]]] = {}


def at_hour(ctx: Context, hour: int) -> Context:
    """The same family at another hour of its day; sun or moon as the clock says."""
    moment = ctx.now().replace(hour=hour, minute=0)
    ctx.now = lambda: moment
    ctx.slot_chosen = None
    return ctx


def add_child(ctx: Context, id_: str, nickname: str, animal: str, signs: tuple[str, ...] = ()) -> str:
    """Another child with the children's routine; its id."""
    ctx.record(
        ChildAdded(nickname, animal, AgeBand.FIVE_SIX, 1), SignsTicked(signs), ProgrammeChosen("children"), child=id_
    )
    return id_


def lived(ctx: Context, days: int) -> str:
    """Robin, seven to ten, who has played every session of so many days up to yesterday; the id. Told past the pen."""
    told = days, ctx.today
    if told not in _lives:
        start = plus(ctx.today, -days)
        robin = begun(ctx.catalogue, SimulatedFamily("children", AgeBand.SEVEN_TEN, start))
        for n in range(days):
            family_plays(robin, "perfect", start, plus(start, n))
        _lives[told] = robin.id, tuple(robin.events)
    id_, life = _lives[told]
    others = {i: c for i, c in ctx.family.children.items() if i != id_}
    ctx.family = fold(replace(ctx.family, children=MappingProxyType(others)), life)
    return id_


def play(
    ctx: Context, child: str, slot: Slot, levels: int | None = None, ending: SessionEnding = SessionEnding.WHOLE,
    grade: Grade | None = Grade.WELL,
) -> tuple[Event, ...]:  # fmt: skip
    """Today's quest of a slot, or its first `levels`, played and (with a grade) told; what the telling recorded."""
    now: datetime = ctx.now()
    row = today(ctx.catalogue, ctx.child(child), now, slot).left
    session = f"{child}-{now:%Y%m%d}-{slot.value}"
    names = tuple(level.exercise for level in row)
    ctx.record(SessionStarted(session, ctx.today, slot, QuestKind.QUEST, names), child=child)
    told: list[Event] = []
    for level in row[:levels]:
        attempt = f"{session}-{level.exercise}"
        done = level.amount * level.sets
        ctx.record(
            LevelPlayed(
                attempt, session, ctx.today, slot, level.exercise, level.sets, level.amount, Outcome.FINISHED,
                *by_foot(ctx.catalogue.exercises[level.exercise], Dose(level.sets, level.amount, level.foot), done),
                foot=level.foot,
            ),
            child=child,
        )  # fmt: skip
        ctx.record(*for_level(ctx.catalogue, ctx.child(child), attempt, ctx.today), child=child)
        if grade:
            facts = confirm(ctx.catalogue, ctx.child(child), attempt, grade, Effort.RIGHT, None, now)
            told += ctx.record(*facts, child=child)
    told += ctx.record(*for_session(ctx.catalogue, ctx.child(child), session, ending, ctx.today), child=child)
    return tuple(told)
