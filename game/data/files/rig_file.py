"""A puppet's file, told in `assets/rigs/README.md`, into a puppet.

A rig may extend another and a clip may be made from another; both are resolved here. A field or channel that nobody
knows is refused with its name: it would else do nothing, and nobody would see why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from game.data.files.fixed import Values, fixed
from game.puppet.rig import CHANNELS, Actor, Limb, Line, Motion, Moves, Nail, PuppetPart, Rig, Toe, hop_name
from game.puppet.track import EASE, Key, Track

T = TypeVar("T")


def merged(below: Values, above: Values) -> dict[str, Any]:
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


def whole(name: str, load: Callable[[str], Values]) -> dict[str, Any]:
    """The rig file `name` with `extends` and `from` resolved; `load` gives a file's own values."""
    values = dict(load(name))
    if "extends" in values:
        values = merged(whole(str(values["extends"]), load), values)
    clips: Values = values.get("clips") or {}
    values["clips"] = {key: _whole_clip(clip, clips) for key, clip in clips.items()}
    return values


def _whole_clip(clip: Values, clips: Values) -> Values:
    if "from" not in clip:
        return clip
    return merged(_whole_clip(clips[clip["from"]], clips), {k: v for k, v in clip.items() if k != "from"})


def rig_of(name: str, values: Values) -> Rig:
    """A rig from its whole values. Raises TypeError for a field, ValueError for a channel that is not known."""
    view = values.get("view") or [0, 0, *values["size"]]
    origin = values.get("origin") or [0, 0]
    return Rig(
        name=name,
        view=(float(view[0]), float(view[1]), float(view[2]), float(view[3])),
        origin=(float(origin[0]), float(origin[1])),
        parts=_each(values, "parts", _part),
        limbs=_each(values, "limbs", lambda said: Limb(**fixed(said))),
        chains=_each(values, "chains", _toe),
        paths=_each(values, "paths", lambda said: Line(**fixed(said))),
        actors=_each(values, "actors", lambda said: Actor(**fixed(said))),
        colours=values.get("colours") or {},
        art=values.get("art") or {},
        swap=values.get("swap") or {},
        poses=values.get("poses") or {},
        clips=_clips(values),
    )


def _clips(values: Values) -> dict[str, Motion]:
    """Every clip, and those in which the ways of walking of a row become one another, in a ring."""
    said: Values = values.get("clips") or {}
    out = {key: _motion({k: v for k, v in clip.items() if k != "hop"}) for key, clip in said.items()}
    for key, clip in said.items():
        if "hop" in clip:
            ways = [name for name, _ in out[key].seq]
            for pair in zip(ways, [*ways[1:], ways[0]]):
                out[hop_name(*pair)] = replace(_motion(clip["hop"]), between=pair, loop=False)
    return out


def _each(values: Values, name: str, made: Callable[[Values], T]) -> dict[str, T]:
    return {key: made(said or {}) for key, said in (values.get(name) or {}).items()}


def _part(said: Values) -> PuppetPart:
    part = fixed(said)
    if isinstance(part.get("morph"), str):
        part["morph"] = (part["morph"],)
    return PuppetPart(**part)


def _toe(said: Values) -> Toe:
    toe = fixed(said)
    if toe.get("nail"):
        toe["nail"] = Nail(**toe["nail"])
    return Toe(**toe)


def _motion(said: Values) -> Motion:
    return Motion(**{**fixed(said), "keys": _each(said, "keys", _moves)})


def _moves(said: Values) -> Moves:
    if "like" not in said:
        return Moves(_tracks(said))
    add = _known(said.get("add") or {})
    own = {channel: keys for channel, keys in said.items() if channel not in ("like", "phase", "add")}
    return Moves(_tracks(own), said["like"], said.get("phase", 0), add)


def _tracks(said: Values) -> dict[str, Track]:
    return {channel: _track(keys) if isinstance(keys, list) else keys for channel, keys in _known(said).items()}


def _track(keys: list[list[Any]]) -> tuple[Key, ...]:
    return tuple([(key[0], key[1], key[2] if len(key) > 2 else EASE) for key in keys])


def _known(said: Values) -> Values:
    """The same, when every channel is one that puppets have."""
    if not CHANNELS.issuperset(said):
        raise ValueError(f"no channel of a puppet: {', '.join(sorted(set(said) - CHANNELS))}")
    return said
