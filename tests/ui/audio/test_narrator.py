"""One voice: a queue without sound, the words that are said, and the time saying takes."""

from __future__ import annotations

import pytest

from game.data.files.resources import resource
from game.data.texts.texts import Texts
from game.data.texts.voices import shipped_clips
from game.ui.audio.narrator import GAP, Narrator
from game.ui.audio.sound import Sound


@pytest.fixture
def narrator() -> Narrator:
    return Narrator(Sound(resource("assets"), mute=True), Texts("en", ("spoken", "story")), shipped_clips("en"))


def hear(narrator: Narrator, seconds: float) -> list[str]:
    """The captions of so many seconds, each once, "" for silence."""
    heard: list[str] = []
    for _ in range(round(seconds * 20)):
        if not heard or heard[-1] != narrator.caption:
            heard.append(narrator.caption)
        narrator.update(0.05)
    return heard


def test_lines_come_one_after_another(narrator):
    narrator.say("count_three", "count_two", "count_one")
    assert hear(narrator, 4) == ["Three!", "Two!", "One!", ""]


def test_a_new_line_takes_the_place_of_the_old_one(narrator):
    narrator.say("play_halfway", "play_slowly")
    narrator.update(0.2)
    narrator.say("count_go")
    assert narrator.caption == "Go!"
    assert hear(narrator, 2) == ["Go!", ""]


def test_a_line_that_may_wait_waits(narrator):
    narrator.say("number_1")
    narrator.say("play_in_the_box", interrupt=False)
    assert hear(narrator, 4) == ["One.", "Into the box!", ""]


def test_silence_keeps_the_time_of_the_clips(narrator):
    narrator.say("number_1")
    length = narrator.duration("number_1")
    narrator.update(length - 0.01)
    assert narrator.is_speaking
    narrator.update(0.02)
    assert not narrator.is_speaking


def test_durations_add_up(narrator):
    assert narrator.duration("number_1", "number_2") == pytest.approx(
        narrator.duration("number_1") + narrator.duration("number_2")
    )
    assert narrator.duration("number_1") > GAP


def test_a_slow_frame_does_not_make_the_queue_late(narrator):
    narrator.say("count_three", "count_two", "count_one")
    whole = narrator.duration("count_three", "count_two", "count_one")
    narrator.update(whole * 0.9)
    assert narrator.caption == "One!"


def test_it_knows_which_lines_there_are(narrator):
    assert narrator.knows("count_go") and not narrator.knows("count_backwards")


def test_stopping_is_silence_at_once(narrator):
    narrator.say("play_halfway", "play_slowly")
    narrator.stop()
    assert not narrator.is_speaking and narrator.caption == ""


def test_a_sample_of_another_language_is_one_line_and_what_comes_after_it_is_said_as_ever(narrator):
    narrator.say("play_halfway", "play_slowly")
    clip = shipped_clips("ru")["hear_bo"]
    narrator.sample("hear_bo", "Привет!", clip)
    assert hear(narrator, clip.seconds) == ["Привет!"]
    narrator.update(GAP + 0.05)
    assert not narrator.is_speaking
    narrator.sample("hear_bo", "Dobar dan, ovo je moj glas!", None)
    narrator.say("count_go", interrupt=False)
    assert hear(narrator, 6) == ["Dobar dan, ovo je moj glas!", "Go!", ""]
