"""What was used longest ago is found, however things were used meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from game.ui.least_used import LeastUsed


@dataclass
class Thing:
    used: int
    is_kept: bool = True


@given(st.lists(st.tuples(st.sampled_from(["add", "use", "go"]), st.integers(0, 30)), max_size=60))
def test_it_is_the_one_whose_last_use_lies_furthest_back_of_those_that_are_kept(steps):
    all_, kept = LeastUsed[Thing](), []
    for now, (step, n) in enumerate(steps):
        if step == "add":
            kept.append(Thing(now))
            all_.add(kept[-1])
        elif kept and step == "use":
            kept[n % len(kept)].used = now
        elif kept:
            kept.pop(n % len(kept)).is_kept = False
        assert all_.first() is min(kept, key=lambda thing: thing.used, default=None)
