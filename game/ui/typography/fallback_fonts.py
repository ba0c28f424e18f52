"""Nicknames in scripts the shipped letters do not have: a font of the computer's own writes them, if there is one.

A line is put into the order in which it stands (`game.core.bidi`), then cut into runs the shipped font can write and
runs it cannot; each run is written in its own direction. Where no font has them a sign stands for them, and the animal
still tells who is who. Fonts are looked for only when such a name is shown, because asking for them takes a moment.
"""

from __future__ import annotations

import logging
import unicodedata
from functools import lru_cache

import pygame

from game.core.bidi import turned, visual_runs
from game.ui.typography.computers_fonts import known
from game.ui.typography.legible import CLINGING

# Fonts that come with Windows, macOS and common Linux desktops, named as their files are, most scripts first.
FAMILIES = (
    "notosans", "segoeui", "segoeuib", "arialuni", "dejavusans", "notosanscjk", "msyh", "msyhbd", "yugothb", "malgun",
    "malgunbd", "pingfang", "hiraginosansgb", "applesdgothicneo", "droidsansfallbackfull", "droidsansfallback",
    "wqyzenhei", "wqymicrohei", "notosansarabic", "geezapro", "tahoma", "tahomabd", "arial", "arialbd", "arialhb",
    "notosanshebrew", "notosansdevanagari", "nirmala", "nirmalab", "kohinoor", "mangal", "lohit", "notosansbengali",
    "notosanstamil", "notosansthai", "leelawui", "leelauib", "leelawad", "thonburi", "notosansgeorgian",
    "notosansarmenian", "sylfaen", "notosansethiopic", "nyala", "ebrima", "freesans", "unifont",
)  # fmt: skip
# ISO 15924 codes by the first word of a letter's Unicode name, for scripts whose letters change shape or direction.
SCRIPTS = {
    "ARABIC": "Arab", "HEBREW": "Hebr", "SYRIAC": "Syrc", "THAANA": "Thaa", "DEVANAGARI": "Deva", "BENGALI": "Beng",
    "GURMUKHI": "Guru", "GUJARATI": "Gujr", "TAMIL": "Taml", "TELUGU": "Telu", "KANNADA": "Knda", "MALAYALAM": "Mlym",
    "SINHALA": "Sinh", "THAI": "Thai", "LAO": "Laoo", "TIBETAN": "Tibt", "MYANMAR": "Mymr", "KHMER": "Khmr",
    "MONGOLIAN": "Mong", "HANGUL": "Hang",
}  # fmt: skip
NOBODY_HAS = "\ufffe"  # no character: every font draws its sign for a missing one
log = logging.getLogger(__name__)


def can_write(font: pygame.font.Font, text: str) -> bool:
    """Whether the font has every letter of the text."""
    return all(_has(font, text))


def _has(font: pygame.font.Font, text: str) -> list[bool]:
    """Of each letter whether the font has it."""
    missing = font.metrics(NOBODY_HAS)[0]
    return [m is not None and (m != missing or c.isspace()) for c, m in zip(text, font.metrics(text))]


def runs(font: pygame.font.Font, text: str) -> list[tuple[str, bool]]:
    """The text in pieces, and of each whether the font can write it; a blank between two foreign words is foreign, and
    what clings to a letter goes with it."""
    out: list[tuple[str, bool]] = []
    for char, has in zip(text, _has(font, text)):
        if out and (char in CLINGING or unicodedata.combining(char)):
            out[-1] = (out[-1][0] + char, out[-1][1])
            continue
        is_own = has and not unicodedata.combining(char)
        if out and (out[-1][1] == is_own):
            out[-1] = (out[-1][0] + char, is_own)
        elif not is_own and len(out) > 1 and out[-1][0].isspace():
            blank, _ = out.pop()
            out[-1] = (out[-1][0] + blank + char, False)
        else:
            out.append((char, is_own))
    return out


def rendered(
    font: pygame.font.Font, text: str, px: int, colour: tuple[int, int, int], is_rtl: bool = False
) -> pygame.Surface:
    """One legible line, `px` high letters, in a language read from right to left if `is_rtl`; what no font here can
    write is the sign for a missing letter."""
    if not is_rtl and (text.isascii() or can_write(font, text)):
        return _drawn(font, text, colour)
    pieces = [_drawn(piece_font, piece, colour) for piece_font, piece in _pieces(font, text, px, is_rtl)]
    if len(pieces) == 1:
        return pieces[0]
    high = max((p.get_height() for p in pieces), default=font.get_height())
    line = pygame.Surface((sum(p.get_width() for p in pieces), high), pygame.SRCALPHA)
    x = 0
    for piece in pieces:
        line.blit(piece, (x, (line.get_height() - piece.get_height()) // 2))
        x += piece.get_width()
    return line


def width(font: pygame.font.Font, text: str, px: int, is_rtl: bool = False) -> int:
    """How wide `rendered` is, in pixels."""
    if not is_rtl and (text.isascii() or can_write(font, text)):
        return font.size(text)[0]
    return sum(piece_font.size(piece)[0] for piece_font, piece in _pieces(font, text, px, is_rtl))


def _pieces(font: pygame.font.Font, text: str, px: int, is_rtl: bool) -> list[tuple[pygame.font.Font, str]]:
    """The line's pieces from left to right, each with the font that writes it."""
    out: list[tuple[pygame.font.Font, str]] = []
    for run, is_turned in visual_runs(text, is_rtl):
        found = runs(font, run)
        for piece, is_own in reversed(found) if is_turned else found:
            if is_own:  # the shipped letters have nothing to join, one look each, and go one way
                plain = "".join(char for char in piece if char not in CLINGING)
                before = out.pop()[1] if out and out[-1][0] is font else ""  # at once, for the kerning
                out.append((font, before + (turned(plain) if is_turned else plain)))
            else:
                out.append((font_for(piece, px, is_turned) or font, piece))
    return out


def _drawn(font: pygame.font.Font, piece: str, colour: tuple[int, int, int]) -> pygame.Surface:
    """The piece, also one that takes no room: SDL refuses to draw that."""
    size = font.size(piece)
    return font.render(piece, True, colour) if size[0] > 0 else pygame.Surface((0, size[1]), pygame.SRCALPHA)


def font_for(text: str, px: int, is_rtl: bool = False) -> pygame.font.Font | None:
    """A font of this computer that has every letter of the text, set to its script and to the direction in which it is
    read; None when there is none."""
    file = _file(frozenset(text))
    if file is None:
        return None
    letters = [c for c in text if c.isalpha()]
    script = unicodedata.name(letters[0], "").split()[0] if letters else ""
    return _font(file, px, script, is_rtl)


# Few are needed at a time; each holds a file open, so what long typing leaves behind must go.
@lru_cache(maxsize=16)
def _font(file: str, px: int, script: str, is_rtl: bool) -> pygame.font.Font:
    font = pygame.font.Font(file, px)
    if script in SCRIPTS:
        font.set_script(SCRIPTS[script])
    if is_rtl:
        font.set_direction(pygame.DIRECTION_RTL)
    return font


@lru_cache(maxsize=512)
def _file(letters: frozenset[str]) -> str | None:
    text = "".join(sorted(letters))
    for file in known(FAMILIES):
        try:
            if can_write(pygame.font.Font(file, 20), text):
                return file
        except (OSError, pygame.error, RuntimeError) as error:
            log.info("font %s: %s", file, error)
    log.warning("no font of this computer can write %r", text)
    return None
