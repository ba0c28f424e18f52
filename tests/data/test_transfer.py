"""Taking everything along, and joining two computers: by id, nothing lost, nothing doubled."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.events import GateSet, SettingChosen, StarsAwarded
from game.core.fold import fold
from game.core.history import empty_family
from game.data import transfer
from game.data.journal import Journal
from game.data.rows import Row
from game.data.transfer import NotAnExport
from tests.data.family import PIN_RECORD, START, tell


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
    folded = fold(empty_family(), one.events())
    assert one.count() == 8 and folded.children["anna"].stars == 4


def test_another_familys_pin_never_replaces_ours() -> None:
    ours, theirs = family(child="anna"), family(child="leo")
    joined = transfer.join(ours, theirs.rows())
    assert joined.left == 2
    assert [e.id for e in ours.events() if isinstance(e.fact, GateSet)] == ["anna-pin"]
    assert {e.child for e in ours.events()} == {None, "anna", "leo"}


def test_what_a_newer_game_told_comes_along(tmp_path: Path) -> None:
    here, there = Journal.in_memory(), Journal.in_memory()
    here.write_rows([Row("n", "d", 1, "anna", "2026-01-05T08:00:00Z", "2026-01-05", 0, "moon_walked", '{"x":1}')])
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
    rows = [Row(f"{n}", "d", n, "anna", "2026-01-05T08:00:00Z", "2026-01-05", 0, "held", "{}") for _, n in told]
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
