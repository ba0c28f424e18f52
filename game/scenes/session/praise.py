"""One true sentence about trying, while a star flies to where it lands."""

from __future__ import annotations

from game.core.session.heard import praise
from game.scenes.session.session import RunningSession
from game.ui.effects import FLIGHT_SECONDS

LEAST, MOST = 2.0, 4.0  # seconds


class SpokenPraise:
    """`has_star`: one flies. `t` is how long the screen has run."""

    def __init__(self, session: RunningSession, *, has_star: bool = True) -> None:
        self.ctx, self.line = session.ctx, praise(session.child, session.on)
        self.has_landed = not has_star

    def begin(self) -> None:
        self.ctx.say(self.line)

    def is_over(self, t: float) -> bool:
        """The star sounds as it lands; whether all is said."""
        if not self.has_landed and t >= FLIGHT_SECONDS:
            self.has_landed = True
            self.ctx.sound.effect("star")
        return t >= MOST or (t >= LEAST and not self.ctx.narrator.is_speaking)

    def flown(self, t: float) -> float:
        """How much of its way the star has flown, 0 to 1."""
        return 1.0 if self.ctx.art.calm else min(1.0, t / FLIGHT_SECONDS)
