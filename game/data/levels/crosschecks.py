"""What must hold between the fields of a level file, between files, and between them and the art and the voice.

A file with a wrong field is looked at as well, so that everything is told at once: what was wrong in it is None in the
values given here, whatever their types say, and nothing is said of that.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from game.core.level_messages import Told, told
from game.core.numbers import AT_MOST, PRODUCTS, AgeRule
from game.data.levels.known import Known
from game.data.levels.problems import Findings, nearest
from game.data.levels.written import (
    Named,
    Said,
    WrittenDemonstration,
    WrittenDose,
    WrittenExercise,
    WrittenProgramme,
    WrittenRules,
    WrittenWords,
)
from game.data.levels.yaml_tree import Node, at

# What recorded lines say of the rules' numbers, in the number's own measure: four weeks are 28 days.
SAID_ALOUD = {
    "bloom_why": ("bloom_days", 4),
    "function_kept": ("function_every_days", 28),
    "graduate_next": ("streak_days_strong", 2),
    "label_two_minutes": ("two_minutes_seconds", 120),
    "ouch_star": ("stars_tried", 1),
    "stars_whole_quest": ("stars_quest", 1),
}


def check_name(root: Node | None, values: Named | None, stem: str, findings: Findings) -> None:
    """A file is named as its id, so that no two files have the same."""
    if values and values.id is not None and values.id != stem:
        findings.add(at(root, "id"), "id", told("id_is_file", stem=stem, id=values.id))


def check_is_new(root: Node | None, stem: str, findings: Findings, shipped: Collection[str]) -> None:
    """A family's own file never takes the place of a shipped one: its doses and words were written for that id."""
    if stem in shipped:
        findings.add(at(root, "id"), "id", told("id_is_ours", stem=stem))


def check_exercise(
    root: Node | None, values: WrittenExercise | None, findings: Findings, known: Known | None, work: int | None
) -> None:
    """The dose's road, the longest work, and the names of art and voice. `work` is the rules' longest piece of work in
    seconds, both feet together; None where there are no rules to ask."""
    if not values:
        return
    if values.dose:
        _check_dose(root, values, values.dose, findings, work)
    for thing in values.swaps or () if values.equipment is not None else ():
        if thing not in values.equipment and not (thing == "chair" and values.position == "chair"):
            message = nearest(told("swap", thing=thing), thing, values.equipment)
            findings.add(at(root, "swaps", thing), f"swaps.{thing}", message)
    if known:
        if values.demonstration:
            _check_clips(root, values.demonstration, findings, known)
        _check_things(root, values, findings, known)
        if (
            values.id is not None and f"{values.id}_name" not in known.lines
        ):  # a shipped one has its words in the catalogue of texts
            _remark_words(root, values, findings)


def _check_dose(
    root: Node | None, values: WrittenExercise, dose: WrittenDose, findings: Findings, work: int | None
) -> None:
    if None not in (dose.cap, dose.start) and dose.cap < dose.start:
        findings.add(at(root, "dose", "cap"), "dose.cap", told("below_start", cap=dose.cap, start=dose.start))
    elif None not in (dose.cap, dose.start, dose.step) and (dose.cap - dose.start) % dose.step:
        message = told("steps", step=dose.step, start=dose.start, cap=dose.cap)
        findings.add(at(root, "dose", "step"), "dose.step", message)
    if values.beside or None in (work, dose.cap, values.per_foot, values.beside):
        return
    feet, work = 2 if values.per_foot else 1, work or 0
    for name, each in (("seconds_per_unit", values.seconds_per_unit), ("tempo", values.tempo)):
        if each is None:
            continue
        seconds = dose.cap * each * feet
        if seconds > work:
            key = "work_both" if feet == 2 else "work"
            message = told(key, name=name, each=f"{each:g}", seconds=f"{seconds:g}", work=work)
            findings.add(at(root, "dose", "cap"), "dose.cap", message)


def _check_clips(root: Node | None, shown: WrittenDemonstration, findings: Findings, known: Known) -> None:
    clips: list[tuple[tuple[str | int, ...], str]] = [(("right",), shown.right)]
    if shown.mistake:
        clips.append((("mistake",), shown.mistake))
    if shown.lens:
        clips.append((("lens", "clip"), shown.lens.clip))
    clips += [(("variants", i), clip) for i, clip in enumerate(shown.variants or ())]
    for path, clip in clips:
        if clip is not None and clip not in known.clips:
            message = nearest(told("no_clip", name=clip), clip, known.clips)
            findings.add(at(root, "demonstration", *path), f"demonstration.{_dotted(path)}", message)
    if (place := shown.place) is not None and place not in known.places:
        message = nearest(told("no_place", name=place), place, known.places)
        findings.add(at(root, "demonstration", "place"), "demonstration.place", message)


def _check_things(root: Node | None, values: WrittenExercise, findings: Findings, known: Known) -> None:
    """Everything to fetch, and what else will do for it, can be named: by the game or by the file's own words."""
    if at(root, "words") is not root and (not values.words or values.words.things is None):
        return  # what it names is not known
    own = values.words.things if values.words else {}
    fetched, named = {*known.to_fetch, *own}, {*known.things, *own}
    for i, thing in enumerate(values.equipment or ()):
        if thing is not None and thing not in fetched:
            message = _no_name(thing, fetched)
            findings.add(at(root, "equipment", i), f"equipment[{i}]", message)
    for thing, other in (values.swaps or {}).items():
        if other not in named:
            message = _no_name(other, named)
            findings.add(at(root, "swaps", thing), f"swaps.{thing}", message)


def _no_name(thing: str, named: Collection[str]) -> Told:
    return told("no_thing_do", problem=nearest(told("no_thing", name=thing), thing, named))


# What the game does where an exercise's file leaves a part of `words` out.
INSTEAD = {
    "right": "a general sentence is read instead",
    "cheat": "a general sentence is read instead",
    "how": "what the file says under `what` is told instead",
    "mistake": "the mistake is shown without a word",
    "helper": "a cue is said instead",
    "story": "none is told",
    "go": '"Go!" is said instead',
    "cues": "only what all exercises share is said while it is done",
}


TITLE, ABOUT = 24, 100  # letters that fit where an exercise, and two lines about a programme, have least room


def _remark_length(root: Node | None, key: str, said: Said, findings: Findings, most: int) -> None:
    if not said:
        return
    longest = len(said) if isinstance(said, str) else max(map(len, said.values()))
    if longest > most:
        findings.remark(at(root, key), key, f"has {longest} letters: in a small place the first {most} are seen")


def _remark_words(root: Node | None, values: WrittenExercise, findings: Findings) -> None:
    """What an exercise of one's own leaves out, and what stands in for it."""
    _remark_length(root, "title", values.title, findings, TITLE)
    if at(root, "words") is not root and not values.words:
        return  # what it leaves out is not known
    place = at(root, "words" if values.words else "id")
    words = values.words or WrittenWords()
    for part, instead in INSTEAD.items():
        is_needed = part != "mistake" or (values.demonstration and values.demonstration.mistake)
        said = getattr(words, part)
        if is_needed and said is not None and not said:
            findings.remark(place, f"words.{part}", f"is left out: {instead}")


def check_others(
    root: Node | None, values: WrittenExercise | None, findings: Findings, exercises: Collection[str]
) -> None:
    """What an exercise is never done with exists."""
    if values:
        _check_ids(root, "never_with", values.never_with, findings, exercises)


def check_programme(
    root: Node | None, values: WrittenProgramme | None, findings: Findings, exercises: Collection[str]
) -> None:
    """Every exercise of a programme exists and has one place in it."""
    if not values:
        return
    seen: set[str] = set()
    for key, ids in (("exercises", values.exercises), ("on_order", values.on_order), ("beside", values.beside)):
        _check_ids(root, key, ids, findings, exercises)
        for i, id_ in enumerate(ids or ()):
            if id_ is not None and id_ in seen:
                findings.add(at(root, key, i), f"{key}[{i}]", told("place_twice", name=id_))
        seen |= set(ids or ())


def remark_programme(root: Node | None, values: WrittenProgramme | None, findings: Findings) -> None:
    """What of a family's own programme is not seen whole where one is chosen; the shipped ones have texts for it."""
    if values:
        _remark_length(root, "title", values.title, findings, TITLE)
        _remark_length(root, "what", values.what, findings, ABOUT)


def _check_ids(root: Node | None, key: str, ids: Sequence[str], findings: Findings, known: Collection[str]) -> None:
    for i, id_ in enumerate(ids or ()):
        if id_ is not None and id_ not in known:
            findings.add(at(root, key, i), f"{key}[{i}]", nearest(told("no_exercise", name=id_), id_, known))


def check_rules(root: Node | None, values: WrittenRules | None, findings: Findings) -> None:
    """Budgets grow and hold any exercise, no two numbers contradict each other, and the voice says what they say."""
    if not values:
        return
    n = {name: number.value for name, number in values.numbers.items() if number and number.value is not None}
    for less, more in AT_MOST:
        if less in n and more in n and n[less] > n[more]:
            message = told("below", value=n[more], name=less, least=n[less])
            findings.add(at(root, more, "value"), f"{more}.value", message)
    for times, unit, most in PRODUCTS:
        if not {unit, most} <= n.keys() or (isinstance(times, str) and times not in n):
            continue
        many = times if isinstance(times, int) else n[times]
        if many * n[unit] > n[most]:
            message = told("product", many=many, seconds=n[unit], name=most, most=n[most])
            findings.add(at(root, unit, "value"), f"{unit}.value", message)
    for band, age in (values.ages or {}).items():
        if age:
            _check_age(root, band, age.rule, n, findings)
    _check_voice(root, n, findings)


def _check_age(root: Node | None, band: str, rule: AgeRule, n: Mapping[str, int], findings: Findings) -> None:
    where, first = f"ages.{band}", rule.first_budget
    if first is None:
        return
    if rule.cap is not None and rule.cap < first:
        message = told("budget_cap", cap=rule.cap, first=first)
        findings.add(at(root, "ages", band, "cap"), f"{where}.cap", message)
    if "change_seconds" in n and "work_seconds_most" in n and first < n["change_seconds"] + n["work_seconds_most"]:
        longest = n["change_seconds"] + n["work_seconds_most"]
        message = told("budget_first", first=first, longest=longest)
        findings.add(at(root, "ages", band, "first_budget"), f"{where}.first_budget", message)


def _check_voice(root: Node | None, numbers: Mapping[str, int], findings: Findings) -> None:
    """A recorded line goes on saying the number it was recorded with."""
    for line, (name, said) in SAID_ALOUD.items():
        if numbers.get(name, said) != said:
            message = f"the clip {line} says {said}, the rule says {numbers[name]}: record it anew"
            findings.remark(at(root, name, "value"), f"{name}.value", message)


def _dotted(path: Sequence[str | int]) -> str:
    """A path as messages write it: lens.clip, variants[2]."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
