"""The forms of the level files: which fields an exercise, a programme and the rules have, and what each is for."""

from __future__ import annotations

from game.core.content import AgeBand, Position, Unit
from game.core.numbers import AgeRule, Bounds, Measure, Rules, bounds_of
from game.data.levels.fields import ID, Choice, Decimal, Field, Flag, Many, Pairs, Record, Text, Whole, Word

LONG = 600  # characters of a reason or a note
CLIP = Word(r"[a-z][a-z0-9_]*/[a-z][a-z0-9_]*", "a clip as puppet/clip, e.g. bo_side/bear_walk", 80)
HOSTS = ("bo", "pippa", "tik", "otto", "zuzu", "koko", "kva", "fay")
SOLES = ("sole_flat", "sole_bear", "sole_heel", "sole_tiptoe", "sole_inner", "sole_stones")

DOSE = Record(
    {
        "start": Field(Whole(1, 600), "the first dose of one set, in the unit; each foot where per_foot is true"),
        "step": Field(Whole(1, 600), "how much it grows at a time"),
        "cap": Field(Whole(1, 600), "the most of one set; with both feet never more than 120 seconds of work"),
        "reason": Field(Text(LONG), "why these numbers; parents can read it"),
        "source": Field(Text(LONG), "where they come from, or that they are a proposal"),
    }
)
LENS = Record(
    {
        "clip": Field(CLIP, "the clip in the round window"),
        "zoom": Field(Decimal(0.05, 10), "screen pixels for one unit of the drawing, 1280 x 720 design"),
        "x": Field(Decimal(-2000, 4000), "the unit of the drawing in the middle, to the right"),
        "y": Field(Decimal(-2000, 4000), "the unit of the drawing in the middle, downwards"),
    }
)
DEMONSTRATION = Record(
    {
        "host": Field(Choice(HOSTS), "the friend who shows it"),
        "right": Field(CLIP, "the clip that shows it right"),
        "mistake": Field(CLIP, "the clip of the one common mistake, shown crossed out", None),
        "lens": Field(LENS, "a round window that shows the foot large", None),
        "place": Field(ID, "the scenery: meadow, brook, wood, ice, beach, room"),
        "close_up": Field(Flag(), "true: only the foot is seen, in the child's own skin colour"),
        "sole": Field(Choice(SOLES), "the sign that says which part of the sole works"),
        "variants": Field(Many(CLIP, 0, 12), "further clips shown in turn", ()),
    }
)
EXERCISE = Record(
    {
        "id": Field(ID, "the name in files and records, the same as the file's; never changed later"),
        "title": Field(Text(80), "the level's name for a grown-up"),
        "what": Field(Text(LONG), "what is done, in a sentence or two"),
        "position": Field(Choice(tuple(p.value for p in Position)), "how the body is placed"),
        "unit": Field(Choice(tuple(u.value for u in Unit)), "how it is counted"),
        "per_foot": Field(Flag(), "true: one foot after the other, the amount with each"),
        "dose": Field(DOSE, "how much"),
        "seconds_per_unit": Field(Whole(1, 60), "how long one takes, one foot, for planning a session"),
        "tempo": Field(Decimal(0.5, 60), "seconds between two counts of the voice"),
        "first_week": Field(Whole(1, 52), "the week of play from which it may join"),
        "equipment": Field(Many(ID, 0, 6), "things to fetch; each has a spoken line things_<name>", ()),
        "swaps": Field(Pairs(ID, 6), "what else will do for a thing; each has a spoken line swap_<thing>", {}),
        "never_with": Field(Many(ID, 0, 6), "exercises never asked for in the same session", ()),
        "ordered_only": Field(Flag(), "true: joins only where a therapist orders it", False),
        "beside": Field(Flag(), "true: for the family, outside sessions and their time", False),
        "note": Field(Text(LONG), "what else a grown-up should know", ""),
        "demonstration": Field(DEMONSTRATION, "how it is shown"),
    },
    title="An exercise of the Barefoot Trail",
)
PROGRAMME = Record(
    {
        "id": Field(ID, "the name in files and records, the same as the file's; never changed later"),
        "title": Field(Text(80), "its name for a grown-up"),
        "what": Field(Text(LONG), "what it is and for whom"),
        "exercises": Field(Many(ID, 1, 50), "ids of exercises in the order of joining"),
        "on_order": Field(Many(ID), "exercises that join only where a therapist orders them", ()),
        "beside": Field(Many(ID), "exercises for the whole family, outside sessions", ()),
    },
    title="A programme of the Barefoot Trail",
)
MEASURES = {Measure.OCLOCK: "o'clock", Measure.COUNT: "", Measure.PERCENT: "%"}  # others are called as they are


def whole(bounds: Bounds) -> Whole:
    """The kind of a number of the rules."""
    return Whole(bounds.low, bounds.high, MEASURES.get(bounds.measure, bounds.measure))


def number(bounds: Bounds) -> Record:
    """One number of the rules as it is written."""
    return Record({"value": Field(whole(bounds), f"the number ({bounds.measure})"), **WHY})


WHY = {
    "reason": Field(Text(LONG), "why it is so, as a parent may read it"),
    "source": Field(Text(LONG), "where it comes from"),
}
AGE = Record({**{name: Field(whole(b), f"{b.measure}") for name, b in bounds_of(AgeRule).items()}, **WHY})
AGES = Record({band.value: Field(AGE, f"age band {band.value}") for band in AgeBand})
RULES = Record(
    {
        "ages": Field(AGES, "how long a session may be, by age"),
        **{name: Field(number(b), f"a whole number of {b.measure}") for name, b in bounds_of(Rules).items()},
    },
    title="The numbers of the rules of the Barefoot Trail",
)
FORMS = {"exercise": EXERCISE, "programme": PROGRAMME, "rules": RULES}
