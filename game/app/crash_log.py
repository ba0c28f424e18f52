"""A mistake of ours, kept for whoever mends it: the trace in a log file beside the family's diary."""

from __future__ import annotations

import logging
import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

NAME = "log.txt"
LARGEST = 512 * 1024  # bytes; an older log is begun anew
log = logging.getLogger(__name__)


def keep_trace(error: Exception, folder: str) -> None:
    """Appends the trace to the log in `folder` ("" for none) and says in one line where it is; raises nothing."""
    trace = "".join(traceback.format_exception(error))
    log.debug("%s", trace)
    where = ""
    if folder:
        path = Path(folder) / NAME
        try:
            mode = "w" if path.exists() and path.stat().st_size > LARGEST else "a"
            with open(path, mode, encoding="utf-8", opener=_private) as file:
                file.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n{trace}\n")
            where = f"; the trace is in {path}"
        except OSError as reason:
            where = f"; the log cannot be written: {reason.strerror}"
    log.error("the game made a mistake: %s: %s%s", type(error).__name__, error, where)


def _private(path: str, flags: int) -> int:
    """A trace may name what a family typed: it is for its owner alone."""
    return os.open(path, flags, 0o600)
