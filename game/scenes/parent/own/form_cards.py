"""The cards of the form: where each control lies, and how it is painted."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.content import Unit
from game.core.own_draft import MOST_SETS, POSITIONS, UNITS, OwnDraft, OwnPart, WorkingFeet
from game.scenes.screen.context import Context
from game.ui.paper import Paper
from game.ui.theme import CREAM, EXTRA_BOLD, INK, INK_2, SEMI_BOLD, WARN
from game.ui.typography.lettering import Colour
from game.ui.view import Box

WORDS, WHAT = Box(252, 96, 486, 394), Box(752, 96, 500, 394)
SHOWN, LAST = Box(252, 500, 486, 192), Box(752, 500, 500, 192)
WINDOW = Box(268, 514, 236, 164)
PALE, SLOT, CHOSEN = "#F3EADA", "#FFFFFF", "#43304A"
# The lines by name, top to bottom, and where each lies; what is said in sentences has two lines to see.
LINES = {
    "name": Box(272, 124, 446, 44), "how": Box(272, 198, 446, 48), "right": Box(272, 276, 446, 48),
    "cheat": Box(272, 354, 446, 48), "who": Box(272, 432, 446, 44),
}  # fmt: skip
# Rows of words side by side, one of them chosen.
ROWS = {name: Box(772, 124 + i * 76, 460, 46) for i, name in enumerate(("position", "unit", "side"))}
# Numbers, each with less and more.
NUMBERS = {
    part: Box(772 + i * 117, 352, 109, 46)
    for i, part in enumerate((OwnPart.START, OwnPart.STEP, OwnPart.CAP, OwnPart.SECONDS))
}
SETS = {"sets": Box(772, 428, 226, 46)}
CHOICES = ROWS | SETS


def paint_lines_heads(paper: Paper, ctx: Context, refused: frozenset[OwnPart]) -> None:
    """What belongs into each line, above it."""
    for name, box in LINES.items():
        is_wrong = name in {part.value for part in refused}
        _head(paper, ctx.texts(f"own_{name}"), box, WARN if is_wrong else INK_2)


def paint_rows(paper: Paper, ctx: Context, draft: OwnDraft, refused: frozenset[OwnPart]) -> None:
    """Position, unit, feet and sets."""
    words = ctx.texts
    for name, (labels, chosen) in choices(ctx, draft).items():
        is_wrong = name in {part.value for part in refused}
        _head(paper, words(f"own_{name}"), CHOICES[name], WARN if is_wrong else INK_2)
        paint_segments(paper, CHOICES[name], labels, chosen)


def choices(ctx: Context, draft: OwnDraft) -> dict[str, tuple[list[str], int]]:
    """The words of each row, and which of them is chosen."""
    words, sides = ctx.texts, tuple(WorkingFeet)
    return {
        "position": ([words(f"own_position_{p.value}") for p in POSITIONS], POSITIONS.index(draft.position)),
        "unit": ([words(f"own_unit_{u.value}") for u in UNITS], UNITS.index(draft.unit)),
        "side": ([words(f"own_side_{s.value}") for s in sides], sides.index(draft.side)),
        "sets": ([words.number(n + 1) for n in range(MOST_SETS)], draft.sets - 1),
    }


def paint_numbers(paper: Paper, ctx: Context, draft: OwnDraft, refused: frozenset[OwnPart]) -> None:
    """Start, step, most and how long one takes; seconds take a second each."""
    words = ctx.texts
    for part, box in NUMBERS.items():
        if part is OwnPart.SECONDS and draft.unit is Unit.SECONDS:
            continue
        _head(paper, words(f"own_{part.value}"), box, WARN if part in refused else INK_2)
        is_time = part is OwnPart.SECONDS or draft.unit is Unit.SECONDS
        value = draft.amount(part)
        label = words("short_seconds", n=value) if is_time else words.number(value)
        paint_stepper(paper, box, label, is_refused=part in refused)


def _head(paper: Paper, text: str, box: Box, colour: Colour) -> None:
    paper.text(text, 16, box.x + 2, box.y - 15, colour, EXTRA_BOLD if colour == WARN else SEMI_BOLD, "l", box.w)


def paint_segments(paper: Paper, box: Box, labels: Sequence[str], chosen: int) -> None:
    """Some words side by side, one of them chosen."""
    w = box.w / max(1, len(labels))
    body = f'<rect x="0" y="0" width="{box.w}" height="{box.h}" rx="14" fill="{PALE}"/>'
    body += f'<rect x="{chosen * w + 2}" y="2" width="{w - 4}" height="{box.h - 4}" rx="12" fill="{CHOSEN}"/>'
    paper.drawn(body, box.x, box.y, box.w, box.h)
    for n, label in enumerate(labels):
        colour, weight = (CREAM, EXTRA_BOLD) if n == chosen else (INK_2, SEMI_BOLD)
        paper.text(label, 17, box.x + (n + 0.5) * w, box.centre[1] - 1, colour, weight, width=w - 8)


def paint_stepper(paper: Paper, box: Box, label: str, *, is_refused: bool) -> None:
    """Less, the amount, more."""
    edge = ' stroke="#{:02X}{:02X}{:02X}" stroke-width="3"'.format(*WARN) if is_refused else ""
    body = f'<rect x="2" y="2" width="{box.w - 4}" height="{box.h - 4}" rx="14" fill="{PALE}"{edge}/>'
    body += f'<rect x="32" y="7" width="{box.w - 64}" height="{box.h - 14}" rx="9" fill="{SLOT}"/>'
    paper.drawn(body, box.x, box.y, box.w, box.h)
    colour = WARN if is_refused else INK
    paper.glyph("minus", box.x + 18, box.centre[1], 17, colour, 3)
    paper.glyph("plus", box.right - 18, box.centre[1], 17, colour, 3)
    paper.text(label, 18, box.centre[0], box.centre[1] - 1, colour, EXTRA_BOLD, width=box.w - 68)


def paint_note(paper: Paper, line: str, *, is_refused: bool) -> None:
    """What stands against it; else who reads the words aloud, and that nobody checked them."""
    fill, lip = ("#FBEBD8", "#E8CDA8") if is_refused else ("#FFFFFF", "#EFE6D4")
    paper.card(LAST, fill=fill, lip=lip)
    if is_refused:
        paper.glyph("x", LAST.x + 30, LAST.y + 28, 20, WARN, 3)
        paper.paragraph(line, 17, LAST.x + 48, LAST.y + 16, LAST.w - 68, WARN, EXTRA_BOLD, height=88)
    else:
        paper.paragraph(line, 16, LAST.x + 22, LAST.y + 14, LAST.w - 44, INK_2, SEMI_BOLD, height=92)
