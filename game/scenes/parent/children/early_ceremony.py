"""Shall the ceremony be held now? The card that asks again before it is brought forward."""

from __future__ import annotations

from game.core.rules.parent_actions import graduate
from game.core.rules.rewards import RefusedByRules
from game.scenes import routes
from game.scenes.parent.deed import AskCard, AskLine, Deed
from game.scenes.routes import Next
from game.scenes.screen.context import Context


def early_ceremony(ctx: Context, child: str) -> AskCard:
    """The ceremony begins at once, and the trail follows it."""
    words = ctx.texts

    def now() -> Next | None:
        try:
            ctx.record(*graduate(ctx.catalogue, ctx.child(child), ctx.today), child=child)
        except RefusedByRules:  # a word was taken back meanwhile
            return None
        return routes.Graduation(child, routes.Trail(child))

    return AskCard(
        "early-ceremony",
        words("ceremony_title", name=ctx.child(child).nickname),
        (AskLine(words("ceremony_line"), height=96), AskLine(words("ceremony_after"), height=96),
         AskLine.small(words("ceremony_there"))),
        ("later", words("ceremony_later")),
        (Deed("now", words("ceremony_now"), now),),
        "",
    )  # fmt: skip
