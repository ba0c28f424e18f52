"""The cards of the help page and its sheets, the same with and without the rail; `left` is where they begin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from game.core.profile import SIGNS
from game.scenes.parent.help import rule_numbers
from game.scenes.screen.button_row import in_a_row
from game.scenes.screen.context import Context
from game.scenes.screen.outside import TextSource
from game.scenes.screen.reading_sheet import Paragraph
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, SEMI_BOLD, WARN
from game.ui.view import Box
from game.ui.widgets import Widget, button

OUCH_RULES = (
    ("help_ouch_one", "help_ouch_low"), ("help_ouch_four", "help_ouch_high"),
    ("help_ouch_twice", "help_ouch_twice_line"), ("help_ouch_any", "help_ouch_any_line"),
)  # fmt: skip
KEYS = ("big", "move", "hurt", "back", "pause", "again", "more", "grown_ups", "screen")
# Text keys of the sheets: (heading, paragraphs).
TIPS: Sequence[tuple[str, tuple[str, ...]]] = (
    ("help_stop_title", ("help_stop", "pain_scale", "help_ask")),
    ("help_room_title", ("help_room",)),
    ("help_small_title", ("help_small", "help_ball")),
    ("help_routine_title", ("help_routine", "help_evening", "help_screen", "help_missed", "help_bad_mood")),
    ("help_together_title", ("help_praise", "help_rewards", "help_helping", "help_together")),
    ("help_shoes_title", ("help_shoes",)),
    ("help_insoles_title", ("help_insoles",)),
    ("help_massage_title", ("help_massage",)),
    ("help_bath_title", ("help_bath",)),
    ("help_food_title", ("help_food",)),
    ("help_swim_title", ("help_swim",)),
    ("help_bike_title", ("help_bike",)),
    ("help_walk_title", ("help_walk", "help_sport")),
)
EVIDENCE = ("normal", "exercise", "play", "weak", "none", "dose", "home", "growth", "unchecked")
SIGN_Y, SIGN_STEP = 174, 30
SIZE = 17  # of the buttons' words
LITERATURE = ("ebrahimi", "molina", "cochrane", "johnson", "lally", "deci", "naylor")


def widgets(ctx: Context, left: float) -> tuple[Widget, ...]:
    """Five buttons to the sheets."""
    labels = {name: ctx.texts(f"help_{name}") for name in SHEETS}
    boxes = in_a_row(ctx, Box(left + 522, 638, 464, 46), [*labels.values()], SIZE)
    return tuple(button(name, box, label, size=SIZE) for (name, label), box in zip(labels.items(), boxes, strict=True))


def ways_to_the_doctor(left: float) -> tuple[tuple[str, str, Box], ...]:
    """Under the signs: the pages that tell of one, or of an operation; a name, a glyph, a box."""
    return ("signs", "shield", Box(left + 22, 406, 218, 44)), ("operation", "plan", Box(left + 252, 406, 218, 44))


def paint(paper: Paper, words: TextSource, left: float) -> None:
    """The signs, what pain does, what the game is, a safe place."""
    right = left + 508
    paper.card(Box(left, 100, 492, 360), fill="#FBEBD8", lip="#E8CDA8")
    paper.glyph("warn", left + 38, 136, 32, WARN)
    paper.text(words("help_signs"), 23, left + 64, 136, WARN, EXTRA_BOLD, "l", 410)
    dots = "".join(
        f'<circle cx="{left + 32}" cy="{SIGN_Y + i * SIGN_STEP}" r="5" fill="#8A4A12"/>' for i in range(len(SIGNS))
    )
    paper.shape(dots, Box(left + 26, SIGN_Y - 10, 14, SIGN_STEP * len(SIGNS)), alpha=0)
    for i, sign in enumerate(SIGNS):
        paper.text(words(f"sign_{sign}"), 19, left + 48, SIGN_Y + i * SIGN_STEP, weight=SEMI_BOLD, align="l", width=430)
    paper.card(Box(right, 100, 492, 360), words("help_ouch_title"))
    for i, (head, text) in enumerate(OUCH_RULES):
        y = 150 + i * 74
        paper.panel(Box(right + 22, y, 152, 56), "#F2E4FA", "#F2E4FA", 16, lip_depth=0, alpha=0)
        paper.text(words(head), 18, right + 98, y + 28, width=144)
        paper.paragraph(words(text), 18, right + 190, y + 4, 288, height=60)
    paper.card(Box(left, 476, 492, 216), words("help_is"))
    paper.paragraph(words("help_is_line"), 19, left + 22, 524, 452, height=160)
    paper.card(Box(right, 476, 492, 216), words("help_safe"))
    paper.paragraph(words("help_safe_line"), 19, right + 22, 524, 452, height=108)


# ---------------------------------------------------------------- sheets
def tips(ctx: Context) -> list[Paragraph]:
    """Everyday advice, by subject."""
    words = ctx.texts
    return [
        Paragraph(words(text), words(title) if i == 0 else "") for title, texts in TIPS for i, text in enumerate(texts)
    ]


def keys(ctx: Context) -> list[Paragraph]:
    """Every key of the game."""
    words = ctx.texts
    return [Paragraph("\n".join(words(f"help_key_{key}") for key in KEYS)), Paragraph(words("help_key_area"))]


def sources(ctx: Context) -> list[Paragraph]:
    """What is known, how well, whom to ask, and where it is written."""
    words = ctx.texts
    found = [Paragraph(words(f"help_evidence_{key}")) for key in EVIDENCE]
    written = "\n".join(words(f"help_literature_{key}") for key in LITERATURE)
    return [*found, Paragraph(words("help_whom")), Paragraph(written, words("help_literature_title"))]


def sound(ctx: Context) -> list[Paragraph]:
    """Whether there is a device, and what should be heard now."""
    words = ctx.texts
    if ctx.sound.is_silent:
        return [Paragraph(words("help_sound_none")), Paragraph(words("error_no_sound"))]
    return [Paragraph(words("help_sound_ok")), Paragraph(words("help_sound_heard", line=ctx.spoken("help_hello")))]


# Each sheet's title and what it says.
SHEETS: Mapping[str, tuple[str, Callable[[Context], list[Paragraph]]]] = {
    "tips": ("help_tips", tips),
    "keys": ("help_keys", keys),
    "sources": ("help_evidence_title", sources),
    "numbers": ("help_numbers_title", rule_numbers.pieces),
    "sound": ("help_sound_check", sound),
}
