"""The scripts of assets/build as modules: they are no package, and import one another by their bare names."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

BUILD = Path(__file__).resolve().parents[2] / "assets" / "build"


def script(name: str) -> ModuleType:
    """A script that needs nothing but the game's own packages."""
    if str(BUILD) not in sys.path:
        sys.path.insert(0, str(BUILD))
    return importlib.import_module(name)
