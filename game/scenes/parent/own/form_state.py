"""What was filled into the form, what of it is refused, and the order that brings it into play.

Pure of widgets. The file is written by `ctx.files.own`; here is what it says, and the facts that follow.
"""

from __future__ import annotations

from dataclasses import replace

from game.core.content import FRIENDS, AgeBand, Clip, Exercise, Foot
from game.core.history.history import Child
from game.core.history.plays import exercises_played
from game.core.own_draft import (
    LONGEST_HOW,
    LONGEST_NAME,
    LONGEST_READ,
    MOST_SETS,
    POSITIONS,
    UNITS,
    AgeRoom,
    OwnDraft,
    OwnPart,
    OwnRefusal,
    PictureSet,
    WorkingFeet,
    as_exercise,
    clips_of,
    draft_of,
    may_not_change,
    new_id,
    picture_sets,
    refusals,
    with_host,
    with_pictures,
)
from game.core.rules.ordered_feet import OrderedFeet
from game.core.rules.rewards import RefusedByRules
from game.scenes.parent.plan.order_draft import MOST_DIGITS, OrderDraft
from game.scenes.screen.context import Context

__all__ = ["LONGEST", "MOST_DIGITS", "OwnFormState"]

LONGEST = {"name": LONGEST_NAME, "how": LONGEST_HOW, "right": LONGEST_READ, "cheat": LONGEST_READ, "who": LONGEST_NAME}
PARTS = {part.value: part for part in OwnPart}
SIDES = tuple(WorkingFeet)
SAID_OF = ("name", "how", "mistake", "helper", "story", "go", "cue_1")  # an exercise, by its id
UNSAID = (OwnPart.NAME, OwnPart.WHO)  # nobody is told at once that an empty form is empty


class OwnFormState:
    """The form of one child. `before` is the exercise as its file says it, where one is changed."""

    def __init__(self, ctx: Context, child: Child | None, exercise: str) -> None:
        self.ctx, self.child = ctx, child
        self.before = ctx.files.own.written(exercise) if exercise else None
        self.shows_all = False  # once it was to be written, what nobody filled in yet is refused as well
        self.has_order = False  # it was brought into play with the file
        self.waits_for_hold = False  # and comes when nothing is held any more
        self._was_played = bool(exercise) and self._is_known_to_the_diary(exercise)
        self.draft = self._first()

    def _first(self) -> OwnDraft:
        who, foot, sets = self._ordered()
        if self.before is not None:
            return draft_of(self.before, foot, who, sets)
        borrowed = self.ctx.files.own.pictures()
        first = OwnDraft(borrowed[0].demonstration, who=who).with_sets_for(self.room)
        return with_pictures(first, picture_sets(borrowed, first.position)[0])

    def _is_known_to_the_diary(self, exercise: str) -> bool:
        return any(exercise in exercises_played(child) for child in self.ctx.family.children.values())

    def _page_of_orders(self) -> OrderDraft | None:
        child = self.child and self.ctx.family.children[self.child.id]
        if child is None or child.programme is None:
            return None
        return OrderDraft(self.ctx.catalogue, child, self.ctx.today)

    def _ordered(self) -> tuple[str, Foot | None, int]:
        """Who ordered last, and of this exercise the one foot that is ordered and the most sets."""
        page = self._page_of_orders()
        if page is None:
            return "", None, MOST_SETS
        row = page.known.get(self.before.id) if self.before else None
        who = row.order.said_by if row and row.order else page.head.said_by
        return who, row.feet.alone if row else None, row.most_sets if row else MOST_SETS

    # ---------------------------------------------------------------- changing
    @property
    def work(self) -> int:
        """The longest piece of work, in seconds."""
        return self.ctx.catalogue.rules.work_seconds_most

    @property
    def room(self) -> AgeRoom:
        """What the sessions of the child hold; for nobody's, those of the youngest."""
        ages = [self.child.age] if self.child else [child.age for child in self.ctx.children.values()]
        bands = tuple(AgeBand)
        youngest = min((age for age in ages if age), key=bands.index, default=bands[0])
        return AgeRoom.of(self.ctx.catalogue.rules, youngest)

    def say(self, *, name: str, how: str, right: str, cheat: str, who: str) -> None:
        """What the lines say now."""
        self.draft = replace(self.draft, name=name, how=how, right=right, cheat=cheat, who=who)

    def turn(self, control: str, by: int) -> None:
        """The choice beside the present one, or one step of a number."""
        draft = self.draft
        if control == "position":
            at = POSITIONS.index(draft.position)
            self.pick(control, (max(0, min(len(POSITIONS) - 1, at + by)) + 0.5) / len(POSITIONS))
        elif control == "unit":
            at = UNITS.index(draft.unit)
            self.pick(control, (max(0, min(len(UNITS) - 1, at + by)) + 0.5) / len(UNITS))
        elif control == "sets":
            self.draft = replace(draft, sets=max(1, min(MOST_SETS, draft.sets + by)))
        elif control == "side":
            at = SIDES.index(draft.side)
            self.pick(control, (max(0, min(len(SIDES) - 1, at + by)) + 0.5) / len(SIDES))
        else:
            self.draft = draft.moved(PARTS[control], by, self.work)

    def pick(self, control: str, share: float) -> None:
        """The choice at that share of its control's width."""
        draft = self.draft
        if control == "position":
            self.draft = replace(draft, position=POSITIONS[int(min(0.999, share) * len(POSITIONS))])
        elif control == "unit":
            unit = UNITS[int(min(0.999, share) * len(UNITS))]
            self.draft = draft if unit is draft.unit else draft.in_unit(unit, self.work).with_sets_for(self.room)
        elif control == "sets":
            self.draft = replace(draft, sets=1 + int(min(0.999, share) * MOST_SETS))
        else:
            side = SIDES[int(min(0.999, share) * len(SIDES))]
            self.draft = replace(draft, side=side).within(self.work)

    def type(self, part: OwnPart, value: int) -> None:
        """A number as it was typed, past a bound as well."""
        self.draft = self.draft.typed(part, value)

    # ---------------------------------------------------------------- pictures
    def sets(self) -> tuple[PictureSet, ...]:
        """Every way to show something, those of the position first."""
        return picture_sets(self.ctx.files.own.pictures(), self.draft.position)

    def take_pictures(self, pictures: PictureSet) -> None:
        self.draft = with_pictures(self.draft, pictures)

    def hosts(self) -> tuple[str, ...]:
        """The friends who can show these pictures: who has a puppet with every clip of them."""
        shown = self.draft.shown
        return tuple(h for h in FRIENDS if h == shown.host or all(map(self._has, clips_of(with_host(shown, h)))))

    def next_host(self) -> None:
        """The next of them; after the last the first."""
        row, shown = self.hosts(), self.draft.shown
        self.draft = replace(self.draft, shown=with_host(shown, row[(row.index(shown.host) + 1) % len(row)]))

    def _has(self, clip: Clip) -> bool:
        try:
            return clip.clip in self.ctx.art.library.rig(clip.rig).clips
        except FileNotFoundError:
            return False

    # ---------------------------------------------------------------- what is refused, and what is written
    def refused(self) -> tuple[OwnRefusal, ...]:
        """Everything that stands against writing it down."""
        mine = self.before.id if self.before else ""
        names = [e.title or e.id for e in self.ctx.catalogue.exercises.values() if e.id != mine]
        names += [self.ctx.texts.exercise(id_) for id_ in self.ctx.catalogue.exercises if id_ != mine]
        found = refusals(self.draft, self.work, names, self.room)
        kept = may_not_change(self.draft, self.before) if self.before and self._was_played else None
        return (kept, *found) if kept else found

    def shown_refused(self) -> tuple[OwnRefusal, ...]:
        """What of it is told before anybody wants it written."""
        return tuple(r for r in self.refused() if self.shows_all or r.part not in UNSAID or self._is_said(r.part))

    def _is_said(self, part: OwnPart) -> bool:
        return bool(self.draft.name if part is OwnPart.NAME else self.draft.who)

    def exercise(self) -> Exercise:
        """What the form says now, under the name its file has or will have."""
        words, draft = self.ctx.texts, self.draft
        id_ = self.before.id if self.before else self._new_id(draft.name)
        why = words("own_reason", who=draft.who) if draft.who else words("own_reason_nobody")
        return as_exercise(draft, id_, why, words("own_source"))

    def _new_id(self, name: str) -> str:
        """A name nothing has or had, and under which the game says nothing of its own."""
        taken = set(self.ctx.files.own.taken())
        while any(
            words.has(f"{(found := new_id(name, taken))}_{part}")
            for words in (self.ctx.texts, self.ctx.spoken)
            for part in SAID_OF
        ):
            taken.add(found)
        return new_id(name, taken)

    def order(self, exercise: str) -> None:
        """The exercise is in its folder: it is ordered on, with the one foot, by the therapist's own page. What is
        changed later stays on or off as it was."""
        page = self._page_of_orders()
        if page is None or exercise not in page.known:
            return
        row = page.rows[exercise]
        plays = row.plays if self.before is not None and page.known[exercise].order is not None else True
        page.head = replace(page.head, said_by=self.draft.who)
        sets = min(self.draft.sets, page.known[exercise].game.most_sets)
        feet = row.feet if self.draft.side.foot is row.feet.alone else OrderedFeet.of_one(self.draft.side.foot)
        page.rows[exercise] = replace(row, plays=plays, feet=feet, most_sets=sets)
        self.has_order, self.waits_for_hold = plays is True, page.is_held
        if exercise not in page.changed or self.child is None:
            return
        try:
            self.ctx.record(*page.facts(), child=self.child.id)
        except RefusedByRules:  # the file is there, and the page of orders tells why it cannot be ordered
            self.has_order = False
