"""A grown-ups' page in larger text: everything on it is so much larger, and all of it can be come to."""

from __future__ import annotations

import pygame
import pytest

from game.core.events import SettingChosen
from game.scenes import routes
from game.scenes.parent.area import LEFT, GrownUpsPage
from game.scenes.parent.settings.settings import SettingsPage
from game.scenes.screen.screen import Screen
from game.ui.blit_only import NotMade, blit_only
from game.ui.controls import Command
from game.ui.stage import Stage
from game.ui.view import DESIGN, Box
from tests.diary import both, lived
from tests.player import Player
from tests.scenes.rooms import complaints, place_key

SIZES = [(1280, 720), (1024, 768), (1024, 600), (1920, 1080), (2560, 1080)]
LEAST = 12.0  # pixels of the smallest letters in the smallest window people have


def at(player: Player, place: str) -> GrownUpsPage:
    """That place of the grown-ups' side, drawn once."""
    if not isinstance(player.scene, GrownUpsPage):
        player.scene = routes.GrownUps()
    player.key(char=place_key(place))
    player.draw()
    assert isinstance(player.scene, GrownUpsPage)
    return player.scene


@pytest.fixture
def large() -> Player:
    player = Player.with_family(size=(1280, 720))
    player.record(SettingChosen("text_size", "150"))
    return player


def sizes_of(player: Player, place: str) -> list[tuple[str, float]]:
    """Each word of a page, and how large it stands in the window, in pixels."""
    scene = at(player, place)
    k = player.ctx.pictures.k
    return [(word, line.size * k) for line in scene.inked for word in line.text.split()]


@pytest.mark.parametrize("place", ["progress", "plan", "record", "doctor", "own", "help", "settings", "children"])
@pytest.mark.parametrize("times", [125, 150])
def test_every_word_of_a_page_is_as_much_larger_as_the_family_asked_for(place: str, times: int) -> None:
    player = Player.with_family(size=(1024, 600))
    plain = sizes_of(player, place)
    player.record(SettingChosen("text_size", str(times)))
    large = sizes_of(player, place)
    assert [text for text, _ in large] == [text for text, _ in plain], "the page is the same"
    for (text, before), (_, now) in zip(plain, large, strict=True):
        assert now == pytest.approx(before * times / 100, rel=0.04), text  # type comes in whole pixels
    assert times < 150 or min(now for _, now in large) >= LEAST
    assert complaints(player.scene) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_ring_is_always_seen_wherever_keys_lead_it(size: tuple[int, int]) -> None:
    player = Player.with_family(size=size)
    player.record(SettingChosen("text_size", "150"))
    for place in ("plan", "settings", "record"):
        scene = at(player, place)
        for _ in scene.widgets:
            player.tab()
            player.draw()
            box = scene.widget(scene.focused or "").box
            assert scene.magnifier.seen.covers(box), (place, scene.focused, scene.magnifier.seen)


def test_a_page_begins_beside_the_rail_at_its_title_and_the_rail_is_one_step_of_the_ring_away(large: Player) -> None:
    scene = at(large, "plan")
    assert scene.magnifier.seen.x == pytest.approx(LEFT - 14) and scene.magnifier.seen.y == 0
    large.focus("place-help")
    large.draw()
    assert scene.magnifier.seen.x == 0 and scene.magnifier.seen.covers(scene.widget("place-help").box)


def test_arrow_keys_alone_pass_over_no_part_of_a_page(large: Player) -> None:
    scene = at(large, "progress")
    whole = pygame.Mask((DESIGN[0], DESIGN[1]))
    looked = {scene.magnifier.seen}
    for way in [(1, 0)] * 8 + [(0, 1)] * 16 + [(-1, 0)] * 12 + [(0, -1)] * 16 + [(1, 0)] * 8 + [(0, 1)] * 16:
        large.arrow(*way)
        large.draw()
        looked.add(scene.magnifier.seen)
    for seen in looked:
        whole.draw(pygame.Mask((round(seen.w) + 1, round(seen.h) + 1), True), (round(seen.x), round(seen.y)))
    assert whole.count() == DESIGN[0] * DESIGN[1]


def test_wheel_and_page_keys_lead_to_the_end_and_no_further(large: Player) -> None:
    scene = at(large, "progress")
    focused = scene.focused
    for _ in range(12):
        large.event(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1))
    large.draw()
    assert scene.magnifier.seen.bottom == pytest.approx(DESIGN[1]) and scene.focused == focused
    for _ in range(2):
        large.event(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_PAGEUP, unicode="", mod=0, scancode=75))
    large.draw()
    assert scene.magnifier.seen.y == 0
    for _ in range(12):
        large.event(pygame.event.Event(pygame.MOUSEWHEEL, x=1, y=0))
    large.draw()
    assert scene.magnifier.seen.right == pytest.approx(DESIGN[0])


def test_a_finger_comes_to_every_corner_by_the_round_arrows_and_each_leaves_where_there_is_no_more(
    large: Player,
) -> None:
    scene = at(large, "record")
    for way in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        for _ in range(5):
            if box := scene.arrows.get(way):
                x, y = large.ctx.pictures.view.pixel(*box.centre)
                large.wait(0.45)
                large.click(x, y)
                large.draw()
        assert way not in scene.arrows
    assert set(scene.arrows) == {(1, 0), (0, 1)} and scene.magnifier.seen.x == 0 and scene.magnifier.seen.y == 0
    assert large.scene is scene, "no press of an arrow pressed what lies under it"


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("place", ["progress", "plan", "record", "settings", "help", "children"])
def test_a_round_arrow_lies_on_no_button_and_no_word_wherever_its_edge_has_room(
    place: str, size: tuple[int, int]
) -> None:
    player = Player.with_family(size=size)
    player.record(SettingChosen("text_size", "150"))
    scene, free = at(player, place), 0
    for way in [(1, 0), (1, 0), (0, 1), (0, 1), (-1, 0), (-1, 0), (0, -1)]:
        seen, taken = scene.magnifier.seen, [*(w.box for w in scene.widgets), *scene.written]
        for to, arrow in scene.arrows.items():
            own = arrow.grown(-2)
            if not any(box.meets(own) for box in taken):
                free += 1
                continue
            ends = (seen.y, seen.bottom) if to[0] else (seen.x, seen.right)
            for along in range(round(ends[0]) + 60, round(ends[1]) - 60 - round(own.w), 10):
                there = Box(own.x, along, own.w, own.h) if to[0] else Box(along, own.y, own.w, own.h)
                there = there.grown(6)  # the least that is worth to be called room
                assert any(box.meets(there) for box in taken), (seen, to, arrow, there)
        if box := scene.arrows.get(way):
            player.wait(0.45)
            player.click(*player.ctx.pictures.view.pixel(*box.centre))
            player.draw()
    assert free, "a control: some are free"


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("place", ["plan", "progress", "record"])
def test_a_round_arrow_touches_no_letter_of_a_page_full_of_weeks_and_days(place: str, size: tuple[int, int]) -> None:
    player = Player.of(lived(both(range(40)), 41).robin, size=size)
    player.record(SettingChosen("text_size", "150"))
    scene, seen = at(player, place), 0
    for way in [(1, 0), (1, 0), (0, 1), (0, 1), (-1, 0), (-1, 0), (0, -1)]:
        letters = [line for line in scene.inked if line.box.meets(scene.magnifier.seen)]
        for to, arrow in scene.arrows.items():
            assert [line.text for line in letters if line.box.meets(arrow.grown(-2))] == [], (to, arrow)
            seen += 1
        if box := scene.arrows.get(way):
            player.wait(0.45)
            player.click(*player.ctx.pictures.view.pixel(*box.centre))
            player.draw()
    assert seen > 7, "a control: there are arrows"


def test_what_the_ring_is_on_is_shown_before_enter_presses_it(large: Player) -> None:
    scene = at(large, "settings")
    large.focus("place-help")
    large.draw()
    for _ in range(12):
        large.event(pygame.event.Event(pygame.MOUSEWHEEL, x=1, y=0))
    large.draw()
    assert not scene.magnifier.seen.meets(scene.widget("place-help").box)
    large.key(Command.ACTIVATE)
    large.draw()
    assert large.scene is scene and scene.magnifier.seen.covers(scene.widget("place-help").box)
    large.key(Command.ACTIVATE)
    assert large.scene.name == "help"


def test_a_press_means_what_is_seen_under_it(large: Player) -> None:
    large.scene = SettingsPage(large.ctx, sheet="look")
    large.draw()
    large.focus("text_size-100")
    large.draw()
    x, y = large.place("text_size-100")
    assert 0 <= x < 1280 and 0 <= y < 720
    large.wait(0.45)
    large.click(x, y)
    assert large.ctx.settings.text_size == 100
    large.draw()
    assert large.ctx.pictures is large.ctx.pictures.plain, "and it is as ever"


def test_what_is_put_over_a_page_goes_along_with_it(large: Player) -> None:
    scene = at(large, "plan")
    large.focus("hold")
    for _ in range(3):
        large.draw()

    def ring_at() -> tuple[int, int]:
        box = scene.widget(scene.focused or "").box
        left, top = large.ctx.pictures.view.pixel(box.x - 3, box.centre[1])
        return left, top

    first = ring_at()
    ink = large.draw().get_at(first)
    large.event(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1))
    assert large.draw().get_at(ring_at()) == ink and ring_at() != first


def test_a_childs_screen_after_a_page_is_of_the_whole_window_again(large: Player) -> None:
    at(large, "progress")
    large.scene = routes.Who()
    large.draw()
    scene = large.scene
    assert isinstance(scene, Screen) and scene.ctx.pictures is scene.ctx.pictures.plain
    assert large.ctx.pictures.view.visible() == Box(0, 0, *DESIGN)


def test_a_page_that_could_not_be_drawn_to_its_end_leaves_the_window_as_it_was(large: Player) -> None:
    """The next screen's friends stood beside their windows, half as large again from the corner."""
    scene = at(large, "progress")
    scene.changed()
    stage = Stage(pygame.Surface((1280, 720)))
    scene.fit()
    with pytest.raises(NotMade), blit_only():
        scene.draw(stage)
    stage.abandon()
    assert stage.view == large.ctx.pictures.plain.view


def test_without_larger_text_nothing_is_magnified_and_the_wheel_does_nothing() -> None:
    player = Player.with_family(size=(1280, 720))
    scene = at(player, "progress")
    before = pygame.image.tobytes(player.draw(), "RGB")
    player.event(pygame.event.Event(pygame.MOUSEWHEEL, x=1, y=-3))
    assert pygame.image.tobytes(player.draw(), "RGB") == before and scene.arrows == {}
