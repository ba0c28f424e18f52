"""Level files with anything in them: every one read to its end, every problem with its line and column."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import yaml

from game.data.files.resources import resource
from game.data.levels.levels import read_folder, read_level
from tests.faults.figures import Figures

PIECES = (
    "\t", "\n", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "!!python/object:os.system ", "!!int ''", "%YAML 1.1\n",
    "---\n", "...\n", "|\n  ", ">\n", "'", '"', "#", "\\ud800", "\u202e", "\x00", "\ufeff", "9" * 400, "-", "~", "no",
    "a" * 5000, "? ", "<<: ", "1:30", "2026-13-45", "[" * 200, "\r", "\u2028", "\x85",
)  # fmt: skip


def run(count: int = 50_000, seed: int = 1) -> Figures:
    """So many shipped level files, each changed at random in a few places."""
    chance = random.Random(seed)
    forms = shipped()
    exceptions = without_place = problems = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "level.yaml"
        for number in range(count):
            form, text = chance.choice(forms)
            path.write_bytes(mutated(text, chance))
            try:
                found = read_level(path, form)
            except Exception as error:  # none may come out of the readers
                exceptions += 1
                print(f"fuzz {number}: {type(error).__name__}: {error}")
                continue
            problems += len(found.findings.problems)
            without_place += sum(p.line < 1 or p.column < 1 or not p.message for p in found.findings.problems)
    return Figures(
        "fuzzed level files", {"files": count, "problems named": problems},
        {"exceptions": exceptions, "problems without line and column": without_place},
        {"exceptions of the usual loader": control()}, {"problems named": count // 2},
    )  # fmt: skip


def control() -> int:
    """`yaml.safe_load`, caught as it mostly is, on a few files out of the same box: what still comes out."""
    came_out = 0
    for text in ("a: !!int ''", "a: !!bool x", "a: !!timestamp x", "a: 2026-13-45", "[" * 2000):
        try:
            yaml.safe_load(text)
        except yaml.YAMLError:
            pass
        except Exception:
            came_out += 1
    return came_out


def shipped() -> list[tuple[object, bytes]]:
    """Every shipped level file with the form it is read by."""
    texts = []
    for file in read_folder(resource("levels")):
        texts.append((file.form, Path(file.findings.file).read_bytes()))
    return texts


def mutated(text: bytes, chance: random.Random) -> bytes:
    data = text
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0:
                data = data[:at] + chance.choice(PIECES).encode("utf-8", "surrogatepass") + data[at:]
            case 1:
                data = data[:at] + data[at + chance.randint(1, 60) :]
            case 2:
                data = data[:at] + chance.randbytes(chance.randint(1, 8)) + data[at:]
            case 3:
                lines = data.split(b"\n")
                lines.insert(chance.randrange(len(lines)), chance.choice(lines))
                data = b"\n".join(lines)
            case 4:
                data = data[:at]
    return data
