"""Three, two, one: what is shown and said before work begins."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.session.pacing import COUNT
from game.scenes.screen.context import Context

RING_STEPS = 36  # the closing ring is drawn in so many pictures
SPOKEN = {3: "count_three", 2: "count_two", 1: "count_one"}


def counted(left: float) -> int:
    """Three, two or one, with so many seconds left.

    >>> counted(3.0), counted(2.5), counted(0.0)
    (3, 3, 1)
    """
    return max(1, int(left + 0.999))  # a rounding error begins no new second


class CountIn:
    """The `lines` that get the body into place, `least` seconds of it, then the digits. `t` is how long the screen has
    run."""

    def __init__(self, ctx: Context, lines: Sequence[str], least: float) -> None:
        self.ctx, self.lines = ctx, tuple(lines)
        self._wait_for = max(least, ctx.narrator.duration(*self.lines)) if self.lines else least
        self._said = 4

    def begin(self) -> None:
        if self.lines:
            self.ctx.say(*self.lines)

    def digit(self, t: float) -> int:
        """3, 2, 1; 0 before."""
        left = self._wait_for + COUNT - t
        return 0 if left > COUNT else counted(left)

    def share(self, t: float) -> float:
        """How far the ring has closed."""
        return round(min(1.0, (t - self._wait_for) / COUNT) * RING_STEPS) / RING_STEPS

    def is_over(self, t: float) -> bool:
        """Each digit is said as it comes; whether the last one is over."""
        digit = self.digit(t)
        if digit and digit < self._said:
            self._said = digit
            self.ctx.sound.effect("tick")
            self.ctx.say(SPOKEN[digit])
        return t >= self._wait_for + COUNT
