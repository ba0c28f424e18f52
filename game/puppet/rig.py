"""A puppet: its parts, limbs, toes, growing lines and clips.

The format (rig units, y down, degrees clockwise) is told in `assets/rigs/README.md`; `game.data.files.rig_file` reads
it into these, so that everything here sees whole values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import NamedTuple, TypedDict, cast

from game.frozen import dataclass
from game.puppet.matrix import Point
from game.puppet.track import EASE, Key, Track, Value, value_at


class Own(TypedDict, total=False):
    """What one part does in a pose, by channel; what is not there is as the part's line says. `phase` is the clip's
    own and stands in no part."""

    x: float
    y: float
    rot: float
    sx: float
    sy: float
    op: float
    z: float
    show: float
    svg: str
    morph: float
    follow: str
    follow_w: float
    bend: float
    fill: str
    bx: float
    by: float
    u: float
    clip: str
    curl: float
    len: float
    nail: float
    phase: float


Pose = Mapping[str, Own]
Parts = dict[str, dict[str, Value]]  # a pose before anybody looked at what its channels are
CHANNELS = frozenset(Own.__annotations__) - {"phase"}
SUDDEN = frozenset({"show", "z", "phase"})  # what cannot be half
IN_THE_AIR = 0.2, 0.8  # of a hop
TOP = 0.5 - 1e-6  # half of the way through the air, as sums of fractions have it


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What everything drawn has: how far in front, and whether it is seen where no key says so."""

    z: float = 0
    show: float = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PuppetPart(Shown):
    """A drawing with a pivot, in the coordinates of its own box; without `svg` a plain joint. `morph` are the drawings
    it may turn into. What is `worn` on a limb, so many units above its end, hangs on no parent: it goes where the limb
    goes, `at` in a frame whose y runs along it."""

    svg: str = ""
    parent: str = "root"
    pivot: Point = (0, 0)
    at: Point = (0, 0)
    rot: float = 0
    sx: float = 1
    sy: float = 1
    op: float = 1
    morph: tuple[str, ...] = ()
    worn: tuple[str, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limb(Shown):
    """Two bones of the lengths `len` from a to b, each a part and a point in it, as one tapered curve; `t` is the piece
    of it that is drawn, `edge_off` where its darker edge lies."""

    a: tuple[str, Point]
    b: tuple[str, Point]
    len: tuple[float, float]
    w: tuple[float, ...]
    fill: str
    bend: float = 1
    soft: float = 0.85
    edge: str = ""
    edge_off: Point = (-1, 5)
    t: tuple[float, float] = (0, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nail:
    """The nail of a toe, `along` and `side` of its tip; not seen from the curl `hide` on."""

    rx: float
    ry: float
    along: float = 0
    side: float = 0
    rot: float = 0
    hide: float = 999
    fill: str = "nail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toe(Shown):
    """Joints in a row of the lengths `segs`, sharing one curl by the shares `curl`; `root` is how far it reaches back
    into the foot."""

    at: tuple[str, Point]
    segs: tuple[float, ...]
    w: tuple[float, ...]
    fill: str
    curl: tuple[float, ...] = (0.35, 0.4, 0.25)
    angle: float = 0
    dir: float = 1
    root: float = 14
    edge: str = ""
    rim: float = 7
    nail: Nail | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Shown):
    """A line that grows through `pts`; seen only where a key says so."""

    pts: tuple[Point, ...]
    w: float
    fill: str
    edge: str = ""
    z: float = 95
    show: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Shown):
    """Another puppet, its ground point at `at`, playing a clip of its own `times` a loop; `flip` -1 mirrors."""

    rig: str
    clip: str
    at: Point
    scale: float = 1
    flip: float = 1
    times: float = 1
    phase: float = 0


class Moves(NamedTuple):
    """What a clip says of one part: its own tracks by channel; and where it moves `like` another part, by how much of
    the loop later, with what added. Puppets have thousands, and this kind is made in half the time."""

    tracks: Mapping[str, Track]
    like: str = ""
    phase: float = 0
    add: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """One clip. `duration` is seconds of one loop, or `seq` names the clips it plays, each so many loops. `between` are
    two clips, the first becoming the second in mid-air, with `keys` added on top. `stills` are the phases of its key
    poses, `advance` the units it ends further on, `scroll` those by which the ground passes. What the
    ground `carries` along the whole way is a drawing that comes again every so many units; its corner lies at x, y as
    the clip begins. `mirrored` is the clip that is played instead where the finished picture is mirrored, for what may
    not be: a number, written turned round beforehand. `wrong` is the mistake shown beside it where the exercise's own
    shows another thing."""

    duration: float = 0
    seq: tuple[tuple[str, int], ...] = ()
    between: tuple[str, str] | None = None
    loop: bool = True
    stills: tuple[float, ...] = ()
    advance: float = 0
    scroll: float = 0
    carries: tuple[str, float, float, float] | None = None
    mirrored: str = ""
    wrong: str = ""
    base: str = ""
    keys: Mapping[str, Moves] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rig:
    """One puppet. `view` is (x, y, w, h) of what is drawn, `origin` the ground point a scene places."""

    name: str
    view: tuple[float, float, float, float]
    origin: Point
    parts: Mapping[str, PuppetPart]
    limbs: Mapping[str, Limb]
    chains: Mapping[str, Toe]
    paths: Mapping[str, Line]
    actors: Mapping[str, Actor]
    colours: Mapping[str, str]
    art: Mapping[str, str]
    swap: Mapping[str, str]
    poses: Mapping[str, Mapping[str, Mapping[str, Value]]]
    clips: Mapping[str, Motion]

    def duration(self, clip: str) -> float:
        """Seconds of one loop."""
        motion = self.clips[clip]
        if motion.seq:
            return float(sum(self.duration(name) * loops for name, loops in motion.seq))
        return float(motion.duration)

    def hop(self, before: str, after: str) -> str:
        """The clip in which one way of walking becomes the next; "" where there is none."""
        name = hop_name(before, after)
        return name if name in self.clips else ""

    def in_window(self, clip: str) -> str:
        """The clip a window shows instead: with what the scene lays on the floor in play, and ending where it began."""
        name = f"{clip}_shown"
        return name if name in self.clips else clip

    def way_at(self, clip: str, phase: float) -> tuple[str, float]:
        """Which clip of a row plays at a phase 0..1, and its own phase; a clip that is no row plays itself."""
        row = self.clips[clip].seq
        if not row:
            return clip, phase
        seconds, name = phase % 1.0 * self.duration(clip), row[-1][0]
        for name, loops in row:
            if seconds < self.duration(name) * loops:
                break
            seconds -= self.duration(name) * loops
        return name, seconds / self.duration(name) % 1.0

    def loops(self, clip: str) -> bool:
        return self.clips[clip].loop

    def advance(self, clip: str) -> float:
        """Rig units by which the clip itself ends further on."""
        return float(self.clips[clip].advance)

    def scroll(self, clip: str) -> float:
        """Rig units by which the ground passes in one loop of a walk in place."""
        motion = self.clips[clip]
        if motion.seq:
            return float(sum(self.scroll(name) * loops for name, loops in motion.seq))
        return float(motion.scroll)


def hop_name(before: str, after: str) -> str:
    """The clip in which one way of walking becomes the next."""
    return f"{before}_to_{after}"


def pose_at(rig: Rig, clip: str, phase: float) -> Pose:
    """What every part does at a phase 0..1 of a clip; phases beyond wrap."""
    # Whoever read the file let nothing but known channels through; to name them here again would cost every frame.
    return cast(Pose, _moved(rig, clip, phase))


def _moved(rig: Rig, clip: str, phase: float) -> Parts:
    motion = rig.clips[clip]
    if motion.seq:
        return _moved(rig, *rig.way_at(clip, phase))
    if motion.between:
        return _hop(rig, motion, motion.between, phase)
    out: Parts = {"_phase": {"phase": phase}}
    if motion.base:
        out.update({part: dict(channels) for part, channels in rig.poses[motion.base].items()})
    for part, moves in motion.keys.items():
        out.setdefault(part, {}).update(_channels(moves, motion, phase))
    return out


def _hop(rig: Rig, motion: Motion, between: tuple[str, str], phase: float) -> Parts:
    """Both clips go on below it. On the ground it is the first and then the second one alone, so that feet stand where
    they stood; what cannot be half, a drawing, changes at the top."""
    a, b = (_moved(rig, name, phase * motion.duration / rig.duration(name) % 1.0) for name in between)
    start, end = IN_THE_AIR
    share = float(value_at(((start, 0.0, EASE), (end, 1.0, EASE)), phase, loops=False))
    out = {part: _mixed(rig, part, a.get(part, {}), b.get(part, {}), share) for part in {**a, **b}}
    for part, moves in motion.keys.items():
        own = out.setdefault(part, {})
        for channel, track in moves.tracks.items():
            below = own.get(channel, _rest(rig, part, channel))
            own[channel] = float(below) + float(value_at(track, phase, loops=False))
    return out


def _mixed(rig: Rig, part: str, a: Mapping[str, Value], b: Mapping[str, Value], share: float) -> dict[str, Value]:
    """What a part does on the way from one pose to the other."""
    out = dict(a if share < TOP else b)
    for channel in {**a, **b}:
        before, after = (own.get(channel, _rest(rig, part, channel)) for own in (a, b))
        if channel not in SUDDEN and not isinstance(before, str) and not isinstance(after, str):
            out[channel] = before + (after - before) * share
    return out


def _rest(rig: Rig, part: str, channel: str) -> Value:
    """A channel that no key names."""
    match channel:
        case "sx" | "sy" | "len" | "nail":
            return 1.0
        case "op" if part in rig.parts:
            return rig.parts[part].op
        case "bend" if part in rig.limbs:
            return rig.limbs[part].bend
        case "svg" if part in rig.parts:
            return rig.parts[part].svg
        case _:
            return 0.0


def _channels(moves: Moves, motion: Motion, phase: float) -> dict[str, Value]:
    """A part's own tracks, or another part's it is like, moved in phase, with `add` on top."""
    loops = motion.loop
    if not moves.like:
        return {channel: value_at(track, phase, loops) for channel, track in moves.tracks.items()}
    shifted = (phase + moves.phase) % 1.0
    values = {channel: value_at(track, shifted, loops) for channel, track in motion.keys[moves.like].tracks.items()}
    for channel, more in moves.add.items():
        below = values.get(channel, 0)
        values[channel] = below if isinstance(below, str) else below + more
    values.update({channel: value_at(track, phase, loops) for channel, track in moves.tracks.items()})
    return values


def key_phases(rig: Rig, clip: str) -> tuple[float, ...]:
    """Phases of the clip's key poses, for stills instead of motion: the clip's own `stills`, in playing order.

    Without them the middles of what is held longest, at most four; where nothing is held, four even phases.
    """
    motion = rig.clips[clip]
    if motion.stills:
        return tuple(float(phase) for phase in motion.stills)
    if motion.seq:
        return _montage_stills(rig, motion, rig.duration(clip))
    held: dict[float, float] = {}
    for track in _tracks(motion):
        for (start, value, _), (end, last, _) in zip(track, track[1:]):
            if value == last and end - start >= 0.08:
                middle = round((start + end) / 2, 2)
                held[middle] = max(held.get(middle, 0), end - start)
    best = sorted(held, key=lambda phase: -held[phase])
    apart: list[float] = []
    for phase in best:
        if all(min(abs(phase - p), 1 - abs(phase - p)) >= 0.15 for p in apart):
            apart.append(phase)
    return tuple(sorted(apart[:4])) if len(apart) >= 2 else (0.0, 0.25, 0.5, 0.75)


def telling_phases(rig: Rig, clip: str) -> tuple[float, ...]:
    """Two key poses that tell the movement side by side on paper: the first, and the one furthest from it in the loop.
    Of clips in a row the first of each, at most three; of a clip that keeps one pose that one."""
    motion = rig.clips[clip]
    if motion.seq:
        return _montage_stills(rig, motion, rig.duration(clip))[::2][:3]
    first, *others = key_phases(rig, clip)
    if not others:
        return (first,)
    return first, max(others, key=lambda phase: min(abs(phase - first), 1 - abs(phase - first)))


def _tracks(motion: Motion) -> Iterable[tuple[Key, ...]]:
    """The tracks that have keys."""
    for moves in motion.keys.values():
        yield from (track for track in moves.tracks.values() if isinstance(track, tuple))


def _montage_stills(rig: Rig, motion: Motion, total: float) -> tuple[float, ...]:
    """The first two key poses of every clip of a montage."""
    at, out = 0.0, []
    for name, loops in motion.seq:
        out += [(at + rig.duration(name) * phase) / total for phase in key_phases(rig, name)[:2]]
        at += rig.duration(name) * loops
    return tuple(out)
