"""The fonts that are on this computer: their files, looked for in the folders where systems keep them.

No program is asked. The usual one is missing on a bare machine and is too slow on a busy one, and then a family's name
would be a row of signs for missing letters until the next start.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

ENDINGS = (".ttf", ".otf", ".ttc")
MOST_FILES, MOST_FAMILIES = 5000, 200  # a printer's computer has more; each tried for a letter costs a thousandth s
BOLD = re.compile(r"bold|black|heavy|bd$", re.IGNORECASE)
LEANING = re.compile(r"italic|oblique|condensed|light|thin", re.IGNORECASE)
# What a file's name says after its family's: "NotoSans-Bold", "DejaVuSans-ExtraLight", "NotoSans[wght]".
STYLE = re.compile(r"[-_\[].*$")


def folders(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Where fonts are, the system's first; a folder named here need not exist."""
    home = environ.get("HOME") or environ.get("USERPROFILE")
    own = Path(home) if home else None
    if platform == "win32":
        local = environ.get("LOCALAPPDATA")
        rows = [Path(environ.get("WINDIR") or r"C:\Windows") / "Fonts"]
        return (*rows, *([Path(local) / "Microsoft" / "Windows" / "Fonts"] if local else []))
    if platform == "darwin":
        rows = [Path("/System/Library/Fonts"), Path("/Library/Fonts")]
        return (*rows, *([own / "Library" / "Fonts"] if own else []))
    shared = [d for d in (environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":") if d]
    rows = [Path(d) / "fonts" for d in (*shared, "/usr/local/share", "/usr/share")]
    if own:
        rows += [Path(environ.get("XDG_DATA_HOME") or own / ".local" / "share") / "fonts", own / ".fonts"]
    return tuple(dict.fromkeys(rows))


def files(places: Sequence[Path]) -> Iterator[str]:
    """Every font file below these folders; what cannot be read is passed over."""
    for place in places:
        for folder, inner, names in os.walk(place):
            inner.sort()
            yield from (str(Path(folder) / name) for name in sorted(names) if name.lower().endswith(ENDINGS))


def in_order(paths: Iterable[str], families: Sequence[str]) -> tuple[str, ...]:
    """One file of each family, an upright bold one where there is one: these families first, in this order."""
    places = {family: i for i, family in enumerate(families)}
    best: dict[str, str] = {}
    for path in sorted(paths, key=lambda p: (bool(LEANING.search(Path(p).stem)), not BOLD.search(Path(p).stem), p)):
        best.setdefault(family_of(path), path)
    order = sorted(best, key=lambda family: (places.get(family, len(places)), family))
    return tuple(best[family] for family in order[:MOST_FAMILIES])


def family_of(path: str) -> str:
    """What a file's name says of its family, in small letters and digits alone.

    >>> family_of("/usr/share/fonts/truetype/noto/NotoSansArabic-Bold.ttf")
    'notosansarabic'
    """
    return re.sub(r"[^a-z0-9]", "", STYLE.sub("", Path(path).stem.replace(" ", "")).lower())


@cache
def known(families: tuple[str, ...]) -> tuple[str, ...]:
    """This computer's font files in that order; looked for once in a run."""
    return in_order(islice(files(folders()), MOST_FILES), families)
