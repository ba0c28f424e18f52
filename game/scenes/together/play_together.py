"""A round of two: each at its own exercise and dose, one voice, and the jar between them.

The voice is that of whoever has most to count; who is done keeps still and claps until the other one is done as well.
What is done is told by each session the moment it is true, so that the other's longer dose cannot cost it.
"""

from __future__ import annotations

from functools import partial

from game.core.content import Unit
from game.core.session.narration import closing
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.moving_screen import shadowed
from game.scenes.session.session import RunningSession, Subject
from game.scenes.session.tray import paint_digit
from game.scenes.together.company import Company
from game.scenes.together.half_tray import TARGETS, TRAYS, paint_half_tray
from game.scenes.together.out import Out
from game.scenes.together.together_screen import SIDES, TogetherScreen
from game.scenes.together.worker import Worker
from game.ui.controls import Command
from game.ui.stage import Stage
from game.ui.view import Anchor, Box
from game.ui.widgets import Hotspot, Widget

END_PAUSE, SHORT_PAUSE = 2.6, 1.2  # seconds of standing still, or only of the gong, after the last unit
WALKED_STEPS = 80
DIGIT = Box(566, 200, 148, 190)
CLAPS_FOR = 2.4  # seconds of cheering, then standing still


class TogetherPlayScreen(TogetherScreen):
    """One round of a row; whoever comes back to it comes to where both were."""

    name = "play_together"

    def __init__(self, company: Company) -> None:
        super().__init__(company)
        self.workers = tuple(Worker(half.session, half) for half in self.halves)
        self._lead = 0.0
        self._speaker: Worker | None = None
        self._look_for_speaker()
        self._ended_for = 0.0
        self._done_at: list[float | None] = [0.0 if worker.is_closed else None for worker in self.workers]
        company.work = self

    # ---------------------------------------------------------------- who is at work
    @property
    def is_going(self) -> bool:
        """Somebody is still at it."""
        for worker in self.workers:
            worker.look()
        return any(worker.is_working for worker in self.workers)

    def out(self, side: int) -> Out | None:
        return self.workers[side].out

    def _next_speaker(self) -> Worker | None:
        """Who is counted aloud: the longest of what is counted, else the longest walk."""
        working = [worker for worker in self.workers if worker.is_working]
        return max(working, key=lambda w: (not w.is_timed, w.seconds), default=None)

    def subjects(self, session: RunningSession) -> tuple[Subject, ...]:
        """Who works is asked about that; who is done, about what is done."""
        worker = self.workers[self.company.sessions.index(session)]
        if worker.is_working:
            return (Subject(worker.attempt, worker.exercise.id),)
        return tuple(session.done[-1:]) or super().subjects(session)

    # ---------------------------------------------------------------- inputs
    def own_widgets(self) -> tuple[Widget, ...]:
        """Each one's tray may be pressed; the key for one more counts for both, as the voice does."""
        able = [side for side in SIDES if self.workers[side].is_working and not self.workers[side].is_timed]
        return tuple(
            Widget(f"tray-{side}", TARGETS[side], Hotspot(44), voice="label_done",
                   command=Command.MORE if side == able[0] else None, anchor=Anchor.BOTTOM)
            for side in able
        )  # fmt: skip

    def press(self, name: str) -> Next | None:
        what, _, side = name.partition("-")
        if what == "tray":
            if not self.is_paused:
                self.workers[int(side)].press()
            return None
        return super().press(name)

    def _key(self, command: Command | None, char: str) -> Next | None:
        if command is Command.MORE and self.hears:
            if not self.is_paused:
                for worker in self.workers:
                    worker.press()
            return None
        return super()._key(command, char)

    def resumed(self) -> Next:
        """After a pause three, two, one comes again."""
        self.fit()
        is_going = self.is_going
        self._go_on()
        if not is_going:
            return self._after()
        for worker in self.workers:
            worker.drop_late_lines()
        return routes.CountdownTogether(self.company, back=self)

    # ---------------------------------------------------------------- time
    def begin(self) -> None:
        if self.t:
            return
        self.ctx.sound.effect("go")
        if not self.ctx.is_evening:
            self.ctx.music.play("play_100")
        if self._speaker and self._speaker.counting:
            self.ctx.say(*self._speaker.counting.at_start())

    def run(self, dt: float) -> Next | None:
        if not self.is_going:
            return self._end(dt)
        if self.t < self._lead:
            return None
        self._look_for_speaker()
        for worker in self.workers:
            if worker.is_working:
                worker.pace.go_on(dt)
                worker.half.prepare_way(worker.pace.seconds)
        self._narrate()
        for side in SIDES:
            if self.workers[side].is_working and self.workers[side].pace.is_over:
                self._close(side)
        return None

    def _close(self, side: int) -> None:
        """That one's stretch is over: told now, whatever the other one still does."""
        worker = self.workers[side]
        worker.session.count(worker.pace.amount)
        worker.changes = self.company.finish_stretch(worker.session)
        worker.is_closed = True
        self._done_at[side] = self.t
        if self.is_going:
            self.ctx.sound.effect("star")
        self.changed()

    def _look_for_speaker(self) -> None:
        """The voice goes on with the other one, where whom it counted is done."""
        if self._speaker is None or not self._speaker.is_working:
            is_first, self._speaker = self._speaker is None, self._next_speaker() or self._speaker
            if self._speaker and self._speaker.is_working:
                lead = self._speaker.begin_to_speak(self.ctx.narrator.duration)
                self._lead = lead if is_first else 0.0

    def _narrate(self) -> None:
        for worker in self.workers:
            if worker.is_working:
                worker.session.count(worker.pace.units)
        speaker = self._speaker
        if speaker is None:
            return
        if speaker.is_timed:
            while speaker.lines and speaker.lines[0].at <= speaker.pace.seconds + 1e-6:
                self.ctx.say(speaker.lines.pop(0).id)
            return
        if speaker.counting is None or speaker.pace.units == speaker.seen:
            return
        speaker.seen = speaker.pace.units
        self.ctx.sound.effect("plop" if speaker.exercise.unit is Unit.PIECES else "tick")
        if lines := speaker.counting.counted(speaker.seen, speaker.by_press):
            self.ctx.say(*lines)
        speaker.by_press = False

    def _end(self, dt: float) -> Next | None:
        """The gong, a moment of standing still, then what follows."""
        is_row_over = not self.company.at_row
        line = closing(self._last.exercise, is_row_over)
        if self._ended_for == 0:
            self.ctx.sound.effect("go" if not is_row_over else "star" if self.ctx.is_evening else "fanfare")
            if line:
                self.ctx.narrator.say(line, interrupt=self._last.is_timed)
        self._ended_for += dt
        still_speaks = self.ctx.narrator.is_speaking and self._ended_for < 2 * END_PAUSE
        if still_speaks or self._ended_for < (END_PAUSE if line else SHORT_PAUSE):
            return None
        return self._after()

    def _after(self) -> Next:
        return self.company.after_round([w.changes for w in self.workers if w.changes])

    @property
    def _last(self) -> Worker:
        """Whose end the voice tells."""
        return self._speaker or self.workers[0]

    def session_share(self) -> float:
        going = [w for w in self.workers if w.is_working]
        shares = [
            w.session.share(w.pace.share if w in going else 0.0) if w.session.level else 1.0 for w in self.workers
        ]
        return sum(shares) / len(shares)

    # ---------------------------------------------------------------- drawing
    def moving(self, stage: Stage) -> None:
        for side in SIDES:
            worker = self.workers[side]
            if worker.is_working or (worker.is_closed and worker.stretch and not self.is_going):
                self.halves[side].draw(self, stage, *worker.draw_at())
            else:
                self._draw_still(stage, side)
            tray = worker.tray(WALKED_STEPS)
            box = TRAYS[side]
            self.piece(stage, tray, shadowed(box), partial(paint_half_tray, box=box, tray=tray), anchor=Anchor.BOTTOM)
        self.put_jar(stage)
        self._draw_digit(stage)

    def _draw_still(self, stage: Stage, side: int) -> None:
        """Who is done claps, and stands still; whom it hurts sits down."""
        done_at = self._done_at[side]
        if self.out(side) or done_at is None:
            self.halves[side].draw_friend(stage, "hug", self.t)
            return
        claps = self.t - done_at < CLAPS_FOR and not self.ctx.is_evening and self.workers[side].stretch is not None
        self.halves[side].draw_friend(stage, "cheer" if claps else "idle", self.t - done_at)

    def _draw_digit(self, stage: Stage) -> None:
        n = self._speaker.number if self._speaker else 0
        if n:
            self.piece(stage, ("digit", n), shadowed(DIGIT), lambda p: paint_digit(p, DIGIT, n))
