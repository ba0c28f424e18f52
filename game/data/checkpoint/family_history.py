"""How a family's history is had at a start: gone on from the last checkpoint where there is one, else read whole.

Both give the same family (`tests/data/checkpoint`). What the checkpoint left in the diary is read when somebody asks,
or beside the loop.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import MappingProxyType

from game.core.content import Catalogue
from game.core.events import Event
from game.core.history.device_order import in_order
from game.core.history.fold import fold, seen_from
from game.core.history.history import Family, empty_family
from game.core.history.missing_content import NamesTold
from game.core.reports.kept_ledger import Ledger, keep
from game.core.rules.checkpoint import Checkpoint
from game.core.rules.journey import go_on_from
from game.data.checkpoint.archive import Archive, ArchivedChild, seen_through
from game.data.checkpoint.checkpoint_file import KeptFamily
from game.data.journal.import_limits import LAST_NUMBER
from game.data.journal.journal import Journal

BEGINNING = datetime.min.replace(tzinfo=UTC)
log = logging.getLogger(__name__)


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


def had(journal: Journal, kept: KeptFamily | None, until: int = LAST_NUMBER) -> FamilyHistory:
    """The family as its diary tells it up to the row `until`, gone on from `kept` where the diary begins with it."""
    history = None
    if kept and journal.begins_with(kept.proven):
        try:
            history = _gone_on(journal, kept, until)
        except (TypeError, ValueError, KeyError, AttributeError, OverflowError) as error:  # ours by its sum alone
            log.warning("the checkpoint says what cannot be: %s", error)
    return history or _whole(journal, until)


def _whole(journal: Journal, until: int) -> FamilyHistory:
    events = in_order(journal.events(0, until))
    return FamilyHistory(fold(empty_family(), events), named=NamesTold.by(events))


def _gone_on(journal: Journal, kept: KeptFamily, until: int) -> FamilyHistory | None:
    since = tuple(journal.events(kept.place, until))
    if not is_in_order(since, kept.devices, kept.last):
        return None
    archive = Archive(lambda: journal.events(0, kept.place))
    return on_base(kept, since, archive)


def on_base(kept: KeptFamily, since: Sequence[Event], archive: Archive) -> FamilyHistory:
    """What was told since, on what is kept; `archive` is what was left in the diary."""
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


def is_in_order(since: Sequence[Event], devices: Iterable[str], last: datetime) -> bool:
    """Whether what was told since is to be folded after all that was told before, and as it stands in the diary."""
    told = {event.device for event in since}
    if len(told | set(devices)) > 1 and any(event.at <= last for event in since):
        return False
    return all(mine is theirs for mine, theirs in zip(in_order(since), since, strict=True))


def proven_since(journal: Journal, history: FamilyHistory) -> tuple[tuple[int, str], tuple[Event, ...]] | None:
    """Number and hash of the diary's last row, and what was told after `history`, to be folded as it stands; None where
    it has to be folded from its first row, or is not proven. For what the next start goes on from."""
    end = journal.head()
    if end is None or not journal.is_proven:
        return None
    since = tuple(journal.events(history.place, end[0]))
    return (end, since) if is_in_order(since, history.devices, history.last) else None
