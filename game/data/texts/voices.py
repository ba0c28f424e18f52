"""Recorded lines by id: the clips that ship with a language, and those a family recorded itself.

Of ours a list tells the length; of a family's the file's own head does, without decoding it: Ogg (RFC 3533) with Vorbis
or Opus (RFC 7845), or WAV.
"""

from __future__ import annotations

import json
import logging
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from game.data.files.resources import resource
from game.data.levels.level_files import is_special

VOICE = "voice"  # the folder of recordings in a family's own language
ENDINGS = (".ogg", ".wav")
LARGEST = 5 * 2**20  # bytes of one recording: five minutes of speech, and no line has one
MOST = 2000  # recordings of one language; the game has about 700 lines
LAST_PAGE = 2**17  # bytes from the end in which the last page of an Ogg begins: a page has at most 65,307
OPUS_RATE = 48_000  # samples a second that Opus always counts in
log = logging.getLogger(__name__)


class Recording(NamedTuple):
    """A recorded line, the file `name` of a folder, and its length in seconds."""

    folder: Traversable
    name: str
    seconds: float

    @property
    def file(self) -> Traversable:
        """Put together when it is played: a start knows hundreds of lines and says three."""
        return self.folder / self.name


def clips(language: str, own: Path | None = None) -> dict[str, Recording]:
    """Every recorded line of a language; those in a family's folder of it, `own`, come before ours."""
    return shipped_clips(language) | (own_clips(own) if own else {})


def shipped_clips(language: str) -> dict[str, Recording]:
    """Ours; {} where a language has none."""
    folder = resource("assets", "voice") / language
    try:
        values = json.loads((folder / "seconds.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        log.info("no voice in %s: %s", language, error)
        return {}
    return {str(id_): Recording(folder, f"{id_}.ogg", float(seconds)) for id_, seconds in values.items()}


def own_clips(folder: Path) -> dict[str, Recording]:
    """A family's, of which the length can be told; the others are left out and logged."""
    found: dict[str, Recording] = {}
    for file in own_clip_files(folder / VOICE):
        clip = recording_of(file)
        if clip is None:
            log.warning("%s is no recording the game can play", file)
        else:
            found.setdefault(file.stem, clip)
    return found


def own_clip_files(folder: Path) -> list[Path]:
    """The recordings of a folder, in order; a link out of it is followed like any file, a device is none."""
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix.lower() in ENDINGS)
    except OSError:
        return []
    return [file for file in files if file.is_file() and not is_special(file)][:MOST]


def recording_of(file: Path) -> Recording | None:
    """The recording with its length; None for what cannot be played or is far too long."""
    import wave

    try:
        if file.stat().st_size > LARGEST:
            return None
        seconds = _wav_seconds(file) if file.suffix.lower() == ".wav" else _ogg_seconds(file.read_bytes())
    except (OSError, EOFError, wave.Error, ValueError, ZeroDivisionError) as error:
        log.info("%s: %s", file, error)
        return None
    return Recording(file.parent, file.name, seconds) if seconds > 0 else None


def _wav_seconds(file: Path) -> float:
    import wave

    with wave.open(str(file), "rb") as sound:
        return sound.getnframes() / sound.getframerate()


def _ogg_seconds(data: bytes) -> float:
    """By the rate in the first packet and the sample that the last page ends with. ValueError for another file."""
    rate, skipped = _ogg_rate(data)
    at = data.rfind(b"OggS", max(0, len(data) - LAST_PAGE))
    if at < 0 or len(data) < at + 14:
        raise ValueError("it has no last page")
    samples = int.from_bytes(data[at + 6 : at + 14], "little", signed=True)
    return (samples - skipped) / rate


def _ogg_rate(data: bytes) -> tuple[int, int]:
    """Samples a second, and how many before the first that is heard."""
    head = data[:256]
    if not head.startswith(b"OggS"):
        raise ValueError("it is no Ogg")
    if (at := head.find(b"\x01vorbis")) >= 0:
        return int.from_bytes(head[at + 12 : at + 16], "little"), 0
    if (at := head.find(b"OpusHead")) >= 0:
        return OPUS_RATE, int.from_bytes(head[at + 10 : at + 12], "little")
    raise ValueError("it is neither Vorbis nor Opus")
