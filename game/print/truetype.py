"""A TrueType font as bytes: which letters it has, how wide they are, and the few of it that a page needs.

Reads what the OpenType specification calls cmap (format 4), head, hhea, hmtx, loca and glyf, of a collection of fonts
the first. ValueError for what is no such font.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable, Mapping

KEPT = ("OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep")
UNICODE = ((3, 1), (0, 3), (0, 4))  # platform and encoding of a cmap table that goes by Unicode
# Flags of a part of a glyph that is put together of others ("glyf", composite glyph description).
ARE_WORDS, HAS_SCALE, MORE, HAS_XY_SCALE, HAS_MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80
COLLECTION = b"ttcf"
LEVELS, RESTRICTED, NOT_IN_PARTS = 0xF, 0x2, 0x300  # fsType: who may put it in, and whether whole or as pixels alone
CHECKSUM_OF_ALL = 0xB1B0AFBA


class TrueType:
    """A font. Widths, ascent and descent are in thousandths of the size it is set in."""

    def __init__(self, data: bytes) -> None:
        try:
            self._read(data)
        except (struct.error, IndexError, KeyError) as error:
            raise ValueError("this is no TrueType font that can be printed with") from error

    def _read(self, data: bytes) -> None:
        at = struct.unpack(">L", data[12:16])[0] if data[:4] == COLLECTION else 0
        count = struct.unpack(">H", data[at + 4 : at + 6])[0]
        rows = (struct.unpack(">4sLLL", data[at + 12 + 16 * n : at + 28 + 16 * n]) for n in range(count))
        self.tables = {tag.decode("latin-1"): data[start : start + size] for tag, _, start, size in rows}
        if not {"glyf", "loca", "post"} <= self.tables.keys():  # outlines of another kind
            raise KeyError("glyf")
        head, metrics = self.tables["head"], self.tables["hhea"]
        self._units: int = struct.unpack(">H", head[18:20])[0]
        self._is_long = struct.unpack(">h", head[50:52])[0] == 1
        self.box = tuple(self._thousandths(v) for v in struct.unpack(">4h", head[36:44]))
        self.ascent, self.descent = (self._thousandths(v) for v in struct.unpack(">2h", metrics[4:8]))
        self.glyphs: int = struct.unpack(">H", self.tables["maxp"][4:6])[0]
        wide = struct.unpack(">H", metrics[34:36])[0]
        self._advances = [row[0] for row in struct.iter_unpack(">Hh", self.tables["hmtx"][: 4 * wide])]
        self._letters = _letters(self.tables["cmap"])

    def _thousandths(self, value: int) -> int:
        return value * 1000 // self._units

    @property
    def may_be_put_in(self) -> bool:
        """Whether its maker lets a part of it be put into a document (OS/2, fsType)."""
        about = self.tables.get("OS/2", b"")
        kind: int = struct.unpack(">H", about[8:10])[0] if len(about) >= 10 else 0
        return not kind & NOT_IN_PARTS and kind & LEVELS != RESTRICTED

    def has(self, letter: str) -> bool:
        """Whether it can write the letter."""
        return ord(letter) in self._letters

    def glyph(self, letter: str) -> int:
        """The number of the letter's glyph, 0 where it has none."""
        return self._letters.get(ord(letter), 0)

    def advance(self, glyph: int) -> int:
        """How far the next letter is."""
        return self._thousandths(self._advances[min(glyph, len(self._advances) - 1)])

    def width(self, text: str, size: float) -> float:
        """How wide a line of text is, in the unit of the size."""
        return sum(self.advance(self.glyph(letter)) for letter in text) * size / 1000

    # ------------------------------------------------------------------------------------------ a part of it
    def subset(self, text: Iterable[str]) -> bytes:
        """A font that draws these letters; every glyph keeps its number, all others are empty."""
        wanted = self._whole({0, *(self.glyph(letter) for letter in text)})
        places, outlines = [0], bytearray()
        for glyph in range(self.glyphs):
            if glyph in wanted:
                outlines += self._outline(glyph)
                outlines += bytes(-len(outlines) % 4)
            places.append(len(outlines))
        head = bytearray(self.tables["head"])
        head[8:12], head[50:52] = bytes(4), struct.pack(">h", 1)
        kept = {tag: self.tables[tag] for tag in KEPT if tag in self.tables}
        changed = {"glyf": bytes(outlines), "loca": struct.pack(f">{len(places)}L", *places), "head": bytes(head)}
        return _file({**kept, **changed, "post": _short_post(self.tables["post"])})

    def _whole(self, wanted: Collection[int]) -> set[int]:
        """The glyphs and what they are put together of."""
        seen: set[int] = set()
        ahead = list(wanted)
        while ahead:
            glyph = ahead.pop()
            if glyph not in seen:
                seen.add(glyph)
                ahead += _parts(self._outline(glyph))
        return seen

    def _outline(self, glyph: int) -> bytes:
        size, each = (4, ">LL") if self._is_long else (2, ">HH")
        start, end = struct.unpack(each, self.tables["loca"][glyph * size : (glyph + 2) * size])
        return self.tables["glyf"][start:end] if self._is_long else self.tables["glyf"][2 * start : 2 * end]


def _letters(cmap: bytes) -> dict[int, int]:
    """Code point -> glyph, of the table that goes by Unicode."""
    for n in range(struct.unpack(">H", cmap[2:4])[0]):
        platform, encoding, start = struct.unpack(">HHL", cmap[4 + 8 * n : 12 + 8 * n])
        if (platform, encoding) in UNICODE and struct.unpack(">H", cmap[start : start + 2])[0] == 4:
            return _format_4(cmap[start:])
    raise KeyError("cmap")


def _format_4(table: bytes) -> dict[int, int]:
    many = struct.unpack(">H", table[6:8])[0] // 2
    ends = struct.unpack(f">{many}H", table[14 : 14 + 2 * many])
    rest = 16 + 2 * many
    starts, deltas, offsets = (
        struct.unpack(f">{many}{kind}", table[rest + 2 * many * n : rest + 2 * many * (n + 1)])
        for n, kind in enumerate("HhH")
    )
    letters: dict[int, int] = {}
    for n, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offsets[n]:
                at = rest + 4 * many + 2 * n + offsets[n] + 2 * (code - first)
                glyph = struct.unpack(">H", table[at : at + 2])[0]
            if glyph and (glyph := (glyph + deltas[n]) & 0xFFFF):
                letters[code] = glyph
    return letters


def _parts(outline: bytes) -> list[int]:
    """The glyphs a glyph is put together of; [] for one with an outline of its own."""
    if len(outline) < 10 or struct.unpack(">h", outline[:2])[0] >= 0:
        return []
    found, at, flags = [], 10, MORE
    while flags & MORE:
        flags, glyph = struct.unpack(">HH", outline[at : at + 4])
        found.append(glyph)
        at += 8 if flags & ARE_WORDS else 6
        at += 2 if flags & HAS_SCALE else 4 if flags & HAS_XY_SCALE else 8 if flags & HAS_MATRIX else 0
    return found


def _short_post(post: bytes) -> bytes:
    """Without the names of glyphs (version 3), which nobody asks for."""
    return struct.pack(">L", 0x00030000) + post[4:32]


def _file(tables: Mapping[str, bytes]) -> bytes:
    """The tables as a font file, with the sums that belong to it."""
    many = len(tables)
    power = many.bit_length() - 1
    out = bytearray(struct.pack(">LHHHH", 0x00010000, many, 16 << power, power, 16 * many - (16 << power)))
    body, at = bytearray(), 12 + 16 * many
    for tag in sorted(tables):
        table = tables[tag]
        out += struct.pack(">4sLLL", tag.encode("latin-1"), _sum(table), at + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    whole = out + body
    adjusted = (CHECKSUM_OF_ALL - _sum(whole)) & 0xFFFFFFFF
    place = at + sum(len(tables[tag]) + -len(tables[tag]) % 4 for tag in sorted(tables) if tag < "head") + 8
    whole[place : place + 4] = struct.pack(">L", adjusted)
    return bytes(whole)


def _sum(data: bytes | bytearray) -> int:
    padded = bytes(data) + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF


def missing(fonts: Collection[TrueType], text: str) -> str:
    """The letters of a text that one of the fonts does not have, each once.

    >>> missing((), "Anna")
    ''
    """
    return "".join(dict.fromkeys(c for c in text if not c.isspace() and not all(font.has(c) for font in fonts)))
