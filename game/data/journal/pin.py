"""What a PIN and a recovery code are: which are easy to guess, what is kept of them, and whether one is the right one.

Only salted scrypt hashes are kept. How often somebody may try is the gate's: `game.data.journal.gate`.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from functools import cache

from game.data.files.resources import resource

COST = 2**15  # scrypt's n; with r=8 a check takes about a tenth of a second and 32 MiB
BLOCK, LANES, MEMORY = 8, 1, 64 << 20
CORNERS, EDGES = "1397", "2684"  # of the pad, round it
LINES = ("123", "456", "789", "147", "258", "369", "159", "357", "580")
ROUND = ("7890", "8901", "9012")  # on from nine to nought
KNOWN = frozenset({"1004"})  # among the ten most chosen of the world: said aloud in Korean it is "angel"


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


def new_recovery_code() -> str:
    """Three words and a number, one in 1.5 thousand million, to be written down."""
    first, second, third = (secrets.choice(words()).upper() for _ in range(3))
    return f"{first}-{second}-{secrets.randbelow(90) + 10}-{third}"


@cache
def words() -> tuple[str, ...]:
    """256 short words of outdoors and kitchen that are hard to mistake for one another."""
    return tuple(resource("assets", "text", "recovery_words.txt").read_text(encoding="ascii").split())
