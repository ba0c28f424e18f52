"""A puppet: its parts, limbs, toes, growing lines and clips, as read from one file.

The format (rig units, y down, degrees clockwise) is told in `assets/rigs/README.md`. A rig may extend another and a
clip may be made from another; both are resolved here, so that everything after sees whole values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.puppet.matrix import Point
from game.puppet.track import value_at

Spec = Mapping[str, Any]
Pose = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Rig:
    """One puppet. `view` is (x, y, w, h) of what is drawn, `origin` the ground point a scene places."""

    name: str
    view: tuple[float, float, float, float]
    origin: Point
    parts: Mapping[str, Spec]
    limbs: Mapping[str, Spec]
    chains: Mapping[str, Spec]
    paths: Mapping[str, Spec]
    actors: Mapping[str, Spec]
    colours: Mapping[str, str]
    art: Mapping[str, str]
    swap: Mapping[str, str]
    poses: Mapping[str, Spec]
    clips: Mapping[str, Spec]

    def duration(self, clip: str) -> float:
        """Seconds of one loop."""
        spec = self.clips[clip]
        if "seq" in spec:
            return float(sum(self.duration(name) * loops for name, loops in spec["seq"]))
        return float(spec["duration"])

    def loops(self, clip: str) -> bool:
        return bool(self.clips[clip].get("loop", True))

    def advance(self, clip: str) -> float:
        """Rig units by which the clip itself ends further on."""
        return float(self.clips[clip].get("advance", 0))

    def scroll(self, clip: str) -> float:
        """Rig units by which the ground passes in one loop of a walk in place."""
        spec = self.clips[clip]
        if "seq" in spec:
            return float(sum(self.scroll(name) * loops for name, loops in spec["seq"]))
        return float(spec.get("scroll", 0))


def merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """`above` over `below`, mappings merged deep; None takes a key away."""
    out = dict(below)
    for key, value in above.items():
        if value is None:
            out.pop(key, None)
        elif isinstance(value, Mapping) and isinstance(out.get(key), Mapping):
            out[key] = merged(out[key], value)
        else:
            out[key] = value
    return out


def whole(name: str, load: Callable[[str], Mapping[str, Any]]) -> dict[str, Any]:
    """The rig file `name` with `extends` and `from` resolved; `load` gives a file's own values."""
    values = dict(load(name))
    if "extends" in values:
        values = merged(whole(str(values["extends"]), load), values)
    clips: Mapping[str, Any] = values.get("clips") or {}
    values["clips"] = {key: _whole_clip(clip, clips) for key, clip in clips.items()}
    return values


def _whole_clip(clip: Mapping[str, Any], clips: Mapping[str, Any]) -> Mapping[str, Any]:
    if "from" not in clip:
        return clip
    return merged(_whole_clip(clips[clip["from"]], clips), {k: v for k, v in clip.items() if k != "from"})


def rig_of(name: str, values: Mapping[str, Any]) -> Rig:
    """A rig from its whole values."""
    view = values.get("view") or [0, 0, *values["size"]]
    origin = values.get("origin") or [0, 0]
    return Rig(
        name=name,
        view=(float(view[0]), float(view[1]), float(view[2]), float(view[3])),
        origin=(float(origin[0]), float(origin[1])),
        **{
            field: values.get(field) or {}
            for field in ("parts", "limbs", "chains", "paths", "actors", "colours", "art", "swap", "poses", "clips")
        },
    )


def pose_at(rig: Rig, clip: str, phase: float) -> Pose:
    """What every part does at a phase 0..1 of a clip; phases beyond wrap."""
    spec = rig.clips[clip]
    if "seq" in spec:
        return _montage(rig, spec, phase % 1.0 * rig.duration(clip))
    loops = bool(spec.get("loop", True))
    out: dict[str, dict[str, Any]] = {"_phase": {"phase": phase}}
    if base := spec.get("base"):
        out.update({part: dict(channels) for part, channels in rig.poses[base].items()})
    keys: Mapping[str, Any] = spec.get("keys") or {}
    for part, channels in keys.items():
        out.setdefault(part, {}).update(_channels(channels, keys, phase, loops))
    return out


def _montage(rig: Rig, spec: Spec, seconds: float) -> Pose:
    """Clips one after another, each so many loops."""
    name = spec["seq"][-1][0]
    for name, loops in spec["seq"]:
        if seconds < rig.duration(name) * loops:
            break
        seconds -= rig.duration(name) * loops
    return pose_at(rig, name, seconds / rig.duration(name) % 1.0)


def _channels(channels: Spec, keys: Mapping[str, Any], phase: float, loops: bool) -> dict[str, Any]:
    """A part's own tracks, or another part's `like` it, moved in phase, with `add` on top."""
    own = dict(channels)
    if "like" not in own:
        return {channel: value_at(track, phase, loops) for channel, track in own.items()}
    source, shift, add = keys[own.pop("like")], own.pop("phase", 0), own.pop("add", {})
    values = {channel: value_at(track, (phase + shift) % 1.0, loops) for channel, track in source.items()}
    for channel, more in add.items():
        values[channel] = values.get(channel, 0) + more
    values.update({channel: value_at(track, phase, loops) for channel, track in own.items()})
    return values


def key_phases(rig: Rig, clip: str) -> tuple[float, ...]:
    """Phases of the clip's key poses, for stills instead of motion: the clip's own `stills`, in playing order.

    Without them the middles of what is held longest, at most four; where nothing is held, four even phases.
    """
    spec = rig.clips[clip]
    if "stills" in spec:
        return tuple(float(phase) for phase in spec["stills"])
    if "seq" in spec:
        return _montage_stills(rig, spec["seq"], rig.duration(clip))
    held: dict[float, float] = {}
    for channels in (spec.get("keys") or {}).values():
        for track in channels.values():
            if isinstance(track, list) and track and isinstance(track[0], list):
                for a, b in zip(track, track[1:]):
                    if a[1] == b[1] and b[0] - a[0] >= 0.08:
                        middle = round((a[0] + b[0]) / 2, 2)
                        held[middle] = max(held.get(middle, 0), b[0] - a[0])
    best = sorted(held, key=lambda phase: -held[phase])
    apart: list[float] = []
    for phase in best:
        if all(min(abs(phase - p), 1 - abs(phase - p)) >= 0.15 for p in apart):
            apart.append(phase)
    return tuple(sorted(apart[:4])) if len(apart) >= 2 else (0.0, 0.25, 0.5, 0.75)


def _montage_stills(rig: Rig, seq: Sequence[Any], total: float) -> tuple[float, ...]:
    """The first two key poses of every clip of a montage."""
    at, out = 0.0, []
    for name, loops in seq:
        out += [(at + rig.duration(name) * phase) / total for phase in key_phases(rig, name)[:2]]
        at += rig.duration(name) * loops
    return tuple(out)
