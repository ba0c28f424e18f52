"""The file of a double page into what it says."""

from __future__ import annotations

import pytest

from game.data.files.spread_file import spread_of
from game.puppet.spread import CutPaper, GlowSpot, LightBeam, PlacedPart


def test_every_sheet_is_of_the_kind_its_first_word_says():
    page = spread_of({
        "ground": "#FFFFFF",
        "sheets": [
            {"cut": "<path/>", "shadow": [6, 40, 2]}, {"part": "bg/tree", "at": [1, 2], "size": 30},
            {"glow": [1, 2, 3, 4], "colour": "#FFFFFF", "alpha": 0.5, "light": True}, {"light": "<path/>", "blur": 8},
        ],
    })  # fmt: skip
    assert page.sheets == (
        CutPaper(cut="<path/>", shadow=(6, 40, 2)), PlacedPart(part="bg/tree", at=(1, 2), size=30),
        GlowSpot(glow=(1, 2, 3, 4), colour="#FFFFFF", alpha=0.5, light=True), LightBeam(light="<path/>", blur=8),
    )  # fmt: skip


@pytest.mark.parametrize("sheet", [{"cut": "<path/>", "shade_": 1}, {"part": "x", "at": [1, 2]}])
def test_a_field_nobody_knows_or_one_that_is_missing_is_refused(sheet: dict[str, object]):
    with pytest.raises(TypeError):
        spread_of({"ground": "#FFFFFF", "sheets": [sheet]})


def test_a_sheet_nobody_knows_is_refused_with_its_name():
    with pytest.raises(ValueError, match="paint"):
        spread_of({"ground": "#FFFFFF", "sheets": [{"paint": 1}]})
