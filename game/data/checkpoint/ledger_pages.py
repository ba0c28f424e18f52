"""The pages at the end of a checkpoint's file, ledgers and names: each is read, and proven, when it is asked for.

The file may be another by then, or damaged: a page that is not the one the index tells of cannot be had.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from game.core.reports.kept_ledger import Ledger

Place = tuple[int, int, str]  # where a page begins behind the index, its bytes and their sum


class Shelf:
    """Pages in a row, and where each is found again: those of some children's ledgers by the `index`."""

    def __init__(self, ledgers: Mapping[str, Ledger]) -> None:
        self.pages: list[bytes] = []
        self.index: dict[str, object] = {}
        self._end = 0
        for child, ledger in ledgers.items():
            rows = [(name, *self.put(ledger.page(name))) for name in ledger.pages]
            self.index[child] = [ledger.first.isoformat(), ledger.until.isoformat(), list(ledger.exercises), rows]

    def put(self, page: bytes) -> Place:
        """One more page; where it lies."""
        at, self._end = self._end, self._end + len(page)
        self.pages.append(page)
        return at, len(page), _sum(page)


class FilePages(Mapping[str, bytes]):
    """Pages by name; OSError or ValueError for one that is not there any more. Those read once are kept."""

    def __init__(self, path: Path, rows: Mapping[str, Place]) -> None:
        self._path, self._rows = path, rows
        self._read: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> bytes:
        if name not in self._read:
            at, size, said = self._rows[name]
            with self._path.open("rb") as file:
                file.seek(at)
                page = file.read(size)
            if _sum(page) != said:
                raise ValueError(f"{name} is another page")
            self._read[name] = page
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def _sum(page: bytes) -> str:
    return blake2b(page, digest_size=16).hexdigest()
