"""The file a checkpoint is kept in: one line that says what follows and of which program it is, then the family, then
the pages of its ledgers and the names of all plays and sessions, which grow with the years.

It is a cache. Whatever is wrong with it (another program's, another version's, cut, changed, of another diary), it is
as if it were not there. It holds nicknames, so it is for its owner alone and goes with what is erased.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_type_hints

from game.core.events import GateSet
from game.core.history.history import Attempt, Child, Family, Session
from game.core.history.missing_content import NamesTold
from game.core.history.persistent import Records
from game.core.reports.kept_ledger import Ledger
from game.core.rules.state import ChildState
from game.core.rules.timeline import DaysBefore
from game.data.checkpoint.archive import ArchivedChild, Names
from game.data.checkpoint.ledger_pages import FilePages, Shelf
from game.data.checkpoint.summed_file import read_summed, write_summed
from game.data.files.plain import plain, read
from game.data.journal.opening import ProvenPart
from game.frozen import dataclass

NAMES = "names"
RECORDS = ("attempts", "sessions", "events", "past")  # of a child: kept by themselves, or left in the diary
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeptFamily:
    """What the file holds: a family as it stood when the row `place` was told, and the ledger of each of `days`, of
    which nothing is read until somebody asks.

    `children` hold the few plays and sessions something may still be said of; `archived` says what else there is of
    each, `days` what the rules carry over, where they can be gone on with. `named` is all that was named by then,
    `devices` those that told, `last` the latest moment told (UTC). `proven` is what was whole when the file was
    written.
    """

    place: int
    family: Family
    archived: Mapping[str, ArchivedChild]
    days: Mapping[str, tuple[DaysBefore, ChildState]]
    named: NamesTold
    devices: tuple[str, ...]
    last: datetime
    proven: ProvenPart
    ledgers: Mapping[str, Ledger]


def write_file(path: Path, key: str, kept: KeptFamily) -> None:
    """Takes the place of an older one, whole or not at all; `key` says of which program and levels it is. OSError when
    it cannot be written, `LedgerGone` or `NamesGone` where a page that is gone on with cannot be read."""
    shelf = Shelf(kept.ledgers)
    write_summed(path, key, {**_plain_family(kept, shelf), "ledgers": shelf.index}, shelf.pages)


def read_file(path: Path, key: str) -> KeptFamily | None:
    """What was written there under that key; None when there is nothing one could rely on."""
    try:
        said = read_summed(path, key)
        return said and _read_family(said[0], _ledgers(said[0]["ledgers"], path, said[1]), path, said[1])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        log.info("no checkpoint: %s", error)
        return None


# ---------------------------------------------------------------- the family
def _plain_family(kept: KeptFamily, shelf: Shelf) -> dict[str, object]:
    family = kept.family
    return {
        "place": kept.place,
        "settings": dict(family.settings),
        "gate": plain(GateSet | None, family.gate),
        "tries": plain(tuple[datetime, ...], family.tries),
        "missed": plain(tuple[datetime, ...], family.missed),
        "children": [_plain_child(child, kept, shelf) for child in family.children.values()],
        "named": plain(NamesTold, kept.named),
        "devices": kept.devices,
        "last": kept.last.isoformat(),
        "proven": [list(kept.proven.links.items()), kept.proven.device, kept.proven.seq],
    }


def _read_family(said: Mapping[str, Any], ledgers: Mapping[str, Ledger], path: Path, begin: int) -> KeptFamily:
    children: dict[str, Child] = {}
    archived: dict[str, ArchivedChild] = {}
    days: dict[str, tuple[DaysBefore, ChildState]] = {}
    for row in said["children"]:
        child = _read_child(row)
        children[child.id] = child
        archived[child.id] = ArchivedChild(
            row["told"], _names(row["plays"], path, begin), _names(row["sessions"], path, begin)
        )
        if row["days"] is not None:
            days[child.id] = read(DaysBefore, row["days"]), read(ChildState, row["state"])
    links, device, seq = said["proven"]
    if said["place"] not in [place for place, _ in links]:
        raise ValueError("it says nothing of the row it ends with")
    return KeptFamily(
        int(said["place"]),
        Family(
            MappingProxyType(children),
            MappingProxyType(dict(said["settings"])),
            read(GateSet | None, said["gate"]),
            read(tuple[datetime, ...], said["tries"]),
            read(tuple[datetime, ...], said["missed"]),
        ),
        archived,
        days,
        read(NamesTold, said["named"]),
        tuple(said["devices"]),
        datetime.fromisoformat(said["last"]).astimezone(UTC),
        ProvenPart({int(place): str(link) for place, link in links}, str(device), int(seq)),
        ledgers,
    )


def _ledgers(said: Mapping[str, Any], path: Path, begin: int) -> dict[str, Ledger]:
    """The ledgers whose pages begin at that place of the file."""
    found = {}
    for child, (first, until, exercises, rows) in said.items():
        pages = FilePages(path, {name: (begin + at, size, sum_) for name, at, size, sum_ in rows})
        found[child] = Ledger(date.fromisoformat(first), date.fromisoformat(until), tuple(exercises), pages)
    return found


@cache
def _parts() -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(Child)
    return tuple((field.name, hints[field.name]) for field in fields(Child) if field.name not in RECORDS)


def _plain_child(child: Child, kept: KeptFamily, shelf: Shelf) -> dict[str, object]:
    archived, days = kept.archived[child.id], kept.days.get(child.id)
    return {
        "child": [plain(kind, getattr(child, name)) for name, kind in _parts()],
        "told": archived.told,
        "plays": [len(archived.plays), *shelf.put(archived.plays.to_bytes())],
        "sessions": [len(archived.sessions), *shelf.put(archived.sessions.to_bytes())],
        "near": [plain(Attempt, played) for played in child.attempts.held().values()],
        "near_sessions": [plain(Session, session) for session in child.sessions.held().values()],
        "days": days and plain(DaysBefore, days[0]),
        "state": days and plain(ChildState, days[1]),
    }


def _read_child(said: Mapping[str, Any]) -> Child:
    values = {name: read(kind, part) for (name, kind), part in zip(_parts(), said["child"], strict=True)}
    child = Child(**values)
    near = [read(Attempt, part) for part in said["near"]]
    sessions = [read(Session, part) for part in said["near_sessions"]]
    return replace(
        child,
        switched=MappingProxyType(dict(child.switched)),
        attempts=Records({played.id: played for played in near}),
        sessions=Records({session.id: session for session in sessions}),
    )


def _names(said: Sequence[Any], path: Path, begin: int) -> Names:
    """Those of the page that begins so far behind that place of the file."""
    count, at, size, sum_ = said
    page = FilePages(path, {NAMES: (begin + at, size, sum_)})
    return Names.left(count, partial(page.__getitem__, NAMES))
