"""The loop: inputs, pages sliding, resizing, resting, closing, and its one last catch."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pygame
import pytest

from game.app.loop import App
from game.app.window import fitting
from game.core.events import QuestKind, SettingChosen
from game.scenes import routes
from game.scenes.parent.settings.settings import SettingsPage
from game.scenes.scene import Scene
from game.scenes.screen.screen import Screen
from game.scenes.session.play import PlayScreen
from game.scenes.session.session import RunningSession, as_level
from game.ui.controls import Command, Hover, Input, Key, Left, Slept
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import TEAL
from game.ui.view import Box
from game.ui.widgets import Widget, button, round_button
from tests.keyboards import pressed
from tests.player import Player

SIZE = (640, 360)


class Page(Screen):
    """One button to another page, one back; counts what the loop asks of it."""

    name = "page"

    def __init__(self, ctx, colour: str = "#BFE3E8", before: Scene | None = None, is_broken: bool = False) -> None:
        super().__init__(ctx)
        self.colour, self.before, self.is_broken = colour, before, is_broken
        self.drawn = self.lefts = 0
        self.given: list[Input] = []

    def build(self) -> tuple[Widget, ...]:
        return (
            round_button("big", 1180, 628, 66, TEAL, "icons/play"),
            button("back", Box(60, 40, 120, 60), "x", command=Command.BACK),
        )

    def paint_still(self, paper: Paper) -> None:
        paper.fill(self.colour)

    def handle(self, event: Input) -> Scene | None:
        self.given.append(event)
        return super().handle(event)

    def press(self, name: str) -> Scene | None:
        if self.is_broken:
            raise ValueError("a mistake of ours")
        return Page(self.ctx, "#F3CDA5", self) if name == "big" else self.before

    def left(self) -> Scene | None:
        self.lefts += 1
        return None

    def draw(self, stage: Stage) -> None:
        self.drawn += 1
        super().draw(stage)


@pytest.fixture
def player() -> Player:
    return Player.with_family()


@pytest.fixture
def app(player: Player) -> Iterator[App]:
    pygame.display.set_mode(SIZE, pygame.RESIZABLE)
    pygame.event.clear()
    app = App(pygame.display.get_surface(), player.ctx, Page(player.ctx), player.game.resized)
    run(app, 1.0)
    yield app
    player.game.close()
    pygame.display.set_mode((8, 8))


def run(app: App, seconds: float, dt: float = 0.05) -> None:
    for _ in range(round(seconds / dt)):
        app.step(dt)


def slow(player: Player) -> None:
    """Something was told, and the disk has not answered yet."""
    player.hang()
    player.record(SettingChosen("music", "4"))
    assert player.ctx.is_writing


def full(player: Player) -> None:
    """Something was told, and the disk has refused it."""
    player.disk.is_full = True
    player.record(SettingChosen("music", "4"), SettingChosen("voice", "4"))
    assert player.ctx.unsaved == 2


def press(app: App, key: int, char: str = "") -> None:
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, unicode=char, mod=0))
    app.step(0.05)


def colour(app: App, x: float = 0.5, y: float = 0.5) -> str:
    w, h = app.view.window.get_size()
    r, g, b, _ = app.view.window.get_at((int(x * w), int(y * h)))
    return f"#{r:02X}{g:02X}{b:02X}"


# ---------------------------------------------------------------- still pictures and changes of page
def test_a_still_screen_flips_nothing_in_five_seconds(app, monkeypatch):
    flips: list[object] = []
    monkeypatch.setattr(pygame.display, "update", lambda *rects: flips.append(rects))
    monkeypatch.setattr(pygame.display, "flip", lambda: flips.append("all"))
    run(app, 5.0)
    assert not flips


def test_the_loop_slows_down_when_nothing_moves(app):
    assert app.frame == pytest.approx(1 / 60)
    run(app, 2.0)
    assert app.frame == pytest.approx(1 / 30)
    run(app, 12.0)
    assert app.frame == pytest.approx(1 / 15)
    press(app, pygame.K_TAB)
    assert app.frame == pytest.approx(1 / 60)


def test_a_new_page_slides_in_from_the_right_and_goes_back_to_the_right(app):
    press(app, pygame.K_SPACE, " ")
    app.step(0.1)
    assert colour(app, 0.05) == "#BFE3E8", "the old page is still at the left"
    run(app, 1.0)
    assert colour(app) == "#F3CDA5"
    press(app, pygame.K_ESCAPE)
    app.step(0.1)
    assert colour(app, 0.95) == "#F3CDA5", "going back uncovers the old page from the left"
    run(app, 1.0)
    assert colour(app) == "#BFE3E8"


def test_calm_pictures_fade_instead_of_sliding(app):
    app.ctx.record(SettingChosen("calm", "on"))
    press(app, pygame.K_SPACE, " ")
    app.step(0.05)
    left, right = colour(app, 0.05), colour(app, 0.8)
    assert left == right
    assert left not in ("#BFE3E8", "#F3CDA5"), "in between"
    run(app, 0.3)
    assert colour(app) == "#F3CDA5"


def test_a_press_never_acts_on_two_pages(app):
    for _ in range(3):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SPACE, unicode=" ", mod=0))
    app.step(0.05)
    assert app.scene.before.colour == "#BFE3E8"


def test_a_press_on_a_page_that_is_there_is_heard_as_soon_on_a_slow_computer(app):
    press(app, pygame.K_SPACE, " ")
    before = app.scene.before
    app.step(0.1, 0.5)  # a picture that took half a second
    press(app, pygame.K_ESCAPE)
    assert app.scene is before


def test_a_page_turns_no_slower_on_a_slow_computer(app):
    press(app, pygame.K_SPACE, " ")
    app.step(0.1, 0.5)
    assert {colour(app, 0.05), colour(app), colour(app, 0.95)} == {"#F3CDA5"}


def test_a_page_that_came_by_itself_is_heard_a_second_after_it_was_seen_on_a_slow_computer_too(app):
    press(app, pygame.K_SPACE, " ")
    page, before = app.scene, app.scene.before
    page.came_by_itself()
    app.step(0.1, 0.5)
    press(app, pygame.K_ESCAPE)
    assert app.scene is page
    app.step(0.1, 0.5)
    press(app, pygame.K_ESCAPE)
    assert app.scene is before


# ---------------------------------------------------------------- the window
def resize(app: App, size: tuple[int, int]) -> None:
    pygame.display.set_mode(size, pygame.RESIZABLE)
    pygame.event.clear()
    pygame.event.post(pygame.event.Event(pygame.WINDOWSIZECHANGED, x=size[0], y=size[1]))
    app.step(0.05)


@pytest.mark.parametrize("size", [(1024, 600), (1024, 768), (1720, 720), (3840, 2160)])
def test_a_resized_window_is_filled_and_pressed_where_the_button_now_is(app, size):
    resize(app, size)
    assert colour(app) == "#BFE3E8", "the old picture is shown stretched at once"
    run(app, 0.6)
    assert app.ctx.pictures.view.size == size
    assert colour(app, 0.01, 0.99) == "#BFE3E8"
    px, py = app.ctx.pictures.view.pixel(*app.scene.widget("big").box.centre)
    pygame.event.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(px, py), touch=False))
    run(app, 1.0)
    assert colour(app) == "#F3CDA5"


def test_resizing_in_the_middle_of_a_slide_shows_the_new_page(app):
    press(app, pygame.K_SPACE, " ")
    app.step(0.1)
    resize(app, (1024, 768))
    run(app, 0.6)
    assert colour(app) == "#F3CDA5"
    assert app.ctx.pictures.view.size == (1024, 768)


def test_a_tiny_window_asks_to_be_larger_and_pauses(app):
    here = app.scene
    resize(app, (300, 200))
    run(app, 0.6)
    assert here.lefts == 1
    drawn = here.drawn
    press(app, pygame.K_SPACE, " ")
    run(app, 1.0)
    assert (app.scene, here.drawn) == (here, drawn), "nothing is pressed that cannot be seen"
    resize(app, (800, 600))
    run(app, 0.6)
    press(app, pygame.K_SPACE, " ")
    run(app, 1.0)
    assert colour(app) == "#F3CDA5"


def test_a_minimised_window_draws_nothing_and_tells_the_scene(app):
    here = app.scene
    pygame.event.post(pygame.event.Event(pygame.WINDOWMINIMIZED))
    app.step(0.05)
    drawn = here.drawn
    run(app, 1.0)
    assert (here.lefts, here.drawn) == (1, drawn)
    pygame.event.post(pygame.event.Event(pygame.WINDOWRESTORED))
    run(app, 0.2)
    assert here.drawn > drawn


# ---------------------------------------------------------------- closing
def post_close() -> None:
    pygame.event.post(pygame.event.Event(pygame.WINDOWCLOSE))
    pygame.event.post(pygame.event.Event(pygame.QUIT))


def test_the_first_x_asks_and_the_second_closes(app):
    post_close()
    app.step(0.05)
    assert (app.scene.name, app.running) == ("close", True)
    post_close()
    app.step(0.05)
    assert not app.running


def test_staying_gives_back_the_same_page_and_the_next_x_asks_again(app):
    here = app.scene
    post_close()
    run(app, 1.0)
    press(app, pygame.K_ESCAPE)
    assert app.scene is here
    post_close()
    app.step(0.05)
    assert (app.scene.name, app.running) == ("close", True)


def test_closing_pauses_a_session_and_staying_counts_it_in_again(app):
    child = next(iter(app.ctx.children))
    session = RunningSession(app.ctx, child, QuestKind.ONE, (as_level(app.ctx, "bear_walk"),))
    session.begin()
    app.navigator.go(PlayScreen(session))
    run(app, 3.0)
    post_close()
    run(app, 1.0)
    assert app.scene.name == "close"
    press(app, pygame.K_ESCAPE)
    assert app.scene.name == "play"
    done = app.scene.pace.seconds
    run(app, 2.0)
    assert (app.scene.is_paused, app.scene.pace.seconds) == (True, done)
    press(app, pygame.K_SPACE, " ")
    assert app.scene.name == "countdown"


def test_a_signal_closes_at_once(app):
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    app.step(0.05)
    assert not app.running


def test_in_kiosk_no_number_of_x_closes_the_game(app):
    app.ctx.record(SettingChosen("kiosk", "on"))
    for _ in range(4):
        post_close()
        run(app, 0.5)
    assert (app.scene.name, app.running) == ("close", True)


def test_cmd_with_q_asks_as_the_window_s_x_does(app, monkeypatch):
    monkeypatch.setattr(pygame.key, "get_mods", lambda: pygame.KMOD_LMETA)
    app.ctx.record(SettingChosen("kiosk", "on"))
    for _ in range(3):
        pygame.event.post(pygame.event.Event(pygame.QUIT))
        run(app, 0.5)
    assert (app.scene.name, app.running) == ("close", True)


# ---------------------------------------------------------------- rest, evening
def test_five_minutes_of_nothing_dim_the_picture_and_stop_the_music(app):
    app.ctx.music.play("play_100")
    bright = colour(app)
    run(app, 301, dt=0.5)
    assert int(colour(app)[1:3], 16) == pytest.approx(int(bright[1:3], 16) / 2, abs=3)
    assert app.ctx.music.playing is None
    press(app, pygame.K_TAB)
    run(app, 0.2)
    assert (colour(app), app.ctx.music.playing) == (bright, "play_100")


def test_the_evening_dims_nothing_that_a_child_looks_at_or_presses(app):
    bright = colour(app)
    app.ctx.record(SettingChosen("evening_hour", "07:30"))
    run(app, 0.2)
    assert app.ctx.is_evening
    assert colour(app) == bright


# ---------------------------------------------------------------- keys that work anywhere
def test_f1_shows_the_safety_page_over_anything_and_gives_back_the_same_page(app):
    here = app.scene
    press(app, pygame.K_F1)
    assert (app.scene.name, here.lefts) == ("safety", 1)
    run(app, 1.0)
    press(app, pygame.K_ESCAPE)
    assert app.scene is here


def test_c_shows_and_hides_the_words_for_the_whole_family(app):
    press(app, pygame.K_c, "c")
    assert app.ctx.settings.words
    assert "words_on" in app.strips.up(app.scene)
    run(app, 0.5)
    press(app, pygame.K_c, "c")
    assert not app.ctx.settings.words
    assert app.strips.up(app.scene) == ("words_off",)


def test_a_pad_pulled_out_pauses_and_says_so_until_it_is_back(app):
    here = app.scene
    pygame.event.post(pygame.event.Event(pygame.JOYDEVICEREMOVED, instance_id=4))
    app.step(0.05)
    assert (here.lefts, app.strips.up(here)) == (0, ()), "one that lay about"
    pygame.event.post(pygame.event.Event(pygame.JOYBUTTONDOWN, instance_id=3, button=3))
    pygame.event.post(pygame.event.Event(pygame.JOYDEVICEREMOVED, instance_id=3))
    app.step(0.05)
    assert (here.lefts, app.strips.up(here)) == (1, ("pad",))
    run(app, 9.0)
    assert (app.strips.up(here), app.strips.icons(here)) == ((), ("pad",))
    app.strips.take_down("pad")
    assert app.strips.icons(here) == ()


# ---------------------------------------------------------------- the last catch
def stumble(app: App) -> None:
    """One frame as `run` makes it."""
    try:
        app.step(0.05)
    except Exception as error:
        app.stumble(error)


def test_a_mistake_of_ours_shows_a_kind_card_and_keeps_the_trace(tmp_path):
    player = Player.with_family(data=tmp_path)
    pygame.display.set_mode(SIZE, pygame.RESIZABLE)
    pygame.event.clear()
    app = App(pygame.display.get_surface(), player.ctx, Page(player.ctx), player.game.resized)
    run(app, 1.0)
    app.navigator.go(Page(app.ctx, is_broken=True))
    run(app, 1.0)
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SPACE, unicode=" ", mod=0))
    stumble(app)
    assert app.scene.name == "stumbled"
    assert "a mistake of ours" in (tmp_path / "log.txt").read_text(encoding="utf-8")
    run(app, 1.0)
    press(app, pygame.K_SPACE, " ")
    assert app.scene.name == "who", "the game goes on"
    player.game.close()


def test_a_card_that_fails_itself_is_not_shown_for_ever(app):
    app.navigator.put(routes.Stumbled(Page(app.ctx)))
    with pytest.raises(ValueError, match="again"):
        app.stumble(ValueError("again"))


def test_after_a_mistake_on_the_page_about_pain_the_game_goes_on_at_who_is_playing(app):
    """It is about a session that is long over, and not played in one."""
    app.navigator.put(routes.Pain(next(iter(app.ctx.children)), "a session of last week", routes.Who()))
    app.stumble(ValueError("a mistake of ours"))
    assert app.scene.press("go_on") == routes.Start()


@pytest.mark.timeout(60)
def test_the_loop_itself_catches_and_goes_on(app):
    app.navigator.go(Page(app.ctx, is_broken=True))
    run(app, 1.0)
    pygame.event.post(pressed("space"))
    pygame.time.set_timer(pygame.QUIT, 300)  # somebody closes the window, and again if nothing came of it
    app.run()
    pygame.time.set_timer(pygame.QUIT, 0)
    assert app.scene.name == "stumbled"


# ---------------------------------------------------------------- the diary
def test_the_next_page_waits_for_a_slow_disk(app, player):
    here = app.scene
    slow(player)
    press(app, pygame.K_SPACE, " ")
    run(app, 0.5)
    press(app, pygame.K_SPACE, " ")
    assert app.scene is here
    player.go_on()
    run(app, 0.1)
    assert app.scene.before is here


def test_a_full_disk_gets_its_card_once_and_a_strip_from_then_on(app, player):
    full(player)
    press(app, pygame.K_SPACE, " ")
    assert app.scene.name == "trouble"
    run(app, 1.0)
    press(app, pygame.K_ESCAPE)
    assert app.scene.name == "page"
    run(app, 9.0)
    assert app.strips.icons(app.scene) == ("disk",)
    press(app, pygame.K_ESCAPE)
    assert app.scene.name == "page", "once is enough"
    player.disk.is_full = False
    assert app.ctx.retry()
    run(app, 0.2)
    assert "disk" not in app.strips._told


def test_a_second_x_says_first_what_would_be_lost(app, player):
    full(player)
    app._is_unsaved_told = True
    names = []
    for _ in range(3):
        post_close()
        run(app, 0.5)
        names.append((app.scene.name, app.running))
    assert names == [("close", True), ("trouble", True), ("trouble", False)]


def test_a_window_that_opened_too_small_asks_to_be_made_bigger_and_then_plays(app):
    """As on a screen smaller than the game's smallest; nobody pulls at it there."""
    pygame.display.set_mode((480, 320), pygame.RESIZABLE)
    pygame.event.clear()
    small = App(pygame.display.get_surface(), app.ctx, Page(app.ctx), app.view._resized)
    run(small, 0.5)
    assert small.view.is_too_small and small.scene.drawn == 0 and small.scene.lefts == 1
    pygame.display.set_mode(SIZE, pygame.RESIZABLE)
    run(small, 1.0)
    assert not small.view.is_too_small and small.scene.drawn > 0


@pytest.mark.parametrize("desktop", [(640, 360), (640, 480), (700, 400), (800, 600), (1366, 768), (7680, 4320)])
def test_a_window_never_opens_smaller_than_what_can_be_read(desktop):
    w, h = fitting(desktop)
    assert 640 <= w <= desktop[0] and 360 <= h <= desktop[1]


def test_leaving_the_window_tells_the_scene(app):
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    app.step(0.05)
    assert Left() in app.scene.given


def test_a_computer_that_slept_tells_the_scene_before_anything_pressed_since(app):
    """Its own clock may stand still meanwhile: the wall's tells."""
    now = app.ctx.now()
    app.ctx.now = lambda: now + timedelta(minutes=5)
    pygame.event.post(pressed("space"))
    app.step(0.05)
    kinds = [type(given) for given in app.scene.before.given if not isinstance(given, Hover)]
    assert kinds[-2:] == [Slept, Key]
    app.step(0.05)
    assert app.scene.given == [], "told once"


def test_a_window_left_while_the_next_page_waits_for_the_disk_is_told_to_that_page(app, player):
    slow(player)
    pygame.event.post(pressed("space"))
    app.step(0.05)
    pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))
    app.step(0.05)
    player.go_on()
    app.step(0.05)
    assert app.scene.before and app.scene.lefts == 1


def test_started_as_a_kiosk_good_night_asks_for_the_pin(app):
    kiosk = App(app.view.window, app.ctx, Page(app.ctx), app.view._resized, is_kiosk=True)
    run(kiosk, 0.5)
    for _ in range(3):
        post_close()
        run(kiosk, 1.0)
    assert (kiosk.scene.name, kiosk.running) == ("close", True)
    press(kiosk, pygame.K_RIGHT)
    press(kiosk, pygame.K_SPACE, " ")
    assert kiosk.scene.name == "gate"


def test_an_x_while_the_disk_is_slow_keeps_the_page_that_is_on_its_way(app, player):
    slow(player)
    here = app.scene
    press(app, pygame.K_SPACE, " ")
    run(app, 0.2)
    post_close()
    run(app, 0.2)
    player.go_on()
    run(app, 1.0)
    assert app.scene.name == "close"
    press(app, pygame.K_ESCAPE)  # stay
    run(app, 1.0)
    assert app.scene is not here
    assert app.scene.name == here.name


def test_a_second_x_closes_also_while_the_disk_is_slow(app, player):
    slow(player)
    for _ in range(2):
        post_close()
        run(app, 0.2)
    assert not app.running
    player.go_on()


def test_a_game_started_on_the_whole_screen_says_so_in_the_settings_and_stays_there(app, player):
    pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
    started = App(pygame.display.get_surface(), app.ctx, SettingsPage(app.ctx, sheet="look"), player.game.resized)
    run(started, 0.5)
    assert started.view.is_full_screen and started.scene.widget("full_screen").look.is_on
    assert not app.ctx.settings.full_screen


def test_the_settings_show_the_window_as_f11_and_their_own_switch_left_it(app):
    again = App(app.view.window, app.ctx, SettingsPage(app.ctx, sheet="look"), app.view._resized)
    run(again, 0.5)

    def is_on() -> bool:
        return again.scene.widget("full_screen").look.is_on

    assert not is_on()
    press(again, pygame.K_F11)
    run(again, 0.5)
    assert again.view.is_full_screen and is_on() and not app.ctx.settings.full_screen
    again.scene.focused = "full_screen"
    press(again, pygame.K_SPACE, " ")
    run(again, 0.5)
    assert not again.view.is_full_screen and not is_on()
    press(again, pygame.K_SPACE, " ")
    run(again, 0.5)
    assert again.view.is_full_screen and is_on() and app.ctx.settings.full_screen


def test_a_window_asked_for_by_name_is_a_window_whatever_the_settings_say(app):
    app.ctx.record(SettingChosen("full_screen", "on"))
    again = App(app.view.window, app.ctx, Page(app.ctx), app.view._resized, is_windowed=True)
    run(again, 0.2)
    assert not again.view.is_full_screen
    plain = App(app.view.window, app.ctx, Page(app.ctx), app.view._resized)
    run(plain, 0.2)
    assert plain.view.is_full_screen
