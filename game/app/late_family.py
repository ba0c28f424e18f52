"""The family as told so far, had when somebody asks: until then a start shows what the last session left for it.

One place where it is lazy: whoever reads `family` gets all of it, from whichever thread, and nobody else need know.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import date

from game.core.content import Slot
from game.core.first_look import FirstLook, Heads
from game.core.history.history import Family


class LateFamily:
    """`read` folds the diary as it was when `look` was made of it; where there is no look it is read at once. `beside`
    does an errand beside the loop."""

    def __init__(
        self, read: Callable[[], Family], look: FirstLook | None, beside: Callable[[Callable[[], object]], object]
    ) -> None:
        self._read, self._look, self._beside = read, look, beside
        self._lock = threading.RLock()
        self._is_fetched = False
        self._family = None if look else read()

    @property
    def family(self) -> Family:
        if self._family is None:
            with self._lock:
                if self._family is None:
                    self._family = self._read()
        return self._family

    @family.setter
    def family(self, family: Family) -> None:
        with self._lock:
            self._family = family

    @property
    def is_here(self) -> bool:
        return self._family is not None

    def fetch(self) -> None:
        if not self._is_fetched and not self.is_here:
            self._is_fetched = True
            self._beside(lambda: self.family)

    # ---------------------------------------------------------------- at once
    @property
    def settings(self) -> Mapping[str, str]:
        return self._look.settings if self._look and self._family is None else self.family.settings

    @property
    def plays(self) -> bool:
        return bool(self.family.children) if self._look is None or self._family else True

    @property
    def has_pin(self) -> bool:
        return self._look.has_pin if self._look and self._family is None else self.family.gate is not None

    def heads(self, day: date, slot: Slot) -> Heads | None:
        return self._look.heads.get((day, slot)) if self._look and self._family is None else None
