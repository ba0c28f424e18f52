"""What every scene is given: the catalogue, the family as folded so far, words, pictures, sound, and a pen.

A scene never opens a file, a clock or a mixer of its own; it reads what is here and hands facts to `record`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from game.core.content import Catalogue, Slot
from game.core.days import game_day, slot_at
from game.core.history.history import Child, Family
from game.core.locales import ENGLISH, Locale
from game.core.reports.chosen_days import Period
from game.core.settings import Settings, minutes
from game.scenes.routes import Next
from game.scenes.screen.outside import FamilyTold, Files, PinGate, Recorder, TextSource
from game.ui.art.art_cache import ArtRoom
from game.ui.audio.music import Music
from game.ui.audio.narrator import Lines, Narrator
from game.ui.audio.sound import Sound
from game.ui.pictures import Pictures

if TYPE_CHECKING:
    from game.scenes.scene import Scene
    from game.scenes.together.turns import Turns


def _nothing(*_: object) -> None:
    """Nobody listens yet."""


def _no_words(*_: object) -> str:
    """Nobody speaks another language."""
    return ""


@dataclass(eq=False, repr=False)
class Context:
    """One for the whole run. `family`, as told so far, changes only through `record`.

    A fact recorded is folded in at once and on the disk when `record` returns, but for two cases. A slow disk: then
    `is_writing` is True and the loop holds the next screen back. A disk that refuses: then `unsaved` counts what is
    kept in memory; it is told again after every further fact, by `retry()` and at the end, and never doubled.
    """

    catalogue: Catalogue
    told: FamilyTold
    texts: TextSource
    spoken: Lines  # as screens show them
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
    damaged: Callable[[], Scene] | None = None  # the card about a diary found damaged while the game runs
    is_demo: bool = False
    told_pin: str = ""  # of a made-up family, which the door tells: nobody has a paper of it
    is_kiosk: bool = False  # started so that closing asks for the PIN, whatever the settings say
    language: str = "en"  # what it speaks now, and below all it could: those with words and voice
    languages: tuple[str, ...] = ("en",)
    speak: Callable[[str], None] = _nothing  # from now on in one of them, in words and voice
    sample: Callable[[str, str], str] = _no_words  # one line in one of them, heard once; its words
    locale_of: Callable[[str], Locale] = lambda language: ENGLISH  # how one of them writes, and what it is called
    asks_language: bool = False  # nobody has chosen one, and there are several
    version: str = ""
    notices: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)  # told to grown-ups until read: `scenes.parent.remarks`
    introduced: set[tuple[str, date]] = field(default_factory=set)  # whom Bo told who he is, by day
    told_today: set[tuple[str, date]] = field(default_factory=set)  # to whom a page told the day's scene
    held: WaitingCard | None = None  # a card that waits for a person while a grown-up is behind the gate
    period: Period = Period()  # which days a grown-up looks at, as chosen last
    stays_since: datetime | None = None  # a PIN typed for confirming holds for a while, where the parent chose so
    turns: Turns | None = None  # brothers and sisters who play one after another; over at who is playing
    _chosen: tuple[Slot, date] | None = field(default=None, init=False, repr=False)
    _settings: tuple[Mapping[str, str], Settings] | None = field(default=None, init=False, repr=False)

    @property
    def family(self) -> Family:
        return self.told.family

    @family.setter
    def family(self, family: Family) -> None:
        self.told.family = family

    @property
    def settings(self) -> Settings:
        chosen = self.told.settings
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
