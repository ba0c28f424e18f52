"""A drawing in the light of where it stands: the evening colours it as it colours the place."""

from __future__ import annotations

from game.puppet.landscape import HEX, multiplied
from game.ui.paper import Paper
from game.ui.view import Box

Cast = tuple[float, int, float]  # a paper shadow: blur, alpha, dy


def lit(shapes: str, tint: str | None) -> str:
    """Shapes multiplied by a light, None for the day's."""
    return HEX.sub(lambda m: multiplied(m.group(0), tint), shapes) if tint else shapes


def stand(
    paper: Paper, name: str, tint: str | None, x: float, ground: float, wide: float, turn: float = 0,
    cast: Cast | None = (4, 45, 3),
) -> None:  # fmt: skip
    """A drawing `wide` design units wide whose foot is at (x, ground), turned about it by degrees."""
    w, h = paper.pictures.drawings.drawing_size(name)
    k = wide / w
    body = (
        f'<g transform="translate({x:.1f} {ground:.1f}) rotate({turn:.1f}) scale({k:.3f}) '
        f'translate({-w / 2:.1f} {-h:.1f})">{lit(paper.pictures.drawings.shapes(name), tint)}</g>'
    )
    room = h * k * 0.12 if turn else 0.0
    box = Box(x - wide / 2 - room, ground - h * k - room, wide + 2 * room, h * k + 2 * room)
    blur, alpha, dy = cast or (0.0, 0, 0.0)
    paper.shape(body, box, blur=blur, alpha=alpha, dy=dy)
