"""Which foot hurt in a play: as a grown-up said it, else the one that was at work."""

from __future__ import annotations

from datetime import date

from game.core.content import Exercise, Foot
from game.core.events import Outcome
from game.core.history.history import Attempt, Child
from game.core.history.plays import plays_since
from game.core.reports.records import PlayRow


def foot_at_work(play: PlayRow | Attempt, exercise: Exercise) -> Foot | None:
    """Which foot was in the middle of its work when a play ended early; None where both feet work together, where
    nothing says it, or between two stretches."""
    if play.foot and play.outcome is not Outcome.FINISHED:
        return play.foot
    if not exercise.per_foot or play.outcome is Outcome.FINISHED or play.amount < 1:
        return None
    halfway = [
        foot for foot, done in ((Foot.LEFT, play.done_left), (Foot.RIGHT, play.done_right)) if done % play.amount
    ]
    return halfway[0] if len(halfway) == 1 else None


def strongest_on(child: Child, exercise: str, day: date) -> Attempt | None:
    """The play of an exercise that hurt most on that day, the later one of two alike; None where none did."""
    plays = [a for a in plays_since(child, day) if (a.on, a.exercise) == (day, exercise) and a.is_hurt]
    return max(plays, key=lambda a: (a.ouch or 0, a.at), default=None)
