"""The words of the game by key: what a grown-up reads, and the captions of what a child hears.

A catalogue is a YAML table from keys to texts, or to forms of a text by number (`one`, `other`, ...), of which `{n}`
chooses one. A placeholder is `{name}`, or `{name unit}` for a number with what it counts, in the form its language asks
for, and nothing else: never `str.format`, which would open our insides to whoever translates. A key missing in a
language is English; one missing there is what somebody's own level file says; one missing everywhere is shown in
brackets and logged.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Protocol

from game.core.keys import DEFAULTS, keys_for_sentences
from game.core.locales import ENGLISH, DateForm, Locale
from game.data import as_written
from game.data.files.compiled import Compiled
from game.data.files.resources import resource
from game.data.texts.entries import PLACEHOLDER, Entry, names_in
from game.data.texts.languages import locale_in, own_folder
from game.data.texts.own_words import in_words
from game.data.texts.pseudo import PSEUDO, pseudo_entry

log = logging.getLogger(__name__)
GROWN_UPS = ("parent", "screens")
SPOKEN = ("spoken", "story")
LARGER = {"days": ("weeks", 7, 14), "seconds": ("minutes", 60, 60)}  # said so from the last on, where it is a whole one


class ReasonText(Protocol):
    """Why the rules did something: the key of a text and what it says; `game.core.quest.Reason` is one."""

    @property
    def key(self) -> str: ...

    @property
    def values(self) -> Mapping[str, int | str]: ...


TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")  # a short month or a year ends with a stop of its own: "2026 г.."


class Texts:
    """The texts of some catalogues in a language. `names` are the files below `assets/text/en`; another language may
    have any files, of which only their keys are taken. `own` is the folder of a family's own languages: what stands
    there comes first."""

    def __init__(
        self, language: str = "en", names: Sequence[str] = GROWN_UPS, folder: Traversable | None = None,
        own: Path | None = None,
    ) -> None:  # fmt: skip
        self._folder = resource("assets", "text") if folder is None else folder
        self._names, self._compiled, self._own_folder = tuple(names), Compiled(self._folder), own
        self._english = self._read("en", [f"{name}.yaml" for name in names])
        self.speak(language)
        self.from_keys: Mapping[str, str] = keys_for_sentences(DEFAULTS)  # a sentence names a key as {key_hurt}
        self.from_rules: Mapping[str, int] = {}  # numbers a sentence may name, see `game.core.numbers.for_sentences`
        self.from_files: Mapping[str, str] = {}  # of own level files, see `game.data.texts.own_words`
        self._missed: set[str] = set()

    def speak(self, language: str) -> None:
        """From now on in this language."""
        self.language, self.locale = language, locale_in(language, self._own_folder)
        self._own = self._translated(language)
        self._exercises: Texts | None = None

    def _read(self, language: str, files: Sequence[str]) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        for name in files:
            file = self._folder / language / name
            ready = self._ready(f"{language}/{name}", file)
            if ready is not None:
                entries |= ready
                continue
            read, problems = as_written.texts(file)
            for problem in problems:
                log.error("%s", problem)
            entries |= read
        return entries

    def _ready(self, name: str, file: Traversable) -> dict[str, Entry] | None:
        """What was read of this very file when the game was made."""
        try:
            said = self._compiled.said(name, file.read_bytes())
        except OSError:
            return None
        return said if isinstance(said, dict) else None

    def _translated(self, language: str) -> dict[str, Entry]:
        if language in PSEUDO:
            return {key: pseudo_entry(language, entry) for key, entry in self._english.items()}
        folder = own_folder(self._own_folder, language)
        own = as_written.own_texts(folder, self._english, locale_in(language, self._own_folder)) if folder else {}
        return self._shipped(language, bool(own)) | own

    def _shipped(self, language: str, has_own: bool) -> dict[str, Entry]:
        """What ships of it beside English."""
        if language == "en":
            return {}
        folder = self._folder / language
        if not re.fullmatch(r"[a-z]{2,3}(_[A-Z]{2})?", language) or not folder.is_dir():
            if not has_own:
                log.warning("no texts in %s", language[:20])
            return {}
        files = sorted(f.name for f in folder.iterdir() if f.name.endswith(".yaml"))
        return {k: v for k, v in self._read(language, files).items() if k in self._english}

    def has(self, key: str) -> bool:
        """Whether there is such a text."""
        return key in self._english or key in self.from_files

    def is_shipped(self, key: str) -> bool:
        """Whether the catalogue itself has it, and no level file is asked."""
        return key in self._english

    def keys(self) -> Iterator[str]:
        """All keys, in the order of the English files."""
        yield from self._english

    def entry(self, key: str) -> Entry:
        """The text of a key as it is written, with its forms and placeholders; KeyError for none of the catalogue."""
        return self._own[key] if key in self._own else self._english[key]

    def placeholders(self, key: str) -> frozenset[str]:
        """The names in braces of a text, of all its forms together.

        >>> sorted(Texts().placeholders("exercise_next_clean"))
        ['amount', 'n']
        """
        return names_in(self._english.get(key, ""))

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of a key. `n` chooses the form; dates, times and numbers are written as the language does.

        >>> Texts()("unit_days", n=1)
        '1 day'
        """
        locale = self.locale if key in self._own else ENGLISH
        entry = self._own.get(key, self._english.get(key))
        if entry is None and key in self.from_files:
            return self.from_files[key]  # as written: braces in it are the family's own
        if entry is None:
            self._miss(key, "there is no such text")
            return f"[{key}]"
        text = entry if isinstance(entry, str) else self._form(key, entry, locale, values.get("n"))
        return TWO_STOPS.sub(".", PLACEHOLDER.sub(lambda found: self._value(key, found, values), text))

    def _form(self, key: str, forms: Mapping[str, str], locale: Locale, n: object) -> str:
        if not isinstance(n, int):
            self._miss(key, "needs a number n to choose its form")
            n = 2
        return forms.get(locale.plural(n)) or forms.get("other") or next(iter(forms.values()))

    def _value(self, key: str, found: re.Match[str], values: Mapping[str, object]) -> str:
        name, upper, unit = found.groups()
        value, most = (values.get(n, self.from_rules.get(n, self.from_keys.get(n))) for n in (name, upper or name))
        if value is None or most is None:
            self._miss(key, f"needs a value for {{{name if value is None else upper}}}")
            return found[0]
        if upper and isinstance(value, int) and isinstance(most, int):
            return self.counted_range(unit, value, most)
        return self.counted(unit, value) if unit and isinstance(value, int) else self.written(value)

    def _miss(self, key: str, message: str) -> None:
        if key not in self._missed:
            self._missed.add(key)
            log.error("text %s: %s", key, message)

    # ---------------------------------------------------------------- values in words
    def written(self, value: object) -> str:
        """A value as it stands in a text.

        >>> Texts().written(12345), Texts().written(date(2026, 1, 5))
        ('12,345', '5 January')
        """
        if isinstance(value, date):
            return self.locale.date(value)
        if isinstance(value, time):
            return self.locale.time(value)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return self.locale.number(value)
        return str(value)

    def number(self, value: int | float) -> str:
        """A number with the language's marks; a fraction with at most two digits."""
        return self.locale.number(value)

    def date(self, day: date, form: DateForm = "short") -> str:
        """A day in words."""
        return self.locale.date(day, form)

    def amount(self, unit: str, n: int) -> str:
        """An amount in an exercise's unit, e.g. "20 seconds"."""
        return self(f"unit_{unit}", n=n)

    def counted(self, unit: str, n: int) -> str:
        """A number with what it counts: whole weeks for days and whole minutes for seconds, as people say it.

        >>> [Texts().counted("days", n) for n in (1, 7, 14, 30)], Texts().counted("seconds", 120)
        (['1 day', '7 days', '2 weeks', '30 days'], '2 minutes')
        """
        larger, size, least = LARGER.get(unit, (unit, 1, 0))
        return self.amount(larger, n // size) if n >= least and n % size == 0 else self.amount(unit, n)

    def counted_range(self, unit: str | None, least: int, most: int) -> str:
        """From one number to another with what they count, in the larger unit where both are whole ones of it; one
        number alone where they are the same. The plural is that of the last.

        >>> Texts().counted_range("days", 14, 28), Texts().counted_range("days", 10, 28)
        ('2 to 4 weeks', '10 to 28 days')
        """
        if not unit:
            return self("screen_range", least=least, most=most)
        larger, size, whole = LARGER.get(unit, (unit, 1, 0))
        if least == most:
            return self.counted(unit, most)
        if least >= whole and least % size == most % size == 0:
            unit, least, most = larger, least // size, most // size
        return self("screen_range", least=least, most=self.amount(unit, most))

    def exercise(self, id_: str) -> str:
        """The name of an exercise as the voice says it; of an own one the title; else its id, in words."""
        if self._exercises is None:
            self._exercises = Texts(self.language, ("spoken",), self._folder, self._own_folder)
        if self._exercises.has(f"{id_}_name"):
            return self._exercises(f"{id_}_name")
        return self.from_files.get(f"{id_}_name") or in_words(id_)

    def thing(self, id_: str) -> str:
        """The name of a thing to fetch; one of an own exercise that has none keeps its id, in words."""
        return self(f"thing_{id_}") if self.has(f"thing_{id_}") else id_.replace("_", " ")

    def reason(self, reason: ReasonText) -> str:
        """A reason of the rules in words. See `_said` for what its values mean."""
        said = {name: self._said(name, value, reason.values) for name, value in reason.values.items()}
        return self(reason.key, **said)

    def _said(self, name: str, value: int | str, values: Mapping[str, int | str]) -> object:
        """Values of reasons by their names: `exercise` is an id; `amount`, `from` and `to` are in `unit` where one is
        given; `budget` is seconds; `date` is an ISO date, `time` an ISO time; `foot` and `why` are words of the
        rules; `pain` is 1 to 10 or 0 for nobody said how much, of the foot `sore` where that was said."""
        if name == "exercise":
            return self.exercise(str(value))
        if name == "pain":
            told = self("reason_pain", n=value) if value else self("reason_pain_unsaid")
            return self.locale.in_row([told, self(f"sore_{values['sore']}")]) if "sore" in values else told
        if name in ("amount", "from", "to", "budget") and isinstance(value, int):
            unit = "budget" if name == "budget" else str(values.get("unit", "budget" if name != "amount" else ""))
            return self.clock(value) if unit == "budget" else self.amount(unit, value) if unit else value
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return date.fromisoformat(value)
        if name == "time" and isinstance(value, str) and re.fullmatch(r"[012]\d:[0-5]\d", value):
            return time.fromisoformat(value)
        for key in (f"word_{value}", f"pause_{value}") if name in ("foot", "why") else ():
            if self.has(key):
                return self(key)
        return value

    def clock(self, seconds: int) -> str:
        """Minutes and seconds with their unit, or it would be read as a time of day.

        >>> Texts().clock(245)
        '4:05\\xa0min'
        """
        return self("short_clock", time=self.minutes(seconds))

    def minutes(self, seconds: int) -> str:
        """The same without its unit, where that stands above or beside it.

        >>> Texts().minutes(245)
        '4:05'
        """
        return f"{seconds // 60}:{seconds % 60:02d}"
