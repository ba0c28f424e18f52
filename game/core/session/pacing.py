"""How a level goes by itself: its stretches, the beat of one, and how long each pause between them is.

A stretch is one set with one foot (or with both at once). Nobody has to press anything; whoever presses for each
piece done sets the pace, and after three beats of silence the game's own beat goes on. All times are seconds.
"""

from __future__ import annotations

from game.core.content import Exercise, Foot, Position, Unit
from game.core.quest import Level
from game.frozen import dataclass

HOW_TO_WHOLE, HOW_TO_SHORT = 14.0, 5.0
WHOLE_HOW_TOS = 2  # so often an exercise is shown whole, with its mistake; later once, right
MISTAKE = 1.5
GET_IN_PLACE, COUNT = 2.0, 3.0
OTHER_FOOT = 6.0
BREATH_IN, BREATH_OUT, BREATH_OUT_EVENING = 4.0, 6.0, 8.0
LATER_AFTER = 3600.0  # a pause this long is the rest of the session kept for later
COUNTED_DOWN = 5  # the last seconds of a walk are counted
WAY_SECONDS = 10.0  # each way of walking of a parade, in turn
WAY_SOON = 4.0  # seconds before it changes at which its pictures are begun
FIRST_PLAYS = 3  # so often a counted exercise is slower than its own tempo
FIRST_SLOWER = 1.5  # times its own beat
FIRST_PIECE = 8.0  # seconds at least until a piece is in the box, at first
SILENT_BEATS = 3  # beats without a press until the game's own beat goes on
PIECE_LANDS = 0.85  # of a beat: when the toes open over the box
WAITS_AT = 0.7  # of a beat: where the picture waits for a press
FINEST = 0.1  # however long a frame was, work goes on in steps of at most this
BOUNCE = 0.5  # two presses closer than this are one: no toe is that quick


@dataclass(frozen=True, slots=True)
class Stretch:
    """One set with one foot (None: both at once); `n` of `of` sets, `amount` units."""

    n: int
    of: int
    foot: Foot | None
    amount: int


def stretches(level: Level) -> tuple[Stretch, ...]:
    """A level's stretches in order; the first foot goes first in every set, one ordered alone has no other.

    >>> level = Level("caterpillar", 1, 3, Unit.REPS, True, 50, (), Foot.RIGHT)
    >>> [(s.n, s.foot and s.foot.value) for s in stretches(level)]
    [(1, 'right'), (1, 'left')]
    """
    feet: tuple[Foot | None, ...] = (None,)
    if level.per_foot and level.foot:
        feet = (level.foot,)
    elif level.per_foot:
        feet = (level.first_foot, other(level.first_foot))
    return tuple(Stretch(n, level.sets, foot, level.amount) for n in range(1, level.sets + 1) for foot in feet)


def way_at(seconds: float, ways: int) -> tuple[int, float]:
    """How often the way of walking has changed so far, and seconds since it did; one way alone never does.

    >>> way_at(23.0, 3)
    (2, 3.0)
    """
    changes = int(seconds / WAY_SECONDS) if ways > 1 else 0
    return changes, seconds - changes * WAY_SECONDS


def next_way(seconds: float, ways: int) -> int:
    """Which change of the way of walking comes next, where it comes soon; else the last one that came, or 0."""
    return way_at(seconds + WAY_SOON, ways)[0]


def other(foot: Foot) -> Foot:
    return Foot.RIGHT if foot is Foot.LEFT else Foot.LEFT


def beat(exercise: Exercise, plays: int) -> float:
    """Seconds of one unit as the game counts it, for who has played it `plays` times: nobody is outrun at first."""
    if exercise.unit is Unit.SECONDS:
        return 1.0
    if plays >= FIRST_PLAYS:
        return exercise.tempo
    slow = FIRST_SLOWER * exercise.tempo
    return max(slow, FIRST_PIECE) if exercise.unit is Unit.PIECES else slow


def loops_a_beat(exercise: Exercise, clip_seconds: float) -> float:
    """How many loops of its clip a unit takes, so that the picture is the metronome: 1, or 0.5 where a clip holds two.

    The crawl is shown at half its speed: slow is the point of it, and one bridge is one count.
    """
    if exercise.unit in (Unit.SECONDS, Unit.MINUTES):  # a walk of minutes is no step a minute
        return exercise.tempo / clip_seconds
    return 0.5 if clip_seconds > 1.15 * exercise.tempo else 1.0


def is_shown_whole(plays: int) -> bool:
    """Whether the how-to is the long one: the first two times an exercise is played; `plays` were before."""
    return plays < WHOLE_HOW_TOS


def breath(seconds: float, is_evening: bool) -> tuple[float, bool]:
    """How full the belly is (0..1) that far into a rest, and whether it is filling; out longer in the evening.

    >>> breath(4, False)
    (1.0, False)
    """
    out = BREATH_OUT_EVENING if is_evening else BREATH_OUT
    at = seconds % (BREATH_IN + out)
    if at < BREATH_IN:
        return _eased(at / BREATH_IN), True
    return 1 - _eased((at - BREATH_IN) / out), False


def _eased(u: float) -> float:
    return u * u * (3 - 2 * u)


def place_line(position: Position) -> str:
    """The voice id that says where the body goes."""
    return {
        Position.LYING: "play_lying",
        Position.FLOOR: "play_floor",
        Position.CHAIR: "play_chair",
        Position.STANDING: "play_stand",
        Position.WALKING: "play_mat",
        Position.OUTDOORS: "play_mat",
    }[position]


class Pace:
    """How far one stretch is. `units` is what was counted, `phase` 0..1 where the present unit stands.

    >>> pace = Pace(amount=2, beat=4.0)
    >>> pace.go_on(9.0)
    >>> pace.units, pace.is_over
    (2, True)
    """

    def __init__(self, amount: int, beat: float, lands: float = 1.0) -> None:
        self.amount, self.beat, self.lands = amount, beat, lands
        self.units = 0
        self.seconds = 0.0  # of work in this stretch
        self.follows_presses = False
        self._in_unit = 0.0
        self._is_counted = False  # the present unit has landed already
        self._silence = 0.0
        self._since_press = BOUNCE

    @property
    def phase(self) -> float:
        return min(1.0, self._in_unit / self.beat)

    @property
    def is_over(self) -> bool:
        return self.units >= self.amount and not self._is_counted

    @property
    def share(self) -> float:
        """0..1 of the stretch."""
        counted = self.units - 1 if self._is_counted else self.units
        return min(1.0, (counted + self.phase) / self.amount)

    def go_on(self, dt: float) -> None:
        """`dt` seconds of work."""
        self._since_press += dt
        while dt > 0 and not self.is_over:
            step = min(dt, FINEST)
            self._step(step)
            dt -= step

    def _step(self, dt: float) -> None:
        self.seconds += dt
        self._in_unit += dt
        if self.follows_presses:
            self._silence += dt
            if self._silence < SILENT_BEATS * self.beat:
                self._in_unit = min(self._in_unit, WAITS_AT * self.beat)
                return
            self.follows_presses = False
        if not self._is_counted and self._in_unit >= self.lands * self.beat - 1e-9:
            self.units, self._is_counted = self.units + 1, True
        if self._in_unit >= self.beat - 1e-9:
            self._in_unit, self._is_counted = max(0.0, self._in_unit - self.beat), False

    def press(self) -> bool:
        """Somebody says one more is done: True when it counted. A piece that has just landed by itself is that one."""
        if self.is_over or self._since_press < BOUNCE:
            return False
        self._since_press = self._silence = 0.0
        self.follows_presses = True
        counts = not self._is_counted
        self.units += counts
        self._in_unit, self._is_counted = 0.0, False
        return counts
