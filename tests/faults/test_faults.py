"""The quick versions of the fault tests; `python -m tests.faults` runs the full ones.

Each runs in a process of its own, because forking one that has threads is not safe.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.faults.__main__ import ALL, WHAT, read
from tests.faults.figures import Figures
from tests.faults.power import ROOT

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork; the same code runs on Linux")
needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed: apt install strace")


def as_promised(name: str) -> None:
    """Runs the quick version of one fault test and shows its figures."""
    command = [sys.executable, "-m", "tests.faults", name, "--quick"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=250, check=False)
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr


@needs_fork
def test_killing_the_game_at_play_loses_nothing() -> None:
    as_promised("kills")


@needs_strace
def test_a_power_cut_loses_nothing_that_was_said_to_be_kept() -> None:
    as_promised("power")


@needs_strace
def test_a_power_cut_in_a_copy_a_return_a_mending_or_a_new_layout_leaves_the_old_diary_or_the_new() -> None:
    as_promised("power-copies")


@needs_strace
def test_a_disk_that_refuses_loses_and_doubles_nothing() -> None:
    as_promised("errors")


@needs_fork
def test_a_copy_a_return_and_a_new_layout_are_whole_or_not_there() -> None:
    as_promised("interrupted")


@needs_fork
def test_a_file_replaced_or_removed_by_another_program_costs_nothing() -> None:
    as_promised("replaced")


def test_erasing_a_child_loses_no_copy_that_cannot_be_looked_at() -> None:
    as_promised("unseen")


@needs_fork  # Windows lets nobody replace a file that is open
def test_erasing_a_child_finds_whatever_other_programs_left_of_it() -> None:
    as_promised("foreign")


def test_hostile_numbers_of_a_file_cost_nothing_that_is_told_afterwards() -> None:
    as_promised("numbers")


def test_strange_children_and_years_from_elsewhere_have_names_and_looks_and_no_days_nobody_lived() -> None:
    as_promised("strange")


def test_every_sentence_about_the_rules_is_true_in_years_of_every_kind() -> None:
    as_promised("reasons")


def test_a_damaged_diary_is_found_out_kept_and_mended() -> None:
    as_promised("damage")


def test_a_level_file_with_anything_in_it_is_read_to_its_end() -> None:
    as_promised("fuzz")


@needs_fork
def test_of_windows_started_at_once_exactly_one_has_the_diary() -> None:
    as_promised("doors")


@needs_strace
def test_the_game_never_speaks_to_the_internet() -> None:
    as_promised("sockets")


def test_every_case_can_be_run_alone_and_one_that_is_none_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(WHAT) == [*ALL, "monkey"]
    assert read(["power", "monkey", "--frames", "9"]).cases == ["power", "monkey"] and read([]).cases == list(WHAT)
    with pytest.raises(SystemExit):
        read(["--help"])
    told = capsys.readouterr().out
    assert all(f"{name:14}{what}" in told for name, what in WHAT.items())
    with pytest.raises(SystemExit, match="2"):
        read(["powr"])
    assert "there is no case powr" in capsys.readouterr().err


def test_a_fault_test_whose_control_does_not_fail_or_that_did_nothing_has_failed() -> None:
    def faults(wrong: int, control: dict[str, int], at_least: dict[str, int]) -> list[str]:
        return Figures("x", {"kills": 3}, {"lost": wrong}, control, at_least).faults()

    assert faults(0, {"lost": 2}, {"kills": 3}) == []
    assert faults(1, {"lost": 2}, {"kills": 3}) == ["1 lost"]
    assert faults(0, {"lost": 2}, {"kills": 4}) == ["only 3 kills of 4"]
    silent = "the control did not fail, the test sees nothing: 0 corrupt"
    assert faults(0, {"lost": 2, "corrupt": 0}, {"kills": 3}) == [silent]
    missing = "a control and a count of the work are missing"
    assert faults(0, {}, {"kills": 3}) == faults(0, {"lost": 2}, {}) == [missing]
