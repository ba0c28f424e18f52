"""From a folder to a running game: the diary opened, or the card that says why not and what follows from it."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

import pygame
import pytest

from game.assembly import init_pygame_for_pictures
from game.data.backup import all_copies
from game.data.copies import look
from game.data.journal import Journal
from game.startup import Door, open_family
from tests.data.family import PIN_RECORD, START, tell

NOW = datetime(2026, 11, 22, 19, 12, 5).astimezone()
ARGS = argparse.Namespace(kiosk=False, mute=True, lang=None)
SIZE = (640, 360)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A family with a PIN and a child, closed."""
    init_pygame_for_pictures()
    data = tmp_path / "family"
    journal = Journal.open(data / "journal.sqlite")
    journal.append((PIN_RECORD,), child=None, at=START, day=START.date(), offset=0, ids=("pin",))
    tell(journal, 30)
    journal.close()
    return data


@pytest.fixture
def door(data: Path):
    door = Door(pygame.Surface(SIZE), data, ARGS, now=lambda: NOW)
    yield door
    for game in door.games:
        game.close()


def damage(data: Path) -> bytes:
    path = data / "journal.sqlite"
    content = bytearray(path.read_bytes())
    content[content.index(b'"attempt":"anna-20"')] ^= 1
    path.write_bytes(content)
    return bytes(content)


def choices(scene) -> list[str]:
    return [choice.name for choice in scene.case.choices]


def test_a_family_comes_to_who_is_playing(door: Door) -> None:
    assert door.enter().name == "who" and door.code == 0


def test_a_new_folder_begins_with_the_welcome(tmp_path: Path) -> None:
    init_pygame_for_pictures()
    door = Door(pygame.Surface(SIZE), tmp_path / "new", ARGS)
    assert door.enter().name == "welcome"
    door.games[-1].close()


def test_opening_and_closing_keeps_a_copy_of_what_is_new(data: Path) -> None:
    init_pygame_for_pictures()
    game = open_family(data, SIZE, mute=True)
    assert len(all_copies(data)) == 1
    game.context.record(PIN_RECORD)
    game.close()
    assert [look(copy.path).events for copy in all_copies(data)] == [93, 92]


def test_a_second_window_waits_and_takes_over(door: Door, data: Path) -> None:
    first = Journal.open(data / "journal.sqlite")
    card = door.enter()
    assert card.name == "trouble" and card.case.kind == "second" and door.code == 2
    assert card.update(1.1) is None
    first.close()
    taken = card.update(1.1)
    assert taken is not None and taken.name == "who" and door.code == 0


def test_a_newer_diary_can_be_left_alone_for_a_guest_day(door: Door, data: Path) -> None:
    import sqlite3

    db = sqlite3.connect(data / "journal.sqlite")
    db.execute("PRAGMA user_version = 99")
    db.close()
    before = (data / "journal.sqlite").read_bytes()
    card = door.enter()
    assert choices(card) == ["close", "guest"]
    assert card.press("guest").name == "welcome"
    assert (data / "journal.sqlite").read_bytes() == before


def test_a_damaged_diary_goes_on_with_what_is_whole(door: Door, data: Path) -> None:
    damaged = damage(data)
    card = door.enter()
    assert card.case.kind == "damaged" and choices(card) == ["go_on", "look"] and door.code == 1
    assert "91 of 92" in card.case.line
    assert card.press("go_on").name == "who"
    assert next(data.glob("journal-damaged-*")).read_bytes() == damaged
    assert door.games[-1].journal.count() == 91


def test_the_copy_can_be_taken_instead(door: Door, data: Path) -> None:
    open_family(data, SIZE, mute=True).close()
    journal = Journal.open(data / "journal.sqlite")
    tell(journal, 3, "leo", "Leo")
    journal.close()
    path = data / "journal.sqlite"
    path.write_bytes(path.read_bytes().replace(b'"attempt":"leo-1"', b'"attempt":"leo-9"'))
    card = door.enter()
    assert choices(card) == ["go_on", "copy", "look"]
    assert card.press("copy").name == "who"
    assert door.games[-1].journal.count() == 92


def test_nothing_left_at_all_begins_anew_and_keeps_the_file(door: Door, data: Path) -> None:
    (data / "journal.sqlite").write_bytes(b"rubbish")
    card = door.enter()
    assert choices(card) == ["anew", "look"]
    assert card.press("anew").name == "welcome"
    assert next(data.glob("journal-damaged-*")).read_bytes() == b"rubbish"


def test_an_empty_file_beside_a_copy_is_no_first_start(door: Door, data: Path) -> None:
    open_family(data, SIZE, mute=True).close()
    (data / "journal.sqlite").write_bytes(b"")
    card = door.enter()
    assert card.case.kind == "damaged" and card.press("go_on").name == "who"
    assert door.games[-1].journal.count() == 92


def test_a_folder_that_cannot_be_used_can_be_played_without(tmp_path: Path) -> None:
    init_pygame_for_pictures()
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    door = Door(pygame.Surface(SIZE), tmp_path / "file", ARGS)
    card = door.enter()
    assert card.case.kind == "unwritable" and door.code == 3
    assert card.press("again").case.kind == "unwritable"
    (tmp_path / "file").unlink()
    assert card.press("again").name == "welcome" and door.code == 0
    for game in door.games:
        game.close()
