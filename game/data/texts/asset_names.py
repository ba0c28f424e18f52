"""The names that level files may use: the clips and places of the art library, lines of the voice, things."""

from __future__ import annotations

from game.data.files.art import ArtLibrary
from game.data.levels.known import Known
from game.data.texts.texts import SPOKEN, Texts


def shipped_names() -> Known:
    """Everything the shipped assets offer. Reads all puppets, so it is for `check` and the tests, not for play."""
    library, written = ArtLibrary(), Texts().keys()
    places = (file.name for file in (library.root / "scenery").iterdir())
    return Known(
        clips=frozenset(f"{rig}/{clip}" for rig in library.rig_names() for clip in library.rig(rig).clips),
        places=frozenset(name.removesuffix(".yaml") for name in places if name.endswith(".yaml")),
        lines=frozenset(Texts("en", SPOKEN).keys()),
        things=frozenset(key.removeprefix("thing_") for key in written if key.startswith("thing_")),
    )
