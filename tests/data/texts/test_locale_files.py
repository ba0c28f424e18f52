"""Every language of the game has its facts, whole and right; what is wrong in a file is named and never stops a game."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.core.locales import ENGLISH
from game.data.files.resources import resource
from game.data.texts.locale_files import locale_from, locale_of, shipped_locale
from game.data.texts.locale_form import read_locale

FOLDER = Path("assets/locales")
LANGUAGES = sorted(file.stem for file in FOLDER.glob("*.yaml"))
PLANNED = {"en", "de", "es", "fr", "it", "nl", "pt", "ru", "uk", "pl", "cs", "tr", "zh", "ja"}
DE = (FOLDER / "de.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_its_plural_rule_marks_and_names(language: str) -> None:
    locale, problems = read_locale(FOLDER / f"{language}.yaml", language)
    assert not problems and locale is not None and locale == locale_of(language)
    assert (locale.language, len(set(locale.months)), len(set(locale.weekdays_alone))) == (language, 12, 7)


def test_every_language_with_texts_or_a_voice_has_its_facts() -> None:
    folders = [f.name for kind in ("text", "voice") for f in resource("assets", kind).iterdir() if f.is_dir()]
    assert [name for name in folders if shipped_locale(name) is None] == []
    assert set(LANGUAGES) >= PLANNED


def test_english_without_its_file_is_the_same() -> None:
    assert locale_of("en") == ENGLISH


def test_a_language_nobody_knows_writes_as_english_does() -> None:
    assert locale_of("xx").months == ENGLISH.months
    assert not locale_of("xx").is_read and locale_of("../en").name == "../en"


MISTAKES = [
    ("rule: n != 1", "rule: n", "plurals.rule: gives form 3 of 2 for the number 2"),
    ("  decimal: ','\n", "", "numbers.decimal: is missing"),
    ("decimal: ','", "decimal: ',,,,'", "expected a mark of one to three characters"),
    ("'{0} und {1}'", "'{0} und'", "needs {0} and {1} once"),
    ("[Montag, ", "[", "needs 7 to 7 items, has 6"),
    ("time: HH:mm", "time: 'h:mm a'", "time: h, a stands for nothing; there are H, HH, mm"),
    ("short: d. MMMM", "short: D. MMMM", "dates.short: D stands for nothing; there are d, dd, y"),
    ("direction: ltr", "direction: left", "expected one of ltr, rtl"),
    ("first_weekday: 0", "first_weekday: 7", "7 is outside 0 to 6"),
    ("name: Deutsch", "name: [", "expected"),
]


@pytest.mark.parametrize(("right", "wrong", "said"), MISTAKES)
def test_a_mistake_is_named_with_its_place_and_the_language_is_left_out(
    tmp_path: Path, right: str, wrong: str, said: str
) -> None:
    file = tmp_path / "de.yaml"
    assert right in DE
    file.write_text(DE.replace(right, wrong, 1), encoding="utf-8")
    locale, problems = read_locale(file, "de")
    assert locale is None and any(said in str(problem) for problem in problems), problems
    assert all(re.match(r".*de\.yaml:\d+:\d+: ", str(problem)) for problem in problems)
    assert locale_from("de", file) is None
