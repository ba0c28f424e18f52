"""A parent puts right which exercise hurt, and how much.

Nothing told is changed. What was told is taken back (`Retracted`) and told anew, on the play that hurt: so the rules
fold as if the first word had not been, rest moves to the right exercise, and the diary keeps both words. Until then the
higher word counts, and nothing but this lowers one. A fact of its own would have to be known to every older game and
every fold; a retraction is what "taken back, and said anew at any time" means already. What hurt without having been
played gets a play of nothing done, for pain makes an attempt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from game.core.content import Catalogue
from game.core.events import Fact, LevelPlayed, OuchTold, Outcome, Retracted
from game.core.history.history import Attempt, Child
from game.core.rules.journey import journey
from game.core.rules.state import limits_of


def words_told(child: Child, attempt: str) -> tuple[int | None, ...]:
    """Every word ever told on how much a play hurt, those taken back too; None: pressed, no word how much."""
    stands = [e.fact for e in child.events if isinstance(e.fact, OuchTold)]
    gone = [e.fact for _, e in child.withdrawn if isinstance(e.fact, OuchTold)]
    return tuple(f.score for f in (*gone, *stands) if f.attempt == attempt)


def highest_told(child: Child, attempt: str) -> int | None:
    """The highest score ever told on a play, whatever counts now; None for none."""
    return max((score for score in words_told(child, attempt) if score is not None), default=None)


def replaced_word(child: Child, attempt: str) -> int | None:
    """The last score told on a play that another word took the place of: one that was taken back, or was told before
    the higher one that counts; None where what was said first counts."""
    play = child.attempts[attempt]
    now = (play.ouch or 0) if play.is_hurt else 0
    stands = [e.fact.score for e in child.events if isinstance(e.fact, OuchTold) and e.fact.attempt == attempt]
    gone = [e.fact.score for _, e in child.withdrawn if isinstance(e.fact, OuchTold) and e.fact.attempt == attempt]
    told = (*gone, *stands[: stands.index(now) if now in stands else len(stands)])
    return next((score for score in reversed(told) if score is not None and score != now), None)


def exercises_of(child: Child, session: str) -> tuple[str, ...]:
    """The exercises a pain of that session may belong to: its quest's, and what was played in it, in order."""
    quest = child.sessions[session].exercises if session in child.sessions else ()
    played = [a.exercise for a in child.attempts.values() if a.session == session]
    return tuple(dict.fromkeys((*quest, *played)))


def hurt_play(child: Child, session: str, exercise: str) -> Attempt | None:
    """The play of an exercise in a session that a word on pain is about: the one that hurts, else the last."""
    own = [a for a in child.attempts.values() if a.session == session and a.exercise == exercise]
    return next((a for a in reversed(own) if a.is_hurt), own[-1] if own else None)


def corrected(
    catalogue: Catalogue, child: Child, session: str, scores: Mapping[str, int], ids: Sequence[str], day: date
) -> tuple[Fact, ...]:
    """The facts that make these the scores of a session's exercises, 0 for "it did not hurt"; exercises not named stay
    as they are. () where all is so already. `ids` are names for plays that must be made, one for each exercise not
    played; `day` is the game day on which it is said."""
    facts: list[Fact] = []
    fresh = iter(ids)
    for exercise in exercises_of(child, session):
        score, play = scores.get(exercise), hurt_play(child, session, exercise)
        if score is None:
            continue
        if play is not None:
            facts += _told_anew(child, play, score)
        elif score > 0:
            facts += _made(catalogue, child, session, exercise, score, next(fresh), day)
    return tuple(facts)


def _told_anew(child: Child, play: Attempt, score: int) -> list[Fact]:
    """The right word; one that was higher is taken back first."""
    is_unanswered = play.is_hurt and play.ouch is None
    if not is_unanswered and score == (play.ouch or 0):
        return []
    right = OuchTold(play.id, play.exercise, play.on, play.slot, score)
    if is_unanswered or score > (play.ouch or 0):
        return [right]
    told = [e for e in child.events if isinstance(e.fact, OuchTold) and e.fact.attempt == play.id]
    back: list[Fact] = [Retracted(event.id) for event in told]
    # A play that ended by "it hurts" keeps that, and nobody waits for a face any more.
    return [*back, right] if score or play.outcome is Outcome.HURT else back


def _made(
    catalogue: Catalogue, child: Child, session: str, exercise: str, score: int, id_: str, day: date
) -> list[Fact]:
    """A play of nothing done, at its day's dose, and its pain."""
    about = child.sessions[session]
    state = journey(catalogue, child, day).at(about.on, about.slot)
    track = state.tracks.get(exercise)
    dose = track.dose if track else limits_of(catalogue, state, catalogue.exercises[exercise], about.on).first
    return [
        LevelPlayed(id_, session, about.on, about.slot, exercise, dose.sets, dose.amount, Outcome.HURT, 0),
        OuchTold(id_, exercise, about.on, about.slot, score),
    ]
