"""What scenes may ask of the disk, on a running game."""

from __future__ import annotations

import gc
import os
import sys
import weakref
from datetime import datetime
from pathlib import Path

import platformdirs
import pytest

from game.app.game import Game
from game.app.window import init_pygame_for_pictures
from game.core.events import Held
from game.core.rules import journey
from game.data.copies.backup import all_copies
from game.data.files import documents
from game.data.journal import file_copies, transfer
from game.data.journal.journal import Journal
from tests.data.disks import Disk
from tests.data.family import tell

NOW = datetime(2026, 11, 22, 19, 12, 5).astimezone()


@pytest.fixture
def game(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A family's game on a real folder; its documents are in another."""
    init_pygame_for_pictures()
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "documents"))
    journal = Disk(Journal.open(tmp_path / "family" / "journal.sqlite"))
    tell(journal, 3)
    game = Game(journal, (640, 360), now=lambda: NOW, data=tmp_path / "family", mute=True, gate_cost=16)
    yield game
    game.close()


def disk_of(game: Game) -> Disk:
    assert isinstance(game.journal, Disk)
    return game.journal


def test_everything_can_be_taken_along_with_one_press(game: Game, tmp_path: Path) -> None:
    path = Path(game.context.files.export().result())
    assert path == tmp_path / "documents" / "Barefoot Trail - Diary - 2026-11-22.jsonl"
    assert [row.id for row in transfer.read(path)] == [row.id for row in game.journal.rows()]


def test_what_is_only_in_memory_is_taken_along_too(game: Game) -> None:
    disk_of(game).is_full = True
    (event,) = game.context.record(Held(), child="anna")
    assert [row.id for row in transfer.read(Path(game.context.files.export().result()))][-1] == event.id


def test_what_the_disk_refused_can_be_saved_elsewhere_and_imported(game: Game) -> None:
    disk_of(game).is_full = True
    game.context.record(Held(), child="anna")
    saved = Path(game.context.files.save_unsaved().result())
    disk_of(game).is_full = False
    assert transfer.join(game.journal, transfer.read(saved)).new == 1
    assert game.context.retry() and game.journal.count() == 11, "written from memory too, and not doubled"


def test_a_copy_is_made_by_hand_and_at_the_end(game: Game, tmp_path: Path) -> None:
    assert game.context.files.last_copy() is None
    made = game.context.files.back_up().result()
    assert game.context.files.last_copy() == NOW and Path(made).is_file()
    game.context.record(Held(), child="anna")
    game.close()
    assert len(all_copies(tmp_path / "family")) == 2


def test_a_closed_family_leaves_nothing_of_its_days_in_memory(game: Game) -> None:
    child = game.context.child("anna")
    way = weakref.ref(journey.journey(game.context.catalogue, child, NOW.date()))
    assert way() is journey.journey(game.context.catalogue, child, NOW.date()), "remembered while it is open"
    game.close()
    gc.collect()
    assert way() is None


def test_a_file_of_the_same_name_is_kept(game: Game) -> None:
    first, second = (game.context.files.save_file("code.txt", text) for text in ("one", "two"))
    assert Path(first).read_text(encoding="utf-8") == "one" and Path(second).name == "code-2.txt"


def test_documents_that_take_no_file_are_told_in_the_familys_words(game: Game, tmp_path: Path) -> None:
    (tmp_path / "documents").write_text("a file", encoding="utf-8")
    with pytest.raises(OSError) as refused:
        game.context.files.export().result()
    assert refused.value.strerror == game.context.texts("file_refused")


def test_what_the_disk_refused_goes_onto_the_stick_that_is_plugged_in(
    game: Game, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "media" / "anna" / "STICK"
    stick.mkdir(parents=True)
    monkeypatch.setitem(documents.MEDIA, sys.platform, (f"{tmp_path}/media/*/*",))
    assert list(documents.sticks()) == [], "a folder is no stick"
    monkeypatch.setattr(os.path, "ismount", lambda place: Path(place) == stick)
    assert Path(game.context.files.save_unsaved().result()).parent == stick
    assert Path(game.context.files.export().result()).parent == tmp_path / "documents"


def test_a_disk_that_refuses_is_an_oserror_to_scenes(game: Game, tmp_path: Path) -> None:
    (tmp_path / "family" / "backups").write_text("a file", encoding="utf-8")
    with pytest.raises(OSError) as refused:
        game.context.files.back_up().result()
    assert str(refused.value) == game.context.texts("deed_refused")


def test_an_erase_that_cannot_look_at_a_copy_says_in_the_familys_words_which_one_it_is(
    game: Game, tmp_path: Path
) -> None:
    data = tmp_path / "family"
    copy = Path(game.context.files.back_up().result())
    file_copies.hot(copy).mkdir()  # nobody can read a rollback journal that is a folder
    before = copy.read_bytes()
    for deed in (game.context.files.erase("anna"), game.context.files.bring_back(copy.name)):
        with pytest.raises(OSError) as refused:
            deed.result()
        said = str(refused.value)
        assert said == game.context.texts("deed_unseen", file=copy.name) and str(data) not in said
    assert copy.read_bytes() == before


def test_an_erase_that_was_refused_forgets_nothing_that_is_only_in_memory(game: Game) -> None:
    copy = Path(game.context.files.back_up().result())
    file_copies.hot(copy).mkdir()
    disk_of(game).is_full = True
    (event,) = game.context.record(Held(), child="anna")
    with pytest.raises(OSError):
        game.context.files.erase("anna").result()
    assert game.pen.kept_in_memory() == (event,)
    disk_of(game).is_full = False
    file_copies.hot(copy).rmdir()
    game.context.files.erase("anna").result()
    assert not game.pen.kept_in_memory() and not game.journal.count()
