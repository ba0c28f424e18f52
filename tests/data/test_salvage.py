"""A damaged diary: nothing thrown away, as much as possible read, the copy joined in, the numbers honest."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from game.data import restore
from game.data.backup import all_copies, back_up
from game.data.copies import look
from game.data.journal import BusyJournal, DamagedJournal, Journal
from game.data.salvage import mend, salvage
from tests.data.family import START, tell, told

NOW = datetime(2026, 11, 22, 19, 12, 5).astimezone()
PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A diary of 100 days, closed."""
    path = tmp_path / "journal.sqlite"
    journal = Journal.open(path)
    tell(journal, 100)
    journal.close()
    return path


def copy_of_first(days: int, path: Path) -> Path:
    """A good copy from after so many days."""
    journal = Journal.open(path.with_name("early.sqlite"))
    tell(journal, days)
    made = back_up(journal, path.parent, NOW - timedelta(days=1))
    journal.close()
    path.with_name("early.sqlite").unlink()
    return made


def zero(path: Path, page: int) -> bytes:
    data = bytearray(path.read_bytes())
    data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(data)
    return bytes(data)


def page_with(path: Path, text: bytes) -> int:
    return path.read_bytes().index(text) // PAGE


def test_a_page_that_is_gone_costs_only_its_own_entries(path: Path) -> None:
    zero(path, page_with(path, b'"attempt":"anna-50"'))
    with pytest.raises(DamagedJournal):
        Journal.open(path)
    found = salvage(path, path.parent)
    assert found.all == 301 and 270 < found.whole < 301 and found.copy is None
    assert all(START.date() + timedelta(days=40) < day < START.date() + timedelta(days=60) for day in found.missing)
    assert found.missing


def test_the_copy_fills_what_the_damaged_file_lost(path: Path) -> None:
    copy_of_first(70, path)
    zero(path, page_with(path, b'"attempt":"anna-50"'))
    found = salvage(path, path.parent)
    assert found.gone == 0 and found.whole == 301 and len(found.copy_rows) == 211
    assert [row.id for row in found.rows] == [id_ for id_, _, _ in told(100)]


def test_a_forged_entry_is_left_behind(path: Path) -> None:
    db = sqlite3.connect(path)
    db.executescript("DROP TRIGGER never_changed; UPDATE event SET body = replace(body, ':3', ':9') WHERE place = 10")
    db.close()
    found = salvage(path, path.parent)
    assert found.whole == 300 and found.gone == 1 and "anna-2-s" not in [row.id for row in found.rows]
    assert found.missing == (date(2026, 1, 7), date(2026, 1, 8))


@pytest.mark.parametrize("content", [b"", b"rubbish" * 900])
def test_with_nothing_left_the_copy_is_what_there_is(path: Path, content: bytes) -> None:
    copy_of_first(70, path)
    path.write_bytes(content)
    found = salvage(path, path.parent)
    assert found.rows == found.copy_rows and found.whole == 211 and found.gone == 0


def test_a_missing_diary_is_mended_from_the_copy(path: Path) -> None:
    copy_of_first(70, path)
    path.unlink()
    assert mend(path, salvage(path, path.parent).rows, NOW) is None
    journal = Journal.open(path)
    assert journal.count() == 211 and journal.health().is_whole
    journal.close()


def test_going_on_keeps_the_damaged_file_byte_for_byte(path: Path) -> None:
    damaged = zero(path, page_with(path, b'"attempt":"anna-50"'))
    found = salvage(path, path.parent)
    assert path.read_bytes() == damaged
    kept = mend(path, found.rows, NOW)
    assert kept and kept.name == "journal-damaged-2026-11-22-191205.sqlite" and kept.read_bytes() == damaged
    journal = Journal.open(path)
    assert journal.count() == found.whole and journal.health().is_whole
    journal.close()


def test_a_folder_in_the_diarys_place_is_moved_aside(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "mine.txt").write_text("mine", encoding="utf-8")
    kept = mend(path, (), NOW)
    assert kept and (kept / "mine.txt").exists()
    Journal.open(path).close()


def test_a_second_card_does_not_undo_what_the_first_mended(path: Path) -> None:
    zero(path, page_with(path, b'"attempt":"anna-50"'))
    rows = salvage(path, path.parent).rows
    mend(path, rows, NOW)
    with pytest.raises(BusyJournal):
        mend(path, (), NOW)
    assert look(path).events == len(rows)


# ---------------------------------------------------------------- bringing back
def test_restoring_keeps_what_was_there(path: Path) -> None:
    early = copy_of_first(70, path)
    found, kept = restore.restore(early, path.parent, NOW)
    assert found.events == 211 and kept and look(kept).events == 301
    journal = Journal.open(path)
    assert journal.count() == 211
    journal.append((), child=None, at=START, day=START.date(), offset=0, ids=())
    tell(journal, 1, "leo", "Leo")
    journal.close()
    assert look(path).is_whole


def test_restoring_a_damaged_copy_changes_nothing(path: Path) -> None:
    early = copy_of_first(70, path)
    early.write_bytes(early.read_bytes()[:-100])
    before = path.read_bytes()
    with pytest.raises(DamagedJournal, match="nothing was changed"):
        restore.restore(early, path.parent, NOW)
    assert path.read_bytes() == before and len(all_copies(path.parent)) == 1


def test_restoring_over_a_damaged_diary_keeps_it_aside(path: Path) -> None:
    early = copy_of_first(70, path)
    path.write_bytes(b"rubbish")
    _, kept = restore.restore(early, path.parent, NOW)
    assert kept and kept.read_bytes() == b"rubbish" and look(path).events == 211


def test_restoring_waits_for_no_open_window(path: Path) -> None:
    early = copy_of_first(70, path)
    journal = Journal.open(path)
    with pytest.raises(BusyJournal):
        restore.restore(early, path.parent, NOW)
    journal.close()
    assert look(path).events == 301


def test_restoring_into_an_empty_folder_begins_there(path: Path, tmp_path: Path) -> None:
    found, kept = restore.restore(path, tmp_path / "new", NOW)
    assert found.events == 301 and kept is None and look(tmp_path / "new" / "journal.sqlite").events == 301
