"""How many pictures a clip has, and whether it stays packed while it is shown.

Every rate goes into the sixty pictures a second of most screens without a rest, so that they come at even distances.
"""

from __future__ import annotations

from game.puppet.rig import Rig
from game.ui.memory import budget

WALKED = 30  # pictures a second where the ground passes, which moves with the picture
QUICK = 20
SLOW = 15, 12  # of a loop of SLOW_FROM seconds and more; the fewer where it would take more than LARGE with the others
LEAST = 4  # of any clip, however little memory there is
SLOW_FROM = 3.0  # seconds
PACKED_FROM = 2.4  # seconds: longer than a walk whose ground passes, and than most of what friends do beside the work
LARGE, LARGEST = 0.25, 0.45  # of the budget a slow clip may take: a stretch may show three of them
PACKED = 0.045  # bytes of a packed foot close up for one of its box at 720p; outlines grow less than what they hold


def stays_packed(shown_for: float) -> bool:
    """Whether a loop of so many seconds does: it has many pictures, of which few are unpacked in a second."""
    return shown_for >= PACKED_FROM


def count_of(rig: Rig, clip: str, shown_for: float, size: tuple[int, int], k: float) -> int:
    """The pictures of one loop that is shown for so many seconds, each in a box of `size` pixels; `k` is pixels a
    design unit."""
    walks = max(1, len(rig.clips[clip].seq))
    fitting = budget(k) / (4 * size[0] * size[1] * PACKED / max(1.0, k))  # into all the memory there is
    if rig.scroll(clip):
        rate = WALKED
    elif shown_for / walks < SLOW_FROM:
        rate = QUICK
    else:
        rate = next((rate for rate in SLOW if shown_for * rate <= LARGE * fitting), SLOW[-1])
    wanted = round(shown_for * rate)
    if stays_packed(shown_for):
        wanted = min(wanted, max(round(LARGEST * fitting), round(LEAST * shown_for)))
    return max(1, wanted)
