"""The ring about what has the focus lies over no word and no picture of something else."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.core.events import SettingChosen
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes import routes
from game.scenes.home.heads_screen import HeadsScreen
from game.scenes.screen.context import Context
from game.scenes.screen.magnifier import MagnifiedScreen
from game.scenes.screen.screen import Screen
from game.scenes.together.choose_together import ChooseTogether
from game.ui import focus
from game.ui.paper import Paper
from game.ui.theme import INK
from game.ui.typography.text_growth import Sketch, grown
from game.ui.view import Box
from game.ui.widgets import paint
from tests.player import Player

TOUCH = 40  # square design units of the ring that may touch a line or a picture, which have air about them
OWN_STARS = "map"  # the stars below a station of the map, awake or asleep, are the station's own
STATIONS_OWN = ("icons/", "cast/", "camp/star_asleep")


class Ear(Paper):
    """Paper that remembers where each line and picture stands that is not covered by something painted later, and
    whose it is."""

    def __init__(self, ctx: Context, growth: Mapping[Hashable, float] | None = None) -> None:
        super().__init__(pygame.Surface(ctx.pictures.view.size), ctx.pictures, growth=growth)
        self.seen: list[tuple[str, str, Box]] = []
        self.whose = ""

    def text(self, text: str, *how: Any, **more: Any) -> Box:
        before = len(self.inked)
        box = super().text(text, *how, **more)
        for line in self.inked[before:]:  # the middle half of a line as it was drawn, where its letters are
            (_, y), size = line.box.centre, line.size
            self.seen.append((self.whose, text, Box(line.box.x, y - 0.3 * size, line.box.w, 0.6 * size)))
        return box

    def glyph(self, name: str, cx: float, cy: float, size: float, *how: Any, **more: Any) -> None:
        super().glyph(name, cx, cy, size, *how, **more)
        self.seen.append((self.whose, name, Box.around(cx, cy, size * 0.4)))

    def part(self, name: str, cx: float, cy: float, w: float, h: float | None = None, *how: Any, **more: Any) -> None:
        super().part(name, cx, cy, w, h, *how, **more)
        high = h or w
        self.seen.append((self.whose, name, Box(cx - w * 0.4, cy - high * 0.4, w * 0.8, high * 0.8)))

    def panel(self, box: Box, *how: Any, **more: Any) -> None:
        self.seen = [one for one in self.seen if not box.holds(*one[2].centre)]
        super().panel(box, *how, **more)

    def disc(self, cx: float, cy: float, r: float, *how: Any, **more: Any) -> None:
        self.seen = [one for one in self.seen if not Box.around(cx, cy, r).holds(*one[2].centre)]
        super().disc(cx, cy, r, *how, **more)

    def veil(self, *how: Any) -> None:
        self.seen.clear()
        super().veil(*how)


def heard(scene: Screen) -> Ear:
    """The still picture with its buttons, as `Screen.draw` makes it, in letters as large as they have room."""
    most, growth = scene.ctx.pictures.appearance.text, None
    if most > 1:
        sketch = Sketch()
        scene._paint_all(Paper(pygame.Surface(scene.ctx.pictures.view.size), scene.ctx.pictures, sketch=sketch))
        growth = grown(sketch, most)
    ear = Ear(scene.ctx, growth)
    scene.paint_still(ear)
    for widget in scene.widgets:
        ear.whose = widget.name
        paint(ear, widget)
    ear.whose = ""
    scene.paint_over(ear)
    return ear


@pytest.mark.parametrize(("size", "text"), [((1280, 720), "100"), ((1024, 768), "100"), ((1024, 600), "150")], ids=str)
@pytest.mark.parametrize("group", SCREENS)
def test_the_ring_lies_over_nothing_of_another_element(group: str, size: tuple[int, int], text: str) -> None:
    init_pygame_for_pictures()
    hidden, ctx = [], demo_game(size).context
    if text != "100":
        ctx.record(SettingChosen("text_size", text))
    for state, scene in SCREENS[group].scenes(ctx):
        assert isinstance(scene, Screen)
        if text != "100" and isinstance(scene, MagnifiedScreen):
            continue  # laid out as for everybody
        if type(scene).paint_still is Screen.paint_still:
            continue  # what is painted anew each frame has no lines of its own
        scene.update(0.5)
        ear, view = heard(scene), scene.ctx.pictures.view
        for widget in (w for w in scene.widgets if w.is_stop):
            (_, (picture, _)), x, y = focus.ring(scene.ctx.pictures, widget)
            ring = pygame.mask.from_threshold(picture, pygame.Color(INK), (40, 40, 40, 255))
            left, top = view.pixel(x, y)
            for whose, what, box in ear.seen:
                is_own = whose == widget.name or (not whose and widget.box.grown(-2).holds(*box.centre))
                if is_own or (scene.name == OWN_STARS and what.startswith(STATIONS_OWN)):
                    continue
                rect = view.rect(box)
                line = pygame.Mask((max(1, rect.w), max(1, rect.h)), True)
                if ring.overlap_area(line, (rect.x - left, rect.y - top)) > TOUCH * view.k**2:
                    hidden.append((state, widget.name, what))
    assert not hidden


# ---------------------------------------------------------------- heads
SIZES = [(1280, 720), (1024, 768), (1920, 1080), (2560, 1080), (640, 360)]


def badge(player: Player, scene: HeadsScreen, x: float) -> pygame.Surface:
    """The sun or moon on a head, as it is drawn when everything is there and stands still."""
    for _ in range(3):
        player.wait(0.1)
        player.draw()
    view, box = player.ctx.pictures.view, scene.sign_box(x)
    left, top = view.pixel(*box.centre)
    r = round(30 * view.k)  # inside its edge
    picture = player.stage.surface.subsurface((round(left) - r, round(top) - r, 2 * r, 2 * r)).copy()
    round_ = pygame.Surface(picture.get_size(), pygame.SRCALPHA)
    pygame.draw.circle(round_, "white", (r, r), r)
    picture = picture.convert_alpha()
    picture.blit(round_, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return picture


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("many", [2, 3, 4, 5])
def test_no_ring_lies_over_the_sun_of_a_head_that_has_the_focus_or_is_chosen(many: int, size: tuple[int, int]) -> None:
    player = Player.with_family(size=size)
    player.record(SettingChosen("calm", "on"))
    for animal in ("bo", "fay", "zuzu", "otto")[: many - 1]:
        player.add_child(animal, animal=animal)
    for route in (routes.Who(), routes.Together()):
        player.scene = route
        player.wait(1)
        scene = player.scene
        assert isinstance(scene, HeadsScreen)
        (child, x), *_ = scene.spots()
        seen = []
        for chosen, focused in ((False, False), (True, False), (False, True), (True, True)):
            if isinstance(scene, ChooseTogether):
                scene.chosen = [child.id] if chosen else []
                scene.changed()
            player.draw()
            scene.focused = child.id if focused else scene.widgets[-1].name
            scene.hello = 9.0
            seen.append(badge(player, scene, x))
        assert all(pygame.image.tobytes(one, "RGBA") == pygame.image.tobytes(seen[0], "RGBA") for one in seen)
