"""Looks at everything the game needs and says in one line each what it found and how to mend it."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pygame
import yaml

from game.commands.check import check
from game.commands.terminal import write_line
from game.data.copies.backup import all_copies, newest_backup
from game.data.files import our_files, shipped
from game.data.files.clock import local_now
from game.data.files.paths import JOURNAL, LEVELS, data_dir, network_of
from game.data.files.resources import resource
from game.data.journal.facts import KINDS
from game.data.journal.file_copies import hot, look, rows_at
from game.data.journal.journal import BusyJournal, Journal, JournalError
from game.data.journal.opening import traces
from game.frozen import dataclass
from game.ui.audio import device_tries
from game.ui.audio.sound_probe import said_by

ROOM = 20 << 20  # bytes; years of play are less
NAMED = 3  # files of one's own that are named
OLDEST_SQLITE = (3, 37, 0)  # the first with STRICT tables


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; `mend` is what to do when it `is_bad`."""

    what: str
    is_bad: bool = False
    mend: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing of its own."""


def run(args: argparse.Namespace) -> int:
    """0 when all is well, 1 when something wants mending."""
    findings = list(examine(data_dir(args.data_dir)))
    for finding in findings:
        write_line(
            f"{'!!' if finding.is_bad else 'ok'}  {finding.what}" + (f". {finding.mend}" if finding.mend else "")
        )
    return 1 if any(finding.is_bad for finding in findings) else 0


def examine(data: Path) -> Iterator[Finding]:
    """Every finding: the programs, the family's data, what is shipped, display and sound."""
    yield from _programs()
    yield from _folder(data)
    yield from _diary(data)
    yield from _copies(data)
    yield from _shipped(data / LEVELS)
    yield from _devices()


def _programs() -> Iterator[Finding]:
    sdl = ".".join(map(str, pygame.version.SDL))
    yield Finding(
        f"Python {platform.python_version()}, pygame-ce {pygame.version.ver}, SDL {sdl}, "
        f"SQLite {sqlite3.sqlite_version}, PyYAML {yaml.__version__}"
    )
    if not getattr(pygame, "IS_CE", False):
        yield Finding("pygame is installed in place of pygame-ce", True, "Uninstall pygame, then install pygame-ce")
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        yield Finding(f"SQLite {sqlite3.sqlite_version} is too old for the diary", True, "Install a newer Python")


def _folder(data: Path) -> Iterator[Finding]:
    near = data
    while not near.exists() and near != near.parent:
        near = near.parent
    if not near.is_dir() or not os.access(near, os.W_OK):
        yield Finding(f"{data} cannot be written", True, "Name another folder with --data-dir or BAREFOOT_DATA")
        return
    free = shutil.disk_usage(near).free
    if free < ROOM:
        yield Finding(f"{data}: only {free >> 20} MB are free", True, "Make room on the disk")
    else:
        yield Finding(f"{data} can be written, {free >> 20} MB free")
    network = network_of(data)
    if network:
        yield Finding(
            f"{data} lies on another computer ({network}), where a lock may not hold", True,
            "Keep the diary on this computer, with --data-dir or BAREFOOT_DATA, and take it along with export",
        )  # fmt: skip


def _diary(data: Path) -> Iterator[Finding]:
    path = data / JOURNAL
    if not path.exists() and not traces(path):
        yield Finding("no diary yet: it begins with the first start")
        return
    yield from _names(data, path)
    try:
        journal = Journal.open(path)
    except BusyJournal:
        yield Finding(f"{path} is in use by an open window; close it to have the diary looked at")
        return
    except JournalError as error:
        yield Finding(str(error), True, "Start the game: it offers what is whole; or use restore with a copy")
        return
    try:
        count = journal.count()
        rows = list(journal.rows())
        known, unknown = {row.id for row in rows}, sum(row.kind not in KINDS for row in rows)
        yield Finding(f"{path}: {count} events, whole, chain unbroken")
        if unknown:
            yield Finding(f"{unknown} events are of a newer game; they are kept and passed over")
    finally:
        journal.close()
    yield from _second_diaries(data, known)
    aside = sorted(data.glob(f"{path.stem}-damaged-*{path.suffix}"))
    if aside:
        what = (
            "1 damaged diary is kept aside:"
            if len(aside) == 1
            else f"{len(aside)} damaged diaries are kept aside, the last"
        )
        yield Finding(f"{what} {aside[-1].name}")


def _names(data: Path, path: Path) -> Iterator[Finding]:
    """What can be told without opening it: whether it goes by more than one name, and what lies beside it."""
    if path.is_file() and path.stat().st_nlink > 1:
        names = ", ".join(name.name for name in our_files.second_names(data)) or "in another folder"
        yield Finding(
            f"{path} has a second name ({names}), which is no copy: what happens to one happens to both", True,
            "Remove the second name, and make a copy with backup",
        )  # fmt: skip
    for side in our_files.sides(path):
        if side != hot(path) or not side.is_file():
            yield Finding(
                f"{side} is none of this game's: another program has opened the diary", True,
                "Close that program; with the game closed the file may be removed",
            )  # fmt: skip


def _second_diaries(data: Path, known: set[str]) -> Iterator[Finding]:
    """What became of two in a synchronised folder, and whether the diary knows all of it."""
    try:
        others = our_files.second_diaries(data)
    except OSError as error:
        yield Finding(f"{error.filename}: {error.strerror}", True, "Look as the owner of the files")
        return
    for other in others:
        looked = look(other)
        if not looked.is_whole:
            yield Finding(f"{other} may be what was left of a diary ({looked.why})", True, "Keep it until all is well")
        elif all(row.id in known for row in rows_at(other)):
            yield Finding(f"{other} says nothing the diary does not know; it may be removed")
        else:
            yield Finding(f"{other} may be what a synchronised folder made of two", True, f'Join it: import "{other}"')


def _copies(data: Path) -> Iterator[Finding]:
    found = all_copies(data)
    if not found:
        return
    bad = []
    for copy in found:
        looked = look(copy.path)
        if looked.is_unseen:
            yield Finding(
                f"a copy could not be looked at: {looked.why}", True, "It may be whole: make room, or look as its owner"
            )
        elif not looked.is_whole:
            bad.append(copy.path.name)
    newest = newest_backup(data, local_now()) or found[0].made
    yield Finding(f"{len(found)} copies, the newest of {newest:%Y-%m-%d %H:%M}")
    if bad:
        yield Finding(f"damaged copies: {', '.join(bad)}", True, "Remove them; the game makes new ones")


def _shipped(own: Path) -> Iterator[Finding]:
    """What came with the game, told from what a family added: only what is damaged wants another installation."""
    wrong = list(shipped.problems())
    yield from (Finding(line, True, "Install again") for line in wrong)
    if not wrong:
        yield Finding(f"{len(shipped.listed())} pictures, sounds, texts and levels are as they were shipped")
    yours = list(shipped.added())
    if yours:
        more = f" and {len(yours) - NAMED} more" if len(yours) > NAMED else ""
        files = "1 file is" if len(yours) == 1 else f"{len(yours)} files are"
        yield Finding(f"{files} yours, beside the shipped ones: {', '.join(yours[:NAMED])}{more}")
    yield from _levels(own)


def _levels(own: Path) -> Iterator[Finding]:
    try:
        checked = check((), own)
    except Exception as error:  # whatever a broken puppet or text does to its reader; which one it is was just told
        yield Finding(f"the levels cannot be checked ({type(error).__name__})", True, "Install again")
        return
    added = {str(resource(*name.split("/"))) for name in shipped.added()}
    theirs = [p for p in checked.problems if Path(p.file).is_relative_to(own) or str(Path(p.file).absolute()) in added]
    damaged = [problem for problem in checked.problems if problem not in theirs]
    if damaged:
        yield Finding(f"{len(damaged)} problems in the shipped levels: {damaged[0]}", True, "Install again")
    if theirs:
        told = f"{len(theirs)} problem{'' if len(theirs) == 1 else 's'} in your own levels: {theirs[0]}"
        yield Finding(told, True, "Mend that file; the command check names every problem")
    if not checked.problems:
        yield Finding(f"{checked.files} level files are whole")
    where = f"your own levels are read from {own}"
    yield Finding(where if own.is_dir() else f"{where}, where there are none")


def _devices() -> Iterator[Finding]:
    asked = os.environ.get("SDL_VIDEODRIVER")
    driver = "".join(said_by(device_tries.command("display")) or ())
    # SDL draws offscreen without a word where there is no display.
    if driver and (driver not in ("offscreen", "dummy") or driver == asked):
        yield Finding(f"display: {driver}")
    else:
        yield Finding("there is no display", True, "Start the game on the computer's own desktop")
    if said_by(device_tries.command("sound")) is None:
        yield Finding("no sound device: the game shows its words instead")
    else:
        yield Finding("sound: " + (os.environ.get("SDL_AUDIODRIVER") or "there"))
