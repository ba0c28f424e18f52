"""Reads the level files into the catalogue: exercises, programmes and the numbers of the rules.

A mistake never stops the rest: what is good is used, and every problem is told with file and line. What must hold
between files is in `game.data.levels.crosschecks`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from importlib.resources.abc import Traversable
from typing import Generic, TypeVar

from game.core.content import (
    AgeBand,
    Catalogue,
    Clip,
    Demonstration,
    Exercise,
    Lens,
    Position,
    Programme,
    Ramp,
    Unit,
    Words,
)
from game.core.level_messages import told
from game.core.numbers import Rules, Why, bounds_of
from game.data.files.resources import resource
from game.data.levels import crosschecks
from game.data.levels.fields import Record
from game.data.levels.forms import EXERCISE, PROGRAMME, RULES
from game.data.levels.known import Known
from game.data.levels.level_files import is_special, is_there, level_files
from game.data.levels.problems import Findings, Problem
from game.data.levels.written import (
    Said,
    WrittenAge,
    WrittenDemonstration,
    WrittenExercise,
    WrittenLens,
    WrittenNumber,
    WrittenProgramme,
    WrittenRules,
    WrittenWords,
)
from game.data.levels.yaml_tree import SIZE, Node, tree
from game.data.texts.pseudo import PSEUDO, pseudo_entry
from game.frozen import dataclass

log = logging.getLogger(__name__)
ENGLISH = "en"
T = TypeVar("T")
Written_co = TypeVar("Written_co", covariant=True)


@dataclass(frozen=True, slots=True)
class LevelFile(Generic[Written_co]):
    """One file as read: the tree for positions, the values when every field by itself is good, and else of `parts` what
    is: a field that is wrong or missing is None there."""

    form: Record[Written_co]
    stem: str
    root: Node | None
    values: Written_co | None
    findings: Findings
    parts: Written_co | None = None

    @property
    def is_good(self) -> bool:
        """Without any problem."""
        return self.values is not None and not self.findings.problems


def read_catalogue(
    folder: Traversable | None = None, known: Known | None = None, own: Traversable | None = None,
    language: str = ENGLISH,
) -> tuple[Catalogue | None, tuple[Problem, ...]]:  # fmt: skip
    """The catalogue of `read_all`, and every problem."""
    catalogue, files = read_all(folder, known, own, language)
    return catalogue, tuple(problem for file in files for problem in file.findings.problems)


def read_all(
    folder: Traversable | None = None, known: Known | None = None, own: Traversable | None = None,
    language: str = ENGLISH,
) -> tuple[Catalogue | None, tuple[LevelFile[object], ...]]:  # fmt: skip
    """The catalogue in `folder` (the shipped levels when None), joined by a family's `own` folder, and every file as it
    was read.

    The catalogue holds what is good; it is None when the rules' numbers cannot be read, because nothing can be
    planned without them. With `known`, names of clips, places and voice lines are checked, too. Of what a file says in
    several languages `language` is taken. Raises nothing.
    """
    folder = resource("levels") if folder is None else folder
    shipped = read_folder(folder, known)
    work = work_most(next(_said(shipped, WrittenRules), None))
    theirs = read_own(own, folder, known, work) if own else ()
    files = (*shipped, *theirs)
    problems = tuple(problem for file in files for problem in file.findings.problems)
    for problem in problems:
        log.warning("%s", problem)
    rules = next(_good(files, WrittenRules), None)
    if rules is None:
        return None, files
    exercises = {values.id: exercise_of(values, language) for values in _good(files, WrittenExercise)}
    programmes = {values.id: programme_of(values, exercises, language) for values in _good(files, WrittenProgramme)}
    programmes = {id_: programme for id_, programme in programmes.items() if programme.exercises}
    family = [exercises[values.id] for values in _good(theirs, WrittenExercise)]
    return Catalogue(*to_be_ordered(exercises, programmes, family), rules_of(rules), why_of(rules, language)), files


def to_be_ordered(
    exercises: Mapping[str, Exercise], programmes: Mapping[str, Programme], family: Iterable[Exercise]
) -> tuple[dict[str, Exercise], dict[str, Programme]]:
    """A family's own exercises may be ordered whatever the child's programme is: each is in every one of them, among
    what comes on order, unless the programme names it itself. What is done outside sessions is nothing to order."""
    theirs = {exercise.id: exercise for exercise in family if not exercise.beside}
    named = {id_ for programme in programmes.values() for id_ in (*programme.exercises, *programme.on_order)}
    alone = {id_: replace(about, ordered_only=True) for id_, about in theirs.items() if id_ not in named}
    joined = dict[str, Programme]()
    for id_, programme in programmes.items():
        has = {*programme.exercises, *programme.on_order, *programme.beside}
        joined[id_] = replace(programme, on_order=(*programme.on_order, *(own for own in theirs if own not in has)))
    return {**exercises, **alone}, joined


def _said(files: Iterable[LevelFile[object]], kind: type[T]) -> Iterator[T]:
    """What the files of a kind say, every field by itself good."""
    for file in files:
        if isinstance(file.values, kind):
            yield file.values


def _good(files: Iterable[LevelFile[object]], kind: type[T]) -> Iterator[T]:
    """What the files of a kind without problems say."""
    yield from _said((file for file in files if file.is_good), kind)


def read_folder(folder: Traversable, known: Known | None = None) -> tuple[LevelFile[object], ...]:
    """Every level file of a folder, checked by itself, against the others and, with `known`, against the assets; the
    rules come last."""
    exercises = [read_level(file, EXERCISE) for file in level_files(folder, "exercises")]
    programmes = [read_level(file, PROGRAMME) for file in level_files(folder, "programmes")]
    rules = read_level(folder / "rules.yaml", RULES)
    crosschecks.check_rules(rules.root, rules.parts, rules.findings)
    work = work_most(rules.parts)
    written = {file.stem for file in exercises}
    for file in exercises:
        crosschecks.check_name(file.root, file.parts, file.stem, file.findings)
        crosschecks.check_exercise(file.root, file.parts, file.findings, known, work)
        crosschecks.check_others(file.root, file.parts, file.findings, written)
    for routine in programmes:
        crosschecks.check_name(routine.root, routine.parts, routine.stem, routine.findings)
        crosschecks.check_programme(routine.root, routine.parts, routine.findings, written)
    return (*exercises, *programmes, rules)


def work_most(rules: WrittenRules | None) -> int | None:
    """The longest piece of work of a rules file in seconds; None where the file has no good number."""
    most = rules.numbers["work_seconds_most"] if rules else None
    return most.value if most else None


def read_own(
    own: Traversable, folder: Traversable, known: Known | None, work: int | None
) -> tuple[LevelFile[object], ...]:
    """A family's own level files, which may name what is in `folder`, never take its place; none where there are none.
    The numbers of the rules are not a family's to choose: a file of them there is a problem. `work` is the longest
    piece of work of the rules in seconds."""
    try:
        exercises = [read_level(file, EXERCISE) for file in level_files(own, "exercises")]
        programmes = [read_level(file, PROGRAMME) for file in level_files(own, "programmes")]
    except OSError as error:  # somebody else's folder: the family plays without it
        findings = Findings(str(own))
        findings.add(None, "", told("not_looked", error=error.strerror or type(error).__name__))
        return (LevelFile(EXERCISE, "", None, None, findings),)
    theirs = {below: {_stem(file) for file in level_files(folder, below)} for below in ("exercises", "programmes")}
    written = theirs["exercises"] | {file.stem for file in exercises}
    for file in exercises:
        crosschecks.check_name(file.root, file.parts, file.stem, file.findings)
        crosschecks.check_is_new(file.root, file.stem, file.findings, theirs["exercises"])
        crosschecks.check_exercise(file.root, file.parts, file.findings, known, work)
        crosschecks.check_others(file.root, file.parts, file.findings, written)
    for routine in programmes:
        crosschecks.check_name(routine.root, routine.parts, routine.stem, routine.findings)
        crosschecks.check_is_new(routine.root, routine.stem, routine.findings, theirs["programmes"])
        crosschecks.check_programme(routine.root, routine.parts, routine.findings, written)
        crosschecks.remark_programme(routine.root, routine.parts, routine.findings)
    return (*exercises, *programmes, *_own_rules(own))


def _own_rules(own: Traversable) -> Iterator[LevelFile[WrittenRules]]:
    rules = own / "rules.yaml"
    if is_there(rules):
        findings = Findings(str(rules))
        findings.add(None, "", told("rules"))
        yield LevelFile(RULES, _stem(rules), None, None, findings)


def _stem(file: Traversable) -> str:
    return file.name.rpartition(".")[0]


def read_level(file: Traversable, form: Record[T]) -> LevelFile[T]:
    """One file, read by its form; messages name it by its path as given."""
    findings = Findings(str(file))
    data = read_bytes(file, findings)
    root = tree(data, findings) if data is not None else None
    if root is None:
        return LevelFile(form, _stem(file), None, None, findings)
    values = form.read(root, "", findings)
    return LevelFile(form, _stem(file), root, values, findings, form.parts(root) if values is None else values)


def read_bytes(file: Traversable, findings: Findings) -> bytes | None:
    """The file's bytes, one more than the largest size at most; None when it cannot be read."""
    try:
        if is_special(file):
            findings.add(None, "", told("not_regular"))
            return None
        with file.open("rb") as stream:
            return stream.read(SIZE + 1)
    except OSError as error:
        findings.add(None, "", told("not_read", error=error.strerror or type(error).__name__))
    return None


def exercise_of(values: WrittenExercise, language: str = ENGLISH) -> Exercise:
    """The exercise of a good file, its words in that language where the file has them in several."""
    dose = values.dose
    return Exercise(
        id=values.id,
        position=Position(values.position),
        unit=Unit(values.unit),
        per_foot=values.per_foot,
        ramp=Ramp(dose.start, dose.step, dose.cap),
        seconds_per_unit=values.seconds_per_unit,
        first_week=values.first_week,
        equipment=values.equipment,
        tempo=float(values.tempo),
        demonstration=demonstration_of(values.demonstration),
        swaps=values.swaps,
        ordered_only=values.ordered_only,
        beside=values.beside,
        never_with=values.never_with,
        title=in_language(values.title, language),
        what=in_language(values.what, language),
        note=in_language(values.note, language),
        reason=in_language(dose.reason, language),
        source=in_language(dose.source, language),
        words=words_of(values.words, language) if values.words else Words(),
    )


def words_of(words: WrittenWords, language: str) -> Words:
    """What is said and read of an exercise."""

    def said(text: Said) -> str:
        return in_language(text, language)

    return Words(
        right=said(words.right),
        cheat=said(words.cheat),
        how=said(words.how),
        mistake=said(words.mistake),
        helper=said(words.helper),
        story=said(words.story),
        go=said(words.go),
        cues=tuple(map(said, words.cues)),
        things={thing: said(called) for thing, called in words.things.items()},
    )


def in_language(said: Said, language: str) -> str:
    """A text, or the one in the language of a table of them; else the English one, else the first.

    >>> in_language({"de": "Mondgang", "en": "Moon walk"}, "ru")
    'Moon walk'
    """
    if isinstance(said, str):
        return said
    if language in PSEUDO and ENGLISH in said:
        return str(pseudo_entry(language, said[ENGLISH]))
    return said.get(language) or said.get(ENGLISH) or next(iter(said.values()))


def demonstration_of(values: WrittenDemonstration) -> Demonstration:
    """How it is shown."""
    return Demonstration(
        host=values.host,
        right=clip_of(values.right),
        mistake=clip_of(values.mistake) if values.mistake else None,
        lens=lens_of(values.lens) if values.lens else None,
        place=values.place,
        close_up=values.close_up,
        sole=values.sole,
        variants=tuple(clip_of(name) for name in values.variants),
    )


def clip_of(name: str) -> Clip:
    """A clip from its written form.

    >>> clip_of("bo_side/bear_walk")
    Clip(rig='bo_side', clip='bear_walk')
    """
    rig, _, clip = name.partition("/")
    return Clip(rig, clip)


def lens_of(values: WrittenLens) -> Lens:
    """The close-up beside the whole figure."""
    clip = clip_of(values.clip)
    return Lens(clip.rig, clip.clip, float(values.zoom), float(values.x), float(values.y))


def programme_of(
    values: WrittenProgramme, exercises: Mapping[str, Exercise], language: str = ENGLISH
) -> Programme:  # fmt: skip
    """The programme of a good file, without the exercises whose own files are not good."""

    def known(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(id_ for id_ in ids if id_ in exercises)

    return Programme(
        values.id,
        exercises=known(values.exercises),
        beside=known(values.beside),
        on_order=known(values.on_order),
        title=in_language(values.title, language),
        what=in_language(values.what, language),
    )


def rules_of(values: WrittenRules) -> Rules:
    """The numbers of a good file; age bands youngest first."""
    ages = {band.value: values.ages[band.value].rule for band in AgeBand}
    return Rules(ages, **{name: values.numbers[name].value for name in bounds_of(Rules)})


def why_of(values: WrittenRules, language: str = ENGLISH) -> dict[str, Why]:
    """The reasons and sources of a good file, by the number or the age band, in that language where it has them in
    several."""
    numbers = {name: values.numbers[name] for name in bounds_of(Rules)}
    written: dict[str, WrittenAge | WrittenNumber] = {**values.ages, **numbers}
    return {
        name: Why(in_language(said.reason, language), in_language(said.source, language))
        for name, said in written.items()
    }
