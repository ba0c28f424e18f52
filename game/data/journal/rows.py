"""A row of the journal: an event in its written form, with the hash that ties it to the row before.

The hash is SHA-256 over the hash before and all that the row says. A flipped bit in a text passes SQLite's own checks;
the chain finds it, and it finds a row edited, put in or taken out by another program.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import UTC, date, datetime

from game.core.events import Event
from game.data.journal import facts, import_limits
from game.data.journal.facts import UnreadableFact
from game.frozen import dataclass

BEGINNING = ""  # the hash before the first row
# A row as the table keeps it, which is strict about types: the fields of `JournalRow`, the hash before and its own.
KeptRow = tuple[str, str, int, str | None, str, str, int, str, str, str, str]


def link(before: str, id_: str, device: str, seq: int, profile: str | None, at: str, day: str, offset: int, kind: str,
         body: str) -> str:  # fmt: skip
    """The hash of a row after one whose hash was `before`. No part of a row holds a line end (`JournalRow.checked`)."""
    said = f"{before}\n{id_}\n{device}\n{seq}\n{profile or ''}\n{at}\n{day}\n{offset}\n{kind}\n{body}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def event_of(id_: str, device: str, seq: int, profile: str | None, at: str, day: str, offset: int, kind: str,
             body: str) -> Event:  # fmt: skip
    """The event that a row's values are the written form of; UnreadableFact when this game cannot read them."""
    moment, on = _when(id_, at, day)
    fact = facts.read(kind, body)
    return Event(
        id_, device, seq, profile, moment, on, offset,
        import_limits.drawable(fact) if kind in import_limits.LOOKS else fact,
    )  # fmt: skip


def _when(id_: str, at: str, day: str) -> tuple[datetime, date]:
    try:
        moment, on = datetime.fromisoformat(at), date.fromisoformat(day)
        if moment.tzinfo is not None:
            return moment if moment.tzinfo is UTC else moment.astimezone(UTC), on
    except (ValueError, OverflowError) as error:  # the year 1 in the far east was the year 0
        raise UnreadableFact(f"event {id_:.40}: {error}") from error
    raise UnreadableFact(f"event {id_:.40}: {at} has no zone")


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One event as it is kept. `at` is UTC and ISO with a Z, `day` ISO, `offset` minutes east of UTC."""

    id: str
    device: str
    seq: int
    profile: str | None
    at: str
    day: str
    offset: int
    kind: str
    body: str

    @classmethod
    def of(cls, event: Event) -> JournalRow:
        kind, body = facts.written(event.fact)
        at = event.at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
        return cls(
            event.id, event.device, event.seq, event.child, at, event.day.isoformat(), event.offset, kind, body
        )  # fmt: skip

    def event(self) -> Event:
        """The event again; UnreadableFact when this game cannot read it."""
        return event_of(self.id, self.device, self.seq, self.profile, self.at, self.day, self.offset, self.kind,
                        self.body)  # fmt: skip

    def when(self) -> tuple[datetime, date]:
        """The moment, UTC, and the game day; UnreadableFact when they are none."""
        return _when(self.id, self.at, self.day)

    def hash(self, before: str) -> str:
        """The link of this row after a row whose hash was `before`."""
        return link(before, self.id, self.device, self.seq, self.profile, self.at, self.day, self.offset, self.kind,
                    self.body)  # fmt: skip

    def line(self) -> str:
        """One line of an export."""
        return json.dumps(asdict(self), sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_line(cls, line: str) -> JournalRow:
        """A row of an export; UnreadableFact when it is none. The kind may be one this game does not know yet."""
        try:
            said = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UnreadableFact("the line is no JSON") from error
        return cls.checked(said)

    @classmethod
    def checked(cls, said: object) -> JournalRow:
        """A row out of untrusted values, of an import or a damaged diary; UnreadableFact when it is none of ours."""
        kinds = cls.__annotations__
        if not isinstance(said, dict) or not set(kinds) <= set(said):
            raise UnreadableFact(f"an event has {', '.join(kinds)}")
        values = {name: said[name] for name in kinds}
        for name, value in values.items():
            wanted = int if kinds[name] == "int" else str
            if type(value) is not wanted and not (name == "profile" and value is None):
                raise UnreadableFact(f"{name}: {value!r:.40} is no {wanted.__name__}")
        row = cls(**values)
        for day in (row.when()[0].date(), row.when()[1]):
            import_limits.check_day(day)
        if row.kind in facts.KINDS:
            import_limits.check(facts.read(row.kind, row.body))
        if row.profile == "" or any("\n" in value for value in values.values() if isinstance(value, str)):
            raise UnreadableFact(f"event {row.id!r:.40} holds a line end or an empty profile")
        is_long = not row.id or len(row.id) > import_limits.LONGEST_ID or len(row.body) > import_limits.LONGEST_BODY
        if is_long or row.seq not in import_limits.SEQ or row.offset not in import_limits.OFFSET:
            raise UnreadableFact(f"event {row.id:.40} is out of bounds")
        try:
            row.line().encode("ascii")
            "".join(v for v in values.values() if isinstance(v, str)).encode("utf-8")
        except UnicodeEncodeError as error:
            raise UnreadableFact(f"event {row.id!r:.40} holds half a character") from error
        return row
