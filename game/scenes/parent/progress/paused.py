"""The card on the progress page while the programme rests after pain: what happened, what to do, who ends it."""

from __future__ import annotations

from datetime import date, timedelta

from game.core.content import Slot
from game.core.events import Fact, LevelPlayed, OuchTold, Outcome, QuestKind, SessionStarted
from game.core.history.history import Child
from game.core.reports.progress import ProgressReport
from game.core.reports.where_hurt import pain_of, strongest_on
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import hurt_name, sore_foot
from game.scenes.screen.outside import TextSource
from game.scenes.screen.reading_sheet import Paragraph
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, OK, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

CARD = Box(252, 100, 1000, 300)
NAMED = 3  # the latest pains, which are named; how many there were before them is said


def widgets(words: TextSource) -> tuple[Widget, ...]:
    """The safe one first: the doctor's word is never under the first press."""
    y = CARD.bottom - 84
    return (
        button("urgent", Box(282, y, 280, 60), words("paused_urgent"), "primary", glyph="warn", size=21),
        button("asked", Box(576, y, 340, 60), words("paused_asked"), glyph="tick", size=20),
        button("look", Box(930, y, 292, 60), words("paused_look"), glyph="chart", size=20),
        button("print", Box(252, 634, 340, 56), words("paused_print"), glyph="print", size=20),
    )


def paint(paper: Paper, ctx: Context, child: Child, report: ProgressReport, message: str) -> None:
    """What hurt and when, the two cards below, and where the printed page is."""
    words = ctx.texts
    paper.card(CARD, fill="#FBEBD8", lip="#E8CDA8")
    paper.glyph("pause", 296, 146, 44, WARN, 3)
    paper.text(words("paused_title"), 28, 332, 146, WARN, EXTRA_BOLD, "l", 860)
    told = []
    for day, id_, score in report.painful[-NAMED:]:
        exercise = hurt_name(words, ctx.catalogue, id_)
        line = words("paused_when", date=words.date(day, "long"), exercise=exercise, score=score)
        play = strongest_on(child, id_, day)
        foot = sore_foot(words, ctx.catalogue, play) if play and pain_of(play) == score else ""
        told.append(words.locale.in_row([line, foot]) if foot else line)
    if before := len(report.painful) - len(told):
        told.append(words("paused_more", n=before))
    y = paper.paragraph(words("paused_line"), 20, 282, 176, 940, height=80)
    paper.paragraph("; ".join(told), 20, 282, y + 4, 940, weight=EXTRA_BOLD, height=54)
    for x, title, text in ((252, "paused_after_title", "paused_after"), (760, "paused_until_title", "paused_until")):
        paper.card(Box(x, 416, 492, 200), words(title))
        paper.paragraph(words(text), 20, x + 22, 462, 450, height=144)
    paper.paragraph(message, 17, 612, 628, 640, OK, height=64)


def urgent(words: TextSource) -> tuple[Paragraph, ...]:
    """When to go at once, from the signs page and this one."""
    return (
        Paragraph(words("signs_urgent"), words("paused_urgent")),
        Paragraph(words("surgery_watch"), words("surgery_title")),
        Paragraph(words("paused_until"), words("paused_until_title")),
        Paragraph(words("help_ask"), words("help_signs")),
    )


def two_painful_days(today: date) -> tuple[Fact, ...]:
    """Two days with strong pain, for a picture of this card."""
    facts: list[Fact] = []
    for days, exercise, score in ((3, "caterpillar", 4), (0, "bear_walk", 6)):
        on, id_ = today - timedelta(days=days), f"painful-{days}"
        facts += [
            SessionStarted(f"session-{id_}", on, Slot.MORNING, QuestKind.QUEST, (exercise,)),
            LevelPlayed(id_, f"session-{id_}", on, Slot.MORNING, exercise, 1, 20, Outcome.HURT, 8),
            OuchTold(id_, exercise, on, Slot.MORNING, score),
        ]
    return tuple(facts)
