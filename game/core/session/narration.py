"""What the voice says while a child works: few lines, never two at once, never the same twice in a stretch.

Lines are voice ids; `length` gives the seconds each takes, 0 where an exercise has no such line. The game cannot see,
so no line says how it looks.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from game.core.content import Exercise, Position, Unit
from game.core.session.pacing import COUNTED_DOWN, WAY_SECONDS
from game.frozen import dataclass

Length = Callable[[str], float]
FIRST_CUE, CUE_EVERY = 6.0, 7.0  # seconds from the beginning of one line to that of the next, at least
AIR = 0.4  # seconds of silence around a line
SHARED = ("play_slowly", "play_breathe", "play_time", "play_quiet")  # cues every exercise may use
CUES = 3  # short cues of its own each exercise has
COUNTED_MOST = 20  # the numbers that have a clip
HALFWAY_FROM, COUNTED_DOWN_FROM = 14, 10  # shorter walks have no half-way line, or no counting down
SHAPE_LINES = {
    "draw_circle": "shape_circle", "magic_circle": "shape_circle", "draw_two": "shape_two", "magic_two": "shape_two",
    "magic_three": "shape_three",
}  # fmt: skip

WAY_LINES = {  # what calls each way of walking in a parade: its animal and what the feet do, and the next time round
    "parade_giraffe": (("giraffe_walk_name", "giraffe_walk_cue_1"), ("giraffe_walk_cue_3",)),
    "parade_penguin": (("penguin_walk_name", "penguin_walk_cue_1"), ("penguin_walk_cue_3",)),
    "parade_bear": (("bear_walk_name", "bear_walk_cue_2"), ("bear_walk_cue_1",)),
}


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A line and when it begins, seconds from the start of the stretch."""

    at: float
    id: str


class SharedCues:
    """The cues all exercises of a session share: none comes again before each of the others was heard. `sessions` is
    how many the child had before: the first one is another in each, and of two each next session has the other two."""

    def __init__(self, sessions: int = 0) -> None:
        first = (2 * sessions + sessions // 2 % 2) % len(SHARED)
        self._order = (*SHARED[first:], *SHARED[:first])
        self._heard = 0

    @property
    def turn(self) -> str:
        """The one whose turn it is. Where there is no room for it none is said: else the shortest came every time."""
        return self._order[self._heard % len(SHARED)]

    def heard(self) -> None:
        """It is said."""
        self._heard += 1


class Cues:
    """The cues a stretch may use: its own and, in between, the `shared` ones of the session. Which comes first takes
    turns with `turn`: how often the work was heard before, in this session and in earlier ones. None comes twice, nor
    what was `said` just before the work began."""

    def __init__(
        self, exercise: Exercise, turn: int, length: Length, shared: SharedCues | None = None, said: str = ""
    ) -> None:  # fmt: skip
        self._own = (*own_cues(exercise), f"{exercise.id}_how")
        self._turn, self._length, self._shared = turn, length, shared or SharedCues()
        self._used = {said}
        self._is_own_next = turn % 2 == 0

    def take(self, room: float) -> str | None:
        """A cue of at most `room` seconds; None when none is left that fits."""

        def fits(cue: str) -> bool:
            return cue not in self._used and 0 < self._length(cue) <= room

        own, shared = next(filter(fits, self._row(room)), None), self._shared.turn
        if fits(shared) and not (own and self._is_own_next):
            cue: str | None = shared
            self._shared.heard()
        else:
            cue = own
        if cue:
            self._used.add(cue)
            self._is_own_next = cue == shared
        return cue

    def _row(self, room: float) -> tuple[str, ...]:
        """Its own cues that are short enough, in the order of this turn: each turn begins with another one than the
        turn before, and over the rounds not always with the same."""
        short = tuple(cue for cue in self._own if 0 < self._length(cue) <= room)
        many = max(1, len(short))
        start = (self._turn + (self._turn // many if many > 2 else 0)) % many
        return (*short[start:], *short[:start])


def own_cues(exercise: Exercise) -> tuple[str, ...]:
    """The short cues an exercise may have of its own."""
    return tuple(f"{exercise.id}_cue_{n + 1}" for n in range(CUES))


def walk(
    exercise: Exercise, seconds: int, turn: int, length: Length, heard: int = 0, shared: SharedCues | None = None,
    said: str = "",
) -> tuple[SpokenLine, ...]:  # fmt: skip
    """The lines of a timed stretch: go, a cue every six to eight seconds, half-way, the last five counted. `heard` is
    how often this exercise was played before, `said` the cue with which it was shown."""
    counts = COUNTED_DOWN if seconds >= COUNTED_DOWN_FROM else 3
    last = float(seconds - counts)
    lines, cues = [SpokenLine(0.0, opening(exercise, turn))], Cues(exercise, heard + turn, length, shared, said)
    if seconds >= HALFWAY_FROM:
        _fill(lines, cues, seconds / 2 - AIR, length)
        half = SpokenLine(max(seconds / 2, _end(lines[-1], length) + AIR), "play_halfway")
        if _end(half, length) <= last:
            lines.append(half)
    _fill(lines, cues, last - AIR, length)
    return (*lines, *(SpokenLine(last + i, f"number_{counts - i}") for i in range(counts)))


def parade(exercise: Exercise, seconds: int, turn: int, clips: Sequence[str], length: Length) -> tuple[SpokenLine, ...]:
    """The lines of a timed stretch of several ways of walking, `clips` in turn: go, each change called as it
    comes, the last five counted."""
    counts = COUNTED_DOWN if seconds >= COUNTED_DOWN_FROM else 3
    last = float(seconds - counts)
    lines = [SpokenLine(0.0, opening(exercise, turn))]
    for way in range(math.ceil(seconds / WAY_SECONDS)):
        calls = WAY_LINES.get(clips[way % len(clips)], ((), ()))
        for line in calls[way // len(clips) % len(calls)]:
            at = max(way * WAY_SECONDS, _end(lines[-1], length) + AIR)
            if 0 < length(line) <= last - AIR - at:
                lines.append(SpokenLine(at, line))
    return (*lines, *(SpokenLine(last + i, f"number_{counts - i}") for i in range(counts)))


def _fill(lines: list[SpokenLine], cues: Cues, until: float, length: Length) -> None:
    """Adds cues where they fit before `until`."""
    while True:
        at = max(lines[-1].at + (FIRST_CUE if len(lines) == 1 else CUE_EVERY), _end(lines[-1], length) + AIR)
        cue = cues.take(until - at)
        if cue is None:
            return
        lines.append(SpokenLine(at, cue))


def _end(line: SpokenLine, length: Length) -> float:
    return line.at + length(line.id)


def opening(exercise: Exercise, turn: int) -> str:
    """Said as the work begins: the exercise's own line first, then only "Go!"."""
    return f"{exercise.id}_go" if turn == 0 else "count_go"


class Counting:
    """The voice of a counted stretch: every number, a cue where there is room, the last one announced. `beat` is the
    seconds of one unit, by default the exercise's own; `heard` how often the exercise was played before."""

    def __init__(
        self, exercise: Exercise, amount: int, turn: int, clips: Sequence[str], length: Length,
        beat: float | None = None, heard: int = 0, shared: SharedCues | None = None, said: str = "",
    ) -> None:  # fmt: skip
        self.exercise, self.amount, self.turn, self.clips, self._length = exercise, amount, turn, clips, length
        self.beat = beat or exercise.tempo
        self._cues = Cues(exercise, heard + turn, length, shared, said)
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
