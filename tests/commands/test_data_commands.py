"""export, import, backup, restore, doctor: what they do, and one clear line with the right number when they cannot."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from game.cli import main
from game.data.copies.backup import all_copies
from game.data.files.paths import network_of
from game.data.journal.file_copies import look
from game.data.journal.journal import Journal
from tests.data.family import tell


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = tmp_path / "family"
    journal = Journal.open(data / "journal.sqlite")
    tell(journal, 10)
    journal.close()
    return data


def call(data: Path, *words: str | Path) -> int:
    return main(["--data-dir", str(data), *map(str, words)])


def test_export_writes_one_event_a_line(data: Path, tmp_path: Path) -> None:
    assert call(data, "export", tmp_path / "all.jsonl") == 0
    lines = (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 31 and json.loads(lines[0])["kind"] == "child_added"


def test_import_brings_a_family_to_another_computer(data: Path, tmp_path: Path) -> None:
    call(data, "export", tmp_path / "all.jsonl")
    assert call(tmp_path / "there", "import", tmp_path / "all.jsonl") == 0
    assert call(tmp_path / "there", "import", tmp_path / "all.jsonl") == 0
    assert call(tmp_path / "there", "export", tmp_path / "back.jsonl") == 0
    assert (tmp_path / "back.jsonl").read_bytes() == (tmp_path / "all.jsonl").read_bytes()


def test_import_keeps_a_copy_of_what_was_there(data: Path, tmp_path: Path) -> None:
    call(data, "export", tmp_path / "all.jsonl")
    call(data, "import", tmp_path / "all.jsonl")
    assert len(all_copies(data)) == 1


def test_two_diaries_a_synchronised_folder_made_of_one_are_joined_without_doubles(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = data / "journal (conflicted copy).sqlite"
    shutil.copyfile(data / "journal.sqlite", other)
    for path, child in ((data / "journal.sqlite", "leo"), (other, "mia")):
        journal = Journal.open(path)
        tell(journal, 1, child, child.title())
        journal.close()
    assert call(data, "doctor") == 1 and str(other) in capsys.readouterr().out
    assert call(data, "import", other) == 0 and "4 new events, 31 were there already" in capsys.readouterr().err
    assert call(data, "import", other) == 0 and "0 new events, 35 were there already" in capsys.readouterr().err
    assert look(data / "journal.sqlite").events == 39


@pytest.mark.parametrize("broken", ["truncated", "changed", "another program's"])
def test_a_diary_that_is_not_whole_is_not_joined(
    data: Path, tmp_path: Path, broken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.sqlite"
    content = (data / "journal.sqlite").read_bytes()
    if broken == "another program's":
        sqlite3.connect(other).execute("CREATE TABLE event (id TEXT)").connection.close()
    else:
        other.write_bytes(content[:6000] if broken == "truncated" else content.replace(b'"stars":3', b'"stars":9', 1))
    assert call(data, "import", other) == 1
    assert capsys.readouterr().err.startswith(f"barefoot-trail: {other}:")
    assert look(data / "journal.sqlite").events == 31


def test_a_folder_on_another_computer_is_told_by_the_nearest_mount(tmp_path: Path) -> None:
    mounts, here = tmp_path / "mounts", tmp_path.resolve()
    (tmp_path / "far away" / "home").mkdir(parents=True)
    far = str(here / "far away").replace(" ", "\\040")
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/x {far} nfs4 rw 0 0\nbroken\n", encoding="utf-8")
    assert network_of(here / "far away" / "home", mounts) == "nfs4"
    assert network_of(here, mounts) == "" and network_of(here, tmp_path / "nothing") == ""


def test_backup_and_restore_go_there_and_back(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(data, "backup") == 0
    made = Path(capsys.readouterr().out.strip())
    assert look(made).events == 31
    assert call(data, "backup", tmp_path / "stick.sqlite") == 0
    journal = Journal.open(data / "journal.sqlite")
    tell(journal, 1, "leo", "Leo")
    journal.close()
    assert call(data, "restore", tmp_path / "stick.sqlite") == 0
    assert look(data / "journal.sqlite").events == 31
    assert sorted(look(c.path).events for c in all_copies(data)) == [31, 35]


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        (["export", "."], 2, "is a folder"),
        (["export", "nowhere/all.jsonl"], 3, "no folder"),
        (["import", "nothing.jsonl"], 2, "is no file"),
        (["import", "family/journal.sqlite"], 2, "the diary itself"),
        (["restore", "nothing.sqlite"], 2, "is no file"),
        (["restore", "note.txt"], 1, "nothing was changed"),
        (["restore", "family/journal.sqlite"], 2, "the diary itself"),
        (["backup", "note.txt"], 2, "is there already"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    code: int,
    line: str,
) -> None:
    monkeypatch.chdir(data.parent)
    Path("note.txt").write_text("a note", encoding="utf-8")
    before = (data / "journal.sqlite").read_bytes()
    assert call(data, *words) == code
    err = capsys.readouterr().err
    assert line in err and err.startswith("barefoot-trail: ") and err.count("\n") == 1
    assert (data / "journal.sqlite").read_bytes() == before


@pytest.mark.parametrize("words", [["export", "x.jsonl"], ["backup"]])
def test_where_there_is_no_family_nothing_is_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call(tmp_path / "nobody", *words) == 2
    assert "no diary" in capsys.readouterr().err and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words", [["export", "x.jsonl"], ["backup"], ["import", "all.jsonl"], ["restore", "stick.sqlite"]]
)
def test_an_open_window_keeps_the_diary_to_itself(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    monkeypatch.chdir(data.parent)
    call(data, "export", "all.jsonl")
    call(data, "backup", "stick.sqlite")
    capsys.readouterr()
    journal = Journal.open(data / "journal.sqlite")
    assert call(data, *words) == 2
    journal.close()
    assert "another window" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_code_3(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(data, "export", tmp_path / "all.jsonl")
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    assert call(tmp_path / "file" / "deeper", "import", tmp_path / "all.jsonl") == 3
    assert "Traceback" not in capsys.readouterr().err


# ---------------------------------------------------------------- doctor
def test_the_doctor_finds_a_healthy_family(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(data, "backup")
    assert call(data, "doctor") == 0
    out = capsys.readouterr().out
    assert "31 events, whole, chain unbroken" in out and "1 copies" in out and "!!" not in out


def test_the_doctor_finds_what_is_damaged_and_says_what_to_do(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call(data, "backup")
    (copy,) = all_copies(data)
    copy.path.write_bytes(b"rubbish")
    path = data / "journal.sqlite"
    path.write_bytes(path.read_bytes().replace(b'"stars":3', b'"stars":9', 1))
    assert call(data, "doctor") == 1
    bad = [line for line in capsys.readouterr().out.splitlines() if line.startswith("!!")]
    assert len(bad) == 2 and "restore" in bad[0] and copy.path.name in bad[1]


@pytest.mark.parametrize(
    ("n", "said"), [(1, "1 damaged diary is kept aside:"), (2, "2 damaged diaries are kept aside, the last")]
)
def test_the_doctor_counts_the_damaged_diaries_kept_aside(
    data: Path, capsys: pytest.CaptureFixture[str], n: int, said: str
) -> None:
    for day in range(n):
        (data / f"journal-damaged-2026-11-0{day + 1}-120000.sqlite").write_bytes(b"damaged")
    call(data, "doctor")
    assert f"{said} journal-damaged-2026-11-0{n}-120000.sqlite" in capsys.readouterr().out


def test_the_doctor_changes_nothing(data: Path, tmp_path: Path) -> None:
    before = (data / "journal.sqlite").read_bytes()
    call(data, "doctor")
    call(tmp_path / "nobody", "doctor")
    assert (data / "journal.sqlite").read_bytes() == before and not (tmp_path / "nobody").exists()


def test_the_doctor_begins_no_diary_where_there_is_only_a_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "family"
    folder.mkdir()
    (folder / "log.txt").write_text("a mistake of ours", encoding="utf-8")
    main(["doctor", "--data-dir", str(folder)])
    assert "no diary yet" in capsys.readouterr().out
    assert [f.name for f in folder.iterdir()] == ["log.txt"]


def test_the_doctor_tells_of_a_second_name_and_of_what_another_program_left_beside(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "my copy.sqlite").hardlink_to(data / "journal.sqlite")
    (data / "journal.sqlite-wal").write_bytes(b"")
    (data / "journal.sqlite-journal").mkdir()
    journal = data / "journal.sqlite"
    assert call(data, "doctor") == 1
    bad = [line for line in capsys.readouterr().out.splitlines() if line.startswith("!!")]
    assert f"{journal} has a second name (my copy.sqlite)" in bad[0] and "backup" in bad[0]
    assert f"{journal}-journal is none of this game's" in bad[1] and f"{journal}-wal" in bad[2]
    (data / "my copy.sqlite").replace(data.with_name("elsewhere.sqlite"))
    call(data, "doctor")
    assert "has a second name (in another folder)" in capsys.readouterr().out
