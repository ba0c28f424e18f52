"""Was there no operation? The card that asks again before it is taken back."""

from __future__ import annotations

from game.core.rules.parent_actions import no_operation, programme_without
from game.scenes import routes
from game.scenes.parent.deed import AskCard, AskLine, Deed
from game.scenes.routes import Next
from game.scenes.screen.context import Context


def was_there_none(ctx: Context, child_id: str, then: Next) -> AskCard:
    """A child that had another programme has that one again, and `then` follows; else the programme is asked for, and
    only with it anything is written."""
    words, child = ctx.texts, ctx.child(child_id)
    before = programme_without(child)
    after = (
        words("no_operation_before", programme=words(f"programme_{before}")) if before else words("no_operation_ask")
    )

    def none() -> Next:
        if programme_without(ctx.child(child_id)) is None:
            return routes.WithoutOperation(child_id, then)
        ctx.record(*no_operation(ctx.child(child_id)), child=child_id)
        return then

    return AskCard(
        "no-operation",
        words("no_operation_title", name=child.nickname),
        (
            AskLine(words("no_operation_line"), height=96),
            AskLine(words("no_operation_real"), height=66),
            AskLine.small(after),
        ),
        ("keep", words("no_operation_keep")),
        (Deed("none", words("no_operation_do"), none, "warn"),),
    )
