"""The power goes at any moment: what the disk may hold then, and whether the diary is whole and complete.

strace writes down what the game does to the disk. The model replays it: a file's bytes and a folder's names become
durable separately, bytes by fsync of the file, names by fsync of the folder. At the cut, of everything not yet durable
any part may have reached the disk, in blocks of 512 bytes. Harsher than most disks: read it as can or cannot happen.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.data.journal.journal import Journal, JournalError
from tests.faults.figures import Figures

ROOT = Path(__file__).resolve().parent.parent.parent
CALLS = (
    "openat,open,pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2,link,linkat,close"
)
BLOCK = 512
EXERCISES = 12


# ---------------------------------------------------------------- what the disk knows
@dataclass
class Inode:
    """A file's bytes: what is durable, and what was done since, in order. An act is (offset, bytes) or a new length."""

    durable: bytes = b""
    since: list[tuple[int, bytes] | int] = field(default_factory=list)

    def synced(self) -> None:
        content = bytearray(self.durable)
        for act in self.since:
            apply(content, act)
        self.durable, self.since = bytes(content), []

    def cut(self, chance: random.Random) -> bytes:
        """What may be left of it: each block of each write is there or not."""
        content = bytearray(self.durable)
        for act in self.since:
            if isinstance(act, int):
                if chance.random() < 0.5:
                    apply(content, act)
                continue
            offset, said = act
            for start in range(0, len(said), BLOCK):
                if chance.random() < 0.5:
                    apply(content, (offset + start, said[start : start + BLOCK]))
        return bytes(content)


def apply(content: bytearray, act: tuple[int, bytes] | int) -> None:
    if isinstance(act, int):
        del content[act:]
        content.extend(bytes(act - len(content)))
        return
    offset, said = act
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(said)] = said


@dataclass
class Disk:
    """A folder and those in it. `names` is as the system sees it, `durable` what a cut keeps for sure, `since` the
    changes between: a name and its inode, or None for a name taken away."""

    names: dict[str, Inode] = field(default_factory=dict)
    durable: dict[str, Inode] = field(default_factory=dict)
    since: list[tuple[str, Inode | None]] = field(default_factory=list)

    def name(self, name: str, inode: Inode | None) -> None:
        if inode is None:
            self.names.pop(name, None)
        else:
            self.names[name] = inode
        self.since.append((name, inode))

    def synced(self, folder: str) -> None:
        """The names in that folder, and no others, are durable."""
        others = {name: inode for name, inode in self.durable.items() if parent(name) != folder}
        self.durable = others | {name: inode for name, inode in self.names.items() if parent(name) == folder}
        self.since = [(name, inode) for name, inode in self.since if parent(name) != folder]

    def cut(self, chance: random.Random) -> dict[str, bytes]:
        """The folder after the power came back."""
        names = dict(self.durable)
        for name, inode in self.since:
            if chance.random() < 0.5:
                if inode is None:
                    names.pop(name, None)
                else:
                    names[name] = inode
        # One file under two names is one file: it is cut once.
        left = {id(inode): inode.cut(chance) for inode in names.values()}
        return {name: left[id(inode)] for name, inode in names.items()}


def parent(name: str) -> str:
    """The folder a name is in, "" for the family's own."""
    return name.rpartition("/")[0]


# ---------------------------------------------------------------- what the game did
@dataclass(frozen=True)
class Act:
    """A call that worked, with what strace showed of it."""

    call: str
    arguments: list[str]
    result: int


LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
PIECE = re.compile(r'"((?:\\x[0-9a-f]{2})*)"|([^,\s"][^,"]*)')


def watched(folder: Path, *words: str) -> Iterator[Act]:
    """Every call of a game that plays in the folder, in order; AssertionError when it did not come to its end."""
    return calls_of(folder.parent / "strace.txt", "tests.faults.plays", str(folder / "journal.sqlite"), str(EXERCISES),
                    *words)  # fmt: skip


def calls_of(out: Path, module: str, *words: str) -> Iterator[Act]:
    """Every call of that program, in order; AssertionError when it did not come to its end."""
    command = ["strace", "-f", "-xx", "-s", "100000", "-o", str(out), "-e", f"trace={CALLS}"]
    game = [sys.executable, "-B", "-m", module, *words]
    done = subprocess.run([*command, *game], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "done 0" in done.stdout, done.stdout + done.stderr
    halves: dict[str, str] = {}
    for line in out.read_text().splitlines():
        thread = line.split(" ", 1)[0]
        if line.endswith("<unfinished ...>"):
            halves[thread] = line.removesuffix("<unfinished ...>").rstrip()
            continue
        if "resumed>" in line:
            line = halves.pop(thread) + line.split("resumed>", 1)[1]
        found = LINE.match(line)
        if found and int(found[3]) >= 0:
            pieces = [bytes.fromhex(a.replace("\\x", "")).decode("latin-1") if not b else b.strip()
                      for a, b in PIECE.findall(found[2])]  # fmt: skip
            yield Act(found[1], pieces, int(found[3]))


class Replay:
    """Does to a `Disk` what the game did, act by act; knows what had been acknowledged. `before` is what was durable in
    the folder, `folders` those in it."""

    def __init__(self, folder: Path, before: Mapping[str, bytes] | None = None, folders: Sequence[str] = ()) -> None:
        there = {name: Inode(content) for name, content in (before or {}).items()}
        self.folder, self.disk, self.acks = str(folder), Disk(there, dict(there)), []
        self.folders = folders
        self.files: dict[int, Inode | str] = {}  # open numbers: an inode, or a folder
        self.at: dict[int, int] = {}
        self.writes = self.syncs = 0

    def do(self, act: Act) -> bool:
        """Whether it touched the folder or acknowledged something."""
        call, said = act.call, act.arguments
        match call:
            case "open" | "openat":
                return self._open(said[1:] if call == "openat" else said, act.result)
            case "close":
                self.files.pop(int(said[0]), None)
                return False
            case "write" if said[0] == "1" and said[1].startswith("ack "):
                self.acks.append(said[1].split()[1])
                return True
            case "write" | "pwrite64" | "ftruncate" | "fsync" | "fdatasync":
                return self._change(call, said, act.result)
            case "unlink" | "unlinkat" | "rename" | "renameat" | "renameat2" | "link" | "linkat":
                return self._rename(call, [name for s in said if (name := self._name(s))])
        return False

    def _name(self, path: str) -> str | None:
        return path[len(self.folder) + 1 :] if path.startswith(self.folder + "/") else None

    def _open(self, said: list[str], number: int) -> bool:
        path, flags = said[0], said[1]
        self.files.pop(number, None)
        name = "" if path == self.folder else self._name(path)
        if name is None:
            return False
        if not name or name in self.folders:
            self.files[number] = name
            return False
        is_new = name not in self.disk.names
        if is_new and "O_CREAT" in flags:
            self.disk.name(name, Inode())
        if "O_TRUNC" in flags:
            self.disk.names[name].since.append(0)
        self.files[number], self.at[number] = self.disk.names[name], 0
        return is_new

    def _change(self, call: str, said: list[str], result: int) -> bool:
        file = self.files.get(int(said[0]))
        if file is None:
            return False
        if call in ("fsync", "fdatasync"):
            self.syncs += 1
            if isinstance(file, str):
                self.disk.synced(file)
            else:
                file.synced()
            return True
        assert isinstance(file, Inode)
        if call == "ftruncate":
            file.since.append(int(said[1]))
            return True
        content = said[1].encode("latin-1")[:result]
        number = int(said[0])
        offset = int(said[3]) if call == "pwrite64" else self.at[number]
        self.at[number] = offset + result
        file.since.append((offset, content))
        self.writes += 1
        return True

    def _rename(self, call: str, names: list[str]) -> bool:
        if not names:
            return False
        if call.startswith("link"):
            self.disk.name(names[1], self.disk.names[names[0]])
        elif call.startswith("rename"):
            inode = self.disk.names[names[0]]
            self.disk.name(names[1], inode)
            self.disk.name(names[0], None)
        else:
            self.disk.name(names[0], None)
        return True


# ---------------------------------------------------------------- the cuts
def run(cuts: int = 5000, seed: int = 1) -> Figures:
    """So many cuts at moments spread over a family's play, and a tenth as many on a game that does not sync."""
    wrong, did = cut_often(cuts, seed)
    careless, _ = cut_often(max(cuts // 10, 100), seed, "--careless")
    control = {"lost or corrupt without syncs": sum(careless.values())}
    return Figures("power cuts", did, wrong, control, {"cuts": cuts, "writes": 60, "syncs": 60})


def cut_often(cuts: int, seed: int, *words: str) -> tuple[dict[str, int], dict[str, int]]:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "family"
        folder.mkdir()
        acts = list(watched(folder, *words))
        moments = sum(1 for _ in moments_of(folder, acts))
        wanted = sorted(chance.choices(range(moments), k=cuts))
        lost = corrupt = done = 0
        for moment, replay in enumerate(moments_of(folder, acts)):
            while done < cuts and wanted[done] == moment:
                done += 1
                what = fate(replay.disk.cut(chance), replay.acks, Path(home) / "cut")
                lost, corrupt = lost + (what == "lost"), corrupt + (what == "corrupt")
        did = {"cuts": done, "moments": moments, "writes": replay.writes, "syncs": replay.syncs,
               "acknowledged": len(replay.acks)}  # fmt: skip
    return {"with something lost": lost, "corrupt": corrupt}, did


def moments_of(folder: Path, acts: list[Act]) -> Iterator[Replay]:
    """The replay after each act that touched the disk or told somebody something."""
    yield from replayed(Replay(folder), acts)


def replayed(replay: Replay, acts: list[Act]) -> Iterator[Replay]:
    for act in acts:
        if replay.do(act):
            yield replay


def fate(left: dict[str, bytes], acks: list[str], folder: Path) -> str:
    """What became of the family: "", "lost" or "corrupt". Facts told in one go must be there together."""
    put(left, folder)
    try:
        journal = Journal.open(folder / "journal.sqlite")
    except JournalError:
        return "corrupt"
    rows = list(journal.rows())
    journal.close()
    words = [row.kind for row in rows]
    if words.count("level_confirmed") != words.count("stars_awarded"):
        return "corrupt"
    return "lost" if set(acks) - {row.id for row in rows} else ""


def put(left: Mapping[str, bytes], folder: Path) -> None:
    """The folder as the power found it when it came back."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in left.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o600)
