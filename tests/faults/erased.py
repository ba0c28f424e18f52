"""A child is erased where a copy cannot be looked at, and where other programs left copies of their own: no good copy
is lost, nothing of the child stays, and the other child keeps everything."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

try:
    import resource
except ImportError:  # Windows limits nobody so
    resource = None  # type: ignore[assignment]

from game.data.copies import erase
from game.data.copies.backup import all_copies, back_up
from game.data.files import our_files
from game.data.files.paths import BACKUPS, JOURNAL
from game.data.journal import file_copies, migrations, transfer
from game.data.journal.file_copies import CheckResult, DiaryCheck
from game.data.journal.journal import Journal, JournalError
from tests.data.family import tell
from tests.data.killed import killed_in_mid_commit
from tests.faults.figures import Figures

NOW = datetime(2026, 11, 22, 19, 12, 5).astimezone()
OF_THE_CHILD = (b"Annabella", b"anna")
HERS, HIS = 1 + 3 * 12, 1 + 3 * 6  # entries about the child that is erased and about the other one
NEVER = 1  # bytes a file may have where there is no room
Way = Callable[[Path, random.Random], AbstractContextManager[None]]


@contextmanager
def family() -> Iterator[tuple[Path, Journal]]:
    """The folder and the open diary of two children, with a copy from before the second came and one of now."""
    with tempfile.TemporaryDirectory() as home:
        data = Path(home) / "data"
        journal = Journal.open(data / JOURNAL)
        tell(journal, 12, "anna", "Annabella")
        back_up(journal, data, NOW.replace(day=1))
        tell(journal, 6, "leo", "Leopold")
        back_up(journal, data, NOW)
        try:
            yield data, journal
        finally:
            journal.close()


def holds_the_child(folder: Path, not_ours: frozenset[Path] = frozenset()) -> int:
    """In how many files of ours she is still to be found."""
    files = [path for path in folder.rglob("*") if path.is_file() and path not in not_ours]
    return sum(any(word in path.read_bytes() for word in OF_THE_CHILD) for path in files)


def his(path: Path) -> int:
    """Entries about the other child in a whole diary; -1 when it is none any more."""
    if not path.exists() or not file_copies.look(path).is_whole:
        return -1
    return sum(row.profile == "leo" for row in file_copies.rows_at(path))


# ---------------------------------------------------------------- copies nobody can look at
def unseen(rounds: int = 150, seed: int = 1) -> Figures:
    """So many families, each with a copy that cannot be looked at, in every way in turn; looked at again afterwards."""
    chance = random.Random(seed)
    did = {"families": 0, "refused": 0, "erased afterwards": 0}
    wrong = {"copies lost": 0, "changed after a refusal": 0, "not refused": 0, "files that still hold the child": 0}
    for number in range(rounds):
        with family() as (data, journal):
            before = [(copy.path, his(copy.path)) for copy in all_copies(data)]
            with UNSEEN[number % len(UNSEEN)](data, chance):
                was = _all_of(data)
                is_refused = _is_refused(journal, data)
                is_changed = _all_of(data) != was
            did["refused"] += is_refused
            wrong["not refused"] += not is_refused
            wrong["changed after a refusal"] += is_refused and (is_changed or journal.count() != HERS + HIS)
            wrong["copies lost"] += sum(his(path) != n for path, n in before)
            did["erased afterwards"] += not _is_refused(journal, data)
            wrong["copies lost"] += sum(his(path) != n for path, n in before)
            wrong["files that still hold the child"] += holds_the_child(data)
            did["families"] += 1
    return Figures(
        "erased where copies cannot be looked at", did, wrong, {"copies lost by one that calls them damaged": _hasty()},
        {"families": rounds, "refused": rounds, "erased afterwards": rounds},
    )  # fmt: skip


def _hasty() -> int:
    """The control: what cannot be looked at is damaged, and goes."""
    kept, erase.look, lost = erase.look, _called_damaged, 0
    try:
        for way in UNSEEN:
            with family() as (data, journal):
                before = [(copy.path, his(copy.path)) for copy in all_copies(data)]
                with way(data, random.Random(1)):
                    _is_refused(journal, data)
                lost += sum(his(path) != n for path, n in before)
    finally:
        erase.look = kept
    return lost


def _called_damaged(path: Path) -> DiaryCheck:
    looked = file_copies.look(path)
    return replace(looked, sight=CheckResult.DAMAGED) if looked.is_unseen else looked


def _is_refused(journal: Journal, data: Path) -> bool:
    try:
        erase.erase(journal, "anna", data)
    except JournalError:
        return True
    return False


def _all_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _one(data: Path, chance: random.Random) -> Path:
    return chance.choice(all_copies(data)).path


@contextmanager
def _no_folder_to_look_in(data: Path, chance: random.Random) -> Iterator[None]:
    """One that was cut off needs a temporary folder."""
    killed_in_mid_commit(_one(data, chance))
    nowhere, kept = data.with_name("full"), tempfile.tempdir
    nowhere.write_bytes(b"")
    tempfile.tempdir = str(nowhere)
    try:
        yield
    finally:
        tempfile.tempdir = kept


@contextmanager
def _no_room_to_look_in(data: Path, chance: random.Random) -> Iterator[None]:
    killed_in_mid_commit(_one(data, chance))
    with _limited(resource.RLIMIT_FSIZE, NEVER):
        yield


@contextmanager
def _of_a_newer_game(data: Path, chance: random.Random) -> Iterator[None]:
    path = _one(data, chance)
    older = path.read_bytes()
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA user_version = 99")
    db.execute(migrations.STATE, ("99",))
    db.close()
    yield
    path.write_bytes(older)


@contextmanager
def _its_rollback_journal_is_a_folder(data: Path, chance: random.Random) -> Iterator[None]:
    side = file_copies.hot(_one(data, chance))
    side.mkdir()
    yield
    side.rmdir()


@contextmanager
def _limited(what: int, soft: int) -> Iterator[None]:
    before = resource.getrlimit(what)
    resource.setrlimit(what, (soft, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(what, before)


UNSEEN: tuple[Way, ...] = (
    _no_folder_to_look_in, _of_a_newer_game, _its_rollback_journal_is_a_folder,
    *((_no_room_to_look_in,) if resource else ()),
)  # fmt: skip


# ---------------------------------------------------------------- what others left
FOLDERS = ("", "", BACKUPS, BACKUPS, ".stversions", ".stversions/backups", ".sync/Archive", ".dropbox.cache")
BEFORE, AMID = (
    ("", "", "Copy of ", "old-"),
    ("", " (1)", " (conflicted copy 2026-11-22)", ".sync-conflict-20261122-A", "~1"),
)
AFTER = ("", "", "~", ".bak", ".1", ".old")
PAGES = ("log.txt", "log.txt.1", "log (1).txt", "log.sync-conflict-2.txt", "diary-report.txt", "diary-report (1).txt~")
STRANGERS = ("logbook.txt", "log of our garden.txt", "journal.docx", "letter.jsonl", "photo.sqlite")


def foreign(rounds: int = 150, seed: int = 1) -> Figures:
    """So many families, each with whatever a synchronising client, an editor or a person leaves in the folder."""
    chance = random.Random(seed)
    did = {"families": 0, "files of others": 0, "diaries replaced meanwhile": 0}
    wrong = {"not erased": 0, "files that still hold the child": 0, "diaries that lost the other child": 0,
             "files that are not ours touched": 0}  # fmt: skip
    for _ in range(rounds):
        with family() as (data, journal):
            whole, others, strangers = _leave(data, journal, chance)
            if chance.random() < 0.3:
                Path(_copied(journal, data.with_name("elsewhere.sqlite"))).replace(data / JOURNAL)
                did["diaries replaced meanwhile"] += 1
            wrong["not erased"] += _is_refused(journal, data)
            wrong["files that still hold the child"] += holds_the_child(data, strangers)
            wrong["files that are not ours touched"] += sum(path.read_bytes() != OF_THE_CHILD[0] for path in strangers)
            journal.close()
            wrong["diaries that lost the other child"] += sum(his(path) != HIS for path in (*whole, data / JOURNAL))
            did["families"] += 1
            did["files of others"] += others
    return Figures(
        "erased among what others left", did, wrong, {"files forgotten by one that knows its own names only": _narrow()},
        {"families": rounds, "files of others": rounds * 3, "diaries replaced meanwhile": rounds // 10},
    )  # fmt: skip


def _narrow() -> int:
    """The control: only what the game names itself is looked at."""
    chance, kept, forgotten = random.Random(2), our_files.diaries, 0
    our_files.diaries = lambda data: (path for path in kept(data) if our_files.MADE_BY_US.fullmatch(path.name))
    try:
        for _ in range(4):
            with family() as (data, journal):
                _, _, strangers = _leave(data, journal, chance)
                _is_refused(journal, data)
                forgotten += holds_the_child(data, strangers)
    finally:
        our_files.diaries = kept
    return forgotten


def _leave(data: Path, journal: Journal, chance: random.Random) -> tuple[list[Path], int, frozenset[Path]]:
    """The whole diaries among what is left, how many files that are, and those that are not ours."""
    whole, count = [], 0
    for _ in range(chance.randint(3, 8)):
        path = data / chance.choice(FOLDERS) / _name(chance)
        if path.exists():
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        count += 1
        is_whole = chance.choice(KINDS)(path, journal, chance)
        if is_whole:
            whole.append(path)
    for name in chance.sample(PAGES, 3):
        (data / name).write_bytes(OF_THE_CHILD[0])
    export = data / f"barefoot-trail-diary{chance.choice(AMID)}.jsonl"
    export.write_text("".join(transfer.lines(journal.rows())), encoding="utf-8")
    strangers = frozenset(data / name for name in chance.sample(STRANGERS, 2))
    for path in strangers:
        path.write_bytes(OF_THE_CHILD[0])
    return whole, count + 4, strangers


def _name(chance: random.Random) -> str:
    if chance.random() < 0.2:
        return f"{chance.choice(BEFORE)}whatever {chance.randint(1, 9)}{chance.choice(AFTER)}"
    name = "".join((chance.choice(BEFORE), chance.choice(("journal", "Journal")), chance.choice(AMID), ".sqlite",
                    chance.choice(AFTER)))  # fmt: skip
    return "journal~.sqlite" if name.casefold() == JOURNAL else name


def _copied(journal: Journal, path: Path) -> Path:
    journal.copy_to(path)
    return path


def _a_whole_one(path: Path, journal: Journal, chance: random.Random) -> bool:
    _copied(journal, path)
    return True


def _one_cut_off(path: Path, journal: Journal, chance: random.Random) -> bool:
    killed_in_mid_commit(_copied(journal, path))
    return True


def _one_with_what_sqlite_keeps_beside(path: Path, journal: Journal, chance: random.Random) -> bool:
    _copied(journal, path)
    path.with_name(path.name + chance.choice(("-wal", "-shm"))).write_bytes(OF_THE_CHILD[0])
    return True


def _a_damaged_one(path: Path, journal: Journal, chance: random.Random) -> bool:
    """Its beginning still says whose it is."""
    said = _copied(journal, path).read_bytes()
    path.write_bytes(said[: chance.randint(our_files.NAMED.stop, len(said) - 1)])
    return False


def _another_name_of_the_diary(path: Path, journal: Journal, chance: random.Random) -> bool:
    assert journal.path
    try:
        os.link(journal.path, path)
    except OSError:  # a disk without links
        shutil.copyfile(all_copies(journal.path.parent)[0].path, path)
    return False


KINDS: tuple[Callable[[Path, Journal, random.Random], bool], ...] = (
    _a_whole_one, _a_whole_one, _one_cut_off, _one_with_what_sqlite_keeps_beside, _a_damaged_one,
    _another_name_of_the_diary,
)  # fmt: skip
