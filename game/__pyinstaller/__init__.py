"""What PyInstaller must know of the game, found by it through the entry point in `pyproject.toml`."""

from __future__ import annotations

from pathlib import Path


def get_hook_dirs() -> list[str]:
    """The folder with `hook-game.py`."""
    return [str(Path(__file__).parent)]
