"""The same sound is always the same file: what an encoder draws by chance is taken out of its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.assets.build_scripts import script

ASSETS = Path(__file__).resolve().parents[2] / "assets"
EFFECT = ASSETS / "sfx" / "click.ogg"  # as libsndfile wrote it


ogg_pages = script("ogg_pages")


def rewritten(data: bytes, serial: int) -> bytes:
    """The file as if the encoder had drawn another number."""
    return b"".join(ogg_pages._page(head, head[ogg_pages.HEAD :], content, serial) for head, content in pages(data))


def pages(data: bytes) -> list[tuple[bytes, bytes]]:
    return list(ogg_pages.pages(data))


def test_a_checksum_is_the_one_the_encoder_wrote():
    for head, content in pages(EFFECT.read_bytes()):
        page = bytearray(head + content)
        written = int.from_bytes(page[ogg_pages.CHECKSUM : ogg_pages.CHECKSUM + 4], "little")
        page[ogg_pages.CHECKSUM : ogg_pages.CHECKSUM + 4] = bytes(4)
        assert ogg_pages.checksum(bytes(page)) == written


def test_a_sound_encoded_twice_is_one_file():
    data = EFFECT.read_bytes()
    one, two = rewritten(data, 1), rewritten(data, 2**32 - 1)
    assert one != two
    assert ogg_pages.settled(one) == ogg_pages.settled(two) == ogg_pages.settled(ogg_pages.settled(one))
    assert [content for _, content in pages(ogg_pages.settled(one))] == [content for _, content in pages(data)]


def test_room_after_the_comments_goes_and_the_comments_stay():
    tags = b"OpusTags" + b"\x04\0\0\0opus" + b"\x01\0\0\0" + b"\x03\0\0\0A=b"
    lengths = bytes([255, 255, 10])
    head = bytearray(pages(EFFECT.read_bytes())[0][0][: ogg_pages.HEAD])
    padded = ogg_pages._page(bytes(head), lengths, tags.ljust(520, b"\0"), 7)
    ((_, content),) = pages(ogg_pages.settled(padded))
    assert content == tags


def test_what_is_no_ogg_file_is_said():
    with pytest.raises(ValueError, match="no Ogg page at byte 0"):
        ogg_pages.settled(b"RIFF")


def test_every_clip_is_as_the_script_leaves_it():
    """A clip written by another program, or by hand, would be another file as soon as it is spoken again."""
    clips = sorted((ASSETS / "voice" / "en").glob("*.ogg"))[::25]
    assert not {clip.stem for clip in clips if ogg_pages.settled(clip.read_bytes()) != clip.read_bytes()}
