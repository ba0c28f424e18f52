"""doctor: what is broken is named, with how to mend it; and a game that cannot start says which file it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import namedtuple
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.cli import main
from game.data.files import shipped

ROOT = Path(__file__).resolve().parent.parent.parent
FONT, BO, VOICE = "assets/fonts/Nunito-ExtraBold.ttf", "assets/parts/cast/bo.svg", "assets/voice/en/again_ask.ogg"
Usage = namedtuple("Usage", "total used free")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole game in a folder of its own."""
    place = tmp_path_factory.mktemp("copy")
    for name in ("game", "assets", "levels"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    return place


@pytest.fixture
def game(copy: Path) -> Iterator[Path]:
    """The same, mended after the test."""
    yield copy
    for name in (*shipped.listed(), f"assets/{shipped.LIST}"):
        here, there = copy / name, ROOT / name
        if not here.is_file() or here.read_bytes() != there.read_bytes():
            shutil.copyfile(there, here)


def run(game: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """That game's command, with a family that has never played."""
    surroundings = {**os.environ, "PYTHONPATH": str(game), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-m", "game", "--data-dir", str(game / "family"), *words], cwd=game, env=surroundings,
        capture_output=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip


def bad(told: str) -> list[str]:
    return [line for line in told.splitlines() if line.startswith("!!")]


def test_a_whole_game_is_told_so(game: Path) -> None:
    done = run(game, "doctor")
    assert done.returncode == 0, done.stdout
    assert f"{len(shipped.listed())} pictures, sounds, texts and levels are as they were shipped" in done.stdout


def test_every_broken_or_missing_file_is_named_in_one_line(game: Path) -> None:
    (game / FONT).write_bytes(b"rubbish")
    (game / BO).write_bytes(b"")
    (game / VOICE).unlink()
    rules = game / "levels" / "rules.yaml"
    rules.write_text(rules.read_text(encoding="utf-8") + "# one line more\n", encoding="utf-8")
    done = run(game, "doctor")
    assert done.returncode == 1
    assert bad(done.stdout) == [
        f"!!  {FONT} is not as it was shipped. Install again",
        f"!!  {BO} is not as it was shipped. Install again",
        f"!!  {VOICE} is missing. Install again",
        "!!  levels/rules.yaml is not as it was shipped. Install again",
    ]


def test_what_makes_its_reader_stumble_is_named_and_the_rest_is_still_looked_at(game: Path) -> None:
    (game / "assets" / "rigs" / "bo_front.yaml").write_text("a: [", encoding="utf-8")
    done = run(game, "doctor")
    assert done.returncode == 1 and "display: " in done.stdout
    told = bad(done.stdout)
    assert told[0] == "!!  assets/rigs/bo_front.yaml is not as it was shipped. Install again"
    assert len(told) == 2 and "levels cannot be checked" in told[1]


@pytest.mark.parametrize(
    "spoil", [Path.unlink, lambda path: path.write_bytes(b""), lambda path: path.write_bytes(b"\xff\xfe")],
    ids=["missing", "empty", "no text"],
)  # fmt: skip
def test_a_list_that_is_none_is_told(game: Path, spoil: Callable[[Path], object]) -> None:
    spoil(game / "assets" / shipped.LIST)
    done = run(game, "doctor")
    assert done.returncode == 1
    (line,) = bad(done.stdout)
    assert "hashes.txt" in line


def test_line_ends_of_windows_and_files_of_ones_own_do_not_count(game: Path) -> None:
    for name in (BO, "levels/rules.yaml", "assets/music/beats.json"):
        path = game / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (game / "levels" / "exercises" / "my_own.yaml~").touch()
    (game / "assets" / "parts" / ".bo.svg.swp").touch()
    done = run(game, "doctor")
    assert done.returncode == 0, done.stdout


def test_a_game_that_cannot_start_says_in_one_line_which_file_is_broken(game: Path) -> None:
    (game / FONT).write_bytes(b"rubbish")
    done = run(game, "play", "--mute")
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith("barefoot-trail: ") and FONT in last and "install" in last and "doctor" in last
    assert "Traceback" not in done.stderr


# ---------------------------------------------------------------- the computer's own
def doctor(data: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    code = main(["--data-dir", str(data), "doctor"])
    return code, bad(capsys.readouterr().out)


def test_pygame_in_place_of_pygame_ce_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(pygame, "IS_CE")
    code, (line,) = doctor(tmp_path, capsys)
    assert code == 1 and "pygame-ce" in line and "Uninstall pygame" in line


@pytest.mark.parametrize(("mb", "is_told"), [(5, True), (19, True), (21, False)])
def test_little_room_on_the_disk_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, mb: int, is_told: bool
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1 << 40, 1 << 40, mb << 20))
    code, told = doctor(tmp_path, capsys)
    assert code == is_told
    assert told == ([f"!!  {tmp_path}: only {mb} MB are free. Make room on the disk"] if is_told else [])


# ---------------------------------------------------------------- yours, and damaged
def test_what_a_family_added_is_told_as_theirs_and_asks_for_no_other_installation(game: Path) -> None:
    own = game / "family" / "levels" / "exercises"
    own.mkdir(parents=True)
    text = (game / "levels" / "exercises" / "bear_walk.yaml").read_text(encoding="utf-8")
    for folder, id_ in ((own, "comet_walk"), (game / "levels" / "exercises", "star_walk")):
        (folder / f"{id_}.yaml").write_text(text.replace("id: bear_walk", f"id: {id_}"), encoding="utf-8")
    try:
        done = run(game, "doctor")
        assert done.returncode == 0, done.stdout
        assert "ok  1 file is yours, beside the shipped ones: levels/exercises/star_walk.yaml" in done.stdout
        assert "ok  27 level files are whole" in done.stdout
        assert f"ok  your own levels are read from {own.parent}" in done.stdout
        (own / "comet_walk.yaml").write_text("id: [", encoding="utf-8")
        done = run(game, "doctor")
        assert done.returncode == 1
        (line,) = bad(done.stdout)
        assert line.startswith(f"!!  1 problem in your own levels: {own / 'comet_walk.yaml'}:1:")
        assert "Mend that file" in line and "Install again" not in line
        shutil.rmtree(own.parent)
        (game / "levels" / "exercises" / "star_walk.yaml").write_text("id: [", encoding="utf-8")
        (line,) = bad(run(game, "doctor").stdout)
        assert "problem in your own levels: levels/exercises/star_walk.yaml:1:" in line and "Install again" not in line
    finally:
        (game / "levels" / "exercises" / "star_walk.yaml").unlink()
        shutil.rmtree(own.parent, ignore_errors=True)
