"""Reminders for the family's own calendar: one child's planned parts of the day on its planned weekdays."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.commands.diary import in_one_line
from game.commands.family import read_family
from game.commands.refusal import Refusal
from game.commands.terminal import write_line
from game.core.days import game_day
from game.core.reminders import reminders
from game.core.reports.planned import plan_on
from game.data.files import documents
from game.data.files.clock import believable, local_now
from game.print.calendar_file import reminders_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--child", required=True, metavar="NAME", help="the child's nickname")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="the file to write, like feet.ics")


def run(args: argparse.Namespace) -> int:
    """0 when the file is there; 2 when there is nothing to be reminded of, 3 when it cannot be written."""
    family, out = read_family(args), args.out
    child, now = family.child(args.child), believable(local_now())
    plan = plan_on(child, game_day(now, family.catalogue.rules.morning_hour))
    found = reminders(family.settings, plan, now)
    if not found:
        raise Refusal(
            "nothing to be reminded of: no part of the day that is planned has a time; see Settings, Reminders"
        )
    if out.is_dir():
        raise Refusal(f"{out} is a folder; name a file")
    with in_one_line():
        documents.write(out, reminders_text(family.texts, found, child.id, child.nickname, now))
    write_line(out)
    return 0
