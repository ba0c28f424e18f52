"""Pictures of the things a session needs, and of what else will do. Design units, about a point."""

from __future__ import annotations

from game.core.content import Catalogue, Position
from game.core.quest import Level
from game.ui.paper import Paper
from game.ui.view import Box

CHAIR, FLOOR, SMALL = "chair", "floor", "small"
ORDER = (SMALL, "box", "bowls", "ball", "ribbon", "pen", "rope", "mat", CHAIR, "lying_mat")
SWAPS = {CHAIR: FLOOR}  # what else will do where no exercise says so
PARTS = frozenset({SMALL, "box", "bowls", "pots", "ball", "rope", "pen", CHAIR, "socks", "toe"})  # drawn from the art
BIG_ONLY = frozenset({SMALL})  # what may not lie about where a baby crawls


def needed(catalogue: Catalogue, levels: tuple[Level, ...]) -> dict[str, str | None]:
    """The things of these levels in the order they are shown, each with what else will do (None: nothing)."""
    things: dict[str, str | None] = {}
    for level in levels:
        exercise = catalogue.exercises[level.exercise]
        own = (*exercise.equipment, *((CHAIR,) if exercise.position is Position.CHAIR else ()))
        for thing in own:
            other = exercise.swaps.get(thing) or SWAPS.get(thing)
            things[thing] = things.get(thing) or other
    order = {thing: i for i, thing in enumerate(ORDER)}
    return dict(sorted(things.items(), key=lambda item: order.get(item[0], len(order))))


def is_drawn(thing: str) -> bool:
    """Whether it has a picture of its own; what only a family's own exercise names is a basket with its name."""
    return thing in PARTS or thing in DRAWN


def paint(paper: Paper, thing: str, x: float, y: float, size: float = 100) -> None:
    """A thing's picture, about as wide as `size`; a few of them where it is several."""
    k = size / 100
    match thing:
        case "small":
            paper.part("props/brick_red", x, y, 92 * k)
        case "box":
            paper.part("props/box_front", x, y, 100 * k)
        case "bowls" | "pots":
            for side, name in ((-1, "props/bowl_front_star"), (1, "props/bowl_front_leaf")):
                if thing == "pots":
                    _shape(paper, _pot(), x + side * 28 * k, y, 0.6 * k)
                else:
                    paper.part(name, x + side * 28 * k, y, 62 * k)
        case "ball":
            paper.part("props/ball", x, y, 84 * k)
        case "rope":
            paper.part("icons/rope", x, y, 96 * k)
        case "pen":
            _shape(paper, '<rect x="-40" y="-34" width="80" height="68" rx="6" fill="#FFFDF7"/>', x, y, k)
            paper.part("props/pencil", x + 6 * k, y, 24 * k, turn=-32, shadow=0)
        case "chair":
            paper.part("icons/chair", x, y, 100 * k)
        case "socks":
            paper.part("icons/sock", x - 18 * k, y, 58 * k)
            paper.part("icons/sock", x + 22 * k, y + 6 * k, 58 * k)
        case "toe":
            paper.part("icons/step_on", x, y, 76 * k)
        case _:
            _shape(paper, DRAWN.get(thing, BASKET), x, y, k)


def _shape(paper: Paper, body: str, x: float, y: float, k: float) -> None:
    half = 56 * k
    paper.shape(
        f'<g transform="translate({x:.1f} {y:.1f}) scale({k:.2f})">{body}</g>',
        Box(x - half, y - half, 2 * half, 2 * half), 5, 55, 4,
    )  # fmt: skip


def _pot() -> str:
    return (
        '<path d="M-50 -14H50" stroke="#5E6E86" stroke-width="12" stroke-linecap="round"/>'
        '<path d="M-40 -18H40V18C40 32 30 38 18 38H-18C-30 38 -40 32 -40 18Z" fill="#8FA3BC"/>'
        '<rect x="-44" y="-26" width="88" height="14" rx="7" fill="#74879F"/>'
    )


DRAWN: dict[str, str] = {
    "pot": _pot(),
    "ribbon": (
        '<path d="M-44 14C-28 -30 -10 -30 0 0C10 30 28 30 44 -14" fill="none" stroke="#8F86C9" stroke-width="20" '
        'stroke-linecap="round"/><path d="M-44 14C-28 -30 -10 -30 0 0C10 30 28 30 44 -14" fill="none" '
        'stroke="#C9C2EC" stroke-width="4" stroke-dasharray="1 14" stroke-linecap="round"/>'
    ),
    "cloth": (
        '<path d="M-42 -26C-14 -36 16 -20 42 -30C48 -6 36 10 44 32C14 22 -16 40 -44 28C-34 8 -50 -8 -42 -26Z" '
        'fill="#F2937C"/><path d="M-30 -14C-8 -22 12 -8 30 -16M-32 16C-8 26 12 10 32 18" stroke="#FBD3C6" '
        'stroke-width="5" stroke-linecap="round" fill="none"/>'
    ),
    "towel": (
        '<rect x="-48" y="-18" width="96" height="38" rx="19" fill="#5FA9C9"/>'
        '<path d="M-22 -17V19M-6 -17V19M10 -17V19" stroke="#BFE0EE" stroke-width="6" stroke-linecap="round"/>'
        '<circle cx="30" cy="1" r="18" fill="#3C7F9E"/>'
        '<path d="M30 1m-9 0a9 9 0 1 0 9 -9" stroke="#BFE0EE" stroke-width="4" stroke-linecap="round" fill="none"/>'
    ),
    "floor": (
        '<ellipse cx="0" cy="12" rx="42" ry="20" fill="#8FC7C0"/><ellipse cx="0" cy="8" rx="31" ry="13" fill="none" '
        'stroke="#E2F3EC" stroke-width="4" stroke-dasharray="2 9" stroke-linecap="round"/>'
    ),
    "mat": (
        '<ellipse cx="0" cy="6" rx="46" ry="24" fill="#A9C77F"/>'
        + "".join(
            f'<circle cx="{x}" cy="{y}" r="5" fill="#D9EBB8"/>'
            for x, y in ((-26, 2), (-10, -6), (8, -6), (24, 0), (-16, 12), (2, 8), (18, 14))
        )
    ),
    "lying_mat": (
        '<path d="M-50 22L-32 -18H44L50 22Z" fill="#8FC7C0"/><path d="M-40 15L-26 -11H38L42 15Z" fill="none" '
        'stroke="#E2F3EC" stroke-width="4" stroke-dasharray="2 10" stroke-linecap="round"/>'
    ),
}

BASKET = (
    '<path d="M-28 -8C-28 -44 28 -44 28 -8" fill="none" stroke="#A9793F" stroke-width="8" stroke-linecap="round"/>'
    '<path d="M-46 -10H46L36 34H-36Z" fill="#D8A660"/><rect x="-50" y="-16" width="100" height="14" rx="7" '
    'fill="#A9793F"/><path d="M-38 8H38M-34 22H34" stroke="#F0CF97" stroke-width="4" stroke-linecap="round" '
    'stroke-dasharray="2 10"/>'
)
