"""A start from the checkpoint gives the family that a start without one gives; whatever is wrong with it, it is none."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from game.core.content import Slot
from game.core.days import plus
from game.core.events import (
    Effort,
    Event,
    GateTried,
    Grade,
    Held,
    LevelConfirmed,
    LevelPlayed,
    Retracted,
    SettingChosen,
    StarsAwarded,
    ToldLater,
)
from game.core.history.history import Child, Family
from game.core.reports.kept_ledger import LedgerGone
from game.core.reports.progress import exercise_progress, progress
from game.core.rules import journey as journeys
from game.core.rules.journey import Journey
from game.core.session import heard
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import begun, family_plays
from game.data.checkpoint.archive import NamesGone
from game.data.checkpoint.checkpoint_file import KeptFamily, read_file, write_file
from game.data.checkpoint.family_history import FamilyHistory, had
from game.data.checkpoint.key import key_of
from game.data.checkpoint.next_checkpoint import settle_family
from game.data.checkpoint.summed_file import remove_file
from game.data.files.paths import CHECKPOINT
from game.data.journal.journal import DamagedJournal, Journal
from tests.core.rules.test_journey import life_of, told_leniently
from tests.core.rules.test_settle import WHO, the_same
from tests.data.checkpoint.diary_folder import DiaryFolder
from tests.diary import START, case, catalogue

KEY, DAYS, LIVES = "this program", 150, 6


class Home(DiaryFolder):
    """With its checkpoint; every start is a real one."""

    def __init__(self, data: Path) -> None:
        super().__init__(data)
        self.file = data / CHECKPOINT
        self.history: FamilyHistory | None = None

    def start(self, key: str = KEY) -> FamilyHistory:
        self.stop()
        kept = read_file(self.file, key)
        self.journal = Journal.open(self.diary, proven=kept.proven if kept else None)
        self.history = had(self.journal, kept)
        return self.history

    def settle(self, today: date) -> FamilyHistory | None:
        assert self.journal and self.history
        self.journal.prove()
        found = settle_family(self.journal, catalogue(), self.history, self.history.family, today)
        if found:
            write_file(self.file, KEY, found.kept)
        return found and found.history


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path)
    yield home
    home.stop()
    journeys.forget(["anna", "leo", "robin"])


def perfect(days: int, device: str = "here") -> SimulatedChild:
    robin = begun(catalogue(), case())
    robin.device = device
    for n in range(days):
        family_plays(robin, "perfect", START, plus(START, n))
    return robin


def settled(home: Home, days: int = 60) -> list[Event]:
    """Played and closed that many days; all that was told."""
    events = list(perfect(days).events)
    home.tell(events)
    home.start()
    assert home.settle(plus(START, days - 1))
    return events


def the_same_family(found: FamilyHistory, wanted: Family, today: date) -> None:
    assert found.family.settings == wanted.settings and found.family.gate == wanted.gate
    assert found.family.tries == wanted.tries and found.family.missed == wanted.missed
    assert list(found.family.children) == list(wanted.children)
    for id_, child in wanted.children.items():
        mine = found.family.children[id_]
        for field in fields(Child):
            if field.name not in ("attempts", "sessions", "events", "past", "sums"):
                assert getattr(mine, field.name) == getattr(child, field.name), field.name
        way = Journey(catalogue(), mine, today, found.days.get(id_))
        the_same(way, Journey(catalogue(), child, today), today)


def test_what_was_told_for_the_record_is_kept_with_the_family_and_goes_when_it_is_taken_back(home: Home) -> None:
    robin = perfect(20)
    for n, score in ((3, None), (5, 2), (6, 7)):
        on = plus(START, n)
        robin.record(
            plus(START, 20), 8, ToldLater(on, Slot.EVENING, "bear_walk", 1, 25, Grade.PARTLY, Effort.HARD, score)
        )
    for n in range(20, 60):
        family_plays(robin, "perfect", START, plus(START, n))
    home.tell(list(robin.events))
    home.start()
    assert home.settle(plus(START, 59)) and robin.child.later
    found = home.start()
    assert found.archive and not found.archive.is_here
    assert found.family.children["robin"].later == robin.child.later
    last = robin.record(plus(START, 60), 8, Retracted(robin.child.later[1].event))
    home.tell(list(last))
    the_same_family(home.start(), home.whole(), plus(START, 60))
    assert [row.told.score for row in home.whole().children["robin"].later] == [None, 7]


# ---------------------------------------------------------------- random years
@pytest.mark.parametrize("seed", range(LIVES))
def test_any_start_of_a_random_life_gives_the_same_family_with_and_without_it(home: Home, seed: int) -> None:
    """Words told late, words and plays taken back, pauses; two devices and a family's own facts among them."""
    chance = Random(seed)
    robin, _ = told_leniently(life_of(chance, DAYS), chance.choice(WHO), DAYS)
    told = list(robin.events)
    if seed % 2:  # the facts of the family, and every third week played on another computer
        own = [_of_the_family(n, chance) for n in range(0, DAYS, 9)]
        told = [replace(e, device="there") if (e.day - START).days // 7 % 3 == 0 else e for e in told]
        told = sorted([*told, *own], key=lambda event: event.at)
        told = [replace(event, seq=n) for n, event in enumerate(told, 1)]
    at = gone_on = written = 0
    for n in range(0, DAYS, 5):
        day = plus(START, n + 4)
        until = sum(event.day <= day for event in told)
        home.tell(told[at:until])
        at = until
        found = home.start()
        gone_on += found.archive is not None
        the_same_family(found, had(Journal.over(home.journal._db), None).family, day)
        written += home.settle(day) is not None
    assert written >= 8 and gone_on >= 8
    home.start()
    assert {c: list(child.events) for c, child in home.history.family.children.items()} == {
        c: list(child.events) for c, child in home.whole().children.items()
    }


def _of_the_family(n: int, chance: Random) -> Event:
    at = datetime(START.year, START.month, START.day, 12, tzinfo=UTC) + timedelta(days=n)
    fact = chance.choice([GateTried(), SettingChosen("music", str(n)), SettingChosen("calm", "on")])
    return Event(f"family-{n}", "rehearsal", n + 1, None, at, at.date(), 60, fact)


def test_the_progress_page_is_the_same(home: Home) -> None:
    settled(home, 90)
    day, found = plus(START, 90), home.start()
    journeys.forget(found.family.children)
    journeys.go_on_from(catalogue(), found.days)
    (mine,) = found.family.children.values()
    sums = progress(catalogue(), mine, day)
    journeys.forget(found.family.children)
    (theirs,) = home.whole().children.values()
    assert sums == progress(catalogue(), theirs, day)


# ---------------------------------------------------------------- what is relied on
def test_a_start_from_it_reads_nothing_of_what_was_settled(home: Home) -> None:
    events = settled(home)
    found = home.start()
    assert found.archive and not found.archive.is_here and found.place > len(events) // 2
    (child,) = found.family.children.values()
    assert len(child.events) == len(events) and child.events[-1] == events[-1]
    assert not found.archive.is_here
    assert child.events[0] == events[0] and found.archive.is_here


def test_facts_told_after_it_was_written_are_in_it_after_a_kill(home: Home) -> None:
    events = settled(home)
    day = plus(START, 61)
    more = perfect(62).events[len(events) :]
    home.tell(list(more))
    found = home.start()
    assert found.archive
    the_same_family(found, home.whole(), day)


@pytest.mark.parametrize(
    "wrong", ["cut", "a bit", "empty", "no json", "a folder", "another program", "another diary", "an older diary"]
)
def test_whatever_is_wrong_with_it_the_diary_is_read_whole(home: Home, wrong: str, tmp_path: Path) -> None:
    settled(home)
    home.stop()
    said, key = home.file.read_bytes(), KEY
    match wrong:
        case "cut":
            home.file.write_bytes(said[: len(said) // 2])
        case "a bit":
            home.file.write_bytes(said[:500] + bytes([said[500] ^ 1]) + said[501:])
        case "empty":
            home.file.write_bytes(b"")
        case "no json":
            home.file.write_bytes(b"?" * 5000)
        case "a folder":
            home.file.unlink()
            home.file.mkdir()
        case "another program":
            key = "a newer program"
        case "another diary":
            home.diary.unlink()
            home.tell(list(perfect(60, device="elsewhere").events))
        case _:
            home.diary.unlink()
            home.tell(list(perfect(30).events))
    found = home.start(key)
    assert found.archive is None and home.journal.is_proven
    the_same_family(found, home.whole(), plus(START, 60))


def test_each_bit_of_it_is_held_by_its_sum(home: Home) -> None:
    settled(home, 40)
    said, chance = home.file.read_bytes(), Random(1)
    end = pages_of(said)  # proven when they are asked for
    relied = gone = 0
    for n in range(300):
        at, bit = chance.randrange(end, len(said)) if n % 3 == 0 else chance.randrange(end), 1 << chance.randrange(8)
        home.file.write_bytes(said[:at] + bytes([said[at] ^ bit]) + said[at + 1 :])
        kept = read_file(home.file, KEY)
        relied += kept is not None and at < end
        if kept and at >= end:
            gone += _is_gone(kept)
    assert not relied and gone == 100
    home.file.write_bytes(said)
    kept = read_file(home.file, KEY)
    assert kept and not _is_gone(kept)


def pages_of(said: bytes) -> int:
    """Where the pages behind the two lines of a checkpoint begin: of the ledger, then names."""
    return said.index(b"\n", said.index(b"\n") + 1) + 1


def _is_gone(kept: KeptFamily) -> bool:
    """Whether a page of it cannot be read."""
    ledger, archived = kept.ledgers["robin"], kept.archived["robin"]
    try:
        assert all(ledger.page(name) is not None for name in ledger.pages)
        assert archived.plays.fetch() and archived.sessions.fetch()
    except (LedgerGone, NamesGone):
        return True
    return False


def test_a_ledger_whose_page_is_damaged_is_not_gone_on_with_and_the_next_start_reads_all(home: Home) -> None:
    settled(home)
    said = home.file.read_bytes()
    more = list(perfect(70).events)[home.journal.count() :]
    home.tell(more)
    at = pages_of(said)
    home.file.write_bytes(said[:at] + bytes([said[at] ^ 4]) + said[at + 1 :])
    assert home.start().archive
    with pytest.raises(LedgerGone):
        home.settle(plus(START, 69))
    day, found = plus(START, 70), home.history
    journeys.forget(found.family.children)
    found.is_gone_on_with(catalogue())
    sums = progress(catalogue(), found.family.children["robin"], day)
    journeys.forget(found.family.children)
    assert sums == progress(catalogue(), home.whole().children["robin"], day)


def test_where_the_names_are_damaged_the_diary_is_asked_and_nothing_is_gone_on_from(home: Home) -> None:
    settled(home)
    old = next(iter(home.whole().children["robin"].attempts))
    home.start()
    said = home.file.read_bytes()
    home.stop()
    for at in (-1, -8 * 60):  # of the sessions, and of the plays
        home.file.write_bytes(said[:at] + bytes([said[at] ^ 4]) + (said[at + 1 :] if at + 1 else b""))
        found = home.start()
        played = found.family.children["robin"].attempts
        assert found.archive and old in played and "of nobody" not in played
        with pytest.raises(NamesGone):
            for child in found.archived.values():
                child.plays.fetch(), child.sessions.fetch()


def test_names_are_read_once_and_not_again_when_the_file_is_another_one(home: Home) -> None:
    settled(home)
    found = home.start()
    played = found.family.children["robin"].attempts
    assert "of nobody" not in played
    home.file.write_bytes(b"another one's")
    assert "nor of somebody" not in played
    assert found.archive and not found.archive.is_here


def test_the_progress_page_of_a_start_reads_nothing_of_what_was_settled(home: Home) -> None:
    settled(home, 90)
    day, found = plus(START, 90), home.start()
    journeys.forget(found.family.children)
    found.is_gone_on_with(catalogue())
    (mine,) = found.family.children.values()
    sums = progress(catalogue(), mine, day), exercise_progress(catalogue(), mine, "bear_walk", day)
    assert found.archive and not found.archive.is_here
    journeys.forget(found.family.children)
    (theirs,) = home.whole().children.values()
    assert sums == (progress(catalogue(), theirs, day), exercise_progress(catalogue(), theirs, "bear_walk", day))


def test_it_is_for_its_owner_alone_and_leaves_no_draft(home: Home, tmp_path: Path) -> None:
    settled(home)
    assert os.name == "nt" or stat.S_IMODE(home.file.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith((".", "check"))) == [
        "checkpoint.json"
    ]
    remove_file(home.file)
    remove_file(home.file)
    assert not home.file.exists()


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ("place", 2**70), ("place", "x"), ("last", "2026-01-01T00:00:00"), ("last", 3), ("children", None), ("named", []),
        ("proven", [[[2**70, "x"]], "here", 1]), ("proven", [[[1, 5]], "here", "x"]), ("settings", 7), ("tries", [1]),
        ("ledgers", {"robin": 3}), ("ledgers", {"robin": ["2026-01-05", "2026-13-01", [], []]}), ("ledgers", []),
    ],
)  # fmt: skip
def test_what_its_sum_is_right_for_and_cannot_be_is_not_gone_on_from(home: Home, part: str, wrong: object) -> None:
    settled(home)
    home.stop()
    said = json.loads(home.file.read_bytes().split(b"\n")[1])
    body = json.dumps({**said, part: wrong}).encode()
    head = json.dumps({"key": KEY, "sha256": hashlib.sha256(body).hexdigest()}).encode()
    home.file.write_bytes(head + b"\n" + body)
    the_same_family(home.start(), home.whole(), plus(START, 60))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_pipe_of_its_name_keeps_nobody_waiting(home: Home) -> None:
    settled(home)
    home.file.unlink()
    os.mkfifo(home.file)
    assert home.start().archive is None


def test_words_of_days_before_it_by_a_clock_set_right_are_counted_once(home: Home) -> None:
    events = settled(home)
    played = next(e for e in events if isinstance(e.fact, LevelPlayed) and e.day == plus(START, 20))
    at = events[-1].at + timedelta(minutes=5)
    for n, grade in enumerate(Grade):
        fact = LevelConfirmed(played.fact.attempt, grade, Effort.RIGHT)
        home.tell([Event(f"late-{n}", "rehearsal", 9000 + n, "robin", at, plus(START, 20), 60, fact)])
    found, wanted = home.start(), had(Journal.over(home.journal._db), None).family
    (mine,), (theirs,) = found.family.children.values(), wanted.children.values()
    for grade in Grade:
        for day in (plus(START, 61), plus(START, 45), plus(START, 21)):
            assert heard.tells_grade(mine, grade, day, ()) == heard.tells_grade(theirs, grade, day, ())


def test_plays_of_long_ago_taken_back_are_no_part_of_the_next_one(home: Home) -> None:
    events = settled(home)
    old = [e for e in events if isinstance(e.fact, LevelPlayed)][:5]
    at = events[-1].at + timedelta(minutes=5)
    home.tell([
        Event(f"back-{n}", "rehearsal", 9000 + n, "robin", at, at.date(), 60, Retracted(e.id)) for n, e in enumerate(old)
    ])  # fmt: skip
    more = [e for e in perfect(110).events if e.day > plus(START, 60)]
    home.tell([replace(e, seq=e.seq + 10_000) for e in more])
    home.start()
    assert home.settle(plus(START, 109))
    found, wanted = home.start(), had(Journal.over(home.journal._db), None).family
    assert found.archive and len(found.family.children["robin"].attempts) == len(wanted.children["robin"].attempts)


def test_its_key_hangs_on_the_rules_and_on_every_level_file(tmp_path: Path) -> None:
    own = tmp_path / "levels"
    (own / "exercises").mkdir(parents=True)
    before = key_of(None, own)
    assert key_of(None, own) == before
    (own / "exercises" / "moon_walk.yaml").write_text("id: moon_walk\n")
    with_one = key_of(None, own)
    (own / "exercises" / "moon_walk.yaml").write_text("id: moon_walk \n")
    assert len({before, with_one, key_of(None, own)}) == 3


def test_nothing_is_settled_by_a_clock_that_was_wrong_or_where_something_old_was_just_taken_back(home: Home) -> None:
    events = settled(home)
    old, at = events[100], events[-1].at + timedelta(minutes=1)
    back = Event("back", "rehearsal", len(events) + 1, old.child, at, at.date(), 60, Retracted(old.id))
    ahead = at + timedelta(days=500)
    for fact in (back, Event("ahead", "rehearsal", len(events) + 2, old.child, ahead, ahead.date(), 60, Held())):
        home.tell([fact])
        found = home.start()
        the_same_family(found, had(Journal.over(home.journal._db), None).family, plus(START, 60))
        assert home.settle(plus(START, 60)) is None


def test_rows_of_another_computer_told_among_ours_are_folded_in_their_order(home: Home) -> None:
    events = settled(home)
    between = events[len(events) // 2]
    row = Event("other", "there", 1, between.child, between.at, between.day, 60, StarsAwarded("gift", 2, "tried"))
    home.tell([row])
    found = home.start()
    assert found.archive is None, "it belongs before what was settled"
    the_same_family(found, home.whole(), plus(START, 60))


# ---------------------------------------------------------------- the proof
def test_damage_in_what_was_settled_is_found_by_the_proof(home: Home) -> None:
    settled(home)
    home.stop()
    content = bytearray(home.diary.read_bytes())
    at = content.index(b'"exercise":"bear_walk"')
    content[at + 12] ^= 1
    home.diary.write_bytes(content)
    home.start()
    assert home.journal.count() > 400 and not home.journal.is_proven
    with pytest.raises(DamagedJournal):
        home.journal.prove()
    home.stop()
    with pytest.raises(DamagedJournal):
        Journal.open(home.diary)


def test_a_diary_taken_on_trust_goes_on_with_its_numbers_and_its_chain(home: Home) -> None:
    events = settled(home)
    home.start()
    journal, at = home.journal, events[-1].at + timedelta(hours=1)
    own = [
        journal.append((Held(),), child="robin", at=at, day=at.date(), offset=0, ids=(f"own-{n}",))[0].seq
        for n in range(3)
    ]
    assert own == [1, 2, 3] and not journal.is_proven
    journal.prove()
    assert journal.is_proven and journal.health().is_whole and journal.count() == len(events) + 3
    rests: list[int] = []
    home.start()
    home.journal.prove(lambda: rests.append(1))
    assert len(rests) == (len(events) + 3) // 64
    home.start()
    assert home.journal.append((Held(),), child="robin", at=at, day=at.date(), offset=0, ids=("on",))[0].seq == 4


def test_the_file_says_nothing_a_reader_cannot_check(home: Home) -> None:
    """One line of JSON with the key and the sum of the next one, which has the sums of all that follows."""
    settled(home)
    head, body, pages = home.file.read_bytes().split(b"\n", 2)
    assert json.loads(head) == {"key": KEY, "sha256": hashlib.sha256(body).hexdigest()}
    said = json.loads(body)
    (robin,) = said["children"]
    rows = [*said["ledgers"]["robin"][3], robin["plays"], robin["sessions"]]
    assert [at for _, at, _, _ in rows] == [sum(size for _, _, size, _ in rows[:n]) for n in range(len(rows))]
    assert sum(size for _, _, size, _ in rows) == len(pages)
    for _, at, size, said in rows:
        assert hashlib.blake2b(pages[at : at + size], digest_size=16).hexdigest() == said
