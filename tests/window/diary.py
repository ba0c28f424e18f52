"""What the diary must tell after `story.Morning`, and what it tells differently."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

STARS = {"lego_bricks": 3, "caterpillar": 1, "bear_walk": 3}  # careful, tried (it hurt), careful
QUEST_STARS = 1
Row = dict[str, Any]


def rows(data: Path) -> list[Row]:
    """The diary as `export` writes it."""
    file = data.parent / "diary.jsonl"
    subprocess.run([sys.executable, "-m", "game", "--data-dir", str(data), "export", str(file)], check=True)
    told = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [{**row, "body": json.loads(row["body"])} for row in told]


def told_wrongly(data: Path) -> list[str]:
    """Every claim about the morning that the diary does not bear out; [] when it tells just what was done."""
    told = rows(data)
    return [f"not as played: {claim}" for claim, is_so in claims(told) if not is_so]


def claims(told: list[Row]) -> Iterator[tuple[str, bool]]:
    """Each claim in words, and whether it is so."""
    kinds = Counter(row["kind"] for row in told)
    facts = [(row["kind"], row["body"]) for row in told]

    def bodies(kind: str) -> list[Row]:
        return [body for k, body in facts if k == kind]

    (child,) = bodies("child_added") or [{}]
    yield (
        "one child, Mia the penguin, 5-6",
        (child.get("nickname"), child.get("animal"), child.get("age")) == ("Mia", "pippa", "5-6"),
    )
    yield "no sign was ticked", [b["signs"] for b in bodies("signs_ticked")] == [[]]
    yield "the children's routine", [b["programme"] for b in bodies("programme_chosen")] == ["children"]
    plays = {b["exercise"]: b for b in bodies("level_played")}
    yield "three exercises, each once", sorted(plays) == sorted(STARS) and kinds["level_played"] == len(STARS)
    lego, caterpillar, bear = (plays.get(name, {}) for name in STARS)
    yield "three bricks with each foot", _done(lego) == ("finished", 3, 3)
    yield "the caterpillar hurt after one foot", caterpillar.get("outcome") == "hurt" and 3 in _done(caterpillar)[1:]
    yield "the bear walk was played whole, after the power came back", _done(bear) == ("finished", 20, 0)
    yield (
        "two sessions, the second with what was left",
        [b["exercises"] for b in bodies("session_started")][1:] == [["bear_walk"]],
    )
    yield "the quest is whole", [b["ending"] for b in bodies("session_ended")] == ["whole"]
    yield (
        "a 4 for the caterpillar, once",
        [(b["exercise"], b["score"]) for b in bodies("ouch_told")] == [("caterpillar", 4)],
    )
    names = {b["attempt"]: b["exercise"] for b in plays.values()}
    words = [(names[b["attempt"]], b["grade"], b["effort"]) for b in bodies("level_confirmed")]
    yield "the first word was taken back and said anew", words == [
        ("lego_bricks", "well", "right"), ("lego_bricks", "well", "right"), ("caterpillar", "partly", "right"),
        ("bear_walk", "well", "easy"),
    ]  # fmt: skip
    yield "one wrong PIN, two right ones", (kinds["gate_tried"], kinds["gate_passed"]) == (3, 2)
    gone = {b["event"] for b in bodies("retracted")}
    stars: Counter[str] = Counter()
    for row in told:
        if row["kind"] == "stars_awarded" and row["id"] not in gone:
            stars[names.get(row["body"]["about"], "quest")] += row["body"]["stars"]
    yield "one star for the whole quest", stars["quest"] == QUEST_STARS


def _done(play: Row) -> tuple[str, int, int]:
    return play.get("outcome", ""), play.get("done_left", 0), play.get("done_right", 0)
