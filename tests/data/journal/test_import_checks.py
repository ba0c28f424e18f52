"""What a file from somewhere else may not do: replace the PIN, stop the game, keep it busy for ever."""

from __future__ import annotations

import dataclasses
import json
import os
import typing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.content import FRIENDS, AgeBand, Slot
from game.core.events import (
    ChildAdded,
    ChildChanged,
    Fact,
    FunctionHurt,
    FunctionMeasured,
    GatePassed,
    GateSet,
    GateTried,
    Held,
    LevelPlayed,
    OuchTold,
    Outcome,
    Paused,
    PauseReason,
    ProgrammeChosen,
    SettingChosen,
    StarsAwarded,
    SurgeryPlanned,
)
from game.core.history.fold import FAMILY, fold
from game.core.history.history import empty_family
from game.data.copies.salvage import salvage
from game.data.journal import import_limits, transfer
from game.data.journal.facts import kind_of, written
from game.data.journal.journal import Journal
from game.data.journal.pin import hashed, matches
from game.data.journal.rows import JournalRow
from game.data.journal.transfer import NotAnExport
from game.scenes import flow, routes
from game.scenes.parent import area
from game.ui import theme
from game.ui.text_field import LONGEST, TextField
from tests.data.family import START, tell
from tests.player import PIN, Player

DAY = date(2026, 1, 5)


def row(fact: Fact, *, id_: str = "x", child: str | None = "anna", day: str = "2026-01-05", at: str = "") -> JournalRow:
    kind, body = written(fact)
    return JournalRow(id_, "elsewhere", 1, child, at or f"{day}T08:00:00Z", day, 0, kind, body)


def read(tmp_path: Path, *rows: JournalRow) -> list[JournalRow]:
    """The rows as an import reads them."""
    path = tmp_path / "diary.jsonl"
    path.write_text("".join(transfer.lines(rows)), encoding="utf-8")
    return transfer.read(path)


def refused(tmp_path: Path, *rows: JournalRow) -> str:
    """The one line that says why an import is none."""
    with pytest.raises(NotAnExport) as caught:
        read(tmp_path, *rows)
    line = str(caught.value)
    assert line.startswith(f"{tmp_path / 'diary.jsonl'}:{len(rows)}: ") and len(line.splitlines()) == 1
    return line


# ---------------------------------------------------------------- the PIN
FOREIGN = GateSet(hashed("1111", 16), hashed("Y", 16))


@pytest.mark.parametrize("child", [None, "anna", "nobody"])
@pytest.mark.parametrize(
    "fact", [FOREIGN, GateTried(), GatePassed(), SettingChosen("stay", "on")], ids=lambda fact: type(fact).__name__
)
def test_no_row_of_another_family_touches_our_pin_or_settings(tmp_path: Path, fact: Fact, child: str | None) -> None:
    player = Player.with_family()
    player.ctx.gate.check_pin("0000")
    before = player.ctx.family
    joined = transfer.join(player.game.journal, read(tmp_path, row(fact, child=child)))
    assert (joined.new, joined.left) == (0, 1)
    after = fold(empty_family(), player.game.journal.events())
    assert (after.gate, after.tries, after.settings) == (before.gate, before.tries, before.settings)
    assert after.gate and matches(PIN, after.gate.pin) and not matches("1111", after.gate.pin)


def test_every_kind_the_fold_takes_for_the_family_is_left_out_and_a_newer_game_s_gate_too() -> None:
    assert {kind_of(cls) for cls in FAMILY} == transfer.FAMILY_KINDS
    journal = Journal.in_memory()
    transfer.join(journal, [row(FOREIGN, id_="ours", child=None)])
    newer = JournalRow("n", "d", 1, "anna", "2026-01-05T08:00:00Z", "2026-01-05", 0, "gate_opened_by_face", "{}")
    assert transfer.join(journal, [newer, row(Held())]) == transfer.Joined(1, 0, 1)


def test_a_new_diary_takes_the_pin_along_and_only_one_that_is_kept_as_ours_are(tmp_path: Path) -> None:
    journal = Journal.in_memory()
    assert transfer.join(journal, read(tmp_path, row(FOREIGN, child=None))).new == 1
    assert "PIN" in refused(tmp_path, row(GateSet("1111", FOREIGN.recovery), child=None))
    assert "PIN" in refused(tmp_path, row(GateSet(FOREIGN.pin, "scrypt$16$0$00"), child=None))


# ---------------------------------------------------------------- numbers, days, names
def played(sets: int = 1, amount: int = 20, left: int = 20, right: int = 0, on: date = DAY) -> LevelPlayed:
    return LevelPlayed("a", "s", on, Slot.MORNING, "bear_walk", sets, amount, Outcome.FINISHED, left, right)


@pytest.mark.parametrize(
    ("fact", "why"),
    [
        (played(sets=10**9), "sets"), (played(sets=-1), "sets"), (played(amount=10**12), "amount"),
        (played(left=10**12), "done_left"), (played(right=-5), "done_right"), (StarsAwarded("a", 10**18, "x"), "stars"),
        (StarsAwarded("a", -1, "x"), "stars"), (OuchTold("a", "bear_walk", DAY, Slot.MORNING, 11), "score"),
        (OuchTold("a", "bear_walk", DAY, Slot.MORNING, -1), "score"), (FunctionHurt(DAY, "heel_raises", 99), "score"),
        (FunctionMeasured(DAY, "heel_raises", "both", 10**9), "value"), (ProgrammeChosen("grown_up", -30), "course_days"),
        (ChildAdded("Zed", "kva", AgeBand.FIVE_SIX, 10**9), "skin"), (played(on=date(1, 1, 1)), "no day of play"),
        (SurgeryPlanned(date(9999, 12, 31), None), "no day of play"),
        (Paused(PauseReason.ILL, date(1, 1, 1), DAY), "no day of play"),
        (ChildAdded("A" * 60_000, "kva", AgeBand.FIVE_SIX, 1), "60000 letters"),
        (ChildAdded("a\x00b", "kva", AgeBand.FIVE_SIX, 1), "no letter"),
        (ChildChanged("a\u202eb", "kva", 1), "no letter"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_no_game_has_ever_written_is_refused_in_one_line(tmp_path: Path, fact: Fact, why: str) -> None:
    assert why in refused(tmp_path, row(Held(), id_="good"), row(fact))


@pytest.mark.parametrize(
    ("day", "at"),
    [
        ("0001-01-01", "0001-01-01T00:00:00Z"), ("2026-01-05", "0001-01-01T00:00:00Z"), ("1969-12-30", ""),
        ("9999-12-31", ""), ("2026-01-05", "0001-01-01T00:00:00+14:00"), ("2026-01-05", "9999-12-31T23:59:59-14:00"),
    ],
)  # fmt: skip
def test_a_day_no_game_was_played_on_is_refused_in_one_line(tmp_path: Path, day: str, at: str) -> None:
    refused(tmp_path, row(Held(), day=day, at=at))


def test_every_whole_number_of_every_fact_has_its_bounds() -> None:
    """A new fact whose number is forgotten would let an import through with anything in it."""
    numbers = {
        field.name for cls in typing.get_args(Fact) for field in dataclasses.fields(cls)
        if typing.get_type_hints(cls)[field.name] in (int, int | None)
    }  # fmt: skip
    assert numbers == set(import_limits.NUMBERS)


def test_the_longest_name_that_can_be_typed_is_let_through(tmp_path: Path) -> None:
    field = TextField()
    field.typed("W" * 100)
    assert len(field.name) == LONGEST
    for name in (f"{field.name} 1000", "Zoe\u0308", "👩\u200d👧 Мая", "花", "O'Neill"):
        assert len(read(tmp_path, row(ChildAdded(name, "kva", AgeBand.FIVE_SIX, 1)))) == 1


@given(st.text(max_size=60))
def test_whatever_is_typed_as_a_nickname_is_let_through(text: str) -> None:
    field = TextField()
    field.typed(text)
    import_limits.check(ChildAdded(field.name, "kva", AgeBand.FIVE_SIX, 1))


def test_a_file_larger_than_any_diary_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "diary.jsonl"
    path.touch()
    os.truncate(path, transfer.LARGEST + 1)
    with pytest.raises(NotAnExport, match="too large"):
        transfer.read(path)


# ---------------------------------------------------------------- what was written once stays readable
def test_a_diary_of_a_computer_whose_clock_stood_at_1970_is_saved_whole_and_comes_along(tmp_path: Path) -> None:
    path = tmp_path / "journal.sqlite"
    journal = Journal.open(path)
    tell(journal, 2, start=datetime(1970, 1, 1, 8, tzinfo=UTC))
    journal.append((played(on=date(1969, 12, 31)),), child="anna", at=datetime(1970, 1, 1, tzinfo=UTC),
                   day=date(1969, 12, 31), offset=-600, ids=("west",))  # fmt: skip
    tell(journal, 2, "leo", "Leo", start=START)
    rows = list(journal.rows())
    journal.close()
    assert len(salvage(path, tmp_path).rows) == len(rows)
    assert read(tmp_path, *rows) == rows


def test_a_row_that_is_in_the_diary_already_is_still_read() -> None:
    """Written by an import of an older game, which let it through."""
    journal = Journal.in_memory()
    journal.write_rows([row(StarsAwarded("a", 10**6, "x"))])
    assert [event.fact for event in journal.events()] == [StarsAwarded("a", 10**6, "x")]


# ---------------------------------------------------------------- a newer game's friends
def test_the_friends_that_can_be_drawn_are_those_that_can_be_chosen() -> None:
    assert set(FRIENDS) == set(theme.ANIMALS) and import_limits.ANY_ANIMAL in FRIENDS
    assert len(theme.SKINS) == import_limits.SKINS


@pytest.mark.parametrize(
    "fact",
    [
        ChildAdded("Zed", "unicorn", AgeBand.FIVE_SIX, 1), ChildAdded("Zed", "no/../such", AgeBand.FIVE_SIX, 1),
        ChildAdded("Zed", "kva", AgeBand.FIVE_SIX, 9), ChildChanged("Zed", "", 4),
    ],
    ids=str,
)  # fmt: skip
def test_a_friend_of_a_newer_game_is_drawn_as_one_of_ours_and_kept_as_told(tmp_path: Path, fact: Fact) -> None:
    player = Player.with_family()
    told = read(tmp_path, row(fact, id_="zed", child="c2"))
    assert transfer.join(player.game.journal, told).new == 1
    again = Player(start=player.clock, journal=player.game.journal)
    for scene in (
        flow.open(again.ctx, routes.Who()), *(flow.open(again.ctx, routes.Trail(child)) for child in again.ctx.children),
        *(flow.open(again.ctx, routes.Place(place.name, "c2")) for place in area.PLACES), flow.open(again.ctx, routes.AddChild(routes.Who())),
    ):  # fmt: skip
        again.scene = scene
        again.wait(0.2)
        again.draw()
    assert json.loads([kept for kept in again.game.journal.rows() if kept.id == "zed"][0].body) == json.loads(
        told[0].body
    )
