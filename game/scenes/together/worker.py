"""One of two at work in a round: how far that one is, and what the voice would say about it."""

from __future__ import annotations

from collections.abc import Callable

from game.core.content import Unit
from game.core.session.narration import AIR, Counting, SpokenLine, parade, walk
from game.core.session.pacing import COUNTED_DOWN, PIECE_LANDS, Pace, Stretch
from game.scenes.session.session import RunningSession
from game.scenes.together.half import Half
from game.scenes.together.half_tray import HalfTray
from game.scenes.together.out import Out, out_of_exercise, out_of_session


class Worker:
    """`half` is its picture. Who has nothing to do in this round has no pace, and is done from the beginning."""

    def __init__(self, session: RunningSession, half: Half) -> None:
        self.session, self.half, self.exercise = session, half, half.exercise
        self.stretch, self.attempt = half.stretch, session.attempt
        self.changes: tuple[Stretch, Stretch] | None = None  # this stretch and the one that follows it
        self.is_closed = self.stretch is None  # its stretch is over, and that is told
        self.is_out = False  # it hurts, or that one has stopped
        self.by_press = False
        self.seen = 0  # units the voice has told
        amount = self.stretch.amount if self.stretch else 1
        self.pace = Pace(amount, half.beat, PIECE_LANDS if self.exercise.unit is Unit.PIECES else 1.0)
        self.turn = session.stretch_at
        self.lines: list[SpokenLine] = []
        self.counting: Counting | None = None

    @property
    def is_timed(self) -> bool:
        return self.exercise.unit is Unit.SECONDS

    @property
    def is_working(self) -> bool:
        return not self.is_closed and not self.is_out

    @property
    def seconds(self) -> float:
        """How long its stretch takes by itself."""
        return self.pace.amount * self.pace.beat

    @property
    def out(self) -> Out | None:
        """Why it does nothing here, where its exercise, or its whole session, ended before its end."""
        return out_of_exercise(self.session, self.attempt) if self.is_out else out_of_session(self.session)

    def begin_to_speak(self, length: Callable[..., float]) -> float:
        """The voice is for this one from now on; the seconds its first words need before a quick beat begins."""
        session, amount, clips = self.session, self.pace.amount, tuple(c.clip for c in self.half.clips)
        heard, cues, told = session.heard, session.cues, session.cue_told
        if self.is_timed:
            lines = (
                parade(self.exercise, amount, self.turn, clips, length)
                if len(clips) > 1
                else walk(self.exercise, amount, self.turn, length, heard, cues, told)
            )
            self.lines = [line for line in lines if line.at >= self.pace.seconds]
            return 0.0
        self.counting = Counting(self.exercise, amount, self.turn, clips, length, self.half.beat, heard, cues, told)
        self.seen = self.pace.units
        return max(0.0, length(*self.counting.at_start()) + AIR - self.half.beat)

    def look(self) -> None:
        """Whether its exercise is still the session's: what was told on a card may have ended it."""
        if not self.is_closed and (self.session.level is None or self.session.attempt != self.attempt):
            self.is_out = True

    def press(self) -> None:
        """Somebody says one more is done."""
        if self.is_working and not self.is_timed and self.pace.press():
            self.by_press = True

    def drop_late_lines(self) -> None:
        """What was not said by now is not said any more."""
        self.lines = [line for line in self.lines if line.at > self.pace.seconds]

    @property
    def number(self) -> int:
        """The number last said: what is done, or the seconds of the last five; 0 for none."""
        if not self.is_timed:
            return self.pace.units
        left = self.pace.amount - self.pace.units
        return left if left <= COUNTED_DOWN < self.pace.amount and not self.pace.is_over else 0

    def draw_at(self) -> tuple[int, float, float]:
        """Units counted, phase of the present one, and seconds, as the picture shows them."""
        pace = self.pace
        units, phase = (pace.amount - 1, 0.999) if pace.is_over else (pace.units, pace.phase)
        if pace.phase >= pace.lands < 1 and units:
            units -= 1  # counted as it lands, while the picture is still at it
        return units, phase, pace.seconds

    def tray(self, steps: int) -> HalfTray:
        """What its tray shows; a timed one's share in so many steps."""
        child = self.session.child
        share = round(self.pace.share * steps) / steps if self.is_timed else 0.0
        stretch = self.stretch if self.is_working else None
        return HalfTray(
            child.animal, child.nickname, self.exercise.unit, stretch, 0 if self.is_timed else
            self.pace.units, share, tuple(c.clip for c in self.half.clips), self.half.things, self.out,
        )  # fmt: skip
