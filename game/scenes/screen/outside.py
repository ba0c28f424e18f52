"""What screens ask of the world outside them, and no more than that: words, the pen, the gate and the disk.

The made-up family, the tests and the game itself each give their own; a screen knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from game.core.content import Exercise, Slot
from game.core.events import Event, Fact
from game.core.first_look import Heads
from game.core.history.history import Family
from game.core.locales import DateForm, Locale
from game.core.own_files import OwnFile
from game.core.pin_tries import Try
from game.core.quest import Reason


class FamilyTold(Protocol):
    """The family as told so far. A start shows its first picture of what the last session left for it, before the
    diary is folded; whoever asks for the family has it whole, and waits for it."""

    family: Family

    @property
    def is_here(self) -> bool:
        """Whether it is folded."""
        ...

    def fetch(self) -> None:
        """Begins to fold it beside the loop; again is once."""
        ...

    @property
    def settings(self) -> Mapping[str, str]:
        """As chosen last, at once."""
        ...

    @property
    def plays(self) -> bool:
        """Whether there is a child, at once."""
        ...

    @property
    def has_pin(self) -> bool:
        """At once, to choose the first screen by; the gate itself asks the family."""
        ...

    def heads(self, day: date, slot: Slot) -> Heads | None:
        """Those left for that day, until the family is here; None where the rules are to be asked."""
        ...


class TextSource(Protocol):
    """The grown-ups' words by key; `n` chooses the plural form."""

    def __call__(self, key: str, /, **values: object) -> str: ...

    @property
    def locale(self) -> Locale:
        """How the language writes days, numbers and lists."""
        ...

    def has(self, key: str, /) -> bool:
        """Whether there is such a text."""
        ...

    def reason(self, reason: Reason) -> str:
        """A reason of the rules in words."""
        ...

    def date(self, day: date, form: DateForm = "short") -> str:
        """A day in words, see `game.core.locales`."""
        ...

    def clock(self, seconds: int) -> str: ...
    def minutes(self, seconds: int) -> str: ...

    def amount(self, unit: str, n: int) -> str:
        """An amount in an exercise's unit."""
        ...

    def counted(self, unit: str, n: int) -> str:
        """A number with what it counts: whole weeks for days and whole minutes for seconds, as people say it."""
        ...

    def number(self, value: int | float) -> str:
        """A number with the language's marks."""
        ...

    def exercise(self, id_: str) -> str:
        """The name of an exercise."""
        ...

    def thing(self, id_: str) -> str:
        """The name of a thing to fetch."""
        ...


class Recorder(Protocol):
    """Writes facts down and folds them in. A disk that refuses raises nothing: see `Context.unsaved`."""

    def __call__(self, *facts: Fact, child: str | None = None) -> tuple[Event, ...]: ...

    def retry(self) -> bool: ...

    def look_after(self) -> None: ...

    @property
    def unsaved(self) -> int: ...

    @property
    def is_writing(self) -> bool: ...

    @property
    def is_disk_full(self) -> bool: ...


class PinGate(Protocol):
    """The parent's PIN: see `game.data.journal.gate`. `wait` is seconds until the next try may be made, 0 for now,
    `whole_wait` how long it is in all; `wait_for_code` is for the recovery code, which does not wait with the PIN;
    `passed_ago` is seconds since it was last passed in this run, by a clock nobody can set: `seconds`, on which it
    happened at `passed_at`."""

    @property
    def passed_at(self) -> float: ...

    def seconds(self) -> float: ...

    def wait(self) -> float: ...

    def whole_wait(self) -> float: ...

    def wait_for_code(self) -> float: ...

    def passed_ago(self) -> float: ...

    def tries_left(self) -> int:
        """How many wrong PINs there may be until the next wait."""
        ...

    def note_try(self) -> Try:
        """Has the next try written down before a PIN is looked at."""
        ...

    def check_pin(self, pin: str) -> bool: ...

    def check_recovery(self, code: str) -> bool: ...

    def new_recovery_code(self) -> str: ...

    def set(self, pin: str, recovery: str) -> None: ...

    def is_guessable(self, pin: str) -> bool: ...


class BackgroundTask(Protocol):
    """Something the disk does beside the loop."""

    @property
    def is_done(self) -> bool: ...

    def result(self) -> str:
        """What came of it, waited for; OSError with words a family understands."""
        ...


class CopyVerdict(Protocol):
    """What a look at a backup came to: whole with so many `events`, damaged, or `is_unseen`: it could not be looked at,
    which says nothing against it."""

    @property
    def events(self) -> int: ...

    @property
    def is_whole(self) -> bool: ...

    @property
    def is_unseen(self) -> bool: ...


class Mishap(Protocol):
    """The diary's file was replaced or removed, and is whole again: see `game.data.journal.moved_file.Moved`."""

    @property
    def how(self) -> str: ...

    @property
    def missing(self) -> int: ...

    @property
    def new(self) -> int: ...

    @property
    def kept(self) -> Path | None: ...


class OwnContent(Protocol):
    """A family's own folder of levels: see `game.app.own_levels`. `files` is what was read of it last; `is_kept` says
    whether there is such a folder."""

    @property
    def files(self) -> tuple[OwnFile, ...]: ...

    @property
    def is_kept(self) -> bool: ...

    @property
    def last_removed(self) -> str:
        """The exercise taken out last, which may be brought back; "" for none."""
        ...

    def folder(self) -> str: ...

    def place(self) -> str:
        """Where files for exercises belong, made if need be. OSError where it cannot be."""
        ...

    def pictures(self) -> tuple[Exercise, ...]:
        """The game's own exercises, whose pictures may be borrowed."""
        ...

    def written(self, exercise: str) -> Exercise | None:
        """An exercise as its file says it."""
        ...

    def taken(self) -> frozenset[str]:
        """Every name that an exercise has or had, or a file has."""
        ...

    def refresh(self) -> bool:
        """Looks at the folder, and has it read anew where something changed; True then, and the catalogue is another.
        Never while a session runs."""
        ...

    def write(self, exercise: Exercise) -> BackgroundTask:
        """Writes the form's exercise as a file; its path. What somebody else wrote stays."""
        ...

    def put_aside(self, exercise: str) -> BackgroundTask:
        """Takes an exercise's file out of the folder, among the removed ones."""
        ...

    def bring_back(self) -> BackgroundTask:
        """Brings what was taken out last back to its place."""
        ...


class Files(Protocol):
    """What a scene may ask of the disk on a grown-up's press; each raises OSError with words a family understands, a
    deed when its result is asked for."""

    @property
    def own(self) -> OwnContent: ...

    def folder(self) -> str:
        """Where the diary is, for the settings page."""
        ...

    def last_copy(self) -> datetime | None:
        """When the newest backup was made."""
        ...

    def look_after(self) -> bool:
        """Does what is to be done about the diary beside the loop; False when it was found damaged since the start."""
        ...

    def mishap(self) -> Mishap | None:
        """What became of the diary's file that the parent has not been told yet; asked for once."""
        ...

    def back_up(self) -> BackgroundTask:
        """A copy of the diary now; its path."""
        ...

    def places(self) -> BackgroundTask:
        """The folders in which copies may be kept as well, a line each."""
        ...

    def keep_also(self) -> BackgroundTask:
        """The newest copy in the second place, which the settings name; its path."""
        ...

    def copies(self) -> tuple[tuple[str, datetime], ...]:
        """The backups by name and when each was made, newest first."""
        ...

    def look(self, copy: str) -> CopyVerdict:
        """What a backup is, looked at now."""
        ...

    def bring_back(self, copy: str) -> BackgroundTask:
        """The diary becomes that backup; the name of a copy of what was there, "" when there was nothing."""
        ...

    def save_file(self, name: str, content: str | bytes) -> str:
        """Writes a small file into the family's documents; its path."""
        ...

    def save_files(self, make: Callable[[], Mapping[str, bytes]], *, on_stick: bool = False) -> BackgroundTask:
        """Makes files that belong together beside the loop, and writes them into the family's documents, or on a stick
        that is plugged in; the path of the first. None is written over another."""
        ...

    def show(self, name: str, content: str | bytes) -> None:
        """Shows a page for printing; two minutes later nothing of it is left on the disk."""
        ...

    def print_out(self, name: str, make: Callable[[], bytes], *, keeps: bool) -> BackgroundTask:
        """Makes a page beside the loop. Kept among the family's documents: its path; else shown for printing like
        `show`, and ""."""
        ...

    def tidy(self) -> None:
        """Asked every frame: what was shown long enough is taken away."""
        ...

    def open(self, path: str) -> None:
        """Shows a file with the computer's own program."""
        ...

    def erase(self, child: str) -> BackgroundTask:
        """Nothing of the child is left, here and in the copies."""
        ...

    def export(self) -> BackgroundTask:
        """The whole diary as a file to take along; its path."""
        ...

    def save_unsaved(self) -> BackgroundTask:
        """What is kept in memory as a file the game can read in again; its path."""
        ...
