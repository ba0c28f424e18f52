"""A damaged diary: nothing thrown away, as much as possible read, the copy joined in, the numbers honest."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from game.data.copies import restore
from game.data.copies.backup import all_copies, back_up
from game.data.copies.mend import mend, put_aside
from game.data.copies.salvage import SalvageOffer, salvage
from game.data.journal.file_copies import hot, look
from game.data.journal.journal import BusyJournal, DamagedJournal, Journal, LostJournal
from tests.data.family import START, tell, tell_at_once, told
from tests.data.killed import killed_in_mid_commit

NOW = datetime(2026, 11, 22, 19, 12, 5).astimezone()
PAGE = 4096


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A diary of 100 days."""
    path = tmp_path_factory.mktemp("family") / "journal.sqlite"
    journal = Journal.open(path)
    tell(journal, 100)
    journal.close()
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, content: bytes) -> Path:
    """The same diary in a folder of its own, closed."""
    path = tmp_path / "journal.sqlite"
    path.write_bytes(content)
    return path


def copy_of_first(days: int, path: Path) -> Path:
    """A good copy from after so many days."""
    journal = Journal.open(path.with_name("early.sqlite"))
    tell_at_once(journal, days)
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
    assert found.rows == found.copy_rows and found.whole == 211
    assert not found.is_end_known and found.since == NOW - timedelta(days=1)


def test_with_nothing_left_and_no_copy_nobody_says_since_when(path: Path) -> None:
    path.unlink()
    assert salvage(path, path.parent) == SalvageOffer((), 0, (), None, is_end_known=False)


def damages(content: bytes) -> Iterator[bytes]:
    """Every page zeroed in turn, a stretch of each zeroed, and the file cut off in each."""
    for start in range(0, len(content), PAGE):
        yield content[:start] + bytes(PAGE) + content[start + PAGE :]
        yield content[: start + 1000] + bytes(512) + content[start + 1512 :]
        yield content[: start + 1000]


def test_the_number_told_is_not_below_what_was_lost(path: Path) -> None:
    """Where it is, the end is said not to be known; whatever is whole was told."""
    everything = {id_ for id_, _, _ in told(100)}
    known = 0
    for damaged in damages(path.read_bytes()):
        path.write_bytes(damaged)
        found = salvage(path, path.parent)
        whole = {row.id for row in found.rows}
        assert whole <= everything and len(whole) == found.whole
        assert found.gone >= len(everything - whole) or not found.is_end_known
        assert (found.since is None) == (found.is_end_known or not whole)
        known += found.is_end_known
    assert known > 60  # of 105: mostly the number can be told


def test_a_file_cut_off_still_says_what_is_in_the_rest_and_up_to_when(path: Path) -> None:
    copy_of_first(10, path)
    path.write_bytes(path.read_bytes()[: 20 * PAGE])
    found = salvage(path, path.parent)
    last = max(datetime.fromisoformat(row.at) for row in found.rows)
    assert found.whole > 150 and found.gone == 0
    assert not found.is_end_known and found.since == last


def test_a_lost_first_page_loses_no_entry(path: Path) -> None:
    zero(path, 0)
    found = salvage(path, path.parent)
    assert found.whole == 301 and found.gone == 0 and found.is_end_known


def test_the_copy_is_the_one_of_the_diarys_own_story(tmp_path: Path) -> None:
    """An older copy was brought back and something else told: what was left then does not come back."""
    path = tmp_path / "family" / "journal.sqlite"
    journal = Journal.open(path)
    tell_at_once(journal, 10)
    early = back_up(journal, path.parent, NOW - timedelta(days=1))
    tell(journal, 3, "leo", "Leo")
    journal.close()
    restore.restore(early, path.parent, NOW)  # makes a copy of what was there, Leo too
    journal = Journal.open(path)
    back_up(journal, path.parent, NOW + timedelta(hours=1))
    tell(journal, 3, "mia", "Mia")
    journal.close()
    path.write_bytes(path.read_bytes().replace(b'"attempt":"mia-1"', b'"attempt":"mia-9"'))
    found = salvage(path, path.parent)
    assert {row.profile for row in found.rows} == {"anna", "mia"}
    assert found.copy and found.copy.made == NOW + timedelta(hours=1)


# ---------------------------------------------------------------- killed in the middle of a commit
def test_what_a_kill_cut_off_is_read_with_its_rollback_journal(path: Path) -> None:
    killed_in_mid_commit(path)
    before = path.read_bytes(), hot(path).read_bytes()
    found = salvage(path, path.parent)
    assert found.whole == 301 and found.gone == 0
    assert (path.read_bytes(), hot(path).read_bytes()) == before


def test_a_killed_diary_is_kept_aside_with_its_rollback_journal(path: Path) -> None:
    killed_in_mid_commit(path)
    before = path.read_bytes(), hot(path).read_bytes()
    kept = put_aside(path, NOW)
    assert kept and (kept.read_bytes(), hot(kept).read_bytes()) == before
    assert look(kept).events == 301


def test_a_rollback_journal_alone_is_a_loss_and_no_first_start(path: Path) -> None:
    killed_in_mid_commit(path)
    path.unlink()
    old = hot(path).read_bytes()
    with pytest.raises(LostJournal):
        Journal.open(path)
    assert [file.name for file in path.parent.iterdir()] == [hot(path).name] and hot(path).read_bytes() == old


def test_a_rollback_journal_without_its_diary_is_kept_and_not_played_into_the_new_one(path: Path) -> None:
    copy_of_first(70, path)
    killed_in_mid_commit(path)
    path.unlink()
    old = hot(path).read_bytes()
    kept = mend(path, salvage(path, path.parent).rows, NOW)
    assert kept and kept.name == "journal-damaged-2026-11-22-191205.sqlite-journal" and kept.read_bytes() == old
    assert not hot(path).exists() and look(path).events == 211


# ---------------------------------------------------------------- keeping aside
def test_a_mending_that_fails_leaves_the_diary_as_it_was_and_nothing_beside_it(path: Path) -> None:
    damaged = zero(path, page_with(path, b'"attempt":"anna-50"'))
    row = salvage(path, path.parent).rows[0]
    with pytest.raises(sqlite3.IntegrityError):
        mend(path, [replace(row, body=None)], NOW)  # type: ignore[arg-type]
    assert [file.name for file in path.parent.iterdir()] == ["journal.sqlite"] and path.read_bytes() == damaged


def test_on_a_disk_without_links_a_copy_is_kept_aside(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("this disk has no links")

    damaged = zero(path, page_with(path, b'"attempt":"anna-50"'))
    monkeypatch.setattr(os, "link", refuse)
    kept = put_aside(path, NOW)
    assert kept and kept.read_bytes() == damaged and not kept.samefile(path)


# ---------------------------------------------------------------- a disk that cannot be read
needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed: apt install strace")
SALVAGE = """
import sys
from pathlib import Path
from game.data.copies.salvage import salvage
found = salvage(Path(sys.argv[1]), Path(sys.argv[1]).parent)
print(found.whole, found.all, found.is_end_known)
"""
KEEP = """
import logging, os, sys
from datetime import datetime
from pathlib import Path
from game.data.copies.mend import put_aside
def refuse(*_): raise OSError
os.link = refuse
logging.basicConfig(format="%(message)s")
print(put_aside(Path(sys.argv[1]), datetime(2026, 11, 22)))
"""


def with_bad_sectors(path: Path, which: str, *words: str) -> subprocess.CompletedProcess[str]:
    """A program to which the disk refuses those reads of the diary."""
    calls = "read,pread64,readv,preadv,sendfile,copy_file_range"
    command = ["strace", "-f", "-o", os.devnull, "-P", str(path), "-e", f"inject={calls}:error=EIO:when={which}"]
    root = Path(__file__).parents[3]
    return subprocess.run(
        [*command, sys.executable, "-B", *words], cwd=root, capture_output=True, text=True, timeout=120, check=False
    )  # fmt: skip


@needs_strace
def test_a_bad_sector_costs_only_the_entries_on_it(path: Path) -> None:
    done = with_bad_sectors(path, "11..12", "-c", SALVAGE, str(path))
    whole, all_, is_end_known = done.stdout.split()
    assert 270 < int(whole) < 301 and (all_, is_end_known) == ("301", "True"), done.stderr


@needs_strace
def test_what_cannot_be_read_is_kept_aside_as_far_as_it_can_and_said(path: Path) -> None:
    before = path.read_bytes()
    done = with_bad_sectors(path, "11..12", "-c", KEEP, str(path))
    kept = Path(done.stdout.strip()).read_bytes()
    assert kept == before[: 10 * PAGE] + bytes(2 * PAGE) + before[12 * PAGE :]
    assert "2 blocks cannot be read" in done.stderr


@needs_strace
def test_a_copy_is_restored_over_a_diary_the_disk_cannot_read_and_that_is_kept(path: Path) -> None:
    early, before = copy_of_first(70, path), path.read_bytes()
    done = with_bad_sectors(path, "8+", "-m", "game", "restore", str(early), "--data-dir", str(path.parent))
    assert done.returncode == 0, done.stderr
    (kept,) = path.parent.glob("journal-damaged-*")
    assert str(kept) in done.stderr and kept.read_bytes() == before and look(path).events == 211


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
