"""One text of a catalogue, or its forms by number, and the placeholders in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

Entry = str | Mapping[str, str]  # a text, or its forms by number: one, few, many, other
# A value {n}, with what it counts {n days}, or from one to another {least to most days}.
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)(?: to ([a-z][a-z0-9_]*))?(?: ([a-z]+))?\}")


def names_in(entry: Entry) -> frozenset[str]:
    """The names in braces of a text; `n` belongs to every text with forms."""
    if isinstance(entry, str):
        return frozenset(name for first, last, _ in PLACEHOLDER.findall(entry) for name in (first, last) if name)
    return frozenset({"n"}).union(*map(names_in, entry.values()))
