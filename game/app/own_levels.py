"""A family's own folder of levels while the game runs: looked at, read anew, written to.

What the children play changes only here, between two pages of a grown-up: never in the middle of a session.
"""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from game.core.content import Exercise
from game.core.own_files import OwnFile, OwnKind, OwnRead, OwnState
from game.data.levels.level_files import EXERCISES, signature
from game.data.levels.own_folder import NotOurs, bring_back, is_remembered, put_aside, remember, write_exercise

if TYPE_CHECKING:
    from game.app.family_files import DiskTask
    from game.app.game import Game

NEWS = 3  # remarks of one look at the folder
log = logging.getLogger(__name__)


class OwnLevels:
    """See `game.scenes.screen.outside.OwnContent`. `folder` is None where nothing of a family's is kept."""

    def __init__(
        self, game: Game, folder: Path | None, read: OwnRead, beside: ThreadPoolExecutor,
        task: Callable[[Callable[[], str], Callable[[], None] | None], DiskTask],
    ) -> None:  # fmt: skip
        self._game, self._folder, self._beside, self._task = game, folder, beside, task
        self._read = read
        self._seen = signature(folder)
        self._aside: tuple[Path, str] | None = None  # what was taken out last, and its id

    def begin(self) -> None:
        """What came since the last run is told; of mistakes the start tells by itself."""
        if self._read.files:
            self._tell(self._new())

    # ---------------------------------------------------------------- what is there
    @property
    def is_kept(self) -> bool:
        return self._folder is not None

    @property
    def files(self) -> tuple[OwnFile, ...]:
        return self._read.files

    def folder(self) -> str:
        return str(self._folder or "")

    @property
    def last_removed(self) -> str:
        return self._aside[1] if self._aside else ""

    def pictures(self) -> tuple[Exercise, ...]:
        theirs = {file.id for file in self.files}
        return tuple(e for id_, e in self._game.as_read.catalogue.exercises.items() if id_ not in theirs)

    def written(self, exercise: str) -> Exercise | None:
        """As its file says it: the catalogue's own, which may be shown with something else."""
        return self._game.as_read.catalogue.exercises.get(exercise)

    def taken(self) -> frozenset[str]:
        known = {*self._game.context.catalogue.exercises, *self._read.exercises}
        return frozenset(known | {file.name.rpartition(".")[0] for file in self._read.files})

    # ---------------------------------------------------------------- looking again
    def refresh(self) -> bool:
        if self._folder is None:
            return False
        seen = signature(self._folder)
        if seen == self._seen:
            return False
        before, self._seen = set(self._read.files), seen
        self._read = self._game.read_levels_anew()
        wrong = [file for file in self.files if file.state is OwnState.WRONG and file not in before]
        self._tell([*self._new(), *(f"own_wrong {file.line} {file.name}" for file in wrong)])
        return True

    def _new(self) -> list[str]:
        """What the folder has now that was not there before; a copy of all that is good is kept in mind."""
        assert self._folder is not None
        good = [file for file in self.files if file.state is not OwnState.WRONG and file.kind is not OwnKind.OTHER]
        fresh = [file for file in good if not file.is_ours and not is_remembered(self._folder, Path(file.path))]
        self._beside.submit(remember, self._folder, [Path(file.path) for file in good])
        return [f"own_new {self._called(file)}" for file in fresh]

    def _tell(self, news: list[str]) -> None:
        """In the rail; a folder of a hundred new files is told of by its first."""
        remarks = self._game.context.remarks
        remarks += [remark for remark in news[:NEWS] if remark not in remarks]

    def _called(self, file: OwnFile) -> str:
        catalogue = self._game.as_read.catalogue
        named = catalogue.exercises if file.kind is OwnKind.EXERCISE else catalogue.programmes
        return named[file.id].title if file.id in named else file.name

    # ---------------------------------------------------------------- the form's deeds
    def write(self, exercise: Exercise) -> DiskTask:
        before = self.written(exercise.id)

        def work() -> str:
            assert self._folder is not None
            return str(write_exercise(self._folder, exercise, before))

        return self._task(self._in_words(work), self._look)

    def put_aside(self, exercise: str) -> DiskTask:
        file = next(Path(f.path) for f in self.files if f.kind is OwnKind.EXERCISE and f.id == exercise)

        def work() -> str:
            assert self._folder is not None
            self._aside = put_aside(self._folder, file), exercise
            return str(self._aside[0])

        return self._task(self._in_words(work), self._look)

    def bring_back(self) -> DiskTask:
        def work() -> str:
            assert self._folder is not None and self._aside is not None
            file = bring_back(self._folder, *self._aside)
            self._aside = None
            return str(file)

        return self._task(self._in_words(work), self._look)

    def _look(self) -> None:
        self.refresh()

    def _in_words(self, work: Callable[[], str]) -> Callable[[], str]:
        """Why the folder took nothing, for a family."""
        words, folder = self._game.context.texts, self.folder()

        def done() -> str:
            try:
                return work()
            except NotOurs as error:
                raise OSError(errno.EEXIST, words("own_not_ours")) from error
            except OSError as error:
                log.warning("own levels: %s", error)
                is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
                raise OSError(error.errno, words("own_full" if is_full else "own_no_place", folder=folder)) from error

        return done

    def place(self) -> str:
        """The folder for exercises, made if need be, to be shown by the computer."""
        assert self._folder is not None
        (self._folder / EXERCISES).mkdir(parents=True, exist_ok=True)
        return str(self._folder / EXERCISES)
