"""Which form of a text goes with a number: the plural forms of languages by their CLDR names.

The rules are the well-known gettext expressions (Unicode CLDR plural rules, whole numbers only).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from gettext import c2py

Entry = str | Mapping[str, str]  # a text, or its forms by number
FORMS = ("zero", "one", "two", "few", "many", "other")
ENGLISH = (("one", "other"), "n != 1")
SLAVIC = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
RULES: dict[str, tuple[tuple[str, ...], str]] = {
    "en": ENGLISH,
    "de": ENGLISH,
    "es": ENGLISH,
    "it": ENGLISH,
    "nl": ENGLISH,
    "fr": (("one", "other"), "n > 1"),
    "ru": (("one", "few", "many"), SLAVIC),
    "uk": (("one", "few", "many"), SLAVIC),
    "pl": (("one", "few", "many"), "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"),
    "cs": (("one", "few", "other"), "n==1 ? 0 : n>=2 && n<=4 ? 1 : 2"),
}


def forms(language: str) -> tuple[str, ...]:
    """The forms a text with a number needs in a language; an unknown language has English ones.

    >>> forms("ru")
    ('one', 'few', 'many')
    """
    return RULES.get(language, ENGLISH)[0]


@cache
def rule(language: str) -> Callable[[int], int]:
    """The place in `forms` of a number's form."""
    made: Callable[[int], int] = c2py(RULES.get(language, ENGLISH)[1])
    return made


def form(language: str, n: int) -> str:
    """The name of a number's form; a negative number has that of its amount.

    >>> [form("ru", n) for n in (1, 2, 5, 11, 21, 112)]
    ['one', 'few', 'many', 'many', 'one', 'many']
    """
    return forms(language)[rule(language)(abs(n))]
