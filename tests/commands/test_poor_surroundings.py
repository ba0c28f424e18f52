"""Commands where the computer offers little: no UTF-8, no home, nowhere to write, nobody at a terminal."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import pytest

from game.cli import COMMANDS, main
from game.commands.terminal import visible
from game.data.journal.file_copies import look
from game.data.journal.journal import Journal
from tests.data.family import tell

ROOT = Path(__file__).resolve().parent.parent.parent
SIMULATE = (
    "simulate",
    "--programme",
    "children",
    "--age",
    "5-6",
    "--start",
    "2026-01-05",
    "--days",
    "3",
    "--family",
    "perfect",
)
NICKNAME = "Ёжик 🦔"
# Python's own wish for UTF-8 is switched off, and every text file opened without saying how is an error.
OLD = ("-X", "utf8=0", "-X", "warn_default_encoding", "-W", "error::EncodingWarning")
POOR = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
needs_posix = pytest.mark.skipif(os.name == "nt", reason="these places are only there on POSIX")


def run(*words: str | Path, options: tuple[str, ...] = (), **surroundings: str) -> subprocess.CompletedProcess[str]:
    """The command as its own program, without a terminal and with hardly any environment."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    quiet = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, *options, "-m", "game", *map(str, words)], env=kept | quiet | surroundings, cwd=ROOT,
        stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="replace", timeout=120, check=False,
    )  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A family whose child has a name the C locale knows nothing of, in a folder of such a name."""
    data = tmp_path / "семья"
    journal = Journal.open(data / "journal.sqlite")
    tell(journal, 5, nickname=NICKNAME)
    journal.close()
    return data


@needs_posix
def test_every_command_works_without_a_utf_8_locale(data: Path, tmp_path: Path) -> None:
    def call(folder: Path, *words: str | Path) -> None:
        done = run("--data-dir", folder, *words, options=OLD, HOME=str(tmp_path), **POOR)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr and "EncodingWarning" not in done.stderr

    call(data, "export", tmp_path / "всё.jsonl")
    call(tmp_path / "там", "import", tmp_path / "всё.jsonl")
    call(tmp_path / "там", "backup", tmp_path / "копия.sqlite")
    call(tmp_path / "там", "restore", tmp_path / "копия.sqlite")
    call(tmp_path / "там", "doctor")
    call(data, "check")
    first = json.loads((tmp_path / "всё.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert NICKNAME in first["body"] or NICKNAME in json.loads(first["body"]).values()
    journal = Journal.open(tmp_path / "там" / "journal.sqlite")
    assert next(iter(journal.events())).fact.nickname == NICKNAME  # type: ignore[union-attr]
    journal.close()


@needs_posix
@pytest.mark.parametrize("home", ["/dev/null", "/proc"])
def test_a_home_that_cannot_be_written_is_one_line_and_code_3(data: Path, tmp_path: Path, home: str) -> None:
    assert run("--data-dir", data, "export", tmp_path / "all.jsonl").returncode == 0
    done = run("import", tmp_path / "all.jsonl", HOME=home)
    assert done.returncode == 3 and done.stderr.startswith("barefoot-trail: ") and done.stderr.count("\n") == 1
    assert home in done.stderr


@needs_posix
def test_without_a_home_the_accounts_own_is_used_and_nothing_fails(tmp_path: Path) -> None:
    done = run("backup", options=("-X", "utf8=1"), XDG_DATA_HOME=str(tmp_path))
    assert done.returncode == 2 and "no diary" in done.stderr and done.stderr.count("\n") == 1


@needs_posix
def test_the_doctor_names_a_folder_that_is_none(tmp_path: Path) -> None:
    done = run("--data-dir", "/dev/null/family", "doctor", HOME=str(tmp_path))
    assert done.returncode == 1 and "!!  /dev/null/family cannot be written" in done.stdout


# Everything is imported first: the other account may not even read the program.
AS_SOMEBODY_ELSE = """
import encodings.utf_8_sig, locale, os, sys
import game.commands.import_
from game.cli import main, parser
parser().parse_args(["check"])
os.setgroups([]), os.setgid(65534), os.setuid(65534)
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(
    getattr(os, "geteuid", int)() != 0 or os.name == "nt", reason="only an administrator can be another"
)
def test_somebody_elses_folder_is_one_line_and_code_3(data: Path, tmp_path: Path) -> None:
    """As another account, for whom the family's folder is read only; an administrator may write anywhere."""
    assert run("--data-dir", data, "export", tmp_path / "all.jsonl").returncode == 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "family"
        shutil.copytree(data, folder)
        shutil.copy(tmp_path / "all.jsonl", place)
        for path in (Path(place), folder, folder / "journal.sqlite", Path(place) / "all.jsonl"):
            path.chmod(0o555 if path.is_dir() else 0o444)
        done = subprocess.run(
            [sys.executable, "-c", AS_SOMEBODY_ELSE, "--data-dir", folder, "import", f"{place}/all.jsonl"],
            cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False,
        )  # fmt: skip
        assert look(folder / "journal.sqlite").events == 16
        folder.chmod(0o755)
    assert done.returncode == 3 and done.stderr.count("\n") == 1 and "journal.sqlite" in done.stderr


# ---------------------------------------------------------------- terminals that cannot write every letter
def said(encoding: str, *words: str | Path) -> tuple[int, str, str]:
    """A command in this process, its output going to files of that encoding, as `> file` under PYTHONIOENCODING."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding=encoding, write_through=True) for _ in range(2)]
    with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
        try:
            code = main([*map(str, words)])
        except SystemExit as stop:  # how argparse refuses
            code = int(stop.code or 0)
    out, err = (stream.buffer.getvalue().decode(encoding) for stream in streams)  # type: ignore[attr-defined]
    return code, out, err


# It reads like a picture, colours the terminal, rings, and looks like two lines.
SLY = "photos\u202egpj.exe \x1b[31m\x07\x9b1m\u2066\u200f\nok  all is well"
NAMES = ["日本 🐻", pytest.param(b"br\xfccke", marks=needs_posix), pytest.param(SLY, marks=needs_posix)]


@pytest.fixture(params=NAMES, ids=["bear", "no UTF-8", "sly"])
def odd(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A family in a folder whose name few encodings have, or that is no text at all."""
    place = tmp_path / os.fsdecode(request.param)
    try:
        place.mkdir()
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such name")
    journal = Journal.open(place / "family" / "journal.sqlite")
    tell(journal, 5, nickname=NICKNAME)
    journal.close()
    return place


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp932", "utf-8"])
def test_every_command_writes_every_name_whatever_the_terminal_can(odd: Path, encoding: str) -> None:
    """What is told: the exit code that is right, and no trace of an encoding; figures and names stay to be read."""
    data, into = ("--data-dir", odd / "family"), odd / f"into {encoding}"
    right = {
        "export": (0, (*data, "export", odd / f"all {encoding}.jsonl")),
        "import": (0, ("--data-dir", into, "import", odd / f"all {encoding}.jsonl")),
        "backup": (0, (*data, "backup", odd / f"copy {encoding}.sqlite")),
        "restore": (0, ("--data-dir", into, "restore", odd / f"copy {encoding}.sqlite")),
        "check": (1, ("check", odd)),
        "simulate": (0, (*SIMULATE, "--into", odd / f"made up {encoding}")),
        "no such diary": (2, ("--data-dir", odd / "none", "backup")),
        "no such level": (2, ("check", odd / "none.yaml")),
        "no such import": (2, (*data, "import", odd / "none.jsonl")),
        "usage": (2, (*data, "export", odd / "a", odd / "b")),
    }
    (odd / "level.yaml").write_text("id: 1\n", encoding="utf-8")
    for name, (code, words) in right.items():
        got, out, err = said(encoding, *words)
        assert got == code, (name, out, err)
        assert "codec" not in out + err and "Traceback" not in err, name
        assert acting(out + err) == [], name
        assert "\nok " not in out + err, name
        if name in ("backup", "no such diary", "no such level", "no such import"):
            seen = visible(odd.name)
            assert seen.encode(encoding, "backslashreplace").decode(encoding) in out + err, name


def acting(text: str) -> list[str]:
    """Whatever acts on a terminal but the ends of lines."""
    return [c for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp")]


@needs_posix
@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_whatever_is_refused_nothing_typed_acts_on_the_terminal(tmp_path: Path, command: str) -> None:
    """Every command with words it cannot take: what it says of them is seen, on one line of its own."""
    for words in ((SLY, SLY, SLY), ("--size", SLY)):
        done = run(command, *words, HOME=str(tmp_path))
        assert acting(done.stdout + done.stderr) == [] and "\nok " not in done.stdout + done.stderr, words


@needs_posix
def test_the_trace_and_the_log_of_a_name_do_not_act_on_the_terminal(tmp_path: Path) -> None:
    (tmp_path / SLY).write_text("no folder")
    done = run("--debug", "--data-dir", tmp_path / SLY, "doctor", HOME=str(tmp_path))
    assert visible(SLY) in done.stdout and acting(done.stdout + done.stderr) == []


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp932"])
def test_the_doctor_writes_its_report_into_a_file_of_any_encoding(odd: Path, encoding: str) -> None:
    done = run("--data-dir", odd / "family", "doctor", PYTHONIOENCODING=encoding, HOME=str(odd))
    assert done.returncode == 0 and "codec" not in done.stderr and "events, whole" in done.stdout
    assert acting(done.stdout) == [] and "\nok  all" not in done.stdout
