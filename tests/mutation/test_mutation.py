"""The tool itself: on a project of two functions and their tests, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutation.__main__ import ROOT, all_mutants, argued, sample
from tests.mutation.changes import changes
from tests.mutation.runs import Mutant, Ran

MOST = "def most(a: int, b: int) -> int:\n    return a if a > b else b\n"
OLD = "\n\ndef is_old(years: int) -> bool:\n    return years >= 18\n"
TESTS = """from game.core.small import is_old, most

def test_most():
    assert most(1, 2) == most(2, 1) == 2

def test_old():
    assert is_old(18) and not is_old(17)
"""


def project(folder: Path, source: str, tests: str = TESTS) -> Path:
    core, own = folder / "game" / "core", folder / "tests" / "core"
    core.mkdir(parents=True)
    own.mkdir(parents=True)
    for package in (core.parent, core):
        (package / "__init__.py").write_text("")
    (core / "small.py").write_text(source)
    (own / "test_small.py").write_text(tests)
    return folder


def run(root: Path, *more: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "tests.mutation", "--whole", "--root", str(root), *more]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True)


def test_a_change_the_tests_see_is_noticed_and_one_nobody_can_see_is_not(tmp_path: Path):
    done = run(project(tmp_path, MOST + OLD))
    assert done.returncode == 1, done.stderr  # three of four are less than nine of ten
    assert "noticed 3 of 4, 75.0%" in done.stdout
    assert "SURVIVED  game/core/small.py:2  '>' -> '>='  return a if a >= b else b" in done.stdout
    for number in ("'>=' -> '>'  return years > 18", "'18' -> '19'  return years >= 19"):
        assert f"noticed  game/core/small.py:6  {number}  tests/core/test_small.py::test_old" in done.stdout


def test_a_change_of_a_file_with_examples_is_noticed_by_them_and_by_its_tests(tmp_path: Path):
    doubled = 'def doubled(n: int) -> int:\n    """Twice.\n\n    >>> doubled(2)\n    4\n    """\n    return n * 2\n'
    tests = "from game.core.small import doubled\n\ndef test_doubled():\n    assert doubled(3) == 6\n"
    done = run(project(tmp_path, doubled, tests))
    assert done.returncode == 0 and "noticed 2 of 2, 100.0%" in done.stdout
    assert "'2' -> '3'  return n * 3  game/core/small.py::game.core.small.doubled" in done.stdout
    assert "'*' -> '+'  return n + 2  tests/core/test_small.py::test_doubled" in done.stdout, "2 + 2 is 2 * 2"


def test_a_change_that_never_ends_is_noticed(tmp_path: Path):
    loop = "def down(n: int) -> int:\n    while n > 0:\n        n = n - 1\n    return n\n"
    tests = "from game.core.small import down\n\ndef test_down():\n    assert down(3) == 0\n"
    change = next(c for c in changes(loop) if c.before == "-")
    assert "n + 1" in change.source
    done = run(project(tmp_path, loop, tests), "--like", "n + 1")
    assert "noticed  game/core/small.py:3  '-' -> '+'  n = n + 1  tests/core/test_small.py::test_down" in done.stdout


@pytest.mark.parametrize(
    "tests", [TESTS + "\n\ndef test_wrong():\n    assert most(1, 2) == 1\n", "import nothing_of_it\n"]
)
def test_tests_that_fail_with_nothing_changed_are_an_error_and_no_figure(tmp_path: Path, tests: str):
    done = run(project(tmp_path, MOST + OLD, tests))
    assert done.returncode == 1 and "with nothing changed the tests do not pass" in done.stderr
    assert "noticed" not in done.stdout


def test_only_tests_that_run_a_line_are_needed_its_own_files_first_then_the_short_ones():
    change = next(c for c in changes(MOST) if c.before == ">")
    ran = Ran(
        {"tests/test_a.py::slow": 9, "tests/test_a.py::quick": 0.1, "tests/test_b.py::no": 0.1, "tests/test_small.py::own": 2},
        {"game/core/small.py": {"2": [0, 3, 1]}},
    )  # fmt: skip
    mutant = Mutant(Path("game/core/small.py"), change)
    assert ran.needed(mutant) == ["tests/test_small.py::own", "tests/test_a.py::quick", "tests/test_a.py::slow"]


def test_what_is_done_at_the_import_needs_its_own_tests_and_those_that_run_anything_of_the_file_or_all():
    change = next(iter(changes("DAYS = 7\n" + MOST)))
    mutant, seconds = Mutant(Path("game/core/small.py"), change), {"tests/test_a.py::one": 1, "tests/test_b.py::two": 1}
    known = Ran(seconds, {"game/core/small.py": {"1": [0, 1], "2": [0, 1], "3": [1]}})
    assert known.needed(mutant) == ["tests/test_b.py::two"]
    reads = Ran({**seconds, "tests/test_small.py::days": 1}, {"game/core/small.py": {"1": [0, 1, 2], "3": [1]}})
    assert reads.needed(mutant) == ["tests/test_small.py::days", "tests/test_b.py::two"], "it may read a table alone"
    for none in ({"game/core/small.py": {"1": [0, 1], "3": []}}, {}):
        assert len(Ran(seconds, none).needed(mutant)) == 2


def test_a_line_no_test_runs_needs_none():
    mutant = Mutant(Path("game/core/small.py"), next(c for c in changes(MOST) if c.before == ">"))
    assert Ran({"tests/test_a.py::one": 1}, {"game/core/small.py": {"1": [0], "2": []}}).needed(mutant) == []


def test_a_condition_over_several_lines_runs_on_each_of_them():
    source = "def f(a, b):\n    if (\n        a > 1\n        and b\n    ):\n        return 3\n    return 4\n"
    lines = {c.before: list(c.lines) for c in changes(source)}
    assert lines["and"] == lines[">"] == [2, 3, 4, 5]
    assert (lines["3"], lines["4"]) == ([6], [7])


def test_what_no_test_can_tell_is_no_change():
    for source in (
        "def f(a: int | None) -> None:\n    assert a is not None and a > 1\n",
        "Fact = int | str\n",
        "def f(a, b):\n    return dict(zip(a, b, strict=True))\n",
        "if TYPE_CHECKING:\n    A = 1\n",
        "@dataclass(frozen=True, slots=True)\nclass A:\n    b: int\n",
    ):
        assert list(changes(source)) == []


def test_another_line_elsewhere_leaves_the_sample_as_it_was():
    many = "".join(f"def f{n}(a):\n    return a > {n}\n" for n in range(40))
    file = Path("game/core/small.py")
    before = sample([Mutant(file, c) for c in changes(many)], 20, seed=1)
    after = sample([Mutant(file, c) for c in changes("X = 1\n" + many)], 20, seed=1)
    assert len({m.name for m in before} & {m.name for m in after}) >= 19
    other = sample([Mutant(file, c) for c in changes(many)], 20, seed=2)
    assert before != other


def test_every_argued_change_can_still_be_made(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    names = {m.name for m in all_mutants(Path("game", "core"))}
    assert [name for name in argued() if name not in names] == []
