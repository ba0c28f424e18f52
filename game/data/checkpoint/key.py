"""What all that a session leaves for the next start hangs on, beside the diary."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from game import __version__
from game.data.files.resources import resource
from game.data.levels.level_files import level_texts


def key_of(*folders: Traversable | None) -> str:
    """What a checkpoint hangs on beside the diary: the program, and the level files in these folders (None: the shipped
    ones)."""
    said = hashlib.sha256()
    root = Path(__file__).parents[2]
    for part in ("core", "data/journal", "data/levels", "data/checkpoint"):
        if (root / part).is_dir():  # it is in no bundle, whose version says all
            for name, size, changed in _modules(str(root / part)):
                said.update(f"{name} {size} {changed}\n".encode())
    for folder in folders:
        for name, text in level_texts(resource("levels") if folder is None else folder):
            said.update(name.encode("utf-8", "surrogatepass") + b"\n" + text + b"\n")
    return f"{__version__} {said.hexdigest()}"


def _modules(folder: str) -> Iterator[tuple[str, int, int]]:
    """Each module below: its name, its bytes and when it was changed (ns)."""
    with os.scandir(folder) as found:  # a start waits for this, and paths as objects take twice as long
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.endswith(".py"):
            about = entry.stat()
            yield entry.name, about.st_size, about.st_mtime_ns
        elif entry.is_dir() and entry.name != "__pycache__":
            yield from _modules(entry.path)
