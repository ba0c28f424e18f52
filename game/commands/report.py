"""What one child did at home, for a doctor or therapist: a PDF, the same for a browser, a table, and JSON."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from game.cli import Refusal
from game.commands.diary import in_one_line, rows_of
from game.commands.terminal import write_line
from game.core.content import Catalogue
from game.core.days import game_day, plus
from game.core.events import Event
from game.core.history.device_order import in_order
from game.core.history.fold import fold
from game.core.history.history import Child, Family, empty_family
from game.core.history.missing_content import NamesTold, remembering
from game.core.numbers import for_sentences
from game.core.reports.doctor import doctors_report
from game.core.settings import Settings
from game.data.files import documents
from game.data.files.clock import believable, local_now
from game.data.files.paths import LEVELS, data_dir
from game.data.files.type_on_paper import type_on_paper
from game.data.journal.facts import UnreadableFact
from game.data.journal.rows import JournalRow
from game.data.levels.playable import playable
from game.data.texts import own_words
from game.data.texts.languages import language_for
from game.data.texts.texts import Texts
from game.print.doctor_files import DoctorsFiles

USUAL_DAYS = 91  # a quarter of a year, as doctors ask for


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--child", required=True, metavar="NAME", help="the child's nickname")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="the folder for the four files")
    parser.add_argument("--from", dest="first", metavar="DAY", help=f"the first day; {USUAL_DAYS} back if not said")
    parser.add_argument("--to", dest="last", metavar="DAY", help="the last day, like 2026-03-29; today if not said")


def run(args: argparse.Namespace) -> int:
    """0 when the four files are there, all of them new; 2 for a refusal, 3 when DIR cannot be written."""
    events = in_order(event for row in rows_of(args) if (event := _event(row)) is not None)
    family = fold(empty_family(), events)
    child = _child(family, args.child)
    settings = Settings.of(family.settings)
    language = language_for(settings.language)
    catalogue = remembering(playable(own=data_dir(args.data_dir) / LEVELS, language=language)[0], NamesTold.by(events))
    today = game_day(believable(local_now()), catalogue.rules.morning_hour)
    last = _day("--to", args.last) if args.last else today
    first = _day("--from", args.first) if args.first else plus(last, -USUAL_DAYS)
    if first > last:
        raise Refusal(f"--from {first} is after --to {last}")
    rest = settings.within(catalogue.rules).rest_seconds
    report = doctors_report(catalogue, child, first, last, today, rest)
    texts = _texts(catalogue, language)
    files = DoctorsFiles(report, catalogue, texts, type_on_paper(), language=language, decimal=texts.decimal).all()
    out: Path = args.out
    with in_one_line():
        out.mkdir(parents=True, exist_ok=True)
        documents.write_all({out / name: content for name, content in files.items()})
    for name in files:
        write_line(out / name)
    return 0


def _event(row: JournalRow) -> Event | None:
    """What a newer game told is passed over, as the game does."""
    try:
        return row.event()
    except UnreadableFact:
        return None


def _child(family: Family, name: str) -> Child:
    """By nickname, whatever its capitals where that is clear; those put away as well."""
    children = list(family.children.values())
    found = [child for child in children if child.nickname == name]
    found = found or [child for child in children if child.nickname.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise Refusal(f"--child {name}: {len(found)} children are called so; give one of them another name in the game")
    if not children:
        raise Refusal("there is no child in this diary yet")
    raise Refusal(f"--child {name}: there is no such child; there are {', '.join(c.nickname for c in children)}")


def _day(option: str, text: str) -> date:
    try:
        if len(text) != len("2026-01-05"):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(f'{option}: "{text}" is no day; write it like 2026-01-05') from None


def _texts(catalogue: Catalogue, language: str) -> Texts:
    texts = Texts(language)
    texts.from_rules = for_sentences(catalogue.rules)
    texts.from_files = own_words.for_grown_ups(catalogue, texts)
    return texts
