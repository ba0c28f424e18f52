"""card: what it writes, and one clear line with the right number when it cannot."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.cli import main
from tests.paper import Pdf, poppler

FILES = [f"{kind}.{ending}" for kind in ("cards", "chart", "prescription", "kit") for ending in ("pdf", "html")]
OWN = """\
id: own_walk
title: Comet walk
what: Walking like a comet.
position: walking
unit: seconds
per_foot: false
dose: {start: 10, step: 5, cap: 30, reason: as ordered, source: our therapist}
seconds_per_unit: 1
tempo: 1
first_week: 1
equipment: []
demonstration: {host: tik, right: nobody/nothing, place: meadow, close_up: false, sole: sole_flat}
"""
PROGRAMME = """\
id: ours
title: Our own
what: What our therapist gave us.
exercises: [own_walk, bear_walk]
"""


def card(out: Path, *words: str) -> int:
    return main(["card", "--programme", "prevention", "--out", str(out), *words])


def test_it_writes_every_page_twice_and_names_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert card(tmp_path / "paper") == 0
    assert capsys.readouterr().out.splitlines() == [str(tmp_path / "paper" / name) for name in FILES]
    assert sorted(file.name for file in (tmp_path / "paper").iterdir()) == sorted(FILES)
    text = Pdf((tmp_path / "paper" / "kit.pdf").read_bytes()).text()
    assert "When to stop" in text and "Mermaid tail" in text


def test_in_black_and_white_the_browsers_page_knows_greys_alone(tmp_path: Path) -> None:
    assert card(tmp_path, "--black-and-white") == 0
    for name in FILES[1::2]:
        found = set(re.findall(r"#([0-9A-F]{6})", (tmp_path / name).read_text("utf-8").split("<body>")[1]))
        assert found and all(c[:2] == c[2:4] == c[4:] for c in found), name


def test_a_programme_that_is_not_there_is_answered_with_those_that_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["card", "--programme", "flying", "--out", str(tmp_path / "no")]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "there is no such programme; there are after_surgery, children" in said
    assert not (tmp_path / "no").exists()


def test_a_folder_that_cannot_be_written_is_one_line_and_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("here already")
    assert card(tmp_path / "file" / "paper") == 3
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "Traceback" not in said


def test_a_familys_own_programme_is_printed_with_a_movement_that_is_there(tmp_path: Path) -> None:
    for folder, text, name in (("exercises", OWN, "own_walk"), ("programmes", PROGRAMME, "ours")):
        file = tmp_path / "data" / "levels" / folder / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    words = ["card", "--programme", "ours", "--out", str(tmp_path / "paper"), "--data-dir", str(tmp_path / "data")]
    assert main(words) == 0
    text = " ".join(Pdf((tmp_path / "paper" / "cards.pdf").read_bytes()).text().split())
    assert "Comet walk" in text and "Start: 10 seconds, 1 set; at most 30 in a set." in text
    assert "Slow and calm, in bare feet" in text, "where its file is silent a general sentence stands"
    sheet = Pdf((tmp_path / "paper" / "prescription.pdf").read_bytes()).text()
    assert "Programme: Our own." in " ".join(sheet.split())


def test_poppler_finds_a4_pages(tmp_path: Path) -> None:
    card(tmp_path)
    assert "A4" in poppler("pdfinfo", str(tmp_path / "cards.pdf"))
    assert poppler("pdfinfo", str(tmp_path / "kit.pdf")).split("Pages:")[1].split()[0] == "3"
