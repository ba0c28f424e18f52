"""The family of a diary as a command needs it that makes something of it: its children by name, words and levels."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.commands.diary import rows_of
from game.commands.refusal import Refusal
from game.core.content import Catalogue
from game.core.events import Event
from game.core.history.device_order import in_order
from game.core.history.fold import fold
from game.core.history.history import Child, Family, empty_family
from game.core.history.missing_content import NamesTold, remembering
from game.core.numbers import for_sentences
from game.core.settings import Settings
from game.data.files.paths import LANGUAGES, LEVELS, data_dir
from game.data.journal.facts import UnreadableFact
from game.data.journal.rows import JournalRow
from game.data.levels.playable import playable_with_own
from game.data.texts import own_words
from game.data.texts.asset_names import shipped_names
from game.data.texts.languages import language_for
from game.data.texts.texts import Texts
from game.frozen import dataclass


@dataclass(frozen=True, slots=True)
class FamilyRead:
    """All that was told, folded, and the levels and words the family plays with."""

    folded: Family
    settings: Settings
    catalogue: Catalogue
    language: str
    texts: Texts

    def child(self, name: str) -> Child:
        """By nickname, whatever its capitals where that is clear; those put away as well. A Refusal else."""
        children = list(self.folded.children.values())
        found = [child for child in children if child.nickname == name]
        found = found or [child for child in children if child.nickname.casefold() == name.casefold()]
        if len(found) == 1:
            return found[0]
        if found:
            raise Refusal(f"--child {name}: {len(found)} children are called so; give one another name in the game")
        if not children:
            raise Refusal("there is no child in this diary yet")
        raise Refusal(f"--child {name}: there is no such child; there are {', '.join(c.nickname for c in children)}")


def read_family(args: argparse.Namespace) -> FamilyRead:
    """The family in the data folder of `args`; a Refusal where there is none, or where it cannot be read."""
    events = in_order(event for row in rows_of(args) if (event := _event(row)) is not None)
    family = fold(empty_family(), events)
    settings = Settings.of(family.settings)
    own = data_dir(args.data_dir) / LANGUAGES
    language = language_for(settings.language, own)
    read = playable_with_own(None, data_dir(args.data_dir) / LEVELS, language, shipped_names)
    catalogue = remembering(read.catalogue, NamesTold.by(events), read)
    return FamilyRead(family, settings, catalogue, language, words_for(catalogue, language, own))


def _event(row: JournalRow) -> Event | None:
    """What a newer game told is passed over, as the game does."""
    try:
        return row.event()
    except UnreadableFact:
        return None


def words_for(catalogue: Catalogue, language: str, own: Path | None = None) -> Texts:
    """The grown-ups' words, with the rules' numbers and what the level files say themselves."""
    texts = Texts(language, own=own)
    texts.from_rules = for_sentences(catalogue.rules)
    texts.from_files = own_words.for_grown_ups(catalogue, texts)
    return texts
