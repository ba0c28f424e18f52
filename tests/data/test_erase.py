"""Forgetting a child: no byte of it stays in the family's folder, and the others lose nothing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from game.core.events import Held
from game.data.backup import all_copies, back_up
from game.data.copies import look
from game.data.erase import erase
from game.data.journal import Journal
from game.data.salvage import put_aside
from tests.data.family import START, tell
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
