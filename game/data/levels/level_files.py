"""Which files of a folder are level files; nothing here knows what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from importlib.resources.abc import Traversable
from pathlib import Path

Signature = tuple[tuple[str, int, int], ...]
FILES = 500  # level files of one folder
EXERCISES, PROGRAMMES, RULES = "exercises", "programmes", "rules.yaml"
REMEMBERED = "remembered"  # in a family's folder: copies of what was good there, by which the diary names it


def level_files(folder: Traversable, below: str) -> list[Traversable]:
    """The YAML files in a folder of the levels, by name; none when it does not exist. OSError where nobody may look."""
    inside = folder / below
    if not inside.is_dir():
        return []
    files = [file for file in inside.iterdir() if file.name.endswith((".yaml", ".yml")) and is_there(file)]
    return sorted(files, key=lambda file: file.name)[:FILES]


def is_there(file: Traversable) -> bool:
    """A file, or what is no file and has the name of one; neither a folder nor an editor's mark that leads nowhere."""
    return file.is_file() or is_special(file)


def is_special(file: Traversable) -> bool:
    """A pipe, a socket or a device: reading one may wait for ever."""
    return isinstance(file, Path) and file.exists() and not file.is_file() and not file.is_dir()


def level_texts(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    """Every level file by its name below the folder, and its bytes; one that cannot be read says nothing."""
    named = [(f"{below}/{file.name}", file) for below in (EXERCISES, PROGRAMMES) for file in level_files(folder, below)]
    for name, file in (*named, (RULES, folder / RULES)):
        with suppress(OSError):
            if file.is_file():
                yield name, file.read_bytes()


def has_level_files(folder: Traversable) -> bool:
    """Whether there is anything to be read, or nobody may look."""
    try:
        return any(level_files(folder, below) for below in (EXERCISES, PROGRAMMES)) or is_there(folder / RULES)
    except OSError:
        return True


def signature(folder: Path | None) -> Signature:
    """What the folder looks like from outside: each file's name, time and size. Equal while nobody touched it."""
    if folder is None:
        return ()
    try:
        files = [file for below in (EXERCISES, PROGRAMMES) for file in level_files(folder, below)]
        paths = [*(Path(str(file)) for file in files), folder / RULES]
    except OSError:
        return ((str(folder), -1, -1),)
    return tuple(seen for path in paths if (seen := _seen(path)))


def _seen(path: Path) -> tuple[str, int, int] | None:
    try:
        about = path.stat()
    except OSError:
        return None
    return str(path), about.st_mtime_ns, about.st_size
