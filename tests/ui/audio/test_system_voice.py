"""The system's voice: a real small program on PATH, made by the test, that writes down what it was given."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.data.files.resources import resource
from game.data.texts.texts import SPOKEN, Texts
from game.data.texts.voices import shipped_clips
from game.ui.audio.narrator import Narrator
from game.ui.audio.sound import Sound
from game.ui.audio.system_voice import SystemVoice

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="other programs speak there")
PATIENCE = 20.0  # seconds for a program to begin or end on a slow machine; never waited for when all is well
# Writes its words and how it was called, then speaks for so many seconds and says that it came to the end.
SPEAKS = """\
#!{python}
import pathlib, sys, time
here = pathlib.Path({here!r})
words = sys.stdin.read() if "--stdin" in sys.argv else sys.argv[-1]
with open(here / "said.txt", "a") as file:
    file.write(words + "\\n")
(here / "called.txt").write_text(" ".join(sys.argv[1:]))
time.sleep({seconds})
(here / "ended.txt").touch()
sys.exit({code})
"""


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for; empty at first."""
    folder = tmp_path / "tools"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def program(folder: Path, name: str = "espeak-ng", seconds: float = 0.0, code: int = 0) -> Path:
    """A program that speaks for so many seconds, and the folder of what it wrote."""
    path = folder / name
    text = SPEAKS.format(python=sys.executable, here=str(folder.parent), seconds=seconds, code=code)
    path.write_text(text, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return folder.parent


@pytest.fixture
def voice(tools: Path) -> Iterator[Callable[[], SystemVoice]]:
    """Makes a voice that has ended its search; whatever it says ends with the test."""
    made: list[SystemVoice] = []

    def make() -> SystemVoice:
        made.append(SystemVoice("en"))
        made[-1].look(PATIENCE)
        return made[-1]

    yield make
    for one in made:
        one.close()


def until(is_so: Callable[[], bool]) -> None:
    """Looks again and again, for a program runs beside the test."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it never came"
        os.sched_yield()


def said(folder: Path) -> list[str]:
    path = folder / "said.txt"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def test_without_a_program_there_is_no_voice_and_nothing_happens(voice: Callable[[], SystemVoice]) -> None:
    nobody = voice()
    nobody.speak("Hello.", 0.8, 5)
    assert not nobody.is_there and not nobody.is_speaking


def test_the_words_reach_the_program_whole_whatever_is_in_them(tools: Path, voice: Callable[[], SystemVoice]) -> None:
    folder = program(tools)
    words = "--stdin; rm -rf $HOME `id` Медленно, wie auf dem Mond."
    ours = voice()
    assert ours.is_there
    ours.speak(words, 0.8, 5)
    until(lambda: not ours.is_speaking)
    assert said(folder) == [words]
    assert (folder / "called.txt").read_text() == "-v en -s 140 -a 100 --stdin"


def test_a_speech_server_is_asked_where_no_other_program_is_there(
    tools: Path, voice: Callable[[], SystemVoice]
) -> None:
    folder = program(tools, "spd-say")
    ours = voice()
    ours.speak("-C Hello.", 0.5, 5)
    until(lambda: not ours.is_speaking)
    assert said(folder) == ["-C Hello."]
    assert (folder / "called.txt").read_text() == "--wait -l en -r -20 -i 0 -- -C Hello."


def test_a_line_that_is_cut_off_ends_at_once_and_the_next_one_is_said(
    tools: Path, voice: Callable[[], SystemVoice]
) -> None:
    folder = program(tools, seconds=600)
    ours = voice()
    ours.speak("One.", 0.8, 600)
    until(lambda: said(folder) == ["One."])
    ours.speak("Two.", 0.8, 600)
    until(lambda: said(folder) == ["One.", "Two."])
    ours.stop()
    assert not ours.is_speaking and ours.is_there
    assert not (folder / "ended.txt").exists()


def test_a_line_that_was_cut_off_before_its_turn_is_never_said(tools: Path, voice: Callable[[], SystemVoice]) -> None:
    folder = program(tools)
    ours = voice()
    for word in ("One.", "Two.", "Three."):
        ours.speak(word, 0.8, 5)
    until(lambda: not ours.is_speaking)
    assert said(folder)[-1] == "Three."


def test_a_program_that_hangs_is_ended_with_its_time_and_stays_a_voice(
    tools: Path, voice: Callable[[], SystemVoice]
) -> None:
    folder = program(tools, seconds=600)
    ours = voice()
    ours.speak("Hello.", 0.8, 0.2)
    until(lambda: not ours.is_speaking)
    assert not (folder / "ended.txt").exists() and ours.is_there


def test_a_program_that_says_it_cannot_is_not_asked_again(tools: Path, voice: Callable[[], SystemVoice]) -> None:
    folder = program(tools, code=1)
    ours = voice()
    ours.speak("Hello.", 0.8, 5)
    until(lambda: not ours.is_there)
    before = said(folder)
    ours.speak("Hello?", 0.8, 5)
    assert not ours.is_speaking and said(folder) == before


def test_at_volume_nought_no_program_is_begun(tools: Path, voice: Callable[[], SystemVoice]) -> None:
    folder = program(tools)
    ours = voice()
    ours.speak("Hello.", 0.0, 5)
    assert not ours.is_speaking and said(folder) == []


# ---------------------------------------------------------------- as the narrator asks it
def narrator(voice: SystemVoice, volume: int = 8) -> Narrator:
    """A narrator with sound, who has two lines nobody recorded and one that says what a recorded line says."""
    lines = Texts("en", SPOKEN)
    lines.from_files = {"moon_how": "Walk as on the moon. [0.4] Slowly.", "moon_cue": "Softly now.", "moon_go": "Go!"}
    sound = Sound(resource("assets"))
    sound.set_volumes(volume, 5, 5)
    return Narrator(sound, lines, shipped_clips("en"), voice)


def test_a_line_nobody_recorded_is_said_by_the_system_without_its_marks(
    tools: Path, voice: Callable[[], SystemVoice]
) -> None:
    folder, ours = program(tools), voice()
    ears = narrator(ours)
    ears.say("moon_how")
    until(lambda: not ours.is_speaking)
    assert said(folder) == ["Walk as on the moon. Slowly."]
    assert not ears.is_only_written and not ears.has_clip("moon_how")


def test_a_line_with_the_words_of_a_recorded_one_is_that_clip(tools: Path, voice: Callable[[], SystemVoice]) -> None:
    folder, ours = program(tools), voice()
    ears = narrator(ours)
    ears.say("moon_go")
    assert ears.has_clip("moon_go") and ears.duration("moon_go") == ears.duration("count_go")
    assert not ours.is_speaking and said(folder) == []


def test_no_line_begins_while_the_system_still_speaks_nor_waits_for_ever(
    tools: Path, voice: Callable[[], SystemVoice]
) -> None:
    folder, ours = program(tools, seconds=600), voice()
    ears = narrator(ours)
    reckoned = ears.duration("moon_how")
    ears.say("moon_how", "count_go")
    until(lambda: said(folder) != [])
    ears.update(reckoned + 0.5)
    assert ears.caption == "Walk as on the moon. Slowly."
    ears.update(reckoned)
    assert ears.caption == "Go!" and not ours.is_speaking


def test_a_new_line_cuts_the_system_off(tools: Path, voice: Callable[[], SystemVoice]) -> None:
    folder, ours = program(tools, seconds=600), voice()
    ears = narrator(ours)
    ears.say("moon_how")
    until(lambda: said(folder) != [])
    ears.say("count_go")
    assert not ours.is_speaking and ears.caption == "Go!"
    ears.say("moon_cue")
    ears.stop()
    assert not ours.is_speaking and not ears.is_speaking


@pytest.mark.parametrize("has_program", [False, True])
def test_what_cannot_be_heard_is_written(tools: Path, voice: Callable[[], SystemVoice], has_program: bool) -> None:
    if has_program:
        program(tools, code=1)
    ours = voice()
    ears = narrator(ours)
    ears.say("moon_how")
    until(lambda: not ours.is_there)
    assert ears.is_only_written
    ears.say("count_go")
    assert not ears.is_only_written


def test_a_voice_turned_down_to_nothing_asks_no_program(tools: Path, voice: Callable[[], SystemVoice]) -> None:
    folder, ours = program(tools), voice()
    ears = narrator(ours, volume=0)
    ears.say("moon_how")
    assert not ours.is_speaking and said(folder) == []
