"""Pages for the family's printer: for the owner alone, in a folder of their own, and gone again in two minutes.

The folder stands among the documents, because a browser that is shut up in a box of its own sees neither the system's
temporary folder nor hidden ones beside the documents. What a killed game leaves there is removed at the next start.
"""

from __future__ import annotations

import contextlib
import logging
import stat
from collections.abc import Callable
from pathlib import Path

from game.data.files import documents

FOLDER = ".barefoot-trail-print"
SHOWN_FOR = 120.0  # seconds: a slow browser has read it by then, and prints from its own memory
log = logging.getLogger(__name__)


class PrintTray:
    """What is being shown for printing. `seconds` is a clock that only runs forward."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._until: float | None = None

    def put(self, name: str, content: str | bytes) -> Path:
        """The page as a file nobody else can read; OSError when it cannot be written."""
        folder = documents.documents() / FOLDER
        folder.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        if not stat.S_ISDIR(folder.lstat().st_mode):
            raise NotADirectoryError(str(folder))  # somebody's link: it would lead the page elsewhere
        folder.chmod(0o700)
        self._until = self._seconds() + SHOWN_FOR
        return documents.write(folder / name, content, is_lasting=False)

    def tidy(self) -> None:
        """Asked every frame: what was shown long enough is taken away."""
        if self._until is not None and self._seconds() >= self._until:
            self.empty()

    def empty(self) -> None:
        """Nothing of ours is left."""
        self._until = None
        folder = documents.documents() / FOLDER
        try:
            if not stat.S_ISDIR(folder.lstat().st_mode):
                return
            for page in folder.iterdir():
                page.unlink()
            folder.rmdir()
        except FileNotFoundError:
            pass
        except OSError as error:
            log.warning("a page that was printed is still there: %s", error)
