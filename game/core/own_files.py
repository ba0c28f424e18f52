"""What a family's own folder of levels holds, file by file, as a grown-up is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from game.core.content import Catalogue, Exercise, Programme
from game.frozen import dataclass


class OwnKind(StrEnum):
    """What a file of the folder is."""

    EXERCISE = "exercise"
    PROGRAMME = "programme"
    OTHER = "other"  # the folder itself, or a file that is not read there


class OwnState(StrEnum):
    """What becomes of a file."""

    IN_PLAY = "in_play"  # read, and to be had
    REPLACED = "replaced"  # read; something it names is not there, and something else is shown
    WRONG = "wrong"  # left out until it is put right


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake of a file: `place` is its name with line and column, `where` the field ("" for the whole), `message`
    what is told of it, in English and (a `Told`) by what it is made of."""

    place: str
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class OwnFile:
    """One file. `id` is that of its exercise or programme, its stem where it is wrong; `problems` are lines as `check`
    writes them, in English, the first of them in line `line` (0: none), and `mistakes` the same for any language.
    `is_ours`: the form wrote it, and nobody changed it since.
    """

    kind: OwnKind
    id: str
    path: str
    state: OwnState
    problems: tuple[str, ...] = ()
    line: int = 0
    is_ours: bool = False
    mistakes: tuple[Mistake, ...] = ()

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.replace("\\", "/").rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class OwnRead:
    """What was read of the levels and the folder: the `catalogue` of both, `files` of the folder, and how many
    `problems` were left out. `exercises` and `programmes` are remembered of files that were good once."""

    catalogue: Catalogue
    files: tuple[OwnFile, ...] = ()
    problems: int = 0
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    programmes: Mapping[str, Programme] = field(default_factory=dict)
