"""How much families in the trial did is one figure: in every text, in the sources of the rules and in the band drawn.

Johnson 2020 found 55.8 % with paper and 62.8 % with an app, without a clear difference: 56 to 63 %.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import game
from game.data.texts.texts import Texts
from game.ui.chart.charts import BAND

FOUND = (55.8, 62.8)
RULES = Path(game.__file__).parent.parent / "levels" / "rules.yaml"
SPAN = re.compile(r"(\d+)(?:-|–| to )(\d+) %")


def test_the_band_is_what_the_trial_found_rounded_to_whole_per_cents() -> None:
    assert [round(100 * end) for end in BAND] == [round(end) for end in FOUND]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_text_names_the_figure_of_the_band(language: str) -> None:
    texts, band = Texts(language), [str(round(100 * end)) for end in BAND]
    for key in ("progress_families", "progress_families_short", "doctor_figure_sessions"):
        assert [list(found) for found in SPAN.findall(texts(key, percent=0))] == [band], key
    said = re.findall(r"(\d+) %", texts("help_evidence_home"))
    assert sorted(said) == band, "with an app and with paper"


def test_every_rule_that_rests_on_the_trial_names_the_same_figure() -> None:
    rows = [row for row in RULES.read_text("utf-8").splitlines() if "Johnson 2020" in row]
    found = [span for row in rows for span in SPAN.findall(row)]
    assert len(found) == len(rows) > 2 and set(found) == {tuple(str(round(100 * end)) for end in BAND)}
