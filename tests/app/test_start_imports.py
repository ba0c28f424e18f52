"""What a start has to wait for: what is only needed later, or never, is imported later, or never."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from game.bench.start import SETTLED, SHOWN, left_when
from game.cli import main
from game.data.files.paths import FIRST_LOOK

YAML = {
    "yaml",
    *(f"game.data.levels.{name}" for name in ("fields", "written", "crosschecks", "yaml_tree", "forms", "levels")),
    "game.data.texts.text_file",
    "game.data.files.art_yaml",
}
# What stands behind a press, the end of the game, or words nobody recorded.
LATER = {
    *(f"game.core.reports.{name}" for name in ("ledger", "ledger_rows", "day_entries", "records", "play_tally")),
    *(f"game.puppet.{name}" for name in ("spread", "spread_sheets", "camp", "figure", "day_on_map")),
    *(f"game.data.copies.{name}" for name in ("erase", "restore", "second_place", "salvage")),
    "game.core.rules.settle", "game.data.checkpoint.next_checkpoint", "game.data.journal.transfer",
    "game.core.session.story", "game.core.stickers", "game.scenes.home.map_state", "game.scenes.screen.reading_sheet",
    "game.ui.audio.system_voice", "game.app.damaged_diary", "game.demo.family", "wave",
}  # fmt: skip


def imported(data: Path) -> set[str]:
    """The modules a real start has when its first picture is in the window."""
    code = [sys.executable, "-c", left_when(SHOWN, "print(*sys.modules)"), str(data)]
    return set(subprocess.run(code, check=True, capture_output=True, text=True, encoding="utf-8").stdout.split())


@pytest.fixture(scope="module")
def family(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a week's diary."""
    data = tmp_path_factory.mktemp("family")
    said = ["--programme", "children", "--age", "5-6", "--start", "2026-01-05", "--days", "7"]
    assert main(["simulate", *said, "--family", "typical", "--into", str(data)]) == 0
    return data


@pytest.fixture(scope="module")
def at_who(family: Path) -> set[str]:
    """What a family's start has fetched by its first picture."""
    return imported(family)


def test_a_first_start_reads_no_yaml(tmp_path: Path) -> None:
    modules = imported(tmp_path)
    assert "game.scenes.first_start.language" in modules, "else this test would prove nothing"
    assert not modules & YAML


def test_a_familys_start_reads_no_yaml(at_who: set[str]) -> None:
    assert "game.scenes.home.who" in at_who, "else this test would prove nothing"
    assert not at_who & YAML


def test_a_start_that_knows_what_to_show_first_fetches_no_rules(tmp_path: Path) -> None:
    said = ["--programme", "children", "--age", "5-6", "--start", "2026-01-05", "--days", "40"]
    assert main(["simulate", *said, "--family", "typical", "--into", str(tmp_path)]) == 0
    subprocess.run([sys.executable, "-c", left_when(SETTLED), str(tmp_path)], check=True, stdout=subprocess.DEVNULL)
    assert (tmp_path / FIRST_LOOK).exists()
    modules = imported(tmp_path)
    assert "game.scenes.home.who" in modules
    assert not [name for name in modules if name.startswith("game.core.rules")]
    assert not modules & {"game.core.history.fold", "game.data.checkpoint.checkpoint_file"}


@pytest.mark.parametrize("name", sorted(LATER))
def test_a_familys_first_picture_waits_for_nothing_that_comes_later(at_who: set[str], name: str) -> None:
    assert importlib.util.find_spec(name), "there is no such module any more"
    assert name not in at_who


def test_level_files_of_a_familys_own_are_read_by_the_readers(tmp_path: Path) -> None:
    (tmp_path / "levels" / "programmes").mkdir(parents=True)
    (tmp_path / "levels" / "programmes" / "ours.yaml").write_text(
        "id: ours\ntitle: Ours\nwhat: Two things.\nexercises: [bear_walk, caterpillar]\n", "utf-8"
    )
    assert "game.data.levels.levels" in imported(tmp_path)
