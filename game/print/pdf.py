"""Sheets as a PDF: text that can be searched and copied, in the fonts it was set in, outlines and pictures.

PDF 1.7 (ISO 32000-1) with as little of it as a printed page needs. A library would bring 26 to 61 MB to write one page;
the same sheets always give the same bytes, so that a test can look at them. Fonts are put in with the letters used
alone (`CIDFontType2`, `Identity-H`), with what each glyph means (`ToUnicode`).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from game.core.joined_letters import looks
from game.print.paths import segments
from game.print.sheet import Jpeg, Mark, Picture, Pixels, Shape, Sheet, TextLine, Window, box_outline
from game.print.truetype import TrueType
from game.print.typeset import Type

BORROWED = "Other"  # the name of a type for what the weights lack, with a number
KEPT = 4  # digits of a number: a thousandth of a point is nothing
LETTERS = {look: letters for letters, mine in looks().items() for look in mine.values()}
CHUNK = 100  # rows of one table of meanings, as the format has it
JPEG_SIZES = (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))  # SOFn


def pdf(sheets: Sequence[Sheet], type_: Type, title: str, language: str = "en") -> bytes:
    """The document. `type_` has the weights the words name; `language` as in HTML. ValueError for an outline or a JPEG
    that is none, KeyError for a weight that is missing."""
    return _Document(type_).written(sheets, title, language)


class _Document:
    """The numbered objects of a PDF, in the order of their numbers."""

    def __init__(self, type_: Type) -> None:
        self.type = type_
        self.objects: list[bytes] = []
        self.fonts: dict[str, TrueType] = {}  # those that are written with, by their names here
        self.used: dict[str, dict[int, str]] = {}  # by the same names: glyph -> the letter it writes
        self.images: dict[int, tuple[str, Pixels | Jpeg]] = {}  # by identity: the same picture is put in once
        self.veils: dict[float, str] = {}  # by opacity

    def add(self, body: bytes | str) -> int:
        """One object; its number."""
        self.objects.append(body.encode("ascii") if isinstance(body, str) else body)
        return len(self.objects)

    def stream(self, about: str, data: bytes, *, is_packed: bool = False) -> int:
        """An object with data, made smaller where it is not already."""
        packed = data if is_packed else zlib.compress(data, 9)
        pack = "" if is_packed else "/Filter/FlateDecode"
        return self.add(f"<<{about}{pack}/Length {len(packed)}>>\nstream\n".encode("ascii") + packed + b"\nendstream")

    def written(self, sheets: Sequence[Sheet], title: str, language: str) -> bytes:
        catalogue, tree, resources = self.add(""), self.add(""), self.add("")
        pages = []
        for sheet in sheets:
            drawn = self.stream("", "\n".join(self._drawn(sheet)).encode("ascii"))
            size = f"/MediaBox[0 0 {_n(sheet.width)} {_n(sheet.height)}]"
            place = f"/Parent {tree} 0 R{size}/Resources {resources} 0 R/Contents {drawn} 0 R"
            pages.append(self.add(f"<</Type/Page{place}>>"))
        kids = " ".join(f"{page} 0 R" for page in pages)
        self.objects[tree - 1] = f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode("ascii")
        self.objects[catalogue - 1] = (
            f"<</Type/Catalog/Pages {tree} 0 R/Lang{_text(language)}/ViewerPreferences<</DisplayDocTitle true>>>>"
        ).encode("ascii")
        self.objects[resources - 1] = self._resources().encode("ascii")
        about = self.add(f"<</Title{_text(title)}/Producer{_text('The Barefoot Trail')}>>")
        return self._file(catalogue, about)

    def _file(self, catalogue: int, about: int) -> bytes:
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, body in enumerate(self.objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode("ascii") + body + b"\nendobj\n"
        start, many = len(out), len(self.objects) + 1
        out += f"xref\n0 {many}\n0000000000 65535 f \n".encode("ascii")
        out += "".join(f"{place:010d} 00000 n \n" for place in places).encode("ascii")
        out += f"trailer<</Size {many}/Root {catalogue} 0 R/Info {about} 0 R>>\nstartxref\n{start}\n%%EOF\n".encode(
            "ascii"
        )
        return bytes(out)

    # ------------------------------------------------------------------------------------------ what is drawn
    def _drawn(self, sheet: Sheet) -> Iterable[str]:
        yield f"1 0 0 -1 0 {_n(sheet.height)} cm"  # from here on y grows downwards
        for mark in sheet.marks:
            yield from self._mark(mark, sheet.is_rtl)

    def _mark(self, mark: Mark, is_rtl: bool) -> Iterator[str]:
        match mark:
            case TextLine():
                yield self._text_line(mark, is_rtl)
            case Shape():
                yield self._shape(mark)
            case Picture():
                name = self._image(mark.image)
                yield f"q {_n(mark.w)} 0 0 {_n(-mark.h)} {_n(mark.x)} {_n(mark.y + mark.h)} cm /{name} Do Q"
            case Window():
                yield f"q {_path(box_outline(mark.x, mark.y, mark.w, mark.h, mark.radius))} W n"
                for inside in mark.marks:
                    yield from self._mark(inside, is_rtl)
                yield "Q"

    def _text_line(self, line: TextLine, is_rtl: bool) -> str:
        said, place = "", f" 1 0 0 -1 {_n(line.x)} {_n(line.y)} Tm"
        letters = self.type.stands(line.text, is_rtl)
        for font, row in groupby(letters, key=lambda letter: self.type.font(letter, line.weight)):
            name, codes = self._name(font, line.weight), ""
            used = self.used.setdefault(name, {})
            for letter in row:
                glyph = font.glyph(letter)
                used.setdefault(glyph, letter)
                codes += f"{glyph:04X}"
            said += f" /{name} {_n(line.size)} Tf{place} <{codes}> Tj"
            place = ""  # what follows begins where this ends
        return f"BT {_colour(line.colour, 'g', 'rg')}{said} ET"

    def _name(self, font: TrueType, weight: str) -> str:
        """What a type is called in the document: the weight, or one of those borrowed for a few letters."""
        if font is self.type.fonts[weight]:
            name = weight
        else:
            others = [name for name in self.fonts if name.startswith(BORROWED)]
            name = next((n for n in others if self.fonts[n] is font), f"{BORROWED}{len(others) + 1}")
        self.fonts[name] = font
        return name

    def _shape(self, shape: Shape) -> str:
        out = ["q"]
        if shape.opacity < 1:
            out.append(f"/{self._veil(shape.opacity)} gs")
        if shape.turned != (1, 0, 0, 1, 0, 0):
            out.append(" ".join(_n(value) for value in shape.turned) + " cm")
        if shape.fill:
            out.append(_colour(shape.fill, "g", "rg"))
        if shape.stroke:
            ends = 1 if shape.is_round else 0
            dash = " ".join(_n(value) for value in shape.dash)
            out.append(f"{_colour(shape.stroke, 'G', 'RG')} {_n(shape.width)} w {ends} J {ends} j [{dash}] 0 d")
        out.append(_path(shape.outline))
        both = bool(shape.fill), bool(shape.stroke)
        paint = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}[both]
        return " ".join([*out, paint + ("*" if shape.is_even_odd and shape.fill else ""), "Q"])

    def _veil(self, opacity: float) -> str:
        return self.veils.setdefault(opacity, f"V{len(self.veils)}")

    def _image(self, image: Pixels | Jpeg) -> str:
        return self.images.setdefault(id(image), (f"I{len(self.images)}", image))[0]

    # ------------------------------------------------------------------------------------------ what it is drawn with
    def _resources(self) -> str:
        fonts = "".join(f"/{weight} {self._font(weight)} 0 R" for weight in sorted(self.used))
        images = "".join(f"/{name} {self._picture(image)} 0 R" for name, image in self.images.values())
        veils = "".join(f"/{name}<</ca {_n(share)}/CA {_n(share)}>>" for share, name in self.veils.items())
        return f"<</Font<<{fonts}>>/XObject<<{images}>>/ExtGState<<{veils}>>>>"

    def _font(self, weight: str) -> int:
        font, used = self.fonts[weight], self.used[weight]
        data = font.subset(used.values())
        file = self.stream(f"/Length1 {len(data)}", data)
        name = f"{_tag(used)}+{weight}"
        edges = " ".join(map(str, font.box))
        described = self.add(
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{edges}]/ItalicAngle 0/Ascent {font.ascent}"
            f"/Descent {font.descent}/CapHeight {font.ascent}/StemV 80/FontFile2 {file} 0 R>>"
        )
        widths = " ".join(f"{glyph}[{font.advance(glyph)}]" for glyph in sorted(used))
        order = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        inside = self.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo{order}/FontDescriptor {described} 0 R"
            f"/DW 0/W[{widths}]/CIDToGIDMap/Identity>>"
        )
        meaning = self.stream("", _meaning(used).encode("ascii"))
        return self.add(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{inside} 0 R]"
            f"/ToUnicode {meaning} 0 R>>"
        )

    def _picture(self, image: Pixels | Jpeg) -> int:
        head = "/Type/XObject/Subtype/Image/BitsPerComponent 8"
        if isinstance(image, Jpeg):
            width, height, space = _jpeg(image.data)
            about = f"{head}/Width {width}/Height {height}/ColorSpace/{space}/Filter/DCTDecode"
            return self.stream(about, image.data, is_packed=True)
        size = f"/Width {image.width}/Height {image.height}"
        mask = ""
        if image.alpha is not None:
            mask = f"/SMask {self.stream(f'{head}{size}/ColorSpace/DeviceGray', image.alpha)} 0 R"
        return self.stream(f"{head}{size}/ColorSpace/DeviceRGB{mask}", image.rgb)


OPERATORS = {"move": "m", "line": "l", "curve": "c", "close": "h"}


def _path(outline: str) -> str:
    """An outline as the format draws it."""
    return " ".join(_segment(segment.kind, segment.points) for segment in segments(outline))


def _segment(kind: str, points: Iterable[tuple[float, float]]) -> str:
    return " ".join([*(f"{_n(x)} {_n(y)}" for x, y in points), OPERATORS[kind]])


def _n(value: float) -> str:
    """A number as short as it may be written.

    >>> _n(12.0), _n(0.12345), _n(-0.00001)
    ('12', '0.1235', '0')
    """
    text = f"{value:.{KEPT}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _colour(name: str, grey: str, colour: str) -> str:
    """#RRGGBB as three shares and the operator that takes them; a grey as one, so that a printer uses no coloured ink
    for it. ValueError for anything else."""
    if len(name) != 7 or name[0] != "#":
        raise ValueError(f"{name!r} is no colour like #1D1720")
    shares = [_n(int(name[n : n + 2], 16) / 255) for n in (1, 3, 5)]
    return f"{shares[0]} {grey}" if len(set(shares)) == 1 else f"{' '.join(shares)} {colour}"


def _text(text: str) -> str:
    """A text of the document itself, in UTF-16."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def _tag(used: Mapping[int, str]) -> str:
    """Six capitals that tell this part of a font from another part of it."""
    number = zlib.crc32(",".join(map(str, sorted(used))).encode("ascii"))
    return "".join(chr(65 + number // 26**n % 26) for n in range(6))


def _meaning(used: Mapping[int, str]) -> str:
    """Which letter each glyph writes, so that text can be copied; of a look of a letter the letter itself."""
    letters = ((glyph, LETTERS.get(used[glyph], used[glyph])) for glyph in sorted(used))
    rows = [f"<{glyph:04X}><{letter.encode('utf-16-be', 'replace').hex().upper()}>" for glyph, letter in letters]
    chunks = [rows[n : n + CHUNK] for n in range(0, len(rows), CHUNK)]
    table = "\n".join(f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar" for chunk in chunks)
    return (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
        f"1 begincodespacerange <0000><FFFF> endcodespacerange\n{table}\n"
        "endcmap CMapName currentdict/CMap defineresource pop end end\n"
    )


def _jpeg(data: bytes) -> tuple[int, int, str]:
    """Width, height and colours of a JPEG file; ValueError when it is none."""
    at = 2
    while data[:2] == b"\xff\xd8" and at + 9 < len(data):
        marker, size = struct.unpack(">HH", data[at : at + 4])
        if marker & 0xFF in JPEG_SIZES:
            height, width, colours = struct.unpack(">HHB", data[at + 5 : at + 10])
            return width, height, {1: "DeviceGray", 4: "DeviceCMYK"}.get(colours, "DeviceRGB")
        at += 2 + size
    raise ValueError("this is no JPEG file")
