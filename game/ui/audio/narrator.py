"""The voice: clips one after another, never two at once, with the same pace where there is no sound.

Durations come with the clips, so that a silent game keeps time. A line nobody recorded is heard as the clip with the
same words, else from the system's own voice, else in English where the words are another language's, which are shown
then; else it is shown as words for as long as reading them takes.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Protocol

from game.ui.audio.sound import Sound

MARKS = re.compile(r"\s*\[\d+(?:\.\d+)?\]|\{[^{}]*\}")
WORDS_A_SECOND = 3.0
SPOKEN_A_SECOND, SPOKEN_START = 2.5, 0.6  # espeak-ng at 140 words a minute took a second for 2.6 to 3.2 of them
SPOKEN_WAIT = 2.0  # times what was reckoned; then it is cut off
GAP = 0.12  # seconds between two clips


class Lines(Protocol):
    """The spoken lines by id."""

    def __call__(self, key: str, /, **values: object) -> str: ...

    def has(self, key: str) -> bool: ...


class Recorded(Protocol):
    """A recorded line; `game.data.texts.voices.Recording` is one."""

    @property
    def file(self) -> Traversable: ...

    @property
    def seconds(self) -> float: ...


Clips = Mapping[str, Recorded]  # by the lines' ids
NOTHING: Clips = MappingProxyType({})


class Voice(Protocol):
    """Something that can say any words; see `game.ui.audio.system_voice`."""

    @property
    def is_there(self) -> bool: ...

    @property
    def is_speaking(self) -> bool: ...

    def speak(self, words: str, volume: float, most: float) -> None: ...

    def stop(self) -> None: ...


def shown(line: str) -> str:
    """A spoken line as a screen shows it: without pauses and phonemes.

    >>> shown("Hello. [0.4] I am Kva{kv}, the frog.")
    'Hello. I am Kva, the frog.'
    """
    return MARKS.sub("", line).strip()


class ShownLines:
    """The spoken lines as screens show them, so that no screen meets a mark that is meant for the voice."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def __call__(self, key: str, /, **values: object) -> str:
        return shown(self._lines(key, **values))

    def has(self, key: str) -> bool:
        return self._lines.has(key)


def cue(lines: Lines, exercise: str) -> str:
    """The first thing a friend says while an exercise is done, as it is written; "" where nothing is said."""
    return shown(lines(f"{exercise}_cue_1")) if lines.has(f"{exercise}_cue_1") else ""


class Narrator:
    """Says lines by id. `caption` is the line being said, "" in silence. `voice` says what has no clip; `english` are
    clips for what neither has."""

    def __init__(
        self, sound: Sound, lines: Lines, clips: Clips, voice: Voice | None = None, english: Clips = NOTHING
    ) -> None:
        self._sound, self._lines, self._voice = sound, lines, voice
        self._sampler: Voice | None = None  # says a sample of another language
        self._clips, self._english = clips, english
        self._same: dict[str, Recorded] | None = None
        self._queue: deque[str] = deque()
        self._left = self._patience = 0.0
        self._is_clip = True  # what is being said is one, so it needs no words
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

    def sample(self, id_: str, words: str, clip: Recorded | None, voice: Voice | None = None) -> None:
        """One line of another language at once, in its `words`, by its own clip, else by a voice of that language. What
        is said after it is said as ever."""
        self.stop()
        self._sampler = voice
        self._begin(id_, words, clip, self._by_reading(words))

    def number(self, n: int) -> None:
        """A counted number, 1 to 20; others stay silent."""
        if self._lines.has(f"number_{n}"):
            self.say(f"number_{n}")

    def knows(self, id_: str) -> bool:
        """Whether there is such a line, spoken or only written."""
        return id_ in self._clips or self._lines.has(id_)

    def has_clip(self, id_: str) -> bool:
        """Whether somebody recorded the line."""
        return self._clip(id_) is not None

    def _clip(self, id_: str) -> Recorded | None:
        """The clip of a line: its own, or that of a line with the very same words."""
        if id_ in self._clips:
            return self._clips[id_]
        return self._by_words.get(shown(self._lines(id_))) if self._lines.has(id_) else None

    @property
    def _by_words(self) -> dict[str, Recorded]:
        """Every recorded line by what it says."""
        if self._same is None:
            self._same = {shown(self._lines(id_)): clip for id_, clip in self._clips.items() if self._lines.has(id_)}
        return self._same

    def _heard(self, id_: str) -> Recorded | None:
        """What will be played of a line: its clip, or where no voice would be heard the English one."""
        clip = self._clip(id_)
        return clip or (None if self._can_speak() else self._english.get(id_))

    @property
    def is_only_written(self) -> bool:
        """Whether what is being said can be read and not heard."""
        return bool(self.caption) and not self._is_clip and not self._can_speak()

    def speak_with(self, voice: Voice | None) -> None:
        """From now on: words came that nobody recorded."""
        self._voice = voice

    def speak_in(self, clips: Clips, english: Clips = NOTHING) -> None:
        """From now on with these clips: another language was chosen, whose lines are there already."""
        self.stop()
        self._clips, self._english, self._same = clips, english, None

    def _can_speak(self) -> bool:
        """Whether the system's voice would be heard now."""
        is_wanted = self._sound.voice_volume > 0 and not self._sound.is_silent
        return is_wanted and self._speaker is not None and self._speaker.is_there

    @property
    def _speaker(self) -> Voice | None:
        return self._sampler or self._voice

    def duration(self, *ids: str) -> float:
        """Seconds these lines take, one after another; 0 for one there is not."""
        return sum(self._one(id_) + GAP for id_ in filter(self.knows, ids))

    def stop(self) -> None:
        """Silence, at once."""
        self._queue.clear()
        self._left, self.caption = 0.0, ""
        self._sound.hush()
        self._end_voice()

    def _end_voice(self) -> None:
        for voice in (self._sampler, self._voice):
            if voice:
                voice.stop()
        self._sampler = None

    def update(self, dt: float) -> None:
        """`dt` seconds passed: the next line when this one is over."""
        while dt > 0 and self._left > 0:
            gone = min(dt, self._left)
            self._left, dt = self._left - gone, dt - gone  # what is over of a slow frame belongs to the next line
            if self._left <= 1e-9 and self._speaker and self._speaker.is_speaking and self._patience > 0:
                self._left = min(GAP, self._patience)  # no line begins while this one is still heard
                self._patience -= self._left
            if self._left <= 1e-9:
                self.caption = ""
                self._next()

    def _next(self) -> None:
        self._end_voice()
        if not self._queue:
            self._left = 0.0
            return
        id_ = self._queue.popleft()
        words = shown(self._lines(id_)) if self._lines.has(id_) else ""
        self._begin(id_, words, self._heard(id_), self._one(id_))
        self._is_clip = self._clip(id_) is not None
        if self._queue and (following := self._heard(self._queue[0])):
            self._sound.prepare(following.file)

    def _begin(self, id_: str, words: str, clip: Recorded | None, seconds: float) -> None:
        """Says it by its clip, else by the system's voice, else it is only written, for so many seconds."""
        self.said = [*self.said[-19:], id_]
        self.caption, self._is_clip = words, clip is not None
        delay, played, self._patience = 0.0, 0.0, 0.0
        if clip and self._sound.voice_volume > 0:
            self._sound.wake()
            delay = self._sound.delay
            played = self._sound.speak(clip.file)
        elif self._speaker and not clip and self._can_speak():
            most = SPOKEN_WAIT * seconds
            self._patience = most - seconds
            self._speaker.speak(words, self._sound.voice_volume, most)
        self._left = (played or (clip.seconds if clip else seconds)) + GAP + delay

    def _one(self, id_: str) -> float:
        """Seconds of one line: its clip's, else by its words."""
        if clip := self._heard(id_):
            return clip.seconds
        return self._by_reading(self._lines(id_))

    def _by_reading(self, line: str) -> float:
        """Seconds a line takes that has no clip."""
        pauses = sum(float(p) for p in re.findall(r"\[(\d+(?:\.\d+)?)\]", line))
        words = len(shown(line).split())
        if self._can_speak():
            return SPOKEN_START + words / SPOKEN_A_SECOND
        return max(0.6, words / WORDS_A_SECOND + pauses)
