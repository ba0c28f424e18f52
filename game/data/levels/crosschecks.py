"""What must hold between the fields of a level file, between files, and between them and the art and the voice."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.core.content import AgeBand
from game.data.levels.problems import Findings, nearest
from game.data.levels.yaml_tree import Node, at

WORK = 120  # seconds, the longest piece of work, both feet together
Values = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Known:
    """The names that level files may use: clips ("rig/clip"), places, and ids of spoken lines."""

    clips: frozenset[str]
    places: frozenset[str]
    lines: frozenset[str]


def check_name(root: Node | None, values: Values, stem: str, findings: Findings) -> None:
    """A file is named as its id, so that no two files have the same."""
    if values and values["id"] != stem:
        findings.add(at(root, "id"), "id", f"the file is named {stem}, so the id must be {stem}, found {values['id']}")


def check_is_new(root: Node | None, stem: str, findings: Findings, shipped: Collection[str]) -> None:
    """A family's own file never takes the place of a shipped one: its doses and words were written for that id."""
    if stem in shipped:
        findings.add(at(root, "id"), "id", f"{stem} is shipped with the game and stays as it is; choose another id")


def check_exercise(root: Node | None, values: Values, findings: Findings, known: Known | None) -> None:
    """The dose's road, the longest work, and the names of art and voice."""
    if not values:
        return
    _check_dose(root, values, findings)
    for thing in values["swaps"]:
        if thing not in values["equipment"] and not (thing == "chair" and values["position"] == "chair"):
            message = f"{thing} is not among the equipment{nearest(thing, values['equipment'])}"
            findings.add(at(root, "swaps", thing), f"swaps.{thing}", message)
    if known:
        _check_clips(root, values["demonstration"], findings, known)
        _check_lines(root, values, findings, known)


def _check_dose(root: Node | None, values: Mapping[str, Any], findings: Findings) -> None:
    dose, feet = values["dose"], 2 if values["per_foot"] else 1
    if dose["cap"] < dose["start"]:
        findings.add(at(root, "dose", "cap"), "dose.cap", f"{dose['cap']} is below the start, {dose['start']}")
    elif (dose["cap"] - dose["start"]) % dose["step"]:
        message = f"steps of {dose['step']} from {dose['start']} do not meet the cap, {dose['cap']}"
        findings.add(at(root, "dose", "step"), "dose.step", message)
    if values["beside"]:
        return
    for name in ("seconds_per_unit", "tempo"):
        seconds = dose["cap"] * values[name] * feet
        if seconds > WORK:
            both = ", both feet," if feet == 2 else ""
            message = f"one set at the cap{both} is {seconds:g} seconds of work, at most {WORK} are possible"
            findings.add(at(root, "dose", "cap"), "dose.cap", f"with {name} {values[name]:g} {message}")


def _check_clips(root: Node | None, shown: Mapping[str, Any], findings: Findings, known: Known) -> None:
    clips: list[tuple[tuple[str | int, ...], str]] = [(("right",), shown["right"])]
    if shown["mistake"]:
        clips.append((("mistake",), shown["mistake"]))
    if shown["lens"]:
        clips.append((("lens", "clip"), shown["lens"]["clip"]))
    clips += [(("variants", i), clip) for i, clip in enumerate(shown["variants"])]
    for path, clip in clips:
        if clip not in known.clips:
            message = f"there is no clip {clip}{nearest(clip, known.clips)}"
            findings.add(at(root, "demonstration", *path), f"demonstration.{_dotted(path)}", message)
    if (place := shown["place"]) not in known.places:
        message = f"there is no place {place}{nearest(place, known.places)}"
        findings.add(at(root, "demonstration", "place"), "demonstration.place", message)


def _check_lines(root: Node | None, values: Mapping[str, Any], findings: Findings, known: Known) -> None:
    for i, thing in enumerate(values["equipment"]):
        if f"things_{thing}" not in known.lines:
            things = [line.removeprefix("things_") for line in known.lines if line.startswith("things_")]
            message = f"no spoken line things_{thing} says it{nearest(thing, things)}"
            findings.add(at(root, "equipment", i), f"equipment[{i}]", message)
    for thing in values["swaps"]:
        if not {f"swap_{thing}", f"things_{thing}"} & known.lines:
            findings.add(at(root, "swaps", thing), f"swaps.{thing}", f"no spoken line swap_{thing} says it")


def check_others(root: Node | None, values: Values, findings: Findings, exercises: Collection[str]) -> None:
    """What an exercise is never done with exists."""
    if values:
        _check_ids(root, "never_with", values["never_with"], findings, exercises)


def check_programme(root: Node | None, values: Values, findings: Findings, exercises: Collection[str]) -> None:
    """Every exercise of a programme exists and has one place in it."""
    if not values:
        return
    seen: set[str] = set()
    for key in ("exercises", "on_order", "beside"):
        _check_ids(root, key, values[key], findings, exercises)
        for i, id_ in enumerate(values[key]):
            if id_ in seen:
                findings.add(at(root, key, i), f"{key}[{i}]", f"{id_} has a place in this programme already")
        seen |= set(values[key])


def _check_ids(root: Node | None, key: str, ids: Sequence[str], findings: Findings, known: Collection[str]) -> None:
    for i, id_ in enumerate(ids):
        if id_ not in known:
            findings.add(at(root, key, i), f"{key}[{i}]", f"there is no exercise {id_}{nearest(id_, known)}")


def check_rules(root: Node | None, values: Values, findings: Findings) -> None:
    """Budgets grow."""
    if not values:
        return
    for band in AgeBand:
        age = values["ages"][band.value]
        if age["cap"] < age["first_budget"]:
            message = f"{age['cap']} is below the first budget, {age['first_budget']}"
            findings.add(at(root, "ages", band.value, "cap"), f"ages.{band.value}.cap", message)


def _dotted(path: Sequence[str | int]) -> str:
    """A path as messages write it: lens.clip, variants[2]."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
