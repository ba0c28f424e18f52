"""What the confirm screen shows below its rows: what right looks like, thanks, and that nothing waits."""

from __future__ import annotations

from game.core.content import Exercise
from game.scenes.parent.progress.exercise_cards import paint_window
from game.scenes.screen.outside import TextSource
from game.ui import theme
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK_2, OK
from game.ui.view import Box

LAST_Y, GAP = 672, 17
FORM_HEIGHT = 140  # what right looks like needs so much below the rows
DEMO = Box(64, 428, 320, 224)  # where it moves, when a single row is asked about


def room_below(bottom: float) -> float:
    """Height left below the rows, which end at `bottom`."""
    return LAST_Y - bottom - GAP


def paint_form(paper: Paper, words: TextSource, exercise: Exercise, bottom: float, has_demonstration: bool) -> None:
    """Right and the usual cheat, in a card under the rows; beside the movement there is room for how to say it."""
    top, h, x = bottom + GAP, room_below(bottom), 64.0
    paper.card(Box(40, top, 1200, h))
    if has_demonstration:
        paint_window(paper, DEMO, exercise)
        x = DEMO.right + 28
    w = (1216 - x - 28) / 2
    for left, title, key, colour in (
        (x, "confirm_look", f"form_{exercise.id}_right", OK),
        (x + w + 28, "confirm_cheat", f"form_{exercise.id}_cheat", theme.WARN),
    ):
        paper.text(words(title), 20, left, top + 34, colour, EXTRA_BOLD, "l", w)
        paper.paragraph(words(key), 20, left, top + 52, w, height=110 if has_demonstration else h - 72)
    if has_demonstration:
        paper.paragraph(words("confirm_say"), 19, x, top + h - 76, 1216 - x, INK_2, height=56)


def paint_thanks(paper: Paper, words: TextSource, bottom: float) -> None:
    """After the last word, for a moment."""
    y = min(640, bottom + 60)
    paper.disc(530, y, 26, theme.TEAL, "icons/check", 36, lip_depth=3, alpha=0)
    paper.text(words("confirm_thanks"), 34, 570, y, OK, align="l", width=400)


def paint_nothing(paper: Paper, words: TextSource) -> None:
    """Nobody waits for a word."""
    paper.card(Box(40, 106, 1200, 560))
    paper.part("cast/bo", 640, 320, 180, shadow=0)
    paper.text(words("confirm_nothing"), 28, 640, 460, width=1000)
