"""One drawing of a puppet where it lies as a clip begins, for what a scene lays beside it or over it.

Rig units, y down, from the rig's origin. Only for parts that hang on the root and are not turned.
"""

from __future__ import annotations

from typing import Protocol

from game.frozen import dataclass
from game.puppet.rig import Rig, pose_at


class PuppetDrawings(Protocol):
    """Where puppets and the sizes of drawings come from; the art library is one."""

    def rig(self, name: str) -> Rig: ...

    def drawing_size(self, name: str) -> tuple[float, float]: ...


@dataclass(frozen=True, slots=True)
class LaidPart:
    """`drawing` is its name below parts/, `x` its middle, `top` its upper edge, `w` and `h` its size."""

    drawing: str
    x: float
    top: float
    w: float
    h: float


def laid_part(drawings: PuppetDrawings, rig: str, clip: str, part: str) -> LaidPart | None:
    """A part at the beginning of a clip, whether it is shown then or not; None where the puppet has no such part."""
    values = drawings.rig(rig)
    spec = values.parts.get(part)
    if spec is None:
        return None
    own = pose_at(values, clip, 0.0).get(part, {})
    drawing = own.get("svg", spec.svg).removesuffix(".svg")
    wide, high = drawings.drawing_size(drawing)
    kx, ky = spec.sx * own.get("sx", 1), spec.sy * own.get("sy", 1)
    x = spec.at[0] + own.get("x", 0) - values.origin[0] + (wide / 2 - spec.pivot[0]) * kx
    top = spec.at[1] + own.get("y", 0) - values.origin[1] - spec.pivot[1] * ky
    return LaidPart(drawing, x, top, wide * kx, high * ky)
