"""The texts for translators and back: gettext's .po, as Weblate and Poedit read it, and the YAML the game reads.

    python assets/build/po.py template FILE.pot      every English text, to begin a language with
    python assets/build/po.py out LANG FILE.po       a language's YAML into FILE; what FILE had is kept
    python assets/build/po.py in FILE.po             FILE into assets/text/LANG/

With `--to DATA/languages` the same of a family's or a clinic's own language, DATA/languages/LANG/: its plural forms are
those of the `locale.yaml` there, where we have none.

An entry's context is its id, `screens:who_title`; its notes are the comments above it and the heading of its block, its
places the line in the YAML and in the program. Where the English changed since it was translated the entry is *fuzzy* and
shows what it was; fuzzy texts wait in the .po and are no part of the game. A translator's own comments are comments of the
YAML. Neither way loses a text: what cannot be kept is named, and nothing is written. Needs polib
(`pip install -r requirements-texts.txt`).
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polib
import yaml

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # the plural rules are the game's own
from game.core.locales import Locale  # noqa: E402
from game.data.files.paths import OWN_LOCALE  # noqa: E402
from game.data.texts.entries import PLACEHOLDER, Entry, names_in  # noqa: E402
from game.data.texts.languages import SHORT_NAME, locale_in  # noqa: E402

FILES = ("screens", "parent", "spoken", "story")
HEADING = re.compile(r"^# [=-]{8,} ?(.*)$")
MARKS = {  # what a text may hold beside words, said to whoever translates it
    "spoken": "Spoken: [0.4] is a pause; Word{ipa} gives the voice its sounds. Short sentences, nothing to read.",
    "story": "Spoken: [0.4] is a pause; Word{ipa} gives the voice its sounds.",
}


class CannotKeep(Exception):
    """Something would be lost or is wrong: a line for each."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass
class Written:
    """One text of a YAML file: where it stands and what is said about it."""

    file: str
    key: str
    entry: Entry
    line: int = 0
    notes: list[str] = field(default_factory=list)
    heading: str = ""

    @property
    def context(self) -> str:
        return f"{self.file}:{self.key}"


# ------------------------------------------------------------------------------------------------- YAML
def written(path: Path) -> tuple[list[str], list[Written]]:
    """The comment a file begins with, and its texts in order."""
    text = path.read_text(encoding="utf-8")
    lines, root = text.splitlines(), yaml.compose(text, Loader=yaml.SafeLoader)
    found, before, heading, head = [], 0, "", list[str]()
    for key, value in root.value if root is not None else ():
        at = key.start_mark.line
        notes: list[str] = []
        for line in lines[before:at]:
            if match := HEADING.match(line):
                heading, notes = match.group(1), []
            elif line.startswith("#"):
                notes.append(line.removeprefix("#").removeprefix(" "))
            elif not line.strip() and not found and notes:
                head, notes = [*head, *notes], []  # the comment about the whole file ends with an empty line
        entry = yaml.SafeLoader("").construct_object(value, deep=True)
        entry = {str(k): str(v) for k, v in entry.items()} if isinstance(entry, dict) else str(entry)
        found.append(Written(path.stem, str(key.value), entry, at + 1, notes, heading))
        before = value.end_mark.line if value.end_mark.column == 0 else value.end_mark.line + 1
    return head, found


def english(texts: Path) -> list[Written]:
    return [one for name in FILES for one in written(texts / "en" / f"{name}.yaml")[1]]


def _places(game: Path) -> dict[str, list[tuple[str, int]]]:
    """Where the program names a key, a word in quotes."""
    found: dict[str, list[tuple[str, int]]] = {}
    for file in sorted(game.rglob("*.py")):
        for n, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            for word in re.findall(r'"([a-z]\w+)"', line):
                found.setdefault(word, []).append((file.relative_to(game.parent).as_posix(), n))
    return found


def _as_yaml(head: list[str], texts: list[tuple[str, Entry, str]]) -> str:
    """A file of texts, each with its key and its comment."""
    out = [*(f"# {line}".rstrip() for line in head), *([""] if head else [])]
    for key, entry, comment in texts:
        out += [f"# {line}".rstrip() for line in comment.splitlines()]
        out.append(yaml.safe_dump({key: entry}, allow_unicode=True, width=10_000, sort_keys=False).rstrip("\n"))
    return "\n".join(out) + "\n"


# ------------------------------------------------------------------------------------------------- YAML to .po
def template(texts: Path, game: Path) -> polib.POFile:
    """Every English text without a translation."""
    po = polib.POFile(wrapwidth=0)
    po.metadata = _metadata("", locale_in(""))
    places = _places(game)
    po.extend(_entry(one, places) for one in english(texts))
    return po


def _metadata(language: str, locale: Locale) -> dict[str, str]:
    forms, rule = locale.plural_forms, locale.plural_rule
    return {
        "Project-Id-Version": "The Barefoot Trail",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": f"nplurals={len(forms)}; plural=({rule});",
    }


def _entry(one: Written, places: Mapping[str, list[tuple[str, int]]]) -> polib.POEntry:
    said = one.entry if isinstance(one.entry, str) else " ".join(one.entry.values())
    names = sorted({found.group() for found in PLACEHOLDER.finditer(said)})
    notes = [one.heading, *one.notes, MARKS.get(one.file, "")]
    notes += [f"Keep as they are: {', '.join(names)}"] if names else []
    where = [(f"assets/text/en/{one.file}.yaml", str(one.line))]
    where += [(file, str(n)) for file, n in places.get(one.key, [])]
    is_plural = isinstance(one.entry, dict)
    first = one.entry["one"] if isinstance(one.entry, dict) else one.entry
    return polib.POEntry(
        msgctxt=one.context, msgid=first, msgid_plural=one.entry["other"] if isinstance(one.entry, dict) else "",
        msgstr_plural={0: "", 1: ""} if is_plural else {}, comment="\n".join(filter(None, notes)), occurrences=where,
    )  # fmt: skip


def out(
    texts: Path, game: Path, language: str, before: polib.POFile | None = None, to: Path | None = None
) -> polib.POFile:  # fmt: skip
    """A language's texts, with what `before` had: fuzzy texts, comments, and what is no part of the game any more. `to`
    is the folder of a family's own languages, where it is one of those.

    CannotKeep where the YAML and `before` say different things of the same English: one of them is newer, and only
    whoever wrote it knows which.
    """
    head, said = _language((to or texts) / language)
    po, fresh, wrong = template(texts, game), set[str](), list[str]()
    locale = locale_in(language, to)
    po.metadata, po.header = _metadata(language, locale), "\n".join(head)
    old = {entry.msgctxt: entry for entry in before or ()}
    for entry in po:
        key, was = entry.msgctxt.split(":")[1], old.get(entry.msgctxt)
        fresh.add(entry.msgctxt)
        if entry.msgid_plural:
            entry.msgstr_plural = dict.fromkeys(range(len(locale.plural_forms)), "")
        if one := said.pop(key, None):
            _fill(entry, one.entry, locale)
            entry.tcomment = "\n".join(one.notes)
        if was is not None:
            wrong += _join(entry, was)
    wrong += [f"{language}: {key} is no text of the game" for key in said if f"gone:{key}" not in old]
    if wrong:
        raise CannotKeep(wrong)
    for context, entry in old.items():
        if context not in fresh:
            entry.obsolete = True
            po.append(entry)
    return po


def _language(folder: Path) -> tuple[list[str], dict[str, Written]]:
    heads, said = list[str](), dict[str, Written]()
    for file in _text_files(folder):
        head, texts = written(file)
        heads += [line for line in head if line not in heads]
        said |= {one.key: one for one in texts}
    return heads, said


def _text_files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.glob("*.yaml") if file.name != OWN_LOCALE) if folder.is_dir() else []


def _fill(entry: polib.POEntry, said: Entry, locale: Locale) -> None:
    if isinstance(said, str):
        if entry.msgid_plural:
            entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, said)
        else:
            entry.msgstr = said
    else:
        entry.msgstr_plural = {n: said.get(form, "") for n, form in enumerate(locale.plural_forms)}


def _join(entry: polib.POEntry, was: polib.POEntry) -> Iterator[str]:
    """What the .po knows of a text beyond the YAML."""
    entry.tcomment = entry.tcomment or was.tcomment
    is_same = (was.msgid, was.msgid_plural) == (entry.msgid, entry.msgid_plural)
    has_text, had_text = _has_text(entry), _has_text(was)
    if is_same and not was.fuzzy and has_text and had_text and _text(entry) != _text(was):
        yield f"{entry.msgctxt} says one thing in the YAML and another in the .po: take it in first, or mend one"
    if had_text and (not has_text or was.fuzzy):
        entry.msgstr = was.msgstr
        entry.msgstr_plural = dict(was.msgstr_plural) if entry.msgid_plural else {}
        has_text = _has_text(entry)
    if has_text and (was.fuzzy or not is_same):
        entry.flags.append("fuzzy")
        entry.previous_msgid = was.previous_msgid if is_same else was.msgid
        entry.previous_msgid_plural = was.previous_msgid_plural if is_same else was.msgid_plural or None


def _text(entry: polib.POEntry) -> tuple[str, ...]:
    return tuple(entry.msgstr_plural.values()) if entry.msgid_plural else (entry.msgstr,)


def _has_text(entry: polib.POEntry) -> bool:
    return any(_text(entry))


# ------------------------------------------------------------------------------------------------- .po to YAML
def taken_in(po: polib.POFile, texts: Path, to: Path | None = None) -> dict[str, str]:
    """The YAML files of the language, by their names; CannotKeep for what is wrong or would be lost."""
    language = po.metadata.get("Language", "")
    if not SHORT_NAME.fullmatch(language):
        raise CannotKeep(
            [f"the header's Language is {language!r}; the game knows a language as ru or pt, by no country"]
        )
    forms, wrong = locale_in(language, to).plural_forms, list[str]()
    if po.metadata.get("Plural-Forms", "").partition("nplurals=")[2].partition(";")[0] not in ("", str(len(forms))):
        raise CannotKeep([f"the header's Plural-Forms are not the {len(forms)} of {language}: {', '.join(forms)}"])
    translated: dict[str, tuple[Entry, str]] = {}
    known = {entry.msgctxt: entry for entry in po if not entry.obsolete}
    for entry in known.values():
        if _has_text(entry) and not entry.fuzzy:
            said: Entry = entry.msgstr
            if entry.msgid_plural:
                said = {form: entry.msgstr_plural.get(n, "") for n, form in enumerate(forms)}
            translated[entry.msgctxt] = said, entry.tcomment
    order = english(texts)
    source = {one.context: one for one in order}
    for context, (said, _) in translated.items():
        if context not in source:
            wrong.append(f"{context} is no text of the game: make the .po anew with out")
        elif isinstance(said, dict) and not all(said.values()):
            wrong.append(f"{context} lacks a plural form: {', '.join(f for f in said if not said[f])}")
        elif odd := names_in(said) ^ names_in(source[context].entry):
            wrong.append(f"{context}: {', '.join(f'{{{name}}}' for name in sorted(odd))} must be in both or in neither")
    gone = [key for key in _language((to or texts) / language)[1] if not any(f"{f}:{key}" in known for f in FILES)]
    wrong += [f"{language}: {key} is in the YAML and not in the .po: make it anew with out" for key in gone]
    if wrong:
        raise CannotKeep(wrong)
    head = po.header.splitlines()
    found = {
        name: [(o.key, *translated[o.context]) for o in order if o.file == name and o.context in translated]
        for name in FILES
    }
    first = next((name for name in FILES if found[name]), None)
    return {f"{n}.yaml": _as_yaml(head if n == first else [], rows) for n, rows in found.items() if rows}


def write_in(po: polib.POFile, texts: Path, to: Path | None = None) -> list[str]:
    """Writes them in the place of the language's YAML; the names of the files."""
    files, folder = taken_in(po, texts, to), (to or texts) / po.metadata["Language"]
    folder.mkdir(parents=to is not None, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for old in _text_files(folder):
        if old.name not in files:
            old.unlink()
    return sorted(files)


def main(words: list[str]) -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ways = asked.add_subparsers(dest="way", required=True)
    ways.add_parser("template").add_argument("file", type=Path)
    going = ways.add_parser("out")
    going.add_argument("language")
    going.add_argument("file", type=Path)
    coming = ways.add_parser("in")
    coming.add_argument("file", type=Path)
    for way in (going, coming):
        way.add_argument("--to", type=Path, metavar="DATA/languages", help="a family's own languages instead of ours")
    args = asked.parse_args(words)
    texts, game = ROOT / "assets" / "text", ROOT / "game"
    try:
        if args.way == "in":
            print("\n".join(write_in(polib.pofile(str(args.file), wrapwidth=0), texts, args.to)))
            return 0
        before = polib.pofile(str(args.file), wrapwidth=0) if args.way == "out" and args.file.exists() else None
        po = template(texts, game) if args.way == "template" else out(texts, game, args.language, before, args.to)
    except CannotKeep as wrong:
        print(wrong, file=sys.stderr)
        return 1
    po.save(str(args.file))
    print(f"{args.file}: {len(po.translated_entries())} of {len(po)} translated, {len(po.fuzzy_entries())} fuzzy")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
