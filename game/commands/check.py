"""Reads level files and names every problem with file, line and column; writes the schemas for editors."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path

from game.cli import Refusal
from game.data.levels.crosschecks import Known
from game.data.levels.fields import Record
from game.data.levels.problems import Problem


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="level files or folders; the shipped ones")
    parser.add_argument("--schema", type=Path, metavar="DIR", help="writes the JSON Schemas for editors into DIR")


def run(args: argparse.Namespace) -> int:
    """0 without problems, 1 with; every problem is one line on stdout, the count stands on stderr."""
    if args.schema is not None:
        return _write_schemas(args.schema)
    count, problems = check(args.paths)
    for problem in problems:
        print(problem)
    files = "1 file" if count == 1 else f"{count} files"
    found = "1 problem" if len(problems) == 1 else f"{len(problems) or 'no'} problems"
    print(f"{files} read, {found}", file=sys.stderr)
    return 1 if problems else 0


def _write_schemas(folder: Path) -> int:
    from game.data.levels.json_schema import write_schemas

    try:
        for path in write_schemas(folder):
            print(path)
    except OSError as error:
        raise Refusal(f"{folder} cannot be written: {error.strerror or error}", 3) from error
    return 0


def check(paths: Sequence[Path]) -> tuple[int, tuple[Problem, ...]]:
    """How many files were read, and every problem in them. Raises Refusal for a path that is not there."""
    from game.data.files.resources import resource
    from game.data.levels.levels import read_folder
    from game.data.texts.asset_names import shipped_names

    for path in paths:
        if not (path.is_file() or path.is_dir()):
            raise Refusal(f"{path} is no file or folder; name level files, or none for the shipped ones")
    known = shipped_names()
    whole: list[Traversable] = [path for path in paths if _is_levels(path)] if paths else [_near(resource("levels"))]
    folders = [read_folder(folder, known) for folder in whole]
    loose = _files(path for path in paths if not _is_levels(path))
    problems = [problem for files in folders for file in files for problem in file.findings.problems]
    problems += _loose(loose, known)
    return sum(map(len, folders)) + len(loose), tuple(problems)


def _is_levels(path: Path) -> bool:
    """A folder of levels, complete in itself; else its files are read beside the shipped ones."""
    return (path / "exercises").is_dir() and (path / "programmes").is_dir()


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


def _loose(files: Sequence[Path], known: Known) -> list[Problem]:
    """The problems of files that are read beside the shipped levels and may name their exercises."""
    from game.data.files.resources import resource
    from game.data.levels import crosschecks
    from game.data.levels.forms import EXERCISE, PROGRAMME
    from game.data.levels.levels import level_files, read_level

    read = [(form, read_level(file, form)) for file in files for form in [_form(file)]]
    exercises = {file.name.removesuffix(".yaml") for file in level_files(resource("levels"), "exercises")}
    exercises |= {file.values["id"] for form, file in read if form is EXERCISE and file.values}
    for path, (form, file) in zip(files, read):
        if path.parent.name in ("exercises", "programmes"):
            crosschecks.check_name(file.root, file.values, file.stem, file.findings)
        if form is EXERCISE:
            crosschecks.check_exercise(file.root, file.values, file.findings, known)
            crosschecks.check_others(file.root, file.values, file.findings, exercises)
        elif form is PROGRAMME:
            crosschecks.check_programme(file.root, file.values, file.findings, exercises)
        else:
            crosschecks.check_rules(file.root, file.values, file.findings)
    return [problem for _, file in read for problem in file.findings.problems]


def _form(file: Path) -> Record:
    """What a file is, by its folder or name, else by its own fields; an exercise when nothing tells."""
    from game.data.levels.forms import FORMS
    from game.data.levels.levels import read_bytes
    from game.data.levels.problems import Findings
    from game.data.levels.yaml_tree import Table, tree

    by_place = {"exercises": "exercise", "programmes": "programme"}.get(file.parent.name)
    if by_place or file.stem == "rules":
        return FORMS[by_place or "rules"]
    unread = Findings(file.name)
    root = tree(read_bytes(file, unread) or b"", unread)
    if isinstance(root, Table) and root.get("ages") is not None:
        return FORMS["rules"]
    is_programme = isinstance(root, Table) and root.get("exercises") is not None and root.get("dose") is None
    return FORMS["programme" if is_programme else "exercise"]
