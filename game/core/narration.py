"""What the voice says while a child works: few lines, never two at once, never the same twice in a stretch.

Lines are voice ids; `lengths` gives the seconds each takes. The game cannot see, so no line says how it looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from game.core.content import Exercise, Position, Unit
from game.core.pacing import COUNTED_DOWN

Length = Callable[[str], float]
FIRST_CUE, CUE_EVERY = 6.0, 7.0  # seconds from the beginning of one line to that of the next, at least
AIR = 0.4  # seconds of silence around a line
COUNTED_MOST = 20  # the numbers that have a clip
HALFWAY_FROM, COUNTED_DOWN_FROM = 14, 10  # shorter walks have no half-way line, or no counting down
TRYING = tuple(f"praise_try_{n}" for n in (1, 2, 3, 4, 5, 7))
SHAPE_LINES = {
    "draw_circle": "shape_circle", "magic_circle": "shape_circle", "draw_two": "shape_two", "magic_two": "shape_two",
    "magic_three": "shape_three",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A line and when it begins, seconds from the start of the stretch."""

    at: float
    id: str


def pool(exercise: Exercise, turn: int) -> tuple[str, ...]:
    """The cues a stretch may use, in the order it takes them; another `turn` begins elsewhere."""
    own = exercise.id
    cues = ("play_slowly", f"{own}_how", "praise_try_4", "praise_try_7", f"{own}_story", "praise_try_3", "praise_try_6",
            "praise_try_2", "praise_try_5")  # fmt: skip
    start = turn % 2
    return (*cues[start:], *cues[:start])


def walk(exercise: Exercise, seconds: int, turn: int, length: Length) -> tuple[Line, ...]:
    """The lines of a timed stretch: go, a cue every six to eight seconds, half-way, the last five counted."""
    counts = COUNTED_DOWN if seconds >= COUNTED_DOWN_FROM else 3
    last = float(seconds - counts)
    lines, left = [Line(0.0, opening(exercise, turn))], list(pool(exercise, turn))
    if seconds >= HALFWAY_FROM:
        _fill(lines, left, seconds / 2 - AIR, length)
        half = Line(max(seconds / 2, _end(lines[-1], length) + AIR), "play_halfway")
        if _end(half, length) <= last:
            lines.append(half)
    _fill(lines, left, last - AIR, length)
    return (*lines, *(Line(last + i, f"number_{counts - i}") for i in range(counts)))


def _fill(lines: list[Line], left: list[str], until: float, length: Length) -> None:
    """Adds cues from `left` where they fit before `until`."""
    while True:
        at = max(lines[-1].at + (FIRST_CUE if len(lines) == 1 else CUE_EVERY), _end(lines[-1], length) + AIR)
        cue = next((c for c in left if at + length(c) <= until), None)
        if cue is None:
            return
        left.remove(cue)
        lines.append(Line(at, cue))


def _end(line: Line, length: Length) -> float:
    return line.at + length(line.id)


def opening(exercise: Exercise, turn: int) -> str:
    """Said as the work begins: the exercise's own line first, then only "Go!"."""
    return f"{exercise.id}_go" if turn == 0 else "count_go"


class Counting:
    """The voice of a counted stretch: every number, a cue where there is room, the last one announced."""

    def __init__(self, exercise: Exercise, amount: int, turn: int, clips: Sequence[str], length: Length) -> None:
        self.exercise, self.amount, self.turn, self.clips, self._length = exercise, amount, turn, clips, length
        self._left = list(pool(exercise, turn))
        self._since_cue = 0.0

    def at_start(self) -> tuple[str, ...]:
        if self.exercise.unit is Unit.SHAPES:
            return self._shape(0)
        return (opening(self.exercise, self.turn),)

    def counted(self, n: int, is_by_press: bool = False) -> tuple[str, ...]:
        """What is said when the n-th is done, fitting into one beat."""
        beat = self.exercise.tempo
        self._since_cue += beat
        if self.exercise.unit is Unit.SHAPES:
            return self._shape(n) if n < self.amount else ()
        said = [f"number_{n}"] if n <= COUNTED_MOST else []
        room = beat - sum(self._length(i) for i in said) - AIR
        if n >= self.amount or is_by_press:
            return tuple(said)
        if n == self.amount - 1 and self._fits("play_and_last", room):
            return (*said, "play_and_last")
        if n == 1 and "box" in self.exercise.equipment and self._fits("play_in_the_box", room):
            self._since_cue = 0.0
            return (*said, "play_in_the_box")
        if 2 * n == self.amount and self._fits("play_halfway", room):
            self._since_cue = 0.0
            return (*said, "play_halfway")
        cue = next((c for c in self._left if self._fits(c, room)), None)
        if cue and self._since_cue >= CUE_EVERY:
            self._left.remove(cue)
            self._since_cue = 0.0
            said.append(cue)
        return tuple(said)

    def _fits(self, line: str, room: float) -> bool:
        return self._length(line) <= room

    def _shape(self, n: int) -> tuple[str, ...]:
        line = SHAPE_LINES.get(self.clips[n % len(self.clips)])
        if n == 0:
            first = opening(self.exercise, self.turn)
            return (first,) if self.turn == 0 else tuple(filter(None, (line,)))
        return tuple(filter(None, (line,)))


def closing(exercise: Exercise, is_last: bool) -> str | None:
    """Said as a stretch ends: feet on the floor stand still, who sits or lies hears only that it is done."""
    if exercise.position in (Position.STANDING, Position.WALKING, Position.OUTDOORS):
        return "play_stand_still"
    return "play_done" if is_last else None


def praise(said_already: Iterable[str], day: int) -> str:
    """A line for trying that was not said in this session; `day` (of the month, say) chooses where to begin.

    >>> praise(("praise_try_2",), 1)
    'praise_try_3'
    """
    gone = set(said_already)
    turns = TRYING[day % len(TRYING) :] + TRYING[: day % len(TRYING)]
    return next((line for line in turns if line not in gone), turns[0])
