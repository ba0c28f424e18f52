"""What makes the voice says what it needs: a list of packages that an import was forgotten in stops at its first line."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

BUILD = Path(__file__).resolve().parents[2] / "assets" / "build"
VOICE = (
    "lines",
    "build_voice",
    "narrator_kokoro",
    "narrator_rhvoice",
    "audio_common",
    "ogg_pages",
)  # what the clips are made with; the rest makes pictures and music
NAMES = {"yaml": "pyyaml", "kokoro_onnx": "kokoro-onnx", "rhvoice_wrapper": "rhvoice-wrapper"}


def imported(script: str) -> set[str]:
    """What a script imports from outside, by the packages' names; its neighbours do not count."""
    tree = ast.parse((BUILD / f"{script}.py").read_text(encoding="utf-8"))
    names = {a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    roots = {name.partition(".")[0] for name in names} - sys.stdlib_module_names
    return {NAMES.get(root, root) for root in roots if not (BUILD / f"{root}.py").exists()}


def test_the_list_of_packages_for_the_voice_has_everything_its_scripts_import():
    lines = (BUILD / "requirements-voice.txt").read_text(encoding="utf-8").splitlines()
    listed = {re.split(r"[<>=~! ]", line)[0].lower() for line in lines if line and not line.startswith("#")}
    missing = {name for script in VOICE for name in imported(script) if name not in listed}
    assert missing == set()
