"""The torn strip of paper at the foot of a page: its name or what it shows, the chapters walked so far as round prints,
or what the voice says, on both pages as in any book."""

from __future__ import annotations

import re

from game.core.session.story import ToldChapter
from game.scenes.screen.context import Context
from game.ui.art.open_book import DAY, EVENING
from game.ui.paper import Paper
from game.ui.theme import EXTRA_BOLD, INK
from game.ui.view import Box

LEFT, RIGHT = Box(122, 558, 488, 80), Box(676, 558, 370, 80)  # clear of the fold and of the corner
SIZES, LEADING = (28.0, 26.0, 24.0, 22.0, 20.0, 19.0), 1.18
ROW_SIZES, TWO_ROWS = (30.0, 28.0, 26.0, 25.0), 27.0
EVEN = 0.3  # of the letters, at least, stand in either row
PRINT, WIDE = "book/lumi_print_clay", 330
SENTENCE, PAUSE = re.compile(r"(?<=[.!?])\s+"), re.compile(r"(?<=[.!?,])\s+")


def said_in(ctx: Context, page: ToldChapter) -> str:
    """What is written on the page now: what is being said where the family reads along, else what the picture is."""
    if ctx.wants_words and ctx.narrator.caption:
        return ctx.narrator.caption
    n = f"{page.chapter.n:02}"
    if not page.is_found:
        return ctx.spoken(f"story_{n}_title")
    sentences = SENTENCE.split(ctx.spoken(f"story_{n}_4"))
    return sentences[min(page.chapter.shows, len(sentences)) - 1]


def paint_band(paper: Paper, page: ToldChapter, words: str, is_evening: bool) -> None:
    """The words on the left page and the prints on the right one; long words take both."""
    rows, size = _few_rows(paper, words)
    if rows:
        high = size * LEADING
        top = LEFT.y + LEFT.h / 2 - high * (len(rows) - 1) / 2
        for i, row in enumerate(rows):
            align, x = paper.beginning(LEFT.x, LEFT.w)
            paper.text(row, size, x, top + i * high, INK, EXTRA_BOLD, align, LEFT.w)
        _paint_prints(paper, page.chapter.n, (EVENING if is_evening else DAY)[2])
        return
    first, second, size = _two_pages(paper, words)
    pages = (RIGHT, LEFT) if paper.pictures.appearance.is_rtl else (LEFT, RIGHT)
    _paint(paper, first, pages[0], size)
    _paint(paper, second, pages[1], size)


def cuts(words: str, pause: re.Pattern[str]) -> list[tuple[str, str]]:
    """The words in two, after every pause there is.

    >>> cuts("One. Two, three.", SENTENCE)
    [('One.', 'Two, three.')]
    """
    return [(words[: m.start()], words[m.end() :]) for m in pause.finditer(words)]


def _few_rows(paper: Paper, words: str) -> tuple[tuple[str, ...], float]:
    """One row, or two as even as can be; () for words that need more room, the right page's."""
    times = paper.pictures.appearance.text
    for size in sorted({s * times for s in ROW_SIZES} | set(ROW_SIZES), reverse=True):
        if _wide(paper, words, size) <= LEFT.w:
            return (words,), size
    if len(SENTENCE.split(words)) > 1:
        return (), 0
    pauses = [cut for cut in cuts(words, PAUSE) if min(map(len, cut)) >= len(words) * EVEN]
    for row in (pauses, cuts(words, re.compile(r"\s+"))):
        two = min(row, key=lambda cut: max(_wide(paper, half, TWO_ROWS) for half in cut), default=None)
        if two and all(_wide(paper, half, TWO_ROWS) <= LEFT.w for half in two):
            return two, TWO_ROWS
    return (), 0


def _two_pages(paper: Paper, words: str) -> tuple[str, str, float]:
    """What stands on the left page and on the right one, as large as both have room for."""
    times = paper.pictures.appearance.text
    ends = cuts(words, SENTENCE)
    tries = [*ends, *(cut for cut in cuts(words, PAUSE) if cut not in ends)]
    for size in sorted({s * times for s in SIZES} | set(SIZES), reverse=True):
        for left, right in tries:
            if _fits(paper, left, LEFT, size) and _fits(paper, right, RIGHT, size):
                return left, right, size
    left, right = min(tries, key=lambda cut: abs(len(cut[0]) - len(words) * 4 / 7), default=(words, ""))
    return left, right, SIZES[-1]


def _wide(paper: Paper, words: str, size: float) -> float:
    return paper.pictures.text_width(words, size, EXTRA_BOLD)


def _fits(paper: Paper, words: str, box: Box, size: float) -> bool:
    return paper.paragraph_height(words, size, box.w, EXTRA_BOLD, LEADING) <= box.h


def _paint(paper: Paper, words: str, box: Box, size: float) -> None:
    if not words:
        return
    paper.is_exact = True
    high = paper.paragraph_height(words, size, box.w, EXTRA_BOLD, LEADING)
    top = box.y + max(0.0, box.h - high) / 2
    paper.paragraph(words, size, box.x, top, box.w, INK, EXTRA_BOLD, LEADING, "l", height=box.h + 2)
    paper.is_exact = False


def _paint_prints(paper: Paper, n: int, line: str) -> None:
    """One print for every chapter up to this one, left and right of Lumi's line."""
    apart = min(46.0, WIDE / max(1, n - 1))
    size = 36 if apart > 40 else 31
    end = 698 + (n - 1) * apart + 24
    paper.shape(f'<path d="M676 594H{end:.1f}" stroke="{line}" stroke-width="3"/>', Box(670, 588, 400, 12), alpha=0)
    for i in range(n):
        paper.part(PRINT, 700 + i * apart, 594 + (11 if i % 2 else -11), size, shadow=0)
