"""Which press is meant for a screen: one that is made when somebody has seen it.

A screen ignores presses at first, so that one press never acts on two screens, or on two things where one takes the
other's place. How long is told in seconds of the day:
a computer that is slow draws fewer pictures of a page that is there, and nobody looks any longer for that.
"""

from __future__ import annotations

INPUT_GRACE = 0.4  # seconds since it followed; a second press of a hand that presses twice comes within them
LEAST_SEEN = 0.25  # seconds since its first picture: nobody answers to what he sees any sooner
SURPRISE_GRACE = 1.0  # seconds one that came by itself does: what is pressed then was meant for the screen before


class InputGrace:
    """Of one screen. It adds to the screen's age the seconds that `update` is not told of."""

    def __init__(self) -> None:
        self._since = self._held = self._looked = self._deaf_for = 0.0

    def begin(self, age: float = 0.0) -> None:
        """The screen comes once more, or at that `age` shows another thing in the place of one that was pressed."""
        self._since, self._held, self._looked = age, 0.0, 0.0

    def surprise(self) -> None:
        """The screen came by itself."""
        self._deaf_for = SURPRISE_GRACE

    def pass_time(self, dt: float) -> None:
        """`dt` seconds of the screen's age went by."""
        self._deaf_for = max(0.0, self._deaf_for - dt)

    def held_up(self, seconds: float, is_seen: bool) -> None:
        """So many seconds went by beside its age; `is_seen` when its picture was in the window meanwhile."""
        self._held += seconds
        if is_seen:
            self._looked += seconds
            self.pass_time(seconds)

    @property
    def is_surprising(self) -> bool:
        """It came by itself, just now."""
        return self._deaf_for > 0

    def is_over(self, age: float) -> bool:
        """Whether what a screen of that `age` shows has followed, and was seen, long enough for a press to be meant for
        it."""
        shown = age - self._since
        return shown + self._held >= INPUT_GRACE and shown + self._looked >= LEAST_SEEN
