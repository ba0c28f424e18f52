"""The parent's words of one visit to the confirm screen: what waits, what was said, what the rules refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.core.content import Side
from game.core.events import Effort, Event, Grade, PainPlaced
from game.core.history.history import Attempt, Child
from game.core.rules.rewards import RefusedByRules, can_undo, confirm, for_the_record, is_too_late, undo
from game.core.rules.state import phase
from game.core.rules.waiting import waiting
from game.scenes.screen.context import Context


class WordsGiven:
    """`ids` are the attempts of `children` asked about, oldest first. `told` is what this visit wrote down for each,
    `refused` the reason why no word is taken on it, `late` those whose word came too late to count and stands in the
    records."""

    def __init__(self, ctx: Context, children: Sequence[str], ids: Sequence[str]) -> None:
        self.ctx, self.children, self.ids = ctx, tuple(children), tuple(ids)
        self.told: dict[str, tuple[Event, ...]] = {}
        self.refused: dict[str, str] = {}
        self.late: set[str] = set()

    def also(self, ids: Iterable[str]) -> None:
        """These are asked about as well, after the others."""
        self.ids = (*self.ids, *(i for i in ids if i not in self.ids))

    def child_of(self, id_: str) -> Child:
        """Whose play it is, as folded now; KeyError for nobody's."""
        for child in map(self.ctx.child, self.children):
            if id_ in child.attempts:
                return child
        raise KeyError(id_)

    def attempt(self, id_: str) -> Attempt:
        return self.child_of(id_).attempts[id_]

    @property
    def current(self) -> Attempt | None:
        """The oldest attempt nothing was said about yet; None when all is said."""
        waiting = (self.attempt(i) for i in self.ids if i not in self.refused)
        return next((attempt for attempt in waiting if not attempt.is_told), None)

    def grade(self, attempt: Attempt, grade: Grade, effort: Effort, ouch: int | None, sore: Side | None) -> None:
        """The word on an attempt; `ouch` and the `sore` foot told only where they are news. The first word stands. Pain
        counts where the word is refused as well."""
        fresh, child = ouch if ouch != attempt.ouch else None, self.child_of(attempt.id)
        foot = (PainPlaced(attempt.id, sore),) if sore and sore is not attempt.sore else ()
        try:
            facts = confirm(self.ctx.catalogue, child, attempt.id, grade, effort, fresh, self.ctx.now())
        except RefusedByRules as refused:
            if not self.is_late(attempt):
                self.refused[attempt.id] = self.ctx.texts.reason(refused.reason)
                self.ctx.record(*refused.pain, *foot, child=child.id)
                return
            self.late.add(attempt.id)
            facts = for_the_record(child, attempt.id, grade, effort, fresh)
        self.told[attempt.id] = self.ctx.record(*facts, *foot, child=child.id)

    def is_late(self, attempt: Attempt) -> bool:
        """Whether a word on it now is for the record alone."""
        return is_too_late(self.ctx.catalogue, self.child_of(attempt.id), attempt, self.ctx.today)

    def may_undo(self, id_: str) -> bool:
        """Said in this visit, at most ten minutes ago."""
        return id_ in self.told and can_undo(self.ctx.catalogue, self.child_of(id_), id_, self.ctx.now())

    def undo(self, id_: str) -> None:
        """Takes the word on an attempt back, while that is allowed."""
        if self.may_undo(id_):
            child = self.child_of(id_)
            self.ctx.record(*undo(child, id_), child=child.id)
            del self.told[id_]

    def events(self, child: str) -> tuple[Event, ...]:
        """All that this visit wrote down of a child, that stands and that counts."""
        told = (event for id_, events in self.told.items() if id_ not in self.late for event in events)
        return tuple(event for event in told if event.child == child)


def waiting_of(ctx: Context, children: Sequence[str]) -> tuple[str, ...]:
    """The attempts of these children that wait, oldest first; of one slot those of one child after those of the other,
    so that a grown-up looks at one child at a time."""
    rows = [
        ((a.on, phase(a.slot), place), a.id)
        for place, child in enumerate(children)
        for a in waiting(ctx.catalogue, ctx.child(child), ctx.today)
    ]
    return tuple(id_ for _, id_ in sorted(rows, key=lambda row: row[0]))  # of one child in the order it played
