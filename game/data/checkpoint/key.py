"""What all that a session leaves for the next start hangs on, beside the diary."""

from __future__ import annotations

import hashlib
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
        for module in sorted((root / part).rglob("*.py")):  # none in a bundle, whose version says all
            about = module.stat()
            said.update(f"{module.name} {about.st_size} {about.st_mtime_ns}\n".encode())
    for folder in folders:
        for name, text in level_texts(resource("levels") if folder is None else folder):
            said.update(name.encode("utf-8", "surrogatepass") + b"\n" + text + b"\n")
    return f"{__version__} {said.hexdigest()}"
