"""The checkpoint a next start goes on from, of what is settled by now. To be made beside the loop.

No start needs it: it is imported when one is made.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from game.core.content import Catalogue
from game.core.history.history import Child, Family
from game.core.history.missing_content import NamesTold
from game.core.history.persistent import AppendOnly, Records
from game.core.reports.ledger import written
from game.core.rules.journey import Journey
from game.core.rules.settle import settle
from game.data.checkpoint.archive import Archive, ArchivedChild, Names
from game.data.checkpoint.checkpoint_file import KeptFamily
from game.data.checkpoint.family_history import FamilyHistory, on_base, proven_since
from game.data.journal.journal import Journal
from game.data.journal.opening import ProvenPart
from game.frozen import dataclass


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
    told = proven_since(journal, history)
    if told is None:
        return None
    end, since = told
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
    return SettledFamily(kept, on_base(kept, later, Archive(lambda: journal.events(0, place))))


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
