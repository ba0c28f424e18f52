"""Paper for a programme or a child: exercise cards, a wall chart, the therapist's sheet, and a kit for grandparents."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from game.commands.family import words_for
from game.commands.folder import fill
from game.commands.play import say_language
from game.commands.refusal import Refusal
from game.core.content import Catalogue
from game.core.reports.handout import of_programme
from game.data.files.art import ArtLibrary
from game.data.files.paths import LANGUAGES, LEVELS, data_dir
from game.data.files.type_on_paper import type_on_paper
from game.data.levels.drawable import drawable
from game.data.levels.playable import playable
from game.data.texts import own_words
from game.data.texts.languages import language_for
from game.data.texts.texts import SPOKEN, Texts
from game.print.handouts import Handouts
from game.ui.audio.narrator import cue
from game.ui.typography.paper_fonts import borrowed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--programme", required=True, metavar="P", help="children, prevention, after_surgery, grown_up")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="the folder for the files")
    parser.add_argument("--black-and-white", action="store_true", help="for a printer without colours")
    parser.add_argument("--lang", metavar="LANGUAGE", help="language of the words")


def run(args: argparse.Namespace) -> int:
    """0 when every file is there, all of them new; 2 for a refusal, 3 when DIR cannot be written."""
    languages = data_dir(args.data_dir) / LANGUAGES
    say_language(args.lang, languages)
    language = language_for(args.lang, languages)
    own = data_dir(args.data_dir) / LEVELS
    art = ArtLibrary()
    catalogue = playable(own=own, language=language)[0]
    if args.programme not in catalogue.programmes:
        there = ", ".join(catalogue.programmes)
        raise Refusal(f"--programme {args.programme}: there is no such programme; there are {there}")
    words, spoken = words_for(catalogue, language, languages), _spoken(catalogue, language, languages)
    catalogue = _drawn(catalogue, words, art)
    printed = Handouts(
        of_programme(catalogue, args.programme), words, lambda exercise: cue(spoken, exercise), art,
        type_on_paper(borrowed), language=language, is_grey=args.black_and_white,
    )  # fmt: skip
    fill(args.out, dict(printed.files()))
    return 0


def _drawn(catalogue: Catalogue, words: Texts, art: ArtLibrary) -> Catalogue:
    """A family's own exercises are shown with movements that are there."""
    own = [e for e in catalogue.exercises.values() if not words.is_shipped(f"form_{e.id}_right")]
    return replace(catalogue, exercises={**catalogue.exercises, **{e.id: drawable(e, art) for e in own}})


def _spoken(catalogue: Catalogue, language: str, own: Path) -> Texts:
    lines = Texts(language, SPOKEN, own=own)
    lines.from_files = own_words.spoken(catalogue.exercises.values(), lines)
    return lines
