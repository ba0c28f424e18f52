"""The core's tests in a process of their own: all of them, to learn what each runs, or those a changed line needs."""

from __future__ import annotations

import hashlib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest

from tests.mutation.changes import Change

# Beside the core's own tests and examples: what the rules' numbers look like from outside.
TESTS = ("tests/core", "tests/commands/test_simulate.py", "tests/commands/test_simulate_rules.py")
BEGUN = "BEGUN"  # before the name of a test that begins
LONGEST, TIMES_LONGER = 5, 8  # seconds of the processor for a test, and times its own; what never ends was noticed


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one file, named from the project's root."""

    file: Path
    change: Change

    @property
    def module(self) -> str:
        return ".".join(self.file.with_suffix("").parts)

    def is_own(self, test: str) -> bool:
        """Whether a test is named like the file, or is an example in it."""
        return Path(test.split("::")[0]).name in (f"test_{self.file.stem}.py", self.file.name)

    @property
    def name(self) -> str:
        """The same as long as its own line is."""
        c = self.change
        return f"{self.file.as_posix()}  {c.before!r} -> {c.after!r}  {c.text}"

    def __str__(self) -> str:
        return f"{self.file.as_posix()}:{self.change.line}{self.name.removeprefix(self.file.as_posix())}"


@dataclass(frozen=True, slots=True)
class Ran:
    """The tests by their ids: how many seconds each takes, and by file and line the places of those that run it."""

    seconds: Mapping[str, float]
    by_line: Mapping[str, Mapping[str, Sequence[int]]] = field(default_factory=dict)

    def needed(self, mutant: Mutant) -> list[str]:
        """Those that run a changed line, its own file's first, then the short ones. Of what is done at the import, its
        own and those that run anything of the file. All, where no such lines are known."""
        everything = list(self.seconds)
        rows = self.by_line.get(mutant.file.as_posix(), {})
        if mutant.change.lines:
            found = {n for line in mutant.change.lines for n in rows.get(str(line), ())}
        else:
            found = {n for row in rows.values() if len(row) < len(everything) for n in row}
            found |= {
                n for n, test in enumerate(everything) if found and mutant.is_own(test)
            }  # it may read a table alone
        is_known = bool(rows) and bool(found or mutant.change.lines)
        needed = [everything[n] for n in found] if is_known else everything

        def order(test: str) -> tuple[bool, bool, str, float]:
            seconds = self.seconds[test]
            return not mutant.is_own(test), seconds > 1, test.split("::")[0], seconds

        return sorted(needed, key=order)


class _Loader(importlib.abc.SourceLoader, importlib.abc.MetaPathFinder):  # type: ignore[misc]  # so typeshed has them
    """Gives one module another source."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self.mutant.module:
            return None
        return importlib.util.spec_from_file_location(name, self.mutant.file.absolute(), loader=self)

    def get_filename(self, fullname: str) -> str:
        return str(self.mutant.file.absolute())

    def get_data(self, path: str | bytes) -> bytes:
        return self.mutant.change.source.encode()


class _Chosen:
    """Runs the needed tests in their order, and any the change itself has made, each for a limited time."""

    def __init__(self, ran: Ran, needed: Sequence[str], changed: _Loader) -> None:
        self.ran, self.changed = ran, changed
        self.places = {test: place for place, test in enumerate(needed)}
        self.out = os.dup(1)  # pytest keeps for itself what a test prints

    def pytest_configure(self) -> None:
        sys.meta_path.insert(0, self.changed)  # before pytest's own, which reads a file with examples from the disk

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        known = self.ran.seconds
        items[:] = [i for i in items if i.nodeid in self.places or i.nodeid not in known]
        items.sort(key=lambda i: self.places.get(i.nodeid, len(self.places)))

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        os.write(self.out, f"\n{BEGUN} {item.nodeid}\n".encode())
        # The system ends it: no handler in Python is asked from 3.13 on in a child that was forked by another thread.
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, LONGEST + TIMES_LONGER * self.ran.seconds.get(item.nodeid, 0))
        try:
            return (yield)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)


class _Watched:
    """Notes of each test its seconds and the lines it runs."""

    def __init__(self, switch: Callable[[str], object]) -> None:
        self.switch = switch
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.switch(item.nodeid)
        began = time.process_time()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = time.process_time() - began
            self.switch("")


def _in_child(work: Callable[[], int]) -> tuple[int, str]:
    """What `work` returned in a process of its own, and what it printed."""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as out:
        sys.stdout.flush()
        child = os.fork()
        if not child:
            code = 99
            try:
                os.dup2(out.fileno(), 1)
                os.dup2(out.fileno(), 2)
                sys.path.insert(0, str(Path.cwd()))
                code = work()
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(code)
        _, status = os.waitpid(child, 0)
        out.seek(0)
        return os.waitstatus_to_exitcode(status), out.read()


def _pytest(plugin: object, files: Sequence[str]) -> int:
    options = ["-x", "-q", "-rfE", "--tb=line", "--no-header", "--doctest-modules", "-p", "no:cacheprovider"]
    return int(pytest.main([*options, "--rootdir", str(Path.cwd()), *files], plugins=[plugin]))


def noticed_by(mutant: Mutant, ran: Ran) -> str:
    """The first test that fails with the change; "" when none does. RuntimeError when the tests could not run."""
    needed = ran.needed(mutant)
    own = [test for test in needed if mutant.is_own(test)]
    # Most changes are noticed by the file's own tests, and to read all the others takes longer than to run those.
    return _failing(mutant, ran, own) or _failing(mutant, ran, needed[len(own) :])


def _failing(mutant: Mutant, ran: Ran, needed: Sequence[str]) -> str:
    if not needed:
        return ""
    files = dict.fromkeys(test.split("::")[0] for test in needed)

    code, said = _in_child(lambda: _pytest(_Chosen(ran, needed, _Loader(mutant)), list(files)))
    if code == 0:
        return ""
    if code == -signal.SIGPROF and (begun := re.findall(rf"^{BEGUN} (\S+)", said, re.MULTILINE)):
        return str(begun[-1])  # it never ended
    told = re.search(r"^(?:FAILED|ERROR) (\S+)", said, re.MULTILINE)
    if told is None or code not in (1, 2):  # nothing of the change: the tests themselves did not run
        raise RuntimeError(f"{mutant}: exit code {code}\n{said[-2000:]}")
    return told[1]


def all_tests(core: Path, with_lines: bool) -> Ran:
    """One run of all tests with nothing changed; RuntimeError when one fails. With its lines it is kept beside the
    project (`.coverage.mutation`), by what stands in the game's files and the tests', since it takes minutes."""
    files = [*TESTS, core.as_posix()] if core.is_dir() else [*TESTS]
    files = [f for f in files if Path(f).exists()]
    kept, sources = Path(".coverage.mutation"), hashlib.sha256()
    for file in sorted(f for folder in ("game", "tests", "levels") for f in Path(folder).rglob("*")):
        if file.suffix in (".py", ".yaml") and "mutation" not in file.parts:
            sources.update(file.read_bytes())
    if with_lines and kept.exists():
        key, *found = json.loads(kept.read_text("utf-8"))
        if key == sources.hexdigest():
            return Ran(*found)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "found.json")
        code, said = _in_child(lambda: _watch(core, files, file, with_lines))
        if code:
            raise RuntimeError(f"with nothing changed the tests do not pass, exit code {code}\n{said[-2000:]}")
        found = json.loads(file.read_text("utf-8"))
    if with_lines:
        kept.write_text(json.dumps((sources.hexdigest(), *found)), "utf-8")
    return Ran(*found)


def _watch(core: Path, files: Sequence[str], found: Path, with_lines: bool) -> int:
    by_line: dict[str, dict[int, list[int]]] = {}
    if not with_lines:
        watched = _Watched(lambda test: None)
        code = _pytest(watched, files)
    else:
        from coverage import Coverage  # only here: no other run of the tests needs it

        os.environ["COVERAGE_CORE"] = "ctrace"  # the newer one knows no contexts
        coverage = Coverage(data_file=None, config_file=False, source=[str(core)])
        coverage.start()
        watched = _Watched(coverage.switch_context)
        code = _pytest(watched, files)
        coverage.stop()
        data, numbers = coverage.get_data(), {test: n for n, test in enumerate(watched.seconds)}
        for file in data.measured_files():
            by_line[Path(file).relative_to(Path.cwd()).as_posix()] = {
                line: [*numbers.values()] if "" in tests else [numbers[t] for t in tests]  # "": as tests are collected
                for line, tests in data.contexts_by_lineno(file).items()
            }
    found.write_text(json.dumps((watched.seconds, by_line)), "utf-8")
    return code
