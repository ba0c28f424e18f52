"""The disk refuses one write or one sync, each in turn: the family plays on, nothing is lost, nothing is doubled."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from game.data.journal.journal import Journal, JournalError
from tests.faults.figures import Figures
from tests.faults.power import ROOT

EXERCISES = 14
FACTS = EXERCISES * 3
LASTING = 6  # calls in a row that a full disk refuses


def run(writes: int = 80, syncs: int = 60, step: int = 1) -> Figures:
    """ENOSPC for some calls from each of the first `writes` writes on, EIO at each of the first `syncs` syncs."""
    lost = doubled = broken = hits = refused = 0
    cases = [("pwrite64", f"ENOSPC:when={n}..{n + LASTING}") for n in range(1, writes + 1, step)]
    cases += [("pwrite64", f"EIO:when={n}") for n in range(1, writes + 1, step)]
    cases += [("fsync,fdatasync", f"EIO:when={n}") for n in range(1, syncs + 1, step)]
    for calls, error in cases:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "journal.sqlite"
            said, met = played(path, calls, error)
            hits += met > 0
            refused += "refused" in said
            acks = {line.split()[1] for line in said.splitlines() if line.startswith("ack ")}
            if "done 0" not in said or len(acks) != FACTS:
                broken += 1
            kept = kept_ids(path)
            if kept is None:
                broken += 1
                continue
            lost += len(acks - set(kept))
            doubled += len(kept) - len(set(kept)) + max(0, len(kept) - FACTS)
    return Figures(
        "refused writes and syncs", {"cases": len(cases), "hit": hits, "refused starts tried again": refused},
        {"lost": lost, "doubled": doubled, "not finished": broken},
        {
            "lost by refused writes without a second try": control("pwrite64:error=ENOSPC:when=40..46"),
            "lost by refused syncs without a second try": control("fsync,fdatasync:error=EIO:when=20..26"),
        },
        {"hit": len(cases) * 9 // 10},
    )  # fmt: skip


def played(path: Path, calls: str, error: str) -> tuple[str, int]:
    """What a family's play said, and how often the disk refused."""
    out = path.with_name("strace.txt")
    command = [
        "strace", "-f", "-o", str(out), "-e", f"trace={calls}", "-P", str(path), "-P", f"{path}-journal",
        "-P", str(path.parent), "-e", f"inject={calls}:error={error}",
    ]  # fmt: skip
    game = [sys.executable, "-B", "-m", "tests.faults.plays", str(path), str(EXERCISES)]
    done = subprocess.run([*command, *game], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    return done.stdout + done.stderr, out.read_text().count("INJECTED")


def kept_ids(path: Path) -> list[str] | None:
    try:
        journal = Journal.open(path)
    except JournalError:
        return None
    try:
        return [row.id for row in journal.rows()]
    finally:
        journal.close()


def control(inject: str) -> int:
    """A game that tells each fact once and goes on when the disk refuses: what is missing in the end."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.sqlite"
        code = (
            "import sys; from pathlib import Path; from game.data.journal.journal import *; from tests.faults.plays import *\n"
            "journal = Journal.open(Path(sys.argv[1]))\n"
            "for i, facts in enumerate(words(14)):\n"
            "    ids = tuple(f'{i}-{n}' for n in range(len(facts)))\n"
            "    try: journal.append(facts, child='a', at=START, day=START.date(), offset=0, ids=ids)\n"
            "    except JournalError: pass\n"
        )
        calls = inject.partition(":")[0]
        words = ["-e", f"trace={calls}", "-e", f"inject={inject}", "-o", f"{folder}/s.txt"]
        command = ["strace", "-f", *words, sys.executable, "-B", "-c", code, str(path)]
        subprocess.run(command, cwd=ROOT, check=True, timeout=120)
        return FACTS - len(kept_ids(path) or [])
