"""The levels with a family's own folder, and every file of that folder as a grown-up is told of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib.resources.abc import Traversable
from pathlib import Path

from game.core.content import Exercise, Programme
from game.core.own_files import Mistake, OwnFile, OwnKind, OwnRead, OwnState
from game.data.levels.forms import EXERCISE, PROGRAMME
from game.data.levels.known import Known
from game.data.levels.level_files import EXERCISES, PROGRAMMES, REMEMBERED, level_files
from game.data.levels.levels import LevelFile, exercise_of, in_language, read_all, read_level, read_own
from game.data.levels.own_folder import is_as_written
from game.data.levels.problems import Problem
from game.data.levels.written import WrittenExercise, WrittenProgramme


def read_with_own(folder: Traversable, own: Path, language: str, names: Callable[[], Known]) -> OwnRead:
    """The levels in `folder` joined by the family's `own`; `names` says what the art offers. What a file of theirs
    names is looked for as `check` looks: where a picture or place is not there, the exercise plays and something else
    is shown. Raises ValueError when there are no rules to play by."""
    catalogue, files = read_all(folder, None, own, language)
    if catalogue is None:
        raise ValueError("\n".join(str(problem) for file in files for problem in file.findings.problems))
    theirs = {file.findings.file: file for file in files if _is_below(file, own)}
    named: dict[str, tuple[Problem, ...]] = {}
    if theirs:
        looked = read_own(own, folder, names(), catalogue.rules.work_seconds_most)
        named = {file.findings.file: tuple(file.findings.problems) for file in looked}
    problems = sum(len(file.findings.problems) for file in files)
    told = tuple(_told(file, named.get(path, ()), language) for path, file in theirs.items())
    return OwnRead(catalogue, told, problems, *remembered(own, language))


def _is_below(file: LevelFile[object], own: Path) -> bool:
    return file.findings.file == str(own) or Path(file.findings.file).is_relative_to(own)


def _told(file: LevelFile[object], named: tuple[Problem, ...], language: str) -> OwnFile:
    values, problems = file.values, tuple(file.findings.problems)
    kind = OwnKind.OTHER
    if Path(file.findings.file).suffix in (".yaml", ".yml"):
        kind = {id(EXERCISE): OwnKind.EXERCISE, id(PROGRAMME): OwnKind.PROGRAMME}.get(id(file.form), OwnKind.OTHER)
    state = OwnState.WRONG if problems or values is None else OwnState.REPLACED if named else OwnState.IN_PLAY
    shown = problems or named
    is_ours = (
        isinstance(values, WrittenExercise)
        and file.is_good
        and is_as_written(Path(file.findings.file), exercise_of(values, language))
    )
    id_ = values.id if isinstance(values, WrittenExercise | WrittenProgramme) and file.is_good else file.stem
    lines = tuple(_line(problem) for problem in shown)
    mistakes = tuple(Mistake(f"{Path(p.file).name}:{p.line}:{p.column}", p.where, p.message) for p in shown)
    return OwnFile(kind, id_, file.findings.file, state, lines, shown[0].line if shown else 0, is_ours, mistakes)


def _line(problem: Problem) -> str:
    """As `check` writes it, the file by its own name: the page says where the folder is."""
    said = str(problem)
    return said.removeprefix(problem.file.removesuffix(Path(problem.file).name))


def remembered(folder: Path | None, language: str) -> tuple[Mapping[str, Exercise], Mapping[str, Programme]]:
    """The exercises and programmes of which a copy was kept, by id; a programme without what it offered."""
    exercises, programmes = dict[str, Exercise](), dict[str, Programme]()
    if folder is None:
        return exercises, programmes
    with suppress(OSError):
        for file in level_files(folder / REMEMBERED, EXERCISES):
            about = read_level(file, EXERCISE)
            if about.values is not None and about.is_good:
                exercises[about.values.id] = exercise_of(about.values, language)
        for file in level_files(folder / REMEMBERED, PROGRAMMES):
            routine = read_level(file, PROGRAMME)
            if routine.values is not None and routine.is_good:
                title = in_language(routine.values.title, language)
                programmes[routine.values.id] = Programme(routine.values.id, (), title=title)
    return exercises, programmes
