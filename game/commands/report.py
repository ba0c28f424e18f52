"""What one child did at home, for a doctor or therapist: a PDF, the same for a browser, a table, and JSON."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from game.commands.family import read_family
from game.commands.folder import fill
from game.commands.refusal import Refusal
from game.core.days import game_day, plus
from game.core.reports.doctor import doctors_report
from game.data.files.clock import believable, local_now
from game.data.files.type_on_paper import type_on_paper
from game.print.doctor_files import DoctorsFiles
from game.ui.typography.paper_fonts import borrowed

USUAL_DAYS = 91  # a quarter of a year, as doctors ask for


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--child", required=True, metavar="NAME", help="the child's nickname")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="the folder for the four files")
    parser.add_argument("--from", dest="first", metavar="DAY", help=f"the first day; {USUAL_DAYS} back if not said")
    parser.add_argument("--to", dest="last", metavar="DAY", help="the last day, like 2026-03-29; today if not said")


def run(args: argparse.Namespace) -> int:
    """0 when the four files are there, all of them new; 2 for a refusal, 3 when DIR cannot be written."""
    family = read_family(args)
    child, catalogue = family.child(args.child), family.catalogue
    today = game_day(believable(local_now()), catalogue.rules.morning_hour)
    last = _day("--to", args.last) if args.last else today
    first = _day("--from", args.first) if args.first else plus(last, -USUAL_DAYS)
    if first > last:
        raise Refusal(f"--from {first} is after --to {last}")
    rest = family.settings.within(catalogue.rules).rest_seconds
    report = doctors_report(catalogue, child, first, last, today, rest)
    files = DoctorsFiles(report, catalogue, family.texts, type_on_paper(borrowed), language=family.language).all()
    fill(args.out, files)
    return 0


def _day(option: str, text: str) -> date:
    try:
        if len(text) != len("2026-01-05"):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(f'{option}: "{text}" is no day; write it like 2026-01-05') from None
