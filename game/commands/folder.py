"""The folder a command fills with files: all of them new, or none, and each named on the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from game.commands.diary import in_one_line
from game.commands.terminal import write_line
from game.data.files import documents


def fill(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Writes them by name into the folder, which is made where it is not there. A Refusal (3) from the disk."""
    with in_one_line():
        folder.mkdir(parents=True, exist_ok=True)
        documents.write_all({folder / name: content for name, content in files.items()})
    for name in files:
        write_line(folder / name)
