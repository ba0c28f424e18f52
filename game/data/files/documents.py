"""Files for people, among the family's documents or on a stick: whole or not there, and never over another one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import platformdirs

from game.data.journal.file_copies import draft_of

if sys.platform == "win32":
    import ctypes

# Where systems put what was plugged in: one folder a medium, or one for each user first.
MEDIA = {"linux": ("/run/media/*/*", "/media/*/*", "/media/*"), "darwin": ("/Volumes/*",)}
REMOVABLE = 2  # what Windows calls a drive that can be pulled out (fileapi.h)


def documents() -> Path:
    """The family's own folder for documents."""
    return Path(platformdirs.user_documents_dir())


def sticks() -> Iterator[Path]:
    """Media plugged in that somebody may write on."""
    if sys.platform == "win32":
        drives = (f"{letter}:\\" for letter in "DEFGHIJKLMNOPQRSTUVWXYZ")
        yield from (Path(drive) for drive in drives if ctypes.windll.kernel32.GetDriveTypeW(drive) == REMOVABLE)
        return
    for pattern in MEDIA.get(sys.platform, ()):
        for place in sorted(Path("/").glob(pattern[1:])):
            if os.path.ismount(place) and os.access(place, os.W_OK):
                yield place


def at_home() -> Iterator[Path]:
    """Where a page is looked for first. Sticks are only looked for when they are needed: a dead one takes its time."""
    yield documents()
    yield from sticks()


def away() -> Iterator[Path]:
    """Where to go when the computer's own disk is full."""
    yield from sticks()
    yield documents()


def save(name: str, content: str | bytes, folders: Iterable[Path], *, is_lasting: bool = True) -> Path:
    """The file in the first folder that takes it, under a name of its own; where none does, what the first one said.
    `is_lasting`: see `write`."""
    refused: OSError | None = None
    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return write(_free(folder / name), content, is_lasting=is_lasting)
        except OSError as error:
            refused = refused or error
    raise refused or FileNotFoundError(f"there is no folder for {name}")


def save_all(files: Mapping[str, str | bytes], folders: Iterable[Path]) -> tuple[Path, ...]:
    """Files that belong together, side by side in the first folder that takes them all, under names of their own with
    one number; as `save` refuses."""
    refused: OSError | None = None
    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            targets = _free_together([folder / name for name in files])
            write_all(dict(zip(targets, files.values(), strict=True)))
            return targets
        except OSError as error:
            refused = refused or error
    raise refused or FileNotFoundError("there is no folder for these files")


def write(target: Path, content: str | bytes, *, is_lasting: bool = True) -> Path:
    """The whole content at `target`, text as UTF-8, for its owner alone, or nothing changed there. `is_lasting` waits
    until it is on the disk, which a slow one makes a wait of seconds."""
    write_all({target: content}, is_lasting=is_lasting)
    return target


def write_all(files: Mapping[Path, str | bytes], *, is_lasting: bool = True) -> None:
    """Files that belong together: each is whole before the first takes its place, so that a full disk changes none."""
    drafts = {target: draft_of(target) for target in files}
    try:
        for target, content in files.items():
            with open(drafts[target], "wb", opener=_private) as file:
                file.write(content.encode("utf-8") if isinstance(content, str) else content)
                if is_lasting:
                    file.flush()
                    os.fsync(file.fileno())
        for target, draft in drafts.items():
            draft.replace(target)
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _free(path: Path) -> Path:
    return _free_together([path])[0]


def _free_together(paths: Sequence[Path]) -> tuple[Path, ...]:
    names, n = tuple(paths), 2
    while any(name.exists() for name in names):
        names, n = tuple(path.with_stem(f"{path.stem}-{n}") for path in paths), n + 1
    return names
