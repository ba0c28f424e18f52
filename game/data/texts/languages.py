"""Which languages the game speaks: those with both their words and their voice, English always among them.

Words alone are not enough: a child who cannot read would sit before a game that says nothing. A language asked for
that is not there is English, with its voice.
"""

from __future__ import annotations

from functools import cache

from game.data.files.resources import resource

ENGLISH = "en"


@cache
def languages() -> tuple[str, ...]:
    """The languages that can be played in, by their short names, English first."""
    words, voices = resource("assets", "text"), resource("assets", "voice")
    spoken = (f.name for f in words.iterdir() if (voices / f.name / "seconds.json").is_file())
    return (ENGLISH, *sorted(name for name in spoken if name != ENGLISH))


def language_for(asked: str | None) -> str:
    """The language to play in: the one asked for where it is there, else English.

    >>> language_for("EN-gb"), language_for("xx"), language_for(None)
    ('en', 'en', 'en')
    """
    name = (asked or "").replace("-", "_").partition("_")[0].lower()
    return name if name in languages() else ENGLISH


def is_there(asked: str) -> bool:
    """Whether what was asked for is one of them.

    >>> is_there("en_GB"), is_there("xx"), is_there("")
    (True, False, False)
    """
    return asked.replace("-", "_").partition("_")[0].lower() in languages()


def asked_for(asked: str | None) -> str:
    """The short name of a language that was asked for and is not there; "" when none was, or it is.

    >>> asked_for("xx_YY"), asked_for("en_GB"), asked_for(None)
    ('xx', '', '')
    """
    if asked is None or is_there(asked):
        return ""
    return ascii(asked.replace("-", "_").partition("_")[0].lower())[1:-1][:12]
