"""Writes assets/locales/LL.yaml: how a language writes dates, times, numbers, lists and plural forms.

    pip install -r requirements-texts.txt
    python assets/build/locales.py            every language of LANGUAGES anew
    python assets/build/locales.py LL         one more, e.g. sv, to begin a language with

The facts are those of the Unicode CLDR, read through Babel. Three things of a file are ours and are kept when it is
written anew: `read_by_native_speaker`, the order of the plural forms, and the plural rule, which gettext's tools read
too (whole numbers only; forms that only fractions or millions have are left out).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml
from babel import Locale
from babel.core import get_global

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "assets" / "locales"
LANGUAGES = ("cs", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "tr", "uk", "zh")
PATTERNS_OF = {"en": "en_GB"}  # day before month, as the game has always written it
LIKELY = get_global("likely_subtags")  # where most of its speakers live
EAST_SLAVIC = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
PLURALS = {  # by gettext's expressions: which form a whole number takes
    "cs": (("one", "few", "other"), "n==1 ? 0 : n>=2 && n<=4 ? 1 : 2"),
    "fr": (("one", "other"), "n > 1"),
    "ja": (("other",), "0"),
    "pl": (("one", "few", "many"), "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"),
    "pt": (("one", "other"), "n > 1"),
    "ru": (("one", "few", "many"), EAST_SLAVIC),
    "uk": (("one", "few", "many"), EAST_SLAVIC),
    "zh": (("other",), "0"),
}
GERMANIC = (("one", "other"), "n != 1")
PERCENT = {"en": "0\u00a0%"}  # as its sentences write it
QUOTES = {  # the CLDR's delimiters, which Babel leaves out
    "cs": "„“", "de": "„“", "en": "“”", "es": "«»", "fr": "«»", "it": "«»", "ja": "「」", "nl": "‘’", "pl": "„”",
    "pt": "“”", "ru": "«»", "tr": "“”", "uk": "«»", "zh": "“”",
}  # fmt: skip
HIDDEN = {"\u00a0", "\u202f"}  # blanks at which no line ends
HEAD = """\
# {english}, from the Unicode CLDR {version} (Unicode License v3) by assets/build/locales.py.
# Patterns are the CLDR's: d day, M MMM MMMM month (LLL LLLL where it stands alone), EEEE EEEEEE weekday, y year, H mm.
"""


def facts(language: str, read: bool) -> dict[str, object]:
    """What the file says, in the order in which it says it."""
    names = Locale.parse(language)
    said = Locale.parse(PATTERNS_OF.get(language, language))
    skeletons, marks = said.datetime_skeletons, names.number_symbols["latn"]
    forms, rule = PLURALS.get(language, GERMANIC)

    def pattern(*wanted: str) -> str:
        return next(str(skeletons[name].pattern) for name in wanted if name in skeletons)

    def weekdays(text: str, kind: str) -> str:
        return re.sub(r"(?<![A-Za-z])(?:E{1,3}|c{3})(?![A-Za-z])", kind, text)

    return {
        "name": str(names.get_language_name(language)).capitalize(),
        "read_by_native_speaker": read,
        "direction": names.text_direction,
        "plurals": {"forms": list(forms), "rule": rule},
        "numbers": {
            "decimal": marks["decimal"],
            "group": marks["group"],
            "percent": PERCENT.get(language, str(names.percent_formats[None].pattern).replace("#,##0", "0")),
        },
        "dates": {
            "short": pattern("MMMMd"),
            "long": weekdays(pattern("MMMMEEEEd", "MMMMEd"), "EEEE"),
            "year": pattern("yMMMMd") if "yMMMMd" in skeletons else str(said.date_formats["long"].pattern),
            "little": pattern("MMMd"),
            "weekday": weekdays(pattern("MMMEd"), "EEEEEE"),
            "day": weekdays(pattern("Ed"), "EEEEEE"),
            "month": pattern("yMMMM"),
        },
        "time": str(said.time_formats["short"].pattern),
        "moment": str(said.datetime_formats["medium"]),
        "lists": {
            "two": said.list_patterns["standard"]["2"],
            "start": said.list_patterns["standard"]["start"],
            "middle": said.list_patterns["standard"]["middle"],
            "end": said.list_patterns["standard"]["end"],
        },
        "quotes": dict(zip(("start", "end"), QUOTES.get(language, "“”"), strict=True)),
        "first_weekday": Locale.parse(PATTERNS_OF.get(language) or LIKELY[language]).first_week_day,
        "months": [names.months["format"]["wide"][n] for n in range(1, 13)],
        "months_alone": [names.months["stand-alone"]["wide"][n] for n in range(1, 13)],
        "months_short": [names.months["format"]["abbreviated"][n] for n in range(1, 13)],
        "weekdays": [names.days["format"]["wide"][n] for n in range(7)],
        "weekdays_alone": [names.days["stand-alone"]["wide"][n] for n in range(7)],
        "weekdays_short": [names.days["stand-alone"]["short"][n] for n in range(7)],
    }


def written(language: str) -> str:
    """The file's text; what is ours of the one that is there is kept."""
    file = OUT / f"{language}.yaml"
    before = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else {}
    said = facts(language, before.get("read_by_native_speaker", language == "en"))
    head = HEAD.format(english=Locale("en").languages[language], version=get_global("cldr")["version"])
    return head + "".join(_lines(said))


def _lines(said: Mapping[str, object]) -> Iterator[str]:
    """A line each; what cannot be seen, as a narrow blank, is written as an escape."""
    for name, value in said.items():
        if isinstance(value, dict):
            yield f"{name}:\n"
            yield from (f"  {line}" for line in _lines(value))
        else:
            is_flow = None if isinstance(value, list) else False
            text = yaml.safe_dump({name: value}, allow_unicode=True, width=10_000, default_flow_style=is_flow)
            if hidden := HIDDEN & set(text):
                text = f'{name}: "{value}"\n'
                for char in hidden:
                    text = text.replace(char, f"\\u{ord(char):04x}")
            yield text


def main(asked: list[str]) -> None:
    OUT.mkdir(exist_ok=True)
    for language in asked or LANGUAGES:
        (OUT / f"{language}.yaml").write_text(written(language), encoding="utf-8", newline="\n")
        print(OUT / f"{language}.yaml")


if __name__ == "__main__":
    main(sys.argv[1:])
