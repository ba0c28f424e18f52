"""A channel is at every phase what its keys say, and comes round smoothly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.puppet.track import EASE, EASES, value_at

phases = st.floats(0, 1, exclude_max=True)
values = st.floats(-500, 500)
tracks = st.lists(
    st.tuples(phases, values, st.sampled_from(sorted(set(EASES) - {"hold", "back"}))),
    min_size=1, max_size=6, unique_by=lambda key: round(key[0], 3),
).map(tuple)  # fmt: skip


@given(tracks, phases)
def test_a_value_stays_between_the_smallest_and_the_largest_key(track, phase):
    lowest, highest = min(k[1] for k in track), max(k[1] for k in track)
    assert lowest - 1e-6 <= value_at(track, phase) <= highest + 1e-6


@given(tracks)
def test_at_a_key_the_value_is_the_keys(track):
    for phase, value, _ in track:
        assert value_at(track, phase) == pytest.approx(value, abs=1e-6)


@given(tracks)
def test_the_order_of_the_keys_in_the_file_does_not_matter(track):
    assert value_at(track, 0.37) == value_at(track[::-1], 0.37)


def test_between_the_last_key_and_the_first_a_loop_goes_back():
    assert value_at(((0, 0.0, "lin"), (0.5, 10.0, "lin")), 0.75) == 5.0


def test_without_a_loop_the_last_key_stays():
    assert value_at(((0, 0.0, EASE), (0.5, 10.0, EASE)), 0.9, loops=False) == 10.0


def test_without_a_loop_the_first_key_holds_until_its_phase():
    assert value_at(((0.4, 7.0, EASE), (0.8, 9.0, EASE)), 0.1, loops=False) == 7.0


def test_a_held_key_jumps_at_the_next():
    track = ((0, 1.0, "hold"), (0.5, 2.0, "hold"))
    assert [value_at(track, p) for p in (0.0, 0.49, 0.5, 0.99)] == [1.0, 1.0, 2.0, 2.0]


def test_drawings_change_at_their_key_and_are_never_mixed():
    track = ((0, "open.svg", EASE), (0.6, "shut.svg", EASE))
    assert [value_at(track, p) for p in (0.0, 0.59, 0.61)] == ["open.svg", "open.svg", "shut.svg"]


def test_a_plain_value_is_the_same_always():
    assert value_at(12, 0.3) == 12


@pytest.mark.parametrize("ease", sorted(set(EASES) - {"hold"}))
def test_every_ease_begins_at_the_one_and_ends_at_the_other(ease: str):
    assert EASES[ease](0.0) == pytest.approx(0, abs=1e-9)
    assert EASES[ease](1.0) == pytest.approx(1)
