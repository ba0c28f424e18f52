"""What waits for a parent, as cards with a button each: three at a time, the most urgent first.

The card's first button changes nothing where there is such a one, so that Enter never allows anything by accident.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from game.core.history.history import Child
from game.core.reports.needs import Need, NeedKind
from game.core.reports.where_hurt import strongest_on
from game.frozen import dataclass
from game.scenes.screen.context import Context
from game.scenes.screen.dose_words import exercise_name, sore_foot
from game.scenes.screen.dose_words import when as when_played
from game.ui import theme
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK, INK_2, OK, SEMI_BOLD, WARN, Paint
from game.ui.view import Box
from game.ui.widgets import Widget, button

MOST = 3  # cards beside each other
LEFT, TOP, WIDTH, H, GAP = 252, 100, 1000, 250, 17  # all cards together
BUTTON_W = 290  # at most
NAMED = 3  # exercises named on the card of the word
PAIN, WORD, PLAIN = ("#FBEBD8", "#E8CDA8"), ("#E3F1EC", "#BBDCD2"), ("#FFFFFF", "#EFE6D4")


@dataclass(frozen=True, slots=True)
class CardLook:
    """A card's paper, its sign and the colours of sign and title."""

    paper: tuple[str, str]
    glyph: str
    disc: Paint
    colour: tuple[int, int, int]


_PAIN, _LOCK = CardLook(PAIN, "ouch", Paint("#755588", "#755588"), WARN), CardLook(PAIN, "shield", theme.PLUM, WARN)
LOOKS = {
    NeedKind.STOPPED: CardLook(PAIN, "pause", Paint("#755588", "#755588"), WARN),
    NeedKind.RESTING: _PAIN,
    NeedKind.HOW_MUCH: _PAIN,
    NeedKind.SIGNS: _LOCK,
    NeedKind.DATES: CardLook(PAIN, "plan", theme.PLUM, WARN),
    NeedKind.SURGEON: _LOCK,
    NeedKind.WORD: CardLook(WORD, "edit", theme.TEAL, OK),
    NeedKind.TRIES: CardLook(PLAIN, "key", theme.PLUM, INK),
    NeedKind.NO_GOOD: CardLook(PLAIN, "chart", theme.PLUM, INK),
}


@dataclass(frozen=True, slots=True)
class CardButton:
    """A button of a card: the widget's name, its label's key, look and glyph."""

    name: str
    label: str
    kind: str = "plain"
    glyph: str | None = None


def deeds(need: Need) -> tuple[CardButton, ...]:
    """The buttons of a card; the names tell the page what to do."""
    match need.kind:
        case NeedKind.STOPPED:
            return CardButton("urgent", "paused_urgent", "on"), CardButton("asked", "paused_asked_short")
        case NeedKind.RESTING:
            return CardButton(f"keep-{need.about}", "need_keep", "on"), CardButton(f"allow-{need.about}", "need_allow")
        case NeedKind.HOW_MUCH:
            return (CardButton(f"pain-{need.attempts[0]}", "need_how_much_do", "primary", "ouch"),)
        case NeedKind.SIGNS:
            return (CardButton("signs", "need_signs_do", "primary", "shield"),)
        case NeedKind.DATES:
            enter = "need_date_do" if need.date else "need_dates_do"
            return CardButton("surgery", enter, "primary"), CardButton("none", "need_dates_none")
        case NeedKind.SURGEON:
            return (CardButton("surgery", "need_surgeon_do", "primary", "shield"),)
        case NeedKind.WORD:
            return (CardButton("confirm", "need_word_do", "primary", "edit"),)
        case NeedKind.TRIES:
            return CardButton("tries-us", "need_tries_us"), CardButton("tries-pin", "need_tries_pin", glyph="key")
        case NeedKind.NO_GOOD:
            return (CardButton("read", "need_no_good_do", glyph="tick"),)


def names(need: Need) -> tuple[str, ...]:
    """The names of its buttons."""
    return tuple(deed.name for deed in deeds(need))


def box(i: int, of: int) -> Box:
    """The i-th card from the left of so many, which share the width."""
    w = (WIDTH - GAP * (of - 1)) / of
    return Box(LEFT + i * (w + GAP), TOP, w, H)


def widgets(words: Callable[[str], str], needs: Sequence[Need]) -> tuple[Widget, ...]:
    """The buttons of the cards shown, in reading order."""
    out: list[Widget] = []
    for i, need in enumerate(needs[:MOST]):
        row, at = deeds(need), box(i, len(needs[:MOST]))
        w = min(BUTTON_W, (at.w - 36 - 10 * (len(row) - 1)) / len(row))
        for j, deed in enumerate(row):
            place = Box(at.x + 18 + j * (w + 10), at.bottom - 61, w, 50)
            out.append(button(deed.name, place, words(deed.label), deed.kind, glyph=deed.glyph, size=20))
    return tuple(out)


def paint(paper: Paper, ctx: Context, child: Child, needs: Sequence[Need]) -> None:
    """The cards under their buttons."""
    for i, need in enumerate(needs[:MOST]):
        at, look = box(i, len(needs[:MOST])), LOOKS[need.kind]
        title, line, small = said(ctx, child, need)
        paper.card(at, fill=look.paper[0], lip=look.paper[1])
        paper.disc(at.x + 40, at.y + 42, 23, look.disc, lip_depth=0, alpha=0)
        paper.glyph(look.glyph, at.x + 40, at.y + 42, 27, theme.WHITE)
        paper.paragraph(title, 21, at.x + 74, at.y + 15, at.w - 88, look.colour, EXTRA_BOLD, 1.2, height=54)
        paper.paragraph(line, 18, at.x + 22, at.y + 76, at.w - 40, INK, height=74)
        paper.text(small, 16, at.x + 22, at.y + 163, INK_2, SEMI_BOLD, "l", at.w - 40)


def said(ctx: Context, child: Child, need: Need) -> tuple[str, str, str]:
    """A card's title, line and small line."""
    words, kind = ctx.texts, str(need.kind)
    values: dict[str, object] = {"n": need.n, "name": child.nickname, "score": need.score or 0}
    title = line = small = kind
    if need.about:
        values["exercise"] = exercise_name(words, ctx.catalogue, need.about)
    match need.kind:
        case NeedKind.HOW_MUCH:
            values["when"] = words.locale.beginning(when_played(words, child.attempts[need.attempts[0]], ctx.today))
        case NeedKind.RESTING:
            play = strongest_on(child, need.about, need.hurt_on) if need.hurt_on else None
            values["when"], values["foot"] = day_word(ctx, need.since), play and sore_foot(words, ctx.catalogue, play)
            line = "resting_foot" if values["foot"] else kind
        case NeedKind.WORD:
            names = dict.fromkeys(child.attempts[a].exercise for a in need.attempts)
            named = [exercise_name(words, ctx.catalogue, e) for e in list(names)[:NAMED]]
            is_all, more = len(named) == len(names), len(names) - len(named)
            values["names"] = words.locale.listed(named) if is_all else words.locale.in_row(named)
            values["more"] = more
            values["when"] = day_word(ctx, need.since)
            line = kind if is_all else "more"
            small = (
                "closes" if need.since and (ctx.today - need.since).days >= ctx.catalogue.rules.confirm_days else kind
            )
        case NeedKind.DATES if need.date:
            title, small = f"no_{need.date}", "date"
        case NeedKind.TRIES if need.at:
            at = need.at.astimezone(ctx.now().tzinfo)
            values["when"] = words.locale.at(day_word(ctx, at.date()), at)
        case _:
            values["when"] = day_word(ctx, need.since)
    return (
        words(f"need_{title}", **values),
        words(f"need_{line}_line", **values),
        words(f"need_{small}_small", **values),
    )


def day_word(ctx: Context, day: date | datetime | None) -> str:
    """A day near today by its name, else its date; "" for none."""
    if day is None:
        return ""
    ago = (ctx.today - day).days
    near = {0: "need_today", 1: "need_yesterday"}
    return ctx.texts(near[ago]) if ago in near else ctx.texts.date(day)


def strip_line(ctx: Context, child: Child, needs: Sequence[Need]) -> str:
    """What waits first, in one line for a strip; "" when nothing does."""
    return said(ctx, child, needs[0])[0] if needs else ""
