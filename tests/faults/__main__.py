"""The full figures by one command: `python -m tests.faults`, about an hour on two cores.

`python -m tests.faults kills power` runs only those, `--quick` runs what the normal tests run, `--help` lists them all.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable

from tests.faults import (
    damage,
    doors,
    erased,
    errors,
    fuzz,
    imported,
    interrupted,
    kills,
    power,
    power_copies,
    reasons,
    replaced,
    sockets,
)
from tests.faults.figures import Figures

# name -> (full, quick, whether it needs strace)
ALL: dict[str, tuple[Callable[[], Figures], Callable[[], Figures], bool]] = {
    "kills": (lambda: kills.run(1000), lambda: kills.run(50), False),
    "power": (lambda: power.run(5000), lambda: power.run(500), True),
    "power-copies": (lambda: power_copies.run(1000), lambda: power_copies.run(24), True),
    "errors": (lambda: errors.run(80, 60), lambda: errors.run(80, 60, step=16), True),
    "interrupted": (lambda: interrupted.run(200), lambda: interrupted.run(8), False),
    "replaced": (lambda: replaced.run(260), lambda: replaced.run(26), False),
    "unseen": (lambda: erased.unseen(200), lambda: erased.unseen(8), False),
    "foreign": (lambda: erased.foreign(200), lambda: erased.foreign(10), False),
    "numbers": (lambda: imported.numbers(400), lambda: imported.numbers(20), False),
    "strange": (lambda: imported.strange(2000), lambda: imported.strange(60), False),
    "damage": (lambda: damage.run(1000), lambda: damage.run(66), False),
    "fuzz": (lambda: fuzz.run(50_000), lambda: fuzz.run(300), False),
    "reasons": (reasons.run, lambda: reasons.run(every=30, step=26), False),
    "doors": (lambda: doors.run(600), lambda: doors.run(8), False),
    "sockets": (lambda: sockets.run(600), lambda: sockets.run(60), True),
}


WHAT = {
    "kills": "the game is killed while it tells", "power": "the power goes while it tells",
    "power-copies": "the power goes in a copy, a return, a mending, an erase, a new layout",
    "errors": "the disk refuses a write or a sync", "interrupted": "a copy, a return, a new layout is killed",
    "replaced": "another program takes the diary's file or its rollback journal away, or writes into it",
    "unseen": "a child is erased where copies cannot be looked at",
    "foreign": "a child is erased among what other programs left",
    "numbers": "told on after a file with hostile numbers and years",
    "strange": "children of any name and look, and clocks of 1970, from elsewhere",
    "damage": "bits, blocks and ends of a diary are spoiled", "fuzz": "a level file with anything in it",
    "reasons": "a year of every programme, age and family, every sentence about the rules looked at",
    "doors": "windows started at once", "sockets": "whether the game speaks to the internet",
    "monkey": "random presses, a million frames",
}  # fmt: skip


def read(words: list[str]) -> argparse.Namespace:
    """What is asked for: `cases`, all of them when none is named, `quick`, and `frames` of the monkey."""
    listed = "\n".join(f"  {name:14}{what}" for name, what in WHAT.items())
    parser = argparse.ArgumentParser(
        "python -m tests.faults", description="Breaks things on purpose and prints what came of it.",
        epilog=f"cases, all of them when none is named:\n{listed}\n\n0 when everything is as promised, 1 when not.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("cases", nargs="*", metavar="CASE", help="which to run, one after another")
    parser.add_argument("--quick", action="store_true", help="as the other tests run them, seconds each")
    parser.add_argument("--frames", type=int, help="how long the monkey presses, 60 frames a second")
    asked = parser.parse_args(words)
    if unknown := [name for name in asked.cases if name not in WHAT]:
        parser.error(f"there is no case {', '.join(unknown)}; there are {', '.join(WHAT)}")
    asked.cases = asked.cases or list(WHAT)
    return asked


def main(words: list[str]) -> int:
    """0 when everything is as promised."""
    asked = read(words)
    names, is_quick, is_good = asked.cases, asked.quick, True
    for name in names:
        started = time.monotonic()
        if name == "monkey":
            line, is_as_promised = _monkey(asked.frames or (20_000 if is_quick else 1_000_000))
        else:
            full, quick, needs_strace = ALL[name]
            if needs_strace and not shutil.which("strace"):
                print(f"{name}: skipped, strace is not installed", flush=True)
                continue
            figures = (quick if is_quick else full)()
            line, is_as_promised = figures.line(), not figures.faults()
        print(f"{line} ({time.monotonic() - started:.0f} s)", flush=True)
        is_good &= is_as_promised
    return 0 if is_good else 1


def _monkey(frames: int) -> tuple[str, bool]:
    import os

    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    import platformdirs

    from tests.faults import monkey

    with tempfile.TemporaryDirectory() as documents:  # nobody's own: a monkey saves many pages
        platformdirs.user_documents_dir = lambda: documents
        found = monkey.run(frames)
    return f"monkey: {found}", not found["faults"] and found["memory_growth_mb"] <= 20


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
