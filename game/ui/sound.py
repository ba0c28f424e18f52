"""The sound device: opened once, quietly absent where there is none.

Nothing here ever raises to a scene: without a device the game goes on with words on the picture.
"""

from __future__ import annotations

import io
import logging
from collections import OrderedDict
from importlib.resources.abc import Traversable

import pygame

log = logging.getLogger(__name__)
RATE, BUFFER = 48_000, 1024  # 24 and 48 kHz clips keep every sample at 48 kHz; at 44.1 kHz some were lost
CLIPS_KEPT = 24
VOICE_CHANNEL = 0
LOUDEST = 10


class Sound:
    """Effects, and the channel the narrator speaks on. `assets` holds sfx/ and music/."""

    def __init__(self, assets: Traversable, mute: bool = False) -> None:
        self.assets = assets
        self._mute = mute
        self._is_open: bool | None = None
        self._effects: dict[str, pygame.mixer.Sound | None] = {}
        self._clips: OrderedDict[str, pygame.mixer.Sound] = OrderedDict()
        self.voice_volume, self.music_volume, self.effects_volume = 0.8, 0.3, 0.5

    @property
    def is_silent(self) -> bool:
        """No device, or muted: words on the picture take over."""
        return not self._ready()

    @property
    def is_missing(self) -> bool:
        """Nobody asked for silence, and yet there is no device."""
        return not self._mute and not self._ready()

    def _ready(self) -> bool:
        """Opens the device on first use; a computer without one is asked only once."""
        if self._is_open is None:
            try:
                if self._mute:
                    raise pygame.error("muted")
                pygame.mixer.init(RATE, -16, 2, BUFFER)
                pygame.mixer.set_reserved(1)
                self._is_open = True
            except pygame.error as error:
                log.info("no sound: %s", error)
                self._is_open = False
        return self._is_open

    def set_volumes(self, voice: int, music: int, effects: int) -> None:
        """Each 0..10."""
        self.voice_volume, self.music_volume, self.effects_volume = (v / LOUDEST for v in (voice, music, effects))

    def effect(self, name: str) -> None:
        """A short sound by its name below sfx/; an unknown one is silence."""
        if not self._ready() or self.effects_volume == 0:
            return
        if name not in self._effects:
            self._effects[name] = self._load(self.assets / "sfx" / f"{name}.ogg")
        if sound := self._effects[name]:
            sound.set_volume(self.effects_volume)
            sound.play()

    def speak(self, clip: Traversable) -> float:
        """Plays a clip on the narrator's channel, instead of what it was playing; its seconds, 0 when it cannot."""
        if not self._ready():
            return 0.0
        sound = self._clip(clip)
        if sound is None:
            return 0.0
        channel = pygame.mixer.Channel(VOICE_CHANNEL)
        channel.set_volume(self.voice_volume)
        channel.play(sound)
        return sound.get_length()

    def hush(self) -> None:
        """Stops the narrator's channel."""
        if self._is_open:
            pygame.mixer.Channel(VOICE_CHANNEL).stop()

    def prepare(self, clip: Traversable) -> None:
        """Reads a clip that comes soon, so that speaking it does not stall a frame."""
        if self._ready():
            self._clip(clip)

    def _clip(self, clip: Traversable) -> pygame.mixer.Sound | None:
        key = str(clip)
        if key in self._clips:
            self._clips.move_to_end(key)
            return self._clips[key]
        sound = self._load(clip)
        if sound is not None:
            self._clips[key] = sound
            if len(self._clips) > CLIPS_KEPT:
                self._clips.popitem(last=False)
        return sound

    def _load(self, file: Traversable) -> pygame.mixer.Sound | None:
        try:
            return pygame.mixer.Sound(io.BytesIO(file.read_bytes()))
        except (OSError, pygame.error) as error:
            log.warning("sound %s: %s", file.name, error)
            return None

    def reopen(self) -> bool:
        """Another device may be there now, or the one before gone; whether there is sound."""
        self.close()
        return self._ready()

    def close(self) -> None:
        """Gives the device back."""
        if self._is_open:
            pygame.mixer.quit()
        self._is_open = None
        self._effects.clear()
        self._clips.clear()
