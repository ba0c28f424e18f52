"""What takes longer than a frame: made beside the loop, the last wish counts, and what goes wrong is heard of."""

from __future__ import annotations

import threading
from functools import partial

import pytest

from game.scenes.screen.made_beside import MadeBeside


def test_the_loop_goes_on_until_it_is_there() -> None:
    made: MadeBeside[str] = MadeBeside(is_beside=True)
    may_go_on = threading.Event()
    made.ask(lambda: "page" if may_go_on.wait() else "")
    assert not made.is_there
    may_go_on.set()
    assert made.result() == "page" and made.is_there


def test_only_the_last_that_was_asked_for_comes_and_what_nobody_waits_for_is_not_begun() -> None:
    made: MadeBeside[str] = MadeBeside(is_beside=True)
    has_begun, may_go_on, begun = threading.Event(), threading.Event(), []

    def first() -> str:
        has_begun.set()
        may_go_on.wait()
        return "first"

    def make(name: str) -> str:
        begun.append(name)
        return name

    made.ask(first)
    has_begun.wait()
    for name in ("second", "third"):
        made.ask(partial(make, name))
    may_go_on.set()
    assert made.result() == "third" and begun == ["third"]


@pytest.mark.parametrize("is_beside", [True, False])
def test_what_goes_wrong_is_raised_where_it_is_looked_at_and_the_next_is_made(is_beside: bool) -> None:
    made: MadeBeside[int] = MadeBeside(is_beside=is_beside)
    made.ask(lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        made.result()
    made.ask(lambda: 1)
    assert made.result() == 1


def test_where_no_loop_runs_it_is_made_when_it_is_looked_at() -> None:
    made: MadeBeside[int] = MadeBeside(is_beside=False)
    made.ask(lambda: 2)
    assert made.is_there and made.result() == made.result() == 2
