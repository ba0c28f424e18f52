"""All that is seen of a band lies in its boxes, and a cloud does not have the sky about it painted."""

from __future__ import annotations

import pygame
from hypothesis import given
from hypothesis import strategies as st

from game.ui.art.band_boxes import BandBoxes

WIDE, HIGH = 1680, 720

PIECES = st.lists(
    st.builds(pygame.Rect, st.integers(0, 16).map(lambda n: 96 * n), st.integers(0, 600), st.just(96),
              st.integers(1, 119)),
    max_size=12,
)  # fmt: skip
BODIES = st.sampled_from([(720, 720), (400, 460), (650, 720)])


@given(PIECES, BODIES, st.integers(-WIDE, 0), st.integers(-5, 5))
def test_whatever_is_seen_before_or_after_a_step_is_among_what_looks_different(pieces, body, x: int, step: int):
    found = BandBoxes.about(pieces, body, WIDE)
    looks, window = list(found.moved(x, x + step, WIDE, 1280)), pygame.Rect(0, 0, 1280, HIGH)
    seen = [piece.move(at + n * WIDE, 0) for piece in pieces for at in (x, x + step) for n in (0, 1)]
    if body[1] > body[0]:
        seen.append(pygame.Rect(0, body[0], 1280, body[1] - body[0]))
    missed = pygame.Mask((1280, HIGH))
    for rect in seen:
        missed.draw(pygame.Mask(rect.size, fill=True), rect.topleft)
    for rect in looks:
        missed.erase(pygame.Mask(rect.size, fill=True), rect.topleft)
    assert missed.count() == 0
    assert all(found.is_within(rect) for rect in map(window.clip, seen) if rect)


def test_a_cloud_is_a_box_of_its_own_and_a_crest_of_hills_is_filled():
    cloud = [pygame.Rect(96, 40, 96, 60), pygame.Rect(192, 40, 96, 60)]
    assert BandBoxes.about(cloud, (720, 720), WIDE).boxes == (pygame.Rect(96, 40, 192, 60),)
    crest = [pygame.Rect(x, 300 + x % 7, 96, 100) for x in range(0, WIDE, 96)]
    hills = BandBoxes.about(crest, (400, 440), WIDE)
    assert hills.boxes == () and hills.rows == (300, 440)
    tree = pygame.Rect(480, 100, 96, 300)
    assert BandBoxes.about([*crest, tree], (400, 440), WIDE).boxes == (pygame.Rect(480, 100, 96, 200),)
