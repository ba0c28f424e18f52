"""`python -m tests.mutation`: 200 of all small changes to the core, and whether its tests notice each.

About an hour and a half on one core; `--only core/rules/dose.py` takes all of one file's, `--list` only names them.
A change lives in the memory of one process and never on the disk, so several may run at once (`--jobs`). The tests named
like the file come first, then those that import it, then the rest of the core's. 0 when at least nine of ten were noticed.
"""

from __future__ import annotations

import argparse
import importlib.abc
import importlib.machinery
import importlib.util
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from tests.mutation.changes import Change, changes

ROOT = Path(__file__).parents[2]
MORE_TESTS = ("tests/commands/test_simulate.py",)  # what the rules' numbers look like from outside
LONGEST = 120  # seconds for one test; one that never ends has noticed
ENOUGH = 0.9  # of the sample must be noticed


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one file, named from the project's root."""

    file: Path
    change: Change

    @property
    def module(self) -> str:
        return ".".join(self.file.with_suffix("").parts)

    def __str__(self) -> str:
        c = self.change
        return f"{self.file}:{c.line}:{c.column}  {c.before!r} -> {c.after!r}  {c.text}"


class _Loader(importlib.abc.SourceLoader, importlib.abc.MetaPathFinder):
    """Gives one module another source."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self.mutant.module:
            return None
        return importlib.util.spec_from_file_location(name, ROOT / self.mutant.file, loader=self)

    def get_filename(self, fullname: str) -> str:
        return str(ROOT / self.mutant.file)

    def get_data(self, path: str | bytes) -> bytes:
        return self.mutant.change.source.encode()


def all_mutants(below: Path) -> list[Mutant]:
    """Of every file below a folder, or of one file, by name and place."""
    files = sorted(below.rglob("*.py")) if below.is_dir() else [below]
    return [Mutant(f.relative_to(ROOT), c) for f in files for c in changes(f.read_text("utf-8"))]


def nearest_first(mutant: Mutant) -> list[str]:
    """The test files, those most likely to notice first."""
    tests = [f.relative_to(ROOT) for f in sorted((ROOT / "tests" / "core").rglob("test_*.py"))]
    name = re.compile(rf"\b{re.escape(mutant.module)}\b")
    imports = {t: bool(name.search((ROOT / t).read_text("utf-8"))) for t in tests}
    folder = Path("tests", *mutant.file.parts[1:-1])
    tests.sort(key=lambda t: (t.stem != f"test_{mutant.file.stem}", not imports[t], t.parent != folder, t))
    return [str(mutant.file), *map(str, tests), *MORE_TESTS]


def noticed_by(mutant: Mutant) -> str:
    """The first test that fails with the change; "" when none does. RuntimeError when the tests could not run."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        child = os.fork()
        if not child:
            os.dup2(out.fileno(), 1)
            os.dup2(out.fileno(), 2)
            sys.meta_path.insert(0, _Loader(mutant))
            options = ["-x", "--no-header", "-p", "no:cacheprovider", f"--timeout={LONGEST}", "--rootdir", str(ROOT)]
            code = 1
            try:
                code = int(pytest.main([*options, *nearest_first(mutant)]))
            finally:
                sys.stdout.flush()
                os._exit(code)
        _, status = os.waitpid(child, 0)
        if status == 0:
            return ""
        out.seek(0)
        said = out.read()
    told = re.search(r"^(?:FAILED|ERROR) (\S+)", said, re.MULTILINE)
    if told is None:  # nothing of the change: the tests themselves did not run
        raise RuntimeError(f"{mutant}: status {status}\n{said[-2000:]}")
    return told[1]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--sample", type=int, default=200, help="how many changes (200)")
    parser.add_argument("--seed", type=int, default=1, help="which of them (1)")
    parser.add_argument("--only", type=Path, help="all of a file's or folder's, named from game/")
    parser.add_argument("--jobs", type=int, default=1, help="how many at once (1)")
    parser.add_argument("--list", action="store_true", help="name them and run nothing")
    asked = parser.parse_args()
    os.chdir(ROOT)
    mutants = all_mutants(ROOT / "game" / (asked.only or "core"))
    total = len(mutants)
    if not asked.only:
        mutants = random.Random(asked.seed).sample(mutants, min(asked.sample, total))
    print(f"{len(mutants)} of {total} changes", flush=True)
    if asked.list:
        print(*mutants, sep="\n")
        return 0
    survived: list[Mutant] = []
    with ThreadPoolExecutor(asked.jobs) as pool:
        since = time.monotonic()
        for mutant, test in zip(mutants, pool.map(noticed_by, mutants)):
            print(
                f"{time.monotonic() - since:6.0f} s  {'SURVIVED' if not test else 'noticed'}  {mutant}  {test}",
                flush=True,
            )
            if not test:
                survived.append(mutant)
    share = 1 - len(survived) / len(mutants)
    print(f"noticed {len(mutants) - len(survived)} of {len(mutants)}, {share:.1%}; not noticed:", *survived, sep="\n  ")
    return 0 if share >= ENOUGH else 1


if __name__ == "__main__":
    sys.exit(main())
