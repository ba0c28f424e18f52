"""The pseudo-languages: what no translator could reach is seen in them, and what has no room."""

from __future__ import annotations

import pytest

from game.app.window import init_pygame_for_pictures
from game.data.texts.entries import names_in
from game.data.texts.pseudo import LONGER, MIRRORED, PSEUDO, english_left, pseudo_entry
from game.data.texts.texts import GROWN_UPS, SPOKEN, Texts
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from tests.scenes.rooms import written_on

NAMES = frozenset({"Anna", "Leo", "Mum", "Maximiliane"})
# Pages of every kind, for the whole is a command: python -m game gallery OUT --lang en_XA --only screen
SOME = ("home/who", "parent/children", "home/close")


@pytest.mark.parametrize("language", PSEUDO)
def test_a_pseudo_language_has_every_text_with_its_placeholders(language: str) -> None:
    for names in (GROWN_UPS, SPOKEN):
        texts = Texts("en", names)
        entries = {key: texts.entry(key) for key in (*texts.keys(),)}
        changed = {key: pseudo_entry(language, entry) for key, entry in entries.items()}
        assert [key for key in entries if names_in(changed[key]) != names_in(entries[key])] == []
        assert Texts(language, names).entry("hear_bo" if names == SPOKEN else "screen_go_on") != "Go on"


def test_the_longer_one_is_two_fifths_longer_and_shows_english_that_is_left() -> None:
    texts = Texts()
    whole = [
        (text, pseudo_entry(LONGER, text)) for key in (*texts.keys(),) if isinstance(text := texts.entry(key), str)
    ]
    before, after = sum(len(text) for text, _ in whole), sum(len(str(said)) for _, said in whole)
    assert 1.25 < after / before < 1.45
    assert english_left("Ğőł őñł, Anna: written by hand", NAMES) == ["written", "hand"]
    assert english_left("Ğőł őñł, Anna 12 s", NAMES) == []


def test_the_mirrored_one_keeps_numbers_as_they_are() -> None:
    assert pseudo_entry(MIRRORED, "Twelve of {n}, 12 s") == "evlewT\u200f fo\u200f {n}, 12 s\u200f"
    assert Texts(MIRRORED).locale.is_rtl


@pytest.mark.parametrize("area", SOME)
def test_no_english_is_left_on_a_page(area: str) -> None:
    init_pygame_for_pictures()
    game = demo_game((640, 360), weeks=1, language=LONGER, mute=True)
    try:
        left = set()
        for _, scene in SCREENS[area].scenes(game.context):
            scene.update(0.1)
            left |= {word for line in written_on(scene) for word in english_left(line, NAMES)}
        assert left == set()
    finally:
        game.close()
