"""Reads level files and names every problem with file, line and column; writes the schemas for editors."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

from game.commands.refusal import Refusal
from game.commands.terminal import write_line
from game.core.content import Exercise
from game.data.files.paths import LANGUAGES, LEVELS, data_dir
from game.data.files.resources import resource
from game.data.levels import crosschecks
from game.data.levels.fields import Record
from game.data.levels.forms import FORMS, RULES
from game.data.levels.json_schema import write_schemas
from game.data.levels.known import Known
from game.data.levels.level_files import level_files
from game.data.levels.levels import (
    LevelFile,
    exercise_of,
    read_bytes,
    read_folder,
    read_level,
    read_own,
    work_most,
)
from game.data.levels.problems import Findings, Problem
from game.data.levels.written import WrittenExercise, WrittenProgramme, WrittenRules
from game.data.levels.yaml_tree import Table, at, tree
from game.data.texts import own_words
from game.data.texts.asset_names import shipped_names
from game.data.texts.language_check import checked_language
from game.data.texts.languages import own_language_folders
from game.data.texts.texts import SPOKEN, Texts
from game.data.texts.voices import shipped_clips
from game.frozen import dataclass
from game.ui.audio.narrator import Narrator
from game.ui.audio.sound import Sound
from game.ui.audio.system_voice import found


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="level files or folders; the shipped ones")
    parser.add_argument("--schema", type=Path, metavar="DIR", help="writes the JSON Schemas for editors into DIR")


def run(args: argparse.Namespace) -> int:
    """0 without problems, 1 with; every problem is one line on stdout. What an exercise leaves out, what is done
    instead, and the count stand on stderr."""
    if args.schema is not None:
        return _write_schemas(args.schema)

    checked = check(args.paths, data_dir(args.data_dir) / LEVELS)
    for problem in checked.problems:
        write_line(problem)
    for remark in checked.remarks:
        write_line(remark, to_err=True)
    write_line(f"{_many(checked.files, 'file')} read, {_many(len(checked.problems), 'problem')}", to_err=True)
    return 1 if checked.problems else 0


def _many(n: int, what: str) -> str:
    return f"{n or 'no'} {what}{'' if n == 1 else 's'}"


def _write_schemas(folder: Path) -> int:

    try:
        for path in write_schemas(folder):
            write_line(path)
    except OSError as error:
        raise Refusal(f"{folder} cannot be written: {error.strerror or error}", 3) from error
    return 0


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of reading: how many files, their mistakes, and what is left out of a family's own exercises."""

    files: int
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


def check(paths: Sequence[Path], own: Path | None = None) -> Checked:
    """Reads the paths, or where none is named the shipped levels and a family's `own`. Raises Refusal for a path that
    is not there."""
    for path in paths:
        if not (path.is_file() or path.is_dir()):
            raise Refusal(f"{path} is no file or folder; name level files, or none for the shipped ones")
    known = shipped_names()
    files: list[LevelFile[object]] = []
    if not paths:
        files += read_folder(_near(resource("levels")), known)
        files += read_own(own, resource("levels"), known, _work()) if own else ()
    for path in paths:
        if _is_levels(path):
            files += read_folder(path, known)
        elif _is_own(path):
            files += read_own(path, resource("levels"), known, _work())
    files += _loose(_files(path for path in paths if not _is_levels(path) and not _is_own(path)), known)
    problems = [problem for file in files for problem in file.findings.problems]
    remarks = [remark for file in files for remark in (*file.findings.remarks, *_unheard(file, known))]
    if not paths and own:
        for folder in own_language_folders(own.parent / LANGUAGES):
            wrong, missing = checked_language(folder)
            problems += wrong
            remarks += missing
    return Checked(len(files), tuple(problems), tuple(remarks))


def _unheard(file: LevelFile[object], known: Known) -> Iterator[Problem]:
    """The lines of a family's own exercise that nobody recorded, and how they will reach a child."""
    values = file.values
    if not isinstance(values, WrittenExercise) or not file.is_good or f"{values.id}_name" in known.lines:
        return
    if unrecorded := _unrecorded(exercise_of(values)):
        program = found()
        how = (
            f"this computer's own voice says them ({Path(program.path).stem})"
            if program
            else "no program of this computer speaks, so they are written on the picture"
        )
        spot = at(file.root, "words" if values.words else "title")
        line, column = (spot.line, spot.column) if spot else (1, 1)
        yield Problem(file.findings.file, line, column, "words", f"nobody recorded {', '.join(unrecorded)}: {how}")


def _unrecorded(exercise: Exercise) -> tuple[str, ...]:
    """The ends of their names: name, how, cue_1."""
    lines = _lines()
    lines.from_files = own_words.spoken((exercise,), lines)
    narrator = Narrator(Sound(resource("assets"), mute=True), lines, shipped_clips("en"))
    return tuple(id_.removeprefix(f"{exercise.id}_") for id_ in lines.from_files if not narrator.has_clip(id_))


@cache
def _lines() -> Texts:
    return Texts("en", SPOKEN)


def _is_levels(path: Path) -> bool:
    """A folder of levels, complete in itself; else its files are read beside the shipped ones."""
    return (path / "exercises").is_dir() and (path / "programmes").is_dir() and (path / "rules.yaml").exists()


def _is_own(path: Path) -> bool:
    """A family's folder, laid out as the shipped one and without the numbers of the rules."""
    return not _is_levels(path) and ((path / "exercises").is_dir() or (path / "programmes").is_dir())


def _near(folder: Traversable) -> Traversable:
    """The folder as seen from here, where that is shorter to read."""
    if isinstance(folder, Path) and folder.is_relative_to(Path.cwd()):
        return folder.relative_to(Path.cwd())
    return folder


def _files(paths: Iterable[Path]) -> list[Path]:
    """The named files, and the YAML files below the named folders; each once."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(p for p in path.rglob("*") if p.suffix in (".yaml", ".yml")) if path.is_dir() else [path]
        found |= dict.fromkeys(p for p in inside if p.is_file())
    return list(found)


def _loose(files: Sequence[Path], known: Known) -> list[LevelFile[object]]:
    """Files that are read beside the shipped levels and may name their exercises."""
    read = [read_level(file, _form(file)) for file in files]
    exercises = {file.name.removesuffix(".yaml") for file in level_files(resource("levels"), "exercises")}
    exercises |= {file.parts.id for file in read if isinstance(file.parts, WrittenExercise)}
    for path, file in zip(files, read):
        values, is_named = file.parts, path.parent.name in ("exercises", "programmes")
        if is_named and isinstance(values, WrittenExercise | WrittenProgramme):
            crosschecks.check_name(file.root, values, file.stem, file.findings)
        match values:
            case WrittenExercise():
                crosschecks.check_exercise(file.root, values, file.findings, known, _work())
                crosschecks.check_others(file.root, values, file.findings, exercises)
            case WrittenProgramme():
                crosschecks.check_programme(file.root, values, file.findings, exercises)
            case WrittenRules():
                crosschecks.check_rules(file.root, values, file.findings)
            case _:
                pass  # it is no table of fields: told already
    return read


@cache
def _work() -> int | None:
    """The longest piece of work by the shipped rules, in seconds."""
    return work_most(read_level(resource("levels") / "rules.yaml", RULES).parts)


def _form(file: Path) -> Record[object]:
    """What a file is, by its folder or name, else by its own fields; an exercise when nothing tells."""
    by_place = {"exercises": "exercise", "programmes": "programme"}.get(file.parent.name)
    if by_place or file.stem == "rules":
        return FORMS[by_place or "rules"]
    unread = Findings(file.name)
    root = tree(read_bytes(file, unread) or b"", unread)
    if isinstance(root, Table) and root.get("ages") is not None:
        return FORMS["rules"]
    is_programme = isinstance(root, Table) and root.get("exercises") is not None and root.get("dose") is None
    return FORMS["programme" if is_programme else "exercise"]
