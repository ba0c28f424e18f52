"""Killed in the middle of a copy, of bringing one back, of a new layout: old or new, whole, never between."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from game.data.copies import backup, restore
from game.data.journal import migrations
from game.data.journal.file_copies import look
from game.data.journal.journal import Journal, JournalError
from tests.data.family import tell_at_once
from tests.faults.figures import Figures

NOW = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
MOST_TRIES = 10  # for each kill
OLD, NEW = 250, 400  # days in the copy and in the diary


def run(kills: int = 200, seed: int = 1) -> Figures:
    """So many kills in each of the three, and in each of them done carelessly."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as home:
        old, new = family(Path(home) / "old", OLD), family(Path(home) / "new", NEW)
        copies, bad_copies = kill_often(kills, chance, Path(home), new, _back_up, _bad_copies)
        back, bad_back = kill_often(kills, chance, Path(home), new, lambda data: _restore(old, data), _not_one_of_two)
        layouts, bad_layouts = kill_often(kills, chance, Path(home), new, _migrate, _between_layouts)
        few = max(60, kills // 4)  # so that chance alone never makes a careless act look careful
        _, bad_copy = kill_often(few, chance, Path(home), new, _copy_carelessly, _bad_copies)
        _, bad_return = kill_often(few, chance, Path(home), new, lambda d: _return_carelessly(old, d), _not_one_of_two)
        _, bad_layout = kill_often(few, chance, Path(home), new, _migrate_carelessly, _between_layouts)
    return Figures(
        "kills in a copy, a return, a new layout",
        {"copies cut short": copies, "returns cut short": back, "new layouts cut short": layouts},
        {"bad copies": bad_copies, "bad returns": bad_back, "bad layouts": bad_layouts},
        {"bad careless copies": bad_copy, "returns": bad_return, "layouts": bad_layout},
        {"copies cut short": kills, "returns cut short": kills, "new layouts cut short": kills},
    )  # fmt: skip


def family(folder: Path, days: int) -> Path:
    """A family's diary in a folder of its own, closed."""
    journal = Journal.open(folder / "journal.sqlite")
    tell_at_once(journal, days)
    journal.close()
    return folder / "journal.sqlite"


def kill_often(
    kills: int, chance: random.Random, home: Path, diary: Path, act: Callable[[Path], None],
    bad: Callable[[Path], int],
) -> tuple[int, int]:  # fmt: skip
    """How many acts were cut short, and how often something bad was found after one; an act that was quicker than its
    kill is looked at too and does not count."""
    data = fresh(home, diary)
    whole = timed(act, data)
    cut_short = wrong = 0
    for _ in range(kills * MOST_TRIES):
        if cut_short == kills:
            break
        data = fresh(home, diary)
        cut_short += killed(act, data, chance.uniform(0, whole))
        wrong += bad(data)
    return cut_short, wrong


def fresh(home: Path, diary: Path) -> Path:
    data = home / "data"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir()
    shutil.copyfile(diary, data / "journal.sqlite")
    return data


def timed(act: Callable[[Path], None], data: Path) -> float:
    started = time.perf_counter()
    killed(act, data, 60.0)
    return time.perf_counter() - started


def killed(act: Callable[[Path], None], data: Path, after: float) -> bool:
    """Acts in a process of its own, killed after so many seconds; whether that cut it short."""
    child = os.fork()
    if child == 0:
        try:
            act(data)
            os._exit(0)
        finally:
            os._exit(1)
    until = time.perf_counter() + after
    while time.perf_counter() < until:
        gone, status = os.waitpid(child, os.WNOHANG)
        if gone:
            assert status == 0, f"{act} failed by itself"
            return False
        time.sleep(0.0002)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


# ---------------------------------------------------------------- what is done
def _back_up(data: Path) -> None:
    journal = Journal.open(data / "journal.sqlite")
    for _ in range(3):
        backup.back_up(journal, data, NOW)
    journal.close()


def _restore(copy: Path, data: Path) -> None:
    restore.restore(copy, data, NOW)


def _migrate(data: Path) -> None:
    Journal.open(data / "journal.sqlite", steps=(one_more_table,)).close()


def one_more_table(db: sqlite3.Connection) -> None:
    """A layout to come: a table filled from every event."""
    db.execute("CREATE TABLE star (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT")
    db.execute("INSERT INTO star SELECT id, body FROM event")


def _copy_carelessly(data: Path) -> None:
    (data / "backups").mkdir(exist_ok=True)
    _write_over(data / "journal.sqlite", data / "backups" / "journal-2026-11-22-190000.sqlite")


def _return_carelessly(copy: Path, data: Path) -> None:
    _write_over(copy, data / "journal.sqlite")


def _write_over(source: Path, target: Path) -> None:
    """As a file is copied: under its name from the first byte on."""
    content = source.read_bytes()
    with target.open("wb", buffering=0) as file:
        for start in range(0, len(content), 512):
            file.write(content[start : start + 512])


def _migrate_carelessly(data: Path) -> None:
    """Every statement for itself."""
    db = sqlite3.connect(data / "journal.sqlite", isolation_level=None)
    one_more_table(db)
    db.execute(f"PRAGMA user_version = {migrations.FIRST + 1}")
    db.execute(migrations.STATE, (str(migrations.FIRST + 1),))
    db.close()


# ---------------------------------------------------------------- what may be found
def _bad_copies(data: Path) -> int:
    bad = sum(not look(copy.path).is_whole for copy in backup.all_copies(data))
    return bad + _not_one_of_two(data)


def _not_one_of_two(data: Path) -> int:
    """0 when the diary opens as the old or the new one."""
    try:
        journal = Journal.open(data / "journal.sqlite")
    except JournalError:
        return 1
    count = journal.count()
    journal.close()
    return int(count not in (OLD * 3 + 1, NEW * 3 + 1))


def _between_layouts(data: Path) -> int:
    steps = (one_more_table,)
    try:
        # By plain SQLite, which plays back what was cut off.
        db = sqlite3.connect(data / "journal.sqlite", isolation_level=None)
        (tables,) = db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'star'").fetchone()
        number = migrations.version(db)
        db.close()
        if (number == migrations.newest(steps)) != bool(tables):
            return 1
        Journal.open(data / "journal.sqlite", steps=steps).close()
    except (JournalError, sqlite3.Error):
        return 1
    return sum(not look(copy.path).is_whole for copy in backup.all_copies(data))
