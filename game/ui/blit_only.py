"""Where a picture may only be put together from what is there already.

The loop draws inside `blit_only`: whoever would have to make something then (a raster, a shadow, a still picture, a
place read from a file) says so instead, and the whole picture is drawn in another thread while the loop goes on.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_here = threading.local()


class NotMade(Exception):
    """Something of the picture has to be made first."""


@contextmanager
def blit_only() -> Iterator[None]:
    """In this block and this thread `makes` refuses."""
    _here.is_strict = True
    try:
        yield
    finally:
        _here.is_strict = False


def may_make() -> bool:
    """Whether something may be made here and now."""
    return not getattr(_here, "is_strict", False)


def makes(what: object) -> None:
    """To be called before anything is made. Raises NotMade, with `what` it is, where only blits are allowed."""
    if not may_make():
        raise NotMade(what)
