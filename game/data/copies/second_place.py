"""The newest copies of the diary in a second place as well: a stick, or a folder that another program synchronises.

Only copies go there, never the diary: a synchronised folder may make two of one. They lie in a folder of their own and
are thinned as those beside the diary are. Nothing else there is touched.
"""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

from game.data.copies.backup import Copy, all_copies, copies_in, thin_folder
from game.data.files import documents
from game.data.files.paths import private_folder
from game.data.journal.file_copies import look

FOLDER = "Barefoot Trail copies"
log = logging.getLogger(__name__)


def offered() -> tuple[Path, ...]:
    """Where copies may be kept as well: the family's documents and what is plugged in."""
    home = documents.documents()
    return (*((home,) if home.is_dir() else ()), *documents.sticks())


def copies(place: Path) -> list[Copy]:
    """The copies kept there, newest first."""
    return copies_in(place / FOLDER)


def keep_also(data: Path, place: Path, today: date) -> Path | None:
    """The newest copy in that place too, looked at before it counts; None when there is none yet.

    OSError when the place is not there, does not take it, or gives back something else than was written.
    """
    newest = next(iter(all_copies(data)), None)
    if newest is None:
        return None
    if not place.is_dir():
        raise FileNotFoundError(f"{place} is not there")
    folder = place / FOLDER
    private_folder(folder)
    target = folder / newest.path.name
    if not target.exists():
        documents.write(target, newest.path.read_bytes())
        if not look(target).is_whole:
            target.unlink(missing_ok=True)
            raise OSError(f"{target} cannot be read back whole")
    thin_folder(folder, today)
    return target


def forget(place: Path) -> None:
    """No copy is left there: they hold a child that was erased. OSError when they cannot be reached."""
    if not place.is_dir():
        raise FileNotFoundError(f"{place} is not there")
    for copy in copies(place):
        copy.path.unlink(missing_ok=True)
