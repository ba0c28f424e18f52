"""A diary damaged in every way that could be thought of: found out, kept as it is, and mended with what is whole."""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from game.data.copies import backup
from game.data.copies.mend import mend
from game.data.copies.salvage import salvage
from game.data.journal.journal import DamagedJournal, Journal, JournalError
from game.data.journal.rows import JournalRow
from tests.data.family import tell
from tests.faults.figures import Figures

NOW = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
PAGE = 4096
LAYOUT = range(60, 64)  # where SQLite keeps user_version
Damage = Callable[[bytearray, random.Random], bytearray]


def run(count: int = 1000, seed: int = 1) -> Figures:
    """So many damaged diaries, every second one with a copy beside it."""
    chance = random.Random(seed)
    did = {"diaries": 0, "found damaged": 0, "harmless": 0, "entries saved": 0}
    wrong = {"tracebacks": 0, "believed though changed": 0, "originals lost": 0, "not mended": 0}
    unseen = 0
    with tempfile.TemporaryDirectory() as home:
        good = Path(home) / "good" / "journal.sqlite"
        journal = Journal.open(good)
        tell(journal, 60)
        backup.back_up(journal, good.parent, NOW)
        tell(journal, 20, "leo", "Leo")
        rows = list(journal.rows())
        journal.close()
        for number in range(count):
            data = Path(home) / "data"
            shutil.rmtree(data, ignore_errors=True)
            data.mkdir()
            path = data / "journal.sqlite"
            path.write_bytes(WAYS[number % len(WAYS)](bytearray(good.read_bytes()), chance))
            if number % 2:
                shutil.copytree(good.parent / "backups", data / "backups")
            unseen += sqlite_alone_believes(path, rows)
            did["diaries"] += 1
            try:
                one(path, rows, did, wrong)
            except Exception as error:  # whatever else comes out is a traceback for a family
                wrong["tracebacks"] += 1
                print(f"damage {number}: {type(error).__name__}: {error}")
    return Figures(
        "damaged diaries", did, wrong, {"changed entries SQLite's own check believed": unseen},
        {"diaries": count, "found damaged": count // 2},
    )  # fmt: skip


def one(path: Path, rows: list[JournalRow], did: dict[str, int], wrong: dict[str, int]) -> None:
    """Opens one damaged diary, mends it if need be, and counts."""
    before = path.read_bytes()
    try:
        journal = Journal.open(path)
    except DamagedJournal:
        did["found damaged"] += 1
    except JournalError as error:
        wrong["not mended"] += 1  # damage is neither a second window, a full disk nor a newer game
        print(f"taken for something else: {error}; header {before[:100].hex()}")
        return
    else:
        did["harmless"] += 1
        wrong["believed though changed"] += list(journal.rows()) != rows
        journal.close()
        return
    found = salvage(path, path.parent)
    if path.read_bytes() != before:
        wrong["originals lost"] += 1
    kept = mend(path, found.rows, NOW)
    if kept is None or kept.read_bytes() != before:
        wrong["originals lost"] += 1
    journal = Journal.open(path)
    if journal.count() != found.whole or not journal.health().is_whole:
        wrong["not mended"] += 1
    wrong["believed though changed"] += bool(set(journal.rows()) - set(rows))
    did["entries saved"] += journal.count()
    journal.close()


def sqlite_alone_believes(path: Path, rows: list[JournalRow]) -> bool:
    """The control: a game that trusted integrity_check would go on with changed entries."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "journal.sqlite"
        shutil.copyfile(path, place)
        try:
            db = sqlite3.connect(place)
            if db.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return False
            found = db.execute("SELECT id, device, seq, profile, at, day, offset, kind, body FROM event ORDER BY place")
            return [JournalRow(*said) for said in found] != rows
        except (sqlite3.Error, TypeError, UnicodeDecodeError):
            return False
        finally:
            db.close()


# ---------------------------------------------------------------- ways
def _zero_page(data: bytearray, chance: random.Random) -> bytearray:
    start = chance.randrange(len(data) // PAGE) * PAGE
    data[start : start + PAGE] = bytes(PAGE)
    return data


def _flip_bit(data: bytearray, chance: random.Random) -> bytearray:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return data


def _flip_text(data: bytearray, chance: random.Random) -> bytearray:
    """A bit within what an entry says."""
    places = [i for i in range(len(data) - 9) if data[i : i + 9] == b'"attempt"']
    data[chance.choice(places) + chance.randrange(2, 40)] ^= 1
    return data


def _flip_layout(data: bytearray, chance: random.Random) -> bytearray:
    """A bit of the layout's number, which must not look like a newer game's diary."""
    data[chance.choice(LAYOUT)] ^= 1 << chance.randrange(8)
    return data


def _flip_many(data: bytearray, chance: random.Random) -> bytearray:
    for _ in range(chance.randint(10, 400)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return data


def _cut_short(data: bytearray, chance: random.Random) -> bytearray:
    return data[: chance.randrange(len(data))]


def _rubbish_header(data: bytearray, chance: random.Random) -> bytearray:
    data[: chance.choice((4, 16, 64, 100))] = chance.randbytes(4)
    return data


def _nothing(data: bytearray, chance: random.Random) -> bytearray:
    return bytearray()


def _rubbish(data: bytearray, chance: random.Random) -> bytearray:
    return bytearray(chance.randbytes(chance.randrange(1, 20_000)))


def _swap_pages(data: bytearray, chance: random.Random) -> bytearray:
    one, other = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    data[one : one + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[one : one + PAGE]
    return data


def _old_page(data: bytearray, chance: random.Random) -> bytearray:
    """A stretch that never reached the disk."""
    start = chance.randrange(len(data) // 512) * 512
    data[start : start + 512] = bytes(512)
    return data


def _rubbish_at_the_end(data: bytearray, chance: random.Random) -> bytearray:
    return data + chance.randbytes(chance.randrange(1, 9000))


WAYS: tuple[Damage, ...] = (
    _zero_page, _flip_bit, _flip_text, _flip_layout, _flip_many, _cut_short, _rubbish_header, _nothing, _rubbish,
    _swap_pages, _old_page, _rubbish_at_the_end,
)  # fmt: skip
