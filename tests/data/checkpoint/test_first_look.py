"""What a start shows first is what the rules say of that day by the whole diary; whatever is wrong with it, it is none."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from game.core.content import Slot
from game.core.days import plus
from game.core.events import (
    ChildPutAway,
    Event,
    GateSet,
    Held,
    LevelPlayed,
    Retracted,
    SettingChosen,
)
from game.core.history.history import Family
from game.core.history.plays import last_begun
from game.core.rules import journey as journeys
from game.core.rules.today import Doing, today
from game.core.rules.waiting import waiting
from game.data.checkpoint.checkpoint_file import write_file
from game.data.checkpoint.family_history import FamilyHistory
from game.data.checkpoint.first_look_file import KeptLook, read_look, write_look
from game.data.checkpoint.next_checkpoint import settle_family
from game.data.checkpoint.next_look import DAYS, look_ahead
from game.data.checkpoint.past import Past
from game.data.files.paths import CHECKPOINT, FIRST_LOOK, JOURNAL
from game.data.journal.journal import Journal
from tests.core.rules.test_journey import life_of, told_leniently
from tests.core.rules.test_settle import WHO
from tests.data.checkpoint.diary_folder import DiaryFolder
from tests.diary import START, catalogue

KEY, LIVED, LIVES = "this program", 60, 8
ASLEEP = {Doing.LOCKED, Doing.PAUSED, Doing.RESTING, Doing.OFF_COURSE}
HOURS = (5, 9, 12, 15, 21, 27)  # of a game day: all round its clock


class Home(DiaryFolder):
    """With what its sessions left; every start is a real one, and every end."""

    def start(self, key: str = KEY) -> Past:
        self.stop()
        past = Past(self.data, key)
        self.journal = Journal.open(self.diary, proven=past.proven)
        return past

    def end(self, history: FamilyHistory, day: date) -> KeptLook | None:
        """What the next start goes on from, and what it shows."""
        assert self.journal
        self.journal.prove()
        settled = settle_family(self.journal, catalogue(), history, history.family, day)
        if settled:
            write_file(self.data / CHECKPOINT, KEY, settled.kept)
        near = history if history.archive or settled is None else settled.history
        look = look_ahead(self.journal, catalogue(), near, day)
        if look:
            write_look(self.data / FIRST_LOOK, KEY, look)
        return look


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    home = Home(tmp_path)
    yield home
    home.stop()
    journeys.forget(["robin", "leo"])


def heads_by_the_rules(family: Family, day: date, slot: Slot, hour: int) -> list[tuple[object, ...]]:
    """Asked at an hour of that game day, of the family folded whole."""
    now = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(hours=hour)
    found: list[tuple[object, ...]] = []
    for child in family.children.values():
        if child.is_put_away:
            continue
        is_now, begun = today(catalogue(), child, now, slot, 30), last_begun(child)
        waits = len(waiting(catalogue(), child, day))
        at = begun.timestamp() if begun else 0.0
        is_asleep = is_now.doing in ASLEEP
        found.append((child.id, child.nickname, child.animal, is_asleep, is_now.is_done, waits, at))
    return found


def of_another(event: Event, child: str) -> Event:
    """The same, told of another child."""
    fact = replace(event.fact, event=f"{child}-{event.fact.event}") if isinstance(event.fact, Retracted) else event.fact
    return replace(event, id=f"{child}-{event.id}", child=child if event.child else None, fact=fact)


def random_family(chance: Random) -> list[Event]:
    """Two lives with late words, pauses, words taken back and much that waits; the family's own facts among them."""
    told: list[Event] = []
    for child in ("robin", "leo"):
        life, _ = told_leniently(life_of(chance, LIVED), chance.choice(WHO), LIVED)
        told += [of_another(event, child) for event in life.events]
    for n in range(0, LIVED, 7):
        day = plus(START, n)
        at = datetime(day.year, day.month, day.day, 22, tzinfo=UTC)
        fact = chance.choice(
            [SettingChosen("music", str(n)), SettingChosen("evening_hour", "15:00"), GateSet("a", "b")]
        )
        told.append(Event(f"own-{n}", "rehearsal", 1, None, at, day, 60, fact))
    if chance.random() < 0.3:
        day = plus(START, LIVED // 2)
        at = datetime(day.year, day.month, day.day, 23, tzinfo=UTC)
        told.append(Event("away", "rehearsal", 1, "leo", at, day, 60, ChildPutAway()))
    told.sort(key=lambda event: event.at)
    return [replace(event, seq=n) for n, event in enumerate(told, 1)]


@pytest.mark.parametrize("seed", range(LIVES))
def test_what_is_shown_first_is_what_the_rules_say_by_the_whole_diary_at_any_hour(home: Home, seed: int) -> None:
    chance = Random(seed)
    told = random_family(chance)
    at = shown = 0
    for n in range(4, LIVED, 5):
        day = plus(START, n)
        until = sum(event.day <= day for event in told)
        home.tell(told[at:until])
        at = until
        history = home.start().history(home.journal)
        assert home.end(history, day)
        journeys.forget(history.family.children)
        past = home.start()
        look = past.first_look(home.journal)
        assert look and not home.journal.is_proven, "nothing was told since"
        later = past.history(home.journal).family
        family = home.whole()
        assert dict(look.settings) == dict(family.settings) == dict(later.settings)
        assert look.has_pin == (family.gate is not None) == (later.gate is not None)
        for after in range(DAYS):
            for slot in Slot:
                wanted = heads_by_the_rules(family, plus(day, after), slot, chance.choice(HOURS))
                assert [tuple(head) for head in look.heads[plus(day, after), slot]] == wanted
                shown += 1
        journeys.forget(family.children)
    assert shown >= 60


# ---------------------------------------------------------------- what is relied on
def ended(home: Home) -> date:
    """A life of some weeks, ended with a good night; the day."""
    home.tell(random_family(Random(3)))
    day = plus(START, LIVED - 1)
    assert home.end(home.start().history(home.journal), day)
    home.stop()
    return day


def telling(family: Family) -> dict[str, list[Event]]:
    """All that was told of each child."""
    return {id_: list(child.events) for id_, child in family.children.items()}


def one_more(home: Home, at: datetime) -> None:
    home.tell([Event("more", "rehearsal", 90_000, "robin", at, at.date(), 60, Held())])


def test_after_something_was_told_that_it_does_not_know_it_shows_nothing(home: Home) -> None:
    day = ended(home)
    one_more(home, datetime(day.year, day.month, day.day, 23, 30, tzinfo=UTC))
    past = home.start()
    assert past.first_look(home.journal) is None
    mine = telling(past.history(home.journal).family)
    assert mine["robin"][-1].id == "more" and mine == telling(home.whole())


def test_the_history_had_later_is_that_of_the_moment_it_was_shown(home: Home) -> None:
    """What is told meanwhile is folded in by whoever tells it, and once."""
    day = ended(home)
    past = home.start()
    assert past.first_look(home.journal)
    at = datetime(day.year, day.month, day.day, 23, 30, tzinfo=UTC)
    home.journal.append((Held(),), child="robin", at=at, day=day, offset=60, ids=("meanwhile",))
    child = past.history(home.journal).family.children["robin"]
    assert "meanwhile" not in {event.id for event in child.events}


@pytest.mark.parametrize("wrong", ["gone", "cut", "a bit", "damaged"])
def test_where_the_checkpoint_is_gone_the_diary_is_read_whole_after_the_first_picture(home: Home, wrong: str) -> None:
    ended(home)
    file = home.data / CHECKPOINT
    said = file.read_bytes()
    match wrong:
        case "gone":
            file.unlink()
        case "cut":
            file.write_bytes(said[: len(said) // 3])
        case "a bit":
            file.write_bytes(said[:500] + bytes([said[500] ^ 1]) + said[501:])
        case _:
            file.write_bytes(b"?")
    past = home.start()
    assert past.first_look(home.journal)
    history = past.history(home.journal)
    assert history.archive is None
    assert telling(history.family) == telling(home.whole())


@pytest.mark.parametrize(
    "wrong", ["cut", "a bit", "empty", "no json", "a folder", "another program", "another diary", "an older diary"]
)
def test_whatever_is_wrong_with_it_nothing_is_shown_of_it(home: Home, wrong: str) -> None:
    ended(home)
    file, key = home.data / FIRST_LOOK, KEY
    said = file.read_bytes()
    match wrong:
        case "cut":
            file.write_bytes(said[: len(said) // 2])
        case "a bit":
            file.write_bytes(said[:300] + bytes([said[300] ^ 1]) + said[301:])
        case "empty":
            file.write_bytes(b"")
        case "no json":
            file.write_bytes(b"?" * 500)
        case "a folder":
            file.unlink()
            file.mkdir()
        case "another program":
            key = "a newer program"
        case "another diary":
            (home.data / JOURNAL).unlink()
            home.tell([replace(e, device="elsewhere") for e in random_family(Random(3))])
        case _:
            (home.data / JOURNAL).unlink()
            home.tell(random_family(Random(3))[:-1])
    past = home.start(key)
    assert past.first_look(home.journal) is None
    mine = telling(past.history(home.journal).family)
    assert mine == telling(home.whole())


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ("proven", [[], "here", 1]), ("proven", [[[2**70, "x"]], "here", 1]), ("proven", 3), ("settings", 7),
        ("heads", [["2026-13-01", "morning", []]]), ("heads", [["2026-01-05", "noon", []]]), ("heads", {}),
        ("heads", [["2026-01-05", "morning", []]]), ("heads", [["2026-01-05", "morning", [["robin"]]]]),
        ("exercises", None),
    ],
)  # fmt: skip
def test_what_its_sum_is_right_for_and_cannot_be_is_not_shown(home: Home, part: str, wrong: object) -> None:
    ended(home)
    file = home.data / FIRST_LOOK
    body = json.dumps({**json.loads(file.read_bytes().split(b"\n")[1]), part: wrong}).encode()
    head = json.dumps({"key": KEY, "sha256": hashlib.sha256(body).hexdigest()}).encode()
    file.write_bytes(head + b"\n" + body + b"\n")
    look = home.start().first_look(home.journal)
    assert look is None or not look.heads


def test_it_is_for_its_owner_alone(home: Home) -> None:
    ended(home)
    assert os.name == "nt" or stat.S_IMODE((home.data / FIRST_LOOK).stat().st_mode) == 0o600


def test_of_a_diary_not_proven_and_of_a_family_in_which_nobody_plays_nothing_is_left(home: Home) -> None:
    day = ended(home)
    past = home.start()
    history = past.history(home.journal)
    assert look_ahead(home.journal, catalogue(), history, day) is None
    at = datetime(day.year, day.month, day.day, 23, 40, tzinfo=UTC)
    for child in ("robin", "leo"):
        home.tell([Event(f"{child}-rests", "rehearsal", 90_001, child, at, day, 60, ChildPutAway())])
    history = home.start().history(home.journal)
    home.journal.prove()
    assert look_ahead(home.journal, catalogue(), history, day) is None


def test_what_was_written_is_read_again(home: Home) -> None:
    ended(home)
    kept = read_look(home.data / FIRST_LOOK, KEY)
    assert kept and kept.look.exercises >= {
        e.fact.exercise for e in random_family(Random(3)) if isinstance(e.fact, LevelPlayed)
    }
    write_look(home.data / FIRST_LOOK, KEY, kept)
    assert read_look(home.data / FIRST_LOOK, KEY) == kept
