"""The file of what the next start shows first: two lines, like a checkpoint's first two, small and read at once.

It is a cache, believed for the very diary it was made of: the same program and level files, the same last row. It holds
nicknames, so it is for its owner alone and goes with what is erased.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from game.core.content import Slot
from game.core.first_look import FirstLook, Head
from game.data.checkpoint.summed_file import read_summed, write_summed
from game.data.journal.opening import ProvenPart

log = logging.getLogger(__name__)


class KeptLook(NamedTuple):
    """What is shown first, of the diary that ends with the last row of `proven`, which was whole."""

    look: FirstLook
    proven: ProvenPart

    @property
    def end(self) -> tuple[int, str]:
        """Number and hash of that row."""
        return self.proven.place, self.proven.links[self.proven.place]


def write_look(path: Path, key: str, kept: KeptLook) -> None:
    """Takes the place of an older one, whole or not at all; `key` says of which program and levels it is. OSError when
    it cannot be written."""
    look, proven = kept
    said = {
        "settings": dict(look.settings),
        "has_pin": look.has_pin,
        "exercises": sorted(look.exercises),
        "programmes": sorted(look.programmes),
        "heads": [[day.isoformat(), slot.value, heads] for (day, slot), heads in look.heads.items()],
        "proven": [list(proven.links.items()), proven.device, proven.seq],
    }
    write_summed(path, key, said)


def read_look(path: Path, key: str) -> KeptLook | None:
    """What was written there under that key; None when there is nothing one could rely on."""
    try:
        said = read_summed(path, key)
        return said and _read(said[0])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        log.info("nothing to show first: %s", error)
        return None


def _read(said: Mapping[str, Any]) -> KeptLook:
    links, device, seq = said["proven"]
    proven = ProvenPart({int(place): str(link) for place, link in links}, str(device), int(seq))
    heads = {
        (date.fromisoformat(day), Slot(slot)): tuple(_head(*row) for row in rows) for day, slot, rows in said["heads"]
    }
    if not proven.links or not all(heads.values()):
        raise ValueError("it says of nobody what it shows")
    exercises, programmes = frozenset(said["exercises"]), frozenset(said["programmes"])
    return KeptLook(FirstLook(dict(said["settings"]), bool(said["has_pin"]), exercises, programmes, heads), proven)


def _head(id_: str, nickname: str, animal: str, is_asleep: bool, is_done: bool, waits: int, begun: float) -> Head:
    return Head(str(id_), str(nickname), str(animal), bool(is_asleep), bool(is_done), int(waits), float(begun))
