"""How a family's history is had at a start: gone on from the last checkpoint where there is one, else read whole.

Both give the same family (`tests/data/checkpoint`). What the checkpoint left in the diary is read when somebody asks,
or beside the loop; a next checkpoint is written there too, of what is settled by then.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

from game import __version__
from game.core.content import Catalogue
from game.core.events import Event
from game.core.history.device_order import in_order
from game.core.history.fold import fold, seen_from
from game.core.history.history import Child, Family, empty_family
from game.core.history.missing_content import NamesTold
from game.core.history.persistent import AppendOnly, Records
from game.core.reports.ledger import Ledger, keep, written
from game.core.rules.checkpoint import Checkpoint
from game.core.rules.journey import Journey, go_on_from
from game.core.rules.settle import settle
from game.data.checkpoint.archive import Archive, ArchivedChild, Names, seen_through
from game.data.checkpoint.checkpoint_file import KeptFamily
from game.data.files.resources import resource
from game.data.journal.journal import Journal
from game.data.journal.opening import ProvenPart
from game.data.levels.level_files import level_texts

BEGINNING = datetime.min.replace(tzinfo=UTC)
log = logging.getLogger(__name__)


def key_of(*folders: Traversable | None) -> str:
    """What a checkpoint hangs on beside the diary: the program, and the level files in these folders (None: the shipped
    ones)."""
    said = hashlib.sha256()
    root = Path(__file__).parents[2]
    for part in ("core", "data/journal", "data/levels", "data/checkpoint"):
        for module in sorted((root / part).rglob("*.py")):  # none in a bundle, whose version says all
            about = module.stat()
            said.update(f"{module.name} {about.st_size} {about.st_mtime_ns}\n".encode())
    for folder in folders:
        for name, text in level_texts(resource("levels") if folder is None else folder):
            said.update(name.encode("utf-8", "surrogatepass") + b"\n" + text + b"\n")
    return f"{__version__} {said.hexdigest()}"


@dataclass
class FamilyHistory:
    """A family with all that was told. `base` is what it is folded from, the first `place` rows of the diary, and
    `days` where the rules go on from, `ledgers` what reports count of the days before; all empty when it was read
    whole. `named` is all that was ever named, `devices`
    and `last` say who told until then, and when."""

    family: Family
    base: Family = field(default_factory=empty_family)
    place: int = 0
    days: Mapping[str, Checkpoint] = field(default_factory=dict)
    archive: Archive | None = None
    archived: Mapping[str, ArchivedChild] = field(default_factory=dict)
    named: NamesTold = NamesTold()
    devices: frozenset[str] = frozenset()
    last: datetime = BEGINNING
    ledgers: Mapping[str, Ledger] = field(default_factory=dict)

    def is_gone_on_with(self, catalogue: Catalogue) -> None:
        """From here on the children's days, and what reports count of them, are gone on with from the checkpoint."""
        go_on_from(catalogue, self.days)
        keep({id_: (self.days[id_].past, ledger) for id_, ledger in self.ledgers.items() if id_ in self.days})


def had(journal: Journal, kept: KeptFamily | None) -> FamilyHistory:
    """The family as its diary tells it, gone on from `kept` where the diary was opened on its proof."""
    history = None
    if kept and not journal.is_proven:
        try:
            history = _gone_on(journal, kept)
        except (TypeError, ValueError, KeyError, AttributeError, OverflowError) as error:  # ours by its sum alone
            log.warning("the checkpoint says what cannot be: %s", error)
    return history or _whole(journal)


def _whole(journal: Journal) -> FamilyHistory:
    events = in_order(journal.events())
    return FamilyHistory(fold(empty_family(), events), named=NamesTold.by(events))


def _gone_on(journal: Journal, kept: KeptFamily) -> FamilyHistory | None:
    since = tuple(journal.events(kept.place))
    if not _is_in_order(since, kept.devices, kept.last):
        return None
    archive = Archive(lambda: journal.events(0, kept.place))
    return _on_base(kept, since, archive)


def _on_base(kept: KeptFamily, since: Sequence[Event], archive: Archive) -> FamilyHistory:
    children = {
        id_: seen_from(seen_through(archive, child, kept.archived[id_])) for id_, child in kept.family.children.items()
    }
    base = replace(kept.family, children=MappingProxyType(children))
    days = {}
    for id_, (before, state) in kept.days.items():
        past = children[id_].past
        assert past
        days[id_] = Checkpoint(past, before, state)
    return FamilyHistory(
        fold(base, since), base, kept.place, days, archive, kept.archived,
        kept.named | NamesTold.by(since), frozenset(kept.devices), kept.last, kept.ledgers,
    )  # fmt: skip


def _is_in_order(since: Sequence[Event], devices: Iterable[str], last: datetime) -> bool:
    """Whether what was told since is to be folded after all that was told before, and as it stands in the diary."""
    told = {event.device for event in since}
    if len(told | set(devices)) > 1 and any(event.at <= last for event in since):
        return False
    return all(mine is theirs for mine, theirs in zip(in_order(since), since, strict=True))


# ---------------------------------------------------------------- the next one
@dataclass(frozen=True, slots=True)
class SettledFamily:
    """What the next checkpoint says, and the history that a start from it would have."""

    kept: KeptFamily
    history: FamilyHistory


def settle_family(
    journal: Journal, catalogue: Catalogue, history: FamilyHistory, now: Family, today: date
) -> SettledFamily | None:  # fmt: skip
    """The next checkpoint: `now` is the family with all that the diary tells, `history` what it was gone on from. None
    where nothing new may be stood on; `LedgerGone` where the ledgers cannot be gone on with. To be asked beside the
    loop."""
    end = journal.head()
    if end is None or not journal.is_proven:
        return None
    since = tuple(journal.events(history.place, end[0]))
    if not _is_in_order(since, history.devices, history.last):
        return None
    journeys = {
        id_: Journey(catalogue, child, today, history.days.get(id_)) for id_, child in now.children.items()
        if child.programme in catalogue.programmes
    }  # fmt: skip
    found = settle(catalogue, history.base, since, now, journeys)
    if found is None or not found.told:
        return None
    before, later = since[: found.told], since[found.told :]
    place = journal.place_of(before[-1].id)
    archived = {id_: _archived(child, history.archived.get(id_)) for id_, child in found.family.children.items()}
    children = {id_: _near(child, found.near) for id_, child in found.family.children.items()}
    ledgers = {
        id_: written(journeys[id_], history.ledgers.get(id_) if journeys[id_].checkpoint else None, point.before.day)
        for id_, point in found.checkpoints.items()
    }
    kept = KeptFamily(
        place,
        replace(found.family, children=MappingProxyType(children)),
        archived,
        {id_: (point.before, point.state) for id_, point in found.checkpoints.items()},
        history.named | NamesTold.by(before),
        tuple(sorted(history.devices | {event.device for event in before})),
        max([history.last, *(event.at for event in before)]),
        ProvenPart({place: journal.link(place), end[0]: end[1]}, journal.device, journal.numbered),
        ledgers,
    )  # fmt: skip
    return SettledFamily(kept, _on_base(kept, later, Archive(lambda: journal.events(0, place))))


def _archived(child: Child, before: ArchivedChild | None) -> ArchivedChild:
    """What is left of it in the diary by now."""
    plays, sessions = child.attempts.held(), child.sessions.held()
    if before is None or child.past is None:  # all of it is here, perhaps because something old was taken back
        return ArchivedChild(len(child.events), Names.of(plays), Names.of(sessions))
    return ArchivedChild(len(child.events), before.plays.and_more(plays), before.sessions.and_more(sessions))


def _near(child: Child, day: date) -> Child:
    """With the plays something may still be said of, and their sessions; the rest is left in the diary."""
    plays = {id_: played for id_, played in child.attempts.held().items() if played.on >= day}
    sessions = {id_: session for id_, session in child.sessions.held().items() if session.on >= day}
    return replace(child, attempts=Records(plays), sessions=Records(sessions), events=AppendOnly(), past=None)
