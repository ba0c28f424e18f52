"""Folds the journal's events into the family and each child's records.

Plain: what was said first stands until it is taken back, and nothing here is a rule. Folding in two halves equals
folding at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from types import MappingProxyType

from game.core.content import Slot
from game.core.events import (
    AgeChosen,
    ChildAdded,
    ChildBroughtBack,
    ChildChanged,
    ChildPutAway,
    DaysPlanned,
    DoctorAsked,
    DoneTogether,
    Event,
    ExerciseSwitched,
    FunctionMeasured,
    GatePassed,
    GateSet,
    GateTried,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    Outcome,
    PageShown,
    PainPlaced,
    ProgrammeChosen,
    QuestionNoted,
    Retracted,
    SessionEnded,
    SessionStarted,
    SettingChosen,
    SignsTicked,
    StarsAwarded,
    StickerFound,
    SurgeonAgreed,
    SurgeryPlanned,
    ToldLater,
)
from game.core.history.history import Child, Family, LaterEntry, PlannedFrom, Session
from game.core.history.open_play import OpenPlay
from game.core.history.retraction import hangs_on, standing

FAMILY = (GateSet, GateTried, GatePassed, SettingChosen)
TRIES_SEEN = "tries_seen"  # setting: a parent has read of the wrong tries so far
CHECKED = timedelta(seconds=5)  # a try and its passing are so near; a code typed after a wrong PIN is not
SLIP_WITHIN = timedelta(
    minutes=1
)  # one wrong try so soon before the right one is the same hand's; two may be a child's
MOST_MISSED = 200


def fold(family: Family, events: Iterable[Event]) -> Family:
    """The family after `events`; folding in two halves equals folding at once."""
    settings = dict(family.settings)
    gate, tries, missed = family.gate, family.tries, family.missed
    fresh: dict[str, list[Event]] = {}
    for event in events:
        if type(event.fact) not in FAMILY:
            if event.child is not None:
                fresh.setdefault(event.child, []).append(event)
            continue
        match event.fact:
            case GateSet() as fact:
                gate, tries, missed = fact, (), ()
            case GateTried():
                tries = (*tries, event.at)
            case GatePassed():
                tries, missed = (), (*missed, *_strange(tries, event.at))[-MOST_MISSED:]
            case SettingChosen(name, value):
                settings[name] = value
                missed = () if name == TRIES_SEEN else missed
    children = dict(family.children)
    for child, told in fresh.items():
        children[child] = _child(children.get(child) or Child(child), told)
    return Family(MappingProxyType(children), MappingProxyType(settings), gate, tries, missed)


def _strange(tries: tuple[datetime, ...], passed: datetime) -> tuple[datetime, ...]:
    """The wrong tries a parent is told of: not the right one just made, nor a single slip right before it."""
    wrong = tries[:-1] if tries and abs(passed - tries[-1]) <= CHECKED else tries
    is_slip = len(wrong) == 1 and abs(passed - wrong[0]) <= SLIP_WITHIN
    return () if is_slip else wrong


def _child(child: Child, told: list[Event]) -> Child:
    """The child after more was told; a retraction folds everything that stands anew."""
    if any(isinstance(e.fact, Retracted) for e in told):
        return _refolded_from_past(child, told) or _refolded(Child(child.id), [*whole_telling(child), *told])
    if not child.gone:
        return _folded(child, told)
    place = len(child.events) + len(child.withdrawn)
    late = tuple((place + n, e) for n, e in enumerate(told) if hangs_on(e, child.gone))
    stands = [e for e in told if not hangs_on(e, child.gone)]
    return replace(_folded(child, stands), withdrawn=(*child.withdrawn, *late))


def _refolded_from_past(child: Child, told: list[Event]) -> Child | None:
    """From the past on; None where what is taken back, or what hangs on it, was told before it."""
    past = child.past
    if past is None:
        return None
    telling = [*telling_since(child, past), *told]
    names = {event.id for event in telling}
    for event in telling:
        match event.fact:
            case Retracted(event=name) if name not in names:
                return None
            case LevelPlayed(session=session) if session in past.gone:
                return None
            case _ if hangs_on(event, past.gone):
                return None
    return _refolded(past, telling)


def _refolded(past: Child, telling: list[Event]) -> Child:
    """What stands of a telling, folded into what was before it."""
    stands, gone, unsaid = standing(telling)
    kept, before = {id(e) for e in stands}, len(past.events) + len(past.withdrawn)
    withdrawn = tuple((before + place, e) for place, e in enumerate(telling) if id(e) not in kept)
    return replace(
        _folded(seen_from(past) if past.events else past, stands),
        withdrawn=past.withdrawn + withdrawn,
        gone=past.gone | gone,
        unsaid=past.unsaid | unsaid,
    )


def seen_from(past: Child) -> Child:
    """The same child, to be folded on from here: what is told later never asks for what was told before."""
    return replace(past, past=past)


def is_between_sessions(child: Child) -> bool:
    """Whether nothing told so far speaks of a play that is still to be told: a moment to fold on from."""
    return not _early_pain(child)


def whole_telling(child: Child) -> list[Event]:
    """Everything ever told of a child, in order: what stands, what was taken back and the taking back."""
    return telling_since(child, Child(child.id))


def telling_since(child: Child, past: Child) -> list[Event]:
    """The same of what was told after an earlier moment of it."""
    before = len(past.events) + len(past.withdrawn)
    row = list(child.events[len(past.events) :])
    for place, event in child.withdrawn[len(past.withdrawn) :]:
        row.insert(place - before, event)
    return row


class _Draft:
    """A child being folded: plain dictionaries, frozen at the end. `open` are the plays touched."""

    def __init__(self, child: Child) -> None:
        self.child = child
        self.open: dict[str, OpenPlay] = {}
        self.sessions: dict[str, Session] = {}  # those touched
        self.switched = dict(child.switched)
        self.stars, self.together = child.stars, child.together
        self.stickers, self.measured = list(child.stickers), list(child.measured)
        self.later: list[LaterEntry] = []  # those new
        self.early = _early_pain(child)

    def attempt(self, id_: str) -> OpenPlay | None:
        """A play, to be changed; None when there is no such play."""
        if id_ not in self.open:
            known = self.child.attempts.get(id_)
            if known is None:
                return None
            self.open[id_] = OpenPlay.of(known)
        return self.open[id_]

    def session(self, id_: str) -> Session | None:
        """A session as it stands by now; None when there is no such session."""
        return self.sessions.get(id_) or self.child.sessions.get(id_)

    def frozen(self, told: list[Event]) -> Child:
        return replace(
            self.child,
            attempts=self.child.attempts.having({id_: play.frozen() for id_, play in self.open.items()}),
            sessions=self.child.sessions.having(self.sessions),
            switched=MappingProxyType(self.switched),
            stars=self.stars,
            together=self.together,
            stickers=tuple(self.stickers),
            measured=tuple(self.measured),
            later=_with_later(self.child.later, self.later),
            events=self.child.events.and_then(told),
        )


def _early_pain(child: Child) -> dict[str, int | None]:
    """Scores told while a level of the last session was still being played: they belong to a play not told yet."""
    early: dict[str, int | None] = {}
    for place in range(len(child.events) - 1, child.told_before - 1, -1):
        match child.events[place].fact:
            case SessionStarted():
                break
            case OuchTold(attempt=attempt, score=score) if attempt not in child.attempts:
                early[attempt] = _worst(early.get(attempt), score)
            case _:
                pass
    return early


def _worst(a: int | None, b: int | None) -> int | None:
    """The higher of two scores; unanswered is less than any."""
    return b if a is None else a if b is None else max(a, b)


def _with_later(known: tuple[LaterEntry, ...], new: list[LaterEntry]) -> tuple[LaterEntry, ...]:
    """Once for each exercise of a slot: two computers may have been told the same week before they were joined."""
    if not new:
        return known
    rows: dict[tuple[date, Slot, str], LaterEntry] = {}
    for row in (*known, *new):
        rows.setdefault((row.told.on, row.told.slot, row.told.exercise), row)
    return tuple(rows.values())


def _folded(child: Child, told: list[Event]) -> Child:
    draft = _Draft(child)
    for event in told:
        _apply(draft, event)
    return draft.frozen(told)


def _apply(draft: _Draft, event: Event) -> None:
    # Of ten years' facts nearly all are the first six, so these are tried first.
    match event.fact:
        case LevelPlayed() as fact:
            _played(draft, event, fact)
        case StarsAwarded() as fact:
            _awarded(draft, fact)
        case LevelConfirmed() as fact:
            _confirmed(draft, event, fact)
        case SessionStarted() as fact:
            _begun(draft, event, fact)
        case SessionEnded() as fact:
            _ended(draft, event, fact)
        case OuchTold() as fact:
            _hurt(draft, fact)
        case PainPlaced(attempt=attempt, side=side):
            if play := draft.attempt(attempt):
                play.sore = side
        case _:
            _changed(draft, event)


def _changed(draft: _Draft, event: Event) -> None:
    """What was told of the child, not of a play."""
    child = draft.child
    match event.fact:
        case ChildAdded(nickname, animal, age, skin):
            draft.child = replace(child, nickname=nickname, animal=animal, age=age, skin=skin, added_on=event.day)
        case ChildChanged(nickname, animal, skin):
            draft.child = replace(child, nickname=nickname, animal=animal, skin=skin)
        case AgeChosen(age):
            draft.child = replace(child, age=age)
        case ChildPutAway():
            draft.child = replace(child, is_put_away=True)
        case ChildBroughtBack():
            draft.child = replace(child, is_put_away=False)
        case SignsTicked(signs):
            draft.child = replace(child, signs=signs, is_doctor_asked=False)
        case DoctorAsked("signs"):
            draft.child = replace(child, is_doctor_asked=True)
        case ProgrammeChosen(programme, course_days):
            draft.child = replace(child, programme=programme, course_days=course_days)
        case SurgeryPlanned(surgery, surgeon_start):
            # Another operation asks for another word, as the rules do.
            agreed = child.has_surgeon_agreed and child.surgery in (None, surgery)
            draft.child = replace(child, surgery=surgery, surgeon_start=surgeon_start, has_surgeon_agreed=agreed)
        case SurgeonAgreed(agreed):
            draft.child = replace(child, has_surgeon_agreed=agreed)
        case QuestionNoted(text):
            draft.child = replace(child, question=text)
        case ExerciseSwitched(exercise, on):
            draft.switched[exercise] = on
        case DaysPlanned() as plan:
            draft.child = replace(child, plans=(*child.plans, PlannedFrom(event.day, plan)))
        case StickerFound(sticker) if sticker not in draft.stickers:
            draft.stickers.append(sticker)
        case DoneTogether(attempt):
            _done_together(draft, attempt)
        case PageShown(chapter):
            draft.child = replace(child, pages=child.pages | {chapter})
        case FunctionMeasured() as fact:
            draft.measured.append(fact)
        case ToldLater() as fact:
            draft.later.append(LaterEntry(event.id, event.day, fact))
        case _:
            pass  # pauses, holds and steps are read by the rules from `events`


def _played(draft: _Draft, event: Event, f: LevelPlayed) -> None:
    if draft.attempt(f.attempt) is None:
        is_hurt = f.outcome is Outcome.HURT or f.attempt in draft.early
        draft.open[f.attempt] = OpenPlay.told(event, f, draft.early.get(f.attempt), is_hurt)


def _confirmed(draft: _Draft, event: Event, f: LevelConfirmed) -> None:
    play = draft.attempt(f.attempt)
    if play and play.grade is None:  # the first word stands until retracted
        play.grade, play.effort, play.word, play.said_at = f.grade, f.effort, event.id, event.at


def _hurt(draft: _Draft, f: OuchTold) -> None:
    play = draft.attempt(f.attempt)
    if play:
        play.ouch, play.is_hurt = _worst(play.ouch, f.score), True
    else:
        draft.early[f.attempt] = _worst(draft.early.get(f.attempt), f.score)


def _begun(draft: _Draft, event: Event, f: SessionStarted) -> None:
    if draft.session(f.session) is None:
        draft.sessions[f.session] = Session(f.session, f.on, f.slot, f.quest, f.exercises, event.at)


def _ended(draft: _Draft, event: Event, f: SessionEnded) -> None:
    if known := draft.session(f.session):
        draft.sessions[f.session] = replace(known, ending=f.ending, ended_at=event.at)


def _done_together(draft: _Draft, attempt: str) -> None:
    """Once for a play, however often it was told."""
    play = draft.attempt(attempt)
    if play and not play.is_together:
        play.is_together = True
        draft.together += 1


def _awarded(draft: _Draft, fact: StarsAwarded) -> None:
    """Stars are paid once for the same thing: two computers may have given them before they were joined."""
    play, session = draft.attempt(fact.about), draft.session(fact.about)
    paid = play.paid if play else session.paid if session else ()
    if fact.why in paid:
        return
    draft.stars += fact.stars
    if play:
        play.stars, play.paid = play.stars + fact.stars, (*paid, fact.why)
    elif session:
        stars = session.stars + fact.stars
        draft.sessions[fact.about] = replace(session, stars=stars, paid=(*paid, fact.why))
