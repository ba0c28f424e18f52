"""What every scene is given: the catalogue, the family as folded so far, words, pictures, sound, and a pen.

A scene never opens a file, a clock or a mixer of its own; it reads what is here and hands facts to `record`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from game.core.content import Catalogue, Slot
from game.core.days import game_day, slot_at
from game.core.events import Event, Fact
from game.core.history.history import Child, Family
from game.core.pin_tries import Try
from game.core.quest import Reason
from game.core.settings import Settings, minutes
from game.scenes.routes import Next
from game.ui.art_cache import ArtRoom
from game.ui.music import Music
from game.ui.narrator import Narrator
from game.ui.pictures import Pictures
from game.ui.sound import Sound

if TYPE_CHECKING:
    from game.scenes.scene import Scene


class TextSource(Protocol):
    """The grown-ups' words by key; `n` chooses the plural form."""

    def __call__(self, key: str, /, **values: object) -> str: ...

    def reason(self, reason: Reason) -> str:
        """A reason of the rules in words."""
        ...

    def date(self, day: date, form: str = "date_short") -> str:
        """A day in words: `date_short`, `date_long` or `date_year`."""
        ...

    def amount(self, unit: str, n: int) -> str:
        """An amount in an exercise's unit."""
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


def _nothing(*_: object) -> None:
    """Nobody listens yet."""


@dataclass
class Context:
    """One for the whole run. `family` changes only through `record`.

    A fact recorded is folded in at once and on the disk when `record` returns, but for two cases. A slow disk: then
    `is_writing` is True and the loop holds the next screen back. A disk that refuses: then `unsaved` counts what is
    kept in memory; it is told again after every further fact, by `retry()` and at the end, and never doubled.
    """

    catalogue: Catalogue
    family: Family
    texts: TextSource
    spoken: TextSource
    pictures: Pictures
    art: ArtRoom
    sound: Sound
    narrator: Narrator
    music: Music
    gate: PinGate
    now: Callable[[], datetime]
    record: Recorder
    files: Files
    shuffle: Callable[[Sequence[str]], list[str]]
    request_quit: Callable[[], None] = _nothing
    turn_full_screen: Callable[[bool], None] = _nothing
    is_full_screen: bool = False  # the window now: how it was started and F11 say so, the settings how it starts next
    start_demo: Callable[[], Context] | None = None  # a made-up family to look around in
    home: Callable[[], Scene] | None = None  # where closing leads from that look around
    is_demo: bool = False
    is_kiosk: bool = False  # started so that closing asks for the PIN, whatever the settings say
    language: str = "en"  # what it speaks now, and below all it could: those with words and voice
    languages: tuple[str, ...] = ("en",)
    version: str = ""
    notices: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)  # told to grown-ups until read: `scenes.parent.remarks`
    put_off: dict[str, date] = field(default_factory=dict)  # what a parent let wait, by the day it was said on
    introduced: set[tuple[str, date]] = field(default_factory=set)  # whom Bo told who he is, by day
    held: WaitingCard | None = None  # a card that waits for a person while a grown-up is behind the gate
    stays_since: datetime | None = None  # a PIN typed for confirming holds for a while, where the parent chose so
    _chosen: tuple[Slot, date] | None = field(default=None, init=False, repr=False)
    _settings: tuple[Mapping[str, str], Settings] | None = field(default=None, init=False, repr=False)

    @property
    def settings(self) -> Settings:
        chosen = self.family.settings
        if self._settings is None or self._settings[0] is not chosen:  # scenes ask several times a frame
            self._settings = chosen, Settings.of(chosen).within(self.catalogue.rules)
        return self._settings[1]

    @property
    def asks_before_closing(self) -> bool:
        """Whether a child may not close the game. A family without a PIN has nothing to ask for."""
        return (self.is_kiosk or self.settings.kiosk) and self.family.gate is not None

    @property
    def unsaved(self) -> int:
        """Facts the disk refused, kept in memory; 0 when all is well."""
        return self.record.unsaved

    @property
    def is_disk_full(self) -> bool:
        """Why: no room (True), or not allowed or failing."""
        return self.record.is_disk_full

    @property
    def is_writing(self) -> bool:
        """A slow disk has not answered yet; the next screen waits for it."""
        return self.record.is_writing

    def retry(self) -> bool:
        """Writes what is kept in memory; whether all of it is on the disk now."""
        return self.record.retry()

    @property
    def today(self) -> date:
        """The game day of this moment."""
        return game_day(self.now(), self.catalogue.rules.morning_hour)

    @property
    def slot_chosen(self) -> Slot | None:
        """Sun or moon as pressed on the map; it holds for the game day on which it was pressed."""
        return self._chosen[0] if self._chosen and self._chosen[1] == self.today else None

    @slot_chosen.setter
    def slot_chosen(self, slot: Slot | None) -> None:
        self._chosen = (slot, self.today) if slot else None

    @property
    def slot(self) -> Slot:
        """The slot a session begun now counts in: sun or moon pressed, else the clock. An afternoon session is the
        evening's; a parent's earlier evening hour moves it."""
        latest = self.catalogue.rules.evening_hour
        hour = min(latest, (minutes(self.settings.evening_hour) or 0) // 60 or latest)
        return self.slot_chosen or slot_at(self.now(), self.catalogue.rules.morning_hour, hour)

    @property
    def is_evening(self) -> bool:
        """Whether screens wear their night palette: the moon pressed, else from the family's evening hour until the
        day turns."""
        if self.slot_chosen:
            return self.slot_chosen is Slot.EVENING
        now = self.now()
        at = now.hour * 60 + now.minute
        return at >= (minutes(self.settings.evening_hour) or 17 * 60) or now.hour < self.catalogue.rules.morning_hour

    @property
    def wants_words(self) -> bool:
        """Whether what the voice says is written as well: the family wants to read along, or cannot hear it."""
        is_heard = self.settings.voice > 0 and not self.sound.is_silent and not self.narrator.is_only_written
        return self.settings.words or not is_heard

    def child(self, id_: str) -> Child:
        return self.family.children[id_]

    def let_go(self) -> None:
        """Something else is begun: the card that waited is not come back to."""
        held, self.held = self.held, None
        if held:
            held.left_behind()

    @property
    def children(self) -> Mapping[str, Child]:
        """Those who play, in the order they were added."""
        return {i: c for i, c in self.family.children.items() if not c.is_put_away}

    def say(self, *ids: str) -> None:
        """The narrator says these lines, one after another, instead of what it was saying."""
        self.narrator.say(*ids)


class WaitingCard(Protocol):
    """A card that waits for a person, while a grown-up is behind the gate."""

    def resumed(self) -> Next: ...

    def left_behind(self) -> None:
        """Nobody comes back to it: what is left waits for later."""


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


class Files(Protocol):
    """What a scene may ask of the disk on a grown-up's press; each raises OSError with words a family understands, a
    deed when its result is asked for."""

    def folder(self) -> str:
        """Where the diary is, for the settings page."""
        ...

    def last_copy(self) -> datetime | None:
        """When the newest backup was made."""
        ...

    def mishap(self) -> Mishap | None:
        """What became of the diary's file that the parent has not been told yet; asked for once."""
        ...

    def back_up(self) -> BackgroundTask:
        """A copy of the diary now; its path."""
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

    def save_text(self, name: str, text: str) -> str:
        """Writes a small text file into the family's documents; its path."""
        ...

    def show(self, name: str, text: str) -> None:
        """Shows a page for printing; two minutes later nothing of it is left on the disk."""
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
