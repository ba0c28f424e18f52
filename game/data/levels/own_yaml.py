"""An exercise as a level file in a family's folder: the form's hand, read again by the same reader as everybody's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from game.core.content import Clip, Exercise

# What may not stand in a YAML file as it is, or would end its line.
ODD = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
HEAD = (
    "# Written by the game's form: For grown-ups, Own exercises. It may be changed here as well;\n"
    "# then the form leaves it alone.\n"
)


def yaml_of(exercise: Exercise) -> str:
    """The text of its file. Every text is quoted as JSON quotes, which YAML reads as it is meant, in any script."""
    return HEAD + "".join(f"{line}\n" for line in _lines(exercise))


def _lines(exercise: Exercise) -> Iterator[str]:
    ramp, words = exercise.ramp, exercise.words
    yield f"id: {exercise.id}"
    yield f"title: {_said(exercise.title)}"
    yield f"what: {_said(exercise.what)}"
    yield f"position: {exercise.position.value}"
    yield f"unit: {exercise.unit.value}"
    yield f"per_foot: {_flag(exercise.per_foot)}"
    yield "dose:"
    yield f"  start: {ramp.start}"
    yield f"  step: {ramp.step}"
    yield f"  cap: {ramp.cap}"
    yield f"  reason: {_said(exercise.reason)}"
    yield f"  source: {_said(exercise.source)}"
    yield f"seconds_per_unit: {exercise.seconds_per_unit}"
    yield f"tempo: {exercise.tempo:g}"
    yield f"first_week: {exercise.first_week}"
    if exercise.equipment:
        yield f"equipment: [{', '.join(exercise.equipment)}]"
    if exercise.swaps:
        yield "swaps: {" + ", ".join(f"{thing}: {other}" for thing, other in exercise.swaps.items()) + "}"
    said = {name: getattr(words, name) for name in ("right", "cheat") if getattr(words, name)}
    if said:
        yield "words:"
        yield from (f"  {name}: {_said(text)}" for name, text in said.items())
    yield "demonstration:"
    yield from (f"  {line}" for line in _shown(exercise))


def _shown(exercise: Exercise) -> Iterator[str]:
    shown = exercise.demonstration
    yield f"host: {shown.host}"
    yield f"right: {_clip(shown.right)}"
    if shown.mistake:
        yield f"mistake: {_clip(shown.mistake)}"
    if shown.lens:
        lens = shown.lens
        where = f"zoom: {_number(lens.zoom)}, x: {_number(lens.x)}, y: {_number(lens.y)}"
        yield f"lens: {{clip: {lens.rig}/{lens.clip}, {where}}}"
    yield f"place: {shown.place}"
    yield f"close_up: {_flag(shown.close_up)}"
    yield f"sole: {shown.sole}"
    if shown.variants:
        yield f"variants: [{', '.join(map(_clip, shown.variants))}]"


def _said(text: str) -> str:
    return ODD.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _clip(clip: Clip) -> str:
    return f"{clip.rig}/{clip.clip}"


def _flag(flag: bool) -> str:
    return "true" if flag else "false"


def _number(value: float) -> str:
    """Without an exponent, which the reader takes for text."""
    return f"{value:.9f}".rstrip("0").rstrip(".")
