"""One touch is one press, however many devices tell of it.

Systems tell of a touch twice: as a finger and, for programs that know only a mouse, as a mouse button; some mark the
second as made up, some do not, and some send it when the finger is lifted.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass

TWIN_WITHIN = 0.6  # seconds between the two tales of one touch; of the first, while its finger lies there
LONGEST_TOUCH = 5.0  # seconds a finger is believed to lie there when nobody tells of its end
NEAR = 0.05  # of the window's longer side


@dataclass(slots=True, eq=False, repr=False)
class _Told:
    devices: set[Hashable]
    finger: Hashable
    x: float
    y: float
    until: float


class DoubleTellings:
    """Tells a press from the second tale of one. `seconds` is a clock that never goes back."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._told: list[_Told] = []

    def is_new(self, device: Hashable, x: float, y: float, size: tuple[int, int], finger: Hashable = None) -> bool:
        """Whether nobody but `device` has told of this press. Every device tells of a touch
        once. A `finger` lies there until `lifted` tells of its end."""
        now, near = self._seconds(), NEAR * max(size)
        self._told = [t for t in self._told if t.until >= now]
        for told in self._told:
            if device not in told.devices and abs(told.x - x) <= near and abs(told.y - y) <= near:
                told.devices.add(device)
                return False
        until = now + (TWIN_WITHIN if finger is None else LONGEST_TOUCH)
        self._told.append(_Told({device}, finger, x, y, until))
        return True

    def lifted(self, device: Hashable, finger: Hashable) -> None:
        """That finger is no longer there."""
        until = self._seconds() + TWIN_WITHIN
        for told in self._told:
            if device in told.devices and told.finger == finger:
                told.until = min(told.until, until)
