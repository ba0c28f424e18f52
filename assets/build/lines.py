"""What the narrator says, out of the text catalogues.

Marks in a catalogue: `[0.4]` is 0.4 s of silence; `Word{ipa}` gives the voice phonemes and shows the word. Pace is 0.85,
1.0 for a clip of one word (at 0.85 "Two!" was heard as "See you"), 0.8 for breathing and sleepy lines.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

# At another pace than their kind: a recogniser ran their words together, or heard others.
PACE = {
    "caterpillar_go": 0.9,
    "friend_fay": 0.92,
    "friend_zuzu": 0.85,
    "label_grown_up": 1.0,
    "map_wait_here": 0.75,
    "rest_start": 0.9,
    "seal_ball_name": 0.95,
    "stars_wake": 0.95,
    "sticker_bo_hat": 0.8,
    "sticker_daisy_line": 0.75,
    "sticker_feather": 0.9,
    "sticker_high_five": 1.0,
    "sticker_igloo": 1.0,
    "sticker_pippa_slide": 0.95,
    "sticker_shell_line": 0.75,
    "sticker_whale": 1.0,
    "story_01_recap": 0.8,
    "story_03_title": 0.8,
    "story_04_title": 1.05,
    "story_10_title": 0.8,
    "thing_woolly_sock": 0.8,
    "things_small": 0.75,
    "treasure_sort_name": 0.9,
}
# Alone these were heard as other words, within a sentence as what they are: "Fish" as "This", "Socks" as "Zox".
CARRIED = {
    "duckling_walk_name", "label_grown_up", "label_home", "seal_ball_name", "sticker_fish", "sticker_high_five",
    "sticker_igloo", "sticker_socks",
}  # fmt: skip
SPOKEN = ("spoken.yaml", "story.yaml")  # every file whose lines a child hears
PAUSE = re.compile(r"\s*\[\d+(?:\.\d+)?\]")
IPA = re.compile(r"([\w'’]+)\{([^{}]+)\}")


def shown(text: str) -> str:
    """What a screen shows: no pauses, no phonemes."""
    return PAUSE.sub("", IPA.sub(r"\1", text)).strip()


def said(text: str) -> str:
    """What the voice gets: pauses stay, a marked word becomes its phonemes."""
    return IPA.sub(r"{\2}", text)


def speed(key: str, text: str) -> float:
    """The pace of one clip."""
    if key in PACE:
        return PACE[key]
    if key.startswith(("breathe_", "sleepy_")):
        return 0.8
    return 1.0 if len(re.findall(r"[\w'’-]+", shown(text))) == 1 else 0.85


def is_carried(key: str) -> bool:
    """Whether a clip is so short that a narrator may speak it within a sentence and cut it out: a name, or a few words
    that were misheard."""
    return key.startswith("friend_") or key in CARRIED


def spoken(folder: Path) -> dict[str, dict[str, Any]]:
    """Every line of a language's folder by its id: its `text`, what the voice is to `say`, its `speed`, and
    whether it is cut out of a sentence."""
    lines: dict[str, str] = {}
    for name in SPOKEN:
        lines |= yaml.safe_load((folder / name).read_text(encoding="utf-8"))
    return {
        key: {"text": shown(text), "say": said(text), "speed": speed(key, text), "is_carried": is_carried(key)}
        for key, text in lines.items()
    }
