"""Make the game's spoken clips from the texts.

    python assets/build/build_voice.py            # what changed, in English
    python assets/build/build_voice.py ru         # in Russian
    python assets/build/build_voice.py --all      # everything

Reads `assets/text/LANGUAGE`, writes `assets/voice/LANGUAGE`, and removes the clips of lines that are gone. `seconds.json`
holds every clip's length, so that the game can plan without opening a file. Runs offline on the CPU. Needs numpy, scipy,
soundfile, pyloudnorm and PyYAML from requirements-voice.txt, and what the language's narrator asks for:
`narrator_kokoro.py` (en), `narrator_rhvoice.py` (ru). The game itself needs none of this: it plays the Ogg files.
manifest.json records for every clip what it was made from, so that only changed lines are spoken again and a test can
tell a stale clip.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from types import ModuleType

import lines
import numpy as np
import soundfile
from audio_common import SPEECH, describe, fade, write_level

ASSETS = Path(__file__).resolve().parent.parent
LUFS = -16.0
CARRIER_ENDS = (0.4, 0.62)  # seconds after its beginning, between which "This is," ends at any pace
LEAD, TAIL = 0.05, 0.15  # seconds of silence; SDL_mixer may drop the last 25 ms
PAUSE = re.compile(r"\[(\d+(?:\.\d+)?)\]")


def narrator_of(language: str) -> ModuleType:
    """Who speaks a language: its `RATE` and `VOICE`, the `CARRIER` a name is cut out of ("" for none), what the voice is given for a text (`speech`), and a `Narrator`,
    whose `speak` makes samples of it until `close`. Imported only when it is wanted: each needs a speech program of its own."""
    if language == "en":
        import narrator_kokoro as narrator
    elif language == "ru":
        import narrator_rhvoice as narrator
    else:
        raise SystemExit(f"nobody speaks {language} yet: write a narrator for it, beside those that are here")
    return narrator


def recipe(line: dict, who: ModuleType) -> dict:
    """Everything that decides how a clip sounds."""
    pieces = PAUSE.split(line["say"])
    speech = [who.speech(p) if n % 2 == 0 else float(p) for n, p in enumerate(pieces)]
    made = {
        "text": line["text"],
        "speech": [s for s in speech if s != ""],
        "voice": who.VOICE,
        "speed": line["speed"],
        "lufs": LUFS,
    }
    return made | {"carrier": who.speech(who.CARRIER)} if line["is_carried"] and who.CARRIER else made


def without_carrier(audio: np.ndarray, rate: int) -> np.ndarray:
    """What comes after the quietest moment of those in which the carrier ends."""
    early, late = (int(seconds * rate) for seconds in CARRIER_ENDS)
    frame = rate // 100
    power = np.convolve(audio[early : min(late, len(audio) - rate // 5)] ** 2, np.ones(frame), "valid")
    return audio[early + int(np.argmin(power)) + frame // 2 :]


def spoken(what: dict, narrator: object, rate: int) -> np.ndarray:
    """One clip: speech and pauses, with a little silence around it."""
    parts = []
    for piece in what["speech"]:
        if isinstance(piece, float):
            parts.append(np.zeros(int(piece * rate), np.float32))
        else:
            carrier = what.get("carrier", "")
            audio = narrator.speak(f"{carrier} {piece}" if carrier else piece, what["speed"])
            parts.append(fade(without_carrier(audio, rate) if carrier else audio, rate))
    return np.pad(np.concatenate(parts), (int(LEAD * rate), int(TAIL * rate)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("language", nargs="?", default="en")
    parser.add_argument("--all", action="store_true", help="speak every line anew")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()

    who, out = narrator_of(args.language), ASSETS / "voice" / args.language
    out.mkdir(parents=True, exist_ok=True)
    recipes = {name: recipe(line, who) for name, line in lines.spoken(ASSETS / "text" / args.language).items()}
    manifest_file = out / "manifest.json"
    old = json.loads(manifest_file.read_text("utf-8")) if manifest_file.exists() else {}

    def fresh(name: str) -> bool:
        clip = out / f"{name}.ogg"
        return not args.all and clip.exists() and old.get(name) == recipes[name]

    todo = [name for name in recipes if not fresh(name)]
    narrator = who.Narrator(args.threads) if todo else None
    for name in todo:
        clip = out / f"{name}.ogg"
        write_level(clip, spoken(recipes[name], narrator, who.RATE), who.RATE, LUFS, SPEECH)
        print(describe(clip), flush=True)
    if narrator is not None:
        narrator.close()
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
