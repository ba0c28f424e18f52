"""Which colours are drawn where the theme says one: its own, or those of high contrast.

The theme names the colours of the house; everything of the game's own that is painted (words, paper, buttons, signs,
charts) goes through here on its way to a picture. Drawn art (animals, places, icons) keeps its colours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from game.frozen import dataclass
from game.ui import theme

Colour = tuple[int, int, int]
BLACK = (18, 10, 22)  # the darkest ink, still of the house's plum
HEX = re.compile(r"#[0-9A-Fa-f]{6}\b")
NOTHING: Mapping[str, str] = MappingProxyType({})


def hexa(colour: Colour) -> str:
    """The SVG name of a text colour.

    >>> hexa((18, 10, 22))
    '#120A16'
    """
    return "#{:02X}{:02X}{:02X}".format(*colour)


def rgb(name: str) -> Colour:
    """The text colour of an SVG name.

    >>> rgb("#120A16")
    (18, 10, 22)
    """
    return int(name[1:3], 16), int(name[3:5], 16), int(name[5:7], 16)


@dataclass(frozen=True, slots=True)
class Palette:
    """`instead` names for a colour of the theme the one that is drawn; `border` is the line about paper and buttons,
    None for none."""

    instead: Mapping[str, str] = field(default_factory=lambda: NOTHING, hash=False)
    border: str | None = None

    def ink(self, colour: Colour) -> Colour:
        """The colour of words."""
        found = self.instead.get(hexa(colour))
        return rgb(found) if found else colour

    def fill(self, name: str) -> str:
        """The colour of paper, by its SVG name."""
        return self.instead.get(name.upper(), name)

    def shapes(self, body: str) -> str:
        """SVG with every colour as it is drawn."""
        return HEX.sub(lambda found: self.fill(found[0]), body) if self.instead else body


def _high_contrast() -> Mapping[str, str]:
    black, white = hexa(BLACK), "#FFFFFF"
    words = {theme.INK: BLACK, theme.INK_2: (44, 30, 48), theme.WARN: (92, 40, 0), theme.OK: (0, 62, 58),
             theme.CREAM: rgb(white)}  # fmt: skip
    grounds = {
        theme.PANEL: white, theme.PAPER_ADULT: white, theme.TEAL.fill: "#0A4A46", theme.TEAL.lip: black,
        theme.CORAL.fill: "#9E2F15", theme.BLUE.fill: "#1D4F69", theme.LILAC.fill: "#5B3C6C",
        theme.NIGHT.fill: "#3D3668", theme.PLUM.fill: "#55434F", theme.EARTH.fill: "#5C4A37",
        theme.RED.fill: "#8E2413", "#857A6C": "#5A5046", "#C9BBA2": "#5A5046", "#B9A98C": "#5A5046",
        "#F1E9DA": "#E4DCCB",
    }  # fmt: skip
    return MappingProxyType({**{hexa(a): hexa(b) for a, b in words.items()}, **grounds})


PLAIN = Palette()
HIGH_CONTRAST = Palette(_high_contrast(), hexa(BLACK))
