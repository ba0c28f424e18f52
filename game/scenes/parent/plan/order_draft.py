"""A therapist's page while it is filled in: what stands, what was changed, what of it is refused, and what is written.

Pure: it knows no widget. A value that is refused stays as it was typed, and nothing is written until it is put right.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from game.core.content import Catalogue
from game.core.days import plus
from game.core.events import ExerciseOrdered, Fact, OrderWritten
from game.core.history.history import Child
from game.core.rules.ordered_feet import OrderedFeet
from game.core.rules.ordering import (
    OrderPart,
    OrderRefusal,
    OrderRow,
    Outlook,
    outlooks,
    refusals,
    refusals_of_head,
    sheet,
    written,
)
from game.frozen import dataclass

MOST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class RowDraft:
    """One exercise as the page shows it now."""

    plays: bool | None
    feet: OrderedFeet
    start: int
    cap: int
    most_sets: int

    @classmethod
    def of(cls, row: OrderRow) -> RowDraft:
        return cls(row.plays, row.feet, row.start, row.cap, row.most_sets)


class OrderDraft:
    """The page of one child on one game day: `head` and `rows` are what it shows, `first_head` what it began with."""

    def __init__(self, catalogue: Catalogue, child: Child, day: date) -> None:
        self.catalogue, self.child, self.day = catalogue, child, day
        self.sheet = sheet(catalogue, child, day)
        self.known = {row.exercise: row for row in self.sheet.rows}
        self.rows = {name: RowDraft.of(row) for name, row in self.known.items()}
        self._page_head = self._head()
        self.first_head = self.head
        self._refused: dict[str, tuple[OrderRefusal, ...]] = {}
        self._outlooks: Mapping[str, Outlook] | None = None

    def _head(self) -> OrderWritten:
        """A new visit of whoever ordered last; a hold and a visit that are still to come stay as they are, but for a
        hold the parents have let go of."""
        last = self.sheet.head
        if last is None:
            return OrderWritten("", self.day)
        is_held = last.hold_until is not None and last.hold_until > plus(self.day, 1) and not self.sheet.is_let_go
        hold = last.hold_until if is_held else None
        visit = last.next_visit if last.next_visit and last.next_visit >= self.day else None
        return OrderWritten(last.said_by, self.day, hold, visit)

    @property
    def head(self) -> OrderWritten:
        return self._page_head

    @head.setter
    def head(self, head: OrderWritten) -> None:
        self._page_head, self._outlooks = head, None

    def go_on(self, child: Child, day: date) -> None:
        """The same page, filled in further on a later day or after more was told."""
        self.child, self.day = child, day
        self._refused.clear()
        self._outlooks = None

    # ---------------------------------------------------------------- changing
    def choices(self, name: str) -> tuple[bool | None, ...]:
        """On and off, and for what has not come yet in between: in the programme's turn. What comes only where it is
        ordered has no turn: nothing said is off."""
        row = self.known[name]
        if self._is_on_order(name):
            return (True, None)
        return (True if row.plays is True else None, False) if row.has_come else (None, True, False)

    def _is_on_order(self, name: str) -> bool:
        programme = self.catalogue.programmes.get(self.child.programme or "")
        return self.catalogue.exercises[name].ordered_only or (programme is not None and name in programme.on_order)

    def switch(self, name: str) -> None:
        """The next of the choices; after what is none of them the first."""
        row, plays = self.choices(name), self.rows[name].plays
        at = row.index(plays) + 1 if plays in row else 0
        self._set(name, replace(self.rows[name], plays=row[at % len(row)]))

    def is_on(self, name: str) -> bool | None:
        """Whether it plays; None where it comes in the programme's own turn."""
        plays = self.rows[name].plays
        if plays is None and self._is_on_order(name):
            return False
        return True if plays is None and self.known[name].has_come else plays

    def step_feet(self, name: str, by: int) -> None:
        """Along from the left foot alone to the right one, no further than the ends."""
        self._set(name, replace(self.rows[name], feet=self.rows[name].feet.stepped(by)))

    def set_sets(self, name: str, sets: int) -> None:
        """Kept within the bounds."""
        most = max(1, min(self.known[name].game.most_sets, sets))
        self._set(name, replace(self.rows[name], most_sets=most))

    def step(self, name: str, part: OrderPart, by: int) -> None:
        """One step of the exercise's own, never past a bound; what stands past one comes back to it."""
        row, draft, ramp = self.known[name], self.rows[name], self.known[name].game.ramp
        low, high = (row.least, min(draft.cap, ramp.cap)) if part is OrderPart.START else (row.least, ramp.cap)
        value = draft.start if part is OrderPart.START else draft.cap
        self.set_amount(name, part, max(low, min(high, value + by * ramp.step)))
        if part is OrderPart.CAP and self.rows[name].start > self.rows[name].cap:
            self.set_amount(name, OrderPart.START, self.rows[name].cap)

    def set_amount(self, name: str, part: OrderPart, amount: int) -> None:
        """As it was typed, past a bound as well."""
        row = self.rows[name]
        self._set(name, replace(row, start=amount) if part is OrderPart.START else replace(row, cap=amount))

    def amount(self, name: str, part: OrderPart) -> int:
        return self.rows[name].start if part is OrderPart.START else self.rows[name].cap

    def _set(self, name: str, row: RowDraft) -> None:
        self.rows[name] = row
        self._refused.pop(name, None)
        self._outlooks = None

    # ---------------------------------------------------------------- what would be written
    def order(self, name: str) -> ExerciseOrdered:
        """One row as a fact; what is as the game has it is left to the game."""
        row, game = self.rows[name], self.known[name].game
        start, begins_anew = self._start(name)
        return ExerciseOrdered(
            name,
            self.head.said_by,
            self.head.said_on,
            row.plays,
            row.feet.alone,
            start,
            row.cap if row.cap != game.ramp.cap else None,
            row.most_sets if row.most_sets != game.most_sets else None,
            begins_anew,
            row.feet.first,
        )

    def _start(self, name: str) -> tuple[int | None, bool]:
        """The start that is said, and whether what is in play goes to it; untouched it stays as it was ordered."""
        row, known = self.rows[name], self.known[name]
        if known.dose is None:
            return (row.start if row.start != known.game.ramp.start else None), False
        if row.start not in (known.start, min(known.start, row.cap)):
            return row.start, True
        before = known.order.start if known.order else None
        return (min(before, max(row.cap, known.least)) if before else None), known.is_on_its_way

    @property
    def changed(self) -> tuple[str, ...]:
        """The exercises whose row differs from what is ordered now."""
        return tuple(name for name, row in self.rows.items() if row != RowDraft.of(self.known[name]))

    def refused(self, name: str) -> tuple[OrderRefusal, ...]:
        """What of a row is refused; only of what was changed."""
        if name not in self._refused:
            is_changed = self.rows[name] != RowDraft.of(self.known[name])
            found = refusals(self.catalogue, self.child, self.order(name), self.day) if is_changed else ()
            self._refused[name] = found
        return self._refused[name]

    def refused_head(self) -> tuple[OrderRefusal, ...]:
        return refusals_of_head(self.head, self.day)

    def all_refused(self) -> tuple[tuple[str, OrderRefusal], ...]:
        """Everything that stands against writing it down, the head first; "" is the head."""
        rows = [(name, refusal) for name in self.rows for refusal in self.refused(name)]
        return (*(("", refusal) for refusal in self.refused_head()), *rows)

    def outlook(self, name: str) -> Outlook | None:
        """What becomes of an exercise in play tomorrow, with what the page says so far and is not refused."""
        if self._outlooks is None:
            rows = [self.order(n) for n in self.changed if not self.refused(n)]
            head = () if self.refused_head() and not self._is_only_unsigned() else (self.head,)
            facts = (*head, *rows) if self.is_new else ()
            self._outlooks = outlooks(self.catalogue, self.child, facts, self.day)
        return self._outlooks.get(name)

    def _is_only_unsigned(self) -> bool:
        return all(refusal.part is OrderPart.WHO for refusal in self.refused_head())

    @property
    def is_held(self) -> bool:
        """Whether nothing new comes for a while, by this page or by the parents."""
        return self.sheet.is_held or self.head.hold_until is not None

    @property
    def is_new(self) -> bool:
        """Whether there is anything to write: a row, a hold or a visit."""
        was, now = self.first_head, self.head
        return bool(self.changed) or (was.hold_until, was.next_visit) != (now.hold_until, now.next_visit)

    def facts(self) -> tuple[Fact, ...]:
        """The page, to be recorded at once. `RefusedByRules` where something of it is refused."""
        orders = [self.order(name) for name in self.changed]
        return written(self.catalogue, self.child, self.head, orders, self.day)
