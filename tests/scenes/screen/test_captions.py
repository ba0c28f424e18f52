"""The voice in words: where they are wanted, in nobody's way, and never cut off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pygame
import pytest

from game.app.window import init_pygame_for_pictures
from game.core.events import SettingChosen
from game.data.texts.texts import SPOKEN, Texts
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes.screen import captions
from game.scenes.screen.screen import Screen
from game.ui.audio.narrator import shown
from game.ui.blit_only import blit_only
from game.ui.paper import Paper
from game.ui.stage import Stage
from game.ui.theme import TEAL
from game.ui.widgets import round_button
from tests.player import Player
from tests.scenes.rooms import Room


def words_on(place: Screen) -> pygame.Rect | None:
    """Where words lie on the picture; None without any."""
    size = place.ctx.pictures.view.size
    stage, bare = Stage(pygame.Surface(size)), Stage(pygame.Surface(size))
    for each in (stage, bare):
        place.draw(each)
    captions.Captions().draw(stage, place)
    stage.present(), bare.present()
    mask = pygame.mask.from_threshold(stage.surface, (255, 249, 236), (9, 9, 9, 255))
    rects = mask.get_bounding_rects()
    return max(rects, key=lambda r: r.w * r.h) if rects else None


@pytest.fixture
def place() -> Room:
    return Room(Player(size=(1280, 720)).ctx, "place", is_child=True)


@pytest.fixture
def heard() -> Iterator[Room]:
    """Where there is sound."""
    player = Player(size=(1280, 720), mute=False)
    yield Room(player.ctx, "place", is_child=True)
    player.game.close()


def test_without_sound_a_child_screen_shows_what_is_said_and_nothing_in_silence(place):
    assert words_on(place) is None
    place.ctx.say("grown_up_call")
    assert words_on(place) is not None


def test_nothing_that_moves_waits_for_words_which_come_when_they_are_painted(place: Room) -> None:
    stage, words = Stage(pygame.Surface((1280, 720))), captions.Captions()
    place.draw(stage)
    stage.present()
    asked: list[Callable[[], object]] = []
    place.ctx.pictures.ask = asked.append

    def put() -> int:
        """How many pictures of words the loop puts into a frame."""
        with blit_only():
            place.draw(stage)
            before = stage.said
            words.draw(stage, place)
        found = stage.said - before
        stage.abandon()
        return found

    for line in ("grown_up_call", "who_is_playing"):
        place.ctx.say(line)
        assert put() == 0 and len(asked) == 1
        asked.pop()()
        assert put() == 1 and not asked


def test_with_sound_words_are_shown_only_when_asked_for(heard):
    heard.ctx.say("grown_up_call")
    assert words_on(heard) is None
    heard.ctx.record(SettingChosen("words", "on"))
    assert words_on(heard) is not None


def test_a_voice_turned_off_is_shown_in_words(heard):
    heard.ctx.record(SettingChosen("voice", "0"))
    heard.ctx.say("grown_up_call")
    assert words_on(heard) is not None


@pytest.mark.parametrize("name", ["shows_words", "is_child"])
def test_a_screen_that_shows_them_itself_and_a_grown_ups_screen_get_none(place, name):
    setattr(place, name, name == "shows_words")
    place.ctx.say("grown_up_call")
    assert words_on(place) is None


def test_words_step_aside_for_buttons(place):
    pictures = place.ctx.pictures
    below, _ = captions.place(pictures, "Please call your grown-up.", ())
    above, _ = captions.place(
        pictures, "Please call your grown-up.", (round_button("big", 640, 640, 66, TEAL, "icons/play"),)
    )
    assert below.y > 590, "below every foot"
    assert above.bottom < 120


# Type is rounded to other pixels at each size; above these the steps only become finer.
@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (640, 360)], ids=str)
@pytest.mark.parametrize("group", SCREENS)
def test_words_lie_over_no_other_words_of_a_childs_screen(group: str, size: tuple[int, int]) -> None:
    init_pygame_for_pictures()
    stage, hidden = Stage(pygame.Surface(size)), []
    for state, scene in SCREENS[group].scenes(demo_game(size).context):
        if scene.shows_words or not scene.is_child:
            continue
        scene.draw(stage)
        spoken = [w.voice for w in scene.widgets if w.voice]
        for line in {*getattr(scene, "lines", tuple)(), *spoken}:
            words = scene.ctx.spoken(line)
            box, _ = captions.place(scene.ctx.pictures, words, scene.widgets, scene.written)
            hidden += [(state, line, "written") for o in scene.written if o.meets(box) and not box.covers(o)]
            if scene.name != "map":  # its stations go all through the picture
                hidden += [(state, line, w.name) for w in scene.widgets if w.box.meets(box)]
    assert not hidden


def test_no_line_of_the_whole_voice_is_cut_off(place):
    texts = Texts("en", ("spoken", "story"))
    pictures, problems = place.ctx.pictures, []
    surface = pygame.Surface((1280, 720))
    for key in tuple(texts.keys()):
        words = shown(texts(key))
        places = captions.places(pictures, words)
        if not places:
            problems.append(f"{key} has no place")
        for box, size in places:
            paper = Paper(surface, pictures)
            captions.paint(paper, box, words, size)
            problems += paper.problems
            if not (box.y > 590 or box.bottom < 130):
                problems.append(f"{key} covers feet: {box}")
    assert not problems


def test_captions_are_as_much_larger_as_the_family_wants_text_and_no_nearer_to_the_feet(place):
    words = "Put your feet on the floor."
    plain = dict(captions.places(place.ctx.pictures, words))
    place.ctx.record(SettingChosen("text_size", "150"))
    large = dict(captions.places(place.ctx.pictures, words))
    assert max(plain.values()) == 26 and max(large.values()) == 39
    lines = "Sometimes the foot hops. The heel stays on the floor and slides, and the toes pull it on, softly, again."
    assert all(box.h <= captions.TALLEST + 2 * captions.HEAD for box, _ in captions.places(place.ctx.pictures, lines))


def test_no_screen_is_handed_a_mark_that_is_meant_for_the_voice(place):
    lines = Texts("en", SPOKEN)
    marked = [key for key in tuple(lines.keys()) if re.search(r"[\[{]", str(lines.entry(key)))]
    assert {"story_03_title", "label_no"} <= set(marked)  # a title stands on the progress page as well
    assert [key for key in marked if re.search(r"[\[{]", place.ctx.spoken(key))] == []
    assert [e for e in place.ctx.catalogue.exercises if re.search(r"[\[{]", place.ctx.texts.exercise(e))] == []
