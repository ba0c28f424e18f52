"""Why somebody cannot be chosen to play together now: what is said of it, and a small card below the face."""

from __future__ import annotations

from game.core.content import Slot
from game.core.history.history import Child
from game.core.rules.today import Doing, Today
from game.scenes.home.map_cards import RestCard, rest_card
from game.scenes.home.sun_and_moon import paint_slot
from game.scenes.screen.outside import TextSource
from game.ui import theme
from game.ui.paper import Paper
from game.ui.theme import INK_2
from game.ui.view import Box

HIGH, SIGN_R = 112, 26


def why_not(now: Today, child: Child) -> RestCard:
    """As the child's own map says it; ValueError where something may be played."""
    if now.doing is Doing.READY:
        raise ValueError("something may be played")
    slot = "ui/sun" if now.slot is Slot.MORNING else "ui/moon"
    return rest_card(now, child) or RestCard("map_rest_title", "map_open_from", slot, ("map_too_soon",))


def card_box(x: float, middle: float, radius: float) -> Box:
    """Where the card lies: over the middle of a head's window, below the face."""
    return Box(x - radius, middle + 6, 2 * radius, HIGH)


def paint_not_now(paper: Paper, box: Box, words: TextSource, now: Today, child: Child) -> None:
    """What was done, or that feet rest, an arrow, and what comes next; where nobody knows when, the rest alone."""
    card, x, y = why_not(now, child), box.centre[0], box.y + 40
    paper.panel(box, radius=26, lip_depth=5)
    if card.picture.startswith("ui/"):
        if now.doing is Doing.DONE:
            paint_slot(paper, now.slot, x - 60, y, SIGN_R, theme.PANEL, is_done=True)
        else:
            paper.disc(x - 60, y, SIGN_R, theme.NIGHT, "icons/nap", 34, lip_depth=4, alpha=0)
        arrow = (
            f'<path d="M{x - 16} {y}H{x + 14}M{x + 4} {y - 10}L{x + 15} {y}L{x + 4} {y + 10}" stroke="#7A6278" '
            'stroke-width="6" stroke-linecap="round" stroke-linejoin="round" fill="none"/>'
        )
        paper.shape(arrow, Box(x - 22, y - 16, 44, 32), alpha=0)
        following = now.slot if now.doing is Doing.TOO_SOON else next(s for s in Slot if s is not now.slot)
        paint_slot(paper, following, x + 60, y, SIGN_R, theme.PANEL)
    else:
        paper.disc(x, y, SIGN_R + 4, theme.NIGHT, card.picture, 42, lip_depth=4, alpha=0)
    when = words("map_open_from", time=now.opens.time()) if now.opens else card.line(words) or words(card.title)
    paper.text(when, 22, x, box.bottom - 24, INK_2, width=box.w - 28)
