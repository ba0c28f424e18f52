"""Writes assets/locales/LL.yaml: how a language writes dates, times, numbers, lists and plural forms.

    pip install -r requirements-texts.txt
    python assets/build/locales.py            every language of LANGUAGES anew
    python assets/build/locales.py LL         one more, e.g. sv, to begin a language with

The facts are those of the Unicode CLDR, read through Babel. The plural rule is written as gettext's tools read it, for
whole numbers alone: forms that only fractions or millions have are left out. Of a file that is there
`read_by_native_speaker` is kept.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml
from babel import Locale
from babel.core import get_global
from babel.plural import PluralRule, to_gettext

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "assets" / "locales"
LANGUAGES = ("cs", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "tr", "uk", "zh")
PATTERNS_OF = {"en": "en_GB"}  # day before month, as the game has always written it
LIKELY = get_global("likely_subtags")  # where most of its speakers live
EAST_SLAVIC = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
PLURALS = {  # as they are usually written; Babel's are the same in more words, and a test holds these to the CLDR
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
FORMS = ("zero", "one", "two", "few", "many", "other")
COUNTED = range(1000)  # numbers the game counts to; a form that none of them takes is left out
TWELVE = re.compile(r"[hKabB]")  # fields of a clock of twelve hours, which the game never shows
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


def plurals(language: str) -> tuple[tuple[str, ...], str]:
    """The forms of whole numbers, and gettext's expression for which of them a number takes."""
    if language in PLURALS:
        return PLURALS[language]
    rule = Locale.parse(language).plural_form
    taken = {rule(n) for n in COUNTED}
    if all(rule(n) == ("one" if n == 1 else "other") for n in COUNTED):
        return GERMANIC
    forms = tuple(form for form in FORMS if form in taken)
    # The last is what is left over, so that it needs no condition of its own.
    said = to_gettext(PluralRule({form: rule.rules[form] for form in forms[:-1]}))
    return forms, said.partition("plural=(")[2].removesuffix(");")


def facts(language: str, read: bool) -> dict[str, object]:
    """What the file says, in the order in which it says it."""
    names = Locale.parse(language)
    said = Locale.parse(PATTERNS_OF.get(language, language))
    skeletons, marks = said.datetime_skeletons, names.number_symbols["latn"]
    forms, rule = plurals(language)
    clock = str(said.time_formats["short"].pattern)

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
            "percent": PERCENT.get(language, re.sub(r"[#,0]+", "0", str(names.percent_formats[None].pattern))),
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
        "time": pattern("Hm") if TWELVE.search(clock) else clock,
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
