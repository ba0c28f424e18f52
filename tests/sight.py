"""What eyes make of colours: luminance and contrast as WCAG 2.2 defines them, and what is left of a colour where one kind
of cone is missing.

The three matrices are those of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), severity 1.0, on linear RGB.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Colour = tuple[int, ...]
Matrix = tuple[tuple[float, float, float], ...]

DEFICIENCIES: Mapping[str, Matrix] = MappingProxyType({
    "protanopia": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900),
    ),
})  # fmt: skip


def linear(colour: Colour) -> tuple[float, ...]:
    """The channels without their gamma, 0..1."""
    return tuple(c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour[:3])


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 for black and 1 for white."""
    r, g, b = linear(colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: Colour, b: Colour) -> float:
    """1 for the same, 21 for black on white.

    >>> contrast((0, 0, 0), (255, 255, 255))
    21.0
    """
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def seen_with(matrix: Matrix, colour: Colour) -> Colour:
    """A colour as somebody sees it who lacks one kind of cone."""
    rgb = linear(colour)
    out = (min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb)))) for row in matrix)
    return tuple(round(255 * (12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055)) for v in out)
