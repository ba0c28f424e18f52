"""Several windows started at once, now and then over one that was killed: exactly one has the diary."""

from __future__ import annotations

import os
import signal
import sqlite3
import tempfile
import time
from pathlib import Path

from game.data.journal.journal import BusyJournal, Journal
from tests.faults.figures import Figures

WINDOWS = 5


def run(rounds: int = 100, seed: int = 1) -> Figures:
    """So many rounds of five windows, half of them where nobody has played yet, a quarter after an owner was killed.
    A double click on the very first day is the narrowest door: one window makes the diary while another looks for it."""
    none = several = failed = told = 0
    for number in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "journal.sqlite"
            if number % 2:
                Journal.open(path).close()
            if number % 4 == 1:
                kill_an_owner(path)
            said = answers(path)
            owners = said.count(OWNER)
            none, several = none + (owners == 0), several + (owners > 1)
            told += said.count(BUSY)
            failed += WINDOWS - owners - said.count(BUSY)
    return Figures(
        "double starts", {"rounds": rounds, "windows told to wait": told},
        {"rounds without an owner": none, "rounds with several": several, "windows that failed": failed},
        {"owners too many without the lock": control()}, {"windows told to wait": rounds * (WINDOWS - 1)},
    )  # fmt: skip


OWNER, BUSY, FAILED = b"o", b"b", b"f"


def answers(path: Path) -> bytes:
    """What each window says; an owner stays until all have answered, however slow this computer is."""
    hold, release = os.pipe()
    answer, say = os.pipe()
    children = [start(path, hold, release, say) for _ in range(WINDOWS)]
    said = b"".join(os.read(answer, 1) for _ in children)
    for end in (release, hold, answer, say):
        os.close(end)
    for child in children:
        os.waitpid(child, 0)
    return said


def start(path: Path, hold: int, release: int, say: int) -> int:
    """A window in a process of its own; its number."""
    child = os.fork()
    if child:
        return child
    os.close(release)
    code = FAILED
    try:
        held = Journal.open(path)
        code = OWNER if held.path else FAILED
    except BusyJournal:
        code = BUSY
    finally:
        os.write(say, code)
        os.read(hold, 1)
        os._exit(0)


def kill_an_owner(path: Path) -> None:
    """A window that opens the diary, begins to write, and is killed."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            journal = Journal.open(path)
            journal._db.execute("BEGIN IMMEDIATE")
            journal._db.execute("INSERT INTO about VALUES ('half', 'done')")
            os.write(write, b"x")
            time.sleep(60)
        finally:
            os._exit(1)
    os.read(read, 1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(read)
    os.close(write)


def control() -> int:
    """Plain SQLite connections: how many more than one had it at a time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.sqlite"
        Journal.open(path).close()
        held = [sqlite3.connect(path) for _ in range(WINDOWS)]
        opened = sum(db.execute("SELECT count(*) FROM event").fetchone() == (0,) for db in held)
        for db in held:
            db.close()
        return opened - 1
