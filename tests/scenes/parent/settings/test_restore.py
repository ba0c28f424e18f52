"""A grown-up brings a copy back, takes everything along, and has a child forgotten: on a real folder, by pressing."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

from game.app.crash_log import NAME as LOG
from game.core.events import Held, SettingChosen
from game.data.copies.backup import all_copies
from game.data.copies.mend import put_aside
from game.data.files.paths import REPORT
from game.data.journal.file_copies import look
from game.gallery.screens import SCREENS
from game.scenes.parent.settings.settings import SettingsPage
from game.ui.controls import Left
from tests.keyboards import pressed
from tests.player import PIN, Player
from tests.scenes.rooms import complaints


@pytest.fixture
def player(tmp_path: Path) -> Iterator[Player]:
    """At the settings of a family on the disk with Annabella and Leopold; one copy of it, and one of its first child."""
    player = Player.with_family(nickname="Annabella", data=tmp_path / "family")
    player.add_child("Leopold", "7-10", animal="tik")
    player.ctx.files.back_up().result()
    player.wait(5)
    to_settings(player)
    yield player
    player.game.close()


def to_settings(player: Player) -> None:
    player.scene = SettingsPage(player.ctx, sheet="files")


def everything_in(folder: Path) -> bytes:
    return b"".join(p.read_bytes() for p in folder.rglob("*") if p.is_file())


# ---------------------------------------------------------------- bringing back
def test_a_copy_comes_back_and_what_was_there_is_one_more_copy(player: Player) -> None:
    before = player.game.journal.count()
    player.record(SettingChosen("voice", "2"))
    player.record(Held(), child="child-1")
    player.tap("bring-back")
    assert player.scene.name == "bring-back" and player.scene.looked(0).events == before
    player.tap("copy-0")
    player.tap("bring")
    assert player.scene.name == "settings" and player.scene.is_good
    assert player.game.journal.count() == before and player.game.journal.health().is_whole
    assert player.ctx.settings.voice != 2 and player.ctx.sound.voice_volume != pytest.approx(0.2)
    newest = all_copies(player.game.data)[0].path
    assert look(newest).events == before + 2 and newest.name in player.scene.message


@pytest.mark.parametrize("deed", ["back-up", "export", "bring", "erase"])
def test_a_slow_disk_keeps_the_page_alive_until_it_is_done(
    player: Player, deed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "documents"))
    if deed == "bring":
        player.tap("bring-back")
        player.tap("copy-0")
    if deed == "erase":
        player.tap("erase")
        player.tap("child-child-1")
        player.type("Annabella")
    begun, may_end = threading.Event(), threading.Event()

    def hanging_commit() -> None:
        with player.game.journal._transaction():
            begun.set()
            may_end.wait(20)

    commit = threading.Thread(target=hanging_commit)
    commit.start()
    begun.wait(10)
    page, before = player.scene, dict(player.ctx.family.children)
    player.wait(0.45)
    assert page.press(deed) is None and page.is_at_work
    assert page.message == player.ctx.texts("disk_at_work") and complaints(page) == []
    assert (
        page.handle(Left()) is None
        and all(page.handle(given) is None for given in player.read(pressed("escape")))
        and page.update(400.0) is None
    )
    assert player.ctx.family.children == before, "nothing is shown as done before it is"
    may_end.set()
    commit.join()
    player.leave()
    assert not page.is_at_work and player.scene.name in ("settings", "gate", "who")
    assert ("child-1" in player.ctx.family.children) == (deed != "erase")


def test_what_is_told_afterwards_is_on_the_disk_and_there_after_a_restart(player: Player) -> None:
    player.tap("bring-back")
    player.tap("copy-0")
    player.tap("bring")
    player.record(SettingChosen("voice", "3"))
    data = player.game.data
    player.game.close()
    again = Player(data=data)
    assert again.scene.name == "who" and again.ctx.settings.voice == 3
    again.game.close()


def test_the_pin_stays_the_one_that_was_typed(player: Player) -> None:
    player.ctx.gate.set("7391", "OTHER")
    player.tap("bring-back")
    player.tap("copy-0")
    player.tap("bring")
    assert player.ctx.gate.check_pin("7391") and not player.ctx.gate.check_pin(PIN)


def test_a_damaged_copy_is_shown_and_cannot_be_chosen(player: Player) -> None:
    copy, _ = all_copies(player.game.data)
    copy.path.write_bytes(copy.path.read_bytes()[:5000])
    player.tap("bring-back")
    player.tap("copy-0")
    assert player.scene.chosen is None
    player.tap("bring")
    assert player.scene.name == "bring-back"


def test_a_copy_that_went_bad_meanwhile_changes_nothing(player: Player) -> None:
    before = player.game.journal.count()
    copy, _ = all_copies(player.game.data)
    player.tap("bring-back")
    player.tap("copy-0")
    copy.path.write_bytes(copy.path.read_bytes()[:5000])
    player.tap("bring")
    assert player.scene.name == "bring-back" and player.scene.message
    assert player.game.journal.count() == before and len(all_copies(player.game.data)) == 2


def test_leaving_it_as_it_is_goes_back(player: Player) -> None:
    player.tap("bring-back")
    player.tap("copy-0")
    player.tap("keep")
    assert player.scene.name == "settings" and len(all_copies(player.game.data)) == 2


def test_more_copies_than_fit_are_on_further_sheets(player: Player) -> None:
    for _ in range(6):
        player.wait(2)
        player.ctx.files.back_up().result()
    to_settings(player)
    player.tap("bring-back")
    player.tap("more")
    player.tap("copy-5")
    assert player.scene.chosen == 5 and complaints(player.scene) == []


def test_nothing_is_too_small_too_near_or_cut_off() -> None:
    player = Player(size=(1280, 720))
    player.add_child("Anna")
    found = {n: wrong for n, scene in SCREENS["parent/settings"].scenes(player.ctx) if (wrong := complaints(scene))}
    assert found == {}


# ---------------------------------------------------------------- taking along, forgetting
def test_everything_is_taken_along_with_one_press(
    player: Player, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "documents"))
    player.tap("export")
    (taken,) = (tmp_path / "documents").iterdir()
    assert taken.name in player.scene.message
    lines = taken.read_text(encoding="utf-8").splitlines()
    assert len(lines) == player.game.journal.count()
    assert {json.loads(line)["id"] for line in lines} == {row.id for row in player.game.journal.rows()}


def test_a_forgotten_child_leaves_no_byte_in_the_familys_folder(player: Player) -> None:
    data = player.game.data
    for _ in range(30):
        player.record(Held(), child="child-2")
    put_aside(data / "journal.sqlite", player.clock)
    for beside in (REPORT, LOG, ".journal.sqlite.7.draft", "backups/.journal-x.sqlite.7.draft"):
        (data / beside).write_text("Leopold", encoding="utf-8")
    ids = [row.id for row in player.game.journal.rows() if row.profile == "child-2"]
    left = everything_in(data)
    assert left.count(b"Leopold") >= 3 and all(id_.encode() in left for id_ in ids)
    player.tap("erase")
    player.tap("child-child-2")
    player.tap("nickname")
    player.wait(0.1)
    player.type("leopold")
    player.tap("erase")
    assert player.scene.name == "settings"
    left = everything_in(data)
    assert b"Leopold" not in left and b"child-2" not in left and not any(id_.encode() in left for id_ in ids)
    assert b"Annabella" in left and player.game.journal.health().is_whole
    player.game.close()
    assert b"Leopold" not in everything_in(data)


def test_the_wrong_nickname_forgets_nobody(player: Player) -> None:
    player.tap("erase")
    player.tap("child-child-2")
    player.tap("nickname")
    player.wait(0.1)
    player.type("Leo")
    player.tap("erase")
    assert player.scene.name == "erase-child" and b"Leopold" in everything_in(player.game.data)
