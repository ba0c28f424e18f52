"""Every spoken line has its own clip, and every sound is as loud, as long and as clean as it should be.

Loudness here is the power of a clip's louder half, in decibels below full scale: cheap, and within two decibels of what
a loudness meter says for one voice. A true meter stands in `assets/build/audio_common.py`.
"""

from __future__ import annotations

import array
import json
import math
import re
import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pygame
import pytest
import yaml

from game.data.texts.texts import SPOKEN, Texts
from tests.assets.build_scripts import script

ROOT = Path(__file__).resolve().parent.parent.parent
ASSETS = ROOT / "assets"
VOICE = ASSETS / "voice" / "en"
CLIPS = sorted(VOICE.glob("*.ogg"))
EFFECTS = sorted((ASSETS / "sfx").glob("*.ogg"))
DECODED = 48_000  # samples a second of every Opus file
TUNES = sorted((ASSETS / "music").glob("*.ogg"))


@cache
def spoken() -> dict[str, str]:
    """Every line a child hears, as written."""
    return {
        key: line
        for name in ("spoken", "story")
        for key, line in yaml.safe_load((ASSETS / "text" / "en" / f"{name}.yaml").read_text(encoding="utf-8")).items()
    }


@cache
def manifest() -> dict[str, dict]:
    """What every clip was made from."""
    return json.loads((VOICE / "manifest.json").read_text(encoding="utf-8"))


@cache
def lengths() -> dict[str, float]:
    """Seconds of every clip the game plays."""
    return json.loads((VOICE / "seconds.json").read_text(encoding="utf-8"))


def header(file: Path) -> tuple[int, int, int]:
    """Channels, samples a second and samples of a Vorbis or Opus file, without decoding it. Opus counts in 48 kHz,
    whatever was spoken, and begins with some samples that are not heard."""
    data = file.read_bytes()
    (samples,) = struct.unpack_from("<Q", data, data.rindex(b"OggS") + 6)
    if (start := data.find(b"OpusHead", 0, 64)) >= 0:
        channels, unheard = struct.unpack_from("<xBH", data, start + 8)
        return channels, DECODED, samples - unheard
    start = data.index(b"\x01vorbis")
    channels, rate = struct.unpack_from("<BI", data, start + 11)
    return channels, rate, samples


@pytest.fixture(scope="module")
def mixer() -> Iterator[None]:
    """One channel at the rate Opus is decoded to and the game plays at, so that nothing is resampled."""
    pygame.mixer.quit()
    pygame.mixer.init(DECODED, -16, 1, 512)
    yield
    pygame.mixer.quit()


def samples(file: Path) -> array.array[int]:
    return array.array("h", pygame.mixer.Sound(str(file)).get_raw())


def peak(sound: array.array[int]) -> float:
    """Decibels of the largest sample."""
    return 20 * math.log10(max(max(sound), -min(sound), 1) / 32768)


def loudness(sound: array.array[int], every: int = 10, block: int = 480) -> float:
    """Decibels of the louder half, in blocks of a tenth of a second at 48 kHz."""
    part = sound[::every]
    powers = sorted(sum(x * x for x in part[i : i + block]) / block for i in range(0, len(part) - block, block))
    louder = powers[len(powers) // 2 :]
    return 10 * math.log10(max(sum(louder) / len(louder), 1) / 32768**2)


# ---------------------------------------------------------------------------------------------------- the narrator


def test_every_line_is_said_by_its_clip_as_it_is_written_or_waits_for_the_next_one():
    """A changed line may wait for a clip; then it is not in the list, or the old words would be heard."""
    late = script("put_off").waiting(VOICE, ASSETS / "text" / "en")
    assert late == set(spoken()) - set(lengths()), "run assets/build/build_voice.py, or put_off.py"
    assert len(late) <= len(spoken()) // 20, "more than a few lines by another voice: speak them"


def test_no_line_waits_in_a_release():
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    if not changes.split("\n## ", 1)[1].startswith("Next\n"):
        assert set(spoken()) == set(lengths())


def test_no_clip_is_left_over():
    left = {clip.stem for clip in CLIPS} | set(lengths()) | set(manifest())
    assert not left - set(spoken()), "nobody says them"


def test_the_voice_is_made_from_every_line_a_child_hears():
    """What the script does not read it takes for gone, and removes the clip."""
    made = script("lines").spoken(ASSETS / "text" / "en")
    assert set(made) == set(Texts("en", SPOKEN).keys())


def test_every_clip_pauses_where_it_is_written():
    wrong = {
        key
        for key in lengths()
        if [float(p) for p in re.findall(r"\[(\d+(?:\.\d+)?)\]", spoken()[key])]
        != [piece for piece in manifest()[key]["speech"] if isinstance(piece, float)]
    }
    assert not wrong


def test_one_narrator_speaks_all_lines_at_the_pace_of_their_kind():
    lines = script("lines")
    assert {made["voice"] for made in manifest().values()} == {"af_heart"}
    assert not {key for key in lengths() if manifest()[key]["speed"] != lines.speed(key, spoken()[key])}


def test_a_name_or_a_few_words_that_were_misheard_alone_are_cut_from_a_sentence():
    """Spoken alone, eight of eight names were heard as something else: "Bo" as "bell"."""
    names = {key for key in lengths() if key.startswith("friend_")} | script("lines").CARRIED
    assert names == {key for key, made in manifest().items() if "carrier" in made}


def test_the_narrator_knows_how_long_each_clip_is():
    wrong = {key for key, told in lengths().items() if abs(header(VOICE / f"{key}.ogg")[2] / DECODED - told) > 0.02}
    assert not wrong


def test_clips_are_opus_with_one_channel_and_small():
    assert not {clip.stem for clip in CLIPS if b"OpusHead" not in clip.read_bytes()[:64]}
    assert {header(clip)[:2] for clip in CLIPS} == {(1, DECODED)}
    assert sum(clip.stat().st_size for clip in CLIPS) < 10 * 1024 * len(CLIPS)


def test_the_pace_is_a_childs():
    """Between one word in two seconds and five words a second, pauses not counted: slower is broken, faster is cut."""
    odd = []
    for clip in CLIPS:
        made = manifest()[clip.stem]
        words = len(re.findall(r"[\w'’-]+", made["text"]))
        length = header(clip)[2] / DECODED - 0.2 - sum(p for p in made["speech"] if isinstance(p, float))
        if not 0.5 <= words / length <= 5 and not (words == 1 and 0.2 <= length <= 2):
            odd.append(f"{clip.stem}: {words} words in {length:.2f} s")
    assert not odd


def test_every_clip_is_decoded_whole_equally_loud_never_clipped_and_ends_in_silence(mixer: None):
    odd = []
    for clip in CLIPS:
        sound = samples(clip)
        if len(sound) != header(clip)[2]:
            odd.append(f"{clip.stem}: {len(sound)} samples were decoded of {header(clip)[2]}")
        if peak(sound) > -0.5:
            odd.append(f"{clip.stem}: peak {peak(sound):.1f} dB")
        if not -17.5 <= (loud := loudness(sound)) <= -11:
            odd.append(f"{clip.stem}: {loud:.1f} dB")
        if peak(sound[-int(0.1 * DECODED) :]) > -34:
            odd.append(f"{clip.stem}: does not end in silence")
        if peak(sound[: int(0.3 * DECODED)]) < -40:
            odd.append(f"{clip.stem}: begins late")
    assert not odd, "\n".join(odd)


# ---------------------------------------------------------------------------------------------- effects and music


def test_effects_are_short_begin_and_end_in_silence_and_are_never_clipped(mixer: None):
    for effect in EFFECTS:
        assert header(effect)[1] == 48_000
        assert header(effect)[2] / 48_000 < 3.5, effect
        sound = samples(effect)
        assert peak(sound) <= -0.5, effect
        assert abs(sound[0]) < 400 and abs(sound[-1]) < 400, effect


def test_every_effect_the_code_plays_is_there():
    named = {
        (file.name, effect)
        for file in (ROOT / "game").rglob("*.py")
        for effect in re.findall(r'\.effect\(\s*"(\w+)"', file.read_text(encoding="utf-8"))
    }
    missing = {(where, effect) for where, effect in named if not (ASSETS / "sfx" / f"{effect}.ogg").is_file()}
    assert not missing


def test_a_tune_is_as_long_as_its_bars_to_the_sample():
    beats = json.loads((ASSETS / "music" / "beats.json").read_text(encoding="utf-8"))
    assert {tune.stem for tune in TUNES} == set(beats)
    for tune in TUNES:
        told = beats[tune.stem]
        assert told["bars"] * told["beats_per_bar"] * 60 * told["rate"] == told["samples"] * told["bpm"]
        assert header(tune) == (2, told["rate"], told["samples"])


def test_a_tune_goes_round_without_a_click():
    """The step from its last sample to its first is no larger than steps inside it are."""
    pygame.mixer.quit()
    pygame.mixer.init(48_000, -16, 2, 512)
    try:
        for tune in TUNES:
            sound = samples(tune)
            left = sound[::2]
            steps = sorted(abs(a - b) for a, b in zip(left[:480_000], left[1:480_001]))
            assert abs(left[-1] - left[0]) <= steps[int(len(steps) * 0.99)], tune
            assert peak(sound) <= -0.5
            assert -32 < loudness(left, every=10, block=480) < -14
    finally:
        pygame.mixer.quit()


# ------------------------------------------------------------------------------------------------------- in the code

# A line's id in code is a whole string after say( or voice=; ids made at run time are tried by the scenes' tests.
SAID = re.compile(r'(?:\bvoice=|\.say\(\s*)"(\w+)"')


def test_every_line_the_code_says_by_name_exists():
    known = set(spoken())
    missing = {
        (file.name, key)
        for file in (ROOT / "game").rglob("*.py")
        for key in SAID.findall(file.read_text(encoding="utf-8"))
        if key not in known
    }
    assert not missing
