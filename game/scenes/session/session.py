"""A session being played: which level, which stretch of it, what was done so far, and the facts that say so.

Every fact is told the moment it is true: the session at "ready", a level when it ends, pain when a face is pressed. So
a crash costs at most the set in progress.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

from game.core.content import Exercise, Foot, Unit
from game.core.events import (
    DoneTogether,
    Event,
    Fact,
    LevelPlayed,
    OuchTold,
    Outcome,
    QuestKind,
    SessionEnded,
    SessionEnding,
    SessionStarted,
    StarsAwarded,
)
from game.core.history.history import Child
from game.core.quest import Level
from game.core.rules import rewards
from game.core.rules.dose import Dose, seconds
from game.core.rules.journey import journey
from game.core.rules.today import Doing, today
from game.core.session import pacing
from game.core.session.heard import plays, sessions_before
from game.core.session.narration import SharedCues
from game.core.session.pacing import Stretch
from game.frozen import dataclass
from game.scenes.screen.context import Context

if TYPE_CHECKING:
    from game.scenes.together.company import Company


class Partner(Protocol):
    """Whom a session is played with, at once or in turn."""

    def beside(self, session: RunningSession, attempt: str) -> str | None:
        """The other's play that is done together with this one, which was tried and is about to be told; None while
        there is none, or where it has company already."""
        ...


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom "it hurts" is about: one play of one exercise, as the screen shows it when it is pressed."""

    attempt: str
    exercise: str


class RunningSession:
    """`swapped` are the things something else was fetched for. `level` is None when all are done. `company` is the two
    at once it is one of, `partner` whoever it is played with, also in turn."""

    def __init__(
        self, ctx: Context, child: str, kind: QuestKind, levels: Sequence[Level], swapped: frozenset[str] = frozenset()
    ) -> None:
        self.ctx: Context = ctx
        self.child_id, self.kind, self.levels, self.swapped = child, kind, tuple(levels), swapped
        self.id = str(uuid4())
        self.on, self.slot = ctx.today, ctx.slot
        self.at = 0  # levels that are over
        self.stars = 0
        self.done: list[Subject] = []  # plays told, in order
        self.ending: SessionEnding | None = None
        self.rests: str | None = None  # an exercise that was put to rest in this session
        self.company: Company | None = None
        self.partner: Partner | None = None
        self.is_mistake_told = False
        self.greeted: set[str] = set()
        self.walks = sessions_before(self.child)  # lines of a walk on that were said, those of earlier sessions too
        self.cues = SharedCues(self.walks)
        self._next_level()

    # ---------------------------------------------------------------- where it stands
    @property
    def child(self) -> Child:
        return self.ctx.child(self.child_id)

    @property
    def skin(self) -> int:
        """The colour of the foot in the pictures."""
        return self.child.skin

    @property
    def level(self) -> Level | None:
        return self.levels[self.at] if self.at < len(self.levels) and self.ending is None else None

    @property
    def exercise(self) -> Exercise:
        """The present level's exercise; the last one's when all are done."""
        return self.ctx.catalogue.exercises[self.levels[min(self.at, len(self.levels) - 1)].exercise]

    @property
    def stretch(self) -> Stretch:
        """The present stretch of the present level; the last one that was on when all are done. Also asked for beside
        the loop, while the next level may begin."""
        stretches = self.stretches
        return stretches[min(self.stretch_at, len(stretches) - 1)]

    @property
    def present(self) -> Subject:
        """The play of the present level; the last one's when all are done. Ended before anything was done, it is still
        the level that was about to begin."""
        return self.done[-1] if self.done and not self.level else Subject(self.attempt, self.exercise.id)

    @property
    def has_begun(self) -> bool:
        """Whether anything of the present level was done."""
        return any(self.units.values())

    @property
    def is_untouched(self) -> bool:
        """Nothing at all was done yet."""
        return not self.done and not self.has_begun

    @property
    def beat(self) -> float:
        """Seconds of one unit of the present level; longer in the first plays."""
        return pacing.beat(self.exercise, self.heard)

    @property
    def turn(self) -> int:
        """Whose turn it is among the clips that come in turn: each play begins with another one, and what is picked up
        is another thing for each foot."""
        if self.exercise.unit is Unit.PIECES:
            return self.heard * max(1, len(self.stretches)) + self.stretch_at
        return self.heard + self.stretch.n - 1

    def share(self, of_stretch: float = 0.0) -> float:
        """0..1 of the planned time, with the present stretch done so far."""
        whole = sum(level.seconds for level in self.levels) or 1
        gone = float(sum(level.seconds for level in self.levels[: self.at]))
        if self.level:
            gone += self.level.seconds * (self.stretch_at + of_stretch) / len(self.stretches)
        return min(1.0, gone / whole)

    def _next_level(self) -> None:
        self.attempt = str(uuid4())
        self.units: dict[Foot | None, int] = {}
        self.heard = plays(self.child, self.exercise.id)  # how often this was played before
        self.cue_told = ""  # the line it was shown with, which the work itself leaves out
        if self.at < len(self.levels):
            self.stretch_at, self.stretches = 0, pacing.stretches(self.levels[self.at])

    # ---------------------------------------------------------------- what happens
    def begin(self) -> None:
        """Ready was pressed."""
        exercises = tuple(level.exercise for level in self.levels)
        self._tell(SessionStarted(self.id, self.on, self.slot, self.kind, exercises))

    def count(self, units: int) -> None:
        """So many units of the present stretch are done."""
        earlier = sum(1 for s in self.stretches[: self.stretch_at] if s.foot is self.stretch.foot)
        self.units[self.stretch.foot] = earlier * self.stretch.amount + units

    def end_stretch(self) -> bool:
        """The present stretch is done; True when it was the level's last."""
        self.count(self.stretch.amount)
        self.stretch_at += 1
        return self.stretch_at >= len(self.stretches)

    def end_level(self, outcome: Outcome, *pain: OuchTold) -> None:
        """The present level is over: told with its star, and in the same breath with the pain that ended it."""
        level = self.level
        if level is None:
            return
        left = self.units.get(None, self.units.get(Foot.LEFT, 0))
        play = LevelPlayed(
            self.attempt, self.id, self.on, self.slot, level.exercise, level.sets, level.amount, outcome,
            left, self.units.get(Foot.RIGHT, 0), foot=level.foot,
        )  # fmt: skip
        self._tell(play, *pain, *self._together(play))
        self._tell(*rewards.for_level(self.ctx.catalogue, self.child, self.attempt, self.ctx.today))
        self.done.append(Subject(self.attempt, level.exercise))
        self.at += 1
        self._next_level()

    def _together(self, play: LevelPlayed) -> tuple[DoneTogether, ...]:
        """Told in the same breath as the play, so that no power cut comes between; pain counts as trying does."""
        was_tried = play.outcome is not Outcome.STOPPED or play.done_left + play.done_right > 0
        beside = self.partner.beside(self, play.attempt) if self.partner and was_tried else None
        return (DoneTogether(play.attempt, beside),) if beside else ()

    def is_present(self, subject: Subject) -> bool:
        """Whether it is the level that is on, be it at work or about to begin."""
        return self.level is not None and subject.attempt == self.attempt

    def _pain(self, subject: Subject, score: int | None) -> OuchTold:
        return OuchTold(subject.attempt, subject.exercise, self.on, self.slot, score)

    def tell_pain(self, subject: Subject, score: int) -> None:
        """A face below the resting ones: told at once, whatever is chosen next."""
        self._tell(self._pain(subject, score))

    def put_to_rest(self, subject: Subject, score: int | None) -> None:
        """It hurts much, or nobody knows how much: what hurts is over for today."""
        pain = self._pain(subject, score)
        if self.is_present(subject):
            self.end_level(Outcome.HURT, pain)
        else:
            self._tell(pain)
        self.rests = subject.exercise

    @property
    def is_stopped_by_pain(self) -> bool:
        """Whether nothing may be played now: after pain on two days, or where each that is left rests."""
        now = today(self.ctx.catalogue, self.child, self.ctx.now(), self.slot)
        return now.doing in (Doing.PAUSED, Doing.RESTING)

    @property
    def asks_doctor(self) -> bool:
        """Whether it is a doctor who is asked next: after pain on two days, and not where single pains let all rest."""
        ctx = self.ctx
        return journey(ctx.catalogue, self.child, ctx.today).now(ctx.today).stopped_on is not None

    def end(self, ending: SessionEnding) -> None:
        """The session is over, or waits; what was begun of a level is told as stopped. Once only."""
        if self.ending is not None:
            return
        if self.has_begun:
            self.end_level(Outcome.STOPPED)
        self.ending = ending
        facts = rewards.for_session(self.ctx.catalogue, self.child, self.id, ending, self.ctx.today)
        self._tell(*(facts or (SessionEnded(self.id, ending),)))

    def keep_for_later(self) -> None:
        """Nobody is there any more: the rest waits in its slot, of both where two play."""
        (self.company or self).end(SessionEnding.LATER)

    def stop_for_pain(self) -> None:
        """Nothing may be played any more for pain, however the session had ended until then."""
        self.end(SessionEnding.HURT)
        self.ending = SessionEnding.HURT

    def _tell(self, *facts: Fact) -> tuple[Event, ...]:
        events = self.ctx.record(*facts, child=self.child_id)
        self.stars += sum(e.fact.stars for e in events if isinstance(e.fact, StarsAwarded))
        return events


def as_level(ctx: Context, exercise: str, sets: int = 1, amount: int | None = None) -> Level:
    """A level of an exercise at its start, or at another dose, as a demonstration of it has."""
    spec = ctx.catalogue.exercises[exercise]
    amount = spec.ramp.start if amount is None else amount
    return Level(
        exercise, sets, amount, spec.unit, spec.per_foot, seconds(ctx.catalogue.rules, spec, Dose(sets, amount)), ()
    )
