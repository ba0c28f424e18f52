"""Letters the printed type lacks, from this computer's own fonts: a page in Hebrew, Greek or Arabic is no row of signs.

A font is taken that draws by itself what it is asked for, letter by letter, and that its maker lets be put into a
document (`fsType`). Scripts whose letters change by rules a font holds, those of India and its neighbours, are not set:
a browser does it, and the page for a browser holds the same words.
"""

from __future__ import annotations

import logging
import unicodedata
from functools import cache
from pathlib import Path

from game.core.joined_letters import looks
from game.print.truetype import TrueType
from game.ui.typography.computers_fonts import known
from game.ui.typography.fallback_fonts import FAMILIES

SHAPED_BY_THE_FONT = frozenset((
    "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA",
    "TIBETAN", "MYANMAR", "KHMER", "MONGOLIAN", "SYRIAC", "NKO", "JAVANESE", "BALINESE",
))  # fmt: skip
TOO_LARGE = 25 * 2**20  # bytes of a font file: of one with all of Chinese and Japanese a page needs twenty letters
log = logging.getLogger(__name__)


@cache
def borrowed(letter: str) -> TrueType | None:
    """The first of this computer's fonts that writes the letter on paper; None where there is none."""
    if unicodedata.name(letter, "").split(" ")[0] in SHAPED_BY_THE_FONT:
        return None
    wanted = (letter, *looks().get(letter, {}).values())  # a letter that joins, with all its looks
    return next((font for file in known(FAMILIES) if (font := _font(file)) and all(map(font.has, wanted))), None)


@cache
def _font(file: str) -> TrueType | None:
    """A font file that may be printed with."""
    path = Path(file)
    try:
        font = TrueType(path.read_bytes()) if path.stat().st_size <= TOO_LARGE else None
    except (OSError, ValueError) as error:
        log.info("font %s: %s", file, error)
        return None
    return font if font and font.may_be_put_in else None
