"""What a child has heard before, so that it does not hear the same again: derived from the diary, by day and session.

Nothing is kept for it: plays, days and the child's id say which line comes next, so the same day always says the same,
on every computer. Lines are voice ids.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from game.core.content import Slot
from game.core.events import Grade, LevelConfirmed, Outcome, QuestKind
from game.core.history.history import Child
from game.core.history.plays import facts_by, plays_by, plays_since, summed_plays, summed_sessions

TRYING = tuple(f"praise_try_{n}" for n in range(1, 21) if n != 6)  # the sixth is a story about Bo, no praise
CARE = tuple(f"praise_care_{n}" for n in range(1, 8))
AFTER_PRAISE = 5  # lines further on for what is praised beside the exercises of a day
GREETS_EVERY = 3  # of a child's days a friend who is known says hello on one


def plays(child: Child, exercise: str) -> int:
    """How often an exercise was played here before; what was told from elsewhere is not heard here."""
    past, since = summed_plays(child)
    return past.of(exercise).plays + sum(a.exercise == exercise and not a.away for a in since)


def knows_bo(child: Child) -> bool:
    """Whether Bo has said who he is: every way to a first session leads past him, on whichever day and however that
    session ended. Before one was begun nobody can tell, and he says it."""
    return bool(child.gone) or sessions_before(child) > 0


def is_first_today(child: Child, exercise: str, on: date) -> bool:
    """Whether it was not played yet on that day."""
    return not any(a.exercise == exercise and a.on == on and not a.away for a in plays_since(child, on))


def sessions_before(child: Child) -> int:
    """Sessions begun here."""
    past, since = summed_sessions(child)
    return past.sessions + sum(s.quest is not QuestKind.AWAY for s in since)


def tells_story(child: Child, exercise: str, on: date) -> bool:
    """Whether an exercise's story is told: with its first play of a day, on its first and third day and then on every
    fourth. So it is never heard on two days running."""
    past, since = plays_by(child, on)
    days = {a.on for a in since if a.exercise == exercise and not a.away}
    n = past.of(exercise).days + sum(day < on for day in days)
    return on not in days and (n == 2 or n % 4 == 0)


def days_before(child: Child, on: date) -> int:
    """Days with play here before that one."""
    past, since = plays_by(child, on)
    return past.days + len({a.on for a in since if a.on < on and not a.away})


def praise(child: Child, on: date, extra: int = 0) -> str:
    """A line for trying, said once what it praises is in the diary. Days of play take the two halves of the lines in
    turn, so none is heard on two days running; in one day the half is used up before a line comes again. `extra` is how
    many were said that day for anything else."""
    day = days_before(child, on)
    half = TRYING[day % 2 :: 2]
    own = (a for a in plays_since(child, on) if a.on == on and not a.away)
    finished = sum(a.outcome is Outcome.FINISHED for a in own)
    return half[(_start(child) + 3 * (day // 2) + finished + extra) % len(half)]


def praise_part(child: Child, on: date, slot: Slot) -> str:
    """A line for trying after the grown-up's word on a part: none that praises an exercise of that day, nor one of the
    days before and after."""
    day = days_before(child, on)
    half = TRYING[day % 2 :: 2]
    return half[(_start(child) + 3 * (day // 2) - (slot is Slot.EVENING)) % len(half)]


def praise_care(on: date, nth: int) -> str:
    """A line for care after the grown-up's word: two are for each day, others than on the days before and after. `nth`
    counts a day's rewards from 0."""
    return CARE[(2 * on.toordinal() + nth) % len(CARE)]


def tells_grade(child: Child, grade: Grade, on: date, own: Collection[str]) -> bool:
    """Whether the one line of a grade is said: with the first such word of a day, and not on two days running. `own`
    are the attempts the word is on."""
    past, told = facts_by(child, on)
    facts = ((e.day, e.fact) for e in told if e.day <= on)
    words = [(day, f.attempt) for day, f in facts if isinstance(f, LevelConfirmed) and f.grade is grade]
    is_first = not any(day == on and attempt not in own for day, attempt in words)
    return is_first and (past.graded.get(grade, 0) + len({day for day, _ in words if day < on})) % 2 == 0


def words_before(child: Child, on: date, own: Collection[str]) -> int:
    """Plays a grown-up's word was given on that day, beside the attempts `own`."""
    _, told = facts_by(child, on)
    said = (e.fact for e in told if e.day == on and isinstance(e.fact, LevelConfirmed))
    return len({fact.attempt for fact in said} - set(own))


def greets(child: Child, host: str, hosts: dict[str, str], on: date) -> bool:
    """Whether a friend the child has met says hello today: once a day at most, on one of three days. `hosts` has the
    friend of every exercise."""
    own = (a for a in plays_since(child, on) if a.on == on and not a.away)
    was_there = any(hosts.get(a.exercise) == host for a in own)
    friends = sorted(set(hosts.values()))
    return not was_there and (days_before(child, on) + friends.index(host)) % GREETS_EVERY == 0


def _start(child: Child) -> int:
    """Where a child begins: brothers and sisters beside each other hear other lines."""
    return sum(child.id.encode())
