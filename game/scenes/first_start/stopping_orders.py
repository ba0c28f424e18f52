"""Which orders of a therapist a programme has no place for, said before it is kept."""

from __future__ import annotations

from game.core.history.history import Child
from game.core.rules.ordering import orders_without
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import exercise_name

MOST_NAMED = 3  # orders that stop; more are counted


def stopping_orders(ctx: Context, child: Child, programme: str) -> str:
    """Which stop with that programme; "" where none does, or it is the child's own."""
    if programme == child.programme:
        return ""
    orders, words = orders_without(ctx.catalogue, child, programme, ctx.today), ctx.texts
    if not orders:
        return ""
    names = [exercise_name(words, ctx.catalogue, order.exercise) for order in orders[:MOST_NAMED]]
    if more := len(orders) - len(names):
        names.append(words("programme_orders_more", n=more))
    who = words.locale.listed([*dict.fromkeys(order.said_by for order in orders)])
    return words("programme_orders_stop", n=len(orders), who=who, exercises=words.locale.listed(names))
