"""The rows of a therapist's page: where each control lies, which part of it a press meant, and how it is painted."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.content import Exercise, Position, Unit
from game.core.events import ExerciseOrdered
from game.core.rules.dose import Dose
from game.core.rules.ordered_feet import OrderedFeet
from game.core.rules.ordering import ROW_PARTS, OrderPart, OrderRow, Outlook, Standing
from game.frozen import dataclass
from game.scenes.parent.plan.order_draft import OrderDraft
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import dose, exercise_name, short_amount, short_date
from game.scenes.screen.outside import TextSource
from game.ui import theme
from game.ui.paper import Paper
from game.ui.theme import CREAM, EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, WARN, WHITE
from game.ui.typography.lettering import SMALLEST_SHARE, Colour
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget

TABLE = Box(252, 198, 1000, 420)
ROWS, ROW_Y, ROW_STEP = 5, 236, 75
# By control, where it begins and how wide it is.
COLUMNS = {
    part.value: place
    for part, place in zip(ROW_PARTS, ((504, 88), (602, 194), (804, 124), (934, 124), (1124, 116)), strict=True)
}
CONTROL_H = 46
WAY = 30  # at each end of a control: the way to what is beside
NAME_X, NAME_W, NOTE_W = 320, 176, 912
PALE, SLOT, CHOSEN = "#F3EADA", "#FFFFFF", "#43304A"
ON, OFF = theme.TEAL.fill, "#5A4F45"
TINT = "#FDF1E0"  # under a row with a value that is refused
WRITTEN = "#E3F1EC"  # and one that was just written down
PARTS = {"start": OrderPart.START, "cap": OrderPart.CAP}


@dataclass(frozen=True, slots=True)
class Control:
    """A control of a row by its widget's name, "cap:bear_walk"."""

    what: str
    exercise: str

    @classmethod
    def named(cls, name: str | None) -> Control | None:
        """None where it is no control of a row."""
        what, _, exercise = (name or "").partition(":")
        return cls(what, exercise) if exercise and what in COLUMNS else None


def control_box(what: str, i: int) -> Box:
    """Where a control of the i-th row of a sheet lies."""
    x, w = COLUMNS[what]
    return Box(x, ROW_Y + i * ROW_STEP + 2, w, CONTROL_H)


def controls(draft: OrderDraft, exercise: Exercise, i: int) -> tuple[Widget, ...]:
    """A row's focus stops, in reading order; what is off asks for nothing more. Where both feet work together a press
    on them says so."""
    has_more = draft.is_on(exercise.id) is not False
    return tuple(
        Widget(
            f"{part}:{exercise.id}", control_box(part, i), Hotspot(16), is_adult=True,
            is_enabled=part is not OrderPart.FOOT or exercise.per_foot,
        )
        for part in (ROW_PARTS if has_more else ROW_PARTS[:1])
    )  # fmt: skip


def both_key(exercise: Exercise) -> str:
    """How both feet do an exercise that has no foot of its own: together, or step by step."""
    return "walk" if exercise.position in (Position.WALKING, Position.OUTDOORS) else "together"


def shown_amount(words: TextSource, exercise: Exercise, amount: int) -> str:
    """Seconds as such; what is counted is a number among numbers."""
    return words("short_seconds", n=amount) if exercise.unit is Unit.SECONDS else words.number(amount)


# ---------------------------------------------------------------- painting
def paint_heads(paper: Paper, ctx: Context) -> None:
    """The names of the columns."""
    for what, (x, _) in COLUMNS.items():
        width = 190 if what == "cap" else 160 if what == "foot" else 130
        paper.text(ctx.texts(f"ordered_{what}"), 16, x, 220, INK_2, SEMI_BOLD, "l", width)


def paint_row(paper: Paper, ctx: Context, draft: OrderDraft, name: str, i: int, *, is_written: bool) -> None:
    """One exercise: its controls, and below them where it stands, or what is refused and why. `is_written`: it was
    just written down, and is marked."""
    words, exercise, row = ctx.texts, ctx.catalogue.exercises[name], draft.known[name]
    y, refused, is_on = ROW_Y + i * ROW_STEP, draft.refused(name), draft.is_on(name)
    if refused or is_written:
        fill = TINT if refused else WRITTEN
        body = f'<rect x="0" y="0" width="984" height="{ROW_STEP - 3}" rx="14" fill="{fill}"/>'
        paper.drawn(body, 260, y - 2, 984, ROW_STEP - 3)
    elif i:
        body = '<rect x="0" y="0" width="956" height="2" fill="#EFE6D4"/>'
        paper.drawn(body, 274, y - 4, 956, 2)
    paper.part(f"cast/{exercise.demonstration.host}", 292, y + 25, 42, shadow=0, opacity=130 if is_on is False else 255)
    colour = INK if is_on is not False else INK_2
    _paint_name(paper, exercise_name(words, ctx.catalogue, name), y, colour)
    _paint_switch(paper, words("ordered_on" if is_on else "ordered_in_turn" if is_on is None else "ordered_off"),
                  is_on, control_box("plays", i))  # fmt: skip
    if is_on is not False:
        _paint_values(paper, ctx, draft, exercise, i)
    if refused:
        paper.glyph("x", NAME_X + 8, y + 61, 18, WARN, 3)
        paper.text(words.reason(refused[0].reason), 17, NAME_X + 26, y + 61, WARN, EXTRA_BOLD, "l", NOTE_W - 26)
    else:
        left = NAME_X + 26 * is_written
        room = NAME_X + NOTE_W - left
        line, tone = _note(ctx, draft, row, is_on, room)
        if is_written:
            paper.glyph("tick", NAME_X + 8, y + 61, 18, OK, 3)
        paper.text(line, 16, left, y + 61, OK if is_written else tone, SEMI_BOLD, "l", room)


def _paint_name(paper: Paper, name: str, y: float, colour: Colour) -> None:
    """On one line, or a long one on two smaller ones."""
    if SMALLEST_SHARE * paper.pictures.text_width(name, 20, EXTRA_BOLD) <= NAME_W - 6:
        paper.text(name, 20, NAME_X, y + 25, colour, align="l", width=NAME_W)
    else:
        paper.paragraph(name, 17, NAME_X, y + 3, NAME_W, colour, EXTRA_BOLD, leading=1.2, height=44)


def _paint_values(paper: Paper, ctx: Context, draft: OrderDraft, exercise: Exercise, i: int) -> None:
    words, name = ctx.texts, exercise.id
    now, row, refused = draft.rows[name], draft.known[name], {r.part for r in draft.refused(name)}
    foot = control_box("foot", i)
    if exercise.per_foot:
        _paint_feet(paper, foot, words(f"ordered_feet_{now.feet}"), now.feet)
    else:
        paper.text(words(f"ordered_both_{both_key(exercise)}"), 17, *foot.centre, INK_2, SEMI_BOLD, width=foot.w)
    for what, part in PARTS.items():
        amount = shown_amount(words, exercise, draft.amount(name, part))
        _paint_stepper(paper, control_box(what, i), amount, is_refused=part in refused)
    cap, box = shown_amount(words, exercise, row.game.ramp.cap), control_box("cap", i)
    tone = WARN if OrderPart.CAP in refused else INK_2
    paper.text(words("ordered_of", amount=cap), 16, box.right + 8, box.centre[1], tone, SEMI_BOLD, "l", 54)
    sets = [str(n + 1) for n in range(row.game.most_sets)]
    _paint_segments(paper, control_box("sets", i), sets, now.most_sets - 1)


def _note(
    ctx: Context, draft: OrderDraft, row: OrderRow, is_on: bool | None, room: float
) -> tuple[str, Colour]:  # fmt: skip
    """Where the exercise stands, or what becomes of it; and what was ordered of it before."""
    words, now = ctx.texts, draft.rows[row.exercise]
    was_off = row.standing in (Standing.AWAY, Standing.ON_ORDER)
    if is_on is False:
        return words("ordered_note_only" if row.standing is Standing.ON_ORDER else "ordered_note_away"), INK_2
    if row.comes_again:
        parts, ahead = (
            [words("ordered_note_again", date=short_date(words, row.comes_again))],
            draft.outlook(row.exercise),
        )
        if ahead:
            parts.append(dose(words, ctx.catalogue.exercises[row.exercise], ahead.dose.sets, ahead.dose.amount))
            parts += _rises(ctx, draft, row, ahead)
        return " · ".join(parts), OK
    if row.standing is Standing.RESTS:
        return words("ordered_note_rests"), WARN
    if is_on and not row.has_come:
        week = max(2, ctx.catalogue.exercises[row.exercise].first_week)  # in the first nothing new comes
        return words("ordered_note_after" if draft.is_held else "ordered_note_next", week=week), OK
    if is_on is None:
        return words("ordered_note_turn"), INK_2
    line = words("ordered_note_back" if was_off else "ordered_note_in_play")
    if ahead := draft.outlook(row.exercise):
        line += " · " + _becomes(ctx, draft, row, ahead)
    if now.feet is not OrderedFeet.BOTH and not (ahead and ahead.rises_to):
        line += " · " + words(f"ordered_note_{now.feet}")
    if now.most_sets < row.game.most_sets and not (ahead and ahead.rises_to):
        line += " · " + words("doctor_ordered_sets", n=now.most_sets)
    if row.order:
        line += " · " + _said(ctx, row.order, room - ctx.pictures.text_width(line, 16, SEMI_BOLD))
    return line, OK if was_off else INK_2


def _becomes(ctx: Context, draft: OrderDraft, row: OrderRow, ahead: Outlook) -> str:
    """The dose today, from tomorrow where this page changes it, and the start it then rises to."""
    words, exercise = ctx.texts, ctx.catalogue.exercises[row.exercise]

    def amount(of: Dose) -> str:
        return dose(words, exercise, of.sets, of.amount)

    is_said = row.is_told_today or row.exercise in draft.changed or row.dose is None
    then = ahead.dose if is_said else row.dose or ahead.dose
    parts = [amount(row.dose or then)]
    if row.dose and (row.dose.sets, row.dose.amount) != (then.sets, then.amount):
        parts = [words("ordered_note_today", amount=parts[0]), words("ordered_note_tomorrow", amount=amount(then))]
    return " · ".join((*parts, *_rises(ctx, draft, row, ahead)))


def _rises(ctx: Context, draft: OrderDraft, row: OrderRow, ahead: Outlook) -> tuple[str, ...]:
    """The start a dose then rises to, and from when; () where it rises to none."""
    if ahead.rises_to is None:
        return ()
    to = short_amount(ctx.texts, ctx.catalogue.exercises[row.exercise], ahead.rises_to)
    key = "ordered_note_rises" if ahead.from_on else "ordered_note_waits"
    return (ctx.texts(key, to=to, date=ahead.from_on or draft.day),)


def _said(ctx: Context, order: ExerciseOrdered, room: float) -> str:
    """Who ordered and when; of a long name the day alone."""
    line = ctx.texts("ordered_note_who", who=order.said_by, date=order.said_on)
    fits = ctx.pictures.text_width(line, 16, SEMI_BOLD) <= room - 20
    return line if fits else ctx.texts("ordered_note_when", date=order.said_on)


def _paint_switch(paper: Paper, word: str, is_on: bool | None, box: Box) -> None:
    """On with its tick right, off with the knob left, and between them what waits for its turn."""
    fill = PALE if is_on is None else ON if is_on else OFF
    at = box.w / 2 if is_on is None else box.w - 21 if is_on else 21
    ring = ' stroke="#B9A98C" stroke-width="2"' if is_on is None else ""
    body = f'<rect x="1" y="7" width="{box.w - 2}" height="32" rx="16" fill="{fill}"{ring}/>'
    if is_on is not None:
        body += f'<circle cx="{at}" cy="23" r="12" fill="#FFFFFF"/>'
    paper.drawn(body, box.x, box.y, box.w, box.h)
    if is_on:
        paper.glyph("tick", box.right - 21, box.y + 23, 15, OK, 3)
    x, room = (box.centre[0], box.w - 14) if is_on is None else (box.x + (34 if is_on else 55), 46)
    paper.text(word, 16, x, box.y + 22, INK if is_on is None else WHITE, EXTRA_BOLD, width=room)


def _paint_segments(paper: Paper, box: Box, labels: Sequence[str], chosen: int) -> None:
    """Some words side by side, one of them chosen."""
    w = box.w / max(1, len(labels))
    body = f'<rect x="0" y="0" width="{box.w}" height="{box.h}" rx="14" fill="{PALE}"/>'
    if 0 <= chosen < len(labels):
        body += f'<rect x="{chosen * w + 2}" y="2" width="{w - 4}" height="{box.h - 4}" rx="12" fill="{CHOSEN}"/>'
    paper.drawn(body, box.x, box.y, box.w, box.h)
    for n, label in enumerate(labels):
        colour, weight = (CREAM, EXTRA_BOLD) if n == chosen else (INK_2, SEMI_BOLD)
        paper.text(label, 17, box.x + (n + 0.5) * w, box.centre[1] - 1, colour, weight, width=w - 8)


def _paint_feet(paper: Paper, box: Box, said: str, feet: OrderedFeet) -> None:
    """One of the five, the two ways on from it, and a dot for each, so that it is seen where they end."""
    at, many = tuple(OrderedFeet).index(feet), len(OrderedFeet)
    w, h, inner = box.w, box.h, box.w - 2 * WAY
    chosen = CHOSEN if feet is not OrderedFeet.BOTH else SLOT
    body = f'<rect x="0" y="0" width="{w}" height="{h}" rx="14" fill="{PALE}"/>'
    body += f'<rect x="{WAY}" y="2" width="{inner}" height="{h - 4}" rx="12" fill="{chosen}"/>'
    ink = CREAM if feet is not OrderedFeet.BOTH else INK
    for n in range(many):
        x, r = w / 2 + (n - (many - 1) / 2) * 12, 3.6 if n == at else 2.4
        body += f'<circle cx="{x}" cy="{h - 9}" r="{r}" fill="{_hex(ink)}" opacity="{1 if n == at else 0.45}"/>'
    paper.blit(paper.pictures.svg(body, 0, 0, w, h), box.x, box.y)
    for glyph, x, is_end in (("back", box.x + WAY / 2, at == 0), ("next", box.right - WAY / 2, at == many - 1)):
        if not is_end:
            paper.glyph(glyph, x, box.centre[1], 18, INK, 3)
    paper.text(said, 17, box.centre[0], box.y + 17, ink, EXTRA_BOLD, width=inner - 12)


def _paint_stepper(paper: Paper, box: Box, label: str, *, is_refused: bool) -> None:
    """Less, the amount, more."""
    edge = f' stroke="{_hex(WARN)}" stroke-width="3"' if is_refused else ""
    body = f'<rect x="2" y="2" width="{box.w - 4}" height="{box.h - 4}" rx="14" fill="{PALE}"{edge}/>'
    body += f'<rect x="38" y="7" width="{box.w - 76}" height="{box.h - 14}" rx="9" fill="{SLOT}"/>'
    paper.drawn(body, box.x, box.y, box.w, box.h)
    colour = WARN if is_refused else INK
    paper.glyph("minus", box.x + 20, box.centre[1], 18, colour, 3)
    paper.glyph("plus", box.right - 20, box.centre[1], 18, colour, 3)
    paper.text(label, 18, box.centre[0], box.centre[1] - 1, colour, EXTRA_BOLD, width=box.w - 82)


def _hex(colour: Colour) -> str:
    return "#{:02X}{:02X}{:02X}".format(*colour)


def side_of(share: float) -> int:
    """Which way a press at that share of a control with a sign at each end meant: -1, 1, or 0 between them."""
    return -1 if share < 1 / 3 else 1 if share > 2 / 3 else 0
