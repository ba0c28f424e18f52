"""`check` names every problem with its place, and leaves with the right number."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree

import pytest

from game.cli import main
from game.data.files.resources import resource
from game.data.levels.json_schema import schema_files

LINE = re.compile(r"(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?P<where>[^:]+): (?P<message>.+)")


@pytest.fixture
def levels(tmp_path: Path) -> Path:
    folder = tmp_path / "levels"
    copytree(str(resource("levels")), folder)
    return folder


def exercise(tmp_path: Path, name: str, old: str = "", new: str = "") -> Path:
    """A shipped exercise in a file of its own, changed."""
    text = (resource("levels") / "exercises" / "bear_walk.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / name
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_the_shipped_levels_are_good(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    out = capsys.readouterr()
    assert out.out == "" and out.err == "25 files read, no problems\n"


def test_a_good_file_anywhere_is_good(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(exercise(tmp_path, "mine.yaml"))]) == 0
    assert capsys.readouterr().err == "1 file read, no problems\n"


def test_every_problem_is_one_line_with_file_line_and_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = exercise(tmp_path, "one.yaml", "cap: 60", "cap: 6")
    two = exercise(tmp_path, "two.yaml", "unit: seconds", "unit: secnds")
    assert main(["check", str(one), str(two)]) == 1
    lines = [LINE.fullmatch(line) for line in capsys.readouterr().out.splitlines()]
    assert [(found["file"], found["line"], found["where"]) for found in lines if found] == [
        (str(one), "13", "dose.cap"),
        (str(two), "7", "unit"),
    ]
    assert lines[1] and lines[1]["message"].endswith("found 'secnds' (did you mean seconds?)")


def test_a_file_is_known_by_its_fields(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("id: plan\ntitle: A plan\nwhat: For us\nexercises: [bear_walk, bear_wlak]\n", encoding="utf-8")
    assert main(["check", str(path)]) == 1
    assert capsys.readouterr().out == (
        f"{path}:4:24: exercises[1]: there is no exercise bear_wlak (did you mean bear_walk?)\n"
    )


def test_files_named_together_know_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exercise(tmp_path, "own_walk.yaml", "id: bear_walk", "id: own_walk")
    (tmp_path / "plan.yaml").write_text("id: plan\ntitle: P\nwhat: W\nexercises: [own_walk]\n", encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 0, capsys.readouterr().out


def test_a_whole_folder_of_levels_stands_for_itself(levels: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (levels / "exercises" / "caterpillar.yaml").unlink()
    assert main(["check", str(levels)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 and all("there is no exercise caterpillar" in line for line in lines)


def test_a_hostile_file_is_one_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bomb.yaml"
    path.write_text("a: &a [x]\nb: [*a, *a]\n", encoding="utf-8")
    assert main(["check", str(path)]) == 1
    assert capsys.readouterr().out == f"{path}:1:4: anchors (&) are not used here; write it out\n"


def test_a_path_that_is_not_there_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "nothing.yaml")]) == 2
    out = capsys.readouterr()
    assert out.out == "" and "nothing.yaml is no file or folder" in out.err and out.err.count("\n") == 1


def test_schemas_are_written_where_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--schema", str(tmp_path / "schema")]) == 0
    assert sorted(path.name for path in (tmp_path / "schema").iterdir()) == sorted(schema_files())
    assert len(capsys.readouterr().out.splitlines()) == len(schema_files())


def test_a_folder_that_cannot_be_written_is_a_refusal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["check", "--schema", str(tmp_path / "file")]) == 3
    assert "cannot be written" in capsys.readouterr().err
