"""The frames of all puppets: those that are shown as pictures, those that come soon packed, those of slow clips both.

A packed frame is its pixels as they are, deflated to a tenth: unpacking one takes a tenth of drawing it anew.
"""

from __future__ import annotations

import dataclasses
import sys
import threading
import zlib
from collections import deque
from collections.abc import Hashable, Iterable

import pygame

from game.frozen import dataclass
from game.ui.memory import GONE, Memory, pixel_bytes
from game.ui.shape import PictureShape, shape_of, tell_shape
from game.ui.stage import Frame

PIXEL = 4  # bytes
MOST_UNSEEN = 3 * 2**20  # bytes new pictures may take until they are encoded: one of a foot close up, and the next
LEVEL = 3  # of deflate: a twelfth smaller than at its quickest and as quick to unpack; 6 packs half as quickly


@dataclasses.dataclass(slots=True, eq=False, repr=False)
class _Kept:
    """A frame as a picture, packed, or both."""

    used: int
    frame: Frame | None = None
    weight: int = 0  # of the picture
    packed: PackedFrame | None = None
    is_ahead: bool = False  # made for a screen to come since the present one is there, and not shown on that

    @property
    def bytes(self) -> int:
        return self.weight + (len(self.packed.pixels) if self.packed else 0)


@dataclass(frozen=True, slots=True)
class PackedFrame:
    """A picture of `size` with its corner at `offset`, and what was told of its `shape`; `is_encoded` when it is
    run-length encoded once it is shown."""

    pixels: bytes
    size: tuple[int, int]
    offset: tuple[int, int]
    is_encoded: bool
    shape: PictureShape

    @classmethod
    def of(cls, frame: Frame, is_encoded: bool) -> PackedFrame:
        """To be packed before it was ever drawn: encoding gives the pixels away."""
        picture, offset = frame
        pixels = zlib.compress(picture.get_buffer().raw, LEVEL)
        return cls(pixels, picture.get_size(), offset, is_encoded, shape_of(picture))

    def unpacked(self) -> Frame:
        """The frame as it was, pixel for pixel."""
        sys.audit("barefoot.unpack", self.size)  # for whoever counts: see `game.bench.inside`
        w, h = self.size
        pixels = zlib.decompress(self.pixels, bufsize=PIXEL * w * h)
        if self.is_encoded:  # which gives its own pixels away
            picture = pygame.Surface(self.size, pygame.SRCALPHA)
            picture.get_buffer().write(pixels, 0)
            encode_when_drawn(picture)
        else:  # the bytes are its pixels: fresh memory for them once more would take as long as unpacking them
            picture = pygame.image.frombuffer(pixels, self.size, "BGRA" if sys.byteorder == "little" else "ARGB")
        tell_shape(picture, self.shape)
        return picture, self.offset


def encode_when_drawn(picture: pygame.Surface) -> None:
    """Run-length encoded from its first blit on: half the memory, half the time to draw."""
    picture.set_alpha(255, pygame.RLEACCEL)


class FrameStore:
    """Frames under the budget of all pictures. Threads may share it."""

    comes_again = True

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.bytes = 0
        self._frames: dict[Hashable, _Kept] = {}
        self.screens = 0  # that were shown before this one
        self.unseen = 0  # bytes of pictures that are not encoded yet
        self._raw: deque[pygame.Surface] = deque()  # to be encoded and not shown yet
        self._lock = threading.Lock()
        memory.join(self)

    def get(self, key: Hashable) -> Frame | None:
        """The picture; None where there is none, or only a packed one."""
        kept = self._frames.get(key)
        if kept is None or kept.frame is None:
            return None
        kept.used, kept.is_ahead = self.memory.use(), False
        return kept.frame

    def has(self, key: Hashable) -> bool:
        """Whether it need not be drawn anew."""
        return key in self._frames

    def is_open(self, key: Hashable) -> bool:
        """Whether it can be shown at once."""
        return (kept := self._frames.get(key)) is not None and kept.frame is not None

    def use(self, key: Hashable, is_ahead: bool = False) -> bool:
        """It is needed on this screen, or `is_ahead` on one to come; False where it has to be drawn."""
        with self._lock:
            if (kept := self._frames.get(key)) is None:
                return False
            kept.used = max(kept.used, self.memory.use_ahead() if is_ahead else self.memory.use())
            kept.is_ahead = is_ahead
            return True

    def next_screen(self) -> None:
        """Another screen is shown: what was made ahead since the last one came is its own, or ahead of it as well. Else
        it would be the first to go of all that screens left behind, just before it is needed."""
        self.screens += 1
        with self._lock:
            for kept in self._frames.values():
                if kept.is_ahead:
                    kept.used, kept.is_ahead = self.memory.use_ahead(), False

    @property
    def is_behind(self) -> bool:
        """More was made than the loop has encoded: whoever makes more waits a little."""
        return self.unseen > MOST_UNSEEN

    def put(self, key: Hashable, frame: Frame, is_encoded: bool = False) -> None:
        """Keeps a picture that is shown now; `is_encoded` when it is encoded once it is shown."""
        weight = _weight(frame[0], is_encoded)
        with self._lock:
            kept = self._frames.setdefault(key, _Kept(0))
            kept.used, kept.is_ahead = self.memory.use(), False
            if kept.frame is not None:
                return
            kept.frame, kept.weight = frame, weight
            self.bytes += weight
            if is_encoded:
                self._raw.append(frame[0])
                self.unseen += pixel_bytes(frame[0])
        self.memory.make_room()

    def pack(self, key: Hashable, frame: Frame, is_encoded: bool = False, is_ahead: bool = False) -> None:
        """Keeps a frame that nobody shows yet; `is_ahead` for a screen to come."""
        packed = PackedFrame.of(frame, is_encoded)
        with self._lock:
            if key in self._frames:
                return
            used = self.memory.use_ahead() if is_ahead else self.memory.use()
            self._frames[key] = _Kept(used, packed=packed, is_ahead=is_ahead)
            self.bytes += len(packed.pixels)
        self.memory.make_room()

    def unpack(self, key: Hashable, stays_packed: bool = False) -> Frame | None:
        """The picture of a packed frame, which is shown now; None where there is none. `stays_packed` for one that is
        folded again."""
        kept = self._frames.get(key)
        packed = kept.packed if kept else None
        if kept is None or packed is None:
            return None
        self.put(key, packed.unpacked(), packed.is_encoded)
        with self._lock:
            if not stays_packed and kept.packed is not None and self._frames.get(key) is kept:
                kept.packed = None
                self.bytes -= len(packed.pixels)
        return self.get(key)

    def fold(self, key: Hashable) -> None:
        """Its picture goes, where it is packed as well."""
        with self._lock:
            kept = self._frames.get(key)
            if kept is not None and kept.packed is not None:
                self.bytes -= kept.weight
                kept.frame, kept.weight = None, 0

    def is_over(self, keys: Iterable[Hashable]) -> None:
        """These are not shown again on this screen: they go as if it were gone, once somebody asks for room."""
        with self._lock:
            for key in keys:
                if kept := self._frames.get(key):
                    kept.used = GONE

    # ---------------------------------------------------------------- as a keeper
    def oldest(self) -> int | None:
        with self._lock:
            return min((kept.used for kept in self._frames.values()), default=None)

    def let_go(self) -> None:
        with self._lock:
            if self._frames:
                key = min(self._frames, key=lambda key: self._frames[key].used)
                self.bytes -= self._frames.pop(key).bytes

    def clear(self) -> None:
        """Lets go of everything."""
        with self._lock:
            self._frames.clear()
            self._raw.clear()
            self.bytes = self.unseen = 0

    def encode_one(self, window: pygame.Surface) -> None:
        """SDL encodes a picture at its first blit, for the surface it goes to, and only then frees its pixels: so the
        clear corner of one more is drawn into the window, which changes nothing there. For the loop's own thread."""
        with self._lock:  # a sum that loses a count would leave the baker waiting for ever
            if not self._raw:
                return
            picture = self._raw.popleft()
            self.unseen -= pixel_bytes(picture)
        w, h = picture.get_size()
        if not picture.get_at((w - 1, h - 1)).a:
            window.blit(picture, (1 - w, 1 - h))


def _weight(picture: pygame.Surface, is_encoded: bool) -> int:
    """Bytes a picture takes; one that is encoded when it is shown takes only what is not clear."""
    if not is_encoded:
        return pixel_bytes(picture)
    return pygame.mask.from_surface(picture, 0).count() * 4 + picture.get_height() * 8
