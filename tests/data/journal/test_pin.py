"""PINs somebody would try first, only hashes kept, and recovery codes that cannot be guessed."""

from __future__ import annotations

import pytest

from game.data.journal.pin import COST, hashed, is_guessable, matches, new_recovery_code, plain, words
from tests.player import PIN


@pytest.mark.parametrize(
    "pin",
    [
        "1111",
        "0000",
        "1234",
        "6789",
        "8765",
        "3210",
        "4747",
        "1919",
        "1998",
        "2019",
        "2029",
        "2580",
        "0852",
        "1122",
        "7700",
        "2468",
        "8642",
        "1357",
        "9753",
        "0007",
        "1112",
        "7000",
        "1004",
        "1379",
        "9731",
        "7391",
        "1397",
        "1793",
        "4774",
        "1212",
        "7890",
        "1236",
        "1478",
        "3214",
        "3698",
        "1254",
        "2563",
        "1596",
        "2684",
        "2000",
    ],
)
def test_pins_somebody_would_try_first_are_guessable(pin: str) -> None:
    assert is_guessable(pin)


@pytest.mark.parametrize("pin", ["7394", "1235", "4748", "2041", "1121", "0198", "8305", "6173", "5927", "4062"])
def test_other_pins_are_not(pin: str) -> None:
    assert not is_guessable(pin)


def test_most_pins_may_be_chosen_without_a_word() -> None:
    weak = sum(is_guessable(f"{n:04}") for n in range(10_000))
    assert 300 < weak < 800


def test_only_salted_hashes_are_kept_at_the_full_cost() -> None:
    secret = "MOSSRIVER48OTTER"  # four digits may stand in a hash by chance
    one, other = hashed(secret), hashed(secret)
    assert one != other and secret not in one and one.startswith(f"scrypt${COST}$")
    assert matches(secret, one) and not matches("MOSSRIVER49OTTER", one)


@pytest.mark.parametrize(
    "record", ["", "scrypt$16$zz$zz", "md5$1$00$00", "scrypt$16$00", f"scrypt${2**40}$00$00", "scrypt$7$00$00"]
)
def test_a_broken_record_lets_nobody_in(record: str) -> None:
    assert not matches("", record) and not matches(PIN, record)


def test_recovery_codes_are_words_that_cannot_be_guessed() -> None:
    codes = {new_recovery_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(len(c.split("-")) == 4 and plain(c).isalnum() for c in codes)
    assert len(words()) == len(set(words())) == 256
    assert {"moss", "river", "otter"} <= set(words())
