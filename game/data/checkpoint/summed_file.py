"""A file of one line that says what follows and of which program it is, a line of JSON, and whatever comes after it.

Written whole or not at all, for its owner alone; read only where the key and the sum of the line are right.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any


def write_summed(path: Path, key: str, said: object, after: Iterable[bytes] = ()) -> None:
    """Takes the place of an older one; OSError when it cannot be written."""
    body = json.dumps(said, separators=(",", ":")).encode("ascii")
    head = json.dumps({"key": key, "sha256": hashlib.sha256(body).hexdigest()}).encode("ascii")
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        handle = os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(head + b"\n" + body + b"\n")
            file.writelines(after)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def read_summed(path: Path, key: str) -> tuple[Any, int] | None:
    """The line of JSON, and where in the file the rest begins; None under another key, or with another sum. OSError or
    ValueError where it cannot be read."""
    if not path.is_file():  # nor a pipe, which nobody may ever write into
        return None
    with path.open("rb") as file:
        head, body = file.readline(), file.readline().removesuffix(b"\n")
        end = file.tell()
    if json.loads(head) != {"key": key, "sha256": hashlib.sha256(body).hexdigest()}:
        return None
    return json.loads(body), end


def remove_file(path: Path) -> None:
    """It is not relied on any more; OSError when it cannot be removed."""
    with suppress(FileNotFoundError):
        path.unlink()
