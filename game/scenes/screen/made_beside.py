"""What takes longer than a frame is made in a thread of its own, and the screen shows it as soon as it is there."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class MadeBeside(Generic[T]):
    """The last thing that was asked for. What nobody waits for any more is not begun, and what of it was begun comes to
    nothing; so it may be asked anew with every press. One thing is made at a time.

    With `is_beside` False, where no loop runs, it is made when it is looked at.
    """

    def __init__(self, *, is_beside: bool) -> None:
        self._is_beside = is_beside
        self._lock = threading.Condition()
        self._wanted: Callable[[], T] | None = None
        self._made: T | None = None
        self._trouble: BaseException | None = None
        self._is_working = False

    def ask(self, make: Callable[[], T]) -> None:
        """`make` reads nothing that the loop changes meanwhile."""
        with self._lock:
            self._wanted, self._made, self._trouble = make, None, None
            if self._is_beside and not self._is_working:
                threading.Thread(target=self._work, name="made beside", daemon=True).start()
                self._is_working = True  # once it runs: it waits for the lock that is held here

    @property
    def is_there(self) -> bool:
        """Whether nobody waits for it any more."""
        return not self._is_beside or self._made is not None or self._trouble is not None

    def result(self) -> T:
        """What was asked for, waited for; what `make` raised."""
        with self._lock:
            if self._is_beside:
                self._lock.wait_for(lambda: self.is_there)
            elif self._wanted is not None:
                make, self._wanted = self._wanted, None
                self._made = make()
            if self._trouble is not None:
                raise self._trouble
            assert self._made is not None, "nothing was asked for"
            return self._made

    def _work(self) -> None:
        while True:
            with self._lock:
                make, self._wanted = self._wanted, None
                if make is None:
                    self._is_working = False
                    return
            made: T | None = None
            trouble: BaseException | None = None
            try:
                made = make()
            except Exception as error:  # whoever looks at the result hears of it
                trouble = error
            with self._lock:
                if self._wanted is None:
                    self._made, self._trouble = made, trouble
                    self._lock.notify_all()
