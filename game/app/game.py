"""Puts the parts together: the family's journal, the catalogue, art, sound and words become a context for scenes.

The only place where reading and showing meet; the app's loop and the commands ask it for a `Game`.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from game import __version__
from game.app import garbage
from game.app.family_files import FamilyFiles
from game.app.first_pictures import FirstPictures
from game.app.history_keeper import HistoryKeeper
from game.app.late_family import LateFamily
from game.core.content import Catalogue
from game.core.events import ChildAdded, Event, SettingChosen
from game.core.history.history import Family, empty_family
from game.core.history.missing_content import NamesTold, remembering
from game.core.keys import keys_for_sentences
from game.core.numbers import for_sentences
from game.core.own_files import OwnRead
from game.core.settings import Settings
from game.data.copies.backup import all_copies, back_up_if_changed
from game.data.files.art import ArtLibrary
from game.data.files.clock import believable, local_now, running_seconds
from game.data.files.paths import LANGUAGES, LEVELS
from game.data.files.resources import resource
from game.data.journal.errors import JournalError
from game.data.journal.gate import FamilyGate, NoTries
from game.data.journal.journal import Journal
from game.data.journal.pin import COST
from game.data.journal.writer import JournalWriter
from game.data.levels.drawable import drawable
from game.data.levels.playable import playable_with_own
from game.data.texts import own_words
from game.data.texts.asset_names import shipped_names
from game.data.texts.languages import (
    ENGLISH,
    asked_for,
    first_of,
    is_there,
    language_for,
    languages,
    locale_in,
    own_folder,
)
from game.data.texts.pseudo import PSEUDO
from game.data.texts.texts import SPOKEN, Texts
from game.data.texts.voices import clips, shipped_clips
from game.scenes.screen.context import Context
from game.ui.appearance import Appearance
from game.ui.art.art_cache import ArtRoom
from game.ui.audio.music import Music
from game.ui.audio.narrator import NOTHING, Clips, Narrator, ShownLines
from game.ui.audio.sound import Sound
from game.ui.memory import Memory
from game.ui.palette import HIGH_CONTRAST, PLAIN
from game.ui.pictures import Pictures
from game.ui.view import View

if TYPE_CHECKING:
    from game.data.checkpoint.family_history import FamilyHistory
    from game.data.checkpoint.past import Past
    from game.ui.audio.system_voice import SystemVoice

Now = Callable[[], datetime]
log = logging.getLogger(__name__)


class Game:
    """One family at play. `journal` may live in a file or in memory; `cache` keeps flattened scenery, None for none;
    `levels` is a folder of level files, None for the shipped ones, `own_levels` the family's own, by default those in
    `data`. A level file with a mistake is left out. Where `keeps_tries` is False the family's PIN is not looked at.
    `language` is what was asked for at the start, `preferred` are the computer's own, the first one first."""

    kept_with_it: object = None  # whatever must live as long as it does

    def __init__(
        self, journal: Journal, size: tuple[int, int], *, now: Now = local_now, data: Path | None = None,
        cache: Path | None = None, mute: bool = False, is_demo: bool = False, seed: int | None = None,
        language: str | None = None, gate_cost: int = COST, levels: Traversable | None = None,
        own_levels: Path | None = None, keeps_tries: bool = True, past: Past | None = None,
        key: str = "", preferred: Sequence[str] = (),
    ) -> None:  # fmt: skip
        asked, now = now, lambda: believable(asked())
        # A clock that can be set must not shorten the gate's waiting; one that was given is a test's or a picture's.
        seconds = running_seconds if asked is local_now else lambda: now().timestamp()
        self.journal, self.now, self.data, self.cache = journal, now, data, cache
        self.keeper = HistoryKeeper(
            journal, data if data and key else None, key, partial(_history_of, journal, past),
            lambda: (self.context.catalogue, self.context.family, self.context.today),
        )  # fmt: skip
        look = past.first_look(journal) if past else None
        settings = Settings.of(look.settings if look else self.keeper.history().family.settings)
        self._levels, self._own = levels, data / LEVELS if data and own_levels is None else own_levels
        self._languages = self._own.parent / LANGUAGES if self._own else None
        not_there, self._is_asked_for = asked_for(language, self._languages), language is not None
        language = self._language_of(settings, language, preferred)
        self.as_read = playable_with_own(levels, self._own, language, shipped_names)
        self.pen = JournalWriter(journal, now, self._told, self.as_read.catalogue.rules.morning_hour)
        self.library = ArtLibrary()
        chance = random.Random(seed)
        self.disk = FamilyFiles(self, seconds, self._own, self.as_read)
        self._texts = Texts(language, own=self._languages)
        self._spoken = Texts(language, SPOKEN, own=self._languages)
        self._texts.from_rules = for_sentences(self.as_read.catalogue.rules)
        self._named = NamesTold(look.exercises, look.programmes) if look else self.keeper.history().named
        catalogue = self._known()
        told = LateFamily(partial(self._folded, catalogue), look, self.keeper.beside)
        self.first_pictures = FirstPictures(data)
        sound = Sound(resource("assets"), mute=mute)
        self._is_mute = mute
        k = View(*size).k
        memory = Memory(k)
        # Everything shipped is recorded: only words of a family's own need the system's voice.
        self.voice = self._voice_for(language)
        self._sampler: SystemVoice | None = None  # of a language that is only tried
        self.context = Context(
            catalogue=catalogue,
            told=told,
            texts=self._texts,
            spoken=ShownLines(self._spoken),
            pictures=Pictures(self.library, View(*size), self._appearance(settings), self._make_soon, memory),
            art=ArtRoom(self.library, k, cache, settings.calm, memory),
            sound=sound,
            narrator=self._narrator(sound, language),
            music=Music(sound),
            gate=FamilyGate(
                lambda: self.context.family,
                self.pen if keeps_tries else NoTries(self.pen),
                seconds=seconds,
                cost=gate_cost,
            ),  # fmt: skip
            now=now,
            record=self.pen,
            files=self.disk,
            shuffle=lambda row: chance.sample(row, len(row)),
            is_demo=is_demo,
            language=language,
            languages=languages(self._languages),
            speak=self.speak,
            sample=self.sample,
            locale_of=lambda name: locale_in(name, self._languages),
            version=__version__,
        )
        if self.as_read.problems:
            self.context.notices.append(f"levels {self.as_read.problems}")
        self.disk.own.begin()
        if not_there:
            self.context.notices.append(f"language {not_there}")
        self.apply_settings()
        self.disk.keep_also_by_itself()

    def _folded(self, catalogue: Catalogue) -> Family:
        """The family as its diary told it at the start."""
        history = self.keeper.history()
        history.is_gone_on_with(catalogue)
        return history.family

    def _known(self) -> Catalogue:
        """What the level files and the diary know, and the words for it."""
        catalogue = remembering(self.as_read.catalogue, self._named, self.as_read)
        own = [e for e in catalogue.exercises.values() if not self._spoken.is_shipped(f"{e.id}_name")]
        shown = {exercise.id: drawable(exercise, self.library) for exercise in own}
        catalogue = replace(catalogue, exercises={**catalogue.exercises, **shown})
        self._texts.from_files = own_words.for_grown_ups(catalogue, self._texts)
        self._spoken.from_files = own_words.spoken(catalogue.exercises.values(), self._spoken)
        return catalogue

    def read_levels_anew(self) -> OwnRead:
        """The level files as they are now: what may be played from the next screen on. The days are folded anew by
        them, and the checkpoint is of others."""
        self.context.told.family  # noqa: B018  # it is gone on with by those of the start
        try:
            self.as_read = playable_with_own(self._levels, self._own, self.context.language, shipped_names)
        except ValueError as error:  # the shipped rules went while the game runs: those that are known hold
            log.warning("the levels cannot be read again: %s", error)
            return self.as_read
        self.keeper.forget()
        self.context.catalogue = self._known()
        if self.voice is None and self._needs_voice(self.context.language):
            self.voice = _system_voice(self.context.language)
            self.context.narrator.speak_with(self.voice)
        return self.as_read

    def _needs_voice(self, language: str) -> bool:
        """Whether there may be words to say that nobody recorded."""
        is_family_s = own_folder(self._languages, language) is not None
        return not self._is_mute and (is_family_s or bool(self._spoken.from_files))

    def _voice_for(self, language: str) -> SystemVoice | None:
        return _system_voice(language) if self._needs_voice(language) else None

    def _narrator(self, sound: Sound, language: str) -> Narrator:
        spoken, english = self._clips(language)
        return Narrator(sound, self._spoken, spoken, self.voice, english)

    def _clips(self, language: str) -> tuple[Clips, Clips]:
        """What is recorded in a language, and the English clips for what is not."""
        spoken = clips(ENGLISH if language in PSEUDO else language, own_folder(self._languages, language))
        return spoken, NOTHING if language == ENGLISH else shipped_clips(ENGLISH)

    def _language_of(self, settings: Settings, asked: str | None, preferred: Sequence[str] = ()) -> str:
        """What was asked for at the start, else chosen by the family, else the first of the computer's own that is
        there."""
        chosen = asked or settings.language
        return language_for(chosen, self._languages) if chosen else first_of(preferred, self._languages)

    def speak(self, language: str) -> None:
        """From now on in that language, in words and voice; screens that stand are made anew by whoever asked."""
        ctx = self.context
        if language == ctx.language or not is_there(language, self._languages):
            return
        ctx.language = language
        self._texts.speak(language)
        self._spoken.speak(language)
        ctx.narrator.speak_in(*self._clips(language))
        if self.voice:
            self.voice.close()
        self.voice = self._voice_for(language)
        ctx.narrator.speak_with(self.voice)
        self.read_levels_anew()
        self._look_anew()

    def sample(self, language: str, line: str) -> str:
        """A spoken line in another language, heard once, and its words; nothing else changes."""
        lines = ShownLines(Texts(language, SPOKEN, own=self._languages))
        clip = self._clips(language)[0].get(line)
        self.context.narrator.stop()
        if self._sampler:
            self._sampler.close()
        self._sampler = None if clip or self._is_mute else _system_voice(language)
        self.context.narrator.sample(line, lines(line), clip, self._sampler)
        return lines(line)

    def _told(self, events: Sequence[Event]) -> None:
        """Folds in what was just told."""
        from game.core.history.fold import fold

        before = self.context.settings
        self._named |= NamesTold.by(events)
        if any(isinstance(event.fact, SettingChosen) and event.fact.name == "language" for event in events):
            self._is_asked_for = False  # what is chosen now is newer than how the game was started
        self.context.family = fold(self.context.family, events)
        if self.context.settings != before:
            self.apply_settings()
        if any(isinstance(event.fact, ChildAdded) for event in events):
            self.pen.then(self._make_the_first_copy)

    def _make_the_first_copy(self) -> None:
        """With it a diary that is gone after a first day without a good night is told from one never begun."""
        if self.data is not None and not all_copies(self.data):
            back_up_if_changed(self.journal, self.data, self.now())

    def apply_settings(self) -> None:
        """Volumes, calm pictures and how things look, as last chosen."""
        settings = self.context.settings
        self.context.sound.set_volumes(settings.voice, settings.music, settings.effects)
        self.context.art.calm = settings.calm
        self._texts.from_keys = keys_for_sentences(settings.keys)
        if settings.language and not self._is_asked_for:
            self.speak(self._language_of(settings, None))
        self._look_anew()

    def _look_anew(self) -> None:
        """Pictures as the settings and the language want them, where those are others now."""
        before = self.context.pictures.plain
        if before.appearance != self._appearance(self.context.settings):
            before.close()
            self.context.pictures = self._pictures(self.context, before.view, before.memory)

    def _appearance(self, settings: Settings) -> Appearance:
        """How everything is drawn for who chose these settings and this language."""
        palette = HIGH_CONTRAST if settings.contrast else PLAIN
        return Appearance(settings.text_size / 100, palette, self._texts.locale.is_rtl)

    def _pictures(self, context: Context, view: View, memory: Memory) -> Pictures:
        return Pictures(self.library, view, self._appearance(context.settings), self._make_soon, memory)

    def _make_soon(self, errand: Callable[[], object]) -> None:
        self.context.art.baker.run_first(errand)

    def resized(self, context: Context, size: tuple[int, int]) -> None:
        """Everything rasterised for another window size."""
        context.art.close()
        view = View(*size)
        memory = Memory(view.k)
        context.pictures = self._pictures(context, view, memory)
        context.art = ArtRoom(self.library, view.k, self.cache, context.settings.calm, memory)

    def forget(self, child: str) -> None:
        """Nothing of this child is left: diary, copies, and what is kept in memory. In the pen's thread."""
        from game.data.copies.erase import erase

        self.keeper.forget()
        self.first_pictures.forget()
        erase(self.journal, child, self.data)
        self.pen.forget(child)  # only now: an erase that is refused has changed nothing

    def bring_back(self, copy: Path) -> Path | None:
        """The diary becomes that copy; where a copy of what was there is kept now. The PIN stays. In the pen's
        thread."""
        from game.data.copies.restore import bring_back

        if self.pen.kept_in_memory() or self.data is None:
            raise OSError(self.context.texts("diskfull_not_yet"))
        self.keeper.forget()
        gate = self.context.family.gate
        return bring_back(self.journal, copy, self.data, self.now(), (gate, self.context.today) if gate else None)

    def fold_anew(self) -> None:
        """The family and its settings as the diary now tells them."""
        from game.core.history.device_order import in_order
        from game.core.history.fold import fold

        told = in_order((*self.journal.events(), *self.pen.kept_in_memory()))
        self._named = NamesTold.by(told)
        self.context.catalogue = self._known()
        self.context.family = fold(empty_family(), told)
        self.apply_settings()

    def _keep_also_at_the_end(self) -> None:
        """Nobody is there to be told: what is refused now is tried and told at the next start."""
        place = self.context.settings.copy_place
        try:
            if self.data and place:
                from game.data.copies.second_place import keep_also

                keep_also(self.data, Path(place), self.context.today)
        except (OSError, JournalError) as error:
            log.warning("no copy in %s: %s", place, error)

    def close(self) -> None:
        """Sound off, the last try to write, a copy of what is new, diary closed. Twice is once."""
        if self.pen.is_closed:
            return
        self.context.art.close()
        self.context.sound.close()
        for voice in (self.voice, self._sampler):
            if voice:
                voice.close()
        self.disk.close()
        self.first_pictures.close()
        self.pen.close()
        self.keeper.close()
        if self.data is not None and back_up_if_changed(self.journal, self.data, self.now()):
            self._keep_also_at_the_end()
        self.journal.close()
        if self.context.told.is_here:
            from game.core.rules import journey

            journey.forget(self.context.family.children)


def _history_of(journal: Journal, past: Past | None) -> FamilyHistory:
    with garbage.resting():
        if past:
            return past.history(journal)
        from game.data.checkpoint.family_history import had

        return had(journal, None)


def _system_voice(language: str) -> SystemVoice:
    from game.ui.audio.system_voice import SystemVoice

    return SystemVoice(language)
