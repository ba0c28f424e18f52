"""The words of the game: forms by number, placeholders, and that every word the code asks for exists."""

from __future__ import annotations

import ast
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from game.core.keys import DEFAULTS, keys_for_sentences
from game.core.numbers import Rules, bounds_of, for_sentences
from game.data.files.art import ArtLibrary
from game.data.files.resources import resource
from game.data.levels.playable import read_shipped
from game.data.texts.entries import PLACEHOLDER, Entry, names_in
from game.data.texts.locale_files import locale_of
from game.data.texts.text_file import read_texts
from game.data.texts.texts import GROWN_UPS, SPOKEN, Texts
from game.ui.audio.narrator import shown

pytestmark = pytest.mark.usefixtures("no_search_for_garbage")
GAME = Path(__file__).parents[3] / "game"
TEXT = resource("assets", "text")
RULES = read_shipped().rules
FROM_KEYS = frozenset(keys_for_sentences(DEFAULTS))
FROM_RULES = frozenset(for_sentences(RULES))
WRITTEN = Texts()
KEYS = tuple(WRITTEN.keys())
LANGUAGES = sorted(folder.name for folder in TEXT.iterdir() if folder.is_dir())


@dataclass(frozen=True)
class Why:
    """A reason as the rules give it."""

    key: str
    values: Mapping[str, int | str]


def entries(language: str) -> dict[str, Entry]:
    """Every text of a language, of all its files."""
    found: dict[str, Entry] = {}
    for file in sorted((TEXT / language).iterdir(), key=lambda file: file.name):
        read, problems = read_texts(file)
        assert not problems, problems
        assert not found.keys() & read.keys(), f"{file.name}: keys are in two files: {found.keys() & read.keys()}"
        found |= read
    return found


def folder_with(tmp_path: Path, english: str, **others: str) -> Path:
    """A folder of texts: English in parent.yaml, others in texts.yaml."""
    for language, text in (("en", english), *others.items()):
        (tmp_path / language).mkdir()
        name = "parent.yaml" if language == "en" else "texts.yaml"
        (tmp_path / language / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_a_sentence_that_begins_with_the_exercise_begins_with_it_in_every_language(language: str) -> None:
    """So a list of them is read by its first words."""

    def begins(entry: Entry) -> bool:
        forms = (entry,) if isinstance(entry, str) else tuple(entry.values())
        return all(form.lstrip("«„“").startswith("{exercise}") for form in forms)

    english, other = entries("en"), entries(language)
    begun = {key for key, entry in english.items() if begins(entry)}
    assert begun and [key for key in other if key in begun and not begins(other[key])] == []


# ---------------------------------------------------------------- looking up
def test_a_text_is_found_by_its_key() -> None:
    assert Texts()("screen_go_on") == "Go on"
    assert Texts()("pin_wait_seconds", n=1) == "1 second"
    assert Texts()("pin_wait_seconds", n=30) == "30 seconds"


@pytest.mark.parametrize(
    ("n", "said"), [(1, "1 день"), (2, "2 дня"), (5, "5 дней"), (11, "11 дней"), (21, "21 день"), (112, "112 дней")]
)
def test_russian_has_three_forms(n: int, said: str) -> None:
    assert Texts("ru")("unit_days", n=n) == said


def test_a_text_missing_in_a_language_is_english_with_english_forms(tmp_path: Path) -> None:
    english = "a: {one: '{n} day', other: '{n} days'}\nb: Back\n"
    texts = Texts("ru", ("parent",), folder_with(tmp_path, english, ru="b: Назад\nc: лишнее\n"))
    assert (texts("a", n=21), texts("b")) == ("21 days", "Назад")
    assert not texts.has("c"), "only what English has is a text"


def test_a_missing_text_is_its_key_in_brackets_and_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    texts = Texts()
    with caplog.at_level(logging.ERROR):
        assert [texts("no_such_key"), texts("no_such_key")] == ["[no_such_key]"] * 2
    assert len(caplog.records) == 1 and "no_such_key" in caplog.text


def test_a_missing_value_stays_visible_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    assert "{folder}" in Texts()("unwritable_line")
    assert "needs a value for {folder}" in caplog.text


def test_a_form_without_a_number_is_still_a_text(caplog: pytest.LogCaptureFixture) -> None:
    assert Texts()("unit_days") == "{n} days"
    assert "needs a number n" in caplog.text


@pytest.mark.parametrize(
    "hostile", ["{n.__class__}", "{n[0]}", "{n!r:>99999}", "{0}", "{}", "{n:9999999}", "{N}", "%(n)s", "{{n}}"]
)
def test_nothing_but_a_name_in_braces_is_filled(tmp_path: Path, hostile: str) -> None:
    texts = Texts("en", ("parent",), folder_with(tmp_path, f"a: '{hostile}'\nb: '{{n}}'\n"))
    assert texts("a", n="SECRET") == hostile.replace("{n}", "SECRET")
    assert texts("b", n="SECRET") == "SECRET", "control"


def test_a_value_is_never_filled_again() -> None:
    assert Texts()("own_row_about", position="{side}", side="x") == "{side}, x"


@pytest.mark.parametrize("language", ["xx", "../en", "", "e" * 500, "en/../.."])
def test_an_unknown_language_is_english(language: str) -> None:
    assert Texts(language)("screen_go_on") == "Go on"


def test_a_damaged_catalogue_is_english_and_never_stops_the_game(tmp_path: Path) -> None:
    texts = Texts("ru", ("parent",), folder_with(tmp_path, "a: Back\n", ru="a: &x [*x]\n"))
    assert texts("a") == "Back"


# ---------------------------------------------------------------- values
def test_values_are_written_as_the_language_does() -> None:
    english, russian = Texts(), Texts("ru")
    assert (english.written(12345), russian.written(12345)) == ("12,345", "12\u00a0345")
    assert (english.written(2026), english.written(0.5), russian.written(0.5)) == ("2026", "0.5", "0,5")
    assert (english.written(3.0), english.written(12345.678)) == ("3", "12,345.68")
    assert english.written(time(7, 5)) == "07:05"


def test_dates_are_written_in_words() -> None:
    texts = Texts()
    assert texts("record_retracted", date=date(2026, 11, 21)) == "Taken back on 21 November"
    assert texts.date(date(2026, 11, 21), "long") == "Saturday 21 November"
    assert texts.date(date(2026, 11, 21), "year") == "21 November 2026"


def test_reasons_name_exercises_amounts_dates_and_causes() -> None:
    texts = Texts()
    texts.from_rules = for_sentences(RULES)
    step = Why("reason_step", {"exercise": "bear_walk", "from": 20, "to": 25, "unit": "seconds"})
    assert (
        texts.reason(step)
        == "Bear walk: went well 3 times and it has been 7 days, so now 25 seconds instead of 20 seconds."
    )
    paused = Why("reason_paused", {"date": "2026-01-08", "until": "2026-01-12", "why": "ill"})
    assert texts.reason(paused) == "Paused from 8 January to 12 January: Ill. These days count neither way."
    budget = Why("reason_budget_start", {"budget": 240})
    assert texts.reason(budget).startswith("A first session at this age: at most 4:00\u00a0min.")
    feet = Why("reason_feet_order", {"foot": "left"})
    assert texts.reason(feet).startswith("The left foot starts")


def test_a_sentence_about_an_exercise_names_it_first_and_apart_for_a_name_may_be_a_command() -> None:
    """ "Pick up the Lego bricks stays at 5" is no sentence; "Pick up the Lego bricks: stays at 5" is one."""
    about = {key: entry for key, entry in entries("en").items() if "exercise" in names_in(entry)}
    forms = [(k, f) for k, e in about.items() for f in ([e] if isinstance(e, str) else e.values())]
    assert [(k, f) for k, f in forms if k != "paused_when" and not f.startswith("{exercise}: ")] == []


def test_an_own_exercise_without_a_line_is_named_by_its_id() -> None:
    assert Texts().exercise("towel_stairs") == "Towel stairs"


# ---------------------------------------------------------------- the catalogues
@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_are_whole(language: str) -> None:
    """Every text is read, no key is in two files, and every text with forms has those of its language."""
    for key, entry in entries(language).items():
        if not isinstance(entry, str):
            assert set(entry) == set(locale_of(language).plural_forms), key
            used = {names_in(text) | {"n"} for text in entry.values()}
            assert len(used) == 1, f"{key}: the forms have different placeholders"


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_translations_have_the_same_keys_and_placeholders(language: str) -> None:
    english = entries("en")
    for key, entry in entries(language).items():
        assert key in english, f"{language}: {key} is in no English file"
        assert names_in(entry) == names_in(english[key]), f"{language}: {key} has other placeholders"


@pytest.mark.parametrize("weight", ["SemiBold", "ExtraBold", "Black"])
def test_the_font_has_every_character_of_every_text(weight: str) -> None:
    has = set(TTFont(BytesIO(ArtLibrary().font(weight))).getBestCmap())
    for language in LANGUAGES:
        for key, entry in entries(language).items():
            for text in [entry] if isinstance(entry, str) else entry.values():
                missing = {c for c in shown(text) if ord(c) not in has and c != "\n"}
                assert not missing, f"{language}: {key}: {missing}"


# ---------------------------------------------------------------- what the code asks for
def calls() -> Iterator[tuple[str, ast.Call, str]]:
    """Every call in the game: where, the call, and the last name of what is called."""
    for path in sorted(GAME.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                yield f"{path.relative_to(GAME.parent)}:{node.lineno}", node, name


def pattern(node: ast.expr) -> Iterator[str]:
    """The patterns of the keys an expression can be; nothing when only a run can tell."""
    match node:
        case ast.Constant(value=str(text)):
            yield re.escape(text)
        case ast.JoinedStr(values=parts):
            written = [re.escape(p.value) if isinstance(p, ast.Constant) else r"\w+" for p in parts]
            if any(isinstance(p, ast.Constant) for p in parts):
                yield "".join(written)
        case ast.IfExp(body=one, orelse=other):
            yield from pattern(one)
            yield from pattern(other)


def is_known(form: str, keys: frozenset[str]) -> bool:
    return any(re.fullmatch(form, key) for key in keys)


def test_every_text_the_code_asks_for_exists_and_gets_its_values() -> None:
    texts = Texts()
    keys = frozenset(texts.keys())
    missing = []
    for where, call, name in calls():
        if name not in ("texts", "words", "reason", "Reason") or not call.args:
            continue
        for form in pattern(call.args[0]):
            if not is_known(form, keys):
                missing.append(f"{where}: there is no text {form}")
            elif name in ("texts", "words") and form in keys and all(keyword.arg for keyword in call.keywords):
                given = {keyword.arg for keyword in call.keywords}
                if lacking := texts.placeholders(form) - given - FROM_RULES - FROM_KEYS:
                    missing.append(f"{where}: {form} needs {', '.join(sorted(lacking))}")
    assert not missing, "\n".join(missing)


def changed(*names: str) -> dict[str, int]:
    """What the sentences may say with each of these numbers of the rules one higher."""
    return for_sentences(replace(RULES, **{name: getattr(RULES, name) + 1 for name in names}))


def named_with(name: str) -> frozenset[str]:
    """The numbers sentences may name that go with one of the rules: itself, and what follows from it."""
    shipped = for_sentences(RULES)
    return frozenset(named for named, value in changed(name).items() if value != shipped[named])


SAID = [(key, name) for name in bounds_of(Rules) for key in KEYS if WRITTEN.placeholders(key) & named_with(name)]


@pytest.mark.parametrize(("key", "name"), SAID)
def test_with_another_number_of_the_rules_its_sentences_say_another(key: str, name: str) -> None:
    texts = Texts()
    given = {placeholder: "x" for placeholder in texts.placeholders(key) - FROM_RULES - {"n"}}

    def said(numbers: Mapping[str, int]) -> str:
        texts.from_rules = numbers
        return texts(key, **given, n=3)

    others = [other for other in bounds_of(Rules) if not named_with(other) & texts.placeholders(key)]
    assert said(changed(name)) != said(for_sentences(RULES)) == said(changed(*others))


def test_a_number_is_said_with_what_it_counts_in_the_form_the_language_asks_for() -> None:
    english, russian = Texts(), Texts("ru")
    for texts in (english, russian):
        texts.from_rules = for_sentences(RULES)
    gap = Why("reason_gap_week", {"exercise": "bear_walk", "from": 25, "to": 20, "unit": "seconds"})
    said = []
    for days in (1, 2, 5, 14):
        for texts in (english, russian):
            texts.from_rules = for_sentences(replace(RULES, gap_days=days))
        said.append((english.reason(gap).split(": ")[1], russian.reason(gap).split(",")[0].split("перерыв ")[1]))
    assert said == [
        ("starts one step lower after 1 day without play", "1 день"),
        ("starts one step lower after 2 days without play", "2 дня"),
        ("starts one step lower after 5 days without play", "5 дней"),
        ("starts one step lower after 2 weeks without play", "2 недели"),
    ]


@pytest.mark.parametrize(("language", "said"), [("en", "2 to 4 weeks, then"), ("ru", "2–4 недели, потом")])
def test_from_one_number_to_another_is_said_with_what_they_count_once(language: str, said: str) -> None:
    texts = Texts(language)
    texts.from_rules = for_sentences(RULES)
    assert said in texts("programme_grown_up_line")


@pytest.mark.parametrize(("least", "most", "said"), [
    (14, 28, "2–4 недели"), (14, 35, "2–5 недель"), (14, 15, "14–15 дней"), (3, 21, "3–21 день"), (14, 14, "2 недели"),
])  # fmt: skip
def test_the_last_number_of_a_range_chooses_the_form(least: int, most: int, said: str) -> None:
    assert Texts("ru").counted_range("days", least, most) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_a_number_counts_has_its_forms(language: str) -> None:
    texts = Texts(language)
    counted = {
        unit
        for entry in entries(language).values()
        for form in ([entry] if isinstance(entry, str) else entry.values())
        for *_, unit in PLACEHOLDER.findall(form)
        if unit
    }
    assert language != "en" or {"days", "weeks", "exercises"} <= counted
    assert [unit for unit in (*counted, "weeks", "minutes") if not texts.has(f"unit_{unit}")] == []


NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|sixty|\d+)"
UNITS = r"(?:days?|weeks?|months?|hours?|minutes?|seconds?|times|years?|exercises?|stars?|sets?|sessions?|%)"
WRITTEN_NUMBER = re.compile(
    rf"\b{NUMBER}(?:(?:-| to | or ){NUMBER})?(?:[ -](?:good|active|painful|short|more))?[ -]{UNITS}(?!\w)"
    r"|\b(?:one (?:star|day|week|hour|set more)|twice (?:run|with)|half a|a (?:month|tenth|quarter|third) (?:off|a|less)"
    rf"|months? off|(?:a|a whole) week without|for a week|{NUMBER} (?:and|or) more"
    r"|(?:second|third|fourth|sixth|eighth|tenth|twelfth|\d+th) week)\b",
    re.IGNORECASE,
)
# Sentences that write a number themselves, for it is none of the rules'. What a source found is told by its own.
OF_NO_RULE = {
    "first_not_walking": "an age", "first_under_6": "a source", "help_screen": "a source", "programme_grown_up_age": "an age",
    "first_child_not_yet_why": "an age", "surgery_why": "what surgeons do", "first_surgery_start_line": "what surgeons do",
    "doctor_figure_sessions": "a source", "doctor_period_weeks": "so far the page looks back",
    "doctor_period_months": "so far the page looks back", "progress_families": "a source", "progress_families_short": "a source",
    "reason_next_room": "how the rules are made: two sessions hold everything", "reason_same_room": "the same",
    "rule_hours_between_sessions": "between one and the next", "rule_rest_seconds": "between one and the next",
    "rule_rest_seconds_most": "between one and the next",
    "plan_next_weeks": "so far the page looks ahead", "progress_planned_short": "so far the page looks back",
    "period_weeks": "so far one looks back", "period_months": "so far one looks back", "paused_more": "so far the page looks back",
    "rule_bloom_days": "a week is what blooms", "reminder_signs": "so long after the last look", "graduation_ready": "what a ceremony takes",
    "period_weeks_short": "so far one looks back", "period_months_short": "so far one looks back",
    "welcome_time": "what the first start takes", "first_pin_shown": "how long the printing lies there",
    "first_signs_shown": "how long the printing lies there",
    "change_stopped": "the scale of pain",
    "need_stopped_line": "the scale of pain",
    "pain_rests": "the scale of pain",
    "pain_scale": "the scale of pain",
    "pause_two_painful": "the scale of pain",
    "paused_line": "the scale of pain",
    "reason_painful_stop": "the scale of pain",
    "record_will_rest": "the scale of pain",
}  # fmt: skip


def test_no_sentence_writes_a_number_of_the_rules_itself() -> None:
    written = {key: str(entry) for key, entry in entries("en").items() if key in KEYS}
    found = {key for key, text in written.items() if WRITTEN_NUMBER.search(PLACEHOLDER.sub("#", text))}
    assert {key for key in found if not key.startswith("help_evidence")} == set(OF_NO_RULE)


@pytest.mark.parametrize("told", [
    "Nothing grows for 7 days.", "at most three exercises", "after a week without play", "A month off until {date}.",
    "older than 48 hours", "Two or three short exercises", "From the eighth week", "at least a quarter less", "earns one star",
    "Two to four weeks", "grow by a tenth a week",
])  # fmt: skip
def test_a_number_written_into_a_sentence_is_found(told: str) -> None:
    assert WRITTEN_NUMBER.search(told)


# Texts of pages still to come, by how their keys begin.
TO_COME = (
    "plan_", "hold_", "position_", "surgery_", "pause_", "paused_print", "record_", "face_label_", "own_",
    "reminder_", "graduation_ready", "graduation_early", "graduation_keepsake",
)  # fmt: skip
PUT_TOGETHER = ("age_", "word_")  # keys no expression shows: see `age_key` and `Texts.reason`


def test_every_text_is_asked_for_by_the_code_or_belongs_to_a_page_to_come() -> None:
    said, forms = set(), set()
    for path in sorted(GAME.rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        said |= {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    for _, call, name in calls():
        if name in ("texts", "words", "self") and call.args:
            forms |= {form for form in pattern(call.args[0]) if r"\w" in form}
    keys = tuple(Texts("en", GROWN_UPS).keys())
    left = [key for key in keys if key not in said and not key.startswith(TO_COME + PUT_TOGETHER)]
    idle = [key for key in left if not any(re.fullmatch(form, key) for form in forms)]
    assert not idle, f"nobody asks for {', '.join(idle)}"


def test_every_line_the_code_says_exists() -> None:
    keys = frozenset(Texts("en", SPOKEN).keys())
    missing = []
    for where, call, name in calls():
        said = list(call.args) if name in ("say", "spoken") else []
        said += [keyword.value for keyword in call.keywords if keyword.arg == "voice"]
        for form in (form for node in said for form in pattern(node) if form):
            if not is_known(form, keys):
                missing.append(f"{where}: there is no line {form}")
    assert not missing, "\n".join(missing)


def test_grown_ups_and_children_never_share_a_key() -> None:
    assert not set(Texts("en", GROWN_UPS).keys()) & set(Texts("en", SPOKEN).keys())


@pytest.mark.parametrize("date", ["5 нояб.", "5 ноября 2026 г."])
def test_a_sentence_that_ends_with_a_short_day_ends_with_one_stop(date: str) -> None:
    said = Texts("ru")("reason_parent_back", date=date)
    assert said.endswith(date) and not said.endswith("..")
