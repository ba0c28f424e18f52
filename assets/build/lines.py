"""Turns the text catalogues into the narrator's lines.

    python lines.py ../text/en lines.toml

Marks in a catalogue: `[0.4]` is 0.4 s of silence; `Word{ipa}` gives the voice phonemes and shows the word. Pace is 0.85,
1.0 for a clip of one word (at 0.85 "Two!" was heard as "See you"), 0.8 for breathing and sleepy lines.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import yaml

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
    if key.startswith(("breathe_", "sleepy_")):
        return 0.8
    return 1.0 if len(re.findall(r"[\w'’-]+", shown(text))) == 1 else 0.85


def toml(lines: dict[str, str]) -> str:
    """The narrator's input file."""
    out = []
    for key, text in lines.items():
        quoted = [json.dumps(x, ensure_ascii=False) for x in (shown(text), said(text))]
        out.append(f"[{key}]\ntext = {quoted[0]}")
        if quoted[0] != quoted[1]:
            out.append(f"say = {quoted[1]}")
        if speed(key, text) != 0.85:
            out.append(f"speed = {speed(key, text)}")
    return "\n".join(out) + "\n"


def main() -> None:
    folder, target = Path(sys.argv[1]), Path(sys.argv[2])
    lines: dict[str, str] = {}
    for name in ("spoken.yaml", *sys.argv[3:]):
        lines |= yaml.safe_load((folder / name).read_text(encoding="utf-8"))
    target.write_text(toml(lines), encoding="utf-8")
    print(len(lines), "lines")


if __name__ == "__main__":
    main()
