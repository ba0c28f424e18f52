"""The loop goes on while a screen is drawn beside it: nothing is lost, nothing is touched twice, nothing unseen is
pressed, and a whole morning makes nothing inside the loop."""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import Iterator

import pygame
import pytest

from game.app.loop import App
from game.bench.inside import counting
from game.bench.morning import Morning
from game.bench.screens_at_loop import AtLoop
from game.scenes.scene import Scene
from game.scenes.screen.screen import Screen
from game.ui.blit_only import makes
from game.ui.page_change import Arrival
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import TEAL
from game.ui.view import Box
from game.ui.widgets import Widget, button, round_button
from tests.player import Player

SIZE = (640, 360)
MOST = 20.0  # seconds of patience with a thread; it takes a fraction of one
OLD, NEW = "#BFE3E8", "#F3CDA5"


class SlowPage(Screen):
    """A page that is painted when `may_paint` is set. One button leads to another, one types."""

    name = "page"

    def __init__(self, ctx, colour: str = OLD, may_paint: threading.Event | None = None, is_broken=False) -> None:
        super().__init__(ctx)
        self.colour, self.may_paint, self.is_broken = colour, may_paint or threading.Event(), is_broken
        self.next: Scene | None = None
        self.typed = 0
        self.updated = 0.0

    def build(self) -> tuple[Widget, ...]:
        return (
            round_button("big", 1180, 628, 66, TEAL, "icons/play"),
            button("type", Box(60, 40, 120, 60), "x", keys="x"),
        )

    def update(self, dt: float):
        self.updated += dt
        return super().update(dt)

    def paint_still(self, paper: Paper) -> None:
        assert self.may_paint.wait(MOST)
        if self.is_broken:
            raise ValueError("a mistake of ours")
        paper.fill(self.colour)

    def press(self, name: str):
        if name == "big":
            return self.next
        self.typed += 1
        self.changed()
        return None


@pytest.fixture
def app() -> Iterator[App]:
    player = Player.with_family()
    pygame.display.set_mode(SIZE, pygame.RESIZABLE)
    pygame.event.clear()
    first = SlowPage(player.ctx)
    first.may_paint.set()
    app = App(pygame.display.get_surface(), player.ctx, first, player.game.resized)
    for _ in range(20):
        app.step(0.05)
    app.view.is_live = True
    yield app
    app.view.close()
    player.game.close()
    pygame.display.set_mode((8, 8))


def key(app: App, code: int, char: str = "") -> None:
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=code, unicode=char, mod=0))
    app.step(0.01)


def to_slow_page(app: App, *, is_broken: bool = False, arrival: Arrival = Arrival.PAGE) -> SlowPage:
    assert isinstance(app.scene, SlowPage)
    app.scene.next = page = SlowPage(app.ctx, NEW, is_broken=is_broken)
    page.arrival = arrival
    key(app, pygame.K_RETURN, "\r")
    assert app.scene is page
    return page


def wait(app: App) -> None:
    """Until what is drawn beside the loop has come."""
    until = time.monotonic() + MOST
    while app.view.is_drawing and time.monotonic() < until:
        app.step(0.001)
    assert not app.view.is_drawing


def colour(app: App) -> pygame.Color:
    return app.view.window.get_at((SIZE[0] // 2, SIZE[1] // 2))


def test_the_old_picture_stays_and_the_new_screen_is_not_touched_until_it_is_drawn(app):
    page = to_slow_page(app)
    for _ in range(10):
        app.step(0.01)
    assert app.view.is_drawing and page.updated == 0 and colour(app) == pygame.Color(OLD)
    page.may_paint.set()
    wait(app)
    for _ in range(12):
        app.step(0.05)
    assert page.updated > 0 and colour(app) == pygame.Color(NEW)


def test_the_old_picture_stays_whole_however_long_the_next_takes(app):
    page = to_slow_page(app)
    app.step(0.01)
    before = pygame.image.tobytes(app.view.window, "RGB")
    for _ in range(300):
        app.step(0.01)
        assert app.view.is_drawing and pygame.image.tobytes(app.view.window, "RGB") == before
    page.may_paint.set()
    wait(app)
    for _ in range(12):
        app.step(0.05)
    assert colour(app) == pygame.Color(NEW)


class LastingOneFrame(SlowPage):
    """A page that closes the game as soon as it was seen."""

    def update(self, dt: float):
        if self.view.is_shown:
            self.ctx.request_quit()
        return super().update(dt)


@pytest.mark.timeout(60)
def test_until_the_first_picture_the_loop_waits_for_what_draws_it_and_for_no_clock(app, monkeypatch):
    page = LastingOneFrame(app.ctx)
    page.may_paint.set()
    started = App(app.view.window, app.ctx, page, app.view._resized)
    page.view = started.view
    slept: list[bool] = []  # whether a picture was there whenever the loop slept
    sleep = time.sleep

    def asleep(seconds: float) -> None:
        if threading.current_thread() is threading.main_thread():
            slept.append(started.view.is_shown)
        sleep(seconds)

    monkeypatch.setattr(time, "sleep", asleep)
    started.run()
    assert started.view.is_shown and all(slept)


@pytest.mark.timeout(60)
def test_the_loop_goes_on_as_soon_as_what_is_drawn_beside_it_is_there(app):
    page = to_slow_page(app)
    threading.Timer(0.05, page.may_paint.set).start()
    app.view.wait(600)
    assert not app.view.is_held and not app.view.is_drawing


def test_what_is_typed_while_a_page_is_drawn_anew_is_heard_afterwards(app):
    page = app.scene
    page.may_paint.clear()
    for n in range(3):
        key(app, pygame.K_x, "x")
        assert app.view.is_drawing and page.typed == 1, n
    page.may_paint.set()
    wait(app)
    app.step(0.01)
    wait(app)
    assert page.typed == 3


@pytest.mark.parametrize("arrival", Arrival)
def test_what_is_pressed_before_a_page_was_seen_is_not_meant_for_it_and_soon_after_it_is(app, arrival: Arrival):
    page = to_slow_page(app, arrival=arrival)
    app.step(0.01)
    for _ in range(10):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_x, unicode="x", mod=0))
        app.step(0.1)
    assert app.view.is_drawing
    page.may_paint.set()
    wait(app)
    for _ in range(4):
        key(app, pygame.K_x, "x")
        wait(app)
    assert page.typed == 0
    for _ in range(5):
        app.step(0.05)
        wait(app)
    key(app, pygame.K_x, "x")
    wait(app)
    assert page.typed == 1


def test_a_mistake_in_drawing_shows_the_card(app):
    page = to_slow_page(app, is_broken=True)
    page.may_paint.set()
    with pytest.raises(ValueError, match="a mistake of ours"):
        wait(app)


def test_a_window_resized_meanwhile_waits_for_the_picture(app):
    page = to_slow_page(app)
    pygame.event.post(pygame.event.Event(pygame.WINDOWSIZECHANGED, x=800, y=450))
    app.step(0.01)
    assert app.view.is_drawing
    page.may_paint.set()
    wait(app)
    for _ in range(20):
        app.step(0.05)
        wait(app)
    assert colour(app) == pygame.Color(NEW)


def test_a_whole_morning_makes_and_reads_nothing_inside_the_loop():
    """Seen for the first time, in a new family: what is foreseen is foreseen in time where somebody looks at a screen
    for two seconds, here as if the thread beside the loop had been as quick as the picture."""
    with counting(looks=True) as count:
        morning = Morning(SIZE, step=0.1, each=Morning.settle)
        count.inside.clear()
        count.where.clear()
        morning.play()
        made, where = sum(count.inside.values()), count.where
    morning.close()
    assert made == 0, "\n".join(where[:20])
    assert {"play", "praise", "confirm", "reward", "progress"} <= set(morning.screens)
    assert count.beside["raster"] > 500 and count.beside["decode"] > 20


def test_what_comes_while_a_picture_moves_is_made_beside_the_loop_and_painted_in_the_window_alone():
    """A run-length encoded picture is encoded for each surface it is drawn to: painted on another one meanwhile, the
    friend would be encoded twice in a frame."""
    at_loop = AtLoop(SIZE)
    scene = at_loop.screen("play-reps")
    at_loop.show(scene, warm=60)
    page = at_loop.app.view._worker.page
    page.fill(NEW)
    words = set()
    with counting() as count:
        for _ in range(480):
            at_loop.frame()
            words.add(at_loop.app.ctx.narrator.caption)
    assert at_loop.app.scene is scene and len(words) > 2 and count.beside["raster"] and not count.inside
    assert at_loop.app.view._worker.page is page
    assert pygame.transform.average_color(page)[:3] == pygame.Color(NEW)[:3]
    at_loop.close()


def test_pictures_of_the_whole_window_are_kept_only_while_one_screen_gives_way_to_the_next(app):
    page = to_slow_page(app)
    page.may_paint.set()
    wait(app)
    large = weakref.ref(app.view._worker.page), weakref.ref(app.view._change)  # which has the old one
    assert all(picture() is not None for picture in large)
    for _ in range(12):
        app.step(0.05)
    assert colour(app) == pygame.Color(NEW) and all(picture() is None for picture in large)


def test_a_picture_whose_pieces_are_never_all_there_is_painted_beside_the_loop(app):
    def forgetful(stage: Stage) -> None:
        makes("a piece nobody keeps")
        piece = pygame.Surface(SIZE)
        piece.fill(NEW)
        stage.put(piece, 0, 0)

    app.scene.moving = forgetful
    for _ in range(3):
        app.step(0.01)
        wait(app)
    assert colour(app) == pygame.Color(NEW)
