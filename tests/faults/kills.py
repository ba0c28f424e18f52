"""The game is killed at any moment while a family plays: everything acknowledged is there, nothing needs repair."""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
from pathlib import Path

from game.data.journal.file_copies import hot
from game.data.journal.journal import Journal, JournalError
from tests.faults import plays
from tests.faults.figures import Figures

SAME_DIARY = 50  # kills on one diary before a new one is begun, so that opening stays quick
MOST = 24  # acknowledgements before a kill
PART = 0.004  # seconds; about one word to the disk, so that the kill falls anywhere within it


def run(kills: int = 1000, seed: int = 1) -> Figures:
    """So many kills of a process that plays without a pause."""
    acknowledged = lost = corrupt = met = 0
    chance = random.Random(seed)
    for first in range(0, kills, SAME_DIARY):
        with tempfile.TemporaryDirectory() as folder:
            path, acks = Path(folder) / "journal.sqlite", set()
            for _ in range(min(SAME_DIARY, kills - first)):
                acks |= killed(path, chance, is_hasty=False)
                met += hot(path).exists() and hot(path).stat().st_size > 0
                there = ids(path)
                if there is None:
                    corrupt += 1
                    break
                lost += len(acks - there)
            acknowledged += len(acks)
    return Figures(
        "kills", {"kills": kills, "acknowledged": acknowledged, "rollback journals met": met},
        {"lost": lost, "corrupt": corrupt}, {"lost when acknowledged too early": control(200, chance)},
        {"acknowledged": kills * 10, "rollback journals met": kills // 10},
    )  # fmt: skip


def control(most: int, chance: random.Random) -> int:
    """The same on a game that says "written" before it writes: what the first kill that costs something lost.

    The kill comes at once after a word, so that it falls before the write; a busy computer may need several.
    """
    for _ in range(most):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "journal.sqlite"
            acks = killed(path, chance, is_hasty=True)
            journal = Journal.open(path)
            # One acknowledgement for each word told; words tell one fact and two in turn.
            words_kept = (journal.count() + 1) * 2 // 3
            journal.close()
            if len(acks) > words_kept:
                return len(acks) - words_kept
    return 0


def killed(path: Path, chance: random.Random, *, is_hasty: bool) -> set[str]:
    """Plays in a process of its own and kills it somewhere; the ids it had acknowledged."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        try:
            plays.play(path, 10_000, lambda id_: void(os.write(write, f"{id_}\n".encode())), is_hasty=is_hasty)
        finally:
            os._exit(1)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        said = b"".join(pipe.readline() for _ in range(chance.randint(1, MOST)))
        time.sleep(0 if is_hasty else chance.uniform(0, PART))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        said += pipe.read()
    return {line.decode() for line in said.split(b"\n")[:-1]}


def void(_: object) -> None:
    """Nothing is made of it."""


def ids(path: Path) -> set[str] | None:
    """What the diary holds; None when it cannot be opened as it is."""
    try:
        journal = Journal.open(path)
    except JournalError:
        return None
    try:
        return {row.id for row in journal.rows()}
    finally:
        journal.close()
