"""The languages' facts from their files: `assets/locales/LL.yaml`, and `locale.yaml` in a family's own language."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import cache
from importlib.resources.abc import Traversable

from game.core.locales import ENGLISH, Locale
from game.data import as_written
from game.data.files.compiled import Compiled
from game.data.files.plain import read
from game.data.files.resources import resource
from game.data.texts.pseudo import PSEUDO, pseudo_locale

log = logging.getLogger(__name__)


@cache
def locale_of(language: str) -> Locale:
    """How a language that ships writes; one without a file writes as English does, under its own short name. Whether
    every language of texts has its file is for a test and for `check`."""
    if language in PSEUDO:
        return pseudo_locale(language)
    return shipped_locale(language) or replace(ENGLISH, language=language, name=language, is_read=False)


@cache
def shipped_locale(language: str) -> Locale | None:
    """The same; None where there is no file, or one that cannot be read."""
    folder = resource("assets", "locales")
    return locale_from(language, folder / f"{language}.yaml", Compiled(folder)) if language.isalpha() else None


def locale_from(language: str, file: Traversable, compiled: Compiled | None = None) -> Locale | None:
    """A language by its file; None where it is not there or has a mistake, which is logged."""
    try:
        source = file.read_bytes()
    except OSError:
        return None
    if (said := compiled.said(language, source) if compiled else None) is not None:
        try:
            made: Locale = read(Locale, said)
        except (ValueError, TypeError, KeyError, IndexError) as error:  # somebody gave it the right sums by hand
            log.info("what was compiled of %s is read anew: %s", language, error)
        else:
            return made
    locale, problems = as_written.locale(file, language)
    for problem in problems:
        log.error("%s", problem)
    return locale
