"""A child that came from another computer under any name at all: every screen shows it, and it can be erased."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.core.content import AgeBand
from game.core.events import ChildAdded, Event, ProgrammeChosen, SignsTicked
from game.core.nicknames import as_kept
from game.data.journal import transfer
from game.data.journal.rows import JournalRow
from game.scenes import routes
from game.scenes.parent.children.erase import EraseChildPage
from game.scenes.parent.settings.settings import SettingsPage
from tests.player import Player
from tests.scenes.rooms import written_on

NAMES = (
    "", " ", "\u200c", "\u200d\u200d", "\u115f", "\u3164", "A\u200c", "A\ufe0f", "\ufe0e", "\ud800", "e" + "\u0301" * 60, "W" * 64,
    "Anna   Maria", "\ufffe", "\U000e0100", "ليلى", "👩\u200d👧", "花" * 64, "\u0301", "\u00a0",
)  # fmt: skip


def imported(name: str, folder: Path) -> Player:
    """A family of Anna's, joined with a diary that tells of a child of that name."""
    player = Player.with_family(size=(640, 360))
    at = datetime(2026, 1, 4, 8, tzinfo=UTC)
    facts = (ChildAdded(name, "tik", AgeBand.FIVE_SIX, 1), SignsTicked(()), ProgrammeChosen("children"))
    events = [Event(f"x{n}", "elsewhere", n, "odd", at, at.date(), 0, fact) for n, fact in enumerate(facts, 1)]
    export = folder / "diary.jsonl"
    export.write_text("".join(transfer.lines(map(JournalRow.of, events))), encoding="utf-8")
    assert transfer.join(player.game.journal, transfer.read(export)).new == 3
    player.game.fold_anew()
    player.scene = routes.Start()
    return player


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_who_plays_the_map_and_the_grown_ups_pages_show_a_child_of_any_name(name: str, tmp_path: Path) -> None:
    player = imported(name, tmp_path)
    player.draw()
    player.scene = routes.Trail("odd")
    player.draw()
    player.scene = routes.GrownUps("odd")
    player.draw()
    assert as_kept(player.ctx.child("odd").nickname)


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_child_of_any_name_is_erased_by_typing_what_the_screen_says_and_by_nothing_less(
    name: str, tmp_path: Path
) -> None:
    player = imported(name, tmp_path)
    player.scene = page = EraseChildPage(SettingsPage(player.ctx, "odd"))
    player.draw()
    assert not page.is_sure
    said = player.ctx.child("odd").nickname
    assert any(as_kept(said) in line for line in written_on(page)) or len(said) > 24
    page.field.typed(said)
    assert page.is_sure
    player.scene.changed()
    player.tap("erase")
    assert list(player.ctx.children) == ["child-1"]


@pytest.mark.parametrize(
    "folder", ["turned \u202egnp.exe", "a\nb", "tab\there", "é" * 60, "日本 🐻", "half \udcff byte"]
)
def test_a_folder_of_any_name_is_shown_in_the_settings(tmp_path: Path, folder: str) -> None:
    data = tmp_path / folder
    player = Player.with_family(data=data, size=(1280, 720))
    player.scene = SettingsPage(player.ctx, sheet="files")
    player.draw()
    player.game.close()


def test_a_name_that_is_kept_is_kept_as_it_is() -> None:
    """What is taken out may have stood between a letter and its accent."""
    assert as_kept("a\u202e\u0301") == "\u00e1"
    assert as_kept(as_kept("a\u202e\u0301 b")) == as_kept("a\u202e\u0301 b")
