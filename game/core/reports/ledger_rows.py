"""The rows of a ledger's pages (`game.core.reports.ledger`): a day, a play and a change of a dose as bytes, and back.

Rows of days and plays are of one length each, so that the n-th is found without the others.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from game.core.content import Foot, Slot
from game.core.days import plus
from game.core.events import Effort, Grade, Outcome
from game.core.quest import Reason
from game.core.reports.day_entries import DayEntry, SlotEntry
from game.core.reports.dose_road import DoseMark
from game.core.reports.play_tally import PlayTally
from game.core.reports.records import DoseStep, PlayRow, SlotShare
from game.core.rules.dose import Dose

DAY = struct.Struct("<BBBBIIIHHH")  # signs of the day, needed, signs of both slots; seconds, then rests: both, done
PLAY = struct.Struct("<IHHBBBHIII")  # day, exercise, signs, grade, effort, pain, sets, amount, done left and right
DONE = struct.Struct("<17xII")  # of a play: done left and right alone
NO_ROW = (struct.error, OverflowError)  # a number larger than any family's, in a strange diary
NONE = 255
PAUSED, HELD = 8, 16  # signs of a day
GRADE_AT, EFFORT_AT = 8, 9  # bytes of a play
SHARES, GRADES, EFFORTS = tuple(SlotShare), tuple(Grade), tuple(Effort)
OUTCOMES, SLOTS, FEET = tuple(Outcome), tuple(Slot), (None, *Foot)


# ---------------------------------------------------------------- days
def day_row(entry: DayEntry) -> bytes:
    """A day without its date, which is its place."""
    signs = (
        entry.is_active | entry.is_tried << 1 | entry.is_counted << 2 | entry.is_paused * PAUSED | entry.is_held * HELD
        | entry.is_hurt << 5
    )  # fmt: skip
    morning, evening = entry.slots
    return DAY.pack(
        signs, entry.needed, _slot_signs(morning), _slot_signs(evening), morning.seconds, evening.seconds, entry.done_s,
        morning.rests, evening.rests, entry.done_rests,
    )  # fmt: skip


def paused_and_held(page: bytes, begin: int, end: int, first: date) -> tuple[list[date], list[date]]:
    """The paused days and the held ones, of the same places."""
    signs, at = page[begin * DAY.size : end * DAY.size : DAY.size], plus(first, begin).toordinal()
    found = ([at + n for n, sign in enumerate(signs) if sign & bit] for bit in (PAUSED, HELD))
    paused, held = ([date.fromordinal(day) for day in days] for days in found)
    return paused, held


def _slot_signs(slot: SlotEntry) -> int:
    signs = slot.is_meant | slot.is_offered << 1 | slot.is_played << 2 | slot.is_later << 3
    return signs | SHARES.index(slot.share) << 4


def days_of(page: bytes, begin: int, end: int, first: date) -> Iterator[DayEntry]:
    """The entries from the place `begin` up to that before `end`; `first` is the day at the place 0."""
    at = plus(first, begin).toordinal()
    for row in DAY.iter_unpack(page[begin * DAY.size : end * DAY.size]):
        signs, needed, m, e, m_s, e_s, done_s, m_rests, e_rests, done_rests = row
        yield DayEntry(
            date.fromordinal(at), _slot(m, m_s, m_rests), _slot(e, e_s, e_rests), bool(signs & 1), bool(signs & 2),
            bool(signs & 4), bool(signs & PAUSED), bool(signs & HELD), bool(signs & 32), needed, done_s, done_rests,
        )  # fmt: skip
        at += 1


@lru_cache(maxsize=4096)  # one morning is like another: of ten years' slots a few hundred differ
def _slot(signs: int, seconds: int, rests: int) -> SlotEntry:
    return SlotEntry(
        SHARES[signs >> 4], bool(signs & 1), bool(signs & 2), bool(signs & 4), bool(signs & 8), seconds, rests
    )  # fmt: skip


# ---------------------------------------------------------------- plays
def play_row(play: PlayRow, exercise: int) -> bytes:
    """A play of the exercise with that number. Which foot was sore is left out: that may be told at any time later."""
    signs = (
        SLOTS.index(play.slot) | play.is_away << 1 | play.is_hurt << 2 | play.is_word_later << 3
        | play.is_pain_later << 4 | OUTCOMES.index(play.outcome) << 5 | FEET.index(play.foot) << 8
    )  # fmt: skip
    return PLAY.pack(
        play.day.toordinal(), exercise, signs, GRADES.index(play.grade) if play.grade else NONE,
        EFFORTS.index(play.effort) if play.effort else NONE, NONE if play.pain is None else play.pain, play.sets,
        play.amount, play.done_left, play.done_right,
    )  # fmt: skip


def day_at(page: bytes, n: int) -> int:
    """The day, as a number, of the n-th play."""
    return int.from_bytes(page[n * PLAY.size : n * PLAY.size + 4], "little")


def plays_of(page: bytes, begin: int, end: int, exercises: Sequence[str]) -> Iterator[PlayRow]:
    """The plays from the place `begin` up to that before `end`."""
    for row in PLAY.iter_unpack(page[begin * PLAY.size : end * PLAY.size]):
        day, exercise, signs, grade, effort, pain, sets, amount, left, right = row
        said = None if grade == NONE else GRADES[grade], None if effort == NONE else EFFORTS[effort]
        yield PlayRow(
            date.fromordinal(day), SLOTS[signs & 1], exercises[exercise], sets, amount, OUTCOMES[signs >> 5 & 7], left,
            right, bool(signs & 2), *said, bool(signs & 4), None if pain == NONE else pain, bool(signs & 8),
            bool(signs & 16), FEET[signs >> 8],
        )  # fmt: skip


def tally(page: bytes, begin: int, end: int, exercises: Sequence[str]) -> PlayTally:
    """How the plays went from the place `begin` up to that before `end`: counted by columns, for ten years have
    thousands; only the few of which nobody said a word, or that they were not played, are unpacked."""
    size = PLAY.size
    rows = page[begin * size : end * size]
    grades, efforts = rows[GRADE_AT::size], rows[EFFORT_AT::size]
    refused = GRADES.index(Grade.NOT_TODAY)
    not_done = [n for n, grade in enumerate(grades) if grade == refused] if refused in grades else []
    unsaid = [efforts[n] for n in not_done]
    idle = [play for n in not_done for play in plays_of(rows, n, n + 1, exercises) if not play.is_tried]
    untold = [n for n, grade in enumerate(grades) if grade == NONE] if NONE in grades else []
    done = [(left, right) for left, right in DONE.iter_unpack(rows)]
    return PlayTally(
        {grade: n for i, grade in enumerate(GRADES) if (n := grades.count(i))},
        {effort: n for i, effort in enumerate(EFFORTS) if (n := efforts.count(i) - unsaid.count(i))},
        sum(play.is_tried for n in untold for play in plays_of(rows, n, n + 1, exercises)),
        sum(left for left, _ in done) - sum(play.done_left for play in idle),
        sum(right for _, right in done) - sum(play.done_right for play in idle),
    )


# ---------------------------------------------------------------- doses
def road_page(road: Sequence[DoseMark]) -> bytes:
    """All the changes of one dose."""
    return json.dumps([_mark_said(mark) for mark in road], separators=(",", ":")).encode("ascii")


def _mark_said(mark: DoseMark) -> list[object]:
    step, why = mark.step, mark.step.why
    return [
        step.day.toordinal(), step.sets, step.amount, mark.dose.foot and mark.dose.foot.value,
        [why.key, dict(why.values)] if why else None,
    ]  # fmt: skip


def road_of(page: bytes) -> list[DoseMark]:
    """The changes again."""
    return [_mark(*said) for said in json.loads(page)]


def _mark(day: int, sets: int, amount: int, foot: str | None, why: tuple[str, dict[str, int | str]] | None) -> DoseMark:
    step = DoseStep(date.fromordinal(day), sets, amount, Reason(why[0], why[1]) if why else None)
    return DoseMark(step, Dose(sets, amount, Foot(foot) if foot else None))
