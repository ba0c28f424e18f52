"""Cards for when something is wrong: one best way, reached by any device, and nothing lost."""

from __future__ import annotations

import threading
from pathlib import Path

import platformdirs
import pygame
import pytest

from game.core.events import SettingChosen
from game.data.files.documents import documents
from game.gallery.screens import SCREENS
from game.scenes import routes
from game.scenes.trouble.cases import (
    damaged,
    disk_full,
    newer_diary,
    second_window,
    unwritable,
)
from game.scenes.trouble.stumbled import StumbledScreen
from game.scenes.trouble.trouble_card import TroubleCard
from game.scenes.trouble.unsaved import UnsavedScreen
from game.ui.controls import Command
from game.ui.stage import Stage
from game.ui.widgets import check_layout
from tests.keyboards import pressed
from tests.player import PIN, Player
from tests.scenes.rooms import Room


@pytest.fixture
def player() -> Player:
    return Player()


def shown(player: Player, case, poll=None) -> list[str]:
    """The card becomes the scene; the names it tells of what was chosen."""
    chosen: list[str] = []

    def decide(name: str):
        chosen.append(name)
        return Room(player.ctx, "elsewhere")

    player.scene = TroubleCard(player.ctx, case, decide, poll)
    return chosen


def names(case) -> list[str]:
    return [choice.name for choice in case.choices]


# ---------------------------------------------------------------- what is offered
def test_a_damaged_diary_offers_its_whole_entries_first(player):
    case = damaged(player.ctx.texts, 412, 3, "Sat 21 November", ("Sat 21 Nov 19:12", 409))
    assert names(case) == ["go_on", "copy", "look"]
    assert "412" in case.choices[0].label
    assert "415" in case.line


def test_a_diary_with_nothing_left_offers_the_copy_and_else_a_new_beginning(player):
    assert names(damaged(player.ctx.texts, 0, 9, copy=("Sat", 400))) == ["copy", "look"]
    assert names(damaged(player.ctx.texts, 0, 9)) == ["anew", "look"]


def test_a_newer_diary_is_left_alone(player):
    assert names(newer_diary(player.ctx.texts, "1.4", "1.2")) == ["close", "guest"]


def test_a_disk_that_refuses_at_the_start_names_the_folder(player):
    case = unwritable(player.ctx.texts, "/media/stick")
    assert "/media/stick" in case.line
    assert names(case) == ["again", "guest", "close"]


# ---------------------------------------------------------------- acting
CASES = {
    "damaged": lambda w: damaged(w, 412, 3, "Sat", ("Fri", 409)),
    "second": second_window,
    "newer": lambda w: newer_diary(w, "1.4", "1.2"),
    "full": lambda w: disk_full(w, 1),
    "unwritable": lambda w: unwritable(w, "/x"),
}


@pytest.mark.parametrize("kind", CASES)
def test_the_best_way_is_one_press_away_by_key_and_by_pad(player, kind):
    case = CASES[kind](player.ctx.texts)
    for from_pad in (False, True):
        chosen = shown(player, case)
        player.wait(0.5)
        player.pad(0) if from_pad else player.hardware("space")
        assert chosen == [case.choices[0].name]


@pytest.mark.parametrize("kind", CASES)
def test_every_way_is_reached_by_tab_by_arrows_and_by_a_press(player, kind):
    case = CASES[kind](player.ctx.texts)
    for i, choice in enumerate(case.choices):
        for way in ("tab", "arrow", "press"):
            chosen = shown(player, case)
            player.wait(0.5)
            if way == "press":
                player.tap(choice.name)
            else:
                for _ in range(i):
                    player.tab() if way == "tab" else player.arrow(0, 1)
                player.key(Command.ACTIVATE)
            assert chosen == [choice.name]


def test_a_child_hears_to_call_a_grown_up_and_can_hear_it_again(player):
    shown(player, second_window(player.ctx.texts))
    player.wait(0.1)
    assert player.ctx.narrator.said[-1] == "grown_up_call"
    player.wait(10)
    player.key(Command.AGAIN)
    player.wait(0.1)
    assert player.ctx.narrator.said[-1] == "grown_up_call"


def test_the_second_window_takes_over_by_itself(player):
    is_free = [False]
    shown(player, second_window(player.ctx.texts), lambda: Room(player.ctx, "elsewhere") if is_free[0] else None)
    player.wait(30)
    assert player.scene.name == "trouble"
    is_free[0] = True
    player.wait(1.2)
    assert player.scene.name == "elsewhere"


# ---------------------------------------------------------------- not yet written
@pytest.fixture
def full(player):
    """The disk has refused two facts, and does until room is made."""
    player.disk.is_full = True
    player.record(SettingChosen("music", "4"), SettingChosen("voice", "4"))
    return player.disk


def test_try_again_stays_while_there_is_no_room_and_goes_on_when_there_is(player, full):
    here = Room(player.ctx, "elsewhere")
    player.scene = UnsavedScreen(player.ctx, here)
    player.tap("again")
    assert player.scene.case.foot == player.ctx.texts("diskfull_not_yet")
    full.is_full = False
    player.tap("again")
    assert player.scene is here


def test_the_card_goes_by_itself_as_soon_as_there_is_room(player, full):
    here = Room(player.ctx, "elsewhere")
    player.scene = UnsavedScreen(player.ctx, here)
    player.wait(60)
    assert player.scene.name == "trouble"
    full.is_full = False
    player.wait(1.2)
    assert player.scene is here


def test_over_a_running_session_nobody_has_to_come(player, full):
    here = Room(player.ctx, "elsewhere")
    here.session = object()
    player.scene = routes.Unsaved(here)
    player.wait(15)
    assert player.scene.name == "trouble"
    player.wait(7)
    assert player.scene is here


def test_saving_elsewhere_says_where(player, full):
    player.scene = UnsavedScreen(player.ctx, Room(player.ctx, "elsewhere"))
    player.tap("elsewhere")
    path = Path(player.scene.case.foot.removeprefix(player.ctx.texts("diskfull_saved", path="")))
    assert path.parent == documents() and len(path.read_text(encoding="utf-8").splitlines()) == 2


def test_a_place_that_refuses_too_is_said_in_words(player, full, tmp_path, monkeypatch):
    (tmp_path / "documents").write_text("a file", encoding="utf-8")
    monkeypatch.setattr(platformdirs, "user_documents_dir", lambda: str(tmp_path / "documents"))
    player.scene = UnsavedScreen(player.ctx, Room(player.ctx, "elsewhere"))
    player.tap("elsewhere")
    assert player.scene.case.foot == player.ctx.texts("file_refused")


def test_a_slow_stick_keeps_the_card_alive_and_takes_no_press_meanwhile(player, full):
    may_go_on = threading.Event()
    player.game.disk._beside.submit(may_go_on.wait, 10)  # whatever the stick is doing
    player.scene = card = UnsavedScreen(player.ctx, Room(player.ctx, "elsewhere"))
    player.wait(0.5)
    assert card.press("elsewhere") is None and card.case.foot == player.ctx.texts("disk_at_work")
    assert (
        all(card.handle(given) is None for given in player.read(pressed("escape")))
        and card.update(0.1) is None
        and card.is_at_work
    )
    may_go_on.set()
    player.game.disk._beside.submit(lambda: None).result()
    assert card.update(0.1) is None and str(documents()) in card.case.foot and not card.is_at_work


# ---------------------------------------------------------------- a mistake of ours
def test_bo_stumbled_goes_on_or_closes(player):
    here = Room(player.ctx, "elsewhere")
    player.scene = StumbledScreen(player.ctx, here)
    player.tap("close")
    assert player.quit_asked
    player.tap("go_on")
    assert player.scene is here


def test_bo_stumbled_closes_by_the_pin_where_a_child_may_not_close():
    player = Player.with_family()
    player.record(SettingChosen("kiosk", "on"))
    player.scene = card = StumbledScreen(player.ctx, Room(player.ctx, "elsewhere"))
    player.tap("close")
    assert (player.scene.name, player.quit_asked) == ("gate", False)
    player.tap("back")
    assert player.scene is card
    player.tap("close")
    player.keys(PIN)
    player.wait(1)
    assert player.quit_asked


def test_before_there_is_a_pin_nobody_is_locked_in():
    player = Player()
    player.ctx.is_kiosk = True
    player.scene = StumbledScreen(player.ctx, Room(player.ctx, "elsewhere"))
    player.tap("close")
    assert player.quit_asked


def test_bo_stumbled_says_first_what_would_be_lost_with_the_game(player):
    player.disk.is_full = True
    player.record(SettingChosen("music", "off"))
    player.scene = StumbledScreen(player.ctx, Room(player.ctx, "elsewhere"))
    player.tap("close")
    assert (player.scene.name, player.quit_asked) == ("trouble", False)
    player.tap("close")
    assert player.quit_asked


# ---------------------------------------------------------------- how it looks
@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (1024, 600)])
def test_no_card_cuts_words_off_or_lets_things_overlap(size):
    ctx = Player(size=size).ctx
    for name, scene in SCREENS["trouble/trouble"].scenes(ctx):
        stage = Stage(pygame.Surface(size))
        scene.draw(stage)
        assert (name, scene.problems, check_layout(scene.widgets)) == (name, [], [])
