"""What `check` says of a family's own language: what is wrong in its folder, and what is English for want of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.core.locales import ENGLISH
from game.data.files.paths import OWN_LOCALE
from game.data.files.resources import resource
from game.data.files.type_on_paper import type_on_paper
from game.data.levels.problems import Problem, hint
from game.data.texts.entries import Entry
from game.data.texts.locale_files import shipped_locale
from game.data.texts.locale_form import read_locale
from game.data.texts.own_language import read_own_texts, text_files
from game.data.texts.text_file import read_texts
from game.data.texts.voices import VOICE, own_clip_files, recording_of, shipped_clips

NAMED = 6  # of what is missing
SAID = ("spoken.yaml", "story.yaml")  # whose texts are spoken


def checked_language(folder: Path) -> tuple[list[Problem], list[Problem]]:
    """Everything wrong in one folder, of its facts, its texts and its recordings; and what is English for want of
    them."""
    language, wrong = folder.name, list[Problem]()
    facts, ours = folder / OWN_LOCALE, shipped_locale(folder.name)
    locale = ours or ENGLISH
    if facts.exists():
        said, problems = read_locale(facts, language)
        wrong, locale = [*problems], said or locale
    elif ours is None:
        wrong.append(Problem(str(facts), 1, 1, "", "is missing: days, numbers and plural forms are as in English"))
    english, spoken = _english()
    written, own = set(english) if language == "en" else _shipped(language), list[Entry]()
    for file in text_files(folder):
        entries, problems = read_own_texts(file, english, locale)
        wrong += problems
        written |= entries.keys()
        own += entries.values()
    recorded = set(shipped_clips(language))
    for file in own_clip_files(folder / VOICE):
        if file.stem not in spoken:
            wrong.append(Problem(str(file), 1, 1, "", f"no line is called so{hint(file.stem, spoken)}"))
        elif recording_of(file) is None:
            wrong.append(Problem(str(file), 1, 1, "", "cannot be played; Ogg or WAV, up to 5 MB"))
        else:
            recorded.add(file.stem)
    missing = (
        ("texts", [k for k in english if k not in written]),
        ("recordings", [k for k in spoken if k not in recorded]),
    )
    lines = [*(_lacks(what, keys) for what, keys in missing if keys), _foreign(own)]
    return wrong, [Problem(str(folder), 1, 1, "", line) for line in lines if line]


def _lacks(what: str, keys: Sequence[str]) -> str:
    more = f" and {len(keys) - NAMED} more" if len(keys) > NAMED else ""
    return f"{len(keys)} {what} are missing and English instead: {', '.join(keys[:NAMED])}{more}"


def _foreign(texts: Sequence[Entry]) -> str:
    """Which letters the shipped type lacks, and who writes them; "" where it has all."""
    type_ = type_on_paper()
    letters = "".join(text if isinstance(text, str) else "".join(text.values()) for text in texts)
    if not (lacking := [c for c in dict.fromkeys(letters) if c.isalpha() and not type_.can_write(c)]):
        return ""
    some = " ".join(lacking[:NAMED])
    more = f" and {len(lacking) - NAMED} more" if len(lacking) > NAMED else ""
    return (
        f"the game's type lacks {some}{more}: this computer's fonts write them on the screen and in a PDF; in a PDF ? "
        "stands where it has none, and for a script of India and its neighbours"
    )


def _english() -> tuple[dict[str, Entry], tuple[str, ...]]:
    """Every English text, and the keys of those that are said."""
    found, spoken = dict[str, Entry](), list[str]()
    for file in sorted((resource("assets", "text") / "en").iterdir(), key=lambda file: file.name):
        entries = read_texts(file)[0]
        found |= entries
        spoken += entries if file.name in SAID else ()
    return found, tuple(spoken)


def _shipped(language: str) -> set[str]:
    """The keys of the texts that ship in a language."""
    folder = resource("assets", "text") / language
    files = folder.iterdir() if folder.is_dir() else ()
    return {key for file in files if file.name.endswith(".yaml") for key in read_texts(file)[0]}
