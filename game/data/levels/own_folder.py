"""A family's own folder of levels on the disk: what was known, and what the form writes there.

Beside `exercises` and `programmes` it has two folders of the game's: `remembered` keeps a copy of every file that was
good, so that what was done keeps its name, unit and feet when the file is gone; `removed` what the form
takes out.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from game.core.content import Exercise
from game.data.files.documents import write
from game.data.files.paths import private_folder, sync_folder
from game.data.levels.level_files import EXERCISES, REMEMBERED
from game.data.levels.own_yaml import yaml_of

REMOVED = "removed"


# ---------------------------------------------------------------- what was known
def is_remembered(folder: Path, file: Path) -> bool:
    """Whether a copy of a file of that name was kept."""
    return (folder / REMEMBERED / file.parent.name / file.name).is_file()


def remember(folder: Path, files: Iterable[Path]) -> None:
    """Keeps a copy of each as it is now; what cannot be kept is kept next time."""
    for file in files:
        with suppress(OSError):
            copy, said = folder / REMEMBERED / file.parent.name / file.name, file.read_bytes()
            if copy.is_file() and copy.read_bytes() == said:
                continue
            private_folder(copy.parent)
            write(copy, said)


# ---------------------------------------------------------------- what the form does
class NotOurs(OSError):
    """The file is somebody's own: it is not written over."""


def is_as_written(file: Path, exercise: Exercise) -> bool:
    """Whether the file is what the form writes of this exercise."""
    try:
        return file.read_bytes() == yaml_of(exercise).encode()
    except OSError:
        return False


def write_exercise(folder: Path, exercise: Exercise, before: Exercise | None = None) -> Path:
    """The exercise as a file, whole or not at all; over a file only where the form wrote it of `before`."""
    place = private_folder(folder / EXERCISES)
    file = place / f"{exercise.id}.yaml"
    if file.exists() and not (before is not None and is_as_written(file, before)):
        raise NotOurs(f"{file} is not the form's")
    write(file, yaml_of(exercise))
    sync_folder(place)
    return file


def put_aside(folder: Path, file: Path) -> Path:
    """Moves a file of the folder among the removed ones, under a name of its own; where it is now."""
    place = private_folder(folder / REMOVED)
    target, n = place / file.name, 2
    while target.exists():
        target, n = place / f"{file.stem}-{n}{file.suffix}", n + 1
    Path(file).replace(target)
    sync_folder(place)
    return target


def bring_back(folder: Path, aside: Path, id_: str) -> Path:
    """A removed file is in its place again; not over one that is there by now."""
    file = private_folder(folder / EXERCISES) / f"{id_}.yaml"
    if file.exists():
        raise NotOurs(f"{file} is there again")
    Path(aside).replace(file)
    sync_folder(file.parent)
    return file
