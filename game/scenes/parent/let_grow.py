"""The end of a hold. A therapist's is asked about first: one press would end what somebody else has ordered."""

from __future__ import annotations

from collections.abc import Callable

from game.core.days import plus
from game.core.history.history import Child
from game.core.rules import pain
from game.core.rules.state import hold_ordered
from game.scenes import routes
from game.scenes.parent.after_pain import state_now
from game.scenes.parent.deed import AskCard, AskLine, Deed
from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.scenes.screen.screen import Screen
from game.ui.theme import INK_2


def let_grow(ctx: Context, below: Screen, child: Child, release: Callable[[], None]) -> Next | None:
    """Lets go by `release`, at once where the hold is the parents' own."""
    state, words = state_now(ctx, child), ctx.texts
    until, head = hold_ordered(state), state.order_told or state.order
    if until is None:
        release()
        return None
    line = (
        words("let_grow_ordered", who=head.said_by, said_on=head.said_on, until=until)
        if head
        else words("let_grow_until", until=until)
    )
    is_quiet = state.last_pain is not None and pain.is_quiet(ctx.catalogue, state, plus(ctx.today, 1))
    then = words("let_grow_quiet", date=state.last_pain) if is_quiet else words("let_grow_ask")
    card = AskCard(
        "ask-first", words("let_grow_title"), (AskLine(line), AskLine(then, ink=INK_2)),
        ("keep", words("let_grow_keep")), (Deed("let-go", words("let_grow_do"), release),),
    )  # fmt: skip
    return routes.AskFirst(below, card)
