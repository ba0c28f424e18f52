"""Tunes: one at a time, looping without a seam, quieter under the voice."""

from __future__ import annotations

import io
import logging

import pygame

from game.ui.audio.sound import Sound

log = logging.getLogger(__name__)
DUCK = 0.35  # about -9 dB while somebody speaks
DUCK_RATE = 4.0  # shares of the volume a second, a ramp of about 0.2 s


class Music:
    """Plays the tunes of assets/music by name: play_100, rest_60."""

    def __init__(self, sound: Sound) -> None:
        self.sound = sound
        self._read: dict[str, bytes] = {}
        self._file: io.BytesIO | None = None
        self.playing: str | None = None
        self._level = 1.0
        self._opened = 0  # the device's opening the tune plays on
        self.is_ducked = False
        self._is_awaited = False  # its file is being read

    def play(self, name: str) -> None:
        """This tune, from its beginning unless it is already playing."""
        if name == self.playing:
            return
        self.stop()
        self.playing = name
        if self.sound.is_silent:
            return
        self._opened = self.sound.opened
        self.sound.wake()
        self._is_awaited = not self._is_read(name)
        if not self._is_awaited:
            self._begin(name)

    def _begin(self, name: str) -> None:
        self._is_awaited = False
        try:
            # Kept open: SDL reads from it as long as the tune plays.
            self._file = io.BytesIO(self._read[name])
            pygame.mixer.music.load(self._file, "ogg")
            pygame.mixer.music.set_volume(self.sound.music_volume)
            pygame.mixer.music.play(-1, fade_ms=800)
        except pygame.error as error:
            log.warning("tune %s: %s", name, error)

    def prepare(self, name: str) -> None:
        """Reads a tune that comes soon."""
        if self.sound.is_open:
            self._is_read(name)

    def _is_read(self, name: str) -> bool:
        """Whether the tune's file is read; it is read beside the loop. Of one there is not nothing is heard."""

        def read() -> None:
            try:
                self._read[name] = (self.sound.assets / "music" / f"{name}.ogg").read_bytes()
            except OSError as error:
                log.warning("tune %s: %s", name, error)
                self._read[name] = b""

        return self.sound.is_awake and (name in self._read or self.sound.beside(f"music {name}", read))

    def stop(self) -> None:
        """Fades out within half a second."""
        if self.playing and self.sound.is_awake:
            pygame.mixer.music.fadeout(500)
        self.playing = None

    def update(self, dt: float) -> None:
        """Moves the volume towards where the voice lets it be."""
        if not self.playing or self.sound.is_silent:
            return
        if self._is_awaited and self._is_read(self.playing):
            self._begin(self.playing)
        if self._opened != self.sound.opened:  # the device is another one: the tune begins anew on it
            tune, self.playing = self.playing, None
            self.play(tune)
        if self._is_awaited:
            return
        goal = DUCK if self.is_ducked else 1.0
        step = DUCK_RATE * dt
        level = max(goal, self._level - step) if goal < self._level else min(goal, self._level + step)
        self._level = level
        pygame.mixer.music.set_volume(self.sound.music_volume * level)
