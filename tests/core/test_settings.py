"""The settings: what is taken, what is the default instead, and both edges of each range."""

from __future__ import annotations

from dataclasses import fields

import pytest

from game.core.settings import Settings, minutes
from tests.diary import by

NAMES = [field.name for field in fields(Settings)]
OTHERS = Settings(
    language="ru", voice=3, music=4, effects=6, words=True, evening_hour="16:15", bedtime="20:00", rest_seconds=60,
    baby=True, confirm_when="each", stay=True, calm=True, kiosk=True, full_screen=True, no_rest=True, text_size=125, contrast=True, remind_morning="07:00", remind_evening="off", key_hurt="x", key_pause="f5", key_again="v", key_more="m", key_grown_ups="j", key_words="k",
    key_big="page down", one_button=True, scan_tenths=15, copy_place="/media/stick",
)  # fmt: skip


@pytest.mark.parametrize("name", ["voice", "music", "effects"])
@pytest.mark.parametrize(
    ("told", "kept"), [("0", 0), ("1", 1), ("9", 9), ("10", 10), ("11", None), ("-1", None), ("", None), ("x", None)]
)
def test_a_volume_is_0_to_10_and_anything_else_is_the_default(name: str, told: str, kept: int | None) -> None:
    settings = Settings.of({name: told})
    assert getattr(settings, name) == (getattr(Settings(), name) if kept is None else kept)


@pytest.mark.parametrize(("told", "kept"), [("0", 0), ("3600", 3600), ("3601", 0), ("", 0)])
def test_a_rest_is_an_hour_at_most(told: str, kept: int) -> None:
    assert Settings.of({"rest_seconds": told}).rest_seconds == kept


@pytest.mark.parametrize(
    ("kept", "played"),
    [(Settings().rest_seconds, 30), (29, 30), (30, 30), (31, 31), (59, 59), (60, 60), (61, 60), (3600, 60)],
)
def test_a_rest_is_played_as_long_as_the_rules_let_it_be(kept: int, played: int) -> None:
    rules = by(rest_seconds=30, rest_seconds_most=60).rules
    assert Settings(rest_seconds=kept).within(rules).rest_seconds == played


@pytest.mark.parametrize(
    ("clock", "after_midnight"),
    [
        ("00:00", 0), ("7:05", 425), ("07:05", 425), ("23:59", 1439), ("24:00", None), ("23:60", None), ("12:5", None),
        ("12:005", None), ("12", None), (":30", None), ("12:", None), ("12.30", None), ("-1:30", None), ("12:-1", None),
        ("noon", None), ("", None),
    ],
)  # fmt: skip
def test_an_hour_is_a_time_of_day_from_midnight_to_a_minute_before_it(clock: str, after_midnight: int | None) -> None:
    assert minutes(clock) == after_midnight
    told = Settings.of({"bedtime": clock, "evening_hour": clock})
    kept = (Settings().bedtime, Settings().evening_hour) if after_midnight is None else (clock, clock)
    assert (told.bedtime, told.evening_hour) == kept


def test_a_switch_is_on_or_off_and_anything_else_is_the_default() -> None:
    assert Settings.of({"baby": "on", "words": "off", "calm": "yes"}) == Settings(baby=True)
    assert Settings.of({"confirm_when": "each"}).confirm_when == "each"
    assert Settings.of({"confirm_when": "never", "unknown": "x"}) == Settings()


def test_a_setting_is_kept_as_text_that_is_read_as_the_same() -> None:
    settings = Settings(voice=0, baby=True, bedtime="20:00")
    assert Settings.of({name: settings.text(name) for name in ("voice", "baby", "words", "bedtime")}) == settings


def test_as_long_as_nobody_chose_the_voice_is_louder_than_the_music_and_nothing_is_switched_on() -> None:
    plain = Settings()
    assert (plain.voice, plain.music, plain.effects, plain.rest_seconds) == (8, 3, 5, 0)
    assert not any((plain.words, plain.baby, plain.stay, plain.calm, plain.kiosk, plain.full_screen))


@pytest.mark.parametrize("name", NAMES)
def test_a_setting_is_read_as_it_was_kept_and_changes_no_other(name: str) -> None:
    read = Settings.of({name: OTHERS.text(name)})
    assert getattr(read, name) == getattr(OTHERS, name)
    assert [n for n in NAMES if getattr(read, n) != getattr(Settings(), n)] == [name]


def test_a_family_that_plays_without_rests_has_none_however_long_it_chose_before() -> None:
    rules = by(rest_seconds=30, rest_seconds_most=60).rules
    assert Settings.of({"rest_seconds": "45", "no_rest": "on"}).within(rules).rest_seconds == 0
    assert Settings.of({"rest_seconds": "45", "no_rest": "off"}).within(rules).rest_seconds == 45
