"""The Feet tab of the progress page: three curves with their own bests, and when the next function quest may begin."""

from __future__ import annotations

from datetime import date

from game.core.content import Foot
from game.core.history.history import Child
from game.core.rules import function_quests
from game.core.rules.function_quests import Due, Part
from game.scenes.function_quest.pictures import PAINTS, paint_sign
from game.scenes.function_quest.quest_words import amount, part_key
from game.scenes.screen.dose_words import short_date
from game.scenes.screen.outside import TextSource
from game.ui.chart.function_charts import Curve, curves
from game.ui.paper import Paper
from game.ui.theme import INK_2, OK, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

TOP, PITCH, LEFT = 332, 94, 274
CHART = (526, 264, 56)  # left, width and height of a curve
BEGIN, TAKE = Box(274, 640, 250, 44), Box(540, 640, 250, 44)
SHOWN_DAYS = 28  # so long a pain is named on this page


def widgets(words: TextSource, child: Child, due: Due, day: date, may_undo: bool) -> tuple[Widget, ...]:
    """Begin, where it may begin, else from when; and the latest numbers taken back, or that undone."""
    label = words("function_begin")
    if not due.is_open and due.opens and not due.why:
        label = words("function_from", date=short_date(words, due.opens))
    begin = button("feet-begin", BEGIN, label, "primary", size=19, is_enabled=due.is_open)
    if may_undo:
        return (begin, button("feet-undo", TAKE, words("confirm_undo"), glyph="undo", size=18, keys="u"))
    if not function_quests.last_told(child, day):
        return (begin,)
    return (begin, button("feet-take", TAKE, words("progress_take_back"), glyph="undo", size=18))


def paint(paper: Paper, words: TextSource, child: Child, due: Due, day: date) -> None:
    """A row for each part; a word where there is nothing yet, or where something hurt."""
    paper.text(words("function_heading"), 16, LEFT, 298, INK_2, SEMI_BOLD, "l", 416 - LEFT)
    parts = [p for p in Part if p in {t.part for t in due.tasks} or _row(words, child, p, day)]
    if not parts:
        paper.paragraph(words(due.why.key) if due.why else words("function_empty"), 20, LEFT, 360, 500, height=100)
        return
    for i, part in enumerate(parts):
        _paint_part(paper, words, child, part, TOP + i * PITCH, day)
    line, colour = _line(words, child, due, day)
    h = paper.paragraph_height(line, 16, 520, leading=1.15)
    paper.paragraph(line, 16, LEFT, max(592, 626 - h), 520, colour, leading=1.15, height=38)


def _line(words: TextSource, child: Child, due: Due, day: date) -> tuple[str, tuple[int, int, int]]:
    """Below the curves: what hurt, why it may not begin, or what this is and is not."""
    pains = function_quests.pains(child, day, SHOWN_DAYS)
    if pains:
        key = "function_hurt" if pains[-1].score is not None else "function_hurt_unsaid"
        return words(key, date=short_date(words, pains[-1].on), score=pains[-1].score or 0), WARN
    if due.why:
        return words.reason(due.why), INK_2
    told = any(function_quests.series(child, part, foot, day) for part in Part for foot in _feet(part))
    return words("function_no_measure" if told else "function_empty"), INK_2


def _feet(part: Part) -> tuple[Foot | None, ...]:
    return (Foot.LEFT, Foot.RIGHT) if part.is_per_foot else (None,)


def _row(words: TextSource, child: Child, part: Part, day: date) -> list[Curve]:
    """The lines of a part that have values."""
    names = {Foot.LEFT: words("function_left_short"), Foot.RIGHT: words("function_right_short"), None: ""}
    rows = [(foot, function_quests.series(child, part, foot, day)) for foot in _feet(part)]
    return [Curve(names[foot], [(p.on, p.value) for p in points]) for foot, points in rows if points]


def _paint_part(paper: Paper, words: TextSource, child: Child, part: Part, y: float, day: date) -> None:
    paper.disc(LEFT + 22, y + 36, 22, PAINTS[part], lip_depth=3, alpha=0)
    paint_sign(paper, part, LEFT + 22, y + 36, 22)
    paper.text(words(f"function_{part_key(part)}"), 18, LEFT + 56, y + 16, align="l", width=164)
    lines = _row(words, child, part, day)
    for i, line in enumerate(lines):
        best = max(value for _, value in line.points)
        value = amount(words, part, best)
        text = words("function_own_best", value=value)
        if line.name:
            text = f"{line.name}  {text}"
        paper.text(text, 16, LEFT + 56, y + 40 + i * 22, OK, SEMI_BOLD, "l", 160)
    if not lines:
        paper.text(words("function_none_yet"), 16, LEFT + 56, y + 40, INK_2, SEMI_BOLD, "l", 160)
        return
    days = sorted({on for line in lines for on, _ in line.points})
    x, w, h = CHART
    curves(paper, Box(x, y, w, h), lines, short_date(words, days[0]), short_date(words, days[-1]))
