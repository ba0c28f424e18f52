"""How everything is drawn for this family's eyes: how much larger text is, in which colours, and from which side.

One value, kept by `Pictures`: another appearance is another `Pictures`, and every screen is painted anew.
"""

from __future__ import annotations

from game.frozen import dataclass
from game.ui import palette


@dataclass(frozen=True, slots=True)
class Appearance:
    """`text` is how many times as large as drawn for everybody text may be, at least 1; `palette` the colours;
    `is_rtl`, whether the family's language is read from right to left.

    What grows, and how far: captions, the sheets that are read (reasons, tips, sources) and grown-ups' pages grow by
    all of it; the first two find their own room, a page is looked at in parts (see `game.scenes.screen.magnifier`).
    Every other text grows as far as it has room on its picture without touching anything (see
    `game.ui.typography.text_growth`), and never becomes smaller than it is for everybody. A child's pictures, figures
    on drawings and targets keep their size: they are 96 units wide and more anyhow.
    """

    text: float = 1.0
    palette: palette.Palette = palette.PLAIN
    is_rtl: bool = False


PLAIN = Appearance()
