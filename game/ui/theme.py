"""Colours, type and times of the house style; hex colours are for SVG, tuples for text."""

from __future__ import annotations

from typing import NamedTuple

INK, INK_2, CREAM = (67, 48, 74), (122, 98, 120), (255, 246, 230)
WARN, OK, WHITE = (138, 74, 18), (23, 97, 92), (255, 255, 255)
PANEL, PANEL_LIP, PAPER_ADULT = "#FFF9EC", "#EAD9BB", "#FBF6EC"
SUN = "#FFC94D"
DIM = 0.28  # veil of a card over a scene


class Paint(NamedTuple):
    """A fill and the darker lip below it."""

    fill: str
    lip: str


TEAL = Paint("#1F7F79", "#17615C")
CORAL = Paint("#DD5B3D", "#A83E25")
BLUE = Paint("#3C7F9E", "#2C6079")
LILAC = Paint("#9A78AC", "#755588")
PLUM = Paint("#8A7689", "#6B596B")
NIGHT = Paint("#6F679A", "#544D7C")
EARTH = Paint("#94806A", "#6F5E4B")
OUTDOORS = Paint("#7FB97E", "#5E9B63")
RED = Paint("#C8452F", "#97301E")
DAY_SKY = Paint("#BFE3E8", "#86BFC9")
NIGHT_SKY = Paint("#4A4F8C", "#33386B")
GIFT = Paint("#C9B6E4", "#9C86C4")
AHEAD = Paint("#F3E6CE", "#D9C5A0")

# An animal's own tint, on the map, at WHO and in the wizard.
ANIMALS: dict[str, Paint] = {
    "bo": Paint("#F7B98B", "#DE8F5C"),
    "pippa": Paint("#BFD8F2", "#8FB3D8"),
    "tik": Paint("#E3D3EE", "#BFA6D3"),
    "otto": Paint("#A9DFDB", "#62B3AD"),
    "zuzu": Paint("#D9EBB8", "#A9C77F"),
    "koko": Paint("#F3CDA5", "#D7A571"),
    "kva": Paint("#BFE3C4", "#88BF92"),
    "fay": Paint("#BFE0EA", "#86B8C9"),
}

# Base, shade and nail of the child's own foot; the second is drawn in the files.
SKINS: tuple[tuple[str, str, str], ...] = (
    ("#F9D8BC", "#E3B08C", "#FFF0E4"),
    ("#F3BE97", "#E2A17A", "#FCE3D2"),
    ("#C98A5F", "#A66A43", "#EBC3A0"),
    ("#875739", "#67402A", "#C79A78"),
)

SEMI_BOLD, EXTRA_BOLD, BLACK = "SemiBold", "ExtraBold", "Black"

# The adult's buttons: fill, lip, text colour.
BUTTONS: dict[str, tuple[str, str, tuple[int, int, int]]] = {
    "primary": ("#1F7F79", "#17615C", WHITE),
    "plain": ("#F3EADA", "#DDCFB4", INK),
    "soft": ("#E3F1EC", "#BBDCD2", INK),
    "warn": ("#FBEBD8", "#E8CDA8", WARN),
    "on": ("#43304A", "#2E1F33", CREAM),
    "off": ("#F6F1E7", "#EAE2D2", INK_2),
}
