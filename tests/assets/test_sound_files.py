"""Every spoken line has its own clip, and every sound is as loud, as long and as clean as it should be.

Loudness here is the power of a clip's louder half, in decibels below full scale: cheap, and within two decibels of what
a loudness meter says for one voice. A true meter stands in `assets/build/audio_common.py`.
"""

from __future__ import annotations

import array
import importlib.util
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

ROOT = Path(__file__).resolve().parent.parent.parent
ASSETS = ROOT / "assets"
VOICE = ASSETS / "voice" / "en"
CLIPS = sorted(VOICE.glob("*.ogg"))
EFFECTS = sorted((ASSETS / "sfx").glob("*.ogg"))
TUNES = sorted((ASSETS / "music").glob("*.ogg"))


@cache
def spoken() -> dict[str, str]:
    """Every line a child hears, as written."""
    return {
        key: line
        for name in ("spoken", "story")
        for key, line in yaml.safe_load((ASSETS / "text" / "en" / f"{name}.yaml").read_text(encoding="utf-8")).items()
    }


def build_lines():
    """The script that turns the catalogues into the voice's input."""
    spec = importlib.util.spec_from_file_location("lines", ASSETS / "build" / "lines.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def header(file: Path) -> tuple[int, int, int]:
    """Channels, samples a second and samples of a Vorbis file, without decoding it."""
    data = file.read_bytes()
    start = data.index(b"\x01vorbis")
    channels, rate = struct.unpack_from("<BI", data, start + 11)
    (samples,) = struct.unpack_from("<Q", data, data.rindex(b"OggS") + 6)
    return channels, rate, samples


@pytest.fixture(scope="module")
def mixer() -> Iterator[None]:
    """The narrator's own format, so that nothing is resampled."""
    pygame.mixer.quit()
    pygame.mixer.init(24_000, -16, 1, 512)
    yield
    pygame.mixer.quit()


def samples(file: Path) -> array.array[int]:
    return array.array("h", pygame.mixer.Sound(str(file)).get_raw())


def peak(sound: array.array[int]) -> float:
    """Decibels of the largest sample."""
    return 20 * math.log10(max(max(sound), -min(sound), 1) / 32768)


def loudness(sound: array.array[int], every: int = 5, block: int = 480) -> float:
    """Decibels of the louder half, in blocks of a tenth of a second at 24 kHz."""
    part = sound[::every]
    powers = sorted(sum(x * x for x in part[i : i + block]) / block for i in range(0, len(part) - block, block))
    louder = powers[len(powers) // 2 :]
    return 10 * math.log10(max(sum(louder) / len(louder), 1) / 32768**2)


# ---------------------------------------------------------------------------------------------------- the narrator


def test_every_line_has_a_clip_and_no_clip_is_left_over():
    said, there = set(spoken()), {clip.stem for clip in CLIPS}
    assert not said - there, f"not spoken yet: {sorted(said - there)}"
    assert not there - said, f"nobody says: {sorted(there - said)}"


def test_the_voice_is_made_from_every_line_a_child_hears():
    """What the script does not read it takes for gone, and removes the clip."""
    made = build_lines().spoken(ASSETS / "text" / "en")
    assert set(made) == set(Texts("en", SPOKEN).keys())


def test_every_clip_says_what_is_written_today():
    """The manifest keeps what each clip was made from; a changed text needs a new clip."""
    lines, manifest = build_lines(), json.loads((VOICE / "manifest.json").read_text(encoding="utf-8"))
    stale = {key for key, line in spoken().items() if manifest.get(key, {}).get("text") != lines.shown(line)}
    assert not stale
    pauses = {
        key
        for key, line in spoken().items()
        if [float(p) for p in re.findall(r"\[(\d+(?:\.\d+)?)\]", line)]
        != [piece for piece in manifest[key]["speech"] if isinstance(piece, float)]
    }
    assert not pauses
    assert set(manifest) == set(spoken())


def test_one_narrator_speaks_all_lines_at_the_pace_of_their_kind():
    lines, manifest = build_lines(), json.loads((VOICE / "manifest.json").read_text(encoding="utf-8"))
    assert {made["voice"] for made in manifest.values()} == {"af_heart"}
    assert not {key for key, made in manifest.items() if made["speed"] != lines.speed(key, spoken()[key])}


def test_the_narrator_knows_how_long_each_clip_is():
    seconds = json.loads((VOICE / "seconds.json").read_text(encoding="utf-8"))
    assert set(seconds) == {clip.stem for clip in CLIPS}
    wrong = {clip.stem for clip in CLIPS if abs(header(clip)[2] / 24_000 - seconds[clip.stem]) > 0.02}
    assert not wrong


def test_clips_are_mono_at_24_kilohertz_and_small():
    assert {header(clip)[:2] for clip in CLIPS} == {(1, 24_000)}
    assert sum(clip.stat().st_size for clip in CLIPS) < 18 * 2**20


def test_the_pace_is_a_childs():
    """Between one word in two seconds and five words a second, pauses not counted: slower is broken, faster is cut."""
    manifest, odd = json.loads((VOICE / "manifest.json").read_text(encoding="utf-8")), []
    for clip in CLIPS:
        made = manifest[clip.stem]
        words = len(re.findall(r"[\w'’-]+", made["text"]))
        length = header(clip)[2] / 24_000 - 0.2 - sum(p for p in made["speech"] if isinstance(p, float))
        if not 0.5 <= words / length <= 5 and not (words == 1 and 0.2 <= length <= 2):
            odd.append(f"{clip.stem}: {words} words in {length:.2f} s")
    assert not odd


def test_clips_are_equally_loud_never_clipped_and_end_in_silence(mixer: None):
    odd = []
    for clip in CLIPS:
        sound = samples(clip)
        if peak(sound) > -0.5:
            odd.append(f"{clip.stem}: peak {peak(sound):.1f} dB")
        if not -17.5 <= (loud := loudness(sound)) <= -11:
            odd.append(f"{clip.stem}: {loud:.1f} dB")
        if peak(sound[-int(0.1 * 24_000) :]) > -34:
            odd.append(f"{clip.stem}: does not end in silence")
        if peak(sound[: int(0.3 * 24_000)]) < -40:
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
