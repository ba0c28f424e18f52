"""calendar: one child's reminders as a file, and one clear line where there is none."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path
from uuid import uuid4

import icalendar
import pytest

from game.cli import main
from game.core.content import Slot, Weekday
from game.core.days import game_day
from game.core.events import ChildAdded, DaysPlanned, Fact, SettingChosen
from game.data.files.clock import local_now
from game.data.journal.journal import Journal

SIMULATED = (
    "simulate", "--programme", "children", "--age", "5-6", "--start", "2026-01-05", "--days", "3", "--family", "perfect",
)  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    assert main([*SIMULATED, "--into", str(tmp_path / "data")]) == 0
    return tmp_path / "data"


def call(data: Path, out: Path, child: str = "Robin") -> int:
    return main(["--data-dir", str(data), "calendar", "--child", child, "--out", str(out)])


def tell(data: Path, *facts: Fact, is_of_robin: bool = False) -> None:
    """Told now, by the family or of Robin."""
    journal, now = Journal.open(data / "journal.sqlite"), local_now()
    robin = next(event.child for event in journal.events() if isinstance(event.fact, ChildAdded))
    ids = [str(uuid4()) for _ in facts]
    child = robin if is_of_robin else None
    journal.write(
        journal.numbered_events(facts, child=child, at=now.astimezone(UTC), day=game_day(now, 4), offset=0, ids=ids)
    )
    journal.close()


def entries(file: Path) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(file.read_bytes().decode()).walk("VEVENT"))


def test_both_planned_parts_of_every_day_are_written(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert call(data, tmp_path / "feet.ics") == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "feet.ics")
    assert [e["SUMMARY"] for e in entries(tmp_path / "feet.ics")] == ["The Barefoot Trail: Robin"] * 2
    assert all(
        e["RRULE"]["BYDAY"] == ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] for e in entries(tmp_path / "feet.ics")
    )


def test_what_the_family_plans_and_chose_is_in_it(data: Path, tmp_path: Path) -> None:
    tell(data, SettingChosen("remind_evening", "18:15"))
    tell(data, DaysPlanned((Weekday.TUESDAY, Weekday.FRIDAY), (Slot.EVENING,)), is_of_robin=True)
    assert call(data, tmp_path / "feet.ics") == 0
    (evening,) = entries(tmp_path / "feet.ics")
    assert evening["RRULE"]["BYDAY"] == ["TU", "FR"] and f"{evening.decoded('DTSTART'):%H:%M}" == "18:15"


@pytest.mark.parametrize("case", ["nobody", "nothing", "folder", "nowhere"])
def test_what_cannot_be_is_one_line(case: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = {"folder": tmp_path, "nowhere": tmp_path / "no" / "feet.ics"}.get(case, tmp_path / "feet.ics")
    if case == "nothing":
        tell(data, SettingChosen("remind_morning", "off"), SettingChosen("remind_evening", "off"))
    capsys.readouterr()
    code = call(data, out, "Nobody" if case == "nobody" else "Robin")
    said = capsys.readouterr()
    assert code == (3 if case == "nowhere" else 2) and said.out == "" and said.err.count("\n") == 1
    assert not (tmp_path / "feet.ics").exists()
