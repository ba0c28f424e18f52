"""The sticker book: every place a spread, every sticker a name and a line."""

from __future__ import annotations

from game.core.events import StickerFound
from game.scenes import routes
from game.ui.controls import Command
from game.ui.widgets import check_layout
from tests.player import Player


def open_book(player: Player) -> None:
    player.scene = routes.Stickers(player.child, routes.Who())
    player.draw()
    assert not check_layout(player.scene.widgets)
    assert not player.scene.problems


def every(player: Player) -> list[str]:
    return [s.id for place in player.ctx.art.library.stickers().values() for s in place]


def test_an_empty_book_says_that_the_first_one_comes(player: Player):
    open_book(player)
    player.wait(1)
    assert player.ctx.narrator.said[-1] == "sticker_empty"
    player.tap("daisy")
    assert player.ctx.narrator.said[-1] == "sticker_empty"


def test_it_opens_at_the_sticker_found_last(player: Player):
    player.record(StickerFound("daisy"), StickerFound("owl"), child=player.child)
    open_book(player)
    assert player.scene.places[player.scene.page] == "wood"
    assert player.scene.focused == "owl"


def test_a_pressed_sticker_says_its_name_and_its_line(player: Player):
    player.record(StickerFound("owl"), child=player.child)
    open_book(player)
    player.tap("owl")
    player.wait(3)
    assert player.ctx.narrator.said[-2:] == ["sticker_owl", "sticker_owl_line"]
    player.draw()


def test_a_place_not_found_yet_says_so(player: Player):
    player.record(StickerFound("owl"), child=player.child)
    open_book(player)
    player.tap("snail")
    assert player.ctx.narrator.said[-1] == "sticker_not_yet"


def test_the_pages_are_turned_from_end_to_end(player: Player):
    open_book(player)
    places = [player.scene.page]
    for _ in range(4):
        player.tap("page_on")
        places.append(player.scene.page)
        assert not check_layout(player.scene.widgets)
    assert places == [0, 1, 2, 3, 4]
    assert "page_on" not in [w.name for w in player.scene.widgets]
    player.tap("page_back")
    assert player.scene.page == 3


def test_a_full_book_is_a_feast(player: Player):
    player.record(*(StickerFound(name) for name in every(player)), child=player.child)
    open_book(player)
    assert player.scene.is_full
    assert player.scene.lines() == ("sticker_last",)
    assert player.scene.pieces


def test_a_sticker_of_an_older_book_does_no_harm(player: Player):
    player.record(StickerFound("unicorn"), child=player.child)
    open_book(player)
    assert player.scene.found == ()


def test_back_goes_where_it_came_from(player: Player):
    open_book(player)
    player.key(Command.BACK)
    assert player.scene.name == "who"
