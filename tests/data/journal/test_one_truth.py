"""Whatever the game writes it can read again: one set of bounds for the writer, the reader and the import."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from game.core.events import Held, StarsAwarded
from game.data.copies.salvage import salvage
from game.data.journal import transfer
from game.data.journal.facts import UnreadableFact
from game.data.journal.import_limits import LAST_NUMBER
from game.data.journal.journal import Journal
from game.data.journal.rows import JournalRow
from tests.data.family import START, tell
from tests.player import Player


def readable(journal: Journal) -> bool:
    """As an import or a salvage reads every row."""
    return [JournalRow.checked(asdict(row)) for row in journal.rows()] == list(journal.rows())


@pytest.mark.parametrize("seq", [2**62, 2**63 - 1, LAST_NUMBER, LAST_NUMBER - 1])
def test_a_row_that_claims_this_computer_s_last_number_costs_nothing_that_is_told_afterwards(
    tmp_path: Path, seq: int
) -> None:
    path = tmp_path / "journal.sqlite"
    journal = Journal.open(path)
    tell(journal, 2)
    claim = JournalRow("claim", journal.device, seq, "anna", "2026-01-05T09:00:00Z", "2026-01-05", 0, "held", "{}")
    export = tmp_path / "diary.jsonl"
    export.write_text(claim.line() + "\n", encoding="utf-8")
    transfer.join(journal, transfer.read(export))
    for n in range(2):
        journal.close()
        journal = Journal.open(path)
        tell(journal, 2, f"leo-{n}", "Leo")
    assert readable(journal) and journal.count() == 7 + 1 + 14
    export.write_text("".join(transfer.lines(journal.rows())), encoding="utf-8")
    rows = transfer.read(export)
    assert transfer.join(Journal.in_memory(), rows).new == 22
    journal.close()
    assert len(salvage(path, tmp_path).rows) == 22


def test_what_was_told_after_such_a_row_by_an_older_game_is_readable_again(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path / "journal.sqlite")
    held = JournalRow("x", journal.device, 2**62 + 7, "anna", "2026-01-05T09:00:00Z", "2026-01-05", 0, "held", "{}")
    journal.write_rows([held])
    assert readable(journal)
    journal.close()


@pytest.mark.parametrize("year", [1, 1901, 1969, 9000, 9999])
def test_what_is_told_by_a_clock_of_any_year_can_be_read_again(tmp_path: Path, year: int) -> None:
    player = Player.with_family(start=datetime(year, 12, 13, 20, 45, tzinfo=UTC), data=tmp_path)
    player.tap(player.scene.widgets[0].name)  # type: ignore[attr-defined]
    player.draw()
    player.record(Held(), child=player.child)
    assert readable(player.game.journal) and player.game.journal.count() == 5
    player.game.close()


def test_what_could_not_be_read_again_is_never_told() -> None:
    journal = Journal.in_memory()
    with pytest.raises(UnreadableFact, match="stars"):
        journal.append((StarsAwarded("a", 10**6, "x"),), child="anna", at=START, day=START.date(), offset=0, ids=("x",))
    with pytest.raises(UnreadableFact, match="day of play"):
        at = START - timedelta(days=60_000)
        journal.append((Held(),), child="anna", at=at, day=at.date(), offset=0, ids=("y",))
    assert not journal.count()
