"""The story's book: a page opens once a chapter on the way to the map, and all are turned to from there."""

from __future__ import annotations

from datetime import timedelta

import pytest

from game.core.content import Slot
from game.core.events import ChildAdded, PageShown, Paused, PauseReason, SettingChosen, SignsTicked
from game.gallery.states import lived, play
from game.scenes import routes
from game.scenes.home.page_words import PAUSE, cuts, said_in
from game.ui.controls import Command
from tests.player import Player
from tests.scenes.rooms import complaints

WEEK = 7


@pytest.fixture
def player() -> Player:
    return Player.with_family()


def shown(player: Player) -> list[int]:
    """The chapters whose page opened by itself, in that order."""
    return [e.fact.chapter for e in player.game.journal.events() if isinstance(e.fact, PageShown)]


def test_the_first_page_opens_on_the_way_to_the_first_map_and_tells_the_day(player: Player):
    player.tap(player.child)
    assert player.scene.name == "story"
    player.wait(1)
    assert player.ctx.narrator.said[-1] == "greet_bo_first"
    player.wait_for("map", 60)
    said = player.ctx.narrator.said
    assert said[-5:-1] == ["greet_bo_first", "story_01_title", "place_meadow", said[-2]]
    assert said[-2].startswith("story_01_")


def test_it_comes_once_and_the_map_does_not_tell_the_same_again(player: Player):
    player.to_the_map()
    player.wait(2)
    assert player.ctx.narrator.said[-1] == "map_hello"
    player.key(Command.BACK)
    player.tap(player.child)
    assert player.scene.name == "map"
    assert shown(player) == [1]


def test_a_game_that_was_closed_on_the_page_does_not_open_it_again(player: Player):
    player.tap(player.child)
    player.wait(1)
    again = Player(start=player.clock + timedelta(hours=1), journal=player.game.journal)
    again.tap("child-1")
    assert again.scene.name == "map"


@pytest.mark.parametrize("command", [Command.ACTIVATE, Command.BACK, Command.PAUSE, Command.MORE, Command.GROWN_UPS])
def test_any_key_goes_on_at_once(player: Player, command: Command):
    player.tap(player.child)
    player.key(command)
    assert player.scene.name == "map"
    assert not player.ctx.narrator.is_speaking or player.ctx.narrator.caption != ""


def test_a_press_anywhere_goes_on_but_the_speaker_tells_it_again(player: Player):
    player.tap(player.child)
    player.tap("again")
    assert player.scene.name == "story"
    player.wait(1)
    player.click(300, 200)
    assert player.scene.name == "map"


def test_a_pad_goes_on_as_well(player: Player):
    player.tap(player.child)
    player.wait(0.5)
    player.pad(0)
    assert player.scene.name == "map"


def test_it_waits_for_nobody_where_the_trail_sleeps(player: Player):
    player.record(Paused(PauseReason.ILL, player.ctx.today, player.ctx.today), child=player.child)
    player.at(player.clock.date(), 8)
    player.tap(player.child)
    assert player.scene.name == "map"
    assert shown(player) == []


def test_a_locked_child_sees_no_page_of_what_cannot_be_walked(player: Player):
    player.record(SignsTicked(("pain",)), child=player.child)
    player.at(player.clock.date(), 8)
    player.tap(player.child)
    assert player.scene.name == "map"


def lives(player: Player, days: int, plays: set[int], pauses: set[int] = frozenset()) -> dict[int, int]:
    """So many days, played where said; by day the chapter whose page opened."""
    start, opened = player.clock.date(), {}
    for n in range(days):
        player.at(start + timedelta(days=n), 8)
        if n in pauses:
            player.record(Paused(PauseReason.AWAY, player.ctx.today, player.ctx.today), child=player.child)
        player.scene = routes.Who()
        player.tap(player.child)
        if player.scene.name == "story":
            opened[n] = player.scene.page.chapter.n
            player.wait(0.5)
            player.key(Command.ACTIVATE)
        assert player.scene.name == "map"
        if n in plays:
            play(player.ctx, player.child, Slot.MORNING, 1)
    return opened


def test_over_twelve_weeks_each_page_opens_once_on_the_first_day_of_its_chapter(player: Player):
    opened = lives(player, 84, {WEEK * w + d for w in range(12) for d in (0, 1, 3, 5)})
    assert opened == {WEEK * w: w + 1 for w in range(12)}
    assert shown(player) == list(range(1, 13))


def test_with_pauses_the_pages_follow_the_days_that_were_played(player: Player):
    away = set(range(7, 14)) | {20, 21}
    days = set(range(0, 42, 2)) - away
    opened = lives(player, 42, days, away)
    assert list(opened.values()) == list(range(1, len(opened) + 1))
    assert not set(opened) & away
    assert shown(player) == list(opened.values())


def test_a_page_seen_on_another_computer_does_not_open_here_again(player: Player):
    other = Player.with_family()
    other.to_the_map()
    player.game.journal.write([e for e in other.game.journal.events() if isinstance(e.fact, ChildAdded | PageShown)])
    again = Player(start=player.clock, journal=player.game.journal)
    again.tap("child-1")
    assert again.scene.name == "map"


@pytest.mark.parametrize("age", ["3-4", "5-6", "7-10"])
def test_every_age_is_told_the_first_chapter(age: str):
    player = Player.with_family(age=age)
    player.tap(player.child)
    assert (player.scene.name, player.scene.page.chapter.n) == ("story", 1)


# ---------------------------------------------------------------- the book
@pytest.fixture
def walked(player: Player) -> Player:
    """Somebody in the twelfth week."""
    robin = lived(player.ctx, 82)
    player.scene = routes.Trail(robin)
    return player


def test_by_keys_alone_every_page_is_turned_to_and_back_to_the_map(walked: Player):
    walked.focus("story")
    walked.key(Command.ACTIVATE)
    assert (walked.scene.name, walked.scene.page.chapter.n) == ("story", 12)
    seen = [12]
    while "page_back" in [w.name for w in walked.scene.widgets]:
        walked.focus("page_back")
        walked.key(Command.ACTIVATE)
        seen.append(walked.scene.page.chapter.n)
    assert seen == list(range(12, 0, -1))
    walked.focus("big")
    walked.key(Command.ACTIVATE)
    assert walked.scene.page.chapter.n == 2
    walked.key(Command.BACK)
    assert walked.scene.name == "map"


def test_a_page_tells_all_that_was_told_of_its_chapter(walked: Player):
    walked.tap("story")
    walked.tap("page_back")
    lines = walked.scene.lines()
    assert lines[0] == "story_11_title" and "story_11_4" in lines and len(lines) >= 5
    walked.wait(1)
    assert walked.ctx.narrator.said[-1] == "story_11_title"


def test_nobody_turned_a_page_and_it_stays(walked: Player):
    walked.tap("story")
    walked.wait(200)
    assert walked.scene.name == "story"


def test_the_page_that_comes_next_is_made_beside_the_loop(walked: Player):
    walked.ctx.art.prepares = True
    walked.tap("story")
    walked.wait(1)
    size = walked.ctx.pictures.view.size
    before = walked.ctx.art.page(11, False)
    before.still(size)  # waits for the painter that was begun
    assert before.is_made(size)


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (2560, 1080)])
@pytest.mark.parametrize("setting", [("text_size", "150"), ("contrast", "on"), ("words", "on")])
def test_no_page_cuts_words_or_lets_things_overlap(size: tuple[int, int], setting: tuple[str, str]):
    player = Player.with_family(size=size)
    player.record(SettingChosen(*setting))
    robin = lived(player.ctx, 82)
    player.scene = routes.Page(robin)
    for n in (0, 3, 6, 11):
        player.scene.at = n
        player.scene.changed()
        for line in ("", *player.scene.lines()):
            player.ctx.narrator.stop()
            player.ctx.say(*filter(None, [line]))
            player.scene.update(0.01)
            player.draw()
            assert complaints(player.scene) == [], (n, line)


def test_words_stand_on_the_page_where_the_family_reads_along(walked: Player):
    walked.record(SettingChosen("words", "on"))
    walked.tap("story")
    walked.wait(0.5)
    assert said_in(walked.ctx, walked.scene.page) == walked.ctx.narrator.caption != ""


def test_a_page_is_named_until_its_thing_is_found_and_then_says_what_it_shows(player: Player):
    player.scene = routes.Page(player.child)
    player.ctx.narrator.stop()
    assert said_in(player.ctx, player.scene.page) == "The red thread"
    player.scene = routes.Page(lived(player.ctx, 5))
    player.ctx.narrator.stop()
    assert said_in(player.ctx, player.scene.told[0]) == "On a thistle hangs a red thread."


def test_words_are_cut_after_a_pause_and_none_is_lost():
    words = "Toes curl around it, and pull, and pull."
    assert [" ".join(cut) for cut in cuts(words, PAUSE)] == [words, words]
