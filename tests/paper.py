"""Reads a PDF back: by a small reader of its own, and by poppler where that is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest

from game.core.days import plus
from game.scenes.parent.printed.doctor_prints import doctors_files, type_of
from tests.player import Player

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj\n", re.S)
LINE = re.compile(r"^BT (.*) ET$", re.M)
RUN = re.compile(r"/(\w+) [\d.]+ Tf(?: 1 0 0 -1 [-\d.]+ [-\d.]+ Tm)? <([0-9A-F]*)> Tj")  # one line may have two types


class Pdf:
    """The numbered objects of a PDF, its streams unpacked."""

    def __init__(self, data: bytes) -> None:
        assert data.startswith(b"%PDF-1.7\n") and data.endswith(b"%%EOF\n")
        self.data = data
        self.objects = {int(n): body for n, body in OBJECT.findall(data)}

    def stream(self, number: int) -> bytes:
        head, body = self.objects[number].split(b"\nstream\n", 1)
        packed = body.removesuffix(b"\nendstream")
        assert len(packed) == int(re.search(rb"/Length (\d+)>>$", head)[1])
        return zlib.decompress(packed) if b"/FlateDecode" in head else packed

    def named(self, what: bytes) -> list[int]:
        return [number for number, body in self.objects.items() if what in body.split(b"\nstream\n")[0]]

    def meanings(self) -> dict[str, dict[str, str]]:
        """By weight: a glyph's code -> its letter."""
        (resources,) = self.named(b"<</Font<<")
        found = {}
        for weight, number in re.findall(rb"/(\w+) (\d+) 0 R", self.objects[resources].split(b"/XObject")[0]):
            table = int(re.search(rb"/ToUnicode (\d+) 0 R", self.objects[int(number)])[1])
            rows = re.findall(r"^<([0-9A-F]{4})><([0-9A-F]+)>$", self.stream(table).decode(), re.M)
            found[weight.decode()] = {code: bytes.fromhex(letter).decode("utf-16-be") for code, letter in rows}
        return found

    def pages(self) -> list[list[str]]:
        """The lines of text of each page, in the order they were drawn."""
        meanings = self.meanings()
        out = []
        for number in self.named(b"/Type/Page/"):
            drawn = self.stream(int(re.search(rb"/Contents (\d+) 0 R", self.objects[number])[1])).decode()
            out.append([
                "".join(
                    meanings[weight][codes[n : n + 4]]
                    for weight, codes in RUN.findall(line) for n in range(0, len(codes), 4)
                )
                for line in LINE.findall(drawn)
            ])  # fmt: skip
        return out

    def text(self) -> str:
        """All of it, for looking whether something is said."""
        return "\n".join(line for page in self.pages() for line in page)


def printed_text(player: Player) -> str:
    """What the page says that is printed for the doctor."""
    ctx = player.ctx
    files = doctors_files(ctx, ctx.child(player.child), plus(ctx.today, -28), ctx.today, type_of(ctx))
    return Pdf(files.pdf()).text()


def check_table(data: bytes) -> None:
    """Every row of the cross-reference table leads to its object."""
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF\n$", data)[1])
    rows = data[start:].split(b"\n")
    assert rows[0] == b"xref"
    many = int(rows[1].split()[1])
    for number in range(1, many):
        place = int(rows[2 + number].split()[0])
        assert data[place:].startswith(f"{number} 0 obj\n".encode()), number


def poppler(tool: str, *words: str) -> str:
    """What one of poppler's tools says."""
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} of poppler-utils is not installed here; the reader of our own looks at the same page")
    done = subprocess.run([tool, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stderr == "", done.stderr
    return done.stdout


def shown(data: bytes, folder: Path, dpi: int = 50) -> list[Path]:
    """A picture of every page, by poppler."""
    file = folder / "page.pdf"
    file.write_bytes(data)
    poppler("pdftoppm", "-r", str(dpi), "-png", str(file), str(folder / "page"))
    return sorted(folder.glob("page-*.png"))
