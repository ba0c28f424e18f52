"""The forms of the level files: which fields an exercise, a programme and the rules have, and what each is for."""

from __future__ import annotations

from collections.abc import Mapping

from game.core.content import FRIENDS, AgeBand, Position, Unit
from game.core.numbers import AgeRule, Bounds, Quantity, Rules, bounds_of
from game.data.levels.fields import ID, Decimal, Field, Flag, Many, NameField, OneOf, Pairs, Record, Said, Whole
from game.data.levels.written import (
    WrittenAge,
    WrittenDemonstration,
    WrittenDose,
    WrittenExercise,
    WrittenLens,
    WrittenNumber,
    WrittenProgramme,
    WrittenRules,
    WrittenWords,
)

LONG = 600  # characters of a reason or a note
WHY_LONG = 250  # of the reason of one number: it stands on a page with sixty others; the longest shipped one has 143
LINE = 200  # of what is said at once: the longest shipped line has 150
READ = 120  # of what stands in a small card: the longest shipped one has 102
NAME = 60  # of a thing's name, beside its picture
CLIP = NameField(r"[a-z][a-z0-9_]*/[a-z][a-z0-9_]*", "clip", 80)
SOLES = ("sole_flat", "sole_bear", "sole_heel", "sole_tiptoe", "sole_inner", "sole_stones")

DOSE = Record(
    {
        "start": Field(Whole(1, 600), "the first dose of one set, in the unit; each foot where per_foot is true"),
        "step": Field(Whole(1, 600), "how much it grows at a time"),
        "cap": Field(Whole(1, 600), "the most of one set; with both feet never more than 120 seconds of work"),
        "reason": Field(Said(LONG), "why these numbers; parents can read it"),
        "source": Field(Said(LONG), "where they come from, or that they are a proposal"),
    },
    WrittenDose,
)
LENS = Record(
    {
        "clip": Field(CLIP, "the clip in the round window"),
        "zoom": Field(Decimal(0.05, 10), "screen pixels for one unit of the drawing, 1280 x 720 design"),
        "x": Field(Decimal(-2000, 4000), "the unit of the drawing in the middle, to the right"),
        "y": Field(Decimal(-2000, 4000), "the unit of the drawing in the middle, downwards"),
    },
    WrittenLens,
)
DEMONSTRATION = Record(
    {
        "host": Field(OneOf(FRIENDS), "the friend who shows it"),
        "right": Field(CLIP, "the clip that shows it right"),
        "mistake": Field(CLIP, "the clip of the one common mistake, shown crossed out", None),
        "lens": Field(LENS, "a round window that shows the foot large", None),
        "place": Field(ID, "the scenery: meadow, brook, wood, ice, beach, room"),
        "close_up": Field(Flag(), "true: only the foot is seen, in the child's own skin colour"),
        "sole": Field(OneOf(SOLES), "the sign that says which part of the sole works"),
        "variants": Field(Many(CLIP, 0, 12), "further clips shown in turn", ()),
    },
    WrittenDemonstration,
)
WORDS = Record(
    {
        "right": Field(Said(READ), "what right looks like, as a grown-up reads it", ""),
        "cheat": Field(Said(READ), "the usual way round it, as a grown-up reads it", ""),
        "how": Field(Said(LINE), "how it is done, told to the child; [0.4] is a pause of 0.4 seconds", ""),
        "mistake": Field(Said(LINE), "the one common mistake, told kindly while it is shown", ""),
        "helper": Field(Said(LINE), "a word to whoever helps", ""),
        "story": Field(Said(LINE), "why the friend does it", ""),
        "go": Field(Said(LINE), "said as the work begins", ""),
        "cues": Field(Many(Said(LINE), 0, 3), "one thing to feel each, said while it is done; short", ()),
        "things": Field(Pairs(Said(NAME), 12), "what a thing to fetch is called, where the game does not know it", {}),
    },
    WrittenWords,
)
EXERCISE = Record(
    {
        "id": Field(ID, "the name in files and records, the same as the file's; never changed later"),
        "title": Field(Said(80), "the exercise's name, as it is said and read"),
        "what": Field(Said(LONG), "what is done, in a sentence or two"),
        "position": Field(OneOf(tuple(p.value for p in Position)), "how the body is placed"),
        "unit": Field(OneOf(tuple(u.value for u in Unit)), "how it is counted"),
        "per_foot": Field(Flag(), "true: one foot after the other, the amount with each"),
        "dose": Field(DOSE, "how much"),
        "seconds_per_unit": Field(Whole(1, 60), "how long one takes, one foot, for planning a session"),
        "tempo": Field(Decimal(0.5, 60), "seconds between two counts of the voice"),
        "first_week": Field(Whole(1, 52), "the week of play from which it may join"),
        "equipment": Field(Many(ID, 0, 6), "things to fetch: what the game knows, or named under words.things", ()),
        "swaps": Field(Pairs(ID, 6), "what else will do for a thing, named in the same way", {}),
        "never_with": Field(Many(ID, 0, 6), "exercises never asked for in the same session", ()),
        "ordered_only": Field(Flag(), "true: joins only where a therapist orders it", False),
        "beside": Field(Flag(), "true: for the family, outside sessions and their time", False),
        "note": Field(Said(LONG), "what else a grown-up should know", ""),
        "words": Field(WORDS, "what is said and read; of a shipped exercise it stands in assets/text", None),
        "demonstration": Field(DEMONSTRATION, "how it is shown"),
    },
    WrittenExercise,
    title="An exercise of the Barefoot Trail",
)
PROGRAMME = Record(
    {
        "id": Field(ID, "the name in files and records, the same as the file's; never changed later"),
        "title": Field(Said(80), "its name for a grown-up"),
        "what": Field(Said(LONG), "what it is and for whom"),
        "exercises": Field(Many(ID, 1, 50), "ids of exercises in the order of joining"),
        "on_order": Field(Many(ID), "exercises that join only where a therapist orders them", ()),
        "beside": Field(Many(ID), "exercises for the whole family, outside sessions", ()),
    },
    WrittenProgramme,
    title="A programme of the Barefoot Trail",
)
MEASURES = {Quantity.OCLOCK: "o'clock", Quantity.COUNT: "", Quantity.PERCENT: "%"}  # others are called as they are


def whole(bounds: Bounds) -> Whole:
    """The kind of a number of the rules."""
    return Whole(bounds.low, bounds.high, MEASURES.get(bounds.measure, bounds.measure))


def number(bounds: Bounds) -> Record[WrittenNumber]:
    """One number of the rules as it is written."""
    return Record({"value": Field(whole(bounds), f"the number ({bounds.measure})"), **WHY}, WrittenNumber)


WHY = {
    "reason": Field(Said(WHY_LONG), "why it is so, as a parent may read it"),
    "source": Field(Said(WHY_LONG), "where it comes from"),
}
AGE = Record(
    {**{name: Field(whole(b), f"{b.measure}") for name, b in bounds_of(AgeRule).items()}, **WHY}, WrittenAge.of
)
AGES = Record({band.value: Field(AGE, f"age band {band.value}") for band in AgeBand}, dict[str, WrittenAge])
RULES = Record(
    {
        "ages": Field(AGES, "how long a session may be, by age"),
        **{name: Field(number(b), f"a whole number of {b.measure}") for name, b in bounds_of(Rules).items()},
    },
    WrittenRules.of,
    title="The numbers of the rules of the Barefoot Trail",
)
FORMS: Mapping[str, Record[object]] = {"exercise": EXERCISE, "programme": PROGRAMME, "rules": RULES}
