"""Words as a page asks for them, and the short forms of doses and days that stand on paper and on screens alike."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from game.core.content import Catalogue, Exercise, Unit
from game.core.locales import DateForm, Locale
from game.core.profile import SIGNS
from game.core.quest import Reason
from game.core.rules.dose import Dose
from game.core.rules.function_quests import Part


class Wording(Protocol):
    """The grown-ups' words by key; `n` chooses the plural form. `game.data.texts.texts.Texts` is one."""

    def __call__(self, key: str, /, **values: object) -> str: ...

    def reason(self, reason: Reason) -> str: ...

    @property
    def locale(self) -> Locale: ...

    def date(self, day: date, form: DateForm = "short") -> str: ...

    def amount(self, unit: str, n: int) -> str: ...

    def number(self, value: int | float) -> str: ...

    def exercise(self, id_: str) -> str: ...


def span(words: Wording, days: int) -> str:
    """How long so many days are: up to two weeks in days, unless they are whole weeks, then weeks and days."""
    weeks, rest = divmod(days, 7)
    if days < 14 and rest:
        return words.amount("days", days)
    said = words.amount("weeks", weeks)
    return words.locale.in_row([said, words.amount("days", rest)]) if rest else said


def short_amount(words: Wording, exercise: Exercise, amount: int) -> str:
    """A number with its short unit where it has one: 20 s, 10 min, 5 bricks."""
    if exercise.unit in (Unit.SECONDS, Unit.MINUTES):
        return words(f"short_{exercise.unit.value}", n=amount)
    return words.amount(exercise.unit.value, amount)


def dose_text(words: Wording, exercise: Exercise, sets: int, amount: int) -> str:
    """Sets of an amount: 2 x 20 s; one set is the amount alone."""
    said = short_amount(words, exercise, amount)
    return words("screen_times", sets=sets, amount=said) if sets > 1 else said


def table_amount(words: Wording, exercise: Exercise, amount: int) -> str:
    """A number in a table: with s or min, else alone."""
    if exercise.unit in (Unit.SECONDS, Unit.MINUTES):
        return short_amount(words, exercise, amount).replace(" ", "\u00a0")  # no line ends between them
    return str(amount)


def table_dose(words: Wording, exercise: Exercise, dose: Dose) -> str:
    """A dose in a table: 2 x 20 s, or 7."""
    said = table_amount(words, exercise, dose.amount)
    return words("screen_times", sets=dose.sets, amount=said) if dose.sets > 1 else said


def bare_dose(words: Wording, dose: Dose) -> str:
    """A dose without its unit, where that stands elsewhere: 2 x 20, or 20."""
    return words("screen_times", sets=dose.sets, amount=dose.amount) if dose.sets > 1 else str(dose.amount)


def short_date(words: Wording, day: date) -> str:
    """A day where there is little room: 9 Nov."""
    return words.date(day, "little")


def exercise_name(words: Wording, catalogue: Catalogue, id_: str) -> str:
    """The exercise's name; that of its file for what is no longer there, its id."""
    return words.exercise(id_) if id_ in catalogue.exercises else id_


def hurt_name(words: Wording, catalogue: Catalogue, id_: str) -> str:
    """The name of what hurt: an exercise, or a part of a function quest."""
    part = next((part for part in Part if part.value == id_), None)
    return words(f"function_{part.name.lower()}") if part else exercise_name(words, catalogue, id_)


def sign_text(words: Wording, sign: str) -> str:
    """A sign that needs a doctor; one of a newer game by its id."""
    return words(f"sign_{sign}") if sign in SIGNS else sign


def clock(seconds: int) -> str:
    """Minutes and seconds.

    >>> clock(245)
    '4:05'
    """
    return f"{seconds // 60}:{seconds % 60:02d}"
