"""What waits for a parent's decision about one child, most urgent first: the one list that every page leads with.

A need is there exactly while the state says so, and leaves by what the parent tells, never by being looked at. Three
are told once and leave when they were read: wrong tries at the PIN, two weeks without a good day, and an exercise that
rests after pain, which a parent lets rest; a new pain is told anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum

from game.core.content import Catalogue
from game.core.days import plus
from game.core.events import Fact, SettingChosen, SignsTicked
from game.core.history.fold import TRIES_SEEN
from game.core.history.history import Attempt, Family
from game.core.history.plays import rare_facts
from game.core.rules.journey import Journey, journey
from game.core.rules.rewards import programme_exercises
from game.core.rules.state import ChildState, OperationDate, is_locked, locked_until, missing_dates, needs_surgeon
from game.core.rules.waiting import waiting
from game.frozen import dataclass


class NeedKind(StrEnum):
    """What is needed, in the order of urgency: pain, what keeps a child from playing, the word, then what can wait."""

    STOPPED = "stopped"  # the programme rests after pain on two days: has a doctor been asked?
    RESTING = "resting"  # an exercise rests since it hurt: allow it, or let it rest
    HOW_MUCH = "how_much"  # "it hurts" was pressed, and nobody has said how much
    SIGNS = "signs"  # signs were ticked, and no doctor asked
    DATES = "dates"  # one date of the operation is missing, or both are
    SURGEON = "surgeon"  # the date has come, the surgeon's word has not
    WORD = "word"  # exercises nobody has told of
    TRIES = "tries"  # wrong tries at the PIN
    NO_GOOD = "no_good"  # two weeks of active days, none of them good, at the smallest doses


OF_PAIN = frozenset({NeedKind.STOPPED, NeedKind.RESTING, NeedKind.HOW_MUCH})


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that waits. `since` is the day it began, where that is known. `about` is an exercise (resting, how
    much); `attempts` are the plays it speaks of (how much, word), oldest first; `n` counts them, or signs, or tries;
    `score` is the pain told (resting), of the day `hurt_on`; `at` the moment of the last wrong try (UTC); `date` the
    one that is missing (dates), None where both are."""

    kind: NeedKind
    since: date | None = None
    about: str = ""
    attempts: tuple[str, ...] = ()
    n: int = 0
    score: int | None = None
    hurt_on: date | None = None
    at: datetime | None = None
    date: OperationDate | None = None


def needs(catalogue: Catalogue, family: Family, child: str, day: date) -> tuple[Need, ...]:
    """What waits for a decision about the child on that game day, most urgent first; () when nothing does."""
    one = family.children[child]
    if one.is_put_away:
        return ()
    found = [*_of_gate(family)]
    if one.programme in catalogue.programmes:
        way = journey(catalogue, one, day)
        found += _of_pain(way, family, day)
        found += _of_lock(way, day)
        found += _of_words(way, day)
        found += _of_progress(way, family, day)
    order = list(NeedKind)
    return tuple(sorted(found, key=lambda need: order.index(need.kind)))


def most_urgent(catalogue: Catalogue, family: Family, day: date) -> str | None:
    """The child whose need comes first; None when nobody's waits. The gate's own needs are nobody's."""
    found = {
        id_: [n for n in needs(catalogue, family, id_, day) if n.kind is not NeedKind.TRIES] for id_ in family.children
    }
    order = list(NeedKind)
    return min((id_ for id_ in found if found[id_]), key=lambda id_: order.index(found[id_][0].kind), default=None)


def opened_first(catalogue: Catalogue, family: Family, day: date, else_: str | None) -> str | None:
    """Whose page is opened first where `else_` would be: who has a pain that waits for a decision, `else_` before the
    others; then `else_` where anything waits, then who has an exercise that waits for a word; `else_` where nobody
    has. What may wait for weeks (a doctor, a surgeon) leads nobody away from another child's page."""
    names = sorted(family.children, key=lambda id_: id_ != else_)
    found = {id_: {need.kind for need in needs(catalogue, family, id_, day)} - {NeedKind.TRIES} for id_ in names}
    hurt = [id_ for id_ in names if found[id_] & OF_PAIN]
    own = [id_ for id_ in names if id_ == else_ and found[id_]]
    words = [id_ for id_ in names if NeedKind.WORD in found[id_]]
    return next(iter((*hurt, *own, *words)), else_)


def tries_seen(need: Need) -> tuple[Fact, ...]:
    """The parent has read of the wrong tries."""
    return (SettingChosen(TRIES_SEEN, need.at.isoformat()),) if need.at else ()


def no_good_seen(child: str, need: Need) -> tuple[Fact, ...]:
    """The parent has read that it should be shown to the physiotherapist."""
    return (SettingChosen(_no_good(child), need.since.isoformat()),) if need.since else ()


def rest_seen(child: str, need: Need) -> tuple[Fact, ...]:
    """The parent has read of this pain, and lets the exercise rest."""
    return (SettingChosen(_rest(child, need.about), _pain(need)),) if need.since else ()


# ---------------------------------------------------------------- each kind
def _of_gate(family: Family) -> Iterator[Need]:
    if family.missed:
        yield Need(NeedKind.TRIES, n=len(family.missed), at=family.missed[-1])


def _of_pain(way: Journey, family: Family, day: date) -> Iterator[Need]:
    state = way.now(day)
    if state.stopped_on is not None:
        yield Need(NeedKind.STOPPED, since=state.stopped_on)
    else:
        read = family.settings
        yield from (n for n in _resting(way, state) if read.get(_rest(way.child.id, n.about)) != _pain(n))
    for attempt in _unanswered(way, day):
        yield Need(NeedKind.HOW_MUCH, since=attempt.on, about=attempt.exercise, attempts=(attempt.id,), n=1)


def _resting(way: Journey, state: ChildState) -> Iterator[Need]:
    """What rests until it is allowed, the latest first; what is left out or of another programme asks nothing."""
    own = [e for e in programme_exercises(way.catalogue, state) if state.switched.get(e, True)]
    rests = [(name, rest) for name, rest in state.resting.items() if rest.returns is None and name in own]
    for name, rest in sorted(rests, key=lambda row: row[1].since, reverse=True):
        yield Need(NeedKind.RESTING, since=rest.since, about=name, score=rest.score, hurt_on=rest.of)


def _unanswered(way: Journey, day: date) -> list[Attempt]:
    """Plays that hurt with no word how much, as long as an answer could still count towards the painful stop."""
    recent = way.recent(plus(day, 1), way.catalogue.rules.ouch_stop_within + 1)
    records = way.child.attempts  # an answer told later than 48 hours stands here and changes no rule
    return sorted((a for a in recent if a.is_hurt and records[a.id].ouch is None), key=lambda a: (a.on, a.at))


def _of_lock(way: Journey, day: date) -> Iterator[Need]:
    state = way.now(day)
    if state.signs:
        ticked = [e.day for e in rare_facts(way.child) if isinstance(e.fact, SignsTicked)]
        yield Need(NeedKind.SIGNS, since=ticked[-1] if ticked else None, n=len(way.child.signs or ()))
    if not needs_surgeon(state) or not is_locked(way.catalogue, state, day):
        return
    until = locked_until(way.catalogue, state)
    if until is None:
        missing = missing_dates(state)
        yield Need(NeedKind.DATES, date=missing[0] if len(missing) == 1 else None)
    elif day >= until and not state.has_surgeon_agreed:
        yield Need(NeedKind.SURGEON, since=until)


def _of_words(way: Journey, day: date) -> Iterator[Need]:
    told = waiting(way.catalogue, way.child, day)
    if told:
        yield Need(NeedKind.WORD, since=told[0].on, attempts=tuple(a.id for a in told), n=len(told))


def _of_progress(way: Journey, family: Family, day: date) -> Iterator[Need]:
    """Once for each stretch of days without a good one, as the rules see it: in every programme, after the ceremony
    too."""
    state = way.now(day)
    since = state.no_good_since
    is_read = since is not None and family.settings.get(_no_good(way.child.id)) == since.isoformat()
    if since and not is_read and state.stopped_on is None and not is_locked(way.catalogue, state, day):
        yield Need(NeedKind.NO_GOOD, since=since, n=state.bad_days)


def _rest(child: str, exercise: str) -> str:
    return f"rest_seen_{child}_{exercise}"


def _pain(need: Need) -> str:
    """Which pain it was: another one is told anew."""
    return f"{need.since} {need.score}"


def _no_good(child: str) -> str:
    return f"no_good_seen_{child}"
