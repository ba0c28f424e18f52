"""The voice is never interrupted by its own repetition: silence begins when it has ended; and what it says again is
what there is to do."""

from __future__ import annotations

import pytest

from game.app.window import init_pygame_for_pictures
from game.core.events import QuestKind
from game.demo.game import demo_game
from game.gallery.screens import SCREENS
from game.scenes import flow, routes
from game.scenes.screen.quoted import quoted
from game.scenes.screen.screen import REPEATS, Screen
from game.scenes.session.session import as_level
from tests.player import Player
from tests.scenes.rooms import written_on

STEP = 0.1
LEAST = 15 - STEP  # seconds: the reward says good-bye before anything is repeated
SPEAKING = (
    "home/who", "home/close", "home/adventure_map", "home/choose", "home/outing", "function_quest/start",
    "session/shoes_off", "session/ouch", "session/ouch_which", "session/stop", "session/session_end", "home/reward",
    "home/sticker_book", "home/graduation",
)  # fmt: skip


def repeats(scene: Screen, seconds: float = 200) -> list[float]:
    """Seconds of silence before each line that the screen begins by itself after its first; -1 for one that was cut."""
    narrator = scene.ctx.narrator
    gaps: list[float] = []
    spoken, silent = 0, 0.0
    narrator.stop()
    for _ in range(round(seconds / STEP)):
        narrator.update(STEP)
        before, was_speaking = narrator.said, narrator.is_speaking
        following = scene.update(STEP)
        if narrator.said is not before:  # a line began, and not because the one before it was over
            spoken += 1
            if spoken > 1:
                gaps.append(-1.0 if was_speaking else silent)
        if following is not None:
            break
        silent = 0.0 if narrator.is_speaking else silent + STEP
    return gaps


@pytest.mark.parametrize("module", SPEAKING)
def test_a_screen_says_its_line_again_only_after_silence(module, tmp_path):
    init_pygame_for_pictures()
    game = demo_game((640, 360), weeks=6, cache=tmp_path)
    for name, scene in SCREENS[module].scenes(game.context):
        scene.age = 0.0
        gaps = repeats(scene) if scene.lines() and scene.repeats_line() else []
        assert all(gap >= LEAST for gap in gaps), (name, gaps)
        assert len(gaps) <= len(REPEATS), (name, gaps)
    game.close()


def test_shoes_with_many_things_are_told_to_the_end_and_then_what_to_do_is_told_again(player):
    levels = tuple(as_level(player.ctx, e) for e in ("lego_bricks", "hedgehog_roll", "ribbon_snack", "river_stones"))
    shoes = flow.open(player.ctx, routes.Shoes(player.child, QuestKind.QUEST, levels))
    assert player.ctx.narrator.duration(*shoes.lines()) > 15
    assert [round(gap) for gap in repeats(shoes)] == list(REPEATS)
    said = player.ctx.narrator.said
    assert said[-len(shoes.lines()) :] == list(shoes.lines())
    assert said[-1] == "ready_check" and "ready_shoes_off" in shoes.repeated()


# -------------------------------------------------------------------- what a page quotes is what is said
def test_the_last_page_of_the_first_start_quotes_what_the_voice_says():
    from game.scenes.first_start.order import FirstStart
    from game.scenes.first_start.ready import Ready

    player = Player()
    order = FirstStart(player.ctx)
    scene = Ready(player.ctx, order)
    text = quoted(player.ctx, *scene.lines())
    assert "plaster" in text
    scene.draft.nickname = "Anna"
    written = " ".join(written_on(scene))
    for line in scene.lines():
        assert player.ctx.spoken(line) in written


def test_no_text_of_the_screens_repeats_a_spoken_line_in_its_own_words():
    """Speech on a grown-up's page is a spoken id; a text with words in quotation marks may only quote a button."""
    import yaml

    from game.data.files.resources import resource

    said_by = ("told:", "says", "tells", "the voice")
    for name in ("screens", "parent"):
        texts = yaml.safe_load((resource("assets") / "text" / "en" / f"{name}.yaml").read_text(encoding="utf-8"))
        for key, text in texts.items():
            for form in text.values() if isinstance(text, dict) else (text,):
                if '"' in str(form):
                    assert not any(word in str(form) for word in said_by), (key, form)
