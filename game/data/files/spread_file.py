"""The file of a double page of the story into what it says. What nobody knows is refused with its name."""

from __future__ import annotations

from typing import Any

from game.data.files.fixed import Values, fixed
from game.puppet.spread import (
    CastShadow,
    CutPaper,
    GlowSpot,
    Laid,
    LightBeam,
    PlacedPart,
    PosedFriend,
    PrintTrail,
    SpreadArt,
    TouchShadow,
)

KINDS: dict[str, type[Any]] = {
    "cut": CutPaper, "part": PlacedPart, "friend": PosedFriend, "shade": CastShadow, "touch": TouchShadow,
    "glow": GlowSpot, "trail": PrintTrail,
}  # fmt: skip


def spread_of(values: Values) -> SpreadArt:
    """A page from its file's values. Raises TypeError for a field, ValueError for a sheet that is not known."""
    return SpreadArt(**{**fixed(values), "sheets": tuple(map(laid_of, values["sheets"]))})


def laid_of(said: Values) -> Laid:
    """One sheet, of the kind its first word says."""
    for name, kind in KINDS.items():
        if name in said:
            laid: Laid = kind(**fixed(said))
            return laid
    if "light" in said:  # a glow may have such a field too, so it is asked last
        return LightBeam(**fixed(said))
    raise ValueError(f"no sheet of a page: {', '.join(said)}")
