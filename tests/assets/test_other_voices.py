"""The narrators of other languages: each clip says what is written today, is as long as the game thinks, and as loud as the English."""

from __future__ import annotations

import array
import json
import math
import re
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

ASSETS = Path(__file__).resolve().parents[2] / "assets"
sys.path.insert(0, str(ASSETS / "build"))
import lines  # noqa: E402  beside the assets, for it is no part of the game

LANGUAGES = sorted(folder.parent.name for folder in (ASSETS / "voice").glob("*/seconds.json"))
OTHERS = [language for language in LANGUAGES if language != "en"]
RATE = 24_000
LOOKED_AT = 20  # of every so manieth clip loudness and end are measured: of all they were when they were made
ACUTE = "\u0301"


def clips(language: str) -> list[Path]:
    return sorted((ASSETS / "voice" / language).glob("*.ogg"))


def said(language: str, name: str) -> dict[str, object]:
    loaded: dict[str, object] = json.loads((ASSETS / "voice" / language / name).read_text(encoding="utf-8"))
    return loaded


def head(file: Path) -> tuple[int, int, float]:
    """Channels, samples a second before they were encoded, and seconds of an Opus file, without decoding it."""
    data = file.read_bytes()
    channels, skipped, rate = struct.unpack_from("<BHI", data, data.index(b"OpusHead") + 9)
    (position,) = struct.unpack_from("<Q", data, data.rindex(b"OggS") + 6)
    return channels, rate, (position - skipped) / 48_000


@pytest.fixture(scope="module")
def mixer() -> Iterator[None]:
    pygame.mixer.quit()
    pygame.mixer.init(RATE, -16, 1, 512)
    yield
    pygame.mixer.quit()


@pytest.mark.parametrize("language", OTHERS)
def test_every_line_has_a_clip_that_says_what_is_written_today(language: str) -> None:
    written = {key: line["text"] for key, line in lines.spoken(ASSETS / "text" / language).items()}
    made = said(language, "manifest.json")
    assert {clip.stem for clip in clips(language)} == set(written) == set(made)
    assert [key for key, text in written.items() if made[key]["text"] != text] == []
    assert len({(clip["voice"], clip["lufs"]) for clip in made.values()}) == 1, "one narrator, one loudness"


@pytest.mark.parametrize("language", OTHERS)
def test_clips_are_mono_small_and_as_long_as_the_game_plans_with(language: str) -> None:
    seconds = said(language, "seconds.json")
    heads = {clip.stem: head(clip) for clip in clips(language)}
    assert {found[:2] for found in heads.values()} == {(1, RATE)}
    assert [key for key, found in heads.items() if abs(found[2] - seconds[key]) > 0.02] == []
    assert sum(clip.stat().st_size for clip in clips(language)) < 8 * 2**20


@pytest.mark.parametrize("language", OTHERS)
def test_every_clip_is_decoded_to_its_last_sample_and_is_no_silence(language: str, mixer: None) -> None:
    wrong, seconds = [], said(language, "seconds.json")
    for clip in clips(language):
        heard = array.array("h", pygame.mixer.Sound(str(clip)).get_raw())
        if abs(len(heard) / RATE - float(str(seconds[clip.stem]))) > 0.02 or max(heard) < 2_000:
            wrong.append((clip.stem, len(heard) / RATE, seconds[clip.stem]))
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_clips_play_are_as_loud_as_the_english_and_end_in_silence(language: str, mixer: None) -> None:
    odd = []
    for clip in clips(language)[::LOOKED_AT]:
        sound = array.array("h", pygame.mixer.Sound(str(clip)).get_raw())
        blocks = [sound[at : at + 2400] for at in range(0, len(sound) - 2400, 2400)]
        powers = sorted(sum(x * x for x in block) / len(block) for block in blocks)
        louder = powers[len(powers) // 2 :]
        loud = 10 * math.log10(max(sum(louder) / len(louder), 1) / 32768**2)
        tail = max(map(abs, sound[-int(0.1 * RATE) :]))
        if not (-19 <= loud <= -11 and max(map(abs, sound)) < 32_000 and tail < 600):
            odd.append((clip.stem, round(loud, 1), tail))
    assert odd == []


def test_the_russian_narrator_is_told_the_stress_of_every_name() -> None:
    """Of those with more than one vowel that she does not know."""
    heard = " ".join(str(piece) for clip in said("ru", "manifest.json").values() for piece in clip["speech"]).lower()
    bare = [name for name in ("зузу", "коко", "луми", "фэя") if re.search(rf"\b{name}(?![\w{ACUTE}])", heard)]
    assert bare == [] and f"зузу{ACUTE}" in heard
