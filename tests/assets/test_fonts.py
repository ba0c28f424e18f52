"""The type can write every word we show."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from fontTools.ttLib import TTFont

from game.data.files.art import ArtLibrary
from game.data.levels.playable import read_shipped
from game.ui.theme import BLACK, EXTRA_BOLD, SEMI_BOLD

TEXT = Path(__file__).resolve().parent.parent.parent / "assets" / "text"
# What a family may type and we must show: Latin with its neighbours, Cyrillic, digits.
LETTERS = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŁłŚśŻżŹźĄąĘęŐőŰűŠšŽžČčŘřĞğİıŞş"
CYRILLIC = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяІіЇїЄєҐґ"


def words(value: Any) -> Iterator[str]:
    """Every text inside nested values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inside in value.values():
            yield from words(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from words(inside)


@pytest.fixture(scope="module", params=[SEMI_BOLD, EXTRA_BOLD, BLACK])
def written(request: pytest.FixtureRequest) -> set[int]:
    """The characters a weight has."""
    font = TTFont(io.BytesIO(ArtLibrary().font(request.param)))
    return set(font.getBestCmap())


@pytest.mark.parametrize("file", sorted(TEXT.rglob("*.yaml")), ids=lambda f: f.relative_to(TEXT).as_posix())
def test_every_character_of_the_catalogues_can_be_written(file: Path, written: set[int]):
    shown = "".join(words(yaml.safe_load(file.read_text(encoding="utf-8"))))
    # Phonemes in braces are for the voice alone.
    import re

    shown = re.sub(r"\{[^{}]*[ˈˌɑɹə][^{}]*\}", "", shown)
    missing = {c for c in shown if ord(c) not in written and c != "\n"}
    assert not missing


def test_every_character_of_the_level_files_can_be_written(written: set[int]):
    catalogue = read_shipped()
    shown = [
        text
        for exercise in catalogue.exercises.values()
        for text in (exercise.title, exercise.what, exercise.note, exercise.reason, exercise.source)
    ]
    shown += [text for why in catalogue.why.values() for text in (why.reason, why.source)]
    shown += [text for programme in catalogue.programmes.values() for text in (programme.title, programme.what)]
    assert not {c for c in "".join(shown) if ord(c) not in written and c != "\n"}


def test_names_in_latin_and_cyrillic_can_be_written(written: set[int]):
    assert not {c for c in LETTERS + CYRILLIC if ord(c) not in written}


def test_what_the_code_itself_adds_can_be_written(written: set[int]):
    assert {ord(c) for c in "…·–0123456789%:/+"} <= written


OTHER_SCRIPTS = ("ja", "zh")  # a font of the computer's own writes them


@pytest.mark.parametrize("file", sorted((TEXT.parent / "locales").glob("*.yaml")), ids=lambda f: f.stem)
def test_days_and_numbers_can_be_written_in_every_language_of_our_scripts(file: Path, written: set[int]):
    shown = "".join(words(yaml.safe_load(file.read_text(encoding="utf-8"))))
    assert file.stem in OTHER_SCRIPTS or not {c for c in shown if ord(c) not in written}
    assert ord("\u202f") in written, "French numbers, Russian years"
