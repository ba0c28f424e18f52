"""Forgetting a child: no byte of it stays in the family's folder, and the others lose nothing."""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
from datetime import datetime
from pathlib import Path

import pytest

from game.core.events import Held
from game.data.copies.backup import all_copies, back_up
from game.data.copies.erase import erase
from game.data.copies.mend import put_aside
from game.data.copies.salvage import salvage
from game.data.journal import migrations, transfer
from game.data.journal.errors import UnwritableJournal
from game.data.journal.file_copies import look
from game.data.journal.journal import Journal
from game.scenes.trouble.cases import damaged
from tests.data.family import START, tell
from tests.data.killed import killed_in_mid_commit
from tests.player import Player

NOW = datetime(2026, 11, 22, 19, 12, 5).astimezone()


@pytest.fixture
def journal(tmp_path: Path):
    """Anna and Leo, with a copy."""
    journal = Journal.open(tmp_path / "journal.sqlite")
    tell(journal, 40, "anna", "Annabella")
    tell(journal, 10, "leo", "Leopold")
    back_up(journal, tmp_path, NOW)
    yield journal
    journal.close()


def everything_in(folder: Path) -> bytes:
    return b"".join(p.read_bytes() for p in folder.rglob("*") if p.is_file())


def test_nothing_of_the_child_is_left_on_the_disk(journal: Journal, tmp_path: Path) -> None:
    assert b"Annabella" in everything_in(tmp_path)
    erase(journal, "anna", tmp_path)
    left = everything_in(tmp_path)
    assert b"Annabella" not in left and b"anna" not in left and b"Leopold" in left


def test_the_others_keep_everything_in_an_unbroken_chain(journal: Journal, tmp_path: Path) -> None:
    before = [e for e in journal.events() if e.child == "leo"]
    erase(journal, "anna", tmp_path)
    assert list(journal.events()) == before and journal.health().is_whole
    (copy,) = all_copies(tmp_path)
    assert look(copy.path).events == 31


def test_the_diary_goes_on_after_it(journal: Journal, tmp_path: Path) -> None:
    device = journal.device
    erase(journal, "anna", tmp_path)
    journal.append((Held(),), child="leo", at=START, day=START.date(), offset=0, ids=("x",))
    assert journal.device == device and journal.count() == 32
    journal.close()
    again = Journal.open(tmp_path / "journal.sqlite")
    assert again.count() == 32
    again.close()


def test_damaged_files_kept_aside_go_too(journal: Journal, tmp_path: Path) -> None:
    journal.close()
    kept = put_aside(tmp_path / "journal.sqlite", NOW)
    again = Journal.open(tmp_path / "journal.sqlite")
    erase(again, "anna", tmp_path)
    again.close()
    assert kept and not kept.exists() and b"Annabella" not in everything_in(tmp_path)


def test_a_copy_nobody_can_read_goes_too(journal: Journal, tmp_path: Path) -> None:
    (copy,) = all_copies(tmp_path)
    copy.path.write_bytes(copy.path.read_bytes()[:9000])
    erase(journal, "anna", tmp_path)
    assert all_copies(tmp_path) == []


def test_the_running_game_forgets_too() -> None:
    player = Player()
    anna, leo = player.add_child("Anna"), player.add_child("Leo")
    player.ctx.files.erase(anna).result()
    assert list(player.ctx.children) == [leo]
    assert all(e.child != anna for e in player.game.journal.events())
    player.record(Held(), child=leo)
    assert player.game.journal.count() == 4


# ---------------------------------------------------------------- what others made of the diary
MADE_BY_OTHERS = (
    "journal (conflicted copy 2026-11-22).sqlite", "journal.sync-conflict-20261122-191205-ABCDEFG.sqlite", "journal.sqlite~",
    "journal.sqlite.bak", "Copy of Journal.SQLITE", "backups/my copy.sqlite", "whatever", ".stversions/journal~20261122.sqlite",
    "journal-damaged-2026-11-22-191205.sqlite", "journal-other-2026-11-22-191205.sqlite",
)  # fmt: skip
PAGES = ("log.txt", "log.txt.1", "log.1.txt", "log (conflicted copy).txt", "log.sync-conflict-1-2.txt", "log.txt~",
         "diary-report.txt", "diary-report (1).txt")  # fmt: skip


@pytest.mark.parametrize("name", MADE_BY_OTHERS)
def test_whatever_others_made_of_the_diary_forgets_the_child_and_keeps_the_others(
    journal: Journal, tmp_path: Path, name: str
) -> None:
    other = tmp_path / name
    other.parent.mkdir(exist_ok=True)
    journal.copy_to(other)
    erase(journal, "anna", tmp_path)
    left = everything_in(tmp_path)
    assert b"Annabella" not in left and b"anna" not in left
    assert look(other).events == 31


def test_a_damaged_one_goes_by_its_name_and_logs_of_every_name_go(journal: Journal, tmp_path: Path) -> None:
    named = [tmp_path / name for name in ("journal (1).sqlite", "journal.sqlite~", "journal.sync-conflict-1.sqlite")]
    for path in named:
        path.write_bytes(b"Annabella")
    for name in PAGES:
        (tmp_path / name).write_text("Annabella", encoding="utf-8")
    erase(journal, "anna", tmp_path)
    assert b"Annabella" not in everything_in(tmp_path)
    assert not any(path.exists() for path in named)


def test_what_is_not_ours_is_not_touched(journal: Journal, tmp_path: Path) -> None:
    names = ("logbook.txt", "log of our garden.txt", "journal.docx", "letter.jsonl", "catalogue.txt", "photo.sqlite")
    for name in names:
        (tmp_path / name).write_text("Annabella", encoding="utf-8")
    erase(journal, "anna", tmp_path)
    assert all((tmp_path / name).read_text(encoding="utf-8") == "Annabella" for name in names)


def test_an_export_in_the_folder_loses_the_child_s_lines_only(journal: Journal, tmp_path: Path) -> None:
    export = tmp_path / "barefoot-trail-diary (conflicted copy).jsonl"
    export.write_text("".join(transfer.lines(journal.rows())), encoding="utf-8")
    erase(journal, "anna", tmp_path)
    assert b"anna" not in export.read_bytes() and len(transfer.read(export)) == 31


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody replace a file that is open")
def test_a_file_put_in_the_diary_s_place_meanwhile_forgets_the_child_too(journal: Journal, tmp_path: Path) -> None:
    other = tmp_path.with_name("elsewhere.sqlite")
    journal.copy_to(other)
    other.replace(tmp_path / "journal.sqlite")
    erase(journal, "anna", tmp_path)
    assert b"Annabella" not in everything_in(tmp_path)
    journal.close()
    assert look(tmp_path / "journal.sqlite").events == 31


# ---------------------------------------------------------------- what cannot be looked at
def no_room_to_look(monkeypatch: pytest.MonkeyPatch, data: Path) -> Path:
    """A copy that was cut off needs a temporary folder to be looked at, and there is none."""
    (copy,) = all_copies(data)
    killed_in_mid_commit(copy.path)
    nowhere = data.with_name("full")
    nowhere.write_bytes(b"")
    monkeypatch.setattr(tempfile, "tempdir", str(nowhere))
    return copy.path


def test_a_good_copy_that_cannot_be_looked_at_is_never_removed(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = no_room_to_look(monkeypatch, tmp_path)
    before = everything_in(tmp_path)
    with pytest.raises(UnwritableJournal, match=re.escape(str(copy))):
        erase(journal, "anna", tmp_path)
    assert everything_in(tmp_path) == before and journal.count() == 152
    monkeypatch.undo()
    erase(journal, "anna", tmp_path)
    assert look(copy).events == 31 and b"Annabella" not in everything_in(tmp_path)


def test_a_copy_of_a_newer_game_is_told_and_left(journal: Journal, tmp_path: Path) -> None:
    (copy,) = all_copies(tmp_path)
    db = sqlite3.connect(copy.path)
    db.execute("PRAGMA user_version = 99")
    db.execute(migrations.STATE, ("99",))
    db.commit()
    db.close()
    with pytest.raises(UnwritableJournal, match="newer game"):
        erase(journal, "anna", tmp_path)
    assert copy.path.exists() and journal.count() == 152


def test_no_new_beginning_is_offered_while_a_copy_could_not_be_looked_at(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.close()
    no_room_to_look(monkeypatch, tmp_path)
    (tmp_path / "journal.sqlite").unlink()
    found = salvage(tmp_path / "journal.sqlite", tmp_path)
    assert (found.whole, found.copy, found.unseen) == (0, None, 1)
    card = damaged(Player().ctx.texts, 0, 0, unseen=found.unseen)
    assert [choice.name for choice in card.choices] == ["again", "look"]
    monkeypatch.undo()
    assert salvage(tmp_path / "journal.sqlite", tmp_path).whole == 152


def test_a_whole_copy_under_another_name_is_offered_where_the_game_has_none(journal: Journal, tmp_path: Path) -> None:
    (copy,) = all_copies(tmp_path)
    copy.path.replace(tmp_path / "backups" / "my copy.sqlite")
    journal.close()
    (tmp_path / "journal.sqlite").write_bytes(b"rubbish")
    found = salvage(tmp_path / "journal.sqlite", tmp_path)
    assert found.whole == 152 and found.copy and found.copy.path.name == "my copy.sqlite"
