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
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.resources.abc import Traversable

import pygame

from game.ui.audio import sound_probe
from game.ui.audio.device_tries import BUFFER, RATE
from game.ui.audio.sound_probe import Probe
from game.ui.sdl import AudioNews

log = logging.getLogger(__name__)
CLIP_BYTES = 3 * 2**20  # of clips kept decoded, a quarter of a minute: what is said, what comes next, the counting
SAMPLE_BYTES = 4  # 16 bits on two sides
DOZES_AFTER = 10.0  # seconds of silence until the device is given back: open, it wakes the computer 47 times a second
WAKES_IN = 0.3  # seconds a screen's or headphones' speaker takes to be heard after it slept
LATE = 0.5  # seconds an effect may come after what it belongs to
AT_ONCE = ("click", "tick", "star")  # effects heard in every session, read when the device is opened
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
        # Everything is read beside the loop, and the device is not given back while something is.
        self._lock, self._decoding = threading.Lock(), threading.Lock()
        self._reader = ThreadPoolExecutor(1, "read sound")
        self._reading: dict[str, Future[None]] = {}
        self._news = AudioNews()
        self._silent_for = 0.0
        self._dozes = False  # the device was given back for a while; the next sound opens it again
        self._woken = WAKES_IN  # seconds since that
        self.is_live = False  # whether the loop goes on meanwhile, and what was read is heard a moment later
        self._to_speak: Traversable | None = None
        self._to_play: dict[str, float] = {}  # effects, and the seconds they are still wanted
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
            for name in AT_ONCE:
                self.prepare_effect(name)
        else:
            log.info("no sound device")
            self._again_in, self._pause = self._pause, min(2 * self._pause, AGAIN_MOST)

    def _open(self) -> bool:
        self._news.let_go()
        try:
            pygame.mixer.init(RATE, -16, 2, BUFFER)
            pygame.mixer.set_reserved(1)
        except pygame.error as error:
            log.info("no sound: %s", error)
            return False
        return True

    def update(self, dt: float) -> None:
        """`dt` seconds passed: what was read meanwhile is heard; without a device, looks for one now and then."""
        self._doze(dt)
        self._play_what_was_read(dt)
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
        self.wake()
        if name not in self._effects:
            self._read_effect(name)
        if name in self._effects:
            self._play_effect(name)
        else:
            self._to_play[name] = LATE

    def _play_effect(self, name: str) -> None:
        if sound := self._effects.get(name):
            sound.set_volume(self.effects_volume)
            sound.play()

    def prepare_effect(self, name: str) -> None:
        """Reads an effect that comes soon."""
        if self.is_open and not self._dozes and self.effects_volume and name not in self._effects:
            self._read_effect(name)

    def _read_effect(self, name: str) -> None:
        def read() -> None:
            self._effects[name] = self._load(self.assets / "sfx" / f"{name}.ogg")

        self.beside(name, read)

    def beside(self, key: str, read: Callable[[], None]) -> bool:
        """Reads something in another thread, each once at a time; whether it is read by now. Where the loop does not
        go on it waits."""
        if key not in self._reading:
            self._reading[key] = self._reader.submit(read)
        job = self._reading[key]
        if not self.is_live:
            job.result()
        if job.done():
            del self._reading[key]
            job.result()
            return True
        return False

    @property
    def is_awake(self) -> bool:
        """The device is open at this moment."""
        return self.is_open and not self._dozes and pygame.mixer.get_init() is not None

    @property
    def delay(self) -> float:
        """Seconds until what is spoken now can be heard."""
        return WAKES_IN if self._dozes else max(0.0, WAKES_IN - self._woken)

    def _doze(self, dt: float) -> None:
        """`dt` seconds passed: after a long silence the device is given back."""
        self._woken += dt
        if not self._is_open or self._dozes or not self._news.can_be_kept:
            return
        is_heard = bool(self._reading or self._to_play or self._to_speak)
        is_heard = is_heard or pygame.mixer.get_busy() or pygame.mixer.music.get_busy()
        self._silent_for = 0.0 if is_heard else self._silent_for + dt
        if self._silent_for >= DOZES_AFTER:
            self._dozes = True
            self._effects.clear()
            self._clips.clear()
            self.beside("doze", self._close_device)

    def wake(self) -> None:
        """Opens the device again, beside the loop; whatever is asked for after this is heard when it is open."""
        self._silent_for = 0.0
        if self._dozes:
            self._dozes, self._woken = False, 0.0
            self.beside("wake", self._open_again)

    def _close_device(self) -> None:
        with self._decoding:
            if self._is_open and pygame.mixer.get_init():
                self._news.keep()
                pygame.mixer.quit()

    def _open_again(self) -> None:
        with self._decoding:
            if self._is_open and not self._open():
                self._is_open = False

    def _play_what_was_read(self, dt: float) -> None:
        for name, left in list(self._to_play.items()):
            if name in self._effects:
                self._play_effect(name)
            if name in self._effects or left <= dt:
                del self._to_play[name]
            else:
                self._to_play[name] = left - dt
        if self._to_speak and self._is_open:
            clip, self._to_speak = self._to_speak, None
            self.speak(clip)
        for key, job in list(self._reading.items()):
            if job.done():
                del self._reading[key]

    def speak(self, clip: Traversable) -> float:
        """Plays a clip on the narrator's channel, instead of what it was playing; its seconds, 0 when it cannot or is
        still being read: then it is heard in a moment."""
        if not self._ready():
            return 0.0
        self.wake()
        self._to_speak = None
        is_read, sound = self._clip(clip)
        if sound is None or self.delay:
            self._to_speak = None if is_read and sound is None else clip
            return 0.0
        channel = pygame.mixer.Channel(VOICE_CHANNEL)
        channel.set_volume(self.voice_volume)
        channel.play(sound)
        return sound.get_length()

    def hush(self) -> None:
        """Stops the narrator's channel."""
        self._to_speak = None
        if self._is_open and pygame.mixer.get_init():
            pygame.mixer.Channel(VOICE_CHANNEL).stop()

    def prepare(self, clip: Traversable) -> None:
        """Reads a clip that comes soon, so that speaking it does not stall a frame."""
        if self._ready() and not self._dozes:
            self._clip(clip)

    def _clip(self, clip: Traversable) -> tuple[bool, pygame.mixer.Sound | None]:
        """Whether a clip is read, and how it sounds; None where it is no sound."""
        key = str(clip)

        def read() -> None:
            sound = self._load(clip)
            if sound is not None:
                with self._lock:
                    self._clips[key] = sound
                    while len(self._clips) > 2 and sum(map(_bytes, self._clips.values())) > CLIP_BYTES:
                        self._clips.popitem(last=False)

        with self._lock:
            if key in self._clips:
                self._clips.move_to_end(key)
                return True, self._clips[key]
        is_read = self.beside(key, read)
        with self._lock:
            return is_read, self._clips.get(key)

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
            if self._is_open and pygame.mixer.get_init():
                pygame.mixer.quit()
            self._news.let_go()
            self._is_open, self._dozes, self._silent_for, self._woken = False, False, 0.0, WAKES_IN
        if self._probe:
            self._probe.give_up()
        self._probe = None
        self._to_speak = None
        self._to_play.clear()
        self._effects.clear()
        self._clips.clear()


def _bytes(sound: pygame.mixer.Sound) -> int:
    """How much memory it takes."""
    return round(sound.get_length() * RATE) * SAMPLE_BYTES
