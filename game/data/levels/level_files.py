"""Which files of a folder are level files; nothing here knows what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from importlib.resources.abc import Traversable
from pathlib import Path

FILES = 500  # level files of one folder
EXERCISES, PROGRAMMES, RULES = "exercises", "programmes", "rules.yaml"


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
