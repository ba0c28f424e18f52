"""The voice: clips one after another, never two at once, with the same pace where there is no sound.

Durations come from the list made with the clips, so that a silent game keeps time; a line without a clip is shown as
words for as long as saying it would take.
"""

from __future__ import annotations

import json
import logging
import re
from collections import deque
from importlib.resources.abc import Traversable
from typing import Protocol

from game.ui.sound import Sound

log = logging.getLogger(__name__)
MARKS = re.compile(r"\s*\[\d+(?:\.\d+)?\]|\{[^{}]*\}")
WORDS_A_SECOND = 3.0
GAP = 0.12  # seconds between two clips


class Lines(Protocol):
    """The spoken lines by id."""

    def __call__(self, key: str, /, **values: object) -> str: ...

    def has(self, key: str) -> bool: ...


def shown(line: str) -> str:
    """A spoken line as a screen shows it: without pauses and phonemes.

    >>> shown("Hello. [0.4] I am Kva{kv}, the frog.")
    'Hello. I am Kva, the frog.'
    """
    return MARKS.sub("", line).strip()


class Narrator:
    """Says lines by id. `caption` is the line being said, "" in silence."""

    def __init__(self, sound: Sound, lines: Lines, language: str) -> None:
        self._sound, self._lines = sound, lines
        self._folder = sound.assets / "voice" / language
        self._seconds = _seconds(self._folder)
        self._queue: deque[str] = deque()
        self._left = 0.0
        self.caption = ""
        self.said: list[str] = []  # for whoever wants to know what was said last, newest last

    @property
    def is_speaking(self) -> bool:
        return self._left > 0 or bool(self._queue)

    def say(self, *ids: str, interrupt: bool = True) -> None:
        """These lines, one after another; instead of what is being said, or after it. A line there is not takes no
        time: an exercise somebody wrote need not have all of them."""
        if interrupt:
            self.stop()
        self._queue.extend(filter(self.knows, ids))
        if self._left <= 0:
            self._next()

    def number(self, n: int) -> None:
        """A counted number, 1 to 20; others stay silent."""
        if self._lines.has(f"number_{n}"):
            self.say(f"number_{n}")

    def knows(self, id_: str) -> bool:
        """Whether there is such a line, spoken or only written."""
        return id_ in self._seconds or self._lines.has(id_)

    def has_clip(self, id_: str) -> bool:
        """Whether the line can be heard."""
        return id_ in self._seconds

    def duration(self, *ids: str) -> float:
        """Seconds these lines take, one after another; 0 for one there is not."""
        return sum(self._one(id_) + GAP for id_ in filter(self.knows, ids))

    def stop(self) -> None:
        """Silence, at once."""
        self._queue.clear()
        self._left, self.caption = 0.0, ""
        self._sound.hush()

    def update(self, dt: float) -> None:
        """`dt` seconds passed: the next line when this one is over."""
        while dt > 0 and self._left > 0:
            gone = min(dt, self._left)
            self._left, dt = self._left - gone, dt - gone  # what is over of a slow frame belongs to the next line
            if self._left <= 1e-9:
                self.caption = ""
                self._next()

    def _next(self) -> None:
        if not self._queue:
            self._left = 0.0
            return
        id_ = self._queue.popleft()
        self.said = [*self.said[-19:], id_]
        self.caption = shown(self._lines(id_)) if self._lines.has(id_) else ""
        played = 0.0
        if self._sound.voice_volume > 0 and id_ in self._seconds:
            played = self._sound.speak(self._folder / f"{id_}.ogg")
        self._left = (played or self._one(id_)) + GAP
        if self._queue and self._queue[0] in self._seconds:
            self._sound.prepare(self._folder / f"{self._queue[0]}.ogg")

    def _one(self, id_: str) -> float:
        """Seconds of one line: its clip's, else by its words."""
        if id_ in self._seconds:
            return self._seconds[id_]
        line = self._lines(id_)
        pauses = sum(float(p) for p in re.findall(r"\[(\d+(?:\.\d+)?)\]", line))
        return max(0.6, len(shown(line).split()) / WORDS_A_SECOND + pauses)


def _seconds(folder: Traversable) -> dict[str, float]:
    """The clips' lengths, {} where a language has none."""
    try:
        values = json.loads((folder / "seconds.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        log.info("no voice in %s: %s", folder, error)
        return {}
    return {str(k): float(v) for k, v in values.items()}
