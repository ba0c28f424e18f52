"""One picture, one meaning: who cannot read must be able to trust a sign on every screen."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.app.window import init_pygame_for_pictures
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes.screen.screen import Screen
from game.ui.widgets import RoundButton

SCENES_FOLDER = Path(__file__).resolve().parents[2] / "game" / "scenes"
# Every sign on a button: what it means, and the names it may have when the voice says it.
MEANINGS: dict[str, tuple[str, frozenset[str]]] = {
    "icons/adult": ("a grown-up", frozenset({"label_grown_up", "label_face_unknown"})),
    "icons/again": ("the same once more", frozenset({"again_ask", "ouch_gently"})),
    "icons/back": ("one step back", frozenset({"label_back", "label_map"})),
    "icons/bed": ("good night", frozenset({"label_bye"})),
    "icons/book": ("the sticker book", frozenset({"label_stickers"})),
    "icons/bookmark": ("the rest waits here", frozenset({"stop_later"})),
    "icons/check": ("that is done", frozenset({"label_done", "label_function_more", "label_map"})),
    "icons/home": ("stop for now", frozenset({"label_stop", "label_end_today"})),
    "icons/ouch": ("it hurts", frozenset({"label_ouch"})),
    "icons/pause": ("pause", frozenset({"label_pause"})),
    "icons/play": (
        "go on",
        frozenset({"label_next", "label_next_friend", "label_go_on", "label_play", "count_go", "label_map"}),
    ),
    "icons/speaker": ("hear it again", frozenset({"label_again", "grown_up_call"})),
    "icons/together": ("two at once", frozenset({"label_together", "label_both"})),
    "icons/in_turn": ("one after another", frozenset({"label_in_turn"})),
    "icons/story": ("the story's book", frozenset(f"story_{n:02}_title" for n in range(1, 13))),
    "icons/step_on": ("what my feet can do", frozenset({"function_name"})),
    "bg/pine": ("the walk outdoors", frozenset({"forest_walk_name"})),
}
# Signs that are only looked at; the same picture never means something else on a button.
NAP = "icons/nap"  # rest: nothing is played here today
ONLY_AS_BUTTONS = ("icons/bed", "icons/home", "icons/bookmark")


@pytest.fixture(scope="module")
def named() -> dict[str, dict[str, set[str]]]:
    """Of each sign the voice ids of its buttons, and the screens, over every state that is drawn."""
    init_pygame_for_pictures()
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for module in SCREENS:
        game = demo_game((640, 360))
        for _, scene in SCREENS[module].scenes(game.context):
            for icon, voice in _buttons(scene):
                found[icon][voice].add(scene.name)
        game.close()
    return found


def _buttons(scene: Screen) -> Iterator[tuple[str, str]]:
    for widget in getattr(scene, "widgets", ()):
        look = widget.look
        if isinstance(look, RoundButton) and look.icon and not look.icon.startswith("cast/"):
            yield look.icon, widget.voice or ""


def test_every_sign_on_a_button_means_one_thing_on_every_screen(named: dict[str, dict[str, set[str]]]) -> None:
    wrong = [
        f"{icon} is called {voice or 'nothing'} on {sorted(screens)}"
        for icon, voices in named.items()
        for voice, screens in voices.items()
        if icon not in MEANINGS or voice not in MEANINGS[icon][1]
    ]
    assert not wrong, "\n".join(wrong)


def test_the_table_names_no_sign_that_is_not_there(named: dict[str, dict[str, set[str]]]) -> None:
    assert set(named) == set(MEANINGS)


def test_bed_house_and_bookmark_are_buttons_and_rest_is_none(named: dict[str, dict[str, set[str]]]) -> None:
    """A sleeping child, a rest day and healing feet have a sign of their own."""
    assert NAP not in named
    painted = re.compile(r"(?:part|RestCard)\([^)\n]*(" + "|".join(map(re.escape, ONLY_AS_BUTTONS)) + ")")
    found = [f"{f.name}: {hit.group()}" for f in SCENES_FOLDER.rglob("*.py") for hit in painted.finditer(f.read_text())]
    assert not found, found


def test_no_name_is_said_of_two_signs_but_the_way_to_the_map() -> None:
    """To the map leads an arrow back, a tick where something is done, and going on."""
    said = [voice for _, voices in MEANINGS.values() for voice in voices]
    assert {voice for voice in said if said.count(voice) > 1} == {"label_map"}
