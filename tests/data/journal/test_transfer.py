"""Taking everything along, and joining two computers: by id, nothing lost, nothing doubled."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.content import AgeBand, Slot
from game.core.days import game_day, plus
from game.core.events import (
    AgeChosen,
    DoctorAsked,
    Effort,
    Event,
    ExerciseAllowed,
    Fact,
    GateSet,
    Grade,
    Held,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    Outcome,
    QuestKind,
    Released,
    Retracted,
    SessionStarted,
    SettingChosen,
    SignsTicked,
    StarsAwarded,
    SteppedBack,
    SteppedForward,
)
from game.core.history.device_order import in_order
from game.core.history.fold import fold
from game.core.history.history import Child, empty_family
from game.core.rules.journey import Journey
from game.core.rules.state import ChildState
from game.data.journal import transfer
from game.data.journal.journal import Journal
from game.data.journal.rows import JournalRow
from game.data.journal.transfer import NotAnExport
from tests.data.family import PIN_RECORD, START, tell
from tests.diary import START as TRAIL_START
from tests.diary import both, catalogue, lived


def family(days: int = 5, child: str = "anna", has_pin: bool = True) -> Journal:
    journal = Journal.in_memory()
    if has_pin:
        facts = (PIN_RECORD, SettingChosen("voice", "3"))
        journal.append(facts, child=None, at=START, day=START.date(), offset=0, ids=(f"{child}-pin", f"{child}-voice"))
    tell(journal, days, child)
    return journal


def saved(journal: Journal, tmp_path: Path) -> Path:
    path = tmp_path / "diary.jsonl"
    path.write_text("".join(transfer.lines(journal.rows())), encoding="utf-8")
    return path


def test_everything_comes_along_to_a_new_computer(tmp_path: Path) -> None:
    here, there = family(), Journal.in_memory()
    joined = transfer.join(there, transfer.read(saved(here, tmp_path)))
    assert (joined.new, joined.known, joined.left) == (18, 0, 0)
    assert list(there.events()) == list(here.events()) and there.health().is_whole


def test_importing_twice_doubles_nothing(tmp_path: Path) -> None:
    here, there = family(), Journal.in_memory()
    rows = transfer.read(saved(here, tmp_path))
    transfer.join(there, rows)
    joined = transfer.join(there, rows)
    assert (joined.new, joined.known, joined.left) == (0, 18, 0) and there.count() == 18


def test_two_computers_know_the_same_after_both_joined() -> None:
    one, other = family(4), Journal.in_memory()
    transfer.join(other, one.rows())
    tell(one, 2, "anna2", start=START + timedelta(days=30))
    tell(other, 3, "anna3", start=START + timedelta(days=40))
    transfer.join(one, other.rows())
    transfer.join(other, one.rows())
    assert {r.id for r in one.rows()} == {r.id for r in other.rows()}
    assert one.count() == other.count()


def test_stars_given_on_both_computers_for_one_exercise_count_once() -> None:
    one, other = family(1), Journal.in_memory()
    transfer.join(other, one.rows())
    for journal, id_ in ((one, "here"), (other, "there")):
        again = StarsAwarded("anna-0", 1, "finished")
        journal.append((again,), child="anna", at=START, day=START.date(), offset=0, ids=(id_,))
    transfer.join(one, other.rows())
    folded = fold(empty_family(), in_order(one.events()))
    assert one.count() == 8 and folded.children["anna"].stars == 4


def test_another_familys_pin_never_replaces_ours() -> None:
    ours, theirs = family(child="anna"), family(child="leo")
    joined = transfer.join(ours, theirs.rows())
    assert joined.left == 2
    assert [e.id for e in ours.events() if isinstance(e.fact, GateSet)] == ["anna-pin"]
    assert {e.child for e in ours.events()} == {None, "anna", "leo"}


# -------------------------------------------------------------------- two devices, one child
HOUR = timedelta(hours=1)
COMMON, LATER = 12, 30  # days both devices know, and the day of the last word


@cache
def _lived() -> tuple[Event, ...]:
    return tuple(lived(both(range(LATER)), LATER).robin.events)


def day(n: int) -> date:
    return plus(TRAIL_START, n)


class Home:
    """Two devices of one family. `tell` says what was told on which of them, hours after the first morning."""

    def __init__(self) -> None:
        self.devices = [Journal.in_memory() for _ in range(3)]  # the third hears everything as it is told
        known = [e for e in _lived() if e.day < day(COMMON)]
        for journal in self.devices:
            journal.write(known)
        self.devices[0].write(_lived())
        self.devices[2].write(_lived())

    def tell(self, device: int, hours: float, *facts: Fact, ids: str = "") -> None:
        moment = datetime(TRAIL_START.year, TRAIL_START.month, TRAIL_START.day, tzinfo=UTC) + hours * HOUR
        names = tuple(f"{ids or f'{device}-{hours}'}-{n}" for n in range(len(facts)))
        for journal in (self.devices[device], self.devices[2]):
            journal.append(facts, child="robin", at=moment, day=game_day(moment, 4), offset=0, ids=names)

    def join(self, into: int) -> None:
        transfer.join(self.devices[into], self.devices[1 - into].rows())

    def seen(self, device: int, n: int) -> tuple[Child, ChildState]:
        child = fold(empty_family(), in_order(self.devices[device].events())).children["robin"]
        return child, Journey(catalogue(), child, day(n)).morning(day(n))


def walk(n: int, name: str = "walk") -> tuple[Fact, ...]:
    where = (f"{name}-session", day(n), Slot.EVENING)
    return (
        SessionStarted(*where, QuestKind.AWAY, ("forest_walk",)),
        LevelPlayed(name, *where, "forest_walk", 1, 10, Outcome.FINISHED, 10, away=True),
        LevelConfirmed(name, Grade.WELL, Effort.RIGHT),
    )


def hurting(n: int, score: int, name: str) -> tuple[Fact, ...]:
    play = LevelPlayed(name, f"{name}-s", day(n), Slot.MORNING, "caterpillar", 1, 3, Outcome.HURT, 1)
    return play, OuchTold(name, "caterpillar", day(n), Slot.MORNING, score)


Said = tuple[int, float, tuple[Fact, ...]]
LAST = 24 * LATER + 9  # hours: what the first device says last
JOINED: dict[str, list[Said]] = {
    "an older walk and a step back": [
        (1, 24 * 13 + 17, walk(13)), (0, LAST, (SteppedBack("bear_walk"), SteppedBack(None)))],
    "an older walk and a hold": [(1, 24 * 13 + 17, walk(13)), (0, LAST, (Held(),))],
    "an older release": [(1, 24 * 13, (Held(),)), (1, 24 * 14, (Released(),)), (0, LAST, (Held(),))],
    "an older doctor's word": [
        (1, 24 * 13, (DoctorAsked("pain"), ExerciseAllowed(None))),
        (0, LAST - 24, hurting(LATER - 1, 6, "p1")), (0, LAST, hurting(LATER, 7, "p2"))],
    "an older pain and a doctor's word": [
        (1, 24 * 13 + 8, hurting(13, 6, "p1")), (1, 24 * 14 + 8, hurting(14, 6, "p2")),
        (0, LAST, (DoctorAsked("pain"), ExerciseAllowed(None)))],
    "older signs": [
        (1, 24 * 13, (SignsTicked(("fever",)), DoctorAsked("signs"))), (0, LAST, (SignsTicked(("night_pain",)),))],
    "an older age": [(1, 24 * 13, (AgeChosen(AgeBand.SEVEN_TEN),)), (0, LAST, (AgeChosen(AgeBand.THREE_FOUR),))],
}  # fmt: skip


@pytest.mark.parametrize("story", JOINED.values(), ids=JOINED)
@pytest.mark.parametrize("first", [0, 1])
def test_joined_either_way_both_know_what_one_device_would_have_known(story: list[Said], first: int) -> None:
    home = Home()
    for device, hours, facts in story:
        home.tell(device, hours, *facts)
    home.join(first)
    home.join(1 - first)
    for n in (LATER + 1, LATER + 4, LATER + 20):
        (a, at_a), (b, at_b), (_, at_once) = (home.seen(device, n) for device in range(3))
        assert a == b and at_a == at_b == at_once


def test_an_older_walk_of_another_device_changes_no_dose_no_budget_and_no_hold() -> None:
    home = Home()
    home.tell(0, LAST, SteppedBack("bear_walk"), SteppedBack(None), Held())
    _, before = home.seen(0, LATER + 20)
    home.tell(1, 24 * 13 + 17, *walk(13))
    home.join(0)
    child, after = home.seen(0, LATER + 20)
    assert "walk" in child.attempts and before.is_held
    assert (after.tracks, after.budget, after.is_held) == (before.tracks, before.budget, True)


def test_an_older_release_of_another_device_does_not_end_a_later_hold() -> None:
    home = Home()
    home.tell(0, LAST, Held())
    home.tell(1, 24 * 13, Held())
    home.tell(1, 24 * 14, Released())
    home.join(0)
    assert home.seen(0, LATER + 1)[1].is_held
    home.tell(1, LAST + 24, Released())
    home.join(0)
    assert not home.seen(0, LATER + 3)[1].is_held


@given(st.integers(0, 10**9))
@settings(max_examples=25)
def test_whatever_two_devices_told_and_whenever_they_were_joined_both_fold_to_one_family(seed: int) -> None:
    chance, home = Random(seed), Home()
    plays = [e.fact.attempt for e in _lived() if isinstance(e.fact, LevelPlayed) and e.day >= day(COMMON)]
    for n in range(20):
        hours, device = 24 * COMMON + 20 * n + 1, chance.randrange(2)
        at = int(hours // 24)
        words: list[tuple[Fact, ...]] = [
            (Held(),), (Released(),), (SteppedBack("bear_walk"),), (SteppedBack(None),), (SteppedForward(None),),
            (DoctorAsked("pain"), ExerciseAllowed(None)), walk(at, f"walk-{n}"), hurting(at, 5, f"hurt-{n}"),
            (OuchTold(chance.choice(plays), "bear_walk", day(at), Slot.MORNING, 2),), (SignsTicked(()),),
            (Retracted(f"{n - 1}-0"),),
        ]  # fmt: skip
        home.tell(device, hours, *chance.choice(words), ids=str(n))
        if chance.random() < 0.2:
            home.join(chance.randrange(2))
    for into in chance.sample((0, 1), 2):
        home.join(into)
    for n in (COMMON + 18, LATER + 2, LATER + 30):
        (a, at_a), (b, at_b), (_, at_once) = (home.seen(device, n) for device in range(3))
        assert a == b and at_a == at_b == at_once


def test_what_a_newer_game_told_comes_along(tmp_path: Path) -> None:
    here, there = Journal.in_memory(), Journal.in_memory()
    here.write_rows(
        [JournalRow("n", "d", 1, "anna", "2026-01-05T08:00:00Z", "2026-01-05", 0, "moon_walked", '{"x":1}')]
    )
    transfer.join(there, transfer.read(saved(here, tmp_path)))
    assert list(there.rows()) == list(here.rows())


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("hello\n", 1, "no JSON"),
        ("{}\n", 1, "an event has"),
        ("[1]\n", 1, "an event has"),
        ("GOOD\n\nnull\n", 3, "an event has"),
        ("GOOD\n" + "[" * 50_000 + "\n", 2, "no JSON"),
        ("x" * 300_000, 1, "too long"),
        ('GOOD\n{"id": 7, "device":"d","seq":1,"profile":null,"at":"2026-01-05T08:00:00Z","day":"2026-01-05","offset":0,'
         '"kind":"held","body":"{}"}\n', 2, "id: 7"),
        ('{"id":"7","device":"d","seq":1,"profile":null,"at":"2026-01-05T08:00:00","day":"2026-01-05","offset":0,'
         '"kind":"held","body":"{}"}\n', 1, "no zone"),
        ('{"id":"7","device":"d","seq":1,"profile":null,"at":"2026-01-05T08:00:00Z","day":"2026-13-05","offset":0,'
         '"kind":"held","body":"{}"}\n', 1, "event 7"),
        ('{"id":"7","device":"d","seq":1,"profile":"a","at":"2026-01-05T08:00:00Z","day":"2026-01-05","offset":0,'
         '"kind":"stars_awarded","body":"{}"}\n', 1, "missing"),
        ('{"id":"\\ud800","device":"d","seq":1,"profile":"a","at":"2026-01-05T08:00:00Z","day":"2026-01-05","offset":0,'
         '"kind":"held","body":"{}"}\n', 1, "half a character"),
        ('{"id":"7","device":"d","seq":1' + "0" * 5000 + ',"profile":"a","at":"2026-01-05T08:00:00Z","day":"2026-01-05",'
         '"offset":0,"kind":"held","body":"{}"}\n', 1, "no JSON"),
    ],
)  # fmt: skip
def test_what_is_no_export_is_named_with_its_line(tmp_path: Path, text: str, line: int, why: str) -> None:
    path = tmp_path / "diary.jsonl"
    good = next(iter(transfer.lines(family().rows()))).strip()
    path.write_text(text.replace("GOOD", good), encoding="utf-8")
    with pytest.raises(NotAnExport, match=why) as caught:
        transfer.read(path)
    assert f"{path}:{line}:" in str(caught.value)


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    path = saved(family(), tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert len(transfer.read(path)) == 18


@given(st.binary(max_size=400))
@settings(max_examples=200)
def test_any_bytes_are_an_export_or_named(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.jsonl"
    path.write_bytes(content)
    with suppress(NotAnExport):
        transfer.read(path)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 30))), st.lists(st.sampled_from("ab"), max_size=6))
@settings(max_examples=100)
def test_joining_is_the_union_of_ids_in_any_order(told: list[tuple[str, int]], joins: list[str]) -> None:
    rows = [JournalRow(f"{n}", "d", n, "anna", "2026-01-05T08:00:00Z", "2026-01-05", 0, "held", "{}") for _, n in told]
    sides = {side: [r for (s, _), r in zip(told, rows) if s == side] for side in "ab"}
    journals = {side: Journal.in_memory() for side in "ab"}
    for side, mine in sides.items():
        journals[side].write_rows(mine)
    for into in (*joins, "a", "b"):
        transfer.join(journals[into], journals["ab"["ba".index(into)]].rows())
    everything = {row.id for row in rows}
    for journal in journals.values():
        assert sorted(r.id for r in journal.rows()) == sorted(everything)
        assert journal.health().is_whole
