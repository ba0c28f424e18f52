"""The order in which the letters of a line stand on paper, where some are read from right to left.

Unicode's bidirectional algorithm (UAX #9) for one line, without its signs that embed, override or isolate: what comes
from outside is rid of them before (`game.ui.typography.legible`). The marks LRM, RLM and ALM of a translator are
heeded, and not drawn. It is ours because it is small, a test holds it to Unicode's own `BidiCharacterTest.txt`, and the
libraries there are want a compiler (python-bidi from 0.5 on) or are no longer kept.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

MARKS = "\u200e\u200f\u061c"  # LRM, RLM, ALM: a letter's direction without a letter
RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))
UNDRAWN = frozenset(("BN", "LRE", "RLE", "LRO", "RLO", "PDF"))  # rule X9
NEUTRAL = frozenset(("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"))
BLANK = frozenset(("WS", "LRI", "RLI", "FSI", "PDI"))
_PAIRS = "()[]{}⁅⁆⁽⁾₍₎⟦⟧⟨⟩⟪⟫⦅⦆〈〉《》「」『』【】（）［］｛｝｢｣༺༻༼༽᚛᚜"
BRACKETS = dict(zip(_PAIRS[::2], _PAIRS[1::2]))  # what opens, and what closes it
_TURNED = _PAIRS + "<>«»‹›≤≥"
MIRRORED = {**dict(zip(_TURNED[::2], _TURNED[1::2])), **dict(zip(_TURNED[1::2], _TURNED[::2]))}  # rule L4
DEEPEST = 63  # open brackets at once; beyond, none of a line is a pair (rule BD16)


@lru_cache(maxsize=512)
def visual_runs(text: str, is_rtl: bool = False) -> tuple[tuple[str, bool], ...]:
    """A line in pieces as they stand from left to right, each in the order in which it is read, and of each whether it
    is read from right to left. `is_rtl` says so of the language the line is in.

    >>> visual_runs("abc 12")
    (('abc 12', False),)
    >>> [piece for piece, _ in visual_runs("שלום Anna 3", is_rtl=True)]
    ['Anna 3', 'שלום ']
    """
    if not is_rtl and (text.isascii() or not _turns(text)):
        return ((text, False),) if text else ()
    depths = levels(text, is_rtl)
    # A mark sets the letters about it apart, though it is no letter: whatever is at one level in a row is one piece.
    drawn = [(char, level) for char, level in zip(text, depths) if level is not None and char not in MARKS]
    runs = [("".join(c for c, _ in row), level) for level, row in groupby(drawn, key=lambda one: one[1])]
    return tuple((piece, level % 2 == 1) for piece, level in _in_order(runs))


def visual(text: str, is_rtl: bool = False) -> str:
    """The line as type without a direction is set: every letter from left to right, brackets turned (rule L4).

    >>> visual("(אב) 12", is_rtl=True)
    '12 (בא)'
    """
    return "".join(turned(piece) if is_turned else piece for piece, is_turned in visual_runs(text, is_rtl))


def turned(text: str) -> str:
    """A piece from its last letter to its first, accents behind their letters, brackets opening the other way."""
    out: list[str] = []
    for char in text:
        if out and unicodedata.combining(char):
            out[-1] += char
        else:
            out.append(MIRRORED.get(char, char))
    return "".join(reversed(out))


def _turns(text: str) -> bool:
    return any(char in MARKS or unicodedata.bidirectional(char) in RIGHT_TO_LEFT for char in text)


def _in_order(runs: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Rule L2: from the highest level to the lowest odd one, all in a row at it or above are turned."""
    odd = [level for _, level in runs if level % 2]
    for level in range(max((n for _, n in runs), default=0), min(odd, default=1) - 1, -1):
        rows = [(is_in, list(row)) for is_in, row in groupby(runs, key=lambda run: run[1] >= level)]
        runs = [run for is_in, row in rows for run in (reversed(row) if is_in else row)]
    return runs


def levels(text: str, is_rtl: bool = False) -> list[int | None]:
    """How deep each letter of a line is set into the other direction: 0 and 2 are read from left to right, 1 from right
    to left, None is not drawn."""
    own = [_kind(char) for char in text]
    at = [i for i, kind in enumerate(own) if kind not in UNDRAWN]
    kinds = [own[i] for i in at]
    side = "R" if is_rtl else "L"
    _weak(kinds, side)
    _paired(kinds, [text[i] for i in at], [own[i] for i in at], side)
    _neutral(kinds, side)
    depths: list[int | None] = [None] * len(text)
    for i, kind in zip(at, kinds):  # rules I1 and I2
        depths[i] = 1 if kind == "R" else 0 if kind == "L" and not is_rtl else 2
    _blank_ends(depths, own, int(is_rtl))
    return depths


def _kind(char: str) -> str:
    """The letter's class; one of none, which is not assigned yet, is a letter from left to right."""
    return unicodedata.bidirectional(char) or "L"


def _weak(kinds: list[str], side: str) -> None:
    """Rules W1 to W7: what digits and the signs about them are."""
    strong = before = side
    for i, kind in enumerate(kinds):
        if kind == "NSM":  # W1
            kind = "ON" if before in ("LRI", "RLI", "FSI", "PDI") else before
        before = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":  # W2
            kind = "AN"
        kinds[i] = kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for i in range(1, len(kinds) - 1):  # W4
        a, b = kinds[i - 1], kinds[i + 1]
        if a == b and (kinds[i] == "CS" and a in ("EN", "AN") or kinds[i] == "ES" and a == "EN"):
            kinds[i] = a
    for start, end in _rows(kinds, frozenset(("ET",))):  # W5
        if "EN" in (kinds[start - 1 : start] + kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
    strong = side
    for i, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):  # W6
            kinds[i] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            kinds[i] = "L"


def _paired(kinds: list[str], chars: Sequence[str], own: Sequence[str], side: str) -> None:
    """Rule N0: two brackets go the way of what stands between them."""
    for start, end in _pairs(kinds, chars):
        inside = {_strong(kind) for kind in kinds[start + 1 : end]} - {""}
        if side in inside:
            way = side
        elif inside:
            before = next((_strong(kind) for kind in reversed(kinds[:start]) if _strong(kind)), side)
            way = before if before != side else side
        else:
            continue
        for i in (start, end):
            kinds[i] = way
            while i + 1 < len(kinds) and own[i + 1] == "NSM":
                i += 1
                kinds[i] = way


def _pairs(kinds: Sequence[str], chars: Sequence[str]) -> list[tuple[int, int]]:
    """Where brackets open and close (rule BD16), in the order in which they open."""
    open_: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for i, (kind, char) in enumerate(zip(kinds, chars)):
        if kind != "ON":
            continue
        char = unicodedata.normalize("NFC", char)
        if char in BRACKETS:
            if len(open_) == DEEPEST:
                return []
            open_.append((BRACKETS[char], i))
        elif at := [n for n, (closing, _) in enumerate(open_) if closing == char]:
            pairs.append((open_[at[-1]][1], i))
            del open_[at[-1] :]
    return sorted(pairs)


def _strong(kind: str) -> str:
    """The direction of a letter or number, as neutral signs see it; "" of a neutral one."""
    return "R" if kind in ("R", "EN", "AN") else kind if kind == "L" else ""


def _neutral(kinds: list[str], side: str) -> None:
    """Rules N1 and N2: signs and blanks go the way of both their neighbours, else that of the line."""
    for start, end in _rows(kinds, NEUTRAL):
        before = _strong(kinds[start - 1]) if start else side
        after = _strong(kinds[end]) if end < len(kinds) else side
        kinds[start:end] = [before if before == after else side] * (end - start)


def _blank_ends(depths: list[int | None], own: Sequence[str], base: int) -> None:
    """Rule L1: blanks at the end of the line, and before what parts it, stand at its end."""
    is_end = True
    for i in range(len(own) - 1, -1, -1):
        if own[i] in ("B", "S"):
            is_end = True
            depths[i] = base
        elif own[i] in BLANK or own[i] in UNDRAWN:
            if is_end and depths[i] is not None:
                depths[i] = base
        else:
            is_end = False


def _rows(kinds: Sequence[str], of: frozenset[str]) -> Iterator[tuple[int, int]]:
    """From where to where kinds of these stand in a row."""
    start = 0
    for is_one, row in groupby(list(kinds), key=of.__contains__):
        end = start + len(list(row))
        if is_one:
            yield start, end
        start = end
