"""A language's facts are taken from the Unicode CLDR as the game can use them, for every language there is."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("babel")
from babel import Locale
from babel.localedata import locale_identifiers

from game.core.locales import mistake_in_rule
from game.data.texts.locale_form import read_locale
from tests.assets.build_scripts import BUILD, script

SHIPPED = sorted(file.stem for file in (BUILD.parent / "locales").glob("*.yaml"))
OTHERS = (
    "ar",
    "bg",
    "cy",
    "el",
    "fa",
    "ga",
    "he",
    "hi",
    "hr",
    "ko",
    "kw",
    "lt",
    "lv",
    "ro",
    "sk",
    "sl",
    "sv",
    "th",
    "vi",
)


@pytest.mark.parametrize("language", [*SHIPPED, *OTHERS])
def test_a_language_begun_with_the_script_is_right_at_once(language: str, tmp_path: Path) -> None:
    file = tmp_path / f"{language}.yaml"
    file.write_text(script("locales").written(language), encoding="utf-8")
    locale, problems = read_locale(file, language)
    assert not problems and locale is not None
    rule = Locale.parse(language).plural_form
    assert [n for n in range(1000) if locale.plural(n) != rule(n)] == []
    assert locale.per_cent(40).count("40") == 1 and "#" not in locale.per_cent(40)
    assert locale.is_rtl == (Locale.parse(language).text_direction == "rtl")


def test_every_plural_rule_there_is_can_be_written_for_gettext() -> None:
    languages = [name for name in locale_identifiers() if name.isalpha() and name != "root"]
    wrong = [(name, said) for name in languages if (said := mistake_in_rule(*script("locales").plurals(name)))]
    assert wrong == [] and len(languages) > 100


def test_a_file_that_is_there_is_what_the_script_writes() -> None:
    for language in SHIPPED:
        assert script("locales").written(language) == (BUILD.parent / "locales" / f"{language}.yaml").read_text("utf-8")
