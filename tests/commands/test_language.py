"""A language that is not there is told, and the game goes on in English with its voice."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from game.app.game import Game
from game.app.window import init_pygame_for_pictures
from game.commands.play import say_language
from game.core.events import SettingChosen
from game.data.journal.journal import Journal
from game.data.texts.languages import languages
from game.scenes.parent.settings.settings import SettingsPage
from tests.player import Player
from tests.scenes.rooms import complaints, written_on

NOW = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)


def game(language: str | None, *told: SettingChosen) -> Game:
    init_pygame_for_pictures()
    made = Game(Journal.in_memory(), (640, 360), now=lambda: NOW, mute=True, seed=1, language=language, gate_cost=16)
    made.context.record(*told)
    return made


NOT_THERE = [name for name in ("ru", "de", "xx") if name not in languages()]  # a new language is there in its turn


@pytest.mark.parametrize("asked", [*NOT_THERE, "", "日本", "../en", "e" * 500])
def test_a_language_that_is_not_there_is_told_in_one_line(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    say_language(asked)
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and err.isascii() and len(err) < 160
    assert "is not there yet" in err and "English" in err


@pytest.mark.parametrize("asked", [None, "en", "EN", "en_GB", "en-US"])
def test_english_needs_no_word(asked: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    say_language(asked)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("asked", [*NOT_THERE, "en_GB", None])
def test_it_goes_on_in_english_with_voice(asked: str | None) -> None:
    ours, english = game(asked).context, game("en").context
    assert ours.texts("screen_go_on") == english.texts("screen_go_on") == "Go on"
    assert ours.narrator.duration("who_is_playing") == english.narrator.duration("who_is_playing")
    assert ours.narrator.has_clip("who_is_playing"), "the voice is there, not only its words"


def test_a_language_the_diary_remembers_but_nobody_speaks_is_english_with_voice() -> None:
    player = Player.with_family()
    player.record(SettingChosen("language", "xx"))
    again = Game(player.game.journal, (640, 360), now=lambda: NOW, mute=True, seed=1, gate_cost=16)
    assert again.context.settings.language == "xx" and again.context.narrator.has_clip("who_is_playing")


def test_settings_say_which_languages_there_are() -> None:
    player = Player.with_family(size=(1280, 720))
    page = SettingsPage(player.ctx)
    assert any("English" in line for line in written_on(page)) and complaints(page) == []


def test_every_language_has_its_name_in_the_texts() -> None:
    texts = Player().ctx.texts
    assert [name for name in languages() if texts(f"language_{name}").startswith("[")] == []
