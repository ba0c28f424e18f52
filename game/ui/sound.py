"""The sound device: quietly absent where there is none, looked for again while it is.

Nothing here ever raises to a scene: without a device the game goes on with words on the picture.
"""

from __future__ import annotations

import io
import logging
import sys
import threading
from collections import OrderedDict
from collections.abc import Callable
from importlib.resources.abc import Traversable

import pygame

from game.ui import sound_probe
from game.ui.device_tries import BUFFER, RATE
from game.ui.sound_probe import Probe

log = logging.getLogger(__name__)
CLIPS_KEPT = 24
VOICE_CHANNEL = 0
LOUDEST = 10
FIRST_PATIENCE = 2.0  # seconds the first word may wait for the device
AGAIN_AFTER, AGAIN_MOST = 1.0, 60.0  # seconds from losing the device to looking for it, doubled up to once a minute


class Sound:
    """Effects, and the channel the narrator speaks on. `assets` holds sfx/ and music/; `probe` begins to try whether
    the device can be opened. `opened` counts how often it was."""

    def __init__(self, assets: Traversable, mute: bool = False, probe: Callable[[], Probe] = sound_probe.usual) -> None:
        self.assets = assets
        self._mute, self._probing = mute, probe
        self._is_open: bool | None = False if mute else None  # None until it was first tried
        self._probe = None if mute else probe()
        self._again_in = self._pause = AGAIN_AFTER
        self.opened = 0
        self._effects: dict[str, pygame.mixer.Sound | None] = {}
        self._clips: OrderedDict[str, pygame.mixer.Sound] = OrderedDict()
        # Clips that come soon are read beside the loop, and the device is not given back while one is.
        self._lock, self._decoding = threading.Lock(), threading.Lock()
        self.voice_volume, self.music_volume, self.effects_volume = 0.8, 0.3, 0.5

    @property
    def is_silent(self) -> bool:
        """No device, or muted: words on the picture take over."""
        return not self._ready()

    @property
    def is_missing(self) -> bool:
        """Nobody asked for silence, and yet there is no device."""
        return not self._mute and not self._ready()

    @property
    def is_open(self) -> bool:
        """The device is there, and heard; asking does not wait for it."""
        return bool(self._is_open)

    @property
    def is_known_silent(self) -> bool:
        """There is no device, or muted; asking does not wait for it."""
        return self._is_open is False

    def _ready(self) -> bool:
        """Whether there is sound; the first time, waits a moment for the device."""
        if self._is_open is None:
            self._look(FIRST_PATIENCE)
            self._is_open = bool(self._is_open)
        return self._is_open

    def _look(self, patience: float = 0.0) -> None:
        """Opens the device when the child that tried it says that it can be."""
        can = self._probe.answer(patience) if self._probe else False
        if can is None:
            return
        self._probe = None
        if can and self._open():
            self._is_open, self._pause = True, AGAIN_AFTER
            self.opened += 1
        else:
            log.info("no sound device")
            self._again_in, self._pause = self._pause, min(2 * self._pause, AGAIN_MOST)

    def _open(self) -> bool:
        try:
            pygame.mixer.init(RATE, -16, 2, BUFFER)
            pygame.mixer.set_reserved(1)
        except pygame.error as error:
            log.info("no sound: %s", error)
            return False
        return True

    def update(self, dt: float) -> None:
        """`dt` seconds passed: without a device, looks for one now and then."""
        if self._mute or self._is_open is not False:
            return
        if self._probe is None:
            self._again_in -= dt
            self._probe = self._probing() if self._again_in <= 0 else None
        if self._probe:
            self._look()

    def device_gone(self) -> None:
        """An output was pulled out. It is given back at once; another one, or the same, is looked for in a moment,
        when whoever lost it has come to rest."""
        if self._is_open:
            self.close()
            self._is_open, self._again_in = False, AGAIN_AFTER

    def device_here(self) -> None:
        """An output was put in: no need to wait for long."""
        self._again_in, self._pause = min(self._again_in, AGAIN_AFTER), AGAIN_AFTER

    def set_volumes(self, voice: int, music: int, effects: int) -> None:
        """Each 0..10."""
        self.voice_volume, self.music_volume, self.effects_volume = (v / LOUDEST for v in (voice, music, effects))

    def effect(self, name: str) -> None:
        """A short sound by its name below sfx/; an unknown one is silence."""
        if not self._ready() or self.effects_volume == 0:
            return
        if sound := self._effect(name):
            sound.set_volume(self.effects_volume)
            sound.play()

    def prepare_effect(self, name: str) -> None:
        """Reads an effect that comes soon."""
        if self.is_open and self.effects_volume:
            self._effect(name)

    def _effect(self, name: str) -> pygame.mixer.Sound | None:
        if name not in self._effects:
            self._effects[name] = self._load(self.assets / "sfx" / f"{name}.ogg")
        return self._effects.get(name)

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
        with self._lock:
            if key in self._clips:
                self._clips.move_to_end(key)
                return self._clips[key]
        sound = self._load(clip)
        if sound is not None:
            with self._lock:
                self._clips[key] = sound
                if len(self._clips) > CLIPS_KEPT:
                    self._clips.popitem(last=False)
        return sound

    def _load(self, file: Traversable) -> pygame.mixer.Sound | None:
        sys.audit("barefoot.decode", file.name)
        try:
            with self._decoding:
                return pygame.mixer.Sound(io.BytesIO(file.read_bytes())) if self._is_open else None
        except (OSError, pygame.error) as error:
            log.warning("sound %s: %s", file.name, error)
            return None

    def close(self) -> None:
        """Gives the device back, for good or until it is looked for again."""
        with self._decoding:
            if self._is_open:
                pygame.mixer.quit()
            self._is_open = False
        if self._probe:
            self._probe.give_up()
        self._probe = None
        self._effects.clear()
        self._clips.clear()
