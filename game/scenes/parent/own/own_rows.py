"""The rows of a family's own files: name, feet, dose, tempo, and what becomes of each."""

from __future__ import annotations

from game.core.content import Exercise, Foot, Unit
from game.core.days import plus
from game.core.history.history import Child
from game.core.level_messages import Told
from game.core.own_files import Mistake, OwnFile, OwnKind, OwnState
from game.core.reports.progress import exercise_progress, exercises_shown
from game.core.rules.joining import SECOND
from game.core.rules.ordering import OrderRow, Standing, sheet
from game.core.rules.state import week_of_play
from game.frozen import dataclass
from game.scenes.parent.after_pain import state_now
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import dose, exercise_name, short_amount
from game.scenes.screen.outside import TextSource
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, WARN
from game.ui.typography.lettering import SMALLEST_SHARE, Colour
from game.ui.view import Box

LIST = Box(252, 100, 640, 592)
ROWS, ROW_Y, ROW_STEP = 6, 142, 82
NAME_X, NAME_W, DOSE_X, DOSE_W, STATE_X, STATE_W = 334, 256, 594, 130, 732, 144
COMES = (Standing.IN_PLAY, Standing.RESTS, Standing.JOINS_NEXT, Standing.AS_ORDERED)


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One file as it is shown: `about` is its exercise, `order` how it stands for the child; None where it is none.
    `week` is the week of play before which it joins in no case; None where that has begun by tomorrow."""

    file: OwnFile
    about: Exercise | None
    order: OrderRow | None
    dose: str
    is_on: bool
    week: int | None = None

    @property
    def is_to_join(self) -> bool:
        """Ordered, and not in play yet."""
        return self.order is not None and self.order.standing in (Standing.JOINS_NEXT, Standing.AS_ORDERED)

    @property
    def foot(self) -> Foot | None:
        return self.order.feet.alone if self.order else None


def first_week(about: Exercise) -> int:
    """The week of play from which it may join: in the first nothing new comes."""
    return max(SECOND, about.first_week)


def week_of_tomorrow(ctx: Context, child: Child | None) -> int:
    """The week of play in which what is ordered today counts first; 1 where nobody plays yet."""
    if child is None or child.programme not in ctx.catalogue.programmes:
        return 1
    return week_of_play(state_now(ctx, child), plus(ctx.today, 1))


def rows_of(ctx: Context, child: Child | None) -> tuple[OwnRow, ...]:
    """Every file of the folder: what is wrong first, then exercises, then programmes."""
    orders: dict[str, OrderRow] = {}
    now_in = week_of_tomorrow(ctx, child)
    listed: tuple[str, ...] = ()
    if child is not None and child.programme is not None:
        orders = {row.exercise: row for row in sheet(ctx.catalogue, child, ctx.today).rows}
        listed = exercises_shown(ctx.catalogue, child, ctx.today)
    rows = []
    for file in ctx.files.own.files:
        is_read = file.kind is OwnKind.EXERCISE and file.state is not OwnState.WRONG
        about = ctx.catalogue.exercises.get(file.id) if is_read else None
        order = orders.get(file.id) if about else None
        said = ""
        if about:
            amount = short_amount(ctx.texts, about, about.ramp.start)
            if child is not None and file.id in listed:
                now = exercise_progress(ctx.catalogue, child, file.id, ctx.today)
                amount = dose(ctx.texts, about, now.sets, now.amount)
            said = amount
        is_on = order is not None and order.standing in COMES
        week = first_week(about) if about and first_week(about) > now_in else None
        rows.append(OwnRow(file, about, order, said, is_on, week))
    kinds = (OwnKind.OTHER, OwnKind.EXERCISE, OwnKind.PROGRAMME)
    return tuple(sorted(rows, key=lambda r: (r.file.state is not OwnState.WRONG, kinds.index(r.file.kind))))


def mistake_line(words: TextSource, mistake: Mistake) -> str:
    """A mistake with its place, in the family's language."""
    said = in_words(words, mistake.message)
    return ": ".join(part for part in (mistake.place, mistake.where, str(said)) if part)


def in_words(words: TextSource, said: object) -> object:
    """A message, and whatever of it is one, as the catalogue has it; anything else as it is."""
    if not isinstance(said, Told):
        return said
    return words(f"level_{said.key}", **{name: in_words(words, value) for name, value in said.values.items()})


def row_box(i: int) -> Box:
    """Where the i-th row of a sheet lies."""
    return Box(LIST.x + 12, ROW_Y + i * ROW_STEP, LIST.w - 24, ROW_STEP - 6)


def paint_row(paper: Paper, ctx: Context, row: OwnRow, i: int, *, is_chosen: bool) -> None:
    """One file."""
    box, file = row_box(i), row.file
    y, is_wrong = box.centre[1], file.state is OwnState.WRONG
    if is_chosen or is_wrong:
        fill = "#FDF1E0" if is_wrong else "#E3F1EC"
        edge = ' stroke="#1F7F78" stroke-width="3"' if is_chosen else ""
        inside = f'<rect x="2" y="2" width="{box.w - 4}" height="{box.h - 4}" rx="16" fill="{fill}"{edge}/>'
        paper.drawn(inside, box.x, box.y, box.w, box.h)
    if is_wrong:
        paper.glyph("warn", box.x + 34, y, 36, WARN, 2.6)
    elif row.about:
        paper.part(f"cast/{row.about.demonstration.host}", box.x + 34, y, 46, shadow=0)
    else:
        paper.glyph("list", box.x + 34, y, 32, INK_2)
    _paint_name(paper, name_of(ctx, row), box.y + 24)
    line, tone = _about(ctx, row)
    paper.text(line, 16, NAME_X, box.y + 53, tone, SEMI_BOLD, "l", NAME_W + (DOSE_W if not row.dose else 0))
    if row.about:
        paper.text(row.dose, 20, DOSE_X + DOSE_W / 2, box.y + 24, INK, width=DOSE_W)
        paper.text(_tempo(ctx, row.about), 16, DOSE_X + DOSE_W / 2, box.y + 53, INK_2, SEMI_BOLD, width=DOSE_W)
    state, colour, glyph = _state(ctx, row)
    paper.glyph(glyph, STATE_X + 10, y, 22, colour, 3)
    if paper.pictures.text_width(state, 16, EXTRA_BOLD) <= STATE_W - 30:
        paper.text(state, 16, STATE_X + 28, y, colour, EXTRA_BOLD, "l", STATE_W - 28)
    else:
        paper.paragraph(state, 16, STATE_X + 28, y - 20, STATE_W - 28, colour, EXTRA_BOLD, leading=1.2, height=42)


def name_of(ctx: Context, row: OwnRow) -> str:
    """The exercise's or programme's name; the file's where it cannot be read."""
    if row.file.state is OwnState.WRONG or row.file.kind is OwnKind.OTHER:
        return row.file.name
    if row.about:
        return exercise_name(ctx.texts, ctx.catalogue, row.file.id)
    return ctx.texts(f"programme_{row.file.id}")


def _paint_name(paper: Paper, name: str, y: float) -> None:
    """On one line, or a long one on two smaller ones."""
    if SMALLEST_SHARE * paper.pictures.text_width(name, 20, EXTRA_BOLD) <= NAME_W - 6:
        paper.text(name, 20, NAME_X, y, INK, align="l", width=NAME_W)
    else:
        paper.paragraph(name, 16, NAME_X, y - 20, NAME_W, INK, EXTRA_BOLD, leading=1.15, height=40)


def _about(ctx: Context, row: OwnRow) -> tuple[str, Colour]:
    words, file = ctx.texts, row.file
    if file.state is OwnState.WRONG:
        return words("own_row_wrong", line=file.line), WARN
    if row.about is None:
        many = len(ctx.catalogue.programmes[file.id].exercises) if file.id in ctx.catalogue.programmes else 0
        return words("own_row_programme", n=many), INK_2
    side = f"own_row_{row.foot.value}" if row.foot else "own_row_each" if row.about.per_foot else "own_row_together"
    return words("own_row_about", position=words(f"position_{row.about.position.value}"), side=words(side)), INK_2


def _tempo(ctx: Context, about: Exercise) -> str:
    """How quickly the voice counts."""
    words = ctx.texts
    if about.unit is Unit.SECONDS:
        return words("own_row_clock")
    return words("own_row_tempo", seconds=words.number(round(about.tempo, 1)))


def _state(ctx: Context, row: OwnRow) -> tuple[str, Colour, str]:
    words = ctx.texts
    if row.file.state is OwnState.WRONG:
        return words("own_state_wrong"), WARN, "x"
    if row.file.state is OwnState.REPLACED:
        return words("own_state_replaced"), WARN, "warn"
    if row.about is None:
        return words("own_state_to_choose"), INK_2, "tick"
    if row.order is None:
        return words("own_state_nobody"), INK_2, "minus"
    standing = row.order.standing
    if row.is_to_join and row.week:
        return words("own_state_joins_week", week=row.week), OK, "tick"
    glyph = "tick" if row.is_on else "pause" if standing is Standing.IN_TURN else "off"
    return words(f"own_state_{standing.value}"), OK if row.is_on else INK_2, glyph
