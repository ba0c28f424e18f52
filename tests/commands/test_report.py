"""report: four files of one child, all new or none, and one clear line where it cannot be."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from game.cli import main
from game.data.journal.journal import Journal
from game.print.report_schema import report_schema
from tests.data.small_disk import needs_a_small_disk, on_a_small_disk
from tests.paper import Pdf

SIMULATED = (
    "simulate", "--programme", "children", "--age", "5-6", "--start", "2026-01-05", "--days", "84", "--family", "ouch",
)  # fmt: skip
FILES = ["report.csv", "report.html", "report.json", "report.pdf"]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Robin's twelve weeks with pain."""
    data = tmp_path_factory.mktemp("family") / "data"
    assert main([*SIMULATED, "--into", str(data)]) == 0
    return data


@pytest.fixture
def data(shared: Path, tmp_path: Path) -> Path:
    shutil.copytree(shared, tmp_path / "data")
    return tmp_path / "data"


def call(data: Path, out: Path, *words: str, child: str = "Robin") -> int:
    return main(["--data-dir", str(data), "report", "--child", child, "--out", str(out), *words])


def told(out: Path) -> dict[str, object]:
    return json.loads((out / "report.json").read_text(encoding="utf-8"))


def test_four_files_are_written_and_named(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "for the doctor" / "today"
    assert call(data, out, "--to", "2026-03-29") == 0
    assert sorted(path.name for path in out.iterdir()) == FILES
    assert sorted(capsys.readouterr().out.splitlines()) == [str(out / name) for name in FILES]
    assert list(Draft7Validator(report_schema()).iter_errors(told(out))) == []
    assert "Caterpillar: face 6 of 10." in Pdf((out / "report.pdf").read_bytes()).text()


def test_the_time_is_a_quarter_of_a_year_or_what_was_said(data: Path, tmp_path: Path) -> None:
    call(data, tmp_path / "a", "--to", "2026-03-29")
    call(data, tmp_path / "b", "--from", "2026-02-01", "--to", "2026-02-28")
    assert (told(tmp_path / "a")["from"], told(tmp_path / "a")["to"]) == ("2026-01-05", "2026-03-29")
    assert (told(tmp_path / "b")["from"], told(tmp_path / "b")["to"]) == ("2026-02-01", "2026-02-28")


def test_simulate_and_report_agree_about_every_day(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([*SIMULATED, "--json"])
    days = {row["day"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}
    call(data, tmp_path / "a", "--from", "2026-01-05", "--to", "2026-03-29")
    report = told(tmp_path / "a")
    for row in report["days"]:  # type: ignore[attr-defined]
        planned = sum(slot["planned_s"] for slot in days[row["day"]]["slots"])
        # What hurt, and the doctor's word, made of the day another than it was in the morning.
        is_other = row["day"] in ("2026-01-19", "2026-01-22", "2026-01-29") or row["paused"]
        assert is_other or row["planned_s"] == planned
    active = [row["day"] for row in report["days"] if row["active"]]  # type: ignore[attr-defined]
    assert days["2026-03-29"]["active_days"] == len([day for day in active if day < "2026-03-29"])
    budgets = {day: row["slots"][0]["budget_s"] for day, row in days.items() if row["slots"]}
    assert report["figures"]["budget_s"] == budgets["2026-03-29"]  # type: ignore[index]
    for change in report["changes"]:  # type: ignore[attr-defined]
        if change["budget_s"] is not None:
            assert budgets[change["day"]] == change["budget_s"]


def test_files_that_were_there_are_replaced(data: Path, tmp_path: Path) -> None:
    call(data, tmp_path / "a", "--to", "2026-02-01")
    first = (tmp_path / "a" / "report.json").read_bytes()
    assert call(data, tmp_path / "a", "--to", "2026-03-01") == 0
    assert (tmp_path / "a" / "report.json").read_bytes() != first
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == FILES


def test_a_nickname_may_be_written_in_any_capitals(data: Path, tmp_path: Path) -> None:
    assert call(data, tmp_path / "a", child="rObin") == 0


def test_a_diary_that_can_only_be_read_is_reported_of(data: Path, tmp_path: Path) -> None:
    before = (data / "journal.sqlite").read_bytes()
    (data / "journal.sqlite").chmod(0o400)
    data.chmod(0o500)
    try:
        assert call(data, tmp_path / "a", "--to", "2026-03-29") == 0
    finally:
        data.chmod(0o700)
    assert (data / "journal.sqlite").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "child", "code", "line"),
    [
        ([], "Anna", 2, "there is no such child; there are Robin"),
        (["--from", "2026-02-30"], "Robin", 2, '--from: "2026-02-30" is no day'),
        (["--to", "March"], "Robin", 2, '--to: "March" is no day'),
        (["--from", "2026-03-02", "--to", "2026-03-01"], "Robin", 2, "is after"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], child: str, code: int, line: str
) -> None:
    assert call(data, tmp_path / "a", *words, child=child) == code
    err = capsys.readouterr().err
    assert line in err and err.startswith("barefoot-trail: ") and err.count("\n") == 1
    assert not (tmp_path / "a").exists()


def test_a_folder_that_is_a_file_is_said_in_one_line(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a").write_text("mine", encoding="utf-8")
    assert call(data, tmp_path / "a") == 3
    err = capsys.readouterr().err
    assert err.startswith("barefoot-trail: ") and err.count("\n") == 1
    assert (tmp_path / "a").read_text(encoding="utf-8") == "mine"


def test_where_there_is_no_family_nothing_is_begun(tmp_path: Path) -> None:
    assert call(tmp_path / "nobody", tmp_path / "a") == 2
    assert not (tmp_path / "nobody").exists() and not (tmp_path / "a").exists()
    Journal.open(tmp_path / "empty" / "journal.sqlite").close()
    assert call(tmp_path / "empty", tmp_path / "a") == 2


@needs_a_small_disk
def test_a_full_disk_leaves_the_report_that_was_there(data: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    code = f"""
import sys; sys.path.insert(0, ".")
from pathlib import Path
from game.cli import main
disk = Path({str(disk)!r})
words = ["--data-dir", {str(data)!r}, "report", "--child", "Robin", "--out", str(disk)]
print(main([*words, "--to", "2026-01-06"]))
before = {{p.name: p.read_bytes() for p in disk.iterdir()}}
print(main([*words, "--to", "2026-03-29"]))
print({{p.name: p.read_bytes() for p in disk.iterdir()}} == before)
"""
    said = on_a_small_disk(disk, "160k", code)
    assert [word for word in said if not word.startswith("/")] == ["0", "3", "True"]
