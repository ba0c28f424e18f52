"""The tools that read the code find nothing: what `pyproject.toml` asks of it is true of all of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True)


def test_the_linter_finds_nothing():
    done = run("ruff", "check", "--no-cache", "--output-format", "concise", ".")
    assert done.returncode == 0, done.stdout


def test_all_of_it_is_laid_out_as_the_formatter_does():
    done = run("ruff", "format", "--no-cache", "--check", ".")
    assert done.returncode == 0, done.stdout[:2000]


def test_the_whole_game_is_strictly_typed(tmp_path: Path):
    done = run("mypy", "--cache-dir", str(tmp_path))
    assert done.returncode == 0, done.stdout
