"""The pen: facts count at once, are on the disk when it says so, and none is lost or doubled when the disk refuses."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from game.core.events import ChildAdded, Event, Held, Released, SettingChosen
from game.data.journal.journal import Journal
from game.data.journal.writer import JournalWriter
from tests.data.disks import Disk
from tests.data.family import START
from tests.player import Player


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    return Disk(Journal.open(tmp_path / "journal.sqlite"))


@pytest.fixture
def told() -> list[Event]:
    return []


@pytest.fixture
def pen(disk: Disk, told: list[Event]) -> JournalWriter:
    return JournalWriter(disk, lambda: START, told.extend, 4)


def test_what_was_told_is_on_the_disk_when_the_pen_returns(pen: JournalWriter, disk: Disk, told: list[Event]) -> None:
    events = pen(Held(), Released(), child="a")
    assert tuple(disk.events()) == events == tuple(told)
    assert pen.unsaved == 0 and not pen.is_writing and pen.kept_in_memory() == ()


def test_a_full_disk_loses_nothing_and_stops_nobody(pen: JournalWriter, disk: Disk, told: list[Event]) -> None:
    disk.is_full = True
    first, second = pen(Held(), child="a"), pen(Released(), child="a")
    assert told == [*first, *second]
    assert pen.unsaved == 2 and pen.is_disk_full and disk.count() == 0
    assert not pen.retry()
    disk.is_full = False
    assert pen.retry() and pen.unsaved == 0
    assert tuple(disk.events()) == (*first, *second)


def test_the_next_fact_brings_the_waiting_ones_along_in_order(pen: JournalWriter, disk: Disk) -> None:
    disk.is_full = True
    first = pen(Held(), child="a")
    disk.is_full = False
    second = pen(Released(), child="a")
    assert tuple(disk.events()) == (*first, *second) and pen.unsaved == 0


def test_a_write_that_failed_after_it_reached_the_disk_is_not_doubled(pen: JournalWriter, disk: Disk) -> None:
    disk.writes_then_fails = True
    events = pen(Held(), child="a")
    assert disk.count() == 1 and pen.unsaved == 1 and not pen.is_disk_full
    disk.writes_then_fails = False
    assert pen.retry() and tuple(disk.events()) == events


def test_a_slow_disk_is_not_waited_for_longer_than_a_tenth_of_a_second(
    pen: JournalWriter, disk: Disk, told: list[Event]
) -> None:
    disk.hangs.clear()
    events = pen(Held(), child="a")
    assert pen.is_writing and pen.unsaved == 0 and told == list(events)
    disk.hangs.set()
    assert pen.retry(5) and not pen.is_writing and tuple(disk.events()) == events


def test_a_commit_that_hangs_keeps_nobody_from_telling_more(pen: JournalWriter, disk: Disk, told: list[Event]) -> None:
    begun, may_end, has_ended = threading.Event(), threading.Event(), threading.Event()

    def hanging_commit() -> None:
        with disk._transaction():
            begun.set()
            may_end.wait(10)
        has_ended.set()

    commit = threading.Thread(target=hanging_commit)
    commit.start()
    begun.wait(10)
    events = (*pen(Held(), child="a"), *pen(Released(), child="a"), *pen(Held(), child="a"))
    assert not has_ended.is_set() and pen.is_writing and told == list(events)
    may_end.set()
    commit.join()
    assert pen.retry(5) and tuple(disk.events()) == events


def test_looking_after_the_file_is_no_writing_that_a_screen_would_wait_for(pen: JournalWriter, disk: Disk) -> None:
    disk.looks.clear()  # a disk that hangs while nobody tells anything
    pen.look_after()
    pen.look_after()
    assert not pen.is_writing
    disk.looks.set()
    assert pen(Held(), child="a") and disk.count() == 1


def test_the_closing_game_tries_once_more(pen: JournalWriter, disk: Disk) -> None:
    disk.is_full = True
    pen(Held(), child="a")
    disk.is_full = False
    assert pen.close() and disk.count() == 1


def test_a_mistake_of_ours_is_not_taken_for_a_full_disk(pen: JournalWriter, disk: Disk) -> None:
    disk.stumbles = True
    with pytest.raises(ZeroDivisionError):
        pen(Held(), child="a")


def test_a_family_plays_on_with_a_full_disk() -> None:
    player = Player()
    disk = player.disk
    disk.is_full = True
    child = player.add_child("Anna")
    assert player.ctx.children[child].nickname == "Anna" and player.ctx.unsaved == 3 and player.ctx.is_disk_full
    disk.is_full = False
    player.clock += timedelta(minutes=1)
    assert player.ctx.retry() and player.ctx.unsaved == 0
    assert [type(e.fact) for e in disk.events()][0] is ChildAdded


def test_forgetting_a_child_while_the_disk_hangs_loses_nothing_of_the_others(pen: JournalWriter, disk: Disk) -> None:
    disk.hangs.clear()
    pen(Held(), child="a")
    pen(SettingChosen("voice", "3"))
    pen.forget("a")
    disk.hangs.set()
    assert pen.retry(5) and pen.close()
    kept = {type(e.fact) for e in (*disk.events(), *pen.kept_in_memory())}
    assert SettingChosen in kept
