"""Larger text: as far as there is room, and nothing meets that did not meet before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.ui.typography.text_growth import ASIDE, EDGE, Sketch, Written, grown, ink, tries
from game.ui.view import Box

CARD = Box(100, 100, 400, 300)


def line(name: str, x: float, y: float, width: float, size: float = 20, most: float | None = None) -> Written:
    """A line whose width grows as its size does, begun at `x`."""
    row, column = (size, name[0], y), (size, name[0], x)
    return Written(name, size, row, column, lambda times: ink(x, y, width * times, size * times), most)


def times(*words: Written, solids: tuple[Box, ...] = (CARD,), most: float = 1.5) -> dict[str, float]:
    return {str(k): round(v, 2) for k, v in grown(Sketch(list(words), list(solids)), most).items()}


def test_a_line_with_room_about_it_grows_as_far_as_it_may() -> None:
    assert times(line("a", 120, 200, 100)) == {"a": 1.5}
    assert times(line("a", 120, 200, 100), most=1.25) == {"a": 1.25}


def test_a_line_stays_on_its_card() -> None:
    found = times(line("a", 120, 200, 300))["a"]
    assert 1.2 <= found < 1.3  # 120 and 372 wide leaves the edge free
    assert 120 + 300 * found <= CARD.right - EDGE


def test_a_line_that_fills_its_card_stays_as_it_is() -> None:
    assert times(line("a", 104, 200, 390)) == {"a": 1.0}


def test_a_line_takes_no_more_than_the_width_it_was_given() -> None:
    assert times(line("a", 120, 200, 100, most=120)) == {"a": 1.2}


def test_a_line_runs_into_no_picture_beside_it() -> None:
    picture = Box(260, 180, 40, 40)
    found = times(line("a", 120, 200, 100), solids=(CARD, picture))["a"]
    assert 120 + 100 * found <= picture.x - ASIDE


def test_two_lines_over_each_other_grow_until_they_would_meet() -> None:
    found = times(line("a", 120, 200, 100), line("b", 120, 222, 100))
    assert 1.0 < found["a"] == found["b"] < 1.5


def test_lines_of_one_column_and_of_one_row_grow_alike() -> None:
    short, long, beside = line("a1", 120, 150, 50), line("a2", 120, 200, 300), line("a3", 450, 150, 20)
    found = times(short, long, beside)
    assert found["a1"] == found["a2"] == found["a3"] < 1.5


def test_a_row_of_another_card_holds_nobody_back() -> None:
    other = Box(550, 100, 400, 300)
    found = times(line("a", 120, 200, 50), line("a2", 570, 200, 300), solids=(CARD, other))
    assert found["a"] == 1.5 and 1.2 <= found["a2"] < 1.3


def test_what_is_under_a_paper_laid_later_is_in_nobody_s_way() -> None:
    sketch = Sketch([line("under", 120, 200, 100)], [CARD, Box(230, 190, 20, 20)])
    sketch.cover(CARD)
    sketch.words.append(line("over", 120, 200, 100))
    assert grown(sketch, 1.5) == {"over": 1.5}


def test_where_nobody_knows_what_is_around_only_words_on_paper_grow() -> None:
    sketch = Sketch([line("on", 120, 200, 100), line("bare", 120, 500, 100)], [CARD])
    assert grown(sketch, 1.5, needs_paper=True) == {"on": 1.5, "bare": 1.0}


def test_the_tries_begin_with_all_of_it_and_end_with_what_is_for_everybody() -> None:
    assert [round(t, 2) for t in tries(1.25)] == [1.25, 1.2, 1.15, 1.1, 1.05, 1.0]
    assert list(tries(1.0)) == [1.0]


LINES = st.lists(st.tuples(st.integers(110, 400), st.integers(110, 390), st.integers(10, 90)), min_size=1, max_size=8)


@given(LINES)
def test_lines_never_meet_where_they_did_not_and_never_become_smaller(places: list[tuple[int, int, int]]) -> None:
    words = [line(f"{chr(97 + n)}{n}", x, y, w) for n, (x, y, w) in enumerate(places)]
    found = grown(Sketch(words, [CARD]), 1.5)
    assert all(times >= 1 for times in found.values())
    for i, a in enumerate(words):
        for b in words[:i]:
            if not a.box(1).meets(b.box(1)):
                assert not a.box(found[a.key]).meets(b.box(found[b.key]))
