"""The cards of the pause page: a month to press two days in, the pauses there are, and what this one changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from game.core.days import plus
from game.core.events import PauseReason
from game.core.reports.pauses import DoseShift, PauseEffect, ToldPause
from game.core.reports.records import ProgressReport
from game.frozen import dataclass
from game.print.wording import table_dose
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import exercise_name, short_date
from game.scenes.screen.outside import TextSource
from game.scenes.screen.pager import pager
from game.ui import theme
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, TEAL, WARN
from game.ui.view import Box
from game.ui.widgets import Hotspot, Widget, button

CARD, CHOICE, EFFECT = Box(252, 100, 536, 592), Box(804, 100, 448, 132), Box(804, 246, 448, 366)
KINDS, KIND_SIZE = Box(822, 112, 412, 48), 18  # the reasons, in a row
NOT_NOW, WRITE = Box(804, 628, 150, 64), Box(966, 628, 286, 64)
CELL_X, CELL_Y, CELL_W, CELL_H, PITCH_X, PITCH_Y = 274, 196, 64, 44, 71, 48
LIST_Y, LISTED, LIST_PITCH = 540, 2, 49
DOSES_SAID = 6  # of those that a pause makes others, before "and so many more"
PAGE_Y = LIST_Y + LISTED * LIST_PITCH + 2  # its lip ends above the card's edge
UNDO = Box(462, PAGE_Y, 140, 44)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day of the six weeks."""

    day: date
    is_played: bool
    is_paused: bool
    is_chosen: bool
    is_of_month: bool
    is_known: bool  # not before the child's first day


@dataclass(frozen=True, slots=True)
class PauseCalendar:
    """Six weeks about a month; every day is a button."""

    month: date
    days: tuple[CalendarDay, ...]
    today: date

    def box(self, i: int) -> Box:
        row, column = divmod(i, 7)
        return Box(CELL_X + column * PITCH_X, CELL_Y + row * PITCH_Y, CELL_W, CELL_H)

    def widgets(self) -> tuple[Widget, ...]:
        """The month before and after, then the days."""
        days = tuple(
            Widget(f"day-{d.day.isoformat()}", self.box(i), Hotspot(12), is_adult=True, is_enabled=d.is_known)
            for i, d in enumerate(self.days)
        )
        return (
            button("month-back", Box(274, 110, 56, 46), "", glyph="back"),
            button("month-on", Box(708, 110, 56, 46), "", glyph="next"),
            *days,
        )

    def paint(self, paper: Paper, ctx: Context, asks: str) -> None:
        """Played days with a foot, paused ones with two bars, the chosen ones in a dark band. `asks`: which day a press
        says, the "last", "either" (the last, or another first one), or a first one "anew"."""
        words = ctx.texts
        paper.card(CARD)
        name = words.locale.beginning(words.date(self.month, "month"))
        paper.text(name, 23, 520, 133, width=340)
        for i, first in enumerate(self.days[:7]):
            name = words.locale.weekdays_short[first.day.weekday()]
            paper.text(name, 16, self.box(i).centre[0], 178, INK_2, SEMI_BOLD, width=60)
        paper.shape("".join(self._bodies()), CARD, alpha=0)
        for i, d in enumerate(self.days):
            box = self.box(i)
            weight, colour = (EXTRA_BOLD, INK) if d.is_of_month and d.is_known else (SEMI_BOLD, INK_2)
            sign = d.is_played or d.is_paused
            paper.text(str(d.day.day), 18, box.x + (19 if sign else box.w / 2), box.y + 22, colour, weight, width=34)
            if d.is_played:
                paper.part("icons/step_on", box.right - 18, box.y + 22, 22, shadow=0)
            elif d.is_paused:
                paper.glyph("pause", box.right - 18, box.y + 22, 22, INK_2, 3.4)
        x = 274.0
        for key in ("played", "paused"):
            paper.part("icons/step_on", x + 9, 502, 18, shadow=0) if key == "played" else paper.glyph(
                "pause", x + 9, 502, 20, INK_2, 3.4
            )
            x = paper.text(words(f"pause_legend_{key}"), 16, x + 24, 502, INK_2, SEMI_BOLD, "l").right + 16
        asks = asks if asks == "last" or any(d.is_chosen for d in self.days) else "first"
        is_next = asks in ("last", "either")
        colour, weight = (OK, EXTRA_BOLD) if is_next else (INK_2, SEMI_BOLD)
        paper.text(words(f"pause_press_{asks}"), 17, 766, 502, colour, weight, "r", 748 - x)

    def _bodies(self) -> Iterator[str]:
        for i, d in enumerate(self.days):  # the band first, under every cell
            if d.is_chosen:
                box = self.box(i).grown(4)
                is_last = i % 7 == 6 or i == 41 or not self.days[i + 1].is_chosen
                w = box.w + (0 if is_last else PITCH_X - CELL_W)
                yield f'<rect x="{box.x}" y="{box.y}" width="{w}" height="{box.h}" rx="12" fill="#43304A"/>'
        for i, d in enumerate(self.days):
            box = self.box(i)
            at = f'x="{box.x + 1}" y="{box.y + 1}" width="{box.w - 2}" height="{box.h - 2}" rx="11"'
            if d.day > self.today or not d.is_known:
                yield f'<rect {at} fill="#FFFFFF" stroke="#C9BBA2" stroke-width="2"/>'
            elif d.is_paused and not d.is_chosen:
                yield f'<rect {at} fill="#FFFFFF" stroke="#857A6C" stroke-width="2"/>'
            else:
                yield f'<rect {at} fill="#FBF6EC"/>'
            if d.day == self.today:
                yield (
                    f'<rect x="{box.x + 14}" y="{box.bottom - 7}" width="{box.w - 28}" height="4" rx="2" '
                    f'fill="{theme.TEAL.fill}"/>'
                )


# ---------------------------------------------------------------- the pauses there are
def list_widgets(
    ctx: Context, shown: Sequence[ToldPause], sheet: int, many: int, *, may_undo: bool
) -> tuple[Widget, ...]:  # fmt: skip
    """Take one back, or undo just that; end the one that runs."""
    words, found = ctx.texts, list[Widget]()
    for i, row in enumerate(shown):
        y = LIST_Y + i * LIST_PITCH
        found.append(
            button(f"take-{row.event}", Box(610, y, 154, 44), words("progress_take_back"), glyph="undo", size=17)
        )
        if row.pause.is_on(ctx.today):
            found.append(button(f"end-{i}", Box(462, y, 140, 44), words("pause_end"), size=17))
    if many > LISTED:
        found.append(pager(words, "sheet", Box(616, PAGE_Y, 148, 44), sheet, -(-many // LISTED)))
    if may_undo:
        found.append(button("undo", UNDO, words("confirm_undo"), glyph="undo", size=17, keys="u"))
    return tuple(found)


def paint_list(paper: Paper, ctx: Context, shown: Sequence[ToldPause], message: str, *, may_undo: bool) -> None:
    words = ctx.texts
    paper.shape('<path d="M274 522H766" stroke="#EADFC9" stroke-width="2"/>', Box(270, 518, 500, 8), alpha=0)
    paper.text(words("pause_told"), 17, 274, 536, INK_2, SEMI_BOLD, "l", 340)
    if not shown:
        paper.text(words("pause_none"), 17, 274, 570, INK_2, SEMI_BOLD, "l", 490)
    for i, row in enumerate(shown):
        y = LIST_Y + i * LIST_PITCH + 22
        line = words("pause_listed", days=span(words, row.pause.first, row.pause.last),
                     why=words(f"pause_short_{row.pause.reason.value}"))  # fmt: skip
        paper.text(line, 18, 274, y, align="l", weight=SEMI_BOLD, width=182 if row.pause.is_on(ctx.today) else 328)
    said = message or words("pause_any_day")
    paper.paragraph(said, 16, 274, 641, 180 if may_undo else 326, OK if message else INK_2, height=46, leading=1.2)


# ---------------------------------------------------------------- this one
def span(words: TextSource, first: date, last: date) -> str:
    """Days from and to, briefly."""
    if first == last:
        return short_date(words, first)
    return words("pause_span", first=short_date(words, first), last=short_date(words, last))


def paint_choice(paper: Paper, ctx: Context, first: date, last: date) -> None:
    """The reasons' card: which days, and how many."""
    words, n = ctx.texts, (last - first).days + 1
    paper.card(CHOICE)
    days = paper.text(words("pause_days", n=n), 19, 1230, 198, OK, EXTRA_BOLD, "r")
    said = words.locale.beginning(words.date(first, "long"))
    if first != last:
        said = words("pause_span", first=_weekday_date(words, first), last=_weekday_date(words, last))
    paper.text(said, 20, 826, 198, align="l", width=days.x - 846)


def _weekday_date(words: TextSource, day: date) -> str:
    return words.date(day, "weekday")


def paint_written(paper: Paper, ctx: Context, message: str, played: int) -> None:
    """What was just written down; `played` of its days were played all the same."""
    paper.card(EFFECT, fill="#E3F1EC", lip="#BBDCD2")
    paper.disc(EFFECT.x + EFFECT.w / 2, 330, 40, TEAL, "icons/check", 60, lip_depth=4, alpha=0)
    y = paper.paragraph(message, 24, 826, 396, 404, OK, EXTRA_BOLD, height=110, leading=1.3) + 12
    if played:
        paper.paragraph(ctx.texts("pause_written_played", n=played), 18, 826, y, 404, INK_2, height=92, leading=1.25)


def paint_effect(paper: Paper, ctx: Context, effect: PauseEffect, why: PauseReason, first: date) -> None:
    """Now and after, then what the body makes of it."""
    words = ctx.texts
    paper.card(EFFECT, fill="#E3F1EC", lip="#BBDCD2")
    paper.text(words("pause_changes"), 20, 826, 274, OK, EXTRA_BOLD, "l", 400)
    y = paper.paragraph(words("pause_neither", n=effect.days), 18, 826, 290, 404, height=72, leading=1.25) + 10
    rows = list(_rows(words, effect))
    if effect.changes_nothing:
        still = [words(f"pause_still_{kind.value}", n=n) for kind, n in effect.still]
        said = words("pause_no_change", days=words.locale.listed(still))
        said = words("pause_ahead") if first > ctx.today else said
        y = paper.paragraph(said, 18, 826, y, 404, INK, EXTRA_BOLD, height=92, leading=1.25) + 6
    else:
        paper.text(words("pause_now"), 16, 1086, y + 8, INK_2, SEMI_BOLD, "r")
        paper.text(words("pause_after"), 16, 1230, y + 8, INK_2, SEMI_BOLD, "r")
        y += 20
        for name, now, after in rows:
            body = f'<path d="M826 {y}H1230" stroke="#BBDCD2" stroke-width="2"/>'
            paper.shape(body, Box(820, y - 3, 416, 6), alpha=0)
            paper.text(name, 18, 826, y + 16, align="l", weight=SEMI_BOLD, width=170)
            paper.text(now, 18, 1086, y + 16, INK_2, SEMI_BOLD, "r", 86)
            paper.glyph("next", 1108, y + 16, 16, OK, 3)
            paper.text(after, 18, 1230, y + 16, align="r", width=104)
            y += 31
        y += 8
    if effect.doses:
        paper.glyph("plan", 838, y + 13, 22, WARN, 2.6)
        said = words("pause_doses", doses=words.locale.listed(list(_doses(ctx, effect.doses))))
        y = paper.paragraph(said, 16, 860, y, 372, INK, height=EFFECT.bottom - y - 6, leading=1.2) + 6
    for key, glyph, shown in (
        ("pause_gap" if effect.idle >= ctx.catalogue.rules.gap_days else "pause_no_gap", "down", effect.idle > 0),
        ("pause_no_dose", "tick", not effect.doses and first <= ctx.today),
        ("pause_play_stays", "tick", effect.played > 0),
        ("pause_ouch_note", "ouch", why is PauseReason.OUCH),
    ):
        if shown and y < EFFECT.bottom - 44:
            paper.glyph(glyph, 838, y + 13, 22, WARN if key == "pause_gap" else OK, 2.6)
            y = (
                paper.paragraph(words(key, n=effect.idle), 16, 860, y, 372, height=EFFECT.bottom - y - 6, leading=1.2)
                + 6
            )


def _doses(ctx: Context, shifts: Sequence[DoseShift]) -> Iterator[str]:
    """The first doses that become others, and how many more do."""
    words, many = ctx.texts, len(shifts) - DOSES_SAID
    for shift in shifts[: DOSES_SAID if many > 1 else None]:
        exercise = ctx.catalogue.exercises[shift.exercise]
        told = [table_dose(words, exercise, d) for d in (shift.before, shift.after) if d]
        key = "pause_dose" if len(told) == 2 else "pause_dose_in" if shift.after else "pause_dose_out"
        yield words(key, exercise=exercise_name(words, ctx.catalogue, shift.exercise), before=told[0], after=told[-1])
    if many > 1:
        yield words("pause_doses_more", n=many)


def _rows(words: TextSource, effect: PauseEffect) -> Iterator[tuple[str, str, str]]:
    """What is compared: always what families look at, and what else differs."""
    before, after = effect.before, effect.after
    yield words("pause_planned_done"), _share(words, before), _share(words, after)
    habits = (words.locale.per_cent(round(100 * report.habit)) for report in (before, after))
    yield words("progress_habit"), next(habits), next(habits)
    if before.streak != after.streak:
        yield words("progress_run"), words.number(before.streak), words.number(after.streak)
    if before.budget_s != after.budget_s:
        yield words("pause_minutes"), words.clock(before.budget_s), words.clock(after.budget_s)
    for week in [w for w in effect.weeks if w.before is not w.after][-1:]:
        name = words("pause_week", first=short_date(words, week.monday), last=short_date(words, plus(week.monday, 6)))
        yield name, words(f"pause_week_{week.before.value}"), words(f"pause_week_{week.after.value}")


def _share(words: TextSource, report: ProgressReport) -> str:
    share = min(1.0, report.done_sessions / report.planned_sessions) if report.planned_sessions else 0.0
    return words.locale.per_cent(round(100 * share))
