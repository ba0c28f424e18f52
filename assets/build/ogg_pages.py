"""The pages of an Ogg file, so that the same sound is always the same bytes (RFC 3533; Opus in it: RFC 7845).

An encoder draws a number by chance for each file and leaves room for comments nobody writes: a clip spoken twice would
be two files for the repository, and 750 clips carried half a megabyte of zeros.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

HEAD = 27  # bytes of a page before its list of lengths
SERIAL, CHECKSUM, COUNT = 14, 22, 26  # where they stand in it
TAGS = b"OpusTags"


def _reversed(value: int, bits: int) -> int:
    return int(f"{value:0{bits}b}"[::-1], 2)


MIRRORED = bytes(_reversed(byte, 8) for byte in range(256))


def checksum(page: bytes) -> int:
    """Ogg's CRC-32 of a page whose own field is zero: zlib's polynomial with bits the other way round, from zero."""
    mirrored = page.translate(MIRRORED)
    return _reversed(zlib.crc32(mirrored, 0xFFFFFFFF) ^ 0xFFFFFFFF, 32)


def pages(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each page's head (its list of lengths is left out) and its content. ValueError where there is no page."""
    at = 0
    while at < len(data):
        if data[at : at + 4] != b"OggS":
            raise ValueError(f"no Ogg page at byte {at}")
        lengths = data[at + HEAD : at + HEAD + data[at + COUNT]]
        start = at + HEAD + len(lengths)
        yield data[at : at + HEAD] + lengths, data[start : start + sum(lengths)]
        at = start + sum(lengths)


def _page(head: bytes, lengths: bytes, content: bytes, serial: int) -> bytes:
    page = bytearray(head[:COUNT] + bytes([len(lengths)]) + lengths + content)
    page[SERIAL : SERIAL + 4] = serial.to_bytes(4, "little")
    page[CHECKSUM : CHECKSUM + 4] = bytes(4)
    page[CHECKSUM : CHECKSUM + 4] = checksum(bytes(page)).to_bytes(4, "little")
    return bytes(page)


def settled(data: bytes) -> bytes:
    """The same stream under a number that comes from its sound, without room left after Opus's list of comments."""
    whole = []
    for head, content in pages(data):
        lengths = head[HEAD:]
        if content.startswith(TAGS):
            content = _without_room(content)
            lengths = b"\xff" * (len(content) // 255) + bytes([len(content) % 255])
        whole.append((head, lengths, content))
    serial = zlib.crc32(b"".join(content for _, _, content in whole))
    return b"".join(_page(*page, serial) for page in whole)


def _without_room(tags: bytes) -> bytes:
    """A packet of comments up to its last: name of the encoder, number of comments, each with its length before it."""
    end = len(TAGS)
    end += 4 + int.from_bytes(tags[end : end + 4], "little")
    comments, end = int.from_bytes(tags[end : end + 4], "little"), end + 4
    for _ in range(comments):
        end += 4 + int.from_bytes(tags[end : end + 4], "little")
    return tags[:end]
