"""A disk of its own and really full: mounted in a process that may do so for itself alone, where a system lets it."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
needs_a_small_disk = pytest.mark.skipif(not shutil.which("unshare"), reason="no disk of its own without it")


def on_a_small_disk(disk: Path, size: str, code: str) -> list[str]:
    """What `code` says, word by word, with an empty disk of that size mounted at `disk` for it alone."""
    disk.mkdir()
    script = f"mount -t tmpfs -o size={size} none {disk} && exec {sys.executable} -c {shlex.quote(code)}"
    quiet = {**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script], cwd=ROOT, env=quiet, capture_output=True, text=True, check=False
    )
    if "unshare" in done.stderr or "mount:" in done.stderr:
        pytest.skip("no small disk can be mounted here")
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def fill(disk: Path) -> Path:
    """Leaves no room at all; the file that takes it."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(512))
    return filler
