"""Writes what a start has instead of YAML (`game/data/files/compiled.py`), and assets/hashes.txt, by which `doctor` tells
whether the shipped files are whole.

    python assets/build/hashes.py

To be run after anything below assets/ or levels/ has changed; a test says so where it was forgotten.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from game.core.content import Catalogue  # noqa: E402
from game.core.locales import Locale  # noqa: E402
from game.data import as_written  # noqa: E402
from game.data.files import compiled, shipped  # noqa: E402
from game.data.files.plain import plain  # noqa: E402
from game.data.levels.playable import source_of  # noqa: E402
from game.data.texts.languages import languages  # noqa: E402

Entries = dict[str, tuple[bytes, object]]
ART = (
    "rigs/*.yaml", "scenery/*.yaml", "maps/*.yaml", "spreads/*.yaml", "camp.yaml", "days.yaml", "figures.yaml", "stickers.yaml",
    "text/story_plan.yaml",
)  # fmt: skip


def art(folder: Path) -> Entries:
    """Every file of our own art."""
    files = (file for pattern in ART for file in folder.glob(pattern))
    return {
        file.relative_to(folder).with_suffix("").as_posix(): (
            file.read_bytes(),
            as_written.art(file.read_text("utf-8")),
        )
        for file in files
    }


def texts(folder: Path) -> Entries:
    """Every catalogue of texts; one with a mistake is left out, and read as it is."""
    found: Entries = {}
    for file in folder.glob("*/*.yaml"):
        entries, problems = as_written.texts(file)
        if not problems:
            found[f"{file.parent.name}/{file.name}"] = file.read_bytes(), entries
    return found


def locales(folder: Path) -> Entries:
    """The facts of every language; those of one with a mistake are left out, and read as they are."""
    found: Entries = {}
    for file in folder.glob("*.yaml"):
        locale, problems = as_written.locale(file, file.stem)
        if not problems:
            found[file.stem] = file.read_bytes(), plain(Locale, locale)
    return found


def levels(folder: Path) -> Entries:
    """All that can be played, in each language that can be played in; nothing where a file has a mistake."""
    found: Entries = {}
    for language in languages():
        catalogue, problems = as_written.levels(folder, None, language)
        if catalogue and not problems:
            found[language] = source_of(folder), plain(Catalogue, catalogue)
    return found


def main() -> None:
    for folder, read in zip(compiled.FOLDERS, (art, texts, locales, levels), strict=True):
        (ROOT / folder / compiled.FILE).write_text(
            compiled.written(read(ROOT / folder)), encoding="utf-8", newline="\n"
        )
    target = ROOT / "assets" / shipped.LIST
    target.write_text(shipped.listing(), encoding="ascii", newline="\n")
    print(f"{target}: {len(shipped.listed())} files")


if __name__ == "__main__":
    main()
