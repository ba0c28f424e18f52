"""What the computer has to tell a grown-up once: a small card in the rail, where nothing else stands, until it is read.

Names are put into `ctx.remarks` by whoever notices: "clock", "levels 3" with a number, or
"language ru" with what was asked for.
"""

from __future__ import annotations

from game.core.events import SettingChosen
from game.scenes.screen.context import Context
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2
from game.ui.view import Box
from game.ui.widgets import Widget, button

CARD = Box(12, 426, 200, 198)
CLOCK_READ = "clock_read"  # setting: the last entry behind which a parent has read that the date jumped
LANGUAGE_READ = "language_read"  # setting: a parent has read that this language is not there yet
GLYPHS = {"clock": "clock", "levels": "warn", "language": "warn", "second_place": "disk", "erased_not_there": "warn"}
NAMES = {"ru": "language_ru"}  # of languages somebody may ask for; others are called as they were typed


def widgets(ctx: Context) -> tuple[Widget, ...]:
    """The button that puts the card away; () when there is nothing to tell."""
    if not ctx.remarks:
        return ()
    return (button("remark", Box(CARD.x + 16, CARD.bottom - 56, CARD.w - 32, 44), ctx.texts("remark_read"), size=18),)


def paint(paper: Paper, ctx: Context) -> None:
    """The first of them; the next comes when it was read."""
    if not ctx.remarks:
        return
    name, _, about = ctx.remarks[0].partition(" ")
    words, n = ctx.texts, int(about) if about.isdecimal() else 0
    paper.card(CARD, fill="#FFFDF7")
    paper.glyph(GLYPHS[name], CARD.x + 30, CARD.y + 34, 28, INK)
    title = words(f"notice_{name}", n=n, name=words(NAMES[about]) if about in NAMES else about)
    room = 62 if name in ("clock", "levels") else 112
    y = paper.paragraph(title, 17, CARD.x + 54, CARD.y + 14, CARD.w - 66, INK, EXTRA_BOLD, 1.15, height=room)
    if name == "clock":
        paper.paragraph(words("notice_clock_line"), 16, CARD.x + 18, y + 6, CARD.w - 34, INK_2, height=62)


def was_read(ctx: Context, remark: str) -> bool:
    """Whether a parent has read it in an earlier run."""
    name, _, about = remark.partition(" ")
    return name == "language" and ctx.family.settings.get(LANGUAGE_READ) == about


def read(ctx: Context) -> None:
    """It was read: not told again, in a later run neither, until the date jumps anew."""
    if not ctx.remarks:
        return
    name, _, about = ctx.remarks.pop(0).partition(" ")
    if name == "clock" and (last := last_entry(ctx)):
        ctx.record(SettingChosen(CLOCK_READ, last))
    elif name == "language":
        ctx.record(SettingChosen(LANGUAGE_READ, about))


def last_entry(ctx: Context) -> str:
    """The id of the children's entry with the latest moment; "" before any."""
    ends = [child.events[-1] for child in ctx.family.children.values() if child.events]
    return max(ends, key=lambda event: event.at).id if ends else ""
