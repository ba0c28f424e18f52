"""Where the shipped files are: the same call from a checkout, an editable install, a wheel and a zip."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resource(*parts: str) -> Traversable:
    """A shipped file or folder, e.g. resource("assets", "rigs")."""
    root: Traversable = files("game") / "_data"
    if not root.is_dir():
        root = Path(__file__).resolve().parents[3]
    for part in parts:
        root = root / part
    return root
