"""What the rules would offer, day by day, without a screen: how a parent or a physiotherapist tries a programme.

The same functions as in the game. A diary that cannot be is refused by its first such line, and nothing is written.
"""

from __future__ import annotations

import argparse
import json
import uuid
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from game.commands.refusal import Refusal
from game.commands.terminal import write_line
from game.core.content import AgeBand, Catalogue
from game.core.days import plus
from game.core.events import Event, GateSet
from game.core.numbers import for_sentences
from game.core.profile import fits
from game.core.simulate import diary_text, simulation
from game.core.simulate.diary_player import DiaryPlayer
from game.core.simulate.diary_text import DiaryError
from game.core.simulate.simulated_child import SimulatedChild
from game.core.simulate.simulation import FAMILIES, PIN, RECOVERY, DayPlan, SimulatedFamily
from game.data.files.paths import JOURNAL, LEVELS, data_dir
from game.data.journal.journal import Journal, JournalError
from game.data.journal.opening import traces
from game.data.journal.pin import hashed, plain
from game.data.levels.levels import read_catalogue
from game.data.levels.playable import playable
from game.data.levels.problems import Problem
from game.data.texts import own_words
from game.data.texts.texts import Texts

DAYS, MOST_DAYS = 84, 36_600  # twelve weeks; a hundred years
LAST_YEAR = 9000
LONGEST_DIARY = 10_000_000  # bytes


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class, parser.epilog = argparse.RawDescriptionHelpFormatter, diary_text.FORMS
    parser.add_argument("--programme", required=True, metavar="P", help="children, prevention, after_surgery, grown_up")
    parser.add_argument("--age", required=True, metavar="BAND", help="3-4, 5-6, 7-10 or 11+")
    parser.add_argument("--start", required=True, metavar="DAY", help="the first day, like 2026-01-05")
    parser.add_argument("--days", default=str(DAYS), metavar="N", help=f"how many days ({DAYS})")
    parser.add_argument("--family", metavar="NAME", help="perfect, typical, easy, hard, ouch or holiday")
    parser.add_argument("--diary", metavar="FILE", help="what happened, one fact a line: see below")
    parser.add_argument("--surgery", metavar="DAY", help="the day of an operation")
    parser.add_argument("--surgeon-start", metavar="DAY", help="the surgeon's own start date")
    parser.add_argument("--cleared", action="store_true", help="the surgeon said that exercises may begin")
    parser.add_argument("--levels", metavar="DIR", help="a folder of level files to try instead of the shipped ones")
    parser.add_argument("--json", action="store_true", help="one object a line for each day")
    parser.add_argument("--into", metavar="DIR", help=f"also writes it as a family (Robin, PIN {PIN}) into DIR")


def run(args: argparse.Namespace) -> int:
    """0 when done; 1 for levels with problems, 2 for a refusal, 3 when DIR cannot be written."""
    catalogue, problems = _levels(args)
    if catalogue is None or problems:
        for problem in problems:
            write_line(problem, to_err=True)
        return 1
    case = _case(args, catalogue)
    days = _days(args.days)
    into = _folder(args.into)
    try:
        robin, plans = _lived(catalogue, case, days, args)
    except DiaryError as error:
        write_line(f"{args.diary}:{error.line}: {error.message}", to_err=True)
        return 2
    if into is not None:
        _write(robin, into)
    texts = Texts("en", ("parent", "screens"))
    texts.from_rules = for_sentences(catalogue.rules)
    texts.from_files = own_words.for_grown_ups(catalogue, texts)
    for line in (as_json(plan, texts) for plan in plans) if args.json else as_table(plans, texts):
        write_line(line)
    return 0


def _lived(
    catalogue: Catalogue, case: SimulatedFamily, days: int, args: argparse.Namespace
) -> tuple[SimulatedChild, list[DayPlan]]:
    """The child's days, each looked at before it is lived."""
    robin = simulation.begun(catalogue, case)
    told = None
    if args.diary is not None:
        told = DiaryPlayer(robin, case.start, *diary_text.read(_text(args.diary)))
    plans = []
    for n in range(days):
        day = plus(case.start, n)
        plans.append(simulation.day_plan(catalogue, robin, day))
        if told is not None:
            told.tell(day)
        else:
            simulation.family_plays(robin, args.family, case.start, day)
    if told is not None:
        told.finish(MOST_DAYS)
    return robin, plans


# ---------------------------------------------------------------- what was asked
def _levels(args: argparse.Namespace) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """The levels to play by, with what is wrong in a folder that was named: what is tried must be what was written.
    Of the shipped levels and a family's own, where its folder is named, what is wrong is told and left out."""
    own = data_dir(args.data_dir) / LEVELS if args.data_dir else None
    if args.levels is None:
        return playable(own=own)[0], ()
    if not Path(args.levels).is_dir():
        raise Refusal(f"--levels {args.levels}: there is no such folder")
    return read_catalogue(Path(args.levels), own=own)


def _case(args: argparse.Namespace, catalogue: Catalogue) -> SimulatedFamily:
    programmes = catalogue.programmes
    if args.programme not in programmes:
        raise Refusal(f"--programme {args.programme}: there is no such programme; there are {', '.join(programmes)}")
    if args.age not in list(AgeBand):
        raise Refusal(f"--age {args.age}: there is no such age band; there are {', '.join(AgeBand)}")
    age, start = AgeBand(args.age), _date("--start", args.start)
    if not fits(args.programme, age):
        raise Refusal(f"--programme {args.programme} is for 11+, not for {age}")
    if (args.family is None) == (args.diary is None):
        raise Refusal("say either --family NAME or --diary FILE")
    if args.family is not None and args.family not in FAMILIES:
        raise Refusal(f"--family {args.family}: there is no such family; there are {', '.join(FAMILIES)}")
    surgery = _date("--surgery", args.surgery) if args.surgery else None
    surgeon = _date("--surgeon-start", args.surgeon_start) if args.surgeon_start else None
    if surgery is not None and surgery > start:
        raise Refusal(f"--surgery {surgery} is after the first day, {start}")
    if surgery is not None and surgeon is not None and surgeon < surgery:
        raise Refusal(f"--surgeon-start {surgeon} is before the operation, {surgery}")
    return SimulatedFamily(args.programme, age, start, surgery, surgeon, args.cleared)


def _date(option: str, text: str) -> date:
    try:
        if len(text) != len("2026-01-05"):
            raise ValueError(text)
        day = date.fromisoformat(text)
    except ValueError:
        raise Refusal(f'{option}: "{text}" is no day; write it like 2026-01-05') from None
    if not 1900 <= day.year <= LAST_YEAR:
        raise Refusal(f"{option} {day}: years from 1900 to {LAST_YEAR}")
    return day


def _days(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:9]) <= MOST_DAYS):
        raise Refusal(f"--days {text}: a whole number from 1 to {MOST_DAYS}")
    return int(text)


def _text(file: str) -> str:
    """The diary's words. Tabs and line ends of any kind are fine, and so is a byte-order mark."""
    try:
        with Path(file).open("rb") as handle:
            data = handle.read(LONGEST_DIARY + 1)
    except OSError as error:
        raise Refusal(f"{file} cannot be read: {error.strerror}") from error
    if len(data) > LONGEST_DIARY:
        raise Refusal(f"{file} is longer than {LONGEST_DIARY} bytes")
    return data.decode("utf-8-sig", "surrogateescape")


# ---------------------------------------------------------------- what is said
def as_json(plan: DayPlan, texts: Texts) -> str:
    """One day as one line."""
    slots = [
        {
            "slot": quest.slot,
            "budget_s": quest.budget_s,
            "planned_s": quest.planned_s,
            "levels": [
                {
                    "exercise": level.exercise,
                    "sets": level.sets,
                    "amount": level.amount,
                    "unit": level.unit,
                    "per_foot": level.per_foot,
                    **({"foot": level.foot} if level.foot else {}),
                    "seconds": level.seconds,
                    "reasons": [texts.reason(r) for r in level.reasons],
                }
                for level in quest.levels
            ],
        }
        for quest in plan.slots
    ]
    day: dict[str, object] = {
        "day": str(plan.day),
        "slots": slots,
        "streak": plan.streak,
        "best_streak": plan.best_streak,
        "active_days": plan.active_days,
        "stars": plan.stars,
        "bloom_weeks": plan.bloom_weeks,
        "habit": round(plan.habit, 6),
        "state": plan.state,
        "locked_until": str(plan.locked_until) if plan.locked_until else None,
        "notes": [texts.reason(r) for r in plan.notes],
    }
    return json.dumps(day, ensure_ascii=False)


def as_table(plans: Sequence[DayPlan], texts: Texts) -> Iterator[str]:
    """The days for reading: a line for each, and the quests below it."""
    for plan in plans:
        yield (
            f"{plan.day:%a %Y-%m-%d}  {plan.state}, run {plan.streak} (best {plan.best_streak}), "
            f"{plan.active_days} active days, {plan.bloom_weeks} weeks in bloom, {plan.stars} stars, "
            f"habit {100 * plan.habit:.0f} %"
        )
        for quest in plan.slots:
            yield f"  {quest.slot:<8}{quest.planned_s} of {quest.budget_s} s"
            for level in quest.levels:
                each = f" {level.foot} foot" if level.foot else " each foot" if level.per_foot else ""
                amount = f"{level.sets} x {texts.amount(level.unit, level.amount)}{each}"
                yield f"    {texts.exercise(level.exercise)}: {amount}, {level.seconds} s"
        for note in plan.notes:
            yield f"  {texts.reason(note)}"


# ---------------------------------------------------------------- --into
def _folder(into: str | None) -> Path | None:
    """The folder for the family, which must not hold one yet."""
    if into is None:
        return None
    path = Path(into).expanduser().absolute() / JOURNAL
    if path.exists() or traces(path):
        raise Refusal(f"{into} holds a family already; name another folder")
    return path


BEFORE = timedelta(minutes=1)  # the PIN comes before the child; two clocks at one moment say nothing of who was first


def _write(robin: SimulatedChild, path: Path) -> None:
    """The history as a family of one child."""
    first = robin.events[0]
    fact = GateSet(hashed(PIN), hashed(plain(RECOVERY)))
    gate = Event(str(uuid.uuid4()), "simulation-gate", 1, None, first.at - BEFORE, first.day, first.offset, fact)
    try:
        journal = Journal.open(path)
        try:
            journal.write([gate, *robin.events])
        finally:
            journal.close()
    except (JournalError, OSError) as error:
        raise Refusal(f"{path.parent} cannot be written: {error}", 3) from error
