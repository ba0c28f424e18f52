"""Words for what the catalogue of texts does not know: exercises and programmes somebody wrote a level file for.

They stand under the keys that screens and the voice ask for anyway, and below everything shipped: of a shipped exercise
the catalogue is the only truth. Where a file says nothing a kind general sentence stands in, so that no page shows a
bare key; a line nobody needs (a story, a cue) is simply not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from game.core.content import Catalogue, Exercise


class Shipped(Protocol):
    """The catalogue of texts by key."""

    def __call__(self, key: str, /) -> str: ...

    def is_shipped(self, key: str) -> bool: ...


def for_grown_ups(catalogue: Catalogue, words: Shipped) -> dict[str, str]:
    """What pages show of exercises and programmes the game did not come with, from their own files; `words` gives the
    general sentences."""
    entries: dict[str, str] = {}
    for exercise in catalogue.exercises.values():
        own = exercise.words
        entries |= _things(exercise)
        entries[f"{exercise.id}_name"] = name_of(exercise)
        entries[f"form_{exercise.id}_right"] = own.right or words("form_own_right")
        entries[f"form_{exercise.id}_cheat"] = own.cheat or words("form_own_cheat")
    for programme in catalogue.programmes.values():
        key = f"programme_{programme.id}"
        entries[key] = programme.title or in_words(programme.id)
        entries[f"{key}_for"] = words("programme_own_for")
        entries[f"{key}_line"] = programme.what or words("programme_own_line")
    return _not_shipped(entries, words)


def spoken(exercises: Iterable[Exercise], lines: Shipped) -> dict[str, str]:
    """What the voice says of such exercises, from their own files; `lines` gives what it says where one is silent."""
    entries: dict[str, str] = {}
    for exercise in exercises:
        entries |= {f"{exercise.id}_{part}": said for part, said in _lines(exercise) if said}
        entries.setdefault(f"{exercise.id}_go", lines("count_go"))
        entries |= {f"things_{thing}": called for thing, called in exercise.words.things.items()}
    return _not_shipped(entries, lines)


def _not_shipped(entries: dict[str, str], texts: Shipped) -> dict[str, str]:
    return {key: text for key, text in entries.items() if not texts.is_shipped(key)}


def _lines(exercise: Exercise) -> Iterator[tuple[str, str]]:
    own = exercise.words
    yield "name", name_of(exercise)
    yield "how", own.how or exercise.what
    yield from (("mistake", own.mistake), ("helper", own.helper), ("story", own.story), ("go", own.go))
    yield from ((f"cue_{n}", cue) for n, cue in enumerate(own.cues, 1))


def _things(exercise: Exercise) -> dict[str, str]:
    return {f"thing_{thing}": called for thing, called in exercise.words.things.items()}


def name_of(exercise: Exercise) -> str:
    """The title; the id in words for one that only the diary knows."""
    return exercise.title if exercise.title != exercise.id else in_words(exercise.id)


def in_words(id_: str) -> str:
    """An id as somebody may read it.

    >>> in_words("moon_walk")
    'Moon walk'
    """
    return id_.replace("_", " ").capitalize()
