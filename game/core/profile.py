"""Who a child is, as a grown-up says it: the rules of what may be said, and the facts that come of it.

Nothing here is written down: a `Profile` collects the words of a few pages, and its facts are told all at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from game.core.content import AgeBand
from game.core.events import (
    COURSE_DAYS,
    AgeChosen,
    ChildAdded,
    ChildChanged,
    DoctorAsked,
    Fact,
    ProgrammeChosen,
    SignsTicked,
    SurgeonAgreed,
    SurgeryPlanned,
)
from game.core.history.history import Child, Family
from game.core.nicknames import free_name
from game.core.rules.state import AFTER_SURGERY, GROWN_UP

UNDER_THREE = "under 3"  # no programme fits: a band that can be said, and no child's
# The eight signs that need a doctor before any exercise; their words are the texts sign_<id>.
SIGNS = ("stiff", "one_side", "pain", "swelling", "limp", "new", "milestones", "injury")
YOUNG = (AgeBand.THREE_FOUR, AgeBand.FIVE_SIX)  # under six a flat foot is usually normal: they are told so
USUAL = "children"  # the programme a child has unless another one is given


def fits(programme: str, age: AgeBand | None) -> bool:
    """Whether the age may follow the programme: the grown-up's is for 11 and older.

    >>> fits("grown_up", AgeBand.SEVEN_TEN), fits("children", None)
    (False, True)
    """
    return programme != GROWN_UP or age is AgeBand.ELEVEN_UP


def may_put_away(family: Family) -> bool:
    """Whether one of those who play may be put away: the only one cannot, for nobody would be asked who is playing."""
    return sum(not child.is_put_away for child in family.children.values()) > 1


@dataclass
class Profile:
    """`age` is a band's value, `UNDER_THREE`, or "" while not said; `signs` None while not said. `others` are the
    nicknames that are taken."""

    nickname: str = ""
    animal: str = "kva"
    age: str = ""
    skin: int = 1
    signs: tuple[str, ...] | None = None
    is_doctor_asked: bool = False
    programme: str = USUAL
    course_days: int = COURSE_DAYS
    surgery: date | None = None
    surgeon_start: date | None = None
    has_surgeon_agreed: bool = False
    others: tuple[str, ...] = field(default=())

    @property
    def band(self) -> AgeBand | None:
        """The age band, None while there is none a programme fits."""
        return AgeBand(self.age) if self.age and self.age != UNDER_THREE else None

    @property
    def is_child_complete(self) -> bool:
        return bool(self.nickname) and bool(self.age)

    @property
    def waits_for_doctor(self) -> bool:
        """A sign was ticked and nobody was asked: exercises stay locked."""
        return bool(self.signs) and not self.is_doctor_asked

    @property
    def waits_for_surgeon(self) -> bool:
        """After surgery, and a date or the surgeon's word is missing."""
        is_complete = self.surgery and self.surgeon_start and self.has_surgeon_agreed
        return self.programme == AFTER_SURGERY and not is_complete

    def fit(self) -> None:
        """A programme that does not fit the age becomes the usual one."""
        if not fits(self.programme, self.band):
            self.programme = USUAL

    # ---------------------------------------------------------------- facts
    def child_facts(self) -> tuple[Fact, ...]:
        """Everything about a new child, in the order it is told."""
        band = self.band
        if band is None:
            raise ValueError(f"a child of age {self.age!r} plays no programme")
        name = free_name(self.nickname, self.others)
        return (ChildAdded(name, self.animal, band, self.skin), *self.sign_facts(), *self.programme_facts())

    def sign_facts(self) -> tuple[Fact, ...]:
        """The ticked signs, and the word that a doctor was asked about them."""
        ticked = SignsTicked(self.signs or ())
        return (ticked, DoctorAsked("signs")) if self.signs and self.is_doctor_asked else (ticked,)

    def programme_facts(self) -> tuple[Fact, ...]:
        """The programme, with the surgeon's dates where there was one."""
        chosen = ProgrammeChosen(self.programme, self.course_days)
        return (chosen, *self.surgery_facts()) if self.programme == AFTER_SURGERY else (chosen,)

    def surgery_facts(self) -> tuple[SurgeryPlanned, SurgeonAgreed]:
        return SurgeryPlanned(self.surgery, self.surgeon_start), SurgeonAgreed(self.has_surgeon_agreed)

    def changes(self, child: Child) -> tuple[Fact, ...]:
        """What an edit of this child's name, picture, foot and age comes to; empty when nothing was changed."""
        facts: list[Fact] = []
        name = free_name(self.nickname, self.others)
        if (name, self.animal, self.skin) != (child.nickname, child.animal, child.skin):
            facts.append(ChildChanged(name, self.animal, self.skin))
        if self.band and self.band is not child.age:
            facts.append(AgeChosen(self.band))
        return tuple(facts)

    def sign_change(self, child: Child) -> tuple[Fact, ...]:
        """Other signs, or the word that a doctor was asked given or taken back; empty when all is as it was."""
        if self.signs == child.signs and self.is_doctor_asked == child.is_doctor_asked:
            return ()
        if self.signs == child.signs and self.is_doctor_asked:
            return (DoctorAsked("signs"),)
        return self.sign_facts()

    def programme_change(self, child: Child) -> tuple[Fact, ...]:
        """Another programme or another length of a course; empty when it is the same."""
        is_same = (self.programme, self.course_days) == (child.programme, child.course_days)
        chosen = () if is_same else (ProgrammeChosen(self.programme, self.course_days),)
        return (*chosen, *self.surgery_change(child)) if self.programme == AFTER_SURGERY else chosen

    def surgery_change(self, child: Child) -> tuple[Fact, ...]:
        """Other dates, or the surgeon's word given or taken back; empty when all is as it was."""
        planned, agreed = self.surgery_facts()
        facts: list[Fact] = []
        if (self.surgery, self.surgeon_start) != (child.surgery, child.surgeon_start):
            facts.append(planned)
        if self.has_surgeon_agreed != child.has_surgeon_agreed:
            facts.append(agreed)
        return tuple(facts)
