"""Work beside the loop may be begun and waited for by any thread at any moment."""

from __future__ import annotations

import threading

import pytest

from game.scenes.screen.made_beside import MadeBeside
from game.ui.art.baker import Baker
from game.ui.beside import Beside

MOST = 20.0  # seconds of patience


class Refused(threading.Thread):
    """The computer has no thread to give."""

    def start(self) -> None:
        raise RuntimeError("can't start new thread")


def test_who_waits_while_the_work_is_being_begun_waits_for_its_end(monkeypatch: pytest.MonkeyPatch):
    beside, done = Beside(), threading.Event()
    being_begun, asked = threading.Event(), threading.Event()
    ends: list[bool] = []

    class Slow(threading.Thread):
        def start(self) -> None:
            being_begun.set()
            assert asked.wait(MOST)
            super().start()

    def wait() -> None:
        assert being_begun.wait(MOST)
        asked.set()
        beside.wait()
        ends.append(done.is_set())

    other = threading.Thread(target=wait)
    other.start()
    monkeypatch.setattr(threading, "Thread", Slow)
    beside.begin(done.set, "slow")
    other.join(MOST)
    assert ends == [True]


def test_work_knows_itself_and_does_not_wait_for_its_own_end():
    beside, seen = Beside(), []

    def work() -> None:
        beside.wait()
        seen.append(beside.is_here)

    beside.begin(work, "work")
    beside.wait()
    assert seen == [True] and not beside.is_here


def test_one_piece_of_work_is_done_at_a_time():
    beside, go, did = Beside(), threading.Event(), []
    beside.begin(lambda: go.wait(MOST) and did.append("first"), "first")
    beside.begin(lambda: did.append("second"), "second")
    go.set()
    beside.wait()
    assert did == ["first"]
    beside.begin(lambda: did.append("third"), "third")
    beside.wait()
    assert did == ["first", "third"]


def test_work_that_could_not_be_begun_is_not_waited_for_and_may_be_begun_again(monkeypatch: pytest.MonkeyPatch):
    beside, baker, made, did = Beside(), Baker(), MadeBeside[str](is_beside=True), threading.Event()
    with monkeypatch.context() as poor:
        poor.setattr(threading, "Thread", Refused)
        for begin in (
            lambda: beside.begin(did.set, "work"), lambda: baker.run(did.set), lambda: made.ask(lambda: "lost"),
        ):  # fmt: skip
            with pytest.raises(RuntimeError, match="can't start"):
                begin()
    beside.wait()
    assert baker.is_idle and not did.is_set()
    beside.begin(did.set, "work")
    beside.wait()
    made.ask(lambda: "made")
    assert did.is_set() and made.result() == "made"
    baker.run(baker.close)  # from its own thread
    baker.close()
    assert baker.is_idle
