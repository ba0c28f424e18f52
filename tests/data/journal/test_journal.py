"""What the diary promises: in order, all or nothing, never changed, never doubled, one window at a time."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.events import Held, LevelConfirmed, SettingChosen, StarsAwarded
from game.data.journal import migrations
from game.data.journal.journal import (
    BusyJournal,
    DamagedJournal,
    Journal,
    JournalError,
    LostJournal,
    NewerJournal,
    UnwritableJournal,
)
from game.data.journal.rows import JournalRow
from tests.data.family import START, tell, told
from tests.data.small_disk import fill, needs_a_small_disk, on_a_small_disk

NAME = "journal.sqlite"
ROOT = Path(__file__).parents[3]


def opened(path: Path) -> sqlite3.Connection:
    """Another program at the file."""
    return sqlite3.connect(path, isolation_level=None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A diary of ten days, closed."""
    path = tmp_path / "family" / NAME
    journal = Journal.open(path)
    tell(journal, 10)
    journal.close()
    return path


# ---------------------------------------------------------------- a first start
def test_a_disk_without_links_gets_its_diary_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_links)
    journal = Journal.open(tmp_path / NAME)
    tell(journal, 2)
    journal.close()
    assert [path.name for path in tmp_path.iterdir()] == [NAME]
    again = Journal.open(tmp_path / NAME)
    assert again.count() == 7
    again.close()


@pytest.mark.parametrize("has_links", [True, False])
def test_a_diary_another_window_made_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    link = os.link

    def other_first(draft: Path, path: Path) -> None:
        other = tmp_path / "other" / NAME
        journal = Journal.open(other)
        tell(journal, 2)
        journal.close()
        other.rename(path)
        (link if has_links else no_links)(draft, path)

    def once(draft: Path, path: Path) -> None:
        monkeypatch.setattr(os, "link", link)
        other_first(draft, path)

    monkeypatch.setattr(os, "link", once)
    journal = Journal.open(tmp_path / NAME)
    assert journal.count() == 7 and not list(tmp_path.glob(".*"))
    journal.close()


def no_links(*_: object) -> None:
    raise PermissionError("this disk has no links")


@needs_a_small_disk
def test_a_whole_diary_on_a_full_disk_opens_and_is_never_called_damaged(path: Path) -> None:
    disk = path.parent / "disk"
    tell = f"from tests.data.journal.test_journal import full_disk; full_disk({str(path)!r}, {str(disk)!r})"
    assert on_a_small_disk(disk, "200k", tell) == ["31", "UnwritableJournal", "31", "32"]


def full_disk(path: str, disk: str) -> None:
    """In a process of its own: the diary on a disk without any room, opened, told more, and once more with room."""
    family = Path(disk) / "family"
    family.mkdir()
    shutil.copy(path, family / NAME)
    filler = fill(Path(disk))
    journal = Journal.open(family / NAME)
    print(journal.count())
    told = {"child": "anna", "at": START, "day": START.date(), "offset": 0, "ids": ("x",)}
    try:
        journal.append((Held(),), **told)
    except UnwritableJournal as error:
        print(type(error).__name__ if error.is_full else error)
    print(journal.count())
    filler.unlink()
    journal.append((Held(),), **told)
    print(journal.count())
    journal.close()


# ---------------------------------------------------------------- telling
def test_facts_told_together_are_numbered_one_after_another() -> None:
    journal = Journal.in_memory()
    held = Held(), Held(), Held()
    first = journal.append(held, child="a", at=START, day=START.date(), offset=0, ids=("x", "y", "z"))
    then = journal.append(held[:1], child="a", at=START, day=START.date(), offset=0, ids=("w",))
    assert [(e.id, e.seq) for e in (*first, *then)] == [("x", 1), ("y", 2), ("z", 3), ("w", 4)]
    with pytest.raises(ValueError, match="zip"):
        journal.numbered_events(held, child="a", at=START, day=START.date(), offset=0, ids=("one",))


def test_what_goes_wrong_with_a_copy_is_told_of_the_copys_place(path: Path) -> None:
    journal = Journal.open(path)
    (path.parent / "file").write_bytes(b"")
    with pytest.raises(UnwritableJournal) as error:
        journal.copy_to(path.parent / "file" / "copy.sqlite")
    assert error.value.path == path.parent / "file" / "copy.sqlite"
    journal.close()


def test_a_failed_taking_over_is_told_and_leaves_the_diary_whole(path: Path) -> None:
    journal = Journal.open(path)
    other = opened(path.parent / "rubbish")
    other.execute("CREATE TABLE event (words)")
    other.close()
    with pytest.raises(JournalError):
        journal.become(other)
    assert journal.count() == 31 and journal.health().is_whole
    journal.close()


def test_events_come_back_in_the_order_they_were_told() -> None:
    journal = Journal.in_memory()
    tell(journal, 5)
    assert [e.id for e in journal.events()] == [id_ for id_, _, _ in told(5)]
    assert [e.seq for e in journal.events()] == list(range(1, 17))
    assert [e.fact for e in journal.events()] == [fact for _, _, fact in told(5)]


def test_an_event_keeps_its_moment_its_day_and_its_offset() -> None:
    journal = Journal.in_memory()
    at = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC)
    journal.append((Held(),), child="a", at=at, day=at.date(), offset=-210, ids=("x",))
    (event,) = journal.events()
    assert (event.at, event.day, event.offset, event.child) == (at, at.date(), -210, "a")


def test_what_opening_has_read_is_what_the_file_says_then_and_later(path: Path) -> None:
    journal = Journal.open(path)
    read, again = list(journal.rows()), list(journal.rows())
    assert read == again and len(read) == 31
    journal.close()


def test_what_is_told_between_opening_and_reading_is_read(path: Path) -> None:
    journal = Journal.open(path)
    journal.append((Held(),), child="anna", at=START, day=START.date(), offset=0, ids=("late",))
    assert [e.id for e in journal.events()][-1] == "late"
    journal.close()


def test_the_same_event_told_twice_is_there_once(path: Path) -> None:
    journal = Journal.open(path)
    assert journal.write(list(journal.events())) == 0
    assert journal.count() == 31 and journal.health().is_whole
    journal.close()


def test_all_facts_of_one_word_are_there_or_none() -> None:
    journal = Journal.in_memory()
    good, bad = (
        JournalRow("a", "d", 1, None, "t", "d", 0, "held", "{}"),
        JournalRow("b", "d", "one", None, "t", "d", 0, "k", "{}"),
    )  # type: ignore[arg-type]
    with pytest.raises(sqlite3.IntegrityError):
        journal.write_rows([good, bad])
    assert journal.count() == 0
    journal.append((Held(),), child=None, at=START, day=START.date(), offset=0, ids=("c",))
    assert journal.count() == 1


def test_numbers_go_on_after_a_restart(path: Path) -> None:
    journal = Journal.open(path)
    (event,) = journal.append((Held(),), child="a", at=START, day=START.date(), offset=0, ids=("x",))
    assert event.seq == 32
    journal.close()


@given(st.text())
@settings(max_examples=50)
def test_any_nickname_can_be_kept(name: str) -> None:
    journal = Journal.in_memory()
    journal.append((SettingChosen("name", name),), child=None, at=START, day=START.date(), offset=0, ids=("x",))
    assert [e.fact for e in journal.events()] == [SettingChosen("name", name)]
    assert journal.health().is_whole


def test_what_a_newer_game_told_is_kept_and_passed_over() -> None:
    journal = Journal.in_memory()
    journal.write_rows([JournalRow("n", "d", 1, None, "2026-01-05T08:00:00Z", "2026-01-05", 0, "moon_walked", "{}")])
    tell(journal, 1)
    assert journal.count() == 5 and len(list(journal.events())) == 4
    assert [row.kind for row in journal.rows()][0] == "moon_walked"


# ---------------------------------------------------------------- never changed
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE event SET body = 'x'",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT place, id, device, seq, profile, at, day, offset, kind, 'x', previous, hash FROM event",
        "REPLACE INTO event SELECT * FROM event LIMIT 1",
    ],
)
def test_nothing_told_can_be_changed_through_the_journal(sql: str) -> None:
    journal = Journal.in_memory()
    tell(journal, 2)
    with pytest.raises(sqlite3.IntegrityError, match="only added to"):
        journal._db.execute(sql)
    assert journal.health().is_whole and journal.count() == 7


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE event SET body = replace(body, '3', '9') WHERE kind = 'stars_awarded' AND place = 10",
        "UPDATE event SET day = '2026-01-06' WHERE place = 3",
        "DELETE FROM event WHERE place = 5",
        "UPDATE event SET profile = 'leo' WHERE place = 31",
        "INSERT INTO event SELECT 32, 'new', device, 32, profile, at, day, offset, kind, body, previous, hash FROM event WHERE place = 31",
    ],
)
def test_what_another_program_changed_is_found(path: Path, sql: str) -> None:
    db = opened(path)
    db.executescript("DROP TRIGGER never_changed; DROP TRIGGER never_deleted;")
    db.execute(sql)
    db.close()
    with pytest.raises(DamagedJournal, match="not as it was written"):
        Journal.open(path)


def test_a_flipped_bit_in_a_text_is_found(path: Path) -> None:
    data = bytearray(path.read_bytes())
    at = data.rindex(b'"stars":3')
    data[at + 8] ^= 1
    path.write_bytes(data)
    assert opened(path).execute("PRAGMA integrity_check").fetchone() == ("ok",)  # SQLite itself sees nothing
    with pytest.raises(DamagedJournal):
        Journal.open(path)


# ---------------------------------------------------------------- opening
def test_a_family_that_never_played_gets_a_new_diary(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path / "deep" / "down" / NAME)
    assert journal.count() == 0
    journal.close()
    assert [p.name for p in (tmp_path / "deep" / "down").iterdir()] == [NAME]


@pytest.mark.skipif(os.name == "nt", reason="rights are told otherwise on Windows")
def test_only_its_owner_may_read_it(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_settings_are_those_that_lose_nothing(path: Path) -> None:
    journal = Journal.open(path)
    pragmas = (
        "journal_mode synchronous recursive_triggers trusted_schema cell_size_check locking_mode journal_size_limit"
    )
    found = {name: journal._db.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas.split()}
    assert found == {
        "journal_mode": "delete", "synchronous": 3, "recursive_triggers": 1, "trusted_schema": 0, "cell_size_check": 1,
        "locking_mode": "exclusive", "journal_size_limit": 0,
    }  # fmt: skip
    journal.close()


def test_an_empty_file_is_a_loss_and_no_first_run(path: Path) -> None:
    path.write_bytes(b"")
    with pytest.raises(LostJournal):
        Journal.open(path)
    assert path.read_bytes() == b""


def test_a_missing_file_beside_copies_is_a_loss(path: Path) -> None:
    (path.parent / "backups").mkdir()
    path.rename(path.parent / "backups" / "journal-2026-01-05-080000.sqlite")
    with pytest.raises(LostJournal):
        Journal.open(path)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"hello", b"SQLite format 3\0" + b"\0" * 4000, b"\xff" * 8192])
def test_another_file_in_its_place_is_damage_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(DamagedJournal):
        Journal.open(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("at", [18, 19])
def test_a_flipped_format_number_is_damage_and_no_read_only_disk(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] = 12
    path.write_bytes(data)
    with pytest.raises(DamagedJournal):
        Journal.open(path)
    assert path.read_bytes() == data


def test_another_programs_database_is_refused(path: Path) -> None:
    db = opened(path)
    db.execute("PRAGMA application_id = 5")
    db.close()
    with pytest.raises(DamagedJournal, match="not a diary"):
        Journal.open(path)


def test_a_folder_in_its_place_is_a_loss(path: Path) -> None:
    path.unlink()
    path.mkdir()
    with pytest.raises(LostJournal):
        Journal.open(path)


def test_a_newer_diary_is_refused_untouched(path: Path) -> None:
    db = opened(path)
    db.execute("PRAGMA user_version = 99")
    db.execute(migrations.STATE, ("99",))
    db.close()
    before = path.read_bytes()
    with pytest.raises(NewerJournal) as caught:
        Journal.open(path)
    assert caught.value.newer == "99" and caught.value.code == 2
    assert path.read_bytes() == before and [p.name for p in path.parent.iterdir()] == [NAME]


@pytest.mark.parametrize("bit", range(32))
def test_one_flipped_bit_in_the_layouts_number_is_damage_and_no_newer_game(path: Path, bit: int) -> None:
    data = bytearray(path.read_bytes())
    data[60 + bit // 8] ^= 1 << bit % 8
    path.write_bytes(data)
    with pytest.raises(DamagedJournal):
        Journal.open(path)
    assert path.read_bytes() == bytes(data)


def test_a_second_window_is_told_so(path: Path) -> None:
    first = Journal.open(path)
    with pytest.raises(BusyJournal):
        Journal.open(path)
    first.close()
    Journal.open(path).close()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="an administrator may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(path: Path) -> None:
    path.parent.chmod(0o500)
    path.chmod(0o400)
    try:
        with pytest.raises(UnwritableJournal):
            Journal.open(path)
    finally:
        path.parent.chmod(0o700)


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "family").write_text("a file", encoding="utf-8")
    with pytest.raises(UnwritableJournal) as caught:
        Journal.open(tmp_path / "family" / NAME)
    assert caught.value.code == 3


# ---------------------------------------------------------------- layouts to come
def one_more_table(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE letter (text TEXT NOT NULL) STRICT")
    db.execute("INSERT INTO letter VALUES ('hello')")


def fails_in_the_middle(db: sqlite3.Connection) -> None:
    one_more_table(db)
    raise sqlite3.OperationalError("stopped")


def test_an_older_layout_becomes_the_newest_with_a_copy_before(path: Path) -> None:
    journal = Journal.open(path, steps=(one_more_table,))
    assert migrations.version(journal._db) == 2 and journal.count() == 31
    assert journal._db.execute("SELECT text FROM letter").fetchone() == ("hello",)
    journal.close()
    (copy,) = (path.parent / "backups").iterdir()
    assert migrations.version(opened(copy)) == 1


def test_a_step_is_whole_or_not_at_all(path: Path) -> None:
    with pytest.raises(DamagedJournal):
        Journal.open(path, steps=(one_more_table, fails_in_the_middle))
    db = opened(path)
    assert migrations.version(db) == 2
    assert db.execute("SELECT count(*) FROM letter").fetchone() == (1,)
    db.close()


def test_a_new_diary_begins_with_the_newest_layout(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path / NAME, steps=(one_more_table,))
    assert migrations.version(journal._db) == 2
    journal.close()


# ---------------------------------------------------------------- two words at once
def test_facts_of_several_kinds_can_be_told_together() -> None:
    journal = Journal.in_memory()
    from game.core.events import Effort, Grade

    facts = (LevelConfirmed("a", Grade.WELL, Effort.RIGHT), StarsAwarded("a", 3, "careful"))
    events = journal.append(facts, child="anna", at=START, day=START.date(), offset=0, ids=("c", "s"))
    assert tuple(journal.events()) == events


def test_a_new_diary_that_could_not_be_laid_out_leaves_no_draft_behind(tmp_path: Path) -> None:
    with pytest.raises(JournalError):
        Journal.open(tmp_path / NAME, steps=(fails_in_the_middle,))
    assert list(tmp_path.iterdir()) == []
