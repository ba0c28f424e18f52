"""Was the child asked about its pain? The card before an exercise that rests comes again; *not yet* changes nothing."""

from __future__ import annotations

from collections.abc import Callable

from game.core.reports.where_hurt import strongest_on
from game.scenes.parent.after_pain import state_now
from game.scenes.parent.deed import AskCard, AskLine, Deed
from game.scenes.routes import Next
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import exercise_name, sore_foot
from game.ui.theme import EXTRA_BOLD, INK_2


def allow_again(ctx: Context, child_id: str, exercise: str, allow: Callable[[], None], then: Next) -> AskCard:
    """The *yes* does `allow`, and `then` follows."""
    words, child, pain = ctx.texts, ctx.child(child_id), list[AskLine]()
    state = state_now(ctx, child)
    if rest := state.resting.get(exercise):
        play = strongest_on(child, exercise, rest.of)
        said = words("allow_pain", score=rest.score, date=rest.of)
        foot = sore_foot(words, ctx.catalogue, play) if play else ""
        pain.append(AskLine(words.locale.in_row([said, foot]) if foot else said, 20, INK_2, height=28))

    def yes() -> Next:
        allow()
        return then

    return AskCard(
        "allow-again",
        words("allow_title", exercise=exercise_name(words, ctx.catalogue, exercise)),
        (
            *pain,
            AskLine(words("allow_ask", name=child.nickname), 23, weight=EXTRA_BOLD, height=92),
            AskLine(words("allow_watch", name=child.nickname), 20, height=54),
            AskLine.small(words("after_pain_stopped" if state.stopped_on else "need_resting_small")),
        ),
        ("not-yet", words("allow_not_yet")),
        (Deed("allow", words("allow_yes"), yes),),
        "ouch",
    )
