"""Writes assets/hashes.txt, by which `doctor` tells whether the shipped files are whole.

    python assets/build/hashes.py

To be run after anything below assets/ or levels/ has changed; a test says so where it was forgotten.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from game.data.files import shipped  # noqa: E402


def main() -> None:
    target = ROOT / "assets" / shipped.LIST
    target.write_text(shipped.listing(), encoding="ascii", newline="\n")
    print(f"{target}: {len(shipped.listed())} files")


if __name__ == "__main__":
    main()
