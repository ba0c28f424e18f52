"""Without a device, or with one that comes and goes, nothing raises and somebody can tell."""

from __future__ import annotations

import pygame
import pytest

from game.data.resources import resource
from game.ui.music import Music
from game.ui.sound import Sound


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


def test_headphones_put_in_later_bring_the_sound(monkeypatch):
    works = [False]
    real = pygame.mixer.init

    def init(*args: object) -> None:
        if not works[0]:
            raise pygame.error("no audio device")
        real(*args)

    monkeypatch.setattr(pygame.mixer, "init", init)
    sound = Sound(resource("assets"))
    assert sound.is_missing
    works[0] = True
    assert sound.reopen()
    assert sound.speak(sound.assets / "voice" / "en" / "number_1.ogg") > 0
    sound.close()


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
