"""Which key asks for what, where a family may choose it: the defaults, what may not be chosen, and what holds.

A key is named by the letter that stands on it ("o"; under a layout without Latin letters by where it lies), else by its
name ("f5", "page down"). Esc, F1, F11, Tab, the arrows, Enter, Space and the digits always keep their meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# By what they ask for; pain first, for where a diary's choices do not go together the earlier one has the key.
DEFAULTS: Mapping[str, str] = MappingProxyType(
    {"hurt": "o", "pause": "p", "again": "r", "more": "n", "grown_ups": "g", "words": "c", "big": ""}
)
FIXED = frozenset((
    "escape", "f1", "f11", "tab", "return", "enter", "space", "backspace", "left", "right", "up", "down",
    "left shift", "right shift", "left ctrl", "right ctrl", "left alt", "right alt", "left meta", "right meta",
    "alt gr", "caps lock", "numlock", "scroll lock", "print screen", "power", "sleep", "unknown key",
))  # fmt: skip
CONFIRMING = frozenset("ehu")  # say easy, hard and undo where a session is confirmed
LONGEST = 24  # letters of a key's name


def may_be_chosen(key: str) -> bool:
    """Whether a key is free to mean something else.

    >>> [may_be_chosen(k) for k in ("x", "f5", "7", "escape", "e", "")]
    [True, True, False, False, False, False]
    """
    is_digit = key.isdecimal() or key.strip("[]").isdecimal()  # "[7]" is on the numeric keypad
    return 0 < len(key) <= LONGEST and key.isprintable() and not is_digit and key not in FIXED | CONFIRMING


def in_force(chosen: Mapping[str, str]) -> dict[str, str]:
    """The key of each command, by what was chosen for it; "" for none. No key means two things, and "it hurts" always
    has one.

    >>> in_force({"pause": "o"})["hurt"], in_force({"hurt": "x", "pause": "x"})["pause"]
    ('o', 'p')
    """
    found: dict[str, str] = {}
    for what, default in DEFAULTS.items():
        wanted = (chosen.get(what, default), default)
        found[what] = next((key for key in wanted if may_be_chosen(key) and key not in found.values()), "")
    return found


def other_with(keys: Mapping[str, str], what: str, key: str) -> str | None:
    """What else a key means already."""
    return next((other for other, own in keys.items() if own == key and other != what), None)


def keys_for_sentences(keys: Mapping[str, str]) -> dict[str, str]:
    """How sentences name the keys, by `key_` and what they ask for.

    >>> keys_for_sentences({"hurt": "o", "pause": "f5"})
    {'key_hurt': 'O', 'key_pause': 'F5'}
    """
    return {f"key_{what}": shown(key) for what, key in keys.items()}


def shown(key: str) -> str:
    """A key as people read it.

    >>> shown("page down")
    'Page Down'
    """
    return key.title() if len(key) > 1 else key.upper()
