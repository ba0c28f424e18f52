"""Into place, then three, two, one: a large digit in a closing ring, three soft rising tones.

Also what a pause ends with, and what comes before the other foot.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING

from game.core.session.pacing import GET_IN_PLACE, place_line
from game.scenes import routes
from game.scenes.routes import Next
from game.scenes.screen.count_in import CountIn
from game.scenes.screen.moving_screen import shadowed
from game.scenes.session.demonstration import LENS, ExerciseAnimation, ground_colour, host
from game.scenes.session.session import RunningSession
from game.scenes.session.session_screen import FloorScene
from game.ui.art import lens
from game.ui.art.lens import LensView, fitted
from game.ui.art.puppet_view import PuppetView
from game.ui.paper import Paper, gauge
from game.ui.stage import Stage
from game.ui.view import Anchor, Box

if TYPE_CHECKING:
    from game.scenes.session.play import PlayScreen

HOST, HOST_SCALE = (290, 590), 0.9
DIGIT = (576, 344)
CLOSE = (LENS[0], 330)
FRIENDS = Box(400, 630, 400, 74)


class CountdownScreen(FloorScene):
    """`back` is a stretch that was paused; without it the session's present stretch begins."""

    name = "countdown"

    def __init__(self, session: RunningSession, back: PlayScreen | None = None, *, gets_in_place: bool = True) -> None:
        super().__init__(session)
        self._back = back
        lines = ("pause_off",) if back else self._in_place() if gets_in_place else ()
        self._count_in = CountIn(self.ctx, lines, GET_IN_PLACE if back is None and gets_in_place else 0.6)
        self._show = back.show_ if back else ExerciseAnimation(session, session.turn)

    @cached_property
    def _host(self) -> str:
        return host(self.ctx, self.exercise)

    @cached_property
    def _lens(self) -> LensView:
        """The foot close by; fitting it takes pictures, so it comes with the first drawing."""
        return self._show.lens or self._close()

    def _in_place(self) -> tuple[str, ...]:
        """Where the body goes, and which foot works where a therapist ordered one alone."""
        level, place = self.session.level, place_line(self.exercise.position)
        return (place, f"play_now_{level.foot}") if level and level.foot else (place,)

    def _close(self) -> LensView:
        """The foot, where it fills the screen later."""
        view, art = self._show.views[0], self.ctx.art
        rig, clip = view.rig.name, view.rig.in_window(view.clip)
        sky = lens.NIGHT_SKY if self.ctx.is_evening else lens.SKY
        return LensView(
            art, self.ctx.pictures, rig, clip, fitted(art, rig, (clip,), lens.RADIUS), sky=sky, flip=view.flip,
            ground=ground_colour(self.ctx, self.exercise.demonstration.place), skin=self.session.child.skin,
        )  # fmt: skip

    def resized(self) -> None:
        super().resized()
        self._show.resized()
        self.__dict__.pop("_lens", None)

    def upcoming(self) -> Iterator[PuppetView]:
        yield self._lens.puppet
        yield from self._show.upcoming()

    @property
    def wants_ground(self) -> bool:
        return self._show.scroll != 0 and not self.ctx.art.calm

    def begin(self) -> None:
        if self.wants_ground:
            self.prepare_ground()
        self._count_in.begin()

    @property
    def digit(self) -> int:
        """3, 2, 1; 0 before."""
        return self._count_in.digit(self.t)

    def run(self, dt: float) -> Next | None:
        if not self._count_in.is_over(self.t):
            return None
        return self._back or routes.Play(self.session, self._show)

    def resumed(self) -> Next:
        return routes.Countdown(self.session, self._back, gets_in_place=False)

    def stretch_share(self) -> float:
        return self._back.pace.share if self._back else 0.0

    # ---------------------------------------------------------------- drawing
    def moving(self, stage: Stage) -> None:
        friend = self.ctx.art.puppet(self._host, "point", scale=HOST_SCALE)
        stage.put_frame(friend.frame(self.t), *HOST)
        self.piece(stage, "rim", shadowed(lens.rim_box(*CLOSE)), lambda p: lens.paint_rim(p, *CLOSE, lens.RADIUS))
        self._lens.show(stage, self.t, *CLOSE)
        if self.digit:
            share = self._count_in.share(self.t)
            self.piece(stage, "dial", shadowed(Box.around(*DIGIT, 136)), paint_dial)
            self.piece(stage, ("gauge", share), Box.around(*DIGIT, 123), lambda p: paint_gauge(p, share), place="gauge")
            self.piece(
                stage, ("digit", self.digit), Box.around(*DIGIT, 110), partial(_paint_digit, self.digit), place="digit"
            )
        key = "friends", self.exercise.id, self.session.at, len(self.session.levels)
        self.piece(stage, key, shadowed(FRIENDS), self._paint_friends, anchor=Anchor.BOTTOM)

    def _paint_friends(self, paper: Paper) -> None:
        """How many exercises, and which one this is."""
        count = len(self.session.levels)
        paper.panel(FRIENDS, radius=37, lip_depth=6)
        paper.part(f"cast/{self.exercise.demonstration.host}", FRIENDS.x + 46, FRIENDS.y + 34, 54, shadow=0)
        step = 294 / count
        for i in range(count):
            x, w = FRIENDS.x + 92 + i * step, step - min(14, step / 4)
            colour = "#1F7F79" if i < self.session.at else "#E8694E" if i == self.session.at else "#EAD9BB"
            body = f'<rect x="{x:.1f}" y="656" width="{w:.1f}" height="20" rx="{min(10, w / 2):.1f}" fill="{colour}"/>'
            paper.shape(body, FRIENDS, alpha=0)


def _paint_digit(n: int, paper: Paper) -> None:
    paper.text(str(n), 176, DIGIT[0], DIGIT[1] - 2, weight="Black")


def paint_dial(paper: Paper) -> None:
    """The disc behind the digit."""
    cx, cy = DIGIT
    body = (
        f'<circle cx="{cx}" cy="{cy + 8}" r="136" fill="#EAD9BB"/><circle cx="{cx}" cy="{cy}" r="136" fill="#FFF9EC"/>'
    )
    paper.shape(body, Box(cx - 140, cy - 140, 280, 290), 14, 90)


def paint_gauge(paper: Paper, share: float) -> None:
    """Its ring, closing."""
    paper.shape(gauge(*DIGIT, 112, share, 18, "#E8694E"), Box.around(*DIGIT, 123), alpha=0, comes_again=False)
