"""What the computer has to tell a grown-up once: a button in the rail, below its places, until it is read.

Names are put into `ctx.remarks` by whoever notices: "clock", "levels 3" with a number, or
"language ru" with what was asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.events import SettingChosen
from game.scenes.screen.context import Context
from game.ui.view import Box
from game.ui.widgets import Widget, button

if TYPE_CHECKING:
    from game.scenes.screen.reading_sheet import Paragraph

BUTTON = Box(12, 576, 200, 48)  # below the last place of a full rail
CLOCK_READ = "clock_read"  # setting: the last entry behind which a parent has read that the date jumped
LANGUAGE_READ = "language_read"  # setting: a parent has read that this language is not there yet
GLYPHS = {
    "clock": "clock", "levels": "warn", "language": "warn", "second_place": "disk", "erased_not_there": "warn",
    "own_new": "list", "own_wrong": "warn",
}  # fmt: skip


def widgets(ctx: Context) -> tuple[Widget, ...]:
    """The button that tells the first of them; () when there is nothing to tell. The next comes when it was read."""
    if not ctx.remarks:
        return ()
    glyph = GLYPHS[ctx.remarks[0].partition(" ")[0]]
    return (button("remark", BUTTON, ctx.texts("remark_open"), "warn", glyph=glyph, size=18),)


def told(ctx: Context) -> tuple[str, tuple[Paragraph, ...]]:
    """The first of them as a sheet to read: its title and its words."""
    from game.scenes.screen.reading_sheet import Paragraph

    name, _, about = ctx.remarks[0].partition(" ")
    if name == "own_wrong":
        line, _, file = about.partition(" ")
        return ctx.texts("remark_open"), (Paragraph(ctx.texts("notice_own_wrong", name=file, line=line)),)
    words, n = ctx.texts, int(about) if about.isdecimal() else 0
    title = words(f"notice_{name}", n=n, name=ctx.locale_of(about).name if name == "language" else about)
    more = (Paragraph(words("notice_clock_line")),) if name == "clock" else ()
    return words("remark_open"), (Paragraph(title), *more)


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
