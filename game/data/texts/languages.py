"""Which languages the game speaks: those that ship with words and voice, English always among them, and a family's own.

Of what ships words alone are not enough: a child who cannot read would sit before a game that says nothing. A family's
own is a folder beside its diary, `languages/LL/` (see `game.data.texts.own_language`); what it lacks is English, as is
every language that is asked for and not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from game.core.locales import Locale
from game.data.files.paths import OWN_LOCALE
from game.data.files.resources import resource
from game.data.texts.locale_files import locale_from, locale_of, shipped_locale
from game.data.texts.pseudo import PSEUDO

ENGLISH = "en"
SHORT_NAME = re.compile(r"[a-z]{2,3}")
MOST_OWN = 20  # folders of a family's own; a folder that was put there by mistake may hold thousands


@cache
def shipped_languages() -> tuple[str, ...]:
    """The languages that ship, by their short names, English first."""
    words, voices = resource("assets", "text"), resource("assets", "voice")
    spoken = (f.name for f in words.iterdir() if (voices / f.name / "seconds.json").is_file())
    return (ENGLISH, *sorted(name for name in spoken if name != ENGLISH))


def languages(own: Path | None = None) -> tuple[str, ...]:
    """All that can be played in; `own` is the folder of a family's own."""
    return (*shipped_languages(), *(name for name in own_languages(own) if name not in shipped_languages()))


def own_languages(own: Path | None) -> tuple[str, ...]:
    """The family's folders that are named like a language, in order; () for no folder."""
    if own is None:
        return ()
    try:
        names = sorted(entry.name for entry in own.iterdir() if SHORT_NAME.fullmatch(entry.name) and entry.is_dir())
    except OSError:
        return ()
    return tuple(names[:MOST_OWN])


def own_language_folders(own: Path) -> tuple[Path, ...]:
    """The same as folders."""
    return tuple(own / name for name in own_languages(own))


def own_folder(own: Path | None, language: str) -> Path | None:
    """What a family has of that language."""
    return own / language if own and language in own_languages(own) else None


def locale_in(language: str, own: Path | None = None) -> Locale:
    """How the language writes: as the family's file says, else as ours, else as English does."""
    folder = own_folder(own, language)
    said = locale_from(language, folder / OWN_LOCALE) if folder else None
    if said is None and folder and shipped_locale(language) is None:
        return replace(locale_of(language), name=language)
    return said or locale_of(language)


def language_for(asked: str | None, own: Path | None = None) -> str:
    """The language to play in: the one asked for where it is there, else English.

    >>> language_for("EN-gb"), language_for("xx"), language_for(None)
    ('en', 'en', 'en')
    """
    if asked in PSEUDO:
        return asked or ENGLISH
    name = _short(asked or "")
    return name if name in languages(own) else ENGLISH


def first_of(wanted: Iterable[str], own: Path | None = None) -> str:
    """The first of the computer's own languages that is there, else English.

    >>> first_of(["xx_YY", "en_US", "zz"])
    'en'
    """
    return next((_short(name) for name in wanted if is_there(name, own)), ENGLISH)


def is_there(asked: str, own: Path | None = None) -> bool:
    """Whether what was asked for is one of them.

    >>> is_there("en_GB"), is_there("xx"), is_there("")
    (True, False, False)
    """
    return asked in PSEUDO or _short(asked) in languages(own)


def asked_for(asked: str | None, own: Path | None = None) -> str:
    """The short name of a language that was asked for and is not there; "" when none was, or it is.

    >>> asked_for("xx_YY"), asked_for("en_GB"), asked_for(None)
    ('xx', '', '')
    """
    if asked is None or is_there(asked, own):
        return ""
    return ascii(_short(asked))[1:-1][:12]


def _short(asked: str) -> str:
    return asked.replace("-", "_").partition("_")[0].lower()
