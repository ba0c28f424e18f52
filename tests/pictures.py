"""Compares two pictures as a person would: a few pixels may differ a little, more or further may not.

Differences up to `FAR` of 255 in a channel are the rounding of other processors and libraries. What differs further is
counted; a missing button is thousands of pixels, another rounding of an edge is tens.
"""

from __future__ import annotations

import os
from pathlib import Path

import pygame

GOLDEN = Path(__file__).parent / "golden"
FAR = 8
SHARE = 0.005  # of all pixels
ACCEPT = "ACCEPT_PICTURES"  # set in the environment by a person who looked: new pictures replace the old ones


def differing(one: pygame.Surface, other: pygame.Surface, far: int = FAR) -> pygame.mask.Mask:
    """The pixels that differ by more than `far` in any channel; sizes must be equal."""
    if one.get_size() != other.get_size():
        raise ValueError(f"{one.get_size()} cannot be compared with {other.get_size()}")
    apart = pygame.Surface(one.get_size(), depth=24)
    apart.blit(one, (0, 0))
    under = pygame.Surface(one.get_size(), depth=24)
    under.blit(other, (0, 0))
    back = under.copy()
    under.blit(apart, (0, 0), special_flags=pygame.BLEND_RGB_SUB)  # what the one is darker by
    apart.blit(back, (0, 0), special_flags=pygame.BLEND_RGB_SUB)  # what it is lighter by
    apart.blit(under, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    # The mask takes what is near black; whatever it leaves is further away than allowed.
    near = pygame.mask.from_threshold(apart, (0, 0, 0), (far + 1, far + 1, far + 1, 255))
    near.invert()
    return near


def share_differing(one: pygame.Surface, other: pygame.Surface) -> float:
    """0 for the same picture, 1 when every pixel is another."""
    return differing(one, other).count() / (one.get_width() * one.get_height())


def check(name: str, picture: pygame.Surface, seen: Path) -> None:
    """Fails when `picture` is not the golden one of that name; what was seen and where it differs is left in `seen`."""
    golden = GOLDEN / f"{name}.png"
    if os.environ.get(ACCEPT):
        GOLDEN.mkdir(exist_ok=True)
        pygame.image.save(picture, str(golden))
        return
    if not golden.is_file():
        raise AssertionError(f"there is no {golden.name}; look at the picture, then run with {ACCEPT}=1")
    known = pygame.image.load(str(golden))
    mask = differing(picture, known)
    share = mask.count() / (picture.get_width() * picture.get_height())
    if share > SHARE:
        pygame.image.save(picture, str(seen / f"{name}-seen.png"))
        marked = known.copy()
        mask.to_surface(marked, setcolor=(255, 0, 0), unsetcolor=None)
        pygame.image.save(marked, str(seen / f"{name}-differs.png"))
        raise AssertionError(f"{name}: {share:.1%} of the pixels differ; look into {seen}")
