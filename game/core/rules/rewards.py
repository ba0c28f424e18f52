"""Stars, stickers and the parent's word: facts to be recorded, never a change by themselves."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from game.core.content import Catalogue
from game.core.days import days_between, game_day
from game.core.events import (
    Effort,
    Event,
    Fact,
    Grade,
    LevelConfirmed,
    OuchTold,
    Outcome,
    Retracted,
    SessionEnded,
    SessionEnding,
    StarsAwarded,
    StickerFound,
)
from game.core.history.history import Attempt, Child
from game.core.history.plays import slots_tried, was_tried
from game.core.quest import Reason, reason
from game.core.rules.journey import Journey, journey
from game.core.rules.state import GROWN_UP, ChildState, is_locked, is_resting, needs_surgeon
from game.core.rules.timeline import may_be_said_anew
from game.core.rules.today import quest_names

TRIED, FINISHED, CAREFUL, QUEST = "tried", "finished", "careful", "quest"
MOST_STICKERS = 2  # at a time
SPREADS = ((1, 0, 2), (0, 2, 1), (1, 1, 1), (0, 1, 2), (1, 2, 0))  # three sessions' stickers


class RefusedByRules(Exception):
    """The rules do not allow it; `reason` says why in the parent's words. `pain` is what was told with it and counts
    all the same: whoever is refused records it."""

    def __init__(self, reason: Reason, pain: tuple[Fact, ...] = ()) -> None:
        super().__init__(reason.key)
        self.reason, self.pain = reason, pain


# ---------------------------------------------------------------- stars
def for_level(catalogue: Catalogue, child: Child, attempt: str, day: date) -> tuple[Fact, ...]:
    """The one star for trying, given on the game day `day` when a level was played; () when it was given already or
    nothing was tried."""
    played = child.attempts.get(attempt)
    if played is None or played.stars or not was_tried(played):
        return ()
    if not is_paid(journey(catalogue, child, max(day, played.on)), played.on):
        return ()
    return (StarsAwarded(attempt, catalogue.rules.stars_tried, TRIED),)


def for_session(
    catalogue: Catalogue, child: Child, session: str, ending: SessionEnding, day: date
) -> tuple[Fact, ...]:  # fmt: skip
    """The end of a session told on the game day `day`, and one star more when every level of a whole quest was tried.

    A quest played in parts earns its star with the last of them, once.
    """
    ended = SessionEnded(session, ending)
    if session not in child.sessions:
        return ()
    if is_whole(catalogue, child, session, day):
        return (ended, StarsAwarded(session, catalogue.rules.stars_quest, QUEST))
    return (ended,)


def is_whole(catalogue: Catalogue, child: Child, session: str, day: date) -> bool:
    """Whether every level of the slot's quest was tried and its star is not yet given, as seen from the game day
    `day`."""
    own = child.sessions[session]
    way = journey(catalogue, child, max(own.on, day))
    if any(s.stars for s in way.sessions(own.on, own.slot)) or not is_paid(way, own.on):
        return False
    tried = {a.exercise for a in way.attempts(own.on) if a.slot is own.slot and was_tried(a)}
    names = quest_names(way, own.on, own.slot)
    return bool(names) and tried.issuperset(names)


def earned(catalogue: Catalogue, attempt: Attempt, grade: Grade) -> tuple[int, str]:
    """The stars of a level in all, by the parent's word, and why.

    None for "not today", unless it hurt. One for trying (stopped, partly, hurting), two for the whole dose, three for
    careful feet. Pain told about a level that was finished takes nothing away: nobody shall have a reason to hide it.
    """
    if grade is Grade.NOT_TODAY:
        return catalogue.rules.stars_tried if attempt.is_hurt else 0, TRIED
    if attempt.outcome is Outcome.FINISHED and grade is Grade.WELL:
        return catalogue.rules.stars_careful, CAREFUL
    if attempt.outcome is Outcome.FINISHED and grade is Grade.HELPED:
        return catalogue.rules.stars_finished, FINISHED
    return catalogue.rules.stars_tried, TRIED


# ---------------------------------------------------------------- the parent's word
def confirm(
    catalogue: Catalogue, child: Child, attempt: str, grade: Grade, effort: Effort, ouch: int | None, now: datetime
) -> tuple[Fact, ...]:
    """The parent's word on an attempt: `LevelConfirmed`, an `OuchTold` where a score is given, the stars it wakes.

    () when it was said already; a score is told even then, for an ouch always counts. Raises `RefusedByRules` when it
    is older than 48 hours, unknown, or may not be confirmed: with the `OuchTold`, which counts then as well.
    """
    played = child.attempts.get(attempt)
    if played is None:
        raise RefusedByRules(reason("confirm_refused_unknown"))
    hurts: tuple[Fact, ...] = ()
    if ouch is not None and (played.ouch is None or ouch > played.ouch) and (ouch > 0 or played.is_hurt):
        hurts = (OuchTold(attempt, played.exercise, played.on, played.slot, ouch),)
    day = game_day(now, catalogue.rules.morning_hour)
    way = journey(catalogue, child, max(day, played.on))
    if played.is_told:
        return (*hurts, *_for_telling_pain(way, played)) if hurts else ()
    refusal = why_not(way, played, day)
    if refusal is not None:
        raise RefusedByRules(refusal, hurts)
    stars, why = earned(catalogue, replace(played, is_hurt=played.is_hurt or bool(hurts)), grade)
    more = stars - played.stars
    woken = (StarsAwarded(attempt, more, why),) if more > 0 and is_paid(way, played.on) else ()
    return (LevelConfirmed(attempt, grade, effort), *hurts, *woken)


def woken(child: Child, events: Sequence[Event]) -> int:
    """The stars a grown-up's words wake: what they award, and where they add none the star that was won by trying and
    slept until then. "Not today" wakes none, save where it hurt."""
    new: dict[str, int] = {}
    for fact in (e.fact for e in events):
        if isinstance(fact, StarsAwarded):
            new[fact.about] = new.get(fact.about, 0) + fact.stars
    said = [e.fact for e in events if isinstance(e.fact, LevelConfirmed) and e.fact.attempt not in new]
    plays = [(child.attempts[fact.attempt], fact.grade) for fact in said if fact.attempt in child.attempts]
    return sum(new.values()) + sum(p.stars for p, grade in plays if grade is not Grade.NOT_TODAY or p.is_hurt)


def pain_told(catalogue: Catalogue, child: Child, attempt: str, score: int, day: date) -> tuple[Fact, ...]:
    """Pain told on the game day `day` about a play that was told of before: it always counts, and makes "not today" an
    attempt with its star. KeyError without such a play."""
    played = child.attempts[attempt]
    fact = OuchTold(attempt, played.exercise, played.on, played.slot, score)
    return (fact, *_for_telling_pain(journey(catalogue, child, max(day, played.on)), played))


def _for_telling_pain(way: Journey, played: Attempt) -> tuple[Fact, ...]:
    if played.stars or not is_paid(way, played.on):
        return ()
    return (StarsAwarded(played.id, way.catalogue.rules.stars_tried, TRIED),)


def is_paid(way: Journey, on: date) -> bool:
    """Whether what was done on the day `on` brings stars: a grown-up's programme, chosen by then, brings none."""
    return way.now(on).programme != GROWN_UP


def why_not(way: Journey, played: Attempt, day: date) -> Reason | None:
    """Why an attempt may not be confirmed on the game day `day`; None when it may."""
    is_late = days_between(played.on, day) > way.catalogue.rules.confirm_days
    if is_too_late(way.catalogue, way.child, played, day):
        return reason("confirm_refused_late")
    # An earlier day has its own lock, as if told in time; today, a day to come and what is said anew late, this one.
    if (is_late or played.on >= day) and is_locked_by_operation(way.catalogue, way.now(day), day):
        return reason("confirm_refused_locked")
    return why_no_play(way.catalogue, _lifted(way, played, day), played.exercise, played.on)


def _lifted(way: Journey, played: Attempt, day: date) -> ChildState:
    """As it stood when an attempt was played, without the stop and the rest that a grown-up has lifted by `day`: pain
    of an earlier day may be told after it, and a doctor asked, and then its word is not too early any more."""
    then, now = way.before(played).copy(), way.now(day)
    if now.stopped_on is None:
        then.stopped_on = None
    rest = now.resting.get(played.exercise)
    if rest is None or rest.returns is not None:
        then.resting.pop(played.exercise, None)
    return then


def is_too_late(catalogue: Catalogue, child: Child, played: Attempt, day: date) -> bool:
    """Whether a word on the attempt on the game day `day` counts no more: it may stand in the records alone."""
    return days_between(played.on, day) > catalogue.rules.confirm_days and not may_be_said_anew(child, played)


def is_locked_by_operation(catalogue: Catalogue, state: ChildState, day: date) -> bool:
    """Nothing may be played for the surgeon's sake on that day."""
    return needs_surgeon(state) and is_locked(catalogue, state, day)


def for_the_record(
    child: Child, attempt: str, grade: Grade | None, effort: Effort, ouch: int | None
) -> tuple[Fact, ...]:
    """Told later than 48 hours: it stands in the records, earns nothing and changes no rule, save pain of 4 or more.

    () for what was said before; KeyError without such a play.
    """
    played = child.attempts[attempt]
    words: list[Fact] = []
    if grade is not None and not played.is_told:
        words.append(LevelConfirmed(attempt, grade, effort))
    if ouch is not None and (played.ouch is None or ouch > played.ouch):
        words.append(OuchTold(attempt, played.exercise, played.on, played.slot, ouch))
    return tuple(words)


def why_no_play(catalogue: Catalogue, state: ChildState, exercise: str, day: date) -> Reason | None:
    """Why an exercise may not be played or told of in this state; None when it may."""
    if is_locked(catalogue, state, day):
        return reason("confirm_refused_locked")
    if state.stopped_on is not None:
        return reason("confirm_refused_stopped")
    if is_resting(state, exercise, day):
        return reason("confirm_refused_resting")
    if exercise not in programme_exercises(catalogue, state):
        return reason("confirm_refused_programme")
    return None


def programme_exercises(catalogue: Catalogue, state: ChildState) -> tuple[str, ...]:
    """Everything the child's programme has, ordered ones where they were ordered, and what stands beside it."""
    if state.programme is None:
        return ()
    programme = catalogue.programmes[state.programme]
    ordered = tuple(e for e in programme.on_order if state.switched.get(e, False))
    return (*programme.exercises, *ordered, *programme.beside)


def undo(child: Child, attempt: str) -> tuple[Fact, ...]:
    """Takes the parent's word on an attempt back (`Retracted`); () when there is none. Pain stays, also what was told
    with the grade: it is put right where it is asked for, and never by taking a grade back (`pain_correction`). Within
    ten minutes at confirm, any time from the grown-ups' area: the caller asks `can_undo` first where that matters."""
    played = child.attempts.get(attempt)
    return () if played is None or played.word is None else (Retracted(played.word),)


def can_undo(catalogue: Catalogue, child: Child, attempt: str, now: datetime) -> bool:
    """Whether the word on the attempt is at most ten minutes old; `now` is aware."""
    played = child.attempts.get(attempt)
    undo_within = timedelta(minutes=catalogue.rules.undo_minutes)
    return played is not None and played.said_at is not None and abs(now - played.said_at) <= undo_within


# ---------------------------------------------------------------- stickers
def sticker(catalogue: Catalogue, child: Child, book: Sequence[str], day: date) -> tuple[Fact, ...]:
    """The stickers that come today as a surprise, if any do: never a double, about sixty sessions for a book.

    Three sessions bring three stickers' worth of a sixty-sticker book, spread unevenly by the child's id; so one may
    bring none and the next two.
    """
    if child.programme == GROWN_UP:
        return ()
    sessions = slots_tried(child, day)
    order = sorted(book, key=lambda name: _mixed(child.id, name))
    missing = [name for name in order if name not in child.stickers]
    due = _due(child.id, sessions) * len(order) // catalogue.rules.sessions_for_book
    return tuple(map(StickerFound, missing[: max(0, due - (len(order) - len(missing)))][:MOST_STICKERS]))


def _due(child: str, sessions: int) -> int:
    """Stickers of sixty that are due after so many sessions."""
    whole, into = divmod(sessions, 3)
    spread = SPREADS[_mixed(child, whole) % len(SPREADS)] if whole else SPREADS[0]
    return 3 * whole + sum(spread[:into])


def _mixed(child: str, what: object) -> int:
    """A number that looks like chance and is always the same."""
    return int.from_bytes(hashlib.sha256(f"{child} {what}".encode()).digest()[:6])
