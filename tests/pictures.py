"""Compares two pictures as a person would: a few pixels may differ, a patch of them may not.

Differences up to `FAR` of 255 in a channel are the rounding of other processors and libraries. What differs further may
be single pixels along an edge that was rounded otherwise; what hangs together is something seen: a digit in the wrong
place is forty pixels, a missing tick twenty.
"""

from __future__ import annotations

import os
from pathlib import Path

import pygame

GOLDEN = Path(__file__).parent / "golden"
FAR = 8
PATCH = 6  # pixels that hang together, at the pictures' 640 x 360: less than the smallest sign on any screen
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


def largest_patch(one: pygame.Surface, other: pygame.Surface) -> int:
    """The most differing pixels that hang together, corners included; 0 for the same picture."""
    return differing(one, other).connected_component().count()


def check(name: str, picture: pygame.Surface, seen: Path, accepted: Path = GOLDEN) -> None:
    """Fails when `picture` is not the one of that name in `accepted`; what was seen and where it differs is left in
    `seen`."""
    golden = accepted / f"{name}.png"
    if os.environ.get(ACCEPT):
        accepted.mkdir(exist_ok=True)
        pygame.image.save(picture, str(golden))
        return
    if not golden.is_file():
        raise AssertionError(f"there is no {golden.name}; look at the picture, then run with {ACCEPT}=1")
    known = pygame.image.load(str(golden))
    mask = differing(picture, known)
    patch = mask.connected_component()
    if patch.count() > PATCH:
        pygame.image.save(picture, str(seen / f"{name}-seen.png"))
        marked = known.copy()
        mask.to_surface(marked, setcolor=(255, 0, 0), unsetcolor=None)
        pygame.image.save(marked, str(seen / f"{name}-differs.png"))
        at = patch.get_bounding_rects()[0]
        raise AssertionError(f"{name}: {patch.count()} pixels differ around {at.center}; look into {seen}")
