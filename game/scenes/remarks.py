"""What the computer has to tell a grown-up once: a small card in the rail, where nothing else stands, until it is read.

Names are put into `ctx.remarks` by whoever notices: "clock", or "levels 3" with a number.
"""

from __future__ import annotations

from game.core.events import SettingChosen
from game.scenes.context import Context
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2
from game.ui.view import Box
from game.ui.widgets import Widget, slab

CARD = Box(12, 426, 200, 198)
CLOCK_READ = "clock_read"  # setting: the last entry behind which a parent has read that the date jumped
GLYPHS = {"clock": "clock", "levels": "warn"}


def widgets(ctx: Context) -> tuple[Widget, ...]:
    """The button that puts the card away; () when there is nothing to tell."""
    if not ctx.remarks:
        return ()
    return (slab("remark", Box(CARD.x + 16, CARD.bottom - 56, CARD.w - 32, 44), ctx.texts("remark_read"), size=18),)


def paint(paper: Paper, ctx: Context) -> None:
    """The first of them; the next comes when it was read."""
    if not ctx.remarks:
        return
    name, _, number = ctx.remarks[0].partition(" ")
    words, n = ctx.texts, int(number) if number.isdecimal() else 0
    paper.card(CARD, fill="#FFFDF7")
    paper.glyph(GLYPHS[name], CARD.x + 30, CARD.y + 34, 28, INK)
    title = words(f"notice_{name}", n=n)
    y = paper.paragraph(title, 17, CARD.x + 54, CARD.y + 14, CARD.w - 66, INK, EXTRA_BOLD, 1.15, height=62)
    if name == "clock":
        paper.paragraph(words("notice_clock_line"), 16, CARD.x + 18, y + 6, CARD.w - 34, INK_2, height=62)


def read(ctx: Context) -> None:
    """It was read: not told again, in a later run neither, until the date jumps anew."""
    if ctx.remarks and ctx.remarks.pop(0) == "clock" and (last := last_entry(ctx)):
        ctx.record(SettingChosen(CLOCK_READ, last))


def last_entry(ctx: Context) -> str:
    """The id of the children's entry with the latest moment; "" before any."""
    ends = [child.events[-1] for child in ctx.family.children.values() if child.events]
    return max(ends, key=lambda event: event.at).id if ends else ""
