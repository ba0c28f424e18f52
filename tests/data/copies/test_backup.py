"""Copies: made whole or not at all, looked at before they count, thinned as they age."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.data.copies import backup
from game.data.copies.backup import all_copies, back_up, back_up_if_changed, kept, newest_backup, newest_good
from game.data.journal import file_copies, migrations
from game.data.journal.file_copies import hot, look
from game.data.journal.journal import DamagedJournal, Journal, UnwritableJournal
from tests.data.family import tell
from tests.data.killed import killed_in_mid_commit

NOW = datetime(2026, 11, 22, 19, 12, 5).astimezone()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "family"


@pytest.fixture
def journal(data: Path):
    journal = Journal.open(data / "journal.sqlite")
    tell(journal, 10)
    yield journal
    journal.close()


def test_a_copy_says_what_the_diary_says(journal: Journal, data: Path) -> None:
    made = back_up(journal, data, NOW)
    assert made.name == "journal-2026-11-22-191205.sqlite" and newest_backup(data) == NOW
    with file_copies.opened(made) as db:
        assert db.execute("SELECT count(*) FROM event").fetchone() == (31,)
    assert look(made) == file_copies.DiaryCheck(file_copies.CheckResult.WHOLE, 31) and list(made.parent.iterdir()) == [
        made
    ]


def test_two_copies_in_one_second_are_two_files(journal: Journal, data: Path) -> None:
    assert back_up(journal, data, NOW) != back_up(journal, data, NOW)
    assert len(all_copies(data)) == 2


def test_a_copy_is_made_only_when_there_is_something_new(journal: Journal, data: Path) -> None:
    assert back_up_if_changed(journal, data, NOW)
    assert back_up_if_changed(journal, data, NOW + timedelta(hours=1)) is None
    tell(journal, 1, "leo", "Leo")
    assert back_up_if_changed(journal, data, NOW + timedelta(hours=2))


def test_an_empty_diary_is_not_copied(data: Path) -> None:
    journal = Journal.open(data / "journal.sqlite")
    assert back_up_if_changed(journal, data, NOW) is None and not (data / "backups").exists()
    journal.close()


def test_a_damaged_diary_never_becomes_a_copy(journal: Journal, data: Path) -> None:
    journal._db.executescript("DROP TRIGGER never_changed; UPDATE event SET body = '{}' WHERE place = 4")
    with pytest.raises(DamagedJournal):
        back_up(journal, data, NOW)
    assert list((data / "backups").iterdir()) == []


def test_a_disk_that_refuses_copies_does_not_keep_the_family_from_playing(journal: Journal, data: Path) -> None:
    (data / "backups").write_text("a file", encoding="utf-8")
    assert back_up_if_changed(journal, data, NOW) is None
    with pytest.raises(UnwritableJournal):
        back_up(journal, data, NOW)


def test_the_newest_good_copy_is_one_that_is_whole(journal: Journal, data: Path) -> None:
    good = back_up(journal, data, NOW)
    bad = back_up(journal, data, NOW + timedelta(hours=1))
    newer = back_up(journal, data, NOW + timedelta(hours=2))
    bad.write_bytes(bad.read_bytes()[:5000])
    db = sqlite3.connect(newer)
    db.execute("PRAGMA user_version = 99")
    db.execute(migrations.STATE, ("99",))
    db.commit()
    db.close()
    found = newest_good(data)
    assert found and found.path == good
    assert look(newer).is_unseen and "newer game" in look(newer).why


# ---------------------------------------------------------------- a clock that was wrong
def days_of_copies(journal: Journal, data: Path, first: datetime) -> None:
    """Ten evenings, each with a fact of its own."""
    for day in range(10):
        tell(journal, 1, f"c{day}", "Leo")
        assert back_up_if_changed(journal, data, first + timedelta(days=day))


@pytest.mark.parametrize("years", [4, -26])
def test_a_copy_of_a_clock_gone_wrong_hides_none_that_goes_on_from_it(
    journal: Journal, data: Path, years: int
) -> None:  # fmt: skip
    """Dated ahead it is the newest by name; after a clock that fell back the old ones are."""
    back_up(journal, data, NOW if years < 0 else NOW.replace(year=NOW.year + years))
    days_of_copies(journal, data, NOW.replace(year=NOW.year + years) if years < 0 else NOW)
    found = newest_good(data)
    assert found and look(found.path).events == journal.count()


def test_of_the_copies_that_go_on_only_a_whole_one_counts(journal: Journal, data: Path) -> None:
    back_up(journal, data, NOW.replace(year=2030))
    days_of_copies(journal, data, NOW)
    longest, second, *_ = (copy for copy in all_copies(data) if copy.made.year != 2030)
    content = longest.path.read_bytes()
    longest.path.write_bytes(content.replace(b'"attempt":"anna-3"', b'"attempt":"anna-9"'))
    assert newest_good(data) == second


def test_a_longer_copy_of_another_story_is_not_taken_for_the_same_one(journal: Journal, data: Path) -> None:
    """A family brought an older copy back and told something else since."""
    early = back_up(journal, data, NOW)
    tell(journal, 20, "leo", "Leo")
    back_up(journal, data, NOW + timedelta(hours=1))
    with file_copies.opened(early) as db:
        journal.become(db)
    tell(journal, 1, "mia", "Mia")
    newest = back_up(journal, data, NOW + timedelta(hours=2))
    found = newest_good(data)
    assert found and found.path == newest


def test_what_the_diary_still_says_decides_between_two_stories(journal: Journal, data: Path) -> None:
    """The same, but nothing was copied since: the diary's own next entry shows that the longer copy was left."""
    early = back_up(journal, data, NOW)
    tell(journal, 20, "leo", "Leo")
    later = back_up(journal, data, NOW + timedelta(hours=1))
    with file_copies.opened(early) as db:
        journal.become(db)
    again = back_up(journal, data, NOW + timedelta(hours=2))
    tell(journal, 1, "mia", "Mia")
    hashes = dict(journal._db.execute("SELECT place, hash FROM event"))
    by_names, by_diary = newest_good(data), newest_good(data, hashes)
    assert by_names and by_names.path == later
    assert by_diary and by_diary.path == again


def test_a_copy_dated_ahead_does_not_make_a_copy_of_every_start(journal: Journal, data: Path) -> None:
    back_up(journal, data, NOW.replace(year=2030))
    tell(journal, 1, "leo", "Leo")
    assert back_up_if_changed(journal, data, NOW)
    assert back_up_if_changed(journal, data, NOW + timedelta(hours=1)) is None
    assert len(all_copies(data)) == 2 and newest_backup(data, NOW) == NOW


# ---------------------------------------------------------------- files
@pytest.mark.skipif(os.name == "nt", reason="a folder of one's own is private there")
def test_a_copy_is_for_its_owner_alone(journal: Journal, data: Path) -> None:
    before = os.umask(0)
    try:
        made = back_up(journal, data, NOW)
        (data / "backups").chmod(0o755)
        file_copies.copy_blocks(made, data / "second")
    finally:
        os.umask(before)
    assert {file.stat().st_mode & 0o777 for file in (made, data / "second")} == {0o600}


def test_a_copy_of_a_diary_killed_in_mid_commit_is_read_with_its_rollback_journal(journal: Journal, data: Path) -> None:
    made = back_up(journal, data, NOW)
    killed_in_mid_commit(made)
    before = made.read_bytes(), hot(made).read_bytes()
    assert look(made) == file_copies.DiaryCheck(file_copies.CheckResult.WHOLE, 31)
    assert (made.read_bytes(), hot(made).read_bytes()) == before


def test_a_copy_takes_the_place_of_a_killed_one_without_its_rollback_journal(journal: Journal, data: Path) -> None:
    target = back_up(journal, data, NOW)
    tell(journal, 5, "leo", "Leo")
    killed_in_mid_commit(target)
    journal.copy_to(target)
    assert not hot(target).exists() and look(target).events == 47


def test_drafts_of_a_killed_game_are_swept_away(journal: Journal, data: Path) -> None:
    (data / "backups").mkdir()
    old, fresh = (data / "backups" / f".journal-x.sqlite.{n}.draft" for n in (1, 2))
    for draft in (old, fresh):
        draft.write_bytes(b"x")
    os.utime(old, (1, 1))
    back_up(journal, data, NOW)
    assert not old.exists() and fresh.exists()


# ---------------------------------------------------------------- thinning
def test_old_copies_make_room_slowly() -> None:
    """Two a day for two years: all of two days, then 12 days, 10 weeks, 9 months."""
    made = [NOW - timedelta(hours=12 * i) for i in range(1460)]
    keep = sorted(kept(made, NOW.date()), reverse=True)
    assert len([m for m in keep if NOW.date() - m.date() < timedelta(days=2)]) >= 3
    assert len(keep) <= 4 + 12 + 10 + 9
    assert NOW - keep[-1] > timedelta(days=300)
    gaps = [(a - b).days for a, b in zip(keep, keep[1:])]
    assert max(gaps) <= 62


def test_a_copy_from_the_future_stays() -> None:
    assert kept([NOW + timedelta(days=900)], NOW.date()) == {NOW + timedelta(days=900)}


@given(st.lists(st.integers(-400 * 24, 400 * 24), max_size=120))
def test_the_newest_copy_always_stays_and_thinning_twice_is_thinning_once(hours: list[int]) -> None:
    made = [NOW + timedelta(hours=h) for h in hours]
    keep = kept(made, NOW.date())
    assert keep <= set(made)
    assert not made or max(made) in keep
    assert kept(keep, NOW.date()) == keep


def test_thinning_touches_no_other_file(journal: Journal, data: Path) -> None:
    folder = data / "backups"
    folder.mkdir()
    for name in ("notes.txt", "journal-old.sqlite", "journal-2020-13-45-999999.sqlite"):
        (folder / name).write_text("mine", encoding="utf-8")
    backup.thin(data, NOW.date())
    assert len(list(folder.iterdir())) == 3
