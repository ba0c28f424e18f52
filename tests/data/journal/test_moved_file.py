"""The diary's file is replaced, renamed or removed while it is open: the next start finds all that was told."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path

import pytest

from game.core.events import GateTried
from game.data.copies import backup
from game.data.copies.rejoin import rejoin
from game.data.copies.restore import bring_back
from game.data.journal import foreign_writes, integrity
from game.data.journal.file_copies import hot, look
from game.data.journal.journal import BusyJournal, Journal
from game.data.journal.moved_file import BESIDE, How
from tests.data.family import tell, tell_at_once

needs_renaming = pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody replace a file that is open")
NOW = datetime(2026, 3, 1, 19, 0, tzinfo=UTC)


def family(data: Path, days: int = 5) -> Journal:
    journal = Journal.open(data / "journal.sqlite")
    tell(journal, days)
    return journal


def ids(data: Path) -> set[str]:
    """What the next start reads, after a kill: nothing is closed first."""
    code = (
        "import sys; from pathlib import Path; from game.data.journal.journal import Journal; from game.data.copies.rejoin import rejoin\n"
        "data = Path(sys.argv[1]); journal = Journal.open(data / 'journal.sqlite'); rejoin(journal, data)\n"
        "assert journal.health().is_whole; print(*[row.id for row in journal.rows()], sep='\\n')"
    )
    import subprocess
    import sys

    done = subprocess.run([sys.executable, "-c", code, str(data)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def killed(journal: Journal) -> None:
    """Gives up the lock as a kill does, and nothing else."""
    journal._there.close()


def older(data: Path) -> Path:
    """A copy of the diary as it is now, as a synchronising client keeps one elsewhere."""
    target = data.parent / "elsewhere.sqlite"
    shutil.copyfile(data / "journal.sqlite", target)
    return target


def written_into(path: Path, said: bytes) -> None:
    """The same file with other words in it, as `cat OLD > FILE` leaves it."""
    with path.open("r+b") as file:
        file.truncate()
        file.write(said)


def spoiled(path: Path, at: int) -> None:
    """A hundred bytes of another program's in the middle of it."""
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"?" * 100)


WAYS: dict[str, Callable[[Path, Path], None]] = {
    "replaced by an older one": lambda path, old: old.replace(path),
    "removed": lambda path, old: path.unlink(),
    "its folder removed": lambda path, old: shutil.rmtree(path.parent),
    "its folder renamed": lambda path, old: path.parent.rename(path.parent.with_name("moved")),
    "replaced by nothing": lambda path, old: (path.unlink(), path.touch()),  # type: ignore[func-returns-value,dict-item]
    "replaced by rubbish": lambda path, old: (path.unlink(), path.write_bytes(b"x" * 9000)),  # type: ignore[func-returns-value,dict-item]
    "replaced by a folder": lambda path, old: (path.unlink(), path.mkdir()),  # type: ignore[func-returns-value,dict-item]
    **{
        f"written into: {what}": way
        for what, way in {
            "an older one": lambda path, old: written_into(path, old.read_bytes()),
            "nothing": lambda path, old: written_into(path, b""),
            "rubbish": lambda path, old: written_into(path, b"x" * 9000),
            "a page of zeros": lambda path, old: path.open("r+b").write(bytes(4096)),  # type: ignore[dict-item]
            "its own first half": lambda path, old: os.truncate(path, 8192),
        }.items()
    },
}


@needs_renaming
@pytest.mark.parametrize("way", WAYS)
def test_all_that_was_told_before_and_after_is_in_the_file_the_next_start_opens(tmp_path: Path, way: str) -> None:
    data = tmp_path / "data"
    journal = family(data)
    old = older(data)
    tell(journal, 4, "leo", "Leo")
    WAYS[way](journal.path, old)  # type: ignore[arg-type]
    tell(journal, 3, "mum", "Mum")
    told = {row.id for row in journal.rows()}
    assert len(told) == 16 + 13 + 10
    killed(journal)
    assert ids(data) == told


@needs_renaming
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("at", ["BEGIN", "INSERT", "COMMIT", "PRAGMA journal_mode"])
def test_a_file_taken_away_between_a_look_and_a_word_refuses_no_word(tmp_path: Path, at: str, way: str) -> None:
    """Where it has to begin a rollback journal, SQLite sees that the name leads elsewhere, and writes nothing. One is
    begun by the first word after a start, and where another program took the old one away."""
    data = tmp_path / "data"
    family(data).close()
    old = older(data)
    path, taken = data / "journal.sqlite", []
    journal = Journal.open(path)
    if at.startswith("PRAGMA"):
        tell(journal, 4, "leo", "Leo")
        hot(path).unlink()
    before = {row.id for row in journal.rows()}

    def take_away(statement: str) -> None:
        if statement.lstrip().startswith(at) and not taken:
            taken.append(statement)
            WAYS[way](path, old)

    journal._db.set_trace_callback(take_away)
    tell(journal, 3, "mum", "Mum")
    told = {row.id for row in journal.rows()}
    assert taken and len(told) == len(before) + 10
    killed(journal)
    assert ids(data) == told


@needs_renaming
@pytest.mark.parametrize("way", WAYS)
def test_it_holds_as_well_when_nothing_is_told_after_it_but_the_game_looked(tmp_path: Path, way: str) -> None:
    data = tmp_path / "data"
    journal = family(data)
    old = older(data)
    tell(journal, 4, "leo", "Leo")
    WAYS[way](journal.path, old)  # type: ignore[arg-type]
    journal.keep_place()
    told = {row.id for row in journal.rows()}
    killed(journal)
    assert ids(data) == told and len(told) == 29


@needs_renaming
def test_the_other_one_of_two_computers_is_joined_and_told_with_both_numbers(tmp_path: Path) -> None:
    data = tmp_path / "data"
    journal = family(data)
    theirs = Journal.open(older(data))
    tell(theirs, 2, "leo", "Leo")
    theirs.close()
    tell(journal, 3, "mum", "Mum")
    (tmp_path / "elsewhere.sqlite").replace(data / "journal.sqlite")
    tell(journal, 1, "dad", "Dad")
    (told,) = journal.moved
    assert (told.how, told.missing, told.new) == (How.JOINED, 10, 7)
    assert journal.count() == 16 + 7 + 10 + 4 and journal.health().is_whole
    assert [row.seq for row in journal.rows() if row.id.startswith("dad")] == [27, 28, 29, 30]


@needs_renaming
def test_another_family_s_diary_is_put_aside_whole_and_not_a_word_of_it_joined(tmp_path: Path) -> None:
    data = tmp_path / "data"
    journal = family(data)
    theirs = Journal.open(tmp_path / "other" / "journal.sqlite")
    tell(theirs, 7, "eve", "Eve")
    theirs.close()
    (tmp_path / "other" / "journal.sqlite").replace(data / "journal.sqlite")
    tell(journal, 1, "leo", "Leo")
    (told,) = journal.moved
    assert told.how is How.ANEW and told.kept and look(told.kept).events == 22
    killed(journal)
    assert len(ids(data)) == 20


@needs_renaming
def test_while_a_second_window_has_the_new_file_the_diary_goes_on_in_a_copy_and_is_joined_later(tmp_path: Path) -> None:
    data = tmp_path / "data"
    journal = family(data)
    older(data).replace(data / "journal.sqlite")
    second = Journal.open(data / "journal.sqlite")
    tell(journal, 2, "leo", "Leo")
    tell(journal, 2, "mum", "Mum")
    assert [told.how for told in journal.moved] == [How.BESIDE]
    tell(second, 3, "dad", "Dad")
    second.close()
    tell(journal, 1, "eve", "Eve")
    assert [told.how for told in journal.moved] == [How.BESIDE, How.JOINED]
    assert journal.count() == 16 + 7 + 7 + 10 + 4
    assert not list((data / "backups").glob(f"*{BESIDE}*"))
    with pytest.raises(BusyJournal):
        Journal.open(data / "journal.sqlite", patience=0)


@needs_renaming
def test_what_went_on_in_a_copy_is_joined_at_the_next_start(tmp_path: Path) -> None:
    data = tmp_path / "data"
    journal = family(data)
    older(data).replace(data / "journal.sqlite")
    second = Journal.open(data / "journal.sqlite")
    tell(journal, 2, "leo", "Leo")
    killed(journal)
    tell(second, 3, "dad", "Dad")
    killed(second)
    assert len(ids(data)) == 16 + 7 + 10


@needs_renaming
def test_a_file_replaced_by_one_that_says_the_same_is_nothing_to_tell(tmp_path: Path) -> None:
    data = tmp_path / "data"
    journal = family(data)
    older(data).replace(data / "journal.sqlite")
    tell(journal, 1, "leo", "Leo")
    assert not journal.moved
    killed(journal)
    assert len(ids(data)) == 20


IN_PLACE = [way for way in WAYS if way.startswith("written into")]


@pytest.mark.parametrize("way", IN_PLACE)
def test_words_written_over_by_another_program_while_they_came_to_the_disk_are_written_again(
    tmp_path: Path, way: str
) -> None:  # fmt: skip
    """It writes between the look before a commit and the commit's end, so the time of the last change is ours."""
    data = tmp_path / "data"
    journal = family(data)
    old = older(data)
    tell(journal, 4, "leo", "Leo")
    with journal._transaction():  # as long as it lasts nothing is looked at
        WAYS[way](journal.path, old)  # type: ignore[arg-type]
    tell(journal, 1, "mum", "Mum")
    told = {row.id for row in journal.rows()}
    killed(journal)
    assert ids(data) == told and len(told) == 16 + 13 + 4


def test_an_older_diary_written_into_the_open_one_is_joined_and_told_with_its_number(tmp_path: Path) -> None:
    data = tmp_path / "data"
    journal = family(data)
    old = older(data).read_bytes()
    tell(journal, 2, "leo", "Leo")
    written_into(data / "journal.sqlite", old)
    journal.keep_place()
    (told,) = journal.moved
    assert (told.how, told.missing, told.new) == (How.JOINED, 7, 0)
    assert journal.count() == 23 and journal.health().is_whole
    with pytest.raises(BusyJournal):
        Journal.open(data / "journal.sqlite", patience=0)


def test_rubbish_written_into_the_open_one_is_put_aside_and_the_diary_written_again(tmp_path: Path) -> None:
    data = tmp_path / "data"
    journal = family(data)
    written_into(data / "journal.sqlite", b"x" * 9000)
    journal.keep_place()
    (told,) = journal.moved
    assert told.how is How.ANEW and told.kept and told.kept.read_bytes() == b"x" * 9000
    assert journal.count() == 16 and journal.health().is_whole


def test_what_another_computer_told_and_a_client_wrote_into_the_open_file_is_in_it_too(tmp_path: Path) -> None:
    data = tmp_path / "data"
    journal = family(data)
    theirs = Journal.open(older(data))
    tell(theirs, 2, "leo", "Leo")
    theirs.close()
    tell(journal, 3, "mum", "Mum")
    written_into(data / "journal.sqlite", (tmp_path / "elsewhere.sqlite").read_bytes())
    tell(journal, 1, "dad", "Dad")
    (told,) = journal.moved
    assert (told.how, told.missing, told.new) == (How.JOINED, 10, 7)
    assert journal.count() == 16 + 7 + 10 + 4 and journal.health().is_whole


def test_a_file_that_was_only_touched_is_read_and_not_opened_again(tmp_path: Path) -> None:
    data = tmp_path / "data"
    journal = family(data)
    there = journal._there
    (data / "journal.sqlite").touch()
    (data / "journal.sqlite").chmod(0o640)
    tell(journal, 30, "leo", "Leo")
    journal.keep_place()
    assert journal._there is there and not journal.moved and not (data / "backups").exists()


def test_of_a_long_diary_a_commit_looks_at_both_ends_and_a_quiet_look_at_all(tmp_path: Path) -> None:
    journal = family(tmp_path, 1)
    tell_at_once(journal, 700)
    count, file = journal.count(), tmp_path / "journal.sqlite"
    middle = file.stat().st_size // 2 // 4096 * 4096
    assert middle > foreign_writes.PART, "far from both ends"
    journal.keep_place()
    spoiled(file, middle)
    journal.keep_place(4096)
    assert not journal.moved, "nothing is wrong at the ends"
    journal.keep_place()
    assert [told.how for told in journal.moved] == [How.ANEW] and journal.health().is_whole and journal.count() == count


class CountedFile(FileIO):
    """A file that counts the bytes read of it."""

    told = 0

    def read(self, size: int = -1, /) -> bytes:
        said = super().read(size) or b""
        self.told += len(said)
        return said


def read_by_a_commit(journal: Journal, rounds: int) -> int:
    """The bytes of the diary that are compared when so many facts are told, each looked at before and after."""
    assert journal.path
    with CountedFile(journal.path) as raw:
        witness = foreign_writes.Witness(journal._there.db, raw)
        for row in list(journal.rows())[:rounds]:
            assert witness.is_as_written(foreign_writes.IN_PASSING)
            witness.saw([row])
            assert witness.is_as_written(foreign_writes.IN_PASSING)
        witness.close()
        return raw.told


def test_a_commit_compares_no_more_of_a_long_diary_than_of_one_of_half_a_year(tmp_path: Path) -> None:
    short, long = family(tmp_path / "short", 1), family(tmp_path / "long", 1)
    tell_at_once(short, 900)
    tell_at_once(long, 4500)
    sizes = [(tmp_path / name / "journal.sqlite").stat().st_size for name in ("short", "long")]
    assert foreign_writes.IN_PASSING < sizes[0] < sizes[1] / 4
    few, many = (read_by_a_commit(journal, 5) for journal in (short, long))
    assert 0 < many <= few <= 6 * (foreign_writes.IN_PASSING + foreign_writes.PART)
    short.close()
    long.close()


def test_without_room_for_a_second_file_the_diary_is_told_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    journal = family(tmp_path / "data", 3)
    assert journal.count() == 10 and journal._witness is None
    monkeypatch.undo()
    journal.keep_place()
    spoiled(tmp_path / "data" / "journal.sqlite", 2 * 4096)
    journal.keep_place()
    assert [told.how for told in journal.moved] == [How.ANEW] and journal.count() == 10


@pytest.mark.skipif(os.name == "nt", reason="Windows lets no open file lose its name")
def test_the_second_file_bears_no_name_so_that_a_kill_leaves_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    journal = family(tmp_path / "data", 3)
    assert journal._witness and [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_diary_brought_back_is_its_own_words(tmp_path: Path) -> None:
    journal = family(tmp_path)
    first = backup.back_up(journal, tmp_path, NOW)
    there = journal._there
    tell(journal, 3, "leo", "Leo")
    bring_back(journal, first, tmp_path, NOW.replace(hour=21), None)
    tell(journal, 1, "dad", "Dad")
    assert journal._there is there and not journal.moved and journal.count() == 20


def test_words_a_failing_disk_took_all_the_same_are_no_other_program_s(tmp_path: Path) -> None:
    journal = family(tmp_path)
    there = journal._there
    row = next(journal.rows())
    with pytest.raises(RuntimeError), journal._transaction() as db:  # its end is not heard of
        integrity.add(db, [replace(row, id="late", seq=99)])
        db.execute("COMMIT")
        raise RuntimeError("no answer")
    tell(journal, 1, "leo", "Leo")
    assert journal._there is there and not journal.moved and journal.count() == 21


def test_a_name_in_other_letters_or_a_second_name_is_no_other_file(tmp_path: Path) -> None:
    data = tmp_path / "data"
    journal = family(data)
    (data / "same.sqlite").hardlink_to(data / "journal.sqlite")
    tell(journal, 1, "leo", "Leo")
    assert not journal.moved and not (data / "backups").exists()


def test_an_older_copy_put_over_the_diary_is_joined_at_the_start_and_gives_no_new_tries(tmp_path: Path) -> None:
    journal = family(tmp_path)
    old = older(tmp_path)
    tried = [GateTried()] * 3
    journal.append(tried, child=None, at=NOW, day=NOW.date(), offset=0, ids=("t1", "t2", "t3"))
    backup.back_up(journal, tmp_path, NOW)
    journal.close()
    old.replace(tmp_path / "journal.sqlite")
    journal = Journal.open(tmp_path / "journal.sqlite")
    told = rejoin(journal, tmp_path)
    assert told and told.missing == 3 and list(journal.moved) == [told]
    assert {"t1", "t2", "t3"} <= {row.id for row in journal.rows()}
    assert rejoin(journal, tmp_path) is None


def test_a_copy_a_parent_brought_back_is_meant_and_stays(tmp_path: Path) -> None:
    journal = family(tmp_path)
    first = backup.back_up(journal, tmp_path, NOW)
    tell(journal, 3, "leo", "Leo")
    backup.back_up(journal, tmp_path, NOW.replace(hour=20))
    tell(journal, 1, "mum", "Mum")
    bring_back(journal, first, tmp_path, NOW.replace(hour=21), None)
    journal.close()
    journal = Journal.open(tmp_path / "journal.sqlite")
    assert journal.count() == 16 and rejoin(journal, tmp_path) is None
    tell(journal, 1, "dad", "Dad")
    assert rejoin(journal, tmp_path) is None


@needs_renaming
@pytest.mark.parametrize("spoil", [
    lambda side: side.unlink(),
    lambda side: (side.unlink(), side.write_bytes(b"")),
    lambda side: (side.unlink(), side.write_bytes(b"x" * 3000)),
], ids=["removed", "replaced by nothing", "replaced by rubbish"])  # fmt: skip
def test_a_kill_in_mid_commit_finds_its_way_back_though_the_rollback_journal_was_taken_away(
    tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    data = tmp_path / "data"
    journal = family(data)
    side = hot(data / "journal.sqlite")
    spoil(side)
    journal.keep_place()  # the look every few seconds, or the one before a commit
    before = journal.count()
    journal._db.executescript(
        "PRAGMA cache_size = 1; BEGIN; DROP TRIGGER never_changed; UPDATE event SET body = body || ' '"
    )
    left = tmp_path / "as a kill leaves it" / "journal.sqlite"
    left.parent.mkdir()
    assert side.stat().st_size
    shutil.copyfile(data / "journal.sqlite", left)
    shutil.copyfile(side, hot(left))
    journal._db.execute("ROLLBACK")
    journal.close()
    again = Journal.open(left)
    assert again.health().is_whole and again.count() == before
    again.close()


def test_keeping_the_way_back_never_gives_up_the_lock(tmp_path: Path) -> None:
    journal = family(tmp_path / "data")
    hot(tmp_path / "data" / "journal.sqlite").unlink()
    tell(journal, 1, "leo", "Leo")
    with pytest.raises(BusyJournal):
        Journal.open(tmp_path / "data" / "journal.sqlite", patience=0)
    journal.close()
