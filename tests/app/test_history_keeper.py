"""Beside the loop: what is forgotten stays forgotten, and what cannot be written or removed costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from game.app.history_keeper import HistoryKeeper
from game.core.content import Catalogue
from game.core.days import plus
from game.core.history.history import Family
from game.core.simulate.simulation import begun, family_plays
from game.data.checkpoint.checkpoint_file import read_file
from game.data.checkpoint.family_history import FamilyHistory, had
from game.data.copies.erase import erase
from game.data.journal.journal import DamagedJournal, Journal
from tests.diary import START, case, catalogue

DAYS, KEY = 40, "this program"


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    robin = begun(catalogue(), case())
    for n in range(DAYS):
        family_plays(robin, "perfect", START, plus(START, n))
    journal = Journal.open(tmp_path / "journal.sqlite")
    journal.write(list(robin.events))
    yield journal
    journal.close()


def keeper(
    journal: Journal, data: Path, history: FamilyHistory | None = None, first: Callable[[], None] = lambda: None
) -> HistoryKeeper:  # fmt: skip
    """`first` is done when the family is asked for, in the keeper's own thread."""
    told = history or had(journal, None)

    def snapshot() -> tuple[Catalogue, Family, date]:
        first()
        return catalogue(), told.family, plus(START, DAYS - 1)

    return HistoryKeeper(journal, data, KEY, lambda: told, snapshot)


def ended(keeper: HistoryKeeper) -> None:
    keeper.begin()
    keeper._hand.shutdown(wait=True)


def test_a_family_read_whole_has_its_checkpoint_soon_after_the_first_picture(journal: Journal, tmp_path: Path) -> None:
    ended(keeper(journal, tmp_path))
    assert read_file(tmp_path / "checkpoint.json", KEY)


def test_nothing_is_written_for_whoever_was_forgotten_meanwhile(journal: Journal, tmp_path: Path) -> None:
    kept: list[HistoryKeeper] = []
    kept.append(keeper(journal, tmp_path, first=lambda: kept[0].forget()))
    ended(kept[0])
    kept[0].close()
    assert not list(tmp_path.glob("*checkpoint*"))


def test_a_file_that_is_not_believed_does_not_stay(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "checkpoint.json").write_text("of another child")
    keeper(journal, tmp_path).history()
    assert not (tmp_path / "checkpoint.json").exists()


def test_where_it_can_be_neither_written_nor_removed_the_family_plays_on(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "checkpoint.json").mkdir()
    (tmp_path / "checkpoint.json" / "in the way").touch()
    own = keeper(journal, tmp_path)
    ended(own)
    own.forget()
    own.close()
    assert own.trouble is None and journal.count() > 300


def test_erasing_proves_the_diary_first(journal: Journal, tmp_path: Path) -> None:
    """Written anew over a changed row, it would be whole by its own chain, and the damage never told."""
    ended(keeper(journal, tmp_path))
    kept = read_file(tmp_path / "checkpoint.json", KEY)
    assert kept
    journal.close()
    file = tmp_path / "journal.sqlite"
    content = bytearray(file.read_bytes())
    content[content.index(b'"exercise":"bear_walk"') + 12] ^= 1
    file.write_bytes(content)
    again = Journal.open(file, proven=kept.proven)
    assert not again.is_proven
    with pytest.raises(DamagedJournal):
        erase(again, "robin", tmp_path)
    again.close()
    assert file.read_bytes() == bytes(content)
