"""A language that is not there is told, and the game goes on in English with its voice."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from game.app.game import Game
from game.app.window import init_pygame_for_pictures
from game.commands.play import say_language
from game.core.events import SettingChosen
from game.data.journal.journal import Journal
from game.data.texts.languages import languages
from game.scenes import routes
from game.scenes.first_start.order import FirstStart
from game.scenes.parent.settings.settings import SettingsPage
from game.ui.controls import Command
from game.ui.widgets import Button
from tests.player import Player
from tests.scenes.rooms import all_written_on, complaints, written_on

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


def test_every_language_is_called_by_its_own_name() -> None:
    ctx = Player().ctx
    assert [ctx.locale_of(name).name for name in languages()][0] == "English"
    assert ctx.locale_of("ru").name == "Русский" and not ctx.locale_of("ru").is_read


# ---------------------------------------------------------------- choosing
def own_german(folder: Path) -> Path:
    """A data folder with a family's own German of two texts and one recording."""
    words = folder / "languages" / "de"
    (words / "voice").mkdir(parents=True)
    (words / "ours.yaml").write_text("screen_go_on: Weiter\nunit_days: {one: '{n} Tag', other: '{n} Tage'}\n", "utf-8")
    (words / "voice" / "hear_bo.wav").write_bytes(silence(2.0))
    return folder


def silence(seconds: float) -> bytes:
    out = BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(b"\0\0" * round(8000 * seconds))
    return out.getvalue()


def press(player: Player, name: str) -> None:
    player.focus(name)
    player.key(Command.ACTIVATE)


@pytest.fixture
def german(tmp_path: Path) -> Iterator[Player]:
    player = Player(data=own_german(tmp_path), size=(1280, 720))
    yield player
    player.game.close()


def test_the_first_page_asks_for_the_language_where_there_are_several(german: Player) -> None:
    german.ctx.asks_language = True
    german.scene = routes.Start()
    assert german.scene.name == "language"
    assert german.scene.first_focus([w.name for w in german.scene.widgets]) == "language-en"
    assert {"English", "Deutsch"} <= {w.look.label for w in german.scene.widgets if isinstance(w.look, Button)}
    german.focus("language-de")
    german.wait(0.2)
    assert german.ctx.language == "en", "a ring that passes over a name chooses nothing"
    assert complaints(german.scene) == []
    german.key(Command.ACTIVATE)
    assert german.ctx.language == "de"
    assert german.scene.name == "welcome" and german.ctx.texts("screen_go_on") == "Weiter"
    press(german, "language")
    assert german.scene.name == "language", "and back, where somebody pressed the wrong one"


def test_one_press_of_a_speaker_lets_a_language_be_heard_and_the_page_stays_as_it_is(german: Player) -> None:
    german.scene = routes.ChooseLanguage(routes.Welcome())
    before = all_written_on(german.scene)
    press(german, "hear-de")
    assert german.scene.name == "language" and german.ctx.narrator.said[-1] == "hear_bo"
    german.wait(1.8)
    assert german.ctx.narrator.is_speaking, "the family's own recording, two seconds"
    german.wait(0.5)
    assert not german.ctx.narrator.is_speaking
    assert german.ctx.language == "en" and german.ctx.texts("screen_go_on") == "Go on"
    assert {*before} <= {*all_written_on(german.scene)} and complaints(german.scene) == []
    press(german, "big")
    assert german.scene.name == "welcome" and german.ctx.language == "en"
    german.wait(0.1)
    assert german.ctx.narrator.caption == german.ctx.spoken("hear_bo"), "and then it speaks as before"


def test_what_a_speaker_says_is_written_for_who_has_no_sound_and_another_one_takes_its_place(german: Player) -> None:
    german.scene = routes.ChooseLanguage(routes.Welcome())
    for language, words in (("ru", "Тебе хорошо слышно?"), ("en", "Can you hear me well?")):
        press(german, f"hear-{language}")
        assert words in " ".join(all_written_on(german.scene)) and words in german.ctx.narrator.caption
        assert german.ctx.language == "en" and complaints(german.scene) == []


def test_what_was_chosen_at_the_first_start_is_kept_with_the_family(german: Player) -> None:
    german.ctx.speak("de")
    first = FirstStart(german.ctx)
    first.draft.nickname, first.draft.age, first.draft.programme = "Anna", "5-6", "children"
    german.ctx.gate.set("2580", "MOSS-RIVER-48-OTTER")
    first.finish()
    assert german.ctx.family.settings["language"] == "de"


def test_settings_change_the_language_at_once_in_words_and_voice(german: Player) -> None:
    german.ctx.gate.set("2580", "MOSS-RIVER-48-OTTER")
    german.add_child("Anna")
    page = SettingsPage(german.ctx, sheet="look")
    assert page.choose("language0-de") is None
    assert german.ctx.settings.language == german.ctx.language == "de"
    assert german.ctx.texts.locale.name == "Deutsch" and german.ctx.texts("screen_go_on") == "Weiter"
    assert any("native speaker" in line for line in written_on(page)), "nobody has read it: it says so"
    assert complaints(page) == []
    page.choose("language0-en")
    assert german.ctx.texts("screen_go_on") == "Go on" and not any("native" in line for line in written_on(page))


def test_one_language_alone_is_not_asked_for() -> None:
    player = Player(size=(1280, 720))
    player.ctx.languages = ("en",)
    player.scene = routes.Start()
    assert player.scene.name == "welcome" and "language" not in [w.name for w in player.scene.widgets]
    assert not any(line == "Language" for line in written_on(SettingsPage(player.ctx, sheet="look")))


@pytest.mark.parametrize(
    ("computer", "asked", "chosen", "spoken"),
    [
        (("de", "en"), None, "", "de"), (("xx", "de_AT"), None, "", "de"), ((), None, "", "en"), (("xx",), None, "", "en"),
        (("de",), "en", "", "en"), (("de",), None, "en", "en"), (("en",), None, "de", "de"), (("en",), "de", "en", "de"),
    ],
)  # fmt: skip
def test_the_start_then_the_family_then_the_computer_says_which_language(
    tmp_path: Path, computer: tuple[str, ...], asked: str | None, chosen: str, spoken: str
) -> None:
    init_pygame_for_pictures()
    journal = Journal.in_memory()
    if chosen:
        Player(journal=journal).record(SettingChosen("language", chosen))
    made = Game(journal, (640, 360), now=lambda: NOW, mute=True, seed=1, gate_cost=16, language=asked,
                own_levels=own_german(tmp_path) / "levels", preferred=computer)  # fmt: skip
    assert made.context.language == made.context.texts.locale.language == spoken
    made.close()


def test_what_is_chosen_later_is_newer_than_how_the_game_was_started(tmp_path: Path) -> None:
    init_pygame_for_pictures()
    made = Game(Journal.in_memory(), (640, 360), now=lambda: NOW, mute=True, seed=1, gate_cost=16, language="en",
                own_levels=own_german(tmp_path) / "levels")  # fmt: skip
    made.context.record(SettingChosen("calm", "on"))
    assert made.context.language == "en"
    made.context.record(SettingChosen("language", "de"))
    assert made.context.language == "de"
    made.close()
