"""The grown-ups' PIN and the recovery code: only salted scrypt hashes are kept, in the same journal as everything else.

It keeps a child from giving itself a grown-up's word. It is no protection from somebody who may read and write the
family's files on this computer.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable, Iterable
from functools import cache
from math import inf

from game.core.events import Event, GatePassed, GateSet, GateTried
from game.core.history import Family
from game.data.clock import running_seconds
from game.data.resources import resource

COST = 2**15  # scrypt's n; with r=8 a check takes about a tenth of a second and 32 MiB
BLOCK, LANES, MEMORY = 8, 1, 64 << 20
FREE_TRIES = 3
HOLDS = (30, 60, 120, 300)  # seconds of waiting after the third wrong try, the fourth, fifth, and all that follow
FREE_CODES, CODE_HOLD = 5, 10  # wrong recovery codes in a row without waiting; then seconds between two


def hold(wrong: int) -> int:
    """Seconds to wait after so many wrong tries in a row.

    >>> [hold(n) for n in range(9)]
    [0, 0, 0, 30, 60, 120, 300, 300, 300]
    """
    return 0 if wrong < FREE_TRIES else HOLDS[min(wrong - FREE_TRIES, len(HOLDS) - 1)]


class FamilyGate:
    """The gate of one run of the game. `seconds` is a clock that only runs forward and nobody can set.

    Every try is told to the journal before it is checked, so pulling the plug gives no free one. How many were wrong
    comes from the journal; how long ago the last one was does not, because the computer's clock can be set by a child:
    the wait is measured within this run, and a restart begins it anew.

    The recovery code is not held back by that: who has forgotten the PIN has made wrong tries. It is so long that its
    own count, of this run alone, is enough: at ten codes a second, with a restart for every five, years are needed.
    """

    def __init__(
        self, family: Callable[[], Family], record: Callable[..., tuple[Event, ...]], *,
        seconds: Callable[[], float] = running_seconds, cost: int = COST,
    ) -> None:  # fmt: skip
        self._family, self._record, self.seconds, self._cost = family, record, seconds, cost
        self._since = seconds()  # the last try, or the beginning of this run
        self._wrong_codes, self._code_since = 0, seconds()
        self.passed_at = -inf

    def wait(self) -> float:
        """Seconds until the next try may be made; 0 for now."""
        return max(0.0, hold(len(self._family().tries)) - (self.seconds() - self._since))

    def wait_for_code(self) -> float:
        """Seconds until the next recovery code is looked at; 0 for now."""
        hold = CODE_HOLD if self._wrong_codes >= FREE_CODES else 0
        return max(0.0, hold - (self.seconds() - self._code_since))

    def passed_ago(self) -> float:
        """Seconds since it was last passed in this run; infinite when it never was."""
        return self.seconds() - self.passed_at

    def check_pin(self, pin: str) -> bool:
        """Whether it is the PIN; counted. False without looking while there is a wait."""
        gate = self._family().gate
        if gate is None or self.wait() > 0:
            return False
        self._record(GateTried())
        self._since = self.seconds()
        if not matches(pin, gate.pin):
            return False
        self._pass()
        return True

    def check_recovery(self, code: str) -> bool:
        """Whether it is the recovery code, however it is spaced; counted by itself, whatever the PIN's wait. False
        without looking during its own."""
        gate = self._family().gate
        if gate is None or self.wait_for_code() > 0:
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
    """Whether a child would try it among the first: one digit, a run, a pair said twice, a year of its life.

    >>> [is_guessable(p) for p in ("1111", "1234", "8765", "4747", "2019", "2580", "7391")]
    [True, True, True, True, True, False, False]
    """
    steps = {int(b) - int(a) for a, b in zip(pin, pin[1:])}
    return len(steps) == 1 and steps <= {0, 1, -1} or pin[:2] == pin[2:] or pin[:2] in ("20", "19") and pin < "2030"


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
