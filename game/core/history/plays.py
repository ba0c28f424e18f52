"""A child's plays, as many of them as a question needs: nobody looks at ten years of them to say a sentence.

A child that is folded on from a past (`Child.past`) brings the sums of it; whoever asks adds the plays since. Without a
past, or where something of long ago was told since, the sums are nothing and all plays are looked at: the answer is the
same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from game.core.content import Slot
from game.core.events import (
    Event,
    FunctionHurt,
    FunctionMeasured,
    Grade,
    LevelConfirmed,
    Outcome,
    Paused,
    ProgrammeChosen,
    QuestKind,
    SignsTicked,
    SurgeonAgreed,
    SurgeryPlanned,
)
from game.core.history.history import Attempt, Child, Session
from game.core.history.play_sums import NOTHING, ExerciseSums, PlaySums, text_of

# Few in ten years, and asked for one by one: kept with the sums.
RARE = (FunctionHurt, FunctionMeasured, Paused, ProgrammeChosen, SignsTicked, SurgeonAgreed, SurgeryPlanned)


# ---------------------------------------------------------------- a child today
def summed_plays(child: Child) -> tuple[PlaySums, Sequence[Attempt]]:
    """The sums of long ago, and every play that is not in them, in the order of telling."""
    past, held = child.past.sums if child.past else None, tuple(child.attempts.held().values())
    if past is None or any(played.on < past.until for played in held):
        return NOTHING, tuple(child.attempts.values())
    return past, held


def summed_sessions(child: Child) -> tuple[PlaySums, Sequence[Session]]:
    """The same of its sessions."""
    past, held = child.past.sums if child.past else None, tuple(child.sessions.held().values())
    if past is None or any(session.on < past.until for session in held):
        return NOTHING, tuple(child.sessions.values())
    return past, held


def summed_facts(child: Child) -> tuple[PlaySums, Sequence[Event]]:
    """The same of all that was told: the sums, and the facts after them."""
    past = child.past.sums if child.past else None
    if past is None:
        return NOTHING, child.events
    since = child.events[child.told_before :]
    if any(event.day < past.told_until for event in since):  # a clock that was ahead was set right
        return NOTHING, child.events
    return past, since


def rare_facts(child: Child) -> Iterator[Event]:
    """Every fact of the few kinds of `RARE`, in the order of telling."""
    past, since = summed_facts(child)
    yield from past.rare
    yield from (event for event in since if isinstance(event.fact, RARE))


def plays_by(child: Child, day: date) -> tuple[PlaySums, Sequence[Attempt]]:
    """As `summed_plays`, for a question about the time up to `day`: sums of later days would answer another one."""
    past, rest = summed_plays(child)
    return (past, rest) if past.until <= day else (NOTHING, tuple(child.attempts.values()))


def facts_by(child: Child, day: date) -> tuple[PlaySums, Sequence[Event]]:
    """As `summed_facts`, for a question about the time up to `day`."""
    past, rest = summed_facts(child)
    return (past, rest) if past.told_until <= day else (NOTHING, child.events)


def plays_since(child: Child, day: date) -> Iterable[Attempt]:
    """The plays that may be of `day` or later: all of those, and perhaps others."""
    return plays_by(child, day)[1]


def sessions_since(child: Child, day: date) -> Iterable[Session]:
    """The sessions that may be of `day` or later: all of those, and perhaps others."""
    past, held = summed_sessions(child)
    return held if day >= past.until else child.sessions.values()


def exercises_played(child: Child) -> frozenset[str]:
    """Every exercise ever played, here or elsewhere."""
    past, rest = summed_plays(child)
    return frozenset(past.exercises) | {played.exercise for played in rest}


def last_grade(child: Child, exercise: str) -> Grade | None:
    """The grade of the last play of an exercise that was told of; None when none was."""
    past, rest = summed_plays(child)
    told = [played.grade for played in rest if played.exercise == exercise and played.grade]
    return told[-1] if told else past.of(exercise).last_grade


def last_begun(child: Child) -> datetime | None:
    """The latest moment a session was begun, here or told from elsewhere (UTC); None before the first."""
    past, rest = summed_sessions(child)
    return max([s.at for s in rest] + ([past.last_begun] if past.last_begun else []), default=None)


def tried_days(child: Child) -> frozenset[date]:
    """The days on which something was tried, here or elsewhere, told or not yet."""
    past, rest = summed_plays(child)
    return past.tried_days() | {played.on for played in rest if was_tried(played)}


def first_tried(child: Child) -> date | None:
    """The first of those days; None before any."""
    past, rest = summed_plays(child)
    before = past.first_tried()
    return min([played.on for played in rest if was_tried(played)] + ([before] if before else []), default=None)


def slots_tried(child: Child, day: date) -> int:
    """Mornings and evenings up to `day`, it included, with something tried."""
    past, rest = plays_by(child, day)
    return past.slots + len({(played.on, played.slot) for played in rest if was_tried(played) and played.on <= day})


def first_sessions(child: Child) -> dict[date, frozenset[str]]:
    """By day on which something was tried here, in order: the exercises of the day's first session."""
    past, rest = summed_plays(child)
    before, begun = summed_sessions(child)
    if past.until != before.until:
        past, rest, begun = NOTHING, tuple(child.attempts.values()), tuple(child.sessions.values())
    own = [played for played in rest if not played.away]
    return {**past.first_sessions(), **_first_of(own, sorted(begun, key=_of_day))}


# ---------------------------------------------------------------- adding up
def added_up(child: Child, until: date, told_until: date) -> PlaySums:
    """The sums of a child's plays before the day `until`, and of its facts, all told before the day `told_until`; gone
    on with from those of its past."""
    before, rest = summed_plays(child)
    own = [played for played in rest if before.until <= played.on < until]
    _, begun = summed_sessions(child)
    new = sorted((s for s in begun if before.until <= s.on < until), key=_of_day)
    _, told = summed_facts(child)
    here = [played for played in own if not played.away]
    quests, first = _first_sessions(before, here, new)
    return PlaySums(
        until,
        told_until,
        _exercises(before, own),
        before.days + len({played.on for played in here}),
        before.slots + len({(played.on, played.slot) for played in own if was_tried(played)}),
        before.sessions + sum(session.quest is not QuestKind.AWAY for session in new),
        max([s.at for s in new] + ([before.last_begun] if before.last_begun else []), default=None),
        _graded(before, told),
        (*before.rare, *(event for event in told if isinstance(event.fact, RARE))),
        quests,
        first,
        _joined(before.tried, map(text_of, sorted({played.on for played in own if was_tried(played)}))),
    )


def was_tried(attempt: Attempt) -> bool:
    """Something was done: any word but "not today", or pain; before the word, any unit done."""
    if attempt.is_hurt:
        return True
    if attempt.is_told:
        return attempt.grade is not Grade.NOT_TODAY
    return attempt.outcome is Outcome.FINISHED or attempt.done_left + attempt.done_right > 0


def _exercises(before: PlaySums, own: Sequence[Attempt]) -> dict[str, ExerciseSums]:
    found = dict(before.exercises)
    by_exercise: dict[str, list[Attempt]] = {}
    for played in own:
        by_exercise.setdefault(played.exercise, []).append(played)
    for exercise, row in by_exercise.items():
        was, here = found.get(exercise, ExerciseSums()), [played for played in row if not played.away]
        grades = [played.grade for played in row if played.grade]
        found[exercise] = ExerciseSums(
            was.plays + len(here),
            was.days + len({played.on for played in here}),
            grades[-1] if grades else was.last_grade,
        )
    return found


def _graded(before: PlaySums, told: Iterable[Event]) -> dict[Grade, int]:
    days = {(event.fact.grade, event.day) for event in told if isinstance(event.fact, LevelConfirmed)}
    counts = Counter(grade for grade, _ in days)
    return {grade: before.graded.get(grade, 0) + counts[grade] for grade in Grade}


def _of_day(session: Session) -> tuple[date, bool, datetime]:
    return session.on, session.slot is Slot.EVENING, session.at


def _first_of(here: Iterable[Attempt], in_order: Iterable[Session]) -> dict[date, frozenset[str]]:
    tried = {played.on for played in here if was_tried(played)}
    first: dict[date, frozenset[str]] = {}
    for session in in_order:
        if session.on in tried:
            first.setdefault(session.on, frozenset(session.exercises))
    for day in tried:
        first.setdefault(day, frozenset())
    return dict(sorted(first.items()))


def _first_sessions(
    before: PlaySums, here: Iterable[Attempt], in_order: Iterable[Session]
) -> tuple[tuple[str, ...], str]:  # fmt: skip
    quests = {quest: n for n, quest in enumerate(before.quests)}
    rows = []
    for day, names in _first_of(here, in_order).items():
        quest = " ".join(sorted(names))
        rows.append(f"{text_of(day)}:{quests.setdefault(quest, len(quests))}")
    return tuple(quests), _joined(before.first, rows)


def _joined(before: str, more: Iterable[str]) -> str:
    return " ".join((*before.split(), *more))
