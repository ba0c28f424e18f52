"""Where the shipped files are: the same call from a checkout, an editable install, a wheel and a zip."""

from __future__ import annotations

from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path


def resource(*parts: str) -> Traversable:
    """A shipped file or folder, e.g. resource("assets", "rigs")."""
    root = _root()
    for part in parts:
        root = root / part
    return root


@cache
def _root() -> Traversable:
    package = Path(__file__).resolve().parents[2]
    if not package.is_dir():  # in a zip
        from importlib.resources import files

        return files("game") / "_data"
    data = package / "_data"
    return data if data.is_dir() else package.parent
