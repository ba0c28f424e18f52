"""Shipped files are found wherever the game is started from."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from game.data.files.resources import resource

ROOT = Path(__file__).parents[3]


def test_a_shipped_folder_is_found() -> None:
    assert (resource("levels") / "rules.yaml").is_file()
    assert resource("assets", "text", "en", "parent.yaml").is_file()


def test_what_is_not_there_is_no_file() -> None:
    assert not resource("levels", "nothing.yaml").is_file()


def test_an_unpacked_wheel_is_read_from_another_folder(tmp_path: Path) -> None:
    assert _say_first_level(_wheel(tmp_path / "site"), tmp_path) == "animal_parade.yaml"


def test_a_wheel_is_read_straight_from_its_zip(tmp_path: Path) -> None:
    folder, packed = _wheel(tmp_path / "site"), tmp_path / "game.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, file.relative_to(folder))
    assert _say_first_level(packed, tmp_path) == "animal_parade.yaml"


def _wheel(folder: Path) -> Path:
    """The folders of a wheel as far as resources need them."""
    for source in (*ROOT.glob("game/*.py"), *ROOT.glob("game/data/**/*.py")):
        target = folder / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    for source in ROOT.glob("levels/exercises/*.yaml"):
        target = folder / "game" / "_data" / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    return folder


def _say_first_level(where: Path, cwd: Path) -> str:
    code = (
        "from game.data.files.resources import resource; import game; assert 'site' in game.__file__ or '.zip' in game.__file__;"
        "print(min(file.name for file in resource('levels', 'exercises').iterdir()))"
    )
    environment = {**os.environ, "PYTHONPATH": str(where), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
