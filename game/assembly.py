"""Puts the parts together: the family's journal, the catalogue, art, sound and words become a context for scenes.

The only place where reading and showing meet; the app's loop and the commands ask it for a `Game`.
"""

from __future__ import annotations

import logging
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import platformdirs
import pygame

from game import __version__
from game.core.events import Event
from game.core.history import empty_family, fold
from game.core.settings import Settings
from game.data import transfer
from game.data.art import ArtLibrary
from game.data.backup import back_up, back_up_if_changed, newest_backup
from game.data.clock import local_now
from game.data.erase import erase
from game.data.gate import COST, FamilyGate
from game.data.journal import Journal, JournalError
from game.data.levels import read_shipped
from game.data.pen import JournalPen
from game.data.resources import resource
from game.data.rows import Row
from game.data.texts import Texts
from game.scenes.context import Context
from game.ui.art_room import ArtRoom
from game.ui.music import Music
from game.ui.narrator import Narrator
from game.ui.pictures import Pictures
from game.ui.sound import Sound
from game.ui.view import View

log = logging.getLogger(__name__)
Now = Callable[[], datetime]


class Game:
    """One family at play. `journal` may live in a file or in memory; `cache` keeps flattened scenery, None for none."""

    def __init__(
        self, journal: Journal, size: tuple[int, int], *, now: Now = local_now, data: Path | None = None,
        cache: Path | None = None, mute: bool = False, is_demo: bool = False, seed: int | None = None,
        language: str | None = None, gate_cost: int = COST,
    ) -> None:  # fmt: skip
        self.pen = JournalPen(journal, now, self._told)
        # A clock that can be set must not shorten the gate's waiting; one that was given is a test's or a picture's.
        seconds = time.monotonic if now is local_now else lambda: now().timestamp()
        self.journal, self.now, self.data, self.cache = journal, now, data, cache
        self.catalogue = read_shipped()
        self.library = ArtLibrary()
        family = fold(self.catalogue, empty_family(), journal.events())
        settings = Settings.of(family.settings)
        chance = random.Random(seed)
        spoken = Texts(language or settings.language, ("spoken", "story"))
        sound = Sound(resource("assets"), mute=mute)
        self.context = Context(
            catalogue=self.catalogue,
            family=family,
            texts=Texts(language or settings.language, ("parent", "screens")),
            spoken=spoken,
            pictures=Pictures(self.library, View(*size)),
            art=ArtRoom(self.library, View(*size).k, cache, settings.calm),
            sound=sound,
            narrator=Narrator(sound, spoken, language or settings.language),
            music=Music(sound),
            gate=FamilyGate(lambda: self.context.family, self.pen, seconds=seconds, cost=gate_cost),
            now=now,
            record=self.pen,
            files=FamilyFiles(self),
            shuffle=lambda row: chance.sample(row, len(row)),
            is_demo=is_demo,
            version=__version__,
        )
        self.apply_settings()

    def _told(self, events: Sequence[Event]) -> None:
        """Folds in what was just told."""
        before = self.context.settings
        self.context.family = fold(self.catalogue, self.context.family, events)
        if self.context.settings != before:
            self.apply_settings()

    def apply_settings(self) -> None:
        """Volumes and calm pictures, as last chosen."""
        settings = self.context.settings
        self.context.sound.set_volumes(settings.voice, settings.music, settings.effects)
        self.context.art.calm = settings.calm

    def resized(self, context: Context, size: tuple[int, int]) -> None:
        """Everything rasterised for another window size."""
        context.art.close()
        context.pictures = Pictures(self.library, View(*size))
        context.art = ArtRoom(self.library, View(*size).k, self.cache, context.settings.calm)

    def forget(self, child: str) -> None:
        """Nothing of this child is left: diary, copies, what is kept in memory, and the family as it is shown."""
        self.pen.forget(child)
        erase(self.journal, child, self.data)
        waiting = self.pen.kept_in_memory()
        self.context.family = fold(self.catalogue, empty_family(), (*self.journal.events(), *waiting))

    def close(self) -> None:
        """Sound off, the last try to write, a copy of what is new, diary closed. Twice is once."""
        if self.pen.is_closed:
            return
        self.context.art.close()
        self.context.sound.close()
        self.pen.close()
        if self.data is not None:
            back_up_if_changed(self.journal, self.data, self.now())
        self.journal.close()


class FamilyFiles:
    """What scenes may ask of the disk; see `game.scenes.context.Files`."""

    def __init__(self, game: Game) -> None:
        self._game = game

    def folder(self) -> str:
        return str(self._game.data or "")

    def last_copy(self) -> datetime | None:
        return newest_backup(self._game.data) if self._game.data else None

    def back_up(self) -> str:
        if self._game.data is None:
            return ""
        with _in_the_system_s_words():
            return str(back_up(self._game.journal, self._game.data, self._game.now()))

    def export(self) -> str:
        """The whole diary, what is only in memory too."""
        rows = {row.id: row for row in self._game.journal.rows()}
        for event in self._game.pen.kept_in_memory():
            rows.setdefault(event.id, Row.of(event))
        return self._save_rows("barefoot-trail-diary", rows.values())

    def save_unsaved(self) -> str:
        """What the disk refused, to be imported later."""
        rows = [Row.of(event) for event in self._game.pen.kept_in_memory()]
        return self._save_rows("barefoot-trail-not-saved", rows)

    def _save_rows(self, name: str, rows: Iterable[Row]) -> str:
        return self.save_text(f"{name}-{self._game.now():%Y-%m-%d}.jsonl", "".join(transfer.lines(rows)))

    def erase(self, child: str) -> None:
        with _in_the_system_s_words():
            self._game.forget(child)

    def save_text(self, name: str, text: str) -> str:
        """Into the family's documents; an existing file of that name is kept."""
        folder = self._game.data if self._game.context.is_demo else Path(platformdirs.user_documents_dir())
        folder = folder or Path(platformdirs.user_documents_dir())
        folder.mkdir(parents=True, exist_ok=True)
        path, n = folder / name, 2
        while path.exists():
            path, n = folder / f"{Path(name).stem}-{n}{Path(name).suffix}", n + 1
        path.write_text(text, encoding="utf-8")
        return str(path)

    def open(self, path: str) -> None:
        """With the computer's own program, never through a shell."""
        if sys.platform == "win32":
            import os

            os.startfile(path)  # noqa: S606
            return
        subprocess.Popen(["open" if sys.platform == "darwin" else "xdg-open", path], stderr=subprocess.DEVNULL)


@contextmanager
def _in_the_system_s_words() -> Iterator[None]:
    """Scenes know nothing of journals; a disk that refuses is an OSError to them."""
    try:
        yield
    except JournalError as error:
        raise OSError(str(error)) from error


def shuffled_with(seed: int) -> Callable[[Sequence[str]], list[str]]:
    """A shuffle that is the same every time, for pictures and tests."""
    chance = random.Random(seed)
    return lambda row: chance.sample(row, len(row))


def init_pygame_for_pictures() -> None:
    """A display for drawing without a window."""
    pygame.display.init()
    pygame.font.init()
    if pygame.display.get_surface() is None:
        pygame.display.set_mode((8, 8))
