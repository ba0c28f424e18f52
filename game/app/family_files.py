"""What scenes may ask of the disk on a grown-up's press: done beside the loop, and refused in a family's own words."""

from __future__ import annotations

import errno
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.own_levels import OwnLevels
from game.core.own_files import OwnRead
from game.data.copies.backup import all_copies, back_up, newest_backup
from game.data.files import documents
from game.data.files.paths import BACKUPS
from game.data.files.print_tray import PrintTray
from game.data.journal.errors import UnseenJournal, UnwritableJournal
from game.data.journal.file_copies import DiaryCheck, look
from game.data.journal.journal import JournalError
from game.data.journal.moved_file import Moved
from game.data.journal.rows import JournalRow
from game.data.journal.writer import PATIENCE
from game.scenes.screen.file_names import file_name

if TYPE_CHECKING:
    from game.app.game import Game

log = logging.getLogger(__name__)


class DiskTask:
    """See `game.scenes.screen.outside.BackgroundTask`. A quick disk has done it when this returns, unless there is more
    to it than the disk's work (`patience` 0); `after` is done in the loop's own thread, when the result is asked
    for."""

    def __init__(
        self, future: Future[str], after: Callable[[], None] | None = None, *, patience: float = PATIENCE
    ) -> None:  # fmt: skip
        self._future, self._after = future, after
        if patience:
            wait((future,), timeout=patience)

    @property
    def is_done(self) -> bool:
        return self._future.done()

    def result(self) -> str:
        said = self._future.result()
        if self._after:
            self._after()
        return said


class FamilyFiles:
    """What scenes may ask of the disk; see `game.scenes.screen.outside.Files`. `seconds` is a clock that only runs
    forward."""

    def __init__(self, game: Game, seconds: Callable[[], float], own: Path | None, read: OwnRead) -> None:
        """`own` is the family's folder of levels, `read` what was read of it."""
        self._game = game
        self._beside = ThreadPoolExecutor(1, "files")  # not the pen's: it may be stuck at a disk that hangs
        self.own = OwnLevels(
            game, own, read, self._beside, lambda work, after: DiskTask(self._beside.submit(work), after)
        )
        self._tray = PrintTray(seconds)
        self._kept_also: Future[str] | None = None  # a copy on its way to the second place, whose refusal is told
        if game.data is not None:
            self._tray.empty()  # a game that was killed had no time to

    def close(self) -> None:
        """Nothing more is begun, and nothing shown for printing stays."""
        self._tray.empty()
        self._beside.shutdown(wait=False)

    def folder(self) -> str:
        return str(self._game.data or "")

    def last_copy(self) -> datetime | None:
        return newest_backup(self._game.data, self._game.now()) if self._game.data else None

    def look_after(self) -> bool:
        self._game.keeper.begin()
        return self._game.keeper.trouble is None

    def mishap(self) -> Moved | None:
        told = self._game.journal.moved
        if not told:
            return None
        first = told.popleft()
        self._game.keeper.forget()
        if first.new:  # another computer's words, or ones from before: the family is what all of them tell
            self._game.fold_anew()
        return first

    def back_up(self) -> DiskTask:
        game, now = self._game, self._game.now()

        def copy() -> str:
            return str(back_up(game.journal, game.data, now)) if game.data else ""

        return self._deed(copy, self.keep_also_by_itself)

    def places(self) -> DiskTask:
        """Where copies may be kept as well, a line each. Looked for beside the loop: a dead stick takes its time."""
        from game.data.copies import second_place

        return DiskTask(self._beside.submit(lambda: "\n".join(str(place) for place in second_place.offered())))

    def keep_also(self) -> DiskTask:
        return DiskTask(self._beside.submit(self._keep_also))

    def keep_also_by_itself(self) -> None:
        """The newest copy goes to the second place beside play; what is refused there is told to grown-ups."""
        if self._game.data and self._game.context.settings.copy_place:
            self._kept_also = self._beside.submit(self._keep_also)

    def _keep_also(self) -> str:
        game = self._game
        place = game.context.settings.copy_place
        if not (game.data and place):
            return ""
        from game.data.copies import second_place

        with self._in_words(place):
            kept = second_place.keep_also(game.data, Path(place), game.context.today)
        return str(kept or "")

    def copies(self) -> tuple[tuple[str, datetime], ...]:
        return tuple((copy.path.name, copy.made) for copy in all_copies(self._game.data)) if self._game.data else ()

    def look(self, copy: str) -> DiaryCheck:
        return look(self._copy(copy))

    def bring_back(self, copy: str) -> DiskTask:
        def bring() -> str:
            kept = self._game.bring_back(self._copy(copy))
            return kept.name if kept else ""

        return self._deed(bring, self._game.fold_anew)

    def _copy(self, name: str) -> Path:
        assert self._game.data
        return self._game.data / BACKUPS / name

    def export(self) -> DiskTask:
        """The whole diary, what is only in memory too."""
        return DiskTask(self._beside.submit(self._worded(self._export)))

    def _export(self) -> str:
        rows = {row.id: row for row in self._game.journal.rows()}
        for event in self._game.pen.kept_in_memory():
            rows.setdefault(event.id, JournalRow.of(event))
        return self._save_rows("file_diary", rows.values(), documents.at_home())

    def save_unsaved(self) -> DiskTask:
        """What the disk refused, to be imported later: on a stick that is plugged in, else among the documents."""
        rows = [JournalRow.of(event) for event in self._game.pen.kept_in_memory()]
        return DiskTask(self._beside.submit(self._save_rows, "file_not_saved", rows, documents.away()))

    def _save_rows(self, kind: str, rows: Iterable[JournalRow], folders: Iterable[Path]) -> str:
        from game.data.journal import transfer

        ctx = self._game.context
        return self._save(file_name(ctx, ctx.texts(kind), "jsonl"), "".join(transfer.lines(rows)), folders)

    def erase(self, child: str) -> DiskTask:
        def forget() -> str:
            self._game.forget(child)
            return self._forget_also()

        return self._deed(forget, self._game.fold_anew)

    def _forget_also(self) -> str:
        """The second place holds no erased child either; where it cannot be reached, that is told."""
        from game.data.copies import second_place

        place = self._game.context.settings.copy_place
        try:
            if place:
                second_place.forget(Path(place))
        except OSError as error:
            log.warning("copies in %s are not erased: %s", place, error)
            self._game.context.remarks.append("erased_not_there")
        return ""

    def _deed(self, task: Callable[[], str], after: Callable[[], None] | None = None) -> DiskTask:
        """Done after what was told so far."""
        return DiskTask(self._game.pen.then(self._worded(task)), after)

    def _worded(self, task: Callable[[], str]) -> Callable[[], str]:
        """Scenes know nothing of journals: one that refuses is an OSError to them, in words for a family."""
        words = self._game.context.texts

        def done() -> str:
            try:
                return task()
            except JournalError as error:
                log.warning("%s", error)
                if isinstance(error, UnseenJournal) and error.path:
                    raise OSError(words("deed_unseen", file=error.path.name)) from error
                is_full = isinstance(error, UnwritableJournal) and error.is_full
                raise OSError(words("file_full" if is_full else "deed_refused")) from error

        return done

    def save_file(self, name: str, content: str | bytes) -> str:
        """Into the family's documents, else on a stick; an existing file of that name is kept. Not waited for: it is
        written in the loop, and a program shows it at once."""
        return self._save(name, content, documents.at_home(), is_lasting=False)

    def save_files(self, make: Callable[[], Mapping[str, bytes]], *, on_stick: bool = False) -> DiskTask:
        def save() -> str:
            files = make()
            folders = list(documents.sticks()) if on_stick else list(documents.at_home())
            if on_stick and not folders:
                raise OSError(errno.ENODEV, self._game.context.texts("file_no_stick"))
            with self._in_words(next(iter(files))):
                return str(documents.save_all(files, folders)[0])

        return DiskTask(self._beside.submit(save), patience=0)

    def show(self, name: str, content: str | bytes) -> None:
        """For printing, with the computer's own program; two minutes later nothing of it is left."""
        with self._in_words(name):
            path = self._tray.put(name, content)
        try:
            self.open(str(path))
        except OSError as error:
            self._tray.empty()
            log.warning("no program shows %s: %s", name, error)
            raise OSError(error.errno, self._game.context.texts("file_no_program")) from error

    def print_out(self, name: str, make: Callable[[], bytes], *, keeps: bool) -> DiskTask:
        made: list[bytes] = []

        def work() -> str:
            made.append(make())
            return self._save(name, made[0], documents.at_home()) if keeps else ""

        return DiskTask(self._beside.submit(work), None if keeps else lambda: self.show(name, made[0]), patience=0)

    def tidy(self) -> None:
        self._tray.tidy()
        kept = self._kept_also
        if kept is not None and kept.done():
            self._kept_also = None
            if kept.exception() and "second_place" not in self._game.context.remarks:
                self._game.context.remarks.append("second_place")

    def _save(
        self, name: str, content: str | bytes, folders: Iterable[Path], *, is_lasting: bool = True
    ) -> str:  # fmt: skip
        with self._in_words(name):
            return str(documents.save(name, content, folders, is_lasting=is_lasting))

    @contextmanager
    def _in_words(self, name: str) -> Iterator[None]:
        """Why a file could not be written, for a family."""
        words = self._game.context.texts
        try:
            yield
        except OSError as error:
            is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            log.warning("%s not saved: %s", name, error)
            raise OSError(error.errno, words("file_full" if is_full else "file_refused")) from error

    def open(self, path: str) -> None:
        """With the computer's own program, never through a shell."""
        if sys.platform == "win32":
            os.startfile(path)  # noqa: S606
            return
        subprocess.Popen(["open" if sys.platform == "darwin" else "xdg-open", path], stderr=subprocess.DEVNULL)
