"""What stands after some of it was taken back: a retraction takes along what hangs on the play or the word it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from game.core.events import (
    DoneTogether,
    Event,
    LevelConfirmed,
    LevelPlayed,
    OuchTold,
    PainPlaced,
    Retracted,
    SessionEnded,
    SessionStarted,
    StarsAwarded,
)


def standing(told: Iterable[Event]) -> tuple[list[Event], frozenset[str], frozenset[str]]:
    """The events that stand, the plays and sessions taken back, and the plays whose word was taken back.

    What hangs on a play goes with it, the star of its whole quest too; the stars that a word woke go with the word. A
    retraction taken back is none.
    """
    everything = list(told)
    taken: dict[str, int] = {}  # id of what is taken back: place of the retraction
    for place in range(len(everything) - 1, -1, -1):
        event = everything[place]
        if isinstance(event.fact, Retracted) and event.id not in taken:
            taken[event.fact.event] = place
    gone: set[str] = set()
    words: dict[str, list[tuple[int, int]]] = {}
    quests: dict[str, list[tuple[int, int]]] = {}
    for place, event in enumerate(everything):
        match event.fact:
            case LevelPlayed(attempt=attempt, session=session) if session in gone:
                gone.add(attempt)
            case LevelPlayed(attempt=attempt, session=session) if event.id in taken:
                gone.add(attempt)
                quests.setdefault(session, []).append((place, taken[event.id]))
            case SessionStarted(session=session) if event.id in taken:
                gone.add(session)
            case LevelConfirmed(attempt=attempt) if event.id in taken:
                words.setdefault(attempt, []).append((place, taken[event.id]))
            case _:
                pass
    stands = [
        event
        for place, event in enumerate(everything)
        if event.id not in taken
        and not isinstance(event.fact, Retracted)
        and not hangs_on(event, gone)
        and not _was_woken(event, place, words)
        and not _was_woken(event, place, quests)
    ]
    return stands, frozenset(gone), frozenset(words)


def hangs_on(event: Event, gone: AbstractSet[str]) -> bool:
    match event.fact:
        case (
            LevelPlayed(attempt=attempt)
            | LevelConfirmed(attempt=attempt)
            | OuchTold(attempt=attempt)
            | PainPlaced(attempt=attempt)
        ):
            return attempt in gone
        case DoneTogether(attempt=attempt):
            return attempt in gone
        case SessionEnded(session=session):
            return session in gone
        case StarsAwarded(about=about):
            return about in gone
        case _:
            return False


def _was_woken(event: Event, place: int, words: Mapping[str, list[tuple[int, int]]]) -> bool:
    """Stars that a word gave, or a whole quest, which was taken back later."""
    match event.fact:
        case StarsAwarded(about, _, why) if why != "tried" and about in words:
            return any(said < place < back for said, back in words[about])
        case _:
            return False
