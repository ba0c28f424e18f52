"""Whether pictures, sounds, texts and levels are still as they were shipped: every one by its SHA-256.

The list is `assets/hashes.txt`, one file a line; `assets/build/hashes.py` writes it. Text is hashed with plain line
ends, for a checkout on Windows may have others. Files that are not listed are somebody's own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources.abc import Traversable

from game.data.files.resources import resource

LIST = "hashes.txt"
FOLDERS = ("assets", "levels")
TEXT = (".json", ".md", ".svg", ".txt", ".yaml")
NOT_SHIPPED = ("build", "readme", "__pycache__", LIST)  # below assets


def digest(file: Traversable) -> str:
    """The SHA-256 of a shipped file; OSError when it cannot be read."""
    data = file.read_bytes()
    if file.name.endswith(TEXT):
        data = data.replace(b"\r\n", b"\n")
    return hashlib.sha256(data).hexdigest()


def listing() -> str:
    """What the list should say of the files as they are now."""
    return "".join(f"{digest(file)}  {name}\n" for name, file in sorted(_files()))


def _files() -> Iterator[tuple[str, Traversable]]:
    for folder in FOLDERS:
        yield from _below(resource(folder), folder)


def _below(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for file in folder.iterdir():
        if file.name in NOT_SHIPPED or file.name.startswith(".") or file.name.endswith("~"):
            continue
        if file.is_dir():
            yield from _below(file, f"{name}/{file.name}")
        elif file.is_file():
            yield f"{name}/{file.name}", file


def listed() -> dict[str, str]:
    """The hashes that were shipped, by the files' names; ValueError for what is no list, OSError for none."""
    lines = resource("assets", LIST).read_text(encoding="ascii").splitlines()
    known = {name: kept for kept, _, name in (line.partition("  ") for line in lines)}
    if not known or "" in known:
        raise ValueError(f"{LIST} is no list of files")
    return known


def added() -> Iterator[str]:
    """Files beside the shipped ones that the list does not name: somebody's own. None where no list can be read."""
    try:
        known = listed()
    except (OSError, ValueError):
        return
    yield from sorted(name for name, _ in _files() if name not in known)


def problems() -> Iterator[str]:
    """Every listed file that is missing or not as it was shipped, in one line each; nothing when all is well."""
    try:
        known = listed()
    except (OSError, ValueError) as error:
        yield f"assets/{LIST} cannot be read ({error})"
        return
    for name, kept in known.items():
        try:
            if digest(resource(*name.split("/"))) != kept:
                yield f"{name} is not as it was shipped"
        except FileNotFoundError:
            yield f"{name} is missing"
        except OSError as error:
            yield f"{name} cannot be read ({error.strerror or error})"
