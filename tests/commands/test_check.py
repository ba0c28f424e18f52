"""`check` names every problem with its place, and leaves with the right number."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from shutil import copytree

import pytest

from game.cli import main
from game.data.files.resources import resource
from game.data.levels.json_schema import schema_files

LINE = re.compile(r"(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?P<where>[^:]+): (?P<message>.+)")
SHIPPED = 1 + sum(len(list(resource("levels", folder).iterdir())) for folder in ("exercises", "programmes"))  # + rules


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
    assert out.out == "" and out.err == f"{SHIPPED} files read, no problems\n"


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


# ---------------------------------------------------------------- a family's own
WORDS = """\
words:
  right: Heels first.
  cheat: Stamping.
  how: Walk as on the moon.
  mistake: Feet stamp.
  helper: Hold a hand.
  story: Bo saw the moon.
  go: Go!
  cues: [Softly now.]
"""


def own(data: Path, words: str = "", **changes: str) -> Path:
    """The bear walk copied into a family's folder as an exercise of its own."""
    folder = data / "levels" / "exercises"
    folder.mkdir(parents=True)
    path = exercise(folder, "comet_walk.yaml", "id: bear_walk", "id: comet_walk")
    text = path.read_text(encoding="utf-8") + words
    for old, new in changes.items():
        assert f"{old}: []" in text
        text = text.replace(f"{old}: []", f"{old}: {new}")
    path.write_text(text, encoding="utf-8")
    return path


def checked(data: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], list[str]]:
    code = main(["--data-dir", str(data), "check", *words])
    out = capsys.readouterr()
    return code, out.out.splitlines(), out.err.splitlines()


@pytest.mark.parametrize("named", [False, True])
def test_a_familys_folder_is_read_beside_the_shipped_levels(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], named: bool
) -> None:
    own(tmp_path, WORDS)
    code, problems, said = checked(tmp_path, capsys, *([str(tmp_path / "levels")] if named else []))
    assert (code, problems) == (0, [])
    assert said[-1] == ("1 file read, no problems" if named else f"{SHIPPED + 1} files read, no problems")


def test_what_an_exercise_leaves_out_is_named_with_what_is_done_instead(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # no program that speaks
    path = own(tmp_path)
    code, problems, said = checked(tmp_path, capsys)
    assert (code, problems) == (0, [])
    assert said == [
        f"{path}:2:5: words.right: is left out: a general sentence is read instead",
        f"{path}:2:5: words.cheat: is left out: a general sentence is read instead",
        f"{path}:2:5: words.how: is left out: what the file says under `what` is told instead",
        f"{path}:2:5: words.mistake: is left out: the mistake is shown without a word",
        f"{path}:2:5: words.helper: is left out: a cue is said instead",
        f"{path}:2:5: words.story: is left out: none is told",
        f'{path}:2:5: words.go: is left out: "Go!" is said instead',
        f"{path}:2:5: words.cues: is left out: only what all exercises share is said while it is done",
        f"{path}:3:8: words: nobody recorded how: no program of this computer speaks, so they are written on the picture",
        f"{SHIPPED + 1} files read, no problems",
    ]


def test_a_title_that_is_cut_in_a_small_place_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = own(tmp_path, WORDS)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: Bear walk", "title: {en: Comet walk around the moon}"), encoding="utf-8")
    plan = tmp_path / "levels" / "programmes" / "ours.yaml"
    plan.parent.mkdir()
    plan.write_text(f"id: ours\ntitle: Ours\nwhat: {'For us. ' * 14}\nexercises: [comet_walk]\n", encoding="utf-8")
    code, problems, said = checked(tmp_path, capsys)
    assert (code, problems) == (0, [])
    assert said[0] == f"{path}:3:8: title: has 26 letters: in a small place the first 24 are seen"
    assert f"{plan}:3:7: what: has 111 letters: in a small place the first 100 are seen" in said


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="other programs speak there")
def test_the_program_that_will_speak_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    speaker = tmp_path / "espeak-ng"
    speaker.write_text("#!/bin/sh\n", encoding="utf-8")
    speaker.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    path = own(tmp_path, WORDS)
    _, _, said = checked(tmp_path, capsys)
    lines = "how, mistake, helper, story, cue_1"
    assert said[0] == f"{path}:42:3: words: nobody recorded {lines}: this computer's own voice says them (espeak-ng)"


@pytest.mark.parametrize(("thing", "is_named"), [("needed", False), ("star_map", False), ("ball", True)])
def test_a_thing_to_fetch_needs_a_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], thing: str, is_named: bool
) -> None:
    """The voice has a line `things_needed`, and no thing of that name."""
    path = own(tmp_path, WORDS, equipment=f"[{thing}]")
    code, problems, _ = checked(tmp_path, capsys)
    if is_named:
        assert (code, problems) == (0, [])
    else:
        assert code == 1 and len(problems) == 1
        assert problems[0].startswith(f"{path}:30:13: equipment[0]: the game has no name for {thing}")


def test_a_thing_named_in_the_files_own_words_is_good(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own(tmp_path, WORDS + "  things: {star_map: a star map}\n", equipment="[star_map]")
    assert checked(tmp_path, capsys)[:2] == (0, [])
