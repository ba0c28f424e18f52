"""YAML read as it is written: a file that was edited since the game was made, and all that is a family's own.

A start needs none of this: what ships was read when the game was made (`game.data.files.compiled`), and the readers
take longer to be imported than to read. So they come from here, when the first such file is met.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.core.content import Catalogue
    from game.core.locales import Locale
    from game.core.own_files import OwnRead
    from game.data.levels.known import Known
    from game.data.levels.problems import Problem
    from game.data.texts.entries import Entry


def art(text: str) -> object:
    """The values of one of our own files of art. yaml.YAMLError where it is none."""
    from game.data.files.art_yaml import values_of

    return values_of(text)


def texts(file: Traversable) -> tuple[dict[str, Entry], tuple[Problem, ...]]:
    """See `game.data.texts.text_file.read_texts`."""
    from game.data.texts.text_file import read_texts

    return read_texts(file)


def own_texts(folder: Path, english: Mapping[str, Entry], locale: Locale) -> dict[str, Entry]:
    """See `game.data.texts.own_language.own_texts`."""
    from game.data.texts.own_language import own_texts

    return own_texts(folder, english, locale)


def locale(file: Traversable, language: str) -> tuple[Locale | None, tuple[Problem, ...]]:
    """See `game.data.texts.locale_form.read_locale`."""
    from game.data.texts.locale_form import read_locale

    return read_locale(file, language)


def levels(folder: Traversable, own: Traversable | None, language: str) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """See `game.data.levels.levels.read_catalogue`."""
    from game.data.levels.levels import read_catalogue

    return read_catalogue(folder, None, own, language)


def with_own(folder: Traversable, own: Path, language: str, names: Callable[[], Known]) -> OwnRead:
    """See `game.data.levels.own_read.read_with_own`."""
    from game.data.levels.own_read import read_with_own

    return read_with_own(folder, own, language, names)
