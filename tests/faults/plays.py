"""A family at play, as far as the disk is concerned: the real journal and the real pen, facts as a session tells them.

`python -m tests.faults.plays FILE COUNT` plays so many exercises and prints `ack <id>` for everything the pen calls
written; run under strace it is what the disk is seen to do. With `--careless` SQLite's syncs are off, with `--hasty` it
is acknowledged before it is written: the two controls.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from game.core.content import Slot
from game.core.events import Effort, Fact, Grade, LevelConfirmed, LevelPlayed, Outcome, StarsAwarded
from game.data.journal import opening
from game.data.journal.journal import DamagedJournal, Journal, JournalError
from game.data.journal.writer import JournalWriter

START = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
TRIES = 200  # times a start that is refused is tried again


def words(count: int) -> Iterator[tuple[Fact, ...]]:
    """What is told in one go for so many exercises: the play, then the word and its stars."""
    for i in range(count):
        play, day = f"play-{i}", (START + timedelta(days=i // 8)).date()
        yield (LevelPlayed(play, f"s{i // 8}", day, Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20),)
        yield LevelConfirmed(play, Grade.WELL, Effort.RIGHT), StarsAwarded(play, 3, "careful")


def play(path: Path, count: int, ack: Callable[[str], None], *, is_hasty: bool = False) -> int:
    """Plays `count` exercises; how many facts are still only in memory at the end. `ack` is told every id that the
    pen says is on the disk."""
    journal = opened(path)
    pen = JournalWriter(journal, lambda: START, lambda events: None, 4)
    told: list[str] = []
    done = 0
    for facts in words(count):
        if is_hasty:
            ack(f"{path.name}-{done}")
        events = pen(*facts, child="anna")
        while pen.is_writing:
            time.sleep(0.001)
        told += [event.id for event in events]
        if not pen.unsaved and not is_hasty:
            for id_ in told[done:]:
                ack(id_)
            done = len(told)
    pen.close()
    left = len(pen.kept_in_memory())
    if not left:
        for id_ in told[done:]:
            ack(id_)
    journal.close()
    return left


def opened(path: Path) -> Journal:
    """As a family would: a refused start is tried again; one that calls the diary damaged is none to try again."""
    for _ in range(TRIES):
        try:
            return Journal.open(path)
        except DamagedJournal:
            raise
        except JournalError as error:
            print(f"refused {type(error).__name__} {error}", flush=True)
    raise SystemExit("never opened")


def main(words: list[str]) -> int:
    if "--careless" in words:
        opening.DURABLE = ("synchronous=OFF", "journal_mode=DELETE")
    path, count = Path(words[0]), int(words[1])

    def ack(id_: str) -> None:
        # One write, one acknowledgement: strace sees it in its place between the disk's calls.
        os.write(1, f"ack {id_}\n".encode())

    left = play(path, count, ack)
    print(f"done {left}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
