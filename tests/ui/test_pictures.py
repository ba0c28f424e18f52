"""Pictures are made once, kept within their budget, and sharp at every size of the window."""

from __future__ import annotations

import threading

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.data.files.art import ArtLibrary
from game.ui.pictures import Pictures
from game.ui.raster import grain_over, rasterise, shadow
from game.ui.theme import EXTRA_BOLD, INK
from game.ui.view import View


@pytest.fixture
def made() -> Pictures:
    init_pygame_for_pictures()
    return Pictures(ArtLibrary(), View(1280, 720))


def square(size: int = 40, colour: str = "#C4854F") -> pygame.Surface:
    body = f'<rect x="0" y="0" width="{size}" height="{size}" fill="{colour}"/>'
    return rasterise(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">{body}</svg>', (size, size))


def test_the_same_picture_is_the_same_surface(made: Pictures):
    assert made.part("icons/star", 40) is made.part("icons/star", 40)
    assert made.text("Bo", 20, INK, EXTRA_BOLD) is made.text("Bo", 20, INK, EXTRA_BOLD)


def test_another_size_or_turn_is_another_picture(made: Pictures):
    assert made.part("icons/star", 40) is not made.part("icons/star", 41)
    assert made.part("icons/star", 40) is not made.part("icons/star", 40, turn=5)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160)])
def test_a_part_is_as_wide_as_asked_at_every_size(size: tuple[int, int]):
    init_pygame_for_pictures()
    made = Pictures(ArtLibrary(), View(*size))
    assert abs(made.part("icons/star", 100).get_width() - round(100 * made.k)) <= 1


def test_a_part_without_a_height_keeps_its_shape(made: Pictures):
    own = ArtLibrary().drawing_size("props/pencil")
    picture = made.part("props/pencil", 200)
    assert picture.get_height() == pytest.approx(200 * own[1] / own[0], abs=1.5)


def test_a_mirrored_part_is_the_mirror_of_the_part(made: Pictures):
    one, other = made.part("icons/shoe", 80), made.part("icons/shoe", 80, flip=True)
    turned = pygame.transform.flip(one, True, False)
    assert pygame.image.tobytes(turned, "RGBA") == pygame.image.tobytes(other, "RGBA")


def test_what_was_used_longest_ago_goes_first_over_the_budget(made: Pictures):
    made.memory.most = 10 * 100 * 100 * 4
    pictures = [(f"picture {i}", pygame.Surface((100, 100))) for i in range(12)]
    for name, surface in pictures:
        made.kept(name, lambda surface=surface: (surface, (0, 0)))
        made.kept("picture 0", lambda: (pygame.Surface((100, 100)), (0, 0)))
    anew: list[str] = []

    def again(name: str) -> tuple[pygame.Surface, tuple[int, int]]:
        anew.append(name)
        return pygame.Surface((100, 100)), (0, 0)

    for name in ("picture 0", "picture 11", "picture 1"):
        made.kept(name, lambda name=name: again(name))
    assert anew == ["picture 1"]


def test_text_is_as_wide_as_measured(made: Pictures):
    picture = made.text("Good morning", 30, INK, EXTRA_BOLD)
    assert picture.get_width() == pytest.approx(made.text_width("Good morning", 30, EXTRA_BOLD) * made.k, abs=1)


def test_a_shadowed_picture_holds_the_whole_picture(made: Pictures):
    picture = square()
    both, (dx, dy) = made.shadowed(picture, "square", 6, 60, 0, 4)
    assert dx <= 0 and dy <= 0
    assert both.get_at((20 - dx, 20 - dy)) == picture.get_at((20, 20))
    assert both.get_width() > picture.get_width() and both.get_height() > picture.get_height()


def test_a_shadow_is_soft_and_never_darker_than_asked():
    init_pygame_for_pictures()
    soft, pad = shadow(square(), 6, 60)
    alphas = [soft.get_at((soft.get_width() // 2, y))[3] for y in range(soft.get_height())]
    assert pad > 0
    assert max(alphas) <= 61
    assert alphas[0] < 10 and alphas[-1] < 10


def test_a_drawings_own_size_is_never_believed():
    init_pygame_for_pictures()
    bomb = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000" viewBox="0 0 10 10">'
        '<rect width="10" height="10" fill="#000000"/></svg>'
    )
    assert rasterise(bomb, (32, 32)).get_size() == (32, 32)


def test_grain_darkens_a_little_and_evenly():
    init_pygame_for_pictures()
    surface = pygame.Surface((300, 300))
    surface.fill((200, 200, 200))
    grain_over(surface, _tile())
    values = [surface.get_at((x, y))[0] for x in range(0, 300, 7) for y in range(0, 300, 7)]
    assert min(values) >= 180 and max(values) <= 200
    assert len(set(values)) > 3


def _tile() -> pygame.Surface:
    from game.ui.raster import tile_from

    return tile_from(ArtLibrary().picture("grain.png"))


def test_a_panel_is_kept_with_its_shadow_and_not_besides_without_it(made: Pictures):
    body, box = '<rect x="4" y="4" width="200" height="90" rx="20" fill="#FFF9EC"/>', (0.0, 0.0, 208.0, 98.0)
    before = made.bytes
    both, corner = made.svg_shadowed(body, box, 6, 60, 4)
    assert made.bytes - before == 4 * both.get_width() * both.get_height()
    whole, at = made.shadowed(made.svg(body, *box), "anew", 6, 60, 0, 4)
    assert at == corner and pygame.image.tobytes(whole, "RGBA") == pygame.image.tobytes(both, "RGBA")


def test_a_step_of_a_gauge_is_the_same_picture_and_not_kept(made: Pictures):
    body, box = '<circle cx="20" cy="20" r="18" fill="#E8694E"/>', (0.0, 0.0, 40.0, 40.0)
    before = made.bytes
    once = made.svg_once(body, *box)
    assert made.bytes == before
    assert pygame.image.tobytes(made.svg(body, *box), "RGBA") == pygame.image.tobytes(once, "RGBA")


def test_a_picture_that_another_thread_is_making_is_waited_for_and_not_made_twice(made: Pictures):
    times: list[str] = []
    begun, may_end = threading.Event(), threading.Event()

    def slow() -> tuple[pygame.Surface, tuple[int, int]]:
        times.append("slow")
        begun.set()
        assert may_end.wait(20.0)
        return square(), (0, 0)

    def quick() -> tuple[pygame.Surface, tuple[int, int]]:
        times.append("quick")
        return square(), (0, 0)

    found: list[pygame.Surface] = []
    first = threading.Thread(target=lambda: found.append(made.kept("panel", slow)[0]))
    first.start()
    assert begun.wait(20.0)
    second = threading.Thread(target=lambda: found.append(made.kept("panel", quick)[0]))
    second.start()
    may_end.set()
    first.join(20.0)
    second.join(20.0)
    assert times == ["slow"] and found[0] is found[1]


def test_what_could_not_be_made_is_made_by_who_asks_next(made: Pictures):
    def broken() -> tuple[pygame.Surface, tuple[int, int]]:
        raise ValueError("a mistake of ours")

    with pytest.raises(ValueError, match="ours"):
        made.kept("panel", broken)
    assert made.kept("panel", lambda: (square(), (0, 0)))[0].get_size() == square().get_size()
