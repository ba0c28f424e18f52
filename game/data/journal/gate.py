"""The grown-ups' PIN and the recovery code: only salted scrypt hashes are kept, in the same journal as everything else.

It slows a child at the screen, and keeps it from giving itself a grown-up's word. It stops nobody who may read the
family's files on this computer: all 10,000 PINs can be tried there in half an hour.

Wrong tries wait, by a clock nobody can set; a restart begins the running wait anew. A try is on the disk before it is
looked at, so killing the game gives no free one, and a disk that takes nothing takes no try. The recovery code does not
wait with the PIN, whose forgetting made the wrong tries; it is long enough for a count of its own.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable, Iterable
from functools import cache
from math import inf
from typing import Protocol

from game.core.events import Event, Fact, GatePassed, GateSet, GateTried
from game.core.history.history import Family
from game.core.pin_tries import Try
from game.data.files.clock import running_seconds
from game.data.files.resources import resource

COST = 2**15  # scrypt's n; with r=8 a check takes about a tenth of a second and 32 MiB
BLOCK, LANES, MEMORY = 8, 1, 64 << 20
FREE_TRIES = 3
HOLDS = (30, 60, 120, 300)  # seconds of waiting after the third wrong try, the fourth, fifth, and all that follow
CORNERS, EDGES = "1397", "2684"  # of the pad, round it
LINES = ("123", "456", "789", "147", "258", "369", "159", "357", "580")
ROUND = ("7890", "8901", "9012")  # on from nine to nought
KNOWN = frozenset({"1004"})  # among the ten most chosen of the world: said aloud in Korean it is "angel"
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
        wrong = len(self._family().tries) - self._is_noted  # what was not looked at is not wrong
        return max(0.0, hold(wrong) - (self.seconds() - self._since))

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
        """Three words and a number, one in 1.5 thousand million, to be written down."""
        first, second, third = (secrets.choice(words()).upper() for _ in range(3))
        return f"{first}-{second}-{secrets.randbelow(90) + 10}-{third}"

    def is_guessable(self, pin: str) -> bool:
        return is_guessable(pin)


def newest_gate(events: Iterable[Event]) -> GateSet | None:
    """The PIN and recovery code that count after these events; None when none were ever set."""
    found = None
    for event in events:
        if isinstance(event.fact, GateSet):
            found = event.fact
    return found


def is_guessable(pin: str) -> bool:
    """Whether four digits are among the first that anybody tries: at equal steps (1111, 2468, 7890), a half said twice
    or turned about (4747, 4774), pairs (1122), three alike (0007), a year of somebody's life (19.., 20..), and what a
    finger draws on the pad: a line and one more key beside its end (2580, 1478), the corners or the middles of its
    edges (1379), a square of neighbours (1254).

    >>> [is_guessable(p) for p in ("1111", "1234", "8765", "4747", "2019", "2580", "7394")]
    [True, True, True, True, True, True, False]
    """
    a, b, c, d = tuple(pin)
    steps = {int(y) - int(x) for x, y in zip(pin, pin[1:])}
    is_row = len(steps) == 1 or pin in ROUND or pin[::-1] in ROUND
    is_paired = (a == b and c == d) or {a, b} == {c, d}
    is_alike = len({a, b, c}) == 1 or len({b, c, d}) == 1
    return is_row or is_paired or is_alike or "1900" <= pin <= "2039" or pin in KNOWN or _is_drawn(pin)


def _is_drawn(pin: str) -> bool:
    if len(set(pin)) < len(pin):
        return False
    if set(pin) in (set(CORNERS), set(EDGES)):
        return True
    places = [divmod(int(digit) - 1, 3) if digit != "0" else (3, 1) for digit in pin]
    ways = [abs(y - v) + abs(x - u) for (y, x), (v, u) in zip(places, (*places[1:], places[0]))]
    is_square = ways == [1, 1, 1, 1]
    has_line = any(line in (pin[:3], pin[2::-1]) and ways[2] == 1 for line in LINES)
    return is_square or has_line or any(line in (pin[1:], pin[:0:-1]) and ways[0] == 1 for line in LINES)


def plain(code: str) -> str:
    """A recovery code as it is compared: letters and digits alone, in capitals.

    >>> plain(" moss river 48-otter")
    'MOSSRIVER48OTTER'
    """
    return "".join(c for c in code.upper() if c.isalnum())


def hashed(secret: str, cost: int = COST) -> str:
    """What may be kept of a secret."""
    salt = secrets.token_bytes(16)
    return f"scrypt${cost}${salt.hex()}${_scrypt(secret, salt, cost).hex()}"


def matches(secret: str, kept: str) -> bool:
    """Whether `kept` was made of `secret`; False for what is no such record."""
    try:
        name, cost, salt, digest = kept.split("$")
        if name != "scrypt" or int(cost) > COST:
            return False
        return hmac.compare_digest(_scrypt(secret, bytes.fromhex(salt), int(cost)), bytes.fromhex(digest))
    except ValueError:
        return False


def _scrypt(secret: str, salt: bytes, cost: int) -> bytes:
    # Without maxmem OpenSSL refuses these settings.
    return hashlib.scrypt(secret.encode("utf-8", "replace"), salt=salt, n=cost, r=BLOCK, p=LANES, maxmem=MEMORY)


@cache
def words() -> tuple[str, ...]:
    """256 short words of outdoors and kitchen that are hard to mistake for one another."""
    return tuple(resource("assets", "text", "recovery_words.txt").read_text(encoding="ascii").split())
