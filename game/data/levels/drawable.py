"""What can be drawn of an exercise somebody wrote: where its file names no clip or place there is, the friend stands.

`check` names such a mistake with its place. A session must not end in the middle because of one.
"""

from __future__ import annotations

from dataclasses import replace

from game.core.content import Clip, Demonstration, Exercise
from game.data.files.art import ArtLibrary

STANDS, OUTSIDE = "idle", "meadow"


def drawable(exercise: Exercise, library: ArtLibrary) -> Exercise:
    """The exercise, shown with what the library has. Reads the puppets it names, so it is for a family's own few."""
    shown = exercise.demonstration
    has_right, has_place = _has(library, shown.right), _is_place(library, shown.place)
    mistake = shown.mistake if shown.mistake and has_right and _has(library, shown.mistake) else None
    lens = shown.lens if shown.lens and has_right and _has(library, Clip(shown.lens.rig, shown.lens.clip)) else None
    variants = tuple(clip for clip in shown.variants if has_right and _has(library, clip))
    standing = Clip(f"{shown.host}_front", STANDS)
    fits = Demonstration(
        shown.host, shown.right if has_right else standing, mistake, lens, shown.place if has_place else OUTSIDE,
        shown.close_up and has_right, shown.sole, variants,
    )  # fmt: skip
    return exercise if fits == shown else replace(exercise, demonstration=fits)


def _has(library: ArtLibrary, clip: Clip) -> bool:
    try:
        return clip.clip in library.rig(clip.rig).clips
    except FileNotFoundError:
        return False


def _is_place(library: ArtLibrary, name: str) -> bool:
    try:
        return bool(library.place(name))
    except FileNotFoundError:
        return False
