"""Help behind the gate, and the same to read on F1 without it."""

from __future__ import annotations

from game.scenes import flow, routes
from game.scenes.parent.help.help import Help
from game.scenes.screen.reading_sheet import ReadingScreen
from game.ui.controls import Command
from game.ui.widgets import check_layout
from tests.player import Player
from tests.told import grown_ups


def test_safety_needs_no_pin_and_gives_the_screen_back(player: Player) -> None:
    here = player.scene
    player.scene = routes.Safety(here)
    player.key(Command.BACK)
    assert player.scene is here


def test_safety_changes_nothing(player: Player) -> None:
    before = player.ctx.family
    player.scene = routes.Safety(routes.Who())
    for name in ("tips", "keys", "sources", "numbers", "sound"):
        player.tap(name)
        player.draw()
        player.key(Command.BACK)
    assert player.ctx.family is before and player.scene.name == "safety"


def test_under_the_signs_help_leads_to_their_page_and_to_that_of_an_operation_and_back(player: Player) -> None:
    grown_ups(player)
    player.tap("place-help")
    for name, page in (("signs", "edit-signs"), ("operation", "tell-operation")):
        player.tap(name)
        assert player.scene.name == page
        player.tap("back")
        assert player.scene.name == "help"


def test_who_reads_safety_without_the_pin_is_led_to_no_page_that_tells_anything(player: Player) -> None:
    player.scene = routes.Safety(routes.Who())
    assert not {"signs", "operation"} & {w.name for w in player.screen.widgets}


def test_f1_closes_what_f1_opened(player: Player) -> None:
    here = player.scene
    player.scene = routes.Safety(here)
    player.key(Command.HELP)
    assert player.scene is here


def test_the_sound_check_says_a_line(player: Player) -> None:
    player.scene = routes.Safety(routes.Who())
    player.tap("sound")
    assert player.ctx.narrator.said[-1] == "help_hello"


def test_the_tips_are_read_page_by_page_to_the_last(player: Player) -> None:
    player.scene = Help(player.ctx, player.child)
    player.tap("tips")
    sheet = player.scene
    assert isinstance(sheet, ReadingScreen) and len(sheet.sheets) > 1
    for _ in range(len(sheet.sheets) - 1):
        player.tap("on")
        player.draw()
        assert sheet.problems == []
    assert not sheet.widget("on").is_enabled
    assert sum(len(page) for page in sheet.sheets) == len(sheet.pieces)


def test_every_help_page_keeps_the_rules_of_layout(player: Player) -> None:
    for scene in (Help(player.ctx, player.child), flow.open(player.ctx, routes.Safety(routes.Who()))):
        player.scene = scene
        player.draw()
        assert scene.problems == [] and check_layout(scene.widgets) == []  # type: ignore[attr-defined]


def test_a_sheet_over_the_area_locks_too(player: Player) -> None:
    grown_ups(player)
    player.scene = Help(player.ctx, player.child)
    player.tap("tips")
    player.wait(301)
    assert player.scene.name == "gate"
