"""Gives the shipped weights of Nunito what it has not: the narrow blank at which no line ends (U+202F).

    pip install fonttools
    python assets/build/fonts.py

French sets it in numbers, Russian and Ukrainian before the word for a year. It is made seven tenths as wide as a blank.
A weight that has it already is left as it is.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

FOLDER = Path(__file__).resolve().parents[1] / "fonts"
NARROW, NAME, SHARE = 0x202F, "uni202F", 0.7


def with_narrow_blank(font: TTFont) -> bool:
    """Whether it was added."""
    if NARROW in font.getBestCmap():
        return False
    wide, _ = font["hmtx"][font.getBestCmap()[0x20]]
    font.setGlyphOrder([*font.getGlyphOrder(), NAME])
    font["glyf"][NAME] = Glyph()
    font["hmtx"][NAME] = (round(SHARE * wide), 0)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[NARROW] = NAME
    return True


def main() -> None:
    for file in sorted(FOLDER.glob("*.ttf")):
        font = TTFont(file, recalcTimestamp=False)
        if with_narrow_blank(font):
            font.save(file)
            print(file)


if __name__ == "__main__":
    main()
