"""What the voice says while a child works: few lines, never two at once, never the same twice in a stretch.

Lines are voice ids; `lengths` gives the seconds each takes. The game cannot see, so no line says how it looks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.core.content import Exercise, Position, Unit
from game.core.pacing import COUNTED_DOWN

Length = Callable[[str], float]
FIRST_CUE, CUE_EVERY = 6.0, 7.0  # seconds from the beginning of one line to that of the next, at least
AIR = 0.4  # seconds of silence around a line
CUES = 3  # short cues of its own each exercise has
COUNTED_MOST = 20  # the numbers that have a clip
HALFWAY_FROM, COUNTED_DOWN_FROM = 14, 10  # shorter walks have no half-way line, or no counting down
SHAPE_LINES = {
    "draw_circle": "shape_circle", "magic_circle": "shape_circle", "draw_two": "shape_two", "magic_two": "shape_two",
    "magic_three": "shape_three",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A line and when it begins, seconds from the start of the stretch."""

    at: float
    id: str


class Cues:
    """The cues a stretch may use. Which one comes first takes turns with `turn`: how often the work was heard before,
    in this session and in earlier ones. None comes twice."""

    def __init__(self, exercise: Exercise, turn: int, length: Length) -> None:
        own = exercise.id
        self._all = (f"{own}_cue_1", "play_slowly", f"{own}_cue_2", "play_breathe", f"{own}_cue_3", "play_time",
                     f"{own}_how", "play_quiet")  # fmt: skip
        self._turn, self._length = turn, length
        self._used: set[str] = set()

    def take(self, room: float) -> str | None:
        """A cue of at most `room` seconds; None when none is left that fits."""
        fitting = [c for c in self._all if self._length(c) <= room]
        start = self._turn % max(1, len(fitting))
        cue = next((c for c in (*fitting[start:], *fitting[:start]) if c not in self._used), None)
        if cue:
            self._used.add(cue)
        return cue


def walk(exercise: Exercise, seconds: int, turn: int, length: Length, heard: int = 0) -> tuple[Line, ...]:
    """The lines of a timed stretch: go, a cue every six to eight seconds, half-way, the last five counted. `heard` is
    how often this exercise was played before."""
    counts = COUNTED_DOWN if seconds >= COUNTED_DOWN_FROM else 3
    last = float(seconds - counts)
    lines, cues = [Line(0.0, opening(exercise, turn))], Cues(exercise, heard + turn, length)
    if seconds >= HALFWAY_FROM:
        _fill(lines, cues, seconds / 2 - AIR, length)
        half = Line(max(seconds / 2, _end(lines[-1], length) + AIR), "play_halfway")
        if _end(half, length) <= last:
            lines.append(half)
    _fill(lines, cues, last - AIR, length)
    return (*lines, *(Line(last + i, f"number_{counts - i}") for i in range(counts)))


def _fill(lines: list[Line], cues: Cues, until: float, length: Length) -> None:
    """Adds cues where they fit before `until`."""
    while True:
        at = max(lines[-1].at + (FIRST_CUE if len(lines) == 1 else CUE_EVERY), _end(lines[-1], length) + AIR)
        cue = cues.take(until - at)
        if cue is None:
            return
        lines.append(Line(at, cue))


def _end(line: Line, length: Length) -> float:
    return line.at + length(line.id)


def opening(exercise: Exercise, turn: int) -> str:
    """Said as the work begins: the exercise's own line first, then only "Go!"."""
    return f"{exercise.id}_go" if turn == 0 else "count_go"


class Counting:
    """The voice of a counted stretch: every number, a cue where there is room, the last one announced. `beat` is the
    seconds of one unit, by default the exercise's own; `heard` how often the exercise was played before."""

    def __init__(
        self, exercise: Exercise, amount: int, turn: int, clips: Sequence[str], length: Length,
        beat: float | None = None, heard: int = 0,
    ) -> None:  # fmt: skip
        self.exercise, self.amount, self.turn, self.clips, self._length = exercise, amount, turn, clips, length
        self.beat = beat or exercise.tempo
        self._cues = Cues(exercise, heard + turn, length)
        self._since_cue = 0.0

    def at_start(self) -> tuple[str, ...]:
        if self.exercise.unit is Unit.SHAPES:
            return self._shape(0)
        return (opening(self.exercise, self.turn),)

    def counted(self, n: int, is_by_press: bool = False) -> tuple[str, ...]:
        """What is said when the n-th is done, fitting into one beat."""
        self._since_cue += self.beat
        if self.exercise.unit is Unit.SHAPES:
            return self._shape(n) if n < self.amount else ()
        said = [f"number_{n}"] if n <= COUNTED_MOST else []
        room = self.beat - sum(self._length(i) for i in said) - AIR
        if n >= self.amount or is_by_press:
            return tuple(said)
        if n == self.amount - 1 and self._fits("play_and_last", room):
            return (*said, "play_and_last")
        if n == 1 and self.turn == 0 and "box" in self.exercise.equipment and self._fits("play_in_the_box", room):
            self._since_cue = 0.0
            return (*said, "play_in_the_box")
        if 2 * n == self.amount and self._fits("play_halfway", room):
            self._since_cue = 0.0
            return (*said, "play_halfway")
        if self._since_cue >= CUE_EVERY and (cue := self._cues.take(room)):
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
