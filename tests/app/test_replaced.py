"""The diary's file is replaced or removed: the parent is told calmly, once, and the family is what both files say."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.app.loop import App
from game.data.journal.journal import Journal
from game.scenes import routes
from game.scenes.trouble.trouble_card import TroubleCard
from tests.data.family import tell
from tests.player import Player

SIZE = (640, 360)
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody replace a file that is open")


@pytest.fixture
def player(tmp_path: Path) -> Iterator[Player]:
    player = Player.with_family(data=tmp_path / "data")
    pygame.display.set_mode(SIZE, pygame.RESIZABLE)
    pygame.event.clear()
    yield player
    player.game.close()
    pygame.display.set_mode((8, 8))


def run(app: App, seconds: float) -> None:
    for _ in range(round(seconds / 0.05)):
        app.step(0.05)
        app.ctx.record.then(lambda: None).result()  # the disk beside the loop


def app_of(player: Player) -> App:
    return App(pygame.display.get_surface(), player.ctx, routes.Who(), player.game.resized)


def elsewhere(player: Player, *, tells: bool) -> Path:
    """The diary as another computer has it, perhaps with a child of its own."""
    path = player.game.journal.path
    assert path
    other = path.parent.with_name("elsewhere.sqlite")
    shutil.copyfile(path, other)
    if tells:
        journal = Journal.open(other)
        tell(journal, 2, "leo", "Leo")
        journal.close()
    return other


def test_a_removed_file_is_written_again_while_nobody_plays_and_told_once(player: Player) -> None:
    app, path = app_of(player), player.game.journal.path
    assert path
    path.unlink()
    run(app, 12)
    assert path.is_file() and isinstance(app.scene, TroubleCard) and app.scene.case.kind == "replaced"
    assert app.scene.case.foot and "again" in app.scene.case.line
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, unicode="", mod=0))
    run(app, 12)
    assert app.scene.name == "who"


def test_a_pin_half_typed_under_the_card_is_begun_anew_after_it(player: Player) -> None:
    app, path = app_of(player), player.game.journal.path
    assert path
    run(app, 1)
    for key, letter in ((pygame.K_g, "g"), (pygame.K_2, "2")):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, unicode=letter, mod=0))
        run(app, 2)
    assert app.scene.name == "gate" and app.scene.pad.entered == "2"
    path.unlink()
    run(app, 12)
    assert isinstance(app.scene, TroubleCard)
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, unicode="", mod=0))
    run(app, 1)
    assert app.scene.name == "gate" and app.scene.pad.entered == ""


def test_what_another_computer_told_is_there_when_its_file_takes_the_place(player: Player) -> None:
    app, path = app_of(player), player.game.journal.path
    assert path
    other = elsewhere(player, tells=True)
    player.add_child("Mia")
    other.replace(path)
    run(app, 12)
    assert sorted(child.nickname for child in player.ctx.family.children.values()) == ["Anna", "Leo", "Mia"]
    assert isinstance(app.scene, TroubleCard) and "only there: 7" in app.scene.case.line


def test_a_file_another_program_wrote_into_is_joined_and_told(player: Player) -> None:
    app, path = app_of(player), player.game.journal.path
    assert path
    other = elsewhere(player, tells=False)
    player.add_child("Mia")
    with path.open("r+b") as file:
        file.truncate()
        file.write(other.read_bytes())
    run(app, 12)
    assert sorted(child.nickname for child in player.ctx.family.children.values()) == ["Anna", "Mia"]
    assert isinstance(app.scene, TroubleCard) and app.scene.case.kind == "replaced"
    assert player.game.journal.health().is_whole


def test_a_running_session_is_not_disturbed_and_the_card_comes_after_it(player: Player) -> None:
    app, path = app_of(player), player.game.journal.path
    assert path

    class Playing(type(app.scene)):  # type: ignore[misc]
        session = object()

    who = app.scene
    app.scene.__class__ = Playing
    path.unlink()
    run(app, 12)
    assert app.scene is who and path.is_file()
    del Playing.session
    run(app, 6)
    assert isinstance(app.scene, TroubleCard)


def test_looking_after_the_file_is_the_pens_work_and_never_the_loops(player: Player) -> None:
    app, disk = app_of(player), player.disk
    disk.looked_by.clear()  # by the pen, with what the family told
    run(app, 30)
    assert 5 <= len(disk.looked_by) <= 7, "every five seconds"
    assert threading.main_thread() not in disk.looked_by
    disk.looks.clear()
    seen = len(disk.looked_by)
    for _ in range(round(6 / 0.05)):
        app.step(0.05)
        assert not app.ctx.is_writing, "no page waits for a look"
    disk.looks.set()
    run(app, 0.05)
    assert len(disk.looked_by) == seen + 1
