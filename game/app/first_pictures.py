"""The first picture of a start, as an earlier start drew it.

Who is playing looks the same on most days, and drawing it from its pieces takes a third of a start. So the first one is
kept as pixels under all it is drawn from, and shown at the next start that would draw the same. What is drawn takes its
place as soon as it is there: a file that is gone, damaged or of another program costs that moment and nothing else.
"""

from __future__ import annotations

import hashlib
import logging
import zlib
from contextlib import suppress
from pathlib import Path

import pygame

from game import __version__
from game.ui.beside import Beside

NAME = "first-picture-{w}x{h}-{of}.rgb"  # `game.data.files.our_files` knows it: there are a family's names in it
MOST = 4  # files: a morning's and an evening's, and those of a day on which something is different
SUM = 4  # bytes at a file's end
log = logging.getLogger(__name__)


class FirstPictures:
    """Those in `folder`; None keeps none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._hand = Beside()

    def show(self, looks: str, window: pygame.Surface) -> bool:
        """The picture drawn from what `looks` says, in the window; False where there is none one could rely on."""
        file = self._file(looks, window)
        if file is None:
            return False
        try:
            data = file.read_bytes() if file.is_file() else b""  # nor a pipe, which nobody may ever write into
        except OSError:
            return False
        w, h = window.get_size()
        pixels = memoryview(data)[: w * h * 3]
        if len(data) != w * h * 3 + SUM or data[-SUM:] != _sum(pixels):
            return False
        window.blit(pygame.image.frombuffer(pixels, (w, h), "RGB"), (0, 0))
        return True

    def keep(self, looks: str, window: pygame.Surface) -> None:
        """What is in the window now, unless there is such a one; written beside the loop."""
        file = self._file(looks, window)
        if file is not None and not file.exists():
            pixels = pygame.image.tobytes(window, "RGB")
            self._hand.begin(lambda: self._write(file, pixels), "keep first picture")

    def forget(self) -> None:
        """None is kept from here on, nor written any more; those that are there go with the family's other files, see
        `game.data.copies.erase`."""
        self._folder = None
        self.close()

    def close(self) -> None:
        """Waits for the one that is being written."""
        self._hand.wait()

    def _file(self, looks: str, window: pygame.Surface) -> Path | None:
        if self._folder is None:
            return None
        of = hashlib.sha256(f"{__version__} {pygame.version.ver} {looks}".encode("utf-8", "surrogatepass"))
        w, h = window.get_size()
        return self._folder / NAME.format(w=w, h=h, of=of.hexdigest()[:16])

    def _write(self, file: Path, pixels: bytes) -> None:
        """Whole or not at all; a full or read-only disk only costs time at the next start."""
        fresh = file.with_suffix(".rgb.new")
        try:
            fresh.write_bytes(pixels + _sum(pixels))
            fresh.chmod(0o600)
            fresh.replace(file)
            for old in _kept(file.parent)[:-MOST]:
                old.unlink(missing_ok=True)
        except OSError as error:
            log.info("the first picture is not kept: %s", error)
            with suppress(OSError):
                fresh.unlink(missing_ok=True)


def _kept(folder: Path) -> list[Path]:
    """Those that are there, the oldest first."""
    found = []
    for file in folder.glob(NAME.format(w="*", h="*", of="*") + "*"):
        with suppress(FileNotFoundError):
            found.append((file.stat().st_mtime_ns, file))
    return [file for _, file in sorted(found)]


def _sum(pixels: bytes | memoryview) -> bytes:
    return zlib.crc32(pixels).to_bytes(SUM, "big")
