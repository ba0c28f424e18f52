"""A grown-ups' page in a language read from right to left begins at the right; a child's world, feet and digits stay."""

from __future__ import annotations

import pygame
import pytest

from game.core.events import SettingChosen
from game.data.texts.pseudo import MIRRORED
from game.scenes import routes
from game.scenes.parent.area import GrownUpsPage
from game.scenes.parent.confirm.which_foot import foot_buttons
from game.scenes.screen.screen import Screen
from game.scenes.trouble.cases import newer_diary
from game.scenes.trouble.trouble_card import LEFT, WIDTH, TroubleCard
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.view import Box
from tests.player import PIN, Player
from tests.scenes.rooms import complaints, place_key

SIZES = [(1280, 720), (1024, 768), (2560, 1080)]


@pytest.fixture
def player() -> Player:
    player = Player.with_family(size=(1280, 720))
    player.ctx.speak(MIRRORED)
    return player


def at(player: Player, place: str) -> GrownUpsPage:
    player.scene = routes.GrownUps()
    player.key(char=place_key(place))
    player.draw()
    assert isinstance(player.scene, GrownUpsPage)
    return player.scene


def left_of(player: Player, name: str) -> float:
    """The pixel at which a button begins on the window's left."""
    return player.ctx.pictures.view.rect(player.screen.widget(name).box).left


def has_ink(player: Player, box: Box) -> bool:
    """Whether anything but the page is drawn in a part of the window, whose pixels are design units."""
    part = player.stage.surface.subsurface((int(box.x), int(box.y), int(box.w), int(box.h)))
    return any(sum(part.get_at((x, y))[:3]) < 300 for x in range(part.get_width()) for y in range(part.get_height()))


def test_the_rail_and_the_title_stand_at_the_right(player: Player) -> None:
    at(player, "settings")
    assert left_of(player, "place-plan") == 1280 - 12 - 200
    assert has_ink(player, Box(880, 40, 150, 36)) and not has_ink(player, Box(252, 40, 100, 36))


def test_in_english_nothing_is_mirrored() -> None:
    player = Player.with_family(size=(1280, 720))
    at(player, "settings")
    assert left_of(player, "place-plan") == 12
    assert not player.ctx.pictures.view.is_mirrored


def test_a_language_that_is_chosen_turns_the_page_at_once_and_back(player: Player) -> None:
    at(player, "settings")
    player.ctx.speak("en")
    player.draw()
    assert left_of(player, "place-plan") == 12
    player.ctx.speak(MIRRORED)
    player.draw()
    assert left_of(player, "place-plan") == 1280 - 12 - 200


@pytest.mark.parametrize("size", SIZES)
def test_a_press_is_meant_for_what_is_seen_there(size: tuple[int, int]) -> None:
    player = Player.with_family(size=size)
    player.ctx.speak(MIRRORED)
    at(player, "settings")
    seen = player.place("place-help")
    assert seen[0] > size[0] * 0.8
    player.wait(0.45)
    player.click(*seen)
    player.draw()
    assert isinstance(player.scene, GrownUpsPage) and player.scene.place == "help"
    assert complaints(player.scene) == []


def test_the_arrow_to_the_left_leads_from_the_rail_to_the_page(player: Player) -> None:
    page = at(player, "settings")
    page.focused = "place-settings"
    player.arrow(1, 0)
    assert page.focused == "place-settings", "nothing stands further right"
    player.arrow(-1, 0)
    assert not (page.focused or "").startswith("place-")


def test_in_larger_text_a_page_begins_at_the_right_and_arrows_lead_to_its_rest(player: Player) -> None:
    player.record(SettingChosen("text_size", "150"))
    page = at(player, "settings")
    view = player.ctx.pictures.view
    seen = view.visible()
    assert view.is_mirrored and seen.x == pytest.approx(page.home, abs=1) and seen.right < 1280
    assert view.pixel(seen.right, seen.y) == (0, 0)
    page.focused = None
    player.event(pygame.event.Event(pygame.MOUSEWHEEL, x=-1, y=0, precise_x=-1.0, precise_y=0.0, flipped=False))
    player.draw()
    assert player.ctx.pictures.view.visible().x > seen.x, "the wheel to the left shows what stands left"


def test_a_childs_screen_stays_as_it_is_drawn(player: Player) -> None:
    player.scene = routes.Start()
    player.draw()
    screen = player.screen
    assert screen.is_child and not player.ctx.pictures.view.is_mirrored
    assert player.ctx.pictures.appearance.is_rtl, "but its lines are read from right to left"


def test_the_digits_of_a_new_pin_stand_as_everywhere() -> None:
    player = Player(size=(1280, 720))
    player.ctx.speak(MIRRORED)
    player.scene = routes.Start()
    for _ in range(4):
        if any(w.name == "pad-1" for w in player.screen.widgets):
            break
        player.wait(0.5)
        player.key(Command.ACTIVATE)
    player.draw()
    assert left_of(player, "pad-1") < left_of(player, "pad-2") < left_of(player, "pad-3")
    assert left_of(player, "pad-erase") < left_of(player, "pad-0") < left_of(player, "pad-enter")
    player.keys(PIN)
    assert isinstance(player.scene, Screen)


def test_the_left_foot_is_asked_for_left_of_the_right_one(player: Player) -> None:
    at(player, "record")
    view = player.ctx.pictures.view
    names = [w.name for w in foot_buttons(player.ctx, Box(300, 100, 300, 46), None, 18)]
    row = sorted(foot_buttons(player.ctx, Box(300, 100, 300, 46), None, 18), key=lambda w: view.rect(w.box).left)
    assert [w.name for w in row] == ["side-left", "side-both", "side-right"]
    assert names == ["side-right", "side-both", "side-left"], "and the ring goes along the lines"


def test_a_paragraph_on_a_childs_picture_begins_at_the_right_edge_of_its_column(player: Player) -> None:
    surface = pygame.Surface((1280, 720))
    surface.fill((255, 255, 255))
    paper = Paper(surface, player.ctx.pictures.plain)
    paper.paragraph("oG no", 30, 100, 100, 600)
    assert [round(line.box.right) for line in paper.inked] == [700]


def test_all_of_a_card_about_the_diary_begins_at_the_right_edge_of_its_column(player: Player) -> None:
    case = newer_diary(player.ctx.texts, "1.2", "1.4")
    player.scene = TroubleCard(player.ctx, case, lambda name: None)
    player.draw()
    ends = {line.text: round(line.box.right) for line in player.screen.inked}
    assert ends[case.title] == LEFT + WIDTH - 64 and ends[case.tag] == LEFT + WIDTH - 42
    lines = [line for line in player.screen.inked if line.text in case.line]
    assert lines and {round(line.box.right) for line in lines} == {LEFT + WIDTH}
