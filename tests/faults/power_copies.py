"""The power goes while a copy is made, one is brought back, a damaged diary is mended, a layout changes or a child is
forgotten: the diary is the old one or the new one, and nothing both had is lost.

The disk is the model of `power`. `python -m tests.faults.power_copies HOME` does all of these once, each in a folder of
its own, and says `ack <name>` after each; run under strace it is what the disk is seen to do. With `--no-fsync` or
`--no-folder-sync` files or names are never brought to the disk: the controls.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from game.data.copies import backup, erase, restore, salvage
from game.data.copies.mend import mend
from game.data.files.paths import BACKUPS
from game.data.journal import file_copies
from game.data.journal.file_copies import hot, look
from game.data.journal.journal import Journal, JournalError
from tests.data.family import tell
from tests.data.killed import killed_in_mid_commit
from tests.faults.figures import Figures
from tests.faults.interrupted import NOW, one_more_table
from tests.faults.power import Act, Replay, calls_of, put, replayed

MISUSED = ("--no-fsync", "--no-folder-sync")
DAYS_IN_COPY, DAYS = 6, 12  # Anna's; Leo's two days come after the copy


# ---------------------------------------------------------------- what is done, in the process that is watched
def main(words: list[str]) -> int:
    home = Path(words[0])
    if "--no-fsync" in words:
        os.fsync = lambda number: None
    if "--no-folder-sync" in words:
        file_copies.sync_folder = salvage.sync_folder = lambda folder: None
    for name, deed in DEEDS.items():
        deed.act(home / name)
        os.write(1, f"ack {name}\n".encode())
    print("done 0", flush=True)
    return 0


def _copy(data: Path) -> None:
    journal = Journal.open(data / "journal.sqlite")
    backup.back_up(journal, data, NOW)
    journal.close()


def _return(data: Path) -> None:
    restore.restore(_old_copy(data), data, NOW)


def _mend(data: Path) -> None:
    path = data / "journal.sqlite"
    mend(path, salvage.salvage(path, data).rows, NOW)


def _layout(data: Path) -> None:
    Journal.open(data / "journal.sqlite", steps=(one_more_table,)).close()


def _forget(data: Path) -> None:
    journal = Journal.open(data / "journal.sqlite")
    erase.erase(journal, "leo", data)
    journal.close()


# ---------------------------------------------------------------- what may be found
def _wrong_copy(data: Path, before: Path, is_done: bool) -> bool:
    """The diary untouched, the old copy there, and a new one once somebody was told so."""
    everything = ids(before)
    return ids(data) != everything or (is_done and everything not in _in_copies(data)) or not _has_old_copy(data)


def _wrong_return(data: Path, before: Path, is_done: bool) -> bool:
    """The diary of then or of now, and that of now in a copy when it is no longer the diary."""
    now, then, found = ids(before), _ids_of(_old_copy(before)), ids(data)
    return found not in ((then,) if is_done else (then, now)) or (found == then and now not in _in_copies(data))


def _wrong_mend(data: Path, before: Path, is_done: bool) -> bool:
    """The very same damaged file, or the mended one with the damaged one and its rollback journal kept aside."""
    was, path = before / "journal.sqlite", data / "journal.sqlite"
    aside = [file.read_bytes() for file in data.glob("journal-damaged-*")]
    was_hot = hot(was).read_bytes() if hot(was).exists() else None
    is_hot_kept = was_hot is None or was_hot in aside or (hot(path).exists() and hot(path).read_bytes() == was_hot)
    if path.exists() and path.read_bytes() == was.read_bytes():
        return is_done or not is_hot_kept or not _has_old_copy(data)
    mended = {row.id for row in salvage.salvage(was, before).rows}
    return ids(data) != mended or was.read_bytes() not in aside or not is_hot_kept


def _wrong_layout(data: Path, before: Path, is_done: bool) -> bool:
    """The old layout or the new one, with everything."""
    try:
        if is_done:
            Journal.open(data / "journal.sqlite").close()
            return True  # still a diary of the old layout
    except JournalError:
        pass
    return _ids_of(data / "journal.sqlite", is_new=True) != ids(before) or not _has_old_copy(data)


def _wrong_forget(data: Path, before: Path, is_done: bool) -> bool:
    """The diary with the child or without, and without it in every byte once somebody was told so."""
    now = ids(before) or set()
    others = {id_ for id_ in now if not id_.startswith("leo")}
    if is_done and any(b"leo-" in file.read_bytes() for file in data.rglob("*") if file.is_file()):
        return True
    return ids(data) not in ((others,) if is_done else (others, now)) or not _has_old_copy(data)


def ids(data: Path) -> set[str] | None:
    """All that the family's diary says, None when it cannot be had."""
    return _ids_of(data / "journal.sqlite")


def _ids_of(path: Path, *, is_new: bool = False) -> set[str] | None:
    try:
        journal = Journal.open(path, steps=(one_more_table,)) if is_new else Journal.open(path)
    except JournalError:
        return None
    try:
        return {row.id for row in journal.rows()}
    finally:
        journal.close()


def _in_copies(data: Path) -> list[set[str] | None]:
    return [_ids_of(copy.path) for copy in backup.all_copies(data)]


def _has_old_copy(data: Path) -> bool:
    """Every copy under its name is whole, and none says less than the first one did of Anna."""
    found = [look(copy.path) for copy in backup.all_copies(data)]
    return bool(found) and all(health.is_whole and health.events > DAYS_IN_COPY * 3 for health in found)


@dataclass(frozen=True)
class Deed:
    """What is done to a family's folder, how the folder is made, and what is wrong afterwards (folder, the folder
    before, whether it had been said to be done)."""

    act: Callable[[Path], None]
    wrong: Callable[[Path, Path, bool], bool]
    make: Callable[[Path], None] = lambda data: None


# ---------------------------------------------------------------- the families
def family(data: Path) -> None:
    """Anna's diary and a copy of it, then more of hers and two days of Leo's."""
    journal = Journal.open(data / "journal.sqlite")
    tell(journal, DAYS_IN_COPY)
    backup.back_up(journal, data, NOW - timedelta(days=1))
    tell(journal, 2, "leo", "Leo")
    tell(journal, DAYS, "mia", "Mia")
    journal.close()


def _copy_of_leo(data: Path) -> None:
    journal = Journal.open(data / "journal.sqlite")
    backup.back_up(journal, data, NOW - timedelta(hours=1))
    journal.close()


def _damage(data: Path) -> None:
    path = data / "journal.sqlite"
    path.write_bytes(path.read_bytes().replace(b'"attempt":"mia-3"', b'"attempt":"mia-9"'))


def _empty_with_rollback_journal(data: Path) -> None:
    """The diary's file is empty, and what it was killed in the middle of stands beside it."""
    path = data / "journal.sqlite"
    killed_in_mid_commit(path)
    path.write_bytes(b"")


def _old_copy(data: Path) -> Path:
    return backup.all_copies(data)[-1].path


DEEDS = {
    "copy": Deed(_copy, _wrong_copy),
    "return": Deed(_return, _wrong_return),
    "mend": Deed(_mend, _wrong_mend, _damage),
    "mend-empty": Deed(_mend, _wrong_mend, _empty_with_rollback_journal),
    "layout": Deed(_layout, _wrong_layout),
    "forget": Deed(_forget, _wrong_forget, _copy_of_leo),
}


# ---------------------------------------------------------------- the cuts
def run(cuts: int = 1000, seed: int = 1) -> Figures:
    """So many cuts in each of them, and in a copy and a mending that bring files or names to the disk carelessly."""
    wrong, did = cut_often(cuts, seed)
    control: dict[str, int] = {}
    for misuse in MISUSED:
        found, _ = cut_often(max(30, cuts // 10), seed, ("copy", "mend"), misuse)
        control[f"wrong {misuse}"] = sum(found.values())
    return Figures(
        "power cuts in copies", did, wrong, control, {"cuts": cuts * len(DEEDS), "moments": 20 * len(DEEDS)}
    )  # fmt: skip


def cut_often(
    cuts: int, seed: int, names: tuple[str, ...] = tuple(DEEDS), *words: str
) -> tuple[dict[str, int], Counter[str]]:  # fmt: skip
    chance, wrong, did = random.Random(seed), {f"wrong in {name}": 0 for name in names}, Counter[str]()
    with tempfile.TemporaryDirectory() as home:
        home_folder, before = Path(home) / "now", Path(home) / "before"
        for name, deed in DEEDS.items():
            family(before / name)
            deed.make(before / name)
        shutil.copytree(before, home_folder)
        acts = list(calls_of(Path(home) / "strace.txt", "tests.faults.power_copies", str(home_folder), *words))
        for name in names:
            wrong[f"wrong in {name}"] = _cut(name, cuts, chance, acts, home_folder / name, before / name, did)
    return wrong, did


def _cut(
    name: str, cuts: int, chance: random.Random, acts: list[Act], folder: Path, before: Path, did: Counter[str]
) -> int:  # fmt: skip
    """How many cuts of one deed left something wrong. A quarter of them come just after it was said to be done."""
    mine = [act for act in acts if not (act.call == "write" and act.arguments[1].startswith("ack ")) or
            act.arguments[1] == f"ack {name}\n"]  # fmt: skip
    moments = sum(1 for _ in replayed(_replay(folder, before), mine))
    wanted = Counter(chance.choices(range(moments), k=cuts - cuts // 4) + [moments - 1] * (cuts // 4))
    wrong = 0
    cut = folder.parent.parent / "cut"
    looked_at = cut.with_name("looked-at")
    for moment, replay in enumerate(replayed(_replay(folder, before), mine)):
        for _ in range(wanted[moment]):
            put(replay.disk.cut(chance), cut)
            shutil.rmtree(looked_at, ignore_errors=True)
            shutil.copytree(before, looked_at)  # looking may change what is looked at
            wrong += DEEDS[name].wrong(cut, looked_at, bool(replay.acks))
    did.update({"cuts": cuts, "moments": moments, "writes": replay.writes, "syncs": replay.syncs})
    return wrong


def _replay(folder: Path, before: Path) -> Replay:
    there = {str(file.relative_to(before)): file.read_bytes() for file in before.rglob("*") if file.is_file()}
    return Replay(folder, there, (BACKUPS,))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
