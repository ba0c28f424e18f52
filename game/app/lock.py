"""The lock of the open gate: a grown-up who passed it is believed to be there until nobody is.

It belongs to the gate and to no page, so that whatever lies over a grown-ups' page changes nothing about it. The loop
asks it before any input is heard: see `ahead`. Its clock cannot be set and runs while the computer sleeps; what was
typed is kept for after the PIN.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from game.scenes import routes
from game.scenes.routes import Gate
from game.scenes.scene import Scene
from game.scenes.screen.context import Context
from game.scenes.screen.screen import DIM_AFTER
from game.ui.controls import Covered, Hover, Input, Left, PadGone, PadHere, Returned, Slept

LONGEST_QUIET = DIM_AFTER  # seconds without a touch
SLEPT = 20.0  # seconds between two frames: no game is that slow, so the computer slept or the game was held


class Lock:
    """Whether the gate, once passed, is shut again: five quiet minutes, the window left, the computer asleep, or a
    child's screen in between. Only the PIN opens it."""

    def __init__(self) -> None:
        self._quiet = 0.0  # seconds since somebody touched anything
        self._is_left = self._has_slept = self._is_handed_on = False
        self._is_out = False  # nobody has touched anything since the window was left
        self._seen: tuple[Context, float, datetime] | None = None
        self._passed_at = 0.0

    @property
    def is_shut(self) -> bool:
        """Whether the next input must meet the PIN."""
        return self._quiet >= LONGEST_QUIET or self._is_left or self._has_slept or self._is_handed_on

    def pass_time(self, ctx: Context, dt: float) -> float:
        """A frame of `dt` seconds, or of as many as a clock says: a computer that slept has counted none itself. The
        clock that can be set only ever adds. The seconds that passed."""
        seconds, now = ctx.gate.seconds(), ctx.now()
        if self._seen and self._seen[0] is ctx:
            gone = seconds - self._seen[1]
            self._has_slept |= gone >= SLEPT
            dt = max(dt, gone, (now - self._seen[2]).total_seconds())
        self._seen = ctx, seconds, now
        self._quiet += dt
        return dt

    def touch(self, given: Input) -> None:
        """Somebody is there; a mouse pushed aside and a pad's flat battery are nobody."""
        if isinstance(given, Left):
            self._is_out |= not isinstance(given, Covered)
            self._is_left |= self._is_out
        elif not isinstance(given, Hover | PadGone | PadHere | Returned | Slept):
            self._is_out = False
            if not self.is_shut:
                self._quiet = 0.0

    def ahead(self, under: Sequence[Scene]) -> Gate | None:
        """The gate that stands before what is here now; None where nothing does. `under` is the screen that is here,
        and below it what it covers, from the top down."""
        here = under[0]
        if here.ctx.gate.passed_at != self._passed_at or not any(scene.is_guarded for scene in under):
            self._passed_at = here.ctx.gate.passed_at
            self._quiet, self._has_slept, self._is_handed_on = 0.0, False, False
            self._is_left = self._is_out  # after the last digit, while the PIN was looked at
        if not any(scene.is_guarded for scene in under):
            return None
        if next(scene for scene in under if scene.is_guarded or scene.is_gate).is_gate:
            self._is_handed_on = True  # who sees a gate takes what lies under it for shut, and goes
            return None
        if not here.is_guarded and not here.is_cover:
            self._is_handed_on = True  # a child's screen: nobody stops it, and what lies under it is shut
            return None
        # The disk works for a page: it must not lose that page, and hears nothing meanwhile.
        if not self.is_shut or any(scene.is_at_work for scene in under):
            return None
        # Printing a new code leaves the window, and who forgot the old PIN comes back to it by the old code.
        again = routes.Again(here)
        is_new_pin = any(scene.sets_pin for scene in under)
        return Gate(again, routes.BackToPlay(), again if is_new_pin else None)
