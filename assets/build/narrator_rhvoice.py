"""The Russian narrator: RHVoice, voice *irina* (both LGPL-2.1 or later).

    apt-get install librhvoice5 rhvoice-russian      # Debian's sections main and non-free
    pip install rhvoice-wrapper==0.8.0               # drives the library from Python

Stress is a combining acute after the vowel. RHVoice knows most words; `stress.yaml` has those it gets wrong.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

import numpy as np
import yaml
from rhvoice_wrapper import TTS

RATE = 24_000  # irina's own
VOICE = "irina"
CARRIER = ""  # irina says a single name clearly
LIBRARY, DATA = "libRHVoice.so.5", "/usr/share/RHVoice"  # where Debian has them
ACUTE = "\u0301"
SILENCE = 0.003  # of full scale; under it a piece has not begun or is over
EDGE = 0.02  # seconds kept before and after it, for soft consonants
WORD = re.compile(rf"[а-яё{ACUTE}]+", re.IGNORECASE)


@functools.cache
def stressed() -> dict[str, str]:
    """The words RHVoice stresses wrongly, in lower case and without a mark, and how they are stressed."""
    words = yaml.safe_load((Path(__file__).parent / "stress.yaml").read_text(encoding="utf-8"))
    return {word.replace(ACUTE, ""): word for word in words}


def speech(text: str) -> str:
    """What RHVoice is given: `{за́мок}` as it stands, and every word it gets wrong with its stress."""

    def mended(found: re.Match[str]) -> str:
        word, right = found[0], stressed().get(found[0].lower())
        if right is None:
            return word
        at = right.index(ACUTE)
        return word[:at] + ACUTE + word[at:]

    return WORD.sub(mended, text.replace("{", "").replace("}", "")).strip()


class Narrator:
    def __init__(self, threads: int) -> None:
        self.engine = TTS(threads=1, lib_path=LIBRARY, data_path=DATA, quiet=True)
        if VOICE not in self.engine.voices:
            raise SystemExit(f"RHVoice has no voice {VOICE}: apt-get install rhvoice-russian")

    def speak(self, piece: str, speed: float) -> np.ndarray:
        """A piece of text, as samples at `RATE`, without the silence around it. irina is slower than the English
        narrator by herself, so she is slowed half as much."""
        said = self.engine.get(piece, VOICE, "pcm", sets={"relative_rate": speed**0.5})
        audio = np.frombuffer(said, "<i2").astype(np.float32) / 32768
        heard = np.flatnonzero(np.abs(audio) > SILENCE)
        if not len(heard):
            raise SystemExit(f"RHVoice says nothing for {piece!r}")
        edge = int(EDGE * RATE)
        return audio[max(0, heard[0] - edge) : heard[-1] + edge]

    def close(self) -> None:
        self.engine.join()
