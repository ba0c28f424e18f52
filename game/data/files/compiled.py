"""What our own YAML said when the game was made, so that a start need not read it again.

`assets/build/hashes.py` writes one such file into each folder of `FOLDERS`, a line an entry: its name, the SHA-256 of
the YAML it came from, that of what follows, and the values as JSON. YAML that was edited is another one and is read as
it is, and so is all of which there is no whole line: with the file, without it or with a damaged one, all is the same.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping
from importlib.resources.abc import Traversable

FILE = "compiled.txt"
FOLDERS = ("assets", "assets/text", "assets/locales", "levels")
log = logging.getLogger(__name__)


def sum_of(text: bytes) -> bytes:
    """By which a text is known again, whatever its line ends: a checkout on Windows may have others."""
    return hashlib.sha256(text.replace(b"\r\n", b"\n")).hexdigest().encode("ascii")


class Compiled:
    """The entries of one folder. Raises nothing: what cannot be read is not there."""

    def __init__(self, folder: Traversable) -> None:
        self._entries: dict[bytes, bytes] = {}
        try:
            lines = (folder / FILE).read_bytes().splitlines()
        except FileNotFoundError:
            return
        except OSError as error:
            log.info("what was compiled is read anew: %s", error)
            return
        for line in lines:
            name, _, rest = line.partition(b" ")
            self._entries[name] = rest

    def names(self) -> frozenset[str]:
        """Of what there is an entry, whole or not."""
        return frozenset(name.decode("ascii", "replace") for name in self._entries)

    def said(self, name: str, source: bytes) -> object | None:
        """The values that were read of this very source; None where there are none, or not whole."""
        of, _, kept = self._entries.get(name.encode(), b"").partition(b" ")
        sum_, _, text = kept.partition(b" ")
        if of != sum_of(source) or sum_ != sum_of(text):
            return None
        try:
            values: object = json.loads(text)
        except (ValueError, RecursionError) as error:  # somebody gave it the right sums by hand
            log.info("what was compiled of %s is read anew: %s", name, error)
            return None
        return values


def written(entries: Mapping[str, tuple[bytes, object]]) -> str:
    """The file's text: by name the source and its values, of what JSON knows. ValueError for a name with a space in
    it."""
    lines = []
    for name, (source, values) in sorted(entries.items()):
        if " " in name:
            raise ValueError(f"no name of an entry: {name}")
        text = json.dumps(values, separators=(",", ":"), ensure_ascii=False)  # Russian takes a third of the room so
        lines.append(f"{name} {sum_of(source).decode()} {sum_of(text.encode()).decode()} {text}\n")
    return "".join(lines)
