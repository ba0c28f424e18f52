"""Makes the frames of puppets beside the loop, so that nothing is rasterised while a picture moves.

One thread: what is being shown comes first, what was foreseen later. Rasterising lets go of Python: the loop goes on.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Iterable

from game.ui.puppet_view import CoarseView, PuppetView

BREATH = 0.002  # seconds between two frames, in which the loop has Python for itself
log = logging.getLogger(__name__)


class Baker:
    """Works while there is something to do; `close` waits for the frame in hand."""

    def __init__(self) -> None:
        self._shown: deque[PuppetView | CoarseView] = deque()
        self._foreseen: deque[PuppetView | CoarseView] = deque()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._is_closed = False

    @property
    def is_idle(self) -> bool:
        """Everything asked for is made."""
        return self._thread is None

    def now(self, view: PuppetView | CoarseView) -> None:
        """A clip that is on the screen and has frames missing."""
        with self._lock:
            if view not in self._shown:
                self._shown.append(view)
            self._start()

    def later(self, views: Iterable[PuppetView | CoarseView]) -> None:
        """Clips that come soon, in this order, instead of those foreseen before."""
        with self._lock:
            self._foreseen = deque(views)
            self._start()

    def close(self) -> None:
        """Nothing more is made; a frame in hand is finished first."""
        with self._lock:
            self._is_closed = True
            thread = self._thread
        if thread is not None:
            thread.join()

    def _start(self) -> None:
        if self._thread is None and not self._is_closed:
            self._thread = threading.Thread(target=self._work, name="bake frames", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while (view := self._next()) is not None:
            try:
                if self._is_made(view):
                    self._done(view)
            except Exception:  # the loop meets the same mistake when it draws the frame itself, and has the card for it
                log.exception("%s of %s", view.clip, view.rig.name)
                self._done(view)

    def _is_made(self, view: PuppetView | CoarseView) -> bool:
        """Goes through the clip; False when something else has become more urgent."""
        for _ in view.bake():
            time.sleep(BREATH)
            if self._is_closed or (self._shown and self._shown[0] is not view) or not self._holds(view):
                return False
        return True

    def _next(self) -> PuppetView | CoarseView | None:
        with self._lock:
            row = self._shown or self._foreseen
            if self._is_closed or not row:
                self._thread = None
                return None
            return row[0]

    def _holds(self, view: PuppetView | CoarseView) -> bool:
        return view in self._shown or view in self._foreseen

    def _done(self, view: PuppetView | CoarseView) -> None:
        with self._lock:
            for row in (self._shown, self._foreseen):
                if view in row:
                    row.remove(view)
