"""The settings of the family, and the erasing of one child."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.core.events import ChildPutAway, SettingChosen
from game.data.copies.backup import all_copies
from game.data.files.paths import BACKUPS
from game.gallery.screens import SCREENS
from game.scenes import flow
from game.scenes.parent.children.erase import EraseChildPage
from game.scenes.parent.help.help import Help, sheet
from game.scenes.parent.settings.settings import SettingsPage
from game.ui.controls import Command
from game.ui.widgets import Switch
from tests.player import PIN, Player
from tests.scenes.rooms import complaints, written_on


@pytest.fixture
def player() -> Player:
    """At the settings of a family with two children."""
    player = Player.with_family(size=(1280, 720))
    player.add_child("Leo", "7-10", animal="tik")
    player.scene = SettingsPage(player.ctx)
    return player


@pytest.mark.parametrize(
    "press, name, value",
    [
        ("voice-less", "voice", 7), ("voice-more", "voice", 9), ("music-less", "music", 2),
        ("effects-more", "effects", 6),
        ("evening_hour-more", "evening_hour", "17:30"), ("evening_hour-less", "evening_hour", "16:30"),
        ("bedtime-more", "bedtime", "19:45"), ("rest_seconds-more", "rest_seconds", 35),
        ("words", "words", True), ("baby", "baby", True), ("stay", "stay", True), ("calm", "calm", True),
        ("kiosk", "kiosk", True), ("full_screen", "full_screen", True), ("confirm-each", "confirm_when", "each"), ("text_size-150", "text_size", 150),
        ("contrast", "contrast", True), ("one_button", "one_button", True), ("scan-40", "scan_tenths", 40),
    ],
)  # fmt: skip
def test_every_press_is_kept_at_once(player: Player, press: str, name: str, value: object) -> None:
    turn_to_sheet_with(player, press)
    player.tap(press)
    assert getattr(player.ctx.settings, name) == value
    told = [e.fact for e in player.game.journal.events() if isinstance(e.fact, SettingChosen)]
    assert [f.name for f in told] == [name]


def turn_to_sheet_with(player: Player, widget: str) -> None:
    """By the sheets' names at the top."""
    for tab in [w.name for w in player.scene.widgets if w.name.startswith("sheet-")]:
        if not any(w.name == widget for w in player.scene.widgets):
            player.tap(tab)


def shown(player: Player, name: str) -> bool:
    look = player.scene.widget(name).look
    assert isinstance(look, Switch)
    return look.is_on


@pytest.mark.parametrize("chosen", ["on", "off"])
@pytest.mark.parametrize("is_full", [True, False])
def test_whether_the_window_fills_the_screen_is_shown_as_it_is_and_not_as_it_was_chosen(
    player: Player, chosen: str, is_full: bool
) -> None:
    player.record(SettingChosen("full_screen", chosen))
    player.ctx.is_full_screen = is_full
    player.scene = SettingsPage(player.ctx, sheet="look")
    assert shown(player, "full_screen") is is_full
    player.tap("full_screen")
    assert player.ctx.settings.full_screen is not is_full


def test_a_game_started_so_that_no_child_closes_it_says_so_and_cannot_be_switched_here(player: Player) -> None:
    player.ctx.is_kiosk = True
    player.scene = SettingsPage(player.ctx, sheet="files")
    assert shown(player, "kiosk")
    player.tap("kiosk")
    assert shown(player, "kiosk") and not player.ctx.settings.kiosk
    assert player.scene.note.text == player.ctx.texts("why_kiosk")


def test_a_switch_goes_back_where_it_was(player: Player) -> None:
    player.tap("sheet-look")
    player.tap("calm")
    player.tap("calm")
    assert not player.ctx.settings.calm


def test_numbers_stop_at_their_ends(player: Player) -> None:
    for _ in range(12):
        player.tap("rest_seconds-more")
    assert player.ctx.settings.rest_seconds == 60
    for _ in range(12):
        player.tap("rest_seconds-less")
    assert player.ctx.settings.rest_seconds == 0
    assert player.scene.note.text == player.ctx.texts("why_least")


def test_below_the_shortest_rest_is_none_and_above_none_the_shortest_again(player: Player) -> None:
    player.tap("rest_seconds-more")
    for _ in range(2):
        player.tap("rest_seconds-less")
    assert player.ctx.settings.rest_seconds == 0
    assert player.ctx.texts("settings_no_rest") in written_on(player.scene)
    player.tap("rest_seconds-more")
    assert player.ctx.settings.rest_seconds == 30
    assert player.ctx.texts("settings_no_rest") not in written_on(player.scene)


def test_the_sheets_are_turned_by_keys_alone_and_keep_the_ring_on_their_names(player: Player) -> None:
    for tab, row in (("look", "calm"), ("files", "kiosk"), ("session", "baby")):
        player.focus(f"sheet-{tab}")
        player.key(Command.ACTIVATE)
        assert player.scene.focused == f"sheet-{tab}"
        assert row in [w.name for w in player.scene.widgets]


def test_another_sheet_stops_the_tune(player: Player) -> None:
    player.tap("music-more")
    player.tap("sheet-look")
    assert player.ctx.music.playing is None


def test_the_voice_is_heard_as_loud_as_it_was_made(player: Player) -> None:
    player.tap("voice-less")
    assert player.ctx.sound.voice_volume == pytest.approx(0.7)
    assert player.ctx.narrator.said[-1] == "label_go_on"


def test_the_tune_is_heard_for_a_moment(player: Player) -> None:
    player.tap("music-more")
    assert player.ctx.music.playing
    player.wait(5)
    assert player.ctx.music.playing is None


@pytest.mark.parametrize("command, char, there", [(Command.BACK, "", "progress"), (None, "ctrl+3", "record")])
def test_leaving_the_page_by_any_key_stops_the_tune(
    player: Player, command: Command | None, char: str, there: str
) -> None:
    player.tap("music-more")
    player.key(command, char)
    assert player.scene.name == there
    assert player.ctx.music.playing is None


def test_whatever_covers_the_page_stops_the_tune(player: Player) -> None:
    player.tap("music-more")
    player.leave()
    assert player.ctx.music.playing is None


def test_leaving_the_page_by_the_mouse_stops_the_tune(player: Player) -> None:
    player.tap("music-more")
    player.tap("place-help")
    assert player.scene.name == "help"
    assert player.ctx.music.playing is None


def test_a_new_pin_is_chosen_and_said(player: Player) -> None:
    player.tap("sheet-files")
    player.tap("new-pin")
    player.keys("73947394")
    player.tap("written")
    player.tap("big")
    assert player.scene.name == "settings"
    assert player.scene.message
    assert player.ctx.gate.check_pin("7394")


def test_a_new_pin_given_up_leaves_the_old_one(player: Player) -> None:
    player.tap("sheet-files")
    player.tap("new-pin")
    player.keys("7394")
    player.key(Command.BACK)
    assert player.scene.name == "settings"
    assert player.ctx.gate.check_pin(PIN)


def test_what_a_copy_came_to_is_said(tmp_path: Path) -> None:
    player = Player.with_family(data=tmp_path)
    player.scene = SettingsPage(player.ctx)
    player.tap("sheet-files")
    player.tap("back-up")
    assert [copy for copy in all_copies(tmp_path) if str(copy.path) in player.scene.message]
    assert player.scene.is_good
    player.game.close()


def test_a_copy_that_failed_is_said_in_words(tmp_path: Path) -> None:
    player = Player.with_family(data=tmp_path)
    shutil.rmtree(tmp_path / BACKUPS)
    (tmp_path / BACKUPS).write_text("a file", encoding="utf-8")
    player.scene = SettingsPage(player.ctx)
    player.tap("sheet-files")
    player.tap("back-up")
    assert not player.scene.is_good
    assert player.scene.message == player.ctx.texts("deed_refused")
    player.game.close()


# ---------------------------------------------------------------- larger text
def sizes(player: Player) -> dict[str, float]:
    """How large each line of the page stands in the window, in pixels."""
    player.draw()
    return {line.text: line.size * player.ctx.pictures.k for line in player.scene.inked}


def of_words(text: str, found: dict[str, float]) -> float:
    """How large a line is, or the smallest of those its words were parted into."""
    parts = [text] if text in found else [line for line in found if f" {line} " in f" {text} "]
    assert " ".join(parts) == text
    return min(found[part] for part in parts)


def test_text_grows_at_once_and_nowhere_becomes_smaller(player: Player) -> None:
    player.tap("sheet-look")
    before = sizes(player)
    player.tap("text_size-150")
    after = sizes(player)
    assert after["150\u00a0%"] > before["150\u00a0%"] and after["Calm pictures"] > before["Calm pictures"]
    assert all(of_words(text, after) >= size for text, size in before.items())
    player.tap("text_size-100")
    assert sizes(player) == before


def test_a_sheet_that_is_read_grows_whole_and_has_more_pages(player: Player) -> None:
    def pages() -> tuple[int, float]:
        player.scene = flow.open(player.ctx, sheet(Help(player.ctx), "sources"))
        player.draw()
        return len(player.scene.sheets), max(line.size for line in player.scene.inked[1:])

    few, small = pages()
    player.record(SettingChosen("text_size", "150"))
    many, large = pages()
    assert many > few
    assert large >= 1.3 * small


# ---------------------------------------------------------------- erasing
def test_erasing_needs_the_nickname(player: Player) -> None:
    player.tap("sheet-files")
    player.tap("erase")
    player.tap("child-child-2")
    player.tap("erase")
    assert player.scene.name == "erase-child"
    player.tap("nickname")
    player.wait(0.1)
    player.type("anna")
    player.tap("erase")
    assert player.scene.name == "erase-child"
    assert len(player.ctx.children) == 2


def test_the_child_whose_nickname_was_typed_is_erased(player: Player) -> None:
    player.tap("sheet-files")
    player.tap("erase")
    player.tap("child-child-2")
    player.tap("nickname")
    player.wait(0.1)
    player.type("leo")
    player.tap("erase")
    assert player.scene.name == "settings"
    assert [c.nickname for c in player.ctx.children.values()] == ["Anna"]
    assert not [e for e in player.game.journal.events() if e.child == "child-2"]


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
def test_why_an_erase_was_refused_has_room_on_its_page(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    player = Player.with_family(size=size)
    page = EraseChildPage(SettingsPage(player.ctx, player.child))
    long = "journal.sync-conflict-20261122-191205-ABCDEFG.sqlite"
    page.message = player.ctx.texts("deed_unseen", file=long)
    player.scene = page
    player.draw()
    assert page.problems == []


def erase(player: Player, child: str, nickname: str) -> None:
    player.scene = SettingsPage(player.ctx)
    player.tap("sheet-files")
    player.tap("erase")
    player.tap(f"child-{child}")
    player.tap("nickname")
    player.wait(0.1)
    player.type(nickname)
    player.tap("erase")


def test_the_nickname_is_typed_right_after_the_child_was_chosen(player: Player) -> None:
    player.scene = SettingsPage(player.ctx)
    player.tap("sheet-files")
    player.tap("erase")
    player.tap("child-child-2")
    player.wait(0.1)
    player.type("leo")
    player.tap("erase")
    assert [c.nickname for c in player.ctx.children.values()] == ["Anna"]


def test_when_nobody_who_plays_is_left_those_put_away_can_be_brought_back(player: Player) -> None:
    player.record(ChildPutAway(), child="child-2")
    erase(player, "child-1", "anna")
    assert player.scene.name == "children"
    said = player.ctx.texts("settings_erased", name="Anna")
    assert player.ctx.texts("children_nobody", said=said) in written_on(player.scene)
    player.tap("bring-back:child-2")
    assert [c.nickname for c in player.ctx.children.values()] == ["Leo"]


def test_when_the_last_child_was_erased_the_family_begins_anew(player: Player) -> None:
    erase(player, "child-1", "anna")
    erase(player, "child-2", "leo")
    assert player.scene.name == "welcome"
    said = player.ctx.texts("settings_erased", name="Leo")
    assert player.ctx.texts("welcome_nobody", said=said) in written_on(player.scene)


def test_a_family_that_begins_has_nothing_said_to_it(player: Player) -> None:
    fresh = Player(size=(1280, 720))
    assert fresh.scene.name == "welcome"
    assert not [line for line in written_on(fresh.scene) if "Nobody" in line]


def test_keeping_has_the_focus_and_esc_keeps(player: Player) -> None:
    player.tap("sheet-files")
    player.tap("erase")
    player.wait(0.1)
    player.draw()
    assert player.scene.focused == "keep"
    player.key(Command.BACK)
    assert player.scene.name == "settings"


def test_another_child_chosen_forgets_what_was_typed(player: Player) -> None:
    player.tap("sheet-files")
    player.tap("erase")
    player.tap("nickname")
    player.type("Anna")
    player.tap("child-child-2")
    assert player.scene.field.value == ""
    assert not player.scene.is_sure


def test_nothing_is_too_small_too_near_or_cut_off(player: Player) -> None:

    found = {n: wrong for n, scene in SCREENS["parent/settings"].scenes(player.ctx) if (wrong := complaints(scene))}
    assert found == {}
