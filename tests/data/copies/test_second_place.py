"""Copies in a second place: whole, thinned, nothing else touched, gone with an erased child, and never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import platformdirs
import pytest

from game.core.events import SettingChosen
from game.data.copies import second_place
from game.data.copies.backup import all_copies
from game.data.journal.file_copies import look
from game.scenes.parent.progress.progress import ProgressPage
from game.scenes.parent.settings.settings import SettingsPage
from tests.player import Player
from tests.scenes.rooms import complaints, written_on


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The family's documents."""
    folder = tmp_path / "documents"
    folder.mkdir()
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(folder))
    return folder


@pytest.fixture
def player(tmp_path: Path, place: Path) -> Iterator[Player]:
    """At the files of a family on the disk."""
    player = Player.with_family(data=tmp_path / "data", size=(1280, 720))
    player.add_child("Leo", "7-10", animal="tik")
    player.scene = SettingsPage(player.ctx, sheet="files")
    yield player
    player.game.close()


def there(place: Path) -> list[Path]:
    return [copy.path for copy in second_place.copies(place)]


def beside_is_done(player: Player) -> None:
    """What was begun beside the loop is over: it is done one after another."""
    player.game.disk._beside.submit(lambda: None).result()


def test_a_place_is_chosen_with_one_press_and_has_a_whole_copy_at_once(player: Player, place: Path) -> None:
    player.tap("place")
    assert player.ctx.settings.copy_place == str(place)
    (copy,) = there(place)
    assert look(copy).is_whole and player.scene.is_good and copy.name in player.scene.message
    player.tap("place")
    assert player.ctx.settings.copy_place == ""
    assert there(place) == [copy]


def test_every_later_copy_goes_there_as_well(player: Player, place: Path) -> None:
    player.record(SettingChosen("copy_place", str(place)))
    player.clock += timedelta(minutes=1)
    player.tap("back-up")
    beside_is_done(player)
    assert [path.name for path in there(place)][0] == all_copies(player.game.data)[0].path.name


def test_what_is_new_goes_there_when_the_game_is_closed(player: Player, place: Path) -> None:
    player.tap("place")
    player.clock += timedelta(minutes=1)
    player.record(SettingChosen("calm", "on"))
    player.game.close()
    assert there(place)[0].name == all_copies(player.game.data)[0].path.name and len(there(place)) == 2


def test_a_place_that_is_gone_is_told_to_grown_ups_and_play_goes_on(player: Player, place: Path) -> None:
    player.record(SettingChosen("copy_place", str(place / "stick")))
    player.tap("back-up")
    assert player.scene.is_good, "the copy here was made"
    beside_is_done(player)
    player.game.disk.tidy()
    assert player.ctx.remarks == ["second_place"]
    player.scene = ProgressPage(player.ctx)
    assert complaints(player.scene) == []
    player.tap("remark")
    assert player.ctx.texts("notice_second_place") in written_on(player.scene)
    assert player.ctx.remarks == []


def test_a_copy_that_is_refused_when_the_place_is_chosen_is_told_in_words(player: Player, place: Path) -> None:
    (place / second_place.FOLDER).write_text("a file", encoding="utf-8")
    player.tap("place")
    assert not player.scene.is_good
    assert player.scene.message == player.ctx.texts("file_refused")


def test_an_erased_child_is_in_no_copy_there_and_nothing_else_is_touched(player: Player, place: Path) -> None:
    player.tap("place")
    (place / "letter.txt").write_text("ours", encoding="utf-8")
    (place / second_place.FOLDER / "notes.txt").write_text("ours", encoding="utf-8")
    player.ctx.files.erase("child-2").result()
    assert there(place) == []
    assert (place / "letter.txt").exists() and (place / second_place.FOLDER / "notes.txt").exists()


def test_an_erased_child_that_may_be_in_a_place_out_of_reach_is_told(player: Player, place: Path) -> None:
    player.record(SettingChosen("copy_place", str(place / "stick")))
    player.ctx.files.erase("child-2").result()
    assert "erased_not_there" in player.ctx.remarks
    assert "child-2" not in player.ctx.family.children


def test_copies_there_are_thinned_as_those_here_are(player: Player, place: Path) -> None:
    player.tap("place")
    folder = place / second_place.FOLDER
    old = [folder / f"journal-2020-0{month}-01-08-00.sqlite" for month in range(1, 3)]
    names = {path.name for path in there(place)}
    for path in old:
        path.write_bytes(b"")
    second_place.keep_also(player.game.data, place, player.ctx.today)
    assert names <= {path.name for path in folder.iterdir()}


def test_without_a_place_nothing_is_copied_anywhere(player: Player, place: Path) -> None:
    player.tap("back-up")
    assert there(place) == []
    assert player.ctx.texts("settings_place_none") in written_on(player.scene)
