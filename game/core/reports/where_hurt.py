"""Which foot hurt in a play: as a grown-up said it, else the one that was at work."""

from __future__ import annotations

from datetime import date

from game.core.content import Exercise, Foot
from game.core.events import Outcome, ToldLater
from game.core.history.history import Attempt, Child
from game.core.history.plays import plays_since
from game.core.quest import Reason, reason
from game.core.reports.records import PlayRow


def foot_at_work(play: PlayRow | Attempt | ToldLater, exercise: Exercise) -> Foot | None:
    """Which foot was in the middle of its work when a play ended early; None where both feet work together, where
    nothing says it, or between two stretches. Of what was told from away that is known of the one ordered alone."""
    if isinstance(play, ToldLater):
        return play.foot
    if play.foot and play.outcome is not Outcome.FINISHED:
        return play.foot
    if not exercise.per_foot or play.outcome is Outcome.FINISHED or play.amount < 1:
        return None
    halfway = [
        foot for foot, done in ((Foot.LEFT, play.done_left), (Foot.RIGHT, play.done_right)) if done % play.amount
    ]
    return halfway[0] if len(halfway) == 1 else None


def pain_of(told: Attempt | ToldLater) -> int | None:
    """1 to 10, or None where nobody said how much."""
    return told.ouch if isinstance(told, Attempt) else told.score


def with_foot(child: Child, why: Reason) -> Reason:
    """A reason that names a pain (`pain` of an `exercise`, on a `date`), with the foot that a grown-up said hurt, where
    one did."""
    if "pain" not in why.values:
        return why
    told = strongest_on(child, str(why.values["exercise"]), date.fromisoformat(str(why.values["date"])))
    if told is None or told.sore is None or (pain_of(told) or 0) != why.values["pain"]:
        return why
    return reason(why.key, **why.values, sore=str(told.sore))


def strongest_on(child: Child, exercise: str, day: date) -> Attempt | ToldLater | None:
    """The play of an exercise that hurt most on that day, or what was told of one for the record; the later one of two
    alike, None where none did."""
    plays = [a for a in plays_since(child, day) if (a.on, a.exercise) == (day, exercise) and a.is_hurt]
    told = [row.told for row in child.later if (row.told.on, row.told.exercise) == (day, exercise) and row.told.score]
    rows: list[Attempt | ToldLater] = [*sorted(plays, key=lambda a: a.at), *told]
    return max(reversed(rows), key=lambda row: pain_of(row) or 0, default=None)
