"""`bench` prints a line a figure, or an object a line, and its exit code says whether a goal was missed."""

from __future__ import annotations

import json

import pytest

from game.bench.pairs import Figure
from game.commands.bench import _as_json, _as_line

SLOW = Figure("map: a frame", 9.5, "x floor", 2.0, "here")


def test_a_missed_goal_is_marked():
    assert _as_line(SLOW).endswith("MISSED")
    assert "MISSED" not in _as_line(Figure("map: a frame", 1.5, "x floor", 2.0))


def test_machines_get_one_object_a_line():
    told = json.loads(_as_json(SLOW))
    assert told == {
        "name": "map: a frame", "value": 9.5, "unit": "x floor", "goal": 2.0, "note": "here", "spread": 0.0, "met": False
    }  # fmt: skip
    assert "\n" not in _as_json(SLOW)


def test_an_unknown_part_is_refused(capsys: pytest.CaptureFixture[str]):
    from game.cli import main

    with pytest.raises(SystemExit) as left:
        main(["bench", "--only", "everything"])
    assert left.value.code == 2
    assert "everything" in capsys.readouterr().err
