"""One piece of work at a time in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Beside:
    """Any thread may begin the work and any thread may wait for it: nobody sees a thread before it runs."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    @property
    def is_here(self) -> bool:
        """Whether who asks is the work itself."""
        with self._lock:
            return self._thread is threading.current_thread()

    def begin(self, work: Callable[[], object], name: str) -> None:
        """Does `work` in a thread of that name, unless some is being done."""
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                thread = threading.Thread(target=work, name=name, daemon=True)
                thread.start()
                self._thread = thread

    def wait(self) -> None:
        """Until the work that was begun is done; the work itself does not wait for its own end."""
        with self._lock:
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join()
