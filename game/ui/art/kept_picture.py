"""A still picture of the window's size: made once, beside the loop where it is foreseen.

It is kept on disk as raw pixels, because making one takes far longer than reading it.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
from pathlib import Path

import pygame

from game.ui.beside import Beside
from game.ui.blit_only import makes
from game.ui.malloc_tuning import give_back_gaps
from game.ui.memory import Memory, pixel_bytes

CACHE_LIMIT = 160 * 2**20  # bytes on disk, some twenty full-screen pictures at 1080p
AT_ONCE = 4  # pictures of its size while one is made: itself, a layer of it before and after its conversion, its shadow
log = logging.getLogger(__name__)


class NotWanted(Exception):
    """The picture is not wanted any more."""


class KeptPicture:
    """A subclass gives `flat` and `drawn_from`. `cache` is a folder for flattened pictures, None for none; `memory` the
    budget it is kept under, by default one of its own."""

    def __init__(self, name: str, cache: Path | None, memory: Memory | None = None) -> None:
        self.name, self._cache, self._memory = name, cache, memory or Memory()
        self._stills: dict[tuple[int, int], pygame.Surface] = {}
        self._used = 0
        self._painter = Beside()
        self._is_closed = False

    def flat(self, size: tuple[int, int]) -> pygame.Surface:
        """The picture, made anew; `stop_if_closed` between its steps."""
        raise NotImplementedError

    def drawn_from(self) -> str:
        """Everything the picture depends on but its size, as text."""
        raise NotImplementedError

    @property
    def shown_name(self) -> str:
        """What its file on disk begins with."""
        return self.name

    def still(self, size: tuple[int, int]) -> pygame.Surface:
        """The whole as one opaque picture; the last two sizes are kept."""
        self._used = self._memory.use_ahead() if self._painter.is_here else self._memory.use()
        if (kept := self._stills.get(size)) is not None:
            return kept
        makes(self.name)
        self._painter.wait()  # begun earlier, so waiting is shorter than beginning anew
        if (kept := self._stills.get(size)) is not None:
            return kept
        picture = self._read(size)
        if picture is None:
            with self._memory.in_hand(AT_ONCE * 4 * size[0] * size[1]):
                picture = self.flat(size)
            self._write(size, picture)
        others = [(other, still) for other, still in self._stills.items() if other != size]
        self._stills = dict([*others[-1:], (size, picture)])  # another thread may be looking at the old ones
        self._memory.make_room()
        return picture

    def is_made(self, size: tuple[int, int]) -> bool:
        """Whether nobody waits for it any more."""
        return size in self._stills

    # ---------------------------------------------------------------- memory
    @property
    def bytes(self) -> int:
        return sum(map(pixel_bytes, tuple(self._stills.values())))

    def oldest(self) -> int | None:
        return self._used if self._stills else None

    def let_go(self) -> None:
        self._stills = {}

    def still_behind(self, size: tuple[int, int]) -> None:
        """Makes the still picture beside the loop, for a screen that is likely to follow."""
        if size not in self._stills:
            self._painter.begin(lambda: self._paint(size), f"paint {self.name}")

    def close(self) -> None:
        """Ends what is made beside the loop, at the next step."""
        self._is_closed = True
        self._painter.wait()

    def stop_if_closed(self) -> None:
        """Between two steps of `flat`: what is made beside the loop ends here once the picture is closed."""
        if self._is_closed and self._painter.is_here:
            raise NotWanted

    def _paint(self, size: tuple[int, int]) -> None:
        with contextlib.suppress(NotWanted), self._memory.large_work:
            self.still(size)
        give_back_gaps()

    # ---------------------------------------------------------------- the disk
    def _file(self, size: tuple[int, int]) -> Path | None:
        if self._cache is None:
            return None
        print_ = hashlib.sha256(f"{self.drawn_from()} {pygame.version.ver}".encode()).hexdigest()[:12]
        return self._cache / f"{self.shown_name}-{size[0]}x{size[1]}-{print_}.rgb"

    def _read(self, size: tuple[int, int]) -> pygame.Surface | None:
        """The picture kept on disk; anything odd about the file means none."""
        file = self._file(size)
        try:
            data = file.read_bytes() if file else b""
        except OSError:
            return None
        if len(data) != size[0] * size[1] * 3:
            return None
        return pygame.image.frombuffer(data, size, "RGB").convert()

    def _write(self, size: tuple[int, int], picture: pygame.Surface) -> None:
        """Keeps the picture; a full or read-only disk only costs time at the next start."""
        file = self._file(size)
        if file is None or self._cache is None:
            return
        try:
            self._cache.mkdir(parents=True, exist_ok=True)
            fresh = file.with_suffix(".new")
            fresh.write_bytes(pygame.image.tobytes(picture, "RGB"))
            fresh.replace(file)
            _thin(self._cache)
        except OSError as error:
            log.info("picture not kept on disk: %s", error)


def _thin(folder: Path) -> None:
    """The oldest pictures go until the folder is within its limit."""
    files = sorted(folder.glob("*.rgb"), key=lambda f: f.stat().st_mtime)
    total = sum(f.stat().st_size for f in files)
    for file in files[:-1]:
        if total <= CACHE_LIMIT:
            break
        total -= file.stat().st_size
        file.unlink(missing_ok=True)
