"""From a folder to a running game: the diary opened, or the card that says why not and what follows from it."""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pygame
import pytest

from game.app.game import Game
from game.app.loop import App
from game.app.startup import Launcher, open_family
from game.app.window import init_pygame_for_pictures
from game.core.content import AgeBand
from game.core.events import ChildAdded, GateSet, ProgrammeChosen, SignsTicked, StarsAwarded, StickerFound
from game.core.rules.heads import heads_now
from game.core.rules.journey import forget
from game.data.checkpoint.family_history import had
from game.data.copies.backup import all_copies, back_up
from game.data.copies.salvage import salvage
from game.data.journal import migrations
from game.data.journal.file_copies import look
from game.data.journal.journal import DamagedJournal, Journal
from game.data.journal.pin import hashed
from game.scenes import flow, routes
from game.scenes.home.who import WhoScreen
from game.ui.controls import Controls
from game.ui.stage import Stage
from tests.data.family import PIN_RECORD, START, tell, tell_at_once
from tests.data.killed import killed_in_mid_commit
from tests.data.small_disk import fill, needs_a_small_disk, on_a_small_disk
from tests.keyboards import pressed
from tests.player import PIN

NOW = datetime(2026, 11, 22, 19, 12, 5).astimezone()
ARGS = argparse.Namespace(kiosk=False, mute=True, lang=None)
SIZE = (640, 360)
PAGE = 4096  # bytes of a database's page
CHILD_ADDED = (ChildAdded("Anna", "kva", AgeBand.FIVE_SIX, 1), SignsTicked(()), ProgrammeChosen("children"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A family with a PIN and a child, closed."""
    init_pygame_for_pictures()
    data = tmp_path / "family"
    journal = Journal.open(data / "journal.sqlite")
    journal.append(
        (GateSet(hashed(PIN, 16), hashed("MOSSRIVER48OTTER", 16)),),
        child=None,
        at=START,
        day=START.date(),
        offset=0,
        ids=("pin",),
    )
    tell(journal, 30)
    journal.close()
    return data


@pytest.fixture
def door(data: Path):
    door = Launcher(pygame.Surface(SIZE), data, ARGS, now=lambda: NOW)
    yield door
    for game in door.games:
        game.close()


def damage(data: Path) -> bytes:
    path = data / "journal.sqlite"
    content = bytearray(path.read_bytes())
    content[content.index(b'"attempt":"anna-20"')] ^= 1
    path.write_bytes(content)
    return bytes(content)


def damaged_beside_a_copy(data: Path) -> bytes:
    """A copy, then Leo's three days, one of them damaged."""
    open_family(data, SIZE, mute=True).close()
    journal = Journal.open(data / "journal.sqlite")
    tell(journal, 3, "leo", "Leo")
    journal.close()
    path = data / "journal.sqlite"
    path.write_bytes(path.read_bytes().replace(b'"attempt":"leo-1"', b'"attempt":"leo-9"'))
    return path.read_bytes()


def typed(gate, pin: str):
    """The PIN typed at the gate; the screen that follows."""
    gate.age = 1.0
    for digit in pin:
        for given in Controls().read((pressed(digit),), SIZE):
            gate.handle(given)
    following = None
    for _ in range(10):
        following = following or gate.update(0.1)
    return flow.open(gate.ctx, following or gate)


def choices(scene) -> list[str]:
    return [choice.name for choice in scene.case.choices]


def test_a_family_comes_to_who_is_playing(door: Launcher) -> None:
    assert door.enter().name == "who" and door.code == 0


def test_a_new_folder_begins_with_the_choice_of_a_language(tmp_path: Path) -> None:
    init_pygame_for_pictures()
    door = Launcher(pygame.Surface(SIZE), tmp_path / "new", ARGS)
    assert door.enter().name == "language"
    door.games[-1].close()


def test_opening_and_closing_keeps_a_copy_of_what_is_new(data: Path) -> None:
    init_pygame_for_pictures()
    game = open_family(data, SIZE, mute=True)
    assert len(all_copies(data)) == 1
    game.context.record(PIN_RECORD)
    game.close()
    assert [look(copy.path).events for copy in all_copies(data)] == [93, 92]


def test_the_first_child_is_copied_before_any_good_night(tmp_path: Path) -> None:
    init_pygame_for_pictures()
    data = tmp_path / "new"
    door = Launcher(pygame.Surface(SIZE), data, ARGS)
    door.enter()
    game = door.games[-1]
    game.context.record(*CHILD_ADDED, child="anna")
    game.pen.close()  # waits for its thread; the game itself ends without a word, as when the power goes
    game.journal.close()
    (data / "journal.sqlite").unlink()
    card = Launcher(pygame.Surface(SIZE), data, ARGS).enter()
    assert card.name == "trouble" and card.case.kind == "damaged"
    assert [look(copy.path).events for copy in all_copies(data)] == [len(CHILD_ADDED)]


def test_a_second_window_waits_and_takes_over(door: Launcher, data: Path) -> None:
    first = Journal.open(data / "journal.sqlite")
    card = door.enter()
    assert card.name == "trouble" and card.case.kind == "second" and door.code == 2
    assert card.update(1.1) is None
    first.close()
    taken = card.update(1.1)
    assert taken is not None and taken.name == "who" and door.code == 0


def test_a_second_window_put_away_to_see_the_first_comes_back_when_it_takes_over(
    door: Launcher, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The desktop itself is not there in a test: who is asked to bring the window back is written down."""
    came: list[str] = []
    monkeypatch.setattr("game.app.startup.come_to_front", lambda: came.append("front"))
    first = Journal.open(data / "journal.sqlite")
    card = door.enter()
    card.press(card.case.choices[0].name)
    assert card.update(1.1) is None and not came
    first.close()
    taken = card.update(1.1)
    assert taken is not None and taken.name == "who" and came == ["front"]


def test_a_newer_diary_can_be_left_alone_for_a_guest_day(door: Launcher, data: Path) -> None:
    db = sqlite3.connect(data / "journal.sqlite")
    db.execute("PRAGMA user_version = 99")
    db.execute(migrations.STATE, ("99",))
    db.commit()
    db.close()
    before = (data / "journal.sqlite").read_bytes()
    card = door.enter()
    assert choices(card) == ["close", "guest"]
    assert card.press("guest").name == "language"
    assert (data / "journal.sqlite").read_bytes() == before


def test_who_plays_without_the_diary_still_has_the_familys_own_programme(door: Launcher, data: Path) -> None:
    own = data / "levels" / "programmes" / "ours.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("id: ours\ntitle: Ours\nwhat: For us.\nexercises: [bear_walk]\n", encoding="utf-8")
    db = sqlite3.connect(data / "journal.sqlite")
    db.execute("PRAGMA user_version = 99")
    db.execute(migrations.STATE, ("99",))
    db.commit()
    db.close()
    assert "ours" in door.enter().press("guest").ctx.catalogue.programmes


def test_a_damaged_diary_goes_on_with_what_is_whole(door: Launcher, data: Path) -> None:
    damaged = damage(data)
    card = door.enter()
    assert card.case.kind == "damaged" and choices(card) == ["go_on", "look"] and door.code == 1
    assert "91 of 92" in card.case.line
    assert card.press("go_on").name == "who"
    assert next(data.glob("journal-damaged-*")).read_bytes() == damaged
    assert door.games[-1].journal.count() == 91


def test_the_copy_can_be_taken_instead_with_the_pin(door: Launcher, data: Path) -> None:
    damaged_beside_a_copy(data)
    card = door.enter()
    assert choices(card) == ["go_on", "copy", "look"]
    gate = card.press("copy")
    assert gate.name == "gate"
    assert typed(gate, "0000").name == "gate"
    assert typed(gate, PIN).name == "who"
    kinds = [row.kind for row in door.games[-1].journal.rows()]
    assert len(kinds) == 92 + 3 and kinds[-3:] == ["gate_tried", "gate_tried", "gate_passed"]


def test_going_back_at_the_pin_changes_nothing(door: Launcher, data: Path) -> None:
    before = damaged_beside_a_copy(data)
    card = door.enter()
    again = card.press("copy").press("back")
    assert again.name == "trouble" and choices(again) == choices(card)
    assert (data / "journal.sqlite").read_bytes() == before


def test_wrong_pins_on_the_card_wait_as_everywhere(door: Launcher, data: Path) -> None:
    before = damaged_beside_a_copy(data)
    gate = door.enter().press("copy")
    for _ in range(3):
        typed(gate, "0000")
    assert gate.is_waiting and (data / "journal.sqlite").read_bytes() == before


def test_wrong_pins_on_the_card_outlast_a_restart_and_go_into_the_mended_diary(door: Launcher, data: Path) -> None:
    damaged_beside_a_copy(data)
    gate = door.enter().press("copy")
    for _ in range(3):
        typed(gate, "0000")
    door.games[-1].close()
    door = Launcher(pygame.Surface(SIZE), data, ARGS)
    again = door.enter().press("copy")
    assert again.is_waiting and again.ctx.gate.wait() > 20
    assert not again.ctx.gate.check_pin(PIN)
    again.ctx.gate._since -= 30  # the wait is over
    again.update(30.0)
    assert typed(again, PIN).name == "who"
    kinds = [row.kind for row in door.games[-1].journal.rows()]
    assert len(kinds) == 92 + 5 and kinds[-5:] == ["gate_tried"] * 4 + ["gate_passed"]
    assert not (data / "damaged-card").exists()
    for game in door.games:
        game.close()


def test_a_second_window_on_a_damaged_diary_is_told_so(door: Launcher, data: Path) -> None:
    damaged_beside_a_copy(data)
    door.enter()
    second = Launcher(pygame.Surface(SIZE), data, ARGS)
    assert second.enter().case.kind == "second"
    for game in second.games:
        game.close()


def test_where_the_cards_tries_cannot_be_written_no_pin_is_asked_until_they_can(door: Launcher, data: Path) -> None:
    """Else a kill would give free ones."""
    damaged_beside_a_copy(data)
    in_the_way = data / "damaged-card"
    in_the_way.write_text("in the way")
    card = door.enter()
    assert not card.ctx.gate.check_pin(PIN) and not card.ctx.gate.check_recovery("MOSSRIVER48OTTER")
    again = card.press("copy")
    assert (again.name, again.case.kind) == ("trouble", "unwritable")
    in_the_way.unlink()
    gate = card.press("copy")
    for _ in range(3):
        typed(gate, "0000")
    assert gate.is_waiting
    door.games[-1].close()
    later = Launcher(pygame.Surface(SIZE), data, ARGS)
    assert later.enter().press("copy").is_waiting
    for game in later.games:
        game.close()


def test_a_draft_of_the_tries_that_a_killed_start_left_is_swept_away(door: Launcher, data: Path) -> None:
    damaged_beside_a_copy(data)
    (data / "damaged-card").mkdir()
    left = data / "damaged-card" / ".tries.sqlite.4242.draft"
    left.touch()
    os.utime(left, (0, 0))
    door.enter()
    assert not list((data / "damaged-card").glob(".*")) and (data / "damaged-card" / "tries.sqlite").is_file()


def test_the_pin_that_opened_the_card_stays_the_familys_pin(door: Launcher, data: Path) -> None:
    """It was changed after the copy was made."""
    open_family(data, SIZE, mute=True).close()
    journal = Journal.open(data / "journal.sqlite")
    newer = GateSet(hashed("7391", 16), hashed("OTHER", 16))
    journal.append((newer,), child=None, at=START, day=START.date(), offset=0, ids=("pin-2",))
    tell(journal, 3, "leo", "Leo")
    journal.close()
    path = data / "journal.sqlite"
    path.write_bytes(path.read_bytes().replace(b'"attempt":"leo-1"', b'"attempt":"leo-9"'))
    gate = door.enter().press("copy")
    assert typed(gate, PIN).name == "gate" and typed(gate, "7391").name == "who"
    assert door.games[-1].context.gate.check_pin("7391") and not door.games[-1].context.gate.check_pin(PIN)


def test_a_new_pin_chosen_with_the_recovery_code_on_the_card_is_kept(door: Launcher, data: Path) -> None:
    damaged_beside_a_copy(data)
    gate = door.enter().press("copy")
    gate.ctx.gate.set("7391", "OTHER")
    assert typed(gate, "7391").name == "who"
    assert door.games[-1].context.gate.check_pin("7391")


def test_where_no_pin_can_be_read_none_is_asked_and_the_card_says_so(tmp_path: Path) -> None:
    init_pygame_for_pictures()
    journal = Journal.open(tmp_path / "journal.sqlite")
    tell(journal, 5)
    journal.close()
    damaged_beside_a_copy(tmp_path)
    door = Launcher(pygame.Surface(SIZE), tmp_path, ARGS, now=lambda: NOW)
    card = door.enter()
    assert card.ctx.texts("damaged_no_pin") in card.case.foot
    assert card.press("copy").name == "new-pin"
    for game in door.games:
        game.close()


def test_a_flipped_bit_in_the_layouts_number_loses_nothing(door: Launcher, data: Path) -> None:
    path = data / "journal.sqlite"
    content = bytearray(path.read_bytes())
    content[60] ^= 64
    path.write_bytes(content)
    card = door.enter()
    assert card.case.kind == "damaged" and "92" in card.case.line
    assert card.press("go_on").name == "who" and door.games[-1].journal.count() == 92


def test_nothing_left_at_all_begins_anew_and_keeps_the_file(door: Launcher, data: Path) -> None:
    (data / "journal.sqlite").write_bytes(b"rubbish")
    card = door.enter()
    assert choices(card) == ["anew", "look"]
    assert card.press("anew").name == "language"
    assert next(data.glob("journal-damaged-*")).read_bytes() == b"rubbish"


def test_an_empty_file_beside_a_copy_is_no_first_start(door: Launcher, data: Path) -> None:
    open_family(data, SIZE, mute=True).close()
    (data / "journal.sqlite").write_bytes(b"")
    card = door.enter()
    assert card.case.kind == "damaged" and card.press("go_on").name == "who"
    assert door.games[-1].journal.count() == 92


# ---------------------------------------------------------------- how much is lost
LOST: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "gone": lambda path: path.unlink(),
    "rubbish": lambda path: path.write_bytes(b"rubbish" * 900),
    "gone, its rollback journal is there": lambda path: (killed_in_mid_commit(path), path.unlink()),
}


@pytest.mark.parametrize("how", LOST)
def test_a_lost_diary_says_since_when_nothing_is_known_and_of_when_the_copy_is(
    door: Launcher, data: Path, how: str
) -> None:  # fmt: skip
    journal = Journal.open(data / "journal.sqlite")
    back_up(journal, data, NOW)
    tell(journal, 3, "leo", "Leo")
    journal.close()
    LOST[how](data / "journal.sqlite")
    card = door.enter()
    assert card.case.kind == "damaged" and choices(card) == ["go_on", "look"]
    assert card.case.title == card.ctx.texts("damaged_title_since")
    assert "after 22 November 2026, 19:12 is missing" in card.case.line and "cannot be known" in card.case.line
    assert "92" in card.case.line and "22 November 2026, 19:12" in card.case.choices[0].line
    assert card.ctx.texts("damaged_again") in card.case.foot
    assert card.press("go_on").name == "who" and door.games[-1].journal.count() == 92


def of_a_hundred_days(data: Path) -> Path:
    """The diary, long enough for its end to be beyond what is left."""
    journal = Journal.open(data / "journal.sqlite")
    tell_at_once(journal, 100)
    journal.close()
    return data / "journal.sqlite"


def test_a_diary_cut_off_says_up_to_when_it_can_be_read(door: Launcher, data: Path) -> None:
    path = of_a_hundred_days(data)
    path.write_bytes(path.read_bytes()[: 20 * 4096])
    card = door.enter()
    found = salvage(path, data)
    assert found.since and found.whole > 20 and not found.is_end_known
    assert f"{found.since.astimezone():%H:%M}" in card.case.line and str(found.whole) in card.case.line


def test_the_title_counts_what_is_gone_for_certain(door: Launcher, data: Path) -> None:
    """A gap, and the end cut off as well."""
    path = of_a_hundred_days(data)
    path.write_bytes(damage(data)[: 20 * 4096])
    card = door.enter()
    found = salvage(path, data)
    assert found.gone and card.case.title == card.ctx.texts("damaged_title_least", n=found.gone)


def test_the_report_says_what_the_card_says(door: Launcher, data: Path) -> None:
    open_family(data, SIZE, mute=True).close()
    (data / "journal.sqlite").unlink()
    card = door.enter()
    card.ctx.files = Nowhere()
    assert card.press("look") is None
    said = (data / "diary-report.txt").read_text(encoding="utf-8")
    assert card.case.title in said and card.case.line in said and all_copies(data)[0].path.name in said


class Nowhere:
    """Files that open no folder."""

    def open(self, what: str) -> None:
        pass


def test_only_a_damaged_file_kept_aside_is_a_loss_and_no_first_start(tmp_path: Path) -> None:
    init_pygame_for_pictures()
    (tmp_path / "journal-damaged-2026-11-22-191205.sqlite").write_bytes(b"rubbish")
    door = Launcher(pygame.Surface(SIZE), tmp_path, ARGS, now=lambda: NOW)
    card = door.enter()
    assert card.name == "trouble" and card.case.kind == "damaged" and choices(card) == ["anew", "look"]
    for game in door.games:
        game.close()


# ---------------------------------------------------------------- a disk that fails
ENTER = """
import sys
import pygame
from tests.app.test_startup import ARGS, SIZE, choices
from game.app.window import init_pygame_for_pictures
from game.app.startup import Launcher
from pathlib import Path
init_pygame_for_pictures()
door = Launcher(pygame.Surface(SIZE), Path(sys.argv[1]), ARGS)
card = door.enter()
print(card.case.kind, *choices(card))
if "go_on" in choices(card):
    print(card.press("go_on").name, door.games[-1].journal.count())
"""


def entered(data: Path, path: Path, inject: str) -> list[str]:
    """What a start says when the disk answers those calls for that file with an error."""
    out = data.with_name("strace.txt")
    command = ["strace", "-f", "-o", str(out), "-P", str(path), "-P", f"{path}-journal", "-e", f"inject={inject}"]
    done = subprocess.run(
        [*command, sys.executable, "-B", "-c", ENTER, str(data)],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert "INJECTED" in out.read_text()
    return [line for line in done.stdout.splitlines() if not line.startswith("pygame")] or [done.stderr]


needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed: apt install strace")


@needs_strace
def test_a_diary_the_disk_cannot_read_offers_the_copy(data: Path) -> None:
    """It lies elsewhere, so that the new one, in the family's folder, can be read."""
    open_family(data, SIZE, mute=True).close()
    elsewhere = (data / "journal.sqlite").replace(data.with_name("elsewhere.sqlite"))
    before = elsewhere.read_bytes()
    (data / "journal.sqlite").symlink_to(elsewhere)
    reads = "read,pread64,readv,preadv,sendfile,copy_file_range"
    assert entered(data, elsewhere, f"{reads}:error=EIO:when=8+") == ["damaged go_on look", "who 92"]
    assert next(data.glob("journal-damaged-*")).read_bytes() == before


@needs_strace
@pytest.mark.parametrize("error", ["EIO", "EROFS"])
def test_a_diary_the_disk_cannot_write_is_never_called_damaged(data: Path, error: str) -> None:
    open_family(data, SIZE, mute=True).close()
    assert entered(data, data / "journal.sqlite", f"pwrite64:error={error}:when=1+") == ["unwritable again guest close"]


@needs_a_small_disk
@pytest.mark.parametrize("reads", [True, False])
def test_a_damaged_diary_on_a_full_disk_can_be_played_with_what_can_be_read(
    data: Path, tmp_path: Path, reads: bool
) -> None:  # fmt: skip
    """No room for a mended diary; without `reads` for the copy it is read from neither."""
    damaged_beside_a_copy(data)
    disk = tmp_path / "disk"
    play = f"from tests.app.test_startup import full_disk; full_disk({str(data)!r}, {str(disk)!r}, {reads})"
    said = on_a_small_disk(disk, "600k", play)
    first = ["damaged"] if reads else []
    assert said == [*first, "unwritable", "who", "anna", "leo", "untouched", "REFUSED", "False", "False"]


def full_disk(family: str, disk: str, reads: bool) -> None:
    """In a process of its own: the family on a disk without any room."""
    data = Path(disk) / "family"
    shutil.copytree(family, data)
    before = (data / "journal.sqlite").read_bytes()
    fill(Path(disk))
    if not reads:
        tempfile.tempdir = disk
    init_pygame_for_pictures()
    door = Launcher(pygame.display.set_mode(SIZE), data, ARGS, now=lambda: NOW)
    card = door.enter()
    if reads:
        print(card.case.kind)
        card = card.press("go_on")
    print(card.case.kind)
    who = card.press("guest")
    print(who.name, *sorted(who.ctx.family.children))
    print("untouched" if (data / "journal.sqlite").read_bytes() == before else "changed")
    # No try of the PIN could be kept: none is looked at, however often the game is started again.
    print(who.ctx.gate.note_try().name, who.ctx.gate.check_pin(PIN), who.ctx.gate.check_recovery("MOSSRIVER48OTTER"))
    for game in door.games:
        game.close()


def test_a_folder_that_cannot_be_used_can_be_played_without(tmp_path: Path) -> None:
    init_pygame_for_pictures()
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    door = Launcher(pygame.Surface(SIZE), tmp_path / "file", ARGS)
    card = door.enter()
    assert card.case.kind == "unwritable" and door.code == 3
    assert card.press("again").case.kind == "unwritable"
    (tmp_path / "file").unlink()
    assert card.press("again").name == "language" and door.code == 0
    for game in door.games:
        game.close()


# ---------------------------------------------------------------- a start on trust
def looked_after(game: Game) -> bool:
    """What the loop asks every few seconds, and the thread beside it is done; whether the diary is whole."""
    game.context.files.look_after()
    game.keeper._hand.shutdown(wait=True)
    return game.context.files.look_after()


def settled_family(data: Path, days: int = 60) -> None:
    """Played that many days more, closed, opened and closed: its checkpoint is there."""
    journal = Journal.open(data / "journal.sqlite")
    tell(journal, days, "mum", "Mum", NOW - timedelta(days=days))
    journal.close()
    game = open_family(data, SIZE, mute=True)
    looked_after(game)
    game.close()
    assert (data / "checkpoint.json").is_file()


def test_the_second_start_reads_only_what_was_told_lately(data: Path) -> None:
    init_pygame_for_pictures()
    settled_family(data)
    game = open_family(data, SIZE, mute=True)
    whole = had(Journal.over(game.journal._db), None).family
    assert not game.journal.is_proven and list(game.context.family.children) == list(whole.children)
    for id_, child in whole.children.items():
        mine = game.context.family.children[id_]
        assert (mine.nickname, mine.stars, len(mine.events)) == (child.nickname, child.stars, len(child.events))
    assert looked_after(game) and game.journal.is_proven
    game.close()


def looked_at(game: Game) -> WhoScreen:
    """Who is playing, drawn once."""
    who = flow.open(game.context, routes.Start())
    assert isinstance(who, WhoScreen)
    who.draw(Stage(pygame.Surface(SIZE)))
    return who


def test_the_first_picture_of_a_start_folds_nothing_and_shows_what_the_diary_tells(data: Path) -> None:
    settled_family(data)
    game = open_family(data, SIZE, mute=True)
    who = looked_at(game)
    assert not game.context.told.is_here
    assert (data / "checkpoint-first-look.json").is_file()
    whole = had(Journal.over(game.journal._db), None).family
    ctx = game.context
    assert tuple(who.children) == heads_now(ctx.catalogue, whole.children.values(), ctx.today, ctx.slot)
    forget(whole.children)
    assert dict(ctx.told.settings) == dict(whole.settings) and ctx.family.gate == whole.gate and ctx.told.is_here
    assert {c: list(child.events) for c, child in ctx.family.children.items()} == {
        c: list(child.events) for c, child in whole.children.items()
    }
    again = flow.open(ctx, routes.Who())
    assert isinstance(again, WhoScreen) and again.children == who.children
    game.close()


def test_after_the_first_picture_the_diary_is_folded_beside_the_loop(data: Path) -> None:
    settled_family(data)
    game = open_family(data, SIZE, mute=True)
    window = pygame.display.set_mode(SIZE, pygame.RESIZABLE)
    pygame.event.clear()
    app = App(window, game.context, flow.open(game.context, routes.Start()), game.resized)
    assert not game.context.told.is_here
    for _ in range(60):
        app.step(1 / 60)
    game.keeper._hand.shutdown(wait=True)
    assert app.view.is_drawn and game.context.told.is_here
    game.close()
    pygame.display.set_mode((8, 8))


def test_what_is_told_before_the_diary_was_folded_counts_once(data: Path) -> None:
    settled_family(data)
    game = open_family(data, SIZE, mute=True)
    assert not game.context.told.is_here
    before = had(Journal.over(game.journal._db), None).family.children["mum"]
    game.context.record(StarsAwarded("gift", 2, "tried"), StickerFound("shell"), child="mum")
    after = game.context.family.children["mum"]
    assert len(after.events) == len(before.events) + 2 and after.events[:-2] == before.events[:]
    game.close()
    again = open_family(data, SIZE, mute=True)
    assert list(again.context.family.children["mum"].events) == list(after.events)
    again.close()


def test_a_start_after_a_kill_shows_what_was_told_since(data: Path) -> None:
    settled_family(data)
    journal = Journal.open(data / "journal.sqlite")
    tell(journal, 1, "leo", "Leo", NOW)
    journal.close()
    game = open_family(data, SIZE, mute=True)
    who = looked_at(game)
    assert game.context.told.is_here and "leo" in [head.id for head in who.children]
    game.close()


def test_damage_in_what_the_first_picture_did_not_read_is_the_same_card(data: Path) -> None:
    """Not only a changed row, which the proof finds: one that cannot be read at all, met as the diary is folded."""
    settled_family(data)
    game = open_family(data, SIZE, mute=True)
    game.journal._db.execute("PRAGMA locking_mode")  # open, and looked at
    path = data / "journal.sqlite"
    game.close()
    size = path.stat().st_size
    content = bytearray(path.read_bytes())
    for at in range(4096 * 8, size - 4096 * 4, 4096):
        content[at : at + 64] = bytes(64)  # the pages' headers
    path.write_bytes(content)
    door = Launcher(pygame.Surface(SIZE), data, ARGS, now=lambda: NOW)
    first = door.enter()
    if first.name == "who":  # its last row could be read
        assert not looked_after(door.games[-1])
        first = flow.open(first.ctx, routes.Damaged())
    assert door.code == DamagedJournal.code and choices(first)
    for game in door.games:
        game.close()


def test_a_press_that_meets_damage_in_the_diary_is_no_stumble_of_ours(data: Path) -> None:
    """The first picture read none of it, and the fold beside the loop has found it, or has not yet."""
    settled_family(data, 400)
    path = data / "journal.sqlite"
    content = bytearray(path.read_bytes())
    content[-2 * PAGE : -2 * PAGE + 64] = bytes(64)  # the header of the last page but one
    path.write_bytes(content)
    door = Launcher(pygame.Surface(SIZE), data, ARGS, now=lambda: NOW)
    first = door.enter()
    assert first.name == "who", "else this would prove nothing"
    window = pygame.display.set_mode(SIZE, pygame.RESIZABLE)
    pygame.event.clear()
    app, met, seen = App(window, first.ctx, first, door.resized), [], []
    for n in range(90):
        if n == 40:  # seen for long enough that a press is heard, and before the next look at the diary
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, unicode="\r", mod=0))
        try:
            app.step(1 / 60)
        except DamagedJournal as error:  # as the loop does
            met.append(error)
            app.stumble(error)
        seen.append(app.scene.name)
    assert len(met) == 1, "else no press met it"
    assert set(seen) == {"who", "trouble"} and choices(app.scene) and door.code == DamagedJournal.code
    for game in door.games:
        game.close()
    pygame.display.set_mode((8, 8))


def test_a_damage_that_the_proof_finds_is_the_card_it_would_have_been_at_the_start(data: Path) -> None:
    init_pygame_for_pictures()
    settled_family(data)
    content = damage(data)
    door = Launcher(pygame.Surface(SIZE), data, ARGS, now=lambda: NOW)
    first = door.enter()
    assert first.name == "who", "the start took it on trust"
    assert not looked_after(door.games[-1])
    card = flow.open(first.ctx, routes.Damaged())
    same = shutil.copytree(data, data.with_name("same"))
    for left in ("checkpoint.json", "checkpoint-first-look.json"):
        (same / left).unlink()
    again = Launcher(pygame.Surface(SIZE), same, ARGS, now=lambda: NOW)
    assert choices(card) == choices(again.enter()) and door.code == again.code == DamagedJournal.code
    assert (data / "journal.sqlite").read_bytes() == content, "nothing is changed by looking"
    for game in (*door.games, *again.games):
        game.close()


def test_what_was_kept_of_a_child_goes_with_it(data: Path) -> None:
    init_pygame_for_pictures()
    settled_family(data)
    for name in ("checkpoint (conflicted copy).json", "checkpoint-DESKTOP-77.json", "checkpoint copy.json",
                 "Copy of checkpoint.json", ".checkpoint.json.swp"):  # fmt: skip
        (data / name).write_bytes((data / "checkpoint.json").read_bytes())
    game = open_family(data, SIZE, mute=True)
    game.forget("mum")
    game.fold_anew()
    assert not list(data.glob("*checkpoint*")) and "mum" not in game.context.family.children
    game.close()
    game = open_family(data, SIZE, mute=True)
    assert "mum" not in game.context.family.children
    game.close()
    assert b"Mum" not in b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
