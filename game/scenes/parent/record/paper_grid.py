"""How the wall chart's week looks: its cells, heads, legend and sum; sizes in design units."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from game.core.content import Slot
from game.core.events import Grade
from game.core.reports.written_down import CellKind, ChartCell, Place
from game.scenes.parent.confirm.which_foot import foot_buttons
from game.scenes.parent.grade_keys import GRADE_KEYS
from game.scenes.parent.record.paper_ticks import GridColumn, PaperTicks
from game.scenes.parent.record.record_tiles import left_out_line
from game.scenes.parent.record.ticks import ORDER, Mark, name_size, paint_mark, paint_name, paint_pain, paint_written
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import exercise_name, short_date
from game.scenes.screen.pager import pager
from game.ui.art.faces import SCORES, face_key, paint_numbered_face
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, WARN
from game.ui.typography.lettering import SMALLEST_SHARE, Colour
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

CARD, LEGEND = Box(252, 94, 1000, 480), Box(252, 582, 1000, 50)
GRID_X, DAY_W, CELL_W, CELL_H, GAP = 440, 115, 51, 46, 4
HEAD_Y, ROW_Y, PITCH = 152, 208, 51
NAME_X, NAME_W = 312, 118  # of an exercise's name
LEAST_NOTE = 13.0  # of what stands below it
DASH = (158, 146, 128)  # where nothing is planned: lighter than where nothing may be told


class Asked(StrEnum):
    """What is asked of a pain."""

    FACE = "how_much"
    FOOT = "which_foot"


def cell_name(place: Place) -> str:
    """The name of a cell's widget."""
    on, slot, exercise = place
    return f"cell-{on.isoformat()}/{slot.value}/{exercise}"


def place_of(name: str) -> Place:
    """The cell of a widget's name."""
    on, slot, exercise = name.removeprefix("cell-").split("/", 2)
    return date.fromisoformat(on), Slot(slot), exercise


def column_name(column: GridColumn) -> str:
    return f"column-{column.day.isoformat()}-{column.slot.value}"


def cell_box(column: int, row: int) -> Box:
    day, slot = divmod(column, 2)
    return Box(GRID_X + day * DAY_W + slot * (CELL_W + GAP), ROW_Y + row * PITCH, CELL_W, CELL_H)


def head_box(column: int) -> Box:
    box = cell_box(column, 0)
    return Box(box.x, HEAD_Y, CELL_W, 46)


# ---------------------------------------------------------------- widgets
def widgets(
    ctx: Context, ticks: PaperTicks, rows: Sequence[str], sheet: int, sheets: int
) -> tuple[Widget, ...]:  # fmt: skip
    """The suns and moons, the cells column by column as they are read, and the way to more exercises."""
    cells = ticks.cells()
    found: list[Widget] = []
    for x, column in enumerate(ticks.columns):
        is_open = any(ticks.is_open((column.day, column.slot, e)) for e in ticks.exercises)
        found.append(Widget(column_name(column), head_box(x), Hotspot(14), is_adult=True, is_enabled=is_open))
        for y, exercise in enumerate(rows):
            place = (column.day, column.slot, exercise)
            is_open = cells[place].kind is CellKind.OPEN
            found.append(Widget(cell_name(place), cell_box(x, y), Hotspot(13), is_adult=True, is_enabled=is_open))
    if sheets > 1:
        found.append(pager(ctx.texts, "sheet", Box(268, 150, 150, 46), sheet, sheets))
    return tuple(found)


def legend_widgets(ctx: Context, ticks: PaperTicks, asks: Asked | None, at: Place | None) -> tuple[Widget, ...]:
    """ "It hurt", or the six faces, or which foot it was in the cell `at`."""
    y = LEGEND.y + 2
    close = button("close", Box(1190, y, 52, 46), "", glyph="x", command=Command.BACK)
    if asks is Asked.FOOT and at:
        mark = ticks.marks.get(at)
        return (*foot_buttons(ctx, Box(742, y, 436, 46), mark.sore if mark else None, 18), close)
    if asks is Asked.FACE:
        faces = tuple(
            Widget(f"face-{n}", Box(742 + i * 74, y, 66, 46), Hotspot(16), is_adult=True, keys=face_key(n))
            for i, n in enumerate(SCORES)
        )
        return (*faces, close)
    return (button("hurt", Box(1108, y, 134, 46), ctx.texts("confirm_hurt_button"), glyph="ouch", size=18),)


# ---------------------------------------------------------------- painting
def paint(paper: Paper, ctx: Context, ticks: PaperTicks, rows: Sequence[str], asked: Place | None) -> None:
    """The card with the two strips, the heads and the cells; a ring marks the one `asked` about."""
    words, cells = ctx.texts, ticks.cells()
    paper.card(CARD)
    _paint_strips(paper, ctx, ticks)
    for i, day in enumerate(ticks.days):
        x = cell_box(2 * i, 0).x + CELL_W + GAP / 2
        is_today, is_ahead = day == ctx.today, day > ctx.today
        name = words("screen_today") if is_today else words.date(day, "day")
        if ticks.is_paused(day):
            paper.text(words("record_paused_day", day=name), 16, x, 134, INK_2, SEMI_BOLD, width=110)
        else:
            paper.text(name, 18, x, 134, INK_2 if is_ahead else INK, EXTRA_BOLD, width=108)
    for x, column in enumerate(ticks.columns):
        is_open = any(ticks.is_open((column.day, column.slot, e)) for e in ticks.exercises)
        _paint_head(paper, head_box(x), column.slot, is_open=is_open)
    size = name_size(paper, [exercise_name(words, ctx.catalogue, exercise) for exercise in rows], NAME_W)
    for y, exercise in enumerate(rows):
        _paint_name(paper, ctx, ticks, exercise, y, size)
        for x, column in enumerate(ticks.columns):
            place = (column.day, column.slot, exercise)
            is_planned = ticks.is_planned(column)
            _paint_cell(paper, cell_box(x, y), cells[place], ticks.marks.get(place), is_planned=is_planned)
            if place == asked:
                _paint_asked(paper, cell_box(x, y))
    if not rows:
        paper.text(words("record_no_exercises"), 20, 845, 380, INK_2, SEMI_BOLD, width=700)


def _paint_strips(paper: Paper, ctx: Context, ticks: PaperTicks) -> None:
    """Which days count, and which are for the record."""
    past = [i for i, day in enumerate(ticks.days) if day <= ctx.today]
    for counts, fill, key, colour in (
        (False, "#F3EEE4", "record_strip_later", INK), (True, "#E1F0EA", "record_strip_counts", OK),
    ):  # fmt: skip
        days = [i for i in past if ticks.counts(ticks.days[i]) is counts]
        if not days:
            continue
        left, right = cell_box(2 * days[0], 0).x - 4, cell_box(2 * days[-1] + 1, 0).right + 3
        box = Box(left, 100, right - left, CARD.bottom - 108)
        paper.shape(f'<rect x="{box.x}" y="{box.y}" width="{box.w}" height="{box.h}" rx="14" fill="{fill}"/>', box,
                    alpha=0)  # fmt: skip
        long = ctx.texts(key)
        wide = paper.pictures.text_width(long, 17, EXTRA_BOLD) <= box.w - 44
        said = long if wide else ctx.texts(f"{key}_short")
        if counts:
            paper.part("icons/star", box.x + 18, 113, 20, shadow=0)
        else:
            paper.glyph("clock", box.x + 18, 113, 18, INK_2)
        paper.text(said, 17, box.x + 34, 113, colour, EXTRA_BOLD, "l", box.w - 38)


def _paint_head(paper: Paper, box: Box, slot: Slot, *, is_open: bool) -> None:
    fill = "#FFFFFF" if slot is Slot.MORNING else "#4A4F8C"
    part = "ui/sun" if slot is Slot.MORNING else "ui/moon"
    paper.panel(Box(box.x, box.y, box.w, box.h - 2), fill, "#DDD2BE" if slot is Slot.MORNING else "#33386B", 13,
                lip_depth=2, blur=3, alpha=20 if is_open else 0)  # fmt: skip
    paper.part(part, *Box(box.x, box.y, box.w, box.h - 2).centre, 34, shadow=0, opacity=255 if is_open else 110)


def _paint_name(paper: Paper, ctx: Context, ticks: PaperTicks, exercise: str, row: int, size: float) -> None:
    y, words = ROW_Y + row * PITCH, ctx.texts
    host = ctx.catalogue.exercises[exercise].demonstration.host
    paper.part(f"cast/{host}", 286, y + CELL_H / 2, 36, shadow=0)
    name = exercise_name(words, ctx.catalogue, exercise)
    rests = ticks.rests_since(exercise)
    foot = ticks.one_foot(exercise)
    if rests is None and foot is None:
        paint_name(paper, name, size, NAME_X, y + CELL_H / 2, NAME_W)
        return
    note_y, room = y + 34, GRID_X - 8 - NAME_X
    if SMALLEST_SHARE * paper.pictures.text_width(name, 17, EXTRA_BOLD) <= NAME_W:
        paper.text(name, 17, NAME_X, y + 13, align="l", width=NAME_W)
    else:
        paper.paragraph(name, 15, NAME_X, y - 6, room, weight=EXTRA_BOLD, leading=1.15, height=36)
        note_y = y + 40
    if rests is None:
        _paint_note(paper, words(f"doctor_{foot}_foot"), note_y, INK_2)
        return
    is_in_week = rests >= ticks.days[0]
    when = words.locale.weekdays_short[rests.weekday()] if is_in_week else short_date(words, rests)
    _paint_note(paper, words("record_rests", weekday=when), note_y, WARN)


def _paint_note(paper: Paper, note: str, y: float, colour: Colour) -> None:
    """Below a name, on one line: smaller where it is long."""
    room = GRID_X - 8 - NAME_X
    size = min(15.0, 15 * room / max(1.0, paper.pictures.text_width(note, 15, SEMI_BOLD)))
    paper.text(note, max(LEAST_NOTE, size), NAME_X, y, colour, SEMI_BOLD, "l", room)


def _paint_cell(paper: Paper, box: Box, cell: ChartCell, mark: Mark | None, *, is_planned: bool) -> None:
    if cell.kind is CellKind.OPEN and not mark and not is_planned:  # pressed all the same, as on the paper
        paper.glyph("minus", *box.centre, 20, DASH, 2.6)
    elif cell.kind is CellKind.OPEN:
        paint_mark(paper, box, mark, counts=cell.counts)
    elif cell.kind is not CellKind.CLOSED:
        paint_written(paper, box, cell.grade, cell.score, is_here=cell.kind is CellKind.PLAYED)
    elif cell.why and cell.why.key == "record_refused_future":
        paper.shape(
            f'<rect x="{box.x + 1}" y="{box.y + 1}" width="{box.w - 2}" height="{box.h - 2}" rx="13" fill="none" '
            'stroke="#857A6C" stroke-width="1.6" stroke-dasharray="5 4" stroke-linejoin="round"/>', box, alpha=0,
        )  # fmt: skip
    else:
        paper.glyph("minus", *box.centre, 24, INK_2, 3)


def _paint_asked(paper: Paper, box: Box) -> None:
    """The ring and the plaster of the pain that is asked about."""
    ring = Box(box.x - 2, box.y - 2, box.w + 4, box.h + 4)
    paper.shape(
        f'<rect x="{ring.x}" y="{ring.y}" width="{ring.w}" height="{ring.h}" rx="15" fill="none" stroke="#8A4A12" '
        'stroke-width="4"/>', ring.grown(4), alpha=0,
    )  # fmt: skip
    paint_pain(paper, box)


def paint_legend(paper: Paper, ctx: Context, ticks: PaperTicks, asks: Asked | None, at: Place | None) -> None:
    """What the presses and keys set; or what is asked of the pain in the cell `at`."""
    words, middle = ctx.texts, LEGEND.centre[1]
    paper.card(LEGEND)
    if asks and not at:
        paper.text(words("record_pick_box"), 18, 274, middle, INK, SEMI_BOLD, "l", 452)
    elif asks and at:
        name, day = exercise_name(words, ctx.catalogue, at[2]), words.date(at[0], "day")
        line = words(f"record_{asks.value}_on", exercise=name, when=words(f"confirm_on_{at[1].value}", date=day))
        paper.text(line, 18, 274, middle, INK, SEMI_BOLD, "l", 452)
    if asks:
        mark = ticks.marks.get(at) if at else None
        for i, score in enumerate(SCORES if asks is Asked.FACE else ()):
            x = 742.0 + i * 74
            paper.panel(Box(x, LEGEND.y + 2, 66, 44), "#F6F1E7", "#E4DAC6", 16, lip_depth=2, blur=3, alpha=20)
            paint_numbered_face(paper, Box(x, LEGEND.y + 2, 66, 44), score)
            if mark and mark.score == score:
                paper.chosen_box(Box(x, LEGEND.y + 2, 66, 44), 16)
        return
    x = paper.text(words("record_press_again"), 17, 274, middle, INK_2, SEMI_BOLD, "l", 116).right + 14
    for grade in ORDER:
        x = _paint_key(paper, x, middle, Mark(grade), GRADE_KEYS[grade], words(f"record_legend_{grade.value}"))
    x = _paint_key(paper, x, middle, None, GRADE_KEYS[Grade.NOT_TODAY], words("record_legend_empty"))
    paper.glyph("win", x + 14, middle, 22, (23, 97, 92), 2.6)
    paper.text(words("record_legend_here"), 17, x + 32, middle, INK_2, SEMI_BOLD, "l", 1096 - x - 32)


def _paint_key(paper: Paper, x: float, middle: float, mark: Mark | None, key: str, word: str) -> float:
    paint_mark(paper, Box(x, middle - 16, 32, 32), mark, counts=True, glyph=19)
    said = paper.text(key, 17, x + 40, middle, INK_2, EXTRA_BOLD, "l")
    return paper.text(word, 17, said.right + 6, middle, INK, SEMI_BOLD, "l", 78).right + 16


def paint_sum(
    paper: Paper, ctx: Context, ticks: PaperTicks, message: str, *, is_warning: bool, colour: Colour
) -> None:  # fmt: skip
    """How many ticks, what counts and what is for the record; or what was just done."""
    words, room = ctx.texts, (836 if ticks.written and not ticks.marks else 988) - 274
    if message:
        paper.paragraph(message, 19, 274, 642, room, WARN if is_warning else colour, height=58, leading=1.25)
        return
    if not ticks.marks:
        paper.paragraph(words("record_paper_how"), 18, 274, 642, room, INK_2, height=52, leading=1.25)
        return
    found = ticks.preview()
    n = paper.text(words("record_ticks", n=len(found.written)), 26, 274, 664, align="l", width=130)
    lines: list[tuple[str, Colour]] = []
    if found.counting:
        stars = words("progress_stars_total", n=found.stars)
        lines.append((words("record_sum_count", n=len(found.counting), stars=stars), OK))
    if found.later:
        lines.append((words("record_sum_later", n=len(found.later)), INK_2))
    if found.refused:
        lines.append((left_out_line(ctx, found), WARN))
    x, step = n.right + 20, 26.0 if len(lines) < 3 else 19.0
    y = 664 - (len(lines) - 1) * step / 2
    for i, (line, shade) in enumerate(lines):
        paper.text(line, 18 if len(lines) < 3 else 16, x, y + i * step, shade, SEMI_BOLD, "l", 988 - x)
