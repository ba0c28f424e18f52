"""What follows from pain a parent has just told, in words: what rests, and what brings it back."""

from __future__ import annotations

from collections.abc import Iterable

from game.core.history.history import Child
from game.core.rules.away import ToldAway
from game.core.rules.journey import journey
from game.core.rules.state import ChildState
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import exercise_name


def state_now(ctx: Context, child: Child) -> ChildState:
    """The child's state as of today, with all that is told by now."""
    return journey(ctx.catalogue, child, ctx.today).now(ctx.today)


def after_pain_line(ctx: Context, child: Child, exercises: Iterable[str], before: ChildState | None = None) -> str:
    """What now rests of the exercises whose pain was told or put right, or that nothing does; with the state from
    `before` it was told also what rests no more."""
    words, state, names = ctx.texts, state_now(ctx, child), tuple(dict.fromkeys(exercises))
    if state.stopped_on is not None:
        return words("after_pain_stopped")

    def resting(of: ChildState) -> list[str]:
        return [e for e in names if e in of.resting and of.resting[e].is_awaited]

    def named(row: Iterable[str]) -> str:
        return words.locale.listed([exercise_name(words, ctx.catalogue, e) for e in row])

    rests, lines = resting(state), list[str]()
    if rests:
        lines.append(words("after_pain_rests", exercises=named(rests)))
    if before and before.stopped_on is not None:
        lines.append(words("after_pain_goes_on"))
    if before and (woken := [e for e in resting(before) if e not in rests]):
        lines.append(words("after_pain_woken", exercises=named(woken)))
    return " ".join(lines or [words("after_pain_nothing")])


def after_away_line(ctx: Context, child: Child, told: ToldAway) -> str:
    """The same of the pain among ticks just written; "" where none hurt."""
    hurt = [tick.exercise for tick in told.written if tick.score]
    return after_pain_line(ctx, child, hurt) if hurt else ""
