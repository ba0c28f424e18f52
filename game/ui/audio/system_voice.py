"""The computer's own voice, for words nobody recorded: a program of the system, asked beside the loop.

What it is to say goes in by its standard input, never through a shell. One line at a time: the next begins when the one
before has ended or was cut off, and whatever hangs is ended with its time. Where there is no such program, or it says
that it cannot, `is_there` is False and words stand on the picture instead.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

from game.frozen import dataclass

log = logging.getLogger(__name__)
LONGEST_TEXT = 400  # characters; no line of a level file is longer
STOP_PATIENCE = 2.0  # seconds for a speech server that is told to be silent
# PowerShell reads the words itself, so that none of them is a command.
WINDOWS = (
    "[Console]::InputEncoding=[Text.Encoding]::UTF8;$t=[Console]::In.ReadToEnd();"
    "Add-Type -AssemblyName System.Speech;$s=New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "$s.Rate=-2;$s.Volume={volume};$s.Speak($t)"
)
Arguments = Callable[[str, float, str], list[str]]  # of a language, a volume 0..1 and the words


@dataclass(frozen=True, slots=True)
class Program:
    """A program that speaks. Where `is_told` is True the words go in by its standard input, else they are the last of
    its `arguments`. `hush` is what its own server is told besides, when it is cut off."""

    path: str
    arguments: Arguments
    is_told: bool = True
    hush: tuple[str, ...] = ()


def _espeak(language: str, volume: float, words: str) -> list[str]:
    # 200 is the loudest it knows and distorts, 100 its usual; 140 words a minute is slow and clear for a child.
    return ["-v", language, "-s", "140", "-a", str(round(125 * volume)), "--stdin"]


def _speech_dispatcher(language: str, volume: float, words: str) -> list[str]:
    return ["--wait", "-l", language, "-r", "-20", "-i", str(round(200 * volume - 100)), "--", words]


def _say(language: str, volume: float, words: str) -> list[str]:
    return ["-r", "140", "-f", "-"]


def _powershell(language: str, volume: float, words: str) -> list[str]:
    return ["-NoProfile", "-NonInteractive", "-Command", WINDOWS.format(volume=round(100 * volume))]


def programs() -> Iterator[Program]:
    """Those of this computer, the one to take first; looks through the folders of PATH."""
    known: tuple[tuple[str, Arguments, bool, tuple[str, ...]], ...]
    if sys.platform == "win32":
        known = (("powershell", _powershell, True, ()),)
    elif sys.platform == "darwin":
        known = (("say", _say, True, ()),)
    else:
        known = (
            ("espeak-ng", _espeak, True, ()), ("espeak", _espeak, True, ()),
            ("spd-say", _speech_dispatcher, False, ("--stop",)),
        )  # fmt: skip
    for name, arguments, is_told, hush in known:
        if path := shutil.which(name):
            yield Program(path, arguments, is_told, hush)


def found() -> Program | None:
    """The program that would speak; None where there is none."""
    return next(programs(), None)


class SystemVoice:
    """Looks for a program at once, in its own thread, and speaks with it. `language` is a short name, e.g. "en"."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._beside = ThreadPoolExecutor(1, "system-voice")
        self._found = self._beside.submit(found)
        self._line: _Line | None = None
        self._is_unable = False

    @property
    def is_there(self) -> bool:
        """Whether words given now would be heard, as far as is known: not before the search is over."""
        return not self._is_unable and self._found.done() and self._found.result() is not None

    @property
    def is_speaking(self) -> bool:
        return self._line is not None and not self._line.is_over

    def look(self, patience: float) -> bool:
        """Waits so many seconds for the search; whether there is a voice."""
        with contextlib.suppress(TimeoutError):
            self._found.result(patience)
        return self.is_there

    def speak(self, words: str, volume: float, most: float) -> None:
        """Says the words instead of what it is saying, at a volume of 0..1, for at most so many seconds. Returns at
        once; nothing where there is no voice."""
        self.stop()
        program = self._found.result() if self.is_there else None
        if program and volume > 0:
            self._line = line = _Line(program, words[:LONGEST_TEXT], self._language, volume, most)
            self._beside.submit(self._speak, line)

    def _speak(self, line: _Line) -> None:
        if not line.speak():
            self._is_unable = True

    def stop(self) -> None:
        """Silence, at once."""
        if self._line:
            self._line.cut()
            self._line = None

    def close(self) -> None:
        """Nothing is said any more, and nothing waits for it."""
        self.stop()
        self._beside.shutdown(wait=False, cancel_futures=True)


class _Line:
    """One line on its way: begun and ended in the voice's thread, cut off from the loop's."""

    def __init__(self, program: Program, words: str, language: str, volume: float, most: float) -> None:
        self._program, self._words, self._most = program, words, most
        # `say` takes its volume among the words, and what else looks like such a sign must not be one.
        told = words.replace("[[", " ")
        self._told = f"[[volm {volume:.2f}]] {told}" if program.arguments is _say else words
        self._command = [program.path, *program.arguments(language, volume, words)]
        self._child: subprocess.Popen[bytes] | None = None
        self._is_cut = self.is_over = False

    def speak(self) -> bool:
        """Says it to its end; False when the program refused. What is cut off or hangs is no refusal."""
        try:
            return self._is_cut or self._run()
        except OSError as error:
            log.warning("no voice of the system: %s", error)
            return False
        finally:
            self.is_over = True

    def _run(self) -> bool:
        child = self._child = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=os.name != "nt", creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
        if self._is_cut:  # while it was begun
            _end(child)
        try:
            child.communicate(self._told.encode() if self._program.is_told else b"", self._most)
        except subprocess.TimeoutExpired:
            log.warning("%s took longer than %.0f s", self._program.path, self._most)
            self._is_cut = True
            _end(child)
            child.communicate()
        if self._is_cut and self._program.hush:
            with contextlib.suppress(subprocess.TimeoutExpired):
                told = [self._program.path, *self._program.hush]
                subprocess.run(told, capture_output=True, timeout=STOP_PATIENCE, check=False)
        if child.returncode and not self._is_cut:
            log.warning("%s ended with %d", self._program.path, child.returncode)
        return self._is_cut or child.returncode == 0

    def cut(self) -> None:
        """Ends it, wherever it is."""
        self._is_cut = True
        if self._child:
            _end(self._child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """The program and whatever it began."""
    if child.poll() is not None:
        return
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            child.kill()
        else:
            os.killpg(child.pid, signal.SIGKILL)
