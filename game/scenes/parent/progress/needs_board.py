"""The cards of what waits for one child, as a page carries them: which are shown, and what their buttons do."""

from __future__ import annotations

from collections.abc import Callable

from game.core.events import Fact
from game.core.reports.needs import Need, NeedKind, needs, no_good_seen, rest_seen, tries_seen
from game.core.rules.parent_actions import allow, doctor_asked
from game.core.rules.rewards import RefusedByRules
from game.scenes import routes
from game.scenes.parent.progress import needs_cards, paused
from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.scenes.screen.pager import pager
from game.scenes.screen.screen import Screen
from game.ui.paper import Paper
from game.ui.view import Box
from game.ui.widgets import Widget, button


class NeedsBoard:
    """`all` is what waits, the most urgent first; `first` the first card shown."""

    def __init__(self, ctx: Context, child: str | None) -> None:
        self.ctx, self.child_id = ctx, child
        self.first = 0
        self.fold()

    def fold(self) -> None:
        """As it stands now."""
        ctx, child, self.first = self.ctx, self.child_id, 0
        is_known = child is not None and child in ctx.family.children
        self.all = needs(ctx.catalogue, ctx.family, child, ctx.today) if child and is_known else ()

    @property
    def shown(self) -> tuple[Need, ...]:
        """The needs of the cards to be seen."""
        return self.all[self.first : self.first + needs_cards.MOST]

    # ---------------------------------------------------------------- looks
    def widgets(self) -> tuple[Widget, ...]:
        return needs_cards.widgets(self.ctx.texts, self.shown)

    def paint(self, paper: Paper) -> None:
        if self.child_id:
            needs_cards.paint(paper, self.ctx, self.ctx.child(self.child_id), self.shown)

    def more(self, right: float) -> tuple[Widget, ...]:
        """The button to the next three, ending at `right`, where there are more."""
        if len(self.all) <= needs_cards.MOST:
            return ()
        sheet, sheets = self.first // needs_cards.MOST, -(-len(self.all) // needs_cards.MOST)
        return (pager(self.ctx.texts, "more", Box(right - 150, 30, 150, 52), sheet, sheets),)

    def back(self, right: float, but: int = 0) -> tuple[Widget, ...]:
        """The way back to the cards from a page without them; `but` so many are shown there already."""
        if (n := len(self.all) - but) < 1:
            return ()
        label = self.ctx.texts("progress_needs_back", n=n)
        return (button("needs", Box(right - 330, 30, 330, 52), label, "primary", glyph="edit", size=19),)

    def turn(self) -> None:
        """The next three; the first again after the last."""
        on = self.first + needs_cards.MOST
        self.first = on if on < len(self.all) else 0

    # ---------------------------------------------------------------- presses
    def asked(self, name: str) -> Need | None:
        """The need whose button has that name; None when it is no card's."""
        return next((need for need in self.shown if name in needs_cards.names(need)), None)

    def answer(self, need: Need, name: str, page: Screen, again: Next) -> Next | None:
        """A button of a card: told, put off, or the page where it is settled. `again` is the page anew."""
        ctx, child, child_id = self.ctx, self.ctx.child(self.child_id or ""), self.child_id or ""
        match name.partition("-")[0]:
            case "keep":
                ctx.record(*rest_seen(child_id, need), child=child_id)  # erased with the child
            case "allow":
                return routes.AllowAgain(page, child_id, need.about, lambda: self._let(need.about), again)
            case "asked":
                self._tell(lambda: doctor_asked(ctx.catalogue, child, ctx.today))
            case "urgent":
                return routes.Reading(page, ctx.texts("paused_urgent"), paused.urgent(ctx.texts))
            case "pain":
                return routes.Pain(child_id, child.attempts[need.attempts[0]].session, again)
            case "signs" | "surgery" as what:
                return routes.EditChild(what, child_id, again)
            case "none":
                return routes.NoOperation(page, child_id, again)
            case "confirm":
                return routes.ConfirmOf(child_id, again)
            case "tries" if name == "tries-pin":
                return routes.NewPin(again, again)
            case "tries":
                ctx.record(*tries_seen(need))
            case "read" if need.kind is NeedKind.NO_GOOD:
                ctx.record(*no_good_seen(child_id, need), child=child_id)
        return None

    def _let(self, exercise: str) -> None:
        """It may come again, as the card that asked for it was answered."""
        ctx = self.ctx
        self._tell(lambda: allow(ctx.catalogue, ctx.child(self.child_id or ""), exercise, ctx.today))

    def _tell(self, word: Callable[[], tuple[Fact, ...]]) -> None:
        """A parent's word; what the rules refuse meanwhile changes nothing."""
        try:
            facts = word()
        except RefusedByRules:
            return
        self.ctx.record(*facts, child=self.child_id)
