"""Ten digits on keys of paper."""

from __future__ import annotations

from game.ui.pin_pad import SHAKE, PinPad
from game.ui.widgets import check_layout


def test_the_fourth_digit_fills_the_pad_and_a_fifth_is_not_heard() -> None:
    pad = PinPad(0, 0, 80, 12)
    assert [pad.press(f"pad-{d}") for d in "12345"] == [False, False, False, True, True]
    assert pad.take() == "1234"
    assert pad.entered == ""


def test_every_digit_has_one_key_in_any_order() -> None:
    pad = PinPad(0, 0, 80, 12, "7294860153")
    keys = [w.keys for w in pad.widgets() if w.keys]
    assert "".join(keys) == "7294860153"
    assert check_layout(pad.widgets()) == []


def test_the_dots_shake_for_a_moment_and_come_back_to_their_place() -> None:
    pad = PinPad(0, 0, 80, 12)
    pad.shake()
    offsets = []
    for _ in range(20):
        pad.update(SHAKE / 16)
        offsets.append(pad.offset)
    assert max(offsets) > 3 > -3 > min(offsets)
    assert offsets[-1] == 0
