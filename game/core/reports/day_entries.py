"""What one game day was, as every report counts it: the days of a settled past keep it, the others are looked at.

An entry hangs on nothing that may be chosen or told later (how long a family rests, whether the child has graduated
since), so that it can be kept for ten years. It is a tuple, because ten years have four thousand of them to unpack, and
a frozen dataclass takes five times as long.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from game.core.content import Catalogue, Slot
from game.core.days import monday
from game.core.events import Grade, Outcome
from game.core.history.history import Attempt
from game.core.history.plays import was_tried
from game.core.numbers import Rules
from game.core.reports.activity import is_active_on
from game.core.reports.planned import slots_planned
from game.core.reports.records import DayRow, PlayRow, SlotShare
from game.core.rules import streak
from game.core.rules.apply_facts import counts, is_beside
from game.core.rules.dose import Dose, longer_rest, seconds
from game.core.rules.journey import Journey
from game.core.rules.state import holds, is_playable

SUNDAY = 6


class SlotEntry(NamedTuple):
    """A morning or an evening. `is_meant`: the family planned it, `is_offered`: there was something to play,
    `is_played`: something was tried, a walk outdoors left out; `is_later`: a word on it was told for the record alone.
    `seconds` and `rests` are those of what was laid out; of what was played with nothing on offer, of that."""

    share: SlotShare
    is_meant: bool
    is_offered: bool
    is_played: bool
    is_later: bool
    seconds: int
    rests: int

    @property
    def is_asked(self) -> bool:
        """It is one of the sessions that are planned."""
        return self.is_meant and self.is_offered


class DayEntry(NamedTuple):
    """One game day. `is_tried`: something was tried, walks outdoors too; `is_counted`: and told; `is_held`: nothing
    could grow, by a grown-up's word; `is_hurt`: something hurt. `needed` are the active days its week needs to bloom,
    as its Sunday knows it (0 on other days). `done_s` and `done_rests`: the work and the rests of what was done."""

    day: date
    morning: SlotEntry
    evening: SlotEntry
    is_active: bool
    is_tried: bool
    is_counted: bool
    is_paused: bool
    is_held: bool
    is_hurt: bool
    needed: int
    done_s: int
    done_rests: int

    @property
    def slots(self) -> tuple[SlotEntry, SlotEntry]:
        return self.morning, self.evening

    @property
    def played(self) -> int:
        """Morning and evening with something tried; a walk outdoors is neither."""
        return self.morning.is_played + self.evening.is_played

    @property
    def asked(self) -> int:
        """The sessions that were on offer and meant to be played."""
        offer = sum(slot.is_asked for slot in self.slots)
        # What was played where nothing was on offer, told afterwards or paused since, is no more than all of it.
        return max(offer, self.played) if all(slot.is_meant for slot in self.slots) else offer


def looked_at(way: Journey, day: date) -> DayEntry:
    """A day as the child's way has it now."""
    attempts = way.attempts(day)
    tried = [a for a in attempts if was_tried(a)]
    own = [a for a in tried if not is_beside(way.catalogue, a)]
    meant = slots_planned(way.child, day)
    work = {slot: _sum(done_work(way.catalogue, a) for a in own if a.slot is slot) for slot in Slot}
    morning, evening = (_slot(way, day, slot, own, attempts, work[slot], is_meant=slot in meant) for slot in Slot)
    done_s, done_rests = _sum(work.values())
    is_over = day.weekday() == SUNDAY and day < way.today
    return DayEntry(
        day, morning, evening,
        is_active=is_active_on(way, day),
        is_tried=bool(tried),
        is_counted=any(counts(way.catalogue, a, way.today) for a in attempts),
        is_paused=not tried and not is_playable(way.catalogue, way.now(day), day),
        is_held=holds(way.start(day)),
        is_hurt=any(a.is_hurt or way.child.attempts[a.id].ouch for a in attempts),
        needed=streak.week_needs(way.catalogue, way.now(day), monday(day)) if is_over else 0,
        done_s=done_s,
        done_rests=done_rests,
    )  # fmt: skip


def _sum(work: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Seconds and rests of all of it."""
    rows = list(work)
    return sum(s for s, _ in rows), sum(rests for _, rests in rows)


def _slot(
    way: Journey, day: date, slot: Slot, own: Sequence[Attempt], attempts: Sequence[Attempt], done: tuple[int, int],
    *, is_meant: bool,
) -> SlotEntry:  # fmt: skip
    plan = way.planned(day, slot)
    tried, names = {a.exercise for a in own if a.slot is slot}, plan.exercises
    is_later = any(way.child.attempts[a.id].grade is not a.grade for a in attempts if a.slot is slot)
    # What was played where nothing was on offer is all there was of it, in minutes as in sessions (`DayEntry.asked`).
    seconds, rests = (plan.seconds, plan.rests) if names else done
    whole = {a.exercise for a in own if a.slot is slot and _is_whole(a)}
    share = _share(len(tried), len(names), is_whole=whole == tried)
    return SlotEntry(share, is_meant, bool(names), bool(tried), is_later, seconds, rests)


def _is_whole(attempt: Attempt) -> bool:
    """To its end, and in no grown-up's word partly."""
    return attempt.outcome is Outcome.FINISHED and attempt.grade is not Grade.PARTLY


def _share(tried: int, asked: int, *, is_whole: bool) -> SlotShare:
    """By how many exercises were tried of as many as were asked for: other ones done away are no less. What was done in
    part is not all of it."""
    if not tried:
        return SlotShare.NOTHING
    if tried >= asked and is_whole:
        return SlotShare.ALL
    return SlotShare.MOST if 2 * tried >= asked else SlotShare.PART


def done_work(catalogue: Catalogue, attempt: Attempt) -> tuple[int, int]:
    """The seconds an attempt took by the plan, and how many rests between sets were in it: all of it when finished,
    else the share of its work that was done, and no rest."""
    exercise, dose = catalogue.exercises[attempt.exercise], Dose(attempt.sets, attempt.amount, attempt.foot)
    if attempt.outcome is Outcome.FINISHED:
        return seconds(catalogue.rules, exercise, dose), dose.sets - 1
    done = (attempt.done_left + attempt.done_right) * exercise.seconds_per_unit
    return min(seconds(catalogue.rules, exercise, dose), catalogue.rules.change_seconds + done), 0


def done_seconds(catalogue: Catalogue, attempt: Attempt, rest: int | None = None) -> int:
    """The same in one: with rests of `rest` seconds (None: the plan's)."""
    work, rests = done_work(catalogue, attempt)
    return work + rests * longer_rest(catalogue.rules, rest)


def row_of(
    rules: Rules, entry: DayEntry, rest: int | None, *, is_asked: bool, is_before: bool, is_counted: bool,
    later: Collection[Slot] = (),
) -> DayRow:  # fmt: skip
    """The day as it is shown: with rests of `rest` seconds (None: the plan's), planned as `planned_and_done` says it.
    Of the slots `later` something was told."""
    planned, done = planned_and_done(entry, longer_rest(rules, rest), is_asked=is_asked)
    slots = tuple(zip(Slot, entry.slots, strict=True))
    return DayRow(
        entry.day, entry.morning.share, entry.evening.share, entry.is_active, entry.is_paused, False, planned, done,
        not_meant=frozenset(slot for slot, kept in slots if not kept.is_meant),
        later=frozenset(slot for slot, kept in slots if kept.is_later or slot in later),
        not_offered=frozenset(slot for slot, kept in slots if not kept.is_offered),
        is_before=is_before,
        is_counted=is_counted,
    )  # fmt: skip


def laid_out(rules: Rules, entry: DayEntry, rest: int | None = None) -> tuple[int, int]:
    """The seconds of a day's morning and evening as their quests are laid out, with rests of `rest` seconds (None: the
    plan's): the minutes that every page calls planned. 0 where nothing could be played, and nothing was."""
    more = longer_rest(rules, rest)
    return _laid_out(entry.morning, more), _laid_out(entry.evening, more)


def _laid_out(slot: SlotEntry, more: int) -> int:
    return slot.seconds + slot.rests * more


def planned_and_done(entry: DayEntry, more: int, *, is_asked: bool) -> tuple[int, int]:
    """The day's seconds, each rest `more` of them longer: of the sessions that are counted beside them. Where nothing
    is asked for (`is_asked`: before the first play, today, after graduation), what was played is what was planned."""
    planned = 0
    for slot in (entry.morning, entry.evening):
        if slot.is_played or (slot.is_meant and is_asked):
            planned += _laid_out(slot, more)
    return planned, entry.done_s + entry.done_rests * more


def plays_on(way: Journey, day: date) -> Iterator[PlayRow]:
    """Every play of a day. What was told too late to count is told all the same, and marked."""
    for in_time in way.attempts(day):
        attempt = way.child.attempts[in_time.id]
        yield PlayRow(
            day, attempt.slot, attempt.exercise, attempt.sets, attempt.amount, attempt.outcome, attempt.done_left,
            attempt.done_right, attempt.away, attempt.grade, attempt.effort, attempt.is_hurt, attempt.ouch,
            is_word_later=in_time.grade is not attempt.grade, is_pain_later=in_time.ouch != attempt.ouch,
            foot=attempt.foot, sore=attempt.sore,
        )  # fmt: skip
