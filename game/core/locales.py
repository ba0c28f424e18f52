"""How a language writes dates, times, numbers, lists and what it counts: the one seam between values and words.

The facts are data, a file a language in `assets/locales/`, from the Unicode CLDR (`assets/build/locales.py`). Patterns
of days and times are the CLDR's own: `d` a day, `M` `MMM` `MMMM` a month (`LLL` `LLLL` where it stands alone, as over a
calendar), `EEEE` `EEEEEE` a weekday, `y` a year, `H` `HH` `mm` a time; words stand between apostrophes.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from gettext import c2py
from typing import Literal

from game.frozen import dataclass

FORMS = ("zero", "one", "two", "few", "many", "other")  # of a text by number, by their CLDR names
GROUPED = 10_000  # from here on digits stand in groups of three; years do not
DIGITS = 2  # of a fraction, at most
DateForm = Literal["short", "long", "year", "little", "weekday", "day", "month"]
DATE_FORMS: tuple[DateForm, ...] = ("short", "long", "year", "little", "weekday", "day", "month")
LIST_PARTS = ("two", "start", "middle", "end")
FIELD = re.compile(r"'([^']*)'|([A-Za-z])\2*")
DAY_FIELDS = ("d", "dd", "y", "M", "MM", "MMM", "MMMM", "LLL", "LLLL", "EEEE", "EEEEEE")  # of the CLDR's patterns
CLOCK_FIELDS = ("H", "HH", "mm")  # of a day of 24 hours: the game shows no other


@dataclass(frozen=True, slots=True)
class Locale:
    """One language. `language` is its short name, `name` what its speakers call it, `is_read` whether somebody whose
    own language it is has read the game in it. Weekdays count from Monday, months from January."""

    language: str
    name: str
    is_read: bool
    is_rtl: bool
    plural_forms: tuple[str, ...]
    plural_rule: str  # gettext's expression: the place in `plural_forms` of the form a whole number n takes
    decimal: str
    group: str
    percent: str  # "0 %", "0%" or "%0"
    dates: Mapping[str, str]  # a pattern for each of DATE_FORMS
    clock: str  # the pattern of a time of day
    moment: str  # "{1}, {0}": a day and a time of it
    lists: Mapping[str, str]  # "{0} and {1}" for each of LIST_PARTS
    quotes: tuple[str, str]
    first_weekday: int
    months: tuple[str, ...]
    months_alone: tuple[str, ...]
    months_short: tuple[str, ...]
    weekdays: tuple[str, ...]
    weekdays_alone: tuple[str, ...]
    weekdays_short: tuple[str, ...]

    # ---------------------------------------------------------------- what is counted
    def plural(self, n: int) -> str:
        """The name of the form a number takes; a negative number has that of its amount.

        >>> from dataclasses import replace
        >>> SLAVIC_LIKE = replace(ENGLISH, plural_forms=("one", "few", "many"), plural_rule="n==1 ? 0 : n<5 ? 1 : 2")
        >>> [SLAVIC_LIKE.plural(n) for n in (1, -3, 5)]
        ['one', 'few', 'many']
        """
        return self.plural_forms[_rule(self.plural_rule)(abs(n))]

    # ---------------------------------------------------------------- numbers
    def number(self, value: int | float, digits: int = DIGITS) -> str:
        """A number with the language's marks; a fraction with at most so many digits.

        >>> ENGLISH.number(12345.678), ENGLISH.number(3.0)
        ('12,345.68', '3')
        """
        said = f"{value:.{digits}f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
        whole, dot, rest = said.partition(".")
        if abs(int(value)) >= GROUPED:
            whole = f"{int(whole):,}".replace(",", self.group)
        return whole + (self.decimal + rest if dot else "")

    def per_cent(self, share: int | float) -> str:
        """Hundredths as they are written, 40 of them as 40 %.

        >>> ENGLISH.per_cent(40)
        '40\\xa0%'
        """
        return self.percent.replace("0", self.number(share))

    # ---------------------------------------------------------------- days and times
    def date(self, day: datetime.date, form: DateForm = "short") -> str:
        """A day in words: short "5 January", long "Monday 5 January", year "5 January 2026", little "5 Jan", weekday
        "Mo 5 Jan", day "Mo 5", month "January 2026".

        >>> [ENGLISH.date(datetime.date(2026, 1, 5), form) for form in ("short", "little", "weekday")]
        ['5 January', '5 Jan', 'Mo 5 Jan']
        """
        return self._filled(self.dates[form], day, datetime.time())

    def time(self, at: datetime.time | datetime.datetime) -> str:
        """A time of day.

        >>> ENGLISH.time(datetime.time(7, 5))
        '07:05'
        """
        return self._filled(self.clock, datetime.date.min, at.time() if isinstance(at, datetime.datetime) else at)

    def at(self, day: str, at: datetime.time | datetime.datetime) -> str:
        """A time of a day that is said in words.

        >>> ENGLISH.at("yesterday", datetime.time(17, 30))
        'yesterday, 17:30'
        """
        return _joined(self.moment, self.time(at), day)

    def _filled(self, pattern: str, day: datetime.date, at: datetime.time) -> str:
        month, weekday = day.month - 1, day.weekday()
        fields: dict[str, Callable[[], str]] = {
            "d": lambda: str(day.day), "dd": lambda: f"{day.day:02d}", "y": lambda: str(day.year),
            "M": lambda: str(day.month), "MM": lambda: f"{day.month:02d}", "MMM": lambda: self.months_short[month],
            "MMMM": lambda: self.months[month], "LLL": lambda: self.months_short[month],
            "LLLL": lambda: self.months_alone[month], "EEEE": lambda: self.weekdays[weekday],
            "EEEEEE": lambda: self.weekdays_short[weekday],
            "H": lambda: str(at.hour), "HH": lambda: f"{at.hour:02d}", "mm": lambda: f"{at.minute:02d}",
        }  # fmt: skip

        def said(found: re.Match[str]) -> str:
            if found[1] is not None:
                return found[1] or "'"
            return fields[found[0]]() if found[0] in fields else found[0]

        return FIELD.sub(said, pattern)

    @property
    def weekdays_in_order(self) -> tuple[int, ...]:
        """The weekdays as a week of this language begins, Monday being 0."""
        return tuple((self.first_weekday + n) % 7 for n in range(7))

    # ---------------------------------------------------------------- words beside words
    def listed(self, items: Sequence[str]) -> str:
        """Words one after another, the last two joined as the language joins them.

        >>> ENGLISH.listed(["mat"]), ENGLISH.listed(["mat", "pen"]), ENGLISH.listed(["mat", "pen", "ball"])
        ('mat', 'mat and pen', 'mat, pen and ball')
        """
        if len(items) < 3:
            return _joined(self.lists["two"], *items) if len(items) == 2 else "".join(items)
        said = _joined(self.lists["end"], items[-2], items[-1])
        for item in items[-3:0:-1]:
            said = _joined(self.lists["middle"], item, said)
        return _joined(self.lists["start"], items[0], said)

    def in_row(self, items: Sequence[str]) -> str:
        """Words one after another where no sentence is: in a table, on a label, and where more follow.

        >>> ENGLISH.in_row(["mat", "pen", "ball"])
        'mat, pen, ball'
        """
        said = "".join(items[:1])
        for item in items[1:]:
            said = _joined(self.lists["middle"], said, item)
        return said

    def quoted(self, text: str) -> str:
        """A text between the language's marks."""
        return f"{self.quotes[0]}{text}{self.quotes[1]}"

    def beginning(self, text: str) -> str:
        """A text as it begins a sentence, a heading or a line: its first letter large.

        >>> from dataclasses import replace
        >>> ENGLISH.beginning("today"), replace(ENGLISH, language="tr").beginning("ip")
        ('Today', 'İp')
        """
        first = text[:1]
        if self.language in ("tr", "az") and first == "i":
            return "İ" + text[1:]  # the small letter with a dot has its large one with a dot
        if self.language == "nl" and text[:2] == "ij":
            return "IJ" + text[2:]
        large = first.upper()
        return (large if len(large) == 1 else first) + text[1:]


def _joined(pattern: str, *parts: str) -> str:
    """The pattern with each number in braces as that part."""
    return re.sub(r"\{([01])\}", lambda found: parts[int(found[1])], pattern)


@cache
def _rule(expression: str) -> Callable[[int], int]:
    made: Callable[[int], int] = c2py(expression)
    return made


def unknown_fields(pattern: str, fields: Sequence[str]) -> list[str]:
    """The letters of a pattern that stand for nothing and are not between apostrophes, so that they would be shown.

    >>> unknown_fields("d 'de' MMMM", DAY_FIELDS), unknown_fields("h:mm a", CLOCK_FIELDS)
    ([], ['h', 'a'])
    """
    return [found[0] for found in FIELD.finditer(pattern) if found[1] is None and found[0] not in fields]


def mistake_in_rule(forms: Sequence[str], expression: str) -> str:
    """What is wrong with a plural rule, "" for nothing: every whole number must have its form.

    >>> mistake_in_rule(("one", "other"), "n > 1"), mistake_in_rule(("one",), "n > 1")
    ('', 'gives form 2 of 1 for the number 2')
    """
    try:
        rule = _rule(expression)
    except (ValueError, RecursionError):
        return "is no plural rule as gettext knows them"
    for n in (*range(201), 1000, 1_000_000):
        try:
            place = rule(n)
        except (ArithmeticError, RecursionError):
            return f"cannot be reckoned for the number {n}"
        if not 0 <= place < len(forms):
            return f"gives form {place + 1} of {len(forms)} for the number {n}"
    return ""


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# What a language without its file has; a test holds it to `assets/locales/en.yaml`.
ENGLISH = Locale(
    language="en", name="English", is_read=True, is_rtl=False, plural_forms=("one", "other"), plural_rule="n != 1",
    decimal=".", group=",", percent="0\u00a0%",
    dates={
        "short": "d MMMM", "long": "EEEE d MMMM", "year": "d MMMM y", "little": "d MMM", "weekday": "EEEEEE d MMM",
        "day": "EEEEEE d", "month": "MMMM y",
    },
    clock="HH:mm", moment="{1}, {0}",
    lists={"two": "{0} and {1}", "start": "{0}, {1}", "middle": "{0}, {1}", "end": "{0} and {1}"},
    quotes=("“", "”"), first_weekday=0, months=MONTHS, months_alone=MONTHS,
    months_short=tuple(month[:3] for month in MONTHS), weekdays=WEEKDAYS, weekdays_alone=WEEKDAYS,
    weekdays_short=tuple(day[:2] for day in WEEKDAYS),
)  # fmt: skip
