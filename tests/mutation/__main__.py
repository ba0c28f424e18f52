"""`python -m tests.mutation`: 200 of all small changes to the core, and whether its tests notice each.

A change lives in the memory of one process and never on the disk, so several may run at once (`--jobs`). One run of all
tests first tells which of them run each line (with `coverage`; kept until a file changes): a change needs only those.
The sample goes by what stands in the lines, so another change elsewhere leaves it as it was. What cannot be noticed
stands in `survivors.yaml` with the reason, counts as not noticed and is not tried again.
0 when at least nine of ten were noticed, else 1; whatever is wrong with the run itself is an error and no figure.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

import yaml

from tests.mutation.changes import changes
from tests.mutation.runs import Mutant, all_tests, noticed_by

ROOT = Path(__file__).parents[2]
CORE = Path("game", "core")
ARGUED = "tests/mutation/survivors.yaml"
ENOUGH = 0.9  # of the sample must be noticed


def all_mutants(below: Path) -> list[Mutant]:
    """Of every file below a folder, or of one file, by name and place."""
    files = sorted(below.rglob("*.py")) if below.is_dir() else [below]
    return [Mutant(f, c) for f in files for c in changes(f.read_text("utf-8"))]


def sample(mutants: list[Mutant], many: int, seed: int) -> list[Mutant]:
    """The same of them as long as their own lines stay the same."""
    times = Counter[str]()  # one line may stand at several places
    rows = []
    for mutant in mutants:
        times[mutant.name] += 1
        rows.append((hashlib.sha256(f"{seed} {times[mutant.name]} {mutant.name}".encode()).digest(), mutant))
    return [mutant for _, mutant in sorted(rows, key=lambda row: row[0])[:many]]


def argued() -> dict[str, str]:
    """The changes that cannot be noticed, by name, each with the reason."""
    file = Path(ARGUED)
    rows = yaml.safe_load(file.read_text("utf-8")) if file.exists() else []
    return {change: row["why"] for row in rows for change in row["changes"]}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--sample", type=int, default=200, help="how many changes (200)")
    parser.add_argument("--seed", type=int, default=1, help="which of them (1)")
    parser.add_argument("--only", type=Path, help="all of a file's or folder's, named from game/")
    parser.add_argument("--thresholds", action="store_true", help="no sample: every <, <=, > and >=")
    parser.add_argument("--like", default="", help="of these the ones with these words in their name")
    parser.add_argument("--jobs", type=int, default=1, help="how many at once (1)")
    parser.add_argument("--list", action="store_true", help="name them and run nothing")
    parser.add_argument("--whole", action="store_true", help="every test for every change; needs no `coverage`")
    parser.add_argument("--root", type=Path, default=ROOT, help="another project")
    asked = parser.parse_args()
    os.chdir(asked.root)
    mutants = all_mutants(Path("game", asked.only) if asked.only else CORE)
    total = len(mutants)
    if asked.thresholds:
        mutants = [m for m in mutants if m.change.before in ("<", "<=", ">", ">=")]
    elif not asked.only:
        mutants = sample(mutants, asked.sample, asked.seed)
    mutants = [m for m in mutants if asked.like in m.name]
    print(f"{len(mutants)} of {total} changes", flush=True)
    if asked.list:
        print(*mutants, sep="\n")
        return 0
    reasons = argued()
    known = [m for m in mutants if m.name in reasons]
    tried = [m for m in mutants if m.name not in reasons]
    ran = all_tests(CORE, with_lines=not asked.whole)
    survived: list[Mutant] = []
    since = time.monotonic()
    with ThreadPoolExecutor(asked.jobs) as pool:
        runs = {pool.submit(noticed_by, mutant, ran): mutant for mutant in tried}
        for run in as_completed(runs):
            mutant, test = runs[run], run.result()
            word = "noticed" if test else "SURVIVED"
            print(f"{time.monotonic() - since:6.0f} s  {word}  {mutant}  {test}", flush=True)
            if not test:
                survived.append(mutant)
    noticed = len(tried) - len(survived)
    share = noticed / len(mutants)
    print(f"noticed {noticed} of {len(mutants)}, {share:.1%}")
    print("cannot be noticed:", *(f"{m}\n    {reasons[m.name]}" for m in known), sep="\n  ")
    print("not noticed:", *survived, sep="\n  ")
    return 0 if share >= ENOUGH else 1


if __name__ == "__main__":
    sys.exit(main())
