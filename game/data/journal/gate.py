"""The gate before the grown-ups' pages: who may try a PIN or a recovery code, when again, and that every try is kept.

It slows a child at the screen, and keeps it from giving itself a grown-up's word. It stops nobody who may read the
family's files on this computer: all 10,000 PINs can be tried there in half an hour.

Wrong tries wait, by a clock nobody can set; a restart begins the running wait anew. A try is on the disk before it is
looked at, so killing the game gives no free one, and a disk that takes nothing takes no try. The recovery code does not
wait with the PIN, whose forgetting made the wrong tries; it is long enough for a count of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import inf
from typing import Protocol

from game.core.events import Event, Fact, GatePassed, GateSet, GateTried
from game.core.history.history import Family
from game.core.pin_tries import Try
from game.data.files.clock import running_seconds
from game.data.journal.pin import COST, hashed, is_guessable, matches, new_recovery_code, plain

FREE_TRIES = 3
HOLDS = (30, 60, 120, 300)  # seconds of waiting after the third wrong try, the fourth, fifth, and all that follow
FREE_CODES, CODE_HOLD = 5, 10  # wrong recovery codes in a row without waiting; then seconds between two


class GateRecorder(Protocol):
    """Writes facts down; see `game.data.journal.writer`."""

    def __call__(self, *facts: Fact) -> tuple[Event, ...]: ...

    def retry(self) -> bool: ...

    @property
    def unsaved(self) -> int: ...

    @property
    def is_writing(self) -> bool: ...


class NoTries:
    """The pen of a gate whose tries nobody keeps: a restart would give free ones, so no PIN is looked at."""

    unsaved, is_writing = 1, False

    def __init__(self, record: GateRecorder) -> None:
        self._record = record

    def __call__(self, *facts: Fact) -> tuple[Event, ...]:
        return self._record(*facts)

    def retry(self) -> bool:
        return False


def hold(wrong: int) -> int:
    """Seconds to wait after so many wrong tries in a row.

    >>> [hold(n) for n in range(9)]
    [0, 0, 0, 30, 60, 120, 300, 300, 300]
    """
    return 0 if wrong < FREE_TRIES else HOLDS[min(wrong - FREE_TRIES, len(HOLDS) - 1)]


class FamilyGate:
    """The gate of one run of the game. `seconds` is a clock that only runs forward and nobody can set.

    Every try is on the disk before it is checked, so pulling the plug gives no free one, and a disk that takes nothing
    no try at all: see `note_try`. How many were wrong
    comes from the journal; how long ago the last one was does not, because the computer's clock can be set by a child:
    the wait is measured within this run, and a restart begins it anew.

    The recovery code is not held back by that: who has forgotten the PIN has made wrong tries. It is so long that its
    own count, of this run alone, is enough: at ten codes a second, with a restart for every five, years are needed.
    """

    def __init__(
        self, family: Callable[[], Family], record: GateRecorder, *,
        seconds: Callable[[], float] = running_seconds, cost: int = COST,
    ) -> None:  # fmt: skip
        self._family, self._record, self.seconds, self._cost = family, record, seconds, cost
        self._since = seconds()  # the last try, or the beginning of this run
        self._wrong_codes, self._code_since = 0, seconds()
        self.passed_at = -inf
        self._is_noted = False  # a try was told that no PIN was looked at for

    def wait(self) -> float:
        """Seconds until the next try may be made; 0 for now."""
        return max(0.0, hold(self._wrong()) - (self.seconds() - self._since))

    def whole_wait(self) -> float:
        """How long the running wait is in all, in seconds; 0 without one."""
        return hold(self._wrong()) if self.wait() > 0 else 0.0

    def _wrong(self) -> int:
        return len(self._family().tries) - self._is_noted  # what was not looked at is not wrong

    def wait_for_code(self) -> float:
        """Seconds until the next recovery code is looked at; 0 for now."""
        hold = CODE_HOLD if self._wrong_codes >= FREE_CODES else 0
        return max(0.0, hold - (self.seconds() - self._code_since))

    def passed_ago(self) -> float:
        """Seconds since it was last passed in this run; infinite when it never was."""
        return self.seconds() - self.passed_at

    def tries_left(self) -> int:
        """How many wrong tries there may be until the next wait, 1 or more."""
        return max(1, FREE_TRIES - len(self._family().tries))

    def note_try(self) -> Try:
        """Has the next try written down: asked again while the disk is at work, and told once however often asked."""
        if not self._is_noted and (not self._record.unsaved or self._record.retry()):
            self._record(GateTried())
            self._is_noted = True
        if self._record.is_writing:
            return Try.AT_WORK
        return Try.REFUSED if self._record.unsaved and not self._record.retry() else Try.NOTED

    def check_pin(self, pin: str) -> bool:
        """Whether it is the PIN; counted. False without looking while there is a wait or the try is not on the disk."""
        gate = self._family().gate
        if gate is None or self.wait() > 0 or self.note_try() is not Try.NOTED:
            return False
        self._is_noted = False
        self._since = self.seconds()
        if not matches(pin, gate.pin):
            return False
        self._pass()
        return True

    def check_recovery(self, code: str) -> bool:
        """Whether it is the recovery code, however it is spaced; counted by itself, whatever the PIN's wait. False
        without looking during its own."""
        gate = self._family().gate
        if gate is None or self.wait_for_code() > 0 or (self._record.unsaved and not self._record.retry()):
            return False
        self._wrong_codes += 1
        self._code_since = self.seconds()
        if not matches(plain(code), gate.recovery):
            return False
        self._wrong_codes = 0
        self._pass()
        return True

    def _pass(self) -> None:
        self._record(GatePassed())
        self._is_noted = False
        self.passed_at = self.seconds()

    def set(self, pin: str, recovery: str) -> None:
        """Another PIN and recovery code from now on."""
        self._record(GateSet(hashed(pin, self._cost), hashed(plain(recovery), self._cost)))

    def new_recovery_code(self) -> str:
        return new_recovery_code()

    def is_guessable(self, pin: str) -> bool:
        return is_guessable(pin)


def newest_gate(events: Iterable[Event]) -> GateSet | None:
    """The PIN and recovery code that count after these events; None when none were ever set."""
    found = None
    for event in events:
        if isinstance(event.fact, GateSet):
            found = event.fact
    return found
