"""The catalogue for everything that plays: as it was read when the game was made, or else from the level files."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib.resources.abc import Traversable
from pathlib import Path

from game.core.content import Catalogue
from game.core.own_files import OwnRead
from game.data import as_written
from game.data.files.compiled import Compiled
from game.data.files.plain import read
from game.data.files.resources import resource
from game.data.levels.known import Known
from game.data.levels.level_files import REMEMBERED, has_level_files, level_texts

ENGLISH = "en"
log = logging.getLogger(__name__)


def read_shipped() -> Catalogue:
    """The shipped catalogue. Raises ValueError when there are no rules to play by."""
    return playable()[0]


def playable_with_own(
    folder: Traversable | None, own: Path | None, language: str, names: Callable[[], Known]
) -> OwnRead:  # fmt: skip
    """What can be played of a folder and of a family's `own`, with every file of theirs and what is remembered of those
    that were. `names` says what the art offers; it is asked only where there are files of theirs. Raises ValueError
    when there are no rules to play by."""
    folder = resource("levels") if folder is None else folder
    if own is None or not (has_level_files(own) or has_level_files(own / REMEMBERED)):
        catalogue, problems = playable(folder, None, language)
        return OwnRead(catalogue, problems=problems)
    return as_written.with_own(folder, own, language, names)


def playable(
    folder: Traversable | None = None, own: Traversable | None = None, language: str = ENGLISH
) -> tuple[Catalogue, int]:
    """What can be played of a folder, the shipped levels when None, and of a family's `own`, and how many problems were
    left out. Raises ValueError when there are no rules to play by."""
    folder = resource("levels") if folder is None else folder
    if own is None or not has_level_files(own):
        ready = compiled(folder, language)
        if ready is not None:
            return ready, 0
    catalogue, problems = as_written.levels(folder, own, language)
    if catalogue is None:
        raise ValueError("\n".join(str(problem) for problem in problems))
    return catalogue, len(problems)


def compiled(folder: Traversable, language: str) -> Catalogue | None:
    """What was read of these very files when the game was made; None where they are others."""
    said = Compiled(folder).said(language, source_of(folder))
    if said is None:
        return None
    try:
        catalogue: Catalogue = read(Catalogue, said)
    except (ValueError, TypeError, KeyError, IndexError) as error:  # somebody gave it the right sums by hand
        log.info("the compiled levels are read anew: %s", error)
        return None
    return catalogue


def source_of(folder: Traversable) -> bytes:
    """All level files of the folder in one text: one file more, less or changed is another."""
    return b"".join(
        b"%s %d\n%s\n" % (name.encode("utf-8", "surrogatepass"), len(text), text)
        for name, text in ((name, text.replace(b"\r\n", b"\n")) for name, text in level_texts(folder))
    )
