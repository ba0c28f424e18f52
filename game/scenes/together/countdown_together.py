"""Into place, each in its own, then three, two, one for both. Also what a pause of two ends with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.core.session.pacing import GET_IN_PLACE, place_line
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.count_in import CountIn
from game.scenes.screen.moving_screen import shadowed
from game.scenes.session.session import RunningSession, Subject
from game.scenes.together.company import Company
from game.scenes.together.half_tray import TRAYS, paint_half_tray
from game.scenes.together.together_screen import SIDES, TogetherScreen
from game.scenes.together.worker import Worker
from game.ui.paper import Paper, gauge
from game.ui.stage import Stage
from game.ui.view import Anchor, Box

if TYPE_CHECKING:
    from game.scenes.together.play_together import TogetherPlayScreen

DIAL, RADIUS = (640, 312), 74


class TogetherCountdown(TogetherScreen):
    """`back` is a round that was paused; without it the present one begins."""

    name = "countdown_together"

    def __init__(self, company: Company, back: TogetherPlayScreen | None = None) -> None:
        super().__init__(company)
        self._back = back
        self.workers = back.workers if back else tuple(Worker(half.session, half) for half in self.halves)
        lines = ("pause_off",) if back else self._in_place()
        self._count_in = CountIn(self.ctx, lines, GET_IN_PLACE if back is None else 0.6)

    def _in_place(self) -> tuple[str, ...]:
        """Where the body goes, said once for both or to each by its animal's name. Only as a row begins."""
        here = self.company.at_row
        if any(session.stretch_at for session in here):
            return ()
        own = {session: self._place_of(session) for session in here}
        if len(set(own.values())) == 1:
            return next(iter(own.values()))
        return tuple(line for session in here for line in (f"friend_{session.child.animal}", *own[session]))

    def _place_of(self, session: RunningSession) -> tuple[str, ...]:
        level, place = session.level, place_line(session.exercise.position)
        return (place, f"play_now_{level.foot}") if level and level.foot else (place,)

    def subjects(self, session: RunningSession) -> tuple[Subject, ...]:
        return self._back.subjects(session) if self._back else super().subjects(session)

    def begin(self) -> None:
        self._count_in.begin()

    @property
    def digit(self) -> int:
        """3, 2, 1; 0 before."""
        return self._count_in.digit(self.t)

    def run(self, dt: float) -> Next | None:
        if not self._count_in.is_over(self.t):
            return None
        return self._back or routes.PlayTogether(self.company)

    def resumed(self) -> Next:
        if self._back:
            return self._back.resumed()
        return routes.CountdownTogether(self.company)

    # ---------------------------------------------------------------- drawing
    def moving(self, stage: Stage) -> None:
        for side in SIDES:
            worker = self.workers[side]
            if worker.is_working:
                self.halves[side].draw(self, stage, *worker.draw_at())
            else:
                self.halves[side].draw_friend(stage, "idle", self.t)
            tray, box = worker.tray(1), TRAYS[side]
            self.piece(stage, tray, shadowed(box), partial(paint_half_tray, box=box, tray=tray), anchor=Anchor.BOTTOM)
        self.put_jar(stage)
        if self.digit:
            share = self._count_in.share(self.t)
            self.piece(stage, ("dial", share), shadowed(Box.around(*DIAL, RADIUS)), partial(_paint_dial, share))
            self.piece(stage, ("digit", self.digit), Box.around(*DIAL, RADIUS), partial(_paint_digit, self.digit))


def _paint_dial(share: float, paper: Paper) -> None:
    x, y = DIAL
    disc = (
        f'<circle cx="{x}" cy="{y + 6}" r="{RADIUS}" fill="#EAD9BB"/>'
        f'<circle cx="{x}" cy="{y}" r="{RADIUS}" fill="#FFF9EC"/>'
    )
    paper.shape(disc, Box.around(x, y, RADIUS + 8), 10, 80)
    paper.shape(gauge(x, y, RADIUS - 12, share, 12, "#E8694E"), Box.around(x, y, RADIUS), alpha=0)


def _paint_digit(n: int, paper: Paper) -> None:
    paper.text(str(n), 92, DIAL[0], DIAL[1] - 2, weight="Black")
