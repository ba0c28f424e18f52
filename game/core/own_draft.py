"""An exercise that a family writes down for itself, while it is filled in: what it says, and what of it is refused.

Amounts are one set's in the exercise's unit, with each foot where one works after the other; `seconds` is how long one
takes. What is accepted here is accepted by the reader of level files as well, and read as the same values.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from game.core.content import AgeBand, Clip, Demonstration, Exercise, Foot, Position, Ramp, Unit, Words
from game.core.nicknames import as_kept
from game.core.numbers import Rules
from game.core.quest import Reason, reason
from game.frozen import dataclass

LONGEST_NAME, LONGEST_HOW, LONGEST_READ = 40, 200, 120  # letters of the name, of what is told, of what is read
LONGEST_EACH = 60  # seconds
MOST_SETS = 3
POSITIONS = (Position.LYING, Position.FLOOR, Position.CHAIR, Position.STANDING, Position.WALKING)
UNITS = (Unit.SECONDS, Unit.REPS, Unit.PIECES, Unit.SHAPES)
EACH = {Unit.SECONDS: 1, Unit.REPS: 4, Unit.PIECES: 6, Unit.SHAPES: 8}  # seconds of one, as the routine has them
FIRST = {Unit.SECONDS: (20, 5, 40), Unit.REPS: (5, 1, 10), Unit.PIECES: (3, 1, 8), Unit.SHAPES: (2, 1, 6)}
# Other alphabets into the letters of a file's name, as they are usually written.
LETTERS: Mapping[str, str] = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "'", "ы": "y", "ь": "'", "э": "e", "ю": "yu",
    "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d",
}  # fmt: skip
# Names no file has on Windows, and words that are no names in YAML.
NO_NAME = ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
NO_NAME += ("true", "false", "null")


class WorkingFeet(StrEnum):
    """Which foot works."""

    TOGETHER = "together"
    EACH = "each"
    LEFT = "left"
    RIGHT = "right"

    @property
    def foot(self) -> Foot | None:
        """The one that is ordered alone."""
        return {WorkingFeet.LEFT: Foot.LEFT, WorkingFeet.RIGHT: Foot.RIGHT}.get(self)


class OwnPart(StrEnum):
    """A field of the form."""

    NAME = "name"
    WHO = "who"
    UNIT = "unit"
    SIDE = "side"
    START = "start"
    STEP = "step"
    CAP = "cap"
    SECONDS = "seconds"
    SETS = "sets"


@dataclass(frozen=True, slots=True)
class AgeRoom:
    """What sessions at a child's age leave room for, in seconds: the `first` one holds so many `exercises`, each with
    the `change` to it; the `longest` there will be holds one with all its sets and the `rest` between them."""

    age: AgeBand
    first: int
    longest: int
    exercises: int
    change: int
    rest: int

    @classmethod
    def of(cls, rules: Rules, age: AgeBand) -> AgeRoom:
        band = rules.ages[age]
        return cls(
            age, band.first_budget, band.cap, rules.first_week_exercises, rules.change_seconds, rules.rest_seconds
        )

    @property
    def start_work(self) -> int:
        """The longest work to start with."""
        return max(1, self.first // self.exercises - self.change)

    def most_sets(self, work: int) -> int:
        """How many sets of so much work the longest session holds; at least 1."""
        return max(1, (self.longest - self.change + self.rest) // (work + self.rest))


@dataclass(frozen=True, slots=True)
class OwnRefusal:
    """What cannot be written down, and why."""

    part: OwnPart
    reason: Reason


@dataclass(frozen=True, slots=True)
class OwnDraft:
    """The form as it stands. `how` is told to the child, `right` and `cheat` are read by a grown-up; `shown`,
    `equipment` and `swaps` come with the pictures. `id` is "" for a new one."""

    shown: Demonstration
    id: str = ""
    name: str = ""
    how: str = ""
    right: str = ""
    cheat: str = ""
    who: str = ""
    position: Position = Position.CHAIR
    unit: Unit = Unit.REPS
    side: WorkingFeet = WorkingFeet.EACH
    start: int = 5
    step: int = 1
    cap: int = 10
    seconds: int = 4
    equipment: tuple[str, ...] = ()
    swaps: tuple[tuple[str, str], ...] = ()
    sets: int = MOST_SETS

    # ---------------------------------------------------------------- changing
    def in_unit(self, unit: Unit, work: int) -> OwnDraft:
        """Counted in another unit, with the doses that go with it. `work` as in `most`."""
        start, step, cap = FIRST[unit]
        other = replace(self, unit=unit, seconds=EACH[unit], start=start, step=step, cap=cap)
        return other.within(work)

    def within(self, work: int) -> OwnDraft:
        """With what the feet and the seconds leave room for: a cap that is too high falls by whole steps."""
        most, draft = self.most(work), self
        if draft.cap > most and most >= draft.start:
            draft = replace(draft, cap=draft.start + (most - draft.start) // draft.step * draft.step)
        elif draft.cap > most:
            draft = replace(draft, start=most, cap=most)
        return draft

    def most(self, work: int) -> int:
        """The most of one set: with both feet never longer than `work`, the rules' longest piece of work in seconds."""
        return max(1, work // (self.seconds * self.feet))

    @property
    def feet(self) -> int:
        """As the file counts, which any child's therapist may order for one foot or both."""
        return 1 if self.side is WorkingFeet.TOGETHER else 2

    def work(self, amount: int) -> int:
        """Seconds of one set of so many, with the feet that work now."""
        return amount * self.seconds * (2 if self.side is WorkingFeet.EACH else 1)

    def with_sets_for(self, room: AgeRoom) -> OwnDraft:
        """With no more sets than the child's sessions will hold."""
        return replace(self, sets=max(1, min(self.sets, room.most_sets(self.work(self.cap)))))

    def moved(self, part: OwnPart, by: int, work: int) -> OwnDraft:
        """One step of an amount, never past a bound, so that steps from the start always meet the most."""
        start, step, cap, most = self.start, self.step, self.cap, self.most(work)
        if part is OwnPart.START:
            start = max(1, min(cap, start + by * step))
        elif part is OwnPart.CAP:
            cap = max(start, min(start + (most - start) // step * step, cap + by * step))
        elif part is OwnPart.STEP:
            step = max(1, min(most, step + by))
            cap = start + (cap - start) // step * step
        else:
            return replace(self, seconds=max(1, min(LONGEST_EACH, self.seconds + by))).within(work)
        return replace(self, start=start, step=step, cap=cap)

    def amount(self, part: OwnPart) -> int:
        """A number of the form."""
        return {
            OwnPart.START: self.start, OwnPart.STEP: self.step, OwnPart.CAP: self.cap, OwnPart.SECONDS: self.seconds,
        }[part]  # fmt: skip

    def typed(self, part: OwnPart, value: int) -> OwnDraft:
        """A number as it was typed, past a bound as well."""
        if part is OwnPart.START:
            return replace(self, start=value)
        if part is OwnPart.STEP:
            return replace(self, step=value)
        return replace(self, cap=value) if part is OwnPart.CAP else replace(self, seconds=value)


# ---------------------------------------------------------------- what is refused
def refusals(
    draft: OwnDraft, work: int, names: Collection[str], room: AgeRoom | None = None
) -> tuple[OwnRefusal, ...]:  # fmt: skip
    """What of the form may not be written; () when all of it may. `names` are those of other exercises, `room` is what
    the child's age has."""
    found = tuple(_refused(draft, work, names))
    numbers = {refusal.part for refusal in found} - {OwnPart.NAME, OwnPart.WHO}
    return found if numbers or room is None else (*found, *_refused_at(room, draft))


def _refused_at(room: AgeRoom, draft: OwnDraft) -> Iterator[OwnRefusal]:
    """What is too much for the child's age."""
    age, unit, most = str(room.age), draft.unit.value, room.start_work // draft.work(1)
    if most < 1:
        why = reason("own_refused_age_seconds", n=draft.seconds, age=age, budget=room.first, most=room.start_work)
        yield OwnRefusal(OwnPart.SECONDS, why)
    elif draft.start > most:
        values = _between(draft.start, most)
        yield OwnRefusal(
            OwnPart.START, reason("own_refused_age_start", unit=unit, age=age, budget=room.first, **values)
        )
    if draft.sets > (sets := room.most_sets(draft.work(draft.cap))):
        why = reason("own_refused_age_sets", n=sets, unit=unit, amount=draft.cap, age=age, budget=room.longest)
        yield OwnRefusal(OwnPart.SETS, why)


def _refused(draft: OwnDraft, work: int, names: Collection[str]) -> Iterator[OwnRefusal]:
    if not as_kept(draft.name):
        yield OwnRefusal(OwnPart.NAME, reason("own_refused_name"))
    elif as_kept(draft.name).casefold() in {name.casefold() for name in names}:
        yield OwnRefusal(OwnPart.NAME, reason("own_refused_taken"))
    if not as_kept(draft.who):
        yield OwnRefusal(OwnPart.WHO, reason("order_refused_who"))
    if not 1 <= draft.seconds <= LONGEST_EACH:
        yield OwnRefusal(OwnPart.SECONDS, reason("own_refused_seconds", n=draft.seconds, most=LONGEST_EACH))
        return
    unit, most = draft.unit.value, draft.most(work)
    for part in (OwnPart.START, OwnPart.CAP):
        amount = draft.amount(part)
        if amount > most:
            both = "both" if draft.feet == 2 else "one"
            yield OwnRefusal(part, reason(f"own_refused_{both}", unit=unit, n=draft.seconds, **_between(amount, most)))
            return
        if amount < 1:
            yield OwnRefusal(part, reason("own_refused_least", unit=unit, **_between(amount, 1)))
            return
    if draft.start > draft.cap:
        why = reason("own_refused_start", unit=unit, **_between(draft.start, draft.cap))
        yield OwnRefusal(OwnPart.START, why)
    elif draft.step < 1 or (draft.cap - draft.start) % draft.step:
        why = reason("own_refused_step", unit=unit, n=draft.step, **_between(draft.start, draft.cap))
        yield OwnRefusal(OwnPart.STEP, why)


def _between(low: int, high: int) -> dict[str, int]:
    return {"from": low, "to": high}


def may_not_change(draft: OwnDraft, before: Exercise) -> OwnRefusal | None:
    """What was played keeps its unit and its feet: else everything done of it would be told wrongly."""
    if draft.unit is not before.unit:
        return OwnRefusal(OwnPart.UNIT, reason("own_refused_played"))
    if (draft.side is not WorkingFeet.TOGETHER) != before.per_foot:
        return OwnRefusal(OwnPart.SIDE, reason("own_refused_played"))
    return None


# ---------------------------------------------------------------- there and back
def as_exercise(draft: OwnDraft, id_: str, why: str, source: str) -> Exercise:
    """What the form says, as the exercise it is. `why` and `source` are those of its numbers."""
    name = as_kept(draft.name)
    return Exercise(
        id=id_,
        position=draft.position,
        unit=draft.unit,
        per_foot=draft.side is not WorkingFeet.TOGETHER,
        ramp=Ramp(draft.start, draft.step, draft.cap),
        seconds_per_unit=draft.seconds,
        first_week=1,
        equipment=draft.equipment,
        tempo=float(draft.seconds),
        demonstration=draft.shown,
        swaps={thing: other for thing, other in draft.swaps if thing in draft.equipment},
        title=name,
        what=as_kept(draft.how) or as_kept(draft.right) or name,
        reason=as_kept(why),
        source=as_kept(source),
        words=Words(right=as_kept(draft.right), cheat=as_kept(draft.cheat)),
    )


def draft_of(exercise: Exercise, foot: Foot | None, who: str, sets: int = MOST_SETS) -> OwnDraft:
    """The form as it was when it wrote this exercise, with the foot and the sets ordered of it and who ordered it."""
    side = WorkingFeet.EACH if exercise.per_foot else WorkingFeet.TOGETHER
    if exercise.per_foot and foot is not None:
        side = WorkingFeet.LEFT if foot is Foot.LEFT else WorkingFeet.RIGHT
    ramp, words = exercise.ramp, exercise.words
    told = exercise.what if exercise.what not in (words.right, exercise.title) else ""
    return OwnDraft(
        exercise.demonstration, exercise.id, exercise.title, told, words.right, words.cheat, who,
        exercise.position, exercise.unit, side, ramp.start, ramp.step, ramp.cap, exercise.seconds_per_unit,
        exercise.equipment, tuple(exercise.swaps.items()), sets,
    )  # fmt: skip


def new_id(name: str, taken: Collection[str]) -> str:
    """A name for the file and the records: of the letters of a title, or "our"; with a number where it is taken.

    >>> new_id("Towel on the stairs", ["towel_on_the_stairs"])
    'towel_on_the_stairs_2'
    >>> new_id("Полотенце", ())
    'polotentse'
    """
    plain = "".join(LETTERS.get(char, char) for char in name.casefold())
    plain = unicodedata.normalize("NFKD", plain)
    kept = "".join(char if char.isascii() and char.isalnum() else "_" for char in plain if not _is_mark(char))
    word = "_".join(part for part in kept.split("_") if part)[:40].strip("_")
    word = word if word[:1].isalpha() and word not in NO_NAME else f"our_{word}".rstrip("_")
    found, n = word, 1
    while found in taken:
        n += 1
        found = f"{word}_{n}"
    return found


def _is_mark(char: str) -> bool:
    return char == "'" or bool(unicodedata.combining(char))


# ---------------------------------------------------------------- pictures
@dataclass(frozen=True, slots=True)
class PictureSet:
    """How one of the game's exercises is shown, to be borrowed: `like` is its id."""

    like: str
    position: Position
    shown: Demonstration
    equipment: tuple[str, ...]
    swaps: tuple[tuple[str, str], ...]


def picture_sets(exercises: Collection[Exercise], position: Position) -> tuple[PictureSet, ...]:
    """Every way of the game to show something; those of that position first, walking outdoors none."""
    rows = [
        PictureSet(e.id, e.position, e.demonstration, e.equipment, tuple(_swaps(e))) for e in exercises if not e.beside
    ]
    return tuple(sorted(rows, key=lambda row: row.position is not position))


def _swaps(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """What else will do for a thing that is fetched; the chair comes with the position."""
    yield from ((thing, other) for thing, other in exercise.swaps.items() if thing in exercise.equipment)


def with_pictures(draft: OwnDraft, pictures: PictureSet) -> OwnDraft:
    """The form with these pictures, and what they need fetched."""
    return replace(draft, shown=pictures.shown, equipment=pictures.equipment, swaps=pictures.swaps)


def with_host(shown: Demonstration, host: str) -> Demonstration:
    """The same, shown by another friend: a foot alone is anybody's, a figure is the friend's own puppet."""
    if shown.close_up:
        return replace(shown, host=host)

    def own(clip: Clip) -> Clip:
        animal, _, view = clip.rig.partition("_")
        return Clip(f"{host}_{view}", clip.clip) if animal == shown.host else clip

    lens = shown.lens
    if lens is not None:
        moved = own(Clip(lens.rig, lens.clip))
        lens = replace(lens, rig=moved.rig, clip=moved.clip)
    mistake = own(shown.mistake) if shown.mistake else None
    return replace(
        shown, host=host, right=own(shown.right), mistake=mistake, lens=lens, variants=tuple(map(own, shown.variants))
    )


def clips_of(shown: Demonstration) -> tuple[Clip, ...]:
    """Every clip it needs."""
    lens = (Clip(shown.lens.rig, shown.lens.clip),) if shown.lens else ()
    return (shown.right, *((shown.mistake,) if shown.mistake else ()), *lens, *shown.variants)
