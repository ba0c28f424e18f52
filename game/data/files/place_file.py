"""The file of a place or of a chapter's map into what it says. A field that nobody knows is refused with its name."""

from __future__ import annotations

from game.data.files.fixed import Values, fixed
from game.puppet.place import Drawn, Layer, Marks, PathLook, PlaceArt, Props, Sky, Stars, Stripe, TrailArt


def place_of(values: Values) -> PlaceArt:
    """A place from its file's values. Raises TypeError for a field that is not known."""
    return PlaceArt(**{**fixed(values), "layers": _layers(values)})


def trail_of(values: Values) -> TrailArt:
    """A chapter's map from its file's values. Raises TypeError for a field that is not known."""
    via = {int(n): points for n, points in fixed(values.get("via") or {}).items()}
    return TrailArt(**{**fixed(values), "layers": _layers(values), "path": PathLook(**values["path"]), "via": via})


def _layers(values: Values) -> tuple[Layer, ...]:
    return tuple(map(_layer, values["layers"]))


def _layer(said: Values) -> Layer:
    layer = fixed(said)
    if said.get("sky"):
        layer["sky"] = Sky(**fixed(said["sky"]))
    if said.get("stars"):
        layer["stars"] = Stars(**fixed(said["stars"]))
    layer["props"] = tuple(map(_props, said.get("props") or ()))
    layer["bands"] = tuple(Stripe(**fixed(stripe)) for stripe in said.get("bands") or ())
    layer["marks"] = tuple(Marks(**fixed(marks)) for marks in said.get("marks") or ())
    svg = said.get("svg") or ()
    layer["svg"] = tuple(map(_drawn, svg if isinstance(svg, list) else [svg] if svg else ()))
    return Layer(**layer)


def _props(said: Values) -> Props:
    props = fixed(said)
    if isinstance(props["part"], str):
        props["part"] = (props["part"],)
    return Props(**props)


def _drawn(said: str | Values) -> Drawn:
    return Drawn(d=said) if isinstance(said, str) else Drawn(**fixed(said))
