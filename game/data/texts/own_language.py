"""A family's or a clinic's own language: the folder `languages/LL/` beside the diary, read and checked.

    languages/LL/*.yaml        texts by the keys of `assets/text/en`; as many as somebody wrote
    languages/LL/locale.yaml   how the language writes, as `assets/locales/de.yaml`; needed where we have no such file
    languages/LL/voice/ID.ogg  the line ID of `spoken.yaml` and `story.yaml`, as somebody recorded it; or ID.wav

What is wrong is named with file, line and column and left out; what is missing is English. Of a language that ships,
English too, what stands here comes before ours: a grandmother's voice for one line is a folder with one file.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from game.core.locales import Locale
from game.data.files.paths import OWN_LOCALE
from game.data.levels.level_files import is_special
from game.data.levels.levels import read_bytes
from game.data.levels.problems import Findings, Problem, hint
from game.data.levels.yaml_tree import Table, tree
from game.data.texts.entries import Entry, names_in
from game.data.texts.text_file import Entries

MOST_FILES = 50  # text files of one language
log = logging.getLogger(__name__)


def own_texts(folder: Path, english: Mapping[str, Entry], locale: Locale) -> dict[str, Entry]:
    """The texts of the folder that are good and that `english` has; problems are logged."""
    found: dict[str, Entry] = {}
    for file in text_files(folder):
        entries, problems = read_own_texts(file, english, locale, names_strangers=False)
        for problem in problems:
            log.warning("%s", problem)
        found |= entries
    return found


def text_files(folder: Path) -> list[Path]:
    """The folder's files of texts, in order."""
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix == ".yaml" and file.name != OWN_LOCALE)
    except OSError:
        return []
    return [file for file in files if file.is_file() or is_special(file)][:MOST_FILES]


def read_own_texts(
    file: Path, english: Mapping[str, Entry], locale: Locale, *, names_strangers: bool = True
) -> tuple[dict[str, Entry], tuple[Problem, ...]]:
    """The good entries of one file, and what is wrong with the others. A key that `english` does not have may be one of
    another catalogue: it is named only where `english` is all of them."""
    findings = Findings(str(file))
    data = read_bytes(file, findings)
    root = tree(data, findings) if data is not None else None
    if root is None or not isinstance(root, Table):
        if not findings.problems:
            findings.add(root, "", "expected a table from keys to texts")
        return {}, tuple(findings.problems)
    found: dict[str, Entry] = {}
    for key, node in root.entries:
        before = findings.found
        entry = Entries().read(node, key.value, findings)
        if entry is None or findings.found != before:
            continue
        if key.value not in english:
            if names_strangers:
                findings.add(key, key.value, f"is no text of the game{hint(key.value, english)}")
            continue
        if wrong := _misfit(entry, english[key.value], locale):
            findings.add(node, key.value, wrong)
            continue
        found[key.value] = entry
    return found, tuple(findings.problems)


def _misfit(entry: Entry, english: Entry, locale: Locale) -> str:
    """Why the text cannot stand for the English one; "" when it can."""
    if odd := names_in(entry) ^ names_in(english):
        names = ", ".join(f"{{{name}}}" for name in sorted(odd))
        return f"{names} must be in both texts or in neither; English has {english!r}"
    if not isinstance(entry, str):
        if isinstance(english, str):
            return "English has no forms by number here: write one text"
        if lacking := [form for form in locale.plural_forms if form not in entry]:
            return f"lacks the form {', '.join(lacking)}: this language has {', '.join(locale.plural_forms)}"
    return ""
