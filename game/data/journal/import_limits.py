"""What a fact from somewhere else may say: wider than anything the game writes, narrower than what makes it stumble.

A file to be imported may hold anything. A million sets are a chart with a million marks; a day in the year 1 is two
thousand years to fold. Rows of the family's own diary pass, whatever their computer's clock said: see `FIRST`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from types import MappingProxyType

from game.core.content import FRIENDS
from game.core.events import ChildAdded, ChildChanged, ExerciseOrdered, Fact, GateSet, OrderWritten, QuestionNoted
from game.core.nicknames import JOINERS, as_kept
from game.data.journal.facts import UnreadableFact, kind_of

FIRST, LAST = date(1969, 12, 31), date(8999, 12, 31)  # a computer without a battery wakes up in 1970
LONGEST_NAME = 64  # characters; typed are 24 at most, and a number after them
LONGEST_QUESTION = 2000  # characters; a tenth of that is typed
SKINS = 4
ANY_ANIMAL, ANY_SKIN = "bo", 1
LOOKS = frozenset(kind_of(cls) for cls in (ChildAdded, ChildChanged))
# Every whole number of a fact by its field; a test tells of a new one that is missing here.
NUMBERS: Mapping[str, range] = MappingProxyType({
    "sets": range(1_001), "amount": range(10_001), "done_left": range(100_001), "done_right": range(100_001),
    "stars": range(1_001), "score": range(11), "value": range(100_001), "course_days": range(1_001),
    "skin": range(1_001), "start": range(1, 10_001), "cap": range(1, 10_001), "most_sets": range(1, 1_001),
    "chapter": range(1, 101),
})  # fmt: skip
# What a row may say besides its fact. The journal keeps no larger number, and counts no further than `LAST_NUMBER`: a
# file that claims a higher one for this computer must not use its numbers up.
SEQ, OFFSET = range(-(2**63), 2**63), range(-24 * 60, 24 * 60 + 1)
LAST_NUMBER = 2**53
LONGEST_ID, LONGEST_BODY = 64, 65536  # characters
KEPT_SECRET = re.compile(r"scrypt\$\d{1,9}\$([0-9a-f]{2})+\$([0-9a-f]{2})+")  # see `game.data.journal.pin`


def check(fact: Fact) -> None:
    """UnreadableFact for what no game of ours has written and none could live with."""
    for field in fields(fact):
        value = getattr(fact, field.name)
        if isinstance(value, date):
            check_day(value)
        elif type(value) is int and value not in NUMBERS[field.name]:
            raise UnreadableFact(f"{field.name}: {value!r:.20} is out of bounds")
    if isinstance(fact, ChildAdded | ChildChanged):
        _check_name(fact.nickname)
    elif isinstance(fact, QuestionNoted) and len(fact.text) > LONGEST_QUESTION:
        raise UnreadableFact(f"a question of {len(fact.text)} letters is too long")
    elif isinstance(fact, ExerciseOrdered | OrderWritten):
        _check_name(fact.said_by)
    elif isinstance(fact, GateSet) and not (KEPT_SECRET.fullmatch(fact.pin) and KEPT_SECRET.fullmatch(fact.recovery)):
        raise UnreadableFact("the PIN is not kept as this game keeps it")


def check_day(day: date) -> None:
    """UnreadableFact for a day no game was ever played on."""
    if not FIRST <= day <= LAST:
        raise UnreadableFact(f"{day} is no day of play")


def _check_name(name: str) -> None:
    if len(name) > LONGEST_NAME:
        raise UnreadableFact(f"a name of {len(name)} letters is too long")
    # A letter newer than this Python is category Cn, and fine.
    if any(unicodedata.category(char) in ("Cc", "Cf") and char not in JOINERS for char in name):
        raise UnreadableFact(f"the name {name!r:.40} holds what is no letter")


def drawable(fact: Fact) -> Fact:
    """One of the `LOOKS` with a friend and a colour that this game can draw and a name that can be seen and typed: a
    newer game may have told of others, a diary joined long ago of none. The row keeps what was told."""
    assert isinstance(fact, ChildAdded | ChildChanged)
    animal = fact.animal if fact.animal in FRIENDS else ANY_ANIMAL
    skin = fact.skin if fact.skin in range(SKINS) else ANY_SKIN
    name = fact.nickname
    if not (name.isascii() and name.isprintable() and name == name.strip() and name and "  " not in name):
        name = as_kept(name) or animal.capitalize()
    same = (animal, skin, name) == (fact.animal, fact.skin, fact.nickname)
    return fact if same else replace(fact, animal=animal, skin=skin, nickname=name)
