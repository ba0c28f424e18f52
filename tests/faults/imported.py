"""Files from somewhere else, with any number, year, name and look in them: what is told afterwards can always be read
again, every child can be called and drawn, and no year is counted in which there was no game."""

from __future__ import annotations

import random
import tempfile
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from uuid import uuid4

from game.core.content import FRIENDS, AgeBand, Catalogue, Slot
from game.core.events import ChildAdded, ChildChanged, Event, Fact, Held, LevelPlayed, Outcome, ProgrammeChosen
from game.core.history.device_order import in_order
from game.core.history.fold import fold
from game.core.history.history import empty_family
from game.core.nicknames import as_kept
from game.core.reports import progress
from game.core.rules import timeline
from game.core.rules.journey import Journey
from game.data.copies.salvage import salvage
from game.data.files.clock import believable
from game.data.files.paths import JOURNAL
from game.data.journal import import_limits, transfer
from game.data.journal.facts import UnreadableFact
from game.data.journal.journal import Journal
from game.data.journal.opening import ProvenPart
from game.data.journal.rows import JournalRow
from game.data.journal.transfer import NotAnExport
from tests.data.family import tell
from tests.diary import catalogue
from tests.faults.figures import Figures

NOW = datetime(2026, 1, 6, 8, tzinfo=UTC)
TODAY = NOW.date()
EDGES = (2**53, 2**62, 2**63 - 1, 2**63, 2**64, -(2**63), -(2**63) - 1, 0, 1)


class Careless(Journal):
    """The control: it counts on from whatever number it finds, and writes without looking."""

    def _read_device(self, proven: ProvenPart | None = None) -> None:
        (self.device,) = self._db.execute("SELECT value FROM about WHERE name = 'device'").fetchone()
        (last,) = self._db.execute("SELECT max(seq) FROM event WHERE device = ?", (self.device,)).fetchone()
        self._seq = int(last or 0)

    def numbered_events(self, facts, *, child, at, day, offset, ids):  # type: ignore[no-untyped-def]
        first, self._seq = self._seq + 1, self._seq + len(facts)
        numbered = enumerate(zip(ids, facts, strict=True), first)
        return tuple(Event(id_, self.device, n, child, at, day, offset, fact) for n, (id_, fact) in numbered)


# ---------------------------------------------------------------- numbers and years
def numbers(rounds: int = 300, seed: int = 1) -> Figures:
    """So many diaries, each joined with a file of hostile numbers, then told on by a clock of any year."""
    chance = random.Random(seed)
    did = {"diaries": 0, "rows taken in": 0, "files refused": 0, "told afterwards": 0}
    wrong = {"not told": 0, "not readable": 0, "numbers twice": 0}
    for _ in range(rounds):
        taken, told, untold, unreadable, twice = _told_on(Journal, chance)
        did["diaries"] += 1
        did["rows taken in"] += taken
        did["files refused"] += not taken
        did["told afterwards"] += told
        wrong["not told"] += untold
        wrong["not readable"] += unreadable
        wrong["numbers twice"] += twice
    control = sum(sum(_told_on(Careless, chance)[2:]) for _ in range(12))
    return Figures(
        "told on after hostile numbers", did, wrong, {"facts lost by one that does not look": control},
        {"diaries": rounds, "rows taken in": rounds // 4, "files refused": rounds // 10, "told afterwards": rounds * 4},
    )  # fmt: skip


def _told_on(kind: type[Journal], chance: random.Random) -> tuple[int, int, int, int, int]:
    """Rows taken in; facts told afterwards; those that could not be told; those that cannot be read again; numbers of
    this computer that were given twice."""
    with tempfile.TemporaryDirectory() as home:
        path, export = Path(home) / "data" / JOURNAL, Path(home) / "export.jsonl"
        journal = kind.open(path)
        tell(journal, 2)
        rows = [_hostile(journal.device, chance) for _ in range(chance.randint(1, 3))]
        export.write_text("".join(transfer.lines(rows)), encoding="utf-8")
        taken, told, untold = 0, 0, 0
        with suppress(NotAnExport):
            taken = transfer.join(journal, transfer.read(export)).new
        ids: set[str] = set()
        for _ in range(4):
            if chance.random() < 0.5:
                journal.close()
                journal = kind.open(path)
            at = datetime(chance.choice((1901, 1970, 2026, 8999, 9999)), 12, 13, 20, 45, tzinfo=UTC)
            at = at if kind is Careless else believable(at)
            told += 1
            ids.add(id_ := str(uuid4()))
            try:
                journal.append((Held(),), child="anna", at=at, day=at.date(), offset=60, ids=(id_,))
            except (OverflowError, UnreadableFact):
                untold += 1
        own = [(row.device, row.seq) for row in journal.rows() if row.id in ids]
        bad = sum(not _is_readable(row) for row in journal.rows() if row.id in ids)
        journal.close()
        if not bad and not untold:  # as a family would bring it back: from an export, and from the file itself
            back = salvage(path, path.parent).rows
            bad = len(ids - {row.id for row in back})
        return taken, told, untold, bad, len(own) - len(set(own))


def _hostile(device: str, chance: random.Random) -> JournalRow:
    seq = chance.choice(EDGES) + chance.choice((0, 0, -1, 1, -2))
    year = chance.choice((2026, 2026, 2026, 1970, 1969, 1901, 8999, 9999))
    day = f"{year:04d}-12-31"
    offset = chance.choice((0, 0, 0, 60, 1440, -1440, 1441))
    whose = chance.choice((device, device, str(uuid4())))
    return JournalRow(str(uuid4()), whose, seq, "anna", f"{day}T09:00:00Z", day, offset, "held", "{}")


def _is_readable(row: JournalRow) -> bool:
    try:
        return JournalRow.checked(asdict(row)) == row
    except UnreadableFact:
        return False


# ---------------------------------------------------------------- children and years
LETTERS = ("a", "Ö", "ж", "子", "🐻", " ", "\t", "\u200c", "\u200d", "\ufe0e", "\ufe0f", "\u0301", "\u115f", "\u3164", "\u2800",
           "\u00a0", "\u202e", "\n", "\ue000")  # fmt: skip
WOKE = date(1970, 1, 1)
LATELY = date(2024, 9, 1)  # for the control, which folds every day since then
MOST_DAYS = 30  # lived by any of these children


def strange(rounds: int = 600, seed: int = 1) -> Figures:
    """So many families from elsewhere: children of any name and look, some told by a clock nobody had set."""
    chance = random.Random(seed)
    did = {"families": 0, "children": 0, "told by a clock of 1970": 0}
    wrong = {"without a name": 0, "not drawable": 0, "years counted that nobody lived": 0}
    for _ in range(rounds):
        nameless, undrawable, years, children, woke = _came_along(chance)
        did["families"] += 1
        did["children"] += children
        did["told by a clock of 1970"] += woke
        wrong["without a name"] += nameless
        wrong["not drawable"] += undrawable
        wrong["years counted that nobody lived"] += years
    names, years = _taken_as_they_are()
    return Figures(
        "strange children and years from elsewhere", did, wrong,
        {"nameless or undrawable ones taken as they are": names, "years counted by one that believes 1970": years},
        {"families": rounds, "children": rounds, "told by a clock of 1970": rounds // 8},
    )  # fmt: skip


def _taken_as_they_are() -> tuple[int, int]:
    """The control: names and looks as told, and a clock of 1970 believed."""
    chance, looks, born = random.Random(3), import_limits.LOOKS, timeline.BORN
    import_limits.LOOKS, timeline.BORN = frozenset(), date.min
    try:
        found = [_came_along(chance, LATELY) for _ in range(12)]
    finally:
        import_limits.LOOKS, timeline.BORN = looks, born
    return sum(one[0] + one[1] for one in found), sum(one[2] for one in found)


@cache
def _known() -> Catalogue:
    return catalogue()


def _came_along(chance: random.Random, woke_on: date = WOKE) -> tuple[int, int, int, int, int]:
    """Children without a name that can be seen; ones that cannot be drawn; ones with years nobody lived; children;
    those begun by a clock of 1970."""
    with tempfile.TemporaryDirectory() as home:
        export = Path(home) / "export.jsonl"
        journal, woke = Journal.in_memory(), 0
        for number in range(chance.randint(1, 3)):
            is_unset = chance.random() < 0.3
            export.write_text(
                "".join(transfer.lines(_a_child(f"child-{number}", chance, woke_on if is_unset else None))),
                encoding="utf-8",
            )
            with suppress(NotAnExport):
                woke += bool(transfer.join(journal, transfer.read(export)).new and is_unset)
        family = fold(empty_family(), in_order(journal.events()))
        journal.close()
    nameless = undrawable = years = 0
    for child in family.children.values():
        nameless += not child.nickname or as_kept(child.nickname) != child.nickname
        undrawable += child.animal not in FRIENDS or child.skin not in range(import_limits.SKINS)
        way = Journey(_known(), child, TODAY)
        way.now(TODAY)
        weeks = len(progress.progress(_known(), child, TODAY).weeks)
        years += (TODAY - way.first).days > MOST_DAYS or weeks > MOST_DAYS
    return nameless, undrawable, years, len(family.children), woke


def _a_child(name: str, chance: random.Random, woke_on: date | None) -> list[JournalRow]:
    """As another game's export might hold it: added, perhaps changed, a programme, a few plays."""
    begun = woke_on or TODAY - timedelta(days=chance.randint(1, 20))
    told: list[tuple[date, Fact]] = [(begun, ChildAdded(*_look(chance)))]
    if chance.random() < 0.3:
        nickname, animal, _, skin = _look(chance)
        told.append((begun, ChildChanged(nickname, animal, skin)))
    told.append((begun, ProgrammeChosen("children")))
    for n in range(chance.randint(0, 4)):
        day = begun + timedelta(days=n) if woke_on and n < 2 else TODAY - timedelta(days=1)
        play = LevelPlayed(f"{name}-{n}", f"{name}-s{n}", day, Slot.MORNING, "bear_walk", 1, 20, Outcome.FINISHED, 20)
        told.append((day, play))
    return [
        JournalRow.of(
            Event(f"{name}-e{n}", "elsewhere", n, name, datetime(d.year, d.month, d.day, 8, tzinfo=UTC), d, 0, fact)
        )
        for n, (d, fact) in enumerate(told, 1)
    ]


def _look(chance: random.Random) -> tuple[str, str, AgeBand, int]:
    nickname = "".join(chance.choice(LETTERS) for _ in range(chance.choice((0, 1, 1, 2, 3, 24, 64, 65))))
    if chance.random() < 0.5:
        nickname = "".join(c for c in nickname if c not in "\u202e\n\t") or "\u2800"
    return nickname, chance.choice(("bo", "kva", "dragon", "")), chance.choice(list(AgeBand)), chance.randint(0, 1000)
