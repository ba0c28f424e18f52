"""What is written down of one day, a row each: with the way to take it back, to say it, and to put pain right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from game.core.content import Slot
from game.core.events import Grade
from game.core.history.history import Attempt, Child, LaterEntry
from game.core.rules.dose import Dose, by_foot
from game.core.rules.journey import journey
from game.core.rules.pain_correction import replaced_word
from game.core.rules.rewards import is_too_late, why_not
from game.frozen import dataclass
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import done, dose, each_foot, exercise_name, sore_foot
from game.scenes.screen.pager import pager
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK_2, OK, SEMI_BOLD, WARN
from game.ui.typography.lettering import Colour
from game.ui.view import Box
from game.ui.widgets import Widget, button

CARD = Box(568, 100, 684, 252)
ROWS, FIRST_Y, PITCH, ROW_H = 4, 156, 48, 44
PAGER = Box(1088, 104, 148, 44)


@dataclass(frozen=True, slots=True)
class Entry:
    """A play, or what was told for the record alone: one of the two."""

    attempt: Attempt | None = None
    later: LaterEntry | None = None

    @property
    def id(self) -> str:
        """The play's attempt, or the event of the entry."""
        return self.attempt.id if self.attempt else self.later.event if self.later else ""

    @property
    def exercise(self) -> str:
        return self.attempt.exercise if self.attempt else self.later.told.exercise if self.later else ""

    @property
    def slot(self) -> Slot:
        return self.attempt.slot if self.attempt else self.later.told.slot if self.later else Slot.MORNING

    @property
    def is_from_away(self) -> bool:
        """Taken back, all of it goes; of a play here only the word does."""
        return self.attempt is None or self.attempt.away


def entries_of(child: Child, day: date) -> tuple[Entry, ...]:
    """The day's, morning first, in the order they were played and told."""
    played = sorted((a for a in child.attempts.values() if a.on == day), key=lambda a: (a.slot is Slot.EVENING, a.at))
    later = (Entry(later=row) for row in child.later if row.told.on == day)
    rows = [*(Entry(attempt=a) for a in played), *later]
    return tuple(sorted(rows, key=lambda row: row.slot is Slot.EVENING))


NO_WORD = {
    "confirm_refused_locked": "record_no_word_locked",
    "confirm_refused_stopped": "record_no_word_stopped",
    "confirm_refused_resting": "record_no_word_resting",
    "confirm_refused_programme": "record_no_word_programme",
}


def no_word(ctx: Context, child: Child, shown: Sequence[Entry]) -> dict[str, str]:
    """The plays of these of which no word is taken now, for the record neither, each with the text that says until
    when."""
    way = journey(ctx.catalogue, child, ctx.today)
    out = {}
    for attempt in (entry.attempt for entry in shown if not entry.is_from_away):
        if attempt is None or attempt.is_told or attempt.on > ctx.today:
            continue
        refusal = None if is_too_late(ctx.catalogue, child, attempt, ctx.today) else why_not(way, attempt, ctx.today)
        if refusal is not None:
            out[attempt.id] = NO_WORD[refusal.key]
    return out


def widgets(
    ctx: Context, shown: Sequence[Entry], no_words: Mapping[str, str], sheet: int, sheets: int
) -> tuple[Widget, ...]:
    """The buttons of the rows shown, and the way to the next sheet. What rests is not asked about, and can hurt."""
    words = ctx.texts
    own: list[Widget] = []
    for i, entry in enumerate(shown):
        box = row_box(i)
        at = Box(box.right - 148, box.y, 148, ROW_H)
        if entry.attempt is None or entry.attempt.is_told or entry.is_from_away:
            own.append(button(f"take-{entry.id}", at, words("progress_take_back"), glyph="undo", size=18))
        elif entry.id not in no_words:
            own.append(button(f"say-{entry.id}", at, words("progress_confirm"), "primary", glyph="edit", size=18))
        if entry.attempt is not None:
            own.append(button(f"pain-{entry.id}", Box(at.x - 54, at.y, 46, ROW_H), "", glyph="ouch"))
    if sheets > 1:
        own.append(pager(words, "sheet", PAGER, sheet, sheets))
    return tuple(own)


def row_box(i: int) -> Box:
    return Box(590, FIRST_Y + i * PITCH, 646, ROW_H)


# ---------------------------------------------------------------- painting
def paint(
    paper: Paper, ctx: Context, child: Child, shown: Sequence[Entry], taken: frozenset[str], no_words: Mapping[str, str]
) -> None:
    """The rows under their buttons; `taken` are those whose word was just taken back."""
    for i, entry in enumerate(shown):
        _paint_row(paper, ctx, child, entry, row_box(i), entry.id in taken, no_words.get(entry.id))


def _paint_row(
    paper: Paper, ctx: Context, child: Child, entry: Entry, box: Box, is_taken: bool, no_word: str | None
) -> None:
    words, middle = ctx.texts, box.y + box.h / 2
    exercise = ctx.catalogue.exercises.get(entry.exercise)
    paper.part(f"ui/{'moon' if entry.slot is Slot.EVENING else 'sun'}", box.x + 12, middle, 26, shadow=0)
    paper.part(f"cast/{exercise.demonstration.host if exercise else 'bo'}", box.x + 46, middle, 36, shadow=0)
    paper.text(exercise_name(words, ctx.catalogue, entry.exercise), 19, box.x + 72, box.y + 12, align="l", width=204)
    paper.text(_amount(ctx, entry), 16, box.x + 72, box.y + 33, INK_2, SEMI_BOLD, "l", 204)
    first, second = _said(ctx, child, entry, is_taken)
    if no_word:  # its pain, if any, in front of until when nothing can be said
        hurts = second
        first, second = hurts if hurts[0] else (words("record_no_word"), INK_2), (words(no_word), INK_2)
    room = 156 if entry.attempt else 210
    paper.text(first[0], 18, box.x + 282, box.y + (12 if second[0] else 22), first[1], EXTRA_BOLD, "l", room)
    paper.text(second[0], 16, box.x + 282, box.y + 33, second[1], SEMI_BOLD, "l", room)


def _amount(ctx: Context, entry: Entry) -> str:
    """The dose, or what of it was done; and where, if not here."""
    words, exercise = ctx.texts, ctx.catalogue.exercises.get(entry.exercise)
    told = entry.attempt or (entry.later.told if entry.later else None)
    if exercise is None or told is None:
        return words("confirm_away") if entry.is_from_away else ""
    said = dose(words, exercise, told.sets, told.amount)
    if entry.is_from_away:
        return words("record_away_dose", dose=each_foot(words, exercise, said, told.foot))
    assert entry.attempt
    whole = by_foot(exercise, Dose(told.sets, told.amount, entry.attempt.foot), told.sets * told.amount)
    if (entry.attempt.done_left, entry.attempt.done_right) != whole:
        return done(words, ctx.catalogue, entry.attempt, is_brief=True)
    return each_foot(words, exercise, said, entry.attempt.foot)


Said = tuple[str, Colour]


def _said(ctx: Context, child: Child, entry: Entry, is_taken: bool) -> tuple[Said, Said]:
    """The word, and the pain or that it is for the record."""
    words = ctx.texts
    if entry.later:
        told = entry.later.told
        said = (words(f"grade_short_{told.grade.value}"), INK_2)
        if not told.score:
            return said, (words("record_later"), INK_2)
        pain, foot = words("progress_day_hurt", score=told.score), sore_foot(words, ctx.catalogue, told)
        return said, (words.locale.in_row([pain, foot]) if foot else pain, WARN)
    assert entry.attempt
    attempt = entry.attempt
    hurt: Said = (_pain(ctx, child, attempt), WARN)
    if not (attempt.grade and attempt.effort):
        return (words("progress_taken_back" if is_taken else "confirm_waiting"), INK_2), hurt
    is_done = attempt.grade is not Grade.NOT_TODAY  # else nothing is said of how hard it was
    effort: Said = (words(f"effort_short_{attempt.effort.value}") if is_done else "", INK_2)
    return (words(f"grade_short_{attempt.grade.value}"), OK if is_done else INK_2), hurt if hurt[0] else effort


def _pain(ctx: Context, child: Child, attempt: Attempt) -> str:
    """What was told of pain, and of which foot, or with a stronger word that was put right; "" for none."""
    words, before = ctx.texts, replaced_word(child, attempt.id)
    now = attempt.ouch if attempt.is_hurt else None
    if before is not None and before > (now or 0):
        if now and attempt.sore:  # as brief as its place is narrow
            return words("record_hurt_anew_foot", score=now, told=before, foot=sore_foot(words, ctx.catalogue, attempt))
        return words("progress_day_hurt_anew" if now else "progress_day_hurt_taken", score=now or 0, told=before)
    if not attempt.is_hurt:
        return ""
    said = words("confirm_hurt_unsaid") if now is None else words("progress_day_hurt", score=now)
    return words.locale.in_row([said, foot]) if (foot := sore_foot(words, ctx.catalogue, attempt)) else said
