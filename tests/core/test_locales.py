"""Dates, times, numbers, lists and plural forms as each language writes them."""

from __future__ import annotations

from datetime import date, time

import pytest

from game.core.locales import DATE_FORMS, ENGLISH, mistake_in_rule
from game.data.texts.locale_files import locale_of

DAY = date(2026, 5, 21)  # a Thursday
# By hand, from what is printed in these languages: independent of where the data came from.
SAID = {
    "cs": ("21. května", "čtvrtek 21. května", "21. května 2026", "květen 2026"),
    "de": ("21. Mai", "Donnerstag, 21. Mai", "21. Mai 2026", "Mai 2026"),
    "en": ("21 May", "Thursday 21 May", "21 May 2026", "May 2026"),
    "es": ("21 de mayo", "jueves, 21 de mayo", "21 de mayo de 2026", "mayo de 2026"),
    "fr": ("21 mai", "jeudi 21 mai", "21 mai 2026", "mai 2026"),
    "it": ("21 maggio", "giovedì 21 maggio", "21 maggio 2026", "maggio 2026"),
    "ja": ("5月21日", "5月21日(木曜日)", "2026年5月21日", "2026年5月"),
    "nl": ("21 mei", "donderdag 21 mei", "21 mei 2026", "mei 2026"),
    "pl": ("21 maja", "czwartek, 21 maja", "21 maja 2026", "maj 2026"),
    "pt": ("21 de maio", "quinta-feira, 21 de maio", "21 de maio de 2026", "maio de 2026"),
    "ru": ("21 мая", "четверг, 21 мая", "21 мая 2026\u202fг.", "май 2026\u202fг."),
    "tr": ("21 Mayıs", "21 Mayıs Perşembe", "21 Mayıs 2026", "Mayıs 2026"),
    "uk": ("21 травня", "четвер, 21 травня", "21 травня 2026\u202fр.", "травень 2026\u202fр."),
    "zh": ("5月21日", "5月21日星期四", "2026年5月21日", "2026年5月"),
}
NUMBERS = {
    "cs": "12\u00a0345,5", "de": "12.345,5", "en": "12,345.5", "es": "12.345,5", "fr": "12\u202f345,5", "it": "12.345,5",
    "ja": "12,345.5", "nl": "12.345,5", "pl": "12\u00a0345,5", "pt": "12.345,5", "ru": "12\u00a0345,5", "tr": "12.345,5",
    "uk": "12\u00a0345,5", "zh": "12,345.5",
}  # fmt: skip
LISTS = {
    "cs": "a, b a\u00a0c", "de": "a, b und c", "en": "a, b and c", "es": "a, b y c", "fr": "a, b et c", "it": "a, b e c",
    "ja": "a、b、c", "nl": "a, b en c", "pl": "a, b i c", "pt": "a, b e c", "ru": "a, b и c", "tr": "a, b ve c",
    "uk": "a, b і c", "zh": "a、b和c",
}  # fmt: skip
PLURALS = {
    "cs": "one few few other other other other", "ja": "other " * 7, "zh": "other " * 7,
    "fr": "one other other other other other other", "pt": "one other other other other other other",
    "pl": "one few few many many many few", "ru": "one few few many many one few", "uk": "one few few many many one few",
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(SAID))
def test_a_day_is_written_as_the_language_does(language: str) -> None:
    locale = locale_of(language)
    assert tuple(locale.date(DAY, form) for form in ("short", "long", "year", "month")) == SAID[language]
    assert all("2026" in locale.date(DAY, form) or "21" in locale.date(DAY, form) for form in DATE_FORMS)


@pytest.mark.parametrize("language", sorted(NUMBERS))
def test_a_number_and_a_list_are_written_as_the_language_does(language: str) -> None:
    locale = locale_of(language)
    assert locale.number(12345.5) == NUMBERS[language] and locale.number(2026) == "2026"
    assert locale.listed(["a", "b", "c"]) == LISTS[language]
    assert (locale.listed([]), locale.listed(["a"])) == ("", "a")


@pytest.mark.parametrize("language", sorted(SAID))
def test_what_is_counted_has_the_form_of_its_number(language: str) -> None:
    expected = PLURALS.get(language, "one other other other other other other").split()
    assert [locale_of(language).plural(n) for n in (1, 2, 4, 5, 11, 21, 22)] == expected
    assert locale_of(language).plural(-1) == expected[0]


def test_hundredths_and_times_are_written_as_the_language_does() -> None:
    assert [locale_of(name).per_cent(40) for name in ("en", "de", "it", "tr")] == [
        "40\u00a0%",
        "40\u00a0%",
        "40%",
        "%40",
    ]
    assert [locale_of(name).time(time(7, 5)) for name in ("en", "ru", "cs", "ja")] == ["07:05", "07:05", "7:05", "7:05"]
    assert locale_of("de").at("gestern", time(17, 30)) == "gestern, 17:30"


def test_a_week_begins_as_the_language_begins_it() -> None:
    assert locale_of("de").weekdays_in_order == (0, 1, 2, 3, 4, 5, 6)
    assert locale_of("pt").weekdays_in_order == (6, 0, 1, 2, 3, 4, 5)


def test_a_sentence_begins_with_the_large_letter_of_its_language() -> None:
    assert [locale_of(name).beginning("ijs is") for name in ("en", "nl")] == ["Ijs is", "IJs is"]
    assert (locale_of("tr").beginning("iki"), locale_of("de").beginning("ß")) == ("İki", "ß")


def test_what_a_text_holds_is_never_taken_for_a_pattern() -> None:
    assert ENGLISH.listed(["{1}", "{0}", "d"]) == "{1}, {0} and d"
    assert ENGLISH.at("{0}", time(7, 5)) == "{0}, 07:05"


@pytest.mark.parametrize("rule", ["", "n/0", "n", "import os", "(" * 400, "n > 1 ? 5 : 0", "n%0"])
def test_a_rule_that_has_no_form_for_a_number_is_named(rule: str) -> None:
    assert mistake_in_rule(("one", "other"), rule)
