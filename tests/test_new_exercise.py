"""A family writes an exercise and a programme into its own folder, and they are played like any other."""

from __future__ import annotations

import logging
from datetime import date, datetime
from pathlib import Path

import pytest

from game.app.game import Game
from game.app.window import init_pygame_for_pictures
from game.core.content import Clip
from game.core.events import LevelPlayed, ProgrammeChosen, StarsAwarded
from game.core.reports.progress import progress
from game.data.files.resources import resource
from game.data.journal.journal import Journal
from game.scenes import routes
from game.scenes.parent import area
from tests.family_days import Home
from tests.paper import printed_text
from tests.player import PIN, ZONE, Player
from tests.scenes.rooms import complaints, written_on
from tests.told import days_of_practice, facts, grown_ups, played

PROGRAMME = """\
id: our_routine
title: Our routine
what: What the physiotherapist wrote down for us.
exercises: [comet_walk, bear_walk]
"""
WORDS = """\
words:
  right: Heels touch first, as slowly as on the moon.
  cheat: Stamping, so that the heels do nothing.
  how: Walk as on the moon. [0.4] Put each heel down softly.
  mistake: Sometimes feet stamp. [0.4] The moon is soft.
  helper: A helper can count down to the start.
  story: Bo saw the moon in the brook.
  go: Three, two, one, to the moon!
  cues: [Heels land softly., Slow as on the moon.]
  things: {star_map: a star map}
"""


def comet_walk(words: str = "", equipment: str = "[]") -> str:
    """The nearest shipped exercise, copied and changed as README tells."""
    text = (resource("levels") / "exercises" / "bear_walk.yaml").read_text(encoding="utf-8")
    for old, new in (
        ("id: bear_walk", "id: comet_walk"), ("title: Bear walk", "title: Moon walk"),
        ("Walking on the outer edges of the soles.", "Walking as slowly as on the moon."),
        ("equipment: []", f"equipment: {equipment}"), ("never_with: [duckling_walk]\n", words),
    ):  # fmt: skip
        assert old in text
        text = text.replace(old, new)
    return text


def family(data: Path, exercise: str) -> Path:
    """A family's folder with that exercise and a programme that begins with it."""
    for below, name, text in (("exercises", "comet_walk", exercise), ("programmes", "our_routine", PROGRAMME)):
        folder = data / "levels" / below
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return data


def home(data: Path) -> Home:
    """A new computer on the morning of Monday, 5 January 2026."""
    return Home(data / "journal.sqlite", datetime(2026, 1, 5, 7, 30, tzinfo=ZONE), data)


def first_start(home: Home) -> None:
    """From the welcome to who is playing; the family's own programme stands on the second sheet."""
    home.wait(1)
    home.tap("big")
    home.keys(PIN)
    home.keys(PIN + PIN)
    for name in ("written", "big"):
        home.tap(name)
    home.wait(0.5)
    home.type("Anna")
    for name in ("age-5-6", "big", "none", "big", "more_programmes", "our_routine", "big", "big"):
        home.tap(name)
        home.wait(0.7)
    assert home.scene.name == "who", home.scene.name


def lines_heard(home: Home) -> list[str]:
    """Every line while a session is played from WHO to its end."""
    heard: list[str] = []

    def hear(until: str, most: float) -> None:
        while home.scene.name != until and most > 0:
            home.wait(0.25)
            most -= 0.25
            if home.ctx.narrator.caption and home.ctx.narrator.caption not in heard[-1:]:
                heard.append(home.ctx.narrator.caption)

    home.to_the_map()
    home.tap("big")
    hear("nothing else", 20)  # shoes off, and what to fetch
    home.tap("big")
    hear("session_end", 1500)
    assert home.scene.name == "session_end"
    return heard


def on_every_page(home: Home) -> str:
    """What the grown-ups' pages say of the exercise: to be confirmed, its own page, and why it is as it is."""
    said: list[str] = []
    home.opens_the_gate()
    if home.scene.name == "progress":
        home.tap("confirm")
        home.wait(1)
    said += written_on(home.scene)
    home.keys("11")
    home.wait(8)
    home.tap("big")
    home.wait(1)
    home.opens_the_gate()
    home.tap("tab-exercises")
    home.wait(1)
    said += written_on(home.scene)
    home.tap("exercise-comet_walk")
    home.wait(1)
    said += written_on(home.scene)
    home.tap("why")
    home.wait(1)
    said += written_on(home.scene)
    return "\n".join(said)


@pytest.fixture
def no_key_is_shown(caplog: pytest.LogCaptureFixture):
    """Every text asked for is there: one that is not is shown as its key, and told in the log."""
    with caplog.at_level(logging.WARNING):
        yield
    assert [
        r.getMessage() for r in caplog.records if r.name.startswith(("game.data.texts", "game.ui.audio.narrator"))
    ] == []


@pytest.mark.usefixtures("no_key_is_shown")
def test_a_familys_own_exercise_is_chosen_at_the_first_start_and_played_to_the_star(tmp_path: Path) -> None:
    computer = home(family(tmp_path, comet_walk(WORDS, "[star_map]")))
    first_start(computer)
    assert [fact.programme for fact in facts(computer, ProgrammeChosen)] == ["our_routine"]
    heard = lines_heard(computer)
    assert {
        "Moon walk", "Walk as on the moon. Put each heel down softly.", "Sometimes feet stamp. The moon is soft.",
        "Three, two, one, to the moon!", "a star map",
    } <= set(heard)  # fmt: skip
    assert {"Heels land softly.", "Slow as on the moon."} & set(heard)
    played = next(fact for fact in facts(computer, LevelPlayed) if fact.exercise == "comet_walk")
    told = on_every_page(computer)
    assert any(star.about == played.attempt for star in facts(computer, StarsAwarded))
    for line in (
        "Moon walk",
        "Heels touch first, as slowly as on the moon.",
        "Stamping, so that the heels do nothing.",
    ):
        assert line in told
    assert computer.wrong == []


@pytest.mark.usefixtures("no_key_is_shown")
def test_an_exercise_with_its_title_alone_is_played_to_the_star_with_general_words(tmp_path: Path) -> None:
    computer = home(family(tmp_path, comet_walk()))
    first_start(computer)
    heard = lines_heard(computer)
    assert {"Moon walk", "Walking as slowly as on the moon.", "Go!"} <= set(heard)
    told = on_every_page(computer)
    played = next(fact for fact in facts(computer, LevelPlayed) if fact.exercise == "comet_walk")
    assert any(star.about == played.attempt for star in facts(computer, StarsAwarded))
    assert computer.ctx.texts("form_own_right") in told and "Moon walk" in told
    assert computer.wrong == []


@pytest.mark.usefixtures("no_key_is_shown")
def test_an_exercise_that_was_taken_out_keeps_its_name_on_every_page(tmp_path: Path) -> None:
    computer = home(family(tmp_path, comet_walk()))
    first_start(computer)
    lines_heard(computer)
    (tmp_path / "levels" / "exercises" / "comet_walk.yaml").unlink()
    (tmp_path / "levels" / "programmes" / "our_routine.yaml").unlink()
    computer.on_again()
    computer.morning_of(date(2026, 1, 5), hour=9)
    computer.opens_the_gate()
    assert computer.scene.name == "progress", "no word is taken on what no programme has, so none is asked for"
    said: list[str] = []
    for place in area.PLACES:
        computer.scene = routes.Place(place.name, computer.child)
        computer.wait(0.5)
        said += written_on(computer.scene)
    assert any("Our routine" in line for line in said)
    assert any("Moon walk" in line for line in said)


def test_a_child_that_is_there_changes_to_the_familys_programme_and_keeps_what_it_earned(tmp_path: Path) -> None:
    player = Player.with_family(data=family(tmp_path, comet_walk(WORDS)))
    days_of_practice(player, 2, ("bear_walk",))
    grown_ups(player)
    player.tap("place-children")
    player.tap(f"programme:{player.child}")
    player.tap("more_programmes")
    player.tap("our_routine")
    player.tap("big")
    assert player.scene.name == "children" and "Our routine" in "".join(written_on(player.scene))
    assert facts(player, ProgrammeChosen)[-1].programme == "our_routine"
    shown = progress(player.ctx.catalogue, player.ctx.child(player.child), player.ctx.today)
    assert shown.active_days == 2


@pytest.mark.usefixtures("no_key_is_shown")
@pytest.mark.parametrize("words", ["", WORDS])
def test_every_page_of_the_grown_ups_and_the_printed_one_have_words_for_it(tmp_path: Path, words: str) -> None:
    player = Player.with_family(data=family(tmp_path, comet_walk(words)))
    player.record(ProgrammeChosen("our_routine"), child=player.child)
    days_of_practice(player, 8, ("comet_walk", "bear_walk"))
    played(player, "comet_walk", ouch=6)
    said = [printed_text(player)]
    for place in area.PLACES:
        player.scene = routes.Place(place.name, player.child)
        player.wait(0.5)
        assert complaints(player.scene) == []
        said += written_on(player.scene)
    assert "Moon walk" in said[0] and "Our routine" in said[0]
    assert [line for line in said if "comet_walk" in line or "our_routine" in line] == []


def test_an_exercise_that_names_no_movement_there_is_is_shown_by_its_friend_standing(tmp_path: Path) -> None:
    own = comet_walk().replace("right: bo_side/bear_walk", "right: bo_side/comet_walk")
    computer = home(family(tmp_path, own))
    first_start(computer)
    lines_heard(computer)
    assert computer.ctx.catalogue.exercises["comet_walk"].demonstration.right == Clip("bo_front", "idle")
    assert "comet_walk" in [fact.exercise for fact in facts(computer, LevelPlayed)] and computer.wrong == []


def test_words_that_nothing_can_say_stand_on_the_picture_though_there_is_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    init_pygame_for_pictures()
    monkeypatch.setenv("PATH", str(tmp_path))  # no program that speaks
    game = Game(Journal.in_memory(), (640, 360), data=family(tmp_path, comet_walk()))
    try:
        assert not game.context.sound.is_silent
        game.context.say("comet_walk_how")
        assert game.context.wants_words and game.context.narrator.caption == "Walking as slowly as on the moon."
        game.context.say("comet_walk_go")  # recorded with the very same words
        assert not game.context.wants_words and game.context.narrator.caption == "Go!"
    finally:
        game.close()


def test_a_file_says_its_words_in_the_language_that_is_played_in(tmp_path: Path) -> None:
    own = comet_walk().replace("title: Moon walk", "title: {de: Mondgang, en: Moon walk}")
    computer = home(family(tmp_path, own))
    assert computer.ctx.texts.exercise("comet_walk") == "Moon walk"
