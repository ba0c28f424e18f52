"""Stars, stickers and confetti as functions of time."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from game.ui.effects import StarPose, confetti, peel, star_flight, star_landing


@pytest.mark.parametrize("flight", [star_flight, star_landing])
def test_a_star_flies_from_its_start_to_its_goal(flight: Callable[..., StarPose]):
    assert flight((100, 400), (900, 80), 0)[:2] == pytest.approx((100, 400))
    assert flight((100, 400), (900, 80), 1)[:2] == pytest.approx((900, 80))


def test_a_star_never_jumps():
    way = [star_landing((640, 330), (372, 236), n / 60) for n in range(80)]
    assert max(math.dist(a[:2], b[:2]) for a, b in zip(way, way[1:])) < 30


def test_a_star_that_stays_is_squashed_as_it_lands_and_then_itself():
    landing = star_landing((0, 0), (100, 0), 1.05)
    assert landing.wide > 1 > landing.high
    assert star_landing((0, 0), (100, 0), 1.2)[3:] == pytest.approx((1, 1))


def test_a_sticker_is_lifted_first_and_pressed_on_at_last():
    assert (peel(0).turn, peel(0).lift) == pytest.approx((-20, 15))
    assert peel(1).turn == pytest.approx(-8)
    assert peel(1).scale == pytest.approx(1)


def test_confetti_is_the_same_for_the_same_seed_and_leaves_room():
    assert confetti(5) == confetti(5)
    assert all(math.dist((p.x, p.y), (640, 400)) >= 200 for p in confetti(5, avoid=(640, 400, 200)))


def test_in_the_evening_few_pieces_rise():
    pieces = confetti(5, is_evening=True)
    assert len(pieces) <= 12
    assert all(p.fall < 0 and p.spin == 0 for p in pieces)
