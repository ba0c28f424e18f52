"""Colours that carry words or signs differ enough from what is behind them (WCAG 2: 4.5 to 1 for text, 3 for signs)."""

from __future__ import annotations

import pytest

from game.ui import theme

Rgb = tuple[int, int, int]


def rgb(colour: str | Rgb) -> Rgb:
    """
    >>> rgb("#FF0080")
    (255, 0, 128)
    """
    if not isinstance(colour, str):
        return colour
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str | Rgb) -> float:
    """Relative luminance, 0 black to 1 white."""
    parts = [c / 255 for c in rgb(colour)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str | Rgb, b: str | Rgb) -> float:
    """From 1 to 21."""
    bright, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", [theme.CREAM, theme.PANEL, theme.PAPER_ADULT, theme.WHITE, theme.SUN])
def test_ink_can_be_read_on_every_ground(ground: str | Rgb):
    assert contrast(theme.INK, ground) >= 7


@pytest.mark.parametrize("ground", [theme.CREAM, theme.PANEL, theme.PAPER_ADULT, theme.WHITE])
def test_secondary_text_can_be_read(ground: str | Rgb):
    assert contrast(theme.INK_2, ground) >= 4.5


@pytest.mark.parametrize("colour", [theme.WARN, theme.OK])
@pytest.mark.parametrize("ground", [theme.PANEL, theme.PAPER_ADULT, theme.WHITE])
def test_warnings_and_good_news_can_be_read(colour: Rgb, ground: str | Rgb):
    assert contrast(colour, ground) >= 4.5


@pytest.mark.parametrize("kind", theme.BUTTONS)
def test_every_button_of_the_grown_ups_can_be_read(kind: str):
    fill, _, words = theme.BUTTONS[kind]
    assert contrast(words, fill) >= 4.5


@pytest.mark.parametrize(
    "paint", [theme.TEAL, theme.CORAL, theme.BLUE, theme.LILAC, theme.PLUM, theme.NIGHT, theme.EARTH, theme.RED]
)
def test_a_cream_sign_is_seen_on_every_childs_button(paint: theme.Paint):
    assert contrast(theme.CREAM, paint.fill) >= 3


@pytest.mark.parametrize("kind", theme.BUTTONS)
def test_a_lip_is_darker_than_its_paper(kind: str):
    fill, lip, _ = theme.BUTTONS[kind]
    assert luminance(lip) < luminance(fill)


def test_the_skin_tones_are_told_apart():
    for a, b in zip(theme.SKINS, theme.SKINS[1:]):
        assert contrast(a[0], b[0]) >= 1.2


@pytest.mark.parametrize("skin", theme.SKINS, ids=lambda s: s[0])
def test_nails_and_shade_show_on_the_skin(skin: tuple[str, str, str]):
    base, shade, nail = skin
    assert contrast(base, shade) >= 1.2
    assert contrast(base, nail) >= 1.15
