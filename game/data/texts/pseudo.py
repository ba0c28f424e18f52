"""Languages nobody speaks, by which English that no translator could reach is seen, and text that has no room.

Two, named as the CLDR names its own: `en_XA` writes the English words two fifths longer and with accents, `ar_XB`
from right to left. `gallery --lang en_XA` draws every screen so, and tests look at them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from game.core.locales import ENGLISH, Locale
from game.data.texts.entries import PLACEHOLDER, Entry

LONGER, MIRRORED = "en_XA", "ar_XB"
PSEUDO = (LONGER, MIRRORED)
SHARE = 0.4  # how much longer German, Finnish or Russian may become than English
ACCENTS = str.maketrans("aceginorsuyzACDEGINORSUYZ", "àćéğíñőřšűýžÀĆĎÉĞÍŇŐŘŠŰÝŽ")
KEPT = re.compile(rf"{PLACEHOLDER.pattern}|\[\d+(?:\.\d+)?\]|\w+\{{[^{{}}]*\}}|\n")
LETTERS = re.compile(r"[^\W\d_]+")
RIGHT_TO_LEFT_MARK = "\u200f"
FILL = "ěťłþúŵ"  # letters English has not, in every weight of the type


def pseudo_entry(language: str, entry: Entry) -> Entry:
    """A text, or every form of one, as a pseudo-language has it; placeholders and pauses are kept."""
    change = _longer if language == LONGER else _mirrored
    if isinstance(entry, str):
        return change(entry)
    return {form: change(text) for form, text in entry.items()}


def pseudo_locale(language: str) -> Locale:
    """English months, weekdays and joints of lists in it."""
    change, short = (_longer, _accented) if language == LONGER else (_mirrored, _mirrored)
    name = change(language.replace("_", " ")).replace(RIGHT_TO_LEFT_MARK, "")

    def changed(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(change(text) for text in texts)

    return replace(
        ENGLISH, language=language, name=name, is_read=False,
        is_rtl=language == MIRRORED, lists=_lists(change), months=changed(ENGLISH.months),
        months_alone=changed(ENGLISH.months_alone), months_short=tuple(map(short, ENGLISH.months_short)),
        weekdays=changed(ENGLISH.weekdays), weekdays_alone=changed(ENGLISH.weekdays_alone),
        weekdays_short=tuple(map(short, ENGLISH.weekdays_short)),
    )  # fmt: skip


def _lists(change: Callable[[str], str]) -> Mapping[str, str]:
    return {part: pattern.replace("and", change("and")) for part, pattern in ENGLISH.lists.items()}


def _parts(text: str, change: Callable[[str], str]) -> str:
    """The text with all changed that is words."""
    said, at = "", 0
    for kept in KEPT.finditer(text):
        said += change(text[at : kept.start()]) + kept[0]
        at = kept.end()
    return said + change(text[at:])


def _accented(text: str) -> str:
    return text.translate(ACCENTS)


def _longer(text: str) -> str:
    """Every word accented, and tails of two fifths of all letters together.

    >>> _longer("Go on, {name}")
    'Ğőł őñł, {name}'
    """
    owed = 0.5

    def with_tail(found: re.Match[str]) -> str:
        nonlocal owed
        word = found[0]
        owed += SHARE * len(word)
        more, start = int(owed), len(word) % len(FILL)
        owed -= more
        return _accented(word) + (FILL * (more // len(FILL) + 2))[start : start + more]

    return _parts(text, lambda words: LETTERS.sub(with_tail, words))


def _mirrored(text: str) -> str:
    """Every word from its last letter to its first, and behind it a mark that the line goes on to the left: the order
    of the words is turned where they are drawn.

    >>> _mirrored("Go on, {name}").replace(RIGHT_TO_LEFT_MARK, "|")
    'oG| no|, {name}'
    """
    return _parts(text, lambda words: LETTERS.sub(lambda word: word[0][::-1] + RIGHT_TO_LEFT_MARK, words))


def english_left(line: str, names: Collection[str] = ()) -> list[str]:
    """The words of a line shown in `LONGER` that did not come from the catalogue: of three letters and more, all plain,
    and none of `names`.

    >>> english_left("Ğőł őñł, Anna: Home", ["Anna"])
    ['Home']
    """
    words = LETTERS.findall(line)
    return [word for word in words if len(word) > 2 and word.isascii() and word not in names]
