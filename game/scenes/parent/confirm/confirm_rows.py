"""The rows of the confirm screen: what was done, the grade's four buttons, what was said; sizes in design units."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.content import Catalogue, Side
from game.core.events import Effort, Grade
from game.core.history.history import Attempt, Child
from game.frozen import dataclass
from game.scenes.parent.confirm.which_foot import foot_buttons
from game.scenes.parent.grade_keys import GRADE_KEYS
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import done, exercise_name, sore_foot
from game.scenes.screen.outside import TextSource
from game.ui import theme
from game.ui.art.faces import SCORES, face_key, paint_numbered_face
from game.ui.controls import Command
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK_2, OK, SEMI_BOLD, WARN, Paint
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

MOST_ROWS = 4
ROW_H, CURRENT_H, GAP, TOP = 78, 284, 17, 106
FEET_X = 892  # of the row that asks which foot hurt


@dataclass(frozen=True, slots=True)
class ConfirmRow:
    """One attempt on the page; `refused` says why no word is taken on it; `child` whose it is, where the page is about
    more than one."""

    attempt: Attempt
    box: Box
    is_current: bool
    may_undo: bool
    refused: str | None
    child: Child | None = None


@dataclass(frozen=True, slots=True)
class Presets:
    """What is set before the grade: effort, pain (None: none) and the foot that was named, whether the faces are shown
    and may be put away."""

    effort: Effort
    ouch: int | None
    sore: Side | None
    asks_face: bool
    may_close: bool

    @property
    def asks_foot(self) -> bool:
        """It hurts and is said how much: which foot may be said as well."""
        return bool(self.ouch) and not self.asks_face


@dataclass(frozen=True, slots=True)
class GradeLook:
    """A grade's button: text keys, colours of the button and its disc, glyph."""

    grade: Grade
    line: str
    paint: Paint
    disc: str
    glyph: str


GRADES = (
    GradeLook(Grade.WELL, "confirm_careful", Paint("#E3F1EC", "#BBDCD2"), theme.TEAL.fill, "tick"),
    GradeLook(Grade.HELPED, "confirm_a_hand", Paint("#E2EEF5", "#BAD3E1"), theme.BLUE.fill, "hand"),
    GradeLook(Grade.PARTLY, "confirm_partly_whole", Paint("#F3EADA", "#DDCFB4"), "#7A6278", "part"),
    GradeLook(Grade.NOT_TODAY, "confirm_not_done", Paint("#EFE8EE", "#D5C7D3"), theme.PLUM.lip, "off"),
)
LOOKS = {look.grade: look for look in GRADES}


def layout(current: Sequence[bool]) -> list[Box]:
    """The boxes of the rows shown, from the top; the current one is tall.

    >>> [b.h for b in layout([False, True])]
    [78, 284]
    """
    boxes, y = [], float(TOP)
    for is_current in current:
        boxes.append(Box(40, y, 1200, CURRENT_H if is_current else ROW_H))
        y = boxes[-1].bottom + GAP
    return boxes


# ---------------------------------------------------------------- widgets
def undo_widgets(row: ConfirmRow, words: TextSource, is_last: bool) -> tuple[Widget, ...]:
    """Undo of a row just told; the last one has the key U."""
    if not row.may_undo:
        return ()
    box = Box(1096, row.box.y + 14, 124, 48)
    keys = "u" if is_last else ""
    return (button(f"undo-{row.attempt.id}", box, words("confirm_undo"), glyph="undo", size=19, keys=keys),)


def current_widgets(row: ConfirmRow, ctx: Context, presets: Presets) -> tuple[Widget, ...]:
    """Which foot hurt, the grades, the efforts, and pain as two buttons or as six faces."""
    words = ctx.texts
    if not row.is_current:
        return ()
    y = row.box.y
    grades = tuple(
        Widget(
            f"grade-{g.grade.value}", Box(64 + i * 294, y + 114, 270, 90), Hotspot(22), is_adult=True,
            keys="" if presets.asks_face else GRADE_KEYS[g.grade],
        )
        for i, g in enumerate(GRADES)
    )  # fmt: skip
    efforts = tuple(
        button(
            f"effort-{e.value}", Box(130 + i * 154, y + 222, 142, 48), words(f"effort_short_{e.value}"),
            _kind(presets.effort is e), size=20, keys=key,
        )
        for i, (e, key) in enumerate(((Effort.EASY, "e"), (Effort.RIGHT, ""), (Effort.HARD, "h")))
    )  # fmt: skip
    feet = foot_buttons(ctx, Box(FEET_X, y + 54, 324, 46), presets.sore, 19) if presets.asks_foot else ()
    return (*feet, *grades, *efforts, *(_faces(y, presets) if presets.asks_face else _pain(y, row, words, presets)))


def _pain(y: float, row: ConfirmRow, words: TextSource, presets: Presets) -> tuple[Widget, ...]:
    """None and "it hurt". What the child told can be made more here; it is never unsaid by a slip, but put right on a
    page of its own."""
    label = words("confirm_hurt_button") if presets.ouch is None else words("confirm_hurt_score", n=presets.ouch)
    none, hurt = Box(700, y + 222, 180, 48), Box(892, y + 222, 180, 48)
    is_said = presets.ouch is not None
    return (
        button("right", none, words("pain_right"), glyph="edit", size=20)
        if row.attempt.is_hurt
        else button("none", none, words("confirm_no_pain"), _kind(not is_said), size=20),
        button("hurt", hurt, label, _kind(is_said), glyph="ouch", size=20, command=Command.HURT),
    )


def _faces(y: float, presets: Presets) -> tuple[Widget, ...]:
    faces = tuple(
        Widget(f"face-{n}", Box(696 + i * 78, y + 218, 72, 56), Hotspot(18), is_adult=True, keys=face_key(n))
        for i, n in enumerate(SCORES)
    )
    close = button("close", Box(1170, y + 222, 48, 48), "", glyph="x", command=Command.HURT)
    return (*faces, *((close,) if presets.may_close else ()))


def _kind(is_on: bool) -> str:
    return "on" if is_on else "plain"


# ---------------------------------------------------------------- painting
def paint_row(paper: Paper, row: ConfirmRow, ctx: Context) -> None:
    """A row told or still waiting."""
    words, attempt, y = ctx.texts, row.attempt, row.box.y
    middle = y + ROW_H / 2
    paper.card(row.box)
    left = _whose(paper, ctx, row, 92, middle, 60)
    line = row.refused or done(words, ctx.catalogue, attempt)
    wide = 658 - left
    paper.text(_title(words, ctx, row), 24, left, y + 27, align="l", width=wide)
    paper.text(
        line, 19, left, y + 54, WARN if row.refused else INK_2, SEMI_BOLD, "l", wide + (200 if row.refused else 120)
    )
    if attempt.grade and attempt.effort:
        end = 1078 if row.may_undo else 1216
        pain = pain_said(words, ctx.catalogue, attempt)
        text = paper.text(said(words, attempt), 20, end, middle - 13 if pain else middle, OK, EXTRA_BOLD, "r", 290)
        hurt = paper.text(pain, 18, end, middle + 13, WARN, EXTRA_BOLD, "r", 290) if pain else text
        look, x = LOOKS[attempt.grade], min(text.x, hurt.x) - 32
        paper.disc(x, middle, 20, Paint(look.disc, look.disc), lip_depth=0, alpha=0)
        paper.glyph(look.glyph, x, middle, 24, theme.CREAM, 3)
    elif not row.refused:
        text = paper.text(words("confirm_waiting"), 20, 1216, middle, INK_2, SEMI_BOLD, "r", 200)
        paper.part("icons/star_empty", text.x - 32, middle, 34, shadow=0)


def paint_current(
    paper: Paper, row: ConfirmRow, ctx: Context, child: Child, presets: Presets, has_hint: bool, late: str = ""
) -> None:  # fmt: skip
    """The row being asked about, under its widgets; `has_hint`: with what right looks like, in a line; `late` says that
    a word on it is for the record alone."""
    words, attempt, y = ctx.texts, row.attempt, row.box.y
    paper.card(row.box)
    left = _whose(paper, ctx, row, 98, y + 56, 84)
    paper.text(_title(words, ctx, row), 24, left, y + 42, align="l", width=586 - left)
    paper.text(done(words, ctx.catalogue, attempt), 19, left, y + 76, INK_2, SEMI_BOLD, "l", 626 - left)
    if presets.asks_face or has_hint or late:
        form = f"form_{attempt.exercise}_right"
        hint = words("confirm_ouch_face", name=child.nickname) if presets.asks_face else late or words(form)
        if presets.asks_foot:  # in the line above the feet
            paper.paragraph(late, 17, 1216, y + 6, 540, INK_2, align="r", height=44)
        else:
            paper.paragraph(hint, 19, 1216, y + 30, 540, INK_2, align="r", height=76)
    if presets.asks_foot:
        paper.text(words("confirm_which_foot"), 19, FEET_X - 16, y + 77, INK_2, SEMI_BOLD, "r", 240)
    for i, g in enumerate(GRADES):
        _grade(paper, g, words, 64 + i * 294, y + 114, "" if presets.asks_face else GRADE_KEYS[g.grade])
    paper.text(words("confirm_was"), 19, 64, y + 246, INK_2, SEMI_BOLD, "l", 62)
    paper.text(words("confirm_hurt"), 19, 681, y + 246, INK_2, SEMI_BOLD, "r", 84)
    if presets.asks_face:
        for i, n in enumerate(SCORES):
            x = 696 + i * 78
            paper.panel(Box(x, y + 218, 72, 56), "#F6F1E7", "#E4DAC6", 18, lip_depth=3, blur=4, alpha=20)
            paint_numbered_face(paper, Box(x, y + 218, 72, 56), n)
            if n == presets.ouch:
                paper.chosen_box(Box(x, y + 218, 72, 56), 18)


def said(words: TextSource, attempt: Attempt) -> str:
    """The parent's word on a told attempt, briefly; nothing of how hard it was where it was not done."""
    assert attempt.grade and attempt.effort
    grade = words(f"grade_short_{attempt.grade.value}")
    if attempt.grade is Grade.NOT_TODAY:
        return grade
    return words("confirm_said", grade=grade, effort=words(f"effort_short_{attempt.effort.value}"))


def pain_said(words: TextSource, catalogue: Catalogue, attempt: Attempt) -> str:
    """What was told of its pain, and of which foot: whoever told it sees that it was heard; "" for none."""
    if not attempt.is_hurt:
        return ""
    pain = words("confirm_hurt_unsaid") if attempt.ouch is None else words("confirm_hurt_score", n=attempt.ouch)
    foot = sore_foot(words, catalogue, attempt)
    return words.locale.in_row([pain, foot]) if foot else pain


def _title(words: TextSource, ctx: Context, row: ConfirmRow) -> str:
    """The exercise, and whose it is where the page is about more than one."""
    name = exercise_name(words, ctx.catalogue, row.attempt.exercise)
    return words("confirm_whose", name=row.child.nickname, exercise=name) if row.child else name


def _whose(paper: Paper, ctx: Context, row: ConfirmRow, x: float, y: float, size: float) -> float:
    """The friend who shows it; before it the child's own animal, where the page is about more than one. Where the words
    begin."""
    if row.child is None:
        _host(paper, ctx, row.attempt, x, y, size)
        return x + (46 if size < 70 else 58)
    r = size * 0.46
    paper.disc(x, y, r, theme.ANIMALS[row.child.animal], f"cast/{row.child.animal}", 1.6 * r, lip_depth=0, alpha=0)
    _host(paper, ctx, row.attempt, x + 1.6 * r + 24, y, size * 0.72)
    return x + 1.6 * r + 30 + size * 0.5


def _host(paper: Paper, ctx: Context, attempt: Attempt, x: float, y: float, size: float) -> None:
    exercise = ctx.catalogue.exercises.get(attempt.exercise)
    paper.part(f"cast/{exercise.demonstration.host if exercise else 'bo'}", x, y, size, shadow=0)


def _grade(paper: Paper, look: GradeLook, words: TextSource, x: float, y: float, key: str) -> None:
    box = Box(x, y, 270, 86)
    paper.panel(box, look.paint.fill, look.paint.lip, 22, lip_depth=5, blur=5, alpha=35)
    paper.disc(x + 44, y + 43, 26, Paint(look.disc, look.disc), lip_depth=0, alpha=0)
    paper.glyph(look.glyph, x + 44, y + 43, 30, theme.CREAM, 3)
    paper.text(words(f"grade_short_{look.grade.value}"), 24, x + 82, y + 30, align="l", width=160)
    paper.text(words(look.line), 18, x + 82, y + 60, INK_2, SEMI_BOLD, "l", 176)
    if key:
        paper.text(key, 17, x + 256, y + 16, INK_2, EXTRA_BOLD, "r")
