"""The card of what was done away: its tiles, slots, faces and the line that says what would be written."""

from __future__ import annotations

from collections.abc import Mapping

from game.core.content import Slot
from game.core.events import Effort
from game.core.history.history import Child
from game.core.reports.written_down import CellKind, ChartCell, Place
from game.core.rules.away import ToldAway
from game.scenes.parent.after_pain import after_away_line
from game.scenes.parent.confirm.which_foot import foot_buttons
from game.scenes.parent.record.record_away import AwayTicks, slots_of
from game.scenes.parent.record.ticks import name_size, paint_mark, paint_name, paint_written
from game.scenes.screen.button_row import in_a_row
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import exercise_name
from game.scenes.screen.pager import pager
from game.ui.art.faces import SCORES, face_key, paint_numbered_face
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import INK, INK_2, OK, SEMI_BOLD, WARN
from game.ui.typography.lettering import SMALLEST_SHARE, Colour
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

CARD = Box(568, 364, 684, 328)
COLUMNS, TILE_W, TILE_H, TILE_X, TILE_Y, PITCH_X, PITCH_Y = 3, 210, 46, 590, 424, 218, 50
ROW_Y, LAST_Y, LAST_H = 578, 632, 56
WHOLE = Box(1082, 369, 154, 46)
FEET = Box(814, ROW_Y, 368, 46)  # which of them hurt
AWAY_BACK = Box(1020, 578, 216, 46)
SLOTS, SLOT_PAD = Box(738, 366, 334, 52), 3  # the parts of the day, side by side in one band
BOTH = "both"
CHOICES = {**{slot.value: (slot,) for slot in Slot}, BOTH: tuple(Slot)}
NAME_W = 120  # of an exercise's name on its tile


def tile_box(i: int) -> Box:
    """Where the i-th tile of a sheet lies, row by row."""
    return Box(TILE_X + i % COLUMNS * PITCH_X, TILE_Y + i // COLUMNS * PITCH_Y, TILE_W, TILE_H)


def widgets(
    ctx: Context, away: AwayTicks, cells: Mapping[Place, ChartCell], *, may_undo: bool
) -> tuple[Widget, ...]:  # fmt: skip
    """The slots, the whole quest, the tiles, how hard it was or the faces, and the button that writes."""
    words = ctx.texts
    whole = button("whole", WHOLE, words("record_whole"), "soft", size=18, is_enabled=bool(away.whole()))
    tiles = [
        Widget(
            f"tile-{name}", tile_box(i), Hotspot(14), is_adult=True, is_enabled=bool(away.may_tick(name, cells)),
        )
        for i, name in enumerate(away.shown())
    ]  # fmt: skip
    if away.sheets > 1:
        tiles.append(pager(words, "tiles", tile_box(8), away.sheet, away.sheets))
    return (*_slots(ctx, away), whole, *tiles, *_how(ctx, away), *_last(ctx, away, may_undo=may_undo))


def _slots(ctx: Context, away: AwayTicks) -> tuple[Widget, ...]:
    """Morning, evening or both: one of the three, each as wide as its word needs."""
    band = Box(SLOTS.x + SLOT_PAD, SLOTS.y + SLOT_PAD, SLOTS.w - 2 * SLOT_PAD, SLOTS.h - 2 * SLOT_PAD)
    labels = [ctx.texts(f"record_{name}") for name in CHOICES]
    return tuple(
        button(f"slot-{name}", box, label, "on" if away.slots == slots else "plain", size=18,
               is_enabled=all(away.has_begun(slot) for slot in slots))
        for (name, slots), label, box in zip(CHOICES.items(), labels, in_a_row(ctx, band, labels, 18), strict=True)
    )  # fmt: skip


def _how(ctx: Context, away: AwayTicks) -> tuple[Widget, ...]:
    words = ctx.texts
    if away.asks_face:
        faces = tuple(
            Widget(f"face-{n}", Box(814 + i * 62, ROW_Y, 56, 46), Hotspot(16), is_adult=True, keys=face_key(n))
            for i, n in enumerate(SCORES)
        )
        return (*faces, button("close", Box(1190, ROW_Y, 46, 46), "", glyph="x", command=Command.BACK))
    if away.asks_foot and away.at:
        mark = away.mark(away.at)
        feet = foot_buttons(ctx, FEET, mark.sore if mark else None, 18)
        return (*feet, button("close", Box(1190, ROW_Y, 46, 46), "", glyph="x", command=Command.BACK))
    efforts = tuple(
        button(
            f"effort-{e.value}", Box(666 + i * 118, ROW_Y, 110, 46), words(f"effort_short_{e.value}"),
            "on" if away.effort is e else "plain", size=18, keys=key,
        )
        for i, (e, key) in enumerate(((Effort.EASY, "e"), (Effort.RIGHT, ""), (Effort.HARD, "h")))
    )  # fmt: skip
    if away.at is None and not away.marks and away.told_from_away():  # there is no exercise yet that could have hurt
        said = words(f"record_take_{of_slots(away.slots)}")
        return (*efforts, button("away-back", AWAY_BACK, said, glyph="undo", size=18))
    hurt = button("hurt", Box(1082, ROW_Y, 154, 46), words("confirm_hurt_button"), glyph="ouch", size=18,
                  command=Command.HURT, is_enabled=away.at is not None)  # fmt: skip
    return (*efforts, hurt)


def _last(ctx: Context, away: AwayTicks, *, may_undo: bool) -> tuple[Widget, ...]:
    words, n = ctx.texts, len(away.preview().written) if away.marks else 0
    if n:  # of which part of the day: what is written is to be seen before it is
        return (button("write", Box(956, LAST_Y, 280, LAST_H), words("record_write", n=n), "primary", glyph="edit",
                       size=19, sub=words(f"record_for_{of_slots(away.slots_ticked())}")),)  # fmt: skip
    write = button("write", Box(1000, LAST_Y, 236, LAST_H), words("record_write_none"), "primary", glyph="edit",
                   size=19, is_enabled=False)  # fmt: skip
    if not may_undo or away.marks:
        return (write,)
    undo = Box(846, LAST_Y, 146, LAST_H)
    return (button("undo", undo, words("confirm_undo"), glyph="undo", size=19, keys="u"), write)


def of_slots(slots: tuple[Slot, ...]) -> str:
    """Their name among the choices.

    >>> of_slots((Slot.EVENING,)), of_slots((Slot.MORNING, Slot.EVENING))
    ('evening', 'both')
    """
    return next(name for name, chosen in CHOICES.items() if chosen == slots)


def why_closed(ctx: Context, away: AwayTicks, exercise: str, cells: Mapping[Place, ChartCell]) -> str:
    """Why a greyed tile cannot be ticked."""
    reasons = [cells[away.day, slot, exercise] for slot in away.slots]
    said = next((cell.why for cell in reasons if cell.why), None)
    return ctx.texts.reason(said) if said else ctx.texts("record_refused_twice")


def written_line(ctx: Context, child: Child, told: ToldAway) -> str:
    """What was just written, in a line: of which part of the day what counts is, and of which what does not; first what
    rests by its pain."""
    words, lines, of = ctx.texts, [after_away_line(ctx, child, told)], ""
    key = "record_written" if told.stars else "record_written_plain"
    parts = ((told.counting, key), (told.later, "record_written_later"), (told.hurt, "record_pain_alone"))
    for ticks, said in parts:
        if ticks:
            if of != (of := of_slots(slots_of(ticks))):
                lines.append(words(f"record_of_{of}"))
            lines.append(words(said, n=len(ticks), stars=words("progress_stars_total", n=told.stars)))
    if told.left_out:
        lines.append(words("record_left_out", n=told.left_out))
    return " ".join(filter(None, lines))


def whole_line(ctx: Context, away: AwayTicks, cells: Mapping[Place, ChartCell]) -> str:
    """How many exercises the whole session ticked, why not the others, and what would be written; "" when it ticked
    all."""
    words, left = ctx.texts, away.left_out()
    if not left:
        return ""
    why = words.locale.in_row([words(f"record_whole_{kind}", n=n) for kind, n in left.items()])
    many = len(away.exercises())
    ticked = words("record_whole_ticked", n=many - sum(left.values()), all=many, why=why)
    return f"{ticked} {_line(ctx, away, cells)[0]}"


def left_out_line(ctx: Context, told: ToldAway) -> str:
    """What of the ticks is refused: with its pain, which is written down all the same, and without; "" for none."""
    rows = ((len(told.hurt), "record_pain_alone"), (told.left_out, "record_left_out"))
    return " ".join(ctx.texts(key, n=n) for n, key in rows if n)


# ---------------------------------------------------------------- painting
def paint(
    paper: Paper, ctx: Context, away: AwayTicks, cells: Mapping[Place, ChartCell], message: str, colour: Colour,
    *, may_undo: bool,
) -> None:  # fmt: skip
    """The card under its widgets; `message` says what was just done."""
    words = ctx.texts
    paper.card(CARD)
    paper.text(words("record_away"), 19, 590, 394, INK_2, SEMI_BOLD, "l", SLOTS.x - 600)
    paper.panel(SLOTS, "#EFE6D4", "#EFE6D4", 24, lip_depth=0, blur=0, alpha=0)
    titles = {name: exercise_name(words, ctx.catalogue, name) for name in away.shown()}
    size = name_size(paper, [*titles.values()], NAME_W)
    for i, (name, title) in enumerate(titles.items()):
        _paint_tile(paper, ctx, away, name, tile_box(i), cells)
        ink = INK if away.may_tick(name, cells) else INK_2
        paint_name(paper, title, size, tile_box(i).x + 44, tile_box(i).y + TILE_H / 2 - 1, NAME_W, ink)
    if not away.exercises():
        paper.text(words("record_no_exercises"), 19, 910, 500, INK_2, SEMI_BOLD, width=620)
    if away.asks_face and away.at:
        name = exercise_name(words, ctx.catalogue, away.at)
        paper.paragraph(words("record_how_much", exercise=name), 17, 590, ROW_Y + 2, 214, INK, height=44)
        for i, n in enumerate(SCORES):
            _paint_face(paper, away, i, n)
    elif away.asks_foot:
        paper.text(words("confirm_which_foot"), 18, 590, ROW_Y + 22, INK, SEMI_BOLD, "l", 214)
    else:
        paper.text(words("confirm_was"), 18, 590, ROW_Y + 22, INK_2, SEMI_BOLD, "l", 70)
    room = (940 if away.marks else 836 if may_undo else 984) - 590
    said, shade = _line(ctx, away, cells)
    if message:  # the next press clears it
        said, shade = message, colour
    fits = paper.paragraph_height(said, 18 * SMALLEST_SHARE, room, leading=1.2) <= 54
    y, height, leading = (LAST_Y + 4, 54, 1.2) if fits else (LAST_Y - 5, 64, 1.12)  # as far as the card goes
    paper.paragraph(said, 18, 590, y, room, shade, height=height, leading=leading)


def _how_to(ctx: Context, away: AwayTicks, cells: Mapping[Place, ChartCell]) -> str:
    """What to do; first of all what the signs of the sheet mean, and why the evening is grey."""
    words, said = ctx.texts, list[str]()
    if not away.counts():
        return words("record_how_later")
    if any(cells[away.day, slot, name].kind is CellKind.PLAYED for slot in away.slots for name in away.shown()):
        said.append(words("record_how_here"))
    if not away.has_begun(Slot.EVENING):
        said.append(words("record_how_evening"))
    return " ".join((words("record_how_brief"), *said)) if said else words("record_how")


def _line(ctx: Context, away: AwayTicks, cells: Mapping[Place, ChartCell]) -> tuple[str, Colour]:
    """What would be written; before anything is ticked, what to do."""
    words = ctx.texts
    if not away.marks:
        return _how_to(ctx, away, cells), INK_2
    found = away.preview()
    if found.refused and not (found.counting or found.later):
        why = words.reason(found.refused[0][1])
        return (f"{why} {left_out_line(ctx, found)}" if found.hurt else why), WARN
    lines = []
    if found.counting:
        stars = words("progress_stars_total", n=found.stars)
        lines.append(words("record_will_count", stars=stars) if found.stars else words("record_will_count_plain"))
    if found.later:
        lines.append(words("record_will_later"))
    rest = ctx.catalogue.rules.ouch_rest
    if any((tick.score or 0) >= rest for tick in (*found.counting, *found.later)):
        lines.append(words("record_will_rest"))
    if found.refused:
        lines.append(left_out_line(ctx, found))
    return " ".join(lines), OK if found.counting else INK


def _paint_tile(
    paper: Paper, ctx: Context, away: AwayTicks, name: str, box: Box, cells: Mapping[Place, ChartCell]
) -> None:  # fmt: skip
    is_open = bool(away.may_tick(name, cells))
    paper.panel(box, "#F6F1E7" if is_open else "#FBF8F2", "#E4DAC6" if is_open else "#F0E9DB", 14, lip_depth=2, blur=3,
                alpha=18 if is_open else 0)  # fmt: skip
    exercise = ctx.catalogue.exercises[name]
    paper.part(f"cast/{exercise.demonstration.host}", box.x + 23, box.y + 23, 34, shadow=0,
               opacity=255 if is_open else 130)  # fmt: skip
    at = Box(box.right - 42, box.y + 5, 36, 36)
    cell = next((c for s in away.slots if (c := cells[away.day, s, name]).kind is not CellKind.OPEN), None)
    if is_open:
        paint_mark(paper, at, away.mark(name), counts=cells[away.day, away.may_tick(name, cells)[0], name].counts,
                   glyph=22)  # fmt: skip
    elif cell and cell.kind is CellKind.CLOSED:
        paper.glyph("minus", *at.centre, 24, INK_2, 3)
    elif cell:
        paint_written(paper, at, cell.grade, cell.score, is_here=cell.kind is CellKind.PLAYED)


def _paint_face(paper: Paper, away: AwayTicks, i: int, score: int) -> None:
    x = 814 + i * 62
    paper.panel(Box(x, ROW_Y, 56, 44), "#F6F1E7", "#E4DAC6", 16, lip_depth=2, blur=3, alpha=20)
    paint_numbered_face(paper, Box(x, ROW_Y, 56, 44), score)
    mark = away.mark(away.at) if away.at else None
    if mark and mark.score == score:
        paper.chosen_box(Box(x, ROW_Y, 56, 44), 16)
