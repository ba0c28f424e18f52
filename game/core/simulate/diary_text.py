"""A diary written as text: one fact a line, `#` comments; what a simulation is told.

`2026-01-05 morning bear_walk finished well easy`, `2026-01-08 pause ill until 2026-01-11`, `2026-01-12 allow *`. The
whole list of words is in `WORDS`. Reading needs no rules; what cannot be is found out by telling it, line by line.
"""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches

from game.core.content import AgeBand, Slot
from game.core.events import Effort, ExerciseOrdered, Grade, OrderWritten, Outcome, PauseReason
from game.core.rules.ordered_feet import OrderedFeet
from game.core.simulate.simulated_child import HowItWent
from game.frozen import dataclass

EVERY = "*"
THERAPIST = "the therapist"  # who ordered it, in a diary
LONGEST_NUMBER = 6  # digits
LINE_END = re.compile(r"\r\n|\r|\n")
UNREAD = ("\udc80", "\udcff")  # bytes that were no UTF-8, as Python keeps them
GRADES = {"well": Grade.WELL, "helped": Grade.HELPED, "partly": Grade.PARTLY}
WORDS = (
    "morning", "evening", "pause", "resume", "allow", "retract", "hold", "release", "back", "forward", "graduate",
    "programme", "age", "order",
)  # fmt: skip
FEET = {feet.replace("_", "-"): feet for feet in OrderedFeet if feet is not OrderedFeet.BOTH}
# How each word is told, for who asks the command.
FORMS = """a diary, one fact a line ("#" begins a comment, "*" is the whole quest):
  2026-01-05 morning bear_walk finished well easy    finished, stopped; well, helped, partly; easy, right, hard
  2026-01-05 evening * not-today                     nothing of it was done
  2026-01-07 morning bear_walk ouch 5                it hurt, 0 to 10
  2026-01-08 pause ill until 2026-01-11              ill, away, ouch, doctor; its last day
  2026-01-09 resume                                  ends a pause; after pain that stopped: resume doctor-asked
  2026-01-12 allow bear_walk                         what rested since pain may come again; * for all
  2026-01-14 retract 2026-01-05 morning *            takes a word back
  2026-01-15 hold                                    nothing grows, until release
  2026-01-16 back bear_walk                          a step back, or forward; without a name: the session's length
  2026-01-17 order caterpillar on right start 4 cap 8 sets 2
                                                     a therapist's: on, off; left, right (that foot alone),
                                                     left-first, right-first; what is left out is as the game has
                                                     it; counts from the next morning
  2026-01-17 order hold until 2026-02-01             nothing grows until that morning
  2026-03-02 graduate, programme P, age BAND         the ceremony, another programme, another age
A line about a day before is told late: a play at most two days, a pause any time."""


class DiaryError(Exception):
    """A line that cannot be: its number from 1 and why."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line, self.message = line, message


@dataclass(frozen=True, slots=True)
class DiaryLine:
    """One fact. `word` is one of `WORDS` but `play` for a slot; `what` its exercise, programme, age or reason; `order`
    what was ordered."""

    number: int
    day: date
    word: str
    what: str | None = None
    slot: Slot | None = None
    how: HowItWent | None = None
    until: date | None = None  # a pause's last day; the day of what is retracted
    order: ExerciseOrdered | OrderWritten | None = None


def read(text: str) -> tuple[list[DiaryLine], DiaryError | None]:
    """The facts of a diary up to the first line that cannot be read, and what is the matter with that one."""
    lines: list[DiaryLine] = []
    for number, row in enumerate(LINE_END.split(text.removeprefix("\ufeff")), start=1):
        words = row.partition("#")[0].split()
        try:
            if any(UNREAD[0] <= c <= UNREAD[1] for c in row):
                raise DiaryError(number, "this is not text in UTF-8")
            lines += [_line(number, words)] if words else []
        except DiaryError as error:
            return lines, error
    return lines, None


def _line(number: int, words: list[str]) -> DiaryLine:
    day = _day(number, words[0])
    if len(words) == 1:
        raise DiaryError(number, "nothing is told of the day")
    word, rest = words[1], words[2:]
    match word, rest:
        case (("morning" | "evening"), [what, *how]):
            return DiaryLine(number, day, "play", what, Slot(word), how=_how(number, how))
        case "pause", [why, "until", last]:
            return _pause(number, day, why, last)
        case "resume", []:
            return DiaryLine(number, day, "resume")
        case "resume", ["doctor-asked"]:
            return DiaryLine(number, day, "resume", "doctor-asked")
        case "retract", [about, ("morning" | "evening") as slot, what]:
            return DiaryLine(number, day, "retract", what, Slot(slot), until=_day(number, about))
        case "order", ["hold", "until", last]:
            return DiaryLine(number, day, word, order=OrderWritten(THERAPIST, day, hold_until=_day(number, last)))
        case "order", [what, *said]:
            return DiaryLine(number, day, word, what, order=_order(number, day, what, said))
        case "age", [band]:
            if band not in list(AgeBand):
                raise DiaryError(number, f"{band} is no age band; there are {', '.join(AgeBand)}")
            return DiaryLine(number, day, "age", band)
        case (("allow" | "programme"), [what]):
            return DiaryLine(number, day, word, what)
        case (("back" | "forward"), ([] | [_])):
            return DiaryLine(number, day, word, rest[0] if rest else None)
        case (("hold" | "release" | "graduate"), []):
            return DiaryLine(number, day, word)
        case _:
            raise DiaryError(number, _unread(word, rest))


def _order(number: int, day: date, what: str, said: list[str]) -> ExerciseOrdered:
    """Its words in any order, each at most once."""
    left, numbers = list(said), dict[str, int]()
    for word in ("start", "cap", "sets"):
        if word in left:
            at = left.index(word)
            value = "".join(left[at + 1 : at + 2])
            if not (value.isascii() and value.isdecimal() and len(value) < LONGEST_NUMBER):
                raise DiaryError(number, f'"{value}" is no whole number after {word}')
            numbers[word] = int(value)
            del left[at : at + 2]
    plays = [{"on": True, "off": False}[word] for word in left if word in ("on", "off")]
    feet = [FEET[word] for word in left if word in FEET]
    if len(plays) > 1 or len(feet) > 1 or len(plays) + len(feet) < len(left):
        raise DiaryError(number, _unread("order", [what, *said]))
    return ExerciseOrdered(
        what, THERAPIST, day, plays[0] if plays else None, feet[0].alone if feet else None,
        numbers.get("start"), numbers.get("cap"), numbers.get("sets"), begins_anew="start" in numbers,
        first_foot=feet[0].first if feet else None,
    )  # fmt: skip


def _unread(word: str, rest: list[str]) -> str:
    if word in WORDS:
        return f'"{" ".join([word, *rest])}" is not how {word} is told'
    near = get_close_matches(word, WORDS, 1)
    return f'"{word}" is no word of a diary' + (
        f'; did you mean "{near[0]}"?' if near else f"; words are {', '.join(WORDS)}"
    )


def _day(number: int, text: str) -> date:
    try:
        if len(text) != len("2026-01-05"):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise DiaryError(number, f'"{text}" is no day; write it like 2026-01-05') from None


def _pause(number: int, day: date, why: str, last: str) -> DiaryLine:
    if why not in list(PauseReason):
        raise DiaryError(number, f"a pause is {', '.join(PauseReason)}, not {why}")
    until = _day(number, last)
    if until < day:
        raise DiaryError(number, f"the pause ends on {until}, before it begins")
    return DiaryLine(number, day, "pause", why, until=until)


def _how(number: int, words: list[str]) -> HowItWent:
    match words:
        case ["not-today"]:
            return HowItWent(Outcome.STOPPED, Grade.NOT_TODAY)
        case ["ouch", score] if score.isdecimal() and score.isascii() and int(score) <= 10:
            return HowItWent(Outcome.HURT, score=int(score))
        case [("finished" | "stopped") as outcome, grade, effort] if grade in GRADES and effort in list(Effort):
            return HowItWent(Outcome(outcome), GRADES[grade], Effort(effort))
        case _:
            said = f'"{" ".join(words)}"' if words else "nothing"
            raise DiaryError(
                number,
                f"{said} does not say how it went: finished or stopped, then well, helped or partly, then easy, right "
                "or hard; or not-today; or ouch 0 to 10",
            )
