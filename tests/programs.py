"""The computer's own program that shows a page, as a real one; and a computer that has none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

needs_programs = pytest.mark.skipif(os.name != "posix", reason="Windows shows a page without a program of that name")


class Program:
    """What the game starts to show a page: it tells what it was given, and whoever asks waits for that."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._pipe = folder / "given"
        os.mkfifo(self._pipe)
        for name in ("xdg-open", "open"):
            script = folder / name
            script.write_text(f'#!/bin/sh\nprintf %s "$1" > "{self._pipe}"\n', encoding="utf-8")
            script.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))

    def given(self) -> Path:
        """The page it was started with."""
        return Path(self._pipe.read_text(encoding="utf-8"))


def no_program(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing shows a page any more."""
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
