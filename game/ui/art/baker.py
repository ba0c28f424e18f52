"""Makes the frames of puppets beside the loop, so that nothing is rasterised while a picture moves.

One thread: what is being shown comes first, what was foreseen later. Rasterising lets go of Python: the loop goes on.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial

from game.ui.art.puppet_view import CoarseView, PuppetView
from game.ui.malloc_tuning import give_back_gaps

BREATH = 0.002  # seconds between two frames, in which the loop has Python for itself
TIDIES_EVERY = 8  # frames
LINGERS = 5.0  # seconds; beginning a thread takes the loop as long as a small picture
log = logging.getLogger(__name__)


class Baker:
    """Works while there is something to do; `close` waits for the frame in hand."""

    def __init__(self, is_behind: Callable[[], bool] = lambda: False, lingers: float = LINGERS) -> None:
        """`is_behind`: the loop has not yet taken over what was made. `lingers`: seconds without work after which the
        thread ends."""
        self._is_behind, self._lingers = is_behind, lingers
        self._shown: deque[PuppetView | CoarseView] = deque()
        self._foreseen: deque[PuppetView | CoarseView] = deque()
        self._errands: deque[Callable[[], object]] = deque()
        self._small: deque[Callable[[], object]] = deque()
        self._lock = threading.Lock()
        self._work_came = threading.Condition(self._lock)
        self._thread: threading.Thread | None = None
        self._is_idle = True
        self._is_closed = False
        self._made = 0  # frames; what comes between them is no reason to tidy later
        self.is_held = False  # somebody waits for another picture: this can wait

    @property
    def is_idle(self) -> bool:
        """Everything asked for is made."""
        return self._is_idle

    def now(self, view: PuppetView | CoarseView) -> None:
        """A clip that is on the screen and has frames missing."""
        with self._lock:
            if view not in self._shown:
                self._shown.append(view)
            self._start()

    def later(self, views: Iterable[PuppetView | CoarseView]) -> None:
        """Clips that come soon, in this order, instead of those foreseen before. They are asked for in the thread."""
        with self._lock:
            self._foreseen.clear()
        self.run(partial(self._foresee, views))

    def _foresee(self, views: Iterable[PuppetView | CoarseView]) -> None:
        foreseen = deque(views)
        with self._lock:
            self._foreseen = foreseen

    def run(self, errand: Callable[[], object]) -> None:
        """Something else that is needed soon, before all that is foreseen: a file read, a module imported."""
        with self._lock:
            self._errands.append(errand)
            self._start()

    def run_first(self, errand: Callable[[], object]) -> None:
        """Something small that is on the screen by now."""
        with self._lock:
            self._small.append(errand)
            self._start()

    def no_more(self, view: PuppetView | CoarseView) -> None:
        """Nothing more is made of it after the frame in hand."""
        self._done(view)

    def close(self) -> None:
        """Nothing more is made; a frame in hand is finished first."""
        with self._lock:
            self._is_closed = True
            self._work_came.notify()
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    def _start(self) -> None:
        if self._is_closed:
            return
        if self._thread is None:
            thread = threading.Thread(target=self._work, name="bake frames", daemon=True)
            thread.start()  # it waits for the lock that is held here
            self._thread = thread
        self._is_idle = False
        self._work_came.notify()

    def _work(self) -> None:
        while (work := self._next()) is not None:
            try:
                if not isinstance(work, PuppetView | CoarseView):
                    work()
                    time.sleep(0 if self._small else BREATH)
                elif self._is_made(work):
                    self._done(work)
                    give_back_gaps()
            except Exception:  # who needs it meets the same mistake, and has the card for it
                log.exception("not made beforehand: %s", work)
                if isinstance(work, PuppetView | CoarseView):
                    self._done(work)

    def _is_made(self, view: PuppetView | CoarseView) -> bool:
        """Goes through the clip; False when something else has become more urgent, or the clip itself has."""
        is_ahead = view not in self._shown
        for _ in view.bake(is_ahead=is_ahead):
            time.sleep(BREATH)
            self._made += 1
            if self._made % TIDIES_EVERY == 0:
                give_back_gaps()
            while (self.is_held or self._is_behind()) and not self._is_closed and not self._is_urgent(view):
                time.sleep(BREATH)
            is_shown_now = is_ahead and view in self._shown
            if self._is_closed or self._is_urgent(view) or is_shown_now or not self._holds(view):
                return False
        return True

    def _next(self) -> PuppetView | CoarseView | Callable[[], object] | None:
        """What is to be made next, waited for a while; None ends the thread."""
        with self._lock:
            while not self._is_closed:
                if (work := self._first()) is not None:
                    return work
                self._is_idle = True
                if not self._work_came.wait(self._lingers) and self._is_idle:
                    break
            self._is_idle, self._thread = True, None
            return None

    def _first(self) -> PuppetView | CoarseView | Callable[[], object] | None:
        if self._small:
            return self._small.popleft()
        if self._shown:
            return self._shown[0]
        if self._errands:
            return self._errands.popleft()
        return self._foreseen[0] if self._foreseen else None

    def _is_urgent(self, view: PuppetView | CoarseView) -> bool:
        """Whether something else comes first."""
        shown = self._shown
        if self._small:
            return True
        return shown[0] is not view if shown else bool(self._errands)

    def _holds(self, view: PuppetView | CoarseView) -> bool:
        return view in self._shown or view in self._foreseen

    def _done(self, view: PuppetView | CoarseView) -> None:
        with self._lock:
            for row in (self._shown, self._foreseen):
                if view in row:
                    row.remove(view)
