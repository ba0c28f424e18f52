"""Without a device, or with one that comes and goes, nothing raises and somebody can tell."""

from __future__ import annotations

import sys

import pygame
import pytest

from game.data.files.resources import resource
from game.ui.audio.music import Music
from game.ui.audio.sound import DOZES_AFTER, Sound
from game.ui.audio.sound_probe import Probe


@pytest.fixture
def silent(monkeypatch):
    """A computer without a sound card."""

    def refuse(*_: object) -> None:
        raise pygame.error("no audio device")

    monkeypatch.setattr(pygame.mixer, "init", refuse)
    return Sound(resource("assets"))


def everything(sound: Sound) -> None:
    """All a scene may ask for."""
    sound.effect("click")
    sound.prepare(sound.assets / "voice" / "en" / "number_1.ogg")
    assert sound.speak(sound.assets / "voice" / "en" / "number_1.ogg") == 0.0
    sound.hush()
    music = Music(sound)
    music.play("play_100")
    music.update(0.1)
    music.stop()


def test_a_computer_without_sound_is_silent_and_says_so(silent):
    everything(silent)
    assert (silent.is_silent, silent.is_missing) == (True, True)


def test_muting_is_silent_and_nothing_is_missing():
    sound = Sound(resource("assets"), mute=True)
    everything(sound)
    assert (sound.is_silent, sound.is_missing) == (True, False)


# What a child may do that opens the device: all is well, an error, an end by a signal, and no answer at all.
WELL, FAILS = "", "raise SystemExit(1)"
DIES = "import os; os.kill(os.getpid(), 11 if os.name != 'nt' else 2)"
HANGS = "import threading; threading.Event().wait()"


class Children:
    """Begins probes that run `code`; counts them."""

    def __init__(self, code: str) -> None:
        self.code, self.begun = code, 0

    def __call__(self) -> Probe:
        self.begun += 1
        probe = Probe((sys.executable, "-c", self.code) if self.code else ())
        if self.code != HANGS:
            probe.answer(30)
        return probe


@pytest.mark.parametrize("code", [FAILS, DIES])
def test_a_device_that_ends_whoever_opens_it_ends_a_child_and_not_the_game(code, monkeypatch):
    monkeypatch.setattr(pygame.mixer, "init", lambda *_: pytest.fail("opened although the child could not"))
    sound = Sound(resource("assets"), probe=Children(code))
    everything(sound)
    assert (sound.is_silent, sound.is_missing, sound.opened) == (True, True, 0)


def test_a_device_that_never_answers_holds_nobody_up():
    children = Children(HANGS)
    sound = Sound(resource("assets"), probe=children)
    assert sound.is_missing
    sound.close()
    assert children.begun == 1


def test_headphones_put_in_later_bring_the_sound_and_the_tune():
    children = Children(FAILS)
    sound = Sound(resource("assets"), probe=children)
    music = Music(sound)
    music.play("play_100")
    assert sound.is_missing and music.playing == "play_100"
    children.code = WELL
    sound.update(0.9)
    assert sound.is_missing, "whoever lost the device is given a moment"
    sound.update(0.2)
    assert not sound.is_missing and sound.opened == 1
    music.update(0.1)
    assert pygame.mixer.music.get_busy() and music.playing == "play_100"
    assert sound.speak(sound.assets / "voice" / "en" / "number_1.ogg") > 0
    sound.close()


def test_an_output_that_goes_is_let_go_at_once_and_opened_again_when_one_is_there():
    """As after a restart of the sound server: nobody tells a game without a device that there is one again."""
    children = Children(WELL)
    sound = Sound(resource("assets"), probe=children)
    music = Music(sound)
    music.play("play_100")
    assert not sound.is_missing
    children.code = DIES
    sound.device_gone()
    assert sound.is_missing and pygame.mixer.get_init() is None
    everything(sound)
    for _ in range(40):
        sound.update(1.0)
    assert sound.is_missing
    children.code = WELL
    for _ in range(61):
        if sound.is_missing:
            sound.update(1.0)
    assert not sound.is_missing and sound.speak(sound.assets / "voice" / "en" / "number_1.ogg") > 0
    sound.close()


def test_a_computer_that_stays_without_sound_is_asked_at_most_once_a_minute():
    children = Children(FAILS)
    sound = Sound(resource("assets"), probe=children)
    assert sound.is_missing
    for _ in range(3600):
        sound.update(1.0)
    assert children.begun <= 8 + 60


def test_a_muted_game_asks_no_device(monkeypatch):
    children = Children(WELL)
    sound = Sound(resource("assets"), mute=True, probe=children)
    everything(sound)
    sound.update(1000.0)
    assert children.begun == 0


def test_a_file_that_is_no_sound_is_silence(tmp_path):
    (tmp_path / "sfx").mkdir()
    (tmp_path / "sfx" / "click.ogg").write_bytes(b"nothing to hear")
    sound = Sound(tmp_path)
    sound.effect("click")
    sound.effect("there_is_none")
    assert sound.speak(tmp_path / "missing.ogg") == 0.0
    sound.close()


def test_the_voice_has_a_channel_no_effect_ever_takes():
    sound = Sound(resource("assets"))
    assert sound.speak(sound.assets / "voice" / "en" / "number_1.ogg") > 0
    said = pygame.mixer.Channel(0).get_sound()
    for _ in range(12):
        sound.effect("click")
    assert pygame.mixer.Channel(0).get_sound() is said
    sound.close()


def quiet(sound: Sound, seconds: float) -> None:
    for _ in range(round(seconds / 0.25)):
        sound.update(0.25)


def test_a_long_silence_gives_the_device_back_and_the_next_word_opens_it_again():
    """Open, it wakes the computer 47 times a second for nothing. News of what is plugged in must go on coming."""
    sound = Sound(resource("assets"), probe=lambda: Probe(()))
    word = sound.assets / "voice" / "en" / "number_1.ogg"
    assert sound.speak(word) > 0
    quiet(sound, DOZES_AFTER / 2)
    assert pygame.mixer.get_init(), "somebody may still speak"
    pygame.mixer.stop()
    quiet(sound, DOZES_AFTER + 1)
    assert pygame.mixer.get_init() is None
    assert (sound.is_open, sound.is_missing, sound.is_silent) == (True, False, False)
    sound.hush()
    sound.wake()
    assert pygame.mixer.get_init() and sound.delay > 0
    assert sound.speak(word) == 0, "a speaker that slept would swallow its beginning"
    assert not pygame.mixer.get_busy()
    quiet(sound, 0.5)
    assert pygame.mixer.get_busy()
    sound.close()


def test_an_effect_and_a_tune_open_the_device_again():
    sound = Sound(resource("assets"), probe=lambda: Probe(()))
    music = Music(sound)
    sound.effect("click")
    pygame.mixer.stop()
    quiet(sound, DOZES_AFTER + 1)
    assert pygame.mixer.get_init() is None
    music.update(0.1)
    music.play("rest_60")
    music.update(0.1)
    assert pygame.mixer.music.get_busy()
    music.stop()
    pygame.mixer.music.stop()
    quiet(sound, DOZES_AFTER + 1)
    assert pygame.mixer.get_init() is None
    sound.effect("click")
    assert pygame.mixer.get_busy()
    sound.close()


def test_a_device_that_went_while_it_was_given_back_is_missing_and_looked_for():
    sound = Sound(resource("assets"), probe=lambda: Probe(()))
    sound.effect("click")
    pygame.mixer.stop()
    quiet(sound, DOZES_AFTER + 1)
    sound.device_gone()
    assert sound.is_missing
    quiet(sound, 2.0)
    assert not sound.is_missing
    sound.close()
