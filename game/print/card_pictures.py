"""The pictures of an exercise on paper, drawn by the puppets of the screen: what right looks like, and what does not.

Right and wrong are told by sign, never by colour alone: a tick, or a cross and a stroke through the picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from game.core.content import Clip, Exercise, Foot, Lens
from game.frozen import dataclass
from game.print.drawing import Box, Drawing, bounds, drawing, mirrored, placed
from game.print.grey import greyed
from game.print.sheet import BLACK, Mark, Shape, Window, box, disc, line

LENS_HEIGHT = 300.0  # of a close-up at zoom 1, in the lens's own units: what its round window shows without its rim
LEG = 330.0  # rig units of a leg above the ground; it comes from beyond any frame
FOOT, FOOT_WIDE = "foot_side", 780.0  # rig units of a foot that are seen: what lies far ahead of it is cut
DRAWN = {"foot_side": Foot.LEFT, "foot_top": Foot.RIGHT}  # which foot a close-up shows; the other is its mirror image
MARGIN = 0.06  # of a picture's size, left free on each side
GROUND_ABOVE = 0.1  # of a picture's height: so far above the soles the ground begins
WRONG = 0.55  # share of colour taken from a mistake
# The light on the floor under what touches it, from without to its middle; nothing else is drawn in these.
HALO, LIGHT = ("#FFCB3D", "#FFD154", "#FFD867"), ("#FFE084", "#FFEAA6")
SIGN = 8.2  # points, radius of a sign


class Models(Protocol):
    """Where puppets come from; the art library is one."""

    def frame(self, rig: str, clip: str, phase: float, swap: Mapping[str, str]) -> str: ...

    def telling(self, rig: str, clip: str) -> tuple[float, ...]: ...

    def other_moments(self, rig: str, clip: str) -> tuple[float, ...]: ...

    def mirrored(self, rig: str, clip: str) -> str: ...

    def in_window(self, rig: str, clip: str) -> str: ...

    def ground(self, rig: str) -> float | None: ...


@dataclass(frozen=True, slots=True)
class Ink:
    """How pictures are printed: the ground behind them, the floor, an edge where the ground is the paper itself, and
    colours that another stands for, so that they are seen."""

    ground: str
    floor: str
    edge: str | None
    swap: Mapping[str, str]


COLOUR = Ink("#F4F4F1", "#E4E4E0", None, {})
GREY = Ink("#FFFFFF", "#E9E9E9", "#8C8C8C", dict.fromkeys(HALO, "#FFFFFF") | dict.fromkeys(LIGHT, BLACK))


@dataclass(frozen=True, slots=True)
class Still:
    """One moment of one clip."""

    rig: str
    clip: str
    phase: float


def _mirrors(still: Still, foot: Foot | None) -> bool:
    """Whether a moment is drawn with the other foot than this one."""
    return foot is not None and DRAWN.get(still.rig, foot) is not foot


class Photographer:
    """Takes the puppets' pictures; `swap` colours a child's own foot."""

    def __init__(self, models: Models, ink: Ink = COLOUR, swap: Mapping[str, str] | None = None) -> None:
        self.models, self.ink, self.swap = models, ink, {**ink.swap, **(swap or {})}
        self._drawn: dict[Still, Drawing] = {}
        self._boxes: dict[Still, Box] = {}

    def right(self, exercise: Exercise) -> tuple[Still, ...]:
        """The movement in two or three moments."""
        return self._stills(exercise.demonstration.right)

    def also(self, exercise: Exercise) -> Still | Lens | None:
        """One more look at it: the close-up, another way to do it, or one more moment."""
        shown = exercise.demonstration
        if shown.lens is not None:
            return shown.lens
        if shown.variants:
            return self._stills(shown.variants[0])[-1]
        clip = shown.right
        name = self.models.in_window(clip.rig, clip.clip)
        return next((Still(clip.rig, name, n) for n in self.models.other_moments(clip.rig, name)), None)

    def beside_mistake(self, exercise: Exercise) -> Still | Lens:
        """The right way from the side the mistake is seen from, as the game shows the two: another moment than those of
        `right` where there is one."""
        shown = exercise.demonstration.beside_mistake
        if isinstance(shown, Lens):
            return shown
        name = self.models.in_window(shown.rig, shown.clip)
        more = self.models.other_moments(shown.rig, name)
        return Still(shown.rig, name, more[0]) if more else self._stills(shown)[-1]

    def mistake(self, exercise: Exercise) -> Still | None:
        """The usual mistake, where one is drawn."""
        wrong = exercise.demonstration.mistake
        return self._stills(wrong)[0] if wrong else None

    def _stills(self, clip: Clip) -> tuple[Still, ...]:
        name = self.models.in_window(clip.rig, clip.clip)
        return tuple(Still(clip.rig, name, phase) for phase in self.models.telling(clip.rig, name))

    def _of(self, still: Still, foot: Foot | None) -> Still:
        """The same moment as it is drawn for a foot: what can be read in it stays true when the picture is mirrored."""
        return replace(still, clip=self.models.mirrored(still.rig, still.clip)) if _mirrors(still, foot) else still

    def _drawing(self, still: Still) -> Drawing:
        if still not in self._drawn:
            self._drawn[still] = drawing(self.models.frame(still.rig, still.clip, still.phase, self.swap))
        return self._drawn[still]

    # -------------------------------------------------------------------------------------- a picture in its frame
    def picture(
        self, still: Still, frame: Box, said: str, *, foot: Foot | None = None, is_wrong: bool = False,
        beside: Sequence[Still] = (),
    ) -> list[Mark]:  # fmt: skip
        """The whole of a moment in a frame, as large as fits, with that `foot`; those `beside` it are drawn at the same
        size."""
        still, beside = self._of(still, foot), tuple(self._of(one, foot) for one in beside)
        x, y, w, h = self._seen(still, beside or (still,))
        left, top, wide, high = frame
        free = 1 - 2 * MARGIN
        scale = min(wide * free / w, high * free / h)
        dx = left + wide / 2 - (x + w / 2) * scale
        dy = top + high * (1 - MARGIN) - (y + h) * scale
        return self._framed(still, frame, scale, dx, dy, said, foot, is_wrong)

    def close_up(
        self, lens: Lens, frame: Box, said: str, foot: Foot | None = None, *, wrong: Still | None = None
    ) -> list[Mark]:
        """What the lens of the screen shows, in a frame; or a mistake seen as closely, of the lens's own puppet."""
        still = self._of(wrong or self._stills(Clip(lens.rig, lens.clip))[-1], foot)
        left, top, wide, high = frame
        scale = min(wide, high) * lens.zoom / LENS_HEIGHT
        dx, dy = left + wide / 2 - lens.x * scale, top + high / 2 - lens.y * scale
        return self._framed(still, frame, scale, dx, dy, said, foot, wrong is not None)

    def _seen(self, still: Still, together: Sequence[Still]) -> Box:
        """The box around what is drawn in these moments, within the rig's view and without most of a leg."""
        boxes = [self._box(one) for one in together]
        left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
        ground = self.models.ground(still.rig)
        if still.rig == FOOT and ground is not None:
            top = max(top, ground - LEG)
            return self._box(still)[0], top, min(FOOT_WIDE, right - left), bottom - top
        return left, top, right - left, bottom - top

    def _box(self, still: Still) -> Box:
        """What is drawn of a moment, within the rig's view."""
        if still not in self._boxes:
            drawn = self._drawing(still)
            self._boxes[still] = _common(bounds(drawn.shapes), drawn.box)
        return self._boxes[still]

    def _framed(
        self, still: Still, frame: Box, scale: float, dx: float, dy: float, said: str, foot: Foot | None, is_wrong: bool
    ) -> list[Mark]:  # fmt: skip
        left, top, wide, high = frame
        marks: list[Mark] = [box(left, top, wide, high, fill=self.ink.ground)]
        ground = self.models.ground(still.rig)
        if ground is not None:
            edge = min(max(dy + ground * scale - GROUND_ABOVE * high, top), top + high)
            marks.append(box(left, edge, wide, top + high - edge, fill=self.ink.floor))
        shapes = placed(self._drawing(still).shapes, scale, dx, dy)
        if _mirrors(still, foot):
            shapes = mirrored(shapes, left + wide / 2)
        if is_wrong:  # behind the feet, so that it never hides what is wrong
            marks.append(replace(line(left + 4, top + 4, left + wide - 4, top + high - 4, 1.5), opacity=0.7))
        marks += greyed(shapes, WRONG) if is_wrong else shapes
        radius = 7.0
        out: list[Mark] = [Window(left, top, wide, high, radius, tuple(marks), said)]
        if self.ink.edge:
            out.append(box(left, top, wide, high, stroke=self.ink.edge, width=0.7, radius=radius))
        return out


def _common(one: Box, other: Box) -> Box:
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[0] + one[2], other[0] + other[2]), min(one[1] + one[3], other[1] + other[3])
    return left, top, max(1.0, right - left), max(1.0, bottom - top)


def sign(cx: float, cy: float, *, is_right: bool, r: float = SIGN) -> list[Mark]:
    """A white tick on black, or a black cross in a ring: a picture, the same way round on every page."""
    return [Window(cx - 1.1 * r, cy - 1.1 * r, 2.2 * r, 2.2 * r, 0, tuple(_sign(cx, cy, is_right, r)))]


def _sign(cx: float, cy: float, is_right: bool, r: float) -> list[Mark]:
    if is_right:
        way = (0.38 * r, 0.38 * r), (0.62 * r, -0.78 * r)
        tick = f"M{cx - 0.5 * r:.2f} {cy + 0.04 * r:.2f}" + "".join(f"l{x:.2f} {y:.2f}" for x, y in way)
        return [disc(cx, cy, r, fill=BLACK), Shape(tick, stroke="#FFFFFF", width=0.26 * r, is_round=True)]
    a = 0.4 * r
    cross = f"M{cx - a:.2f} {cy - a:.2f}l{2 * a:.2f} {2 * a:.2f}M{cx + a:.2f} {cy - a:.2f}l{-2 * a:.2f} {2 * a:.2f}"
    ring = disc(cx, cy, 0.92 * r, fill="#FFFFFF", stroke=BLACK, width=0.17 * r)
    return [ring, Shape(cross, stroke=BLACK, width=0.26 * r, is_round=True)]
