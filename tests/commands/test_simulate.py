"""`simulate`: the JSON, the diary and its refusals are a contract."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from game.cli import main
from game.data.files.resources import resource

PERFECT = ["--programme", "children", "--age", "5-6", "--start", "2026-01-05"]
DAY = [
    "day",
    "slots",
    "streak",
    "best_streak",
    "active_days",
    "stars",
    "bloom_weeks",
    "habit",
    "state",
    "locked_until",
    "notes",
]
LEVEL = ["exercise", "sets", "amount", "unit", "per_foot", "seconds", "reasons"]


def simulate(*words: str) -> int:
    return main(["simulate", *words])


def days(capsys: pytest.CaptureFixture[str]) -> list[dict]:  # type: ignore[type-arg]
    out, err = capsys.readouterr()
    assert err == ""
    return [json.loads(line) for line in out.splitlines()]


def refused(capsys: pytest.CaptureFixture[str]) -> str:
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and "Traceback" not in err
    return err.strip()


@pytest.fixture
def diary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Writes a diary; runs it; the exit code."""
    monkeypatch.chdir(tmp_path)

    def told(text: str | bytes, *words: str, who: list[str] | None = None) -> int:
        data = text if isinstance(text, bytes) else text.encode()
        Path("diary.txt").write_bytes(data)
        return simulate(*(who or PERFECT), "--days", "20", "--diary", "diary.txt", "--json", *words)

    return told


# ---------------------------------------------------------------- the JSON
def test_one_object_a_line_for_each_day_with_these_fields(capsys: pytest.CaptureFixture[str]) -> None:
    assert simulate(*PERFECT, "--days", "3", "--family", "perfect", "--json") == 0
    told = days(capsys)
    assert [d["day"] for d in told] == ["2026-01-05", "2026-01-06", "2026-01-07"]
    assert list(told[0]) == DAY
    assert [list(s) for s in told[0]["slots"]] == [["slot", "budget_s", "planned_s", "levels"]] * 2
    assert list(told[0]["slots"][0]["levels"][0]) == LEVEL
    bear = next(x for x in told[0]["slots"][0]["levels"] if x["exercise"] == "bear_walk")
    assert bear | {"reasons": []} == {
        "exercise": "bear_walk", "sets": 1, "amount": 20, "unit": "seconds", "per_foot": False, "seconds": 40, "reasons": [],
    }  # fmt: skip
    assert (told[0]["slots"][0]["budget_s"], told[0]["slots"][0]["planned_s"]) == (240, 140)
    assert [d["stars"] for d in told] == [0, 20, 40]
    assert told[0]["state"] == "playing" and told[0]["locked_until"] is None and told[0]["habit"] == 0.0


def test_a_locked_day_has_no_slots_and_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    who = [
        "--programme",
        "after_surgery",
        "--age",
        "7-10",
        "--start",
        "2026-01-05",
        "--days",
        "12",
        "--family",
        "perfect",
        "--json",
    ]
    assert simulate(*who, "--surgery", "2026-01-01", "--surgeon-start", "2026-01-10", "--cleared") == 0
    told = days(capsys)
    assert [d["state"] for d in told] == ["locked"] * 10 + ["playing"] * 2
    assert told[0]["slots"] == [] and told[0]["notes"] and told[0]["locked_until"] == "2026-01-15"
    assert simulate(*who) == 0
    assert {(d["state"], d["locked_until"]) for d in days(capsys)} == {("locked", None)}


def test_without_json_the_days_are_for_reading(capsys: pytest.CaptureFixture[str]) -> None:
    assert simulate(*PERFECT, "--days", "2", "--family", "typical") == 0
    out = capsys.readouterr().out
    assert "Mon 2026-01-05" in out and "Bear walk: 1 x 20 seconds, 40 s" in out


@pytest.mark.parametrize("family", ["perfect", "typical", "easy", "hard", "ouch", "holiday"])
def test_every_family_lives_its_twelve_weeks_the_same_every_time(
    family: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert simulate(*PERFECT, "--family", family, "--json") == 0
    first = days(capsys)
    assert len(first) == 84
    simulate(*PERFECT, "--family", family, "--json")
    assert days(capsys) == first


def test_the_ouch_family_is_stopped_in_its_third_week_and_goes_on_a_week_later(
    capsys: pytest.CaptureFixture[str],
) -> None:
    simulate(*PERFECT, "--family", "ouch", "--json")
    states = [d["state"] for d in days(capsys)]
    assert states[:18] == ["playing"] * 18
    assert states[18:25] == ["paused"] * 7
    assert set(states[25:]) == {"playing"}


def test_the_holiday_family_is_away_ten_days_and_twenty_five(capsys: pytest.CaptureFixture[str]) -> None:
    simulate(*PERFECT, "--family", "holiday", "--json")
    told = days(capsys)
    active = [b["active_days"] - a["active_days"] for a, b in zip(told, told[1:])]
    assert active[21:31] == [0] * 10 and active[31] == 1
    assert active[49:74] == [0] * 25 and active[74] == 1


# ---------------------------------------------------------------- the diary
CONTRACT = """\
2026-01-05 morning *            finished well easy
2026-01-05 evening bear_walk    finished helped right
2026-01-06 morning caterpillar  stopped partly hard
2026-01-07 morning bear_walk    ouch 5
2026-01-08 pause ill until 2026-01-11
2026-01-12 allow bear_walk
2026-01-13 resume doctor-asked
2026-01-14 retract 2026-01-05 morning *
2026-01-15 hold
"""


def test_the_diary_of_the_contract(diary, capsys: pytest.CaptureFixture[str]) -> None:
    assert diary(CONTRACT) == 0
    told = {d["day"][-2:]: d for d in days(capsys)}
    assert told["06"]["stars"] == 3 * 3 + 1 + 2
    assert told["08"]["active_days"] == 3
    assert [told[n]["state"] for n in ("08", "09", "11", "12")] == ["playing", "paused", "paused", "playing"]
    bears = {
        n: any(x["exercise"] == "bear_walk" for s in told[n]["slots"] for x in s["levels"]) for n in ("08", "12", "13")
    }
    assert bears == {"08": False, "12": False, "13": True}
    assert told["15"]["stars"] == told["14"]["stars"] - 10


def test_marks_tabs_line_ends_and_comments_are_fine(diary, capsys: pytest.CaptureFixture[str]) -> None:
    assert diary("2026-01-05 morning * finished well right\n") == 0
    plain = capsys.readouterr().out
    assert diary("\ufeff# a comment\r\n\r\n2026-01-05\tmorning\t*   finished\twell right # yes\r\n") == 0
    assert capsys.readouterr().out == plain


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("2026-01-05 mornin * finished well right", "morning"),
        ("2026-13-05 morning * finished well right", "no day"),
        ("5.1.2026 morning * finished well right", "no day"),
        ("2026-01-05", "nothing is told"),
        ("2026-01-05 morning bear_walk finished", "does not say how"),
        ("2026-01-05 morning bear_walk finished well", "does not say how"),
        ("2026-01-05 morning bear_walk finished well right again", "does not say how"),
        ("2026-01-05 morning bear_walk finished great right", "does not say how"),
        ("2026-01-05 morning bear_walk ouch 11", "does not say how"),
        ("2026-01-05 morning bear_walk ouch -1", "does not say how"),
        ("2026-01-05 morning bear_wlk finished well right", "no exercise"),
        ("2026-01-05 noon bear_walk finished well right", "no word"),
        ("2026-01-05 pause tired until 2026-01-08", "a pause is"),
        ("2026-01-05 pause ill until 2026-01-04", "before it begins"),
        ("2026-01-05 pause ill", "not how pause is told"),
        ("2026-01-05 resume tomorrow", "not how resume is told"),
        ("2026-01-05 age 4-5", "no age band"),
        ("2026-01-05 programme ballet", "no programme"),
        ("2026-01-05 programme grown_up", "11+"),
        ("2026-01-05 allow magic", "no exercise"),
        ("2026-01-04 morning * finished well right", "before the first day"),
        ("2026-01-05 morning duckling_walk finished well right", "not in the programme"),
        ("2026-01-05 back duckling_walk", "not in the programme"),
        ("2026-01-05 retract 2026-01-05 morning *", "cannot be taken back"),
        ("2026-01-05 hold fast", "not how hold is told"),
    ],
)
def test_a_line_that_cannot_be_is_refused_with_its_number(
    line: str, says: str, diary, capsys: pytest.CaptureFixture[str]
) -> None:
    assert diary(f"# first line\n{line}\n2026-01-06 nonsense\n") == 2
    said = refused(capsys)
    assert said.startswith("diary.txt:2: ") and says in said


def test_the_first_line_that_cannot_be_is_named_whatever_is_the_matter(
    diary, capsys: pytest.CaptureFixture[str]
) -> None:
    assert diary("2026-01-05 morning duckling_walk finished well right\nnonsense\n") == 2
    assert refused(capsys).startswith("diary.txt:1: ")
    assert diary("2026-01-05 hold\nnonsense\n2026-01-05 morning duckling_walk finished well right\n") == 2
    assert refused(capsys).startswith("diary.txt:2: ")
    assert diary("2026-03-05 morning duckling_walk finished well right\n") == 2
    assert refused(capsys).startswith("diary.txt:1: ")


@pytest.mark.parametrize(
    "line", ["resume", "resume doctor-asked", "allow *", "allow bear_walk", "release", "hold", "back", "back bear_walk",
             "forward", "forward bear_walk", "graduate", "programme children", "age 5-6"],
)  # fmt: skip
def test_a_word_with_nothing_to_do_is_no_mistake(line: str, diary, capsys: pytest.CaptureFixture[str]) -> None:
    assert diary(f"2026-01-06 {line}\n") == 0
    assert len(days(capsys)) == 20


def test_not_even_text_is_refused_with_its_line(diary, capsys: pytest.CaptureFixture[str]) -> None:
    assert diary(b"# fine\n2026-01-05 morning \xff\xfe") == 2
    assert refused(capsys).startswith("diary.txt:2: ")


def test_a_refused_diary_writes_nothing(diary, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diary("2026-01-05 nonsense", "--into", "family") == 2
    refused(capsys)
    assert not (tmp_path / "family").exists()


# ---------------------------------------------------------------- what was asked
@pytest.mark.parametrize(
    "words",
    [
        [*PERFECT, "--family", "royal"],
        [*PERFECT],
        [*PERFECT, "--family", "perfect", "--diary", "x"],
        [*PERFECT, "--diary", "/nowhere/diary.txt"],
        [*PERFECT, "--family", "perfect", "--days", "0"],
        [*PERFECT, "--family", "perfect", "--days", "many"],
        [*PERFECT, "--family", "perfect", "--surgery", "2026-01-06"],
        [*PERFECT, "--family", "perfect", "--surgery", "2026-02-30"],
        ["--programme", "ballet", "--age", "5-6", "--start", "2026-01-05", "--family", "perfect"],
        ["--programme", "children", "--age", "4", "--start", "2026-01-05", "--family", "perfect"],
        ["--programme", "grown_up", "--age", "5-6", "--start", "2026-01-05", "--family", "perfect"],
        ["--programme", "children", "--age", "5-6", "--start", "today", "--family", "perfect"],
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_line(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert simulate(*words) == 2
    refused(capsys)


# ---------------------------------------------------------------- --into
def test_into_writes_a_family_that_can_be_played_and_never_over_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from game.core.history.fold import fold
    from game.core.history.history import empty_family
    from game.data.files.paths import JOURNAL
    from game.data.journal.journal import Journal
    from game.data.journal.pin import matches

    into = tmp_path / "family"
    words = [*PERFECT, "--days", "10", "--family", "typical", "--json", "--into", str(into)]
    assert simulate(*words) == 0
    last = days(capsys)[-1]
    journal = Journal.open(into / JOURNAL)
    family = fold(empty_family(), journal.events())
    journal.close()
    (robin,) = family.children.values()
    assert (robin.nickname, robin.stars >= last["stars"]) == ("Robin", True)
    assert family.gate is not None and matches("2580", family.gate.pin)
    assert simulate(*words) == 2
    assert "holds a family already" in refused(capsys)


def test_a_folder_that_cannot_be_written_is_exit_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    assert simulate(*PERFECT, "--days", "1", "--family", "perfect", "--into", str(tmp_path / "file" / "x")) == 3
    refused(capsys)


def test_a_word_said_anew_behind_an_operations_lock_is_refused_by_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text(
        "2026-02-21 morning * finished well right\n2026-02-21 retract 2026-02-21 morning *\n"
        "2026-02-24 programme after_surgery\n2026-02-21 morning * finished helped right\n"
    )
    case = ["--programme", "children", "--age", "5-6", "--start", "2026-02-21", "--diary", str(diary)]
    assert simulate(*case) == 2
    assert refused(capsys).startswith(f"{diary}:4: ")


def test_a_day_before_an_operation_was_told_counts_as_told_in_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text(
        "2026-02-21 morning * finished well right\n2026-02-24 programme after_surgery\n"
        "2026-02-23 morning * finished helped right\n"
    )
    case = ["--programme", "children", "--age", "5-6", "--start", "2026-02-21", "--diary", str(diary), "--json"]
    assert simulate(*case, "--days", "6") == 0
    rows = days(capsys)
    assert [row["active_days"] for row in rows] == [0, 1, 1, 1, 2, 2]
    assert [row["stars"] for row in rows][-1] == 10 + 7
    assert [row["state"] for row in rows][-1] == "locked"


TOKENS = (
    "morning", "evening", "*", "bear_walk", "caterpillar", "starfish_toes", "duckling_walk", "forest_walk", "finished",
    "stopped", "well", "helped", "partly", "easy", "right", "hard", "not-today", "ouch", "0", "3", "4", "10", "11", "pause",
    "ill", "until", "resume", "doctor-asked", "allow", "retract", "hold", "release", "back", "forward", "graduate",
    "programme", "after_surgery", "children", "prevention", "grown_up", "age", "3-4", "11+", "9999-12-31", "0001-01-01",
    "2026-01-05", "2026-01-06", "2026-01-08", "2026-13-01", "#", "\u00e9",
)  # fmt: skip
LINES = (
    "{day} {slot} * finished well easy", "{day} {slot} bear_walk finished partly hard", "{day} {slot} bear_walk ouch 5",
    "{day} {slot} * not-today", "{day} retract {other} {slot} *", "{day} pause ill until {far}", "{day} resume",
    "{day} resume doctor-asked", "{day} programme after_surgery", "{day} programme children", "{day} programme grown_up",
    "{day} age 11+", "{day} age 3-4", "{day} allow *", "{day} allow bear_walk", "{day} graduate", "{day} forward",
    "{day} back bear_walk", "{day} hold", "{day} {slot} forest_walk finished well right", "{day} {slot} * ouch 4",
    "{day} {slot} duckling_walk finished well right",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_any_diary_is_lived_or_refused_by_one_line_of_it(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance, diary, rows, n = Random(seed), tmp_path / "diary.txt", [], 0
    for _ in range(chance.randrange(1, 25)):
        n += chance.choice([0, 0, 1, 1, 2, 9])
        day, other = (date(2026, 1, 5) + timedelta(max(0, m)) for m in (n - chance.choice([0, 0, 0, 1, 2, 4]), n - 1))
        words = chance.choice(LINES).format(
            day=day, other=other, slot=chance.choice(["morning", "evening"]),
            far=chance.choice([day, day + timedelta(20), "9999-12-31"]),
        ).split()  # fmt: skip
        if chance.random() < 0.05:
            words[chance.randrange(len(words))] = chance.choice(TOKENS)
        rows.append(" ".join(words))
    diary.write_text("\n".join(rows), encoding="utf-8")
    code = simulate(*PERFECT[:2], "--age", "11+", *PERFECT[4:], "--days", "40", "--diary", str(diary))
    out, err = capsys.readouterr()
    assert code in (0, 2), rows
    if code == 2:
        number = err.removeprefix(f"{diary}:").partition(":")[0]
        assert out == "" and err.count("\n") == 1 and 1 <= int(number) <= len(rows), (err, rows)
    else:
        assert err == "" and out


# ---------------------------------------------------------------- a family's own levels
def test_a_familys_own_programme_is_simulated_where_its_folder_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (resource("levels") / "exercises" / "bear_walk.yaml").read_text(encoding="utf-8")
    own = {
        "exercises/comet_walk.yaml": text.replace("id: bear_walk", "id: comet_walk").replace("Bear walk", "Comet walk"),
        "programmes/ours.yaml": "id: ours\ntitle: Ours\nwhat: For us.\nexercises: [comet_walk, caterpillar]\n",
        "exercises/broken.yaml": "id: [",
    }
    for name, written in own.items():
        (tmp_path / "levels" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "levels" / name).write_text(written, encoding="utf-8")
    words = ["--programme", "ours", "--age", "5-6", "--start", "2026-01-05", "--days", "2", "--family", "perfect"]
    assert main(["--data-dir", str(tmp_path), "simulate", *words]) == 0
    assert "Comet walk: 1 x 20 seconds, 40 s" in capsys.readouterr().out
    assert main(["simulate", *words]) == 2
    assert "there is no such programme" in capsys.readouterr().err


# ---------------------------------------------------------------- orders
def test_an_order_for_one_foot_is_told_with_that_foot_and_half_the_seconds(
    diary, capsys: pytest.CaptureFixture[str]
) -> None:
    assert diary("2026-01-05 order caterpillar right sets 1\n") == 0
    first, second = (
        next(x for x in day["slots"][0]["levels"] if x["exercise"] == "caterpillar") for day in days(capsys)[:2]
    )
    assert list(first) == LEVEL and "foot" not in first
    assert (second["foot"], second["per_foot"], second["amount"]) == ("right", True, first["amount"])
    assert second["seconds"] == 20 + (first["seconds"] - 20) // 2


def test_an_order_past_a_cap_is_refused_by_its_line_with_the_cap(diary, capsys: pytest.CaptureFixture[str]) -> None:
    assert diary("# on paper\n2026-01-05 order bear_walk cap 90\n") == 2
    assert refused(capsys) == "diary.txt:2: bear_walk has a cap of 60; an order may not go past it"
