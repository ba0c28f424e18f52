"""Writes assets/text/compiled.json, from which a start has its texts, and assets/hashes.txt, by which `doctor` tells
whether the shipped files are whole.

    python assets/build/hashes.py

To be run after anything below assets/ or levels/ has changed; a test says so where it was forgotten.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from game.data.files import shipped  # noqa: E402
from game.data.texts import compiled  # noqa: E402
from game.data.texts.texts import read_texts  # noqa: E402

TEXTS = ROOT / "assets" / "text"


def texts() -> compiled.Compiled:
    """Every catalogue as it reads now; one with a mistake is left out, and read as it is."""
    found = {}
    for file in sorted(TEXTS.glob("*/*.yaml")):
        entries, problems = read_texts(file)
        if not problems:
            found[f"{file.parent.name}/{file.name}"] = compiled.sum_of(file.read_bytes()), entries
    return found


def main() -> None:
    (TEXTS / compiled.FILE).write_text(compiled.written(texts()), encoding="ascii", newline="\n")
    target = ROOT / "assets" / shipped.LIST
    target.write_text(shipped.listing(), encoding="ascii", newline="\n")
    print(f"{target}: {len(shipped.listed())} files")


if __name__ == "__main__":
    main()
