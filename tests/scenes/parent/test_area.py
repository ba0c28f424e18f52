"""The frame of the grown-ups' area: the rail, the child it is about, the lock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.core.events import ChildPutAway, Effort
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes import flow, routes
from game.scenes.parent.area import PLACES, GrownUpsPage, RailEntry
from game.scenes.parent.children.children import Children
from game.scenes.parent.gate.gate import ParentGate
from game.scenes.parent.help.help import Help
from game.scenes.parent.settings.settings import SettingsPage
from game.ui.controls import Command, Controls, Covered
from game.ui.widgets import Button, check_layout
from tests.keyboards import pressed
from tests.player import CODE, Player
from tests.told import grown_ups, pass_gate, played, to_confirm


def test_every_place_of_the_rail_is_a_page_that_says_where_it_is(player: Player) -> None:
    drawn = {name for module in SCREENS for name in SCREENS[module].states}
    for place in PLACES:
        page = flow.open(player.ctx, routes.Place(place.name, player.child))
        assert isinstance(page, GrownUpsPage) and page.place == place.name
        assert player.ctx.texts(f"area_{place.name}")[0] != "["
        assert place.name in drawn


def test_control_and_a_digit_open_a_place(player: Player) -> None:
    grown_ups(player)
    for n, place in enumerate(PLACES, 1):
        player.key(char=f"ctrl+{n}")
        assert player.scene.place == place.name  # type: ignore[attr-defined]
    here = player.scene
    player.hardware("9", pygame.KMOD_LCTRL)
    assert player.scene is here


def test_the_rail_is_pressed_by_the_mouse(player: Player) -> None:
    grown_ups(player)
    player.tap("place-help")
    assert player.scene.name == "help"


def test_escape_leads_from_every_place_to_the_first_one_and_from_there_out(player: Player) -> None:
    grown_ups(player)
    for place in PLACES[1:]:
        player.tap(f"place-{place.name}")
        player.key(Command.BACK)
        assert player.scene.name == "progress", place.name
    player.key(Command.BACK)
    assert player.scene.name == "who"


def test_back_to_play_leads_to_who_from_everywhere(player: Player) -> None:
    player.scene = Help(player.ctx, player.child)
    player.tap("back-to-play")
    assert player.scene.name == "who"


@dataclass(frozen=True)
class Walked:
    """What a state of the gallery has on its buttons, and where Esc leads from it."""

    is_first: bool
    labels: tuple[str, ...]
    escape: object


@pytest.fixture(scope="module")
def walked() -> dict[str, Walked]:
    """Every grown-ups' page of the gallery that stands in the rail."""
    init_pygame_for_pictures()
    game, found = demo_game((640, 360), weeks=6), {}
    [escape] = Controls().read([pressed("escape")], (640, 360))
    for group in (name for name in SCREENS if name.startswith("parent/")):
        for state, scene in SCREENS[group].scenes(game.context):
            if isinstance(scene, GrownUpsPage):
                scene.age = 1.0
                labels = tuple(w.look.label for w in scene.widgets if isinstance(w.look, Button))
                found[state] = Walked(scene.name == "progress", labels, scene.handle(escape))
    game.close()
    return found


def test_escape_leaves_the_grown_ups_side_from_its_first_page_alone(walked: dict[str, Walked]) -> None:
    out = [state for state, it in walked.items() if isinstance(it.escape, (routes.BackToPlay, routes.Who))]
    assert len(walked) > 60 and [state for state in out if not walked[state].is_first] == []
    assert [state for state, it in walked.items() if it.is_first and state not in out] == []


def test_no_way_to_the_next_page_is_a_count_alone(walked: dict[str, Walked]) -> None:
    assert [s for s, it in walked.items() if any(re.fullmatch(r"\d+ of \d+", label) for label in it.labels)] == []
    assert any("Next page" in it.labels for it in walked.values())


def test_coming_back_asks_for_the_pin_again(player: Player) -> None:
    grown_ups(player)
    player.key(Command.BACK)
    player.key(Command.GROWN_UPS, "g")
    assert player.scene.name == "gate"


def test_five_quiet_minutes_lock_the_page_and_the_pin_gives_the_same_page_back(player: Player) -> None:
    grown_ups(player)
    page = Help(player.ctx, player.child)
    player.scene = page
    player.wait(301)
    assert player.scene is not page
    pass_gate(player)
    assert player.scene is page


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_window_that_is_left_locks_the_page_and_the_pin_gives_the_same_page_back(
    player: Player, place: RailEntry
) -> None:
    player.scene = page = flow.open(player.ctx, routes.Place(place.name, player.child))
    player.leave()
    assert isinstance(player.scene, ParentGate)
    player.leave()  # hidden as well
    player.wait(30)
    assert isinstance(player.scene, ParentGate)
    pass_gate(player)
    assert player.scene is page
    player.wait(200)
    assert player.scene is page


def test_a_card_over_a_page_is_no_leaving_and_locks_nothing(player: Player) -> None:
    player.scene = page = SettingsPage(player.ctx, sheet="files")
    player.give(Covered())
    assert player.scene is page


def test_a_page_that_was_left_is_given_up_without_the_pin(player: Player) -> None:
    player.scene = SettingsPage(player.ctx, sheet="files")
    player.leave()
    player.key(Command.BACK)
    assert player.scene.name == "who"


def test_confirming_locks_when_the_window_is_left_and_goes_on_behind_the_pin(player: Player) -> None:
    played(player, "bear_walk", amount=3)
    to_confirm(player)
    pass_gate(player)
    confirm = player.scene
    player.key(char="e")
    player.leave()
    assert isinstance(player.scene, ParentGate)
    pass_gate(player)
    assert player.scene is confirm and confirm.effort is Effort.EASY  # type: ignore[attr-defined]


def test_a_computer_that_slept_wakes_up_with_the_page_locked(player: Player) -> None:
    """Hours went by in one frame, which counts for a tenth of a second."""
    player.scene = page = SettingsPage(player.ctx, sheet="files")
    for name in ("erase", "letters"):
        player.tap(name)
    sheet = player.scene
    for here in (page, sheet):
        player.scene = here
        player.wait(1)
        player.clock += timedelta(hours=9)
        player.wait(0.1)
        assert isinstance(player.scene, ParentGate)
        pass_gate(player)
        assert player.scene is here


def test_a_clock_set_back_locks_nothing_and_keeps_nothing_open(player: Player) -> None:
    player.scene = page = SettingsPage(player.ctx, sheet="files")
    player.clock -= timedelta(days=1)
    player.wait(290)
    assert player.scene is page
    player.wait(15)
    assert isinstance(player.scene, ParentGate)


def test_a_pad_pulled_out_locks_nothing(player: Player) -> None:
    player.scene = page = SettingsPage(player.ctx, sheet="files")
    player.event(pygame.event.Event(pygame.JOYDEVICEREMOVED, instance_id=1))
    assert player.scene is page


def test_a_sheet_over_a_page_locks_when_the_window_is_left_and_keeps_what_was_typed(player: Player) -> None:
    player.scene = SettingsPage(player.ctx, sheet="files")
    for name in ("erase", "letters", "key-a"):
        player.tap(name)
    sheet = player.scene
    player.leave()
    assert isinstance(player.scene, ParentGate)
    pass_gate(player)
    assert player.scene is sheet
    player.tap("big")
    assert player.scene.field.value == "A"  # type: ignore[attr-defined]


def test_a_new_pin_locks_while_its_code_is_printed_in_another_window_and_keeps_what_was_typed(player: Player) -> None:
    player.scene = SettingsPage(player.ctx, sheet="files")
    player.tap("new-pin")
    page = player.scene
    player.keys("73947394")
    player.leave()
    assert isinstance(player.scene, ParentGate)
    pass_gate(player)
    assert player.scene is page and page.draft.pin == "7394"  # type: ignore[attr-defined]


def test_who_forgot_the_pin_comes_back_to_the_new_one_by_the_old_code(player: Player) -> None:
    """And to the code that was printed, not to another one."""
    player.scene = routes.Gate(routes.GrownUps(), routes.Who())
    pages = []
    for _ in range(2):
        player.tap("recovery")
        player.wait(0.1)
        player.type(CODE)
        player.tap("big")
        pages.append(player.scene)
        player.leave()
        assert isinstance(player.scene, ParentGate)
    assert pages[0] is pages[1] and pages[0].name == "new-pin"


def test_the_first_start_has_no_lock_to_fall_into() -> None:
    player = Player()
    player.scene = routes.AddChild(routes.Start())
    page = player.scene
    player.leave()
    assert player.scene is page
    player.tap("letters")
    player.leave()
    assert player.scene.name == "letters"


def locks_and_comes_back(player: Player) -> None:
    """The sheet shown is left for five minutes; behind the PIN it is there again, and for as long."""
    sheet = player.scene
    player.wait(301)
    assert player.scene.name == "gate"
    pass_gate(player)
    assert player.scene is sheet
    player.wait(200)
    assert player.scene is sheet


def test_the_letters_over_the_erasing_of_a_child_lock_as_it_does(player: Player) -> None:
    player.scene = SettingsPage(player.ctx, sheet="files")
    for name in ("erase", "letters", "key-a"):
        player.tap(name)
    locks_and_comes_back(player)
    player.tap("big")
    assert player.scene.name == "erase-child" and player.scene.field.value == "A"  # type: ignore[attr-defined]
    player.wait(200)
    assert player.scene.name == "erase-child"


def test_the_calendar_over_the_dates_of_an_operation_locks_as_they_do(player: Player) -> None:
    leo = player.add_child("Leo", "7-10", "after_surgery", "tik")
    player.scene = Children(player.ctx)
    for name in (f"surgery:{leo}", "surgery"):
        player.tap(name)
    locks_and_comes_back(player)
    player.tap("day-2026-01-02")
    assert player.scene.name == "edit-surgery"


def test_the_letters_of_a_family_without_a_pin_never_lock() -> None:
    player = Player()
    player.scene = routes.AddChild(routes.Start())
    player.tap("letters")
    player.wait(400)
    assert player.scene.name == "letters"


def test_a_touch_in_time_keeps_it_open(player: Player) -> None:
    player.scene = page = Help(player.ctx, player.child)
    player.wait(200)
    player.tab()
    player.wait(200)
    assert player.scene is page


def test_one_child_is_a_label_and_several_are_chosen(player: Player) -> None:
    grown_ups(player)
    assert "child" not in [w.name for w in player.scene.widgets]  # type: ignore[attr-defined]
    second = player.add_child("Leo")
    grown_ups(player)
    player.tap("child")
    player.draw()
    assert check_layout(player.scene.widgets) == [] and player.scene.problems == []  # type: ignore[attr-defined]
    player.tap(f"child-{second}")
    assert player.scene.child_id == second  # type: ignore[attr-defined]


def test_choosing_a_child_can_be_left_as_it_was(player: Player) -> None:
    player.add_child("Leo")
    grown_ups(player)
    page = player.scene
    player.tap("child")
    player.key(Command.BACK)
    assert player.scene is page


def test_twelve_children_are_on_two_sheets(player: Player) -> None:
    for n in range(11):
        player.add_child(f"Child {n}")
    grown_ups(player)
    player.tap("child")
    player.tap("more")
    assert len([w for w in player.scene.widgets if w.name.startswith("child-")]) == 2  # type: ignore[attr-defined]
    player.draw()
    assert player.scene.problems == []  # type: ignore[attr-defined]


def test_without_a_child_the_area_still_opens(player: Player) -> None:
    player.record(ChildPutAway(), child=player.child)
    player.scene = flow.open(player.ctx, routes.Place("progress", None))
    player.draw()
    player.tap("to-children")
    assert player.scene.place == "children"  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["Li", "Maximiliane Charlotte", "Александра"])
def test_a_child_s_name_fits_into_its_label(player: Player, name: str) -> None:
    player.add_child(name)
    player.scene = page = flow.open(player.ctx, routes.Place("progress", list(player.ctx.children)[-1]))  # type: ignore[assignment]
    player.draw()
    assert page.problems == [] and check_layout(page.widgets) == []  # type: ignore[attr-defined]
