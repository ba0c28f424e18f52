"""The computer's clock; everything that needs the time is given it, and this is where it comes from."""

from __future__ import annotations

from datetime import UTC, datetime


def local_now() -> datetime:
    """This moment with the computer's own offset."""
    return datetime.now(UTC).astimezone()
