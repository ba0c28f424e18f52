"""The diary's file is replaced, removed or written into by another program while a family plays, then the game is killed:
everything acknowledged is in the file the next start opens."""

from __future__ import annotations

import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from game.core.events import Held
from game.data.copies.rejoin import rejoin
from game.data.journal import file_copies
from game.data.journal.journal import Journal, JournalError
from tests.data.family import START, tell
from tests.faults.figures import Figures

DAYS = 5  # told before anybody else touches the file
AFTER = 3  # acknowledgements waited for between the other program and the kill
MOST = 12
Way = Callable[[Path, random.Random], None]


class Careless(Journal):
    """The control: it writes on into whatever it has open."""

    def keep_place(self, most: int | None = None) -> None:
        pass


def run(rounds: int = 240, seed: int = 1) -> Figures:
    """So many families, each with its file taken away once, in every way in turn."""
    chance = random.Random(seed)
    did = {"families": 0, "acknowledged": 0, "told after it": 0}
    wrong = {"lost": 0, "not opened": 0}
    for number in range(rounds):
        told, after, lost = one(WAYS[number % len(WAYS)], chance, Journal)
        did["families"] += 1
        did["acknowledged"] += told
        did["told after it"] += after
        wrong["lost"] += max(0, lost)
        wrong["not opened"] += lost < 0
    control = sum(abs(one(way, chance, Careless)[2]) for way in WAYS)
    return Figures(
        "diaries replaced while they were open", did, wrong, {"lost by a careless one": control},
        {"families": rounds, "acknowledged": rounds * AFTER, "told after it": rounds * AFTER},
    )  # fmt: skip


def one(way: Way, chance: random.Random, kind: type[Journal]) -> tuple[int, int, int]:
    """How many facts were acknowledged, how many of them after the file was taken away, and how many the next start
    does not find; -1 when it finds no diary."""
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "data" / "journal.sqlite"
        journal = Journal.open(path)
        tell(journal, DAYS)
        journal.close()
        shutil.copyfile(path, path.parent.with_name("older.sqlite"))
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(read)
            try:
                _play(kind, path, write)
            finally:
                os._exit(1)
        os.close(write)
        with os.fdopen(read, "rb") as pipe:
            said = [pipe.readline() for _ in range(chance.randint(1, MOST))]
            time.sleep(chance.uniform(0, 0.01))
            way(path, chance)
            # What is in the pipe by now may have been told before.
            os.set_blocking(pipe.fileno(), False)
            said += pipe.readlines()
            os.set_blocking(pipe.fileno(), True)
            more = [line for _ in range(AFTER) if (line := pipe.readline())]
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            more += pipe.readlines()
        told = {line.decode().strip() for line in (*said, *more) if line.endswith(b"\n")}
        try:
            journal = Journal.open(path)
        except JournalError as error:
            if kind is Journal:
                print(f"{way.__name__}: {error}")
            return len(told), len(more), -1
        rejoin(journal, path.parent)
        there = {row.id for row in journal.rows()}
        journal.close()
        return len(told), len(more), len(told - there)


def _play(kind: type[Journal], path: Path, pipe: int) -> None:
    journal = kind.open(path)
    for number in range(100_000):
        at, id_ = START + timedelta(minutes=number), f"round-{number}"
        journal.append((Held(),), child="anna", at=at, day=at.date(), offset=0, ids=(id_,))
        os.write(pipe, f"{id_}\n".encode())


# ---------------------------------------------------------------- what other programs do
def _older(path: Path, chance: random.Random) -> None:
    path.parent.with_name("older.sqlite").replace(path)


def _newer(path: Path, chance: random.Random) -> None:
    """What another computer of this family told meanwhile."""
    other = Journal.open(path.parent.with_name("older.sqlite"))
    tell(other, 3, "leo", "Leo")
    other.close()
    _older(path, chance)


def _another_family_s(path: Path, chance: random.Random) -> None:
    other = Journal.open(path.parent.with_name("other.sqlite"))
    tell(other, 3, "eve", "Eve")
    other.close()
    path.parent.with_name("other.sqlite").replace(path)


def _removed(path: Path, chance: random.Random) -> None:
    path.unlink()


def _empty(path: Path, chance: random.Random) -> None:
    draft = path.parent.with_name("draft")
    draft.write_bytes(b"")
    draft.replace(path)


def _rubbish(path: Path, chance: random.Random) -> None:
    draft = path.parent.with_name("draft")
    draft.write_bytes(chance.randbytes(9000))
    draft.replace(path)


def _folder_renamed(path: Path, chance: random.Random) -> None:
    path.parent.rename(path.parent.with_name("moved"))


def _folder_put_back(path: Path, chance: random.Random) -> None:
    """An older folder in the folder's place, as a backup program brings one back."""
    path.parent.rename(path.parent.with_name("moved"))
    path.parent.mkdir(exist_ok=True)  # the game may have made it again by now
    _older(path, chance)


def _older_written_into_it(path: Path, chance: random.Random) -> None:
    """As `cat OLD > FILE` does, and a client that keeps the file and changes its words; in pieces, so a commit may come
    between two of them."""
    said = path.parent.with_name("older.sqlite").read_bytes()
    with path.open("r+b", buffering=0) as file:
        if chance.random() < 0.5:
            file.truncate()
        for start in range(0, len(said), 4096):
            file.write(said[start : start + 4096])


def _cut(path: Path, chance: random.Random) -> None:
    os.truncate(path, chance.choice((0, 100, 4096, 8192, 12_000)))


def _spoiled(path: Path, chance: random.Random) -> None:
    """Some of its bytes, at the length it has."""
    with path.open("r+b", buffering=0) as file:
        file.seek(chance.randrange(max(1, path.stat().st_size - 1000)))
        file.write(chance.randbytes(1000))


def _way_back_removed(path: Path, chance: random.Random) -> None:
    """A client that takes empty files for rubbish."""
    file_copies.hot(path).unlink(missing_ok=True)


def _way_back_replaced(path: Path, chance: random.Random) -> None:
    draft = path.parent.with_name("draft")
    draft.write_bytes(chance.randbytes(chance.choice((0, 2000))))
    draft.replace(file_copies.hot(path))


WAYS: tuple[Way, ...] = (
    _way_back_removed, _way_back_replaced,
    _older_written_into_it, _cut, _spoiled,
    _older, _newer, _another_family_s, _removed, _empty, _rubbish, _folder_renamed, _folder_put_back,
)  # fmt: skip
